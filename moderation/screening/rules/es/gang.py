"""Spanish: recruiting, orders and claims of a gang. There is hardly any outside text to measure these on."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import PASADO

_PIECES: Final = {
    "NOMBRE": r"(?:surenos?|nortenos?|la eme|mara salvatrucha|la mara|ms-?13|barrio 18|la 18|dieciocho|latin kings?"
    r"|trinitarios?|netas?|nuestra familia|aztecas|mexicles|los zetas|paisas)",
    "GRUPO": r"(?:(?:la|nuestra|mi|una|esta) (?:clica|pandilla|ganga|mara|banda|raza|familia del patio|faccion)|(?:el"
    r"|nuestro|mi|este) (?:barrio|carro|cartel|varrio)|{NOMBRE})",
}
_NO: Final = Guard(
    "not",
    BEFORE,
    r"\b(?:no|nunca|jamas|nadie|ni|sin|tampoco|ya no|contra|dejar de|deje de)(?: \w+){0,4} ?",
)
_SALIDA: Final = Guard(
    "left, or in the past",
    BEFORE,
    r"\b(?:antes|cuando|deje|dejar|dejando|sali|salir|salirme|salgo|ex|pasado|de joven|morrillo|chavalo|joven|anos"
    r"|me dijeron|dijo|dijeron|decian|obligaron|obligaban|presion|clase|programa|taller|tatuaje\w*|perdi|murio"
    r"|mataron|cansado|arrepent\w+|renunci\w+|retirado|finalmente decidi|mi (?:hermano|primo|papa"
    r"|hijo))\b[^.!?;]{0,50}",
    unless=r"\b(?:unete|vente|quien quiere)\b",
)
_SALIDA_DESPUES: Final = Guard(
    "left, or in the past",
    AFTER,
    r"[^.!?;]{0,40}\b(?:antes|hace (?:\w+ ){0,2}anos|pero (?:ya no|me sali|lo deje|la deje)|en el pasado|cuando era"
    r"|hasta que|y perdi|me costo|de antes|de musica|de rock|de guerra)\b",
)
_GUARDS: Final = (_NO, _SALIDA, _SALIDA_DESPUES, *PASADO)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.gang.recruiting",
        category="gang",
        tier="recruiting",
        purpose="Recruits for a gang, gives its orders, or demands that somebody picks a side.",
        pattern=spell(
            r"\b(?:unete|unanse|vente|venganse|entrale|entrenle|brincate|metete|jalate|jala|corre|quieres (?:entrar"
            r"|unirte|jalar|brincarte)|quien quiere (?:entrar|unirse|jalar)|los invito|te invito)(?: (?:a|con|para"
            r"|en|de))? {GRUPO}\b|\b(?:quiero|vamos a|queremos|voy a|hay que|como) (?:formar|armar|hacer|levantar"
            r"|unirme a|entrar a|entrar en|meterme a|meterme en|brincarme a)(?: (?:una|la|nuestra))? (?:pandilla"
            r"|clica|mara|ganga)\b"
            r"|\b(?:estamos|andamos) (?:reclutando|buscando (?:soldados|gente|sicarios|chavos|morros))\b"
            r"|\b(?:ocupamos|necesitamos|se buscan?) (?:soldados|sicarios|halcones|morros (?:para|que))\b"
            r"|\b(?:(?:tienes|tienen|hay) que|te toca|les toca) (?:jalar|trabajar|ponerte|rifar|rifarte|tirar paro"
            r"|meter mano|chambear|cumplir) (?:para|por|con) {GRUPO}|\b(?:reportate|preséntate|presentate|alinea"
            r"|alineate|caele al carro) o (?:te|ya|pagas|atente|veras|vas)\b|\b(?:ensena|muestra|enseña)(?:me"
            r"|nos)? (?:tus|los) papeles (?:o|antes|ya|si no|ahora)\b"
            r"|\b(?:el que manda|el jefe del patio|el llavero|la palabra|el de arriba|los de arriba"
            r"|el encargado)(?: \w+){0,2} (?:dijo que|dice que|mando|manda|ordeno|quiere que|dio la orden"
            r"|dio luz)(?: \w+){0,3} (?:tod[oa]s|luz verde|golpe\w*|den|le|se|suban|bajen|al patio)\b|\b(?:tiene"
            r"|tienen|dieron|hay|le dieron|con) luz verde\b(?: ?$| ?[.!,]| (?:para|contra|a|en|ese|el|todos)\b)"
            r"|\bel que no (?:jale|jala|este|esta|venga|viene|coopere|coopera"
            r"|se alinee)(?: \w+)? ?(?:con (?:nosotros|la raza|el barrio|la clica))?[^.!?]{0,12} (?:es (?:contra"
            r"|enemigo|rata|contrario)|la (?:paga|va a pagar)|se (?:muere|va a|atiene)|le (?:toca|va a))|\b(?:escoge"
            r"|elige|escojan|elijan) (?:un |tu |su )?(?:bando|lado|barrio|carro)(?: \w+)? ?(?:o|antes|ya|ahora"
            r"|hoy)\b|\b(?:paga|pagas|paguen|pagar) (?:la |tu |su )?(?:renta|piso|cuota"
            r"|talacha)(?: \w+)? ?(?:al (?:barrio|carro|cartel|jefe)|a (?:la clica|la mara|nosotros|los jefes)"
            r"|o (?:te|ya|atente|vas|veras))\b"
            r"|\b(?:aqui )?se (?:alinean?|alinea) o (?:se|la|los|lo)\b",
            _PIECES,
        ),
        words=words(
            "clica|pandilla|ganga|mara|banda|raza|faccion|familia|barrio|varrio|carro|cartel|sureno|norteno|la eme"
            "|ms13|ms-13|la 18|dieciocho|latin king|trinitario|neta|azteca|mexicle|zetas|paisa|recluta|soldado"
            "|sicario|halcon|gente|chavos|morros|reportate|presentate|alinea|papeles|manda|jefe|llavero|palabra"
            "|arriba|encargado|luz verde|el que no|bando|lado|renta|piso|cuota|talacha"
        ),
        guards=_GUARDS,
        must_match=(
            "únete a la clica, aquí te cuidamos",
            "estamos buscando soldados para el barrio",
            "tienes que jalar con el barrio",
            "El llavero dice que todos al patio",
            "tiene luz verde ese bato",
            "el que no jale con nosotros es contra",
            "paga tu renta al carro o te atienes. Paga la cuota o ya verás",
        ),
        must_not_match=(
            "me dijeron únete a la pandilla y dije que no",
            "dejé la pandilla hace tres años",
            "el semáforo tiene luz verde o roja",
            "únete al grupo el lunes",
            "antes tenía que jalar con el barrio",
            "Vente con la familia a la visita",
            "mi banda de música toca el domingo",
            "no quiero entrar a la mara",
        ),
    ),
    Rule(
        code="es.gang.claim",
        category="gang",
        tier="claim",
        purpose="Claims a gang for the writer, greets in its name, or asks others for theirs.",
        pattern=spell(
            r"\b(?:yo|soy|somos|puro|pura|puros|arriba|aqui|aqui puro|viva|aqui rifa|rifa|rifamos|con) (?:(?:el|la"
            r"|los|un|puro|de|del|rifa|manda|controla|y) )*{NOMBRE}\b|\b{NOMBRE} (?:por vida|hasta la muerte|rifa"
            r"|rifan|manda|mandan|controla|controlan|presente|al cien|x3|siempre)\b|\b(?:mi|el|la|puro|nuestro"
            r"|por mi|por el) (?:barrio|varrio|clica|mara|pandilla) (?:por vida|hasta la muerte|rifa|manda|controla"
            r"|x3|es primero|primero)\b"
            r"|\b(?:de que|que|a que|cual es tu|de cual) (?:barrio|clica|pandilla|carro|varrio|mara)(?: (?:eres"
            r"|vienes|tiras|rifas|corres|le tiras|perteneces|reclamas|son|traes))\b|\b(?:aqui|este patio|este penal"
            r"|este modulo|la yarda|el patio)(?: \w+)? (?:mandamos|controlamos|rifamos|lo controlamos|es nuestro"
            r"|es de (?:la raza|nosotros|mi barrio)|la raza manda)\b"
            r"|\b(?:doy|daria|muero|moriria|mato|dar|vivo y muero) (?:la vida |todo )?por (?:mi|el|la"
            r"|nuestra) (?:barrio|clica|mara|pandilla|varrio|bandera)\b|\b(?:tir(?:o|a|amos|ando|ar)|avent(?:o|amos"
            r"|ando)|rif(?:o|amos|ando)) (?:mi|el|la|las|las senas de(?:l)?|senas de|barrio|por (?:mi"
            r"|el)) ?(?:barrio|clica|mara|pandilla|senas)\b",
            _PIECES,
        ),
        words=words(
            "raza|sureno|norteno|la eme|mara|ms13|ms-13|barrio|la 18|dieciocho|latin king|trinitario|neta"
            "|nuestra familia|azteca|mexicle|zetas|paisa|clica|pandilla|varrio|carro|mandamos|controlamos|rifamos"
            "|nuestro|nosotros|manda|bandera|senas"
        ),
        guards=_GUARDS,
        must_match=(
            "mi barrio por vida",
            "¿De qué barrio eres, de qué barrio vienes tú?",
            "puro sureño aquí",
            "aquí mandamos nosotros",
            "doy la vida por mi clica",
            "somos la eme",
        ),
        must_not_match=(
            "antes tiraba barrio y perdí a mi hermano",
            "ya no soy sureño, soy cristiano",
            "extraño a la gente de mi barrio",
            "Soy de un barrio pobre de Monterrey",
            "aquí manda Dios",
            "mi hijo quiere entrar a una pandilla y me duele",
            "tengo dieciocho años de condena",
        ),
    ),
)
