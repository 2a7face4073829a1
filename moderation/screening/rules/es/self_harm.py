"""Spanish: self-harm: intent, ideation, distress, and worry about somebody else."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, quoted, words

from .common import DE_RISA, DIJO_DE_SI, NEGADO, PASADO, spelled

_SI_GUARDS: Final = (DIJO_DE_SI, quoted("other"), NEGADO, DE_RISA, *PASADO)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.self_harm.intent",
        category="self_harm",
        tier="intent",
        purpose="The writer wants, means or is thinking of ending their life.",
        pattern=spelled(
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
        pattern=spelled(
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
            DIJO_DE_SI,
            *PASADO,
            DE_RISA,
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
        pattern=spelled(
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
        pattern=spelled(
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
            DIJO_DE_SI,
            DE_RISA,
            *PASADO,
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
        pattern=spelled(
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
        pattern=spelled(
            r"\b(?:{OTRO})(?: \w+){0,3} (?:se (?:quiere|va a|quiso) (?:matar|suicidar|ahorcar|colgar|quitar la vida"
            r"|cortar)|(?:quiere|va a|piensa(?: en)?|dice que quiere|habla de|hablo de|esta pensando en|amenaza con"
            r"|intento) (?:matarse|suicidarse|ahorcarse|colgarse|quitarse la vida|cortarse|hacerse dano|lastimarse)"
            r"|(?:esta|es) suicida)|\bse quiere (?:matar|suicidar|ahorcar|quitar la vida)"
        ),
        words=words("matar|suicid|ahorcar|colgar|la vida|cortar|hacerse dano|lastimarse"),
        guards=(*PASADO, Guard("denied", BEFORE, r"\b(?:nunca|no) ?")),
        must_match=("mi compañero se quiere matar", "mi hermana habla de suicidarse"),
        must_not_match=("mi hermano se mató", "hace años mi amigo intentó suicidarse"),
    ),
)
