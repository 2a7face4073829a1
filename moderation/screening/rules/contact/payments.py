"""Ways to send money, English and Spanish: named accounts, the offer or request to pay, and *money on my books*.

That money was sent, lost or lacking is ordinary talk; how to send it now is not for the room.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

PIECES: Final = {
    "PAY": r"cash ?apps?|venmo|ven ?moo?|zelle?|pay ?pal|apple pay|google pay|g ?pay|samsung pay|western union"
    r"|money ?gram|money ?grahm|green ?dot|money ?pak|vanilla (?:card|visa)|chime (?:card|account|bank|me)|revolut"
    r"|remitly|xoom|wise transfer|skrill|{PAY_ES}",
    "COIN": r"bit ?coins?|btc|ethereum|usdt|tether|litecoin|crypto",
    "INSIDE": r"j ?pay|gtl|global tel ?link|connect ?network|access corrections|securus|viapath|touchpay|smart"
    r" deposit|corrlinks|union supply|access securepak",
    "PAY_ES": r"bizum|oxxo|mercado ?pago|nequi|daviplata|yape|spei|transferencia|codi|giro postal|moneygram|ath movil",
    "BOOKS": r"(?:my|mi|our|his|her|their|this|your|ur|ya) (?:books?|commissary|comissary|canteen|trust(?: fund)?"
    r"|trust account|jpay|gtl|account|acct|tablet|phone account|spending account|inmate account|card)",
    "MONEY": r"money|cash|\$? ?\d+(?: ?(?:dollars|bucks|\$))?|something|some|funds|a (?:few|couple)(?: of)?"
    r" (?:dollars|bucks)|bread|a deposit|it|a lil something|a little something|cheese|dough|change|paper",
    "SEND": r"put|send|drop|throw|shoot|load|deposit|wire|transfer|add|leave|slide|toss|place|mail|forward",
    "ASKED": r"can|could|would|will|please|pls|plz|you can|u can|you could|someone|somebody|anyone|anybody|if you"
    r"|if u|yall|you all|need (?:you|u|someone|somebody)|want (?:you|u)|you gotta|you have to|u gotta|u have to"
    r"|just|have (?:your|ur|yo|ya|some|them)\w*(?: \w+)?|get (?:your|ur|yo|ya|some)\w*(?: \w+)?(?: to)?|tell"
    r" (?:your|ur|yo|ya|them|her|him)(?: \w+)?(?: to)?|ask (?:your|ur|yo|ya)(?: \w+)? to|make (?:your|ur|them|her"
    r"|him)(?: \w+)?",
}
_WAYS: Final = (
    "cash app|cashapp|cahh app|cahhapp|cahapp|cah app|casapp|cas app|venmo|ven mo|zell|zel|paypal|pay pal|apple pay"
    "|google pay|gpay|g pay|samsung pay|western union|moneyg|money g|green dot|greendot|moneypak|money pak|vanilla"
    "|chime |revolut|remitly|xoom|wise t|skrill|bitcoin|bit coin|btc|ethereum|usdt|tether|litecoin|crypto|jpay|j pay"
    "|gtl|global tel|globaltel|connect network|connectnetwork|access corrections|access securepak|securus|viapath"
    "|touchpay|smart deposit|corrlinks|union supply|bizum|oxxo|mercado pago|mercadopago|nequi|daviplata|yape|spei"
    "|transferencia|codi|giro postal|ath movil"
)
_TOLD: Final = Guard(
    "past or somebody else",
    BEFORE,
    r"\b(?:he|she|they|my (?:mom|mother|dad|father|wife|husband|sister|brother|family|people|girl|son|daughter|aunt"
    r"|uncle|cousin)|used to|never|didnt|dont|wont|cant|wouldnt|always|nobody|no one|stop|sometimes)(?: \w+){0,2} ?",
)
_OUT_OF_USE: Final = Guard(
    "no name behind it",
    INSIDE,
    r" (?:is|es) (?:locked|hacked|empty|closed|down|blocked|broken|gone|frozen|banned|not|still|so|the|a|on|in|at"
    r"|my|messed|fucked|out)\b",
)
_WITHOUT: Final = Guard(
    "about them, not for use",
    AFTER,
    r" ?(?:scam\w*|stole|took|was|were|got|hacked|for (?:dope|drugs|my habit)|crash\w*|prices|is (?:evil|bad|a scam"
    r"|down))",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.payment_way",
        category="contact_info",
        tier="payment",
        purpose="Offers or asks to pay by a service that sends money between people.",
        pattern=spell(
            r"\b(?:let me know if (?:you|u)|do (?:you|u|yall)|if (?:you|u)|can (?:you|u)|could (?:you|u)|(?:you|u)"
            r" can|i prefer|i only|i just|we only|i take|i accept|we accept|we take|do you take|(?:is|are) you on"
            r"|you (?:got|have)|u (?:got|have)|anybody (?:got|have|use)|anyone (?:got|have|use)|accepting|payments?"
            r" (?:by|via|through|thru|with|on|in)|pay(?:ing)? (?:me |us |you |him |her )?(?:by|via|through|thru"
            r"|with|on|in|over))(?: (?:use|take|do|have|got|accept|using|has|send|pay|it|me|us|some|money|a|an|the"
            r"|by|via|with|through|on|my|your))* (?:{PAY})\b|(?:^|[.!?;] ?)(?:\w+ )?(?:use|using) (?:{PAY})\b|\buse"
            r" (?:my |the )?(?:{PAY}) (?:to|for) (?:pay\w*|send\w*|the)|\b(?:{PAY}) (?:works|is fine|is good|is ok"
            r"|is best|is better|also works|is accepted|accepted|me|us|it to|only|ready|preferred)\b|\b(?:what(?:s|"
            r" is)|gimme|give me|drop|send me|send|need|get) (?:your|ur|yo|ya|his|her|their|yall) (?:{PAY})\b"
            r"|\b(?:my|heres my|here is my|this is my|to my|on my|in my) (?:{PAY})(?: (?:name|tag|handle|account|id"
            r"|link|user ?name|wallet|address))?(?: (?:is|es)|:| ?@| ?[$]| =)|\b(?:hit|send|pay|tip|spot|shoot|drop"
            r"|slide|wire|bless|help|lend|loan|throw) (?:me|us)(?: \S+){0,5}? (?:on|via|through|thru|by|with|over"
            r"|in|to my|in my) (?:my |the )?(?:{PAY}|{INSIDE}|{COIN})\b|\b(?:{PAY}) ?(?::|=|@) ?[@$]?[a-z0-9]",
            PIECES,
        ),
        words=words(_WAYS),
        guards=(_TOLD, _WITHOUT, _OUT_OF_USE),
        must_match=(
            "I take Cash App or Zelle",
            "do you use venmo?",
            "zelle works too",
            "what's your cashapp",
            "my cash app is big mike",
            "hit me on my apple pay",
            "send me 20 through Western Union",
            "pay me by Green Dot",
            "PayPal: ana romero",
            "send me 20 on jpay please",
        ),
        must_not_match=(
            "I used cashapp to buy dope back then",
            "my mom sends me money on JPay",
            "my paypal got hacked",
            "she used to pay me with zelle",
            "I work at Western Union",
            "I lost it all in crypto",
            "mi hermana trabaja en el oxxo",
            "that app works for my recovery",
            "I use JPay to email my kids",
            "my cash app is locked",
            "do you have jpay at your facility",
        ),
    ),
    Rule(
        code="contact.payment_books",
        category="contact_info",
        tier="payment",
        purpose="Money to be put on somebody's account inside.",
        pattern=spell(
            r"(?:^|[.!?;] ?|\b(?:{ASKED}),? )(?:\w+ ){0,2}?(?:{SEND}) (?:me |us )?(?:{MONEY}|a \w+|\w+ \w+)?(?:"
            r" \w+){0,3} ?(?:on|in|into|onto|to) (?:{BOOKS})\b|\b(?:ill|i will|i can|i could|imma|ima|gonna|we can"
            r"|we will|my people (?:can|will)|well) (?:{SEND}|have \w+ \w+ (?:{SEND})) (?:you |u )?(?:{MONEY})(?:"
            r" \w+){0,3}? ?(?:on|in|into|onto|to) (?:your|ur|yo|ya|yall|his|her|their) (?:books?|commissary|canteen"
            r"|trust|jpay|gtl|account|tablet)\b|\b(?:ill|i will|i can|we can|gonna|ima|imma|let me|my \w+ (?:can"
            r"|will|could|gonna)|i could)(?: \w+)? (?:cash ?app|venmo|zelle|wire|paypal|bizum) (?:you|u|ya|yall|him"
            r"|her|them)\b|\b(?:i|we|my \w+|they)(?: all)? (?:will|can|gonna|could|going to) (?:{SEND})(?:"
            r" \w+){0,4}? (?:to|on|through|thru|via) (?:your|ur|yo|ya) (?:{PAY}|{BOOKS})\b|(?:^|[.!?,;] ?)(?:send"
            r"|pay|put|drop)(?: \w+){0,4}? (?:to|on|via|through|with|by) (?:my |the )?(?:{PAY}|{INSIDE})\b"
            r"|\b(?:bless|fill|load up|hit) (?:my|our) (?:books|commissary|canteen)\b|\b(?:{ASKED}) (?:\w+"
            r" )?(?:spot|lend|loan|front|cash ?app|venmo|zelle|wire|bizum) me\b",
            PIECES,
        ),
        words=words(
            f"book|commissary|comissary|canteen|trust|account|acct|tablet|card|spot me|lend me|loan me|front me|wire "
            f"|{_WAYS}"
        ),
        guards=(
            _TOLD,
            Guard(
                "a book to read",
                INSIDE,
                r"(?:name|names|word|note|page|picture|look|eyes|trust) (?:\w+ )?(?:on|in)|my trust\b",
            ),
        ),
        must_match=(
            "can somebody put $20 on my books",
            "Put some money on my books please",
            "have your people send something to my commissary",
            "I'll drop 50 dollars on your books",
            "bless my books",
            "I'll cashapp you",
            "my girl will send it to your cash app",
            "you owe me three soups, pay on jpay",
            "can you cashapp me",
            "tell your girl to put money on his account",
            "could anyone spot me till friday",
        ),
        must_not_match=(
            "my mom puts money on my books",
            "my family can't put money on my books anymore",
            "nobody put anything on my books all year",
            "he used to put money on my books",
            "I put my name in the books",
            "I spend my commissary on coffee",
            "please put some trust in me",
        ),
    ),
    Rule(
        code="contact.payment_account",
        category="contact_info",
        tier="payment",
        purpose="The number of an account or a card, asked for or given.",
        pattern=r"\b(?:i need|gimme|give me|send me|whats|what is|what are|tell me|share|can i (?:get|have)|let me"
        r" get|drop|dame|dime|pasame|mandame|necesito|cual es|me (?:das|pasas|mandas)) (?:your|ur|yo|tu|su|the|el"
        r"|la|tus|sus)(?: \w+)? ?(?:account|routing|card|debit|credit|bank|iban|clabe|cuenta|tarjeta|cvv|swift"
        r"|numero de (?:cuenta|tarjeta)|wallet)(?: (?:number|no|num|info|details|address|bancaria|clabe|de"
        r" banco))?\b|\b(?:my|mi|our|the|la|el|esta) (?:account|routing|card|debit card|credit card|clabe|cuenta"
        r"|tarjeta|iban|numero de (?:cuenta|tarjeta))(?: (?:number|no|num|bancaria|clabe))?(?: de (?:mi )?\w+)?(?:"
        r" (?:is|es)|:| ?#)? ?[0-9][0-9 -]{5,30}|\biban ?:? ?[a-z]{2}[0-9]{2}(?: ?[a-z0-9]{4}){2,7}|\b(?:es|de|fr"
        r"|it|pt|gb|nl|be)[0-9]{2}(?: [0-9]{4}){4,6}\b|\b[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{4}\b",
        words=words(
            "account|routing|card|debit|credit|bank|iban|clabe|cuenta|tarjeta|cvv|swift|wallet|0|1|2|3|4|5|6|7|8|9"
        ),
        guards=(
            Guard("a cell mate or a plan", INSIDE, r"^(?:whats|what is) the (?:\w+ )?(?:card|bank|wallet)"),
            Guard("denied", BEFORE, r"\b(?:never|dont|do not|didnt|nunca|no) (?:\w+ )?"),
        ),
        must_match=(
            "I need your routing number",
            "What is your account number?",
            "dame tu número de cuenta",
            "mi CLABE es 012345678901234567",
            "IBAN ES12 0123 4567 8901 2345 6789",
            "my card number is 4000 0012 3456 7899",
            "pásame tu CLABE",
        ),
        must_not_match=(
            "my account got locked",
            "never give me your card",
            "I need your support on this account",
            "me tomo en cuenta lo que dices",
            "dime tu cuento favorito",
            "what is the card game called",
            "they hold me to account",
        ),
    ),
    Rule(
        code="contact.payment_tag",
        category="contact_info",
        tier="payment",
        purpose="A $name, as one cash service has them.",
        pattern=r"(?:^|[ (:])[$][a-z]{3,}(?:_[a-z0-9_-]+|[a-z-]+[0-9]{1,6})\b|\b(?:tag|app|cashapp|handle|account"
        r"|name|pay|paypal|send it to|send to|hit|at|is|:) ?:? ?[$][a-z][a-z0-9_-]{2,20}\b|(?:^"
        r"|[.!?;] ?)[$][a-z]{5,20}$",
        words=("$",),
        guards=(Guard("a word in disguise", INSIDE, r"[$](?:h[i1]t|uck|ex|lut|tup|nitch|hoot|tab|mok|nort|[0-9])"),),
        must_match=("$BigMike22", "my tag is $anaromero", "send it to $anaromero", "cashapp: $bobby", "$ana_romero"),
        must_not_match=("$20 and $30", "this is $hit", "all about the $$$", "he is so $tupid", "A$AP Rocky"),
    ),
    Rule(
        code="contact.payment_crypto",
        category="contact_info",
        tier="payment",
        purpose="An address of a crypto wallet.",
        pattern=r"\b0x[0-9a-f]{30,64}\b|\bbc1[a-z0-9]{20,62}\b|\b(?:btc|bitcoin|wallet|eth|ltc|usdt|crypto)(?:"
        r" \w+)?(?: is)? ?:? ?[a-z0-9]{25,64}\b|\b[13][a-z]+[0-9][a-z0-9]{22,31}\b"
        r"|\b[13][0-9]+[a-z][a-z0-9]{22,31}\b",
        words=words("0x|bc1|btc|bitcoin|wallet|eth|ltc|usdt|crypto|1|3"),
        must_match=(
            "0x00112233445566778899aabbccddeeff00112233",
            "send it to bc1q0exampleexampleexample0000example",
            "BTC: 1ExampleExampleExample0000Example",
            "my wallet 3Example0000ExampleExampleExample",
            "eth wallet: 0x00112233445566778899aabbccddeeff00112233",
        ),
        must_not_match=(
            "bitcoin made me lose my house",
            "1,000 meetings in 3 years",
            "3000000000000000000000000000",
            "that is soooooooooooooooooooooooooooooooooo good",
            "my wallet was stolen",
        ),
    ),
    Rule(
        code="contact.payment_es",
        category="contact_info",
        tier="payment",
        purpose="Lo mismo en español: mandar dinero a alguien, o decir por dónde.",
        pattern=spell(
            r"\b(?:mandame|mandenme|manda(?:me|le)|enviame|enviame|envienme|depositame|depositenme|deposita(?:le)?"
            r"|ponme|ponganme|ponle|pasame|transfiereme|transfiere(?:le)?|prestame|prestenme|hazme|haganme|me"
            r" (?:puedes|puede|pueden|podrias|podrian|podria) (?:mandar|enviar|depositar|poner|transferir|prestar"
            r"|pasar|hacer)|dile a tu \w+ que (?:me )?(?:mande|deposite|ponga|envie|transfiera)|que (?:me"
            r" )?(?:depositen|manden|transfieran))(?: \w+){0,2}? ?(?:un giro|dinero|feria|plata|lana|varo|billete"
            r"|billetes|chavos|baro|pisto|guita|pasta|[$]? ?\d+(?: (?:pesos|euros|dolares|mil))?|un deposito|una"
            r" transferencia|un bizum|una recarga|recarga|saldo)\b|\b(?:mi|este es mi|aqui esta mi|tu|cual es tu"
            r"|dame tu|pasame tu) (?:bizum|nequi|daviplata|yape|mercado ?pago|clabe|paypal|zelle|tarjeta de oxxo"
            r"|ath movil)\b ?(?:es|:|$|[?.])|\b(?:deposit\w+|mand\w+|envi\w+|pag\w+|transfier\w+)(?: \w+){0,4}?"
            r" (?:por|en|al|a mi|en mi|a mi cuenta de|via) (?:el )?(?:bizum|oxxo|nequi|daviplata|yape|spei"
            r"|mercado ?pago|western union|moneygram|mi peculio|peculio|mi cuenta|mi tarjeta|paypal|zelle)\b",
            PIECES,
        ),
        words=words(
            f"mandame|mandenme|mandale|enviame|envienme|depos|ponme|ponganme|ponle|pasame|transfiere|prestame"
            f"|prestenme|hazme|haganme|me puede|me podria|dile a tu|que manden|que me manden|transfieran|peculio|clabe"
            f"|mi cuenta|mi tarjeta|tarjeta de oxxo|{_WAYS}"
        ),
        guards=(
            Guard(
                "past or somebody else",
                BEFORE,
                r"\b(?:mi (?:mama|papa|esposa|familia|hermana|hermano|jefa|mujer|hija|hijo)|ella|ellos|nadie|nunca"
                r"|ya no|no|antes)(?: \w+){0,2} ?",
            ),
            Guard(
                "past",
                INSIDE,
                r"^(?:mandaban?|mandaron|mandaba|depositaban?|depositaron|enviaban?|enviaron|pagaban?|pagaron|pague)\b",
            ),
        ),
        must_match=(
            "mándame dinero a mi cuenta",
            "¿me puedes depositar 200 pesos?",
            "mi Bizum es el de mi hermana",
            "hazme un bizum",
            "deposítame en el OXXO",
            "dile a tu esposa que me mande feria",
            "pásame tu nequi",
        ),
        must_not_match=(
            "mi mamá me mandaba dinero en oxxo",
            "nadie me deposita en mi cuenta",
            "no me mandes dinero",
            "me pusieron en la lista",
            "perdí mi dinero en el juego",
            "pásame la sal",
        ),
    ),
)
