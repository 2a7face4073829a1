"""English: the pieces that patterns are made of, and the guards that several categories share.

Written for the normal form: lower case, no accents, no apostrophes (*I'm* is `im`, *I'll* is `ill`).
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, spell

PIECES: Final = {
    # Who and when
    "FILL": r" (?:(?:really|just|so|fucking|fuckin|fkn|freaking|literally|seriously|honestly|actually|definitely"
    r"|still|also|probably|even|only|all|now|finally|personally|straight up|go and|go|try to|come and|have to"
    r"|want to|wanna|love to|find and|find you and) ){0,3}",
    "I_WILL": r"(?:^|[.!?,;] ?)(?:gonna|gon|going to|finna)|\b(?:(?:i|we) (?:will|shall|swear i will|swear ill"
    r"|promise ill)|ill|(?:im|i am|were|we are)(?: still| really| so| just| seriously)? (?:going to|gonna|gon|gunna"
    r"|goin to|finna|about to|bout to|abt to|fixing to|planning to|planning on|plotting to|ready to)|(?:i"
    r"|we) (?:gonna|gon|finna|bout to|tryna|plan to|intend to|mean to"
    r"|promise to|swear to|decided to|have decided to)|ive decided to|ima"
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
    # Somebody else
    "THIRD": r"(?:he|she|they|someone|somebody|friend|brother|sister|mother|mom|dad|father|son|daughter|wife"
    r"|husband|girlfriend|boyfriend|cellie|cellmate|roommate|cousin|uncle|aunt|buddy|homie|guy|girl|kid|partner"
    r"|neighbou?r|bunkie|person|dude|member)",
}

SAID: Final = Guard(
    "someone else said it",
    BEFORE,
    r"\b\w+(?: \w+)? (?:said|says|saying|told|tells|telling|threatened|threatens|threatening|yelled|yelling"
    r"|screamed|was like|were like|be like|texted|wrote|reads|sings)(?: (?:me|us|him|her|to me|that|out|things"
    r"|stuff|like))*[ ,:\"“(]*(?:i|im|id)? ?",
    unless=r"\b(?:i|we|ive|id)(?: (?:just|already|never|have|always))? (?:said|told|say|yelled|texted|wrote"
    r"|was like)",
    lowers_to="reported",
)
SAID_SELF: Final = Guard(SAID.name, BEFORE, SAID.pattern, SAID.unless, lowers_to="other")
DENIED: Final = Guard(
    "denied",
    BEFORE,
    r"(?:\b(?:not|never|dont|didnt|doesnt|wont|wouldnt|isnt|cant)(?: (?:say|saying|said|mean|meaning|think|thinking"
    r"|like|that|as|if|because|really|even|going|to|ever|feel)){1,4} ?|\bno way |\bif i (?:say|said) )",
)
LONG_AGO: Final = Guard(
    "past, before",
    BEFORE,
    r"\b(?:years? ago|months ago|back then|back when|at that time|when i was (?:a|in|young\w*|little|using|\d+)"
    r"|used to|in the past|in (?:19|20)\d\d|as a (?:kid|child|teen\w*)|before (?:recovery|treatment|rehab|sobriety"
    r"|getting|i got|i found|god|jesus))\b[^.!?;]{0,60}",
    unless=r"\b(?:now|still|again|but|today|tonight|anymore|lately)\b",
)
AGO: Final = Guard(
    "past, after",
    AFTER,
    r"[^.!?;]{0,40}\b(?:years? ago|months ago|back then|back when|when i was (?:a|in|young\w*|little|using|\d+)"
    r"|in the past|(?:in|until) (?:19|20)\d\d)\b",
    unless=r"\b(?:still|again|tonight|today|like)\b",
)
PAST: Final = (LONG_AGO, AGO)


def spelled(pattern: str) -> str:
    return spell(pattern, PIECES)
