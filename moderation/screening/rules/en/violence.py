"""English: the words of violence and what makes them harmless, for threats, calls for violence and questions."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, quoted, spell

from .common import DENIED, PIECES, SAID

VIOLENCE: Final = {
    **PIECES,
    # Verbs
    "SURE_KILL": r"kill|murder|shoot|stab|shank|strangle|behead|execute|slaughter|butcher|lynch|assassinate"
    r"|exterminate|massacre|rape|castrate|torture|disembowel|decapitate|crucify|suffocate|purge|slay|euthani[sz]e"
    r"|gas|hang|kidnap|abduct|sterili[sz]e",
    "KILLING": r"killing|killin|murdering|shooting|stabbing|shanking|strangling|beheading|executing|slaughtering"
    r"|butchering|lynching|assassinating|exterminating|massacring|raping|torturing|poisoning|drowning|hanging"
    r"|gassing|bombing|smothering|suffocating|wiping out|eradicating|kidnapping|burning|castrating|eliminating"
    r"|terminating|slaying",
    "HARMING": r"hurting|beating|beating up|punching|hitting|attacking|assaulting|choking|torturing|stomping"
    r"|kidnapping|drugging|injuring|harming|ambushing|jumping|stalking|blackmailing|terrori[sz]ing|mugging"
    r"|robbing|maiming",
    "DEAD": r"killed|murdered|shot|stabbed|shanked|strangled|beheaded|executed|slaughtered|lynched|hanged|hung"
    r"|exterminated|annihilated|eradicated|raped|burned alive|burned|burnt|gassed|wiped out|beaten|tortured|jumped"
    r"|put to death|put in the ground|bombed|castrated|sterili[sz]ed|euthani[sz]ed|extinguished|purged|whipped"
    r"|stoned|crucified|butchered|drowned|smashed|crushed|put down like \w+|slapped|flogged|drawn and quartered"
    r"|buried alive|fed to|thrown off|run over|curb ?stomped|skinned|neutered|enslaved|starved|caged|mutilated|wiped"
    r" off|dragged out|taken out back",
    # People
    "KIND": r"black|white|brown|gay|trans|transgender|lesbian|queer|disabled|muslim|jewish|asian|arab|hispanic"
    r"|mexican|latino|african|indian|chinese|islamic|christian|foreign|immigrant|homeless|old|stupid|fat|ugly|poor"
    r"|female|male|native|indigenous|crippled|retarded|gypsy|filthy|fucking|dirty|illegal|damn|rich|religious|other",
    "GROUP": r"people|persons?|folks|muslims?|jews?|blacks?|whites?|gays?|lesbians?|immigrants?|migrants?|refugees?"
    r"|foreigners?"
    r"|arabs?|mexicans?|asians?|hindus?|africans?|latinos?|homosexuals?|homos?|transgenders?|trann(?:y|ies)"
    r"|fag(?:got)?s|nigg\w+"
    r"|spics?|kikes?|chinks?|wetbacks?|whores?|hoes?|sluts?|chomos?|cho ?mos?|pedos?|pa?edophiles?|child molesters?"
    r"|molesters?"
    r"|rapists?|sex offenders?|terrorists?|pigs|politicians?|president|mayor|governor|democrats?|republicans?|liberals?"
    r"|leftists?|conservatives?|commies|nazis?|feminists?|traitors?|cripples?|retards?|gyps(?:y|ies)|infidels|heretics"
    r"|children"
    r"|students?|teachers?|nurses?|doctors?|witness\w*|jury|prosecutors?|da|detectives?|humans?|human beings?"
    r"|informants?"
    r"|inmates?|deputy|deputies|humanity|teenagers?|celly|opps?|rivals?|landlord|coworkers?|dealer|bully|bullies",
    "DET": r"all|every|any|a|an|another|some|one|the|this|that|these|those|more|most|of|your|ur|my|his|her|their|such"
    r"|two|three|\d+|both|each|no good",
    "FOLK": r"(?:(?:{DET}) ){1,3}(?:(?:[\w-]+) ){0,2}?(?:{PERSON}|{GROUP})|(?:(?:{KIND}) ){0,2}(?:{GROUP}|women|men"
    r"|cops"
    r"|guards|snitches|bitches|guys|kids|rats)",
    "PERSONAL": r"(?:you|u|ya|yall|him|her|someone|somebody|(?:this|that|your|his|her|the|my|another|a)"
    r"(?: \w+)? (?:{PERSON}|{GROUP}))\b",
    "ANY_ONE": r"(?:you|u|ya|yall|him|her|them|em|everyone|everybody|someone|somebody|anyone|anybody"
    r"|(?:all|every one|each one|both|one) of (?:you|them|us|those|these|the)|you all|them all|{FOLK})\b",
    "WHO": r"(?:you|u|yall|you all|he|she|they|them|everyone|everybody|{FOLK})(?: (?:like|such as|who|that|in|from|of"
    r"|with"
    r"|and)(?: \w+){1,5}?)?",
    "LIMB": r"(?:(?:every|each) (?:one )?of )?(?:your|ur|ya|his|her|their|yall|(?:that|this|my) \w+s|(?:someones?"
    r"|somebodys?|anyones?|peoples))"
    r"(?: \w+){0,2}? (?:ass|asses|face|faces|head|heads|necks?|throats?|jaws?|legs?|arms?|skulls?|teeth|knees?"
    r"|kneecaps?|fingers?|nose|bones?|brains?|ribs?|eyes?|tongue|guts|balls|dick|wig|cap|mouth|ears?|shit|belly"
    r"|intestines|heart out|spine|windpipe)",
    "PLACE": r"school|church|mosque|synagogue|temple|house|home|homes|prison|jail|court\w*|unit|block|building|station"
    r"|clinic|office|mall|airport|hospital|bank|store|shop|apartment|trailer|crib|car|truck|town|city|village"
    r"|stadium|concert|bus|train|plane|embassy|neighbou?rhood|dorm|cell|place|cellblock|precinct|capitol|club|bar",
    "ARM": r"(?:\w+ )?(?:gun|guns|pistol|strap|knife|shank|shiv|blade|weapon|weapons|razor|machete|rifle|shotgun|burner"
    r"|glock|ak|bat|bomb|banger|lock in a sock|hammer|axe|bullets?|piece)",
}

_SPOKEN_AGAINST: Final = Guard(
    "quoted, in order to speak against it",
    BEFORE,
    r"(?:\b(?:things?|stuff|threats?|posts?|comments?|messages?|words|slogans?|shit|crap|hate|speech|statements?"
    r"|tweets?"
    r"|phrases?|lines?|sentences?|jokes?|nonsense|garbage|insults?|remarks?|talk|opinions?) (?:like|such as|as|saying)"
    r"|\b(?:saying|wishing|writing|posting|chanting|shouting|typing|tweeting|claiming|spreading|to say|to write|to"
    r" post)"
    r"(?: \w+){0,2})[ ,:]*\W*[\"“«„][^\"“”«»„]{0,60}",
    unless=r"\b(?:is|are|was|were|keeps?|kept|started|hes|shes|theyre|im) (?:saying|shouting|writing|posting|chanting)",
)
QUOTES: Final = (quoted("reported"), _SPOKEN_AGAINST)
TALKED_OF: Final = Guard(
    "named, in order to speak against it",
    BEFORE,
    r"\b(?:saying|thinking|believing|claiming|writing|posting|suggesting|says?|thinks?|believes?|to hear|wrong to"
    r"|tired of hearing|sick of hearing|stop (?:saying|telling))(?: (?:that|how|like|all|the|those|these|some|my|things"
    r"|stuff))* ?",
    unless=r"\b(?:i|we|im|am i|is it|personally)(?: \w+)? ?(?:wrong to )?(?:saying|say|think|thinking|believe"
    r"|wrong to)\b|\bwrong to (?:think|say|believe)",
)
PLAY: Final = Guard(
    "play, or a figure of speech",
    AFTER,
    r"(?:[^.!?;]{0,20}(?:with (?:kindness|love|hugs|kisses)|laughing|\b(?:at|in|with|on) (?:\w+ )?(?:chess|checkers"
    r"|cards"
    r"|spades|dominoe?s|basketball|ball|uno|fortnite|minecraft|call of duty|cod|gta|halo|overwatch|valorant|zelda"
    r"|skyrim|video games?|a (?:game|movie|play|dream)|monopoly|poker|pool|handball|the game|game|fifa|madden|2k"
    r"|xbox|scrabble|football|soccer|tennis|volleyball|push ?ups|pushups|ping pong|arm wrestling|the (?:court|field)"
    r"|a race|the race)|if you (?:make me laugh|spoil)|some slack)| (?:up|back|off|some|a (?:deal|text|message|check"
    r"|break|line|call|kite|question|visit|letter|favor)|an (?:email|answer|e-mail|update)|with (?:a )?(?:question"
    r"|love|the news|\w+ news)|to (?:it|the punch)|straight|out (?:of (?:here|there|trouble))|there|home|help"
    r"|into)\b)",
)
FICTION: Final = Guard(
    "a game, a film, a book or the news",
    AFTER,
    r"[^.!?;]{0,60}(?:\b(?:game|games|gameplay|movie|film|films|novel|book|comic|anime|cartoon|episode|season|series"
    r"|sitcom"
    r"|story|screenplay|script|show|play|level|boss|quest|npc|mod|dlc|campaign|multiplayer|character|lyrics|song"
    r"|gta|minecraft|fortnite|skyrim|halo|cod|warzone|roblox|sims|hitman \d|call of duty|red dead\w*|assassins creed"
    r"|d&d|dnd|dungeons|zelda|fallout|doom|witcher|elden ring|pokemon|chess|checkers|risk|clue|cluedo|among us"
    r"|mafia \d|counter ?strike|battlefield|apex|left 4 dead|league of legends|far cry|resident evil|rust|pubg"
    r"|valorant|overwatch|hamlet|macbeth|shakespeare|simulator|playstation"
    r"|xbox|nintendo|sci-?fi|fantasy)\b)",
)
IN_A_WORK: Final = Guard(
    "inside a work with a name",
    AFTER,
    r"(?:[^.!?;]{0,40})? in (?:the )?[\w:-]+(?: [\w:-]+){0,4}\s*\??\s*",
    unless=r" in (?:my|your|his|her|their|our|a|an|this|that|here|there|public|prison|jail|secret|private|self|cold"
    r"|front"
    r"|order|revenge|person|broad|one|peace|sleep|bed|town|county|class|school|church|custody|chow|its|it|me|us"
    r"|england|america|texas|florida|new|los|case|cuffs|general|seg|the (?:yard|unit|dorm|shower|showers|block|pod|cell"
    r"|hole|house|head|face|back|neck|chest|throat|dark|night|morning|street|streets|city|country|world|us|usa|uk|car"
    r"|sleep|kitchen|building|area|neighbou?rhood|neck|stomach|heart|most|best|shu|hood|woods|kitchen|day|hall\w*"
    r"|bathroom|chow|gym|way|next|middle|name|capitol|same|easiest|quickest))\b",
)
A_THING: Final = Guard(
    "a thing, not a person",
    INSIDE,
    r"\b(?:all|those|these)(?: (?:of|the|these|those|my|our|your|stupid|damn|fucking))* (?:lights?|time|bugs?|ants?"
    r"|weeds?|germs?|roaches|cockroaches|bacteria|mice|rats|pests?|viruse?s|zombies|monsters|enemies|day|night"
    r"|of it|it|that|this|along|right|in|mosquitos?|mosquitoes|flies|spiders|process\w*|pain|feelings?|hope|love"
    r"|doubts?|noise|power|plants?|cells?|demons?|habits?|calories|files?|records?|evidence|bridges?|the way|over"
    r"|about|my|pictures?|photos?|posters?|clothes|ornaments|lights|candles|papers?|trees?|leaves|trash|meat|chickens?"
    r"|pigs|cows|fish|steaks?|onions?|ideas?|fat|beats?|tests?|songs?|letters|dreams|animals|deer|birds|snakes?"
    r"|rabbits?"
    r"|aliens?|orcs?|vampires?|goblins?|dragons?)\b",
)
HARMLESS: Final = Guard(
    "a harmless use of the verb",
    INSIDE,
    r"\b(?:cut (?:my |the )?(?:hair|grass|kids? hair)|hit (?:you|him|her|them|yall|u) up|shoot (?:you|him|her"
    r"|them) (?:a|an|over|some|straight)|smoke (?:you|him|her|them|everyone) (?:out|at)|hang (?:with|out)"
    r"|waste (?:your|his|her|my|the|any|all) \w*time|fight (?:for|about) |beat (?:the|this"
    r"|my) (?:case|charge|addiction|odds)|bury (?:my|the|his|her|our)|hang (?:a|the|my|our|some) (?:picture|photo"
    r"|poster|calendar|sign|coat)|shoot (?:a|the|some|my) (?:photo|video|picture|movie|film|breeze|shit|hoop|ball)"
    r"|(?:kill|gut|burn|poison|drown|smoke|butcher|slaughter|hunt|shoot) (?:a|an|the|some|my|more) (?:\w+ )?(?:pig|hog"
    r"|chicken|cow|deer|rabbit|fish|spider|rat|bird|bug|roach|duck|turkey|goat|brisket|candle|light|lights|engine"
    r"|process|program|game|beat|song|mood|vibe|fat|buzz|deal|bill|story|idea|plant|weed|pain)s?\b|\b(?:final|last"
    r"|first|level|raid|mini|next) boss\b)",
)
TO_GET: Final = Guard(
    "getting something for somebody",
    INSIDE,
    r"\bget (?:you|him|her|them|your|my|all|the|a|everyone|everybody|people|some|someone|somebody|that|his|their|this"
    r"|these|those)\b",
)
WARNING: Final = Guard(
    "a warning, not a threat",
    AFTER,
    r"[^.!?;]{0,12}(?: if (?:you|we) (?:keep|dont|do not|continue|use|used|relapse|drink|pick up|go back|shoot up|stay"
    r" on"
    r"|start using|ever use|mess with (?:that|this|drugs|dope|fent\w*))"
    r"| from| of | one day|\bsomeday| eventually| without| alone| in here|right|tired|serious|wrong|on the inside"
    r"| inside| to me| anyway| young| happy| old| in (?:peace|prison|your sleep)| with dignity| broke| sober| free)",
)
WORKED: Final = Guard(
    "anger that was worked through",
    AFTER,
    r"[^.!?;]{0,60}\b(?:but|then|so|and|instead)(?: \w+){0,3} (?:(?:walk|count|pray|talk|chose|choos|remember|breath"
    r"|stopp|"
    r"stay|call|leav|left|went|writ|wrote|let it|let go|bit my|hold|held|refus|not (?:worth|going|gonna)|wont|dont"
    r"|didnt"
    r"|cant|never|wouldnt|know (?:it|i|that|better|its|thats))\w*)",
)


THREAT_GUARDS: Final = (SAID, *QUOTES, DENIED, PLAY, A_THING, HARMLESS)
NOBODY: Final = Guard(
    "nobody",
    BEFORE,
    r"\b(?:no ?one|nobody|no|no \w+|none of|never|dont|not|nothing|things?|it|this|habits?|why should|why would|did"
    r"|does"
    r"|do"
    r"|didnt|doesnt|neither|i|myself|me|if i|isnt|arent)(?: (?:really|just|think|that|those|these|the|of|my|a|any"
    r"|human|other"
    r"|dont think i|believe))* ?",
)
MEANT_WELL: Final = Guard(
    "care, not contempt",
    AFTER,
    r"[^.!?;]{0,30}\b(?:in my life|from my life|who (?:use|uses|drink|drag|bring|pull|keep|dont|hold|want me|enable)"
    r"|in peace"
    r"|with dignity|from the inside|my circle|in my past|on my (?:list|phone)|drama|toxic|laughing|of laughter|of old"
    r" age)\b",
)
NOT_MEANT: Final = Guard(
    "said of a feeling, not of a person",
    AFTER,
    r" (?:tired|serious|wrong|right|broke|asleep|sober|to me|weight|last|lol|haha|jk|just kidding|in my (?:dreams"
    r"|sleep))\b",
)
IF_USING: Final = Guard(
    "a warning to one who uses",
    BEFORE,
    r"\bif (?:you|u|we|i|he|she|they) (?:ever )?(?:keep|dont|do not|go back|go|use|relapse|drink|pick|continue|start"
    r"|stay|take|shoot|od|mix|smoke|leave|miss|eat|skip|quit)\b[^.!?;]{0,50}",
    unless=r"\b(?:talk\w*|tell\w*|snitch\w*|say\w*|open|mouth|fucking with|testing|messing with|look\w*|touch\w*"
    r"|disrespect\w*|pay|shut|play\w*|cops|police|owe|give)\b",
)


def spelled(pattern: str) -> str:
    return spell(pattern, VIOLENCE)
