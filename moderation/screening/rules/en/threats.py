"""English: threats. The other tables of violence join here, so that the category is one pack."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

from . import anger, asking, incitement, injuries
from .common import DENIED, PAST, SAID
from .violence import (
    FICTION,
    IF_USING,
    NOT_MEANT,
    PLAY,
    QUOTES,
    THREAT_GUARDS,
    TO_GET,
    WARNING,
    WORKED,
    spelled,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.threat.kill",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will kill, or want to kill, a person.",
        pattern=spelled(
            r"(?:{I_WILL}|{I_WANT}){FILL}(?:{KILL}) {ANYONE}"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:{SURE_KILL}|throw acid (?:on|at|in)|pour \w+(?: \w+)? (?:on|over)|set"
            r" fire to"
            r"|waste|merk|murk|dome|flatline|body|ice|whack|clap|blast|smoke|bury|gut|bomb|wet up|air out|unload on"
            r"|open fire on|shoot at|poison|drown) {ANY_ONE}"
            r"|\b(?:im|i am) (?:planning on|looking forward to) (?:killing|shooting|stabbing|strangling"
            r"|murdering) {SOMEONE}"
            r"|\b(?:im|i am|were|we are|we|i|ill be|been)(?: (?:about to start|gonna start|going to start|considering"
            r"|planning on"
            r"|thinking of|serious about|seriously considering|looking forward to))? (?:killing|shooting|stabbing"
            r"|strangling"
            r"|shanking|murdering|executing|slaughtering|beheading|lynching|bombing) {ANY_ONE}"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:shoot up|blow up|bomb|burn down|set fire to|torch|firebomb|burn|light up"
            r"|spray"
            r") (?:a|an|my|the|this|that|your|his|her|their|\w+s|ur)(?: \w+){0,2}? (?:{PLACE})\b"
            r"|\b(?:i|we|they)(?: just)? (?:could|can|would|might|may|should) (?:\w+ )?(?:{SURE_KILL}) (?:you|u|yall)\b"
            r"|{I_WILL}{FILL}(?:make sure|see to it)(?: that)? (?:you|he|she|they|{FOLK}) (?:die|dies|bleeds?|suffers?"
            r"|never walks?"
            r"|pays?|get killed|gets? (?:hurt|stabbed|killed|beat))\b"
        ),
        words=words(
            "kill|murder|shoot|stab|shank|strangle|behead|execute|slaughter|butcher|lynch|assassinate"
            "|exterminate|annihilate|eradicate|bomb|gut|waste|smoke|rape|poison|drown|set fire to|bury"
            "|unalive|massacre|castrat|tortur|disembowel|decapitate|crucify|suffocat|purge|slay|euthani|gas"
            "|hang|kidnap|abduct|sterili|strangling|blow up|burn|throw acid|pour|merk|murk|dome|flatline|body"
            "|ice|whack|clap|blast|wet up|air out|unload|open fire|executing|torch|light up|spray|make sure"
            "|see to it"
        ),
        guards=(
            *THREAT_GUARDS,
            *PAST,
            FICTION,
            Guard(WORKED.name, AFTER, WORKED.pattern, lowers_to="urge"),
            Guard(
                "a thing, after",
                AFTER,
                r" (?:a |the |an )?(?:beat|time|lights?|vibe|mood|video|photo|picture|cigar\w*|blunt|clothes)\b",
            ),
            Guard(
                "an idiom",
                INSIDE,
                r"\b(?:id|would) (?:like to |love to )?(?:kill|murder) for\b|\bgas (?:you|u|him|her|them) up|\bi could"
                r" kill a\b"
                r"|\bice (?:my|his|her|the)|\bburn (?:a|the) (?:house|car) (?:call|note|payment)|\bpour (?:you|him|her"
                r"|them|it|some|water|coffee|my heart)",
            ),
        ),
        must_match=(
            "I'm going to kill you",
            "i swear i will kill him when i get out",
            "Imma stab that dude tonight",
            "I want to kill my cellmate",
            "we gonna shank that snitch",
            "I just want to shoot everyone",
            "I used to be calm but now I'm going to kill him",
            "I will murder every single guard in this unit",
            "we are going to burn down his mother's house",
            "I'll shoot an immigrant if one moves in here",
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
            'You belong in a cell for writing things like "I\'m going to shoot all of them"',
            "I'm going to butcher the pig for the cookout",
        ),
    ),
    Rule(
        code="en.threat.hurt",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will hurt a person, or wants to hurt the one they talk to.",
        pattern=spelled(
            r"{I_WILL}{FILL}{HURT} {SOMEONE}|{I_WANT}{FILL}{HURT} {YOU}\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:hurt|beat up|attack|harm|injure|torture|maim|cripple|assault|kidnap|punch"
            r"|slap"
            r"|kick|choke|beat|smash|whip|stomp|stomp out|knock out|jump) (?:{FOLK}|everyone|everybody)\b"
        ),
        words=words(
            "hurt|beat|punch|hit|slap|kick|jump|smash|cut|attack|slice|harm|torture|bash|whoop|maim|choke"
            "|cripple|burn|crush|destroy|hang|injure|assault|kidnap|fight|swing on|lay hands on|hunt|ruin|get"
            "|whip|stomp|knock out"
        ),
        guards=(
            *THREAT_GUARDS,
            TO_GET,
            *PAST,
            FICTION,
            Guard(WORKED.name, AFTER, WORKED.pattern, lowers_to="urge"),
            Guard(
                "feelings", AFTER, r"s? (?:feelings?|pride|heart|chances?|credibility|record|score|time|expectations)\b"
            ),
        ),
        must_match=(
            "I'm gonna beat him in the yard",
            "we will jump that new guy",
            "I want to hurt you",
            "ill hit you so hard",
            "I want to hurt everybody in this place",
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
            "I'm going to hurt her feelings with the truth",
        ),
    ),
    Rule(
        code="en.threat.body",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer says what they will do to somebody's body.",
        pattern=spelled(
            r"\b(?:or|before|until) (?:i|we|ill|im gonna)(?: just| will)? (?:{BREAK}|wring|twist) {LIMB}\b"
            r"|{I_WILL}(?: \w+){1,8}? (?:and|then) (?:(?:{BREAK}|wring) {LIMB}|(?:kill|stab|shoot|murder|strangle"
            r"|shank) (?:you|u|him|her|them))\b"
            r"|\b(?:i|we)(?: really)? (?:ought to|oughta|should|could)(?: just)? (?:wring|snap|break|slit|bash|crack)"
            r" (?:your|ur|his|her|their) (?:\w+ )?(?:necks?|throats?|heads?|jaws?|legs?|faces?)\b"
            r"|\bdont make me (?:\w+ ){0,6}?(?:hurt|smack|slap|beat|hit|kill|stab|punch|fuck) (?:you|u|him|her|them"
            r"|yall)\b"
            r"|"
            r"(?:{I_WILL}|{I_WANT}){FILL}(?:{BREAK} (?:{BODY}|{LIMB})\b|(?:fuck|mess|rough|beat|light|cut|tear|bust"
            r"|smash|carve"
            r"|slice|chop|rip|blow|wet|burn|bang) {SOMEONE} (?:up|down|apart|open|to pieces|in half|to (?:a pulp"
            r"|death))\b"
            r"|(?:lay|knock|take|stomp|choke|air) {SOMEONE} out\b"
            r"|(?:beat|kick|knock|choke|slap|stomp|whoop|whip) the \w+(?: \w+)? (?:out of|outta|off|off of) {SOMEONE}"
            r"|put (?:my hands on|hands on|paws on|a bullet in|a cap in|a knife in|a hole in|holes in|steel in|a shank"
            r" in"
            r"|a blade in|a bullet through|a foot in|my foot in|my foot up|a bullet between|a price on|a green light on"
            r"|work in on|a hit on) {SOMEONE}"
            r"|put {SOMEONE} (?:in (?:the|a) (?:ground|hospital|infirmary|wheelchair|dirt|morgue|icu|grave|coffin|box"
            r"|body bag"
            r"|coma|trunk)|six feet|6 feet|to sleep|down like|on (?:a|his|her|your) (?:stretcher|back|ass)"
            r"|(?:up )?against (?:the|a) wall|out of (?:his|her|their|your) misery|through (?:a|the) (?:wall|window))"
            r"|make {SOMEONE} (?:pay|bleed|suffer|regret|sorry|disappear|beg|scream|wish (?:you|he|she|they) (?:was"
            r"|were|had) (?:dead|never)|eat (?:dirt|shit|his|her|your"
            r"|their"
            r"))|come (?:for|after) {YOU}|end (?:you|u|him|her|yall|that \w+)\b|hunt {SOMEONE} down|finish {SOMEONE}"
            r" off"
            r"|piss on (?:your|his|her) grave|dance on (?:your|his|her) grave|dig (?:your|his|her) grave|skin"
            r" {SOMEONE}(?: alive)?\b"
            r"|burn {SOMEONE} alive|bury {SOMEONE} alive|feed {SOMEONE} to|leave {SOMEONE} (?:leaking|bleeding|for"
            r" dead|in a"
            r" (?:ditch|puddle|pool)|lifeless|dead))"
            r"|\b(?:wait (?:until|till|til)|when|once) (?:i|we) (?:get|put|lay) (?:my|our) hands on {SOMEONE}"
            r"|\bhands (?:around|round) (?:your|his|her|that \w+s) (?:neck|throat)\b"
        ),
        words=words(
            "wring|twist|kill|shoot|murder|strangle|shank|hurt|smack|hit|break|smash|bash|beat|kick|cut|slit|snap"
            "|slice|crack|bust|knock|rip|stomp|whoop|punch|blow|cave"
            "|split|stab|whip|slap|fuck|mess|rough|light|lay|take|tear|chop|choke|put|make|come|carve|wet"
            "|burn|bang|air|end|hunt|finish|piss on|dance on|dig|skin|bury|feed|leave|hands"
        ),
        guards=(
            *THREAT_GUARDS,
            *PAST,
            FICTION,
            Guard(WORKED.name, AFTER, WORKED.pattern, lowers_to="urge"),
            Guard(
                "a kind turn",
                AFTER,
                r" (?:smile|laugh|happy|feel|proud|a (?:deal|promise)|dinner|food|breakfast|believe|on the"
                r" (?:list|phone)|up to|to (?:the )?(?:doctor|church|court|rehab|meeting))\b",
            ),
            Guard(
                "a kind turn, inside",
                INSIDE,
                r"\bmake \w+(?: \w+)? (?:wish (?:for|upon|a)|pay (?:for (?:the|my|dinner)|rent|attention|me back))"
                r"|\bput \w+ to sleep (?:with|by|at|early|in)|\bput (?:my|the|his|her) (?:baby|kids?|son|daughter|dog"
                r"|cat)"
                r"|\bput (?:my |your )?hands on (?:him|her|them|you) (?:and|to|for|in) pray|\bbreak (?:my|his|her|the)"
                r" back (?:working|for)"
                r"|\btake \w+ out (?:to|for|on|of)\b",
            ),
        ),
        must_match=(
            "I'm going to break your jaw",
            "imma beat your ass",
            "I will make you pay for this",
            "see you later, I'll put you in the hospital",
            "I'll beat the hell out of him",
            "I'm gonna fuck you up",
            "I swear I'll slit your throat",
            "We will cut their lying throats",
            "wait till I get my hands on that rat",
            "I'm gonna put hands on him after count",
            "I'll leave him leaking in the shower",
        ),
        must_not_match=(
            "I'm going to break my habit",
            "it will break her heart",
            "I'll make you proud",
            "I'm going to take you up on that",
            "I won't break your trust",
            "I'll put you on the list",
            "I will make her smile again",
            "I'm gonna take her out to dinner",
        ),
    ),
    Rule(
        code="en.threat.jump",
        category="threats_violence",
        tier="threat",
        purpose="The writer will go at a person, in the words of prison and street.",
        pattern=spelled(
            r"(?:{I_WILL}|{I_WANT}){FILL}(?:run (?:up|down|in) on|roll (?:up )?on|ride (?:down )?on|slide on|creep on"
            r"|move on"
            r"|take flight on|take off on|fly on|get off on|jump on|swing on|step to|mob on|bust on|let loose on|dump"
            r" on"
            r"|put (?:my )?(?:hands|paws) on|lay (?:my )?hands on|spin (?:the|his|her|your) block on|catch a body on"
            r"|set off on|steal off on"
            r"|square up (?:on|with)|throw (?:hands|blows|down|them hands) with|go upside|hem up|stomp out|fold|pop"
            r"|stick|poke"
            r"|dog ?walk|sleep|drop|dead|lump up|two piece|mash on|mash|bang on|hit a lick on) {PERSONAL}"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:hem|stomp|beat|lump|wet|roll|fuck|check|push|run) (?:{PERSONAL}|them|em"
            r"|\w+) (?:up|out|off the"
            r" (?:yard|unit|block|tier|line|pod)|(?:in|out) off (?:the )?yard)\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}check (?:him|her|that (?:{PERSON})|em|them|you) in\b"
            r"|\b(?:catch|about to catch|gonna catch|finna catch|bout to catch|come catch|get|gonna get) (?:these|them"
            r"|some|deez|my)"
            r" (?:hands|fists|fade|fades|paws|knuckles)\b|\bthese hands (?:are )?(?:waiting|rated|gonna|for you|on"
            r" (?:you|him|her|sight))"
            r"|\b(?:its|it is|his ass is|your ass is|ur ass is|thats|youre|hes|shes|theyre|you|they) on ?sight\b|\bon"
            r" sight (?:when|with|for"
            r"|every|if)\b|\b(?:smash|stab|beat|kill|shoot|hit|jump|shank|slap)(?: \w+){0,2} on sight\b"
            r"|\b(?:green ?light|green ?lit|hit|bounty|contract|price)(?: (?:out|is|already|put|placed))* on (?:you"
            r"|him|her|his|your|ur|that \w+|any"
            r"|all|every|yall|his head|your head|the \w+s)\b|\b(?:youre|hes|shes|theyre|is|are|you) green ?lit\b"
            r"|\b(?:youre|hes|shes|theyre|you|he|she|they) (?:is |are |a |in )*(?:a )?(?:marked (?:man|woman|men)"
            r"|walking dead|dead man walking"
            r"|next to (?:die|go down|bleed)|as good as dead|good as dead|toast when|a goner)\b"
            r"|\bmy (?:people|boys|homies|homeboys|crew|brothers|set|family|cousins?|folks|dogs|shooters|hitters|guys"
            r"|gang) (?:will|gonna|gon"
            r"|are going to|is going to|are gonna|finna|coming to|outside gonna|out there (?:will|gonna)|on the"
            r" (?:outside|street|streets)(?: will| gonna)?) "
            r"(?:handle|deal with|get at|pull up on|run up on|find|come for|be waiting for|smash|touch|hurt|kill|slide"
            r" on|visit|see|jump|beat|get) (?:you|u|him|her"
            r"|your|his|yall|that \w+)"
            r"|(?:{I_WILL}|\bi can|\bi could) (?:have|get|send|call|tell) (?:my |some |a few |the )?(?:\w+ )?(?:people"
            r"|boys|homies|homeboys|crew|brothers|set"
            r"|cousins?|shooters|hitters|guys|someone|somebody|gang)(?: on the (?:outside|street|streets))? (?:to"
            r" )?(?:handle|deal with|get at|pull up on|take"
            r" care of|visit|find|come for|smash|touch|hurt|kill|see|jump|beat|shoot|stab|to your|after you|after him"
            r"|at your) (?:you|u|him|her|your|his|yall|that \w+)?"
            r"|\bi (?:got|have|know)(?: \w+)? (?:people|shooters|hitters|guys|somebody|someone|homies|boys) (?:who"
            r"|that|to)"
            r" (?:can|will|would|could)? ?(?:handle|touch|reach|find|hurt|kill|get to|get at|take care of) (?:you|him"
            r"|her|your|that \w+)\b"
        ),
        words=words(
            "on |step to|upside|hem|stomp|fold|pop|stick|poke|walk|sleep|drop|dead|lump|piece|mash|beat|wet"
            "|roll|fuck|check|push|run|hands|fists|fade|paws|knuckles|sight|lit|marked|next to|toast|goner"
            "|my |with|people|boys|homie|crew|brothers|set|cousin|shooters|hitters|guys|someone|somebody|gang"
        ),
        guards=(
            *THREAT_GUARDS,
            *PAST,
            FICTION,
            Guard(WORKED.name, AFTER, WORKED.pattern, lowers_to="urge"),
            Guard("love", BEFORE, r"\b(?:love|first|lost it) (?:at )?$"),
            Guard(
                "a kind turn",
                AFTER,
                r" (?:off|by|from|at (?:the|work|my|home|school)|to (?:the|a|my|rehab|detox|treatment|school|church)|a"
                r" (?:line|kite|letter|note|job|hint|question"
                r"|lawyer|place|bed|bible|birthday)|an|some|in (?:the oven|a (?:hotel|program)|on)|for (?:a|the)"
                r" (?:job|visit|ride|interview)|with"
                r" (?:a|the|some|my|your|his|her|paperwork|that|this|it)|about|and pray|in prayer|out (?:at|of)|on"
                r" (?:sunday|saturday|visit\w*))\b",
            ),
            Guard(
                "a kind turn, inside",
                INSIDE,
                r"\bget (?:some|my) hands\b|\b(?:run|push|check|roll|sleep)(?: \w+){0,2} (?:out of|in for|in at|in"
                r" to)\b"
                r"|\bhit on (?:you|him|her|that|all|any)\b(?:.* (?:number|bar|phone|cute|girl|date)|)$|\b(?:stick"
                r"|sleep|walk|drop) (?:with|by|in|on|out)\b"
                r"|\b(?:price|contract|hit|bounty) on (?:all|any|every|the (?:\w+ )?(?:items|phones|calls|commissary"
                r"|soups|rooms|cars|houses|shoes))"
                r"|\b(?:check|push|run|roll) (?:it|this|that|things?|my|some|numbers|laps|miles) (?:up|out|in|off)"
                r"|\b(?:check|beat|roll) (?:\w+) out\b",
            ),
        ),
        must_match=(
            "I'm gonna run up on him at rec",
            "we finna take flight on that dude",
            "keep talking and you gonna catch these hands",
            "it's on sight with him",
            "there's a green light on him",
            "I'll have my people handle you",
            "my homies will pull up on your mom",
            "we gonna check him in",
            "you're a marked man in here",
            "I'm going to stomp him out",
        ),
        must_not_match=(
            "it was love at first sight",
            "I'll drop him a line next week",
            "I'm going to check her in to rehab",
            "I need to run it by my lawyer",
            "my people will visit me on Sunday",
            "I'm going to lay my hands on him and pray",
            "I will check that out tomorrow",
            "We are going to move on with our lives",
            "they raised the price on all the soups",
        ),
    ),
    Rule(
        code="en.threat.your_end",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer tells somebody that they will die or be hurt.",
        pattern=spelled(
            r"\b(?:youre|you are|your|ur) (?:a )?(?:fucking )?dead(?: man| meat| bitch)?\b"
            r"|\b(?:youre|you are|ur|u r|your|you|u|yall) (?:going to|gonna|gona|gon|finna|bout to|about to|will|wll"
            r"|bouta|deserve to)(?: all| fucking| fuckin| just)?"
            r" (?:die|bleed|burn|regret|pay for (?:this|that|it|what|everything|all|your|ur)|get (?:hurt|stabbed"
            r"|jumped|shot|beat|killed|shanked|smashed|whats"
            r" coming|fucked up|rolled up|dealt with|touched"
            r"|popped|clapped|whacked|merked|stuck|wet up|poked|handled|your (?:ass|head|face|teeth|shit)|ur ass"
            r"|stomped|stretched|buried|murdered|what you deserve)"
            r"|be sorry|be dead|wish you were (?:dead|never)|be next|end up (?:dead|in (?:a|the) (?:box|body ?bag"
            r"|ditch|coffin|hospital|ground|morgue|river|trunk|grave))|suffer for"
            r"|be (?:leaking|bleeding|buried|sleeping with|missing teeth|eating through|begging)|beg for|choke on"
            r"|never see your (?:kids|family|mom\w*|wife))\b"
            r"|\b(?:your|ur) days are (?:numbered|over)|\b(?:you|u|yall) (?:wont|will not|aint gonna|aint gon|not"
            r" gonna|not going to|wont even) (?:make it|leave (?:here |this place )?alive"
            r"|live to|see (?:tomorrow|the morning|the sun|another day|your \w+ again|daylight|it coming|next week"
            r"|christmas)|wake up|walk out|survive|be breathing|last (?:a|one|the) (?:day|night|week))"
            r"|\b(?:better|should|need to|best) watch (?:your|ur|ya|yo|yall) (?:back|backs|self|mouth|step|six|tongue)"
            r"|(?:^|[.!?,;:] ?)watch (?:your|ur|ya|yo) back\b"
            r"|\bsleep with one eye open|\bone eye open (?:tonight|from now|in here)"
            r"|\bsnitch(?:es)? (?:get|gets|end up|ends up|belong in|die|dies|bleed|wind up)\b|\b(?:bullet|shank|blade"
            r"|knife) with (?:your|ur|his|her|their) name"
            r"|\b(?:i|we) (?:know|found out|got|looked up) (?:exactly )?where (?:you|u|your \w+|ur \w+|he|she|his \w+"
            r"|her \w+|they|their \w+) (?:live|lives|sleep|sleeps|stay|stays|at|park)"
            r"|\b(?:your ass|its|you) (?:is )?on ?sight\b|\bcatch (?:you|him|her|u|your ass) (?:slipping|outside"
            r"|lacking|sleeping|alone|on the (?:yard|street|out))"
            r"|\byou (?:better|best) (?:hope|pray)(?: to god)?(?: that)? (?:i|we) (?:never|dont|dont ever)|\bsay"
            r" goodbye to (?:your|ur) (?:life|kids|family|legs|teeth|face)"
            r"|\b(?:last|final) (?:thing|mistake|day|breath|words?|night|meal) (?:you|u|youll|youre|he|she|theyll|hell"
            r"|shell) (?:will |ever |gonna |ll )*(?:do|make|made|take|see|say|have|eat|live)\b"
            r"|\b(?:itll|it will|this will|thatll|that will) be (?:your|ur|his|her) last\b"
            r"|\bif (?:you|u|he|she|they|anyone|anybody|one of you|yall)(?: \w+){1,8}?,? (?:youre|you are|hes|shes"
            r"|theyre|you|u|he|she|they|somebody|someone|yall) (?:dies?|bleeds?|get (?:it|hurt|stabbed|cut)|is dead"
            r"|are dead|dead|done for|finished)\b"
            r"|\b(?:be a shame|hate for something|be terrible|be sad) (?:if|to) (?:something|anything|your|happen)(?:"
            r" \w+){0,3} (?:happened|happen|to (?:you|your))"
            r"|\bblood (?:will|is going to|is gonna|gonna) (?:be (?:spilled|shed|on|running)|spill|flow|run)\b"
            r"|\b(?:ill|im gonna|im going to|we will|well|ima|imma) be (?:waiting for|outside|coming for|at) (?:you|u"
            r"|your|his|him|her)(?: (?:outside|at the gate|after|house|door|when|in the)\b|$|[.!])"
            r"|\b(?:coming for|come for|coming after) (?:you|u|ur|your|his|her|their|yall) (?:ass|head|heads|neck"
            r"|throat|life|family|kids|bitch|next|tonight)\b|\b(?:im|we|were|they|theyre) coming (?:for|after) (?:you"
            r"|u|yall|him)(?:$|[.!]| (?:and|next|bitch|tonight))"
            r"|\b(?:you|u|yall|he|she|they)(?: \w+){0,3}? (?:got|get|have|has) (?:it|one|this|that) coming (?:to"
            r" (?:you|him|her)|soon|tonight|when)\b"
            r"|\b(?:you|u|he|she|they|yall)(?: \w+){0,10}? (?:end up|come out|leave|leaving|go home|going home|sent"
            r" back|carried out|wind up)(?: \w+){0,2}? in (?:a |the |some )?(?:body ?bags?|coffins?|pine box|casket"
            r"|ditch|shallow grave|morgue)"
            r"|\b(?:a|horrible|painful|slow|terrible) death (?:at|by|in) my (?:own )?hands\b|\byour (?:blood|death)"
            r" (?:is|will be) (?:mine|on my hands|my pleasure)"
        ),
        words=words(
            "come for|going home|leaving|snitch| be at|end up|dead|die|bleed|burn|regret|pay for|get|sorry"
            "|days are|leave|watch|one eye|name|where |sight|catch|next|suffer|missing|eating|begging|beg for"
            "|choke on|never see|wont|will not|aint|not go|wind up|pray|hope|goodbye|last|final|done for"
            "|finished|shame|something|terrible|be sad|blood|waiting for|outside|coming|come out|go home"
            "|sent back|carried|death|wish you|buried|leaking|sleeping"
        ),
        guards=(
            SAID,
            *QUOTES,
            DENIED,
            WARNING,
            IF_USING,
            FICTION,
            Guard(
                "dead, but not killed",
                AFTER,
                r" (?:on|inside|end|to (?:me|the)|line|last|serious|tired|right|wrong|weight|broke|silent|set|sexy)\b",
            ),
            Guard(
                "care for somebody",
                BEFORE,
                r"\b(?:dont want|scared|afraid|worried|fear|hope|wish|before|so that|pray|think|thought|what if|unless"
                r"|like|stay safe"
                r"|be careful|bro|brother|sis|because|cause|when|feel like|sure)[ ,]*(?:that |if |or )?(?:i |we )?$",
                unless=r"\b(?:better|best) (?:hope|pray)",
            ),
            Guard(
                "for good reason",
                AFTER,
                r"[^.!?;]{0,30}\b(?:not (?:going|doing|trying|taking|coming|calling|getting)|missing (?:out|this)|the"
                r" (?:class|meeting|program|opportunity)|drugs|dope|fentanyl"
                r"|using|overdose|relapse|meth|heroin|it if you|in there|out there|what you (?:did|order)|of (?:thirst"
                r"|hunger|boredom|cold)|visit\w*|for (?:dinner|lunch|church|your (?:visit|birthday|class)))\b",
            ),
            Guard(
                "one's own",
                BEFORE,
                r"\b(?:i|me|my|we)(?: \w+)? ?(?:thought|know|knew)? ?$",
                unless=r"\bi (?:swear|promise)",
            ),
        ),
        must_match=(
            "You're a dead man",
            "you are going to die tonight",
            "You better watch your back",
            "I know where you live",
            "snitches get stitches",
            "you will regret this",
            "your ass is on sight",
            "if you tell the cops, you die",
            "You won't see tomorrow",
            "You better pray I never get out",
            "say goodbye to your legs",
            "that'll be the last mistake you ever make",
            "you gonna get your head split",
            "I'm coming for your family",
        ),
        must_not_match=(
            "you're going to die if you keep using",
            "You're dead right about that",
            "My counselor said you will regret it",
            "you are dead tired after work",
            "we will all die one day",
            "you won't regret it",
            "you will regret not going to school",
            "I don't want you to end up in a body bag",
            "I was afraid you won't make it",
            "always watch your back in there, brother",
        ),
    ),
    Rule(
        code="en.threat.armed",
        category="threats_violence",
        tier="threat",
        purpose="The writer has a weapon and means to use it on somebody.",
        pattern=spelled(
            r"(?:^|[.!?,;] ?|\b(?:i|we|ive|weve)(?: (?:just|already|still|also|even|now|always))? )(?:have|got|carry"
            r"|keep|bought|made|made me|got me|hid|stashed|sharpened"
            r"|brought|am bringing|am carrying)"
            r" (?:a|an|my|the|some|this|me a|us)? ?(?:{ARM})\b[^.!?;]{0,30}?\b(?:use it|with (?:your|his|her) name"
            r"|(?:waiting )?for (?:you|him|her|that"
            r" (?:{PERSON})|them|when (?:he|she|they|you))|not afraid|to (?:kill|stab|shoot|cut|hurt|stick|poke|use on"
            r"|handle) (?:you|him|her|them|that|someone"
            r"|somebody|people|anyone|whoever|the)|ready for (?:you|him|her|them))\b"
            r"|{I_WILL}{FILL}(?:bring|buy|get|grab|pull|use|take)(?: \w+){0,2} (?:gun|strap|knife|shank|blade|weapon"
            r"|machete|rifle|shotgun|glock|pistol|bomb)s?"
            r" (?:to|on|and) (?:school|work|court|church|you|him|her|them|that|everyone|everybody|use it|(?:then"
            r" )?(?:kill|shoot|stab|end|finish)|the (?:school|office|courthouse|visit|yard)|my school|your)\b"
        ),
        words=words(
            "gun|pistol|strap|knife|shank|shiv|blade|weapon|razor|machete|rifle|burner|glock|ak|bat|bomb"
            "|banger|lock in a sock|hammer|axe|bullet|piece"
        ),
        guards=(
            SAID,
            *QUOTES,
            DENIED,
            FICTION,
            *PAST,
            Guard(
                "one's own",
                AFTER,
                r"(?:[^.!?;]{0,20}\b(?:myself|hunting|self defen[cs]e)\b| (?:(?:for )?(?:his |her |your )?(?:birthday"
                r"|christmas)|cook\w*|cut (?:the"
                r"|up)))",
            ),
        ),
        must_match=(
            "I have a knife and I will use it",
            "i got a shank waiting for him",
            "I'm going to bring a gun to court and shoot him",
            "made me a blade with your name on it",
            "I got a lock in a sock for that snitch",
        ),
        must_not_match=(
            "I have a knife for cooking in the kitchen job",
            "I had a gun back then and I used it",
            "He said I have a gun and I will use it",
            "I got a bat for him for Christmas",
            "I don't have a weapon and won't use it",
        ),
    ),
    Rule(
        code="en.threat.at_it",
        category="threats_violence",
        tier="threat",
        purpose="The writer is on the way to do harm, will have it done, or will do it with fire, acid or a car.",
        pattern=spelled(
            r"\b(?:im|i am|were|we are|we|ill be|i be)(?: (?:really|so|definitely|personally|straight up))? (?:poking"
            r"|sticking|smoking"
            r"|merking|clapping|wetting|popping|icing|offing|riding on|sliding on|rolling on|running up on|pulling up"
            r" on|running down on"
            r"|jumping|stomping|slapping|knocking out|taking flight on|taking off on|swinging on|swinging at|smashing"
            r"|punching"
            r"|slicing|shooting at|coming at|burying|ending|choking out|hunting|hunting down|putting hands on|beating"
            r" up|beating"
            r"|slitting|breaking|cracking|cutting off|blowing off) (?:{PERSONAL}|them|em|{LIMB})\b"
            r"|\b(?:im|i am|were|we are) (?:fucking|knocking|beating|cutting|blowing|putting|laying|taking|lighting)"
            r" (?:{PERSONAL}|them|em)"
            r" (?:up|out|down|off|in the (?:ground|dirt|hospital))\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:off|run over|run down|mow down|gun down|cut down|take down|beat down|jack"
            r" up|blow away|take out"
            r"|put down|do in|do away with|drive over|crush|string up|curb stomp) (?:{PERSONAL}|{FOLK})\b"
            r"|(?:{I_WILL}|{I_WANT}|\bi can|\bi could){FILL}(?:have|get) (?:you|u|him|her|them|that \w+|your \w+|his"
            r" \w+) (?:touched"
            r"|killed|hit|handled|dealt with|stabbed|jumped|beat|beaten|beat up|taken care of|smashed|whacked|shanked"
            r"|shot|murdered"
            r"|stuck|poked|fucked up|raped|clapped|hurt|popped|removed)\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}make (?:your|ur|his|her|their|that \w+s) (?:life|lives|time|bid|stay)(?: in"
            r" here)? (?:a )?(?:living |pure"
            r" )?(?:hell|miserable|unbearable|a nightmare|nightmare)\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:burn|blow|shoot|tear|light|smash) (?:this|the|that|your|ur|his|her"
            r"|their)(?: \w+)?"
            r" (?:{PLACE}|bitch|mother ?fucker|shit|joint|motherfucker) (?:down|up|to the ground|sky high|to pieces)\b"
            r"|\b(?:im|i am|ill be|well be|were)(?: gonna be)? (?:bringing|packing|carrying|coming with|coming back"
            r" with) (?:a|an|my|the|some)"
            r" (?:gun|strap|knife|shank|blade|banger|machete|rifle|shotgun|glock|bomb|pistol|weapon|burner|piece"
            r"|choppa|chopper)\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}catch (?:a|another|my) (?:charge|body|case|murder|murder charge|assault|new"
            r" charge) (?:on|over|behind|for|with)"
            r" (?:{PERSONAL}|them|your \w+|this|these)\b"
            r"|(?:{I_WILL}|{I_WANT}){FILL}(?:throw|pour|toss|dump|splash|fling|sling) (?:some |a |my )?(?:\w+"
            r" ){0,2}?(?:acid|oil|grease|bleach|gas"
            r"|gasoline|boiling water|hot water|sugar water|piss|shit|feces|urine|lighter fluid) (?:on|at|in|over|all"
            r" over) (?:{ANY_ONE}|{LIMB})"
        ),
        words=words(
            "poking|sticking|smoking|merking|clapping|wetting|popping|icing|offing|riding on|sliding on"
            "|rolling on|running|pulling up|jumping|stomping|slapping|knocking|taking|swinging|punching"
            "|coming|burying|ending|choking|hunting|putting|slitting|breaking|cracking|cutting|fucking|laying"
            "|off |run over|run down|mow down|gun down|cut down|take down|jack up|blow|take out|put down"
            "|do in|do away|drive over|crush|string up|curb stomp|touched|killed|hit|handled|dealt|stabbed"
            "|jumped|beat|taken care|whacked|shanked|shot|murdered|stuck|poked|raped|clapped|hurt|popped"
            "|removed|fucked|hell|miserable|unbearable|nightmare|burn|shoot|tear|light|smash|bringing|packing"
            "|carrying|catch|throw|pour|toss|dump|splash|fling|sling"
        ),
        guards=(
            *THREAT_GUARDS,
            *PAST,
            FICTION,
            NOT_MEANT,
            Guard(WORKED.name, AFTER, WORKED.pattern, lowers_to="urge"),
            Guard(
                "a kind or plain turn",
                AFTER,
                r" (?:to (?:dinner|lunch|eat|church)|for (?:dinner|lunch|food|a)|on (?:a date|the phone"
                r"|sunday|saturday)|with (?:the"
                r"|a|my|good|love|some)|about|at (?:rummy|pinochle|tonk|ping|push|the (?:game|gym))|about it|from|off"
                r" at|off to|the door|money|news)\b",
            ),
            Guard(
                "a kind or plain turn, inside",
                INSIDE,
                r"\btake (?:\w+ ){1,3}out (?:to|for|on|of)\b|\btake (?:out|down) (?:the|my|his|her|your) (?:\w+"
                r" )?(?:trash|garbage|dog|"
                r"number|name|info|loan|book)|\b(?:burn|light) (?:the|this|that) (?:\w+ )?shit|\bput down (?:the|my)"
                r" (?:bottle|needle|pipe|drink)"
                r"|\b(?:beating|breaking) (?:my|the|this|that)\b|\bhave (?:him|her|them|you) (?:hit me|removed from)"
                r"|\bthe deadline\b"
                r"|\b(?:hit|shot) (?:me|us|up|by)\b",
            ),
        ),
        must_match=(
            "when they rack the doors I'm poking him",
            "we're sliding on that fool tonight",
            "I can have you touched any time",
            "I want to blow this place up",
            "I'm gonna throw boiling water on that guard",
            "I'll make his life a living hell",
            "I'm bringing a gun to the hearing",
        ),
        must_not_match=(
            "I'm taking her out to dinner when I get home",
            "I'm beating my addiction one day at a time",
            "I'm coming at you with good news",
            "we are running up on the deadline",
            "I'm going to take out the trash",
            "I will have him call you",
        ),
    ),
    Rule(
        code="en.threat.doom",
        category="threats_violence",
        tier="threat",
        purpose="What will happen to those who talk, testify or come near: blood, death, a grave.",
        pattern=spelled(
            r"\b(?:its|it is|itll|it will|theres|there is|therell|there will|there|it)(?: (?:gonna|going to|gon|about"
            r" to|finna))?(?: be)?(?: (?:a|some|pure|total))?"
            r" (?:bloodbath|bloodshed|massacre|bodies (?:dropping|on|everywhere)|blood (?:on|in|everywhere|all over)"
            r"|hell to pay for|a body dropp\w+)\b"
            r"|\b(?:youll|you will|u will|youre gonna|youre going to|you gonna|theyll|they will|yall gonna|yall"
            r" will)(?: all| both| fucking)? (?:die|bleed|burn|regret (?:this|that|it|what"
            r"|ever|the day)|pay (?:for (?:this|that|it|what|everything|all|your)|with|dearly|in blood)|be sorry"
            r" (?:you|for|when|if)|be (?:next|dead|begging|buried|sleeping with)|wish you"
            r" (?:were|was|had|never)|never (?:see|walk|breathe|talk|leave)(?: \w+){0,2} (?:again|alive)|be picking"
            r" (?:your|up) teeth|get (?:what you deserve|whats coming|yours|got|hurt bad)"
            r"|end up (?:dead|in (?:a|the) (?:box|body ?bag|ditch|coffin|ground|morgue|river|trunk|grave|hospital)))\b"
            r"|\b(?:whoever|(?:anyone|anybody|everyone|everybody|all|those|people|any(?: \w+)? (?:{PERSON})|the"
            r" (?:next )?(?:{PERSON})|the one"
            r"|the first one)(?: of (?:you|them))? (?:who|that|caught|talking|testifying|snitching))(?: \w+){1,6}?"
            r" (?:will|is going to|are going to|is gonna|gonna|gon|gets?|dies|is dead|are dead|bleeds|ends up"
            r"|disappears)(?: be| get| fucking| all)? (?:die|end up in (?:the|a) (?:ground|ditch|grave|box|morgue"
            r"|hospital|body ?bag)|bleed|pay with|regret (?:it|this)|disappear|dead|stabbed|shot|killed|beat(?:en)?"
            r"|smashed|shanked|jumped|buried|(?:a|the) (?:bullet|shank|beating|knife)|stitches|hurt bad|touched)\b"
            r"|\b(?:one|just one)(?: more)? (?:call|word|phone call|more time|more word|wrong move|look|wrong (?:word"
            r"|look))(?: from \w+| out of \w+)? ?(?:and|then|or)[ ,]*(?:i|im|ill|ima|imma|its|youre|you|hes|he|your|ur"
            r"|his|shes"
            r"|were|youll)(?: \w+){0,2} ?(?:swing|swinging|snap|snapping|dead|gone|done|hit\w*|kill\w*|beat\w*"
            r"|knock\w*|slap\w*|catch\w*|punch\w*|smash\w*|cut|stab\w*|buried|over|finished)\b"
            r"|\b(?:or|and|then) (?:your|ur|his|her|their) (?:whole |entire )?(?:family|kids?|children|mom|mother|mama"
            r"|wife|girl|son|daughter|people|baby|brother|sister)(?: is| are| will be| get| gets| gonna be| will get)?"
            r" (?:gone|dead|next|hit"
            r"|hurt|killed|buried|dies|die|get hurt|get it|pay for it)\b"
            r"|\b(?:keep|keep on) (?:talking|running|playing|testing|fucking|disrespecting|looking|snitching|mouthing"
            r"|pushing|trying)(?: \w+){0,5}?,? (?:and (?:see|watch)(?: what| how| me| if|$)|(?:and|see if|watch me|or)"
            r" (?:i|ill|you|youll|im|ima|well|we|somebody|someone)"
            r" (?:\w+ ){0,2}(?:dont |not )?(?:kill|hurt|beat|smash|knock|stab|cut|slap|punch|bleed|die|get hurt|get"
            r" stabbed|get (?:beat|smashed|hit|dropped)))\b"
        ),
        words=words(
            " gon |massacre|blood|hell to pay|body dropp|youll|will|gonna|going to|theyll|gets|get |dies|dead"
            "|bleeds|ends up|disappears|one more|one call|one word|one wrong|one look|ur |his|her|their|keep"
        ),
        guards=(
            SAID,
            *QUOTES,
            DENIED,
            *PAST,
            PLAY,
            WARNING,
            FICTION,
            NOT_MEANT,
            IF_USING,
            Guard(
                "good advice",
                AFTER,
                r"[^.!?;]{0,15}\b(?:if you (?:miss|dont|quit|skip|leave|stop|give)|not"
                r" (?:going|doing|coming|trying))\b",
            ),
            Guard(
                "care, or news",
                BEFORE,
                r"\b(?:scared|afraid|worried|fear|dont want|hope|pray|think|thought|because"
                r"|sorry|if|when|until|before|so)(?: \w+)? ?",
            ),
            Guard(
                "an illness, drugs, or grief",
                INSIDE,
                r"\b(?:drugs?|dope|fentanyl|use|uses|using|drinks?|relapses?|ods?|overdos\w+|smokes?|cancer|sick|covid"
                r"|old|faith|believe\w*|jesus|god|heaven|sin|sins"
                r"|blood (?:on|in) (?:my|the) (?:urine|stool|pressure|test|work|lab)|works? hard|out of here|released"
                r"|paroled)\b",
            ),
        ),
        must_match=(
            "it's going to be a bloodbath on the yard tomorrow",
            "You'll pay with your blood",
            "anyone who testifies against me will end up in the ground",
            "whoever touches my stuff gets stabbed",
            "one more word and I swing",
            "pay me by Friday or your family gets hurt",
            "keep talking and see what happens",
        ),
        must_not_match=(
            "there was blood in my urine, I need a doctor",
            "anyone who uses fentanyl will die",
            "whoever believes in Jesus will never die",
            "if you go back to dope you'll die",
            "you'll regret it if you miss the class, he told me",
            "keep trying and see what good comes of it",
        ),
    ),
    *incitement.RULES,
    *asking.RULES,
    *anger.RULES,
    *injuries.RULES,
)
