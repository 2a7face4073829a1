"""English: threats and self-harm.

Written for the normal form: lower case, no accents, no apostrophes (*I'm* is `im`, *I'll* is `ill`).
"""

from typing import Final

from .base import AFTER, BEFORE, INSIDE, Guard, Rule, quoted, spell, words

PIECES: Final = {
    # Who and when
    "FILL": r" (?:(?:really|just|so|fucking|fuckin|fkn|freaking|literally|seriously|honestly|actually|definitely"
    r"|still|also|probably|even|only|all|now|finally|personally|straight up|go and|go|try to|come and|have to"
    r"|want to|wanna|love to|find and|find you and) ){0,3}",
    "I_WILL": r"(?:^|[.!?,;] ?)(?:gonna|gon|going to|finna)|\b(?:(?:i|we) (?:will|shall|swear i will|swear ill"
    r"|promise ill)|ill|(?:im|i am|were|we are)(?: still| really| so| just| seriously)? (?:going to|gonna|gon|gunna"
    r"|goin to|finna|about to|bout to|abt to|fixing to|planning to|planning on|plotting to|ready to)|(?:i"
    r"|we) (?:gonna|plan to|intend to|mean to|promise to|swear to|decided to|have decided to)|ive decided to|ima"
    r"|imma|im a|lets|let us)",
    "I_WANT": r"\b(?:i|we|id|wed)(?: just| really| so| still| honestly| seriously| fucking| only){0,2} (?:want to"
    r"|wanna|wanted to just|wish i could|would like to|would love to|like to|love to|need to|have to|got to|gotta"
    r"|must|should just|cant wait to)",
    # To whom
    "YOU": r"you|u|ya|yall|ur ass|your ass|your (?:whole )?(?:family|kids?|children|mom|mother|mama|people|wife"
    r"|girl|brother|sister|dad|father|son|daughter)",
    "PERSON": r"man|men|woman|women|guy|guys|dude|dudes|bitch\w*|person|people|boy|boys|girl|girls|kid|kids|guard"
    r"|guards|officer|officers|co|cos|cop|cops|judge|sergeant|lieutenant|warden|snitch\w*|rat|rats|fool"
    r"|mother ?fuckers?|mf|punk|asshole|bastard|wife|husband|ex|exwife|girlfriend|boyfriend|brother|sister|mother"
    r"|mom|father|dad|son|daughter|stepdad|uncle|cousin|cellie|cellmate|roommate|neighbou?r|boss|roomie|baby mama"
    r"|lawyer|po|counselor|whore|sons? of bitch\w*|piece of shit|idiots?|scum|lot",
    "THEM": r"him|her|them|em|someone|somebody|anyone|anybody|everyone|everybody|people|one of (?:you|them)"
    r"|(?:all )?(?:that|this|those|these|my|the|his|her|their|a|an|any|every|another"
    r"|some)(?: \w+){0,2} (?:{PERSON})|all (?:of )?(?:you|them|the|these|those|you )? ?\w+(?: \w+)?",
    "SOMEONE": r"(?:{YOU}|{THEM})\b",
    "ANYONE": r"(?:{YOU}|{THEM}|(?:those|these)(?: \w+)? \w+)\b",
    # What
    "KILL": r"kill|murder|shoot|stab|shank|strangle|behead|execute|slaughter|butcher|lynch|assassinate|exterminate"
    r"|annihilate|eradicate|bomb|gut|waste|smoke|rape|poison|drown|set fire to|bury|unalive",
    "KILLED": r"killed|murdered|shot|stabbed|shanked|strangled|beheaded|executed|slaughtered|lynched|hanged|hung"
    r"|exterminated|annihilated|eradicated|raped|burned|burnt|gassed|put down|wiped out|beaten|tortured|jumped"
    r"|put to death|put in the ground|hurt|smashed|bombed|crushed|castrated",
    "HURT": r"hurt|beat|punch|hit|slap|kick|jump|smash|cut|attack|slice|harm|torture|bash|whoop|maim|choke|cripple"
    r"|burn|crush|destroy|hang|injure|assault|kidnap|fight|swing on|lay hands on|hunt|ruin|get",
    "HURTING": r"hurting|beating|punching|hitting|slapping|kicking|jumping|smashing|cutting|attacking|choking"
    r"|killing|shooting|stabbing|strangling|murdering",
    "BREAK": r"break|smash|bash|beat|kick|cut|slit|snap|slice|crack|bust|knock|rip|stomp|whoop|punch|blow|cave"
    r"|split|stab|whip|kick in|cut off|cut out|rip out|slap",
    "BODY": r"(?:your|ur|his|her|their|yall|that \w+s?) (?:(?:fucking|whole|damn|little|stupid) )?(?:ass|asses|face"
    r"|head|heads|neck|necks|throats?|jaw|legs?|arms?|skulls?|teeth|tooth|knees?|fingers?|nose|bones?|brains?|ribs?"
    r"|eyes?|tongue|hands?|back|guts)",
    # Oneself
    "SELF": r"my ?self|me self|myslef|mysel",
    "END_SELF": r"kill {SELF}|end my (?:own )?life|end it all|end (?:it|this|things) (?:tonight|now|today|soon"
    r"|tomorrow|for good|forever|all)|end everything|take my (?:own )?life|commit suicide|die by suicide"
    r"|hang {SELF}|shoot {SELF}|drown {SELF}|stab {SELF}|off {SELF}|suffocate {SELF}|poison {SELF}|unalive {SELF}"
    r"|overdose|od on purpose|slit my (?:wrists?|throat)|cut my (?:wrists?|throat|veins)|string {SELF} up"
    r"|jump (?:off|from|out of|in front of|into) (?:a|an|the|this|that|my|some)(?: \w+)? (?:bridge|roof|rooftop"
    r"|building|tier|balcony|cliff|ledge|window|rail\w*|train|bus|truck|car|traffic|overpass|floor)"
    r"|blow my (?:\w+ )?(?:brains|head) (?:out|off)|put a (?:bullet|gun) (?:in|to|through) my (?:head|brain|mouth)"
    r"|do away with {SELF}|take all (?:of )?(?:my|the|these) (?:pills|meds|medication)|swallow all (?:of )?(?:my"
    r"|the|these) (?:pills|meds)",
    "ENDING_SELF": r"killing {SELF}|ending my (?:own )?life|ending it all|ending it (?:tonight|now|today|soon)"
    r"|ending everything|taking my (?:own )?life|committing suicide|hanging {SELF}|shooting {SELF}|drowning {SELF}"
    r"|offing {SELF}|overdosing|slitting my wrists?|cutting my wrists?|jumping (?:off|from|in front of) (?:a|an|the"
    r"|this) \w+|suicide|dying by suicide|unaliving {SELF}",
    "WANT_ME": r"\b(?:want to|wants to|wanna|wana|would like to|need to|feel like i should|should just|ready to"
    r"|have to|gotta|got to|tempted to|might as well|might just|might|trying to|try to|wish i could|would rather"
    r"|rather|urge to|plan to|planning to|intend to|decided to|prepared to|determined to|about to|going to|gonna"
    r"|finna|will|ill|ima|imma|let me)",
    "MAYBE": r"\b(?:i would|i could|id|i may|i should|if i|should i|before i|so i|make me|considering how to)",
    "WISH": r"\b(?:want to|wanna|wana|would like to|need to|wish i could|would rather|rather|prefer to|ready to"
    r"|should just|might as well|trying to|hope to|hoping to|let me|id like to|deserve to)",
    "THIRD": r"(?:he|she|they|someone|somebody|friend|brother|sister|mother|mom|dad|father|son|daughter|wife"
    r"|husband|girlfriend|boyfriend|cellie|cellmate|roommate|cousin|uncle|aunt|buddy|homie|guy|girl|kid|partner"
    r"|neighbou?r|bunkie|person|dude|member)",
}

