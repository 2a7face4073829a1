"""Spanish: the pieces that patterns are made of, and the guards that several categories share.

Written for the normal form: lower case, no accents (*número* is `numero`, *mañana* is `manana`).
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, spell

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
    "OTRO": r"(?:el|ella|ellos|companero|amigo|amiga|hermano|hermana|primo|prima|hijo|hija|madre|mama|padre|papa"
    r"|esposa|esposo|novia|novio|tio|tia|vecino|alguien|persona|companera|carnal|compa|muchacho|chico|chica)",
}

DIJO: Final = Guard(
    "someone else said it",
    BEFORE,
    r"\b(?:dijo|dice|decia|dijeron|dicen|diciendo|grito|gritaba|amenazo|amenaza|amenazaron|contesto|escribio|repetia|canta"
    r"|cantaba|segun|cancion|pelicula|libro|frase|voz|voces|titulo)(?: (?:que|me|a|nos|mi|el|ella|ellos|asi|con|y"
    r"|tambien))*[ ,:\"“«¡]*",
    lowers_to="reported",
)
DIJO_DE_SI: Final = Guard(DIJO.name, BEFORE, DIJO.pattern, lowers_to="other")
NEGADO: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:no|nunca|jamas|tampoco|ni|sin|dej[eo] de|deja de|nadie|evitar|en vez de|no es que|ya no)(?: (?:me|te|lo"
    r"|la|los|las|le|les|es|digo|dije|que|quiero|voy|vamos|a|pienso|he|tengo|ganas|de|intencion|creo|quise|queria"
    r"|puedo|necesito|deseo|pensando|estoy|hay|siquiera|intentaria|quisiera|gustaria|haria)){0,6} ?",
    unless=r"\bno (?:puedo|dejo|paro) (?:mas|de)\b|\bno aguanto\b|\bsin (?:ti|el|ella)\b",
)
ANTES: Final = Guard(
    "past, before",
    BEFORE,
    r"\b(?:hace (?:\w+ ){0,2}(?:anos?|meses)|en aquel(?:la)? (?:tiempo|epoca|entonces)|de (?:joven|nino|nina)"
    r"|cuando (?:era|tenia|estaba|usaba|consumia)|antes|solia|en el pasado|en (?:19|20)\d\d)\b[^.!?;]{0,60}",
    unless=r"\b(?:ahora|hoy|todavia|aun|pero|otra vez|de nuevo|sigo|antes de)\b",
)
HACE: Final = Guard(
    "past, after",
    AFTER,
    r"[^.!?;]{0,40}\b(?:hace (?:\w+ ){0,2}(?:anos?|meses)|en aquel(?:la)? (?:tiempo|epoca|entonces)|cuando (?:era"
    r"|tenia|usaba|consumia)|en el pasado|en (?:19|20)\d\d)\b",
    unless=r"\b(?:ahora|hoy|todavia|aun|sigo|como)\b",
)
PASADO: Final = (ANTES, HACE)
DE_RISA: Final = Guard(
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
ALGO: Final = Guard(
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
AVISO: Final = Guard(
    "a warning, not a threat",
    AFTER,
    r"[^.!?;]{0,16}\b(?:si (?:sigues|no (?:dejas|paras|comes|te cuidas|vas|tomas)|consumes|vuelves a (?:usar"
    r"|consumir|tomar)|tomas)|algun dia|todos|de (?:viejo|risa|hambre|sed|frio|calor|cancer|amor|sobredosis))\b",
)


def spelled(pattern: str) -> str:
    return spell(pattern, PIECES)
