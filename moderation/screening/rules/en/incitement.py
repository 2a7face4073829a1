"""English: calls for violence against people, and death or harm wished upon them."""

from typing import Final

from moderation.screening.rules.base import BEFORE, INSIDE, Guard, Rule, words

from .common import DENIED, SAID
from .violence import (
    A_THING,
    FICTION,
    HARMLESS,
    MEANT_WELL,
    NOBODY,
    NOT_MEANT,
    PLAY,
    QUOTES,
    TALKED_OF,
    WARNING,
    spelled,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.threat.incite",
        version=2,
        category="threats_violence",
        tier="incitement",
        purpose="The writer says that people should be killed or hurt, or tells somebody to kill themselves.",
        pattern=spelled(
            r"\b(?:someone|somebody|we|they|people|yall|you guys|you all|you|u|{FOLK}) (?:all |really |just"
            r" )?(?:should|needs? to|has to"
            r"|have to|must|gotta|oughta|ought to|better|could)(?: just| all| really| simply| fight back and| go"
            r" and){0,2} (?:(?:{KILL}|hang|burn|gas"
            r"|shoot up|beat up|beat|whip|stone|punch|slap|hurt|attack|stomp|castrate|{SURE_KILL}) (?:{ANY_ONE}|those"
            r" (?:fucking )?{PERSON}))"
            r"|\b{WHO} (?:should|deserves?|needs?|must|ought|has|have|oughta|shouldve|gotta|better)(?: all| just|"
            r" really| truly| both| definitely)?(?: to)?(?: all"
            r"| just)? (?:be|get|have been|been)(?: all| publicly| brutally| slowly| \w+ly)? (?:{DEAD}|killed|hurt)\b"
            r"|\b(?:should|deserves?|needs?|must|ought)(?: all| just| really)?(?: to)?(?: all| just)? be(?: all)?"
            r" (?:{KILLED}) (?:like|for (?:what|being|that)|at the stake|in (?:public|the street))\b"
            r"|\b{WHO} (?:truly |really |all |fully |just |fucking |absolutely )?(?:deserves?|deserve all)(?: to)?(?:"
            r" all| slowly| fucking)? (?:die|burn|be dead|rot|death|hang|suffer|bleed"
            r"|the rope|a bullet|the bullet|bullets|to the (?:head|gallows)|the gas|a beating|torture|to be in a grave"
            r"|an ass ?whooping|a painful)\b"
            r"|\b{WHO} (?:should|need to|needs to|must|ought to|can)(?: all| just| fucking| go){0,2} (?:die|burn in"
            r"|hang for|rot in|drop dead|bleed out|burn to death|choke on|burn alive|hang)\b"
            r"|\blets (?:all |just |go )?(?:{KILL}|{SURE_KILL}) (?:{SOMEONE}|{ANY_ONE})|(?:^|[.!?,:] ?|\b(?:so|and"
            r"|then|just|go|please|or) )(?:{SURE_KILL}|burn|whip|smash|stomp) (?:(?:them|em)(?: all| both| every)|all"
            r" (?:of )?(?:them|those|these|the)"
            r"|every (?:last |single )?(?:one of|{PERSON})|all (?:{KIND} )?(?:{GROUP}|women|men|cops|guards)|(?:those"
            r"|these|the|that)(?: \w+)? (?:{PERSON}|{GROUP}))\b"
            r"|(?:^|[.!?,] ?)(?:{KILL}) (?:them|em|all|every)\b"
            r"|\bdeath ?to ?(?:all )?\w+"
            r"|(?:^|[.!?,;:] ?|\b(?:go|just|please|u|should|and|fucking|then) )(?:kill|hang|shoot|drown|stab|neck|off)"
            r" (?:yourself|ur ?self|your self|yourselves)"
            r"|\bkys\b|\bgo (?:fucking |and )?die\b|\b(?:i )?hope (?:you|ur \w+|your \w+|yall|u|{FOLK})(?: all| both|"
            r" fucking)? (?:die|dies|rot|rots|get killed"
            r"|gets killed|bleed|burn|burns|get (?:stabbed|shot|raped|cancer|hurt|jumped|hit by|beat)|gets (?:stabbed"
            r"|shot|raped|cancer|hurt|jumped|hit by|beat)|choke|chokes|hang|hangs|drop dead|suffer|suffers|end up dead"
            r"|never wake)\b|\bdrop dead\b"
            r"|\b(?:die|burn in hell|rot in hell|choke on it|fuck off and die|eat a bullet),? (?:you|u|bitch"
            r"|motherfuckers?|snitch\w*|pigs?|scum|rats?)\b|\beat a (?:bullet|dick and die)\b|\bplay in traffic\b"
        ),
        words=words(
            "enslaved|starved|caged|mutilat|kill|murder|shoot|stab|shank|strangle|behead|execute|slaughter|butcher"
            "|lynch|assassinate|bomb"
            "|gut|waste|smoke|rape|poison|drown|set fire to|bury|unalive|massacre|castrat|tortur|disembowel"
            "|decapitate|crucify|suffocat|purge|slay|gas|hang|kidnap|abduct|sterili|shot|hung|extermin"
            "|annihil|eradicat|burn|wiped|jumped|put |euthan|extinguish|crucified|crushed|flogged|drawn and"
            "|buried|fed to|thrown|run over|stomp|skinned|neutered|dragged|taken out|beat|whip|ston|punch"
            "|slap|hurt|attack|smash|deserve|die|rot|dead|kys|hope|death|bleed|choke|urself|ur self"
            "|yourselves|bullet|traffic"
        ),
        guards=(
            SAID,
            *QUOTES,
            TALKED_OF,
            DENIED,
            A_THING,
            HARMLESS,
            PLAY,
            FICTION,
            WARNING,
            NOBODY,
            MEANT_WELL,
            Guard(
                "someone else is spoken of",
                BEFORE,
                r"\b(?:to|ill|gonna|will|could|would|youll|youd|might|you gonna|gon|almost|nearly|never|dont|to not"
                r"|want to|without) ?",
            ),
            Guard(
                "a feeling, not harm",
                INSIDE,
                r"\b(?:be|get|been|have been) (?:hurt|hurting|burned|burnt|crushed|jumped|put down|shot|hung|beaten"
                r"|run over|stoned|smashed|whipped|hanged|hung|slapped|thrown off|raped) (?:by|out|about|if|that|when"
                r"|up|into shape|because|over|already|in the|on|from|with|again)"
                r"|\b(?:could|must|should|have|has|better) (?:be|been|have been|get) (?:hurt|hurting|stoned|shot|hung"
                r" over|beaten down|run over|slapped|jumped|crushed)\b(?: (?:by|if|that|when|too|bad|so|inside|about"
                r"|over|up|in)|$)"
                r"|\bdeath to (?:us|me|you|do us|self|sin|my|the (?:old|flesh)|life|come)|\bdeath to \w+ (?:do|us)"
                r"|\bcould (?:hurt|beat|burn|kill|shoot|attack|gas|smoke|drown|slap|punch|torture)\b"
                r"|\b(?:needs?|have|has) to get (?:shot|hurt|jumped) (?:at|by|before)|\b(?:have|has) (?:all )?been\b"
                r"|\b(?:have|has|had) to be\b|\bbetter (?:be|get)\b|\byou have to\b|\bsmoke\b|\bburn (?:the|those|all"
                r"|these)(?: \w+)? (?:calories|bridges|letters|clothes)\b",
            ),
        ),
        must_match=(
            "Somebody should shoot that guy",
            "they all deserve to die",
            "people like her must be beaten",
            "go kill yourself",
            "kys",
            "Death to snitches",
            "you deserve to die",
            "all the guards should be hanged",
            "Those Muslims ought to be shot",
            "kill them all",
            "I hope you get stabbed",
            "Every one of those cops deserves a bullet",
            "somebody needs to beat that man to death",
        ),
        must_not_match=(
            "I deserve to die",
            "no one deserves to be hurt",
            "don't kill yourself over a bad day",
            "you'll kill yourself working like that",
            "nobody should be shot for that",
            "old habits die hard",
            "until death do us part",
            "it makes me sick to hear people say that women should be killed",
            "Did he deserve to die? No.",
            "My mom deserved to die in peace",
            "she must be hurt by what I said",
            "we should hang all of these posters",
        ),
    ),
    Rule(
        code="en.threat.rid_of",
        category="threats_violence",
        tier="incitement",
        purpose="The writer calls for people to be wiped out, or says that the world is better without them.",
        pattern=spelled(
            r"(?:{I_WILL}|\b(?:lets|we|someone|somebody|they|you|yall|time to|its time to|going to|want to|wanna|need"
            r" to|should)(?: \w+){0,2}?) (?:just |finally |all )?(?:get rid of|put an end to|wipe out|do away with"
            r"|finish off|clean out|cleanse|purge|exterminate|eradicate|eliminate|annihilate|kill off|weed out|stamp"
            r" out|dispose of|erase|gas|burn|drown|wipe from the earth)"
            r" (?:all |every |the |these |those |(?:all|every(?: last| single)? one) (?:of )?(?:the|these|those)"
            r" |most |every last |you |you all )?(?:{KIND} ){0,2}(?:{GROUP}|women|men|cops|guards|snitches|bitches"
            r"|whores|scum|vermin|people like (?:you|him|her|them|that))\b"
            r"|\b(?:execution|death|extermination|genocide|violence|a bullet|bullets|the rope|killing (?:them|you|him"
            r"|her)|lynching|hanging|castration|a beating|the gas chamber|sterili[sz]ation)"
            r" (?:is|are|was) (?:really |clearly |still )?(?:the (?:only|best|right|final) (?:solution|answer|way|cure"
            r"|option|thing|language|punishment|justice|remedy|fix|response)|what (?:they|he|she|you|{FOLK}) (?:all"
            r" )?deserves?|too good for|too kind for)\b"
            r"|\bthe only good (?:\w+ ){1,3}is a dead\b"
            r"|\b(?:better|nicer|safer|cleaner|happier)(?: off| place| world)?(?: today| tomorrow)? (?:if|when|once)"
            r" (?:all )?(?:{WHO}|all \w+(?: \w+)?|(?:those|these)(?: \w+){1,3}) (?:were|was|are|is|got|get|all got|all"
            r"|would|just)(?: all| just| to be)? (?:dead|died|die|gone forever|{DEAD}|disappeared|drop dead|dropped"
            r" dead)\b"
            r"|\b(?:world|country|planet|society|earth|place|everyone|humanity|unit|we|prison|community|town|city"
            r"|nation|all of us)(?: \w+){0,2} (?:is|be|are|was|were) (?:a |so much |a lot |much |far |way )?(?:better"
            r"|nicer|safer|cleaner|happier)(?: off| place)? without"
            r" (?:you|u|yall|him|her|them|{FOLK}|people like \w+|any \w+|(?:\w+ ){1,3}like (?:you|him|her|them|that))\b"
            r"|\b(?:if only|wish|i wish|wishing|hoping|hope|id love it if|it would be (?:great|nice|good) if|cant wait"
            r" (?:for|until|till)|only) (?:that )?(?:someone|somebody|anyone|we|they|i) (?:would|could|will|had|just"
            r"|to)?(?: just| finally| go| please)* ?(?:{SURE_KILL}|strangled|shot|stabbed|killed|murdered|executed"
            r"|wiped out|wipe out|kills|shoots|burn|burned|drown|beat|beats|poison|bombed|bomb"
            r"|put an end to|get rid of|gets rid of) {ANY_ONE}\b"
            r"|\b(?:if only|i wish|wish)(?: that)? (?:all )?(?:{FOLK}|those(?: \w+){1,2}|{GROUP}|women|men|they|you"
            r"|(?:\w+ ){1,2}?people|\w+s)(?: (?:like|such as) (?:you|him|her|them|that|this))? (?:all |would |would"
            r" all |could |could all |just |had |were |was |got |all had |all got )*"
            r"(?:(?:their|your|his|her) (?:throats?|necks?|heads?|hands?|legs?) (?:cut|slit|chopped|broken|snapped)(?:"
            r" off)?|dead|die|drop dead|{DEAD}|burn in|burn alive|hang)\b"
            r"|\b(?:in (?:everyones|everybodys|our|the worlds|the countrys|societys) (?:best )?interests?|its (?:right"
            r"|ok|okay|fine|good|justified|acceptable|time|legal|our (?:duty|job)|necessary|a (?:duty|favor|service)"
            r"|high time|only (?:right|fair))|it is (?:right|ok|okay|fine|good|justified|time|our duty|necessary)"
            r"|nothing wrong with|no shame in|(?:it )?would be (?:best|good|better|nice|great|fun|right|fair"
            r"|justified))(?: for (?:us|everyone|someone|you|\w+))?(?: to)?(?: just| all| simply| finally| go){0,2}"
            r" (?:{SURE_KILL}|drown|burn|beat|hit|slap|bomb|gas|{KILLING}|beating|hitting|slapping|wipe out|get rid of"
            r"|hurt|hurting) {ANY_ONE}\b"
            r"|\b(?:{KILLING}|beating|hitting|assaulting|attacking)(?: up)? (?:{ANY_ONE}|(?:those|these|a|an|any"
            r"|all)(?: \w+){1,3})(?: (?:like|such as) \w+)? (?:should(?:nt| not)? (?:even )?be (?:illegal|legal"
            r"|legali[sz]ed|decriminali[sz]ed|a crime|allowed|mandatory|encouraged|punish\w*|punished|rewarded|a sport"
            r"|fine|okay|ok|against the law)"
            r"|is(?:nt| not) (?:even )?(?:a crime|wrong|murder|illegal|rape|a sin|bad)|is (?:justified|fine|ok|okay"
            r"|self defense|a (?:public )?(?:service|duty|favor)|the only way|always (?:right|ok|okay)))\b"
            r"|\b(?:{GROUP}|cops|guards|snitches|bitches|women|men|they|you|he|she)(?: all| just| really| \w+){0,1}"
            r" (?:need|needs|deserve|deserves|could use|ask for|want) (?:a (?:good )?)?(?:killin\w*|shooting|hanging"
            r"|lynching|beating|ass ?whooping|stomping|shanking|stabbing|execution|raping)\b"
            r"|\b(?:deserving|worthy) of (?:the rope|death|a bullet|the noose|the gas|hanging|execution|being"
            r" (?:{DEAD}))\b"
            r"|\b(?:put|send|throw|march|line|shove|drive) {ANY_ONE}(?: all| back"
            r"| up)? (?:in|into|to|against|off|under|before|up against) (?:the |a |some )?(?:gas ?chambers?|ovens?"
            r"|concentration camps?|camps|firing squads?|gallows|meat grinder|wood ?chipper|wall and shoot|cliff|mass"
            r" grave)\b"
            r"|\b(?:we|they|lets|you|usa|us|america|someone) (?:should |need to |must |have to |gotta |ought to |will "
            r"|could )(?:just |all |really )*(?:nuke|carpet bomb|bomb|invade|glass|attack|flatten|level) (?:the"
            r" )?(?:whole )?(?:china|iran|iraq|russia|mexico|israel|palestine|gaza|korea|north korea|cuba|africa"
            r"|ukraine|syria|yemen|pakistan|india|afghanistan"
            r"|venezuela|haiti|germany|france|japan|turkey|saudi\w*|lebanon|middle east|white house|capitol|mosques?"
            r"|churches|synagogues?|embass\w+|hospitals?)\b"
            r"|\b(?:shoot|hang|stab|beat|burn|kill|gas|string|lynch) (?:em|them|those \w+|all of (?:them|em)) (?:all"
            r"|up|down|dead|alive)\b"
            r"|\b(?:should|deserve to|must|oughta|ought to) (?:not|never|no longer|not even|just not) (?:exist|be"
            r" alive|have been born|be breathing|live|be allowed to (?:live|breathe|exist))\b"
            r"|\b(?:turn the tables? on|rise up (?:and|against)|take up arms (?:and|against)|time for"
            r" a)(?: \w+){0,3}? (?:kill|slaughter|massacre|bloodbath|shoot|burn|execute|behead|civil war|race war)\b"
        ),
        words=words(
            "enslaved|starved|caged|mutilat|kill|murder|shoot|stab|shank|behead|slaughter|butcher|lynch|bomb|rape|poison|drown|castrat"
            "|tortur|disembowel|decapitate|crucify|suffocat|purge|slay|gas|hang|kidnap|abduct|sterili|shot"
            "|hung|annihil|eradicat|burn|wiped|jumped|put |euthan|extinguish|whipped|stoned|crucified|smashed"
            "|crushed|flogged|drawn and|buried|fed to|thrown|run over|stomp|skinned|neutered|dragged"
            "|taken out|raping|smother|strangl|massacr|assassinat|even live|get rid|gets rid|wipe out|do away"
            "|finish off|clean|weed out|stamp out|dispose|erase|wipe from|death|genocide|violence|bullet|rope"
            "|dead|gone forever|die|disappear|without|slit|cut|chopped|broken|snapped|beat|hit|slap|hurt"
            "|attack|assault|whooping|noose|oven|camp|firing squad|gallows|grinder|chipper|cliff|mass grave"
            "|nuke|invade|glass|flatten|level|string|exist|be alive|been born|breathing|to live|to breathe"
            "|not live|never live|longer live|bloodbath|war|wiping out|eliminat|terminat"
        ),
        guards=(
            SAID,
            *QUOTES,
            TALKED_OF,
            DENIED,
            PLAY,
            FICTION,
            HARMLESS,
            NOBODY,
            NOT_MEANT,
            MEANT_WELL,
            Guard("oneself", BEFORE, r"\b(?:i|id|im|if i|that i|me|the feeling that|feel like)(?: \w+)? ?$"),
            Guard(
                "a person's own affair",
                INSIDE,
                r"\b(?:better|happier|safer)(?: off)? without (?:you|him|her|them|my (?:ex|wife|husband|dad|mom"
                r"|brother)|the people|people who|a (?:man|woman|cellie|boyfriend|girlfriend|guy))\b"
                r"|\bshot (?:down|at)|\b(?:toxic|negative|bad|fake|wrong|dead ?beat) (?:people|friends)|\bpeople who\b"
                r"|\bi wish i\b|\b(?:not|never|no longer) live (?:in|with|like|here|there|this|that|alone|on)\b|\bnot"
                r" live\b",
                unless=r"\b(?:world|country|planet|society|humanity|earth|everyone|everybody)\b.*\bwithout (?:you|u"
                r"|yall|him|her|them)",
            ),
        ),
        must_match=(
            "Let's get rid of all the guards once and for all",
            "We are going to wipe out every one of those gypsies",
            "The world would be a better place without people like you",
            "If only all those snitches were dead",
            "it's our duty to exterminate those traitors",
            "Stabbing a snitch shouldn't be a crime",
            "death is the only cure for those rapists",
            "the only good cop is a dead cop",
            "put them all in the gas chamber",
            "pigs need killing",
            "I wish somebody would shoot that judge",
        ),
        must_not_match=(
            "I need to get rid of the toxic people in my life",
            "let's put an end to violence in this unit",
            "let's get rid of the old mattress once and for all",
            "The world would be a better place without guns",
            "my kids are better off without me",
            "I wish he would stop",
            "Nobody should ever say death is the only answer for them",
            "We should not live in fear of those people",
            "hitting a woman is never okay",
        ),
    ),
    Rule(
        code="en.threat.punish",
        category="threats_violence",
        tier="incitement",
        purpose="The writer wishes harm upon people, or calls for them to be maimed, burned or shot.",
        pattern=spelled(
            r"\b(?:he|she|they|you|u|{GROUP}|{PERSON}) (?:all )?(?:needs?|deserves?|wants?|asking for|begging for)"
            r" (?:his|her|their|your) (?:\w+ )?(?:ass|asses|face|teeth|heads?|jaw) (?:beat|kicked|whooped|whipped"
            r"|knocked|split|bashed|smashed|stomped)\b"
            r"|\b(?:should|must|need to|needs to|have to|ought to|lets) (?:fight back|rise up|stand up|get up|get"
            r" together)(?: and)? (?:{SURE_KILL}) (?:{ANY_ONE}|\d)"
            r"|\b(?:or|and|will|gonna|going to) (?:you |they |he |all )?(?:end|wind) up in (?:a )?body ?bags?\b"
            r"|"
            r"\b(?:{GROUP}|cops|guards|snitches|bitches|pigs|infidels|traitors|they all|all of (?:you|them)) (?:will"
            r"|shall|must|gonna|are going to|are gonna)(?: all)? (?:burn|bleed|hang|be (?:slaughtered|exterminated"
            r"|executed|shot|hanged|killed|gassed)|pay in blood|die (?:in|like|slow\w*|screaming))\b"
            r"|\b{WHO} (?:should|deserves? to|needs? to|must|ought to|better)(?: all| just| both)? get (?:the|a|what)"
            r" (?:bullet|rope|needle|beating|noose|shank|gas|gas chamber|electric chair|firing squad|ass ?whooping"
            r"|knife|lynching"
            r"|guillotine|stabbing)\b"
            r"|\b{WHO} (?:should|deserves? to|needs? to|must|ought to)(?: all| just| both)? have (?:their|his|her"
            r"|your) \w+(?: \w+)? (?:cut|chopped|ripped|broken|bashed|smashed|sliced|blown|kicked|slit|beaten|burned"
            r"|split|removed|cut)"
            r"(?: off| out| in| open)?\b"
            r"|\b(?:someone|somebody|we|they|yall|you) (?:all |really |just )?(?:should|needs? to|has to|have to|must"
            r"|gotta|oughta|ought to)(?: just| all| really)? (?:put a (?:bullet|knife|blade|cap) (?:in|through"
            r"|between)|blow (?:his|her|their|your)"
            r" (?:head|brains)|{BREAK} {LIMB}|take (?:{PERSONAL}|them) out|put (?:{PERSONAL}|them) down|teach"
            r" (?:{PERSONAL}|them) a lesson with|burn (?:down )?(?:his|her|their|your|that|the) (?:\w+ )?(?:{PLACE})"
            r"|string (?:{ANY_ONE}) up"
            r"|(?:round|line|gather|string) (?:{ANY_ONE})(?: all)? up)\b"
            r"|\b(?:round|line|gather|string)(?: \w+)? (?:them|em|{FOLK})(?: all)? up(?: against the wall)?(?: and)?"
            r" (?:shoot|kill|gas|burn|execute|hang|behead|slaughter)\w*\b"
            r"|\b(?:(?:i|im)(?: just| really| sincerely)? )?(?:hope|hoping|pray|praying|wish)(?: that| to god)?(?:"
            r" that)? (?:you|u|yall|your (?:whole |entire "
            r"|fucking )?\w+|all of you|all (?:{GROUP}))(?: and your \w+(?: \w+)?)?(?: all| both| would| will| just|"
            r" never)? (?:die|dies|rots?|burns?|bleeds?|get (?:killed|stabbed|raped|shot"
            r"|beat|cancer|jumped|murdered|shanked|hit by)|gets (?:killed|stabbed|raped|shot|beat|cancer|jumped"
            r"|murdered)|chokes?|suffers?|drowns?|crash|crashes|wake up|dead|drop dead)\b"
            r"|\b(?:(?:i|im)(?: just| really| sincerely)? )?(?:hope|hoping|pray|wish)(?: that| to god)? (?:someone"
            r"|somebody|they|he|god|karma|a \w+|your \w+)(?:"
            r" just| would| will)? (?:kills?|rapes?|stabs?|shoots?|beats?|shanks?|hurts?|murders?|strangles?|poisons?"
            r"|jumps?|runs? over|smash(?:es)?|cuts?|chokes?|slits?) (?:{ANY_ONE}|{LIMB})"
            r"|(?:^|[.!?,] ?|\b(?:go|just|and|please|can) )die (?:in a (?:fire|hole|ditch|car crash)|slow(?:ly)?"
            r"|already|painfully|screaming|you|bitch|motherfucker|scum|pig)\b"
            r"|\b(?:{GROUP}|cops|guards|snitches|bitches|the lot of (?:them|you)|they|you) (?:all )?(?:want|need|wants"
            r"|needs) (?:shooting|killing|hanging|stringing up|gassing|putting down|exterminating)\b"
            r"|(?:^|[.!?,:] ?|\b(?:so|and|then|just|lets|go) )(?:exterminate|eradicate|annihilate|gas|lynch|castrate"
            r"|behead|crucify|massacre|slaughter|execute|murder|rape|hang|shoot|kill) (?:all |every |the |these |those"
            r" )*(?:{KIND} ){0,2}(?:{GROUP}|vermin|parasites|savages|subhumans|scumbags"
            r"|filth|thugs|lowlifes|women|men|cops|guards|snitches|bitches)\b"
        ),
        words=words(
            "enslaved|starved|caged|mutilat|whooped|knocked|stomped|ass beat|ass kicked|whipped|fight back|rise up"
            "|stand up|get up|get together|bodybag|body bag|burn|bleed|hang|exterminat|shot|pay in blood|die|bullet"
            "|rope|needle|noose|shank|gas"
            "|electric chair|firing squad|knife|guillotine|cut|chopped|broken|slit|split|removed|blow|break"
            "|smash|bash|beat|kick|snap|slice|crack|bust|knock|rip|stomp|whoop|punch|cave|stab|whip|slap|take"
            "|put|teach|string|round|line|gather|hope|hoping|pray|wish|eradicat|annihilat|lynch|castrat"
            "|behead|crucify|massacre|slaughter|murder|rape|shoot|kill"
        ),
        guards=(
            SAID,
            *QUOTES,
            TALKED_OF,
            DENIED,
            A_THING,
            HARMLESS,
            PLAY,
            FICTION,
            WARNING,
            NOBODY,
            MEANT_WELL,
            NOT_MEANT,
            Guard(
                "told, or asked",
                BEFORE,
                r"\b(?:to|did|does|do|who|that|which|will|would|could|never|not|he|she"
                r"|they|i|we|used to|how|why|when|where|people|soldiers|police)(?: \w+)? ?$",
                unless=r"\b(?:the|those|all|every|i|we) ?$",
            ),
            Guard(
                "care, faith, or surgery",
                INSIDE,
                r"\b(?:people|children|kids|humans?|students?|teenagers?|inmates?|nurses?|doctors?) (?:will|must|gonna"
                r"|are going to) (?:die|burn|bleed)\b|\bhave (?:his|her|their|your) (?:hair|time|sentence|case|hours"
                r"|record|tooth|appendix|tonsils|rights|cuffs)"
                r"|\b(?:never|dont) (?:die|suffer)|\bline (?:them|em|you|everyone|everybody|people|inmates|the \w+) up"
                r" (?:for|at|by|and (?:wait|count))"
                r"|\b(?:take|put) (?:him|her|them|you) (?:out|down) (?:of|on|to|for|as|gently)\b|\bshoot (?:the|these"
                r"|those) (?:people|guys|men) (?:a|an)\b",
            ),
        ),
        must_match=(
            "all pedophiles should get the bullet",
            "Rapists should have their hands cut off",
            "somebody ought to put a bullet in that judge's head",
            "I hope your whole family dies in a crash",
            "hope someone stabs you in the shower",
            "die in a fire",
            "round them up and shoot them",
            "exterminate the vermin",
        ),
        must_not_match=(
            "People will die if they keep mixing fentanyl",
            "he should have his sentence cut",
            "They line them up for count at four",
            "I hope your whole family gets better soon",
            "the CO should get a raise",
            "I hope nobody hurts you in there",
        ),
    ),
)
