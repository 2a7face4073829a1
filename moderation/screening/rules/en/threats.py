"""English: threats, calls for violence, and anger said as a wish to hurt."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, quoted, words

from .common import DENIED, PAST, SAID, spelled

_PLAY: Final = Guard(
    "play, or a figure of speech",
    AFTER,
    r"(?:[^.!?;]{0,20}(?:with (?:kindness|love)|laughing|\b(?:at|in|with|on) (?:\w+ )?(?:chess|checkers|cards"
    r"|spades|dominoe?s|basketball|ball|uno|fortnite|minecraft|call of duty|cod|gta|halo|overwatch|valorant|zelda"
    r"|skyrim|video games?|a (?:game|movie|play|dream)|monopoly|poker|pool|handball|the game|game|fifa|madden|2k"
    r"|xbox|scrabble)|if you (?:make me laugh|spoil)|some slack)| (?:up|back|off|some|a (?:deal|text|message|check"
    r"|break|line|call|kite|question|visit|letter|favor)|an (?:email|answer|e-mail|update)|with (?:a )?(?:question"
    r"|love|the news|\w+ news)|to (?:it|the punch)|straight|out (?:of (?:here|there|trouble))|there|home|help"
    r"|into)\b)",
)
_A_THING: Final = Guard(
    "a thing, not a person",
    INSIDE,
    r"\b(?:all|those|these)(?: (?:of|the|these|those|my|our|your|stupid|damn|fucking))* (?:lights?|time|bugs?|ants?"
    r"|weeds?|germs?|roaches|cockroaches|bacteria|mice|rats|pests?|viruse?s|zombies|monsters|enemies|day|night"
    r"|of it|it|that|this|along|right|in|mosquitos?|mosquitoes|flies|spiders|process\w*|pain|feelings?|hope|love"
    r"|doubts?|noise|power|plants?|cells?|demons?|habits?|calories|files?|records?|evidence|bridges?|the way|over"
    r"|about|my)\b",
)
_HARMLESS: Final = Guard(
    "a harmless use of the verb",
    INSIDE,
    r"\b(?:cut (?:my |the )?(?:hair|grass|kids? hair)|hit (?:you|him|her|them|yall|u) up|shoot (?:you|him|her"
    r"|them) (?:a|an|over|some|straight)|smoke (?:you|him|her|them|everyone) (?:out|at)|hang (?:with|out)"
    r"|waste (?:your|his|her|my|the|any|all) \w*time|fight (?:for|about) |get (?:you|him|her|them|your|my|all|the|a"
    r"|everyone|everybody|people|some|someone|somebody|that|his|their|this|these|those)\b|beat (?:the|this"
    r"|my) (?:case|charge|addiction|odds)|bury (?:my|the|his|her|our))",
)
_WARNING: Final = Guard(
    "a warning, not a threat",
    AFTER,
    r"[^.!?;]{0,12}(?: if (?:you|we) (?:keep|dont|do not|continue|use|used|relapse|drink|pick up|go back|shoot up)"
    r"| from| of | one day|\bsomeday| eventually| without| alone| in here|right|tired|serious|wrong|on the inside"
    r"| inside| to me| anyway| young| happy| old)",
)
_THREAT_GUARDS: Final = (SAID, quoted("reported"), DENIED, _PLAY, _A_THING, _HARMLESS)

_KILL_WORDS: Final = words(
    "kill|murder|shoot|stab|shank|strangle|behead|execute|slaughter|butcher|lynch|assassinate"
    "|exterminate|annihilate|eradicate|bomb|gut|waste|smoke|rape|poison|drown|set fire to|bury"
    "|unalive"
)
_HURT_WORDS: Final = words(
    "hurt|beat|punch|hit|slap|kick|jump|smash|cut|attack|slice|harm|torture|bash|whoop|maim"
    "|choke|cripple|burn|crush|destroy|hang|injure|assault|kidnap|fight|swing on|lay hands on"
    "|hunt|ruin|get"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.threat.kill",
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will kill, or want to kill, a person.",
        pattern=spelled(
            r"(?:{I_WILL}|{I_WANT}){FILL}(?:{KILL}) {ANYONE}"
            r"|\b(?:im|i am) (?:planning on|looking forward to) (?:killing|shooting|stabbing|strangling"
            r"|murdering) {SOMEONE}"
            r"|\b(?:im|i am|were|we are) (?:killing|shooting|stabbing|strangling|shanking|murdering) {SOMEONE}"
            r"|\bhow (?:do i|to|can i|could i|should i|would i|do you)(?: best| easily)? (?:kill|murder|stab"
            r"|strangle|poison|torture|shoot|assassinate|butcher|behead|execute|drown) (?:someone|somebody"
            r"|a (?:person|man|woman|guard|child|kid|human|cop)|people|him|her|them|my (?:{PERSON}))\b"
            r"|(?:{I_WILL}|{I_WANT}|\bhow (?:do|can|could) i)(?: \w+)? (?:shoot up|blow up|bomb|burn down"
            r"|set fire to) (?:a|an|my|the|this|that|your) (?:\w+ )?(?:school|church|house|home|prison|jail"
            r"|court\w*|unit|block|building|car|station|clinic|office)\b"
        ),
        words=(*_KILL_WORDS, *words("strangling|shanking|torture|blow up|burn down")),
        guards=(*_THREAT_GUARDS, *PAST),
        must_match=(
            "I'm going to kill you",
            "i swear i will kill him when i get out",
            "Imma stab that dude tonight",
            "I want to kill my cellmate",
            "we gonna shank that snitch",
            "I just want to shoot everyone",
            "I used to be calm but now I'm going to kill him",
        ),
        must_not_match=(
            "kill the lights please",
            "I'm going to kill time until chow",
            "I'd kill for a burger",
            "I'm going to kill you at chess",
            "I used to want to kill him",
            "I would never kill anyone",
            "I'm not saying I will kill him",
            "I will kill them with kindness",
            "My mom is going to kill me",
            "Back when I was using I'd say I will kill somebody",
            "I'll shoot you a letter",
            "I want to kill all the roaches in here",
        ),
    ),
    Rule(
        code="en.threat.hurt",
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will hurt a person, or wants to hurt the one they talk to.",
        pattern=spelled(r"{I_WILL}{FILL}{HURT} {SOMEONE}|{I_WANT}{FILL}{HURT} {YOU}\b"),
        words=_HURT_WORDS,
        guards=(*_THREAT_GUARDS, *PAST),
        must_match=(
            "I'm gonna beat him in the yard",
            "we will jump that new guy",
            "I want to hurt you",
            "ill hit you so hard",
        ),
        must_not_match=(
            "I'll hit you up next week",
            "I'm going to beat you at spades",
            "I'm going to get you some help",
            "I'm going to fight for my kids",
            "I am going to beat the case",
            "I'll cut you some slack",
            "I don't want to hurt you",
            "I'm going to cut my hair",
            "I will never hit her again",
        ),
    ),
    Rule(
        code="en.threat.body",
        category="threats_violence",
        tier="threat",
        purpose="The writer says what they will do to somebody's body.",
        pattern=spelled(
            r"(?:{I_WILL}|{I_WANT}){FILL}(?:{BREAK} {BODY}\b|(?:fuck|mess|rough|beat|light|cut|tear"
            r"|chop) {SOMEONE} (?:up|down|apart)\b|(?:lay|knock|take) {SOMEONE} out\b|(?:beat|kick|knock|choke"
            r"|slap) the \w+(?: \w+)? (?:out of|outta) {SOMEONE}|put (?:my hands on|hands on|a bullet in|a cap in"
            r"|a knife in) {SOMEONE}|put {SOMEONE} (?:in the (?:ground|hospital)|six feet|to sleep|in a (?:grave"
            r"|coffin|box|body bag))|make {SOMEONE} (?:pay|bleed|suffer|regret|sorry|disappear|beg)|come (?:for"
            r"|after) {YOU})"
        ),
        words=words(
            "break|smash|bash|beat|kick|cut|slit|snap|slice|crack|bust|knock|rip|stomp|whoop|punch"
            "|blow|cave|split|stab|whip|slap|fuck|mess|rough|light|lay|take|tear|chop|choke|put|make"
            "|come"
        ),
        guards=(*_THREAT_GUARDS, *PAST),
        must_match=(
            "I'm going to break your jaw",
            "imma beat your ass",
            "I will make you pay for this",
            "see you later, I'll put you in the hospital",
            "I'll beat the hell out of him",
            "I'm gonna fuck you up",
            "I swear I'll slit your throat",
        ),
        must_not_match=(
            "I'm going to break my habit",
            "it will break her heart",
            "I'll make you proud",
            "I'm going to take you up on that",
            "I won't break your trust",
            "I'll put you on the list",
        ),
    ),
    Rule(
        code="en.threat.your_end",
        category="threats_violence",
        tier="threat",
        purpose="The writer tells somebody that they will die or be hurt.",
        pattern=spelled(
            r"\b(?:youre|you are|your|ur) (?:a )?(?:fucking )?dead(?: man| meat| bitch)?\b"
            r"|\b(?:youre|you are|ur|u r|your|you|u) (?:going to|gonna|gona|gon|finna|bout to|will) (?:all )?(?:die"
            r"|bleed|burn|regret|pay for|get (?:hurt|stabbed|jumped|shot|beat|killed|shanked|smashed|whats coming)"
            r"|be sorry)\b"
            r"|\b(?:your|ur) days are (?:numbered|over)|\byou (?:wont|will not) (?:make it|leave (?:here )?alive"
            r"|live to)"
            r"|\b(?:better|should|need to) watch (?:your|ur) (?:back|self|mouth)|\bsleep with one eye open"
            r"|\bsnitches (?:get|end up)|\bbullet with (?:your|his|her) name"
            r"|\b(?:i|we) know where (?:you|your \w+|he|she) (?:live|sleep|stay|work|go)"
            r"|\b(?:your ass|its|you) (?:is )?on ?sight\b|\bcatch you (?:slipping|outside|lacking)"
        ),
        words=words(
            "end up|dead|die|bleed|burn|regret|pay for|get|sorry|days are|make it|leave|live|watch|one eye"
            "|bullet|know where|sight|catch you"
        ),
        guards=(SAID, DENIED, _WARNING),
        must_match=(
            "You're a dead man",
            "you are going to die tonight",
            "You better watch your back",
            "I know where you live",
            "snitches get stitches",
            "you will regret this",
            "your ass is on sight",
        ),
        must_not_match=(
            "you're going to die if you keep using",
            "You're dead right about that",
            "My counselor said you will regret it",
            "you are dead tired after work",
            "we will all die one day",
            "you won't regret it",
        ),
    ),
    Rule(
        code="en.threat.incite",
        category="threats_violence",
        tier="incitement",
        purpose="The writer says that people should be killed or hurt, or tells somebody to kill themselves.",
        pattern=spelled(
            r"\b(?:someone|somebody|we|they|people|yall|you guys|you all) (?:all )?(?:should|needs? to|has to"
            r"|have to|must|gotta|oughta|ought to)(?: just| all| really| simply){0,2} (?:{KILL}|hang|burn|gas"
            r"|shoot up|beat up) {ANYONE}"
            r"|\b(?:should|deserves?|needs?|must|ought|have|has)(?: all| just| really)?(?: to)?(?: all"
            r"| just)? be(?: all)? (?:{KILLED})\b|\b(?:deserves?|deserve all)(?: to)?(?: all)? (?:die|burn|be dead"
            r"|rot|death|hang|suffer)\b"
            r"|\b(?:you|he|she|they|those \w+|these \w+|{PERSON}) (?:should|need to|must|ought to)(?: all"
            r"| just)? (?:die|burn in|hang for|rot in|drop dead)\b"
            r"|\blets (?:all )?(?:{KILL}) {SOMEONE}|(?:^|[.!?,] ?)(?:{KILL}) (?:them|em|all|every)\b"
            r"|\bdeath to (?:all )?\w+"
            r"|(?:^|[.!?,;:] ?|\b(?:go|just|please|u|should) )(?:kill|hang|shoot) (?:yourself|ur ?self|your self)"
            r"|\bkys\b|\bgo die\b|\b(?:i )?hope (?:you|he|she|they)(?: all)? (?:die|dies|rot|rots|get killed"
            r"|gets killed|bleed|burn)\b|\bdrop dead\b"
        ),
        words=(*_KILL_WORDS, *words("hang|burn|gas|beat up|deserve|die|rot|drop dead|be |kys|hope|death to")),
        guards=(
            SAID,
            quoted("reported"),
            DENIED,
            _A_THING,
            _WARNING,
            Guard("oneself", BEFORE, r"\b(?:i|myself|me|we)(?: (?:really|just|dont|do not|probably|dont think i))* ?"),
            Guard(
                "nobody",
                BEFORE,
                r"\b(?:no ?one|nobody|no \w+|never|dont|not|nothing|things?|it|this|habits?|to|ill|gonna|will|could"
                r"|would|you|why|if|think \w+)(?: \w+)? ?",
            ),
            Guard(
                "a feeling, not harm",
                INSIDE,
                r"\bbe (?:hurt|burned|burnt|crushed|jumped|put down|shot) (?:by|out|about|if)",
            ),
        ),
        must_match=(
            "Somebody should shoot that guy",
            "they all deserve to die",
            "people like her must be beaten",
            "go kill yourself",
            "kys",
            "I hope he dies",
            "Death to snitches",
        ),
        must_not_match=(
            "I deserve to die",
            "no one deserves to be hurt",
            "don't kill yourself over a bad day",
            "you'll kill yourself working like that",
            "nobody should be shot for that",
            "old habits die hard",
        ),
    ),
    Rule(
        code="en.threat.urge",
        category="threats_violence",
        tier="urge",
        purpose="Anger at a third person, said as a wish: what these rooms are for, and worth a look.",
        pattern=spelled(
            r"{I_WANT}{FILL}{HURT} {THEM}\b"
            r"|\b(?:feel like|felt like|thinking (?:of|about)|thoughts of|urge of|fantasi[sz]\w* (?:of|about)"
            r"|keep imagining) (?:{HURTING}) {SOMEONE}"
        ),
        words=(*_HURT_WORDS, *words("shooting|killing|stabbing|strangling|murdering|choking|slicing")),
        guards=(SAID, DENIED, _PLAY, _A_THING, _HARMLESS, *PAST),
        must_match=(
            "I get so mad I want to hit somebody",
            "I keep thinking about hurting him",
            "i want to choke that guard",
        ),
        must_not_match=("I want to beat the case", "I want to get my kids back", "I don't want to hurt anybody"),
    ),
    Rule(
        code="en.threat.reported",
        category="threats_violence",
        tier="reported",
        purpose="Somebody may be in danger: the writer tells of a threat against themselves.",
        pattern=spelled(
            r"\b{THIRD} (?:\w+ ){0,3}(?:said|says|saying|told me|threatened|threatens|threatening|promised|swore"
            r"|keeps?) (?:\w+ ){0,4}(?:{KILL}|hurt|beat|jump|cut|get|smash) (?:me|us)\b"
            r"|\b{THIRD} (?:is|are|was|were)(?: \w+)? (?:threatening|trying|planning|out) to (?:{KILL}|hurt|jump"
            r"|cut) (?:me|us)\b"
            r"|\b(?:he|she|they|{PERSON}|hes|shes|theyre)(?: is| are|s)? (?:going to|gonna|gon|finna"
            r"|about to) (?:get|be|end up) (?:stabbed|shot|killed|jumped|shanked|murdered)\b"
            r"|\b(?:theyre|hes|shes) (?:going to|gonna|trying to|planning to|out to) (?:{KILL}|hurt|jump|cut"
            r"|beat) (?:me|us)\b"
        ),
        words=(*_KILL_WORDS, *words("hurt|beat|jump|cut|get|smash|shot")),
        guards=(*PAST, Guard("laughing", AFTER, r" (?:laughing|with)")),
        must_match=("My cellie said he will kill me", "they're going to jump me after chow"),
        must_not_match=(
            "My mom is going to kill me",
            "he kills me with his jokes",
            "years ago he said he would kill me",
        ),
    ),
)
