"""To ask somebody in the room for their number, their e-mail or where they live, English and Spanish."""

from typing import Final

from moderation.screening.rules.base import BEFORE, INSIDE, Guard, Rule, words

_TOLD: Final = Guard(
    "past or somebody else",
    BEFORE,
    r"\b(?:he|she|they|asked|asks|ask|said|says|told|cops?|police|intake|people|used to|never|dont|didnt|when"
    r" someone|if someone|pregunt\w+|dijo|dijeron|nunca|no)(?: (?:me|us|him|her|ever|nos|le|that))* ?[\"“:,]* ?",
)
_PUBLIC: Final = Guard(
    "a public line",
    INSIDE,
    r"\b(?:hotline|lifeline|helpline|crisis|emergency|sponsors?|lucky|favorite|draft|suerte|favorito)\b",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.asks_number",
        category="contact_info",
        tier="phone",
        purpose="Asks for the number or the e-mail of somebody in the room.",
        pattern=r"\b(?:gimme|give me|send me|drop|leave|text me|lemme get|let me get|can i (?:get|have)|could i"
        r" (?:get|have)|may i (?:get|have)|i need|i want|share|what(?:s| is)|slide me|shoot me|pass me|trade|swap"
        r"|exchange) (?:me )?(?:your|ur|yo|ya|yalls?|you) (?:\w+ )?(?:phone|cell|mobile|number|num|digits|e-?mail"
        r"|contact info\w*|contacts?|contact details|phone number|cell number)(?: (?:number|num|address|#))?\b"
        r"|\b(?:lets|we should|we can|wanna|want to|can we) (?:exchange|trade|swap) (?:numbers|contacts?|info"
        r"|contact info|e-?mails|digits)\b|\b(?:dame|deme|pasa(?:me)?|pase(?:me)?|mandame|deja|dejame|regalame"
        r"|comparte(?:me)?|cual es|quiero|me (?:das|pasas|regalas|dejas|mandas)|me puedes (?:dar|pasar)|nos pasamos"
        r"|intercambiamos) (?:tu|su|el|los|tus)(?: \w+)? ?(?:telefono|numero|celular|cel|correo|movil|whats\w*"
        r"|contactos?|numeros|email|e-mail)\b",
        words=words("phone|cell|mobile|num|digits|mail|contact|info|telefono|cel|correo|movil|whats"),
        guards=(
            _TOLD,
            _PUBLIC,
            Guard(
                "not theirs",
                INSIDE,
                r"\b(?:what(?:s| is)) (?:your|ur) (?:favou?rite|lucky|one|cell|number one) (?:number|mate|block"
                r"|like)|\bcell (?:like|mate|block)|number one|numero uno|\bsu numero\b|the number of|numero de"
                r" (?:celda|hijos|caso)|el (?:numero|correo|cel)\b|los (?:numeros|contactos)",
            ),
        ),
        must_match=(
            "give me your number",
            "can I get your cell number before you leave",
            "what's your email?",
            "let's exchange numbers",
            "pásame tu número",
            "¿cuál es tu correo?",
            "me das tu teléfono",
        ),
        must_not_match=(
            "he asked me give me your number",
            "what is your favorite number",
            "what is your cell like",
            "I lost your email",
            "what is the crisis number",
            "quiero el número de la clínica",
            "dame tu opinión",
        ),
    ),
    Rule(
        code="contact.asks_address",
        category="contact_info",
        tier="address",
        purpose="Asks where somebody in the room lives.",
        pattern=r"\b(?:what(?:s| is)|gimme|give me|send me|drop|can i (?:get|have)|i need|i want|tell me|share)"
        r" (?:your|ur|yo|ya) (?:home |house |street |mailing |new |exact )?(?:address|addy)\b|\b(?:cual es|dame"
        r"|deme|dime|digame|pasame|mandame|quiero|necesito|me (?:das|pasas)) (?:tu|su|la|el) (?:direccion"
        r"|domicilio)(?: (?:de (?:tu|su) casa|exacta|completa|particular))?\b|\b(?:give me|what is|whats) the"
        r" (?:street|house) number\b|\bwhat street (?:do|are) (?:you|u)\b|\b(?:en que calle|donde exactamente)"
        r" (?:vives|vive usted|estas viviendo)\b",
        words=words(
            "address|addy|direccion|domicilio|street number|house number|what street|en que calle|donde exactamente"
        ),
        guards=(_TOLD,),
        must_match=(
            "what's your address?",
            "What is your home address",
            "give me your addy",
            "¿Cuál es tu dirección?",
            "dígame la dirección de su casa",
            "what street do you stay on",
            "¿en qué calle vives?",
        ),
        must_not_match=(
            "where do you live, what state?",
            "the cop said give me your address",
            "I need to address your point",
            "¿de dónde eres?",
            "quiero cambiar la dirección de mi vida",
            "necesito una dirección para mi libertad condicional",
        ),
    ),
)
