"""Spanish: despair without a word of death: rules that speak alone, and weak signals that speak together.

Sadness, stress and being sick of a place are what these rooms are for: none of these rules may see them alone.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

from .common import ANTES, DE_RISA, DIJO_DE_SI
from .self_harm_pieces import HIPERBOLE, YA_PASO, spelled

_NEGADO: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:no|nunca|jamas|ya no|tampoco|deje de|no es que|en vez de)(?: (?:me|te|es|digo|siento|pienso"
    r"|creo|que|q|soy|estoy|voy|a|quiero|hay|se)){0,4} ?",
    unless=r"\bno se\b|\bno es que .*\bno\b",
)
_OTRO_DICE: Final = Guard(
    "somebody else says so",
    BEFORE,
    r"\b(?:dice|dicen|dijo|dijeron|decia|decian|cree|creen|piensa|piensan|tu|el|ella|ellos|usted|vos|los"
    r" que|gente que|parece)(?: (?:que|q|me|yo|a|ya))* ?",
)
_PARA_ALGO: Final = Guard(
    "for a person, for a thing",
    AFTER,
    r" (?:para (?:ti|vos|usted|el|ella|ellos|la (?:cocina|escuela)|el (?:futbol|baile|dibujo|deporte)|las?"
    r" \w+|los? \w+)|en (?:matematicas|ingles|la cocina|el|eso|esto|la escuela|los deportes)|de"
    r" (?:cocinero|jugador|matematicas)|cocinando|jugando|bailando|cantando|dibujando)\b",
)
_GUARDS: Final = (DIJO_DE_SI, _OTRO_DICE, _NEGADO, ANTES, DE_RISA, YA_PASO, *HIPERBOLE)

_ALONE: Final = Rule(
    code="es.self_harm.despair",
    category="self_harm",
    tier="distress",
    purpose="Despair of life itself, without a word of death.",
    pattern=spelled(
        r"\b(?:(?:mi|esta|mi propia) vida (?:ya |realmente |simplemente )?no (?:tiene (?:ya )?(?:ningun |mucho |mas "
        r"|puto |el menor |nada de )?(?:sentido|caso|rumbo|arreglo|proposito|valor)|vale(?: la pena| nada| ni)?"
        r"|sirve(?: de| para)? ?(?:nada)?|merece)|mi vida es (?:una (?:mierda|porqueria|basura|miseria|desgracia)|un"
        r" (?:infierno|asco|fracaso|desastre total)|miserable|inutil)(?:$| ?[.!?,;]| y| ya| no| estoy)|la vida (?:aqui"
        r" |asi )?(?:ya )?(?:no (?:me )?(?:tiene (?:ya |mas |ningun )?(?:sentido|caso)|vale la pena)|carece de"
        r" sentido)|siento que (?:\w+ ){0,3}(?:vida|nada) (?:ya )?(?:no tiene|carece de) (?:\w+ )?(?:sentido|caso"
        r"|rumbo)|nada (?:ya )?(?:tiene|vale|importa) (?:sentido|caso|la pena|ya)(?: ya| en (?:mi|esta) vida| para"
        r" mi)?(?:$| ?[.!?,;]| y)|sentir que (?:\w+ ){0,2}no tiene sentido (?:\w+ )?(?:su|la|mi) vida|mi vida (?:ya"
        r" )?se (?:acabo|termino|me acabo)|se (?:me )?(?:acabo|termino) (?:mi|la) vida|(?:ya )?no (?:quiero|soporto"
        r"|aguanto) (?:mas )?(?:esta|mi) (?:puta |maldita )?vida(?:$| ?[.!?,;]| mas| ya)|por dentro (?:ya )?estoy"
        r" muert[oa]|(?:odio|detesto|aborrezco) (?:tanto )?(?:mi (?:\w+ )?vida|mi existencia|ser yo|haber nacido)\b"
        r"|(?:no tengo|ya no tengo|no hay|no encuentro|no veo|no me quedan|sin) (?:mas )?(?:ningun |ninguna |una"
        r" )?(?:razon|razones|motivo|motivos|fuerzas|fuerza|ganas) (?:alguna |alguno )?(?:para|de|por que|por la que)"
        r" (?:seguir(?: adelante| luchando)?|continuar|nada en la vida|levantarme (?:de la cama|cada dia))|(?:ya )?no"
        r" (?:puedo|quiero|aguanto|soporto|tengo fuerzas para|me interesa|voy a poder) (?:mas )?(?:seguir|continuar)"
        r" (?:adelante|con (?:esto|todo|nada|este dolor|la vida)|luchando|sufriendo|sintiendo|peleando|mas)|ya no"
        r" (?:aguanto|soporto|resisto)(?: mas)?(?:$| ?[.!?,;]| y\b)|no (?:aguanto|soporto|resisto|puedo con) (?:mas"
        r" )?(?:este|tanto|el|mas|tantisimo) (?:dolor|sufrimiento|vacio|martirio)|no (?:aguanto|soporto) (?:ni )?(?:un"
        r" )?(?:dia|segundo|minuto) mas|(?:soy|me siento|siento que soy|fui|sere) (?:solo |solamente |nada mas "
        r"|siempre |puro )?(?:una?|un|el|la) (?:\w+ )?(?:carga|estorbo|peso|lastre|problema) (?:para|de) (?:todos"
        r"|tod[oa]s|mi (?:familia|mama|madre|papa|gente|esposa)|mis (?:hijos|padres|papas)|los demas|el mundo|ellos|la"
        r" sociedad)|perdi (?:todas? )?(?:la|las|mi|toda) (?:esperanzas?|ilusion|fe en la vida|ganas de todo)(?: en"
        r" (?:la vida|todo|mi))?(?:$| ?[.!?,;]| y ya| ya)|no hay (?:salida|esperanza) para mi|no le veo (?:salida"
        r"|sentido|caso) a (?:esto|mi vida|la vida|nada)|me estoy muriendo por dentro|muert[oa] (?:por dentro|en"
        r" vida)\b|quiero que (?:todo (?:esto )?|este (?:dolor|sufrimiento) |el dolor )(?:se )?(?:acabe|termine|pare"
        r"|desaparezca)|rendirme (?:a|ante|con) la vida|me rindo (?:con|ante) (?:la|mi) vida|(?:soy|siento que soy)"
        r" (?:solo |siempre |nada mas )?(?:una carga|un estorbo)(?:$| ?[.!?,;]| y\b)|(?:ya )?no quiero seguir(?:"
        r" mas)?(?:$| ?[.!?]))"
    ),
    words=words(
        "vida|existencia|sentido|haber nacido|ser yo|razon|motivo|fuerza|ganas|seguir|continuar|aguanto"
        "|soporto|resisto|dolor|sufrimiento|vacio|martirio|dia mas|segundo mas|minuto mas|carga|estorbo|peso"
        "|lastre|problema|perdi|salida|no le veo|esperanza|por dentro|en vida|acabe|termine|pare|desaparezca"
        "|nada tiene|nada ya|nada vale|nada importa|siento que"
    ),
    guards=(
        DIJO_DE_SI,
        Guard(
            "denied",
            BEFORE,
            r"\b(?:no es que|no creo que|no digo que|nunca pense que|jamas|no es cierto que)(?: ya)? ?",
        ),
        Guard(
            "an opinion on life at large",
            BEFORE,
            r"\b(?:sin (?:\w+ ){1,3}|opino que|pensar que|creemos que|creer que(?: una)?|parece que|en ocasiones|sino"
            r"|si no(?: \w+){0,3}|acaso|dicen que|cuando|por eso|filosof\w+"
            r"|porque)(?: (?:a veces|siento que|para mi))? ?",
        ),
        Guard(
            "on a condition, without someone",
            AFTER,
            r" (?:para (?:ellos|algunos|muchos|la gente)|si |a causa de|sin (?:ti|vos"
            r"|tu|musica|\w+ )|cuando (?:te|no est)|debido|hasta que|desde que te)",
        ),
        Guard(
            "the loss of somebody",
            BEFORE,
            r"\b(?:desde (?:que|q|k)|porque|xq|pq) (?:(?:ya )?no (?:estas|esta|te|me)|te fuiste|se fue|me"
            r" (?:dejo|ha dejado|dejaste)|(?:ella|el|\w+) me (?:dejo|ha dejado))\b[^.!?;]{0,40}",
        ),
        ANTES,
        DE_RISA,
        YA_PASO,
        *HIPERBOLE,
        Guard(
            "somebody else",
            BEFORE,
            r"\b(?:tu|usted|ustedes|el|ella|ellos|te|se|os|nadie|quien|gente|vos) ?",
            unless=r"\bse $",
        ),
        Guard(
            "an ache, a place",
            AFTER,
            r" (?:de (?:cabeza|muelas?|rodilla|espalda|panza|estomago|cuello|dientes?|pies?|hombro|garganta|oido"
            r"|pierna|cintura)|en (?:este|esta|la|el|mi|esa|ese)|aqui adentro con)\b",
        ),
        Guard(
            "a thing, a place, a habit",
            AFTER,
            r" (?:con|contra|por) (?:ella|el|mi|mis|la|los|ellos|esa|ese|este|esta|eso|esto)\b| (?:con (?:esta|la"
            r"|el|ese|este) (?:droga|clase|programa|trabajo|relacion|alcohol|vicio|tarea|pelea|comida)|(?:de|del)"
            r" (?:preso|crimen|vicio|programa)|(?:consumiendo|tomando|fumando|robando|mintiendo|asi,? (?:voy"
            r"|quiero|necesito)))\b",
        ),
    ),
    must_match=(
        "mi vida no tiene sentido",
        "la vida ya no tiene sentido",
        "ya no aguanto más",
        "no tengo fuerzas para seguir",
        "soy una carga para mi familia",
        "no aguanto tanto dolor",
        "odio mi vida",
        "siento que mi vida no tiene rumbo",
        "mi vida no tiene puto sentido",
        "estoy muerto en vida",
    ),
    must_not_match=(
        "ya no aguanto a mi compañero de celda",
        "sin futbol la vida no tiene sentido",
        "la vida no tiene sentido sin tus cartas",
        "no es que mi vida no tenga sentido",
        "no quiero seguir consumiendo",
        "la vida es dura pero sigo",
        "mi vida cambió, antes no tenía sentido",
        "perdió el partido boca y la vida no tiene sentido",
        "tengo fuerzas para seguir",
    ),
)
_SELF_HATE: Final = Rule(
    code="es.self_harm.self_hate",
    category="self_harm",
    tier="distress",
    purpose="Hatred of oneself, without remorse for a deed as its cause.",
    pattern=spelled(
        r"\b(?:me (?:odio|detesto|aborrezco|doy asco|desprecio) (?:tanto |mucho |demasiado )?a mi mism[oa]|me (?:odio"
        r"|detesto|desprecio) (?:tanto|mucho|demasiado|con toda mi alma|profundamente|tantisimo)|siento (?:odio|asco)"
        r" (?:hacia|por|de) mi mism[oa]|odio (?:quien|lo que|como) soy|me da asco (?:ser yo|ser quien soy|mi propia"
        r" vida))\b"
    ),
    words=words("odio|detesto|aborrezco|asco|desprecio"),
    guards=(
        *_GUARDS,
        Guard(
            "remorse, or a reason",
            AFTER,
            r"[^.!?;]{0,16}\b(?:por (?:lo que|haber|no|ser tan|pensar\w*|querer\w*|dejar\w*|\w+rte|comer|gastar)"
            r"|cuando (?:como|tomo|pierdo|juego)|despues de (?:comer|jugar))\b",
        ),
        Guard(
            "as the reason of something",
            BEFORE,
            r"\b(?:porque|por que|pq|xq|porq)(?: \w+)? ?",
            unless=r"\bporque (?:ya|solo)\b",
        ),
        Guard("a definition, an irony", BEFORE, r"\b(?:se resume en|significa|consiste en|si claro|despues de ver) ?"),
    ),
    must_match=(
        "me odio a mí mismo",
        "la verdad me odio a mi misma",
        "me doy asco a mí misma",
        "creo que en el fondo me odio a mí mismo",
        "siento asco de mí mismo",
    ),
    must_not_match=(
        "me odio a mí mismo por lo que les hice",
        "ya no me odio a mí mismo",
        "antes me odiaba a mí mismo",
        "dice que me odio a mí mismo",
        "me odio a mí mismo jajaja",
        "él me odia a mí",
    ),
)
_WORTH_NOTHING: Final = Rule(
    code="es.self_harm.worth_nothing",
    category="self_harm",
    tier="distress",
    purpose="Says of oneself to be worth nothing to anybody.",
    pattern=spelled(
        r"\bno (?:valgo|balgo) (?:(?:absolutamente |para |ya |ni )?(?:nada|un (?:peso|centavo|carajo|comino)|ni"
        r" (?:mierda|madres|verga|\w+ pesos)|mierda|(?:ni )?una mierda|(?:ni )?una verga|la pena)|nada para nadie)\b"
        r"|\b(?:no (?:valgo ni|sirvo para) (?:nada|vivir|nadie)|soy (?:un |una )?(?:nada|cero a la izquierda|inutil"
        r" que|basura (?:de|y no))|(?:no|nunca) (?:he valido|voy a valer|valdre) nada|nadie (?:me )?(?:quiere|ama"
        r"|necesita)(?: ni)? (?:y|ni) (?:no valgo|nadie|no le importo)|no le importo a (?:nadie|ninguno)(?: y| ni| en"
        r" este mundo))"
    ),
    words=words(
        "valgo|balgo|sirvo|soy |valido|valer|valdre|importo|me quiere|me ama|me necesita|quiere |ama |necesita "
    ),
    guards=(
        *(guard for guard in _GUARDS if guard.name != "denied"),
        _PARA_ALGO,
        Guard(
            "not so",
            BEFORE,
            r"\b(?:no es (?:que|cierto que|verdad que)|no creo que|ya no (?:siento|pienso|creo) que|me hacia[n]?"
            r" sentir que|me rio|me reia)\b[^.!?;]{0,90}",
        ),
    ),
    must_match=(
        "no valgo nada",
        "siento que no valgo nada",
        "me siento como basura, no valgo nada",
        "otra vez veo q no valgo nada",
        "no sirvo para nada",
    ),
    must_not_match=(
        "no valgo nada para ti",
        "dice que no valgo nada",
        "antes pensaba que no valgo nada",
        "no sirvo para nada en matemáticas",
        "ya no siento que no valgo nada",
        "no valgo nada jajaja",
    ),
)
_SPENT: Final = Rule(
    code="es.self_harm.spent",
    category="self_harm",
    tier="distress",
    purpose="At the end of one's strength; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:(?:ya )?no (?:puedo|doy|aguanto|soporto|resisto|tengo) (?:mas|para mas|mas fuerzas)|ya no (?:puedo|doy"
        r"|aguanto)|no quiero (?:seguir|continuar)(?: mas)?(?: asi)?|para que seguir|ya no quiero (?:nada|seguir"
        r"|luchar|sentir)|no puedo seguir(?: mas)?(?: asi)?|(?:estoy|tan|muy|ya me|me) (?:cansad[oa]|hart[oa]"
        r"|agotad[oa]|canse|hastiad[oa]) (?:ya )?de (?:todo|luchar|sufrir|sentir|intentar\w*|llorar|ser (?:yo|fuerte)"
        r"|mi mism[oa])|me (?:rindo|quiero rendir|voy a rendir|he rendido)|quiero (?:rendirme|que (?:todo )?(?:esto "
        r"|se )?(?:se )?(?:acabe|termine))|sin fuerzas|no tengo fuerzas|todo me (?:supera|sobrepasa))\b"
    ),
    words=words(
        "no puedo|no doy|no aguanto|no soporto|no resisto|no tengo|no quiero|cans|hart|agotad|hastiad|rind"
        "|rend|acabe|termine|sin fuerzas|supera|sobrepasa|para que seguir"
    ),
    guards=(
        *(guard for guard in _GUARDS if guard.name != "denied"),
        Guard(
            "of someone, of something",
            AFTER,
            r" (?:a (?:mi|este|ese|esta|esa|los|las|la)|con (?:mi|este|ese|esta|esa|los|las|la|el)|en (?:este"
            r"|esta)|de (?:la|los|las|el|este|ese)|comer|dinero|tarea|trabajo|la|el|los|las|consumiendo|tomando"
            r"|usando|en (?:la|el))\b",
        ),
    ),
    score=0.6,
    must_match=(
        "ya no puedo más, me siento vacío",
        "estoy cansada de todo, nadie me quiere, me siento vacía",
        "me rindo, no hay salida",
        "no quiero seguir así, siento que no tengo esperanza",
        "no aguanto más, a nadie le importo y me siento vacío",
    ),
    must_not_match=(
        "no quiero seguir así, voy a cambiar",
        "ya no puedo más con este calor",
        "no aguanto más",
        "estoy cansado de la comida",
        "me rindo, ganaste",
    ),
)
_HOPELESS: Final = Rule(
    code="es.self_harm.hopeless",
    category="self_harm",
    tier="distress",
    purpose="Hopelessness, emptiness; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:(?:me siento|estoy) (?:\w+ ){0,2}(?:vaci[oa]|perdid[oa]|muert[oa]|rot[oa]|acabad[oa])|(?:no tengo|ya no"
        r" tengo|perdi|he perdido|sin|no hay|no me queda|no queda|se me acabo) (?:toda |mas |la |mi |ninguna"
        r" )?(?:esperanzas?|futuro|salida|ilusion|la fe|fe)|no (?:hay|veo|encuentro|le veo) (?:una |ninguna |la"
        r" )?(?:salida|solucion|luz|caso)|nada (?:va a |vaya a )?(?:mejorar|cambiar)|todo (?:esta perdido|se acabo|me"
        r" sale mal|me da igual)|ya nada me importa|nada me importa|no le encuentro (?:sentido|caso) a nada|(?:no soy"
        r"|soy una|soy un) (?:nada|carga|estorbo|fracaso|basura|mierda|error|inutil)|siento un vacio)\b"
    ),
    words=words(
        "vaci|perdid|muert|rot|acabad|esperanza|futuro|salida|ilusion| fe|solucion| luz| caso|mejorar|cambiar"
        "|se acabo|sale mal|da igual|importa|carga|estorbo|fracaso|basura|mierda|error|inutil|nada va|nada me"
        "|a nada|soy nada|nada mejorar|nada cambiar|una nada|un nada"
    ),
    guards=(*(guard for guard in _GUARDS if guard.name != "denied"), Guard("not", BEFORE, r"\b(?:no|nunca|ya no) ?")),
    score=0.5,
    must_match=(
        "me siento vacío, ya no puedo más",
        "no hay salida, me rindo",
        "perdí la esperanza y estoy cansada de luchar",
        "ya nada me importa, estoy harta de todo",
        "soy un estorbo, ya no puedo más",
    ),
    must_not_match=(
        "me siento vacío a veces",
        "no hay salida por esa puerta",
        "ya no me siento vacío, ya no quiero rendirme",
        "no tengo futuro aquí adentro",
        "todo me sale mal en la cocina",
    ),
)
_UNLOVED: Final = Rule(
    code="es.self_harm.unloved",
    category="self_harm",
    tier="distress",
    purpose="Nobody cares, nobody is there; speaks only together with other signs.",
    pattern=spelled(
        r"\b(?:(?:a )?nadie (?:me|le) (?:quiere|ama|importo|importa|necesita|entiende|extrana|escucha|va a extranar"
        r"|interesa)|no le importo a nadie|a nadie le importo|todos me (?:odian|dejaron|abandonaron|dejan)|estoy"
        r" (?:tan |muy |completamente )?sol[oa] en (?:este|el) mundo|no tengo a nadie|cansad[oa] de estar sol[oa]|me"
        r" siento (?:tan |muy )?sol[oa])\b"
    ),
    words=words("nadie|todos me|sol"),
    guards=(DIJO_DE_SI, ANTES, DE_RISA, *HIPERBOLE),
    score=0.3,
    must_match=(
        "a nadie le importo, me siento vacío, no puedo seguir así",
        "nadie me quiere y ya no puedo más, no hay salida",
        "me siento tan sola, soy un estorbo y me rindo",
        "no tengo a nadie. Ya no puedo más. Todo se acabó",
        "todos me abandonaron, estoy cansado de luchar, perdí la esperanza",
    ),
    must_not_match=(
        "nadie me quiere prestar la radio",
        "me siento sola hoy",
        "no tengo a nadie que me visite",
        "cansado de estar solo",
        "nadie me entiende, me rindo",
    ),
)
_FAREWELL: Final = Rule(
    code="es.self_harm.farewell",
    category="self_harm",
    tier="ideation",
    purpose="A farewell for good; speaks only together with another sign.",
    pattern=spelled(
        r"\b(?:adios (?:para siempre|mundo(?: cruel)?|a todos(?: para siempre)?|vida)|hasta nunca|me despido (?:de"
        r" (?:todos|este mundo|la vida|ustedes)|para siempre)|(?:este|esta|hoy) (?:es|sera) mi ultim[oa] (?:mensaje"
        r"|noche|dia|carta|adios)|ya no (?:voy a estar|estare) (?:aqui |mas )*(?:mucho tiempo|con ustedes|en este"
        r" mundo|manana)|cuiden (?:mucho )?(?:a|de) mis? (?:hij\w+|mama|familia|bebes?|ninos?)|(?:diganle|dile|diles)"
        r" a mis? \w+ que (?:l[aeo]s? )?(?:amo|quise|quiero|ame|perdone)|perdonen?me (?:todos|por todo|familia|mama)"
        r"|cuando (?:yo )?(?:este muert[oa]|me haya ido|muera|me muera) (?:dile|diganle|cuiden|por favor|no lloren"
        r"|quiero)|quiero acabar con (?:todo|esto)|(?:perdon\w*|disculp\w+)(?: \w+){0,2} por lo que voy a hacer|voy a"
        r" hacer (?:una locura|algo malo|una tonteria)|estoy regalando (?:todas )?mis cosas|regale (?:todas )?mis"
        r" cosas)\b"
    ),
    words=words(
        "adios|hasta nunca|me despido|ultim|estare|voy a estar|cuiden|digan|dile|perdon|cuando|acabar con"
        "|locura|algo malo|tonteria|mis cosas|disculp"
    ),
    guards=(
        DIJO_DE_SI,
        ANTES,
        DE_RISA,
        *HIPERBOLE,
        Guard("with all of a thing", INSIDE, r"\bcon todo (?:este|ese|el|lo|los|las|la|mi)\b"),
        Guard(
            "on the way home",
            AFTER,
            r"[^!?]{0,50}\b(?:casa|salgo|libre|libertad|traslado|trasladan|corte|condicional|manana me voy|grupo"
            r"|unidad|aqui)\b",
        ),
    ),
    score=0.5,
    must_match=(
        "adiós para siempre, ya no puedo más",
        "este es mi último mensaje, no hay salida",
        "cuiden a mis hijos, ya no puedo seguir",
        "regalé todas mis cosas, me rindo",
        "perdónenme todos, soy una basura",
    ),
    must_not_match=(
        "me despido de todos, mañana salgo libre",
        "este es mi último día aquí, ya no puedo más de la alegría",
        "adiós a todos, nos vemos el lunes",
        "regalé mis cosas, mañana me voy a mi casa",
        "dile a mi mamá que la quiero",
    ),
)

RULES: Final[tuple[Rule, ...]] = (_ALONE, _SELF_HATE, _WORTH_NOTHING, _SPENT, _HOPELESS, _UNLOVED, _FAREWELL)
