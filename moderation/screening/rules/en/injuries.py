"""English: harm to a part of somebody's body, done to a family or a crowd, or with an arm that is still to be had."""

from typing import Final

from moderation.screening.rules.base import INSIDE, Guard, Rule, spell, words

from .common import DENIED, PAST, SAID
from .violence import FICTION, HARMLESS, IN_A_WORK, QUOTES, TALKED_OF, VIOLENCE

_PIECES: Final = {
    **VIOLENCE,
    "BREAK_IT": r"snap|break|slit|cut|crush|smash|bash|wring|slice|twist|stomp|crack|split|shatter|fracture|dislocate"
    r"|rupture|puncture|gouge|burn",
    "BREAKING_IT": r"snapping|breaking|slitting|cutting|crushing|smashing|bashing|wringing|slicing|twisting|stomping"
    r"|cracking|splitting|shattering|fracturing|knocking out|gouging",
    "PART": r"necks?|throats?|skulls?|heads?|legs?|arms?|faces?|jaws?|teeth|knees?|kneecaps?|fingers?|hands?|nose|bones"
    r"|ribs?|rib ?cages?|sternum|spines?|backs?|eyes?|ankles?|collar ?bones?|windpipes?|wrists?",
    "WHOSE": r"(?:a|an|my|his|her|their|this|that|the|some)(?: \w+){0,2}|someones?|somebodys?|another \w+",
    "KIN": r"ex|husband|wife|girlfriend|boyfriend|mother|father|mom|dad|son|daughter|child|kid|baby|brother|sister"
    r"|cell ?mate|cellie|room ?mate|neighbou?r|boss|guard|officer|cop|woman|man|girl|guy|person|family|somebody|someone"
    r"|judge|snitch|teacher|student|stranger|enemy|rival",
    "ASK": r"\bhow (?:do|can|could|should|would) (?:i|we|you|one)|\bhow to|\bwhere to|\b(?:what|whats|which)"
    r" (?:is |are |be )?(?:the |a |some )?(?:best |good |easiest |quickest |better )?(?:ways?|method|place|spot)"
    r" (?:to|of|for)"
    r"|\b(?:best|easiest|quickest|good) (?:ways?|place|spot) (?:to|of|for)|\b(?:tell|show|teach) me (?:how|where) to",
    "HUMANS": r"someone|somebody|anyone|people|(?:a|an|my|his|her|their|the|this|that|some)(?: \w+)?"
    r" (?:{KIN}|witness(?:es)?|pedestrian|kids?|children|women|men|people|crowd|police officer|inmate|prisoner"
    r"|informant|victim|drink)",
    "MEANWHILE": r"(?: (?:best|easily|quickly|just|finally|actually|most easily)){0,1}",
}


def _spelled(pattern: str) -> str:
    return spell(pattern, _PIECES)


