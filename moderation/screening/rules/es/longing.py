"""Spanish: harm that is longed for, called deserved, or held to make the world better."""

from typing import Final

from moderation.screening.rules.base import INSIDE, Guard, Rule, spell, words

from .common import DE_RISA, DIJO, NEGADO, PASADO
from .violence import CITAS, DE_OIDAS, FICCION, VIOLENCE

_PIECES: Final = {
    **VIOLENCE,
    "A_ELLOS": r"(?:a )?(?:(?:{DET}) ){1,4}(?:\w+ )?(?:{GRUPO}|gente|tip[oa]s?|basura|escoria|familia)\b",
    "CON_CLIT": r"(?:matar|apunalar|acuchillar|ahorcar|estrangular|degollar|balear|ejecutar|linchar|fusilar|exterminar"
    r"|violar|envenenar|quemar|torturar|golpear|madrear|patear|reventar|destrozar|disparar|partir|romper|pegar|dar"
    r"|picar)"
    r"(?:te|os|le|les|lo|la|los|las)",
    "ACABARAN": r"erradicaran|exterminaran|mataran|eliminaran|aniquilaran|fusilaran|quemaran|ejecutaran|colgaran"
    r"|desaparecieran|erradicasen|exterminasen|matasen|eliminasen|acabaran con|acabasen con|pusieran fin a",
}


def _escrito(pattern: str) -> str:
    return spell(pattern, _PIECES)


