"""English: other people's private details, and contact with victims.

Where a friend lives, what a lawyer's number is, or a letter of amends that a programme carries, is ordinary talk.
Where a guard, a judge or an ex can be found, and any way around an order to stay away, is not.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

PIECES: Final = {
    "DROP": r"(?:drop|dropping|lift|lifting|withdraw|remove|dismiss|take back|recant)(?: (?:all|the|those|them"
    r"|these|that|her|his|their|my|a|any|of))* (?:charges?|case|complaint|restraining order|no contact(?: order)?"
    r"|protective order|order|statement|testimony)",
    "CHANGE": r"recant|(?:change|take back|switch) (?:her|his|their|the|that) (?:story|stories|statement|testimony)"
    r"|say (?:it|that it|this|i) (?:never|didnt|did not|was an accident|was a lie)(?: \w+)?|lie (?:to|in|for me in"
    r"|on) (?:the )?(?:court|police|cops|stand|judge)",
    "SILENT": r"(?:not (?:to )?|dont |to not )(?:testify|show up|come to (?:the )?court|go to (?:the )?(?:court"
    r"|police|cops)|talk to (?:the )?(?:cops|police|d\.?a\.?|prosecutor|detectives?)|press(?: any)? charges|say"
    r" (?:anything|nothing) (?:to|in))",
    "SECRET": r"(?:\w+ )?(?:password|pass ?code|login|log in|pin(?: number)?)s?|(?:\w+ )?(?:messages|dms|texts)"
    r"|whereabouts|location",
    "STAFF": r"c\.?o\.?s?|officers?|sgt|sergeant|lieutenant|lt|captain|wardens?|guards?|judges?|d\.?a\.?s?"
    r"|prosecutors?|detectives?|cops?|police ?man|deputy|deputies|p\.?o\.?s?|probation officers?|parole officers?"
    r"|agents?|jurors?|counselors?|staff|nurses?|case ?workers?|social workers?|landlord|boss|teachers?|students?"
    r"|employees?|co ?workers?|neighbou?rs?|doctors?",
    "INVOLVED": r"victims?|witness(?:es)?|accusers?|plaintiffs?|complainants?|snitch(?:es)?|rats?|informants?"
    r"|c\.?i\.?s?|codefendants?|co defendants?|(?:girl|woman|lady|chick|bitch|guy|man|dude|kid|one|people|person"
    r"|witness|female|punk|hoe|neighbor)s? (?:that|who|whos|thats|which) (?:\w+ ){0,2}?(?:testif\w+|snitch\w*"
    r"|ratted|told on|pressed|pressing|press|accused|accusing|accuses|called the (?:cops|police)|put me|got me|sent"
    r" me|set me up|turned me in|lied on|filed)",
    "EX": r"ex(?:es)?|ex (?:wife|husband|girl|girlfriend|boyfriend|girl friend|boy friend|old lady|partner)s?"
    r"|baby ?(?:mama|momma|daddy)s?|(?:kids|sons|daughters) (?:mom|mother|mama|dad|father)|crush|stalker|hook ?up",
    "PARTNER": r"wi[fv]es?|wife|husbands?|girlfriends?|boyfriends?|girls?|fiancee?|old lady|{EX}",
    "ROLE": r"(?:(?:my|ur|your|his|her|the|that|this|a|an|our|some|one of the|those|these) )?(?:\w+ )?(?:{STAFF}"
    r"|{INVOLVED}|{EX})",
    "SOMEONE": r"someone|somebody|anyone|anybody|another person|other people|people|a person|persons|strangers?|a"
    r" stranger|a user|this person|that person|this (?:girl|guy|woman|man|dude|chick|lady|bitch)|that (?:girl|guy"
    r"|woman|man|dude|chick|lady|bitch)",
    "THEIRS": r"(?:{SOMEONE}|{ROLE})(?: ?s)?(?: else)?s?",
    "DETAIL": r"(?:home |house |street |new |current |exact |private |personal |work |mailing )?(?:address(?:es)?"
    r"|addy)|home|house|location|whereabouts|(?:new |home |cell |mobile |personal |private )?(?:phone|cell|mobile"
    r"|telephone)(?: (?:number|no|num)s?)?|(?:phone |cell |private )?numbers?|(?:drivers? )?licen[sc]e(?: (?:number"
    r"|plate)s?)?|license plates?|plates?|plate number|ssn|socials?|social security(?: number)?|credit cards?(?:"
    r" (?:details|numbers?|info\w*))?|bank (?:details|account|info\w*)|passwords?|logins?|log ?in|(?:\w+"
    r" )?(?:password|login)|personal (?:info\w*|details|data)|private (?:info\w*|details)|medical records|birth"
    r" certificate|date of birth|dob|work(?:place| schedule)|place of work|employer|schedule|shift|route",
    "LIVE": r"live[sd]?|living|stay(?:s|ed|ing)?|reside[sd]?|residing|sleep(?:s|ing)?|lay(?:s|ing)? (?:his|her"
    r"|their) head|be at|work(?:s|ed|ing)?|park(?:s|ing)?|moved(?: to)?|hang(?:s|ing)? out|shop(?:s)?|go(?:es)? to"
    r" (?:church|school|work|the gym)|drink(?:s)?|rest(?:s)?(?: (?:his|her|their) head)?|hiding|hides|be (?:living"
    r"|staying)|is (?:living|staying|hiding|working)",
    "VICTIM": r"(?:(?:my|the|that|his|her|our|this) )?(?:\w+ )?(?:{INVOLVED})",
    "HER": r"her|him|them|{VICTIM}|my (?:{EX})|the (?:mother|mom) of my kids",
    "SHE": r"she|he|they|{VICTIM}|my (?:{EX})",
    "FINDING": r"find|find out|get|look up|track down|track|trace|locate|obtain|discover|figure out|access|hack|dig"
    r" up|pull up|pull|run|google|search|search for|look for|need|have|see|learn|know|check|steal|come up with|give"
    r" me|send me|tell me|drop|post|leak",
    "HOW": r"how (?:can|do|could|would|to|should|might|did|does)(?: (?:i|we|you|one|u|someone|somebody))?|where"
    r" (?:can|could|do|would) (?:i|we|you|one)|what(?:s| is| are)|help me|can (?:you|someone|somebody|anyone"
    r"|anybody|yall|i|we)|could (?:you|someone|somebody|anyone|i|we)|i (?:need|want|wanna|would like|have|gotta"
    r"|got) to|id like to|trying to|tryna|try to|i need|i want|any way to|is there a way to|who can|anyone who can"
    r"|somebody who can|anybody (?:know|got|have)|anyone (?:know|got|have)|someone (?:know|got)|does anyone (?:know"
    r"|have)|do you (?:know|have)|you got|yall got|lets|let us|tell me|give me|send me",
    "ORDER": r"(?:the |my |that |a |this |her |his )?(?:no contact(?: order)?|no-contact(?: order)?|restraining(?:"
    r" order)?|protective order|protection order|order of protection|stay away(?: order)?|tro|t\.r\.o\.?|contact"
    r" order)",
}
_NOT_MINE: Final = Guard(
    "not to be done, or told of somebody else",
    BEFORE,
    r"\b(?:not allowed to|cant|can not|cannot|wont|never|dont|do not|didnt|shouldnt|wouldnt|would never|not going"
    r" to|not supposed to|not to|without|instead of|stop(?:ped)?|quit|illegal to|against the law to|refuse to|he"
    r"|she|they|judge|lawyer|prosecutor|d\.?a\.?|court|police|cops|used to|tried to|wanted to|temptation to|urge to"
    r"|dangers? of|afraid (?:of|that)|worried)(?: \w+){0,3} ?",
    unless=r"\bi (?:dont|do not) care\b|\bcant (?:wait|you)\b|\b(?:make sure|better)\b",
)
_HELPERS: Final = Guard(
    "through the people for it",
    AFTER,
    r"[^.!?;]{0,50}\b(?:lawyers?|attorney|public defender|mediat\w+|facilitat\w+|restorative|program\w*|chaplain"
    r"|dialogue|victim services|advocate|letter of amends|apolog\w*|amends|forgiv\w*|sorry|in prayer|pray\w*|if the"
    r" court|if the judge|when (?:the court|my order|it is allowed))\b",
)
_HELPERS_BEFORE: Final = Guard(
    "through the people for it",
    BEFORE,
    r"\b(?:lawyers?|attorney|public defender|mediat\w+|restorative|chaplain|dialogue|victim services|apolog\w*"
    r"|amends|step (?:8|9|eight|nine)|forgiveness|pray\w*|program)\b[^.!?;]{0,60}",
)
_HELP_NUMBER: Final = Guard(
    "the number of a helper",
    INSIDE,
    r"\b(?:counselors?|case ?workers?|social workers?|probation officers?|parole officers?|p\.?o\.?s?|d\.?a\.?s?"
    r"|nurses?|doctors?|boss|landlord|teachers?|staff|agents?|wardens?|officers?)(?: ?s)? (?:(?:phone|cell|work"
    r"|office) ?)?(?:numbers?|phone|schedule|information|location|work schedule|shift|employer|house)\b",
    unless=r"\b(?:home|mobile|personal|private|cell)\b",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.doxxing.ask_details",
        category="doxxing",
        tier="private_details",
        purpose="Asks for somebody else's address, number, papers or passwords, or how to find them out.",
        pattern=spell(
            r"\b(?:{HOW})(?: (?:{FINDING}))?(?: me)?(?: (?:the|a|an|any|some|out|for|up|my way into|into|on))*"
            r" (?:{THEIRS}) (?:{DETAIL})\b|\b(?:{HOW})(?: (?:{FINDING}))?(?: me)?(?: (?:the|a|an|any|some|out|for"
            r"|up|on|full|complete))* (?:personal |private )?(?:{DETAIL})(?: report)? (?:of|on|for|about|from)"
            r" (?:{THEIRS})\b|\b(?:use|using|used) (?:{SOMEONE})s? (?:{DETAIL})(?: (?:or|and) \w+ address)? to"
            r" (?:locate|find|track|hurt|get|scare|visit)|\b(?:{HOW})(?: (?:{FINDING}))?(?: (?:me|the|a|into|in|out"
            r"|for|up|on|to))* (?:my|his|her|their|ur|your) (?:{PARTNER})s? (?:{SECRET})\b",
            PIECES,
        ),
        words=words(
            "pass code|passcode|pin|messages|dms|texts|address|addy|home|house|location|whereabouts|phone|cell"
            "|mobile|number|license|licence|plate|ssn|social|credit card|bank|password|login|log in|personal|private"
            "|information|medical|birth|dob|work|employer|schedule|shift|route"
        ),
        guards=(_NOT_MINE, _HELP_NUMBER),
        must_match=(
            "how can I find somebody's address",
            "What is my ex's home address?",
            "can someone look up that judge's address",
            "where can I get other people's credit card numbers",
            "anybody got the warden's home address?",
            "help me find someones phone number",
            "how do I get into my girlfriends facebook password",
            "I need the license plate of that cop",
        ),
        must_not_match=(
            "what is my lawyer's phone number",
            "do you have my counselor's number",
            "what's my case worker's schedule",
            "how can I find a job and a home",
            "can I get my birth certificate from here",
            "I can't find my kids' school pictures",
            "never give somebody's address to people",
            "what is Robin Hood's home address",
        ),
    ),
    Rule(
        code="en.doxxing.ask_report",
        category="doxxing",
        tier="private_details",
        purpose="Wants to know all about a person: where they are, whom they know.",
        pattern=spell(
            r"\b(?:access|find|get|gather|collect|need|want|dig up|look up|obtain)(?: \w+){0,5}? (?:personal"
            r"|private) (?:information|info|details|data|report)(?: \w+){0,8}? (?:{SOMEONE}|{ROLE}|who|whom|dated"
            r"|whereabouts)\b|\b(?:find|get|know|track|picture|locate)(?: \w+){0,4} (?:of|about)? ?(?:{SOMEONE})s?"
            r" whereabouts\b|\b(?:can|could|will|would|please|need|want|get|have|tell|ask|lets|let us|gonna|ima"
            r"|ill)(?: \w+){0,3} (?:dox|doxx|look up|run|pull up|google|skip ?trace|background check) (?:him|her"
            r"|them|his|that|this|the|{ROLE})(?: (?:on|name|plates?|tags|license|record|facebook|address|up)\b|"
            r" {STAFF}\b)|\b(?:lets|let us|we should|gonna|going to|ima|ill|i will|somebody|someone|want to|wanna"
            r"|how to|can you|please) (?:\w+ )?(?:dox|doxx)\b",
            PIECES,
        ),
        words=words("personal|private|whereabouts|dox|look up|run |pull up|google|skip|background"),
        guards=(_NOT_MINE,),
        must_match=(
            "I want all the personal information of a girl I dated, someone from my past",
            "I need to find someone's whereabouts",
            "let's dox him",
            "can you run her name for me",
            "have your people look up that officer",
            "please google his address for me",
        ),
        must_not_match=(
            "I need to find personal information about my own case",
            "they run the yard like that",
            "look up the word in the book",
            "I want to run this program",
            "he got doxxed and it scared him",
            "keep private information private",
        ),
    ),
    Rule(
        code="en.doxxing.where_ask",
        category="doxxing",
        tier="private_details",
        purpose="Asks where somebody lives, works or can be found.",
        pattern=spell(
            r"\b(?:anybody|anyone|somebody|someone|who|you|yall|u|does anyone|does anybody|do you|do any of you|can"
            r" you|can anyone|can someone|could you|help me|trying to|tryna|need to|want to|wanna|gotta|gonna|going"
            r" to|have|got|get)(?: \w+){0,3} (?:knows?|find out|figure out|found out|tell me|see|look up|check)"
            r" where(?: (?:the|that|my|this|at|is|does|do|did))* ?(?:she|he|they|her|him|{ROLE})(?: \w+)?"
            r" (?:{LIVE})\b|\bwhere (?:does|do|is|are|did|can i find|can we find|could i find)(?: (?:the|that|my"
            r"|this))? (?:(?:{STAFF}) (?:lives?|sleeps?|parks?|hangs? out|works? out|shops?|moved)\b|(?:{INVOLVED}"
            r"|{EX})(?: \w+)? (?:{LIVE}|at now|these days|now)\b)|\bwhere (?:can|could|do) (?:i|we) find"
            r" (?:{VICTIM}|my ex\w*|that (?:{STAFF}))\b",
            PIECES,
        ),
        words=words("where"),
        guards=(_NOT_MINE,),
        must_match=(
            "anybody know where she stays now?",
            "who knows where that CO lives",
            "where does the judge live",
            "help me find out where my ex moved to",
            "where can I find the girl who testified",
            "I need to find out where he works",
        ),
        must_not_match=(
            "I don't know where she lives and that is fine",
            "nobody knows where he is",
            "where do you live?",
            "I know where I stand with her",
            "my mom wants to know where I work",
            "where is my counselor",
        ),
    ),
    Rule(
        code="en.doxxing.where_told",
        category="doxxing",
        tier="private_details",
        purpose="Says where somebody who works here, judged or testified can be found, or that the writer knows.",
        pattern=spell(
            r"\b(?:i|we|ik|my (?:people|cousin|homies?|boys?|brother)|someone|somebody) (?:\w+ )?(?:know|knows|got"
            r"|found out|find out|found|have|kno|no) (?:exactly )?where (?:you|u|ya|yall|your (?:\w+)|that \w+|this"
            r" \w+|the (?:{STAFF}|{INVOLVED})|{INVOLVED}|{STAFF}|my (?:{EX})|he|she|they)(?: \w+)? (?:{LIVE})s?\b"
            r"|\b(?:{STAFF}|{INVOLVED})(?: [a-z]+)? (?:lives|stays|parks|shops|sleeps|be|works out|goes to church"
            r"|gets off)(?: \w+)? (?:at|on|off|over|down on|down|near|behind|across|by|right by|next to|in the|in"
            r" that|in a|with (?:his|her)) (?:\w+ )?(?:\w+)|\b(?:{STAFF}|{INVOLVED})s? (?:kids?|children|daughters?"
            r"|sons?|wi[fv]es?|wife|husband|mother|mom|family) (?:\w+ )?(?:goes?|go to|attends?|lives?|stays?"
            r"|works?) (?:to|at|on|in|school)\b",
            PIECES,
        ),
        words=words(
            "where |lts |ltss|sgts|coss|dass|poss|ciss|copss|ratss|c.o|co.|cos.|da.|d.a|po.|ci.|das.|pos.|cis.|co "
            "|cos |officer|sgt|sergeant|lieutenant|lt |captain|warden|guard|judge|d.a|da |das |prosecutor|detective"
            "|cop |cops |police|deput|po |pos |p.o|probation|parole|agent|juror|counselor|staff|nurse|case worker"
            "|caseworker|social worker|landlord|boss|teacher|student|employee|coworker|co worker|neighbo|doctor"
            "|victim|witness|accuser|plaintiff|complain|snitch|rat |rats |informant|ci |cis |c.i|codefendant|co"
            " defendant|testif|ratted|told on|press|accus|called the|put me|got me|sent me|set me|turned me|lied on"
            "|filed"
        ),
        guards=(
            Guard(
                "not to be found, only talk of it",
                AFTER,
                r" ?(?:in (?:fear|peace|pain|the (?:past|vents?|walls?|kitchen|same|moment|hood)|a (?:different"
                r"|bubble|cell|world))|at (?:night|peace|the (?:same|end))|with (?:that|it|guilt|fear)|(?:\w+"
                r" )?(?:in my head|rent free))",
            ),
            Guard(
                "not to be found",
                INSIDE,
                r"\b(?:in|at|with|down|off|on) (?:a |the |my |different |other )*(?:fear|peace|pain|night|shift"
                r"|unit|block|tier|duty|dorm|walls?|guilt|cell|world|hole|past|count|office|booth|bubble|control"
                r"|room|dayroom|chapel|hall|me|us|it|that|all)\b",
            ),
            Guard("a child of one's own", BEFORE, r"\b(?:wish|if|hope|love that|glad|happy)(?: \w+){0,3} ?"),
        ),
        must_match=(
            "I know where you live",
            "we know where that CO lives",
            "that judge lives over on Maple behind the school",
            "officer Brown parks behind the gym",
            "the witness stays at her aunt's place",
            "the DA's daughter goes to Lincoln school",
            "I found out where she stays",
        ),
        must_not_match=(
            "the CO works on our unit at night",
            "the victim lives in fear because of me",
            "a rat lives in the walls",
            "they know where I live",
            "I know where you are coming from",
            "my sister lives on Maple with my kids",
            "the judge lives in a different world",
        ),
    ),
    Rule(
        code="en.doxxing.details_told",
        category="doxxing",
        tier="private_details",
        purpose="Gives or spreads somebody's address, number or papers.",
        pattern=spell(
            r"\b(?:heres|here is|this is|i got|i have|i found|we got|we have|we found|got|found) (?:the |that |this"
            r" )?(?:{ROLE}|her|his|their)s? (?:home |house |new |personal |work )?(?:address|addy|ssn|social"
            r"|license plate|plate number|plates)\b|\b(?:the |that |this |my )?(?:{STAFF}|{INVOLVED}|{EX})s?"
            r" (?:home |house |new )?(?:address|addy|license plate|plates?|ssn|social security number) (?:is|are)\b"
            r"|\b(?:his|her|their) (?:home |house |new |real )?(?:address|addy|license plate|plate|ssn|social"
            r" security number|social) is (?:[0-9]|on |at )|\b(?:post|posting|put|putting|leak|leaking|blast|spread"
            r"|share|drop|publish|expose)(?: \w+)? (?:his|her|their|{ROLE}s?) (?:home |full )?(?:address|addy|info"
            r"|information|personal info|name and address|number|pictures? and address|ssn|plates?)(?: (?:out there"
            r"|online|on|everywhere|in|all over))?",
            PIECES,
        ),
        words=words("address|addy|ssn|social|plate|info|number"),
        guards=(
            _NOT_MINE,
            Guard("a book of them", AFTER, r" ?(?:books?|change|label|form|is (?:unknown|secret))"),
            Guard(
                "of help",
                INSIDE,
                r"\b(?:counselors?|nurses?|doctors?|case ?workers?|social workers?|boss|landlord)s? (?:work"
                r" )?(?:address|number|info)",
            ),
        ),
        must_match=(
            "here is the judge's home address",
            "I got that CO's address",
            "her new address is 12 Elm",
            "let's post his address online",
            "the witness's address is on Oak",
            "put her info out there",
        ),
        must_not_match=(
            "I have my mother's address in my book",
            "my kids' address is at their grandma's",
            "they should not share his address",
            "he put his address on the form",
            "I put my number in for the drawing",
            "this is her address book",
        ),
    ),
    Rule(
        code="en.doxxing.victim_drop",
        category="doxxing",
        tier="victim_contact",
        purpose="Wants a victim or witness to drop charges, change their story or stay silent.",
        pattern=spell(
            r"\b(?:tell|ask|get|have|make|beg|convince|persuade|pay|talk to|let|need|want|call|write|text|force"
            r"|scare|message)(?: (?:my|your|his) \w+ to)? (?:{HER}|my (?:{PARTNER})|that \w+|\w+)(?: (?:and|that"
            r"|she|he|they|should|needs?|better|has|got|please|just|for me|into|gotta|tell (?:her|him|them)|to|not"
            r"|dont))* (?:{DROP}|{CHANGE}|{SILENT})\b|\b(?:she|he|they|{VICTIM}|my (?:{PARTNER}))(?: (?:just|really"
            r"|still))? (?:better|best|needs? to|has to|have to|gotta|got to|must) (?:not (?:testify|show up|come"
            r" to court|talk|press)|{DROP}|{CHANGE}|keep (?:her|his|their) mouth shut|take (?:it|that|them) back)\b"
            r"|\b(?:make sure|see to it|make certain|ensure)(?: that)? (?:{SHE}) (?:dont|doesnt|does not|do not"
            r"|wont|never|cant)(?: \w+)? (?:show(?: up)?|testify|come to (?:the )?court|snitch|go to (?:court|the"
            r" police|the cops)|make it to (?:court|the stand|trial)|talk to the (?:cops|police|da|prosecutor)"
            r"|press charges)\b|\b(?:keep|stop|scare|stopping|keeping|prevent) (?:{HER}) (?:from|off|away from|out"
            r" of) (?:\w+ )?(?:testifying|court|the stand|talking|coming to court|pressing|showing up|going to"
            r" court|going to the police)\b",
            PIECES,
        ),
        words=words(
            " show|anything |nothing |charge|case|complaint|restraining|no contact|protective|order|statement|testim"
            "|testif|recant|story|stories|say it|say i|say that|say this|lie |show up|court|police|cops|talk to"
            "|prosecutor|detective|mouth shut|take it back|take that back|take them back|not to come|not to show|not"
            " to talk|not to press|to not come|to not show|to not talk|to not press|not press|not talk|snitch|stand"
            "|trial|make it to|showing up|talking|pressing"
        ),
        guards=(
            _NOT_MINE,
            _HELPERS_BEFORE,
            Guard(
                "their lawyer or one's own",
                INSIDE,
                r"\b(?:lawyer|attorney|p\.?d\.?|public defender|judge|d\.?a\.?|prosecutor) (?:to|not to) |\bmy"
                r" (?:mind|life|ways)|drop (?:it|me|by|out|in|off)\b",
            ),
        ),
        must_match=(
            "tell her to drop the charges",
            "somebody needs to get the witness to change her story",
            "she better not testify",
            "make sure he doesn't show up in court",
            "have your cousin talk to her and tell her to drop the case",
            "ask my ex to drop the restraining order",
            "keep her from testifying",
            "pay them not to come to court",
        ),
        must_not_match=(
            "my lawyer asked the judge to drop the charges",
            "they dropped my charges today",
            "I am not allowed to ask her to drop the charges",
            "I want to change my story and my life",
            "tell them to come to court dressed nice for me",
            "he told me to drop the case",
            "make sure you show up to group",
        ),
    ),
    Rule(
        code="en.doxxing.victim_reach",
        category="doxxing",
        tier="victim_contact",
        purpose="Wants to reach a victim or witness, or to have a message passed to them.",
        pattern=spell(
            r"\b(?:needs?|want|wanna|gonna|going to|trying|tryna|try|have|gotta|got|will|ill|ima|can|could|how"
            r"|anybody|someone|somebody|please|help me|help|let me|way|lets|ways)(?: (?:i|to|me|you|us|we|do|go|and"
            r"|just|really|somehow|still|get somebody to|someone|from|here))* (?:contact|reach|find|call|text|write"
            r"|visit|message|get a ?hold of|get at|get to|get in touch with|see|pull up on|talk to|speak to|speak"
            r" with|locate|track down|warn|holler at|go by|slide on|roll up on|send)(?: (?:a )?(?:letter|message"
            r"|kite|word|note)s?(?: to)?)? (?:{VICTIM})\b|\b(?:get|send|pass|give|deliver|take|slip|sneak|forward"
            r"|relay|carry)(?: \w+){0,3}? (?:messages?|msg|letters?|notes?|word|warning|kites?|something)(?:"
            r" \w+){0,2}? to (?:{VICTIM})\b|\b(?:can|could|will|would|please|anybody|anyone|somebody|someone|need"
            r" (?:you|somebody|someone)|have your \w+|get your \w+|tell your \w+ to)(?: \w+){0,3}? (?:pass|give|get"
            r"|send|deliver|relay|take|slip) (?:(?:my|this|a|the) )?(?:messages?|msg|letters?|notes?|word"
            r"|kites?)(?: \w+){0,2}? to (?:(?:her|him) for me|my (?:{EX}))\b|\b(?:tell|warn|let|call|text|write"
            r"|message|threaten|scare|pay|visit|go see|go talk to) (?:{VICTIM}) (?:that|to|i|its|if|she|he|they|not"
            r"|know|im|ill|for me)\b|\b(?:three ?way|3 ?way)(?: (?:call|her|him|my ex|my girl|the victim))+\b"
            r"|\b(?:call|text|message|dm|write|visit|reach|contact) my (?:{EX})(?: \w+)? for me\b",
            PIECES,
        ),
        words=words(
            "victim|witness|accuser|plaintiff|complainant|snitch|rat|informant| ci|c.i|codefendant|co defendant"
            "|testif|told on|press|accus|called the|put me|got me|sent me|set me up|turned me|lied on|filed|message"
            "|msg|letter|note|word|kite|three way|threeway|3 way|3way|for me"
        ),
        guards=(
            _NOT_MINE,
            _HELPERS,
            _HELPERS_BEFORE,
            Guard(
                "something else",
                INSIDE,
                r"\b(?:rat race|rats? (?:race|in)|snitch list|the word to|victim (?:services|impact|advocate"
                r"|awareness|mentality|fund|offender)|victims (?:of|rights|family)|witness (?:to (?:my|the|his|god)"
                r"|protection|stand)|jehovah)",
            ),
        ),
        must_match=(
            "how can I contact my victim",
            "I need to talk to the witness before court",
            "can somebody pass a message to her for me",
            "get word to the girl who pressed charges",
            "tell the victim that I know",
            "do a three way call to my ex",
            "text my ex for me when you get out",
            "somebody warn that witness to stay away",
        ),
        must_not_match=(
            "I wrote a letter to my victim as part of the program, to apologize",
            "I am not allowed to contact my victim",
            "I want to talk to my victim through a mediator",
            "victim impact class is on Monday",
            "I pray for my victim every day",
            "can you call my mom for me",
            "the witness stand was hard",
        ),
    ),
    Rule(
        code="en.doxxing.victim_order",
        category="doxxing",
        tier="victim_contact",
        purpose="Wants to get around an order to stay away from somebody.",
        pattern=spell(
            r"\b(?:how (?:can|do|to|could)(?: i| we| you)?|any way to|a way to|ways to|help me|going to|gonna|ima"
            r"|ill|i will|want to|wanna|gotta|can i|could i|need to)(?: \w+){0,2}? (?:get around|go around|get past"
            r"|beat|break|violate|ignore|work around|bypass|dodge|skip|sneak around) (?:{ORDER})\b|\b(?:dont|do not"
            r"|dgaf|dont give a \w+|idc|could care less|fuck|f|screw|forget|to hell with)(?: (?:care|about|what|the"
            r"|if|theres|there is|that|says|a))* ?(?:{ORDER})\b|\b(?:call|text|write|see|visit|contact|message"
            r"|reach|find|talk to) (?:her|him|them|my \w+|\w+)(?: \w+)? (?:even (?:with|though)|despite|regardless"
            r" of|in spite of|no matter)(?: \w+){0,3}? (?:{ORDER})\b",
            PIECES,
        ),
        words=words("no contact|no-contact|restraining|protective order|protection|stay away|tro|t.r.o|contact order"),
        guards=(
            Guard("not to be done", INSIDE, r"\b(?:i will|gonna|going to|to|ill) (?:not|never)\b"),
            Guard(
                "not to be done", BEFORE, r"\b(?:not|never|wont|cant|refuse to|stupid to|afraid|without)(?: \w+){0,2} ?"
            ),
        ),
        must_match=(
            "how can I get around the no contact order",
            "fuck that restraining order",
            "I don't care about the no contact order",
            "I'm gonna violate the order of protection",
            "I will call her even with the restraining order",
        ),
        must_not_match=(
            "I violated my no contact order and came back",
            "there is a restraining order so I stay away",
            "I will not break the no contact order",
            "she got a restraining order on me",
            "my PO explained the no contact order",
        ),
    ),
    Rule(
        code="en.doxxing.victim_now",
        category="doxxing",
        tier="victim_contact",
        purpose="Asks where she lives now.",
        pattern=r"\bwhere(?: (?:does|is|s|do|did|the fuck|tf|at))* (?:she|he|they) (?:even |be |really |still"
        r" )?(?:live|lives|living|stay|stays|staying|staying at|live at|work|works|working|move to|moved to|stay"
        r" at)(?: at)? (?:now|these days|nowadays|at now|rn)\b|\b(?:does|do) (?:she|he|they) still (?:live|stay)"
        r" (?:at|on|over|there|in that|in the same)\b",
        words=("where", "still live", "still stay"),
        guards=(
            Guard(
                "known to be well",
                BEFORE,
                r"\b(?:(?:anybody|anyone|somebody|someone|who|you|yall|u) )?(?:know|knows|knew|wonder|told|tells"
                r"|showed|asked|love|like|happy|i see|thats)(?: \w+){0,2} ?",
                unless=r"\b(?:anybody|anyone|somebody|someone|who|you|yall|u) (?:know|knows)\b",
            ),
        ),
        must_match=(
            "where does she live now",
            "where she stay at now?",
            "where is he working these days",
            "does she still live at that house",
            "anybody know where they living now",
        ),
        must_not_match=(
            "where do you live now?",
            "where I live now is safe",
            "he told me where she lives now and I let it go",
            "I don't know where she lives now",
            "where is she in her recovery now",
        ),
    ),
)
