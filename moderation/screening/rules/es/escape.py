"""Spanish: plans to get out, and talk of one. There is no outside text to measure these on."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import PASADO

_PIECES: Final = {
    "VOY": r"\b(?:(?:me |nos )?(?:voy|vamos|pienso|pensamos|planeo|planeamos|quiero|queremos|puedo|podemos|podriamos"
    r"|tengo que|hay que|toca)(?: a)?|como (?:se puede |puedo |podemos |hago para |le hago para |se )?|forma de"
    r"|manera de|plan (?:para|de)|planes (?:para|de)|listos? para|ayudame a|ayudenme a|quien (?:se anima a|quiere"
    r"|jala a)|estoy planeando|estamos planeando)",
    "HUIR": r"(?:fug(?:ar(?:me|nos|se)?|o|amos)|escap(?:ar(?:me|nos|se)?|o|amos)|hu(?:ir|imos|yo)|pel(?:ar(?:me|nos)"
    r"|amos))",
    "AQUI": r"(?:de (?:aqui|este (?:lugar|penal|infierno|reclusorio)|esta (?:carcel|prision|celda)|la (?:carcel"
    r"|prision|celda|penitenciaria)|el penal)|del (?:penal|reclusorio|cereso|hospital|traslado|juzgado|modulo)"
    r"|de este lugar)",
    "BRINCA": r"(?:(?:brinc|salt|trep|escal)(?:ar(?:me|nos|se)?|o|amos)(?: por)? (?:la (?:barda|malla|reja|cerca"
    r"|pared)|el muro)|(?:hacer|cavar|hago|hacemos|cavamos|escarbar) (?:un|el) tunel|(?:cortar|limar|serruchar|corto"
    r"|limo)(?:me)? (?:los barrotes|las rejas|la malla|la reja|el alambre|el brazalete|la tobillera)"
    r"|quitarme (?:las esposas|el brazalete|la tobillera|los grilletes))",
}
_DE_OTRA_COSA: Final = Guard(
    "a way out of something else",
    AFTER,
    r" ?(?:(?:de|del|a|al|en|con|por)? ?(?:(?:la|el|los|las|mi|mis|esta|este|ese|esa|un|una|tanta|tanto|todo"
    r"|toda) )*(?:realidad|adiccion\w*|ciclo|dolor|pasado|pensamientos?|mente|cabeza|depresion|rutina|vicio\w*"
    r"|pobreza|problemas?|drogas?|alcohol|soledad|tristeza|responsabilidad\w*|vida|violencia|pandilla|calle|barrio"
    r"|mentiras?|miedo|libros?|lectura|musica|si mismo|mi mismo|sentimientos?|lagrimas?|suspiro|detalle|ruido"
    r"|tentacion\w*|prision (?:de|en) mi))",
)
_NO: Final = Guard("not", BEFORE, r"\b(?:no|nunca|jamas|nadie|ni|sin|tampoco|nada de)(?: \w+){0,3} ?")
_CUENTO: Final = Guard(
    "a story, or somebody else",
    BEFORE,
    r"\b(?:pelicula|serie|libro|novela|cancion|sone|sueno|sonaba|noticias?|el chapo|el|ella|ellos|un (?:tipo|vato"
    r"|preso|interno)|alguien|unos|intento|intentaron|quiso|quisieron|preso por|broma|bromeando|juego)(?: \w+){0,5} ?",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.escape.plan",
        category="escape",
        tier="plan",
        purpose="The writer, or a few together, mean to get out, or ask how it is done.",
        pattern=spell(
            r"{VOY} ?{HUIR} (?:{AQUI}|esta noche|hoy|manana|en la noche|en el traslado|cuando (?:cambien|duerman"
            r"|este)|por (?:la|el) (?:barda|malla|muro|tunel|techo|drenaje))|{VOY} ?(?:me |nos |se )?{BRINCA}\b"
            r"|\b(?:me|nos) (?:fugo|fugamos|escapo|escapamos) (?:el (?:lunes|martes|miercoles|jueves|viernes|sabado"
            r"|domingo)|esta noche|manana|hoy|de aqui)\b|\b(?:esta noche|hoy|manana|el domingo|ya) (?:me"
            r"|nos) (?:fugo|fugamos|escapo|escapamos|pelamos|brincamos|largamos por (?:la|el) (?:barda|muro|techo))\b"
            r"|\b(?:tengo|tenemos|hay|hice|hicimos|armamos|falta)(?: (?:un|el|ya|buen|listo))* plan (?:de"
            r"|para) (?:la )?(?:fuga|fugar\w+|escap\w+|huir|salir por (?:la|el))\b|\b(?:ruta|tunel|plan) de (?:fuga"
            r"|escape)\b[^.!?]{0,30}\b(?:list[oa]|esta noche|manana|conmigo|quien|ya)\b|\ba que hora (?:cambian"
            r"|se duermen|cambia)(?: \w+){0,3} (?:guardias?|custodios?|turno|torre)\b[^.!?]{0,30}(?:barda|muro|malla"
            r"|salir|brincar|fug)|\bpunto ciego (?:de|en|por) (?:la|el|las) (?:barda|malla|muro|camaras?|torre)",
            _PIECES,
        ),
        words=words(
            "fug|escap|hu|pel|brinc|salt|trep|escal|tunel|barrotes|rejas|reja|malla|alambre|brazalete|tobillera"
            "|esposas|grilletes|largamos|salir por|punto ciego|guardia|custodio|turno|torre"
        ),
        guards=(_DE_OTRA_COSA, _NO, _CUENTO, *PASADO),
        must_match=(
            "nos vamos a fugar esta noche",
            "¿Cómo puedo escaparme de aquí?",
            "pienso brincar la barda el domingo",
            "tenemos un plan de fuga, quién se anima",
            "estamos planeando escaparnos del penal",
            "voy a cortar los barrotes",
        ),
        must_not_match=(
            "quiero escapar de mi adicción",
            "no pienso fugarme de aquí, me falta poco",
            "ya quiero salir de aquí y ver a mis hijos",
            "vi una película donde querían fugarse de la prisión",
            "me voy a saltar la comida",
            "quiero huir de la violencia",
            "el fugitivo salió en las noticias",
        ),
    ),
    Rule(
        code="es.escape.talk",
        category="escape",
        tier="talk",
        purpose="Talk of running, of not going back, of how one might get out.",
        pattern=spell(
            r"\b(?:he pensado|pienso|ganas|pensando|sueno con|me dan ganas de|idea|imagino|quisiera|ojala pudiera"
            r"|seria facil|es facil|facil)(?: (?:en|de|que|con|la))* {HUIR} {AQUI}\b"
            r"|\b(?:no (?:voy a|pienso|vamos a) (?:regresar|volver) (?:de (?:la|el|mi) (?:permiso|salida|licencia)"
            r"|del permiso|a (?:la casa de medio camino|la carcel|firmar))|me (?:voy a|pienso) (?:dar a la fuga"
            r"|pelar pal norte|ir de profugo|brincar la firma)|voy a (?:andar profugo|darme a la fuga"
            r"|dejar de firmar))\b",
            _PIECES,
        ),
        words=words("fug|escap|hu|pel|regresar|volver|profugo|profug|firma"),
        guards=(_DE_OTRA_COSA, Guard("not", BEFORE, r"\b(?:nunca|jamas|nadie|ni)(?: \w+){0,3} ?"), *PASADO),
        must_match=(
            "a veces me dan ganas de fugarme de aquí",
            "sería fácil escaparse de este penal",
            "no pienso regresar del permiso",
            "me voy a dar a la fuga",
            "he pensado en huir de esta cárcel",
        ),
        must_not_match=(
            "me dan ganas de escapar de mis pensamientos",
            "sueño con salir de aquí por la puerta",
            "nunca he pensado en fugarme de aquí",
            "no voy a volver a esa vida",
            "es fácil huir de los problemas",
        ),
    ),
)
