"""English: how to hurt people, how to arm oneself for it, and how to get away with it, asked of the circle."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

from .violence import FICTION, HARMLESS, IN_A_WORK, PLAY, QUOTES, VIOLENCE

_ASKING: Final = {
    **VIOLENCE,
    "HOW": r"\b(?:how (?:(?:do|can|could|should|would|might|shall|did) (?:i|we|one|you|u|someone|somebody|a person)|to"
    r"|(?:i|we) (?:can|could|should))(?: go about| get to| be able to| manage to)?"
    r"|(?:{BEST} )?(?:ways?|methods?|tricks?|tips?|steps?|ideas?|techniques?|plans?|process|procedure|strateg\w+"
    r"|instructions?|guide|tutorial|recipe|materials|tools?|weapons?|poisons?) (?:is there |are there |should i take "
    r"|do"
    r" i take |can i take |would i take |do i need |i can use |can i use |should i use |i need )?(?:to|for|on how to"
    r"|on)"
    r"|what (?:should|can|could|do|would) (?:i|we|you) (?:need to |have to |need |have |use |do )?to"
    r"|(?:help|teach|show|tell) me(?: how)?(?: to)?|easiest to|where can (?:i|we)|who can)"
    r"(?: (?:best|easily|quickly|secretly|quietly|actually|legally|successfully|safely|really|just|discreetly|silently"
    r"|anonymously|physically|properly|slowly|painfully|finally|efficiently|plan to|plan and|go and|plan|try to|help"
    r"|possibly|effectively)){0,2}",
    "WAYS": r"\b(?:(?:what|whats|which|any|some|{BEST}|give me|list|good|more|of|for|effective)(?: \w+){0,5}? (?:ways?"
    r"|methods?|process|procedure|steps?|strateg\w+|techniques?|means|tips|advice|instructions?|ideas|guide)"
    r" (?:of|for|on|to)|help (?:me )?with|advice on|get away with|tips on)(?: (?:best|easily|quickly|secretly|quietly"
    r"|physicall?y|successfully|actually|slowly))?",
    "BEST": r"best|easiest|quickest|fastest|safest|perfect|most \w+|good|quietest|cheapest|worst|cleanest|ideal|quick"
    r"|fast"
    r"|easy",
    "TO_KILL": r"{SURE_KILL}|poison|drown|bomb|terminate|eliminate|electrocute|smother|drug|ambush|take out"
    r"|off|mutilate|dismember|dissolve|bury|burn alive|bludgeon|knock off|whack|snipe|maim|waterboard|garrote|roofie"
    r"|traffic|enslave|blackmail|human traffick",
    "TO_HARM": r"hurt|injure|harm|attack|assault|beat up|beat|jump|choke|choke out|knock out|stalk|cripple|blind|burn"
    r"|mug"
    r"|break into|rob|terrori[sz]e|intimidate|threaten|smash|punch|cut|slice|stomp|disfigure|scar|paraly[sz]e|hunt"
    r"|hunt down|track down and kill|tackle|blow up|run over|hit|extort|damage|get revenge on|take revenge on"
    r"|get back at",
    "HUMAN": r"(?:someone|somebody|anyone|anybody|people|persons|humans?|a (?:\w+ )?(?:person|human|man|woman|child|kid"
    r"|guard|cop|co|officer|judge|guy|girl|snitch|witness|baby|inmate|prisoner|teacher|student|president|nurse|doctor"
    r"|politician|neighbou?r|crowd|police\w*|informant|lot of people|family|stranger|victim|human being)|as many people"
    r"|(?:all|lots of|many|large|the most|more|multiple|several|hundreds of|thousands of) (?:\w+ )?(?:people|men|women"
    r"|kids"
    r"|children|cops|guards)|(?:my|his|her|their|your|the|this|that|those|these|all|all the|all these|an?)(?: \w+){0,2}"
    r" (?:{PERSON}|{GROUP}|husbands|parents?|family|girlfriends|friends?|best friend|grand\w+|baby|manager|classmates?"
    r"|step\w+|in ?laws?|aunt|wifes|husbands|colleague|supervisor|foster \w+)|(?:{KIND} )?(?:{GROUP}|women|men|cops"
    r"|guards))",
}


def _asked(pattern: str) -> str:
    return spell(pattern, _ASKING)


_STOP: Final = Guard(
    "so that it does not happen",
    BEFORE,
    r"\b(?:stop|avoid|prevent|without|instead of|keep from|rather than|not|never|dont|didnt|quit|protect\w*|signs of"
    r"|other"
    r"|urge|urges|better|healthy|healthier)(?: \w+){0,3} ?",
    unless=r"\b(?:dont|didnt|not) (?:know|care|sure|understand)\b|\bwithout (?:getting|being|anyone|leaving)",
)
_INSTEAD: Final = Guard(
    "so that it does not happen, inside",
    INSIDE,
    r"\b(?:stop|avoid|prevent|without hurting|instead of|keep from|not|better|cope|forgive|apologi[sz]e|make amends"
    r"|help|"
    r"support|recover|heal|deal) (?:\w+ )?(?:hurt\w*|harm\w*|kill\w*|attack\w*|people|someone)",
)
_FEELING: Final = Guard(
    "a feeling or a deed of the past",
    AFTER,
    r"(?:[^.!?;]{0,30}(?:\b(?:feelings?|s feelings|pride|with (?:my|his|her|the) words|that i love|i love|like that|and"
    r" (?:live|regret|not|then)|for dinner|for lunch|to dinner|to eat|to lunch|on a date|to a movie|emotionally|at work"
    r"|years ago|back then|in court|legally|by mistake|by accident|accidentally|on the wrist)\b)"
    r"| (?:less|up with|any ?more|again and|so (?:much|bad|badly)|when they dont|problems?|addiction|habits?|jobs?"
    r"|costs?"
    r"|skills?|issues?|questions?|stress|anxiety|pain)\b)",
)
_REPROACH: Final = Guard(
    "a reproach, not a question",
    INSIDE,
    r"\bhow (?:could|can|did|do|would|should) (?:i|you|someone|somebody|a person|u|one) (?:\w+ )?(?:hurt|harm|hit|beat|"
    r"attack|kill|murder|rape|cut|abuse) (?:someone|somebody|people|a person|him|her|them|you|me|a (?:child|kid|baby)"
    r"|my (?:\w+))? ?(?:like|who|that|they|and|when|if|so|for|i|over|in the first)\b",
)
_BATH: Final = Guard(
    "a harmless thing of that name",
    INSIDE,
    r"\b(?:bath|photo|glue|nail|nerf|water|squirt|heat|toy|paint|cherry|seed|smoke detector|price|caulk\w*|staple"
    r"|butter"
    r"|spray|tattoo|massage|pocket|seed|fat|f|calorie|time|lego|cosplay|paper|radar|bread|steak|bubble|cardboard)"
    r" (?:bombs?|guns?|kni(?:fe|ves)|shots?|weapons?|grenades?)|\bbomb (?:shelter|squad|diggity|ass|threat policy)"
    r"|\bgun (?:safe\w*|rack|permit|violence|charge|rights|control)|\bknife (?:skills|block|sharpener|rack)",
)
_RIGHTLY: Final = Guard(
    "law, safety, or where such things are taught",
    AFTER,
    r"[^.!?;]{0,40}\b(?:legal\w*|licen[cs]e|permit|for hunting|to hunt|deer|for (?:my|a|the) (?:class|essay|paper"
    r"|costume"
    r"|play|test)|charges?|sentence|for self defen[cs]e|prevention|policy|law|victims?|survivors?|amends)\b",
)
_GUARDS: Final = (_STOP, _INSTEAD, *QUOTES, FICTION, IN_A_WORK, PLAY, HARMLESS)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.threat.ask_kill",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks how to kill or gravely hurt a person.",
        pattern=_asked(
            r"{HOW} (?:{TO_KILL}) (?:{HUMAN}|him|her|them|everyone|everybody)\b"
            r"|{HOW} (?:{TO_HARM}) {HUMAN}\b"
            r"|{HOW} (?:\w+ )?(?:{BREAK}|smash|hammer|bash|crush|chop off|stomp|tear off|hit|twist|damage) {LIMB}\b"
            r"|{WAYS} (?:{KILLING}|{HARMING}|butchering|electrocuting|murder of|disposing of|dismembering|silencing)"
            r" (?:{HUMAN}|him|her|them)\b"
            r"|{HOW} (?:end|take|ruin|destroy) (?:\w+ ){0,3}?(?:\w+s|his|her|their|another) li(?:fe|ves)\b"
            r"|{HOW} (?:end|take) (?:someones|somebodys|his|her|a persons|another persons|(?:my|the|that) \w+s"
            r"|my ex \w+s) life\b"
            r"|\bshould i (?:just )?(?:kill|murder|stab|shoot|strangle|poison|shank|take out|jump|beat up) (?:him|her"
            r"|them"
            r"|{HUMAN})\b"
            r"|\bwhere can (?:i|we) find (?:{HUMAN}|kids|victims|targets|a \w+) to (?:kill|shoot|stab|rape|murder|rob"
            r"|hurt"
            r"|beat|attack|kidnap)\b"
            r"|\b(?:weapons?|bombs?|guns?|poisons?|gas|knife|explosives?|drug|tools?|chemicals?)\b[^.!?;]{0,40} (?:can"
            r" i|should"
            r" i|could i|do i need to|i can|would i|to)(?: use to)? (?:kill|murder|poison|hurt|harm) (?:the most"
            r" )?(?:{HUMAN}|him"
            r"|her|them|with)\b"
            r"|\b(?:hire|find|pay|need|looking for|know)(?: \w+){0,3} (?:hit ?man|hit ?men|assassin|contract killer"
            r"|somebody to (?:kill|hurt|hit|stab|beat)|someone to (?:kill|hurt|hit|stab|beat))\b"
            r"|\bwhat (?:poison|drug|dose|pills?|chemicals?)[^.!?;]{0,30} (?:kills?|would kill|will kill|to kill) (?:a"
            r" person"
            r"|someone|somebody|an? adult|a human|people|him|her)\b"
        ),
        words=words(
            "how |way|method|trick|tip|step|idea|technique|plan|process|procedure|strateg|instruction|guide"
            "|tutorial|recipe|material|tool|weapon|poison|what |help|teach|tell me|easiest|where can|who can"
            "|advice|should i|bomb|gun|gas|knife|explosive|drug|chemical|hire|find|pay|need|looking for|know"
            "|means"
        ),
        guards=(*_GUARDS, _FEELING, _REPROACH, _RIGHTLY),
        must_match=(
            "How do I kill my cellmate?",
            "what is the best way to poison my neighbor",
            "Tell me how to strangle somebody",
            "How can I break someone's jaw with one punch?",
            "quickest way of stabbing a guard without being seen",
            "Any good ways of hurting people?",
            "How do I end my husband's life?",
            "Should I stab him?",
            "where do I find someone to kill my ex",
            "How can I beat up my stepdad?",
        ),
        must_not_match=(
            "How do I stop hurting people?",
            "How do I kill somebody in the new zombie game?",
            "How could I hurt my mother like that?",
            "How do I beat my brother at chess?",
            "What is the best way to kill the roaches in my cell?",
            "how do I hit people up on this thing",
            "Where should I take out my wife for dinner?",
            "how do I attack this problem",
            "I want to learn how to not hurt people",
            "How can I help someone who was beaten?",
            "She asked how to help people who hurt",
        ),
    ),
    Rule(
        code="en.threat.ask_weapon",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks how to make, get or hide a weapon, a bomb or a poison.",
        pattern=spell(
            r"\b(?:recipe|instructions|directions|blueprints?|steps|formula|tutorial|ingredients|guide|plans) (?:for"
            r"|of|on)(?: (?:an?|making|building|home ?made|my|the)){0,3} (?:{WEAPON})\b|"
            r"{HOW} (?:make|build|create|construct|assemble|get|buy|obtain|craft|cook|find|smuggle|hide|3d print|print"
            r"|sharpen|bring|sneak|carry|mix|set off|detonate|plant|conceal|steal|acquire|design|modify)"
            r"(?: (?:an?|some|my|the|any|your|own|home ?made|illegal|\w+)){0,2}? (?:{WEAPON})\b"
            r"|{WAYS} (?:making|building|hiding|getting|creating|smuggling|buying|concealing|sharpening|cooking"
            r"|detonating|constructing|stealing|carrying)(?: (?:an?|my|the|your|some|home ?made|\w+)){0,2}?"
            r" (?:{WEAPON})\b",
            {
                **_ASKING,
                "WEAPON": r"(?:pipe |car |dirty |nail |fertili[sz]er |nuclear |petrol |fire)?bombs?|explosives?"
                r"|molotov\w*"
                r"|grenades?|napalm|ieds?|guns?|pistols?|rifles?|firearms?|zip ?guns?|ghost guns?|silencers?"
                r"|suppressors?"
                r"|shanks?|shivs?|weapons?|machetes?|knife|knives|poisons?|ricin|anthrax|sarin|nerve gas|mustard gas"
                r"|chlorine gas|cyanide|nerve agent|thermite|landmines?|ammunition|ammo|tasers?|nitroglycerin|c4|tnt"
                r"|poison gas|toxic gas|bioweapons?|detonators?|black ?powder|gunpowder",
            },
        ),
        words=words(
            "bomb|explosive|molotov|grenade|napalm|ied|gun|pistol|rifle|firearm|silencer|suppressor|shank"
            "|shiv|weapon|machete|knife|knives|poison|ricin|anthrax|sarin|nerve|gas|cyanide|thermite|landmine"
            "|ammun|ammo|taser|nitrogl|c4|tnt|detonator|powder"
        ),
        guards=(
            *_GUARDS,
            _BATH,
            _RIGHTLY,
            Guard(
                "got rid of, or spoken of",
                INSIDE,
                r"\b(?:off the street|away|rid of|help|gas (?:money|station|card"
                r"|bill|mask|tank)|the gas|some gas|my gas|natural gas|tear gas)\b",
            ),
        ),
        must_match=(
            "How do I make a pipe bomb?",
            "best way to make a shank out of a toothbrush",
            "tell me how to build a silencer",
            "What's the best way of hiding a knife from the guards?",
            "where can i buy an illegal gun",
            "step by step instructions to make napalm",
        ),
        must_not_match=(
            "How do I make bath bombs for my daughter?",
            "How can I build a bomb in Minecraft?",
            "How do I get a gun charge expunged?",
            "How do I get gas money for the trip?",
            "how to get guns off the street",
            "What is the best way to stop gun violence?",
        ),
    ),
    Rule(
        code="en.threat.ask_attack",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks how to plan an attack, a robbery or a fire, or how to hide a body.",
        pattern=_asked(
            r"{HOW} (?:plan|execute|carry out|commit|organi[sz]e|stage|start|pull off|set up|run|orchestrate|conduct|do"
            r"|perpetrate|plan and execute|get away with|launch|prepare|repeat|replicate|copy)"
            r"(?: (?:a|an|the|another|my|own|successful|mass|perfect|armed|school|contract|\w+)){0,4}? (?:shootings?"
            r"|explosions?|bombings?|terror\w* attacks?|terrorism|massacres?|murders?|arson|robbery|robberies|burglary"
            r"|kidnapp?ing"
            r"|genocide|assassinations?|carjacking|mugging|home invasion|assault|rape|homicide|manslaughter|human"
            r" trafficking"
            r"(?: \w+)?|trafficking operation|drive ?by|ethnic cleansing|hostage \w+|lynching|prison riot|riot|deaths?"
            r"|attacks?"
            r"|human sacrifice|torture chamber|hate crime|stabbing|poisoning|violent crime|heist)\b"
            r"|{HOW} (?:shoot up|blow up|bomb|burn down|set fire to|demolish|torch|destroy|set|vandali[sz]e|firebomb"
            r"|break into"
            r"|rob|hold up|burgle|burglari[sz]e|attack|trash|wreck) (?:(?:a|an|my|the|this|that|your|his|her|someones"
            r"|somebodys"
            r"|peoples|their|some|another)) (?:\w+ ){0,3}?(?:{PLACE}|vault|safe|people|mosques?|building)(?: on fire|"
            r" vault)?\b"
            r"|{WAYS} (?:burning down|blowing up|bombing|setting fire to|shooting up|torching|robbing|breaking into"
            r"|attacking)"
            r" (?:(?:a|an|my|the|this|that|your|his|her|someones|somebodys|their)) (?:\w+ ){0,3}?(?:{PLACE}|vault)\b"
            r"|(?:{HOW} (?:steal|hot ?wire|car ?jack|rob)|{WAYS} (?:stealing|robbing|carjacking|hotwiring)) (?:a|an"
            r"|the|some|my"
            r"|someones|from a)(?: \w+){0,2}? (?:car|cars|truck|vehicle|motorcycle|bike|purse|wallet|phone|store|bank"
            r"|house"
            r"|playstation|tv|jewelry|package|credit card|identity|catalytic converter)\b"
            r"|{HOW} (?:\w+ )?(?:hide|dispose of|get rid of|chop up|dissolve|bury|burn|cut up|move|dismember|destroy"
            r")(?: (?:a|the|his|her|my|dead|human|\w+)){0,2}? (?:body|bodies|corpse|murder weapon|remains|bloody"
            r" clothes|fingerprints)\b"
            r"|{WAYS} (?:hiding|disposing of|getting rid of|chopping up|dissolving|burying|destroying|burning)(?:"
            r" \w+){0,3}?"
            r" (?:body|corpse|murder weapon|remains|fingerprints)\b"
            r"|{HOW} (?:cover (?:up )?my tracks|get away with|avoid (?:getting caught|jail)|not get caught|leave no"
            r" (?:evidence"
            r"|trace|fingerprints))\b[^.!?;]{0,30}\b(?:{SURE_KILL}|{KILLING}|{HARMING}|assault|attack|hurt|beat|rob"
            r"|hit|murder|stab\w*)\b"
        ),
        words=words(
            "hotwir|shooting|explosion|terror|massacre|murder|arson|kidnap|genocide|assassination|mugging"
            "|invasion|assault|rape|homicide|manslaughter|trafficking|drive by|driveby|cleansing|hostage"
            "|lynching|riot|death|attack|sacrifice|torture|crime|stabbing|poisoning|heist|shoot up|blow|bomb"
            "|burn|fire|demolish|torch|destroy|set |vandal|break|rob|hold up|burgl|trash|wreck|steal|wire"
            "|jack|hide|hiding|dispos|rid of|chop|dissol|bury|cut up|move|dismember|tracks|get away|caught"
            "|jail|leave no"
        ),
        guards=(
            *_GUARDS,
            _RIGHTLY,
            Guard("against oneself", INSIDE, r"\b(?:myself|my own (?:life|death))\b"),
            Guard(
                "a harmless meaning",
                INSIDE,
                r"\b(?:shooting (?:hoops|stars?|a (?:video|film))|steal(?:ing)? (?:a|the) (?:base"
                r"|show|scene|kiss)|heart attacks?|panic attacks?|anxiety attacks?|asthma attacks?|break into (?:the"
                r"|a) (?:\w+ )?(?:business|industry|field|market|song)|move (?:the|my|her|his) body|set up (?:a|an|the"
                r"|my)"
                r" (?:house|home|store|shop|bank|cell))\b",
            ),
        ),
        must_match=(
            "How do I plan a school shooting?",
            "How can I burn down my ex wife's house?",
            "how do I get rid of a dead body",
            "Best way to rob a bank?",
            "How do I get away with murder?",
            "what tools do I need to break into a house",
            "how can I cover my tracks when I stab him",
            "how do I carry out an attack on a mosque",
        ),
        must_not_match=(
            "How do I deal with panic attacks?",
            "How do I get over the murder of my son?",
            "How to burn fat fast",
            "How can I break into the construction business?",
            "How do I steal a car in GTA 5?",
            "What is armed robbery?",
            "how do I get my robbery charge reduced",
            "How do I clean up my house after a fire",
        ),
    ),
    Rule(
        code="en.threat.ask_means",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks which means, dose, place or helper would hurt a person.",
        pattern=_asked(
            r"\bhow (?:many|much|long|deep|hard|far)(?: \w+){0,4}? (?:would it take to|does it take to|do i need to"
            r"|would|will|to)(?: it take to)? (?:kill|murder|strangle|poison|suffocate|drown|knock out"
            r"|overdose|bleed out|hurt)"
            r" (?:a (?:grown |full grown |adult |\d+ \w+ )?(?:man|woman|person|adult|human|child|kid|guard)|{HUMAN}"
            r"|him|her|them)\b"
            r"|\b(?:what|which)(?: \w+){0,3}? (?:make|makes|create|creates|produce|can make|can i mix|do i mix|do i"
            r" need|should i mix|can be used|do you need|can i use|would make)(?: (?:to|for))?(?: (?:make|making"
            r"|create|a|an|some|the))* ?(?:poison gas|toxic gas|chlorine gas|a bomb|bomb|bombs|explosives?"
            r"|napalm|poison|nerve gas|deadly gas|mustard gas|an explosion|a weapon)\b"
            r"|\b(?:place|spot|part|area|point|angle|weapon|tool)s?(?: (?:on|of|in) (?:the|a"
            r"|someones|his|her) \w+)? to (?:{SURE_KILL}|hit|punch|cut|poke|stick|kick|ambush|attack|jump) (?:{HUMAN}"
            r"|him|her|them|without)\b"
            r"|\b(?:place|spot|part|area|point)s? (?:on|of|in) (?:the|a|someones|his|her) (?:human )?(?:body|neck|head"
            r"|back|chest|throat|face|skull) to (?:stab|shoot|hit|punch|cut|poke|stick|kick|strike)\b"
            r"|{HOW} (?:get|have) (?:{HUMAN}|him|her|them) (?:killed|hurt|beat(?:en)?(?: up)?|jumped|stabbed|whacked"
            r"|shot|murdered|taken out|shanked|raped|attacked|smashed|hit|touched)\b"
            r"|{HOW} (?:poison|contaminate|spike|lace|drug) (?:the|his|her|their|someones|somebodys|a|my \w+s|your"
            r"|our) (?:\w+ )?(?:food|water|drink|drinks|coffee|supply|tray|trays|reservoir|meal|kool ?aid|well|soup)\b"
            r"|{HOW} (?:(?:get|take|plan|exact)(?: my| a| the)? revenge|get even violently|retaliate)(?: (?:on"
            r"|against))? (?:{HUMAN}|him|her|them)\b"
            r"|\b(?:can|could|will|would) (?:you|anyone|anybody|someone|somebody) (?:please )?(?:help me |show me how"
            r" to |teach me to |tell me how to |explain how to )(?:best )?(?:{TO_KILL}|hurt|attack|beat up|jump|stab"
            r"|assault|ambush) (?:{HUMAN}|him|her|them)\b"
            r"|\b(?:write|give|make|create|draw up|come up with|need|want|outline|describe|list|provide|draft)(?:"
            r" me)?(?: (?:a|an|the|some|detailed|step by step|good|\w+)){0,3} (?:plans?|guide|instructions?|steps"
            r"|ways?|manual|tutorial|recipe|tips|list|script|scheme)(?: of ways)? (?:to|for|on|of)(?: how to)?"
            r" (?:{TO_KILL}|{KILLING}|{HARMING}|hurt|harm|attack|make a bomb|making a bomb|build a bomb|making"
            r" explosives|stab|beat up|blow up|shoot up|burn down) ?(?:{HUMAN}|him|her|them|a (?:school|church|mosque"
            r"|house|building|crowd)|my \w+s \w+)?\b"
            r"|\bis it (?:ok|okay|fine|right|justified|acceptable|legal|possible|easy) to (?:kill|murder|rape|poison"
            r"|stab|shoot|strangle|lynch|torture|beat up|execute) (?:{HUMAN}|him|her|them)\b"
        ),
        words=words(
            "how |what |which |place|spot|part|area|point|angle|weapon|tool|help|teach|tell me|plan|guide"
            "|instruction|step|way|manual|tutorial|recipe|tip|list|script|scheme|is it |method|trick|idea"
            "|techni|strateg|proce|easiest|who can|where can|material|poison"
        ),
        guards=(*_GUARDS, _FEELING, _REPROACH, _RIGHTLY),
        must_match=(
            "how many of these pills would kill a grown man",
            "what household chemicals make poison gas",
            "Best spot on the body to stab?",
            "how do I get someone killed on the outside",
            "how can I poison the water of the whole unit",
            "give me a step by step plan to attack a guard",
            "Is it okay to kill people who snitch?",
        ),
        must_not_match=(
            "how many meetings would it take to get better",
            "what makes people poison themselves with hate",
            "the best time to hit the gym",
            "how much pain can hurt people cause",
            "give me a plan to stay clean",
            "what is a good place to cut my hair",
        ),
    ),
    Rule(
        code="en.threat.atrocity",
        category="threats_violence",
        tier="incitement",
        purpose="The writer praises or denies a mass killing, or wants it done again.",
        pattern=spell(
            r"\b(?:how|what|where|when|who)\b[^.!?;]{0,20}\b(?:can|do|could|should|must|would|will) (?:i|we|you|one)\b"
            r"(?: \w+){0,3}? (?:repeat|replicate|recreate|re-create|copy|reproduce|emulate|restore|bring back"
            r"|reinstate|revive"
            r"|imitate|relive|reenact|continue|use|restart|redo|plan another|match)\b[^.!?;]{0,60}\b(?:{ATROCITY})"
            r"|\bwhy (?:was|were|is|are) [^.!?;]{1,60}? (?:right|justified|correct|smart|a hero|heroes|entitled) (?:to"
            r"|for|in|when)"
            r" (?:kill|attack|invade|bomb|murder|shoot|gas|massacre|slaughter|exterminate|execute|rape|enslave|nuke"
            r"|lynch|torture"
            r"|burn|killing|attacking|bombing|shooting|murdering|invading)\w*\b"
            r"|\b(?:was|were|is|are)(?: the)?[^.!?;]{0,40}\b(?:{ATROCITY})[^.!?;]{0,30}? (?:justified|a good thing|good"
            r" for|necessary|deserved|a great (?:thing|idea)|the right thing|heroic|righteous|morally right)\b"
            r"|\b(?:benefits|upsides|positives|advantages|good sides?|merits) (?:of|from"
            r"|to)[^.!?;]{0,30}\b(?:{ATROCITY})"
            r"|\b(?:{ATROCITY})[^.!?;]{0,40}? (?:never (?:happened|took place|occurred|existed)|didnt (?:happen|really"
            r" happen)"
            r"|did not happen|(?:is|was|were) (?:a |an )?(?:\w+ )?(?:hoax|fabrication|lie|myth|fake|made up|faked"
            r"|fabricated|invented"
            r"|good thing|great idea|justified|deserved))\b"
            r"|\b(?:hitler|the nazis|isis|the shooter|the klan|the kkk|bin laden|mcveigh|stalin|pol pot|the taliban)"
            r" (?:was right|were"
            r" right|had the right idea|did nothing wrong|should have finished|shouldve finished|had a point|is my"
            r" hero)\b",
            {
                "ATROCITY": r"massacres?|genocides?|holocaust|shooting|bombing|assassination|atomic bombs?|ethnic"
                r" cleansing"
                r"|slave trade|slavery|slave owners|concentration camps?|gas chambers?|death camps?|lynchings?"
                r"|apartheid"
                r"|jim crow|khmer rouge|nazis?|hitler\w*|pinochet\w*|stalin\w*|columbine|9/11|auschwitz|gulags?"
                r"|pogroms?|kkk|klan"
                r"|terror\w* attacks?|mass murders?|mass killings?|final solution|crusades|inquisition|isis|al qaeda"
                r"|taliban|lynch"
                r" mobs?|segregation|manson|unabomber|ted bundy|death squads?|school shootings?|purges?|killing fields"
                r"|witch hunts?"
                r"|trail of tears|internment camps?|nuking|hiroshima"
            },
        ),
        words=words(
            "massacre|genocide|holocaust|shooting|bombing|assassination|atomic|cleansing|slave"
            "|concentration camp|gas chamber|death camp|lynch|apartheid|jim crow|khmer|nazi|hitler|pinochet"
            "|stalin|columbine|9/11|auschwitz|gulag|pogrom|kkk|klan|terror|mass murder|mass killing"
            "|final solution|crusade|inquisition|isis|qaeda|taliban|segregation|manson|unabomber|bundy"
            "|death squad|purge|killing field|witch hunt|trail of tears|internment|nuk|hiroshima|the shooter"
            "|bin laden|mcveigh|pol pot|why w|why i|why a"
        ),
        guards=(
            *QUOTES,
            FICTION,
            Guard(
                "said against it",
                BEFORE,
                r"(?:\b(?:dont|do not|not|never|cant|nobody|no one|stop|anyone who|people who|those who|wrong|sick"
                r"|disgusting"
                r"|deny|denies|denying|claim\w*|says?|said|awful|prevent|horrible)\b[^.!?;]{0,40})",
            ),
            Guard(
                "kept from happening again, or got over",
                INSIDE,
                r"\b(?:(?:never|not)(?: \w+)?|prevent|stop|avoid|break the cycle|justified anger|isis (?:the|is)|was"
                r" the \w+"
                r" (?:charge|case)"
                r"|recover|sobriety|trust|my (?:life|family|use)|benefits of the doubt)\b",
                unless=r"\bnever (?:happened|took|occurred|existed)|not happen",
            ),
        ),
        must_match=(
            "How can we repeat the success of that massacre?",
            "Hitler did nothing wrong",
            "The Holocaust never happened",
            "Why was he right to bomb those people?",
            "was the genocide justified",
            "what are the benefits of ethnic cleansing",
        ),
        must_not_match=(
            "What happened in the genocide?",
            "How can we prevent a school shooting?",
            "My uncle denies it, he says the Holocaust never happened",
            "How many people died in the massacre?",
            "People who say the Holocaust never happened make me sick",
            "How do I restore my family after the shooting?",
        ),
    ),
)
