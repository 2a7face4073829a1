"""English: self-harm: intent, ideation, distress, and worry about somebody else."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, quoted, words

from .common import PAST, SAID_SELF, spelled

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
_SELF_GUARDS: Final = (SAID_SELF, quoted("other"), _NO_WISH, *PAST, _LAUGHING, _OVER)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.self_harm.intent",
        category="self_harm",
        tier="intent",
        purpose="The writer wants, means or is ready to end their life.",
        pattern=spelled(r"{WANT_ME}{FILL}(?:{END_SELF})\b|\bkms\b"),
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
        pattern=spelled(
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
        pattern=spelled(
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
            SAID_SELF,
            _NO_WISH,
            *PAST,
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
        pattern=spelled(
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
            SAID_SELF,
            _NO_WISH,
            *PAST,
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
        pattern=spelled(
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
            SAID_SELF,
            Guard(_NO_WISH.name, BEFORE, _NO_WISH.pattern, unless=_NO_WISH.unless + r"|\bhelp but"),
            *PAST,
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
        pattern=spelled(
            r"\b(?:{THIRD}|hes|shes|theyre)(?: \w+){0,2} (?:wants? to|wanna|is going to|going to|gonna|is gonna"
            r"|talks? about|talking about|keeps? (?:saying|talking)(?: \w+){0,4}|thinking (?:of|about)"
            r"|threatening to|threatens to|trying to|planning to|tried to|said (?:he|she|they) (?:wants?|wanted"
            r"|would|will|was going|is going)(?: to)?|might|will|would) (?:kill|killing|hurt|hurting|hang|hanging"
            r"|cut|cutting|harm|harming) (?:himself|herself|themsel\w+|hisself)"
            r"|\b(?:{THIRD}|hes|shes|theyre) (?:is |are |has been |feels |seems |feeling )?suicidal\b"
        ),
        words=words("himself|herself|themsel|hisself|suicidal"),
        guards=(*PAST, Guard("denied", BEFORE, r"\b(?:never|no)[^.!?;]{0,20}")),
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
