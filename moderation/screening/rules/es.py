"""Español: amenazas y autolesión. (Comments in English, like everywhere.)

Written for the normal form: lower case, no accents (*número* is `numero`, *mañana* is `manana`).
"""

from typing import Final

from .base import AFTER, BEFORE, INSIDE, Guard, Rule, quoted, spell, words

PIECES: Final = {
    "MATAR": r"matar|asesinar|apunalar|acuchillar|ahorcar|estrangular|degollar|balear|balacear|ejecutar"
    r"|descuartizar|linchar|fusilar|exterminar|acribillar|violar|envenenar|decapitar|quemar vivo?s?|picar|chingar"
    r"|aniquilar|eliminar",
    "HERIR": r"golpear|pegar|madrear|herir|lastimar|atacar|patear|partir|reventar|romper|quebrar|cortar|quemar"
    r"|torturar|putear|dar una paliza|destrozar|aplastar|hacer dano|hacer pedazos|moler a golpes|hundir|joder",
    "MATADO": r"asesinad[oa]s?|matad[oa]s?|muert[oa]s?|fusilad[oa]s?|quemad[oa]s?|ahorcad[oa]s?|linchad[oa]s?"
    r"|exterminad[oa]s?|violad[oa]s?|golpead[oa]s?|torturad[oa]s?|ejecutad[oa]s?|castrad[oa]s?|apalead[oa]s?"
    r"|apunalad[oa]s?|eliminad[oa]s?|decapitad[oa]s?|gasead[oa]s?|lapidad[oa]s?",
    "PARTE": r"la (?:cara|madre|cabeza|jeta|boca|trompa|nariz|mandibula|crisma|garganta|vida)|el (?:cuello|hocico"
    r"|culo)|las (?:piernas|patas|manos|costillas)|los (?:huesos|dientes|dedos|brazos|ojos|sesos)|el alma a golpes"
    r"|en pedazos",
    "PERSONA": r"(?:(?:a|al) (?:(?:ese|esa|esos|esas|este|esta|estos|todos|todas|mi|mis|tu|tus|su|sus|un|una|unos"
    r"|los|las|el|la|cualquier|alguien|toda|todo|ti|ustedes|vosotros|el|ella|ellos|ellas|cada)\b(?: (?:los|las|el"
    r"|la|estos|esos|estas|esas))?(?: \w+)?|guardia|oficial|juez|custodio|policia|celador|soplon|sapo|chismoso"
    r"|vecino|cabron|pendejo|tipo))",
    "VOY": r"(?:voy|vamos|iba|vengo|venimos|pienso|pensamos|juro que (?:te|lo|la|los|las|le|les) voy|estoy por"
    r"|estoy listo para)(?: a)?",
    "QUIERO": r"quiero|queremos|quisiera|me gustaria|ganas de|deseo|necesito|tengo que|hay que|tenemos que|debemos"
    r"|deberia(?:n|mos)?|habria que|toca|pienso|planeo|prefiero",
    "TE": r"te|os|los|las|lo|la|les|le|se los|se lo",
    "MATARSE": r"matarme|suicidarme|ahorcarme|colgarme|quitarme la vida|darme un (?:tiro|balazo)|pegarme un (?:tiro"
    r"|balazo)|cortarme las venas|acabar con (?:mi vida|todo|esto|mi sufrimiento)|terminar con (?:mi vida|todo"
    r"|mi sufrimiento)|ponerle? fin a (?:mi vida|todo|mi sufrimiento|esto)|tirarme (?:de|desde|por|al|a un|a una"
    r"|del|por un|por la|bajo|a las) \w+|lanzarme (?:de|desde|al|a un|por|del) \w+|aventarme (?:de|desde|al|a un"
    r"|por|del) \w+|envenenarme|volarme la cabeza|volarme los sesos|tomarme (?:todas|un monton|un frasco"
    r"|el frasco)[^.!?;]{0,12} (?:pastillas|pastilla|medicinas)|irme de este mundo|dejar este mundo"
    r"|dejar de (?:existir|vivir)|meterme un (?:tiro|balazo)|desvivirme|quitarme de en ?medio",
    "MATO": r"me (?:quiero|voy a|vamos a|pienso|quisiera|deberia|tengo que|tendria que|podria|debo|dan ganas de"
    r"|gustaria|puedo|iba a|intente|estoy por|acabo de|toca|da ganas de|entran ganas de)(?: \w+){0,1}? (?:matar"
    r"|suicidar|ahorcar|colgar|quitar la vida|cortar las venas|pegar un (?:tiro|balazo)|dar un (?:tiro|balazo)"
    r"|tirar (?:de|desde|por|al|a un|a una|a las|del) \w+|lanzar (?:de|desde|al|del) \w+|envenenar|volar la cabeza"
    r"|desvivir|aventar (?:de|desde|al|del) \w+)",
    "MORIR": r"morirme|morir|estar muert[oa]|no existir|desaparecer|no estar en este mundo"
    r"|no despertar(?:me)? (?:mas|nunca|jamas)|dormir(?:me)? (?:y|para) (?:no despertar\w*|siempre"
    r"|nunca despertar\w*)|no haber nacido|dejar de (?:existir|vivir|ser|respirar)|no seguir (?:viviendo|vivo|viva"
    r"|aqui)|que (?:todo )?(?:esto )?(?:se )?(?:acabe|termine)(?: todo)?|morirse|no vivir",
    "VIVIR": r"vivir|seguir viviendo|seguir (?:vivo|viva|con (?:mi|esta|la) vida|existiendo|respirando"
    r"|en este mundo)|existir|estar (?:vivo|viva|en este mundo)|despertar(?:me)? (?:mas|nunca|jamas|otra vez"
    r"|de nuevo|manana)",
    "OTRO": r"(?:el|ella|ellos|companero|amigo|amiga|hermano|hermana|primo|prima|hijo|hija|madre|mama|padre|papa"
    r"|esposa|esposo|novia|novio|tio|tia|vecino|alguien|persona|companera|carnal|compa|muchacho|chico|chica)",
}

