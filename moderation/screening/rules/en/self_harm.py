"""English: self-harm: intent, ideation, injury, and worry about somebody else. Despair is in `despair.py`."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, quoted, words

from . import despair
from .common import PAST, SAID_SELF
from .self_harm_pieces import (
    A_FIGURE,
    AFRAID,
    ASKED,
    FEARED,
    FORMER,
    IF_USING,
    NO_WISH,
    OVER,
    RATHER,
    RATHER_CLEAN,
    SELF_GUARDS,
    SONG,
    spelled,
)

#: One of these is in every way to say that one ends one's life.
_ENDING: Final = (
    "myself|my self|myslef|mysel|me self|meself|mself|my life|my own life|my existence|my own existence|end it|end"
    " every|suic|overdos|over dos| od|oding|od ing|my wrist|my own wrist|my throat|my own throat|my vein|my own vein"
    "|my neck|my own neck|hang up in|jump|leap|in front of|under |into traffic|brain|head|bullet|gun |do away|bleach"
    "|poison|razor|up in my|up in the|up in this|bleed out|drive |not be alive|not stay alive|an attempt|ending"
    "|hanging up"
)

_NOT_ONESELF: Final = Guard(
    "not oneself",
    BEFORE,
    r"\b(?:you|u|he|she|they|we|people|plants?|it|yall|who|everyone|someone|somebody|dog|cat|phone|battery"
    r"|men|women|\w+s (?:all )?(?:deserve|need|ought)) (?:(?:all|just|really|do|might|always|was|is|were"
    r"|are|wants?|wanted|does|did) )?",
)
_ERRAND: Final = Guard(
    "an errand, a move, a way home",
    AFTER,
    r"[^.!?]{0,24}\b(?:court|work|home|parole|transfer\w*|appointment|visit|medical|class|released?|unit"
    r"|pod|prison|jail|facility|moving|rec|yard|group|shift)\b",
)
_INTENT: Final = Rule(
    code="en.self_harm.intent",
    version=2,
    category="self_harm",
    tier="intent",
    purpose="The writer wants, means or is ready to end their life.",
    pattern=spelled(
        r"\b(?:want to|wants to|wanna|wana|wanting to|would like to|need to|i should just|ready to|have to|gotta|got"
        r" to|i might|ima|imma|im a|trying to|plan to|plan on|planning to|planning on|intend to|decided to|prepared to"
        r"|determined to|about to|bout to|going to|gonna|gon|goin to|finna|fixing to|i will|ill|let me|i have to|chose"
        r" to|i must|tonight i|attempting to|will probably|plans? (?:to|for)|able to|strong urge to|want(?:ing)? so"
        r" bad to){SOFTLY}(?:{END_SELF}|{ENDING_SELF})\b|\b(?:want to|wanna|wana|trying to|plan to|planning to|ready"
        r" to|need to|decided to|intend to|urge to|tempted to|should just|wish i could){SOFTLY}(?:over ?dose|od)\b"
        r"|\b(?:gonna|going to|wanna|want to|ima|imma|i will|ill|might) kms\b|^kms\b|\bkms (?:tonight|now|fr|rn)\b"
        r"|\b(?:im|i am|i|ill|tonight) (?:hanging|killing|shooting|unaliving) {SELF}(?: up)?\b|\b(?:planning|plan"
        r"|planned|scheduled) (?:out )?my (?:own )?(?:suicide|death|exit)\b|\b(?:im|i am|i feel|feeling|i still feel|i"
        r" been|ive been|extremely|actively|really) (?:so |really |very |feeling |actually |extremely |actively "
        r"|highly |severely |still |again ){0,2}suicidal\b|\b(?:suicid\w+|kill(?:ing)? {SELF}|my life|be dead|to die"
        r"|dying|miss me|without me|end it|be here anymore)\b.{0,100}\b(?:i have|ive got|i got|i made|i already have)"
        r" (?:a|the|my) plan(?:$| ?[.!?,;]| and i)|\b(?:suicid\w+|killing {SELF}|my life|to die|end it"
        r"|hang)\b.{0,80}\b(?:im|i am|i think im|i think i am) (?:going to|gonna|ready to) do it\b|\b(?:ive|i have|i)"
        r" (?:made up my mind|decided)[^.!?;]{0,15} to die\b|\bi (?:have|ve|got|made) a (?:\w+ )?plan(?: on how| how)?"
        r" (?:to|for) (?:die|kill|end (?:it|my)|do it tonight|{ENDING_SELF})\b"
    ),
    words=words(
        _ENDING + "|kms|suicid|my own suicide|my suicide|my death|my own death|my exit|my own exit|to die|plan|do it"
    ),
    guards=(
        *SELF_GUARDS,
        AFRAID,
        FEARED,
        Guard("a mood that something brings", BEFORE, r"\bmakes? me ?", lowers_to="ideation"),
        IF_USING,
        Guard(
            "a feeling that comes and goes",
            BEFORE,
            r"\b(?:sometimes|at times|some ?days|now and then|often|once in a while|from time to time)\b[^.!?;]{0,40}",
            lowers_to="ideation",
        ),
        Guard(
            "because of a person or a habit, not a means",
            AFTER,
            r" (?:with (?:this|these|those|that|all|my|drugs|alcohol|dope|cigarettes|food|work)|slowly|doing|by"
            r" (?:using|drinking|smoking)|over (?:a|this|that)|just to|paying|up here working|off (?:drugs"
            r"|weed))\b",
            lowers_to="ideation",
        ),
        Guard("ends with a person", AFTER, r" (?:with|between)\b"),
        Guard("whoever else", BEFORE, r"\b(?:you|he|she|they|people|who|anyone|everybody) (?:\w+ )?"),
    ),
    must_match=(
        "I want to kill myself",
        "I'm going to end it tonight",
        "im gonna hang myself",
        "I just wanna take my own life",
        "I am ready to jump off the top tier",
        "Used to be okay but now I want to kill myself",
        "I'm suicidal",
        "I don't want to scare nobody but I'm going to hang up in my cell",
        "I'm planning my suicide",
        "im gonna unalive myself fr",
        "I have a plan to end my life",
        "I haven't told anyone. I decided to take my life",
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
        "I'm going to jump in the car and go home",
        "I want to end it with her, she don't write",
        "I will overdose if I pick up again",
        "I'm no longer suicidal",
        "I was suicidal once, then I got help",
        "I'm not saying I want to kill myself",
        "I need to end this today, me and him got to talk",
    ),
)

_THOUGHTS: Final = Rule(
    code="en.self_harm.thoughts",
    version=2,
    category="self_harm",
    tier="ideation",
    purpose="The writer thinks of ending their life, or tried to lately.",
    pattern=spelled(
        r"(?:^|[.!?] ?|\b(?:im|i am|been|keep|kept|cant stop|cant help|always|constantly|i think|started|seriously"
        r"|just|now|i|be|and) )(?:(?:just|still|also|really|only|actually|sometimes|often|always|been|am|was|even"
        r"|started|keep|kept|seriously) ){0,2}(?:think|thinkin|thinking|thought|consider|considering|contemplate"
        r"|contemplating|imagine|imagining|dream|dreaming|fantasi[sz]e|fantasi[sz]ing|daydreaming|obsessing|obsessed"
        r"|googling|researching|picturing|planning|plotting)(?: (?:a lot|again|all day|every day|seriously|more and"
        r" more|constantly|all the time|lately|hard|maybe))?(?: (?:of|about|bout|abt|on|over|with))?(?: just| maybe|"
        r" how easy it would be to| what it would be like to| ways to){0,2} (?:{ENDING_SELF}|{END_SELF}|dying|ending"
        r" it(?:$| ?[.!?,;]| sometimes| lately| a lot| all the time| every)|death as|ending things|my own death|being"
        r" dead|not being here|not being alive)\b|\b(?:suicidal (?:thoughts?|ideations?|ideas|feelings|tendencies"
        r"|urges|again|right now|today|tonight|lately|and|but)|suicide (?:thoughts|is (?:on my mind|the only|my only"
        r"|an option|an answer))|death wish)|\b(?:thoughts?|ideas?|urges?|impulses?|temptations?|visions|dreams?"
        r"|fantas\w+) (?:about|of|on|to) (?:just )?(?:{ENDING_SELF}|{END_SELF}|dying|not being (?:here|alive))\b"
        r"|\b(?:i|im|i am) (?:just |really |maybe )?(?:want to|wanna|ready to|going to|gonna|should|might|need to"
        r"|could)(?: just| really| maybe| probably)? end it(?:$| ?[.!?])|\b(?:{ENDING_SELF}) (?:is|was|been) (?:all"
        r"|the only thing|constantly|always|often|on)(?: that)? ?(?:i (?:can )?think|on my mind|my mind|crossed)|\ball"
        r" i (?:can )?(?:think|dream) (?:about|of) is (?:{ENDING_SELF}|dying|death|being dead)\b|\b(?:suicide|killing"
        r" {SELF}|ending it all|ending my life|hanging {SELF}) (?:is|has been|has|keeps|been|feels|seems|sounds)(?:"
        r" \w+){0,2} (?:on my mind|in my (?:head|mind)|cross\w* my mind|only (?:way|option|answer|choice|solution)"
        r"|better|easier|good|best)|\bi (?:would|could|should|may|would just|wish i could|wish i had the (?:guts"
        r"|courage|nerve|balls) to|was about to|almost|nearly|just wish i could){SOFTLY}(?:{END_SELF})\b|\b(?:i would"
        r"|id|should i|shall i|before i|so i|makes? me want to|make me|feel like i should|feel like|felt like|tempted"
        r" to|might as well|might just|i may|wish i could|rather|better|the urge to|urges to|how to|if i|when i|until"
        r" i|considering how to|courage to|guts to|strength to|nerve to|easier to|ways? to|want people to know why"
        r" i){SOFTLY}(?:{END_SELF}|{ENDING_SELF})\b|\b(?:tried|attempted|trying) (?:to )?(?:{END_SELF}|over ?dose\b"
        r"|od\b)|\b(?:enough|rope|noose|razors?|blades?|pills|meds|sheets?|gun|knife|belt|bleach)\b[^.!?;]{0,30} to"
        r" (?:kill|hang|shoot|off) {SELF}\b|\b(?:gun|rope|noose|razors?|blades?|pills|meds|sheets?)\b[^.!?;]{0,30} to"
        r" end (?:my life|it all)\b|\b(?:my|another|a|recent|last|latest) (?:\w+ )?(?:suicide attempt|attempt (?:on my"
        r" life|at suicide))\b|\bi attempted (?:suicide|last|yesterday|again)\b|(?:^|[.!?] ?)(?:suicide|suicidal"
        r"|suicidal thoughts|kill {SELF}|killing {SELF})(?:$| ?[.!?])|\bthinking (?:of|about) (?:using|getting"
        r"|grabbing|finding|making|tying) (?:a|the|my) (?:gun|rope|razor|knife|blade|pills|noose|sheet)\b|\b(?:on"
        r"|under|placed on|back on) suicide watch\b[^.!?]{0,20}\b(?:again|tonight|me)\b|\bi (?:feel|get|been|got"
        r"|become)(?: (?:so|really|very|kinda|a bit|a little|pretty|often|always|sometimes|almost)){0,2} suicidal\b"
        r"|\bi (?:was|felt) (?:\w+ )?suicidal (?:last (?:night|week)|yesterday|today|earlier|this (?:week|morning))\b"
        r"|\bim (?:a bit|a little|kinda|kind of|getting|becoming|back to being|almost|often|always|sometimes|still a"
        r" little) suicidal\b|\bi (?:have|got|made) (?:\w+ )?(?:suicide plan|plan to die)\b"
    ),
    words=words(
        _ENDING + "|dying|death|being dead|being here|being alive|suicid|a gun|the gun|my gun|rope|knife|blade|pills"
        "|noose|sheet|ending things|plan to die|attempted"
    ),
    guards=(
        *SELF_GUARDS,
        AFRAID,
        IF_USING,
        RATHER,
        RATHER_CLEAN,
        Guard(
            "talk of the subject",
            AFTER,
            r" (?:prevention|awareness|hotline|line|risk|rates?|squad|class|watch on|bomb\w*|note in|statistics|in"
            r" (?:general|prisons?|america|the (?:us|news|movie|book))|among|door|king|machine)",
        ),
        Guard(
            "talk of the subject, before",
            BEFORE,
            r"\b(?:research|paper|essay|study|article|training|talk|talked|class|lecture|group|session|film) (?:is"
            r" |was )?(?:about|on|of) ?",
        ),
        Guard("none of it", BEFORE, r"\b(?:no|zero|no more|free of|free from|surviv\w+|since|years after) ?"),
        Guard("ends with a person", AFTER, r" (?:with|between)\b"),
        Guard(
            "whoever else",
            BEFORE,
            r"\b(?:you|he|she|they|people|who|anyone|everybody|hes|shes|theyre|you can|u) (?:\w+ ){0,2}",
        ),
    ),
    must_match=(
        "I keep thinking about killing myself",
        "i have suicidal thoughts again",
        "im thinking of ending it all",
        "lately all I think about is dying",
        "I wish I had the guts to end my life",
        "I tried to hang myself last night",
        "might as well kill myself",
        "suicide is the only way out of here for me",
        "makes me feel like ending it all",
    ),
    must_not_match=(
        "I'm no longer thinking about killing myself",
        "my brother was suicidal",
        "I had a class on suicide",
        "I lost him to suicide",
        "I thought about suicide years ago, not now",
        "If I was you I would kill myself before wearing that",
        "We talked about suicide prevention in group",
        "I tried to kill myself ten years ago",
        "I'd kill myself before I snitch, that's the code",
        "I never thought about killing myself",
        "he keeps thinking of suicide bombers in the news",
    ),
)

_MEANS: Final = Rule(
    code="en.self_harm.means",
    version=2,
    category="self_harm",
    tier="intent",
    purpose="A means, a time or a farewell: pills saved, a note written, a last night alive.",
    pattern=spelled(
        r"\b(?:have|ive got|i got|got|saved(?: up)?|saving(?: up)?|hid|hidden|hiding|stashed|stashing|hoarding|hoarded"
        r"|made|bought|cheeked|cheeking|collected|collecting|stockpiled|found|tied|braided|tore|ripped) (?:up )?(?:\w+"
        r" ){0,4}(?:(?:{PILLS})\b[^.!?;]{0,30}\b(?:to (?:do it|end (?:it|my)|die|kill {SELF}|od\b|overdose|never wake"
        r"|take all)|enough to (?:die|kill|do it|end|od|overdose|never|not)|(?:im|i am|ill|about to|ready to|going to"
        r"|gonna) (?:going to |gonna )?(?:take|swallow|down) (?:them|em|it) all)|(?:{A_MEANS}|gun|knife"
        r"|pistol)\b[^.!?;]{0,30}\b(?:to (?:do it|end (?:it|my)|die|kill {SELF}|hang {SELF}|cut {SELF}|hang up)|and"
        r" (?:a|my|the) (?:note|letter))|(?:rope|noose|sheet|razor|blade)s? (?:is |are )?(?:all )?(?:ready|tied)\b)"
        r"|\bi (?:just |already |only )?(?:took|swallowed|ate|downed|popped) (?:(?:a (?:bunch|lot|handful|bottle|whole"
        r" bottle|ton|whole bunch|shitload) of|too many|way too many|[2-9]\d|\d{3}) (?:my |the |these |those )?(?:\w+"
        r" )?(?:{PILLS})|all (?:of )?(?:my|the|these|those) (?:\w+ )?(?:pills|tablets)|the whole bottle)|\b(?:im|i am"
        r"|i want to|i wanna|wanna|ill|i will|i might|might|finna|ready to|about to|gonna|going to|tonight i) (?:\w+"
        r" )?(?:take|swallow|down|eat|pop) (?:all|every one|a whole bottle|a bottle|the whole bottle|a bunch|a"
        r" handful) (?:of )?(?:(?:my|the|these|those|them) )?(?:\w+ )?(?:{PILLS})|\b(?:wrote|writing|written|left"
        r"|leaving|finished|have|started|wrote out|mailed) (?:\w+ ){0,3}(?:suicide|goodbye|farewell|final) (?:note"
        r"|notes|letter|letters)|\b(?:tonight|tomorrow|today|this) (?:is|will be|might be|may be|could be) my last"
        r" (?:night|day|hour) (?:on (?:this )?earth|alive|of (?:my )?life|living|in this world|breathing)\b|\btonight"
        r" is the night\b[^.!?]{0,30}(?:made up my mind|im ready|i am ready|its over|i end|it ends)|\b(?:going to"
        r"|gonna|will|ill|finna|want to|wanna|could) use (?:it|this|that|them) (?:\w+ )?on {SELF}\b|^i over ?dosed"
        r" ?[.!]*$|\b(?:standing|sitting|up|out) on (?:the|a|this) (?:bridge|ledge|roof|rooftop|railing|overpass|train"
        r" tracks|tracks)\b[^.!?]{0,20} (?:now|about to|ready|and im|jump)|\b(?:standing|sitting) on the (?:edge|rail"
        r"|top tier)\b[^.!?]{0,15}(?:about to|ready to|going to|gonna) (?:jump|fall|let go|go over|end)|\b(?:gun|knife"
        r"|razor|blade) (?:is )?(?:to|against|at|in) my (?:own )?(?:head|temple|mouth|throat|wrists?|neck|chest)\b"
        r"|\btonight (?:i|ill|im|im going to|im gonna) (?:end|ending|kill|killing|finish) (?:it|{SELF}|everything)\b"
        r"|\bi (?:\w+ )?(?:tied|made|hung|built|braided) (?:a|the|my) noose\b|\bi (?:have|got) a noose\b|\b(?:i just"
        r"|just|think i|think i just|i) (?:overdosed|od ?d) (?:on purpose|just now|now|tonight|again)\b|\bi (?:just"
        r"|think i|already) (?:overdosed|od ?d)\b|\bjust overdosed\b|\bhow (?:do i|can i|should i|could i|would i|to)"
        r" (?:\w+ly )?(?:kill {SELF}|end my (?:own )?life|commit suic\w+|overdose|hang {SELF}|unalive {SELF}|end it"
        r" all|die (?:fast|quick\w*|pain\w*|in (?:my sleep|here|a cell|jail|prison)|without))|\bhow (?:do|can) i die\b"
        r"|\bhow many (?:\w+ ){1,4}(?:(?:would|will|does|do|should) (?:it|i) (?:take )?)?to (?:die|kill (?:{SELF}|me"
        r"|you|someone)|overdose|od|end)|\bwhat(?:s| is| would be)? (?:the )?(?:best|easiest|most painless|fastest"
        r"|quickest|least painful|surest) (?:\w+ )?(?:way|place|method|thing|drug|pill)s? to (?:die|kill {SELF}|end"
        r" (?:it|my life)|commit suic\w+|od|overdose|hang {SELF})|\b(?:i )?(?:wont|will not|not going to|not gonna)"
        r" (?:be alive|wake up|live) (?:tomorrow|in the morning|much longer|after tonight|to see (?:tomorrow|the"
        r" morning|sunrise)|past tonight|by (?:tomorrow|morning))|\bby the time (?:you|yall|u|anyone) (?:read|see|get"
        r"|reads?|find) this\b[^.!?]{0,20}\b(?:ill be|i will be|im|i am|i would be|i wont be|i will have|ill have)"
        r" (?:already )?(?:dead|alive|ended|killed|no longer (?:alive|here))"
    ),
    words=words(
        "pill|meds|medic|tablets|tylenol|insulin|seroquel|trazodone|rope|noose|razor|blade|sheet|shoelace"
        "|shoe lace|belt|cord|gun|knife|pistol|suicide note|suicide letter|goodbye |farewell |final note"
        "|final letter|my last |the night|overdos|od d| odd|tonight|be alive|wake up|by the time|whole bottle"
        "|bridge|ledge|roof|overpass|tracks|on the edge|on the rail|top tier|kill m|my life|suic|overdos|hang"
        " m|unalive|end it|to die|i die|die fast|die quick|die pain|die in|die without|to od|wont live|not"
        " live|not going to live|not gonna live|kill you|kill someone|to end|railing|my own life|on my|on me"
        "|dosed|on ms"
    ),
    guards=(
        SAID_SELF,
        quoted("other"),
        NO_WISH,
        *PAST,
        *FORMER,
        A_FIGURE,
        IF_USING,
        Guard(
            "as one is told to",
            AFTER,
            r"[^.!?;]{0,10}\b(?:every (?:day|morning|night)|each|like (?:they|im|i am)|as (?:i was|directed"
            r"|prescribed|told)|on time|daily|at (?:med|pill)|properly|with (?:food|water)|this morning|back to|to"
            r" (?:the )?(?:nurse|cops?|officer))\b",
        ),
        Guard("a joke told", AFTER, r" joke\b"),
        Guard(
            "a letter to a habit",
            AFTER,
            r"s? to (?:my |the )?(?:heroin|meth|drugs?|alcohol|addiction|crack|dope|ice|cocaine|fentanyl|old|past"
            r"|victims?|ex|anger|gang|disease|bottle)\b",
        ),
        Guard(
            "sheets to wash",
            AFTER,
            r" (?:for|to be) (?:laundry|the (?:laundry|wash)|wash\w*|inspection|count|exchange|pick)",
        ),
        Guard("somebody else's", BEFORE, r"\b(?:he|she|they|who|police|officer|staff|cops) (?:\w+ )?"),
    ),
    must_match=(
        "I just overdosed",
        "I have a rope ready for tonight",
        "I just took all my pills",
        "I wrote my goodbye letter",
        "what is the easiest way to die",
        "I won't be alive tomorrow, goodbye forever",
        "how do i kill myself",
        "been saving my meds up, got enough to die",
        "I will take all my pills tonight",
        "I braided a sheet to hang myself",
        "how many Tylenol would it take to kill me",
        "this is my last night on earth",
    ),
    must_not_match=(
        "Tonight is my last night inside, I go home",
        "tomorrow is my last day y'all",
        "I took my meds this morning",
        "I took 2 pills for my back",
        "I took all my pills this morning like they told me",
        "I have to take all my meds at pill call every day",
        "I got my meds and I'm going to bed",
        "easiest way to go is the bus",
        "I wrote a letter to my son",
        "I will be here tomorrow",
        "got my sheets ready for laundry",
        "I'm standing on the tier now waiting on chow",
        "they found a knife and a note in his cell",
    ),
)

_WISH: Final = Rule(
    code="en.self_harm.ideation",
    version=2,
    category="self_harm",
    tier="ideation",
    purpose="A wish to be dead or not to live on, without a plan.",
    pattern=spelled(
        r"\b(?:want to|wants to|wanna|wana|wanting to|would like to|need to|wish i could|wish to|would rather|rather"
        r"|id rather|prefer to|ready to|should just|might as well|trying to|hope to|hoping to|let me|id like to|i"
        r" deserve to|we deserve to|longing to|long to|pray to|praying to|plan to|waiting to|dying to|want so bad to|i"
        r" should|id be better to|supposed to|begging to|content to|happy to|ok to|okay to|fine to|desire to"
        r"|wish(?:ing)? to){SOFTLY}(?:{BE_DEAD})|\b(?:dont|do not|no longer|cant|cannot|didnt|never) (?:even )?(?:\w+"
        r" ){0,2}(?:want to|wanna|wana|wish to|care to|care if i|deserve to|want this|see a reason to|see any reason"
        r" to|have the (?:will|strength|energy) to|see the point (?:in|of)|feel like|plan to|plan on|intend to|know"
        r" why i) (?:even |keep |really |just |continue )?(?:live|living|lives?|be alive|being alive|exist|existing|be"
        r" here any ?more|be here any more|be here no more|be here any longer|being here anymore|wake up|waking up"
        r"|keep living|keep existing|be on this|be in this world|be around any ?more|see tomorrow|see another day|be"
        r" alive|stay alive|live to|breathe|breathing|existing)\b|\b(?:dont|do not) (?:want|wanna) (?:my|this) life(?:"
        r" any ?more| no more)?\b|\b(?:wish|wishes|wishing) (?:i|that i) (?:was|were|could be|could just be) (?:dead"
        r"|never born|not alive|dying|gone forever|six feet|already dead|in the ground)|\bwish i (?:had never|was"
        r" never|were never|wasnt|werent|had not|hadnt)(?: ever)? ?(?:been )?(?:born|alive)\b|\bwish i (?:would|could"
        r"|had|just|never|didnt|did not)(?: just| have| ever){0,2} (?:not wake|never wake|woke up|die|died"
        r"|disappear(?:$| ?[.!?,;]| forever| for good)|sleep forever|go to sleep|wake up|exist|existed|been aborted"
        r"|stop existing|stayed dead)|\bwish (?:they|he|she|someone|somebody|god|it|the \w+) (?:would|had|could)(?:"
        r" just| have){0,2} (?:kill|killed|shoot|shot|take|taken|end|ended|let me die|put me out)(?: me| my life)\b"
        r"|\b(?:hope|hoping|pray|praying|prayed|begging god|asking god|ask god)(?: \w+)? (?:i|that i|to|every night i"
        r"|god)(?: just| can| could| will| lets me| would){0,2} (?:die\b|(?:dont|do not|never|not|not to) wake(?:"
        r" up)?\b|take me\b|takes me\b)|\bbetter (?:off )?(?:dead|if i (?:was|were) (?:dead|gone|never born|not"
        r" (?:here|alive|around))|if i (?:wasnt|werent|was not) (?:here|alive|around|born|in (?:it|their|her|his))|if"
        r" i (?:died|disappeared|didnt exist|never existed|were dead|wasnt alive)|without me(?: here| around| alive|"
        r" in)?)\b|\b(?:easier|happier|better) (?:for (?:everyone|everybody|my \w+|them|her|him|all) )?(?:if i (?:was"
        r"|were) (?:not here|gone|dead)|if i (?:wasnt|werent|died|disappeared|just)|without me)|\b(?:tired|sick|done"
        r"|exhausted|over) (?:of|with)? ?(?:just )?(?:living|being alive|existing|life)(?:$| ?[.!?,;]| any ?more|"
        r" itself| and| already| now| in general| tbh| so)|\bi (?:deserve|need|ought|have|want) (?:to be|to just be)?"
        r" ?(?:to die|dead|death)\b|\bi (?:should|shouldnt|should not) (?:be dead|have (?:been born|died|been the one"
        r" (?:to die|who died))|have never been born|be alive|exist|still be alive)|\b(?:i was|im) (?:better off dead"
        r"|a waste of (?:life|space|oxygen|air)|not (?:meant|supposed) to (?:be alive|be here on|live|exist))"
        r"|\b(?:nobody|no ?one|noone|none of (?:yall|them)|who) (?:would|will|gonna|is going to|gon) (?:even |really "
        r"|ever )?(?:miss me|notice|care|cry)(?: (?:if|when) (?:i (?:died|die|was gone|were gone|was dead|were dead"
        r"|disappeared|am gone|killed|wasnt|hung|od)|im (?:gone|dead)))|\b(?:nobody|no ?one|noone) (?:would|will"
        r"|gonna) (?:even |really )?miss me\b|\bif i (?:died|die|was dead|were dead|disappeared|dropped dead|was gone"
        r"|were gone|killed {SELF}|kill {SELF}|dont wake up|didnt wake up|never woke up|just died)(?: \w+){0,2},?"
        r" ?(?:tonight |today |tomorrow |right now |in here )?(?:nobody|no ?one|noone|would (?:anyone|anybody)|not"
        r" (?:one|a single)|everyone would be|everybody would|it would(?:nt)? (?:be (?:better|easier|a relief)|matter"
        r"|make)|they(?:d| would)(?: all)? be (?:better|happier|glad)|id be (?:ok|fine|happy|at peace))|\b(?:wouldnt"
        r"|would not|dont|do not|didnt) (?:really |even |honestly )?(?:mind|care|give a (?:fuck|damn|shit)|be (?:mad"
        r"|upset|sad)) (?:not (?:waking up|being (?:here|alive)|existing)|dying|being dead|(?:if|whether) (?:something"
        r" (?:bad |terrible )?happened to me|i (?:just )?(?:died|die|live|lived|dont wake|didnt wake|never woke|got"
        r" (?:killed|hit|shot|stabbed)|dropped dead|was dead|wasnt alive|fell asleep and)|a (?:car|bus|truck)|they"
        r" killed me|someone killed me|god took me))|\bif i (?:just )?(?:didnt|did not|dont|never) (?:wake|woke) up\b"
        r"|\b(?:kill me|let me die|take me) (?:now|already|tonight) (?:god|lord|please)|\b(?:please|just|someone"
        r"|somebody|god|lord) (?:please |just )?(?:let me die|kill me please|take me (?:home|already) (?:lord|god"
        r"|jesus))\b|\b(?:god|lord|jesus),? (?:please )?(?:just )?take me(?:$| ?[.!?]| now| away| already| tonight| in"
        r" my sleep)|\b(?:pray|praying|prayed|hope|wish|begging|beg)\b[^.!?]{0,24} (?:god|he|the lord|jesus) (?:would "
        r"|will |could |just |to )?(?:just )?takes? me(?:$| ?[.!?]| in my sleep| tonight| away| already)|\b(?:death"
        r"|dying) (?:is|would be|seems|sounds|feels)(?: like)? (?:the only (?:way|answer|option|thing)|my only|a"
        r" relief|a blessing|better than (?:this|living|life)|easier|peaceful|so (?:good|peaceful)|welcome|comforting)"
        r"|\b(?:ready|waiting|begging|wishing|hoping|praying|looking forward|longing|long|wish) (?:for|to) (?:my"
        r" (?:own )?)?(?:death|my time to (?:die|go)|the end of my life)\b|\b(?:welcome|embrace) death\b|\b(?:no|any"
        r"|dont have a|not a|single|find a|have a|without a|lost my|lost the|lost all|lost any|losing the|losing my"
        r"|lose the) (?:\w+ )?(?:reason|point|purpose|will|desire|wish|motivation)(?: left)?(?: for me)? (?:to|in|for)"
        r" (?:even )?(?:live|living|keep living|be alive|being alive|exist|existing|stay alive|staying alive|wake up"
        r"|be here anymore)\b|\bnothing (?:left |more )?(?:to|worth) (?:live|living|stay alive)(?: for)?\b|\b(?:theyll"
        r"|they will|yall will|youll|gonna|going to|someone will|cops will|co will) find me (?:hanging|hung|dead"
        r"|swinging|cold)\b|\b(?:afraid|scared) of what (?:i|ill|i might|i will|im going to|i may) (?:\w+ )?do to"
        r" {SELF}\b|\b(?:not|dont feel|dont think im|aint|im not) safe (?:with|from|by|around) {SELF}\b|\bdanger to"
        r" {SELF}\b|\bgoodbye (?:cruel )?world\b|\bby the time (?:you|yall|anyone|u) (?:read|see|get|find)"
        r" this\b[^.!?]{0,20}\b(?:ill be|i will be|im|i am) gone\b|\b(?:im|i am|i|tonight im|tonight i am) (?:going to"
        r"|gonna|will) (?:die|be dead) (?:tonight|tomorrow|today|by (?:the )?(?:morning|tomorrow))\b|\btonight (?:im"
        r" (?:going to|gonna)|i will|ill|i) die\b|\b(?:not sure|dont know|unsure|idk|not certain)(?: if| whether|"
        r" that)? i (?:even |still |really )?(?:want to|wanna) (?:live|be alive|be here any ?more|exist|keep living|go"
        r" on)\b|\bonly reason im (?:still )?(?:alive|here|breathing|living)\b|\b(?:barely|hardly|rarely) (?:ever"
        r" )?want to (?:live|die|be alive)\b|\bunalive\b|\b(?:want|wanted|trying|wish|going|need) to (?:end|stop)"
        r" (?:the pain|my pain|my suffering|my misery|all (?:this|the|of the|of this) (?:pain|suffering|misery))"
        r" (?:forever|for good|once|permanently|tonight)"
    ),
    words=words(
        "die|dead|death|dying|disappear|vanish|exist|be here|being here|not here|around|alive|waking|live"
        "|living|life|born|gone|sleep|without me|better if i|better off if i|for everyone if i|everyone if i"
        "|if i|maker|up there|other side|in heaven|breath|grave|paradise|six feet|kill|shoot|shot|take me"
        "|takes me|my life|miss me|notice|care|cry|mind|happened to me|waste of|aborted|see tomorrow|another"
        " day|pain|suffering|misery|this world|this earth|this life|end me|ended me|taken me|put me out|in"
        " the ground|be on this|the one who|my time|im here|im still here|be upset|be mad|be sad| give a|god"
        " took me|wake|woke|find me|do to m|safe |danger to|goodbye|want to go on|wanna go on"
    ),
    guards=(
        SAID_SELF,
        Guard(NO_WISH.name, BEFORE, NO_WISH.pattern, unless=NO_WISH.unless),
        *PAST,
        *FORMER,
        A_FIGURE,
        OVER,
        AFRAID,
        RATHER,
        RATHER_CLEAN,
        quoted("other"),
        Guard(
            "where or how to live",
            INSIDE,
            r"(?:\b(?:live|living|lives|exist|existing|be here|being here|wake up|waking up|wake|be around|breathe"
            r"|alive)(?: any ?more| no more)? (?:with (?:my|him|her|them|you|people|someone|a|regret|lies)|in"
            r" (?:that|the|a|my|fear|sin|\w+land)|at|there|on (?:the|my)|near|by|under|off|together|next|up to"
            r"|that (?:life|way|lie)|of|for|according|inside|behind|as an?|paycheck|from|life (?:on|the|like)|late"
            r"|early|before|to (?:the|that|noise|count|find|see)|without|hungry|sick|cold|feeling|alone|like that"
            r"|this (?:life|lie|way))|\bborn (?:into|in|to|with|there|here))\b",
        ),
        Guard(
            "how to live, and a wish to change",
            AFTER,
            r" like this,? (?:(?:and|so|but) )?i (?:want|need|have|am going) (?:to|help|a change)\b",
        ),
        Guard("long past", BEFORE, r"\b(?:remember|recall|made me)(?: \w+){0,2} ?"),
        _ERRAND,
        _NOT_ONESELF,
        ASKED,
        Guard(
            "for someone or something",
            AFTER,
            r" (?:for (?:my|you|him|her|them|an?|this|that|the|god|jesus|some|love|us|our|our|your|it)|before (?:i"
            r"|he|she|they) (?:see|get|can|find)|to (?:know|see|hear|find|meet|get|go|eat))\b",
        ),
    ),
    must_match=(
        "I wish I was dead",
        "I don't want to live anymore",
        "I just want to die",
        "Everyone would be better off without me",
        "I have no reason to live",
        "I'm so tired of living",
        "I wanna go to sleep and never wake up",
        "I want to be with my mom in heaven",
        "If I died tonight nobody would notice",
        "I'm no danger to others, but I wouldn't mind if something happened to me",
        "not a big deal but I want to die",
        "I don't wanna be here anymore",
        "my kids would be better off if I was dead",
    ),
    must_not_match=(
        "I'm dying of boredom",
        "I don't want to die",
        "that food is to die for",
        "I used to wish I was dead",
        "I could die of embarrassment",
        "I don't want to live with my dad",
        "you are going to die if you use",
        "I want to live",
        "I'd rather die than snitch",
        "I don't want to be here anymore, transfer me to another unit",
        "I'm done with this life of crime",
        "I don't want to die in here, I want to see my kids grow up",
        "nobody cares if I miss chow",
    ),
)

_INJURY: Final = Rule(
    code="en.self_harm.injury",
    version=2,
    category="self_harm",
    tier="ideation",
    purpose="Hurting oneself, now or lately, without a wish to die being said.",
    pattern=spelled(
        r"\b(?:i|im|i am|ive|been|keep|want to|wanna|wana|going to|gonna|need to|will|ill|urges? to|feel like|think"
        r" about|thinking (?:of|about)|thoughts of|just|back to|cant stop|tempted to|have to|rather|able to|started"
        r"|start|wish to|might|trying not to|end up|ended up|makes? me want to|relapsed (?:and|by)|to)(?: (?:just"
        r"|really|been|started|start|keep|have been|want to|still|again|also|often|even|actually|always|do|did|cant"
        r" help but|sometimes|literally|wanting to|have|constantly)){0,2} (?:cut|cutting|hurt|hurting|harm|harming"
        r"|harmed|burn|burned|burnt|burning|punish|punishing|slice|sliced|slicing|slit|slashed|scratch|scratched"
        r"|scratching|punch|punching|hit|hitting|bite|biting|choke|choking|stab|carve|carved|bleed)(?: on| up| into)?"
        r" (?:{SELF}|(?:my|both my) (?:own )?(?:arms?|wrists?|legs?|thighs?|skin|forearms?|stomach))\b|\b(?:im|i am|i"
        r"|ive|been|started|back to|relapsed? (?:on|with|into|and)|relaps\w+ with|want to|urges? (?:to|for)|thoughts?"
        r" (?:of|about)|wanna|help but|need to|tempted to|thinking (?:of|about)|keep|going to|still|struggl\w+ with"
        r"|addicted to|cope by|coping by|again|resort\w* to|turn\w* to|stop) (?:(?:been|still|started|just|really|have"
        r"|have been|also|actually|often|do|my|the|again) ){0,2}(?:self ?-?harm(?:ing|ed)?|self[ -]injur\w+|self["
        r" -]mutilat\w+)\b|\b(?:my|old|recent|fresh|new) self ?-?harm\b|\bself ?-?harm (?:thoughts?|urges?|again"
        r"|relapse|is (?:the only|how|my))|(?:^|[.!?] ?)(?:self ?-?harm|cutting {SELF}|hurting {SELF})(?:$| ?[.!?])"
        r"|\b(?:have|ive|i|im|started|back to|not|relapsed? (?:on|with|and|into|by)|miss|urges? for|addicted to|cant"
        r" stop|cant quit|keep|kept)(?: been| started| just| went back to| am| back to| keep){0,2} cutting(?: again|"
        r" lately| a lot| tonight| last (?:night|week)| yesterday| today| to (?:feel|cope|deal))?(?:$| ?[.!?,;]| and|"
        r" but| because| for| since| when)|\brelapsed? (?:and|by) (?:i )?(?:\w+ )?cut\w*\b|\bi cut (?:again|deep\w*"
        r"|last night|too deep)\b|\b(?:want|need|wish|urges?|wanting|itching|craving|wanna|tempted|dying) (?:to"
        r" )?cut(?: again| so bad\w*| right now| tonight| deep\w*| rn| really bad\w*| is (?:back|strong|so|bad|getting"
        r"|killing|there)| for (?:the|that) same)?(?:$| ?[.!?]| but| for the| because| and (?:i|see|feel|watch))"
        r"|\b(?:i|dont|didnt|wanna|relapsed? (?:on|into|with)|urges? to|urges? for|thoughts of|almost|want to|still)"
        r" sh\b|(?:^|[.!?] ?)(?:just )?(?:cut|burned|hurt) {SELF}(?: again| today| last night| tonight|$)|\b(?:fresh"
        r"|new|more) cuts on my (?:arms?|wrists?|legs?|thighs?)\b|\bi (?:bang|banged|keep banging|been banging|am"
        r" banging|started banging) my head (?:on|against|into|off)\b|\b(?:carv\w+|cut\w*|burn\w*) (?:words|lines"
        r"|things|stuff|it|her name|his name) (?:in|into|on) my (?:arms?|legs?|skin|thighs?)\b"
    ),
    words=words(
        "myself|my self|myslef|mysel|me self|meself|mself|my arm|my wrist|my leg|my thigh|my skin|my forearm|my"
        " stomach|my own |harm|cutting|cut |cut| sh|self injur|self-injur|mutilat|my head|in my|into my|on my"
    ),
    guards=(
        SAID_SELF,
        quoted("other"),
        Guard(
            NO_WISH.name,
            BEFORE,
            NO_WISH.pattern,
            unless=NO_WISH.unless + r"|\bhelp but|\bnot (?:to )?\b.{0,10}$|\bif i dont",
        ),
        *PAST,
        *FORMER,
        OVER,
        SONG,
        Guard("a joke", AFTER, r"(?: laughing|[ ,]+(?:lol|lmao|haha\w*|jk)\b)"),
        Guard(
            "an accident, or work",
            AFTER,
            r"[^.!?;]{0,16}\b(?:off|shaving|shave|cooking|working|at work|playing|falling|some|short|out|down|by"
            r" accident|accident\w*|lifting|running|loose|slack|up (?:a|some)|in the kitchen|on (?:a|the|some|my)"
            r" (?:can|stove|iron|fence|knife|door|bench|hot|pot|oven|pan|grill|radiator|pipe|coffee|bunk|wall"
            r"|gate)|with (?:the|a) (?:iron|stove|clipper\w*|can)|badly at|financially|by (?:using|drinking"
            r"|hanging|going|staying|not)|with (?:these|my|drugs|alcohol)|(?:my )?(?:chances|case|family)|more"
            r" than (?:anyone|them|him|her)|in the long|gym|workouts?|push ?ups|weights)\b",
        ),
        Guard("past", BEFORE, r"\bused ?"),
        Guard("remorse", INSIDE, r"\bpunish\w* my ?self for\b"),
        Guard(
            "over for so long",
            BEFORE,
            r"\b(?:clean (?:from|off)|free (?:from|of)|recover\w+ from|stopped|havent|years? without|months"
            r" without|used to|sober from|quit|since i|last time i)\b[^.!?;]{0,20}",
            unless=r"\b(?:but|relapsed|again)\b",
        ),
        Guard(
            "over for so long, after",
            AFTER,
            r"[^.!?;]{0,20}\b(?:but i (?:havent|dont|stopped|quit)|(?:not|nothing) (?:since|in)|and (?:i )?stopped)\b",
        ),
        Guard("whoever else", BEFORE, r"\b(?:you|he|she|they|people|who|anyone|everybody) (?:\w+ )?"),
    ),
    must_match=(
        "I cut myself last night",
        "I keep hurting myself",
        "i want to hurt myself",
        "im self harming again",
        "relapsed on cutting last week",
        "I have the urge to cut so bad",
        "I been banging my head on the wall all night",
        "if I don't sh I can't sleep",
        "there's fresh cuts on my arm",
    ),
    must_not_match=(
        "I cut myself shaving",
        "I hurt my back",
        "I haven't self harmed in a year, I stopped cutting myself",
        "I hurt myself playing ball",
        "I used to cut, two years clean from self-harm",
        "I want to cut my hours",
        "I only hurt myself by going back to the streets",
        "they're cutting the budget and I'm cutting back on coffee",
        "I'm cutting out sugar",
    ),
)

_ASKING: Final = Rule(
    code="en.self_harm.asking",
    category="self_harm",
    tier="ideation",
    purpose="How a person can end their life, asked as if for nobody.",
    pattern=spelled(
        r"\b(?:best|easiest|fastest|painless|quickest|good|least painful|surest) (?:way|place|method|spot)s?(?:"
        r" \w+){0,3} to (?:kill (?:your ?self|ones? ?self|themsel\w+)|commit suic\w+|die painlessly|overdose)|\bhow"
        r" (?:would|does|do|can|could|might|many pills (?:would|does|do|will)) (?:someone|somebody|a person|one|you"
        r"|people|they|u|it take) (?:go about |\w+ly |to )?(?:overdose|commit suic\w+|(?:kill|hang|unalive)"
        r" (?:themsel\w+|your ?self|ones? ?self|somebody|someone)|die from pills)|\b(?:does|would|will|do you think"
        r"|think) it (?:would |will )?hurts? (?:a lot |much |bad )?(?:to (?:hang|die|drown|shoot|kill)|when you"
        r" (?:hang|die)|if (?:you|i) (?:hang|die))|\b(?:which|what) (?:\w+ )?(?:pills?|meds|drugs?|medications?)"
        r" (?:can|will|could|would) kill (?:you|me|a person|someone)\b|\bpainless(?:ly)? (?:die|death|suicide|way out"
        r"|ways? to (?:die|go))\b|\b(?:lethal|fatal|deadly) (?:dose|amount)s? of\b|\bhow much (?:\w+ ){1,3}(?:is"
        r" (?:lethal|fatal|deadly)|(?:it takes?|does it take|would it take|will it take|is enough) to (?:die|kill|od"
        r"|overdose))|\b(?:ways|methods) (?:to|of) (?:commit\w* suic\w+|suicide|kill (?:your ?self|my ?self|ones?"
        r" ?self)|die in (?:your|my) sleep)\b"
    ),
    words=words(
        "suic|overdos|hang |unalive|die pain|die from|die in|dose|amount|painless|lethal|fatal|deadly|to die"
        "|to od|kill|hurt"
    ),
    guards=(
        SAID_SELF,
        quoted("other"),
        Guard(
            "what not to do, or what saves",
            BEFORE,
            r"\b(?:prevent\w*|avoid\w*|spot|notice|recogni\w+|narcan|without knowing|learn\w*|taught"
            r"|class)\b[^.!?]{0,30}",
        ),
        Guard(
            "talk of a drug's danger",
            AFTER,
            r"[^.!?;]{0,30}\b(?:so be careful|narcan|be safe|careful|fentanyl (?:is|in)|killed (?:my|him|her|them))\b",
        ),
    ),
    must_match=(
        "In theory, how does a person overdose?",
        "asking for a friend, how would someone hang themselves in here",
        "what's a lethal dose of those heart pills",
        "is there a painless way to go",
        "good place on the yard to kill yourself",
    ),
    must_not_match=(
        "how do people overdose on such a small amount, be careful with fentanyl",
        "best way to kill time in here",
        "how do you kill a craving",
        "how would someone apply for clemency",
        "the easiest way to do time is to read",
        "we learned the ways to prevent suicide",
    ),
)

_OTHER: Final = Rule(
    code="en.self_harm.other",
    version=2,
    category="self_harm",
    tier="other",
    purpose="Worry that somebody else means to kill or hurt themselves.",
    pattern=spelled(
        r"\b(?:{THIRD}|character|inmate|neighbor|bunky|hes|shes|theyre|my \w+)(?: \w+){0,5}? (?:wants? to|wanna|is"
        r" going to|going to|gonna|is gonna|talks? about|talking about|talked about|keeps? (?:saying|talking)(?:"
        r" \w+){0,4}|kept (?:saying|talking)(?: \w+){0,3}|thinking (?:of|about)|thinks (?:of|about)|threatening to"
        r"|threatened to|threatens to|trying to|planning to|tried to|might|will|would|says? (?:he|she|they)(?:"
        r" \w+){0,3}|said (?:he|she|they)(?: \w+){0,3}|about to|wrote about|posted about|mentioned|be|is|was|been|may"
        r"|could|has been|started|keeps?) (?:kill|killing|hurt|hurting|hang|hanging|cut|cutting|harm|harming|off"
        r"|offing|unalive|unaliving) (?:himself|herself|themsel\w+|hisself|theirself)\b|\b(?:{THIRD}|my \w+) (?:still "
        r"|always |often |also |even )?(?:cuts|hurts|harms|burns|starves) (?:himself|herself|themsel\w+)\b"
        r"|\b(?:{THIRD}|hes|shes|theyre|becomes?|became|character|bunky|inmate|makes? (?:him|her|them)) (?:i know |in"
        r" here |is |are |has been |been |feels |seems |feeling |gets? |very |really |become |be |might be |so |sounds"
        r" |sounding ){0,3}(?:suicidal|self ?-?harming)\b|\b(?:{THIRD}|hes|shes|theyre|character|bunky)(?: (?:on|in|at"
        r"|from) (?:the|my|this) \w+| i know| in here| next to me)? (?:is |was |been |keeps |has been |started |just"
        r" )?(?:mentioned|mentions|mentioning|talks about|talked about|talking about|keeps? talking about|posted about"
        r"|wrote about|brought up|hinted at|threatened|threatens|threatening|considering|contemplating|is thinking"
        r" about|been thinking about|thinking about) (?:self ?-?harm(?:ing)?|suicide|suicidal thoughts|wanting to die"
        r"|dying|ending (?:it|it all|his life|her life|their life)|cutting (?:himself|herself|themsel\w+)|overdosing"
        r" on purpose|taking (?:his|her|their) (?:own )?life)\b|\b(?:{THIRD}|hes|shes|theyre|bunky) (?:\w+"
        r" ){0,3}(?:wants? to|wanna) die\b(?:$| ?[.!?,])|\b(?:{THIRD}|hes|shes|theyre|bunky) (?:\w+ ){0,3}(?:wants? to"
        r"|wanna|is going to|gonna|going to|threatening to|threatens to|talking about|about to) (?:(?:end|ending|take"
        r"|taking) (?:his|her|their) (?:own )?(?:life|lives)|end it all|commit(?:ting)? suic\w+|hang up)|\b(?:gave"
        r"|giving|gives) away all (?:his|her|their) (?:stuff|things|property|belongings|commissary)\b"
    ),
    words=words(
        "himself|herself|themsel|hisself|theirself|suicid|suic|harm|wanting to die|dying|ending|his own|her own|their"
        " own|his li|her li|his life|her life|their li|to die|wanna die|overdosing|end it all|hang up|away all his"
        "|away all her|away all their"
    ),
    guards=(
        *PAST,
        *FORMER,
        Guard("denied", BEFORE, r"\b(?:never|no|didnt|doesnt|not)[^.!?;]{0,20}"),
        Guard(
            "denied, inside",
            INSIDE,
            r"^\w+(?: \w+){0,2} (?:never|not|no longer|didnt|doesnt|wouldnt|isnt|wont|stopped)\b",
        ),
        Guard(
            "talk of the subject",
            AFTER,
            r" (?:prevention|awareness|hotline|squad|class|watch|bomb\w*|rates?|risk|in (?:class|the (?:movie|show"
            r"|book)))",
        ),
        Guard(
            "long past",
            AFTER,
            r"[^.!?;]{0,40}\b(?:years ago|last year|in (?:19|20)\d\d|when (?:he|she|i) was|survived)\b",
        ),
        Guard("an accident", AFTER, r" (?:shaving|cooking|on (?:a|the)|playing|working|at work)\b"),
    ),
    must_match=(
        "My cellie wants to kill himself",
        "my sister is suicidal",
        "he keeps talking about hanging himself",
        "Somebody on my tier mentioned suicide",
        "my bunkie says he gonna hang himself tonight",
        "my friend keeps cutting herself",
    ),
    must_not_match=(
        "my brother killed himself",
        "he cut himself on a can",
        "years ago my friend tried to kill herself",
        "the nurse talked about suicide prevention",
        "she never tried to hurt herself",
        "my dad hurt himself at work",
    ),
)

RULES: Final[tuple[Rule, ...]] = (_INTENT, _THOUGHTS, _MEANS, _WISH, _INJURY, _ASKING, _OTHER, *despair.RULES)
