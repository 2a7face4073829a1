"""Telephone numbers, English and Spanish: the tables from which `screening/phones.py` judges; no word has an accent."""

from typing import Final

from moderation.screening.rules.base import Rule

#: Words between two groups of figures that don't end the number.
BETWEEN: Final = r"dash|hyphen|guion|raya|punto|dot|point|space|espacio|then|luego|despues|and then|y"
#: Close to a number, these say that it is one to call.
CUES: Final = (
    r"call|text|txt|phone|cell|mobile|tel|tfno|tlfno|tlf|tfn|fono|telephone|ring|dial|fax|hmu|hit me up|reach me"
    r"|(?:my|mi|her|his|su|phone|cell|the|this|that|at|el|al|este) (?:number|numero|num|digits)|llam\w*|marc[aeo]\w*"
    r"|cel|celular|movil|telefono|whats ?app|[wg]u?ats? ?app?|wpp|wsp|[wg]u?asap|whats|telf|escrib\w*|contact\w*"
    r"|mensaje"
)
#: Close to a number, these say that it is something else. A number written as one is held all the same.
OTHER_NUMBERS: Final = (
    r"case|docket|cause|doc|inmate|booking|register|badge|id|account|acct|tracking|order|confirmation|ticket|claim"
    r"|serial|invoice|ssn|social security|policy|model|version|ref|reference|isbn|verses?|psalms?|chapter|bible"
    r"|hours?|points?|score|pin|code|caso|expediente|causa|folio|registro|interno|cuenta|pedido|poliza|recibo"
    r"|salmos?|versiculos?|capitulo|biblia|matricula|codigo|cedula|dni"
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
    "8009810023", "8004224453", "8884252666", "8187739999", "900202010", "8007842433", "8777267233",
    "8009112000", "8002900024", "5552598121", "717003717",
})  # fmt: skip

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.phone",
        version=2,
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
            "call me at 024 555 01 42",
            "my cell is 3l2 555 oi42",
            "Call me tonight at EIZ-SSS-OIAZ",
            "text me 3x1x2x5x5x5x0x1x4x2",
            "mi cel 686 555 01 42",
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
            "CALL ME WHEN IT IS A BIG TEST AGAIN",
            "We play 4x4x2x4 and call it a day",
        ),
    ),
)