_SAID: Final = Guard(
    "someone else said it",
    BEFORE,
    r"\b\w+(?: \w+)? (?:said|says|saying|told|tells|telling|threatened|threatens|threatening|yelled|yelling"
    r"|screamed|was like|were like|be like|texted|wrote|reads|sings)(?: (?:me|us|him|her|to me|that|out|things"
    r"|stuff|like))*[ ,:\"“(]*(?:i|im|id)? ?",
    unless=r"\b(?:i|we|ive|id)(?: (?:just|already|never|have|always))? (?:said|told|say|yelled|texted|wrote"
    r"|was like)",
    lowers_to="reported",
)
_SAID_SELF: Final = Guard(_SAID.name, BEFORE, _SAID.pattern, _SAID.unless, lowers_to="other")
_DENIED: Final = Guard(
    "denied",
    BEFORE,
    r"(?:\b(?:not|never|dont|didnt|doesnt|wont|wouldnt|isnt|cant)(?: (?:say|saying|said|mean|meaning|think|thinking"
    r"|like|that|as|if|because|really|even|going|to|ever|feel)){1,4} ?|\bno way |\bif i (?:say|said) )",
)
_LONG_AGO: Final = Guard(
    "past, before",
    BEFORE,
    r"\b(?:years? ago|months ago|back then|back when|at that time|when i was (?:a|in|young\w*|little|using|\d+)"
    r"|used to|in the past|in (?:19|20)\d\d|as a (?:kid|child|teen\w*)|before (?:recovery|treatment|rehab|sobriety"
    r"|getting|i got|i found|god|jesus))\b[^.!?;]{0,60}",
    unless=r"\b(?:now|still|again|but|today|tonight|anymore|lately)\b",
)
_AGO: Final = Guard(
    "past, after",
    AFTER,
    r"[^.!?;]{0,40}\b(?:years? ago|months ago|back then|back when|when i was (?:a|in|young\w*|little|using|\d+)"
    r"|in the past|(?:in|until) (?:19|20)\d\d)\b",
    unless=r"\b(?:still|again|tonight|today|like)\b",
)
_PAST: Final = (_LONG_AGO, _AGO)

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
_THREAT_GUARDS: Final = (_SAID, quoted("reported"), _DENIED, _PLAY, _A_THING, _HARMLESS)

