"""Spanish: threats, calls for violence, and anger said as a wish to hurt."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, quoted, words

from .common import ALGO, AVISO, DE_RISA, DIJO, NEGADO, PASADO, spelled

_AMENAZA_GUARDS: Final = (DIJO, quoted("reported"), NEGADO, DE_RISA, ALGO, *PASADO)

_MATAR: Final = words(
    "matar|mato|matamos|mate|asesinar|apunalar|acuchillar|ahorcar|estrangular|degollar|balear"
    "|balacear|ejecutar|descuartizar|linchar|fusilar|exterminar|acribillar|violar|envenenar"
    "|decapitar|quemar|picar|chingar|aniquilar|eliminar"
)
_HERIR: Final = words(
    "golpear|pegar|madrear|herir|lastimar|atacar|patear|partir|reventar|romper|quebrar|cortar"
    "|torturar|putear|paliza|destrozar|aplastar|hacer dano|pedazos|golpes|hundir|joder"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.threat.kill",
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will kill, or want to kill, a person.",
        pattern=spelled(
            r"\b(?:{TE} (?:{VOY}|{QUIERO}) (?:a )?(?:{MATAR})\b|(?:{VOY}|{QUIERO})(?: a)? (?:{MATAR})(?:te|os|lo|la"
            r"|los|las|le|les|telo)\b"
            r"|(?:{VOY}|{QUIERO})(?: a)? (?:{MATAR}) {PERSONA}|(?:te|os|los|las|lo|la|les|le|yo|y"
            r"|,) ?(?:{MATAR})(?:e|emos)\b|\b(?:{MATAR}|masacrar|torturar)(?:e|emos) {PERSONA}|(?:voy"
            r"|vamos) a (?:acabar con|hacer sufrir|desaparecer|deshacerme de|masacrar|torturar) {PERSONA}|(?:te|os"
            r"|los|las) (?:mato|matare|matamos|mataremos|asesinare|apunalo|ahorco|degollare?|acuchillo)\b|(?:lo"
            r"|la) (?:mato|matamos|matare|mataremos)\b)"
        ),
        words=(*_MATAR, *words("apunal|acuchill|ahorc|masacrar|torturar|acabar con|sufrir|desaparecer|deshacerme")),
        guards=_AMENAZA_GUARDS,
        must_match=(
            "Te voy a matar",
            "voy a matarlo cuando salga",
            "los vamos a matar a todos",
            "quiero matar a ese guardia",
            "si hablas te mato",
            "lo quiero apuñalar",
        ),
        must_not_match=(
            "me mata de risa",
            "te voy a matar a besos",
            "voy a matar el tiempo",
            "nunca voy a matar a nadie",
            "no quiero matarlo",
            "mi mamá me va a matar",
            "antes quería matar a ese tipo",
            "dijo que me va a matar",
            "hace años lo quiero matar, decía yo",
            "voy a picar la cebolla",
        ),
    ),
    Rule(
        code="es.threat.hurt",
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will hurt a person.",
        pattern=spelled(
            r"\b(?:(?:te|os|les|le) (?:golpear|pegar|madrear|patear|partir|reventar|romper|destrozar|cortar"
            r"|torturar)(?:e|emos)\b|(?:te|os|les) (?:{VOY}|{QUIERO}) (?:a )?(?:{HERIR})\b"
            r"|(?:{VOY}|{QUIERO})(?: a)? (?:{HERIR})(?:te|os|les)\b|(?:lo|la|los|las"
            r"|le) (?:{VOY}) (?:a )?(?:golpear|pegar|madrear|herir|lastimar|atacar|patear|torturar|dar una paliza"
            r"|reventar|moler a golpes|putear)\b|(?:{VOY})(?: a)? (?:golpear|madrear|patear|atacar|torturar|pegar"
            r"|reventar)(?:lo|la|los|las|le)\b|(?:te|le|les|os|se) (?:{VOY}|{QUIERO})?(?: a)? ?(?:partir|parto"
            r"|partire|rompo|romper|rompere|quebrar|quiebro|reventar|reviento|cortar|corto|arrancar|volar|vuelo"
            r"|sacar) {PARTE}|(?:{VOY})(?: a)? (?:partir|romper|quebrar|reventar|cortar|arrancar)(?:te|le"
            r"|les) {PARTE}"
            r"|(?:{VOY})(?: a)? (?:golpear|madrear|patear|atacar|torturar|herir|lastimar) {PERSONA})"
        ),
        words=(*_HERIR, *words("quemar|parto|partire|rompo|rompere|quiebro|reviento|corto|arrancar|volar|vuelo|sacar")),
        guards=(
            *_AMENAZA_GUARDS,
            Guard(
                "work or play",
                AFTER,
                r" (?:a la (?:chamba|pared|pelota|loteria|puerta)|al (?:gym|gimnasio|balon|trabajo))",
            ),
        ),
        must_match=(
            "te voy a golpear",
            "te parto la cara",
            "le voy a romper la madre",
            "voy a madrear a ese soplón",
            "te vamos a reventar",
        ),
        must_not_match=(
            "te voy a pegar una foto",
            "no te quiero lastimar",
            "voy a romper el hielo",
            "voy a cortar el pelo",
            "nunca te voy a golpear",
        ),
    ),
    Rule(
        code="es.threat.your_end",
        category="threats_violence",
        tier="threat",
        purpose="The writer tells somebody that they will die, be hurt or be found.",
        pattern=spelled(
            r"\b(?:te vas a (?:morir|arrepentir)|vas a (?:morir|morirte|pagar(?:la|las|melo|mela|melas)"
            r"|pagar (?:caro|por esto)|sangrar|arrepentirte|sufrir)|(?:eres|estas) (?:hombre )?muert[oa]"
            r"|ya te cargo|te (?:va|van) a (?:ir (?:muy )?mal|pesar|cargar|matar|picar|madrear|partir)|(?:me"
            r"|nos) la(?:s)? vas a pagar|cuida(?:te)? (?:la|tu) espalda|duerme con un ojo|(?:yo )?(?:se"
            r"|sabemos) donde (?:vives|viven?|duermes|trabajas|esta tu|vive tu)|te (?:voy|vamos) a (?:encontrar"
            r"|buscar|esperar) (?:afuera|donde|y)|tus dias estan contados|date por muert[oa]|te queda poco)\b"
        ),
        words=words(
            "morir|arrepentir|pagar|sangrar|sufrir|muert|cargo|van a|va a|espalda|un ojo|donde viv"
            "|donde duerm|donde trabaj|donde esta tu|encontrar|buscar|esperar|contados|te queda poco"
        ),
        guards=(
            DIJO,
            NEGADO,
            AVISO,
            *PASADO,
            Guard("tired", AFTER, r" (?:de (?:cansancio|sueno|risa|hambre)|en vida)"),
        ),
        must_match=(
            "te vas a morir esta noche",
            "eres hombre muerto",
            "sé dónde vives",
            "me las vas a pagar",
            "cuídate la espalda",
        ),
        must_not_match=(
            "te vas a morir si sigues consumiendo",
            "estás muerta de cansancio",
            "no te vas a arrepentir",
            "vas a pagar la multa con trabajo",
        ),
    ),
    Rule(
        code="es.threat.incite",
        category="threats_violence",
        tier="incitement",
        purpose="The writer says that people should be killed or hurt, or tells somebody to kill themselves.",
        pattern=spelled(
            r"\b(?:(?:hay que|habria que|deberian?(?:mos)?|tenemos que|debemos|alguien deberia(?: \w+)?"
            r"|tendrian? que|tienen que|hay q|vamos a|merecen? que (?:los|las|lo|la)) (?:{MATAR}|golpear"
            r"|quemar)(?:los|las|lo|la|les|le|(?: a)? (?:todos|todas|{PERSONA}))\b|(?:merecen?|mereces|deben"
            r"|deberi(?:an?|as|ais)|tienen que|tendrian? que|habria que|debe) (?:todos |todas )?(?:ser |estar "
            r"|morir )?(?:{MATADO})\b|(?:merecen?|mereces|deberian?|tienen que|tendrian? que|ojala) (?:todos "
            r"|todas |se )?(?:morir(?:se)?|la muerte|mueran|muera|arder)\b|muerte a (?:los|las|el|la|todos|todas"
            r"|ese|esos)|(?:que|ojala) (?:te|se|os) (?:mueras?|mueran|maten|muera|murais|pudran?|pudras)\b"
            r"|ojala (?:te|lo|la|los|las) (?:mate[ns]?|violen|golpeen|quemen)|(?:^|[.!?¡,] ?|anda |mejor |vete y "
            r"|ve y |por favor )(?:matate|suicidate|muerete|ahorcate))\b"
        ),
        words=(
            *_MATAR,
            *_HERIR,
            *words("merec|deb|tien|tendr|habria|ojala|muerte a|que te|que se|que os|matate|suicidate|muerete|ahorcate"),
        ),
        guards=(
            DIJO,
            quoted("reported"),
            NEGADO,
            ALGO,
            DE_RISA,
            *PASADO,
            Guard("a wish, not harm", AFTER, r" de (?:risa|envidia|ganas|hambre|amor|verguenza|celos)"),
            Guard("negated inside", BEFORE, r"\b(?:no|nadie|ninguna?)(?: \w+){0,2} ?"),
        ),
        must_match=(
            "hay que matarlos a todos",
            "deberían morirse",
            "merecen ser quemados",
            "ojalá te mueras",
            "mátate",
            "muerte a los soplones",
        ),
        must_not_match=(
            "nadie merece morir",
            "no te mates trabajando",
            "hay que matar el tiempo",
            "que se mueran de envidia",
        ),
    ),
    Rule(
        code="es.threat.reported",
        category="threats_violence",
        tier="reported",
        purpose="Somebody may be in danger: the writer tells of a threat against themselves.",
        pattern=spelled(
            r"\b(?:(?:dijo|dice|dijeron|dicen|juro|juraron|amenazo con|amenazaron con|amenaza con|prometio"
            r"|quieren?) (?:que )?(?:me|nos) (?:va|van|iba|iban|quieren?)(?: a)? (?:{MATAR}|golpear|madrear|partir"
            r"|picar)|me (?:quieren|van a|estan amenazando con) (?:{MATAR}|golpear|madrear)(?:me)?|(?:amenazo"
            r"|amenazaron|amenaza|amenazan) con (?:{MATAR}|golpear|madrear|picar)(?:me|nos)|me (?:amenazo"
            r"|amenazaron|tienen amenazad[oa]|amenazan) )"
        ),
        words=(*_MATAR, *words("golpear|madrear|partir|amenaz")),
        guards=(*PASADO, DE_RISA),
        must_match=("mi compañero dijo que me va a matar", "me quieren picar", "amenazaron con matarme"),
        must_not_match=("me quieren matar de risa", "hace años dijo que me iba a matar", "mi mamá me va a matar"),
    ),
)
