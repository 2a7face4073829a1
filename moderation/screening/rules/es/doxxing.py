"""Spanish: other people's private details, and contact with victims."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

PIECES: Final = {
    "CARGO": r"custodios?|celador(?:a|es)?|guardias?|oficial(?:a|es)?|jue[zc](?:a|es)?|fiscal(?:es)?|policias?"
    r"|agentes?|comandante|director(?:a)?|alcaide|detective|jurados?|funcionari[oa]s?|vecin[oa]s?|jef[ea]"
    r"|maestr[oa]|profesor(?:a)?|emplead[oa]s?|alumn[oa]s?|estudiantes?",
    "PARTE": r"victimas?|testigos?|denunciantes?|querellantes?|sapos?|soplon(?:es|a|as)?|chivat[oa]s?|dedos?|ratas?"
    r"|agraviad[oa]s?|ofendid[oa]s?|acusador(?:a)?|(?:la|el|los|las)? ?(?:muchacha|muchacho|mujer|chica|chico|tipa"
    r"|tipo|vieja|senora|senor|persona|morra|morro|tia|tio|gente)s? que (?:me |nos )?(?:denuncio|denunciaron|acuso"
    r"|acusaron|delato|delataron|demando|puso la denuncia|metio preso|metio aqui|puso el dedo|testifico|declaro|va"
    r" a (?:testificar|declarar)|sapeo|chivo)",
    "EX": r"ex|ex ?(?:mujer|marido|esposa|esposo|novia|novio|pareja|companera|suegra)|la (?:mama|madre) de (?:mis"
    r" hijos|mi hij[oa]|mi nin[oa])",
    "PAREJA": r"mujer|esposa|esposo|marido|novia|novio|pareja|vieja|{EX}",
    "SECRETO": r"(?:la |las |el )?(?:contrasenas?|claves?|password|mensajes|ubicacion|paradero)(?: (?:de|del) \w+)?",
    "ALGUIEN": r"alguien|otra persona|una persona|otras personas|otra gente|un usuario|una usuaria|(?:esa|ese|esta"
    r"|este|una|un|aquella|aquel) (?:persona|tipo|tipa|muchacha|muchacho|chica|chico|mujer|hombre|vieja|senora"
    r"|senor|morra|morro)",
    "QUIEN": r"{ALGUIEN}|(?:mi|su|el|la|al|del|los|las|ese|esa|un|una|este|esta|mis) (?:{CARGO}|{PARTE}|{EX})",
    "DATO": r"(?:la |el |su |los |las |sus )?(?:direccion(?:es)?|domicilio|numero(?: de (?:telefono|celular|movil"
    r"|tarjeta|cuenta|seguro(?: social)?))?(?: movil)?|telefono(?: movil)?|celular|paradero|ubicacion|placas?"
    r"|matricula|contrasenas?|clave(?: de \w+)?|datos(?: personales| privados)?|informacion(?: personal| privada)?"
    r"|tarjetas? de credito|cuenta(?: de \w+)?|historial medico|curp|dni|cedula)",
    "VIVE": r"vive[ns]?|viviendo|trabaja[ns]?|queda[ns]?|se esconden?|se (?:esta )?quedan?|duerme|estaciona|se mudo"
    r"|anda|para|parquea|lleva a sus hijos|esta (?:viviendo|trabajando|quedandose|escondid[oa])",
    "VICTIMA": r"(?:la|el|los|las|mi|a la|al|a los|a las|a mi|esa|ese|a esa|a ese|una|un) ?(?:{PARTE})|{PARTE}",
    "ELLA": r"ella|el|ellos|{VICTIMA}|mi (?:{EX})|a mi (?:{EX})|esa (?:mujer|muchacha|vieja|tipa|persona)",
    "RETIRAR": r"(?:retir|quit|saqu|levant|desist|dej)\w*(?: de)?(?: (?:todos?|toda|la|los|las|el|esa|esos|sus?|mi"
    r"|ya|me))* ?(?:denuncias?|cargos?|demandas?|acusacion(?:es)?|querellas?|orden(?: de (?:restriccion|alejamiento"
    r"|proteccion))?|testimonio|declaracion)",
    "CALLAR": r"no (?:testifi\w+|declar\w+|vay\w+ (?:a la corte|al juicio|a la audiencia|al juzgado|a declarar|a"
    r" testificar)|se present\w+|habl\w+ (?:con|en) (?:la|el|los) (?:policia|fiscal\w*|corte|juicio|juzgado"
    r"|abogad\w*)|diga(?:n)? nada(?: en)?|venga(?:n)? a(?:l| la) (?:juicio|corte|audiencia))|cambi\w+ (?:su|la|de)"
    r" (?:declaracion|testimonio|version|historia)|se (?:calle|quede callad[oa]|retracte|desdiga|eche para atras)"
    r"|diga que (?:no fui yo|fue mentira|mintio|se equivoco|todo (?:fue|es) mentira)",
    "ORDEN": r"orden(?: judicial)? de (?:alejamiento|restriccion|proteccion|no contacto)|orden de no acercar\w+"
    r"|alejamiento|orden de restriccion|medida de alejamiento|perimetral|restriccion perimetral",
}
_NO: Final = Guard(
    "not to be done, or told of somebody else",
    BEFORE,
    r"\b(?:no (?:puedo|debo|voy a|quiero|pienso|debemos|me dejan|me permiten|se puede|hay que|pienso)|nunca|jamas"
    r"|sin|prohibido|prohiben|evitar|en vez de|mi abogad[oa]|la abogada|el abogado|el juez|la jueza|el fiscal|la"
    r" policia|me pidieron|me dijeron|peligro de|peligros de|miedo (?:a|de))(?: \w+){0,4} ?",
)
_NO_AT_ONCE: Final = Guard("denied", BEFORE, r"\b(?:no|nunca|jamas|ni) ?")
_CON_AYUDA: Final = Guard(
    "through the people for it",
    AFTER,
    r"[^.!?;]{0,50}\b(?:abogad\w+|mediaci\w+|mediador\w*|justicia restaurativa|programa|capellan|perdon\w*"
    r"|disculp\w*|reparar|enmiendas?|orar|rezar|oracion|si el juez)\b",
)
_CON_AYUDA_ANTES: Final = Guard(
    "through the people for it",
    BEFORE,
    r"\b(?:abogad\w+|mediaci\w+|mediador\w*|restaurativ\w+|capellan|perdon\w*|disculp\w*|enmiendas?|paso (?:8|9"
    r"|ocho|nueve)|rezo|oro|oracion\w*|programa)\b[^.!?;]{0,60}",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.doxxing.ask_details",
        category="doxxing",
        tier="private_details",
        purpose="Pide la dirección, el número, los papeles o las claves de otra persona.",
        pattern=spell(
            r"\b(?:como (?:puedo|podria|hago para|le hago para|se puede|consigo|encuentro|averiguo|obtengo)|donde"
            r" (?:puedo|podria|consigo|encuentro)|quien (?:sabe|tiene|me consigue|me da)|alguien (?:sabe|tiene|me"
            r" consigue|puede)|necesito|quiero|quisiera|me gustaria|ayudame a|ayudenme a|busco|consigueme"
            r"|consiganme|dame|denme|pasame|mandame|dime|cual es|cuales son|puedes|puede|pueden|tienes|tienen)(?:"
            r" (?:saber|conseguir|encontrar|obtener|averiguar|tener|hallar|buscar|ver|conocer|rastrear|sacar|me"
            r"|conseguirme|decirme|darme|cual es|acceder a|entrar (?:a|en)))* ?(?:{DATO})(?: (?:movil"
            r"|personal(?:es)?|exact[oa]|privad[oa]s?|particular|de (?:la )?casa|de facebook|de instagram))* (?:de"
            r"|del) (?:{QUIEN}|{CARGO}|{PARTE})\b|\b(?:informe|reporte|datos|informacion)(?: \w+){0,8}? (?:paradero"
            r"|vida|domicilio|rutina) de (?:{ALGUIEN}|{QUIEN})\b|\b(?:como (?:puedo|podria|hago para|le hago para)"
            r"|quiero|necesito|ayudame a|ayudenme a|cual es)(?: (?:saber|ver|entrar (?:a|en)|acceder a|hackear|leer"
            r"|rastrear|sacar|conseguir))* (?:{SECRETO}) de mi (?:{PAREJA})\b",
            PIECES,
        ),
        words=words(
            "password|mensajes|direccion|domicilio|numero|telefono|celular|paradero|ubicacion|placa|matricula"
            "|contrasena|clave|datos|informacion|informe|reporte|tarjeta|cuenta|historial|curp|dni|cedula"
        ),
        guards=(
            _NO,
            _NO_AT_ONCE,
        ),
        must_match=(
            "¿cómo puedo conseguir la dirección de mi ex?",
            "alguien sabe el domicilio de la juez",
            "necesito el número de teléfono de una persona",
            "¿quién tiene los datos del custodio?",
            "quiero la contraseña de facebook de mi mujer",
            "pásame la dirección de esa muchacha",
        ),
        must_not_match=(
            "necesito el número de mi abogado",
            "quiero la dirección de la clínica",
            "no puedo dar la dirección de mi ex",
            "¿cómo puedo encontrar un trabajo?",
            "tengo cuenta con alguien",
            "busco información de los cursos",
        ),
    ),
    Rule(
        code="es.doxxing.where",
        category="doxxing",
        tier="private_details",
        purpose="Pregunta o dice dónde vive, trabaja o para otra persona.",
        pattern=spell(
            r"\b(?:alguien|quien|alguno|quiero|necesito|averigua\w*|averiguen|ayudame a|dime|diganme|tienes|puedes"
            r"|puede|busquen|investig\w+|hay que|tengo que|vamos a|voy a|me (?:puedes|pueden) decir)(?:"
            r" (?:sabe[ns]?|saber|averiguar|decir|encontrar|ver|conocer|de|si|por favor))* (?:a |por |en )?donde"
            r" (?:\w+ )?(?:{VIVE})\b(?: (?:ahora|ella|el|ahorita|{QUIEN}|{CARGO}))?|\bdonde (?:vive|trabaja|para"
            r"|esta viviendo|se queda|queda la casa d?el?|lleva a sus hijos) (?:{QUIEN}|(?:la|el|ese|esa|mi)"
            r" (?:{CARGO}|{EX}))\b|\bdonde (?:vive|trabaja|esta viviendo|se esta quedando|se queda) (?:ella"
            r" )?(?:ahora|ahorita|hoy en dia|actualmente)\b|\b(?:ya )?(?:se|sabemos|averigue|averiguamos|mi gente"
            r" sabe|mis homies saben|tengo) (?:bien )?donde (?:vives|viven ustedes|trabajas|vive tu \w+|trabaja tu"
            r" \w+|vive (?:el|la|ese|esa) (?:{CARGO}|{PARTE})|trabaja (?:el|la|ese|esa) (?:{CARGO}|{PARTE})|vive"
            r" (?:esa|ese) \w+)\b|\b(?:{CARGO}|{PARTE}) (?:\w+ )?(?:vive|se queda|estaciona) (?:en|por|cerca de"
            r"|atras de|detras de|frente a|junto a|al lado de) (?:la|el|las|los|su) (?:calle|colonia|avenida|barrio"
            r"|casa|esquina|escuela|iglesia|edificio|parque|tienda|mercado|urbanizacion|residencial"
            r"|fraccionamiento)\b",
            PIECES,
        ),
        words=words("donde|vive|para |queda|estaciona|trabaja|compra"),
        guards=(
            _NO,
            _NO_AT_ONCE,
            Guard("somebody of the other one", AFTER, r" ?(?:tu|su|usted|ustedes|mi)\b"),
            Guard("unknown", BEFORE, r"\b(?:no|nadie|ni)(?: \w+){0,2} ?"),
        ),
        must_match=(
            "¿alguien sabe dónde vive la fiscal?",
            "averigüen dónde trabaja",
            "ya sé dónde vives",
            "¿dónde vive mi ex ahora?",
            "la testigo vive en la calle de atrás de la iglesia",
            "¿dónde está viviendo ahora?",
            "sabemos dónde vive ese custodio",
        ),
        must_not_match=(
            "no sé dónde vive y está bien",
            "¿dónde vives tú?",
            "mi mamá vive en la calle Juárez",
            "nadie sabe dónde vive",
            "no tengo donde vivir",
            "quiero saber dónde trabajar",
        ),
    ),
    Rule(
        code="es.doxxing.details_told",
        category="doxxing",
        tier="private_details",
        purpose="Da o difunde la dirección, el número o los papeles de otra persona.",
        pattern=spell(
            r"\b(?:aqui esta|esta es|este es|tengo|tenemos|consegui|conseguimos|les dejo|ahi les va|les paso|te"
            r" paso|encontre) (?:la direccion|el domicilio|las placas|los datos|el numero|la placa|la ubicacion)"
            r" (?:de|del) (?:{QUIEN}|(?:la|el|ese|esa)? ?(?:{CARGO}|{PARTE}))\b|\b(?:publi\w+|sub\w+|postea\w*"
            r"|postear|comparta\w*|comparte\w*|difund\w+|riega\w*|filtr\w+)(?: \w+)? (?:su|sus|la|los|el)"
            r" (?:direccion|domicilio|datos|placas?|telefono|numero)\b(?: de (?:{QUIEN}))?|\b(?:la direccion|el"
            r" domicilio) (?:de|del) (?:{QUIEN}|(?:la|el|ese|esa)? ?(?:{CARGO}|{PARTE})) es\b",
            PIECES,
        ),
        words=words("direccion|domicilio|placa|datos|numero|ubicacion|telefono"),
        guards=(_NO, _NO_AT_ONCE, Guard("not to be done", BEFORE, r"\b(?:no|nunca)(?: \w+){0,2} ?")),
        must_match=(
            "aquí está la dirección de la juez",
            "tengo las placas del custodio",
            "publiquen su dirección",
            "conseguí el domicilio de la testigo",
            "la dirección de ese fiscal es la de la esquina",
        ),
        must_not_match=(
            "tengo la dirección de mi mamá",
            "no compartas tus datos",
            "aquí está el número del programa",
            "les paso los datos de la clínica",
            "nunca publiques su dirección",
        ),
    ),
    Rule(
        code="es.doxxing.victim_drop",
        category="doxxing",
        tier="victim_contact",
        purpose="Quiere que la víctima o un testigo retire la denuncia, cambie lo dicho o calle.",
        pattern=spell(
            r"\b(?:dile[s]?|diganle[s]?|digale[s]?|decirle[s]?|pidele[s]?|pidanle[s]?|pedirle[s]?|haz|hagan|hagamos"
            r"|hacer|logren|logra|lograr|convence\w*|convenzan\w*|obliga\w*|obliguen\w*|paga(?:le|rle)s?"
            r"|paguenle[s]?|habla con \w+|hablen con \w+|necesito que|quiero que|mas le vale|asegura\w*|asegure\w*"
            r" (?:de )?|avisale|avisenle|escribele|mandale a decir)(?: \w+){0,6}? (?:{RETIRAR}|{CALLAR})|\b(?:mas"
            r" le vale|le conviene|mejor que|que ni se le ocurra)(?: \w+){0,3} (?:{RETIRAR}|{CALLAR}|testificar"
            r"|declarar|hablar con la policia)",
            PIECES,
        ),
        words=words(
            "denuncia|cargo|demanda|acusacion|querella|orden|testimonio|declar|testifi|corte|juicio|audiencia"
            "|juzgado|se present|habl|diga|cambi|se calle|callad|retracte|desdiga|eche para"
        ),
        guards=(
            _NO,
            _NO_AT_ONCE,
            _CON_AYUDA_ANTES,
            Guard("the lawyer is to do it", INSIDE, r"\b(?:abogad|fiscal|juez|jueza)\w* (?:que|para)?"),
        ),
        must_match=(
            "díganle que retire la denuncia",
            "díganle a mi esposa que retire los cargos",
            "dile a mi ex que quite los cargos",
            "hagan que la testigo no declare",
            "más le vale que no testifique",
            "convéncela de retirar la denuncia",
            "quiero que cambie su declaración",
            "avísale que no vaya a la corte",
        ),
        must_not_match=(
            "me retiraron los cargos ayer",
            "no voy a decirle que retire la denuncia",
            "mi abogado dice que retire la demanda",
            "quiero que cambie mi vida",
            "ella retiró la denuncia hace años",
            "dile que venga al juicio a apoyarme",
        ),
    ),
    Rule(
        code="es.doxxing.victim_reach",
        category="doxxing",
        tier="victim_contact",
        purpose="Quiere llegar a la víctima o a un testigo, o mandarles un recado.",
        pattern=spell(
            r"\b(?:quiero|necesito|como puedo|como le hago para|puedes|puede|pueden|podrias|alguien|ayudame a"
            r"|ayudenme a|voy a|vamos a|tengo que|hay que|tratar de|intento|buscar la manera de|forma de|manera"
            r" de)(?: (?:que|me|le|puede|pueda|alguien|ir a|yo|ayude a|ayudar a))* (?:contactar(?:me)?|hablar"
            r"|hablarle|hable|llamar|llamarle|llame|escribir|escribirle|escriba|encontrar|encuentre|localizar"
            r"|localice|buscar|busque|ver|visitar|visite|llegar|avisar|avisarle|avise|mandarle (?:un )?(?:mensaje"
            r"|recado|carta)|mandar (?:un |una )?(?:mensaje|recado|carta)|acercarme|comunicarme)(?: (?:a|con|de"
            r"|le))? (?:{VICTIMA})\b|\b(?:mand[ae]\w*|llev[ae]\w*|pas[ae]\w*|entreg\w*|dal[ea]\w*|denle|hazle"
            r" llegar|haganle llegar|hacerle llegar)(?: \w+){0,2}? (?:un |una |el |la |este |esta |mi"
            r" )?(?:mensajes?|recados?|cartas?|notas?|razon) (?:a|para) (?:{VICTIMA}|mi (?:{EX}))\b|\b(?:dile"
            r"|diganle|avisale|avisenle|adviertele|llamale|llamenle|escribele|asusta|asusten|amenaza|amenacen"
            r"|visiten|visita) (?:a )?(?:la |el |al |los |las |mi |esa |ese )(?:{PARTE})\b|\b(?:llama(?:la|lo)"
            r"|llamen(?:la|lo)|escribe(?:le)|escriban(?:le)|habla(?:le)|busca(?:la)|busquen(?:la)|contacta(?:la"
            r"|lo)) (?:de mi parte|por mi)\b",
            PIECES,
        ),
        words=words(
            "victima|testigo|denunciante|querellante|sapo|soplon|chivat|dedo|rata|agraviad|ofendid|acusador|denunci"
            "|acus|delat|demand|metio|puso|testif|declar|sapeo|chivo|mensaje|recado|carta|nota|razon|de mi parte|por"
            " mi"
        ),
        guards=(_NO, _NO_AT_ONCE, _CON_AYUDA, _CON_AYUDA_ANTES),
        must_match=(
            "¿cómo puedo contactar a la víctima?",
            "necesito hablar con el testigo antes del juicio",
            "mándale un recado a mi ex",
            "alguien que le lleve una carta a la muchacha que me denunció",
            "díganle a la testigo que ya sé",
            "llámala de mi parte",
            "quiero que alguien visite a la mujer que puso la denuncia",
        ),
        must_not_match=(
            "no puedo contactar a la víctima",
            "quiero pedir perdón a la víctima con un mediador",
            "le mando una carta a mi mamá",
            "rezo por la víctima cada noche",
            "mi abogado quiere hablar con el testigo",
            "quiero ver a la víctima en mediación y pedir disculpas",
        ),
    ),
    Rule(
        code="es.doxxing.victim_order",
        category="doxxing",
        tier="victim_contact",
        purpose="Quiere saltarse una orden de alejamiento.",
        pattern=spell(
            r"\b(?:como (?:puedo|hago para|le hago para|se puede)|voy a|vamos a|quiero|me voy a|puedo|ayudame a|hay"
            r" forma de|manera de)(?: me)? (?:saltar(?:me|se)?|romper|violar|brincar(?:me)?|pasar(?:me)? por"
            r" (?:alto|encima)|burlar|quebrar|esquivar|ignorar) (?:la |esa |una |el |mi )?(?:{ORDEN})|\b(?:me vale"
            r"|me importa un \w+|no me importa|al carajo|a la mierda|a la chingada|me pela|me la suda|me chupa un"
            r" huevo)(?: (?:madre|verga|con|que|haya|tenga|la|esa|el|una|mi|si|hay))* (?:{ORDEN})|\b(?:buscar"
            r"|llamar|ver|escribir|hablar|visitar|ir a ver)(?:la|lo|le)?(?: \w+){0,3}? (?:aunque|a pesar de|pese"
            r" a)(?: \w+){0,4}? (?:{ORDEN})",
            PIECES,
        ),
        words=words("alejamiento|restriccion|proteccion|no contacto|acercar|perimetral"),
        guards=(
            _NO,
            _NO_AT_ONCE,
        ),
        must_match=(
            "¿cómo puedo saltarme la orden de alejamiento?",
            "me vale la orden de restricción",
            "voy a romper la orden de alejamiento",
            "la voy a buscar aunque haya orden de alejamiento",
            "no me importa la perimetral",
        ),
        must_not_match=(
            "tengo una orden de alejamiento y la respeto",
            "no voy a romper la orden de alejamiento",
            "rompí la orden de restricción y por eso estoy aquí",
            "me pusieron una perimetral",
            "el juez explicó la orden de protección",
        ),
    ),
)
