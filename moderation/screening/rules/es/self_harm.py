"""Spanish: self-harm: intent, ideation, injury, and worry about somebody else. Despair is in `despair.py`."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, quoted, words

from . import despair
from .common import DE_RISA, DIJO_DE_SI, PASADO
from .self_harm_pieces import CANCION, HIPERBOLE, OTROS, PREFIERO, SI_GUARDS, YA_PASO, spelled

#: One of these is in every way to say that one ends one's life.
_MATARSE: Final = (
    "suicid|suisid|quitarme |kitarme|la vida|acabar con mi|terminar con mi|fin a mi|fin a esta|cortarme|cortar las"
    "|desviv|este mundo|de existir|d existir|tirarme|lanzarme|aventarme|arrojarme|saltar|brincar|meterme|volarme"
    "|autoelimin|matarme|ahorc|colgar|envenenar|pegarme un|pegar un|darme un|dar un|desangrarme|dispararme|degollarme"
    "|apunalarme|matar|volar |tirar |lanzar |aventar |arrojar |meter un|en medio|enmedio"
)

_INTENT: Final = Rule(
    code="es.self_harm.intent",
    version=2,
    category="self_harm",
    tier="intent",
    purpose="The writer wants, means or is about to end their life.",
    pattern=spelled(
        r"\b(?:me (?:{WANT}|{WILL}|deberia|puedo|podria|tendria que|debo|dan ganas de|dan ganas d|da ganas de|entran"
        r" ganas de|toca)(?:{THEN}){0,2} (?:{KILL})|(?:{WANT}|{WILL}|debo|deberia|mejor|podria|estoy tentad[oa] a"
        r"|quiero intentar|quisiera poder)(?:{THEN}){0,2} (?:{SUICIDE}|{KILL_ME})|(?:hoy|esta noche|manana|ahora|ya"
        r"|entonces|ahorita|al rato|mejor|un dia de estos) (?:mismo )?(?:si )?me (?:mato|suicido|ahorco|cuelgo|quito"
        r" la vida|tiro {HEIGHT}|corto las venas|desvivo|pego un tiro)|me (?:mato|suicido|ahorco|quito la vida) (?:hoy"
        r"|esta noche|manana|ahora|ahorita|y ya|y listo|y se acaba)|me (?:matare|suicidare|quitare la vida|ahorcare"
        r"|colgare)|estoy (?:matandome yo|ahorcandome|colgandome|desangrandome)|me estoy (?:ahorcando|colgando"
        r"|desangrando|suicidando)|(?:estoy|ando) (?:planeando|preparando) mi (?:suicidio|muerte)|soy (?:un |una"
        r" )?suicida|tengo (?:un|el|mi) plan para (?:morir|matar|suicid|quitar)\w*)\b"
    ),
    words=words(
        _MATARSE
        + "|me mato|me cuelgo|me tiro|me corto las|me pego|me quito|colgand|matandome|desangrand|mi muerte|plan"
        " para"
    ),
    guards=(
        *SI_GUARDS,
        HIPERBOLE[0],
        HIPERBOLE[1],
        Guard("somebody else", BEFORE, r"\b(?:tu|usted|ustedes|el|ella|ellos|vos|los que|las que) ?"),
        Guard(
            "so that others do it",
            BEFORE,
            r"\b(?:quieren|quiere|van|va|quiso|tenia|tenian|tienen|tiene|con) (?:\w+ )?(?:ganas de )?",
        ),
        Guard("a small matter, after", AFTER, HIPERBOLE[2].pattern, lowers_to="ideation"),
        Guard("a small matter, before", BEFORE, HIPERBOLE[3].pattern, lowers_to="ideation"),
        Guard(
            "a feeling that comes and goes",
            BEFORE,
            r"\b(?:a veces|de vez en cuando|por momentos|en ocasiones)\b[^.!?;]{0,30}",
            lowers_to="ideation",
        ),
        Guard(
            "work or sport",
            AFTER,
            r" (?:trabajando|estudiando|entrenando|en el gimnasio|limpiando|por (?:mis hijos|mi familia|ella|el)"
            r"|corriendo|con (?:la|el) (?:droga|alcohol|trabajo|cigarro))\b",
        ),
    ),
    must_match=(
        "me quiero matar",
        "voy a quitarme la vida",
        "esta noche me mato",
        "Me voy a ahorcar",
        "quiero acabar con mi vida",
        "Antes estaba bien pero ahora me quiero matar",
        "kiero suicidarme",
        "voy a aventarme del tercer piso",
        "ya decidí quitarme la vida",
        "me voy a cortar las venas",
        "hoy más que nunca quiero matarme",
    ),
    must_not_match=(
        "nunca me voy a matar",
        "no quiero matarme",
        "me voy a matar de risa",
        "antes pensaba en suicidarme",
        "mi amigo dijo que quiero matarme",
        "voy a cortarme el pelo",
        "hace diez años intenté quitarme la vida",
        "me quiero matar jajaja",
        "en el patio quieren matarme",
        "voy a tirarme a la piscina",
        "no tengo intención de quitarme la vida",
    ),
)

_THOUGHTS: Final = Rule(
    code="es.self_harm.thoughts",
    category="self_harm",
    tier="ideation",
    purpose="The writer thinks of ending their life, or tried to lately.",
    pattern=spelled(
        r"\b(?:(?:pienso|pienzo|pensando|pensado|pense|pensaba|piense|pensar|sueno|fantaseo|fantaseando|idea|ideas"
        r"|obsesion)(?: (?:\w+mente|mucho|siempre|tanto|a diario|otra vez|cada (?:dia|noche)|a veces|solo|todo el"
        r" tiempo|de nuevo|hoy|hasta|incluso)){0,2} (?:en|con|de) (?:el )?(?:suicidio|{SUICIDE}|{KILL_ME}|mi (?:propia"
        r" )?muerte|morirme|morir)|(?:pensamientos?|ideas?|ideacion|intentos?|tendencias|impulsos|deseos|ganas)"
        r" (?:suicidas?|de (?:suicidio|muerte|suicidarme|matarme|morir|quitarme la vida|{SUICIDE}))|(?:{SUICIDE})"
        r"|(?:querer|queria|quise|quiera|quisiese|intentar|intente|intento|trate de|tratar de|tratando de|procuro"
        r"|queriendo|luego de|despues de|antes de|aparte de|excepto|salvo|ademas de|punto de|ganas de|ganas d|culpa"
        r" por|miedo de|deseo de|deseos de|unica opcion es|unica solucion es) (?:{THEN} ?)?(?:{KILL_ME})|(?:pienso"
        r"|pensando) (?:\w+ )?en la muerte (?:todo|todos|a diario|cada|mucho|siempre|seguido)|pienso en la muerte$"
        r"|(?:miedo (?:de|a)|temo) (?:hacerme (?:algo|dano)|matarme|ahorcarme|hacerme una locura)|me (?:suicidaria"
        r"|mataria|ahorcaria|quitaria la vida)|(?:el )?suicidio es (?:mi|la|una) (?:unica )?(?:opcion|salida|solucion"
        r"|respuesta)|me (?:quise|intente|trate de) (?:matar|suicidar|ahorcar|colgar|quitar la vida|cortar las venas)"
        r"|(?:si|por que no|pq no|xq no|porque no|y si) (?:mejor )?me (?:mato|suicido|ahorco|quito la vida))\b"
    ),
    words=words(
        _MATARSE + "|la muerte|hacerme |suicidio|mi muerte|mi propia muerte|morir|de muerte|me mataria|me mato|me quito"
    ),
    guards=(
        *SI_GUARDS,
        OTROS,
        *HIPERBOLE[:2],
        Guard(
            "of another, or of all",
            BEFORE,
            r"\b(?:tu|su|sus|tus|vos|el|ella|mi (?:hermano|hermana|amigo|amiga|primo|prima|papa|mama|hijo|hija)) ?",
        ),
        Guard(
            "talk of the subject",
            BEFORE,
            r"\b(?:prevencion|taller|charla|platica|curso|clase|tema|escuadron|linea|tasa|estadistica\w*"
            r"|numero)s?(?: \w+){0,3} ?",
        ),
        Guard(
            "survived it",
            BEFORE,
            r"\b(?:sobrevivi\w*|supere|superar|superado|tras|despues de)(?: (?:a|un|mi|el|varios|dos|tres|mis|el"
            r" ultimo)){0,3} ?",
        ),
        Guard("a comparison", BEFORE, r"\b(?:es|era|fue|seria) como ?"),
        Guard("whenever that may be", BEFORE, r"\b(?:cuando|el dia que|si algun dia)(?: yo)? ?"),
        Guard("to be bitten or cut by chance", AFTER, r" (?:el pelo|sin querer|por accidente|la comida)\b"),
        Guard("to jump for joy", AFTER, r" (?:en la pileta|a la pileta|al agua|de alegria|de felicidad)\b"),
        Guard("to stop being someone", AFTER, r" (?:para mi|para ti|para ellos|en sus vidas|en tu vida)\b"),
    ),
    must_match=(
        "estoy pensando en suicidarme",
        "pienso mucho en el suicidio",
        "tengo pensamientos suicidas otra vez",
        "anoche me quise matar",
        "intenté quitarme la vida la semana pasada",
        "no veo otra salida aparte de matarme",
        "y si mejor me mato",
        "perdón por querer matarme",
    ),
    must_not_match=(
        "hace años pensaba en suicidarme",
        "nunca he pensado en suicidarme",
        "mi primo pensaba en el suicidio",
        "hoy hubo taller de prevención del suicidio",
        "ellos quieren quitarme la vida",
        "intentaron matarme en el patio",
        "tuve ideas suicidas pero ya no",
    ),
)

_MEANS: Final = Rule(
    code="es.self_harm.means",
    version=2,
    category="self_harm",
    tier="intent",
    purpose="A means, a time or a farewell.",
    pattern=spelled(
        r"\b(?:(?:ya )?(?:tengo|guarde|consegui|escondi|junte|compre|ando juntando|estoy juntando|estoy guardando"
        r"|amarre|hice|prepare) (?:\w+ ){0,4}(?:pastillas|soga|cuerda|lazo|mecate|sabanas?|navaja|cuchilla|gillette"
        r"|pistola|veneno|cuchillo|cinturon|agujetas|cordon|medicinas|medicamentos)\b[^.!?;]{0,30}\b(?:(?:list"
        r"|preparad)[oa]s?\b|para (?:hacerlo|matarme|morir\w*|acabar con (?:todo|mi)|colgarme|ahorcarme|esta noche"
        r"|terminar con|quitarme|tomarmelas todas|cortarme)|y (?:me las voy a tomar|me las tomo) todas)|(?:amarrad[oa]"
        r"|colgad[oa]) (?:la|una|mi) (?:soga|sabana|cuerda) para|me (?:tome|trague|acabo de tomar|acabo de tragar)"
        r" (?:todas|un monton de|muchas|un frasco de|todo el frasco|un bote de|como \d+|[2-9]\d)(?: \w+){0,2}"
        r" (?:pastillas|medicinas|pildoras|tabletas)|(?:pastillas|medicinas|pildoras)\b[^!?]{0,40} me las (?:voy a"
        r" )?(?:tomar|tomo|trago|tragar|tomare) todas|me tome todo el frasco|(?:me voy a|voy a|quiero|me quiero)"
        r" (?:tomarme|tomar|tragarme|tragar) (?:todas|un monton de|un frasco de|todo el frasco|un bote de)(?:"
        r" \w+){0,2} (?:pastillas|medicinas|pildoras|tabletas)|(?:escribi|deje|estoy escribiendo|dejo|escribo"
        r"|escribiendo|hice|ya tengo) (?:\w+ ){0,2}(?:cartas?|notas?) (?:de (?:despedida|suicidio|suicida|adios)"
        r"|suicida)|(?:esta|hoy|esta noche|este) (?:es|sera|noche es|noche sera) mi ultim[oa] (?:noche|dia|mensaje"
        r"|hora) (?:de vida|en (?:este mundo|la tierra|vida)|con vida|viv[oa])|(?:no (?:voy a )?(?:estar|estare"
        r"|amanecer|amanecere)) (?:\w+ )?(?:con vida|vivo|viva) (?:manana|para|cuando|mucho)|manana (?:ya )?no (?:voy"
        r" a )?(?:despertar|despertare|amanecer|amanecere|estare viv[oa])|no (?:voy a )?(?:despertar|despertare"
        r"|amanecer|amanecere) manana|(?:mejor|facil|rapida|indolora|menos dolorosa) (?:manera|forma|metodo) (?:\w+"
        r" ){0,2}(?:de|para) (?:morir|matarme|suicidarme|quitarme)\w*|(?:manera|forma|metodo)s? (?:\w+ ){0,3}(?:de"
        r"|para) (?:matarme|suicidarme|morir sin dolor|quitarme la vida|morir rapido)|como (?:puedo |podria |hago para"
        r" |le hago para |hacer para )?(?:matarme|suicidarme|morir sin dolor|quitarme la vida|ahorcarme|morirme"
        r" rapido)|cuant[oa]s (?:pastillas|tabletas|pildoras|paracetamol\w*|clona\w*) (?:\w+ ){0,4}(?:para (?:morir"
        r"|matar)|matan))"
    ),
    words=words(
        "pastillas|soga|cuerda|lazo|mecate|sabana|navaja|cuchill|gillette|pistola|veneno|cinturon|agujetas"
        "|cordon|medic|pildoras|tabletas|frasco|carta|nota|ultim|con vida|viv|manana|cuantas|cuantos|matarme"
        "|suicid|quitarme|morir|ahorc"
    ),
    guards=(
        DIJO_DE_SI,
        quoted("other"),
        *PASADO,
        DE_RISA,
        *HIPERBOLE[:2],
        OTROS,
        Guard("denied", BEFORE, r"\b(?:no|nunca|jamas|ni|sin)(?: (?:se|hay|me|voy a))? ?", unless=r"\bno se\b"),
        Guard(
            "as one is told to",
            AFTER,
            r"[^.!?;]{0,12}\b(?:de la (?:manana|noche)|del dia|como me|que me (?:toca\w*|dieron|dio)|a tiempo|a su"
            r" hora)\b",
        ),
        Guard("a comparison", BEFORE, r"\b(?:es|era|fue|seria|siento|senti) ?"),
        Guard(
            "a letter to a habit",
            AFTER,
            r"[^.!?;]{0,6} (?:a|para|de) (?:mi|las?|el|mis|los?) (?:adiccion|drogas?|alcohol|pasado|vicios?"
            r"|viej\w+|ex\w*|novi\w|victimas?|consumo|enfermedad|cocaina|heroina|cristal)\b",
        ),
        Guard("sheets to wash", AFTER, r" (?:para (?:lavar\w*|el cambio|la lavanderia|entregar\w*|tender)|de lavar)"),
        Guard("they should not", BEFORE, r"\b(?:no saben|no sabian|buscan|buscaron|encontraron) ?"),
    ),
    must_match=(
        "ya tengo la soga lista",
        "me tomé todas las pastillas",
        "escribí mi carta de despedida",
        "cuál es la mejor forma de morir",
        "estoy juntando pastillas para tomármelas todas",
        "cuántas pastillas hacen falta para morir",
        "mañana ya no voy a despertar",
        "hoy es mi último día de vida",
    ),
    must_not_match=(
        "esta es mi última noche aquí, mañana salgo",
        "hoy es mi último día, ya me voy a mi casa",
        "me tomé mis pastillas",
        "escribí una carta a mi hija",
        "no voy a estar mañana en el grupo",
        "tengo mi sábana lista para lavar",
        "qué forma de morir la de ese señor",
        "no sé cómo matar el tiempo",
    ),
)

_WISH: Final = Rule(
    code="es.self_harm.wish",
    version=2,
    category="self_harm",
    tier="ideation",
    purpose="A wish to be dead, without a plan.",
    pattern=spelled(
        r"\b(?:me|m) (?:{WANT}|dan ganas de|da por|estoy queriendo)(?:{THEN}){0,2} (?:morir|desaparecer|no existir"
        r"|estar muert[oa])\b|\b(?:{WANT}|ojala|(?:estoy|me siento|ando) (?:ya )?(?:list[oa]|preparad[oa]) (?:para|pa)"
        r"|pido|pidiendo|quiero que alguien me deje|unica opcion es|solucion es|ya quiero|pienso en|pensando"
        r" en)(?:{THEN}){0,2} (?:{DEAD})\b|^list[oa] para morir\b|\bojala (?:me|yo|no|hoy|nunca|estuviera|ya|pudiera"
        r"|dios)(?: (?:me|no|ya|hoy|yo|nunca|hubiera|estuviera|lleve|ahora mismo)){0,2} ?(?:muera|muriera|muriese"
        r"|despierte|despertara|despertar|hubiera nacido|existiera|muert[oa]|morir(?:me)?|nacido|desaparezca"
        r"|desapareciera|morido|maten|mate|matara|mataran|este muert[oa]|lleve|llevara)\b|\b(?:dormir|dormirme"
        r"|acostarme|dormirse|duermo|durmiera|dormirme)(?: \w+)? (?:y|para|pero|pa|i) (?:\w+ ){0,3}?(?:no|nunca"
        r"|jamas)(?: \w+){0,4}? (?:despertar|despertarme|levantarme|despierte|despertara)\b|\b(?:estari|seri|vivirian?"
        r"|estaran|estan|sera)\w*(?: \w+){0,3} (?:mejor|feliz|felices|tranquil[oa]s|facil)(?: \w+)? (?:sin mi\b|si"
        r" (?:yo )?(?:no (?:estoy|existo|estuviera|existiera|naci\w*|hubiera nacido)|me (?:muero|muriera|voy de este"
        r"|mato|matara)|desaparezco|desapareciera|estuviera muert[oa]))|\b(?:mejor|preferiria|prefiero|deberia"
        r"|quisiera) (?:estar |estoy |estaria |si estuviera )muert[oa]\b|\bmejor me muero\b|\bmejor (?:muert[oa]"
        r"|morirme|morir)\b|\b(?:yo )?(?:no )?deberia (?:estar muert[oa]|haber nacido|morirme|seguir viv[oa]|haber"
        r" muerto)\b|\byo no deberia (?:existir|vivir)\b|\bno deberia (?:estar viv[oa]|seguir viv[oa])\b|\bno"
        r" despertar (?:nunca|jamas)(?: mas)?\b|\bme (?:tiraria {HEIGHT}|pegaria un tiro|daria un (?:tiro|balazo)"
        r"|colgaria)\b|\b(?:ojala|que|espero que|quiero que) (?:ya )?me (?:atropell[ea]|pise|pase por encima) (?:un"
        r"|una|el) (?:camion|carro|auto|coche|tren|bus|colectivo|trailer)\b|\bla muerte (?:es|seria) (?:la|mi)"
        r" (?:unica |mejor )?(?:solucion|salida|opcion|respuesta)\b|\b(?:debi|tuve que|deberia|tendria que) (?:haberme"
        r" |haber )?(?:muerto|morir(?:me)?)(?: yo)?\b|\bmaldigo (?:el dia|la hora) (?:en )?que naci\b|\bfavor(?:"
        r" \w+){0,3} si me (?:muero|muriera|mato)\b|\b(?:cerrar|cierre|cierro) los ojos y (?:ya )?(?:no|nunca|jamas)"
        r" (?:mas )?(?:volver(?:los)? a )?(?:abrirlos|abrir|despertar)\b|\b(?:pido|rezo|ruego|oro|imploro|rogando"
        r"|pidiendo|rezando|pidiendole|rogandole)\b[^.!?;]{0,30} (?:que (?:ya )?me (?:lleve|muera|recoja)|no (?:volver"
        r" a )?(?:despertar|amanecer)|morir(?:me)?\b)|\b(?:ya )?no (?:voy a |creo (?:que )?|creo llegar )?(?:llegar"
        r"|llego|llegue|amanecer|amanezco|amanezca) (?:a|hasta) (?:manana|el amanecer|ver el sol)\b|\bya no (?:voy a "
        r"|quiero )?(?:amanecer|amanezco)\b|\bme despido de (?:este mundo|la vida)\b|\b(?:capaz|a lo mejor|igual"
        r"|chance|quiza|quizas|tal vez|un dia de estos|un dia) (?:que |y )?me (?:mato|suicido|ahorco|quito la vida)\b"
        r"|\bsi (?:me|no|el|la|lo|los|mi|ella|sale|pierdo|vuelvo|tengo)\b[^.!?;]{2,50} (?:me|mejor me) (?:mato|suicido"
        r"|ahorco|cuelgo|quito la vida)\b|\bquiero descansar (?:en paz|de este mundo|de la vida|de una vez por"
        r" todas)\b|\bdesaparecer es lo unico\b|\b(?:nunca|no) (?:debi|tuve que|deberia) (?:haber nacido|nacer)\b"
        r"|\b(?:nadie|quien) (?:me )?(?:va a |iba a )?(?:extranar|notar|llorar|importar|importaria|daria cuenta|se"
        r" daria cuenta)\w*(?: \w+){0,3} (?:me (?:muera|muero|muriera|mate|mato|fuera)|morir|desaparezco|desapareciera"
        r"|faltara|no (?:estuviera|existiera))\b|\bsi (?:me muero|me muriera|me mato|me matara|yo (?:me )?(?:muero"
        r"|muriera|faltara)|desaparezco|desapareciera|ya no estuviera|manana no despierto)(?: \w+){0,3} (?:nadie|a"
        r" nadie|no (?:pasaria|pasa) nada|todos (?:serian|estarian)|seria (?:mejor|un alivio)|ni (?:cuenta|se))|\b(?:a"
        r" nadie|nadie) (?:le )?(?:importa|importaria|va a importar) (?:si|que|q) (?:yo )?(?:vivo|viva|muero|me muero"
        r"|me muera|me muriera|me mato|me matara|existo|muera|muriera|desaparezco|desapareciera)\b|\b(?:no me"
        r" importa(?:ria)?|me da (?:igual|lo mismo)|me vale)(?: \w+){0,2} (?:morir(?:me)?|vivir(?: o morir)?(?:$|"
        r" ?[.!?,;]| ya| o)|si (?:me muero|vivo|muero|me muriera|no despierto|me matan|amanezco))\b|\b(?:merezco"
        r"|espero|deseo|pido|anhelo|busco|quiero|espero) (?:ya )?(?:morir(?:me)?|la muerte|mi muerte|estar muert[oa]"
        r"|que llegue (?:mi|la) muerte)\b|\bno merezco (?:vivir|estar viv[oa]|la vida|seguir viv\w+|existir)\b"
        r"|\b(?:por ?que|pq|xq|porq) no me (?:muero|mori|mato|morire)\b|\bque (?:alguien |dios |la muerte )?me"
        r" (?:maten?|lleve)(?: ya| por favor| de una vez)\b|\b(?:la muerte|morir|morirme) (?:es|seria|sera) (?:mi|la"
        r"|lo) (?:unica|unico|mejor)(?: \w+)?\b|\b(?:dios|diosito|senor|virgencita|jesus)(?: mio)? (?:por favor |ya"
        r" )?(?:llevame(?: contigo)?|quitame la vida|dejame morir|recogeme)\b|\b(?:llevame|recogeme) (?:ya )?(?:dios"
        r"|senor|contigo senor|contigo dios)\b|\b(?:quiero|quisiera|quiero solo) (?:irme|reunirme|estar) (?:\w+"
        r" ){0,2}con (?:mi|mis) \w+ (?:que esta )?(?:en el|al) cielo\b|\bsolo la muerte\b|\bme (?:quiero|voy a) ir"
        r" (?:de este mundo|al otro mundo|de esta vida)\b|\bya no quiero estar (?:en este mundo|viv[oa]|en esta"
        r" vida)\b"
    ),
    words=words(
        "morir|muert|muera|matara|me mata|muriera|muriese|desapar|exist|despert|despierte|nacido|nacer|naci"
        "|dormir|duerm|durmiera|dejar de|sin mi|mejor si|maten|mate|muero|mori|me mato|me matara|muriera"
        "|faltara|levantarme|este mundo|la muerte|cielo|vivir|viva|vivo|no estuviera|descansar|acabar con"
        " todo|terminar con todo|lleve|llevara|no despierto|seguir viv|recoja|ojos|amanec|llego a|llegue a"
        "|llegar hasta|llego hasta|llegue hasta|que naci|mato|suicid|ahorc|me cuelgo|quito la vida|me despido"
        "|llevame|recogeme|dejame|quitame|otro mundo|esta vida|feliz|facil|tranquil|trague|la vida|amanezco"
        "|fuera|amanez|llegar a|ver el sol|felic|tiraria|pegaria|daria un|colgaria|atropell|me pise|por"
        " encima"
    ),
    guards=(
        *SI_GUARDS,
        *HIPERBOLE,
        PREFIERO,
        Guard("to make a thing disappear", INSIDE, r"\bdesaparecer (?:este|ese|el|la|los|las|esto|eso|a)\b"),
        Guard(
            "with all of a thing",
            INSIDE,
            r"\bcon todo (?:este|ese|el|lo|los|las|la|mi)\b",
            unless=r"(?:dolor|sufrimiento)",
        ),
        Guard(
            "to die to one's old life",
            AFTER,
            r" (?:al (?:pecado|mundo|viejo|ego|pasado)|a (?:mi|mis) (?:viej\w+|pasado|ego|orgullo|vicios?))\b",
        ),
        Guard("somebody else", BEFORE, r"\b(?:tu|usted|ustedes|el|ella|ellos|quien|gente) ?"),
        Guard(
            "to be gone from a place, to be left alone",
            AFTER,
            r" (?:de (?:tu|su|sus|la|esta|este|mi|las|aqui|aca|esa) ?(?:vida|casa|ciudad|chat|grupo|redes?|lista"
            r"|pueblo|cuarto|celda|trabajo|pais|escuela|memoria)?|del (?:mapa|chat|grupo|barrio|radar)|un (?:rato"
            r"|tiempo|dia|mes|finde|fin de semana)|un[oa]s (?:\w+)"
            r"|hasta (?:que|el|la|manana)|para (?:seguir|siempre de))\b",
            unless=r"de (?:la|esta) (?:tierra|faz)|de (?:esta|la|mi) vida",
        ),
        Guard(
            "to wake to something",
            INSIDE,
            r"\bdespertar(?:me)?(?: nunca| mas)? (?:de (?:este|ese|mi|un|tu) sueno|a (?:mis?|los?|las?|nadie|tu)"
            r"|llorando|con|sin ti|tarde|temprano|en (?:la|mi|tu)|sol[oa]|para|hasta|cuando)\b",
        ),
        Guard(
            "one day, in some way",
            AFTER,
            r" (?:de (?:viej\w+|amor|una forma)|en (?:paz|mi (?:casa|tierra|pais)|libertad|sus|tus)|libre|feliz"
            r"|siendo|como (?:un|una)|junto a|a tu lado|contigo|aqui encerrad[oa]|por (?:ti|ella|el|mi|mis|la"
            r" patria))\b",
        ),
        Guard("so much of a thing", BEFORE, r"\b(?:tan|asi de|tanto) (?:\w+ ){1,4}(?:que|q|k) ?|\basi (?:si )?"),
        Guard("not to die before", BEFORE, r"\b(?:antes de|hasta|para cuando|miedo (?:a|de)|temo|temor (?:a|de)) ?"),
    ),
    must_match=(
        "me quiero morir",
        "ojalá me muriera",
        "estarían mejor sin mí",
        "solo quiero desaparecer",
        "quiero dormir y ya no despertar",
        "quisiera irme con mi mamá al cielo",
        "si me muero nadie se va a dar cuenta",
        "estoy cansada de todo y de todos, quiero desaparecer",
        "hoy más que nunca quiero morirme",
        "m quiero morir",
        "no pasa nada pero me quiero morir",
        "me da igual vivir o morir",
        "dios ya llévame",
    ),
    must_not_match=(
        "me muero de risa",
        "no me quiero morir",
        "antes me quería morir",
        "quiero morir de viejo",
        "nunca quise desaparecer",
        "me quiero morir jajaja",
        "qué vergüenza, me quiero morir",
        "perdió el partido mi equipo y me quiero morir",
        "quiero desaparecer de tu vida",
        "no quiero morir aquí encerrado",
        "quiero desaparecer unos días y volver",
        "está tan rico que me quiero morir",
        "prefiero morir antes que comer eso",
        "me quería morir el año pasado, pero hoy doy gracias y hoy quiero vivir",
    ),
)

_NO_LIFE: Final = Rule(
    code="es.self_harm.no_life",
    version=2,
    category="self_harm",
    tier="ideation",
    purpose="No wish to go on living, without a plan.",
    pattern=spelled(
        r"\b(?:(?:no|nunca|ya no|tampoco|ni) (?:\w+ )?(?:quiero|kiero|qiero|quisiera|deseo|tengo (?:\w+ )?ganas de"
        r"|tengo fuerzas para|tengo fuerza para|aguanto|soporto|vale la pena|merece la pena|me interesa|quiera|queria"
        r"|encuentro ganas de|me dan ganas de|veo por que)(?: (?:mas|ya|ni|\w+ ni|seguir)){0,2} (?:{LIVE})|(?:sin"
        r"|pierdo las?|perdi las?|no tengo|no le tengo|se me (?:van|fueron|quitan|quitaron|acaban|acabaron) las|ya no"
        r" hay) (?:mas )?(?:ganas|razones?|razon|motivos?|motivo|deseos?) (?:de|d|para|por (?:el|la|los|las) (?:que"
        r"|cual(?:es)?)) (?:{LIVE})|no (?:le )?(?:veo|encuentro|tiene|hay) (?:ningun |el |mas |ya |ninguna"
        r" )?(?:sentido|razon|razones|motivo|motivos) (?:alguno |alguna )?(?:a|de|para|en) (?:(?:mi|esta) vida|vivir"
        r"|seguir (?:viv\w+|aqui|adelante)|existir)|(?:cansad[oa]|cansao|hart[oa]|aburrid[oa]|jart[oa]|mamad[oa]"
        r"|agotad[oa]|podrid[oa]|obstinad[oa]) (?:ya )?(?:de|d) (?:(?:esta|mi) (?:\w+ )?vida|la (?:puta |maldita"
        r" )?vida|vivir|existir|estar viv[oa]|seguir viv\w+)|me cans[eo] de (?:vivir|la vida|existir|esta vida|estar"
        r" viv[oa])|(?:odio|detesto) (?:vivir|estar viv[oa]|existir|seguir viv\w+|haber nacido|despertar (?:cada"
        r"|todos))|(?:por ?que|pq|xq|pa que|para que) (?:\w+ )?(?:sigo (?:viv[oa]|viviendo|respirando|existiendo|en"
        r" este mundo)|naci|existo|vivo|vivir|seguir viviendo|seguir con vida|sigo aqui)|(?:no|ya no) (?:le )?(?:tiene"
        r"|veo|encuentro) (?:ya |ningun |el )?(?:sentido|caso) (?:a )?(?:vivir|seguir viviendo|existir|seguir vivo"
        r"|seguir viva)|(?:vivir|existir) (?:ya )?no tiene (?:ningun )?(?:sentido|caso)|no (?:aguanto|soporto) (?:mas"
        r" )?(?:esta vida|la vida|mi vida|vivir|existir)|no puedo (?:mas )?con (?:esta|mi|la) vida|no puedo (?:vivir"
        r"|seguir viviendo)(?: (?:mas|asi))?|(?:no|ya no|nunca) (?:me )?(?:quiero|kiero|quisiera)(?: ya| volver a)?"
        r" despertar(?:me)? (?:mas|nunca|jamas|otra vez|de nuevo|manana)|(?:que|cuales|yo|pero|y|ya) no quiero(?:"
        r" volver a)? despertar|^no quiero despertar)\b"
    ),
    words=words("vivir|bivir|viv|vida|exist|exisit|seguir|despertar|este mundo|naci|respirando|sigo aqui"),
    guards=(
        DIJO_DE_SI,
        quoted("other"),
        DE_RISA,
        *PASADO,
        YA_PASO,
        CANCION,
        *HIPERBOLE,
        Guard("denied", BEFORE, r"\b(?:no es que|no digo que|nunca|jamas|no creo que)(?: ya)? ?"),
        Guard("somebody else", BEFORE, r"\b(?:tu|usted|ustedes|ella|ellos|nadie|quien|gente|vos|el) ?"),
        Guard(
            "to live somehow",
            INSIDE,
            r"\b(?:vivir|vida|viviendo)\b[^.!?]{0,6} (?:con|en|asi de|asi,? (?:voy|quiero|necesito|por eso)|del"
            r"|solo de|aqui|lejos|juntos|sin (?:reglas|drogas|ti|vos|tu|tus|musica|internet|el celular"
            r"|cuestionam\w+|tener|haber|ver|antes|cafe|futbol|saber|amor|dios)|bajo|entre|como|sol[oa]?s?"
            r"|llorando|enojad[oa]|a|despues de|escondid[oa]|huyendo|encerrad[oa]|de (?:esta|esa) (?:manera|forma)"
            r"|de (?:rodillas|mentiras|apariencias|prestado|recuerdos|ilusiones|los|las))\b",
            unless=r"en (?:este|el) mundo",
        ),
        Guard(
            "to wake to something",
            INSIDE,
            r"\bdespertar(?:me)?(?: nunca| mas)? (?:de (?:este|ese|mi|un|tu) sueno|a (?:mis?|los?|las?|nadie|tu)"
            r"|llorando|con|sin ti|tarde|temprano|en (?:la|mi|tu)|sol[oa]|para|hasta|cuando)\b",
        ),
        Guard(
            "a life of that kind",
            AFTER,
            r" (?:(?:de|que|en) \w+|delictiva|loca|criminal|callejera)\b",
            unless=r"de (?:mierda|perros?|miseria|porqueria)|que (?:tengo|me toco|vivo)|en (?:este|el) (?:mundo|lugar)",
        ),
        Guard("not without them", INSIDE, r"\bpuedo vivir sin\b"),
        Guard("born so, or there", AFTER, r" (?:asi|en|aqui|con|para|de|el|y crec\w+|siendo|un|una)\b"),
        Guard("a dream too good to end", BEFORE, r"\bsuenos?\b(?: \w+){0,3} ?"),
        Guard("no wish for a day", AFTER, r" (?:hoy|manana|los lunes|este (?:lunes|fin de semana)|si no)\b"),
    ),
    must_match=(
        "ya no quiero vivir",
        "estoy cansado de vivir",
        "no tengo ganas de vivir",
        "no quiero ni existir",
        "no le encuentro sentido a vivir",
        "ya no quiero despertar jamás",
        "estoy harta de esta vida",
        "para qué sigo viviendo",
        "esta es una de esas noches de las que no quiero despertar",
    ),
    must_not_match=(
        "ya no quiero vivir con mentiras",
        "quiero vivir",
        "la vida vale la pena",
        "no quiero vivir en la calle",
        "no es que ya no quiera vivir",
        "no puedo vivir sin ti",
        "estoy harto de esta vida de drogas",
        "no me quiero despertar temprano",
        "no quiero despertar a mis hijos",
        "es un sueño tan lindo que no quiero despertar",
        "no quiero existir hoy, tengo turno de cocina",
    ),
)

_INJURY: Final = Rule(
    code="es.self_harm.injury",
    version=2,
    category="self_harm",
    tier="ideation",
    purpose="Hurting oneself, now or lately, without a wish to die being said.",
    pattern=spelled(
        r"\b(?:me (?:corte|corto|estoy cortando|he cortado|he estado cortando|ando cortando|volvi a cortar|quiero"
        r" cortar|vuelvo a cortar|hice dano|hago dano|he hecho dano|autolesion\w+|estoy lastimando|estoy haciendo dano"
        r"|quiero lastimar|quiero hacer dano|quemo|rasguno|golpeo la cabeza|arranco la piel)(?: (?:los brazos|las"
        r" munecas|las piernas|la piel|el brazo|la muneca|la pierna|anoche|otra vez|de nuevo|a mi mism[oa]|a proposito"
        r"|para (?:no )?sentir))?\b|me lastimo(?: a mi mism[oa]| a proposito| para| cuando| los brazos)|(?:quiero"
        r"|kiero|voy a|necesito|ganas de|pienso en|volver a|volvi a|vuelvo a|pensando en|deseo|deseos de|impulso de"
        r"|impulsos de|tentacion de|empece a|comence a|sigo queriendo|no dejo de|no puedo dejar de|termino por)"
        r" (?:cortarme|lastimarme|hacerme dano|autolesionarme|herirme|quemarme|golpearme|autoflagelarme|rasgunarme)\b"
        r"|(?:hacerme dano|haciendome dano|lastimarme|lastimandome|hiriendome|cortandome|golpeandome|danarme"
        r"|danandome) a mi mism[oa]\b|(?:cortandome|autolesionandome|autolesionarme)\b|me (?:pego|golpeo|doy|azoto"
        r"|estoy (?:pegando|golpeando|dando)) (?:\w+ ){0,3}(?:en |con )?la cabeza (?:contra|en) (?:la|el|las|los)"
        r" (?:pared|paredes|muro|rejas?|piso|barrotes)\b|\b(?:recai|recaida|volvi|regrese) (?:en|con|a) (?:las"
        r" autolesiones|los cortes|la autolesion|cortarme|autolesionarme)\b|(?:tengo|pensamientos de|urgencia de|ganas"
        r" de) autolesi\w+|(?:cortes|cortadas) (?:nuev[oa]s|frescas|frescos) en (?:mis|los|las|mi) (?:brazos?|piernas?"
        r"|munecas?))"
    ),
    words=words(
        "cort|dano|danar|danan|autolesi|lastim|me quemo|quemarme|rasgu|hirien|herirme|golpe|autoflagel"
        "|arranco la piel|la cabeza"
    ),
    guards=(
        *SI_GUARDS,
        *HIPERBOLE[:2],
        OTROS,
        Guard(
            "something else",
            AFTER,
            r" ?(?:el (?:pelo|cabello|dedo|flequillo)|el fleco|las unas|la barba|cocinando|con (?:papel|el papel"
            r"|la cuchara|la estufa|el cuchillo (?:de|pelando)|una lata)|la (?:mano )?(?:cocinando|trabajando"
            r"|jugando)|jugando|trabajando|afeitando\w*|(?:la mano|el brazo|la pierna|un dedo|la cara) (?:con"
            r" (?:una lata|la lata|la maquina|la sierra|la rasuradora|un papel)|trabajando|sin querer|por"
            r" accidente)|rasurando\w*|la luz|el agua|sin querer|por accidente|la rodilla|la espalda|el pie|el"
            r" tobillo|la barriga|cuando (?:uso|consumo|tomo)|las puntas|(?:cuando|por|con) (?:las? |el |mi"
            r" )?(?:drogas?|alcohol|vicio|consumo|adiccion)|a (?:mi|mis|ella|el|otros|los demas|la gente)"
            r" (?:famil\w+|hij\w+|\w*madre|mama|esposa|pareja)|con (?:esa|esta|ese) (?:persona|gente)|el rollo|la"
            r" inspiracion|sola? el pelo)",
        ),
        Guard("over for so long", BEFORE, r"\b(?:llevo (?:\w+ ){1,3}sin|deje de|ya no|sin) ?"),
    ),
    must_match=(
        "me corté los brazos anoche",
        "quiero hacerme daño",
        "me estoy lastimando otra vez",
        "volví a cortarme",
        "no puedo dejar de hacerme daño a mí misma",
        "recaí en las autolesiones",
    ),
    must_not_match=(
        "me corté el pelo",
        "me lastimé la rodilla",
        "hace años me corté",
        "nunca voy a cortarme",
        "llevo dos años sin cortarme",
        "ella dejó de lastimarme",
        "me corté el dedo cocinando",
    ),
)

_OTHER: Final = Rule(
    code="es.self_harm.other",
    version=2,
    category="self_harm",
    tier="other",
    purpose="Worry that somebody else means to kill or hurt themselves.",
    pattern=spelled(
        r"\b(?:{OTRO})(?: \w+){0,3} (?:se (?:quiere|va a|quiso|queria|esta queriendo|puede|podria) (?:matar|suicidar"
        r"|ahorcar|colgar|quitar la vida|cortar(?: las venas)?|hacer dano|morir)|(?:quiere|va a|piensa(?: en)?|pensaba"
        r" en|dice que quiere|dijo que quiere|dijo que va a|dice que va a|habla de|hablo de|hablaba de|menciono|esta"
        r" pensando en|amenaza con|amenazo con|intento|trato de|quiso|puede) (?:matarse|suicidarse|ahorcarse|colgarse"
        r"|quitarse la vida|cortarse(?: las venas)?|hacerse dano|lastimarse|morirse|(?:el )?suicidio|no (?:querer "
        r"|quiere )?vivir)|(?:esta|es|anda) suicida|tiene (?:pensamientos|ideas) (?:suicidas|de muerte)|(?:dice|dijo"
        r"|anda diciendo|me dijo|me escribio|me conto|me confeso|me dice) que (?:ya )?(?:no quiere vivir|se quiere"
        r" morir|quiere morir\w*|se va a (?:matar|ahorcar|colgar|quitar la vida)))\b|\bse quiere (?:matar|suicidar"
        r"|ahorcar|quitar la vida)\b|\b(?:dice|dijo|anda diciendo) que se (?:va a|quiere) (?:matar|ahorcar|suicidar"
        r"|colgar|quitar la vida|morir)\b"
    ),
    words=words(
        "matar|suicid|ahorcar|colgar|la vida|cortar|hacerse dano|hacer dano|lastimarse|morir|quiere vivir"
        "|querer vivir|no vivir|de muerte"
    ),
    guards=(
        *PASADO,
        DE_RISA,
        *HIPERBOLE[:2],
        Guard("denied", BEFORE, r"\b(?:nunca|no) ?"),
        Guard(
            "denied, inside",
            INSIDE,
            r"^\w+(?: \w+){0,2} (?:nunca|jamas|no) (?:se|quiere|quiso|va|piensa|habla|intento|trato)\b",
        ),
        Guard("a warning to all", BEFORE, r"\bsi ?"),
        Guard("cut their hair", AFTER, r" (?:el pelo|el cabello|de risa)\b"),
    ),
    must_match=(
        "mi compañero se quiere matar",
        "mi hermana habla de suicidarse",
        "mi compa dice que se va a colgar",
        "mi hijo dijo que ya no quiere vivir",
        "un amigo tiene pensamientos suicidas",
    ),
    must_not_match=(
        "mi hermano se mató",
        "hace años mi amigo intentó suicidarse",
        "mi primo nunca quiso matarse",
        "mi amigo se va a cortar el pelo",
        "mi mamá se va a morir de risa",
    ),
)

RULES: Final[tuple[Rule, ...]] = (_INTENT, _THOUGHTS, _MEANS, _WISH, _NO_LIFE, _INJURY, _OTHER, *despair.RULES)
