"""Spanish: goods that may not be inside, and how they come in.

As in English the deal is looked for, not the word: who asks whom for what, at what price, by which way.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import PASADO

_PIECES: Final = {
    "DROGA": r"(?:drogas?|mota|marihuana|mariguana|weed|yerba|hierba|perico|cocaina|chiva|heroina|cristal|piedra"
    r"|crack|fentanilo|pastillas|pastas|pepas|chochos|rivotril|clona|clonazepam|tachas|mdma|extasis|hachis|porros?"
    r"|tussi|tusi|ketamina|keta|polvo|metanfetamina|meta|foco|suboxone|k-?2|spice|lsd|acidos?|hongos|bazuco|basuco"
    r"|paco|merca|falopa|farlopa|costo|tramadol|opio|anfetaminas?|estupefacientes|narcoticos)",
    "COSAS": r"(?:tabaco|cigarros?|cigarrillos?|tragos?|licor|tequila|vino|chicha|pruno|celular(?:es)?|celus?|chips?"
    r"|sim|cargador(?:es)?|puntas?|fierros?|navajas?|cuchillos?|armas?|pistolas?|cuetes?|balas|municion(?:es)?"
    r"|contrabando|productos? ilegal(?:es)?|mercancia)",
    "ALGO": r"(?:{DROGA}|{COSAS})",
    "UNA": r"(?: (?:un|una|unos|unas|algo de|algun|alguna|el|la|los|las|de|poca?|poquit[oa]|mas|buen|buena|mi|mis|tu"
    r"|su|sus|esa|ese|esas|esos|estas?|estos?|gramos?|bolsas?|bolsitas?|toque de|cajetillas? de|paquetes? de"
    r"|tiras? de|onzas?|kilos?|\d+))*",
    "PRECIO": r"(?:\$ ?\d+|(?:\d+|un|una|dos|tres|cuatro|cinco|diez|veinte|cincuenta|cien|doscientos) (?:pesos"
    r"|dolares|varos|bolas|soles|lucas|euros|sopas?|maruchans?|timbres?|estampillas?|tarjetas?|latas?))",
    "FIN": r"(?: ?$| ?[.!?,;:]| (?:aqui|hoy|ahorita|ahora|para (?:mi|hoy|vender|la noche)|por ahi|porfa\w*|carnal"
    r"|compa|hermano|bro|wey|guey|vato|en (?:el|la) (?:patio|modulo|pabellon|celda|bloque|penal|dormitorio)"
    r"|por {PRECIO}|a {PRECIO})\b)",
    "AVISE": r"(?:avisen?|me (?:avisan|dicen|buscan|avisas|dices|buscas)|busquenme|buscame|interesados|al privado"
    r"|inbox|manden mensaje|quien quiera|el que quiera|diganme|caiganle|caele|por mensaje)",
    "LUGAR": r"(?:(?:a|al|en|por|para|dentro de|hasta|con)(?: (?:el|la|los|las|mi|su|tu))? (?:penal|carcel|prision"
    r"|reclusorio|cereso|modulo|pabellon|celda|dormitorio|visita\w*|aduana|patio|barda|muro|malla|reja|cerca|correo"
    r"|paqueteria|custodio\w*|guardias?|revision|inspeccion|cacheo|comida|unidad|zapato\w*|avion|aeropuerto)|adentro"
    r"|aqui(?: adentro)?|pa dentro|para adentro|sin que (?:se den cuenta|nos vean|lo vean|lo noten|me cachen"
    r"|te cachen))",
}
_NO: Final = Guard(
    "not",
    BEFORE,
    r"\b(?:no|nunca|jamas|nadie|ni|sin|tampoco|deje de|deja de|dejar de|evitar|ya no|en vez de)(?: \w+){0,4} ?",
)
_OTROS: Final = Guard(
    "somebody else, or in a story",
    BEFORE,
    r"\b(?:ellos|el|ella|gente|personas?|los que|las que|aquel|aquellos|policias?|guardias?|custodios?|familia|mama"
    r"|papa|hermano|primo|amigos?|hijo|hija|la calle|de que|dicen|dicen que|decian|dijo|acusan|acusaron|por|de"
    r"|preso por|sentencia por|condenad\w+ por|empece a|antes|cuando|vida|anos|ganas|tentacion|suene|sone|sueno"
    r"|me ofrecieron|ofrecieron|ofrecio|arrepient\w+)(?: (?:que|se|me|le|la|lo|te|nos|todavia|siempre|ya|solo))* ?",
)
_TRATO: Final = Guard(
    "treatment, or a thing named after it",
    AFTER,
    r" ?(?:de chocolate|que me (?:receto|dio el|recetaron)|recetad\w+|para (?:dormir|la presion|el dolor|la diabetes"
    r"|mi)|de (?:la presion|mi tratamiento|la enfermeria|la virgen|vidrio|la esperanza|jabon|toque|jardin)|en (?:mi"
    r"|tu|su) (?:sangre|vida|familia|pasado|cuerpo|casa)|anonim\w+|nuev[oa]s? de trabajo|preciosas?|en el (?:zapato"
    r"|camino|rinon)|a la que|bendita)",
)
_LIMPIO: Final = Guard(
    "recovery",
    BEFORE,
    r"\b(?:limpi[oa]|sobri[oa]|recuperacion|ansias?|antojo|recaida|recaer|tentad[oa]|adiccion|dia \d+|la enfermedad"
    r"|tratamiento)\b[^.!?;]{0,60}",
)
_ANSIA: Final = Guard(
    "a craving, or a refusal",
    AFTER,
    r"[^.!?;]{0,40}\b(?:pero (?:no|dije|se|voy|aguant\w+|resist\w+)|ansias?|dije que no|padrino|recaer|limpi[oa]"
    r"|sobri[oa]|recuperacion)\b",
)
_GUARDS: Final = (_NO, *PASADO, _OTROS, _TRATO, _LIMPIO, _ANSIA)


def _spelled(pattern: str) -> str:
    return spell(pattern, _PIECES)


_ALGO: Final = words(
    "drog|mota|marihuana|mariguana|weed|yerba|hierba|perico|cocaina|chiva|heroina|cristal|piedra|crack|fentanilo"
    "|pastillas|pastas|pepas|chochos|rivotril|clona|tachas|mdma|extasis|hachis|porro|tussi|tusi|keta|polvo|meta|foco"
    "|suboxone|k2|k-2|spice|lsd|acido|hongos|bazuco|basuco|paco|merca|falopa|farlopa|costo|tramadol|opio|anfetamina"
    "|estupefaciente|narco|tabaco|cigarr|trago|licor|tequila|vino|chicha|pruno|celu|chip|sim|cargador|punta|fierro"
    "|navaja|cuchillo|arma|pistola|cuete|balas|municion|contrabando|ilegal"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.contraband.who_has",
        category="contraband",
        tier="seeking",
        purpose="Asks who has, sells or brings drugs or other forbidden goods, or where they are to be had.",
        pattern=_spelled(
            r"\b(?:quien|quienes|alguien|alguno|algun compa|nadie|ustedes)(?: (?:de ustedes|aqui|me|nos|que|por ahi"
            r"|mas|todavia|sabe quien|sabe donde|anda|puede|quiere|podria|trae y))* (?:tiene|tienen|trae|traen|vende"
            r"|venden|vendiendo|consigue|consiguen|conecta|mueve|mueven|rola|pasa|traiga|venda|tenga|consiga|vender"
            r"|conseguir|pasar|traer|mete|meta|presta){UNA} {ALGO}{FIN}"
            r"|\bme (?:consigues?|consiguen|vendes?|venden|rolas?|conectas|puedes (?:conseguir|vender"
            r"|rolar)){UNA} {ALGO}{FIN}"
            r"|\b(?:tienes|tienen|tendras|tendran|traes|traen|vendes|venden|te queda|les queda|consigues|conectas"
            r"|mueves){UNA} {DROGA}{FIN}"
            r"|\b(?:donde|en donde|como|con quien|de que forma|formas? de|maneras? de|se puede|se pueden|es posible"
            r"|puedo|que debo hacer si quiero|quiero|necesito|ocupo|ando buscando|busco como|quisiera"
            r"|vamos a)(?: (?:se|puedo|puede|podria|hago para|hacer para|le hago para|aqui))* (?:consigo|consigue"
            r"|conseguir|compro|compra|comprar|conecto|conectar|encuentro|agarro|agarrar|obtener|adquirir|compren"
            r"|comprarme|conseguirme){UNA} {ALGO}\b"
            r"|(?:^|[.!?,¿¡] ?)(?:busco|ando buscando|ocupo|compro|estoy buscando|necesito|cambio)(?:{UNA} {ALGO}"
            r"| (?:un|una) (?:dealer|conecte|proveedor)){FIN}"
            r"|\b(?:a como|a cuanto|en cuanto|cuanto (?:cuesta|vale|por|quieres por|pides por))(?: (?:esta|das|dan"
            r"|la|el|las|los|sale|salen|un|una|por|me))* (?:gramo de |bolsa de )?{ALGO}{FIN}"
            r"|\b(?:comprar|vender)(?: \w+){0,2} (?:en|dentro de) el mercado negro\b|\b(?:comprar"
            r"|conseguir)(?: \w+){0,2} (?:drogas|armas)(?: \w+)? (?:en linea|por internet)\b"
        ),
        words=(*_ALGO, *words("mercado negro|mercancia|dealer|conecte|proveedor")),
        guards=_GUARDS,
        must_match=(
            "¿Quién vende mota aquí?",
            "alguien trae cristal?",
            "¿Tienes perico?",
            "dónde consigo unas pastillas",
            "busco chiva, pago bien. Busco tabaco.",
            "a cómo la piedra, carnal",
            "quien tiene un celular, con chip?",
        ),
        must_not_match=(
            "mi primo tiene drogas en su pasado",
            "¿Quién tiene hambre?",
            "antes yo sabía quién vende mota en mi colonia",
            "no quiero comprar droga nunca más",
            "quiero comprar mota pero no, hoy estoy limpio",
            "¿Alguien tiene pastillas para dormir que le recetaron?",
            "busco ayuda para dejar el cristal",
            "como consigo perdonar a mi papá",
        ),
    ),
    Rule(
        code="es.contraband.selling",
        category="contraband",
        tier="offer",
        purpose="Offers drugs or other forbidden goods.",
        pattern=_spelled(
            r"(?:^|[.!?,;:¡¿] ?|\b(?:yo|aqui|todavia|si|ya|les|te|se|tambien|hoy) )(?:vendo|estoy vendiendo"
            r"|ando vendiendo|se vende|vendemos|cambio|muevo|ando moviendo|ofrezco|remato){UNA} {ALGO}\b"
            r"|\b(?:tengo|traigo|hay|tenemos|traemos|llego|me llego){UNA} {ALGO}(?: (?:buen[oa]|del? buen[oa]"
            r"|fresc[oa]|fin[oa]|barat[oa]|rica))*(?: para (?:vender|la venta)| a la venta| de venta"
            r"| a (?:solo )?{PRECIO}| en {PRECIO}| por {PRECIO}|[^.!?]{0,25}\b{AVISE})"
            r"|\b(?:te|les|le|os) (?:consigo|vendo|traigo|paso|rolo|mando|conecto|puedo conseguir|puedo vender"
            r"|puedo traer|ofrezco|cambio){UNA} {ALGO}\b"
            r"|\b{ALGO} (?:a|por|en) (?:solo )?{PRECIO}(?:{FIN}| cada)|\b{PRECIO} (?:por|el|la)(?: (?:la|el|un|una"
            r"|gramo|bolsa|de|toque|cigarro))* {ALGO}{FIN}"
            r"|\b(?:quien|alguien|el que|los que) (?:quiere|quiera|quieran|necesita|ocupa"
            r"|guste)(?: comprar)?{UNA} {ALGO}(?:{FIN}|[^.!?]{0,20}{AVISE})"
            r"|\b(?:quiero|vamos a|voy a|pienso|puedo|hay que|quisiera) (?:vender|mover|distribuir"
            r"|traficar)(?: con)?{UNA} {ALGO}\b"
            r"|\bcomo (?:vender|distribuir|traficar|mover|usar el)(?: \w+){0,2} (?:{DROGA}|armas|contrabando)\b"
            r"|\borgani[zc]a\w* (?:una |un )?(?:\w+ ){0,2}(?:narcotrafico|venta de drogas|red de (?:drogas"
            r"|contrabando|trafico))|\boperacion (?:\w+ )?de (?:narcotrafico|contrabando|venta de drogas)"
            r"|\bganar?(?: \w+){0,3} (?:dinero|lana|feria|plata)[^.!?]{0,30}\b(?:transportar|vender|vendiendo"
            r"|moviendo|transportando|pasar|mover) (?:drogas?|mota|armas|cristal)"
            r"|\b(?:hay|tengo|traigo|llego|tenemos){UNA} {DROGA}\b[^.!?]{0,25}{PRECIO}"
        ),
        words=(*_ALGO, *words("mercancia|trafico")),
        guards=(
            _NO,
            *PASADO,
            _TRATO,
            Guard(
                "in a story",
                BEFORE,
                r"\b(?:dicen que|dijo que|decia|acusan|acusaron|por|de que|cuando|mi primo|mi hermano"
                r"|la gente)(?: (?:yo|ya|me|te|les|se|todavia))* ?",
            ),
        ),
        must_match=(
            "Vendo mota a dos sopas",
            "te consigo pastillas para el viernes",
            "tengo cristal del bueno, me buscan",
            "tabaco a 50 pesos",
            "¿quién quiere perico?",
            "traigo unas puntas a la venta",
            "Cómo vender droga en el patio",
        ),
        must_not_match=(
            "vender droga me trajo aquí",
            "yo vendía mota en la esquina",
            "ya no vendo droga, ni quiero",
            "me acusan de que vendo cristal y no es cierto",
            "tengo pastillas que me recetó el doctor",
            "tengo una piedra en el riñón",
            "te traigo cigarros de chocolate, dijo mi abuela",
            "hay hierba en el jardín",
        ),
    ),
    Rule(
        code="es.contraband.bring_in",
        category="contraband",
        tier="smuggling",
        purpose="How goods come in: at a visit, over the wall, past a search.",
        pattern=_spelled(
            r"\b(?:met(?:er|o|e|emos|an|ele|erle|elo|erlo|anlo|ela|erla)|pas(?:ar|o|a|amos|en|arlo|arla|alo|ala"
            r"|arle)|tra(?:er|e|iga|igan|eme|erme|ele|erlo|erla|elo|ela)|introducir|colar|aventar|avienta|aventarlo"
            r"|lanzar|tirar|tira|esconder|esconde|ingresar|contrabandear|bajar|transportar|cargar|llevar"
            r"|subir)(?: (?:me|a|nos|les))?{UNA} (?:{ALGO}|mercancia|(?:el|un) (?:paquete|bulto|encargo)) {LUGAR}"
            r"|\b(?:celular(?:es)?|celus?|telefonos?|droga|mota|cristal|paquetes?) (?:adentro|pa dentro)(?: (?:por"
            r"|a) {PRECIO}|{FIN})"
            r"|\b(?:aventar|avienta|avientan|avienten|lanzar|lanza|lancen|tirar|tiren|aventarlo|aventarla|avientalo"
            r"|tiralo|lanzalo|tirarlo|lanzarlo|pasarlo)(?: \w+){0,3} (?:por|sobre|encima de|arriba de) (?:la "
            r"|el )?(?:barda|muro|malla|cerca|reja|pared)\b"
            r"|\b(?:tengo|hay|conozco|consegui|pagale|pagarle|pago|paga) (?:a )?(?:un|una|al|el|la) (?:custodio"
            r"|custodia|guardia|celador|oficial|cocinero|enfermer[oa])(?: \w+)?(?: (?:que|para que|y))+ (?:nos |me "
            r"|te |lo |la |le )*(?:mete|meta|trae|traiga|pasa|pase|deja pasar|mueve)\b(?:{UNA} {ALGO}| (?:lo que"
            r"|todo|cosas|de todo)|{FIN})"
            r"|\b(?:busco|ocupo|necesito|quiero) (?:una? |otra )?(?:mulas?|burrer[oa]s?)\b|\b(?:eludir|evadir|burlar"
            r"|librar|esquivar|pasar|brincar)(?: (?:la|el|las|los))? (?:inspeccion|revision|aduana|cateo|cacheo"
            r"|detector|perros|arco|control\w*)[^.!?]{0,40}\b(?:{ALGO}|transportar|meter|paquete)\b"
            r"|\b(?:papel|cartas?|hojas?) (?:remojad[oa]s?|mojad[oa]s?|rociad[oa]s?|empapad[oa]s?|con) ?(?:con |en "
            r"|de )?(?:droga|k-?2|spice|quimico|cristal|lsd|acido)\b"
            r"|\b(?:mi|tu|su) \w+ (?:mete|meta|metera|va a meter|puede meter){UNA} {ALGO}\b"
        ),
        words=(
            *_ALGO,
            *words(
                "paquete|bulto|encargo|telefono|barda|muro|malla|cerca|reja|pared|custodi|guardia|celador|oficial"
                "|cociner|enfermer|mula|burrer|transportar|meter|quimico|mercancia"
            ),
        ),
        guards=(
            _NO,
            *PASADO,
            Guard(
                "what others do, or what was",
                BEFORE,
                r"\b(?:ellos|los guardias|los custodios|el guardia|el custodio|la gente|todos|quisieron|quiso"
                r"|intento|intente|intentaron|agarraron|cacharon|caer|cayo|cai|por|acusaron|acusan|cuando|dicen"
                r"|dicen que|obligaban|obligaba|obligaron|obligan|obliga|me pidieron|pidieron)(?: (?:que|de|a|al|por"
                r"|me|lo|la|se|le|querer|intentar|siempre|nos|tratar de))* ?",
            ),
        ),
        must_match=(
            "dile a tu vieja que meta mota por la visita. Meter mota en la visita es fácil",
            "quiero meter un celular al penal",
            "avienten el paquete por la barda a las nueve",
            "tengo un custodio que mete lo que quieras",
            "ocupo una burrera para el domingo",
            "cómo pasar cristal por la aduana sin que se den cuenta",
            "celular adentro por 500 pesos",
        ),
        must_not_match=(
            "los guardias traen droga aquí y nadie dice nada",
            "me agarraron por meter mota al penal",
            "nunca voy a pedirle que meta droga en la visita",
            "mi mamá trae comida a la visita",
            "aventamos la pelota y cayó lejos",
            "me obligaban a meter droga al penal",
            "el custodio trae las cartas",
        ),
    ),
    Rule(
        code="es.contraband.making",
        category="contraband",
        tier="making",
        purpose="How to make alcohol, drugs or weapons, or that it is being made.",
        pattern=_spelled(
            r"\b(?:como (?:se )?(?:puedo |puede |podria )?|ensename a |receta para |quiero |vamos a |estoy "
            r"|ayudame a |formas? de |maneras? de |se )(?:hacer|hago|hace|haciendo|preparar|preparo|prepara"
            r"|preparando|fabricar|fabrico|fabrica|fabricando|cocinar|cocino|cocinando|fermentar|fermentando"
            r"|cultivar|cultivo|afilar|afilo|afilando|producir|elaborar)(?: (?:un|una|unos|unas|mi|mis|el|la|algo de"
            r"|mas|propi[oa]|cas[eo]r[oa]|de))* (?:pruno|chicha|vino|alcohol|licor|tepache|drogas?|metanfetamina"
            r"|cristal|crack|heroina|puntas?|filero|fileros|armas?|pistolas?|navajas?|bombas?|explosivos?|molotov"
            r"|marihuana|mota|lsd|extasis)\b"
            r"|\breceta (?:del?|para) (?:pruno|chicha|vino|licor|cristal)\b|\b(?:el|la|ya hay|ya esta(?: el"
            r"| la)?) (?:pruno|chicha|tepache) (?:ya )?(?:esta (?:list[oa]|fermentando)|list[oa])\b|\b(?:galon"
            r"|botella|litro|bolsa)s? de (?:pruno|chicha)\b|\bafil(?:ar|a|o|ando|amos) (?:un|una|el|la"
            r"|mi) (?:cepillo|cuchara|hueso|varilla|fierro|lata)\b"
        ),
        words=words(
            "pruno|chicha|vino|alcohol|licor|tepache|drog|metanfetamina|cristal|crack|heroina|punta|filero|arma"
            "|pistola|navaja|bomba|explosivo|molotov|marihuana|mota|lsd|extasis|afil"
        ),
        guards=(_NO, *PASADO, _TRATO, _LIMPIO),
        must_match=(
            "¿Cómo se hace el pruno?",
            "receta de pruno con naranja y pan",
            "enséñame a hacer una punta",
            "estoy preparando chicha para el sábado",
            "cómo fabricar un arma",
            "afilar un cepillo en el piso",
        ),
        must_not_match=(
            "antes sabía hacer cristal y lo perdí todo",
            "no quiero hacer alcohol aquí",
            "hicimos una cruz de jabón",
            "el alcohol me quitó todo",
            "quiero hacer vida sin drogas",
            "encontraron pruno en el baño",
        ),
    ),
)
