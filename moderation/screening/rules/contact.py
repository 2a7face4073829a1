"""Ways to reach each other outside the room: phone numbers and e-mail addresses, English and Spanish.

Telephone numbers are judged by `phones.py` from the tables here; all words are without accents.
"""

from typing import Final

from .base import INSIDE, Guard, Rule, spell

# --- Telephone numbers -------------------------------------------------------------------------------------

#: Words between two groups of figures that don't end the number.
BETWEEN: Final = r"dash|hyphen|guion|raya|punto|dot|point|space|espacio|then|luego|despues|and then|y"
#: Close to a number, these say that it is one to call.
CUES: Final = (
    r"call|text|txt|phone|cell|mobile|tel|tfno|tlfno|tlf|tfn|fono|telephone|ring|dial|fax|hmu|hit me up|reach me"
    r"|(?:my|mi|her|his|su|phone|cell) (?:number|numero|num)|llam\w*|marc[aeo]\w*|cel|celular|movil|telefono"
    r"|whats ?app|wasap|whats|escrib\w*|contact\w*|mensaje"
)
#: Close to a number, these say that it is something else. A number written as one is held all the same.
OTHER_NUMBERS: Final = (
    r"case|docket|cause|doc|inmate|booking|register|badge|id|account|acct|tracking|order|confirmation|ticket"
    r"|claim|serial|invoice|ssn|social security|policy|model|version|ref|reference|isbn|verses?|psalms?"
    r"|chapter|bible|hours?|points?|score|pin|code"
    r"|caso|expediente|causa|folio|registro|interno|cuenta|pedido|poliza|recibo|salmos?|versiculos?"
    r"|capitulo|biblia|matricula|codigo|cedula|dni"
)
#: Stretches of figures that are never part of a telephone number.
NOT_A_PHONE: Final = (
    r"\b(?:19|20)\d\d ?[-/–] ?(?:19|20)\d\d\b",  # years from, to
    r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b",  # 2026-11-23
    r"\b\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:\d\d|\d{4})\b",  # 11/23/2026
    r"\b\d{1,3}:\d\d(?:[-–,]\d{1,3})*",  # times; chapter and verse
    r"[$€£] ?\d[\d.,]*",
    r"\b\d[\d.,]* ?(?:dollars?|bucks|usd|cents|euros?|pesos|dolares|k|mg|ml|kg|lbs?|pounds|miles|years?"
    r"|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|pm|am|percent|libras|kilos|anos?|mes|meses|semanas?"
    r"|dias?|horas?|minutos?|%)(?:\b|\s)",
    r"\b\d{1,3}(?:,\d{3})+\b",  # 1,250,000
    r"\b\d{1,3}(?:\.\d{3}){2,}\b(?: de)? (?:euros|pesos|personas)",
)
#: Lines that anybody may write, without the country's 1: crisis, suicide, addiction, violence at home.
PUBLIC_LINES: Final = frozenset({
    "8002738255", "8886289454", "8006624357", "8007997233", "8006564673", "8664887386", "8775658860",
    "8007842433", "8777267233", "8009112000", "8002900024", "5552598121", "717003717",
})  # fmt: skip

# --- E-mail addresses --------------------------------------------------------------------------------------

