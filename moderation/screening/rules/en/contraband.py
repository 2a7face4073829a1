"""English: goods that may not be inside, and how they come in.

A word for a drug alone says nothing here: rooms for recovery are full of them. What is looked for is the deal: who
asks whom for what, at what price, by which way. Cravings, pasts, programmes and prescriptions pass.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

from .common import PAST

_PIECES: Final = {
    # Words that mean nothing else in a deal
    "DRUG": r"(?:weed|marijuana|mary jane|heroin|cocaine|(?:crystal )?meth|methamphetamines?|fentanyl|fent|fetty"
    r"|suboxones?|suboxon|suboxin|subutex|subox|xanax|xannies|xans|percs?|percocets?|oxys?|oxycodone|oxycontin"
    r"|roxies|vicodins?|norcos?|hydros|tramadol|lsd|mdma|ecstasy|ganja|hash|hashish|charas|kush|k-?2|katie|spice"
    r"|dope|gabapentin|gabbies|neurontin|wellbutrin|seroquel|trazodone|remeron|flexeril|seroquel|trazodone|remeron"
    r"|flexeril|adderall|addies|ritalin|klonopins?|k-?pins|valiums?|benzos?|opioids?|opiates?|opium|narcotics"
    r"|(?:illegal |street |hard )?drugs?|ketamine|pcp|shrooms|magic mushrooms|black tar|crank|crack|smack|edibles"
    r"|dabs|thc|codeine|amphetamines?|speed|steroids|(?:pain ?|sleeping )?pills?|smokables?|chronic|reefer|bud|molly"
    r"|xtc|angel dust|special k)",
    # Words that mean something else too; they need a deal on both sides
    "SLANG": r"(?:subs?|strips?|loud|gas|za|ice|snow|brown sugar|coke|acid|bars|deuce|tune|toochie|chiva|tar|fire"
    r"|sticks?|sheets? of paper|carts?|zips?|8-?balls?|powder|buds)",
    "ALIAS": r"(?:pot|blow|coke|snow|brown sugar|acid|crystal|mushrooms|chiva|loud|subs|strips)",
    "GOODS": r"(?:tobacco|cigarettes?|cigs?|smokes|rollies|newports?|bugler|snuff|chewing tobacco|vapes?|vape pens?"
    r"|c-?phones?|burners?|burner phones?|sim ?cards?|hooch|pruno|moonshine|liquor|vodka|whiske?y|shanks?|shivs?"
    r"|guns?|firearms?|pistols?|weapons?|ammo|contraband|illegal (?:goods|products|weapons|items))",
    "ITEM": r"(?:{DRUG}|{GOODS})",
    "ANY": r"(?: (?:any|some|the|that|them|them things|a|an|more|good|fire|cheap|real|fresh|your|ur|my|of|couple"
    r"|little|bit|few|bag|bags|gram|grams|ounce|pack|packs|stick|sticks|strip|strips|these|this|those|sum|half|one"
    r"|two|pure|illegal|legit))*",
    "PRICE": r"(?:[$£€] ?\d+|\d+ ?[$£€]|(?:\d+|a|one|two|three|four|five|six|ten|fifteen|twenty|forty"
    r"|fifty) (?:dollars?|bucks?|soups?|ramens?|stamps?|books?(?: of stamps)?|honey ?buns?|flats?|bags? of coffee"
    r"|shots? of coffee|packs?|pouches|a pop|macks?|mackerels?|cans?|dubs?))",
    "REPLY": r"(?:hit me(?: up)?|hmu|hit my|dm|inbox|holla|who (?:wants?|needs?)|come see me|see me|kite me|text me"
    r"|for sale|4 sale|for trade|prices?|let me know|lmk|on deck|in stock|pull up|deliver\w*|get at me|tap in"
    r"|come get|come through|menu)",
    "END": r"(?: ?$| ?[.!?,;:]| (?:for (?:me|sale|trade|a friend)|4 sale|to (?:sell|spare|trade)|left|on (?:you|u"
    r"|deck)|in here|here|tonight|today|rn|right now|now|please|pls|plz|bro|bruh|man|homie|fam|yall|brother"
    r"|i can (?:get|buy|cop)|for (?:{PRICE}))\b)",
}
_TREATMENT: Final = Guard(
    "treatment, or a thing named after it",
    AFTER,
    r"[ -]?(?:(?:and|or|&) alcohol |abuse )?(?:treatment|counsel\w*|rehab\w*|programs?|programmes?|help|education"
    r"|class\w*|tests?|testing|court|problems?|habits?|issues?|addict\w*|abuse|use\b|user|using|usage|screen\w*"
    r"|history|charges?|case|cases|offen[cs]e\w*|withdrawal\w*|crav\w*|dependen\w*|overdose|meetings?|group"
    r"|prescri\w*|allerg\w*|interaction\w*|detox|clinic|awareness|free\b|store|dogs?|laws?|policy|shelter|salute"
    r"|violence|control|safety|rights|lock\w*|killer|browns?| out of (?:my|your|our|his|her|their|the|here)"
    r"| from (?:my|your|our|his|her|their|the|here)\b"
    r"|money|in (?:your|my|his|her|their|our|the) (?:system|past|life|lives|body|blood|family|house|home|urine)"
    r"|prescribed|wall|party)",
)
_RESISTED: Final = Guard(
    "a craving, or a refusal",
    AFTER,
    r"[^.!?;]{0,40}\b(?:so bad(?:ly)?|crav\w+|urges?|but i (?:wont|didnt|dont|said|am|know|cant|stayed|walked|called"
    r"|called)|clean|sober|day \d+|relaps\w*|sponsor|said no|walked away|recover\w*)\b",
)
_SEARCHERS: Final = Guard(
    "somebody else, or in a story",
    BEFORE,
    r"\b(?:they|he|she|police|cops?|guards?|cos|officers?|the co|staff|dogs?|parents?|people|person|anyone who"
    r"|anybody who|someone who|men|man|women|those|guys?|dudes?|kids?|friends?|inmates?|brother|cousin|mom|dad|son"
    r"|daughter|husband|wife|boyfriend|girlfriend|ones?|was|were|been|stop\w*|quit|caught|charged with|arrested for"
    r"|convicted of|for|from|without|instead of|about|by|of|started|began|tired of|done|life|after|before|when i"
    r"|if i|money|years|got into|used to|urge to|tempted to|craving to|wanting to|wanted to|tried to|had to|me to"
    r"|offered)(?: (?:who|that|is|are|be|been|was|were|always|just|still|even|out|there|there and|would|will|kept"
    r"|keep|keeps|in here|the|my))* ?",
)
_CLEAN: Final = Guard(
    "recovery",
    BEFORE,
    r"\b(?:clean|sober|recovery|craving|cravings|urges?|relapse\w*|tempted|addiction|part of me|feel like|triggers?"
    r"|dream\w*|dreamt|temptation|old me|the disease)\b[^.!?;]{0,60}",
)
_NO: Final = Guard(
    "not",
    BEFORE,
    r"\b(?:not|never|dont|didnt|doesnt|wont|wouldnt|isnt|cant|couldnt|no longer|no one|nobody|aint|without"
    r"|refuse\w*)(?: \w+){0,4} ?",
)
_SAID: Final = Guard(
    "what they say of one",
    BEFORE,
    r"\b(?:say|says|said|think|thinks|thought|accus\w*|rumou?rs?|told|like)(?: \w+){0,2} ?",
)
_GAME: Final = Guard(
    "in a game or a story",
    AFTER,
    r"[^.!?;]{0,20}\b(?:in|for|on) (?:minecraft|fortnite|roblox|zelda|skyrim|gta|the game|a game|a movie|a play"
    r"|a story|my book|my novel|a song)",
)
_GUARDS: Final = (_NO, *PAST, _TREATMENT, _SEARCHERS, _CLEAN, _SAID, _GAME)


def _spelled(pattern: str) -> str:
    return spell(pattern, _PIECES)


_ITEM_WORDS: Final = words(
    "weed|xtc|angel dust|special k|seroquel|trazodone|remeron|flexeril|marijuana|mary jane|heroin|cocaine|meth|fent"
    "|fetty|subox|subutex|xan|perc|oxy|roxies|vicodin|norco|hydros"
    "|tramadol|lsd|mdma|ecstasy|ganja|hash|charas|kush|k2|k-2|katie|spice|dope|gabapentin|gabbies|neurontin"
    "|wellbutrin|adderall|addies|ritalin|klonopin|kpins|k-pins|valium|benzo|opioid|opiate|opium|narcotic|drug"
    "|ketamine|pcp|mushrooms|shrooms|black tar|crank|crack|smack|edibles|dabs|thc|codeine|amphetamine|speed|steroids"
    "|pill|smokable|chronic|reefer|bud|molly|tobacco|cigarette|cig|smokes|rollies|newport|bugler|snuff|vape|cphone"
    "|c-phone|burner|simcard|sim card|hooch|pruno|moonshine|liquor|vodka|whisky|whiskey|shank|shiv|gun|firearm"
    "|pistol|weapon|ammo|contraband|illegal"
)
_SLANG_WORDS: Final = words(
    "sub|strip|loud| gas| za| ice| snow|brown sugar|coke|acid| bars|deuce| tune|toochie|chiva| tar| fire|stick|sheet"
    "| cart| zip| 8ball| 8-ball| 8 ball|powder| buds"
)

_DEALS: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.contraband.do_you_have",
        category="contraband",
        tier="seeking",
        purpose="Asks the circle, or one person, whether they have drugs or other forbidden goods.",
        pattern=_spelled(
            r"\b(?:do|does|did|would) (?:you|u|ya|yall|any1|anyone|anybody|someone|somebody|any of (?:you|yall)"
            r"|one of (?:you|yall))(?: (?:guys|all|still|even|happen to|by any chance))? (?:have|got|sell|carry"
            r"|know who (?:has|got|sells)|know where (?:to|i can) (?:get|find|buy)){ANY} {ITEM}{END}"
            r"|\b(?:you|u|yall|any1|anyone|anybody|somebody|any of (?:you|yall)|ya) (?:got|gots|gotta|have|holding"
            r"|selling|sell|sells|with|has){ANY} (?:{ITEM}|subs|strips){END}"
            r"|(?:^|[.!?,] ?)(?:got|have) (?:any|some)(?: more| good)? (?:{ITEM}|subs|strips|loud|ice|coke|acid"
            r"|chiva){END}"
            r"|\b(?:who|whos|who all|who still|who else)(?: (?:got|gots|has|have|holding|selling|moving|pushing"
            r"|serving|slinging|sells|with|cooking)){ANY} (?:{ITEM}|subs|strips|the jack|loud|the fire|dat loud|coke"
            r"|acid|chiva|deuce|toochie|cell ?phones?){END}"
            r"|\b(?:do|does) (?:you|u|ya|yall|anyone|anybody)(?: guys| all)? (?:have|got|sell|have any|have some"
            r"|got any|sell any) {ALIAS}(?: ?$| ?[.!?])"
            r"|(?:^|[.!?,] ?)(?:buying|need|want|seeking|in need of|who wants){ANY} (?:{DRUG}|subs|strips){END}"
            r"|\bwhoever (?:got|gots|has|have|selling|holding){ANY} (?:{ITEM}|subs|strips)(?:{END}| {REPLY})"
        ),
        words=(
            *_ITEM_WORDS,
            *words(
                "pot|blow|snow|brown sugar|crystal|subs|strips|jack|deuce|toochie|loud|ice|coke|acid|chiva|fire"
                "|cell phone|cellphone"
            ),
        ),
        guards=_GUARDS,
        must_match=(
            "do you have any weed, bro?",
            "who got the strips in here",
            "anybody got some tobacco for two soups",
            "got any subs?",
            "Who's holding dope tonight",
            "yall got any pills to sell",
            "does anyone know where to get hooch?",
        ),
        must_not_match=(
            "Do you have a drug problem?",
            "Do you have any drug allergies?",
            "do you have drugs in your system",
            "Did anyone have cravings for weed this week?",
            "I know people who have drugs in their past",
            "who has drug court on Monday",
            "have you got the pill line at 7",
            "people who got drugs in here ruin it for everybody",
            "Do you have ice for my ankle?",
        ),
    ),
    Rule(
        code="en.contraband.where_to_get",
        category="contraband",
        tier="seeking",
        purpose="Asks where or how to get drugs, weapons or other forbidden goods.",
        pattern=_spelled(
            r"\b(?:where|how|whats the best way|what is the best way|best (?:place|way)"
            r"|easiest way)(?: the \w+)?(?: in \w+)? (?:can|do|could|would|should|to|might|of|you|yall"
            r"|can someone)(?: (?:i|we|you|u|someone|somebody|a person|one|people|anyone))?(?: (?:illegally|secretly"
            r"|still|even|go to|go))? (?:get|getting|buy|buying|find|finding|score|scoring|cop|copping|order"
            r"|ordering|purchase|purchasing|grab|obtain|obtaining|get (?:my hands|ahold|a hold) (?:on|of)|sell"
            r"|selling){ANY} {ITEM}\b"
            r"|\bwhere (?:i|we|you|u|one|someone|to) (?:can |could |might |should )?(?:get|buy|find|score|cop"
            r"|grab){ANY} {ITEM}\b|\bwheres(?: the| that| dat) {DRUG} at\b"
            r"|\b(?:contact with|touch with|need|find me|find|know|knows|anyone got|anybody got|got|looking for"
            r"|hook me up with)(?: (?:a|an|any|some|the|my|me a|a good|your))* (?:drug ?dealer|plug|connect|weed man"
            r"|dope man|dealer(?: to|{END}))"
            r"|\bwhere (?:can|do|could|to|in \w+ can)(?: \w+){0,3} (?:sell|fence)(?: \w+){0,4} (?:stole|stolen"
            r"|smuggled|organs?|illegal\w*|kidneys?)\b"
        ),
        words=(*_ITEM_WORDS, *words("dealer|plug|connect|weed man|dope man|stole|smuggled|organ|kidney")),
        guards=(
            *_GUARDS,
            Guard("where somebody else got it", INSIDE, r"\b(?:you|u|they) get (?:your|their|his|her|the)\b"),
            Guard(
                "a person of one's past, or a thing in the wall",
                AFTER,
                r" (?:with|in the wall|to god|me|people|us|up)\b",
            ),
        ),
        must_match=(
            "where can I get some weed in this unit",
            "How do I get pills in here?",
            "best way to buy tobacco on this tier?",
            "I need a plug",
            "anybody got a plug for me? where do you find dope",
            "Where could someone buy a gun without papers",
        ),
        must_not_match=(
            "Where can I get drug treatment?",
            "how do I get drugs out of my life",
            "I need to plug my tablet in",
            "I need to connect with my kids",
            "I was looking for a dealer every morning back then",
            "you will find drug counseling on the second floor",
            "how can I find help for drug abuse",
        ),
    ),
    Rule(
        code="en.contraband.want_to_buy",
        category="contraband",
        tier="seeking",
        purpose="The writer wants to buy or be brought drugs or other forbidden goods.",
        pattern=_spelled(
            r"\b(?:tryna|trying to|tryin to|want to|wanna|need to|looking to|lookin to|down to|willing to|ready to"
            r"|help me|can (?:i|we|you|u|someone|anyone|anybody|somebody|yall)|could (?:you|u|someone|anyone"
            r"|somebody)|will (?:you|someone|somebody)|someone|somebody|pls|please|who can|ill) (?:please )?(?:cop"
            r"|score|buy|purchase|plug me(?: in)? with|score me|cop me|set me up with|hook me with|re-?up on|pick up"
            r"|trade for|get (?:me|us)|hook me up with|grab me|find me|slide me|spot me|sell me|front me|bring me"
            r"|send me|throw me|get a hold of){ANY} (?:{ITEM}|subs|strips|loud|acid|chiva|cell ?phones?"
            r"|phone chargers?)\b|(?:^"
            r"|[.!?,] ?|\b(?:im|i am|we|were|still|anyone|anybody) )(?:looking|lookin|searching|shopping) (?:for"
            r"|4){ANY} (?:{ITEM}|subs|strips|loud|acid|chiva)\b"
            r"|(?:^|[.!?,] ?)(?:plug me(?: in)? with|hook me up with|score me|cop me){ANY} (?:{ITEM}|subs|strips"
            r"|loud|acid|chiva)\b"
            r"|\b(?:need|want|looking for){ANY} (?:{ITEM}|subs|strips)[^.!?]{0,15}{PRICE}"
            r"|\b(?:ill|i will|i can|will|can) (?:pay|give|trade)(?: you| u)?(?: \w+)? ?{PRICE} for{ANY} (?:{ITEM}"
            r"|subs?|strips?|{SLANG})\b"
            r"|\b(?:persuad|convinc|get|trick|ask)\w* (?:a |the |my )?(?:doctors?|nurses?"
            r"|medical)(?: \w+)? to (?:give|write|prescribe)(?: me| us)?(?: \w+){0,3} (?:for )?{DRUG}\b"
            r"|\b(?:how much|whats the (?:price|ticket|number)|price)(?: (?:for|of|on|is|are|u want|you want"
            r"|yall want|yall charging))+{ANY} (?:{ITEM}|subs?|strips?|sticks?){END}"
            r"|\b(?:ill|i will|i can|will|can|gonna|im) (?:pay|paying|give) (?:top dollar|good money|good|big money"
            r"|big|anything|whatever|extra|double|cash|well) for{ANY} (?:{ITEM}|subs|strips)\b"
            r"|\b(?:sell|trade|sells|trades|front)(?: me| us)? (?:their|your|ur|yo)(?: \w+)? (?:meds|medication"
            r"|pills|strips|subs)\b"
            r"|\b(?:hook it up|hook us up|bless me|look out) with{ANY} (?:{ITEM}|subs|strips|loud)\b"
            r"|\b(?:get|buy|make|forge|write|need|find|use|sell)(?: \w+)? (?:fake|forged|phony"
            r"|made ?up) (?:prescription|script)s?\b"
        ),
        words=(
            *_ITEM_WORDS,
            *_SLANG_WORDS,
            *words("prescription|script|meds|medication|cell phone|cellphone|charger"),
        ),
        guards=(*_GUARDS, _RESISTED),
        must_match=(
            "tryna cop some weed",
            "can someone get me a strip of suboxone",
            "I'm looking for some tobacco, two soups",
            "I'll pay 20 dollars for a strip",
            "Anybody wanna sell me pills",
            "somebody hook me up with dope",
        ),
        must_not_match=(
            "I want to buy drugs so bad, day 3 and my hands shake",
            "I was trying to score dope when my son called",
            "the police are looking for drugs on the unit",
            "I don't want to buy weed anymore",
            "I used to trade for pills",
            "The urge to buy weed is strong",
            "I'm looking for drug counseling",
        ),
    ),
    Rule(
        code="en.contraband.selling",
        category="contraband",
        tier="offer",
        purpose="Offers drugs or other forbidden goods.",
        pattern=_spelled(
            r"\b(?:im|i am|we|were|we are|still|i be|ya boy|i still|anyone|im still)(?: be)? (?:selling|sellin"
            r"|slinging|moving|pushing|serving|trading|dealing|flipping|got for sale)(?: (?:my|that|the|some|good"
            r"|them|a|few|of|these|two|three|\d+|strips?|bags?|fire))* (?:{ITEM}|subs|strips|meds|medication|coke"
            r"|acid|chiva|brown sugar|snow)\b"
            r"|(?:^|[.!?,:;] ?)(?:selling|sellin|slinging|moving|trading|got)(?: (?:my|that|the|some|good|them"
            r"|fire))* (?:{ITEM}|subs|strips|meds|coke|acid|chiva|brown sugar|snow|ice|loud|pot|blow|crystal"
            r"|mushrooms) (?:tonight|today|now|rn"
            r"|cheap|here|all (?:day|night)|this weekend|for (?:{PRICE})|{REPLY}|{PRICE}|in here|\d+s? {REPLY})"
            r"|\b{ITEM} (?:for sale|4 sale|for trade|on deck|in stock|available)\b|\bfor sale[ :]*{ANY} (?:{ITEM}"
            r"|subs|strips)\b"
            r"|\b(?:i|we|ill|well|my (?:boy|guy|man|cousin|people|cellie|homie)) (?:can|could|will|still)? ?(?:get"
            r"|hook|sell|find|supply|score|front) (?:you|u|yall|anybody|anyone"
            r"|everybody)(?: up)?(?: with)?{ANY} (?:{ITEM}|subs|strips|loud|acid|chiva)\b"
            r"|\b(?:who|anyone|anybody|yall|u) (?:else )?(?:needs?|wants?|wanna buy|tryna (?:buy|cop|get)"
            r"|looking for|trying to (?:buy|get)){ANY} (?:{ITEM}|subs|strips|loud|acid|chiva)(?:{END}| {REPLY})"
            r"|\b(?:i|we|my (?:boy|guy|man|cellie|homie)) (?:got|have|has|still got|still have)(?: \w+){0,2}? (?:{ITEM}"
            r"|subs|strips)(?: \w+)?,?(?: \w+){0,2}? (?:for|at) (?:{PRICE})"
            r"|\b(?:i|we|my (?:boy|guy|man|cousin|people)) (?:can|could|will) (?:get|bring|find) (?:you|u|yall)(?:"
            r" \w+){0,3}?"
            r" (?:cell ?)?phones?\b[^.!?;]{0,40}\b(?:inside|in here|past the|through the|through count|over the"
            r" fence)\b"
            r"|\bhow (?:to|do i|do you|can i|can you|would i|could i|should i|can one)(?: \w+)? (?:sell|deal|traffic"
            r"|distribute|push|move) (?:\w+ ){0,2}{ITEM}\b"
            r"|\bhow (?:to|can|do|could|should)(?: \w+){0,5} (?:profits?|money|rich"
            r"|a living)(?: \w+){0,3} (?:smuggling|selling drugs|dealing drugs|drug dealing|trafficking|contraband"
            r"|selling weed)"
            r"|\b(?:organi[sz]e|run|start|set up|build|plan)(?:ing)?(?: \w+){0,3} (?:drug|smuggling"
            r"|narcotics)(?: \w+){0,2} (?:operation|ring|business|empire|network)\b"
        ),
        words=(
            *_ITEM_WORDS,
            *words(
                "pot|blow|crystal|mushrooms|subs|strips|meds|medication|coke|acid|chiva|brown sugar|snow|ice|loud"
                "|smuggling|trafficking|drug|phone"
            ),
        ),
        guards=_GUARDS,
        must_match=(
            "selling weed all day",
            "I have suboxone strips, two for ten soups",
            "we got tobacco at two stamps",
            "I can get you two phones and a charger inside by Friday",
            "I'm selling my gabapentin, come see me",
            "k2 for sale",
            "I can get you subs by Friday",
            "who needs tobacco? hmu",
            "how do you sell drugs on the yard",
            "still got tobacco for sale, two soups",
        ),
        must_not_match=(
            "Selling drugs got me twelve years",
            "I was selling weed at fourteen",
            "they say I'm selling drugs but I don't",
            "I got caught selling dope to a cop",
            "my life was selling dope and running",
            "we can get you drug treatment",
            "anyone want drug free housing info",
        ),
    ),
    Rule(
        code="en.contraband.got_that",
        category="contraband",
        tier="offer",
        purpose="Has goods by their street name, with a price or a way to ask for them.",
        pattern=_spelled(
            r"\b(?:i|we|ya boy|still|just|bro|homie)? ?(?:got|gotta|holding|sitting on|sittin on|stocked with"
            r"|have)(?: (?:that|dat|them|some|the|good|fire|fresh|more|a few|a|my|couple|of|\d+|plenty|new"
            r"|pure))+ {ITEM}\b.{0,50}\b{REPLY}\b"
            r"|\b(?:got|gotta|holding|sitting on|sittin on|stocked with|have)(?: (?:that|dat|them|some|the|fire"
            r"|fresh|more|couple|new|pure))+ {SLANG}\b.{0,25}\b(?:hit me(?: up)?|hmu|dm|inbox|who (?:wants?|needs?)"
            r"|for sale|4 sale|prices?|on deck|in stock|{PRICE})"
            r"|\b(?:hit me up|hmu|hit me|hit my line|dm(?: me)?|inbox(?: me)?|holla(?: at me)?|come see me|see me"
            r"|kite me|pull up|message me|get at me|tap in) (?:for|if (?:you|u|yall) (?:need|want|wanna|tryna"
            r"|looking for|want to)|4)(?: (?:get|buy|cop|score))?{ANY} (?:{ITEM}|subs|strips|prices|loud|ice|acid"
            r"|chiva|coke|gas|za)\b"
            r"|\b(?:{ITEM}|subs?|strips?|stick|sheet of paper|loud|coke|chiva|acid) (?:for|4|@|only|just|going for"
            r"|goes for) {PRICE}(?:{END}| {REPLY}| each\b)"
            r"|\b(?:{ITEM}|subs?|strips?)[ ,:-]{1,3}{PRICE} (?:each|apiece|a piece|a stick|a pop|per \w+)"
            r"|\b(?:trade|trading|swap|sell)(?: you| u)?{ANY} (?:{ITEM}|meds|medication|subs?|strips?) for(?: (?:a"
            r"|some|two|three|\d+|your|the))* (?:coffee|soups?|stamps?|honey ?buns?|canteen|commissary|shots?|shoes"
            r"|trays?|packs?|cookies|money|cash)\b"
            r"|{PRICE} (?:for|4|per|a|each)(?: (?:a|an|the|some|one|two|that|this|half|gram|g|oz|ounce|eighth|bag"
            r"|of|stick|strip|pouch|single))* (?:{ITEM}|subs?|strips?|loud|coke|chiva|acid|snow|brown sugar|ice"
            r"|mushrooms)(?:{END}| {REPLY})"
            r"|\bgot{ANY} (?:{ITEM}|subs|strips)[ ,:-]{1,3}{PRICE}"
        ),
        words=(*_ITEM_WORDS, *_SLANG_WORDS, *words("snow| ice|pot|blow|crystal|prices|mushrooms|meds|medication")),
        guards=(
            *_GUARDS,
            Guard(
                "spent",
                BEFORE,
                r"\b(?:spent|paid|pay|spend|stole|owed|owe|cost|costs|charged|busted|caught|years|prescribed|lost"
                r"|robbed|spending|gave)(?: \w+){0,3} ?",
            ),
        ),
        must_match=(
            "I got that loud, hit me up",
            "hmu for strips",
            "15 bucks for a bag of kush",
            "suboxone for two soups",
            "got some fire paper, who wants it",
            "come see me if you need tobacco",
        ),
        must_not_match=(
            "I paid 20 dollars for a pill and it nearly killed me",
            "I got my meds changed, let me know if that happens to you",
            "hit me up if you want to talk about drug court",
            "two soups for a pouch of mackerel",
            "I have some good stuff to read, come see me",
            "hit me up for some gas money when I'm out",
        ),
    ),
)

_WAY_PIECES: Final = {
    **_PIECES,
    "HEAD": r"(?:\b(?:can|could|will|would|should) (?:you|u|i|we|someone|anyone|somebody|anybody|your \w+|my \w+|she"
    r"|he|they|yall)(?: \w+)?"
    r"|\b(?:i|we|ill|well|id|my \w+|she|he|hell|shell) (?:can|will|could|gonna|gotta|going to|got to)|\b(?:im|were"
    r"|shes|hes|i am) (?:gonna|going to|finna|about to|trying to|planning to)"
    r"|\b(?:how|ways?|easy|easiest way|best way|want|need|plan|try|trying|going|possible|ready|supposed) to(?: best"
    r"| safely| secretly| even| just)?"
    r"|\bhow (?:do|can|would|could|should|did) (?:i|you|we|they|people|yall|one)(?: best| safely| secretly| all)?"
    r"|\b(?:wanna|gonna|finna|tryna|imma|ima|let me|lets|help me|help us|just|gotta|ill|well)(?: \w+)?"
    r"|\b(?:have|get|tell|ask|need|pay|want) (?:your|ur|my|her|his|him|a|the|someone|somebody|one of the"
    r"|them)(?: \w+)?(?: to)?|^\W*|[.!?,:] ?)",
    "BRING": r"(?:(?:bring|brings|bringing|sneak|sneaking|smuggle|smuggling|mule|muling|slip|slipping|toss|throw|drop"
    r"|fly|mail|send|drone|carry|pack|run|hide|stash|walk|shoot|pass|get|take|transport))",
    "LOAD": r"(?:{ITEM}|cell ?phones?|phones?|chargers?|subs|strips|the package|a package|the work|the stuff|the drop"
    r"|the bag|the bundle|that package|packages|loud|coke|chiva|paper sheets|a knife|knives|blades?)",
    "PLACE": r"(?:(?:in|inside|into|through|thru|past|over|under|on|at|with|via|by|to)(?: (?:the|a|my|your|his|her"
    r"|this|that|next|legal|carry-on|our|their|in|on))* (?:visit\w*|visiting room|visitation|gates?|fence|walls?"
    r"|yard|prison|jail|unit|pod|dorm|mail\w*|legal mail|guards?|cos?|officers?|search\w*|scanners?|metal detector"
    r"|shakedown|strip search|security|customs|border|inspection|dogs?|plane|airport|checkpoint|tsa|luggage|carry-on"
    r"|kitchen truck|laundry cart|facility|compound|drone|crutch\w*|food package|diaper|shoes?|bible|books?|letters?"
    r"|inside|here)|inside|in (?:here|there)|over)",
}

_WAYS: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.contraband.bring_in",
        category="contraband",
        tier="smuggling",
        purpose="How goods come in: at a visit, in the mail, over the fence, past a search.",
        pattern=spell(
            r"{HEAD} ?{BRING}(?: (?:me|us|you|in|over|it|out|secretly))?{ANY} {LOAD}(?:(?: (?:in|over"
            r"|up))? {PLACE}\b| in{END})"
            r"|{HEAD} ?(?:bring|sneak|slip|get|pack|mule|smuggle) (?:it|them|some|that|those) in (?:through|thru"
            r"|past|via|at) (?:the )?(?:visit\w*|guards?|gate|search|scanner|dogs?|mail)\b"
            r"|\b(?:can|could|will|gonna|want|need|going to|tryna|try to|to) (?:have|get){ANY} {LOAD} (?:dropped"
            r"|thrown|tossed|brought|flown|snuck|shot|smuggled) (?:in|over|inside)\b"
            r"|\bhow (?:to|do|can|could)(?: (?:i|you|we))?(?: best)? (?:hide|cheek|stash|palm){ANY} (?:{ITEM}|meds"
            r"|subs|strips) (?:from|in|under|past|at)\b"
            r"|\b(?:secretly|quietly) (?:bring|take|carry|get){ANY} {LOAD}\b|\b(?:find|looking for|know) (?:me "
            r"|us )?(?:a|any|the|some) (?:\w+ )?ways? to (?:bring|get|sneak|smuggle|transport|carry|move){ANY} {LOAD}\b"
            r"|\bsmuggl(?:e|ing) (?:in |it |out )?{ANY} ?{LOAD}? ?(?:in|into|through|inside|past)\b|\bhow (?:to|do i"
            r"|do you|can i|would i) smuggle\b"
            r"|\b(?:bypass|evade|avoid|beat|get (?:past|around|by)|fool|dodge|slip past|sneak (?:past|by)) (?:the "
            r"|a |their |any )?(?:inspections?|search\w*|scanners?|metal detectors?|customs|security|drug dogs?"
            r"|dogs?|strip search\w*|mail ?room|shakedown|checks?|detection)\b[^.!?]{0,40}\b(?:{LOAD}|transport"
            r"|package)\b"
            r"|\b(?:disguis|hid|conceal|stash|smuggl)(?:e|es|ing)(?: \w+){0,2} (?:{ITEM}|cell ?phones?|subs"
            r"|strips) (?:in|inside|under|into|as)(?: \w+){0,2} (?:luggage|carry-on|mail|letters?|envelopes?|books?"
            r"|bible|shoes?|food|package|diaper|visit|bra|socks?|cards?|stamps?)\b",
            _WAY_PIECES,
        ),
        words=(
            *_ITEM_WORDS,
            *words(
                "phone|charger|subs|strips|package|the work|the stuff|the drop|the bag|the bundle|loud|coke|chiva"
                "|paper sheets|knife|knives|blade|smuggl|transport|visit|guard|gate|search|scanner|dog|mail|meds"
            ),
        ),
        guards=(
            _NO,
            *PAST,
            Guard(
                "what others do, or what was",
                BEFORE,
                r"\b(?:tried|caught|charged|arrested|busted|convicted|used|because|when|since|after|stop\w*|without"
                r"|anyone who|people who|those who|who|they|guards?|cos?|officers?|staff)(?: (?:me|him|her|for|with"
                r"|of|to|just|always|still|tried|the|are|is|was|were|who))* ?",
            ),
            Guard(
                "an errand",
                AFTER,
                r" (?:call|list|store|table|group|class|room|officer|number|bill|time)\b",
            ),
        ),
        must_match=(
            "can your girl bring some tobacco in through visit",
            "how do I get weed past the dogs",
            "I'm gonna have my cousin drop the package over the fence",
            "hiding strips inside a bible works",
            "help me find a way to smuggle phones into the unit",
            "toss the bundle over the wall at count",
            "need someone to mule dope in",
        ),
        must_not_match=(
            "they bring drugs in here every day and it's hard to stay clean",
            "I got caught when I tried to bring weed in at visit",
            "can you bring the phone list to the unit",
            "my mom will send books through the mail",
            "Guards bring phones inside and we get the blame",
            "I want to get the drugs out of my life",
            "I would never ask her to bring dope in",
            "bring the package room slip to the officer",
        ),
    ),
    Rule(
        code="en.contraband.by_its_name",
        category="contraband",
        tier="smuggling",
        purpose="Words that only the trade has: throw-over, soaked paper, a mule, an officer who brings.",
        pattern=spell(
            r"\b(?:k-?2|spice|soaked|sprayed|dipped|laced|tunechi|deuce) (?:paper|sheets?|pages?|letters?|envelopes?"
            r"|cards?)\b|\b(?:soak|spray|dip|soaking|spraying|dipping|lace)(?: \w+)? (?:paper|pages?|letters?"
            r"|sheets?|mail|cards?) (?:with|in)(?: \w+)? (?:{DRUG}|k-?2|spice|bug ?spray|raid|deuce)\b"
            r"|\b(?:throw|drop)-?overs?\b(?: (?:tonight|tomorrow|is|at|by|comes?|set|on|package)\b)|\b(?:the|a|our"
            r"|that|my) (?:throw|drop)-?over\b|\b(?:drone|drop) (?:drop |is |comes? )+(?:tonight|tomorrow|at \d"
            r"|on the (?:yard|roof)|set)\b"
            r"|\b(?:throw|toss|drop|shoot|launch|throwing|tossing|dropping|get|bring)(?: (?:it|them|that"
            r"|the (?:package|bag|bundle|work|stuff|pack|load)|a (?:package|bag|bundle|pack)"
            r"|some(?:thing)?))+ over the (?:fence|wall|wire|gate)\b"
            r"|\b(?:need|got|be|get|find|find me|looking for|want|know|pay) (?:a|my|the|your|another|me a"
            r"|some) (?:\w+ )?mules?(?: (?:to|for|who|that|at)\b|{END})|\bmule (?:it|that|them|some \w+|the \w+) in\b"
            r"|\b(?:i|we|yall|you|they)? ?(?:got|have|know|found|paid|pay|paying|need) (?:a|the|that|my|an|one"
            r"|us a)(?: (?:dirty|crooked|cool|bent))? (?:co|c\.?o\.?|guard|officer|nurse|cook|teacher"
            r"|staff)(?: (?:who|that|thatll|to|wholl|will|gonna|can))+ (?:bring|carry|mule|drop|sneak|pack)\w*\b"
            r"|\b(?:keister|keester|hoop|boof|body ?pack|swallow)(?:ed|ing)? (?:it|that|the|some|them|a"
            r"|two)(?: \w+){0,2} (?:{ITEM}|balloons?|strips|package|phone|bundle|before|past|at visit|to get)\b"
            r"|\b(?:my|her|his|our) (?:visit|girl|people|peoples|cousin|wife|guy|man|boy|connect|lady|homie) (?:can"
            r"|will|could) (?:bring|get)(?: in| u| you| yall)? (?:whatever|anything|w/e) (?:you|u|yall|we) (?:need"
            r"|want)",
            _WAY_PIECES,
        ),
        words=words(
            "whatever|anything|w/e|paper|sheet|page|letter|envelope|card|mail|over|drone|drop |mule|bring|carry"
            "|sneak|pack|drop|keister|keester|hoop|boof|body|swallow"
        ),
        guards=(
            _NO,
            *PAST,
            Guard(
                "what others do, or what was",
                BEFORE,
                r"\b(?:caught|charged|arrested|busted|stop\w*|without|anyone who|people who|died|killed|smoked"
                r"|smoking|use of|dangers? of|from|off)(?: (?:me|him|her|for|with|of|to|that|the|on|some))* ?",
            ),
            Guard(
                "what officers bring",
                AFTER,
                r" (?:the |us |our |your |in )?(?:the )?(?:mail|food|trays?|forms|laundry|books?|commissary|library"
                r"|meds|bible|pizza|lunch)\b",
            ),
        ),
        must_match=(
            "soaked paper comes in on Friday",
            "throwover tonight by the kitchen",
            "I need a mule for visit",
            "we got a CO who brings whatever you want",
            "toss the bag over the fence at rec",
            "just keister the strips before the search",
        ),
        must_not_match=(
            "throw the ball over the fence again and we lose rec",
            "My cellie died smoking soaked paper",
            "I was a mule for them back when I was using",
            "we got an officer who brings the mail on time",
            "stubborn like a mule",
            "I never want to see a sprayed letter again",
            "let it drop over time",
        ),
    ),
    Rule(
        code="en.contraband.making",
        category="contraband",
        tier="making",
        purpose="How to make alcohol, drugs or weapons, or that it is being made.",
        pattern=spell(
            r"\b(?:how (?:to|do i|do you|can i|can you|do we|can we|can one|would i|should i|could one|could i"
            r"|can someone)|i (?:can|know how to)|(?:gonna|going to|wanna|want to|lets|let us|help me"
            r"|teach me(?: how)? to|show me how to|tryna|trying to|ways? to|ways? (?:that )?(?:i|you|we) can"
            r"|possible to|instructions (?:for|to|on)|steps to|learn (?:how )?to|easy to"
            r"|items to))(?: \w+){0,3}? (?:make|cook|cook up|brew|build|grow|produce|manufacture|ferment|sharpen"
            r"|craft|assemble|synthesi[sz]e|print|3d print|construct|fashion|create|convert)(?: (?:a|an|my|some|the"
            r"|our|your|own|unlicensed|illegal|homemade|good|untraceable|working|batch|of|jailhouse|prison|real"
            r"|cheap))* (?:hooch|pruno|prison wine|toilet wine|moonshine|jailhouse wine|wine|meth|crystal|crack"
            r"|shanks?|shivs?|firearms?|guns?|pistols?|ghost guns?|zip guns?|weapons?|drugs|lsd|dmt|fentanyl|heroin"
            r"|k-?2|mdma|ecstasy|silencers?|suppressors?|alcohol|explosives?|pipe bombs?|molotovs?|ammo|ammunition)\b"
            r"|\b(?:recipe|instructions|ingredients) for (?:\w+ )?(?:hooch|pruno|prison wine|toilet wine"
            r"|jailhouse wine|meth|moonshine)\b"
            r"|\b(?:batch|gallon|jug|bottle|cup|bag)s? of (?:\w+ )?(?:hooch|pruno|prison wine|jailhouse wine"
            r"|moonshine)\b|\b(?:hooch|pruno) (?:is|will be|gon be|gonna be|be|s)? ?(?:ready|done|cooking|going"
            r"|brewing)\b"
            r"|\b(?:im|i am|were|we are|i got a batch|got a batch|i been|weve been) (?:brewing|cooking|making"
            r"|fermenting)(?: (?:up|some|a|batch|of))* (?:hooch|pruno|prison wine|wine|meth|moonshine)\b"
            r"|\bsharpen(?:ed|ing)? (?:a|my|your|the|that) (?:toothbrush|spoon|bone|rod|piece of (?:metal|plastic"
            r"|steel))\b"
            r"|\b(?:how (?:to|do i|do you|can i|do we|can you|would i)|i want to|wanna|help me|ways? to|lets"
            r"|gonna)(?: \w+)? (?:grow|cultivate|harvest)(?: (?:my|own|some|the|good|a|your|indoor))* (?:weed"
            r"|marijuana|cannabis|mushrooms|shrooms|poppies|opium|coca|ganja)\b"
            r"|\b(?:who|someone|somebody|anyone|can you|can someone)(?: can| will| wanna)? (?:make|build|cook"
            r"|sharpen|get) (?:me|us) (?:a|an|some) (?:shank|shiv|knife|hooch|pruno|weapon|stinger)s?\b",
            _WAY_PIECES,
        ),
        words=words(
            "weed|marijuana|cannabis|mushrooms|shrooms|poppies|opium|coca|ganja|knife|stinger|hooch|pruno|wine"
            "|moonshine|meth|crystal|crack|shank|shiv|firearm|gun|pistol|weapon|drugs|lsd|dmt"
            "|fentanyl|heroin|k2|k-2|mdma|ecstasy|silencer|suppressor|alcohol|explosive|bomb|molotov|ammo|ammunition"
            "|sharpen"
        ),
        guards=(_NO, *PAST, _TREATMENT, _CLEAN, _GAME),
        must_match=(
            "how do you make pruno",
            "I got a batch cooking. hooch is ready Friday",
            "teach me to build a shank",
            "Is it possible to manufacture drugs at home?",
            "recipe for pruno: oranges, sugar, bread",
            "we are brewing some hooch in the mop room",
            "sharpen a toothbrush on the floor",
        ),
        must_not_match=(
            "I used to cook meth and I lost my kids",
            "I want to make amends for the drugs",
            "they found pruno in the mop closet",
            "How do I make my body heal from alcohol?",
            "I don't want to make wine anymore",
            "we made a cross out of soap",
            "how can I build a life without drugs",
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_DEALS, *_WAYS)