_DIJO: Final = Guard(
    "someone else said it",
    BEFORE,
    r"\b(?:dijo|dice|decia|dijeron|dicen|diciendo|grito|gritaba|amenazo|amenaza|amenazaron|contesto|escribio|repetia|canta"
    r"|cantaba|segun|cancion|pelicula|libro|frase|voz|voces|titulo)(?: (?:que|me|a|nos|mi|el|ella|ellos|asi|con|y"
    r"|tambien))*[ ,:\"“«¡]*",
    lowers_to="reported",
)
_DIJO_DE_SI: Final = Guard(_DIJO.name, BEFORE, _DIJO.pattern, lowers_to="other")
_NEGADO: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:no|nunca|jamas|tampoco|ni|sin|dej[eo] de|deja de|nadie|evitar|en vez de|no es que|ya no)(?: (?:me|te|lo"
    r"|la|los|las|le|les|es|digo|dije|que|quiero|voy|vamos|a|pienso|he|tengo|ganas|de|intencion|creo|quise|queria"
    r"|puedo|necesito|deseo|pensando|estoy|hay|siquiera|intentaria|quisiera|gustaria|haria)){0,6} ?",
    unless=r"\bno (?:puedo|dejo|paro) (?:mas|de)\b|\bno aguanto\b|\bsin (?:ti|el|ella)\b",
)
_ANTES: Final = Guard(
    "past, before",
    BEFORE,
    r"\b(?:hace (?:\w+ ){0,2}(?:anos?|meses)|en aquel(?:la)? (?:tiempo|epoca|entonces)|de (?:joven|nino|nina)"
    r"|cuando (?:era|tenia|estaba|usaba|consumia)|antes|solia|en el pasado|en (?:19|20)\d\d)\b[^.!?;]{0,60}",
    unless=r"\b(?:ahora|hoy|todavia|aun|pero|otra vez|de nuevo|sigo|antes de)\b",
)
_HACE: Final = Guard(
    "past, after",
    AFTER,
    r"[^.!?;]{0,40}\b(?:hace (?:\w+ ){0,2}(?:anos?|meses)|en aquel(?:la)? (?:tiempo|epoca|entonces)|cuando (?:era"
    r"|tenia|usaba|consumia)|en el pasado|en (?:19|20)\d\d)\b",
    unless=r"\b(?:ahora|hoy|todavia|aun|sigo|como)\b",
)
_PASADO: Final = (_ANTES, _HACE)
_DE_RISA: Final = Guard(
    "a figure of speech",
    AFTER,
    r"[^.!?;]{0,12}\b(?:de (?:la |tanta |tanto |puro |pura |un |el |las |los |puras )?(?:risas?|hambre|sueno|frio"
    r"|calor|amor|verguenza|pena|ganas|envidia|aburrimiento|asco|miedo|ternura|emocion|felicidad|cansancio|alegria"
    r"|sed|nervios|susto|curiosidad|celos|gusto|dolor|flojera|ansiedad|cosquillas|abrazos|besos|viej[oa]s?|ansias"
    r"|antojo|estres|tristeza|lo lind[oa]|impaciencia|desesperacion|coraje|rabia|infarto)|a (?:besos|cosquillas"
    r"|abrazos|preguntas)|riendo|con (?:amor|carino)|sin (?:haber|antes|conocer|ver|ir|probar|hacer|saber|decir\w*"
    r"|verte|vivir)|por (?:un|una|unos|unas|ver|ir|tener|comer|esa|ese|esos|esas|ti|el|ella) ?|jugando"
    r"|en el (?:ajedrez|domino|juego|fut\w*)|en (?:paz|las cartas|un juego)|trabajando|estudiando"
    r"|haciendo ejercicio|limpi[oa]|siendo)\b",
)
_ALGO: Final = Guard(
    "a thing, not a person",
    INSIDE,
    r"\b(?:matar (?:el|la|las|los|dos) (?:tiempo|hambre|rato|pajaros|hormigas|cucarachas|sed|ganas|aburrimiento"
    r"|gusanill?o|mosquitos|moscas|bichos|bacterias|virus|plaga\w*|plantas)|partir (?:de|desde|a|hacia|el pastel"
    r"|la torta|un|el pan)|romper (?:con|el (?:hielo|silencio|ciclo|record)|la rutina|las cadenas)|cortar (?:con"
    r"|el (?:pelo|cabello|pasto)|la (?:llamada|luz))|quemar (?:calorias|grasa)|violar (?:la|las|el|los) (?:ley"
    r"|leyes|regla\w*|norma\w*|libertad\w*|condic\w*|palabra|derecho\w*|ordenes)|picar (?:la|las|el|los|una"
    r"|un) (?:cebolla|verdura\w*|tomate\w*|ajo|carne|fruta)|a toda (?:costa|madre)|pegar (?:un salto|una foto"
    r"|el ojo|la hoja)|eliminar (?:el|la|los|las) (?:virus|grasa|vicio\w*|adiccion|habito\w*|dolor|estres"
    r"|mensaje\w*|correo\w*|foto\w*))",
)
_AVISO: Final = Guard(
    "a warning, not a threat",
    AFTER,
    r"[^.!?;]{0,16}\b(?:si (?:sigues|no (?:dejas|paras|comes|te cuidas|vas|tomas)|consumes|vuelves a (?:usar"
    r"|consumir|tomar)|tomas)|algun dia|todos|de (?:viejo|risa|hambre|sed|frio|calor|cancer|amor|sobredosis))\b",
)
_AMENAZA_GUARDS: Final = (_DIJO, quoted("reported"), _NEGADO, _DE_RISA, _ALGO, *_PASADO)
_SI_GUARDS: Final = (_DIJO_DE_SI, quoted("other"), _NEGADO, _DE_RISA, *_PASADO)


def _p(pattern: str) -> str:
    return spell(pattern, PIECES)


_MATAR: Final = words(
    "matar|mato|matamos|mate|asesinar|apunalar|acuchillar|ahorcar|estrangular|degollar|balear"
    "|balacear|ejecutar|descuartizar|linchar|fusilar|exterminar|acribillar|violar|envenenar"
    "|decapitar|quemar|picar|chingar|aniquilar|eliminar"
)
_HERIR: Final = words(
    "golpear|pegar|madrear|herir|lastimar|atacar|patear|partir|reventar|romper|quebrar|cortar"
    "|torturar|putear|paliza|destrozar|aplastar|hacer dano|pedazos|golpes|hundir|joder"
)

_AMENAZAS: Final = (
    Rule(
        code="es.threat.kill",
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will kill, or want to kill, a person.",
        pattern=_p(
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
        pattern=_p(
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
        pattern=_p(
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
            _DIJO,
            _NEGADO,
            _AVISO,
            *_PASADO,
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
        pattern=_p(
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
            _DIJO,
            quoted("reported"),
            _NEGADO,
            _ALGO,
            _DE_RISA,
            *_PASADO,
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
        pattern=_p(
            r"\b(?:(?:dijo|dice|dijeron|dicen|juro|juraron|amenazo con|amenazaron con|amenaza con|prometio"
            r"|quieren?) (?:que )?(?:me|nos) (?:va|van|iba|iban|quieren?)(?: a)? (?:{MATAR}|golpear|madrear|partir"
            r"|picar)|me (?:quieren|van a|estan amenazando con) (?:{MATAR}|golpear|madrear)(?:me)?|(?:amenazo"
            r"|amenazaron|amenaza|amenazan) con (?:{MATAR}|golpear|madrear|picar)(?:me|nos)|me (?:amenazo"
            r"|amenazaron|tienen amenazad[oa]|amenazan) )"
        ),
        words=(*_MATAR, *words("golpear|madrear|partir|amenaz")),
        guards=(*_PASADO, _DE_RISA),
        must_match=("mi compañero dijo que me va a matar", "me quieren picar", "amenazaron con matarme"),
        must_not_match=("me quieren matar de risa", "hace años dijo que me iba a matar", "mi mamá me va a matar"),
    ),
)

_AUTOLESION: Final = (
    Rule(
        code="es.self_harm.intent",
        category="self_harm",
        tier="intent",
        purpose="The writer wants, means or is thinking of ending their life.",
        pattern=_p(
            r"\b(?:{MATO}|(?:quiero|voy a|quisiera|pienso(?: en)?|estoy pensando en|pensando en|pensado en"
            r"|pensaba en|penso en|decidi|he decidido|planeo|planeando|ganas de|necesito|deseo|me gustaria|debo"
            r"|deberia|tengo que|podria|puedo|mejor|a punto de|list[oa] para|intentar|intento|intente|trate de"
            r"|prefiero|ideas? de|plan para|como|para|pensamientos? de|estoy por|considero|considerando"
            r"|tentad[oa] a|a nada de|queriendo|proceder a|solo|ya)(?: \w+){0,1} (?:{MATARSE})|(?:hoy|esta noche"
            r"|manana|ahora|ya|un dia|si|entonces|mejor|ahorita) (?:mismo )?(?:si )?me (?:mato|suicido|ahorco"
            r"|cuelgo|quito la vida|tiro de)|me (?:mato|suicido|ahorco) (?:hoy|esta noche|manana|ahora|ahorita|y ya"
            r"|si no)|me (?:matare|suicidare|quitare la vida|ahorcare)|(?:pensamientos?|ideas?) (?:suicidas?"
            r"|de suicidio|de muerte)|(?:pienso|pensando|pensado|pense) (?:\w+ )?en (?:el )?(?:suicidio)"
            r"|soy suicida|tengo un plan para (?:morir|matar)|(?:quiero|voy a|pienso) cometer suicidio)\b"
        ),
        words=words(
            "matar|suicid|ahorc|colg|cuelgo|la vida|mi vida| tiro|balazo|venas|acabar con|terminar con"
            "|fin a|tirar|lanzar|aventar|envenenar|volar|pastilla|medicinas|este mundo|dejar de|desviv"
            "|de en medio|de enmedio|me mato|de muerte|plan para"
        ),
        guards=_SI_GUARDS,
        must_match=(
            "me quiero matar",
            "voy a quitarme la vida",
            "estoy pensando en suicidarme",
            "esta noche me mato",
            "Me voy a ahorcar",
            "quiero acabar con mi vida",
            "Antes estaba bien pero ahora me quiero matar",
        ),
        must_not_match=(
            "nunca me voy a matar",
            "no quiero matarme",
            "me voy a matar de risa",
            "antes pensaba en suicidarme",
            "mi amigo dijo que quiero matarme",
            "voy a cortarme el pelo",
            "hace diez años intenté quitarme la vida",
        ),
    ),
    Rule(
        code="es.self_harm.means",
        category="self_harm",
        tier="intent",
        purpose="A means, a time or a farewell.",
        pattern=_p(
            r"\b(?:(?:ya )?(?:tengo|guarde|consegui|escondi|junte|compre) (?:\w+ ){0,3}(?:pastillas|soga|cuerda"
            r"|sabana|navaja|pistola|veneno|cuchillo)\b[^.!?;]{0,30}\b(?:list[oa]s?|para (?:hacerlo|matar|morir"
            r"|acabar|colgar|ahorcar|esta noche)|esta noche)|me (?:tome|trague|acabo de tomar) (?:todas|un monton"
            r"|muchas|un frasco|todo el frasco)(?: \w+){0,2} (?:pastillas|medicinas)|(?:escribi|deje"
            r"|estoy escribiendo|dejo|escribo) (?:\w+ ){0,2}(?:carta|nota) (?:de (?:despedida|suicidio|suicida)"
            r"|suicida)|(?:esta|hoy) (?:es|sera|noche es|noche sera) mi ultim[oa] (?:noche|dia|mensaje|adios|vez)"
            r"|adios (?:para siempre|mundo|a todos para siempre|vida|mundo cruel)|(?:no (?:voy a )?(?:estar|estare"
            r"|despertar|despertare|amanecer|amanecere)) (?:\w+ )?(?:vivo|viva|mucho tiempo mas)"
            r"|no (?:voy a )?(?:despertar|despertare|amanecer|amanecere) manana|(?:me despido) (?:de (?:todos"
            r"|este mundo|la vida)|para siempre)|(?:mejor|facil|rapida|sin dolor) (?:manera|forma) de (?:morir"
            r"|matar|suicid)\w*|(?:manera|forma) (?:\w+ ){0,2}(?:de (?:morir|matarme|suicidarme))"
            r"|como (?:puedo )?(?:matarme|suicidarme|morir sin dolor)|cuando (?:yo )?(?:este muert[oa]|me haya ido"
            r"|ya no este|muera) (?:dile|diganle|cuiden|por favor)|me estoy (?:cortando|matando|ahorcando"
            r"|muriendo por dentro))"
        ),
        words=words(
            "pastillas|soga|cuerda|sabana|navaja|pistola|veneno|cuchillo|medicinas|carta|nota|ultim"
            "|adios|manana|viv|mucho tiempo|me despido|manera de|forma de|manera|forma|matarme"
            "|suicidarme|sin dolor|cuando|me estoy"
        ),
        guards=(
            _DIJO_DE_SI,
            *_PASADO,
            _DE_RISA,
            Guard("denied", BEFORE, r"\b(?:no|nunca) ?"),
            Guard("the last one of something", AFTER, r" (?:aqui|adentro|en|con|de|antes|como)\b"),
        ),
        must_match=(
            "ya tengo la soga lista",
            "me tomé todas las pastillas",
            "escribí mi carta de despedida",
            "adiós para siempre",
            "cuál es la mejor forma de morir",
        ),
        must_not_match=(
            "esta es mi última noche aquí, mañana salgo",
            "me tomé mis pastillas",
            "escribí una carta a mi hija",
            "no voy a estar mañana en el grupo",
        ),
    ),
    Rule(
        code="es.self_harm.wish",
        category="self_harm",
        tier="ideation",
        purpose="A wish to be dead, without a plan.",
        pattern=_p(
            r"\b(?:me (?:quiero|quisiera|gustaria|dan ganas de|da por|estoy queriendo|deseo)(?: \w+)? (?:morir"
            r"|desaparecer|no existir|estar muert[oa]|dormir (?:y|para) (?:no|siempre|nunca))|(?:quiero|quisiera"
            r"|deseo|deseando|ganas de|prefiero|preferiria|ojala|necesito|desearia|gustaria)(?: (?:es|puro|solo"
            r"|mejor|ya|de verdad|tanto|simplemente)){0,2} (?:{MORIR})\b|ojala (?:me|yo|no|hoy|nunca|estuviera|ya"
            r"|pudiera)(?: \w+)? ?(?:muera|muriera|muriese|despierte|despertara|hubiera nacido|existiera|muert[oa]"
            r"|morir(?:me)?|desaparezca|desapareciera|morido|maten|mate|este muert[oa])|(?:dormir"
            r"|dormirme) y (?:ya )?(?:no|nunca|jamas)(?: (?:mas|jamas|volver a))? ?despertar|no despertar (?:nunca"
            r"|jamas|mas)|ya no despertar|(?:estari|seri|vivirian?)\w*(?: \w+){0,2} mejor (?:sin mi"
            r"|si (?:yo )?(?:no|me|muer|estuv)\w*)|(?:mejor|preferiria) (?:estar |estoy |estaria "
            r"|si estuviera )muert[oa]|queriendome (?:matar|morir|suicidar)|(?:no )?deberia (?:estar muert[oa]"
            r"|haber nacido|morir(?:me)?|seguir viv[oa])|desaparecer es lo unico|mejor me muero"
            r"|nadie (?:me )?(?:va a )?(?:extranar|notar|llorar)\w*(?: \w+){0,3} (?:me (?:muera|muero|mate)|morir)"
            r"|(?:merezco|espero|deseo|pido|anhelo) (?:morir(?:me)?|la muerte|mi muerte|estar muert[oa])"
            r"|por que no me (?:muero|mori|mato)|quiero que (?:todo (?:esto )?|esto )(?:se )?(?:acabe|termine)"
            r"|que (?:alguien )?me maten?\b|la muerte (?:es|seria) (?:mi|la) (?:unica|mejor))"
        ),
        words=words(
            "ojala|morir|muert|muera|muriera|muriese|desapar|exist|despert|despierte|nacido|vivir|viva|vivo"
            "|dormir|no estar|dejar de|seguir|sin mi|mejor si|acabe|termine|maten|me mate|muero|mori"
            "|me mato|matar|suicid|la muerte"
        ),
        guards=(
            *_SI_GUARDS,
            Guard("somebody else", BEFORE, r"\b(?:tu|usted|ustedes|el|ella|ellos|te|se|os|nadie|quien|gente|todos) ?"),
        ),
        must_match=(
            "me quiero morir",
            "ojalá me muriera",
            "estarían mejor sin mí",
            "solo quiero desaparecer",
            "quiero dormir y ya no despertar",
        ),
        must_not_match=(
            "me muero de risa",
            "no me quiero morir",
            "antes me quería morir",
            "quiero morir de viejo",
            "nunca quise desaparecer",
        ),
    ),
    Rule(
        code="es.self_harm.no_life",
        category="self_harm",
        tier="ideation",
        purpose="No wish to go on living, without a plan.",
        pattern=_p(
            r"\b(?:(?:no|nunca|ya no|tampoco) (?:\w+ )?(?:quiero|quisiera|deseo|puedo|tengo ganas de"
            r"|tengo fuerzas para|aguanto|soporto|vale la pena|merece la pena|me interesa|merezco|quiera"
            r"|queria)(?: (?:mas|ya|ni|\w+ ni))? (?:{VIVIR})|(?:sin|pierdo las?|perdi las?|no tengo|se me (?:van"
            r"|fueron|quitan|quitaron) las) (?:ganas|razones?|motivos?|deseos?) (?:de|para|por (?:el|la|los"
            r"|las) (?:que|cual(?:es)?)) (?:{VIVIR})|no (?:le )?(?:veo|encuentro|tiene|hay) (?:ningun |el |mas "
            r"|ya )?(?:sentido|razon|motivo|salida)(?: alguno)? (?:a|de|para|en) (?:(?:mi|esta) vida|vivir|seguir)"
            r"|(?:mi|esta) vida (?:ya )?no (?:tiene (?:ningun |mucho )?sentido|vale(?: la pena| nada)?|sirve"
            r"|merece)|no (?:vale|merece) la pena (?:{VIVIR})|(?:cansad[oa]|hart[oa]) de (?:(?:esta|la"
            r"|mi) (?:\w+ )?vida|vivir|existir|estar viv[oa])|odio (?:mi vida|vivir|estar viv[oa]|existir)"
            r"|por que (?:sigo (?:viv[oa]|viviendo)|naci)|para que (?:vivir|sigo viviendo|seguir viviendo|vivo"
            r"|naci)|no (?:aguanto|soporto|puedo) (?:mas )?(?:esta vida|la vida|mi vida|vivir|con mi vida|seguir))\b"
        ),
        words=words("vivir|viviendo|viv|vida|existir|seguir|despertar|estar en|mundo|naci|respirando"),
        guards=(
            _DIJO_DE_SI,
            _DE_RISA,
            *_PASADO,
            Guard("denied", BEFORE, r"\b(?:no es que|no digo que|nunca|jamas)(?: ya)? ?"),
            Guard("somebody else", BEFORE, r"\b(?:tu|usted|ustedes|ella|ellos|te|se|os|nadie|quien|gente|todos) ?"),
            Guard(
                "to live somehow",
                AFTER,
                r"[^.!?]{0,6} (?:con|en|asi de|asi,? (?:voy|quiero|necesito|por eso)|de|del|solo de|aqui|lejos"
                r"|juntos|sin (?:reglas|drogas)|bajo|entre|como|sol[oa]s?|llorando|enojad[oa]|a)\b",
                unless=r"en (?:este|el) mundo",
            ),
        ),
        must_match=(
            "ya no quiero vivir",
            "mi vida no tiene sentido",
            "estoy cansado de vivir",
            "no tengo ganas de vivir",
            "no quiero ni existir",
        ),
        must_not_match=(
            "ya no quiero vivir con mentiras",
            "quiero vivir",
            "la vida vale la pena",
            "no quiero vivir en la calle",
            "no es que ya no quiera vivir",
        ),
    ),
    Rule(
        code="es.self_harm.injury",
        category="self_harm",
        tier="ideation",
        purpose="Hurting oneself, now or lately, without a wish to die being said.",
        pattern=_p(
            r"\b(?:me (?:corte|corto|estoy cortando|he cortado|volvi a cortar|quiero cortar|hice dano|hago dano"
            r"|autolesion\w+|estoy lastimando|lastimo|quiero lastimar|quemo|rasguno)(?: (?:los brazos|las munecas"
            r"|las piernas|la piel|el brazo|la muneca|anoche|otra vez|de nuevo|a mi mism[oa]|a proposito|para))?\b"
            r"|(?:quiero|voy a|necesito|ganas de|pienso en|volver a|volvi a|pensando en|deseo) (?:cortarme"
            r"|lastimarme|hacerme dano|autolesionarme|herirme|quemarme|golpearme)\b)"
        ),
        words=words("cort|dano|autolesion|lastim|me quemo|quemarme|rasgu|herirme|golpearme"),
        guards=(
            *_SI_GUARDS,
            Guard(
                "something else",
                AFTER,
                r" ?(?:el (?:pelo|cabello|dedo)|las unas|la barba|cocinando|con (?:papel|el papel|la cuchara"
                r"|la estufa)|la (?:mano )?(?:cocinando|trabajando|jugando)|jugando|trabajando|afeitando\w*"
                r"|rasurando\w*|la luz|el agua|sin querer|por accidente|la rodilla|la espalda|el pie|el tobillo"
                r"|la barriga|cuando (?:uso|consumo|tomo))",
            ),
        ),
        must_match=("me corté los brazos anoche", "quiero hacerme daño", "me estoy lastimando otra vez"),
        must_not_match=("me corté el pelo", "me lastimé la rodilla", "hace años me corté", "nunca voy a cortarme"),
    ),
    Rule(
        code="es.self_harm.other",
        category="self_harm",
        tier="other",
        purpose="Worry that somebody else means to kill or hurt themselves.",
        pattern=_p(
            r"\b(?:{OTRO})(?: \w+){0,3} (?:se (?:quiere|va a|quiso) (?:matar|suicidar|ahorcar|colgar|quitar la vida"
            r"|cortar)|(?:quiere|va a|piensa(?: en)?|dice que quiere|habla de|hablo de|esta pensando en|amenaza con"
            r"|intento) (?:matarse|suicidarse|ahorcarse|colgarse|quitarse la vida|cortarse|hacerse dano|lastimarse)"
            r"|(?:esta|es) suicida)|\bse quiere (?:matar|suicidar|ahorcar|quitar la vida)"
        ),
        words=words("matar|suicid|ahorcar|colgar|la vida|cortar|hacerse dano|lastimarse"),
        guards=(*_PASADO, Guard("denied", BEFORE, r"\b(?:nunca|no) ?")),
        must_match=("mi compañero se quiere matar", "mi hermana habla de suicidarse"),
        must_not_match=("mi hermano se mató", "hace años mi amigo intentó suicidarse"),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_AMENAZAS, *_AUTOLESION)