_PIECES: Final = {
    "AT": r" ?@ ?| ?[(\[{<_*] ?(?:at|arroba|@) ?[)\]}>_*] ?| (?:arroba|a ?rroba) ",
    "DOT": r" ?\. ?| ?[(\[{<_*] ?(?:dot|punto|\.) ?[)\]}>_*] ?| (?:dot|punto|period) ",
    "SAID_DOT": r" ?[(\[{<_*] ?(?:dot|punto|\.) ?[)\]}>_*] ?| (?:dot|punto|period) ",
    "MAIL": r"gmail|g mail|hotmail|yahoo|outlook|icloud|aol|proton ?mail|proton|ymail|live|msn|gmx|zoho|mail",
    "TLD": r"com|net|org|edu|gov|info|io|me|co|us|es|mx|ar|cl|pe|uk|biz|app|email|example|fr|de",
}
_NOT_A_NAME: Final = Guard(
    "a place, not a name",
    INSIDE,
    r"^(?:work\w*|look\w*|shop\w*|buy|bought|order\w*|found|find|apply|applied|appl\w*|job|site|page"
    r"|go|went|online|read|see|saw|watch\w*) ",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.phone",
        category="contact_info",
        tier="phone",
        purpose="A telephone number, in figures or words, in any of its usual shapes.",
        view="digits",
        must_match=(
            "my number is 312-555-0142",
            "(312) 555 0142",
            "+1 312.555.0142",
            "Call me 3 1 2 5 5 5 0 1 4 2 tonight",
            "text 555-0142 when you get out",
            "three one two, five five five, zero one four two",
            "three one two dash five five five dash oh one four two",
            "mi número es cinco cinco uno dos tres cuatro cinco seis siete ocho",
            "Llámame al 612 34 56 78",
            "+52 55 1234 5678",
            "mi cel 5512345678",
            "312\u200b555\u200b0142",
            "３１２-５５５-０１４２",
            "I'm 34, 312-555-0142, call",
            "double five five, triple one, four two, call me",
        ),
        must_not_match=(
            "Case number 2021-0012345, court is 11/23/2026 at 9:30",
            "my DOC number is 1234567",
            "I have 4 years 3 months 12 days sober",
            "Call 988 or 911, or 1-800-273-8255",
            "Read Psalm 119:105-112 and John 3:16",
            "I owe $1,250,000 and 3,500,000 pesos",
            "I was in from 2009-2014, then 2016-2021",
            "one two three four five six seven eight nine ten",
            "Count down: 10 9 8 7 6 5 4 3 2 1",
            "Born 04/12/1988, out 2026-05-01",
            "12345-678 is my register number",
            "uno dos tres cuatro cinco seis siete",
            "expediente 4567/2021 del juzgado 3",
        ),
    ),
    Rule(
        code="contact.email",
        category="contact_info",
        tier="email",
        purpose="An e-mail address as it is written.",
        pattern=r"[a-z0-9][a-z0-9._%+-]{0,63} ?@ ?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,4}\.[a-z]{2,24}",
        words=("@",),
        must_match=(
            "write me: ana.r@example.org",
            "Mi correo es ANA_R@Ejemplo.es",
            "ana@exam\u200bple.org",
            "ana @ example.com",
        ),
        must_not_match=("meet @ 5.30", "@ana is here", "3 apples @ $1.50 each"),
    ),
    Rule(
        code="contact.email_said",
        category="contact_info",
        tier="email",
        purpose="An e-mail address with its signs said as words: at, arroba, dot, punto.",
        pattern=spell(r"\b[a-z0-9][a-z0-9._-]{0,63}{AT}[a-z0-9-]{1,63}{DOT}{TLD}\b", _PIECES),
        words=("arroba", "rroba", "@", "(", "[", "{", "<", "_", "*"),
        must_match=(
            "ana arroba ejemplo punto com",
            "ana [at] example [dot] org",
            "ana (at) example.com",
            "ana.r arroba gmail.com",
            "ana@example dot com",
        ),
        must_not_match=("we meet (at noon) on the dot", "una arroba de papas y punto"),
    ),
    Rule(
        code="contact.email_spoken",
        category="contact_info",
        tier="email",
        purpose="The same with a bare *at*, which is also an ordinary word.",
        pattern=spell(r"\b[a-z0-9][a-z0-9._-]{0,63} at (?:[a-z0-9-]{1,63}{SAID_DOT}{TLD}|{MAIL}{DOT}{TLD})\b", _PIECES),
        words=(" at ",),
        guards=(_NOT_A_NAME,),
        must_match=("ana at example dot com", "ana22 at gmail.com", "ana dot r at hot-mail dot com"),
        must_not_match=("I work at example dot com", "look at it. Come on", "we eat at noon. me too"),
    ),
    Rule(
        code="contact.email_provider",
        category="contact_info",
        tier="email",
        purpose="A name said together with a mail provider, without any sign between.",
        pattern=spell(
            r"\b(?:(?:my|mi) (?:e-?mail|correo|gmail|hotmail|yahoo|outlook)(?: address| electronico)?(?: is| es)"
            r"|(?:e-?mail|correo|gmail|hotmail|yahoo|outlook)(?: address| electronico)? ?[:=])"
            r" ?[a-z0-9]*[0-9._][a-z0-9._]*[a-z0-9]"
            r"|\b[a-z0-9._]{3,64} (?:gmail|hotmail|yahoo|outlook|icloud|protonmail){DOT}(?:com|es|net)\b",
            _PIECES,
        ),
        words=("mail", "correo", "yahoo", "outlook", "icloud"),
        must_match=("my gmail is ana.r22", "mi correo es ana_r", "ana22 gmail dot com"),
        must_not_match=("my email is broken", "mi correo es privado", "they read my mail."),
    ),
)
