"""English: anger said as a wish to hurt, and danger that the writer tells of."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

from .common import DENIED, PAST, SAID
from .violence import (
    A_THING,
    FICTION,
    HARMLESS,
    MEANT_WELL,
    NOT_MEANT,
    PLAY,
    QUOTES,
    TO_GET,
    WORKED,
    spelled,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.threat.urge",
        version=2,
        category="threats_violence",
        tier="urge",
        purpose="Anger at a third person, said as a wish: what these rooms are for, and worth a look.",
        pattern=spelled(
            r"\bi should(?:a|ve| have| of) (?:just )?(?:killed|stabbed|shot|murdered|strangled|drowned|beat|shanked)"
            r" (?:you|u|yall)\b|"
            r"{I_WANT}{FILL}{HURT} {THEM}\b"
            r"|\b(?:feel like|felt like|thinking (?:of|about)|thoughts of|urge of|urges of|fantasi[sz]\w* (?:of|about)"
            r"|tempted to|itching to|dying to|an urge to|the urge to|urges to|this close to|keep thinking (?:of|about)"
            r"|dream of|dreaming (?:of|about)|daydream\w* (?:of|about)"
            r"|keep imagining|imagine|imagining|plotting|wouldnt mind|close to|on the verge of) (?:just"
            r" )?(?:(?:{HURTING}|{KILLING}) {SOMEONE}|(?:{KILLING}|{HURTING}) (?:{PERSONAL}|people|them)"
            r"|(?:{SURE_KILL}|hurt|punch|hit|slap|choke|beat up|jump|smash|stomp|swing on) (?:{PERSONAL}|people|them"
            r"|em))"
            r"|\b(?:so|that|too) (?:fucking |damn |god ?damn )?(?:mad|angry|pissed|pissed off|furious|heated|livid|fed"
            r" up|tight)(?: (?:right now|at (?:him|her|them|my \w+)|with (?:him|her|them)))?(?: that)?,? i (?:could"
            r"|can|might|may|would) (?:just |fucking |really |literally )?(?:{SURE_KILL}|hurt|hit|punch|choke|slap"
            r"|snap|smash|beat|break) (?:{ANY_ONE})"
            r"|\b(?:i|id) (?:could|might|may|swear i could|could just|could really|could literally|might just|might"
            r" actually|may actually|might have to|may have to) (?:fucking |just |really |honestly |seriously"
            r" )?(?:kill|strangle|murder|choke|stab|shank|hurt|punch|slap|beat up|shoot) (?:{PERSONAL}|them|people)\b"
            r"|\b(?:i )?(?:hope|wish|pray|hoping|praying)(?: that| to god)?(?: (?:he|she|they|that (?:{PERSON})|those"
            r" (?:{PERSON})|(?:my|his|her|the) (?:{PERSON})))(?: all| just| would| would just| fucking| was| were| is|"
            r" ends up| end up| gets?){0,2} (?:die|dies|dead|rot|rots|killed|stabbed|shot|bleed|bleeds|drop dead|drops"
            r" dead|jumped|hit by a|burns?|choke|chokes|suffers?|raped|shanked|beat up)\b"
            r"|\b(?:i )?(?:want|wanna|wants|like)(?: to see)? (?:him|her|them|you|that (?:{PERSON})|those (?:{PERSON})"
            r"|the (?:whole )?(?:world|place|prison)|everyone|everybody|everything|it all)(?: all)? (?:to )?(?:die"
            r"|dead|suffer|bleed|burn|hurt like|feel my pain|killed|rot|in pain|to pay)\b"
            r"|\b(?:i|im) (?:hate|so) (?:\w+ ){1,6}(?:enough to|could) (?:kill|stab|hurt|murder|shoot) (?:{ANY_ONE})"
            r"|\b(?:see|have|having|getting|get|got) (?:violent|homicidal|murderous) (?:thoughts|urges|fantas\w+|ideas"
            r"|ideation)|\bi(?:m| am| feel) (?:so |feeling |kinda )?homicidal\b"
        ),
        words=words(
            "drowned|stabbed|murdered|shanked|hurt|beat|punch|hit|slap|kick|jump|smash|cut|attack|slice|harm|bash"
            "|whoop|maim|choke|cripple"
            "|burn|crush|destroy|hang|injure|assault|kidnap|fight|swing on|lay hands on|hunt|ruin|get|kill"
            "|murder|shoot|stab|shank|behead|slaughter|butcher|lynch|exterminate|bomb|rape|castrat|tortur"
            "|disembowel|decapitate|crucify|suffocat|purge|slay|euthani|gas|abduct|sterili|strangl|raping"
            "|massacr|assassinat|choking|stomp|snap|break|die|dead|rot|shot|bleed|violent|homicidal|suffer"
            "|pain|to pay|wiping out|eliminating|terminating|eradicating|drowning|poisoning|smothering"
        ),
        guards=(
            SAID,
            *QUOTES,
            DENIED,
            PLAY,
            A_THING,
            HARMLESS,
            TO_GET,
            *PAST,
            WORKED,
            FICTION,
            NOT_MEANT,
            MEANT_WELL,
            Guard(
                "asked, or feared",
                BEFORE,
                r"\b(?:you|do you|are you|did you|have you|ever|scared|afraid|worried|fear|if|not|never|no|dont|doesnt"
                r"|without|stop\w*|he|she|they|used to|would|instead of|rather than|was)(?: \w+)? ?$",
                unless=r"\b(?:no|dont) (?:lie|cap|bullshit|joke|care)",
            ),
            Guard(
                "harm by being oneself",
                AFTER,
                r"[^.!?;]{0,20}\b(?:anymore|any more|by (?:using|going|relapsing|leaving)|if i (?:relapse|use|leave|go"
                r" back)|again by|of laughter|in peace|for love)\b",
            ),
            Guard(
                "hurting oneself or by accident",
                INSIDE,
                r"\bi (?:could|might|may) (?:\w+ )?(?:hurt|kill) (?:someone|somebody|people|them|him|her|my \w+) (?:if"
                r"|by|driving|when i|with my)|\bthinking (?:of|about) (?:getting|hanging with|the)\b|\b(?:want|like)"
                r" (?:him|her|them|you) to (?:suffer|pay) (?:less|no|child)",
            ),
        ),
        must_match=(
            "I get so mad I want to hit somebody",
            "I keep thinking about hurting him",
            "i want to choke that guard",
            "I'm so mad I could strangle her",
            "I hope he dies in there",
            "I want him dead",
            "I wish that man was dead",
            "lately I have violent thoughts",
        ),
        must_not_match=(
            "I want to beat the case",
            "I want to get my kids back",
            "I don't want to hurt anybody",
            "I want to hit him but I walk away and call my sponsor",
            "I could have killed him but I walked away",
            "I hope he doesn't die",
            "I'm afraid I might hurt somebody if I relapse",
            "Do you ever feel like hitting someone?",
            "I want him to feel proud",
        ),
    ),
    Rule(
        code="en.threat.see_suffer",
        category="threats_violence",
        tier="urge",
        purpose="The writer would like to see somebody suffer, or says that they may lose control.",
        pattern=spelled(
            r"\b(?:love|like|want|wanna|cant wait|happy|glad|wait|pay|enjoy|live)(?: to)? (?:see|seeing|watch|watching"
            r"|hear|hearing) (?:{ANY_ONE}|them all|it all|this (?:whole )?place)(?: all)? (?:bleed|bleeding|die|dying"
            r"|dead|suffer|suffering|burn|burning|scream|screaming|hang|hanging|beg"
            r"|begging|in pain|in a (?:box|coffin|grave|casket)|hurt|get (?:beat|stabbed|killed|hurt|shot|jumped"
            r"|smashed|(?:his|her) (?:ass|head|face|jaw|teeth))|choke|rot|six feet)\b"
            r"|\b(?:im|i am|i feel|im just|i m)(?: \w+){0,3} (?:about to|gonna|going to|ready to|close to|fixing to"
            r"|finna) (?:snap|lose it|go off|black out|explode|flip) on (?:{ANY_ONE}|these)\b"
            r"|\b(?:watch|see|let) (?:the |this )?(?:whole |entire )?(?:world|place|prison|system|country) burn\b"
            r"|\bburn (?:it|the world|this place|everything) (?:all )?(?:down|to the ground)\b"
        ),
        words=words(
            "bleed|die|dying|dead|suffer|burn|scream|hang|beg|in pain|in a |hurt|get |choke|rot|six feet|snap"
            "|lose it|go off|black out|explode|flip"
        ),
        guards=(
            SAID,
            *QUOTES,
            DENIED,
            PLAY,
            *PAST,
            WORKED,
            FICTION,
            MEANT_WELL,
            NOT_MEANT,
            Guard(
                "not wished",
                BEFORE,
                r"\b(?:not|never|dont|doesnt|didnt|hate|hated|hard|sad|had|tired of|used to"
                r"|cant stand)(?: \w+){0,2} ?",
            ),
            Guard(
                "a feeling, or a show",
                AFTER,
                r" (?:like this|like that|so much|when i|because of me|out|over|from"
                r" (?:cancer|this|the)|his (?:ged|degree|diploma|kids|freedom|date)|her (?:ged|degree|diploma|kids"
                r"|freedom))\b",
            ),
        ),
        must_match=(
            "I would love to see her bleed",
            "I can't wait to watch him suffer",
            "I am about to snap on these people",
            "I want to watch the world burn",
            "I'd pay to see that guard get beat",
        ),
        must_not_match=(
            "I don't want to see him suffer",
            "I hate to see her hurt like this",
            "I can't stand watching my mom die",
            "I want to see him get his GED",
            "I love hearing them scream out my name at the game",
        ),
    ),
    Rule(
        code="en.threat.reported",
        version=2,
        category="threats_violence",
        tier="reported",
        purpose="Somebody may be in danger: the writer tells of a threat against themselves.",
        pattern=spelled(
            r"\b{THIRD} (?:\w+ ){0,3}(?:said|says|saying|told me|threatened|threatens|threatening|promised|swore"
            r"|keeps?) (?:\w+ ){0,4}(?:{KILL}|hurt|beat|jump|cut|smash) (?:me|us)\b"
            r"|\b{THIRD} (?:is|are|was|were)(?: \w+)? (?:threatening|trying|planning|out) to (?:{KILL}|hurt|jump"
            r"|cut) (?:me|us)\b"
            r"|\b(?:he|she|they|{PERSON}|hes|shes|theyre)(?: is| are|s)? (?:going to|gonna|gon|finna"
            r"|about to) (?:get|be|end up) (?:stabbed|shot|killed|jumped|shanked|murdered)\b"
            r"|\b(?:theyre|hes|shes) (?:going to|gonna|trying to|planning to|out to) (?:{KILL}|hurt|jump|cut"
            r"|beat) (?:me|us)\b"
            r"|\b(?:theres|there is|they put|they got|put|got) (?:a |an )?(?:hit|green ?light|price|bounty"
            r"|contract)(?: out)? on (?:me|my head|us|my life)\b|\b(?:im|i am|i been|ive been) green ?lit\b"
            r"|\b(?:im|i am|were) (?:scared|afraid|terrified|worried)(?: that)? (?:he|she|they|someone|somebody"
            r"|{THIRD})(?: is| are|s)? (?:will|would|might|could|going to|gonna|gon|is going to|is gonna) (?:{KILL}"
            r"|hurt|jump|stab|beat) (?:me|us|my (?:kids|family|son|daughter|mom|mother))\b"
            r"|\b(?:they|someone|somebody|dudes|people|guys)(?: are|s| is)? (?:plotting|planning|scheming) (?:to|on)"
            r" (?:{KILL}|hurt|jump|get|take|stab|hit|move on)(?:ing)? (?:me|us|him|her|my|that)\b"
            r"|\b(?:my life is|im|i am|hes|shes|my (?:\w+) is) in danger (?:in here|here|from|because|if)\b"
        ),
        words=words(
            "kill|murder|shoot|stab|shank|strangle|behead|slaughter|butcher|lynch|assassinate|exterminate"
            "|annihilate|eradicate|bomb|gut|waste|smoke|rape|poison|drown|set fire to|bury|unalive|hit out"
            "|price out|hurt|beat|jump|cut|smash|shot|hit on|light|lit|price on|bounty|contract|plotting"
            "|scheming|planning|in danger"
        ),
        guards=(
            *PAST,
            FICTION,
            PLAY,
            Guard("laughing", AFTER, r" (?:laughing|with|if i (?:forget|dont (?:call|write|do)))"),
            Guard(
                "a figure of speech",
                BEFORE,
                r"\b(?:joking\w*|kidding|playfully|always|lol|my (?:mom|mama|wife|girl)(?: is| s)?) ?$",
            ),
        ),
        must_match=(
            "My cellie said he will kill me",
            "they're going to jump me after chow",
            "there is a green light on me",
            "I'm scared that he is going to hurt my kids",
            "dudes are plotting to stab him",
        ),
        must_not_match=(
            "My mom is going to kill me",
            "he kills me with his jokes",
            "years ago he said he would kill me",
            "she told me she would get me a job",
            "There's a good price on me at the shop, he said",
        ),
    ),
    Rule(
        code="en.threat.told",
        category="threats_violence",
        tier="reported",
        purpose="The writer says that somebody is about to be hurt, or was told that they will be.",
        pattern=spelled(
            r"\b(?:somebody|someone|somebodys|someones|he|she|they|hes|shes|theyre|dude|that (?:{PERSON}|{GROUP}"
            r"|celly)|this (?:{PERSON})|one of (?:them|these|us)|a co|my celly|the new guy)(?: is| are|s)? (?:(?:gonna"
            r"|going to|about to|finna|bout to) (?:be )?)?(?:getting|catching"
            r"|catch|get|be) (?:stabbed|shot|killed|jumped|shanked|murdered|smashed|beat (?:up|down)|rolled up|hit"
            r"|whacked|touched|stomped|poked|stuck|(?:his|her|their) (?:jaw|head|face|neck|throat|ass|wig|teeth|legs?"
            r"|skull) (?:broke|broken|cracked|split|smashed|slit|cut|beat|busted|kicked)"
            r"|a shank|a knife|a beating|a body) ?(?:tonight|today|tomorrow|at|in|on|when|after|before|for|by|this"
            r"|next|soon|over|behind|$|[.!,])"
            r"|\b(?:{THIRD}|celly|officer|guards?|co|cos|dudes|inmate|ex|boss|opps|shot ?caller|gang|people|guys"
            r"|they)(?: (?:just|already|also|keeps?|is|are|been|has|have))* (?:threatened|threatening|threatens|swore"
            r"|swears|promised|vowed)(?: that)?(?: (?:to|he|she|they|would|will|hed|shed|theyd|hell|theyll|gonna|is"
            r"|are|going to))* (?:{KILL}|hurt|beat|jump|cut|smash|attack|rape|choke|get me|hit) (?:me|us|my (?:kids?"
            r"|family|son|daughter|mom|mother|wife|girl|brother|sister))\b"
            r"|\b(?:said|says|told me|saying|telling me)[^.!?;]{0,50} (?:theyll|hell|shell|they will|he will|she will"
            r"|theyd|hed|shed|theyre (?:going to|gonna)|hes (?:going to|gonna)|shes (?:going to|gonna)|im gonna be|ill"
            r" be|im going to be) (?:(?:{KILL}|hurt|beat|jump|cut|smash|attack|choke) (?:me|us|my"
            r" (?:kids?|family|son|daughter|mom|mother|wife|girl|brother|sister))|dead|killed|stabbed|jumped|next)\b"
        ),
        words=words(
            "stabbed|shot|killed|jumped|shanked|murdered|smashed|beat|rolled up|hit|whacked|touched|stomped"
            "|poked|stuck|broke|cracked|split|slit|cut|busted|kicked|a shank|a knife|a body|threat|swore"
            "|swears|promised|vowed|said|says|told me|saying|telling me"
        ),
        guards=(
            *PAST,
            FICTION,
            PLAY,
            Guard(
                "a joke",
                AFTER,
                r"[^.!?;]{0,20}\b(?:laughing|lol|haha|if i forget|with (?:a )?(?:bill|ticket|fine"
                r"|question)s?)\b",
            ),
            Guard(
                "told of the past",
                BEFORE,
                r"\b(?:when|was|were|used to|always|would|kept|had|after|before|because|step\w+|as a (?:kid|child)"
                r"|if|saw|seen|watch\w*|without|from|afraid of|years)(?: \w+)? ?",
            ),
            Guard(
                "a harmless hit",
                INSIDE,
                r"\bget(?:ting)? (?:hit|stuck|touched|shot|cut) (?:with|by|in (?:traffic"
                r"|line|here|the hole|a)|on (?:by|the)|down|for the|at)\b|\b(?:get|getting|be) (?:hit|stuck|touched"
                r"|shot"
                r"|cut) (?:at|for|by|before|after|in|on)\b|\bpromised? (?:to|that) (?:he |she )?(?:get|hit|beat) (?:me"
                r"|us)"
                r" (?:a|up|some)",
            ),
        ),
        must_match=(
            "somebody is getting stabbed at chow",
            "that dude is getting his jaw broke today",
            "my celly threatened to cut me tonight",
            "they said if I don't pay by Friday they'll stab me",
            "the guards are threatening to beat me",
        ),
        must_not_match=(
            "he was getting beat up when I came in years ago",
            "when I was little he threatened to kill us",
            "he is getting stuck in traffic",
            "She promised to get me a lawyer",
            "he said he will help me",
        ),
    ),
)
