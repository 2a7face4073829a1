"""Spanish: what people are, by kind, as tables of names; and the slurs for them.

A name alone is never a reason for anything. Many are adjectives too (*los zapatos negros*), so those count only right
after an article or its like; the others count alone. Literals, so that each table is a pattern and a first pass too.
"""

from typing import Final

from moderation.screening.rules.base import words

#: Stems that end in -o, -a, -os, -as; adjectives too.
_STEMS: Final = words(
    "negr|blanc|mulat|mestiz|moren|mexican|cuban|dominican|colombian|venezolan|peruan|bolivian|chilen|ecuatorian"
    "|argentin|paraguay|uruguay|honduren|salvadoren|guatemaltec|haitian|puertorriquen|african|asiatic|latin"
    "|sudamerican|centroamerican|norteamerican|hispan|chin|corean|filipin|rus|polac|ruman|bulgar|italian|ucranian"
    "|turc|palestin|mor|gitan|indi|cristian|catolic|evangelic|autist|cieg|sord|paralitic|mapuch|boricu|sudac|cholit"
    "|gring"
)
_ENDINGS: Final = ("o", "a", "os", "as")
#: Adjectives too, in full.
_AMBIGUOUS_MANY: Final = words(
    "japoneses|franceses|ingleses|alemanes|espanoles|albaneses|libaneses|marroquies|pakistanies|arabes|iranies"
    "|iraquies|israelies|autistas|ilegales|nicaraguenses|catalanes|vascos|panamenos|costarricenses|mormones|budistas"
    "|protestantes|mapuches|bisexuales|queers|africanas|putos|putas|zorras|perras|cholos|cholas|nacos|salvajes"
    "|desviados|retrasados|retrasadas|taradas|tarados|maricas|mariquitas|ateos|invertidos|moros|moras|morenos|prietos"
    "|prietas|mojados|pochos|gabachos|gordas|enanos"
)
_AMBIGUOUS_ONE: Final = words(
    "japones|frances|ingles|aleman|espanol|albanes|libanes|marroqui|pakistani|arabe|irani|iraqui|israeli|autista"
    "|ilegal|nicaraguense|catalan|mormon|budista|mapuche|bisexual|queer|desviado|prieto|prieta|mojado|naco"
)
#: Only ever people.
_CLEAR_STEMS: Final = words(
    "judi|discapacitad|minusvalid|refugiad|extranjer|indocumentad|afroamerican|inmigrad|expatriad|islamic|lisiad|tullid"
)
_CLEAR_ONE: Final = words(
    "musulman|musulmana|inmigrante|migrante|emigrante|indigena|aborigen|afrodescendiente|gay|homosexual|lesbiana"
    "|trans|transexual|transgenero|travesti|transformista|hindu|islamista|mujer|hembra|anciana|anciano|esquizofrenico"
    "|sin papeles|persona de color|persona negra|persona trans|persona gay|persona con discapacidad"
    "|persona discapacitada|hombre negro|mujer negra|mujer trans|hombre trans|hombre gay|feminista"
)
_CLEAR_MANY: Final = words(
    "musulmanes|musulmanas|inmigrantes|migrantes|emigrantes|indigenas|aborigenes|afrodescendientes|gays|gais"
    "|homosexuales|lesbianas|trans|transexuales|transgeneros|transgenero|travestis|transformistas|hindues|islamistas"
    "|mujeres|hembras|ancianos|ancianas|sin papeles|personas de color|gente de color|gente negra|gente trans"
    "|personas negras|personas trans|personas gay|personas gays|personas homosexuales|personas con discapacidad"
    "|personas discapacitadas|hombres negros|mujeres negras|mujeres trans|hombres trans|hombres gay|hombres gays"
    "|pueblos indigenas|pueblos originarios|menas|feministas"
)
#: What they are called to hurt; none of these has a harmless everyday sense.
_SLUR_FORMS: Final = words(
    "sudaca|sudacas|negrata|negratas|panchito|panchitos|panchita|panchitas|machupichu|machupichus|payoponi|payoponis"
    "|conguito|conguitos|espalda mojada|espaldas mojadas|veneco|venecos|veneca|venecas|chinorri|chinorris|indiaco"
    "|indiacos|indio patarrajada|tiraflechas|boliguayo|boliguayos|maricon|maricones|maricona|mariconas|mariconazo"
    "|mariconazos|mariconcito|joto|jotos|jotito|jotitos|tortillera|tortilleras|bollera|bolleras|marimacha|marimachas"
    "|marimacho|marimachos|machorra|machorras|travelo|travelos|traveco|travecos|sodomita|sodomitas|mongolico"
    "|mongolicos|mongolica|mogolico|mogolicos|mogolica|mongolo|mongolos|subnormal|subnormales|moraco|moracos|feminazi"
    "|feminazis|mariposon|mariposones|soplanucas|muerdealmohadas|comepollas|bujarron|bujarrones|negro de mierda"
    "|indio de mierda"
)
#: With a harmless sense as well: they hurt only as *a* … or *the* …
_MILDER_FORMS: Final = words(
    "marica|maricas|mariquita|mariquitas|puto|putos|tarado|tarados|cholo|cholos|indio|indios|salvaje|salvajes"
    "|desviado|desviados|naco|nacos|travesti|travestis|enano|trolo|trolos|retrasado|retrasados|retrasada|retrasadas"
    "|retrasado mental|lisiado"
)
WOMEN_FORMS: Final = words(
    "puta|putas|zorra|zorras|perra|perras|ramera|rameras|furcia|furcias|golfa|golfas|putita|putitas|guarra|guarras"
)