_GUARDS: Final = (DIJO, *CITAS, DE_OIDAS, NEGADO, DE_RISA, *PASADO, FICCION)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.threat.better_without",
        category="threats_violence",
        tier="incitement",
        purpose="The world would be better if people were killed, or somebody should put an end to them.",
        pattern=_escrito(
            r"\b(?:estariamos|estaria|estarian|viviriamos|viviria|seriamos|seria|habria|todo iria)(?: \w+){0,3}?"
            r" (?:mejor"
            r"|mas (?:seguros?|tranquilos?|felices|limpi[oa]s?)|menos problemas|un favor)(?: \w+){0,2}? si(?: \w+)?"
            r" (?:{ACABARAN}) (?:{A_ELLOS})"
            r"|\b(?:que|ojala|esper[oa]|esperar(?: a)? que|esperemos que)(?: que)? (?:alguien|dios|un dia|algun dia"
            r"|por fin"
            r"|pronto)(?: \w+)? (?:ponga|pongan|pusiera) (?:un )?(?:fin|final) a (?:{A_ELLOS})"
            r"|\b(?:es|seria|resulta) (?:muy )?(?:facil|divertido|un placer|lo mejor) (?:{ACABAR}) (?:a )?(?:(?:{DET})"
            r" )?(?:{GRUPO})\b"
            r"|\b(?:matar|eliminar|quemar|violar) a tant[oa]s (?:\w+ ){0,3}(?:{GRUPO}|blancos|personas|gente)(?: \w+)?"
            r" como (?:pueda|pudiera|sea posible)"
        ),
        words=words(
            "mejor si|seguros si|tranquilos si|felices si|problemas si|favor si|cran|ran a|ran con|sen a|sen con|fin a"
            "|final a|ponga|pongan|pusiera|facil|divertido|un placer|a tantos|a tantas|lo mejor|si "
        ),
        guards=_GUARDS,
        must_match=(
            "Todo iría mejor si mataran a los soplones",
            "Viviríamos más tranquilos si mataran a todos los policías",
            "Que alguien ponga fin a esos gringos",
            "sería un placer fusilar a esos guardias",
            "voy a matar a tantos policías como pueda",
        ),
        must_not_match=(
            "Estaríamos mejor si hablaran con sus hijos",
            "Ojalá alguien ponga fin a esta guerra",
            "sería un placer conocer a esos muchachos",
            "Estaríamos mejor si acabaran con la violencia",
            "es fácil juzgar a los presos",
        ),
    ),
    Rule(
        code="es.threat.deserved",
        category="threats_violence",
        tier="incitement",
        purpose="People should be shot, burned or hanged, or an illness and death are wished upon somebody.",
        pattern=_escrito(
            r"\b(?:deberian?|tendrian?|habria|hay|merecen|merecerian|deben|debemos|deberiamos)(?: (?:de|que|todos|todas"
            r"|ya|ser|estar)){0,3} (?:(?:dispar|mat|quem|colg|fusil|ahorc|apunal|ejecut|linch|extermin|gase)ar(?:os"
            r"|les|te|los"
            r"|las)\b|(?:pegar|meter|dar)(?:os|les|te|le) (?:un|dos|unos|varios) (?:tiros?|balazos?|plomazos?)"
            r"|ardiendo\b"
            r"|arder\b|quemarse (?:viv[oa]s?|en)|en (?:el horno|la horca|el paredon|la camara de gas|una fosa|la"
            r" hoguera)"
            r"|bajo tierra\b|tres metros bajo|colgad[oa]s? de|en un ataud)"
            r"|\b(?:espero|ojala|deseo)(?: que)? (?:te |le |les |os )?(?:cojas?|agarres?|pilles?|de[ns]?|pegue[ns]?"
            r"|entre"
            r"|salga) (?:el |un |una |la )?(?:sida|cancer|covid|infarto|tumor|vih|lepra)\b"
            r"|\b(?:espero|ojala|deseo) (?:que )?(?:te|os|se) (?:muera[ns]?|mueran|pudra[ns]?|queme[ns]?) (?:en"
            r"|como|de|lento"
            r"|ya|tod[oa]s|pronto)"
        ),
        words=words(
            "disparar|matar|quemar|colgar|fusilar|ahorcar|apunalar|ejecutar|linchar|exterminar|gasear|tiro|balazo"
            "|plomazo"
            "|ardiendo|arder|horno|horca|paredon|camara de gas|fosa|hoguera|bajo tierra|metros bajo|colgad|ataud|sida"
            "|cancer|covid|infarto|tumor|vih|lepra|muera|pudra|queme"
        ),
        guards=(
            *_GUARDS,
            Guard("a thing", INSIDE, r"\b(?:pan|pizza|pollo|carne|basura|papeles|cartas?|velas?|calorias|grasa)\b"),
        ),
        must_match=(
            "deberían pegaros un tiro a todos",
            "Esos soplones deberían estar ardiendo",
            "Los violadores deben estar en la horca",
            "espero que te dé cáncer",
            "ojalá se pudran en el infierno, ojalá te mueras pronto",
        ),
        must_not_match=(
            "El pan debe estar en el horno",
            "deberían de ayudarte con eso",
            "hay que quemar calorías",
            "espero que no te dé covid",
            "mi abuelo está bajo tierra",
            "no deberían matarlos",
        ),
    ),
    Rule(
        code="es.threat.eager",
        category="threats_violence",
        tier="threat",
        purpose="The writer longs to kill or hurt somebody.",
        pattern=_escrito(
            r"\b(?:no veo (?:el momento|la hora) de|me muero (?:por|de ganas de)|(?:que|me dan|dan) ganas (?:tengo "
            r"|me dan )?de|tengo"
            r" (?:muchas |unas |tantas )?ganas de|estoy deseando|muero por|sueno con|vivo para|solo pienso en)(?:"
            r" poder)?"
            r" (?:{CON_CLIT})(?: el| la| un| una| los| las| en| a|$| ?[.!?,;])"
            r"|\bvoy a por (?:ti|vosotros|ustedes|el|ella|ellos|ellas|tu \w+|su \w+)(?:$| ?[.!?,;]| y )"
            r"|\b(?:te|le|os|les) (?:voy a |vamos a )?(?:saco|sacamos|sacar|arranco|arrancar|rompo|romper|parto|quiebro"
            r"|quiebrar|abro|abrir) (?:los dientes|los ojos|las tripas|la cabeza|el craneo|la lengua|las piernas|los"
            r" brazos|en canal|en dos)\b"
            r"|\b(?:salir|salimos|vamos|iremos|voy|saldre) a (?:salir a )?(?:cazar|linchar|matar|apalear|quemar)"
            r" (?:{GRUPO})\b"
        ),
        words=words(
            "a por |los dientes|los ojos|las tripas|la cabeza|el craneo|la lengua|las piernas|los brazos|en canal"
            "|en dos"
            "|a cazar|a linchar|a matar|a apalear|a quemar|el momento de|la hora de|me muero|muero por|ganas "
            "|deseando|sueno con|vivo para|solo pienso"
        ),
        guards=(
            *_GUARDS,
            Guard(
                "something given, not done to them",
                INSIDE,
                r"\b(?:dar|pegar)(?:te|os|le|les|lo|la|los|las) (?:un|una|el|la|las|los|a) ?(?:abrazos?|besos?|gracias"
                r"|noticia|regalo|sorpresa|mano|mordida|vuelta|probada|telefonazo)?",
                unless=r"(?:golpe|paliza|tiro|balazo|punetazo|madriza|putazo|cachetada|patada)",
            ),
        ),
        must_match=(
            "no veo la hora de romperte la cara",
            "me muero por partirle la cara",
            "tengo ganas de matarlo.",
            "qué ganas de golpearte",
            "voy a por ti y lo sabes",
            "la próxima vez te saco los dientes",
            "vamos a salir a cazar gringos",
            "dan ganas de matarlos a todos",
            "estoy deseando reventarle la cabeza",
        ),
        must_not_match=(
            "no veo la hora de darte un abrazo",
            "me muero por verte",
            "tengo ganas de darle las gracias",
            "no tengo ganas de matarlo",
            "tenía ganas de matarlo hace años, hoy lo perdono",
            "qué ganas de partir el pastel",
            "voy a por pan",
            "el dentista me sacó los dientes",
            "vamos a salir a cazar venados",
        ),
    ),
)