_NO_WISH: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:dont|do not|didnt|did not|doesnt|never|not|no longer|wouldnt|would not|wont|will not|cant|stopped|nobody"
    r"|no one|without|isnt|arent|aint|instead of|rather than|quit|refuse to|against)(?: (?:really|even|actually"
    r"|ever|going|go|to|about|want|wanna|be|have|had|feel|feeling|like|think|thinking|of|gonna|any|plan|planning"
    r"|thoughts|trying|try|planned|consider|i|im|that|saying|me|a)){0,6} ?",
    unless=r"\bnot (?:be )?(?:here|alive)\b|\b(?:nobody|no one)\b.{6,}|\bcant (?:stop|quit)\b|\bnever stop",
)
_OVER: Final = Guard(
    "over now",
    AFTER,
    r"[^.!?;]{0,30}\b(?:but (?:not|im not|i dont|i never would|i wont|i would never|that was|thats over|im better"
    r"|i got help|then i)|is behind me|in my past)",
)
_LAUGHING: Final = Guard(
    "a figure of speech",
    AFTER,
    r"(?: (?:laughing|of (?:laughter|embarrass\w*|boredom|shame|hunger|heat|cringe|happiness|cuteness)|in the foot"
    r"|from (?:laughing|embarrass\w*|boredom|laughter|the heat)|trying|working|at (?:the )?(?:gym|work)|for (?:a|an"
    r"|some|that|this|you|my|your|her|him|them|chocolate|love)\b|on (?:this|that|a|my) (?:hill|chair|phone)|young"
    r"|sober|clean|to (?:my|sin|the world|that)\b|free|old|peacefully|happy|someday|one day|with dignity|in peace)"
    r"|, (?:lol|haha|jk))",
)
_AFRAID: Final = Guard(
    "fear of it, or a warning",
    BEFORE,
    r"\b(?:afraid|scared|worried|fear|terrified|what if|so that|or|everyone|people (?:can|who))(?: (?:that|of|i|id"
    r"|ill|might|will|would|could))* ?",
)
_SELF_GUARDS: Final = (_SAID_SELF, quoted("other"), _NO_WISH, *_PAST, _LAUGHING, _OVER)


def _p(pattern: str) -> str:
    return spell(pattern, PIECES)


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

