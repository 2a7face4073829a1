"""English: the pieces and guards that the rules on self-harm and on despair share."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, quoted, spell

from .common import PAST, PIECES, SAID_SELF

_OWN: Final = {
    "SELF": r"my ?self|me self|myslef|mysel|meself|mself",
    "SOFTLY": r" (?:(?:really|just|so|fucking|fuckin|freaking|literally|seriously|honestly|actually|definitely|still"
    r"|also|probably|even|only|all|now|finally|kinda|kind of|sort of|lowkey|straight up|go and|go|ever"
    r"|maybe|sometimes|often|always|constantly|basically|truly|genuinely|desperately|badly|again|like|try"
    r" to|try and|barely) ){0,3}",
    "HEIGHT": r"bridge|roof|rooftop|building|tier|balcony|cliff|ledge|rail\w*|overpass|walkway|catwalk|landing"
    r"|(?:\w+ )floor|tower|stairwell",
    "TRAFFIC": r"train|bus|truck|car|traffic|subway|semi|van|trains|cars",
    "PILLS": r"pills?|meds|medications?|medicine|tablets|tylenols?|psych meds|sleeping pills|insulin|seroquels?"
    r"|trazodone",
    "A_MEANS": r"rope|noose|sheets?|bed ?sheets?|razor|razors|razor ?blades?|blade|blades|shoe ?laces?|belt|cord",
    "ONES": r"a|an|the|this|that|my|some|these|those",
    # To end one's life: bare, and in -ing.
    "END_SELF": r"(?:kill|murder|hang|shoot|drown|stab|off|suffocate|poison|unalive|strangle|electrocute"
    r"|delete) {SELF}|(?:end|take|throw away) my (?:own )?(?:life|existence)|end it all|end everything|end"
    r" it (?:tonight|now|today|soon|tomorrow|for good|forever|right (?:here|now)|once and for all|this"
    r" (?:weekend|week))|commit(?:ting)? suic\w+|die by suic\w+|(?:over ?dose|od) (?:on purpose|tonight"
    r"|now|to death|and (?:die|end))|(?:slit|cut|slash|slice) my (?:own )?(?:wrists?|throat|veins|neck)"
    r"|string {SELF} up|hang (?:it )?up in (?:my|the|this) (?:cell|room|shower)|(?:jump|leap|throw {SELF})"
    r" (?:off|from|over) (?:{ONES}) (?:\w+ )?(?:{HEIGHT})|(?:jump|leap|step|walk|run|lay down|throw"
    r" {SELF}) (?:in front of|under) (?:(?:{ONES}) )?(?:\w+ )?(?:{TRAFFIC})|(?:jump|walk|run|step) (?:out"
    r" )?into traffic|jump out of (?:{ONES}) (?:\w+ )?window|blow my (?:\w+ )?(?:brains?|head) (?:out|off)"
    r"|put a (?:bullet|gun) (?:in|to|through) my (?:own )?(?:head|brain|mouth|skull)|do away with {SELF}"
    r"|(?:drink|swallow) (?:bleach|poison|a razor\w*)|bleed out|drive (?:\w+ )?off (?:a|the) (?:bridge"
    r"|cliff|road)|not (?:be|stay) alive|make an attempt on my life|do {SELF} in",
    "ENDING_SELF": r"(?:killing?|hanging?|shooting?|drowning?|offing?|unaliving?|stabbing?|poisoning?) {SELF}|(?:endin"
    r"|ending|takin|taking|throwing away) my (?:own )?life|ending (?:it all|everything)|ending it(?:"
    r" tonight| now| today| soon| for good)|committing suic\w+|(?:over ?dosing|od ?ing)(?: on purpose)?"
    r"|(?:slitting|cutting|slashing) my (?:wrists?|throat|veins)|jumping (?:off|from) (?:{ONES}) (?:\w+"
    r" )?(?:{HEIGHT})|jumping (?:in front of|into) (?:(?:{ONES}) )?(?:\w+ )?(?:{TRAFFIC})|suicide|dying by"
    r" suicide|hanging up in (?:my|the) cell",
    # To be dead, without doing anything for it.
    "BE_DEAD": r"die\b|be dead\b|leave this (?:world|earth|life)\b|(?:just )?disappear(?:$| ?[.!?,;]| forever| for"
    r" good| from (?:this world|life|earth|existence)| and never (?:come|be))\b|vanish forever|not"
    r" (?:exist|be alive|wake up|live|be on this earth|be in this world)(?: anymore| any more|"
    r" tomorrow)?\b|not be here (?:anymore|any more|tomorrow|no more|any longer)|never (?:wake up|have"
    r" been born|wake)\b|(?:go|fall|lay down and|drift off)?(?: ?back)? ?(?:to sleep|asleep|sleep) and"
    r" (?:just )?(?:never|not) (?:ever )?wake|sleep forever|stop (?:existing|living|being alive"
    r"|breathing)\b|cease to exist|unexist|be six feet under|(?:join|be with|see|go be with) (?:him|her"
    r"|them|my (?:\w+ )?(?:mom|mother|mama|moms|dad|father|grandma|granny|son|daughter|baby|kid|kids"
    r"|brother|sister|wife|husband|friend|homie))(?: up)? (?:in (?:heaven|death|the grave|paradise)|up"
    r" there|on the other side)",
}


def spelled(pattern: str) -> str:
    return spell(pattern, {**PIECES, **_OWN})


NO_WISH: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:dont|do not|didnt|did not|doesnt|never|not|no longer|wouldnt|would not|wont|will not|cant"
    r"|couldnt|stopped|nobody|no one|without|isnt|arent|aint|havent|hasnt|wasnt|haven not|instead of"
    r"|rather than|quit|refuse to|against|lost the|overcame|beat)(?: (?:really|even|actually|actively|ever"
    r"|going|go|to|about|want|wanna|wanting|be|been|have|had|having|feel|felt|feeling|like|think|thinking"
    r"|of|gonna|any|plan|planning|thoughts|thought|trying|try|tried|planned|consider|considering"
    r"|considered|i|im|that|saying|say|said|me|a|an|the|urge|urges|desire|wish|intend|intending|intention"
    r"|plans|in|so|mean|need)){0,7} ?",
    unless=r"\bnot (?:be )?(?:here|alive)\b|\b(?:nobody|no one)\b.{6,}|\b(?:cant|couldnt|can not|not|havent"
    r"|never) (?:stop\w*|quit)|\b(?:dont|do not) (?:even )?(?:\w+ )?but\b|\bnot (?:saying"
    r"|a)\b.{0,20}\bbut\b|\bnever (?:been|felt|wanted) (?:so|this|more)\b",
)
OVER: Final = Guard(
    "over now",
    AFTER,
    r"[^.!?;]{0,30}\b(?:but (?:not (?:any ?more|now|today)|im not|i dont|i never (?:would|did)|i wont|i"
    r" would never|i wouldnt|that was|thats over|im better|i got (?:help|better)|then i|now i (?:dont|want"
    r" to live|am|have)|today i|i (?:want to|choose to) live|thank god|i (?:chose|survived|made it))|and i"
    r" (?:said|say|told (?:them|him|her|the \w+)) no\b|is behind me|in my past|(?:and|until|till)"
    r" (?:therapy|treatment|this group|god|rehab|aa|na|he|she|my \w+) (?:saved|helped|stopped))",
    unless=r"\bnow i am (?:ready|going)|\bi dont (?:know|care|see|have)\b",
)
A_FIGURE: Final = Guard(
    "a figure of speech",
    AFTER,
    r"(?: (?:laughing|(?:of|from) (?:laughter|laughing|embarrass\w*|boredom|shame|hunger|heat|cringe"
    r"|happiness|cuteness|joy|cold|thirst|the heat|the cold)|in (?:the foot|(?:my )?(?:books|work|music"
    r"|food|prayer|alcohol|liquor|reading|sorrow\w*|the word))|trying|working|at (?:the )?(?:gym|work)|for"
    r" (?:a|an|some|that|this|you|my|your|her|him|them|chocolate|love|the|god|jesus|christ)\b|on (?:this"
    r"|that|a|my) (?:hill|chair|phone)|young|sober|clean|to (?:my|sin|the world|that|self|old|get|make"
    r"|pay)(?:self)?\b|free|old|peacefully|happy|someday|one day|with dignity|in peace|a (?:free|happy"
    r"|sober|better) (?:man|woman|person)|(?:if|when) (?:they|he|she|we) (?:play|sing|lose|win|score|serve"
    r"|cancel)\w*|over (?:a|the|this|that) (?:game|test|exam|show))|[ ,]+(?:lol|lmao|lmfao|haha\w*|jk|just"
    r" kidding|rofl|😂|🤣|ha ?ha))",
)
_WOULD: Final = r"(?: (?:that|of|i|id|ill|im|might|will|would|could|should|gonna|going|to)){0,4} ?"
FEARED: Final = Guard(
    "fear of it",
    BEFORE,
    r"\b(?:afraid|scared|worried|fear|fearing|terrified|what if)" + _WOULD,
    lowers_to="ideation",
)
AFRAID: Final = Guard(
    "a warning",
    BEFORE,
    r"\b(?:so that|or|everyone|people (?:can|who|that)|anyone who|those who|in case|if i (?:use|relapse|go"
    r" back|keep (?:using|drinking)|start using)[^.!?]{0,20})" + _WOULD,
    unless=r"\bor (?:i|ill|im)\b",
)
IF_USING: Final = Guard(
    "a warning of relapse",
    AFTER,
    r"[^.!?;]{0,12}\bif (?:i|you|we) (?:use|relapse|go back|keep|dont (?:stop|quit|get)|start|pick up|drink|get out)\b",
)
FORMER: Final = (
    Guard(
        "long past, before",
        BEFORE,
        r"\b(?:back in (?:the day|county|prison|school|my)|in my (?:teens|twenties|20s|thirties|30s|youth"
        r"|addiction)|remember|recall)\b[^.!?;]{0,50}",
        unless=r"\b(?:now|still|again|today|tonight)\b",
    ),
    Guard(
        "long past, after",
        AFTER,
        r"[^.!?;]{0,30}\b(?:back in (?:the day|county|my|\d+)|in my (?:teens|twenties|20s|thirties|30s|youth"
        r"|addiction)|last year|at (?:1\d|my lowest)|that was)\b",
        unless=r"\b(?:again|still|tonight)\b",
    ),
)
ASKED: Final = Guard(
    "asked about it",
    BEFORE,
    r"\b(?:ask|asked|asks|asking|wondered|screening|questions?)(?: (?:me|us|you|everyone|people))? (?:if"
    r"|whether|about)\b[^.!?;]{0,40}",
    unless=r"\b(?:please|can i|may i|i want to) ask\b",
)
CONTRARY: Final = Guard(
    "contempt for a life not one's own",
    BEFORE,
    r"\bif i (?:was|were|woke up|looked|lived|dressed|turned|had been|sang|wrote|had (?:to (?:wear|watch"
    r"|listen|eat|marry|drive)|your|his|her|that))(?: (?:as|born|like|into|up|to)){0,2} (?:a|an|you|him"
    r"|her|them|that|this|your|his|the|black|white|gay|\w+ (?:hair|face|music|car))\b[^.!?;]{0,60}",
    unless=r"\b(?:gone|dead|alone|burden|without)\b",
)
SONG: Final = Guard(
    "a song, a film, a book",
    BEFORE,
    r"\b(?:song|lyrics?|movie|film|book|show|episode|album|track|chapter|poem|video|essay|paper|class)\b[^.!?;]{0,30}",
    unless=r"\b(?:but|and|because) (?:i|im|ive)\b|\bmakes? me\b",
)
RATHER: Final = Guard(
    "rather than a small thing",
    AFTER,
    r" (?:before|than) (?:\w+ ){0,2}\w+",
    unless=r"\b(?:live|living|stay|here|another|spend|face|do|doing|keep|be|being|this|suffer|serve|wait|feel"
    r"|years?)\b|\bgo (?:back|to) (?:to (?:the|prison|jail)|prison|jail)",
)
RATHER_CLEAN: Final = Guard(
    "rather than use again",
    AFTER,
    r" (?:before|than) (?:i )?(?:use|go back to|going back to|live that|relaps\w+|be a|be that)\b",
)
SELF_GUARDS: Final = (SAID_SELF, quoted("other"), NO_WISH, *PAST, *FORMER, A_FIGURE, OVER, SONG, CONTRARY, ASKED)
