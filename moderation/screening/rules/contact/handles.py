"""Names on social media and messengers, and the wish to meet there, English and Spanish.

To speak *of* such places is ordinary; to be found there, or to ask for somebody's name, is a way around the room.
"""

from typing import Final

from moderation.screening.rules.base import BEFORE, INSIDE, Guard, Rule, spell, words

PIECES: Final = {
    "MINE": r"my|mi|our|here(?:s| is) my|aqui esta mi|este es mi|este mi",
    "APP_ES": r"{APP}|face|feis(?:buk|book)?|whats|wats|wasa",
    "APP": r"the gram|instagram|insta|ig|insta ?gram|snapchat|snap ?chat|snap|sc|facebook|face ?book|fb|tiktok"
    r"|tik ?tok|twitter|twitch|linked ?in|reddit|pinterest|onlyfans|only fans|youtube|yt|plenty of fish|tinder"
    r"|badoo|bumble|grindr|{CHAT}",
    "CHAT": r"whats ?app?|watts ?app|watsap+|wasap|wassap|guasap|wapp|wpp|wsp|telegram|tele ?gram|tlgrm|kik|signal"
    r"|discord|skype|viber|we ?chat|messenger|face ?time|imo|hang ?outs|zangi|text ?now|text ?free|google voice"
    r"|threema|session app|getting ?out|smart ?jail ?mail|corrlinks|smart communications",
    "NAME": r"handle|user ?name|screen ?name|tag|gamer ?tag|profile|page|account|@|user",
    "ME": r"me|us|my (?:people|girl|wife|sister|brother|mom|cousin|homie|boy)|him|her",
    "FIND": r"add|find|follow|hmu|hit|hit up|message|msg|dm|d m|pm|inbox|text|reach|contact|friend|look|search"
    r"|search up|write|get|get at|ping|holler at|talk to|tap in with|connect with|link up with|link with|catch|see"
    r"|chat with|speak to|call|video call|facetime|snap|whatsapp|get in touch with|get ahold of|get a hold of|stay"
    r" in touch with|keep in touch with|come talk to|slide on|stalk|request",
    "ON": r"on|via|through|thru|over|at|using|by",
}
#: Words after *my snap is …* that are no name.
_NO_NAME: Final = (
    r"(?:a|an|the|so|too|not|no|all|full|private|gone|deleted|down|broken|hacked|locked|blocked|banned|old|new|dead"
    r"|still|just|really|very|always|never|good|bad|boring|toxic|trash|mine|my|only|for|where|how|what|why|that"
    r"|because|being|getting|on|in|off|out|up|closed|empty|public|better|worse|full of|like|about|currently"
    r"|suspended|funny|crazy|cool|in my|to|el|la|muy|un|una|de|para|bien|mal|lo|mi|privad[oa])\b"
)
_BEFORE: Final = Guard(
    "past or somebody else",
    BEFORE,
    r"\b(?:used to|they|she|he|people|everyone|nobody|never|didnt|dont|wont|cant|doesnt|wouldnt|before|stopped|quit"
    r"|blocked|who|where my|wanted to|tried to|trying to|started to|would|my \w+(?: \w+)? (?:can|could|will|always"
    r"|tried|wants to))(?: (?:even|ever|always|just|really|would|could|can|to|let|try|tried))* ?",
)
#: One of these is in each such name; the short ones only with what stands beside them, or they were everywhere.
_SHORT: Final = "ig|fb|yt|imo|kik|wpp|wsp"
_APPS: Final = (
    "the gram|insta|snap|facebook|face book|tiktok|tik tok|twitter|twitch|linkedin|linked in|reddit|pinterest|only"
    " fans|onlyfans|youtube|of fish|tinder|badoo|bumble|grindr|whatsap|whats ap|whats up ap|whatsa|whats a|watts"
    "|watsap|wasap|wassap|guasap|wapp|telegram|tele gram|tlgrm|signal|discord|skype|viber|wechat|we chat|messenger"
    "|facetime|face time|hangouts|hang outs|zangi|textnow|text now|textfree|text free|google voice|threema|session"
    " app|getting out|gettingout|smart j|smartj|corrlinks|smart communications"
)
_AROUND: Final = "|".join(f" {name}|{name} w|{name} is|{name} es|{name} also|{name} too" for name in _SHORT.split("|"))
_NAMED: Final = f"{_APPS}|{_AROUND}"
_WORDS: Final = words(
    f"{_NAMED}|:|=|@| face|face is|face es| feis|feis| sc|sc is|sc es| whats|whats is|whats es| wats|wats is|wats es"
    f"|wasa|username|user name|handle|arroba|usuario|gamer"
)
_ASKED: Final = words(
    f"{_NAMED}| sc|sc w|sc is|sc also|sc too|social|username|user name|@|handle|gamer|dm | dm|d.m.|pm |inbox|dms|pms"
)
_SPANISH: Final = words(
    f"{_NAMED}| sc| face| feis| whats| wats| wasa| guasap|usuario|arroba| redes| mis redes|privado|inbox| dm| md| mp"
    f"|mensaje directo|interno en "
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.handle_find_me",
        category="contact_info",
        tier="handle",
        purpose="Find, add or write to me on a social network or a messenger.",
        pattern=spell(
            r"(?:^|[.!?,] ?)(?:look|search|find|add)(?: for| up)? (?:my \w+|\w+ \w+|\w+) on (?:{APP})\b|\bhmu"
            r" (?:\w+ )?on (?:my )?(?:{APP})\b|\b(?:ill|i will|i can|i could|gonna|ima|imma|let me) (?:find|add"
            r"|follow|hit|look|search|message|text|dm|friend|write|contact|call)(?: for)? (?:you|u|ya|yall)(?: guys"
            r"| all)?(?: up)? (?:on|through|via) (?:{APP})\b|\b(?:{FIND}) (?:me|us)(?: up)?(?:,? (?:\w+ ){0,3}?|"
            r" ){ON} (?:my |the |our )?(?:personal |other |new )?(?:{APP})\b|\b(?:lets|let us|we can|we could|we"
            r" should|can we|could we|wanna|want to|you can|u can|you could|feel free to|please|pls|just|better to)"
            r" (?:\w+ )?(?:talk|chat|text|message|speak|connect|link|link up|video|move|continue|switch|take (?:it"
            r"|this)|move (?:it|this)|keep (?:it|this)|call|meet|write|contact)(?: (?:more|later|there|up|this|it"
            r"|over|me|us|privately|in private|instead|outside|to|each other|with me))*(?: (?:{ON}|to))?"
            r" (?:{APP})\b|(?:^|[.!?;] ?)(?:contact|chat|message|talk|text|write|reach out)(?: (?:me|us|now|here))?"
            r" (?:via|through|thru|over|on|by) (?:{CHAT})\b|\b(?:join|come to|come join|hop on|hop in|get on|jump"
            r" in|jump on) (?:my|our|the|us on|me on|this)(?: \w+)? (?:{APP})(?: (?:server|group|channel|chat|page"
            r"|room))?\b",
            PIECES,
        ),
        words=words(f"{_NAMED}| sc"),
        guards=(_BEFORE,),
        must_match=(
            "add me on IG when you get out",
            "find me on facebook",
            "hit me up on snap tonight",
            "you can message me over Telegram",
            "let's talk on whatsapp instead",
            "contact via whats app",
            "join my discord server",
            "hmu, reach me on signal",
            "hmu on snap",
            "search Ana Romero on facebook",
            "I'll find you on insta when I'm out",
            "we can move this to kik",
        ),
        must_not_match=(
            "my mom posts about me on facebook",
            "they used to talk about me on Instagram",
            "I talk to my kids on WhatsApp every Sunday",
            "people would find me on facebook and judge me",
            "she never let me text me on my phone",
            "I spent all day on snap",
            "call me a liar in my face",
            "lets talk about the voice in my head",
        ),
    ),
    Rule(
        code="contact.handle_mine",
        category="contact_info",
        tier="handle",
        purpose="A name on a social network or a messenger, with the signs that such names have.",
        pattern=spell(
            r"\b{MINE} (?:{APP_ES}|user ?name|@|handle|arroba|usuario|gamer ?tag)(?: (?:{NAME}|name|de \w+|en"
            r" \w+))? ?(?:is|es|:|=|,|-)? ?(?:@ ?[a-z0-9._]{3,29}|[a-z0-9.]*[a-z][a-z0-9.]*(?:[0-9_]"
            r"|\.[a-z0-9_])[a-z0-9._]*|[:=] ?[a-z0-9._]{3,29})|\b(?:{APP_ES}) ?(?:{NAME}|name)? ?(?:[:=] ?@?|"
            r" @ ?)[a-z0-9._]{3,30}|@ ?[a-z0-9._]{3,30},? (?:on|en|in|at|via) (?:my |the |el |mi )?(?:{APP_ES})\b"
            r"|\b(?:add|find|follow|hmu|hit|dm|pm|message|msg|search|look up|look for|tag|agrega\w*|sigue\w*"
            r"|busca\w*|escrib\w*) ?(?:me|us|for|at)?(?: up)?(?: at)?:? @ ?[a-z0-9._]{3,30}|\b(?:{APP_ES}) (?:is"
            r"|es) @?[a-z.]*[a-z][a-z0-9.]*[0-9_][a-z0-9._]*|\b(?:im|i am|estoy|soy) (?:on|en|at) (?:{APP_ES})"
            r" (?:as |como |under |at )?@?[a-z.]*[a-z][a-z0-9.]*[0-9_][a-z0-9._]*"
            r"|\b[a-z]{2,}[a-z.]*[0-9_][a-z0-9._]*,? (?:on|en) (?:my |el )?(?:{APP_ES})\b",
            PIECES,
        ),
        words=_WORDS,
        guards=(Guard("a title, not a name", INSIDE, rf"[:=-] ?{_NO_NAME}"),),
        must_match=(
            "my ig is ana_r22",
            "IG: ana_r",
            "my @ is ana.r.22",
            "snap: bob22",
            "mi insta es ana_r22",
            "mi usuario es ana.r",
            "@ana_r22 on insta",
            "dm me @ana_r22",
            "follow @ana_r22",
            "ana_r22 on snapchat",
            "IG is ana_r22",
            "im on snap ana22",
        ),
        must_not_match=(
            "my insta is private now",
            "my facebook was hacked",
            "@ana is here",
            "my snap judgment got me in trouble",
            "mi face está llena de pleitos",
            "my signal is bad in here",
            "12 on facebook day one",
            "Facebook: the highlights of others",
        ),
    ),
    Rule(
        code="contact.handle_mine_plain",
        category="contact_info",
        tier="handle",
        purpose="A name on a social network that is an ordinary word or two.",
        pattern=spell(
            r"\b{MINE} (?:{APP_ES}|user ?name|@|handle|arroba|usuario|gamer ?tag)(?: (?:{NAME}|name|de \w+|en"
            r" \w+))? (?:is|es) (?:[a-z]{2,20} ?){1,3}(?:[.,!]|$)",
            PIECES,
        ),
        words=_WORDS,
        guards=(Guard("what it is like, not a name", INSIDE, rf" (?:is|es) ?(?:{_NO_NAME}|[a-z]+ing\b)"),),
        must_match=(
            "my ig is anaromero",
            "my snap name is big mike",
            "mi face es Ana Romero",
            "my username is lilbob.",
            "mi usuario es anita, agrégame",
        ),
        must_not_match=(
            "my insta is private now",
            "my snap is full of old friends.",
            "my facebook is the reason I relapsed",
            "mi face es muy triste",
            "mi usuario es el mismo de siempre.",
            "my handle on things is slipping",
        ),
    ),
    Rule(
        code="contact.handle_yours",
        category="contact_info",
        tier="handle",
        purpose="Asks for a name on a social network or a messenger.",
        pattern=spell(
            r"\b(?:whats|what is|what are|gimme|give me|drop|send me|lemme get|let me get|can i get|can i have"
            r"|could i get|may i have|i need|i want|share|leave) (?:your|ur|yo|ya|yall|the) (?:{APP}|socials?"
            r"|social media|user ?name|@|handle|gamer ?tag)(?: (?:name|{NAME}))?(?:\W|$)|\b(?:you|u|ya|yall|anybody"
            r"|anyone|somebody|who) (?:got|have|has|gotta|on) (?:a |an |any )?(?:{APP})\b ?(?:$|[?.!,]|acc|too|or)"
            r"|\b(?:are|r) (?:you|u|yall|any of you|any of yall) (?:all )?on (?:{APP})\b|\b(?:{APP}) (?:works|is"
            r" fine|is good|is ok|is best|is better|is easier|would work|also works|too works)(?: (?:too|for me"
            r"|better|best|as well|also|fine))?\b|\b(?:dm|d\.m\.|pm|inbox) (?:me|us)\b|\bslide in(?:to)? (?:my|the"
            r"|ur|your) (?:dms?|inbox)\b|\b(?:check|open) (?:your|ur) dms\b|\b(?:my|the) (?:dms|inbox|pms) (?:are"
            r"|is)(?: always)? open\b",
            PIECES,
        ),
        words=_ASKED,
        guards=(
            _BEFORE,
            Guard("another sense", INSIDE, r"\b(?:got|have|has) (?:a |any )?signal\b|snap (?:decision|judg)"),
        ),
        must_match=(
            "what's your insta?",
            "what's your @",
            "drop your socials",
            "you got snap?",
            "are you on facebook",
            "snapchat works too",
            "telegram is better for me",
            "DM me",
            "PM me for details",
            "my dms are open",
            "slide into my DMs",
        ),
        must_not_match=(
            "what is your face doing",
            "do you use facebook to talk with your family",
            "they would dm me all night",
            "I am on facebook too much",
            "this session works for me",
            "you got a signal in that cell",
            "you have what it takes",
        ),
    ),
    Rule(
        code="contact.handle_es",
        category="contact_info",
        tier="handle",
        purpose="Lo mismo en español: buscarse fuera, en redes o por privado.",
        pattern=spell(
            r"\b(?:agr[e]?ga(?:me|nme|rme)|agreguenme|anade(?:me|nme)|anadanme|sigue(?:me|nme)|siganme|seguirme"
            r"|busca(?:me|rme)|busquenme|escribe(?:me)|escribirme|escribanme|manda(?:me|nme)|mandenme|contacta(?:me"
            r"|rme|nme)|contactenme|habla(?:me|rme)|hablenme|llama(?:me)|llamenme|encuentra(?:me)|me (?:encuentras"
            r"|encuentran|hallas|hallan|buscas|buscan|agregas|escribes|puedes (?:escribir|buscar|agregar|encontrar"
            r"|hablar|contactar))|unete|unanse|hablamos|nos hablamos|platicamos|chateamos|seguimos|nos escribimos"
            r"|nos vemos|podemos hablar|mejor)(?: \w+){0,4}? (?:en|por|al|a|via|con) (?:el |la |mi |tu |nuestro"
            r" )?(?:grupo de )?(?:{APP_ES}|privado|inbox|dm|md|mp|mensaje directo|redes|mis redes)\b|\b(?:dame|deme"
            r"|denme|pasa(?:me)?|pase(?:me)?|pasenme|comparte(?:me)?|mandame|cual es|quiero|necesito|me (?:das"
            r"|pasas|dan)|me puedes (?:dar|pasar)|deja) (?:tu|su|el|tus|sus|el de tu)(?: nombre (?:de|en))?"
            r" (?:{APP_ES}|usuario|arroba|redes)\b|\b(?:tienes|tenes|tienen|usas|alguien tiene|alguien usa|estas en"
            r"|estan en) (?:{APP_ES})\b ?(?:$|[?.!,])|\b(?:escribeme|mandame (?:un )?mensaje|hablame|te escribo|te"
            r" hablo|te mando (?:un )?mensaje|escribanme) (?:al|por) (?:privado|inbox|dm|md|mp|interno en \w+)\b"
            r"|\b(?:te|los|las) (?:busco|agrego|encuentro|escribo|sigo|mando(?: mensaje)?|llamo|hablo) (?:en|por"
            r"|al) (?:el |tu )?(?:{APP_ES})\b|\bmandame (?:un |tu )(?:whats|wats|wasap|guasap|inbox)\b",
            PIECES,
        ),
        words=_SPANISH,
        must_match=(
            "agrégame en face",
            "búscame en Instagram como ana",
            "mándame mensaje al privado",
            "me encuentras en tiktok",
            "pásame tu whats",
            "te busco en face cuando salga",
            "mándame un whats",
            "¿tienes insta?",
            "hablamos por telegram",
            "mejor por wasap",
            "cuál es tu usuario",
        ),
        must_not_match=(
            "hablo con mi mamá por WhatsApp los domingos",
            "dejé el facebook por mi paz",
            "quiero seguir en privado mi proceso",
            "me mandaron al hoyo por hablar",
            "busco trabajo en la red",
            "mi tío tiene facebook y me busca ahí",
        ),
    ),
    Rule(
        code="contact.handle_bare",
        category="contact_info",
        tier="handle",
        purpose="A name as only accounts have them, with an @ in front.",
        pattern=r"(?:^|[ (:])@[a-z0-9.]*[a-z][a-z0-9.]*(?:_+[a-z0-9][a-z0-9._]*|[0-9]{2,}[a-z0-9._]*)",
        words=("@",),
        must_match=("@ana_r22", "thats me @bob1988", "soy @ana_romero", "look: @the_real_bob", "(@ana99)"),
        must_not_match=("@ana is here", "meet @9:30", "pizza @12", "thank you @Bob R.", "5 @ 20 each"),
    ),
)
