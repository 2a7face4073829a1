"""English: sexual words, and reports of abuse.

Sex, love and the body are spoken of in these rooms: clinical words weigh little, vulgar ones more, and only a few
together are explicit. Swearing is not sexual. Whoever tells of abuse is reported to a person and never held up.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

from .common import PAST

_PIECES: Final = {
    "CHILD": r"(?:(?:a|an|the|my|some|those|these|his|her|your|another|any|one|two|that|this|with|of|to|on|young"
    r"|little|very|underage|cute|hot|sexy|his|of|\d{1,2}) )*(?:child|children|kids?|minors?|underage (?:girls?"
    r"|boys?)|pre-?teens?|toddlers?|little (?:girls?|boys?|kids?|ones)|young (?:girls?|boys?)|school ?(?:girls?"
    r"|boys?)|teen(?:age|aged)? ?(?:girls?|boys?)|(?:[2-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen)[ -]?(?:years?|yrs?|yr)[ -]?olds?|(?:[2-9]|1[0-7]) ?yo)",
    "PARTS": r"(?:dicks?|cocks?|pussy|pussies|clit|tits|titties|boobs|nipples|asshole|cunt|penis|vagina)",
    "OF": r"(?: (?:on|at|my|his|her|your|ur|yo|their|a|an|that|the|some|this|those|these|dat|big|fat|hard|wet|tight"
    r"|sweet|little|off|with|all|over|of|up|pretty|thick|juicy|nice))*",
    "WHO": r"(?:he|she|they|officers?|the co|cos?|c\.?o\.?|guards?|sgt|sergeant|lieutenant|lt|captain|warden|cellie"
    r"|cellmate|celly|bunkie|bunkmate|roommate|staff|nurse|doctor|counselor|teacher|chaplain|priest|pastor|coach"
    r"|uncle|step ?dad|stepfather|father|dad|mother|mom|stepmom|brother|stepbrother|cousin|grandfather|grandpa|aunt"
    r"|neighbou?r|babysitter|boyfriend|husband|ex|wife|girlfriend|partner|pimp|boss|someone|somebody|(?:a|this|that"
    r"|some|the|an older|two|three|those|another|other) (?:\w+ )?(?:man|men|guys?|dudes?|inmates?|boys?|woman|kid"
    r"|prisoners?|cop))",
}
_NO: Final = Guard(
    "not", BEFORE, r"\b(?:not|never|dont|didnt|wont|wouldnt|nobody|no one|isnt|aint|cant)(?: \w+){0,3} ?"
)
_ACCUSED: Final = Guard(
    "an offence that is spoken of",
    BEFORE,
    r"\b(?:prison|jail|locked up|convicted|charged|accus\w*|arrested|sentenced|offen[cs]e|crime|guilty|in for"
    r"|time for|case|registry|they|he|she|who|people|anyone|someone|somebody|men|man|illegal|wrong|stop\w*|against"
    r"|hate|sick|disgust\w*|protect\w*|law|treatment|class|never|dont|not|instead|without|victims? of|survivors? of"
    r"|from)\b[^.!?;]{0,50}",
)
_MOVED: Final = Guard(
    "moved, not handled",
    AFTER,
    r" ?(?:with (?:his|her|their|that|the|your) (?:words?|stor(?:y|ies)|kindness|music|song|message|letter|testimony"
    r"|prayer)|deeply|so much|emotionally|when (?:he|she|they) (?:said|shared|spoke|sang|prayed|told|cried)|heart"
    r"|soul|life|spirit)",
)


def _spelled(pattern: str) -> str:
    return spell(pattern, _PIECES)


_ABUSE: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.abuse.done_to_me",
        category="abuse_report",
        tier="report",
        purpose="Somebody raped, molested or groped the writer or somebody of theirs.",
        pattern=_spelled(
            r"\b(?:raped|rapes|raping|molested|molests|molesting|groped|gropes|groping|fondled|fondles|fondling"
            r"|sodomi[sz]ed|fingered|sexually (?:abused?|abuses|abusing|assaulted|assaults|assaulting|harassed"
            r"|harasses|harassing|touched|exploited)|forced (?:himself|herself|themselves) (?:on|onto|on to|inside)"
            r"|exposed (?:himself|herself) to|exposes (?:himself|herself) to|feels? (?:all )?(?:on|up on)"
            r"|felt (?:all )?(?:on|up on)|grinds on|humps) (?:me\b|us\b|my (?:daughter|son|kids?|child|children"
            r"|sister|brother|mom|mother|baby|girl|friend|niece|nephew|cellie|bunkie|wife|girlfriend|body|breasts?"
            r"|privates?|ass|butt|genitals|thigh|crotch|penis|vagina))\b"
            r"|\b(?:abused|assaulted|touch(?:ed|es|ing)?|grabb?(?:ed|s|ing)?|kiss(?:ed|es|ing)?|hurt|rubb?(?:ed|s"
            r"|ing)?|squeez(?:ed|es))(?: on)? me (?:sexually|inappropriately|down there|there|in (?:my"
            r"|the) (?:privates?|wrong|shower|bathroom|bed|sleep|crotch|ass|butt)|at night|between|under my"
            r"|where (?:he|she|they|no one|nobody)|while i (?:was )?sle\w+|in a (?:sexual|bad|wrong) way|like that)\b"
            r"|\b(?:touch(?:ed|es|ing)?|grabb?(?:ed|s|ing)?|felt|feels?|rubb?(?:ed|s|ing)?|squeez(?:ed|es))(?: on"
            r"| up)? my (?:breasts?|tits|boobs|privates?|private parts?|ass|butt|genitals|crotch|penis|dick|vagina"
            r"|thighs?|chest)\b"
            r"|\b(?:officer(?: \w+)?|guards?|the co|co \w+|sergeant|sgt|lieutenant|lt|warden|cellie|cellmate|celly"
            r"|bunkie|nurse|doctor|priest|pastor|coach|teacher|uncle|step ?dad|stepfather|grandfather|grandpa|cousin"
            r"|stepbrother|babysitter|counselor) (?:\w+ )?(?:touch(?:ed|es)?|keeps touching|kept touching"
            r"|is touching|was touching|used to touch) (?:me|my (?:daughter|son|sister|brother))\b"
        ),
        words=words(
            "rape|raping|molest|grope|groping|fondl|sodomi|fingered|sexually|forced |exposed|exposes|feel|felt"
            "|grinds|humps|abused|assaulted|touch|grab|kiss|hurt|rub|squeez"
        ),
        guards=(_NO, _MOVED),
        must_match=(
            "Officer Hale touched me in the shower",
            "my cellie raped me last night",
            "my uncle molested me when I was seven",
            "he keeps groping me in the med line",
            "the guard felt my breasts at the search",
            "she told me that her dad raped my sister",
            "somebody grabbed me down there at rec",
        ),
        must_not_match=(
            "Nobody here ever raped me, thank God",
            "the chaplain touched me with his words",
            "his story touched me deeply",
            "that song touched my heart",
            "I never molested my kids and the court knows it",
            "he hurt me when he lied",
            "feel me on this one",
        ),
    ),
    Rule(
        code="en.abuse.i_was",
        category="abuse_report",
        tier="report",
        purpose="The writer was raped, molested or sexually abused, or survived it.",
        pattern=_spelled(
            r"\b(?:i|ive|im|she|he|we|my (?:daughter|son|sister|brother|mom|mother|cellie|wife|friend"
            r"|bunkie))(?: (?:was|were|have|had|been|got|am|being|is|getting|keep|has|be|almost|also|then|once|just"
            r"|used to|first|repeatedly|brutally|nearly|first|continually|always|a kid when i))+ (?:gang ?)?(?:raped"
            r"|molested|groped|fondled|sodomi[sz]ed|pimped out|trafficked|touched (?:sexually|inappropriately"
            r"|down there)|sexually (?:\w+ )?(?:abused|assaulted|harassed|exploited|molested|touched|violated))\b"
            r"|\b(?:raped|molested|sexually abused|sexually assaulted|touched|abused sexually) (?:as a (?:child|kid"
            r"|boy|girl|teen\w*|little \w+)|when i was|by my|by an? (?:officer|guard|co|inmate|cellie|staff|family"
            r"|priest|coach|teacher|relative|uncle|neighbou?r|stranger)|by the (?:officer|guard|co|staff)"
            r"|in (?:prison|jail|here|my cell|the shower|county|foster care))\b"
            r"|\bsurvivors? of (?:\w+ ){0,3}(?:rape|sexual (?:abuse|assault|violence)|molestation|incest"
            r"|sex trafficking)|\b(?:rape|sexual abuse|sexual assault|incest) survivor\b|\b(?:my|our) (?:rapist"
            r"|molester|rape\b|sexual (?:abuse|assault)|sexual trauma|childhood sexual)|\bthe (?:rape|molestation"
            r"|sexual (?:abuse|assault)) (?:that )?(?:happened|i (?:went|suffered|lived|survived)|by my|when i)"
            r"|\b(?:want|need|have|trying|like|how do i|how to) to report (?:a |the |my |that )?(?:\w+ )?(?:rape"
            r"|sexual|prea|officer for (?:touch|sex)\w*)|\bfil(?:e|ed|ing) (?:a |my )?prea\b|\bprea (?:report"
            r"|complaint|case|call|hotline)\b"
        ),
        words=words(
            "rape|molest|grope|fondl|sodomi|pimped|traffick|touched|sexually|survivor|rapist|sexual|incest|prea"
            "|officer for"
        ),
        guards=(
            _NO,
            Guard(
                "accused of it, or a class about it",
                AFTER,
                r" ?(?:(?:class|training|video|poster|staff|coordinator|education|orientation)\b|by my (?:words"
                r"|story|kids|son|daughter|mother|letter|family)|by the (?:words|story|kindness|letter))",
            ),
        ),
        must_match=(
            "I was raped in county and never told",
            "I've been sexually assaulted since I came here",
            "molested as a kid, that's where my using began",
            "as a survivor of incest I sit in the back",
            "my sister was raped by him",
            "I want to report a rape",
        ),
        must_not_match=(
            "I was never molested, but I know men who were",
            "PREA class is at two",
            "I was touched by your story",
            "we had a PREA training today",
            "I'm not a rape survivor but I listen",
        ),
    ),
    Rule(
        code="en.abuse.forced",
        category="abuse_report",
        tier="report",
        purpose="Somebody makes the writer do sexual things, watches them, or asks sex for favours.",
        pattern=_spelled(
            r"\b(?:forc(?:es|ed|ing|e)|makes?|made|making|pressur(?:es|ed|ing)|threatens|threatened|coerc(?:es|ed"
            r"|ing)|blackmail(?:s|ed|ing)|order(?:s|ed)|pimps?|wants|wanted|asks|asked|tells|told|expects"
            r"|keeps asking|paid|pays|trick(?:ed|s)) (?:me|us)(?: (?:to|into|if i|unless i|for|against my will"
            r"|that i))*(?: \w+){0,2}? (?:have sex (?:with (?:him|them|her|other|men|guards|officers|people"
            r"|strangers|inmates|the)|for|against|when|or)|hav(?:e|ing) sex (?:with (?:him|them|other|men)|for|or"
            r"|against)|sexual (?:favou?rs?|acts?|things)|suck (?:him|his|it|them|on|dick|off|the)|perform"
            r"|give (?:him|them|her) (?:head|oral|a blow|a hand)|touch (?:him|his|it|her|myself|them)|strip (?:for"
            r"|naked|in|and)|undress (?:for|in front)|show (?:him|them|her) my (?:body|breasts?|ass|private\w*|penis"
            r"|tits|dick)|sleep with (?:him|them|her|other|men|guards?)|oral|blow him|get naked|watch (?:him|porn)"
            r"|jerk|sell my body|prostitut\w+)\b"
            r"|\b(?:forc|mak|mad|pressur|coerc|threaten|blackmail)\w* (?:me|us) (?:to|into) (?:have|having) sex\b"
            r"|\b(?:put|puts|putting|stuck|sticks|slid|slides) (?:his|her|their) (?:hands?|fingers?|tongue) (?:down"
            r"|in|up|inside|under|between|on) my (?:pants|shirt|underwear|legs|boxers|bra|skirt|breasts?|privates?"
            r"|thighs?|crotch|butt|ass|mouth)\b"
            r"|\b(?:get|gets|getting|got|climbs?|climbed|climbing|crawls?|crawled|crawling) in(?:to)? my (?:bed|bunk"
            r"|rack) (?:at night|with me|naked|while i)\b"
            r"|\b(?:wants?|wanted|ask(?:s|ed)?(?: me)? for|trades?|trading|demand(?:s|ed)?|expects?"
            r"|owe\w*)(?: \w+){0,3} (?:sex|sexual favou?rs?|head|oral|a blow ?job|my body) (?:for|in return"
            r"|in exchange|or|to keep|to stay|before)\b|\bsex (?:for|in exchange for) (?:protection|canteen"
            r"|commissary|phone|favou?rs|drugs|a debt|food|my debt|good time|visits)\b"
            r"|\b(?:{WHO})(?: \w+){0,2} (?:watch(?:es|ed|ing)?|stares?|stared|staring|peep(?:s|ed|ing)?|look(?:s|ed"
            r"|ing)?)(?: at)? (?:me|us)(?: \w+){0,2} (?:shower\w*|undress\w*|naked|change|changing|toilet"
            r"|use the (?:bathroom|toilet)|get dressed)\b"
            r"|\b(?:tried|trying|tries|attempted|threatened|threatens|threatening|going|gonna"
            r"|said hed) (?:to )?(?:rape|molest|sodomi[sz]e) (?:me|us)\b"
        ),
        words=words(
            "sex|suck|perform|head|oral|blow|hand|touch|strip|undress|show |sleep|naked|watch|jerk|body|prostitut"
            "|shower|chang|toilet|bathroom|dressed|rape|molest|sodomi|my pants|my shirt|my underwear|my legs"
            "|my boxers|my bra|my skirt|my breast|my priv|my thigh|my crotch|my butt|my ass|my mouth|my bed|my bunk"
            "|my rack"
        ),
        guards=(_NO,),
        must_match=(
            "the sergeant makes me undress for him",
            "He forces me to suck him",
            "my cellie tried to rape me",
            "he wants sex for my debt",
            "The guard watches me showering every night",
            "she told me to sleep with him or lose my job",
        ),
        must_not_match=(
            "they make me strip the beds every Monday",
            "he asked me to watch the kids",
            "He told me to change my ways",
            "she wants me to show her my letters",
            "Nobody forced me to have sex for drugs, I chose it",
            "the coach makes us shower before class",
        ),
    ),
)

_HELD: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.sexual.minor",
        category="sexual",
        tier="minor",
        purpose="Sexual words about a child, as a wish, an offer or a search.",
        pattern=_spelled(
            r"\b(?:sex with|sexual with|fuck|fucking|bang|banging|screwing|rape|raping|molest|molesting|nudes of"
            r"|naked (?:pics?|pictures?|photos?|videos?)(?: of)?|porn (?:of|with)|turned on by"
            r"|turns me on[^.!?]{0,10}|attracted to|aroused by|lust(?:ing)? (?:after|for)|horny for|hot for"
            r"|jerk(?:ing)? off to|masturbat\w+ to|fantasi[sz]\w+ about|sleep(?:ing)? with|undress(?:ing)?|grooming"
            r"|seduc\w+|touch(?:ing)? on) {CHILD}\b"
            r"|\b(?:child|kiddie|kiddy|kid|underage|preteen|little (?:girl|boy)|teen ?(?:age)? (?:girl|boy)|minor"
            r"|toddler)s? (?:porn\w*|nudes?|sex (?:pics?|videos?|tapes?)|erotica)\b|\b(?:cp|jailbait|loli|lolita"
            r"|shota) (?:pics?|vids?|videos?|links?|stuff|collection|sites?)\b|\b(?:little|young|underage|teen"
            r"|school) ?(?:girls?|boys?)(?: \w+){0,2} (?:is|are|so|look|looks|looking) (?:so |too |real )?(?:sexy"
            r"|fuckable|hot and ready|horny)\b"
            r"|\b(?:want to|wanna|like to|love to|like|love|need to|urge to|get to) (?:touch|touching|feel up|fondle"
            r"|fondling|rub|rubbing) (?:on )?(?:little|young|small|underage) (?:kids|girls?|boys?|children|ones)\b"
            r"|\b(?:shes|hes|she is|he is|(?:she |he )?looks|only|barely) (?:like |only |barely )?(?:1[0-7]"
            r"|[2-9])\b[^.!?]{0,20}\b(?:id|i would|still|wanna|want to|gonna)(?: \w+)? (?:fuck|smash|hit that|bang"
            r"|do her|tap that|screw)\b"
        ),
        words=words(
            "fondl|rub|feel up|smash|hit that|do her|tap that|screw|sex |sexual |fuck|bang|screwing|rape|raping"
            "|molest|nude|naked|porn|turn|attracted|aroused|lust|horny"
            "|hot |jerk|masturbat|fantasi|sleep|undress|grooming|seduc|touch|erotica|cp |jailbait|loli|shota|sexy"
        ),
        guards=(
            _ACCUSED,
            *PAST,
            Guard(
                "a parent",
                AFTER,
                r" (?:lives|hearts|in (?:my|the|our) (?:bed|room|house)|beside|next to|at night|for (?:his|her"
                r"|their) bath|and (?:put|read))",
            ),
        ),
        must_match=(
            "I want to have sex with a 13 year old",
            "I get turned on by little girls",
            "send me nudes of kids",
            "looking for cp links",
            "that underage girl is so sexy",
        ),
        must_not_match=(
            "I was convicted of having sex with a minor and I live with it",
            "my uncle is in prison for child porn",
            "They say he was grooming little boys",
            "sleeping with my kids in my bed was the safest I felt, kids in the room",
            "I hate men who are attracted to children",
            "I tuck my little girl in and undress her for her bath in my dreams of home",
        ),
    ),
    Rule(
        code="en.sexual.advance",
        category="sexual",
        tier="advance",
        purpose="A sexual offer or remark to somebody here.",
        pattern=_spelled(
            r"\b(?:want to|wanna|want 2|wish i could|would love to|would like to|id like to|like to|love to|let me"
            r"|lemme|can i|could i|ill"
            r"|im gonna|imma|gonna|going to|id|need to|dying to|i would|trying to|tryna) (?:\w+ )?(?:fuck|lick|suck"
            r"|eat|taste|ride|smash|bone|bang|finger|spank|tongue|pound|cum (?:in|on|inside|all over)|make love to"
            r"|have sex with|sleep with|get in bed with|see you naked|see u naked|get naked with|bend) (?:you|u|ya"
            r"|your (?:{PARTS}|ass|booty|body|mouth|hole|face)|ur (?:{PARTS}|ass|booty|body)|that (?:ass|booty|pussy"
            r"|dick)|dat (?:ass|booty)|over)\b"
            r"|\b(?:see|touch|kiss|feel|squeeze|grab|rub|smell) (?:you|u|ya) naked\b|\b(?:see|touch|kiss|feel"
            r"|squeeze|grab|rub|smell|show me|send me|stretch open|open)(?: \w+){0,4} (?:your|ur|yo) (?:pretty "
            r"|nice |big |fat |sweet |naked )*(?:{PARTS}|ass|booty|nude body|naked body|panties|bra)\b"
            r"|\b(?:send|show|give)(?: me| us)?(?: (?:some|a|your|ur|more|any|them|those))* (?:nudes?|naked (?:pics?"
            r"|pictures?|photos?)|sexy pics?|dick pics?|sexy (?:photo|picture)s?)\b|\bwhat (?:are|r) (?:you"
            r"|u) wearing\b"
            r"|\b(?:wanna|want to|want 2|down to|dtf|looking to|looking for|u tryna|you tryna|lets|can we|will you"
            r"|would you) (?:\w+ )?(?:fuck|have sex|hook up|get laid|smash|bone|get freaky|be my (?:bitch|hoe|sex\w*"
            r"|wife in here|girl in here))(?: (?:with me|tonight|later|now|me|in (?:my|your|the) (?:cell|shower"
            r"|house)|bab[ey]|sexy))\b|\b(?:wanna|want to|want 2|dtf|lets|down to) (?:fuck|have sex|smash|bone"
            r"|get freaky)(?: ?$| ?[?!])|\b(?:suck|sit on|ride|lick|bow on|hop on) (?:my|deez|these|this) (?:{PARTS}"
            r"|ass|face|nuts|balls)\b"
            r"|\b(?:you|u|ur ass|your ass|that ass|your body|ur body)(?: (?:make|makes|got|get|gets|is|are|re|so"
            r"|really|looking|look|looks|be|me))+ (?:horny|me hard|hard for|wet|turned on|so fuckable|fuckable"
            r"|sexy as fuck)\b|\bare (?:you|u) (?:horny|wet|dtf|naked)\b|\b(?:nice|sexy|fat|tight|juicy) (?:ass|tits"
            r"|titties|booty)\b"
            r"|\b(?:i got|ill pay|ill give you|got) (?:you |u )?(?:\w+ ){0,3}(?:soups?|stamps|dollars|commissary"
            r"|canteen|money) for (?:head|sex|some ass|some head|a blow ?job|pussy|dick)\b|\bcome (?:to|by"
            r"|in) my (?:cell|house|bunk|room)(?: \w+){0,3} (?:suck|fuck|sex|naked|get freaky|for some (?:ass|head"
            r"|fun))\b"
            r"|\b(?:get|got|getting|im|so|gets me) (?:hard|wet|horny|off) (?:thinking|when i think|looking"
            r"|dreaming)(?: \w+)? (?:about|of|at) (?:you|u|ur|your|that ass)\b"
            r"|\b(?:trade|trading|swap|share|swapping|who got|got any) (?:nudes?|naked pics?|dick pics?)\b"
            r"|\b(?:love|want|like|wanna) (?:to )?(?:see|grab|squeeze|spank) (?:that|dat) (?:ass|booty|pussy|dick)\b"
        ),
        words=words(
            "get hard|got hard|getting hard|im hard|so hard|me hard|get off|got off|getting off|me off|im off|so off"
            "|dtf|fuck|lick|suck|eat you|eat ur|eat that|eat dat|eat u|eat ya|eat over|taste|ride|smash|bone|bang"
            "|finger"
            "|spank|tongue|pound|cum |make love|sex|sleep with|in bed|naked|bend|dick|cock|puss|clit|tit|boob|nipple"
            "|ass|cunt|penis|vagina|booty|nude|panties|bra|sexy|wearing|hook up|laid|freaky|my bitch|my hoe|in here"
            "|sit on|kiss|bow on|hop on|horny|me hard|hard for|wet|turned on|for head|for some|for a blow|for pussy"
        ),
        guards=(
            _NO,
            Guard("not", INSIDE, r"\b(?:never|not)\b"),
            *PAST,
            Guard(
                "an angry word or a quarrel",
                AFTER,
                r" (?:up|over|off|out|with (?:this|that|that shit)|alive|right|shit|at (?:chess|spades|cards))\b",
            ),
            Guard(
                "somebody else said it",
                BEFORE,
                r"\b(?:he|she|they|officer|guard|co|cellie|someone|somebody|dude|guy|man)(?: \w+){0,3} (?:said|says"
                r"|told|tells|asked|asks|yelled|wrote|whispered|texted|was like)(?: (?:me|us|to me|that|he|she|they"
                r"|him|her|i|im|id|ill))* ?",
            ),
        ),
        must_match=(
            "let me taste your clit",
            "send me some nudes",
            "I want to fuck you all night",
            "you make me so horny",
            "come to my cell and suck me",
            "I got two soups for some head",
            "nice ass, who is that",
        ),
        must_not_match=(
            "I'm gonna fuck you up",
            "I want to fuck this place and leave",
            "he said I wanna fuck you and I told staff",
            "I would never have sex with you all on a stage, haha",
            "I want to eat your mom's cooking again",
            "kiss my kids for me",
            "nice pants, what are they",
        ),
    ),
)

_EXPLICIT: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.sexual.explicit",
        category="sexual",
        tier="explicit",
        purpose="Sexual acts in vulgar words.",
        pattern=_spelled(
            r"\b(?:suck(?:s|ed|ing|in)?|lick(?:s|ed|ing)?|eat(?:s|ing)?|ate|rid(?:e|es|ing)|rode|jerk(?:s|ed|ing)?"
            r"|strok(?:e|es|ed|ing)|rubb?(?:s|ed|ing)?|chok(?:e|es|ed|ing)|gag(?:s|ged|ging)?|play(?:s|ed|ing)?"
            r"|bit(?:e|es|ing)?|squeez(?:e|ed|ing)|pound(?:s|ed|ing)?|drink(?:s|ing)? from|invad(?:e|es|ed|ing)"
            r"|penetrat(?:e|es|ed|ing)|pinch(?:es|ed|ing)?|caress(?:es|ed|ing)?){OF} (?:{PARTS}|areolas?|breasts"
            r"|crotch)\b"
            r"|\b(?:suck|lick|kiss)(?:s|ed|ing)? (?:on )?(?:my|his|your|deez|these|them|ur) (?:balls|nuts|wood"
            r"|johnson)\b"
            r"|\b(?:wet|tight|hard|big|huge|throbbing|dripping|shaved|hairy|thick|juicy|pink|horny|nice) (?:cocks?"
            r"|pussy|pussies|clit|tits|titties|boobs|boobies|dicks?|cunt|nipples)\b|\bpussy on my\b"
            r"|\b(?:blow|hand|rim|boob|foot|titty) ?jobs?\b|\bdeep ?throat\w*|\bcream ?pied?\b|\bgang ?bang\w*"
            r"|\bbukkake|\bcunnilingus|\bfellatio|\bdogg(?:y|ie) ?style|\b(?:jerk|jack)(?:ing|s"
            r"|ed)? (?:it )?off (?:to|with|in|on|while|all)\b|\bcum ?shots?\b|\bcumming\b"
            r"|\b(?:cum|came|cums) (?:on|in|inside|all over) (?:me|her|him|my|your|the)(?: \w+)? (?:face|mouth|tits"
            r"|ass|pussy|body|chest|back)\b|\bdildos?\b|\bbutt ?plugs?\b|\bhentai\b|\bmilfs?\b|\bcornhol(?:e|es|ed"
            r"|ing)\b|\bfuck ?(?:buddy|buddies|toy|doll)\b|\bsex ?(?:slaves?|cam)\b"
            r"|\bfuck(?:ed|ing|s)? (?:me|her|him|you|each other)(?: \w+)? (?:hard|raw|good|from behind|all night"
            r"|in the ass|senseless|with his|with my|against)\b|\b(?:love|want|like|need|have|had) (?:hard|rough|hot"
            r"|kinky|wild|dirty|hardcore) sex\b|\b(?:in|into|up) (?:my|her|his|your) (?:tight |wet )?(?:pussy"
            r"|asshole|cunt)\b"
            r"|\bpump(?:ed|ing|s)?\b[^.!?]{0,40} (?:ass|pussy|mouth)\b|\b(?:you|u) naked(?: \w+){0,3} (?:tied|fuck)"
            r"|\b(?:gave|give|gives|giving) (?:good |great |him |me )head\b|\bget on all fours\b"
            r"|(?:^|[.!?,] ?|\b(?:im|i am|were|anyone|anybody|who is|whos) )(?:looking|searching|down|up"
            r"|dtf)(?: (?:for|4))?(?: (?:a|some|any|hot|good|quick))* (?:one night stand|casual sex|sex partner|sex"
            r"|fuck|hook ?up)\b"
            r"|\b(?:im|i am|feeling|feel|getting|makes me|so|too|really) (?:so |really |fucking )?horny\b"
        ),
        words=words(
            "horny|dick|cock|puss|clit|balls|nuts|tits|titties|boob|nipples|asshole|cunt|cum|penis|vagina|wood"
            "|johnson|job"
            "|throat|pie|gang|bukkake|cunnilingus|fellatio|style|jerk|jack|came |dildo|plug|hentai|milf|cornhol|fuck"
            "|sex|pump|naked|head|all fours|areola|breasts|crotch|night stand|hookup|hook up"
        ),
        guards=(_NO,),
        must_match=(
            "suck my dick",
            "she gave me a blowjob in the car",
            "her tight pussy",
            "he fucked me hard against the wall",
            "I love rough sex, who else",
            "jacking off in the shower again",
        ),
        must_not_match=(
            "fuck this place and everybody in it",
            "don't be a dick",
            "my boyfriend and I stopped having sex and it hurts",
            "I have a job at the hand laundry",
            "the rooster and his cock-a-doodle",
            "I ride bikes and eat nuts",
            "she was diagnosed with breast cancer",
        ),
    ),
    Rule(
        code="en.sexual.vulgar",
        category="sexual",
        tier="explicit",
        purpose="A vulgar word of sex; ordinary swearing alone stays silent.",
        score=0.6,
        pattern=(
            r"\b(?:pussy|pussies|cocks?|cum|tits|titties|boob\w*|horny|nudes|boners?|hard-?on|clit|cunt"
            r"|fuckable|wanking|sexting|slutty|sluts?|whores?|hookers?|slept (?:her|his) way|(?:someone"
            r"|somebody) to fuck)\b"
        ),
        words=words(
            "pussy|pussies|cock|cum|tits|titties|boob|horny|nudes|boner|hard|clit|cunt|fuck|wanking|sexting"
            "|slut|whore|hooker|slept "
        ),
        must_match=(
            "horny all day, who has porn",
            "her boobs and her nipples were showing, naked",
            "naked pics of her tits",
            "looking for casual sex, so horny",
            "cum and orgasm is all he talks about, he wants it anal, a real fetish",
        ),
        must_not_match=(
            "don't be a pussy, speak up",
            "he called me a whore and I walked away",
            "they serve tits-up eggs here, haha",
            "He graduated cum laude",
            "my cousin was a hooker and she got clean",
        ),
    ),
    Rule(
        code="en.sexual.body",
        category="sexual",
        tier="explicit",
        purpose="The body and what it does, in a doctor's words; they weigh little.",
        score=0.3,
        pattern=(
            r"\b(?:penis(?:es)?|vagina\w*|nipples?|areolas?|breasts|clitoris|orgasms?|masturbat(?:e|es|ed|ing|ion)"
            r"|ejaculat\w+|erections?|anal|oral sex|genitals?|moan(?:ed|s|ing)?|arous\w+|the ass|my ass|balls)\b"
        ),
        words=words(
            "penis|vagina|nipple|areola|breasts|clitoris|orgasm|masturbat|ejaculat|erection|anal|oral sex|genital"
            "|moan|arous|ass|balls"
        ),
        must_match=(
            "nipples and boobs, naughty pics, that's all he draws",
            "he watched porn, masturbating, horny as ever",
            "her vagina in a porn movie, casual sex",
            "moaning, naked and horny",
            "anal, casual sex, call me",
        ),
        must_not_match=(
            "I lost my erection after the surgery",
            "My breasts hurt, I see the nurse tomorrow",
            "he can't reach orgasm on these meds",
            "get off my ass about it",
            "we watched porn, I masturbated, it became an addiction",
        ),
    ),
    Rule(
        code="en.sexual.porn",
        category="sexual",
        tier="explicit",
        purpose="Pornography and nakedness.",
        score=0.4,
        pattern=(
            r"\b(?:porn|pornograph\w+|pornhub|sex ?tapes?|erotic\w*|kinky|naked|nude|escorts?|dominatrix|fetish\w*"
            r"|bdsm|strap-? ?ons?|naughty|hardcore|strippers?|threesomes?|swingers?|sexy|charg(?:es|ed"
            r"|ing) by the hour)\b"
        ),
        words=words(
            "porn|sex tape|sextape|sexy|erotic|kinky|naked|nude|escort|dominatrix|fetish|bdsm|strap"
            "|naughty|hardcore|stripper|threesome|swinger|by the hour"
        ),
        must_match=(
            "porn with big boobs and nipples, yes",
            "naked and horny",
            "a sex tape of her tits",
            "kinky casual sex",
            "nude, masturbating, boobs",
        ),
        must_not_match=(
            "porn was my escape and I'm done with it",
            "they strip us naked at intake",
            "my wife wants a threesome and I feel sick",
            "officers escort us to chow",
            "my partner bought a strap on and I said no to anal",
        ),
    ),
    Rule(
        code="en.sexual.dating",
        category="sexual",
        tier="explicit",
        purpose="Looks for, or offers, sex without more.",
        score=0.7,
        pattern=(
            r"\b(?:casual sex|(?:a|for|for a) one night stand|sex partners?|(?:mom|wives|teen|gay|black|live|free"
            r"|phone|hot|group) sex\b|flirt(?:ing)? and sex|discreet (?:relation\w*|sex|meet\w*)"
            r"|hook-?ups? (?:tonight|near|app)|friends with benefits|sugar dadd(?:y|ies))\b"
        ),
        words=words("sex|night stand|discreet|hookup|hook-up|benefits|sugar dadd"),
        must_match=(
            "casual sex, naughty girls, hit me",
            "some kinky one night hook-up tonight",
            "free sex and porn",
            "phone sex, horny",
            "sex partner wanted, I like it naked",
        ),
        must_not_match=(
            "casual sex never filled that hole in me",
            "I had a one night stand and got a son",
            "my sex partner gave me HIV and I forgave him",
            "phone sex is not love",
            "we were friends with benefits, that's all",
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_ABUSE, *_HELD, *_EXPLICIT)
