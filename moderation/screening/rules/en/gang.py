"""English: recruiting, orders and claims of a gang. There is no outside text to measure these on.

To have been in one, to leave it, to mourn what it cost: that is what these rooms are for. Names of gangs count only
together with a claim in the present.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import PAST, SAID

_PIECES: Final = {
    "SET": r"(?:crips?|cripz|bloods?|piru|surenos?|nortenos?|latin kings?|gangster disciples?|vice lords?"
    r"|aryan brotherhood|mexican mafia|nuestra familia|la eme|ms-?13|18th street|18 street|hells angels|peckerwoods?"
    r"|black guerrilla|hoovers?|rollin \w+)",
    "CREW": r"(?:set|hood|gang|car|mob|click|clique|crew|cartel|nation|big homies|homies|family on the yard|yard|raza"
    r"|woods|brand)",
    "GROUP": r"(?:{SET}|(?:the|our|my|this|a) {CREW})",
}
_NO: Final = Guard(
    "not",
    BEFORE,
    r"\b(?:not|never|dont|didnt|wont|wouldnt|nobody|no one|aint|isnt|cant|without|no longer|no more|dont have to"
    r"|refuse\w*|stop\w*|quit|done|against|anti)(?: \w+){0,4} ?",
)
_LEFT: Final = Guard(
    "left, or in the past",
    BEFORE,
    r"\b(?:used to|use to|back when|when i|i was|we was|left|leaving|leave|dropped out|drop out|ex|former|past"
    r"|tired of|done|grew up|years|young\w*|kid|before|thought|told|say|says|said|they|he|she|pressure\w*|class"
    r"|group|program|workshop|tattoo\w*|cover\w*|lost|died|killed|cost|renounc\w*|debrief\w*|walk\w* away"
    r"|trying to get (?:out|away)|father|brother|cousin|son)\b[^.!?;]{0,50}",
    unless=r"\b(?:come|join|who wants)\b",
)
_LEFT_AFTER: Final = Guard(
    "left, or in the past",
    AFTER,
    r"[^.!?;]{0,40}\b(?:anymore|no more|in the past|years ago|back then|when i was|until i|but i (?:left|quit"
    r"|am done|dropped)|before i|cost me|and (?:lost|now i)|awareness|class|intervention|prevention|unit|enhancement"
    r"|drive|pressure|type)\b",
)
_OTHERS: Final = Guard(SAID.name, BEFORE, SAID.pattern, SAID.unless)
_GUARDS: Final = (_NO, _LEFT, _LEFT_AFTER, _OTHERS, *PAST)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.gang.recruiting",
        category="gang",
        tier="recruiting",
        purpose="Recruits for a gang, gives its orders, or demands that somebody picks a side.",
        pattern=spell(
            r"\b(?:join|ride with|roll with|run with|click up with|clique up with|get down with|put on for|rep"
            r"|bang with|come (?:to|be with|over to)|jump(?:ed)? in(?:to)?|be part of|get with) (?:up )?(?:{SET}\b"
            r"|(?:the|our|my|this) (?:set|hood|gang|car|mob|click|clique|cartel|nation|brand|big homies)\b)"
            r"|\bwe(?: are|re| be| still)? (?:recruiting|looking for (?:\w+ )?(?:soldiers?|riders?|youngsters"
            r"|new blood|homies to)|need (?:\w+ )?(?:soldiers|riders|youngsters|shooters|torpedo\w*))\b"
            r"|\b(?:looking for|need) (?:some |new |more |young )?(?:soldiers|riders|shooters|torpedos?) (?:for|to"
            r"|who)\b"
            r"|\b(?:put|putting) in (?:some |that |your |ur )?work (?:for (?:{GROUP}|us|the)|on (?:the|that|him|a)"
            r"|or|to get|if you|tonight|so you|and you)\b|\b(?:gotta|got to|have to|need to|must|time to|you|u|yall"
            r"|go|youngsters?) (?:\w+ )?(?:earn (?:your|ur) (?:stripes|bones|patch|way in)|make (?:your|ur) bones"
            r"|check him|pay (?:your|ur) dues to (?:the|us))\b"
            r"|\bcheck[- ]in or (?:get|you|check|roll|it|else|leave|be|pc)\b|\b(?:check[- ]in|roll up|pc up"
            r"|lock up) or (?:we|you|ima|im|get|be)\b|\bshow (?:me|us) (?:your|ur|yo) (?:paperwork|papers"
            r"|paper work)(?: or| before|, or| by| if| when| now)\b|\b(?:paperwork|papers) (?:or|check)(?: (?:roll"
            r"|you|get|party|at|on|tonight|day))\b"
            r"|\b(?:shot ?callers?|the big homies?|the (?:keyholder|key holder)|the (?:llavero|rep)) (?:says?|said"
            r"|wants?|gave|sent|ordered|needs|calls?|called|put out) ?(?:a|the|to|that|it|you|us|him|everyone"
            r"|everybody|all|yall|out)?\b|\b(?:green ?light|greenlit|lights? (?:is|are) on"
            r"|green ?lights?)(?: \w+){0,2} (?:on (?:him|her|that|them|all|you|any|every)|for (?:him|that|them)|him"
            r"|has been)\b"
            r"|\b(?:mandatory|everybody|everyone|all (?:of )?(?:you|yall)|soldiers"
            r"|homies)(?: \w+){0,3} (?:yard (?:tomorrow|tonight|at|up)|on the yard|step up|strap(?:ped)? up"
            r"|tool(?:ed)? up|boots? on|ready to (?:ride|mob|bang|go to war))\b[^.!?]{0,20}\b(?:or|homies|set|hood"
            r"|gang|war|ride|us|orders?|gets? (?:dealt|checked|dp\w*))\b"
            r"|\bif you (?:aint|are not|not|dont|isnt)(?: \w+)? (?:with|down with|one of|from|ride with|riding with"
            r"|run with) (?:us|{GROUP})\b[^.!?]{0,25}\b(?:against|you (?:re |are |gonna |will |gon )?(?:get|a target"
            r"|food|in trouble|pay|against|the enemy)|food|enemy|watch your)\b|\b(?:pick|choose) (?:a|your"
            r"|ur) (?:side|car|set)(?: \w+)? (?:or|before|now|today|tonight)\b|\b(?:pay|owe|paying) (?:your |the "
            r"|our |us )?(?:rent|taxes|tax|thirds?|a third|dues)(?: \w+)? (?:to (?:the|us|our)|or (?:get|you|we"
            r"|else))\b"
            r"|\ball (?:the )?(?:homies|soldiers|woods|raza|comrades) (?:to|on|hit|report to|in) the (?:yard"
            r"|day ?room)\b",
            _PIECES,
        ),
        words=words(
            "woods|raza|comrade|crip|blood|piru|sureno|norteno|latin king|gangster disc|vice lord|aryan broth"
            "|mexican mafia"
            "|nuestra familia|la eme|ms13|ms-13|18th street|18 street|hells angel|peckerwood|black guerrilla|hoover"
            "|rollin | set| hood|gang| car| mob|click|clique|cartel|nation| brand|recruit|soldier|rider|youngster"
            "|new blood|homie|shooter|torpedo|put in|putting in|earn your|earn ur|bones|check him|dues|check in or"
            "|check-in or|roll up or|pc up or|lock up or|paper|caller|keyholder|key holder|llavero|the rep|green"
            "|light|yard|step up|ready to|strap|tooled up|tool up|boots on|boot on|if you|pick a|pick your|pick ur"
            "|choose a|choose your|choose ur|rent|tax|third"
        ),
        guards=_GUARDS,
        must_match=(
            "come ride with the set, we take care of ours",
            "put in work for the hood and you eat",
            "check in or get rolled up",
            "the shot caller says everybody on the yard at noon",
            "green light on him, pass it",
            "you gotta earn your stripes first",
            "pick a side before chow or we pick for you",
            "pay your rent to the car",
        ),
        must_not_match=(
            "I was told to put in work for the set when I was twelve and I did",
            "I put in work on my recovery every day",
            "Join the group on Monday",
            "I left the gang, I'm done putting in work for the hood",
            "we check in at the start of each circle",
            "They told me pick a side or get hurt, so I called my mom",
            "gang awareness class needs people",
            "I paid my rent on time before prison",
            "my paperwork came, the judge said yes",
            "He said join the mob and I walked away",
        ),
    ),
    Rule(
        code="en.gang.claim",
        category="gang",
        tier="claim",
        purpose="Claims a gang for the writer, greets in its name, or asks others for theirs.",
        pattern=spell(
            r"\b(?:i|we|im|i am|were|we are|us)(?: (?:are|re|all|still|the|a|an|real|proud|from|with|be|run|rep"
            r"|claim|bang|ride for|put on for|down with|true|them|dem|its|got|die for|always|stay|reppin|repping"
            r"|bangin|banging|gangbanging|forever|strictly|100|og|loyal to))+ {SET}\b|\b{SET}(?: gang)? (?:for life"
            r"|til (?:i|we) die|till (?:i|we) die|4 ?life|all day|gang gang|on (?:mine|my mama|everything|crip|blood"
            r"|the set|top)|up|love|nation|hood|we run|runs? (?:this|the))\b"
            r"|\b(?:who|what|where)(?: (?:set|hood|do|you|u|yall|are|r|ya))* (?:you|u|yall|ya) (?:bang(?:ing|in)?"
            r"|claim(?:ing)?|rep(?:ping|pin)?|ride|run|riding|running|clique|click)(?: (?:with|for|from|in here|set"
            r"|hood))?(?: ?$| ?[.?!,]| (?:homie|cuz|blood|fool|ese|bro|on)\b)|\b(?:what|which) (?:set|hood|car"
            r"|click) (?:you|u|yall|are you|r u|do you)\b|\bwhat(?:s)? (?:set|hood|gang) (?:are |r )?(?:you|u|yall"
            r"|ya) (?:from|with|in|claim|bang)\b"
            r"|\bwe (?:run|own|control|hold down|got) (?:this|the|these) (?:yard|unit|pod|block|tier|prison|jail"
            r"|dorm|house|phones|kitchen)\b(?: ?$| ?[.!?,]| (?:homie|and|so|now|period|on|every|all|around|in|you"
            r"|nobody|no)\b)|\b(?:this|the|thats) (?:is )?(?:our|my) (?:yard|set|hood|turf)(?: ?$| ?[.!?,]| (?:homie"
            r"|and|stay|get|nobody|for)\b)"
            r"|\b(?:ride or die|die|live and die|bleed|kill|ride|bang|ten toes(?: down)?|on my mama|loyal) (?:for|to"
            r"|4|with) (?:the|my|our|this) (?:set|hood|gang|flag|mob|click|clique|colors|nation)\b|\b(?:throw"
            r"|throwing|throw up|throwing up|flash|flashing|stack|stacking|rep|repping|reppin)(?: up)? (?:the|my|our"
            r"|that|your|them) (?:set|hood|sign|signs|gang|colors|flag|flags)\b|\b(?:i|we) (?:bang|gangbang"
            r"|set ?trip)(?: (?:for|with|on|this|the|hard|til|till|and)\b| ?$| ?[.!])|\bgang gang\b|\bset ?trippin\b"
            r"|\bon the set\b|\bsquad up for the (?:set|hood)\b|\b(?:whats|wats|wassup|what up|sup) (?:cuz+|blood"
            r"|ese|brazy|loc|damu)\b(?: ?$| ?[.!?,])",
            _PIECES,
        ),
        words=words(
            "crip|blood|piru|sureno|norteno|latin king|gangster disc|vice lord|aryan broth|mexican mafia"
            "|nuestra familia|la eme|ms13|ms-13|18th street|18 street|hells angel|peckerwood|black guerrilla|hoover"
            "|rollin |bang|claim|you rep|u rep|all rep|ya rep|you rid|u rid|all rid|ya rid|you run|u run|all run"
            "|ya run|cliq|click| set|hood| car |gang|we run|we own|we control|we hold|we got|yard|turf|flag| mob"
            "|color|nation| sign|settrip|cuz|blood| ese|brazy| loc|damu|set tripp|settripp"
        ),
        guards=_GUARDS,
        must_match=(
            "who you bang with homie",
            "we run this yard",
            "ride or die for the set",
            "Crips for life",
            "I'm throwing up my set every day",
            "what set you from",
            "we the real Latin Kings",
        ),
        must_not_match=(
            "I used to bang with the Crips and it cost me my brother",
            "I left the set in 2019",
            "gang awareness class is at nine",
            "we run the kitchen line on Tuesdays with the chaplain",
            "I was ready to die for the gang, today I live for my kids",
            "my blood pressure runs high",
            "they asked who you bang with and I said nobody",
            "I got a tattoo cover of my old set",
            "our yard time got cut",
            "my colors for the painting are blue and gold",
            "where do you run in the morning",
        ),
    ),
)