_THREATS: Final = (
    Rule(
        code="en.threat.kill",
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will kill, or want to kill, a person.",
        pattern=_p(
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
        guards=(*_THREAT_GUARDS, *_PAST),
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
        pattern=_p(r"{I_WILL}{FILL}{HURT} {SOMEONE}|{I_WANT}{FILL}{HURT} {YOU}\b"),
        words=_HURT_WORDS,
        guards=(*_THREAT_GUARDS, *_PAST),
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
        pattern=_p(
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
        guards=(*_THREAT_GUARDS, *_PAST),
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
        pattern=_p(
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
        guards=(_SAID, _DENIED, _WARNING),
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
        pattern=_p(
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
            _SAID,
            quoted("reported"),
            _DENIED,
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
        pattern=_p(
            r"{I_WANT}{FILL}{HURT} {THEM}\b"
            r"|\b(?:feel like|felt like|thinking (?:of|about)|thoughts of|urge of|fantasi[sz]\w* (?:of|about)"
            r"|keep imagining) (?:{HURTING}) {SOMEONE}"
        ),
        words=(*_HURT_WORDS, *words("shooting|killing|stabbing|strangling|murdering|choking|slicing")),
        guards=(_SAID, _DENIED, _PLAY, _A_THING, _HARMLESS, *_PAST),
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
        pattern=_p(
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
        guards=(*_PAST, Guard("laughing", AFTER, r" (?:laughing|with)")),
        must_match=("My cellie said he will kill me", "they're going to jump me after chow"),
        must_not_match=(
            "My mom is going to kill me",
            "he kills me with his jokes",
            "years ago he said he would kill me",
        ),
    ),
)

_SELF_HARM: Final = (
    Rule(
        code="en.self_harm.intent",
        category="self_harm",
        tier="intent",
        purpose="The writer wants, means or is ready to end their life.",
        pattern=_p(r"{WANT_ME}{FILL}(?:{END_SELF})\b|\bkms\b"),
        words=words(
            "kill m|my life|my own life|end it|end this|end things|end everything|suicide|hang m|shoot"
            " m|drown m|stab m|off m|suffocate m|poison m|unalive m|overdose|od on|slit my|cut my"
            "|string m|jump|blow my|bullet|gun|do away|take all|swallow all|kms"
        ),
        guards=(*_SELF_GUARDS, _AFRAID),
        must_match=(
            "I want to kill myself",
            "I'm going to end it tonight",
            "im gonna hang myself",
            "I just wanna take my own life",
            "I am ready to jump off the top tier",
            "Used to be okay but now I want to kill myself",
            "I will take all my pills tonight",
        ),
        must_not_match=(
            "I would never kill myself",
            "I don't want to kill myself",
            "I used to want to kill myself",
            "When I was 15 I wanted to kill myself",
            "My cellie says I want to kill myself",
            "I'm going to kill myself laughing",
            "I'm afraid I will overdose if I go back",
            "I could shoot myself in the foot",
            "I'm going to cut my hair",
        ),
    ),
    Rule(
        code="en.self_harm.thoughts",
        category="self_harm",
        tier="intent",
        purpose="The writer is thinking of ending their life now.",
        pattern=_p(
            r"\b(?:im|i am|been|keep|cant stop|cant help|always|constantly|i think|started|seriously|just"
            r"|now)(?: (?:thinking|considering|contemplating|planning|imagining|dreaming"
            r"|fantasi[sz]ing))?(?: (?:a lot|again|all day|every day|seriously))?(?: (?:of|about"
            r"|on))? (?:{ENDING_SELF})\b"
            r"|\b(?:i have|i got|i made|ive got|ive made|having|have|having a lot of"
            r"|i get) (?:\w+ )?(?:suicidal thoughts|a (?:suicide )?plan to (?:die|kill)"
            r"|thoughts of (?:{ENDING_SELF}))"
            r"|\b(?:im|i am|i feel|feeling|i still feel|i been|ive been|i get)(?: (?:so|really|feeling|still|very"
            r"|actually|just|kinda|a bit|a little|getting|becoming|often|back to being)){0,2} suicidal\b"
            r"|\b(?:i want|wish i was able) to be dead"
            r"|\bi(?: (?:\w+ly|sometimes|often|still|always|do|just|even))? think (?:about|of) (?:{ENDING_SELF})\b"
            r"|\b(?:{ENDING_SELF}) is all i (?:can )?think about|\ball i (?:can )?think (?:about"
            r"|of) is (?:{ENDING_SELF})\b"
        ),
        words=words(
            "myself|my self|myslef|mysel|me self|my life|my own life|ending it|ending everything"
            "|suicid|wrist|jumping|plan to|to be dead|overdosing"
        ),
        guards=(*_SELF_GUARDS, _AFRAID),
        must_match=(
            "I keep thinking about killing myself",
            "I'm suicidal",
            "i have suicidal thoughts again",
            "im thinking of ending it all",
        ),
        must_not_match=(
            "I am not suicidal",
            "I'm no longer thinking about killing myself",
            "my brother was suicidal",
            "I had a class on suicide",
            "I lost him to suicide",
        ),
    ),
    Rule(
        code="en.self_harm.means",
        category="self_harm",
        tier="intent",
        purpose="A means, a time or a farewell: pills saved, a note written, a last night.",
        pattern=_p(
            r"\b(?:i have|ive got|i got|got|i saved up|ive been saving|i been saving|i saved|ive saved|i hid"
            r"|stashed|hoarding|ive been hoarding|i made|bought) (?:\w+ ){0,3}(?:pills|meds|rope|noose|razor|blade"
            r"|sheet|sheets|gun|knife)\b[^.!?;]{0,30}\b(?:to (?:do it|end|die|kill m|hang)|ready|tonight|enough to"
            r"|and (?:im|i am|ill|a note))"
            r"|\bi (?:just )?(?:took|swallowed|ate|downed) (?:(?:a (?:bunch|lot|handful|bottle|whole bottle) of"
            r"|too many|[2-9]\d|\d{3}) (?:my |the |these |those )?(?:\w+ )?(?:pills|meds|tablets|medication)"
            r"|all (?:of )?(?:my|the|these|those) (?:sleeping )?(?:pills|tablets))"
            r"|\b(?:wrote|writing|written|left|leaving|have) (?:\w+ ){0,2}(?:suicide|goodbye|farewell) (?:note"
            r"|notes|letter|letters)"
            r"|\b(?:tonight|tomorrow|today|this) (?:is|will be) my last (?:night|day|message|goodbye)(?: on earth"
            r"| alive)?\b"
            r"|\btonight is the night\b[^.!?]{0,30}(?:made up my mind|im ready|i am ready|its over|end)"
            r"|\b(?:standing|sitting|up) on (?:the|a|this) (?:bridge|ledge|roof|edge|rail\w*|top tier"
            r"|tracks)(?: \w+){0,3} (?:now|about to|ready)"
            r"|\btonight (?:i|ill|im|im going to|im gonna) (?:end|ending|kill|killing|finish) (?:it|{SELF}"
            r"|everything)\b"
            r"|\bi (?:\w+ )?(?:tied|made|got|have|hung|built) (?:a|the|my) noose\b"
            r"|\b(?:just|think i|think i just) (?:overdosed|od ?d)\b"
            r"|\b(?:best|easiest|painless|fastest|quickest|easy|good|least painful) (?:way|place) to (?:die"
            r"|kill (?:{SELF}|your ?self)|end (?:it|my life)|commit suicide)\b|\bpainless(?:ly)? (?:die|death"
            r"|suicide)"
            r"|\bhow (?:do i|to|can i|should i|many \w+ (?:to|would|does it take to)) (?:painlessly )?(?:die\b"
            r"|kill {SELF}|end my life|commit suicide|overdose|hang {SELF}|kill me)"
            r"|\b(?:i )?(?:wont|will not) be (?:alive|around) (?:tomorrow|in the morning|much longer|after tonight"
            r"|anymore|by)|\b(?:when|after|once) (?:im|i am) (?:dead|gone),? (?:tell|take|give|please)"
            r"|\bgoodbye (?:forever|cruel world|for good)|\bthis is (?:my )?(?:final )?goodbye\b"
            r"|\bby the time you read this"
            r"|\b(?:im|i am) (?:cutting|hanging|killing) {SELF}\b|\b(?:im|i am) (?:going to|gonna) be dead\b"
        ),
        words=words(
            "pills|meds|medication|tablets|rope|noose|razor|blade|sheet|gun|knife|suicide|goodbye"
            "|farewell| last |the night| on the | on a | on this |overdosed|odd|od d|tonight|way to|place to|painless"
            "|how | be here|be alive|be around|dead|gone|read this|cutting|hanging|killing"
        ),
        guards=(
            _SAID_SELF,
            _NO_WISH,
            *_PAST,
            _LAUGHING,
            Guard(
                "the last one of something",
                AFTER,
                r" (?:inside|in|here|at|before|of|with|as|there|on|for|this morning|today|like)\b",
            ),
        ),
        must_match=(
            "I just overdosed",
            "I have a rope ready for tonight",
            "I just took all my pills",
            "I wrote my goodbye letter",
            "what is the easiest way to die",
            "I won't be alive tomorrow, goodbye forever",
            "how do i kill myself",
        ),
        must_not_match=(
            "Tonight is my last night inside, I go home",
            "I took my meds this morning",
            "I took 2 pills for my back",
            "I took all my pills this morning like they told me",
            "easiest way to go is the bus",
            "I wrote a letter to my son",
            "I will be here tomorrow",
        ),
    ),
    Rule(
        code="en.self_harm.ideation",
        category="self_harm",
        tier="ideation",
        purpose="A wish to be dead or not to be here, without a plan.",
        pattern=_p(
            r"{MAYBE}{FILL}(?:{END_SELF})\b|{WISH}{FILL}(?:die\b|be dead|disappear forever|not (?:exist|be here"
            r"|be alive|wake up)|never wake up|(?:go|fall) (?:to sleep|asleep) and (?:never|not) wake"
            r"|stop (?:existing|living|being alive)|cease to exist|join (?:him|her|them) in (?:heaven|death))"
            r"|\b(?:dont|do not|no longer|cant) (?:\w+ ){0,2}(?:want to|wanna|wish to|care to|see a reason to"
            r"|have the (?:will|strength) to|see the point (?:in|of)|feel like) (?:live|living|be alive|being alive"
            r"|exist|existing|be here (?:anymore|any more|no more)|being here anymore|wake up|go on|keep living"
            r"|be on this|be in this world)\b"
            r"|\b(?:i )?wish (?:i|that i) (?:was|were|could be) (?:dead|never born|not alive|not here|gone)"
            r"|\b(?:i )?wish i (?:had never been|was never|were never|wasnt|werent|had not been|hadnt been) (?:born"
            r"|alive)"
            r"|\b(?:i )?wish i (?:would|could|had|just) (?:just )?(?:not wake|never wake|die|died|disappear"
            r"|sleep forever|go to sleep)"
            r"|\b(?:i )?(?:hope|pray) (?:i|that i|to) (?:die|dont wake|do not wake|never wake|not wake)"
            r"|\bbetter (?:off )?(?:dead|if i (?:was|were|am|wasnt|werent|died|dead|disappeared|didnt|did not"
            r"|never)[^.!?;]{0,20}|without me)"
            r"|\b(?:no|any) (?:reason|point|purpose|will|desire)(?: left)? (?:to|in|for) (?:live|living|life|go on"
            r"|going on|be alive|being alive|exist\w*|keep going|continue)|\bnothing (?:left )?to live for"
            r"|\b(?:tired|sick|done|exhausted) (?:of|with) (?:life|living|being alive|existing|this life|my life)\b"
            r"|\b(?:life (?:is|isnt|is not|aint)|my life (?:is over|is|isnt|is not|aint)) (?:not )?(?:worth (?:it"
            r"|living)|pointless|meaningless)"
            r"|\b(?:cant|cannot|can not|dont think i can|dont know if i can) (?:go on|keep living|live|carry on"
            r"|keep going) (?:anymore|any more|like this|any longer|living|with this|much longer)"
            r"|\bwhats the point (?:of|in) (?:living|life|being alive|going on)"
            r"|\bi (?:deserve|need) to (?:die|be dead)|\bi (?:should|shouldnt|should not) (?:be dead|have been born"
            r"|be alive|exist)"
            r"|\b(?:want|wish|wanted|prefer) to (?:end|stop) (?:the pain|my pain|my suffering|all (?:this"
            r"|the) (?:pain|suffering))"
            r"|\bi was thinking (?:of|about) (?:{ENDING_SELF})|\bwant (?:it|this|everything) (?:all )?to (?:end"
            r"|be over)\b"
            r"|\bwant (?:the|this|my|all the) (?:pain|hurt|hurting|suffering) to (?:stop|end|go away)"
            r"|\b(?:nobody|no one|noone) would (?:even )?(?:miss me|care if|notice if)"
            r"|\bif i (?:just )?(?:didnt|did not|never) wake up|\bmind if (?:something happened to me|i (?:died"
            r"|didnt wake|never woke))"
            r"|\b(?:give|giving|gave|given) away (?:all (?:of )?my|everything|my (?:things|stuff|belongings"
            r"|possessions|property))|\b(?:easier|better) for everyone if i\b"
            r"|\bi (?:wont|will not) be here (?:tomorrow|much longer|after tonight)\b|\bthoughts? (?:about|of"
            r"|on) (?:{ENDING_SELF})"
            r"|\bhow (?:would|does|do|can|could) (?:someone|somebody|a person|one|you|people) (?:overdose|(?:kill"
            r"|hang) (?:themsel\w+|your ?self|ones? ?self))"
            r"|(?:^|[.!?] )(?:suicide|suicidal|suicidal thoughts|kill {SELF}|killing {SELF}"
            r"|self ?-?harm(?: thoughts)?|cutting {SELF})(?:$| ?[.!?])"
            r"|\bthinking (?:of|about) ending things\b|\bmy life is over\b"
            r"|\b(?:wont|will not|not going to|not gonna|cant) make it (?:through|thru|past|to) (?:the|this|tonight"
            r"|tomorrow)(?: night| weekend)?\b"
            r"|\bthinking (?:of|about) (?:using|getting) (?:a|the|my) (?:gun|rope|razor|knife|blade|pills)"
            r"|\btried to (?:kill {SELF}|end my life|commit suicide|hang {SELF}|overdose)"
        ),
        words=words(
            "my life|my own life|end it|end this|end things|hang m|shoot m|drown m|stab m|off m|suffocate m|poison m"
            "|unalive m|overdose|od on|slit my|cut my|string m|jump|blow my|bullet|gun|do away|take all|swallow all"
            "|end everything|die|dead|disappear|exist|be here|being here|not here|alive|wake|live|living|life|born"
            "|gone|sleep|without me|better if i|better off if i|go on|going on|keep going|continue"
            "|carry on|to end|to be over|to stop|join|was thinking|tried to|be on this|be in this|pain"
            " to|hurt to|hurting to|suffering to|miss me|care if|notice if|mind if|away my|away all"
            "|away of|away everything|everyone if i|thought|how |suicid|kill m|killing|harm|cutting"
            "|thinking of|thinking about|make it"
        ),
        guards=(
            _SAID_SELF,
            _NO_WISH,
            *_PAST,
            _LAUGHING,
            _OVER,
            _AFRAID,
            Guard(
                "where to live",
                AFTER,
                r" (?:with|in|at|there|here|on|near|by|under|off|together|next|up to|that (?:life|way)|of"
                r"|like this,? (?:(?:and|so) )?i (?:want|need) (?:to|help))\b",
            ),
            Guard(
                "an errand",
                AFTER,
                r"[^.!?]{0,20}\b(?:court|work|home|parole|transfer\w*|appointment|visit|medical|class|released?)\b",
            ),
            Guard(
                "not oneself",
                BEFORE,
                r"\b(?:you|u|he|she|they|we|people|plants?|it|yall|who|everyone|someone|somebody|dog|cat|phone"
                r"|battery|always) (?:(?:all|just|really|do|might) )?",
            ),
        ),
        must_match=(
            "I wish I was dead",
            "I don't want to live anymore",
            "I just want to die",
            "Everyone would be better off without me",
            "I have no reason to live",
            "I'm so tired of living",
            "I tried to kill myself last night",
        ),
        must_not_match=(
            "I'm dying of boredom",
            "I don't want to die",
            "that food is to die for",
            "I used to wish I was dead",
            "I could die of embarrassment",
            "I don't want to live with my dad",
            "I tried to kill myself ten years ago",
            "you are going to die if you use",
            "I want to live",
        ),
    ),
    Rule(
        code="en.self_harm.injury",
        category="self_harm",
        tier="ideation",
        purpose="Hurting oneself, now or lately, without a wish to die being said.",
        pattern=_p(
            r"\b(?:i|im|i am|ive|ive been|been|keep|i also|i still|i often|cant help but|started|start|want to"
            r"|wanna|going to|gonna|need to|will|ill|urge to|urges to|feel like|think about|thinking (?:of|about)"
            r"|thoughts of|just|back to|cant stop)(?: just| really| been| started| keep| have been| want to| still"
            r"| again){0,2} (?:cut|cutting|hurt|hurting|harm|harming|harmed|burn|burned|burnt|burning|punish"
            r"|punishing|self ?-?harm\w*|slice|slicing|scratch|punch|hit|starve|starving)(?: on)? (?:{SELF}"
            r"|my (?:arms?|wrists?|legs?|thighs?|skin))\b"
            r"|\b(?:im|i am|i|ive been|been|started|back to|relapsed (?:on|with|into)|want to|urge to|urges to"
            r"|wanna|help but) (?:(?:been|still|started|just|really|have been|also) ){0,2}self ?-?harm(?:ing|ed)?\b"
            r"|\b(?:have|ive|i|im|started|back to|not)(?: been)? cutting(?: again| lately| a lot)?(?:$| ?[.!?,])"
        ),
        words=words("myself|my self|myslef|mysel|me self|my arm|my wrist|my leg|my thigh|my skin|harm|cutting"),
        guards=(
            _SAID_SELF,
            Guard(_NO_WISH.name, BEFORE, _NO_WISH.pattern, unless=_NO_WISH.unless + r"|\bhelp but"),
            *_PAST,
            _OVER,
            Guard(
                "an accident",
                AFTER,
                r"[^.!?;]{0,12}\b(?:off|shaving|cooking|working|at work|playing|falling|some|short|out|down"
                r"|by accident|accident\w*|lifting|running|loose|slack)\b",
            ),
        ),
        must_match=(
            "I cut myself last night",
            "I keep hurting myself",
            "i want to hurt myself",
            "im self harming again",
        ),
        must_not_match=(
            "I cut myself shaving",
            "I hurt my back",
            "I haven't self harmed in a year, I stopped cutting myself",
            "I hurt myself playing ball",
        ),
    ),
    Rule(
        code="en.self_harm.other",
        category="self_harm",
        tier="other",
        purpose="Worry that somebody else means to kill or hurt themselves.",
        pattern=_p(
            r"\b(?:{THIRD}|hes|shes|theyre)(?: \w+){0,2} (?:wants? to|wanna|is going to|going to|gonna|is gonna"
            r"|talks? about|talking about|keeps? (?:saying|talking)(?: \w+){0,4}|thinking (?:of|about)"
            r"|threatening to|threatens to|trying to|planning to|tried to|said (?:he|she|they) (?:wants?|wanted"
            r"|would|will|was going|is going)(?: to)?|might|will|would) (?:kill|killing|hurt|hurting|hang|hanging"
            r"|cut|cutting|harm|harming) (?:himself|herself|themsel\w+|hisself)"
            r"|\b(?:{THIRD}|hes|shes|theyre) (?:is |are |has been |feels |seems |feeling )?suicidal\b"
        ),
        words=words("himself|herself|themsel|hisself|suicidal"),
        guards=(*_PAST, Guard("denied", BEFORE, r"\b(?:never|no)[^.!?;]{0,20}")),
        must_match=(
            "My cellie wants to kill himself",
            "my sister is suicidal",
            "he keeps talking about hanging himself",
        ),
        must_not_match=(
            "my brother killed himself",
            "he cut himself on a can",
            "years ago my friend tried to kill herself",
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_THREATS, *_SELF_HARM)
