"""Spanish: the pieces and guards that the rules on self-harm and on despair share."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, quoted, spell

from .common import DE_RISA, DIJO_DE_SI, PASADO, PIECES

_OWN: Final = {
    "WANT": r"quiero|kiero|qiero|quero|kero|quisiera|kisiera|quiciera|deseo|desearia|anhelo|necesito|nesesito"
    r"|prefiero|preferiria|me gustaria|tengo (?:\w+ ){0,2}(?:ganas|ansias|deseos) de|ganas de|ganas d"
    r"|deseos de|deseando|ansias de",
    "WILL": r"voy a|boy a|vo a|pienso|planeo|decidi|he decidido|tengo decidido|estoy (?:list[oa]|decidid[oa]) (?:a"
    r"|para|de)|list[oa] para|estoy (?:a punto de|por|para)|a punto de|a nada de|a nada d|estoy"
    r" dispuest[oa] a|procedo a|proceder a|planeando|planeo|intentare|tratare de|necesito|tengo que|tengo"
    r" planeado|tengo pensado|tengo intenciones de|mi plan es",
    "THEN": r"(?: (?:ya|solo|mejor|tanto|simplemente|hoy|puro|puras|mucho|literal|literalmente|de verdad|en serio"
    r"|enserio|nomas|nada mas|es|re|a|tambien|otra vez|realmente|seriamente|mil veces|ahora|todo el tiempo|nomas|d))",
    # To kill oneself, where nobody else can be meant.
    "SUICIDE": r"suicidarme|suisidarme|quitarme (?:la|mi) (?:propia )?vida|kitarme la vida|cortarme (?:las venas|el"
    r" cuello|las munecas|la garganta)|(?:acabar|terminar) con mi (?:propia |puta |miserable |triste"
    r" )?(?:vida|existencia|sufrimiento)|poner(?:le)? fin a (?:mi|esta) (?:vida|existencia|sufrimiento)"
    r"|desvivirme|quitarme de en ?medio|irme de este mundo|dejar este mundo|dejar de existir|dejar d"
    r" existir|(?:tirarme|lanzarme|aventarme|arrojarme|saltar|brincar) {HEIGHT}|cometer suicidio|meterme"
    r" un (?:tiro|balazo)|volarme (?:la cabeza|los sesos|la tapa)|cortarme las venas|autoeliminarme"
    r"|matarme yo mism[oa]|matarme a mi mism[oa]|ahorcarme|colgarme (?:en|de|con)",
    "HEIGHT": r"(?:de|desde|del|al|a|a la|a las|a los|por|por la|por el|debajo de|debajo del|abajo del|enfrente de"
    r"|enfrente del|en frente de|bajo"
    r"|abajo de)(?: (?:un|una|el|la|las|los|lo alto de|algun|ese|este|mi))?(?: (?:segundo|tercer|cuarto"
    r"|quinto|ultimo))? ?(?:puente|piso|nivel|balcon|techo|azotea|ventana|vias|via|tren|metro|subte"
    r"|barranco|precipicio|edificio|pasarela|acantilado|terraza|camion|carro en marcha|colectivo|vacio"
    r"|cornisa|barandal)",
    "KILL_ME": r"matarme|ahorcarme|colgarme|envenenarme|pegarme un (?:tiro|balazo)|darme un (?:tiro|balazo)"
    r"|desangrarme|dispararme|degollarme|apunalarme",
    "KILL": r"matar|suicidar|suisidar|ahorcar|colgar|quitar la vida|cortar las venas|pegar un (?:tiro|balazo)|dar"
    r" un (?:tiro|balazo)|envenenar|volar (?:la cabeza|los sesos)|desvivir|(?:tirar|lanzar|aventar"
    r"|arrojar) {HEIGHT}|meter un (?:tiro|balazo)|quitar de en ?medio",
    "DEAD": r"morirme|morir|estar muert[oa]|no existir|desaparecer(?:me)?|no estar en este mundo|no haber nacido"
    r"|nunca haber nacido|(?:no|nunca|jamas) despertar(?:me)?(?: (?:mas|nunca|jamas|manana))?"
    r"|dormir(?:me)? (?:para siempre|eternamente)|dejar de (?:existir|vivir|ser|respirar)|no seguir"
    r" (?:viviendo|vivo|viva)|morirse|no vivir(?: mas)?|irme de este mundo|irme pa(?:l|ra el) otro mundo"
    r"|descansar para siempre|(?:irme|estar|reunirme|encontrarme) (?:\w+ )?con (?:mi|mis) \w+ (?:que esta"
    r" )?(?:en el|al) cielo|acabar con todo|terminar con todo|que me (?:muera|trague la tierra para"
    r" siempre)",
    "LIVE": r"vivir|bivir|vivir mas|seguir viviendo|seguir (?:vivo|viva|con (?:mi|esta|la) vida|existiendo"
    r"|respirando|en este mundo)|existir|exisitir|estar (?:mas |ya )?(?:vivo|viva|en este mundo)",
}


def spelled(pattern: str) -> str:
    return spell(pattern, {**PIECES, **_OWN})


_LAUGHTER: Final = (
    r"(?:j[aeijs]{3,}|ja ja|jj[aj]+|a?j[aj]*ja[ja]+|ks[ks]{2,}|jsj\w*|jaks\w*|jaj\w*|jej\w*|juas|xd+|lol|lmao|bromita"
    r"|es broma|jk|😂|🤣|😹|😅|💀)"
)
#: Small matters of the day, of which one says that one wants to die.
_SMALL_MATTER: Final = (
    r"(?:examen\w*|parcial(?:es)?|tareas?|profe|profesora?|materias?|faltas|cuadernillo|apuntes|matematicas?|facu"
    r"|facultad|netflix|serie|temporada|capitulo|disco|album|concierto|gira|tour|recital|reality|spotify|anime|kpop"
    r"|fandom|spoilers?|gol|goles|partido|penal|penales|boca|river|barca|seleccion|mundial|campeonato|lol|play"
    r"|fortnite|audifonos|auriculares|celu|celular|cel|iphone|pantalla|cargador|bateria|wifi|internet|compu"
    r"|computadora|laptop|tuits?|tweets?|twitter|instagram|memes?|guapisim\w+|hermosisim\w+|(?:que|q|k|tan|re|muy)"
    r" (?:guap[oa]s?|hermos[oa]s?|lind[oa]s?|precios[oa]s?|bell[oa]s?|sexys?|tiern[oa]s?)|pelo|perfume|vestido|crush"
    r"|resaca|cruda|guayabo|colicos?|ovarios|panza|dieta|gym|gimnasio|madrugar|madrugue|temprano|alarma|despertador|regla"
    r"|hambre|uber|raparon|peinado|unas postizas|maquillaje|tinte|corte de pelo"
    r"|adorables?|achuchar\w*|abrazarl[oa]s|besan|labios|perdio (?:\w+ )?(?:boca|bokita|river|el equipo)|bokita"
    r"|(?:dormi|dormido|duermo) (?:mal|fatal|como)|(?:tanto|demasiado|mucho|hace|que) (?:frio|calor|sueno)|son las"
    r"|este calor|verguenza|vergonzos\w+|pena ajena|cringe|que oso)"
)
ES_BROMA: Final = Guard("laughter, after", AFTER, rf"[^.!?;]{{0,40}}\b{_LAUGHTER}")
ES_BROMA_ANTES: Final = Guard("laughter, before", BEFORE, rf"\b{_LAUGHTER}\b[^.!?;]{{0,60}}")
MENUDENCIA: Final = Guard("a small matter, after", AFTER, rf"[^.!?;]{{0,60}}\b{_SMALL_MATTER}\b")
MENUDENCIA_ANTES: Final = Guard("a small matter, before", BEFORE, rf"\b{_SMALL_MATTER}\b[^.!?;]{{0,80}}")
HIPERBOLE: Final = (ES_BROMA, ES_BROMA_ANTES, MENUDENCIA, MENUDENCIA_ANTES)
NEGADO: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:no|(?:mas que |como |k )?nunca|jamas|tampoco|ni|sin|dej[eo] de|deja de|nadie|evitar|quit\w+"
    r" (?:las|mis|esas)|aguantando las|aguante las|en vez de|no es que|ya no|lejos de|deje atras)(?: (?:me"
    r"|te|lo|la|los|las|le|les|es|digo|dije|que|q|quiero|kiero|voy|vamos|a|pienso|he|tengo|tenia|ganas|de"
    r"|intencion\w*|creo|quise|queria|puedo|necesito|deseo|pensando|pensado|estoy|estuve|hay|siquiera"
    r"|intentaria|quisiera|gustaria|haria|vuelvo|volvere|planeo|en|ideas|pensamientos|hablo|diria|diga"
    r"|piensen|crean|soy|yo|mas|sea|capaz)){0,6} ?",
    unless=r"\bno (?:puedo|dejo|paro) (?:mas|de)\b|\bno aguanto\b|\bsin (?:ti|el|ella)\b|\b(?:mas que|como|k)"
    r" nunca\b|\bno se\b|\bno (?:creo|pienso) que .*\bno\b",
)
YA_PASO: Final = Guard(
    "over now",
    AFTER,
    r"[^.!?;]{0,40}\b(?:pero (?:ya no|hoy no|hoy (?:quiero vivir|estoy|soy)|ahora (?:no|quiero vivir|estoy"
    r" (?:bien|mejor))|gracias a dios|sali adelante|lo supere|me salve|sobrevivi)|hoy ya no|y hoy (?:doy"
    r" gracias|agradezco|estoy|quiero vivir))\b",
)
CANCION: Final = Guard(
    "a song, a film, a book, the news",
    BEFORE,
    r"\b(?:cancion|letra|pelicula|serie|libro|poema|capitulo|novela|noticia|titulo|tuits?|tweets?"
    r"|frase)\b[^.!?;]{0,30}",
    unless=r"\b(?:y|pero|porque) (?:yo|me|ya)\b|\bme (?:hace|dan|da)\b",
)
PREGUNTADO: Final = Guard(
    "asked about it",
    BEFORE,
    r"\b(?:pregunt\w+|cuestionario|entrevista)(?: \w+){0,3}? si\b[^.!?;]{0,40}",
    unless=r"\bme pregunto\b",
)
OTROS: Final = Guard(
    "others would do it to the writer",
    BEFORE,
    r"\b(?:quieren|quiere|quiso|quisieron|queria[ns]|queria el|va|van|iba|iban|trato|trataron|intentaron"
    r"|amenazo con|amenazaron con|vinieron|vino|mandaron|pueden|puede|podrian|podria|vas|quieres|queres"
    r"|tratas|tratan|el|ella|ellos|ellas|usted|ustedes|alguien|vos|tu)(?: (?:a|de|con|que|me|hasta|para))*"
    r" ?",
)
PREFIERO: Final = Guard(
    "rather than a small thing",
    AFTER,
    r" (?:antes )?(?:que|a|k) (?:\w+ ){1,2}",
    unless=r"\b(?:vivir|viviendo|seguir|estar|pasar|quedar\w*|esto|asi|aqui|otro|otra|sufrir|sufriendo|ya|me|todo)\b",
)
SI_GUARDS: Final = (DIJO_DE_SI, quoted("other"), NEGADO, DE_RISA, *PASADO, YA_PASO, CANCION, PREGUNTADO)