def _ended(stems: tuple[str, ...], *endings: str) -> tuple[str, ...]:
    return tuple(stem + ending for stem in stems for ending in endings)


_LOVES: Final = words("lgtb|lgtbs|lgtbi|lgtbiq|lgbt|lgbts|lgbtq|lgbti|lgbtiq|lgbtqi|lgbtqia")
#: The kinds that patterns tell apart; the first needs an article.
KINDS: Final = {
    "ES_AMBIGUOUS": (*_ended(_STEMS, "os", "as"), *_AMBIGUOUS_MANY),
    "ES_MANY": (*_ended(_CLEAR_STEMS, "os", "as"), *_CLEAR_MANY, *_LOVES, *_SLUR_FORMS),
    "ES_ONE": (
        *_ended(_STEMS, "o", "a"),
        *_ended(_CLEAR_STEMS, "o", "a"),
        *_AMBIGUOUS_ONE,
        *_CLEAR_ONE,
        *_SLUR_FORMS,
    ),
    "ES_SLUR": _SLUR_FORMS,
    "ES_MILD": (*_MILDER_FORMS, *WOMEN_FORMS),
}
#: Said as an insult, or with another sense, in patterns too: they stay words.
PLAIN: Final = words(
    "puto|puta|putos|putas|salvaje|salvajes|desviado|desviados|retrasado|retrasada|retrasados|retrasadas|tarado|tarados"
    "|taradas|subnormal|subnormales|zorra|zorras|perra|perras|ramera|rameras|maricon|maricones|ilegal|ilegales|mujer"
    "|mujeres|blanco|blancos|blancas|blanca|cristianos"
)
PIECES: Final = {
    "SLUR": "{ES_SLUR}",
    "MILD": "{ES_MILD}",
    "NOUN": "{ES_ONE}|{ES_AMBIGUOUS}|{ES_MANY}",
    # *los, todas las, esos putos, ustedes los* …
    "ART": r"(?:(?:los|las|todos|todas|esos|esas|estos|estas|unos|unas|aquellos|aquellas|muchos|muchas|demasiados"
    r"|demasiadas|tantos|tantas|otros|otras|demas|putos|putas|malditos|malditas|pinches|jodidos|jodidas|asquerosos"
    r"|asquerosas|sucios|sucias|mas|ustedes|vosotros|vosotras|ningunos|cuantos|suficientes|tipo de|clase de|tipos de"
    r"|clases de|estupidos|estupidas|pobres|jovenes|cochinos|mugrosos|hartos|tipos|clases|tus|sus|eses|viejos"
    r"|cabrones|los demas|pendejos|hediondos),? )",
    # *sin, de, con*: enough before a name, but then the group is not what the sentence is about.
    "PREP": r"(?:sin|entre|de|con|por|como|a|ni|contra|para|sobre|hacia|solo) ",
    "MANY": "{ART}+{ES_AMBIGUOUS}|{ART}*{ES_MANY}",
    "ONE": r"(?:(?:la|esa|esta|toda la|tanta|puta) )?gente (?:de color|{ES_ONE})|(?:un|una|cualquier|todo|toda"
    r"|ese|esa|este|esta|aquel|aquella|otro|otra|cada|algun|alguna|ningun|ninguna|puto|puta|maldito|maldita|pinche"
    r"|asqueroso|asquerosa|sucio|sucia|como|jodido|eso de|proximo|proxima) (?:(?:puto|puta|maldito|maldita|pinche"
    r"|asqueroso|asquerosa|sucio|sucia|solo|sola|jodido|jodida|simple|vulgar|tipico|mugroso|pobre"
    r"|estupido) )*{ES_ONE}",
    "WHOM": r"(?:{PREP}*(?:{MANY}|{ONE})|{PREP}+{ES_AMBIGUOUS})\b",
}


def _shortest(literals: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that hold another one: whatever holds the longer holds the shorter."""
    kept: list[str] = []
    for literal in sorted(set(literals), key=lambda each: (len(each), each)):
        if not any(shorter in literal for shorter in kept):
            kept.append(literal)
    return tuple(kept)


#: Every name of a group holds one of these. Short stems with their endings, so that they are not in every word.
GROUP_WORDS: Final = _shortest(
    (
        *(stem + ending for stem in _STEMS for ending in _ENDINGS),
        *(stem + ending for stem in _CLEAR_STEMS for ending in _ENDINGS),
        *_AMBIGUOUS_MANY,
        *_AMBIGUOUS_ONE,
        *_CLEAR_ONE,
        *_CLEAR_MANY,
        *_LOVES,
        *_SLUR_FORMS,
    )
)
SLUR_WORDS: Final = _shortest(_SLUR_FORMS)
MILD_WORDS: Final = _shortest((*_MILDER_FORMS, *WOMEN_FORMS))
