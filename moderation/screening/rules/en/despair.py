"""English: despair without a word of death: one rule that speaks alone, and weak signals that speak together.

Sadness, stress and being sick of a place are what these rooms are for: none of these rules may see them alone.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

from .common import LONG_AGO, SAID_SELF
from .self_harm_pieces import A_FIGURE, spelled

_NOT_ANY_MORE: Final = Guard(
    "denied, or over",
    BEFORE,
    r"\b(?:not|never|dont|didnt|doesnt|isnt|arent|aint|wasnt|no longer|stopped|used to|without|instead of"
    r"|nobody|refuse to|wont)(?: (?:be|feel|felt|feeling|think|thinking|saying|that|like|as|say|a|all|ever"
    r"|let|being|so|i|im|was|is|really|going|to)){0,5} ?",
    unless=r"\bdont (?:know|think)\b|\bnever felt (?:so|this|more)\b",
)
_SOMEONE_ELSE: Final = Guard(
    "somebody else",
    BEFORE,
    r"\b(?:you|he|she|they|we|people|who|makes? you|everyone|everybody|someone|you are|youre|hes|shes"
    r"|theyre|your|his|her|their) (?:\w+ )?",
)
_SMALL: Final = Guard(
    "about a thing, a game, a task",
    AFTER,
    r"(?: (?:at|with|about|in|on|for|of|to|when it comes to)(?: (?:this|that|the|my|a|these|those|doing"
    r"|it))? (?:math\w*|homework|class\w*|test\w*|exam\w*|job|work|cook\w*|dominoes|spades|chess|game\w*"
    r"|team|season|sport\w*|phone\w*|tablet\w*|food|chow|bunk|cell(?:ie|mate)?|dating|relationships|women"
    r"|men|guys|names|directions|spelling|dancing|singing|drawing|system|politics|government|country"
    r"|parking|weather|place|noise|pod|unit|program)\b|[ ,]+(?:lol|lmao|haha\w*|jk|😂))",
)
_GUARDS: Final = (SAID_SELF, _NOT_ANY_MORE, LONG_AGO, A_FIGURE, _SOMEONE_ELSE, _SMALL)


_ALONE: Final = Rule(
    code="en.self_harm.despair",
    category="self_harm",
    tier="distress",
    purpose="Despair of life itself, without a word of death.",
    pattern=spelled(
        r"\b(?:cant|cannot|can not|couldnt|dont think i can|dont know (?:if|how) i can|dont know how to|dont have the"
        r" strength to|no strength to|unable to|too tired to|not able to|dont want to|dont wanna) (?:even |just |keep "
        r"|really )?(?:go on|going on|carry on|keep going|keep living|go on living|keep on living|keep on going|face"
        r" another day|face (?:one more|tomorrow)|make it (?:through|thru) (?:another|one more|tonight|the night)|do"
        r" (?:this|it) (?:life|living)|continue (?:on )?living|take (?:it|this|the pain|this pain|life|living|much"
        r" more)|bear (?:it|this|the pain|life|living|to live)|stand (?:life|living|being me|the pain)|live)(?: with"
        r" (?:this|the|myself)(?: \w+)?)?(?: like this)? ?(?:any ?more|any longer|much longer|no more|another (?:day"
        r"|minute|second|night)|$|[.!?;])|\b(?:wont|will not|not going to|not gonna|cant|aint gonna|dont think (?:i"
        r" can|im going to|im gonna|ill)) make it (?:through|thru|past|to) (?:the|this|tonight|tomorrow|another|one"
        r" more)(?: night| weekend| day| week)?\b|\b(?:whats|what is|wats|wheres) the (?:point|use) (?:of|in|to)"
        r" (?:living|life|my life|being alive|going on|even (?:living|being (?:here|alive))|waking up|existing"
        r"|anything)\b|\bcant live with (?:myself|what i (?:did|have done|ve done)|the guilt|this guilt)\b|\bwhy"
        r" bother (?:living|waking|going on)\b|\bwhy (?:am i (?:even |still )?(?:alive|living|breathing)|(?:do|should)"
        r" i (?:even |still |keep )?(?:bother (?:living|waking)|keep living|exist|live|go on))\b|\blife (?:isnt|is not"
        r"|aint|just isnt|is no longer) (?:even |really )?worth (?:it|living|a damn)\b|\b(?:my|this) (?:whole )?life"
        r" (?:is|isnt|is not|aint|has been|has become|feels?|seems?|has no|got no|holds no)(?: (?:so|just|like"
        r"|completely|totally|all|really|kinda|pretty|now|become|been|even|utterly)){0,2} (?:not )?(?:worth (?:it"
        r"|living|nothing|anything|a damn)|pointless|meaningless|hopeless|over\b|purpose\b|meaning\b|point\b"
        r"|unbearable|unlivable|empty|a living hell|worthless|no longer worth|useless)|\b(?:dont|do not) (?:think|feel"
        r" like|believe|see how|feel that) (?:my |this |that )?life is (?:even |really )?worth (?:it|living"
        r"|anything)\b|\b(?:no|any|a) (?:reason|point|purpose|strength|will)(?: left)?(?: for me)? (?:to|in|for) (?:go"
        r" on|going on|keep going|keep fighting|carry on|continue|keep trying|get up|getting up|get out of bed)\b"
        r"|\bnothing (?:left )?(?:to live for|matters any ?more|to look forward to in (?:life|this life)|left for me"
        r" (?:here|in this (?:world|life)))\b|\b(?:lost|losing|have no|ive no|got no|gave up|given up|giving up|out of"
        r"|there is no|theres no|dont have any|see no|i have no|without any) (?:all )?(?:my |the |any )?(?:hope"
        r"|will)(?: (?:left|any ?more|in (?:life|living|everything)|for (?:life|my life|living|the future|me|anything)"
        r"|to (?:live|go on)))(?:\b|$)|\b(?:give up|giving up|gave up|given up|done|finished|through|tired|sick"
        r"|exhausted|over it|fed up)(?: on| with| of) (?:life|living|my life|myself and (?:life|everything)|being"
        r" alive|existing|everything and everyone|this life)(?:$| ?[.!?,;]| and| i\b| any ?more| because| already)"
        r"|\b(?:hate|hating|despise|loathe) (?:being alive|living|waking up (?:alive|every)|my existence|existing|that"
        r" i (?:woke up|exist|was born|am alive|am still))\b|\b(?:only|one|no other|no|see no|any) (?:way|ways|other"
        r" way) out (?:of (?:this|the|my) (?:pain|hell|misery|life|suffering|darkness|hole im in)|any ?more|for me)\b"
        r"|\b(?:want|wanted|need|wish|wanting|begging for|just want|desperate for) (?:for )?(?:(?:the|this|my|all the"
        r"|all this) (?:\w+ )?(?:pain|hurt|hurting|suffering|misery|agony)|it all|all of (?:this|it)|everything|all"
        r" this) (?:to )?(?:just )?(?:stop|end|go away|be over|be over with|disappear)(?:$| ?[.!?,;]| forever| for"
        r" good| now| already| and)|\b(?:want|wanna|need|wish|have) (?:to )?end (?:the|my|this|all this|all the|all of"
        r" this) (?:pain|suffering|misery|hurt)(?:$| ?[.!?,;])|\bregret (?:being|ever being|that i was) born\b"
        r"|\b(?:dont|do not|not sure) (?:know )?how much longer i can (?:hold on|take (?:it|this)|do this|go on|keep"
        r" going|last|survive)(?:$| ?[.!?,;])|\b(?:the |this |my )?pain (?:is|has become|became|gets|got|getting)"
        r" (?:just |way |all |simply )?(?:too much|unbearable|more than i can)|\b(?:im|i am|i) (?:just )?(?:a |such a "
        r"|nothing but a |only a |being a )(?:burden|liability|disease|curse|poison) (?:to|on|for) (?:everyone"
        r"|everybody|my (?:whole )?(?:family|kids|mom|mother|wife|parents|people|loved ones|friends)|them|all|the"
        r" world|society)\b|\b(?:everyone|everybody|the world|my (?:family|kids|mom|wife|children|people)|they|she"
        r"|he)(?: would|d| will|s|ll)? (?:all )?(?:be|is|are) (?:so much |much |way |probably )?(?:better|happier)"
        r" (?:off )?(?:if i wasnt|if i werent|if i never|if i just left|once im gone|when im gone|with me gone)"
    ),
    words=words(
        "go on|going on|carry on|keep going|keep living|go on living|keep on living|keep on going|face |make"
        " it|life|living|alive|exist|live|breathing|pain|hurt|suffer|misery|voices|agony|burden|liability"
        "|disease|curse|poison|reason|point|purpose|strength|will |nothing|hope|way out|ways out|take it|take"
        " this|take much|bear |stand |want it|want this|want everything|it all|all of this|everything|do it"
        "|do this|all this|me gone|im gone|if i|wanting|i woke|was born|waking|i am still|all of it|why do i"
        "|why should i|wish|beg|desperate|need|how much longer|born|the use in|the use of|the use to"
    ),
    guards=(
        SAID_SELF,
        Guard(
            "denied",
            BEFORE,
            r"\b(?:not (?:saying|that|like|because)|never (?:think|thought|say|said|felt like|believed)|dont"
            r" (?:think|believe|feel like|say)|nobody|no longer|stopped|used to|without|isnt true that)(?:"
            r" (?:thinking|feeling|that|like|i|im|a|the|my|be|to)){0,4} ?",
            unless=r"\bdont think i\b",
        ),
        Guard(
            "never give up",
            BEFORE,
            r"\b(?:never|dont|do not|wont|will not|not|cant|refuse to|before i)(?: (?:ever|going|gonna|be|to"
            r"|just)){0,2} ?",
        ),
        LONG_AGO,
        A_FIGURE,
        _SMALL,
        Guard(
            "somebody else",
            BEFORE,
            r"\b(?:you|he|she|they|people|who|someone|somebody|youre|hes|shes|theyre|it|u) (?:\w+ )?",
        ),
        Guard(
            "a thing to be borne, not life",
            AFTER,
            r" ?(?:of (?:crime|drugs|lies|running|addiction)|in (?:here|this (?:place|pod|unit|cell)|school|the"
            r" (?:streets|kitchen))|without (?:my )?(?:music|coffee|sports|football|family|love|god|jesus|him"
            r"|honou?r)|from (?:him|her|them)|to (?:court|work|school|group)|because of (?:the|this) (?:noise"
            r"|food)|on the streets|as a|that way|sentences?|inside|behind bars|of (?:my )?(?:sentence|time)|if"
            r" (?:they|he|she|my|the|you))\b|[ ,]+(?:this|that|the|these|those|my) (?:\w+ )?(?:mattress|bunk|noise"
            r"|heat|food|cellie|cell ?mate|pod|unit|place|job|class|officer|cos?|guards?|neighbou?r|roommate"
            r"|snoring|smell)\b",
        ),
        Guard("without this or that", AFTER, r" without \w+(?: \w+)?", unless=r"without (?:her|him|them|my)\b"),
        Guard(
            "another day of work",
            BEFORE,
            r"\b(?:game|class|shift|job|relationship|marriage|argument|fight|diet|workout|show|song|movie"
            r"|team)\b[^.!?;]{0,30}",
        ),
    ),
    must_match=(
        "I can't go on anymore",
        "I just can't take it anymore.",
        "what's the point of living",
        "I have no hope left",
        "my life is over",
        "I'm a burden to my family",
        "I just want the pain to stop",
        "I give up on life",
        "don't think I can make it through the night",
        "nothing matters anymore",
    ),
    must_not_match=(
        "I can't take this place anymore",
        "I can't take the noise in this pod anymore",
        "I'm done with this life of crime",
        "what's the point of this class",
        "I never thought my life was over",
        "life is hard but I keep going",
        "I give up on that team lol",
        "you can't go on like this, brother",
        "I want this sentence to be over",
        "there is hope for me",
        "I'm tired of this place",
    ),
)


_HOPELESS: Final = Rule(
    code="en.self_harm.hopeless",
    category="self_harm",
    tier="distress",
    purpose="Hopelessness, said of oneself; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:im|i am|i feel|feeling|felt|feel|its|it is|everything is|everything feels|all is|it all feels|its all"
        r"|completely|totally|utterly) (?:so |just |really |completely |totally |all |pretty |very |utterly |like its "
        r"|like everything is |like im |too ){0,2}(?:hopeless|pointless|broken beyond|beyond (?:help|saving|repair)"
        r"|empty inside|dead inside|numb inside|trapped forever|too far gone)\b|\b(?:theres|there is|i have|i see|got"
        r"|ive got|i got|have|see) no (?:hope|way out|future|light)\b|\b(?:dont|do not|cant) see (?:a|any|my)"
        r" (?:future|way out|hope|light)\b|\b(?:lost|losing|given up|gave up|lose) (?:all |my |any )?hope\b|\b(?:dont"
        r" have a|dont have any|without a) future\b|\b(?:nothing|it|things|this) (?:will |is going to |gonna |is ever"
        r" going to |wont |never )?(?:ever )?(?:gets? better|getting better) ?(?:any ?more|for me)\b|\b(?:never|not"
        r" ever|wont ever|aint ever) (?:going to |gonna |will )?get(?:ting|s)? (?:any )?better\b|\bwhats the (?:point"
        r"|use) ?(?:any ?more)?(?:$| ?[.!?])|\bno point (?:in anything|any ?more|to (?:any|all)|in trying)\b|\b(?:i"
        r" have|ive got|i got|have|feel like i have) no purpose\b|\blife (?:is|feels?|seems?|has become|has been|has"
        r"|got|holds)(?: (?:so|just|like|completely|totally|all|really|pretty|now|become)){0,2} (?:pointless"
        r"|meaningless|hopeless|unbearable|empty|worthless|useless|no (?:purpose|meaning|point))\b"
    ),
    words=words(
        "hopeless|pointless|life |beyond|inside|trapped|far gone|hope|way out|future|light|better|whats the|no"
        " point|no purpose"
    ),
    guards=_GUARDS,
    score=0.5,
    must_match=(
        "I feel hopeless, I can't do this anymore",
        "there's no hope. I hate myself",
        "I'm empty inside and so tired of everything",
        "it's never gonna get better. I give up",
        "what's the point. I'm such a burden",
    ),
    must_not_match=(
        "I feel hopeless about my appeal",
        "I don't feel hopeless anymore",
        "there's no hope for that team, I give up",
        "he is hopeless and I can't do this anymore",
        "it's getting better every day",
    ),
)
_SPENT: Final = Rule(
    code="en.self_harm.spent",
    category="self_harm",
    tier="distress",
    purpose="At the end of one's strength; speaks only together with another sign.",
    pattern=spelled(
        r"\bi (?:just |really |honestly |literally )?(?:cant|cannot|can not|dont think i can|dont know if i can|dont"
        r" want to|dont wanna)(?: just| really| even| keep| i can){0,2} (?:do(?:ing)? (?:this|it)|handle (?:it|this)"
        r"|cope|deal with (?:it|this)|fight(?:ing)?|try(?:ing)?|hold on|hang on|take (?:it|this)|pretend(?:ing)?)"
        r" ?(?:any ?more|any longer|much longer|no more)?(?:$| ?[.!?,;]| (?:and|i|im|ive|its|my|nobody|everything"
        r"|because|cuz)\b)|\bi (?:just |really )?(?:give up|gave up|quit|have given up)(?:$| ?[.!?,;]| on"
        r" (?:everything|myself|it all)| and| i\b)|\b(?:im|i am) (?:just |so |really )?(?:done|finished|giving up"
        r"|broken|exhausted|drained|over it)(?:$| ?[.!?;]| with everything| with it all)|\b(?:im|i am|so|just|really"
        r"|been|getting) (?:so |just |really )?(?:tired|sick|exhausted|worn out) (?:of|from) (?:everything|it all"
        r"|trying|fighting|pretending|hurting|feeling (?:like this|this way)|being (?:strong|me|alone|in pain|sad))"
        r"|\bim just (?:so )?tired(?:$| ?[.!?])|\b(?:too|so) (?:tired|weak) to (?:fight|try|keep)|\b(?:its|it is|the"
        r" pain is|everything is|this is|all) (?:just |all |all just )?too much(?: for me| to (?:bear|take"
        r"|handle))?(?:$| ?[.!?,;])|\bi (?:cant|dont know how to) (?:stop crying|get out of bed)\b"
    ),
    words=words(
        "cant |cannot|can not|can do|can handle|can cope|can deal|can fight|can try|can hold|can hang|can take|dont "
        "|give|gave|giving|quit|done|finished|broken|exhausted|drained|over it|tired|sick|exhaust|worn|weak|too much"
    ),
    guards=_GUARDS,
    score=0.6,
    must_match=(
        "I can't do this anymore, there's no hope",
        "I give up. I hate myself",
        "I'm so tired of everything. I'm worthless",
        "I'm done. I'm a burden and I know it",
        "I'm just so tired. Nobody cares about me and I'm worthless",
    ),
    must_not_match=(
        "I can't do this anymore, I want a new cellie",
        "I give up, where is the remote",
        "I'm done with chow",
        "I'm tired of this place",
        "this heat is too much",
    ),
)
_WORTHLESS: Final = Rule(
    code="en.self_harm.worthless",
    category="self_harm",
    tier="distress",
    purpose="Says of oneself to be worth nothing; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:im|i am|i feel|feel|feeling|felt|being)(?: (?:so|just|really|completely|totally|like|like im|all|always"
        r"|a|such a|nothing but a|like a|and|utterly|pretty|rather|useless and|too)){0,3} (?:worthless|useless|like"
        r" nothing|worth nothing|garbage|trash|piece of (?:shit|trash|garbage)|waste of (?:space|air|time|oxygen|life)"
        r"|failure|unlovable|unworthy|good for nothing|disgusting|mistake|disappointment)\b|\bi (?:ruin|destroy|mess"
        r" up|fuck up|screw up|ruined) (?:everything|everyone|everybodys|my whole life)\b|\bi (?:dont|do not)"
        r" (?:matter|deserve (?:love|help|anything|happiness|to be happy|nothing))\b|\bi(?:m| am)? (?:mean|worth)"
        r" nothing\b|\bi have no (?:value|worth)\b|\bno ?(?:one|body) would want me\b"
    ),
    words=words(
        "worthless|useless|nothing|garbage|trash|piece of|waste of|failure|unlovable|unworthy|disgusting|mistake"
        "|disappointment|i ruin|i destroy|up every|up my|matter|deserve|no value|no worth|want me"
    ),
    guards=_GUARDS,
    score=0.4,
    must_match=(
        "I'm worthless and I can't do this anymore",
        "I feel like a waste of space, I give up",
        "I ruin everything. I hate myself so much. I'm done",
        "I don't matter. I'm just a burden",
        "I am a failure. I can't do this anymore",
    ),
    must_not_match=(
        "Sometimes I feel worthless",
        "you are not a failure",
        "I'm not worthless",
        "he says I'm worthless but I know better",
        "that radio is worthless, I'm done",
    ),
)
_UNLOVED: Final = Rule(
    code="en.self_harm.unloved",
    category="self_harm",
    tier="distress",
    purpose="Nobody cares, nobody is there; speaks only together with other signs.",
    pattern=spelled(
        r"\b(?:nobody|no ?one|noone|not one person|not a single person|not a soul) (?:\w+ )?(?:cares?|loves?|needs?"
        r"|wants?|likes?|gives? a (?:fuck|damn|shit)|would care|understands|will ever (?:love|want|care)|would notice)"
        r"|\b(?:everyone|everybody|they all|the whole world) (?:hates?|left|leaves|abandoned|gave up on|has given up"
        r" on|is done with) me\b|\b(?:im|i am|i feel|feel|feeling) (?:so |all |completely |totally |really |always "
        r"|utterly ){0,2}alone(?: in (?:this|the) world)?\b|\bi (?:have|got) (?:no ?one|nobody|nothing)(?: left)?(?:$|"
        r" ?[.!?,;]| and)"
    ),
    words=words(
        "nobody|no one|noone|not one|not a s|hates me|hate me|left me|leaves me|abandoned me|up on me|done with me"
        "|alone|got nothing|have nothing"
    ),
    guards=(SAID_SELF, A_FIGURE, _SMALL, LONG_AGO),
    score=0.3,
    must_match=(
        "nobody loves me, I hate myself and I'm worthless",
        "I feel so alone, I give up, I'm worthless",
        "everyone left me. No hope left. I'm just done. I hate myself",
        "I have nobody. I'm a burden",
        "no one cares about me and I'm such a burden",
    ),
    must_not_match=(
        "nobody cares about that show",
        "I'm so alone in here and no one understands me",
        "nobody cares what they serve",
        "I'm alone in my cell, peace at last",
        "nobody needs a lawyer here?",
    ),
)
_SELF_HATE: Final = Rule(
    code="en.self_harm.self_hate",
    category="self_harm",
    tier="distress",
    purpose="Hatred of oneself or one's life; speaks only together with another sign.",
    pattern=spelled(
        r"\bi (?:really |fucking |just |so |truly |honestly |absolutely |still |even |only |do ){0,2}(?:hate|despise"
        r"|loathe|cant stand|am disgusted (?:with|by)|am sick of) (?:{SELF}|my (?:fucking |whole |own )?life|who i am"
        r"|being me|everything about (?:me|{SELF}))(?: so (?:much|bad))?(?:$| ?[.!?,;]| and| i\b| because i am| more|"
        r" every| so)"
    ),
    words=words("hate|despise|loathe|cant stand|disgusted|sick of"),
    guards=(
        *_GUARDS,
        Guard(
            "remorse",
            AFTER,
            r"[^.!?;]{0,20}\b(?:for (?:what|that|letting|doing|hurting|not|the|being)|when i (?:was|used|drank"
            r"|drink|use))\b",
        ),
    ),
    score=0.5,
    must_match=(
        "I hate myself. there's no hope",
        "I hate my life and I can't do this anymore",
        "I hate myself so much, I'm just a burden",
        "I fucking hate my life, I give up",
        "I hate who I am, it's all pointless",
    ),
    must_not_match=(
        "I hate myself for what I did to my kids",
        "I don't hate myself anymore, I'm done with that",
        "I hate my life of crime, I'm tired of trying to run",
        "she says I hate myself",
        "I hate my job",
    ),
)
_BURDEN: Final = Rule(
    code="en.self_harm.burden",
    category="self_harm",
    tier="distress",
    purpose="Says of oneself to be a burden; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:im|i am|feel like|i feel like|feeling like|being|become|ive become)(?: (?:just|only|nothing but|such"
        r"|always|like|nothing more than|a|some|big|huge|heavy)){0,3} (?:burden|dead ?weight|liability)\b|\b(?:im|i"
        r" am) (?:just )?(?:in everyones way|dragging (?:everyone|them|my family) down|too much for (?:everyone|people"
        r"|my family))\b"
    ),
    words=words("burden|dead weight|deadweight|liability|in everyones way|dragging|too much for"),
    guards=_GUARDS,
    score=0.7,
    must_match=(
        "I'm just a burden. I feel hopeless",
        "I feel like a burden and nobody cares about me",
        "I'm such a burden, I give up",
        "I'm dead weight. I hate myself",
        "I'm dragging everyone down, I'm worthless",
    ),
    must_not_match=(
        "I don't want to be a burden to my mom when I get out",
        "I'm not a burden",
        "I feel like a burden sometimes",
        "the fines are a burden",
        "guilt is a heavy burden",
    ),
)
_ON_THE_WAY: Final = Guard(
    "home, a move, a quarrel",
    AFTER,
    r"[^!?]{0,50}\b(?:home|released?|court|transfer\w*|parole|out of here|unit|pod|facility|inside|with"
    r" (?:her|him|my (?:wife|girl\w*|ex|man))|relationship|between us|halfway|probation|sentence|old"
    r" (?:life|me|self)|drugs?|addiction)\b",
)
_END_OF_IT: Final = Rule(
    code="en.self_harm.end_of_it",
    category="self_harm",
    tier="ideation",
    purpose="An end is wished for, of what is not said; speaks only together with another sign.",
    pattern=spelled(
        r"\bi (?:just |really |only |so )?(?:want to|wanna|need to|gotta|have to|am going to|might|might just|will"
        r"|should|should just) (?:just )?(?:end (?:it|this|things)(?:$| ?[.!?,;]| (?:and|because|already|now|so)\b)|be"
        r" done(?: with (?:it|this|everything|it all))?\b|do something (?:really )?(?:bad|stupid|crazy|drastic)\b(?:"
        r" to {SELF}\b)?)|\b(?:im|i am) (?:going to|gonna) (?:do something (?:really )?(?:bad|stupid|drastic)|end"
        r" (?:it|things)|be gone)\b|\bi (?:just |really |only )?want (?:it|this|everything|all of it|all this) (?:all"
        r" )?(?:to )?(?:end|be over|stop)(?:$| ?[.!?,;])|\b(?:could|going to|gonna|will|might|ill) do it tonight\b|\bi"
        r" have a plan\b(?:$| ?[.!?,;])|\bi (?:just )?(?:want|need) (?:out|peace|to be free of it all|to sleep"
        r" forever)(?:$| ?[.!?,;])"
    ),
    words=words(
        "end it|end this|end things|be done|be gone|to end|be over|to stop|a plan|it tonight|free of|to sleep|it end|it"
        " stop|this end|this stop|all end|all stop|everything end|everything stop|want out|need out|want"
        " peace|need peace|something bad|something really|something stupid|something crazy|something drastic"
    ),
    guards=(SAID_SELF, LONG_AGO, A_FIGURE, _ON_THE_WAY),
    score=0.5,
    must_match=(
        "I just want to end it. I hate myself",
        "I want it all to be over, I'm just a burden",
        "I'm going to do something bad tonight, I hate myself so much",
        "goodbye everyone. I just want out",
        "I want this to end. There's no hope for me",
    ),
    must_not_match=(
        "I want to end it with her, I give up",
        "I want this sentence to be over, I can't do this anymore",
        "I want to be done with drugs. I hate my life",
        "I want peace with my family",
        "I need to end this conversation, I'm done",
    ),
)
_FAREWELL: Final = Rule(
    code="en.self_harm.farewell",
    category="self_harm",
    tier="ideation",
    purpose="A farewell for good; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:goodbye|good bye|farewell|bye) (?:everyone|everybody|all|yall|my friends|forever|for good|for ever"
        r"|cruel world|world)\b|\bthis is (?:my )?(?:final |last )?(?:goodbye|farewell)\b|\b(?:this is|this will be"
        r"|this may be|this might be|tonight is|tomorrow is) my last (?:message|letter|post|goodbye|words)\b|\blast"
        r" time (?:you|yall|u)(?:ll| will)? (?:ever )?(?:hear from|see|talk to) me\b|\b(?:saying|say|said) my (?:last "
        r"|final )?(?:goodbyes|farewells?)\b|\bletters? (?:\w+ ){0,4}(?:to say|saying) goodbye\b|\b(?:wont|will not"
        r"|not gonna|not going to) be (?:around|here) (?:much longer|for much longer|for long|any ?more|after"
        r" (?:tonight|this))\b"
    ),
    words=words(
        "goodbye|good bye|farewell|bye |last message|last letter|last post|last words|last goodbye|last time"
        "|be around|be here"
    ),
    guards=(SAID_SELF, LONG_AGO, A_FIGURE, _ON_THE_WAY),
    score=0.5,
    must_match=(
        "goodbye everyone. I'm sorry for everything",
        "This is my last message, there's no hope for me",
        "I won't be around much longer. Tell my kids I love them",
        "this is the last time you'll hear from me, I can't do this anymore",
        "saying my goodbyes. I give up",
    ),
    must_not_match=(
        "this is my last message, I go home tomorrow. I'm done",
        "goodbye everyone, thanks for the circle",
        "tomorrow is my last day inside, I'm so done",
        "said my goodbyes to the old crew",
        "I won't be around much longer, I got parole. I'm sorry for everything",
    ),
)
_LAST_WORDS: Final = Rule(
    code="en.self_harm.last_words",
    category="self_harm",
    tier="ideation",
    purpose="What one asks and says when one goes; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:please |someone |somebody |just |yall )?tell (?:my \w+|them|her|him|everyone|everybody) (?:that )?(?:i"
        r" (?:love|loved|am sorry|will always)|im sorry)\b|\b(?:im|i am)(?: so| truly| really)? sorry (?:for"
        r" everything|to everyone|yall|for all of it|for being|i couldnt)(?:$| ?[.!?,;]| i\b| mom| dad| a burden)|\bi"
        r" love (?:you|yall|u) all[ ,]+(?:goodbye|good bye|im sorry|forgive me)\b|\b(?:please )?(?:forgive me|dont"
        r" blame (?:yourself|yourselves|anyone)|remember me|take care of my (?:kids|mom|daughter|son|family|babies"
        r"|dog))\b|\b(?:when|once|after) (?:im|i am) (?:dead|gone)\b"
    ),
    words=words("tell |sorry|love |forgive me|blame|remember me|take care of my|im dead|im gone|i am dead|i am gone"),
    guards=(SAID_SELF, LONG_AGO, A_FIGURE, _ON_THE_WAY),
    score=0.5,
    must_match=(
        "Tell my kids I love them. I can't do this anymore, I won't be around much longer",
        "goodbye everyone, forgive me",
        "when I'm gone take care of my kids. I give up",
        "I'm sorry for everything. There's no hope for me",
        "I love you all, goodbye. I hate myself",
    ),
    must_not_match=(
        "I'm sorry for everything I did to my victims",
        "tell my mom I love her, I'll call on Sunday",
        "God forgive me, I'm done with that life",
        "forgive me for yesterday, I was tired",
        "remember me when you get out",
    ),
)
_GIVING_AWAY: Final = Rule(
    code="en.self_harm.giving_away",
    category="self_harm",
    tier="ideation",
    purpose="Gives away what they have; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:give|giving|gave|given) (?:away )?(?:all (?:of )?my|everything|most of my|my) (?:\w+ )?(?:things|stuff"
        r"|belongings|possessions|property|commissary|food|books|photos|pictures|clothes|everything|own)? ?(?:away)?\b"
    ),
    words=words("give |giving|gave|given"),
    guards=(
        SAID_SELF,
        LONG_AGO,
        Guard(
            "on the way home",
            AFTER,
            r"[^!?]{0,60}\b(?:home|released?|parole|transfer\w*|out of here|go(?:ing)? out|leaving|halfway|date"
            r"|god|jesus|lord|all|heart|best|help|time|life|recovery|program)\b",
        ),
        Guard("not a thing", INSIDE, r"\bmy (?:all|heart|best|word|life|number|time|opinion|testimony|story|soul)\b"),
    ),
    score=0.5,
    must_match=(
        "I gave away my stuff, I don't need it anymore",
        "gave away all my stuff, goodbye everyone",
        "I gave my commissary away. I'm sorry for everything",
        "giving away all my property, I can't do this anymore",
        "I'm giving my books away, there's no hope for me",
    ),
    must_not_match=(
        "I gave away my old shoes",
        "gave away all my stuff, I go home tomorrow, goodbye everyone",
        "I give everything to God, I can't do this anymore",
        "I gave my word and I'm done",
        "giving my life to Jesus, no hope without him",
    ),
)
_NO_NEED: Final = Rule(
    code="en.self_harm.no_need",
    category="self_harm",
    tier="ideation",
    purpose="Will need nothing any more; speaks only together with another sign.",
    pattern=spelled(
        r"\bi (?:wont|will not|dont|aint gonna|am not going to|wont be) need(?:ing)? (?:them|it|that|this|anything|any"
        r" of (?:it|this)|my (?:things|stuff|meds))(?: (?:soon|any ?more|where im (?:going|headed)|after (?:tonight"
        r"|tomorrow)|much longer|for long|now))"
    ),
    words=words("need"),
    guards=(
        SAID_SELF,
        LONG_AGO,
        Guard(
            "on the way home",
            AFTER,
            r"[^!?]{0,40}\b(?:home|released?|parole|transfer\w*|out|free|better|sober|clean)\b",
        ),
    ),
    score=0.5,
    must_match=(
        "gave my stuff away, I won't need it anymore",
        "I won't need my stuff much longer. I can't do this anymore",
        "I won't need anything where I'm going. There's no hope",
        "I won't be needing it after tonight. Goodbye everyone",
        "I won't need my meds much longer. I hate myself. I'm done",
    ),
    must_not_match=(
        "I won't need it anymore, I go home, goodbye everyone",
        "I don't need drugs anymore",
        "I won't need a lawyer anymore",
        "you won't need it anymore, give up",
        "I don't need that anymore, I'm free. I'm done",
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    _ALONE,
    _HOPELESS,
    _SPENT,
    _WORTHLESS,
    _UNLOVED,
    _SELF_HATE,
    _BURDEN,
    _END_OF_IT,
    _FAREWELL,
    _LAST_WORDS,
    _GIVING_AWAY,
    _NO_NEED,
)
