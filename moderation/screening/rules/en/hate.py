"""English: contempt for people for what they are, and slurs.

Each rule is a group of people with something that is said of them or should be done to them. Written as what is
said, not as a list of phrases: the groups are in `hate_groups.py`, the words of contempt and the guards in
`hate_words.py`.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words
from moderation.screening.rules.groups import LETTERS_OF

from .hate_groups import GROUP_WORDS, SLUR_WORDS, WOMEN
from .hate_groups import PIECES as GROUPS
from .hate_words import (
    BETWEEN,
    CALLED_OUT,
    COUNTER,
    FELT,
    GROUP_GUARDS,
    NOT_SUBJECT,
    OBJECTED,
    OTHERS_VIEW,
    OWN,
    PIECES,
    QUOTED,
    REJECTED,
)

_PIECES: Final = PIECES | {
    "THOSE": r"\b{Q}(?:{MANY})\b",
    "THAT_ONE": r"\b(?:an?|every|any|each|another|some|you)(?: (?:\w+ing|fucking|damn|filthy|dirty|stupid|single"
    r"|other|typical|such))? (?:{ONE})\b",
    "WHOM": r"{Q}(?:{WHO})\b",
    "DO": r"\b(?:lets|let us|(?:we|i|you|u|someone|somebody|everyone|everybody|they|one|the (?:government|state"
    r"|president|police|army|nazis|world)) (?:should|must|need to|needs to|ought to|gotta|got to|have to|has to|could"
    r"|can|will|wanna|want to|would love to|would like to|really want to|would|gonna|finna)|(?:id|wed) (?:love"
    r"|like) to|ill(?: have to)?|well|im (?:gonna|going to|about to|ready to)|(?:we are|were|we re|i am) (?:gonna"
    r"|going to|about to|ready to)|(?:high )?time to|(?:best|better|good|fun|easier|right|ok|okay|fine|interest"
    r"|satisfying|solution is|nice|great|duty) to|only someone (?:would|could)|wish (?:someone|somebody|i|we"
    r"|they) (?:would|could)|not gonna lie id|why (?:dont|cant) we|please|just|time (?:we|they|you|someone|somebody)"
    r"|isnt it time)",
    "IS_BAD": r" (?:{COP}){FILL} (?:{BAD})\b",
    "LACK": r" (?:have|has|got) (?:absolutely |really |just )?no (?:brains?|soul|morals?|shame|honou?r|culture|values"
    r"|class|dignity|humanity|decency|right to (?:be|live|exist|vote|breathe|have|complain|speak)|business (?:being"
    r"|in|here)|place (?:in|here|among|on)|value|worth|purpose|manners|intelligence|self respect|respect for"
    r"|(?:human )?rights to)| (?:are not|arent|are never|will never be|cannot be|cant be|can never be|could never be"
    r"|should never be|werent|are hardly|are barely)(?: \w+ly| even| really| fully)? (?:(?:fully |really "
    r"|even )?humans?|people|civili[sz]ed|worth|worthy|welcome|equal to|equals|normal|real (?:men|women)|trustworthy"
    r"|trusted|fit|capable|clean|natural|intelligent|smart|men\b|women\b|a part of|part of|able to|as (?:smart|good"
    r"|intelligent|clean|human|worthy|valuable)|valuable|useful|(?:an? )?good (?:people|for|neighbou?rs?|person|man"
    r"|woman|parents?|mothers?|fathers?|citizens?|workers?|friends?|leaders?)|wanted|like us|one of us|compatible"
    r"|meant to|(?:a )?valued?|true|respectable|decent|(?:an? )?(?:\w+ )?(?:members?|citizens?|addition)|deserving)"
    r"| (?:dont|do not|doesnt|never|didnt) (?:even |really )?(?:deserve (?:any|our|your|human|equal|the|a|basic"
    r"|to (?:live|exist|breathe|vote|marry|have|breed|work|be (?:alive|here|free|happy|loved|in|respected|human"
    r"|treated (?:like|as) (?:humans?|people|equals?|us))|win|vote))|belong (?:here|in|on|among|anywhere|to our|with)"
    r"|count as|have (?:a )?(?:brains?|souls?|feelings|morals|the right)|contribute|matter\b|wash|shower"
    r"|know how to (?:behave|act|wash|read)|respect our|want to (?:work|integrate|assimilate)"
    r"|(?:ever )?tell the truth|add anything|feel pain|bring anything good)| (?:{COP})?{ADV} ?(?:less than"
    r"|inferior to|beneath|below|lower than|worse than|dumber than|not worth) (?:us|you|me|men|whites?|animals?|dogs?"
    r"|dirt|humans?|normal|everyone|everybody|anyone|human|\w+ people|a \w+|trash|nazis|the)\b| (?:should not"
    r"|shouldnt|should never|must not|must never|mustnt|ought not to|dont get to|have no right to|arent allowed to"
    r"|should no longer)(?: \w+ly| even| ever)? (?:be (?:allowed|permitted|able to|admitted|let|trusted|given|shown"
    r"|here|in|around|near|on|alive|born|hired|treated as|seen|heard|employed|elected|served|considered|protected"
    r"|called|free)|exist|live|vote|breed|reproduce|marry|get married|teach|join|adopt|raise|drive|speak|be parents"
    r"|have (?:\w+ )?(?:rights?|access|children|kids|a say|a vote|jobs|freedom|power|babies|sex)"
    r"|get (?:\w+ )?(?:rights|jobs|help|welfare|benefits)|receive|hold|own|work|come|enter|use|run|serve)",
    "RUINING": r" (?:are |r |were |have been |keep |is |keep on |will |would |want to |wanna |are trying to |try to "
    r"|just |{ADV} )?(?:ruin|destroy|infest|invad|pollut|poison|contaminat|corrupt|overrun|wreck|infect|plagu|degrad"
    r"|defil|taint|leech|flood|tak|bring|steal|drain|kill|turn|replac|undermin|disgrac|threaten|outbreed)(?:e|es|s"
    r"|ing|ning|ling|d|ed|n|en)?(?: \w+){0,2}? (?:our|this|everything|every|society|civili[sz]ation|humanity"
    r"|the (?:country|world|west|nation|economy|\w*neighbou?rhood|gene pool|planet|whole|human|system|white|media"
    r"|military|sport|sports|future|fabric|city|cities)|america|europe|down|diseases?|crime|drugs)\b| (?:are |r "
    r"|is )?{ADV} ?(?:breed|breeds|breeding|multiply|multiplying|reproduce|live|lives|act|behave|smell|stink|look"
    r"|fuck|eat|think|spread|talk)(?:ing)? (?:just )?like (?:a |an |the )?(?:{BAD}|rabbits|wild|bugs|disease|fire"
    r"|weeds|feral|plague|shit)| {ADV} ?(?:stink|reek)\b| (?:control|run|own|rule)s? the (?:media|banks?|world"
    r"|government|country|money|news)| (?:are|is) (?:all )?(?:to blame|behind (?:all|every|this|it)|the (?:cause|root"
    r"|source|reason))| (?:commit|cause|start) (?:all|most|more|every|the most|half|nothing but)| {ADV} ?(?:suck"
    r"|sux)(?:$|[.!?,]| ass| balls| so)| {ADV} ?(?:just |only )?(?:(?:leech|live|feed|sponge|mooch)(?:ing|es|s)? off"
    r"|prey(?:ing|s)? on)\b| only (?:want|care about|think about|know) (?:\w+ ){0,2}?(?:money|violence|themselves|sex"
    r"|how to)",
    "SICKENS": r"{ADV} (?:make|makes|making|made)(?: \w+ly)? (?:me|us|people|everyone|everybody"
    r"|my) (?:\w+ ){0,2}?(?:sick|angry|furious|puke|vomit|throw up|skin crawl|blood boil|stomach|gag|cringe|mad"
    r"|nauseous|boil|ill|rage|hate|ashamed|violent|disgusted|uncomfortable)|{ADV} (?:are |is |r )?(?:fucking |really "
    r"|just )?(?:disgust|sicken|repulse|revolt|enrag|infuriat|appall|nauseat)(?:e|es|s"
    r"|ing)?(?: the \w+ out of)? (?:me|us|everyone|everybody|people)|{ADV} (?:are |is )?(?:really |\w+ly )?piss(?:es"
    r"|ing)?(?: me| us| everyone)? off|{ADV} (?:give|gives|giving) (?:me|us) the creeps|{ADV} fills? (?:me"
    r"|us) with (?:\w+ )?(?:rage|anger|disgust|hate|hatred|contempt|fury|loathing)",
    "MUST": r"{ADV} (?:should|must|need to|needs to|have to be|has to be|ought to|oughta|gotta|had better|better"
    r"|deserve to|deserves to|deserve|want to be|can|could|may|needa|are going to|gonna|shall|will)(?: (?:\w+ly|all"
    r"|just|be|get|both|fucking|never|also|at least|have|always|first|to|in|have been|a))*?",
    "DOOM": r" (?:{VERBED}|go back (?:to|where)|(?:leave|get out of) (?:this|our|the|my|america|here)"
    r"|get (?:the \w+ )?out|die|death|perish|burn|rot|suffer|hang|bleed|disappear|vanish|go extinct"
    r"|shut (?:the \w+ )?up|fuck (?:off|themselves|yourselves|yourself|right off)|go (?:to hell|fuck|die|extinct|away"
    r"|kill|hang|back|home|jump)|stay (?:in (?:the|their|your) (?:kitchen|place|lane|own|home|closet|country)|away"
    r"|out|home|where|quiet)|(?:know|learn|remember) (?:their|your) place|cease|stop (?:existing|breeding|breathing"
    r"|complaining|whining|crying|being|coming)|kill (?:themselves|yourself|yourselves)|kiss my|suck my|eat shit|hell"
    r"|piss off|get cancer|get (?:aids|raped|beaten|killed|shot|deported)|obey|serve (?:men|us)|keep (?:their"
    r"|your) (?:mouths?|legs|place)|never (?:be|have|vote|get)|the (?:rope|chair|bullet|gas|worst|death)|(?:aids"
    r"|cancer|pain|hatred|contempt|punishment|misery|everything (?:they|you|bad))|nothing|no (?:rights?|respect|mercy"
    r"|sympathy|better)|whatever|every (?:beating|bit)|to (?:die|suffer|burn|rot))\b",
}


def _p(pattern: str) -> str:
    return spell(pattern, {**LETTERS_OF, **GROUPS, **_PIECES})


_HATE: Final = "hate_slurs"
_THINGS: Final = Guard(
    "a thing, not people",
    AFTER,
    r" (?:food|foods|music|culture|cultures|movies?|films?|shows?|history|names?|jokes?|hair|clothes|shoes|clothing"
    r"|bathrooms?|restrooms?|section|units?|side|issues|groups?|prisons?|jails?|shelters?|restaurants?|cheese|bread"
    r"|fries|magazines?|language|books?|rice|coffee|tea|holidays?|songs?|football|sports?|basketball|soccer|night"
    r"|stuff|products?|cars?|lit|studies|policy|policies|laws?|law|in my life|for me|until|dying|who (?:hate|lie"
    r"|cheat|play|beat|abuse|use)\b)",
)
_WORLDLY: Final = Guard(
    "a harmless use",
    INSIDE,
    r"\b(?:make (?:\w+ )*(?:smile|laugh|happy|feel|proud|dinner|\w+ better)|keep (?:\w+ )*(?:safe|alive|informed"
    r"|in (?:my|our|your))|hurt no|end (?:up|the|this)|hang (?:out )?with|violence|throw a|send (?:\w+ )*(?:love"
    r"|letters?|money|help|support|prayers))\b",
)
_LAUNDRY: Final = Guard(
    "washing",
    INSIDE,
    r"\b(?:load|laundry|wash|washer|washed|dryer|bleach\w*|socks|shirts|cards?|dominoes)\b",
)
_LET_GO: Final = Guard(
    "a feeling that is looked back on",
    INSIDE,
    r"\bmy (?:\w+ )?(?:hate|hatred|anger|contempt|disgust|resentment)\b|\bno more (?:\w+ )+(?:dying|killed|in my life"
    r"|for me|until)\b|\b(?:not|never) (?:ok|okay|right|fine|good) to\b",
    unless=r"\b(?:all|only) my\b",
)
_THEY_WANT: Final = Guard(
    "what others want",
    BEFORE,
    r"(?:\b\w+ ){0,3}\b(?:wants?|wanted|tries|trying|tried|plans?|planned|going|vow\w*|promis\w+|threaten\w*|order\w*"
    r"|decid\w+|used|came|here) to ?",
    unless=r"\b(?:i|we|you|lets|id|im|time)\b",
)
_SEEN_AS: Final = Guard(
    "how others see one",
    BEFORE,
    r"\b(?:me|him|her|us|them|as|like|looks? at|see|treat\w*)(?: (?:me|as|like))* ?",
)
_SUFFERED: Final = Guard(
    "what others do to them",
    INSIDE,
    r"\b(?:being|getting|be) (?:called|treated|seen|told|labell?ed|judged|compared|known)\b|\bpeople (?:hating"
    r"|talking|treating|calling|making|saying|attacking)\b|\b(?:how|when|that) (?:\w+ )?(?:treats?|treated"
    r"|are treated|hate|beat|get (?:treated|beaten|raped|killed))\b",
)
_A_WOMAN: Final = Guard("one person", INSIDE, r"^\w+ (?:\w+ )?(?:woman|lady|girl|female)\b", unless=r"\byou\b")
_HER_SAY: Final = Guard(
    "told to go by others",
    BEFORE,
    r"\b(?:when|if|once|until|before|after|can|could|will|to|want"
    r'|told|said|says|yell\w*|shout\w*|hear\w*|scream\w*|like|let)(?: \w+){0,3} ?["“]?',
)
_NO_HATE: Final = Guard(
    "no such feeling",
    INSIDE,
    r"\b(?:no|not|never|nothing|without|dont|any)(?: \w+)? (?:hate|hatred|contempt|disdain|animosity|resentment"
    r"|hostility|disgust)\b",
    unless=r"\bnothing but\b",
)
_WORDPLAY: Final = Guard(
    "another sense of the word, before",
    BEFORE,
    r"\b(?:smok\w+|cigarettes?|pack of|puff\w*|lit|light|drag|ash|cooked|butcher\w*|bundles?|sticks?|meat\w*|eat\w*"
    r"|ate|gravy|river\w*|sea|water|beach|flood\w*|along|built?|maine|raccoon|hunting|dog|cat|fan|fix\w*|car\w*|truck"
    r"|transmission|rebuil\w+|blown|armou?r|spic and|bought|a quick|last)\b[^.!?;]{0,40}",
)
_WORDPLAY_AFTER: Final = Guard(
    "another sense of the word, after",
    AFTER,
    r"(?:[^.!?;]{0,40}\b(?:in (?:\w+ )?mouth|smok\w*|cigarettes?|butts?\b|break\b|sticks|fuel|gravy|peas|sauce|cooked"
    r"|delicious|tasty|oven|butcher\w*|river|sea|water|flood\w*|beach|marsh|armou?r|hound\w*|dogs?|cats?|transmission"
    r"|fluid|gear\w*|slipping|clutch|engine|repair\w*|shop)\b| (?:and span|city|lake|oil|holes?|end|ash))",
)
_SAUCY: Final = Guard(
    "praise, or another sense",
    INSIDE,
    r"\b(?:bad|boss|real|realest|hot|basic|resting) bitch|bitch(?:es)? (?:about|at me|and moan)|garden|hoe(?:s"
    r"|ing)? (?:the|in|out)|slag heap|little bitch (?:dog|puppy)\b",
)
_NAMED: Final = Guard(
    "the word as a word, or one's own",
    BEFORE,
    r"\b(?:call|calls|called|calling|word|words|term|slur|name|names|say|says|said|saying|yell\w*|scream\w*|shout\w*"
    r"|wrote|written|using|uses|hear|heard|label\w*|means?|proud|im|i am|i was|as|us|we|we are|were|my|myself"
    r"|ourselves|fellow|being)(?: (?:me|us|him|her|them|someone|somebody|people|you|each other|myself|ourselves|a|an"
    r"|the|it|all|proud|happily|just|such|of|big|old|out|at|little|black|fat|dumb|stupid|dirty|fucking|like|kind|bit"
    r"|too|and|or|names|so|always|also|this)| \w+ly)* ?[\"“]?",
    unless=r"\b(?:you are|as i said)\b",
)
_PROUD: Final = Guard("one's own, before", BEFORE, r"\bproud (?:to be )?(?:a |an |as a )?")
_OWNED: Final = Guard(
    "one's own, after",
    AFTER,
    r"(?:[^.!?;]{0,20}\b(?:like me|like us|myself|and proud|pride|power|liberation|community|was the word"
    r"|is a (?:slur|bad word|word))|s? (?:word|is (?:a|not a) (?:\w+ )?(?:slur|word)|can (?:also )?(?:mean|describe"
    r"|refer)))\b",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.hate.are",
        category=_HATE,
        tier="attack",
        purpose="A group of people is said to be bad, dirty, dumb, less than human: for what they are.",
        pattern=_p(
            r"{THOSE}(?:{MOD}{ADV}{IS_BAD}|{MOD}{LACK}|{MOD}{ADV}{RUINING})"
            r"|{THAT_ONE}{MOD}(?:{ADV} (?:{COP_ONE}){FILL} (?:{BAD})\b|{LACK})|\b(?:are|arent|isnt it (?:true|obvious"
            r"|clear) that) {THOSE}{MOD}{FILL} (?:{BAD})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*GROUP_GUARDS, NOT_SUBJECT, _LAUNDRY),
        must_match=(
            "Most Haitians are filthy savages",
            "These Haitians are a pack of filthy animals",
            "gypsies are born criminals",
            "Every Mexican I met was a lying scumbag",
            "Trans women aren't real women",
            "Aren't all refugees just criminals?",
            "The gays are destroying our society",
            "Black people will never be as smart as us",
        ),
        must_not_match=(
            "Mexicans are great cooks",
            "Not all Muslims are terrorists",
            "Muslims are not terrorists",
            "It's wrong to say that women are stupid",
            "He thinks gay people are sick",
            "The treatment of women is disgusting",
            "we gays are idiots too",
            "Two women at work were lazy",
            "The whites in this load are filthy, the washer is broken",
            "I used to think trans people were freaks until I met one",
            'Posts like "Muslims are scum" got him banned',
            "Disabled people are treated like trash",
        ),
    ),
    Rule(
        code="en.hate.trait",
        category=_HATE,
        tier="attack",
        purpose="A group of people is said to be nothing, good for nothing or made for one thing, or no human being.",
        pattern=_p(
            r"\b(?:that|this|the) (?:{ONE}){MOD} (?:{COP_ONE}){FILL} (?:ape|monkey|animal|savage|subhuman|beast"
            r"|cockroach|vermin|parasite|pest|filth|scum|abomination|roach|it)\b|\b(?:no|not a single"
            r"|not one) (?:single )?(?:{ONE}){MOD} (?:(?:can|could|should|will|would)(?: ever)? (?:be (?:trusted"
            r"|allowed|hired|in charge|respected|considered|as|equal|a )|ever|set foot|have|vote|live|lead)"
            r"|is (?:(?:\w+ )?enough|human|fit|worthy|capable|clean|honest|welcome|equal|smart|innocent|to be trusted"
            r"|worth)|deserves (?:respect|to live|to be (?:here|free|happy)|rights|love|mercy|a )|belongs)|\b(?:being"
            r"|to be|becoming) (?:an? )?(?:{ADJ}|{ONE}) (?:is|should be){FILL} (?:{BAD}|illegal|a crime|a disease"
            r"|disorder|a choice of sin)\b|(?:^|[.!?] ?){Q}{WHO}[?.!:] ?(?:(?:so|such|just|absolutely|all|pure|what|a"
            r"|bunch|of|total|fucking|they are|theyre) )*(?:{BAD})(?:$|[.!])|\b(?:my|our|your) (?:kids?|children|son"
            r"|daughter|sister|family)(?: \w+){0,2} (?:never|wont|shouldnt|not)(?: \w+){1,3} (?:with|near|next to"
            r"|like|around) {WHOM}|\b(?:ashamed|shame|embarrassed|disown|kill)(?: \w+){0,3} if (?:my"
            r"|our) (?:\w+ )?(?:kid|son|daughter|sister|brother|child|mother|friend)(?: \w+){1,3}? {WHOM}"
            r"|\b(?:{ONE}) (?:who|that|whos|which) (?:isnt|is not|wasnt|arent|aint"
            r"|didnt turn out to be)(?: \w+ly)?(?: an?| the)? (?:{BAD})\b|\b(?:whites?|white (?:people|race|man|men)"
            r"|aryans?|christians|men)(?: \w+){0,2} (?:is|are|we are|were)(?: \w+ly| the| far| just)* (?:superior"
            r"|master race|supreme|better than (?:{WHOM}))|\bsuperior to {WHOM}|\bfor whites only\b|\bwhat (?:good"
            r"|use|point|purpose) (?:are|is|do|does)(?: there)?(?: in| of| to)? {WHOM}"
            r"|\bnothing good (?:\w+ ){0,3}(?:from|out of|about|with) {WHOM}|\bno (?:decent|sane|normal|real"
            r"|self respecting|respectable|smart) (?:person|man|woman|guy|human|american|country) (?:would|should"
            r"|will|could|wants?)(?: \w+){1,3}? {WHOM}|{THOSE}{MOD} (?:contribute|offer|bring|deserve|add|mean"
            r"|are worth|are good for) (?:absolutely )?nothing\b|{THOSE}{MOD} (?:carry|spread|have|transmit"
            r"|bring)(?: \w+){0,2} (?:diseases?|aids|germs|lice)\b|{THOSE}{ADV} (?:steal|rob|lie|cheat|smell|stink"
            r"|rape|deal drugs|only lie|cant be trusted|cannot be trusted)(?:$|[.!?,]| and| about everything"
            r"| all the time| for a living| constantly)|{THOSE} (?:are|were|r)(?: \w+ly| just| all| only)* (?:made"
            r"|born|meant|created|good|here|built|put on (?:this )?earth)(?: only| just)? (?:to|for) (?:serv\w+"
            r"|obey\w*|cook\w*|clean\w*|breed\w*|sex|steal\w*|be (?:slaves|owned|used|ruled)|suffer\w*|work|slavery"
            r"|one thing|nothing|fuck\w*|lie|kill\w*)"
        ),
        view="groups",
        words=(*GROUP_WORDS, *words("superior|master race|supreme")),
        guards=(*GROUP_GUARDS, NOT_SUBJECT),
        must_match=(
            "No woman is smart enough to lead a country",
            "That black guy in my unit is an ape",
            "Not one Muslim can be trusted in here",
            "disabled folks contribute nothing to society",
            "gypsies steal and lie",
            "Women were made to serve men",
            "Gay people? Revolting.",
        ),
        must_not_match=(
            "No woman in this house is mean to the kids",
            "The blind guy on my tier is an asshole",
            "Being gay is not a disease",
            "The Asian guy on my tier is an artist",
            "Women in here steal time to read",
            "Muslims carry their mats to the yard",
        ),
    ),
    Rule(
        code="en.hate.lives",
        category=_HATE,
        tier="attack",
        purpose="The lives of a group of people are said to be worth nothing.",
        pattern=_p(
            r"\b(?:(?:{ADJ}|{ONE}) lives|(?:{OWNER}) (?:opinions?|life|lives|word|feelings)|(?:the )?(?:life|lives"
            r"|opinions?|feelings|rights) of {WHOM}|{WHOM} lives)(?: \w+ly)? (?:(?:dont|do not|doesnt|does not"
            r"|shouldnt|should not|never) (?:\w+ )?(?:matter|count|mean|deserve)|(?:are|is|arent"
            r"|isnt)(?: not)?(?: \w+ly)? (?:worth|worthless|meaningless|cheap|nothing|inferior|disposable|useless"
            r"|{BAD})|mean nothing|matter less)\b|\b(?:your|their|his|her) lives? (?:is|are|isnt"
            r"|arent)(?: not)? (?:worth|worthless)[^.!?]{0,30}[.!?,] ?(?:youre|theyre|hes|shes|you are"
            r"|they are) (?:just |only |nothing but |all )*(?:{WHOM})|\b(?:who|why|nobody|no one|dont|why do people"
            r"|why (?:would|should) (?:i|anyone|we|people)|baffles)(?: \w+){0,5}? (?:cares?|give|gives|caring"
            r"|concerned|worry|worried)(?: \w+){0,6}? (?:about|for) (?:the )?(?:lives|life|rights|feelings|deaths?"
            r"|suffering|well ?being|opinions?) of {WHOM}"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=COUNTER,
        must_match=(
            "Immigrant lives don't matter",
            "The lives of black people are worth nothing",
            "A woman's opinion is worthless",
            "Who cares about the lives of refugees",
            "Disabled lives are worthless",
        ),
        must_not_match=(
            "Black lives matter",
            "It hurts to hear people say that black lives are worthless",
            "The lives of refugees are hard",
            "The life of a black man in here is not easy",
            "Who cares about the rights of prisoners",
            'Saying "trans lives don\'t matter" is hateful',
        ),
    ),
    Rule(
        code="en.hate.denied",
        category=_HATE,
        tier="attack",
        purpose="The writer denies a group of people what everybody has: worth, rights, being human.",
        pattern=_p(
            r"\b(?:dont|do not|never|cant|cannot|wont|refuse to|hard to|doubt)(?: (?:\w+ly|even|ever))* (?:think"
            r"|believe|feel|consider|see|accept|want|like|regard|count|recognize|recognise"
            r"|let)(?: that)? {THOSE}{MOD} (?:deserve (?:to (?:live|exist|be|vote|breathe|have)|any|our|rights"
            r"|respect|a )|belong|(?:can|could|should)(?: ever)? be (?:trusted|allowed|treated as|considered|equal"
            r"|here|near|parents|in charge)|should (?:exist|vote|have|get|marry|adopt|teach|live|work)|(?:are|to be"
            r"|as|being)(?: \w+ly| real| fully| even| truly)* (?:human|humans|human beings|people|equal|equals|women"
            r"|men|worth|worthy|normal|capable|smart|in this|in my|in our|near|around|at all|here)|have (?:a |any "
            r"|the )?(?:rights?|place|business|soul|brains?|value|feelings)|near|around|in my|in our|living|working"
            r"|teaching)|\b(?:nobody|no one|i|we) (?:should|shouldnt|should not|would never|would|will never|wont"
            r"|dont want to|never want to)(?: have to| be forced to| ever)? (?:live|work|sit|sleep|eat|share|be|go"
            r"|study|shower|associate|deal)(?: \w+){0,4}? (?:next to|near|with|beside|around|among) {WHOM}"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(QUOTED, OBJECTED, OTHERS_VIEW, REJECTED),
        must_match=(
            "I don't think trans people deserve to exist",
            "I don't consider women to be real people",
            "I don't want Muslims near me",
            "I can't see gay people as equals",
            "Nobody should have to live next to black people",
        ),
        must_not_match=(
            "I don't think Muslims deserve this",
            "He doesn't consider women to be people",
            "I don't want women to be hurt",
            "I don't think women should be blamed",
            "I don't think gay guys like the noise",
            "Nobody should have to live with that",
        ),
    ),
    Rule(
        code="en.hate.feeling",
        category=_HATE,
        tier="attack",
        purpose="The writer hates, or is disgusted by, a group of people.",
        pattern=_p(
            r"\b(?:i|we|you|u|everybody|everyone|anyone|else|should|must)(?: (?:\w+ly|just|so|do|all|fucking|fuckin"
            r"|too|always|also|still|cant help but|should|must|gotta|do not|with|my|heart|have to"
            r"|cant not))* (?:{DISGUST}) {WHOM}|(?:^|[.!?,] ?|\bi )(?:hate|despise|detest|loathe|cant stand|fuck"
            r"|screw|to hell with|fuck off|down with|death to|no more|kill all|gas the) (?:you )?(?:all|the|these"
            r"|those|you|every|them|fucking|damn|stupid|of) {WHOM}|(?:^|[.!?,] ?)(?:fuck|screw|damn|goddamn"
            r"|curse) (?:{MANY})(?:$|[.!,])|(?:^|[.!?,] ?)(?:death to|down with|gas the|no more|too many|get rid of"
            r"|hate|despise|cant stand|detest|disgusted by|sick of|tired of|so tired of|so sick of|fed up with"
            r"|enough of) {WHOM}|\b(?:i|im|i am|we|were|my|so much|such|only|nothing but|pure|deep|makes? me|total"
            r"|complete|utter|much|the|full of|filled with)(?: \w+){0,4}? (?:{FEELING})(?: \w+){0,3}? (?:for|of|by|at"
            r"|with|toward|towards|about|against|around|because of|to) {WHOM}|\b(?:sick|tired|fed up"
            r"|annoyed)(?: and tired)? (?:of|with|by) (?:(?:having|being|seeing|hearing|living|dealing|looking"
            r"|smelling|listening) (?:\w+ ){0,3}?)?{WHOM}|\b(?:sick|angry|disgusted|nauseous|ill|puke|vomit"
            r"|uncomfortable|gag|furious)(?: \w+){0,3}? (?:when|whenever|if|to|every time|seeing)(?: i| we)? ?(?:see"
            r"|hear|smell|think of|think about|look at|meet|be near)?(?: \w+){0,2}? {WHOM}|\b(?:nobody|no one|who"
            r"|we dont|i dont)(?: \w+ly)? (?:would miss|will miss|wants?|likes?|needs?|want|need"
            r"|like)(?: to see)? {WHOM}(?:$|[.!?,]| around| here| in (?:this|our|here|the)| anyway| if| near)"
            r"|\b(?:laugh|cheer|celebrate|smile|happy|glad|love it|enjoy it|clap|party|rejoice)(?: \w+)? (?:when"
            r"|whenever|if|every time|at)(?: i see)? {WHOM}(?: \w+){0,3}? (?:{VERBED}|die|dies|died|suffer|suffers"
            r"|cry|cries|hurt|jumped|cancer|beat)|\b(?:nothing wrong with|not wrong to|its (?:\w+ )?(?:ok|fine|okay"
            r"|good|natural|normal|right|fun|healthy) to|it is (?:ok|fine|okay|good|natural|normal|right) to|proud to"
            r"|proud of|right to|not ashamed to|not afraid to|reason to|reasons to|have to) (?:hate|hating|despise"
            r"|despising|beat|beating|kill|killing|hit|hitting|rape|raping|mock|mocking|spit on|ban|banning|hunt"
            r"|attack|attacking|bully|bullying|harass|bash) (?:up )?{WHOM}|\b(?:disgusting|sickening|gross|awful"
            r"|terrible|shameful|unbearable|horrible|nauseating|revolting|sad|embarrassing) (?:to|having to"
            r"|being) (?:be|see|have|live|share|sit|work|hear|watch|look|surrounded|around|near|touch|smell"
            r"|meet)(?: \w+){0,5}? {WHOM}|\b(?:feel|have|felt|feelings?)(?: \w+)? (?:for|about"
            r"|towards?) {WHOM}(?: \w+)? (?:is|are|but)(?: \w+)? (?:{FEELING})\b|\b(?:i|we"
            r"|they should) (?:just )?want {WHOM} (?:dead|gone|out|deported|hanged|locked up|shot|banned|off)\b"
            r"|\b(?:disgusted|disgusts me|sickened|makes me sick|angry|furious|ridiculous|outrageous|disgrace"
            r"|shameful) that (?:they |we |you |there )?(?:let|allow|hire|put|have|keep|are|were|accept"
            r"|give)?(?: so many)? ?{WHOM}(?:$|[.!,]| in| are| is| here| get| can| have| into| near| around| live"
            r"| exist)|\b(?:needs?|want|better with|could use)(?: \w+)? (?:fewer|less) {WHOM}|{THOSE}{MOD}{SICKENS}"
            r"|\b(?:seeing|hearing|smelling|watching|being near|being around|looking at|the (?:sight|smell|thought"
            r"|presence) of|working with|living with|talking to|touching|meeting)(?: \w+ing)?(?: two| some"
            r"| three)? {WHOM}(?: \w+){0,3}?(?:{SICKENS}| (?:is|was) (?:\w+ )?(?:{BAD}))|{THAT_ONE}{SICKENS}"
            r"|\beverything about {WHOM}(?: \w+){0,3} (?:disgusts?|sickens?|sick|disgusting|repulsive|wrong|angry)"
            r"|\b(?:nothing|no one|nobody|noone|none|no group|no people|few things|anything|anyone|anybody|something"
            r"|not (?:a|one) \w+)(?: \w+){0,7}? (?:less|more|worse|as|dumber|lower|dirtier"
            r"|\w{3,}er) (?:\w+ ){0,2}?(?:than|as) {WHOM}|\b(?:nothing|no one|nobody|noone"
            r"|no other \w+)(?: else)? (?:is|are) as (?:{BAD}) as {WHOM}"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*COUNTER, *CALLED_OUT, _THINGS, _NO_HATE, _LET_GO, _SUFFERED),
        must_match=(
            "I hate you gypsies so much",
            "I seriously can't stand black people",
            "Gay people make me sick",
            "I feel nothing but disgust for immigrants",
            "Seeing two gay men kiss makes me puke",
            "There's nothing worse than immigrants",
            "Down with all these Arabs",
            "I'm so sick of these Mexicans",
        ),
        must_not_match=(
            "I love gay people",
            "I don't hate white people, I hate the system",
            "He hates women and it shows",
            "I hate how they treat women in here",
            "I hate Mexican food",
            "My hatred for Muslims came from fear",
            "We must fight the hatred for immigrants",
            "It's not ok to hate black people",
            "I feel no hate for Muslims any more",
            "I don't trust women since my ex",
            "No more women in my life until I'm sober",
        ),
    ),
    Rule(
        code="en.hate.should",
        category=_HATE,
        tier="attack",
        purpose="A group of people should be shut out, sent away, hurt or dead.",
        pattern=_p(
            r"{THOSE}{MOD}{MUST}{DOOM}|{THAT_ONE}{MOD}{MUST} (?:{VERBED}|die|burn|rot|suffer|hang)\b|\b(?:should"
            r"|shouldnt|must|why should|shall) {THOSE}{MOD}(?: (?:all|just|really|ever|even|not|never|be|get"
            r"|have been))* (?:{VERBED}|(?:be )?(?:allowed|permitted)|exist|die|vote|suffer)\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=GROUP_GUARDS,
        must_match=(
            "Immigrants need to go back to where they came from",
            "gay people deserve to be beaten",
            "Gypsies must be locked up",
            "Black people need to learn their place",
            "All Muslims should be deported",
            "Women should shut up and stay in the kitchen",
        ),
        must_not_match=(
            "Muslims should be treated fairly",
            "No one should be killed for being gay",
            "Anyone who says gay people should die is sick",
            "Women shouldn't have to be afraid",
            "Trans people should be kept safe in prison",
            "Women deserve respect",
            "Some women should be home by now",
        ),
    ),
    Rule(
        code="en.hate.out",
        category=_HATE,
        tier="attack",
        purpose="A group of people is not wanted here, or had it coming.",
        pattern=_p(
            r"{THOSE}{MOD} (?:had it coming|needs? (?:a )?(?:\w+ )?(?:beating|lesson|whooping|bullet|slap|killing"
            r"|hanging)|(?:are |is )?asking for it|get what they deserve)|\bkeep (?:\w+ ){1,4}?away from {WHOM}"
            r"|\bno (?:{MANY}) (?:allowed|here|wanted|please|welcome|in (?:here|this|our|my))\b|(?:^|[.!?,] ?|\bwe "
            r"|\byou should )(?:dont|never|do not|stop|quit) (?:let|letting|allow|allowing|hire|hiring|serve|rent to"
            r"|sell to|feed|teach|vote for|date|marry|listen to|accept|admit|befriend)(?: in)? {WHOM}|\b(?:why"
            r"|reasons?)(?: \w+){0,2}? should(?:nt| not)? {THOSE}{MOD} (?:not |never )?(?:be (?:allowed|permitted"
            r"|admitted|shown|let|banned|excluded|kept|given|trusted)|have|get|vote|marry|exist)\b"
            r"|\bbest (?:\w+ ){0,2}?(?:for|if) {THOSE}{MOD} (?:not to|never to|dont|didnt|had no|have no)\b"
            r"|{THOSE} (?:are|r) \w+(?: and \w+)* and (?:should|deserve|must|need to)(?: all| to)? {DOOM}"
            r"|\bwhy (?:dont|cant|wont) {THOSE}{MOD}(?: (?:just|all|simply))* (?:die|leave|go|disappear|shut|kill"
            r"|fuck off|vanish|stop)\b|\b(?:protect|save|defend|guard|shield)(?: \w+){1,4}? from {WHOM}|\bput(?:s"
            r"|ting)? {WHOM} (?:back )?in (?:their|its|his|her|your) place|{THOSE} (?:got|get"
            r"|will get) (?:what (?:they|was)|theirs)\b|\b(?:if only|i wish|wish|hope|hoping|pray|i hope"
            r"|praying)(?: that)? (?:you and )?{THOSE}{MOD}(?: (?:\w+ly|all|would|could|get|were|be|had|just|will|go"
            r"|each))* (?:{VERBED}|die|died|burn|rot|suffer|hang|disappear|dead|cut|killed|gone|go back|choke|catch"
            r"|drown|drop)\b|\b(?:love|like|want|wanna|hope|wait|enjoy|dream of|good|great|fun"
            r"|satisfying) (?:to )?(?:see|seeing|watch|watching)(?: \w+ly)? {THOSE}{MOD}(?: (?:all|get|be|being"
            r"|getting|\w+ly))* (?:{VERBED}|die|dying|burn|burning|rot|suffer|suffering|hang|disappear|hurt|cry|bleed"
            r"|fail|dead|gone|in pain)\b|\b(?:better off|better place|safer|cleaner|happier|better|prettier"
            r"|great again|nicer|improved?|more peaceful|perfect)(?: \w+){0,3}? (?:without|if|once|when"
            r"|minus)(?: (?:there (?:were|was|are) no|we had no|no|every|all))? {WHOM}|\b(?:fine|good|great|perfect"
            r"|peaceful|clean|safe|paradise)(?: \w+){0,3}? (?:without|if there (?:were|was) no|if we had no) {WHOM}"
            r"|\b(?:no|not any|isnt any|is no|any) (?:space|room|place|future|hope)(?: \w+){0,5}? (?:for|with) {WHOM}"
            r"|{THOSE}{MOD} (?:(?:all )?belong|their place is|belongs?|place is) (?:{FILL} )?(?:in|on|behind|under"
            r"|inside|at|to)(?: \w+)? (?:zoo|cages?|kitchen|hell|jail|prison|camps?|trash|gutter|jungle|ovens?|asylum"
            r"|ground|dump|bars|mental|psych\w*|chains|cotton|plantations?|back|street|streets|sewer|graves?|trees"
            r"|barn|stable|leash|closet|bottom|africa|mexico|museum|garbage|bin|desert)"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=GROUP_GUARDS,
        must_match=(
            "I hope all gay people die",
            "The world would be better without Jews",
            "I can't wait to watch those immigrants suffer",
            "Gypsies belong behind bars",
            "those immigrants had it coming",
            "no blacks allowed in this pod",
            "Keep your kids away from trans people",
            "why dont these refugees just leave",
            "We must protect our children from the gays",
            "put those women in their place",
            "Hope all the gypsies die",
        ),
        must_not_match=(
            "No women work on this unit",
            "Keep him away from me",
            "Why don't the women get yard time",
            "They protect us from the heat",
            "No blacks were on the jury",
            "I hope the women get their visits",
        ),
    ),
    Rule(
        code="en.hate.harm",
        category=_HATE,
        tier="attack",
        purpose="The writer calls for harm to a group of people or for getting rid of them, or means to do it.",
        pattern=_p(
            r"{DO}(?: (?:\w+ly|all|just|go|be able to|start|have to|finally|and|really|simply|also|try to|please|even"
            r"|now|once|fucking|not stop until we))* (?:{HARM})(?: (?:up|down|out|off)|(?: \w+){1,3}? of)? (?:a |an "
            r"|one |some )?{WHOM}|{DO}(?: (?:go|go out|out|and))* (?:beat up|jump|bash|mess up|hunt|kill|stomp|stab"
            r"|shoot) (?:on )?(?:some|any|a few) {WHOM}|\b(?:kill|burn|shoot|hang|round up|lock up|get rid of|deport"
            r"|gas)(?: \w+){1,3} and (?:all )?(?:the|all|those|these) {WHOM}(?: too|$|[.!,]| and)"
            r"|{DO}(?: just)? (?:teach|give) {WHOM} (?:a )?(?:\w+ )?(?:lesson|beating|beatdown|whooping)|\b(?:kill"
            r"|exterminate|deport|eradicate|lynch|gas|nuke|hang|shoot|slaughter|ban|genocide|burn|wipe out|behead"
            r"|castrate|expel|purge|stone) (?:all|every|each|them|those|these|the|you|fucking|any) {WHOM}\b"
            r"|\b(?:execution|death|deportation|extermination|genocide|castration|rape|violence|torture|slavery|hell"
            r"|prison|jail|lynching|hanging|annihilation|gas chambers?|a bullet|the rope|the gas chamber|the noose"
            r"|sterili[sz]ation|extinction|expulsion)(?: \w+){0,8}? (?:for|to|of|upon|on) {WHOM}|\bshould(?:ve| have"
            r"|a|of)? (?:just |all |been )?(?:finished off|{VERBED}|got rid of|gotten rid of) {WHOM}"
            r"|\bonly good {WHO} is an? dead\b|(?:^|[.!?,] ?|\bjust )(?:deport|exterminate|kill|wipe out|wipe|hang"
            r"|shoot|lynch|gas|ban|burn|eradicate|castrate|nuke|round up|kick out|stop|expel|boycott|lock up|arrest"
            r"|send back|get rid of) {WHOM}(?: off| out|$|[.!,]| now| all| back| like| from)|\b(?:{HARMING}) (?:a "
            r"|an )?{WHOM}{MOD}(?: (?:should|ought to|must|needs to|would)(?: \w+){0,2}? (?:legal|legali[sz]ed"
            r"|decriminali[sz]ed|allowed|encouraged|mandatory|praised|rewarded|fine|ok|okay|fun|great)| (?:shouldnt"
            r"|isnt|is not|should not|is no|should never|isnt even|wouldnt)(?: \w+){0,3}? (?:illegal|crime|wrong|sin"
            r"|punished|murder|bad)| (?:is|was|would be)(?: (?:\w+ly|so|just|totally))? (?:fine|ok|okay|fun|justified"
            r"|great|good|necessary|a sport|acceptable|not wrong|not a crime))|\b(?:cut|slit|slice|slash|break|smash"
            r"|punch|spit (?:in|on)|kick|bash|crush|snap|rip)(?: \w+){0,2} (?:their|your|those|these|her|his"
            r"|all)(?: \w+)? (?:{ADJ}) (?:throats?|heads?|faces?|necks?|skulls?|asses|ass|eyes|bodies|brains|hearts?)"
            r"|\b(?:rather|sooner|prefer)(?: \w+){0,9}? (?:than|over|before|to)(?: (?:be|being|have|having|ever|live"
            r"|living|anywhere|near|with|around|next|to|even|sit|sitting|touch|touching|date|dating|in|the|same|room"
            r"|as|by|look|looking|at|work|working|for|share|a|an|get|help|helped|vote|spend|time|see|become|marry"
            r"|stuck|served))* {WHOM}|\bshoot(?:ing)? the next {WHOM}|\bopen (?:season|fire) on {WHOM}|\b(?:make"
            r"|making) (?:a |an )?{WHOM}{MOD} (?:suffer|bleed|pay|cry|scream|disappear|slaves|extinct|kneel|leave)\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*COUNTER, _WORLDLY, _THEY_WANT),
        must_match=(
            "We should deport all Mexicans",
            "Someone ought to shoot those immigrants",
            "Let's burn these Jews alive",
            "Kill every last one of those faggots",
            "Killing gay people should be legal",
            "I'd rather die than live near a gypsy",
            "The only good Muslim is a dead Muslim",
        ),
        must_not_match=(
            "We should help all Mexicans",
            "They wanted to get rid of all the Jews, that is what I read",
            "We can't look away when gay people get beaten",
            "We should keep trans people safe",
            "I'm going to make the women in my family proud",
            "I want to kill time with the Mexican guys",
            "Killing women is a crime",
        ),
    ),
    Rule(
        code="en.hate.kind",
        category=_HATE,
        tier="attack",
        purpose="Bad traits are said to be what a group is like: typical of them, in their nature, only they.",
        pattern=_p(
            r"\b(?:typical|typically|characteristic|so like|natural|normal|common|just like|leave it to|trust"
            r"|expected|expect|always)(?: behaviou?r)?(?: of| for| from| with)?(?: an?)? {WHOM}{MOD}(?: (?:to|being"
            r"|be|act|acting|for))+{FILL} (?:{BAD})\b|\b(?:in|by)(?: an?| the)? (?:{WHOM} nature"
            r"|nature of (?:an? )?{WHOM})(?: (?:to be|to act|to|being|for))*(?:{FILL} (?:{BAD})|{FILL} (?:steal|lie"
            r"|cheat|kill|rape|destroy))\b|\b(?:{WHO}"
            r"|{OWNER}) nature (?:to|is|of)(?: be)?{FILL} (?:{BAD})\b|\b(?:only|just"
            r"|always|nobody but|no one but|none but) (?:an? )?{WHOM}(?: (?:can|could|would|will|are|is"
            r"|ever))*(?: (?:do|say|think|make|write) (?:something|anything|things|a thing))?(?: (?:be|that|so|this"
            r"|as|act|such))+{FILL} (?:{BAD})\b|\bits always (?:the |an? )?{WHOM} (?:that|who|thats"
            r"|whos)(?: \w+){1,3}{FILL} (?:{BAD})\b|\b(?:of course|obviously|clearly|sure enough|naturally"
            r"|no surprise|figures)(?: \w+){0,4} (?:was|is|were|are|had to be|must be|must have been"
            r"|turns out to be) (?:an? |another |all )?{WHOM}|\b(?:like|as) {WHOM}{MOD} to be{FILL} (?:{BAD})"
            r"|\b(?:something|so much|everything) (?:is )?(?:\w+ly )?wrong with (?:every|all|these|those|you"
            r"|most) (?:single |the |of |these |those )*(?:{WHO})\b|\bwhat (?:do|did|can|else (?:do|can|could"
            r"|did)) (?:you|we|u|i) expect (?:from|of|with|when) (?:an? )?{WHOM}|\b(?:whats|what is|what the (?:fuck"
            r"|hell) is|wtf is)(?: the fuck)? (?:wrong|it|up|the (?:matter|deal|problem)|the point of"
            r"|the use of)(?: with)? (?:{Q}fucking {WHOM}|you {WHOM}|all these {WHOM}|these {WHOM}|those {WHOM}"
            r"|\w+ing {WHOM})|\bwhy (?:are|r|do|must|cant)(?: there)? {WHOM}{MOD}(?: (?:have to|always|all|be|not|so"
            r"|such))*{FILL} (?:{BAD})\b|\b(?:my |that |an? |any |even )*(?:monkeys?|dogs?|animals?|rats?|apes?|pigs?"
            r"|chimps?|cats?|rocks?|toddlers?|\w*worm|insects?|cockroach(?:es)?|trash|garbage|goldfish|brick|potato"
            r"|donkey|cows?)(?: (?:\w+ly|in the \w+|that|here))* (?:is|are|has|have|deserves?|smells?|looks?"
            r"|behaves?)(?: \w+){0,3} (?:than|then) {WHOM}|\b(?:putting|having|letting|allowing|giving|electing"
            r"|hiring|let|allow|give|elect|hire|put|trusting|trust|more|accepting|welcoming|marrying|dating"
            r"|helping)(?: \w+){0,2}? {WHOM}(?: \w+){0,8}? (?:biggest |worst |greatest |huge |big |terrible |grave "
            r"|major |fatal |stupid )*(?:mistake|disaster|ruin|ruins|ruined|downfall|the end|destroy|destroys"
            r"|catastrophe|suicide|doomed|chaos|disgrace|error)|\b(?:never|dont ever|dont|wouldnt|would not|cant"
            r"|cannot|refuse to|no one should|nobody should|nobody wants to|no one wants to)(?: ever| even| want to"
            r"| go| be able to)? (?:trust|eat|touch|hire|listen to|believe|vote for|date|marry|sit next to"
            r"|live (?:near|next to|with)|work (?:for|with|under)|drink|buy|share|befriend|sleep in|use"
            r"|shake hands with|follow|obey|stand|respect|tolerate)(?: \w+){0,7}?(?: by| from| with| near| of"
            r"| next to| to| after)? (?:any |an? |these |those |all |you |other )(?:{WHO})\b|\bif (?:i|my \w+"
            r"|one of my \w+|we|my own \w+)(?: ever)? (?:woke up|were|was|am|turned(?: out)?(?: to be)?|became"
            r"|had to be|ended up|is|came out|had|married|dated|gave birth to"
            r"|ever)(?: \w+){0,3}? {WHOM}(?: \w+){0,2},? (?:i|id|ill|we|wed)(?: \w+){0,2} (?:kill|hang|shoot|disown"
            r"|die|beat|off|rather|throw|vomit|drown|puke|cut|abort|end)|\b(?:swarms?|hordes?|floods?|invasion"
            r"|infestation|plague|packs|herds?|wave|scum|disgrace|vermin|parasites|cockroaches|dregs|trash) (?:of"
            r"|like|called|known as) {WHOM}|\bget(?: \w+){0,2} {WHOM} out of (?:here|our|this|my|the|america)"
            r"|\btoo many (?:{Q})(?:{MANY})\b(?: \w+){0,3} (?:here|in|country|city|around|place|unit|government"
            r"|already|everywhere)"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=GROUP_GUARDS[:-1],
        must_match=(
            "How typical of Jews to be so filthy",
            "Only a black guy would do something so dumb",
            "What's wrong with you fucking immigrants",
            "Why are Muslims so violent",
            "That monkey is smarter than any woman",
            "Never trust a gypsy",
            "Swarms of refugees are coming",
        ),
        must_not_match=(
            "How typical of Jews to be so generous",
            "Why do people hate Muslims so much?",
            "Why are women paid less",
            "I can't eat with the Muslim guys during the fast",
            "Only women are allowed on that unit",
            "Trust the women who raised you",
            "What's wrong with my cellie",
        ),
    ),
    Rule(
        code="en.hate.they",
        category=_HATE,
        tier="attack",
        purpose="First a group of people is named, then contempt or harm follows about “them”.",
        pattern=_p(
            r"\b(?:{WHO})\b[^\"“”]{0,80}?(?:[.!?,;:] | )(?:(?:but|and|because|cause|that|since|as|so|yet|still"
            r"|honestly|personally|only|know|god|well|in fact) )*(?:{THEY}{ADV}(?:{IS_BAD}| (?:can|are"
            r"|could) be (?:that|so){FILL} (?:{BAD})\b|{LACK}|{SICKENS}|{RUINING}|{MUST} (?:{VERBED}|to (?:die|suffer"
            r"|burn|rot)|die|burn|rot|suffer|hang|go back)\b|(?: (?:is|was)){FILL} (?:{BAD})\b)"
            r"|{THEYRE}{ADV}(?:{FILL} (?:{BAD})\b)|(?:i|we|id|ill|im|well|lets|someone should|we should)(?: (?:\w+ly"
            r"|just|so|all|will|would|gonna|going to|still|fucking|want to|should|love to|have to))* (?:hate|despise"
            r"|detest|loathe|cant stand|kill|disgusted by|sick of|torture|exterminate|hang|shoot|destroy|get rid of"
            r"|make|deport)(?: (?:all|every|every single one|each|single|one|of))* (?:them|you|yall)\b(?: suffer| pay"
            r"| all|[.!,]|$| so| for)|(?:deport|kill|hang|shoot|burn|get rid of|lock|send|ban|castrate|exterminate"
            r"|gas|fuck|screw|kick|throw) (?:them|em|yall|you)(?: all| back| out| up| every\w*|$|[.!,])|(?:everything"
            r"|something|all) about (?:them|you)(?: \w+){0,2} (?:disgust|sicken|repuls|wrong|vile|makes|infuriat"
            r"|revolt|annoy|pisses)|(?:none|not one) of (?:them|you) (?:deserve|can be trusted|should|have"
            r"|are (?:worth|human)))|\b(?:{MANY}|{ONE})\b[^\"“”.!?]{0,40}[.!?] ?(?:(?:what|such|absolutely|totally"
            r"|just|so|all|a|bunch|of|pack|complete|utter|fucking|bloody|pure|total|like|truly"
            r"|simply) )*(?:{BAD})(?:$|[.!])|\b(?:theyre|they are|youre|you are|those|these people are"
            r"|what)(?: (?:all|just|\w+ly|such|a|an|bunch of"
            r"|complete))*{FILL} (?:{BAD})[^\"“”.!?]{0,25}[.!?,] ?(?:\w+ ){0,7}?(?:theyre|they are|theyre all|youre"
            r"|you are|because theyre|were talking about|thats|typical|classic|just|all) (?:all |just "
            r"|only )*(?:{MANY})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*COUNTER, FELT),
        must_match=(
            "I know a lot of gay people. They are all disgusting",
            "I tried working with Muslims but they're all liars",
            "I met a trans person yesterday. Absolutely vile.",
            "I met a few immigrants and I hate all of them",
            "They're all idiots. Needless to say they're Mexicans",
        ),
        must_not_match=(
            "I know a lot of gay people. They are all nice",
            "Some women feel that they are worthless",
            "Disabled people are treated as if they are worthless",
            "I met a trans person yesterday. Really kind.",
            "Women told me they are sick of the food",
            "The Mexican guys left and I hate it here",
        ),
    ),
    Rule(
        code="en.hate.name",
        category=_HATE,
        tier="attack",
        purpose="An insult and a group's name in one: the group is the insult.",
        pattern=_p(
            r"\b(?:filthy|dirty|disgusting|worthless|subhuman|goddamn|god damn|stinking|stinky|smelly|lousy|fucking"
            r"|fuckin|stupid|nasty|vile|evil|rotten|ugly|dumb|damn|retarded|savage|repulsive|disease ridden|lazy"
            r"|inbred|bloody|greedy|useless|uncivili[sz]ed|dumbass) (?:little |ass |piece of shit |old "
            r"|fucking )?(?:{WHO}|(?:{ADJ}) (?:bastards?|pigs?|dogs?|bitch(?:es)?|cunts?|whores?|fucks?|scum|trash"
            r"|rats?|ass|apes?|monkeys?))(?:$|[.!?,;\"”»)]| you| like you| and| who| should| need| go| get| are"
            r"| in this| all)|\b(?:{ADJ}|{ONE}) (?:trash|scum|filth|garbage|vermin|rats?|pigs?|dogs?|apes?|monkeys?"
            r"|swine|bastards?|cockroach(?:es)?|parasites?|animals|savages?|freaks?|cunts?|whores?|sluts?"
            r"|bitch(?:es)?|pieces? of shit|shits?|fucks?|fuckers?|mother ?fuckers?|degenerates?|perverts?"
            r"|roach(?:es)?|leech(?:es)?|terrorists?|invaders?|thugs|idiots?|retards?|morons?|losers?|invasion"
            r"|infestation|plague|imposters|vermins?|virus|disease|menace|subhumans?)\b|\b(?:you|u|ur|youre|you are"
            r"|youll always be|hes|shes|theyre)(?: (?:are|r|a|an|just|nothing but|such|fucking|dirty|stupid|another"
            r"|only|filthy|typical|common|nothing more than|simple|all|the|worst|kind|of|worthless))+ (?:{SLUR}"
            r"|{SLURS})\b|\b(?:you|u|all of you|you and all(?: the)?(?: other)?)(?: (?:fucking|damn|all|stupid"
            r"|goddamn|dirty|filthy|other|the|people|lot))* (?:{MANY})\b(?:(?: in this \w+| are| all| should| need"
            r"| make| disgust| can| really| just| have| here| like| get| go| never| deserve| dont)+ (?:{BAD}"
            r"|disgust\w*|me sick|sick|out|away|back|die|hell|fuck\w*|suffer|me \w+ with|me boil)|[.!])"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*GROUP_GUARDS[:-1], _A_WOMAN),
        must_match=(
            "you are nothing but Mexican trash",
            "shut up, you filthy Muslim",
            "Stupid immigrants",
            "Those black bastards took it",
            "these damn Arabs, all of them",
        ),
        must_not_match=(
            "my Mexican friend",
            "The dirty Mexican bowl is mine",
            "I was the only damn white guy in there",
            "He called him a dirty Arab",
            "stupid white shirt",
            "You women taught me a lot",
        ),
    ),
    Rule(
        code="en.hate.near",
        category=_HATE,
        tier="attack",
        purpose="A group of people, all of them, beside a strong word of contempt, with nobody else in between.",
        pattern=_p(
            r"(?:(?:^|[.!?,:] ?)|\b(?:that|think|believe|say|all|all of|these|those|you|every|any|such|like|fucking"
            r"|so many|the|most|both|only|and|because|cause|than"
            r"|but) )(?:{MANY})\b,?(?: [\w/-]+,?){0,7}? (?:{NEAR})\b|\b(?:{NEAR}),?(?: [\w/-]+){0,4}? (?:all|all of"
            r"|these|those|you|every|any|such|like|fucking|so many|of|for|by|being|calling|from|single|as"
            r"|than)(?: (?:all|the|these|those|you|fucking|damn|of|a|an|every|any|single))* (?:{MANY}|{ONE})\b"
            r"|\b(?:an?|any|every|you|no) (?:{ONE}) (?:like (?:you|him|her|them|that)"
            r"|in \w+ \w+)(?: [\w/-]+){0,5}? (?:{NEAR})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*GROUP_GUARDS, NOT_SUBJECT, BETWEEN, _LAUNDRY),
        must_match=(
            "These gypsies walk around here like filthy savages",
            "What filth, all those immigrants",
            "Immigrants these days, total scum",
            "Muslims, one and all, stupid",
            "any Mexican like you has to be stupid",
        ),
        must_not_match=(
            "These Mexicans told me I was stupid",
            "The women in my family think I'm worthless",
            "All the black guys here helped me when I was an idiot",
            "Women get useless food in here",
            "Muslims never call people trash",
            "The disgusting food here is the same for the Muslims",
        ),
    ),
    Rule(
        code="en.hate.go",
        category=_HATE,
        tier="attack",
        purpose="Somebody is told to go back to where they came from.",
        pattern=_p(
            r"(?:^|[.!?,:;] ?|\byou (?:can |should |need to |better |all )?|\bjust |\bplease |\byall )(?:(?:go|get"
            r"|piss off|fuck off|run|crawl|swim|fly|move)(?: (?:the \w+ |right |on |all )?)?(?:back"
            r"|home) to (?:your (?:own |shithole |shitty |fucking |\w+ )?(?:country|land|jungle|cave|homeland)"
            r"|where (?:you|u|ya|yall|they|you people) (?:came|come|belong)|africa|mexico|china|india|the jungle)"
            r"|go back (?:to )?where you (?:came|come) from)\b"
        ),
        words=words("back to|home to|go back"),
        guards=(QUOTED, _HER_SAY, OBJECTED),
        must_match=(
            "go back to your own country",
            "Go back to where you came from!",
            "just fuck off back to your country",
            "you should go back to Africa",
            "get back to where you came from",
        ),
        must_not_match=(
            "When you go back to your country, write me",
            "They told me to go back to your own country",
            "I want to go back to my country",
            "He yelled go back to where you came from",
            "I will go back to school",
        ),
    ),
    Rule(
        code="en.slur.used",
        category=_HATE,
        tier="slur",
        purpose="A word that is only there to put people down for what they are.",
        pattern=_p(r"\b(?:{SLUR}|{SLURS})\b"),
        view="groups",
        words=SLUR_WORDS,
        guards=(QUOTED, _NAMED, _OWNED, _PROUD, _WORDPLAY, _WORDPLAY_AFTER),
        must_match=(
            "that wetback took my seat",
            "Look at that ugly tranny",
            "He's just a dumb nigger",
            "those kikes again",
            "don't be such a retard",
        ),
        must_not_match=(
            "he called me a wetback",
            "The butcher sells faggots on Fridays",
            "My car needs a tranny fluid change",
            "I'm a dyke and proud",
            "The word retard hurts my brother",
            "my nigga got out today",
            "They built a dyke by the river",
            "a chink in his armor",
        ),
    ),
    Rule(
        code="en.slur.women",
        category=_HATE,
        tier="slur",
        purpose="A word that puts women down, said to a person's face or about women as a kind.",
        pattern=_p(
            r"\b(?:youre|you are|u r|ur|you|yall|shes|she is|women|females|girls|they|theyre|hes|she|just another"
            r"|another common|typical|nothing but|nothing more than|such)(?: (?:are|is|r|really|just|only|all|nothing"
            r"|but|more|than|a|an|another|common|typical|fucking|dumb|stupid|dirty|worthless|little|ugly|lying|crazy"
            r"|cheap|nasty|filthy|ass|lazy|fat|old|such|same|simple|plain|ordinary|goddamn|damn))* (?:{WOMEN})(?:s"
            r"|es)?\b(?: behaviou?r| like you| ass)?|\b(?:all|these|those|most|you) (?:\w+ )?(?:bitches|sluts|whores"
            r"|hoes|cunts|skanks|thots)(?: in here| today| out here)?(?: (?:all|really|just|always))? (?:are|should"
            r"|need|deserve|aint|belong|make me|only|will never|cant)\b"
        ),
        words=WOMEN,
        guards=(QUOTED, _NAMED, _SAUCY, *COUNTER),
        must_match=(
            "you are nothing but a whore",
            "typical lying bitch",
            "She's just a lying bitch",
            "women are all whores",
            "These bitches should shut up",
        ),
        must_not_match=(
            "life is a bitch",
            "she's a bad bitch",
            "He called me a bitch",
            "son of a bitch, that hurt",
            "hand me the garden hoe",
            "I was such a bitch to my mom",
        ),
    ),
    Rule(
        code="en.slur.another",
        category=_HATE,
        tier="slur",
        purpose="A person is waved off as one more of a kind.",
        pattern=_p(
            r"\b(?:just another|yet another|another|typical|nothing but an?|nothing more than an?"
            r"|nothing but another)(?: (?:common|typical|dumb|stupid|dirty|filthy|fucking|damn|lazy|worthless|ugly"
            r"|useless|crazy|goddamn))+ {WHO}\b|(?:^|[.!?,] ?)(?:so |how |that is |thats "
            r"|such )?typical {WHO}(?: behaviou?r)?(?:$|[.!?])|\btypical {WHO} (?:behaviou?r|move|thing to|stupidity"
            r"|shit|bullshit|laziness|lies)"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(QUOTED, OWN, _SEEN_AS, *COUNTER),
        must_match=(
            "another stupid queer",
            "another lazy immigrant",
            "nothing but a dirty gypsy",
            "typical woman",
            "Typical gypsy behaviour",
        ),
        must_not_match=(
            "just another day",
            "I'm just another black man in the system",
            "another woman on my tier got out",
            "a typical Mexican dish",
            "They see me as another lazy immigrant, says my lawyer",
        ),
    ),
)
