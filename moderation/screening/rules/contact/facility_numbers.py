"""Numbers by which a prison knows a person: with one, anybody can write, send money, or look up a sentence."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule

_COURT: Final = Guard(
    "a case, not a person",
    BEFORE,
    r"\b(?:case|docket|cause|court|order|ticket|invoice|claim|caso|causa|zip|code) ?(?:number|no|num|#|:|is)*\W*",
)
_AT_COURT: Final = Guard(
    "a case, not a person", AFTER, r"[/-][0-9]|[^.!?;]{0,16}\b(?:juzgado|court|tribunal|fiscalia|judge)\b"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.facility_number",
        category="contact_info",
        tier="facility_number",
        purpose="A number that a prison, a jail or the immigration office gave to a person.",
        pattern=r"\b(?:inmate|doc|d o c|cdc|cdcr|tdc|tdcj|fdoc|gdc|idoc|mdoc|ndoc|odoc|vadoc|booking|register"
        r"|offender|prisoner|bop|sid|spn|din|nysid|uscis|icn)(?: (?:id|i\.d\.|number|num|no\.?|nbr|#))?(?: (?:is"
        r"|was|its))? ?[:#]{0,2} ?(?:[a-z]{1,2}[- ]?[0-9]{4,8}[a-z]{0,2}|[0-9]{5,10}(?:-[0-9]{3})?"
        r"|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}|[0-9]{2}-[a-z]-[0-9]{4})\b|\b(?:reg|jail|prison|state|federal|fed|alien"
        r"|commitment|detainee|my inmate|my doc|my booking) (?:id|i\.d\.|number|num|no\.?|nbr|#)(?: (?:is"
        r"|was))? ?[:#]{0,2} ?[a-z]{0,2}-?[0-9]{5,9}\b|\b(?:my|his|her) (?:number|num|no|#|id) (?:is|:|in here is"
        r"|inside is) ?#?(?:[a-z]{1,2}-?[0-9]{4,8}(?:[a-z]{1,2})?|[0-9]{5}-[0-9]{3})\b|\b[0-9]{5}-[0-9]{3}\b"
        r"|\ba(?: ?# ?|-)?[0-9]{8,9}\b|\ba(?: ?# ?|-)?[0-9]{3}[- ][0-9]{3}[- ][0-9]{3}\b|\b(?:write|mail|letters?"
        r"|jpay|find|look|search|send|address|name|put)(?: \w+){0,5} ?,? ?#[a-z]{0,2}[0-9]{5,8}\b",
        words=("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        guards=(_COURT, _AT_COURT),
        must_match=(
            "my number is A1234BC",
            "inmate #0123456",
            "DOC number is 1234567",
            "my register number is 12345-678",
            "look me up, 12345-678",
            "TDCJ 01234567",
            "booking number 20261234",
            "A# 012-345-678",
            "write to Ana Romero #123456",
            "CDCR number AB1234",
        ),
        must_not_match=(
            "case 21-CR-004512",
            "I have 1234567 reasons",
            "I won a 10000 dollar suit",
            "ZIP 60601-4321",
            "docket number 12345-678",
            "I served in state 1999 to 2004",
            "there were a 100 men",
            "a 12345 step",
            "I was in the state pen in 2019",
            "there are in jail 100000 people",
        ),
    ),
    Rule(
        code="contact.facility_number_es",
        category="contact_info",
        tier="facility_number",
        purpose="Lo mismo en español: número de interno, NIS, expediente penitenciario.",
        pattern=r"\b(?:numero|num|no|nro|clave|matricula|folio|ficha|codigo|id)\.?(?: de)? (?:interno|interna"
        r"|recluso|reclusa|reo|preso|presa|ppl|recluta|registro|control|ingreso|identificacion(?: sistematizada)?"
        r"|penitenciari[oa]|confinado|confinada|expediente penitenciario)(?: (?:es|era))?(?:"
        r" el)? ?[:#]? ?[a-z]{0,3}[- ]?[0-9][0-9./-]{3,12}\b|\b(?:nis|n\.i\.s\.?|ppl|interno|interna"
        r"|reo) ?(?:numero|num|no|n)?\.?(?: es)?(?: el)? ?[:#]? ?[0-9][0-9./-]{4,12}\b|\bmi (?:(?:numero de"
        r" )?expediente|matricula|ficha|nis|numero (?:aqui|adentro|de aqui|aqui adentro))(?: es)?(?:"
        r" el)? ?[:#]? ?[a-z]{0,3}-?[0-9]{4,12}\b",
        words=("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        guards=(_COURT, _AT_COURT),
        must_match=(
            "mi número de interno es 123456",
            "NIS 2026123456",
            "mi expediente es 0123456",
            "matrícula de preso: 4512-26",
            "número de confinado B7-12345",
            "mi número aquí adentro es 45120",
        ),
        must_not_match=(
            "expediente 4567/2021 del juzgado 3",
            "mi expediente 4567/2021 sigue en apelación",
            "soy interno hace 12 años",
            "mi número de celda es 214",
            "número de registro civil",
            "llegué con 100 internos",
        ),
    ),
)