_TO_MEND: Final = Guard(
    "to care for it, or a thing of the body",
    INSIDE,
    r"\b(?:crack (?:my|his|her|their) (?:knuckles|back|neck)|cut (?:my|his|her|their) (?:hair|nails)|break the ice"
    r"|split the bill|by accident|accidentally|help (?:my|a|his|her)|heal|surgery|doctor|x ?ray)\b",
)
_GUARDS: Final = (SAID, *QUOTES, TALKED_OF, DENIED, *PAST, FICTION, HARMLESS, _TO_MEND)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.threat.their_bodies",
        category="threats_violence",
        tier="incitement",
        purpose="Somebody should break or cut a part of people's bodies.",
        pattern=_spelled(
            r"\b(?:someone|somebody|we|they|you|people|everyone|yall|i hope (?:someone|somebody)|i wish"
            r" (?:someone|somebody)) (?:should|needs? to|ought to|must|has to|have to|would|will|could)(?: just|"
            r" really)?"
            r" (?:{BREAK_IT})(?: off| out| in)? (?:the )?(?:{PART}) (?:of|off|in on) (?:{ANY_ONE})"
        ),
        words=words(
            "neck|throat|skull|head|leg|arm|face|jaw|teeth|knee|finger|hand|nose|bone|rib|spine|back|eye|ankle|wrist"
            "|windpipe|sternum"
        ),
        guards=_GUARDS,
        must_match=(
            "Someone should break the legs of all those snitches",
            "We should slit the throats of those people",
            "somebody needs to smash the faces of these guards",
            "they should cut off the hands of those men who steal",
            "I wish somebody would wring the necks of those cops",
        ),
        must_not_match=(
            "Someone should look into the eyes of those kids and see the pain",
            "we should hold the hands of those people who lost somebody",
            "He said someone should break the legs of all those snitches and I told him no",
            "Nobody should cut the hair of those kids",
            "you should crack the door open",
        ),
    ),
    Rule(
        code="en.threat.planned",
        category="threats_violence",
        tier="threat",
        purpose="The writer means to break a part of somebody's body, or to get an arm and use it on somebody.",
        pattern=_spelled(
            r"\b(?:planning on|plan on|thinking (?:of|about)|looking forward to|about to be|gonna be|cant wait to be|im"
            r" down for) (?:{BREAKING_IT}) {LIMB}\b"
            r"|(?:{I_WILL})(?: \w+){0,2}? (?:buy|get|grab|bring|find|borrow|steal|pick up|make) (?:me )?(?:a|an|my"
            r"|the|some)"
            r" {ARM}\b[^.!?;]{0,30}\b(?:and|to|then) (?:go )?(?:{SURE_KILL}) {ANY_ONE}"
        ),
        words=words(
            "snapping|breaking|slitting|cutting|crushing|smashing|bashing|wringing|slicing|twisting|stomping|cracking"
            "|splitting|shattering|fracturing|knocking out|gouging|gun|pistol|strap|knife|shank|shiv|blade|weapon|razor"
            "|machete|rifle|burner|glock| ak|bat|bomb|banger|lock in a|hammer|axe|bullet|piece"
        ),
        guards=_GUARDS,
        must_match=(
            "since Sunday I'm planning on smashing his kneecaps",
            "I'm thinking about smashing his face in",
            "Friday I'm going to grab my strap and shoot that man",
            "I'll borrow a blade and then stab your cousin",
            "im gonna make a shank and kill him",
        ),
        must_not_match=(
            "I'm planning on breaking my habits",
            "I'm thinking about cutting my hours",
            "I was planning on breaking his legs back then",
            "I'm going to get a gun safe and lock it",
            "I'm going to bring my knife skills to the kitchen job",
        ),
    ),
    Rule(
        code="en.threat.ask_injury",
        category="threats_violence",
        tier="asking",
        purpose="How to injure a person's body, to push somebody to their death, or to wipe out a family or a crowd.",
        pattern=_spelled(
            r"(?:{ASK}){MEANWHILE} (?:(?:{BREAK_IT}|{BREAKING_IT}) (?:{WHOSE})(?: \w+)? (?:{PART})\b"
            r"|(?:push|shove|throw|kick|drop|pushing|shoving|throwing) (?:{WHOSE})(?: \w+)? (?:off|down|in front of"
            r"|into"
            r" traffic|under|out of)\b"
            r"|(?:annihilat|decimat|eradicat|massacr|slaughter|wip)(?:e|ing|e out|ing out)? (?:a|an|my|the|this"
            r"|that|his|her)"
            r" (?:\w+ ){0,3}(?:family|population|village|town|people|community|crowd|school|tribe)\b"
            r"|(?:bomb|bombing|shell|shelling|attack|attacking|blow up|blowing up|raid|raiding) (?:a|an|the|my) (?:\w+"
            r" )?(?:base|barracks|checkpoint|convoy|parade|embassy|market|subway|crowd)\b"
            r"|(?:stab|shoot|hit|punch|kick|slash|cut|choke) (?:{WHOSE})(?: \w+)? (?:with|in|on) "
            r"|(?:land|landing|give|giving|throw|throwing|deal|dealing)(?: (?:{WHOSE})(?: \w+)?)? (?:a|an|the) (?:\w+"
            r" ){0,2}(?:punch|headshot|beating|concussion|blow|head shot|black eye)\b)"
            r"|{ASK}{MEANWHILE} (?:(?:throw|pour|spray|fling|throwing|pouring) (?:acid|bleach|lye|boiling \w+|hot \w+"
            r"|gas|gasoline) (?:on|at|over|in) |run(?:ning)? over |(?:take|bring) down |trap |silence |scare "
            r"|terrori[sz]e"
            r" |corner |punish |beat |drug |lace )(?:{HUMANS})\b"
            r"|{ASK}{MEANWHILE} (?:(?:sabotage|derail|hijack|crash|sink|bring down) (?:a|an|the|this|that) (?:\w+"
            r" )?(?:plane|airplane|train|bus|subway|ferry|ship|helicopter)\b|(?:crash|drive|ram|plow|fire|shoot|firing"
            r"|shooting|open fire) (?:\w+ ){0,4}?(?:into|at|on|through) (?:a|the|that) (?:\w+ )?(?:crowd|market|church"
            r"|mosque|synagogue|school|parade|concert|mall|cops?|police)\b|gas (?:a|the|this) (?:\w+ )?(?:building"
            r"|train"
            r"|subway|room|crowd|unit|dorm)\b)"
            r"|\b(?:which|what)(?: \w+)? (?:knife|gun|weapon|blade|rifle|poison|drug) (?:is|works|would be) (?:the"
            r" )?best"
            r" (?:for|to) (?:stab|kill|shoot|poison|murder|attack)\w*\b"
            r"|{ASK}{MEANWHILE} (?:smash|smashing|torch|torching|wreck|wrecking|vandali[sz]e|burn down|burning down)"
            r" (?:someones?|somebodys?|my (?:{KIN})s?|his|her|their) (?:car|motorbike|house|home|truck|bike|windows"
            r"|place)\b"
        ),
        words=words(
            "how do|how can|how could|how should|how would|how to|where to|way|method|place|spot|best for|best to"
        ),
        guards=(
            *_GUARDS,
            IN_A_WORK,
            Guard(
                "sport, cooking or self-defence",
                INSIDE,
                r"\b(?:without (?:hitting|hurting|yelling|violence)|gently|fairly|boxing|ring|bag|chess|spades|game"
                r"|gym|goals?|football|soccer|hockey|hoops?|basket(?:ball)?"
                r"|target|photos?|video|film|onions?|meat|cards?|deck|volleyball|ball|spot on|self"
                r" defen[cs]e|defend|party)\b",
            ),
        ),
        must_match=(
            "How do I crush somebody's skull?",
            "what is the best way to break my cellmate's jaw",
            "How can I push my wife off a balcony?",
            "what are ways of wiping out an entire family",
            "show me where to punch a guard in the throat",
            "what's the quickest way to give my cellie a concussion",
            "how do i burn down my ex's house",
            "how can I throw acid on my ex wife",
            "How do I run over a snitch with my truck?",
            "How could I derail a train",
            "which knife is best for stabbing",
        ),
        must_not_match=(
            "how to beat my craving at night",
            "how do I scare myself straight",
            "How do I take down the old tent?",
            "What's the best way to punish my kid without hitting?",
            "How do I crack my back without hurting it?",
            "What's the best way to break the ice with my daughter?",
            "how do I push my son to finish school",
            "What's the best way to cut an onion?",
            "How can I give my family a better life?",
            "What's the best way to throw a party for my kid?",
            "how do I hit the speed bag with rhythm",
        ),
    ),
)
