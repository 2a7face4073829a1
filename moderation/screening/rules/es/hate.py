"""Spanish: contempt for people for what they are, and slurs.

Each rule is a group of people with something that is said of them or should be done to them. Written as what is
said, not as a list of phrases: the groups are in `hate_groups.py`, the words of contempt and the guards in
`hate_words.py`.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words
from moderation.screening.rules.groups import LETTERS_OF

from .hate_groups import GROUP_WORDS, MILD_WORDS, SLUR_WORDS
from .hate_groups import PIECES as GROUPS
from .hate_words import CITADO, CONTRA, ENTRE, GUARDS, NO_SUJETO, PIECES, PROPIO, RESPETO

_PIECES: Final = PIECES | {
    "THOSE": r"\b(?:{MANY})\b",
    "THAT_ONE": r"\b(?:{ONE})\b",
    "IS_BAD": r",? (?:{COP}){FILL} (?:{BAD})\b",
    "ONE_IS_BAD": r",? (?:{COP_ONE}){FILL} (?:{BAD})\b",
    "LACK": r",? (?:(?:no|nunca|jamas) (?:se )?(?:merec\w+|deb\w+|tendrian? que|tienen? por que|pueden?)(?: (?:ni"
    r"|nunca|jamas|mas|haber|ningun\w*))* (?:votar|existir|vivir|respirar|entrar|casarse|adoptar|trabajar|conducir"
    r"|reproducirse|opinar|hablar|ocupar|mandar|gobernar|caminar (?:entre|por)|criar|nacer|nacido|nada|respeto"
    r"|derechos?|la vida|amor|compasion|piedad|ayuda|nuestr\w+|el aire|perdon|confianza|un lugar|oportunidad\w*|pisar"
    r"|acercarse\w*|tocar|andar cerca|andar suelt\w+|(?:ser|estar|tener|recibir|permitirse\w*) (?:aqui|entre|felices"
    r"|feliz|libres|hijos|derechos|voz|voto|acceso|trabajo|poder|iguales|considerad\w+|permitid\w+|admitid\w+|parte"
    r"|padres|madres|maestr\w+|profesor\w+|cargos|cerca|tratad\w+ como|nada|respeto|propiedades|vivos?|vivas?"
    r"|libertad|en (?:este|nuestro|la|el|puestos|cargos)|ayud\w+|los mismos|ningun\w*|contratad\w+|en libertad"
    r"|amad\w+|respetad\w+|escuchad\w+))\b|(?:no|nunca|jamas) tienen (?:ni )?(?:ningun |ninguna )?(?:derechos? a"
    r"|derecho|lugar|cabida|alma|cerebro|moral|verguenza|dignidad|cultura|valor|valores|educacion|sitio|corazon"
    r"|escrupulos|sentimientos|remedio|nada bueno|honor|principios|inteligencia|modales)\b|(?:no|nunca|jamas"
    r"|tampoco) (?:son|sois|seran|podran ser|pueden ser|podra ser|podran llegar a ser|van a ser|es|sera"
    r"|puede ser) (?:ni |realmente |verdaderamente |seres |de verdad |siquiera |un |una |miembros? |verdader\w+ "
    r"|del todo )*(?:humanos?|personas?|gente|normal(?:es)?|de fiar|de confianza|confiables?|bienvenid\w+"
    r"|iguales (?:a|que)|capaces|capaz|dign\w+|parte de|mujeres|hombres|como nosotros|natural(?:es)?|limpi\w+"
    r"|inteligentes?|valios\w+|civilizad\w+|tan (?:list|inteligent|buen|civilizad|human|limpi|capac|valios)\w+"
    r"|de los nuestros|gente decente|utiles|respetables?|aptos|aptas|buenos ciudadanos|buen\w+|mujer|hombre|honrad\w+"
    r"|trabajador\w+|compatibles)\b|(?:no|nunca|jamas) (?:valen?|sirven?|aportan?|pintan?|cuentan?|importan?"
    r"|pertenecen?|encajan?|se lavan|se banan|se duchan|trabajan|piensan|razonan|dicen la verdad|saben (?:pensar"
    r"|comportarse|convivir|leer|trabajar|estar|vivir|hacer)|quieren (?:trabajar|integrarse)|respetan|se integran"
    r"|deberian haber|cambiaran|aprenderan|aprenden)\b)",
    "RUINING": r"{ADV},? (?:(?:estan?|andan?|vienen? a|van a|quieren|solo (?:quieren|saben|vienen a)|siguen|terminan"
    r"|acaban) )?(?:arruina|destru[yi]|infesta|invad|contamina|corromp|roba|roban?do|quita|ensucia|envenena|parasita"
    r"|mata|trae|viv|chupa|jod|acaba|domina|controla|maneja|hund|degrada|destroza|apodera|aprovecha|ocupa|pudr"
    r"|propaga|transmit|contagia|reproduc|multiplica|comport|comporta|huel|apesta|cri|amenaza"
    r"|reemplaza)\w*(?: \w+){0,2}? (?:nuestr[oa]s?|el pais|este pais|la (?:sociedad|humanidad|raza|civilizacion"
    r"|ciudad|economia|cultura|patria|nacion)|el (?:mundo|barrio|planeta|trabajo|gobierno|ejercito|deporte)"
    r"|los (?:trabajos|bancos|medios|empleos|valores|puestos)|todo|europa|espana|mexico|america|enfermedad\w*|crimen"
    r"|delincuencia|drogas?|violencia|nuestro|como (?:ratas|conejos|animales|cerdos|perros|cucarachas|plaga|monos"
    r"|bestias|salvajes|parasitos)|a mierda|las ayudas|del estado|del gobierno|subvenciones|paguitas)\b"
    r"|{ADV},? (?:apestan|huelen mal|huelen a (?:mierda|basura|podrido|mono)|han hecho de las suyas"
    r"|hacen de las suyas|estan haciendo de las suyas|tienen la culpa|son (?:los |las )?(?:culpables|responsables) de"
    r"|estan detras de)\b",
    "SICKENS": r"{ADV},? (?:(?:me|nos|le|les|a todos nos) )?(?:da|dan|daban|dais|producen?|provocan?"
    r"|causan?)(?: (?:mucho|tanto|puro|un|una|bastante|mucha|tanta|pura|verdadero|verdadera|autentico|gran|realmente"
    r"|tremendo|muchisimo|muchisima|demasiado|solo))* (?:asco|nauseas?|repulsion|rabia|grima|ganas de (?:vomitar"
    r"|matar\w*|golpear\w*|escupir\w*)|repelus|coraje|arcadas|repugnancia|vomito|odio|verguenza ajena|ira)\b"
    r"|{ADV},? (?:me|nos) (?:asquea\w*|enferma\w*|repugna\w*|enfurece\w*|encabrona\w*|repele\w*"
    r"|revuelven? el estomago|sacan? de quicio|tienen? hasta (?:la|los|las|el) \w+|hacen? (?:hervir|vomitar|enojar"
    r"|enfadar|perder|querer vomitar|sentir asco)|pon(?:e|en|eis) (?:furios\w+|enferm\w+|de mala leche|de malas|mal\b"
    r"|de los nervios|rabios\w+|muy enojad\w+)|irrita\w*|emputa\w*|llenan? de (?:rabia|odio|asco|ira|coraje"
    r"|desprecio)|caen (?:mal|gord\w+|como el culo)|tienen hart\w+|pudren?|revientan?|cabrea\w*|indigna\w*|enoja\w*"
    r"|molestan)\b",
    "MUST": r"{ADV},? (?:(?:se )?(?:deberian?|deben?|tienen? que|tendrian? que|merecen?|mereceis|necesitan?|ojala|que"
    r"|pueden?|podrian?|se merecen?|han de|debieran?|habria que|deberiais|debeis|bien podrian?"
    r"|ya pueden)) ?(?:(?:tod[oa]s|ser|estar|que|se|los|las|les|\w+mente|simplemente|bien|ya|solo|nunca|volver a"
    r"|tambien|una|un|el|la|lo|a|haber sido|haber|sido|de una vez|recibir|acabar|terminar|quedar) )*",
    "DOOM": r"(?:{VERBED}|morir(?:se)?|mueran|muera|la muerte|muerte|desaparecer|desaparezcan|ir(?:se"
    r"|os)?(?: tod[oa]s)? (?:a (?:la mierda|su|sus|tomar por)|al (?:carajo|infierno|diablo|demonio)|de (?:aqui|este"
    r"|nuestro|una|la|mi|vuelta)|todos)|irse|largar(?:se|os)|larguense|(?:volver|regresar)(?:se)? a (?:su|sus"
    r"|la selva|la jaula|la cocina|africa|la cueva|los arboles|donde)|encerrad[oa]s?|en (?:la carcel|jaulas?|prision"
    r"|la hoguera|campos?|la calle|un zoo\w*|manicomios?|la cocina|su lugar|su sitio|casa)|tras las rejas|pres[oa]s"
    r"|fuera|callad[oa]s|callar(?:se|os)?|sufrir|sufran|pudrir(?:se)?|pudran|arder|ardan|extinguirse|suicidarse"
    r"|matarse|colgarse|arrodillarse|obedecer|servir|saber que son|aprender|pagar|pena de muerte|lo peor|el (?:sida"
    r"|cancer|infierno|desprecio|odio)|ilegal(?:es)?|avergonzarse|jodan|vayan|larguen|callen|colgad[oa]s?|nacido"
    r"|a la horca|paliza|castigo|infierno|carcel|temer\w*|existir)\b",
    "DO": r"\b(?:voy|vamos|venimos|ire|iremos|hay que|habria que|(?:alguien|todos|nosotros|el gobierno|la policia"
    r"|el ejercito|el mundo|ellos)?,? ?(?:deberia|deberiamos|deberian|debemos|debo|debe|deben|debia|podria|podriamos"
    r"|tendria que|tendriamos que|tenemos que|tengo que|tienen que|queremos|quiero|quisiera|necesitamos|podemos)"
    r"|me (?:gustaria|encantaria|muero por|dan ganas de)|nos gustaria|ganas de|toca|(?:lo )?mejor (?:es|seria)?"
    r"|conviene|hora de|solucion es|lo ideal seria|ojala (?:pueda|podamos|pudiera)|seria (?:bueno|mejor|ideal|genial)"
    r"|da gusto|vamonos a|propongo|estoy (?:pensando en|considerando|por)|pienso|planeo"
    r"|dispuesto a)(?: a)?(?: (?:\w+mente|todos|ya|simplemente|de una vez|empezar a|solo|tambien|poder|volver a|ir a"
    r"|salir a|coger y|agarrar y|usar|que))*",
    "SUBJ": r"(?:ahog|ahogu|revient|explot|desangr|extingu|extinc|mat|asesin|masacr|extermin|elimin|expuls|ech|deport"
    r"|quem|ahorc|colg|colgu|linch|fusil|ejecut|tortur|viol|encierr|encerr|castig|erradic|erradiqu|estrangul|apunal"
    r"|acuchill|dispar|golpe|castr|esteriliz|esterilic|decapit|degoll|degüell|envenen|aniquil|sac|saqu|mand|prohib"
    r"|desaparec|desaparezc|mur|muer|sufr|ard|pudr|pag|pagu|balac|balacee|maten|descuartic|descuartiz|jod)(?:e|en|a"
    r"|an|ase|asen|ara|aran|iera|ieran|iese|iesen|ee|een)",
    "FUTURE": r"har(?:e|emos) (?:sufrir|pagar|desaparecer|llorar)|(?:matar|asesinar|acabar|exterminar|eliminar"
    r"|torturar|apunalar|golpear|quemar|violar|colgar|ahorcar|disparar|destruir|aplastar|cazar|degollar|estrangular"
    r"|echar|expulsar|linchar|masacrar|ejecutar|deshar|librar)(?:e|emos|an|a|eis)",
}


def _p(pattern: str) -> str:
    return spell(pattern, {**LETTERS_OF, **GROUPS, **_PIECES})


_HATE: Final = "hate_slurs"
_COSAS: Final = Guard(
    "a thing, not people",
    AFTER,
    r" (?:\w+ )?(?:zapatos|pantalones|frijoles|carros?|coches?|productos|telefonos|ojos|dientes|calcetines|tenis"
    r"|numeros|huecos|dias|platos?|comida|musica|peliculas?|cuentos?|vinos?)\b",
)
_SIN_ODIO: Final = Guard(
    "no such feeling",
    INSIDE,
    r"\bmi odio\b|\b(?:no|nunca|jamas|sin|ni|ningun) (?:(?:les|le|te|siento|tengo|tenemos|sentimos|ningun|guardo|hay"
    r"|me|nos|dan?|he sentido|mas|que|ninguna) )*(?:odio|desprecio|asco|rabia|rencor|aversion|odiar|despreciar"
    r"|rechazo)\b",
    unless=r"\bno (?:siento|tengo|hay) (?:mas que|sino|otra cosa)\b",
)
_NI_UNO: Final = Guard(
    "none of them",
    INSIDE,
    r"\bningun[oa]? (?:\w+ ){1,3}?(?:merec\w+|deb\w+|tiene que|tendria que)\b|\bno (?:vale|valen|importa|importan"
    r"|merece|merecen) (?:menos|mas)\b",
)
_NO_ODIA: Final = Guard(
    "no such feeling, or looked back on",
    BEFORE,
    r"\b(?:no|nunca|ni|tampoco|jamas|sin|deje de|dejar de|dejen de|dejemos de|arrepiento de|equivoque al|culpa de"
    r"|perdon por|mi|su|tu|nuestro|ese|del)(?: (?:les|le|siento|tengo|esta bien|hay que|se debe|debemos|deberias"
    r"|deberiamos|quiero|vale|sirve|mas|debo|puedo|al|de|por|me|haber|es|bueno|el))* ?",
    unless=r"\b(?:no (?:hay )?nada mas|siento tanto|tengo tanto|tanto)\b",
)
_NADIE: Final = Guard(
    "nobody should",
    BEFORE,
    r"\b(?:nadie|no|nunca|jamas|tampoco)(?: \w+)? ?",
    unless=r"\b(?:por que|como) no\b",
)
_NO_TODOS: Final = Guard("not all", BEFORE, r"\b(?:no|ningun|ninguna|ni)(?: (?:los|las|todos|todas))* ?")
_TRATO: Final = Guard(
    "how they are treated",
    INSIDE,
    r"\b(?:como|que|cuando|lo que|quien|quienes)(?: \w+){0,2} (?:trat|burl|dig|dic|llam|peg|maltrat|discrimin|insult"
    r"|hac|golpe|le|viol|mat|abus)\w*\b",
)
_LA_GENTE: Final = Guard(
    "what others feel",
    INSIDE,
    r"\bque (?:la gente|todos|ellos|algunos|me (?:dig|llam|trat)\w+|le|otros|los demas)\b",
)
_UNA_SOLA: Final = Guard(
    "one person",
    INSIDE,
    r"^(?:esa|ese|esta|este|aquella|aquel) (?:mujer|anciana|anciano|hombre|persona)\b",
)
_LE_DIJERON: Final = Guard(
    "told to go by others",
    BEFORE,
    r"\b(?:cuando|si|antes|despues|quiero|dij\w+|dic\w+"
    r'|grit\w+|decian|que)(?: \w+){0,3} ?["“«]?',
)
_NO_DEBEN: Final = Guard(
    "should not happen to them",
    INSIDE,
    r"\b(?:no|nunca|jamas|ningun\w+ \w+) (?:se )?(?:merec\w+|deb\w+|tiene\w* que|pueden?) (?:ser|estar|morir|sufrir"
    r"|pudrirse|arder|desaparecer|seguir|que)\b|\b(?:no|nunca|tampoco) (?:todos \w+ \w+ )?(?:son|somos|sois"
    r"|se comportan)\b",
    unless=r"\bno son (?:mas que|sino|otra cosa)",
)
_NOMBRADO: Final = Guard(
    "the word as a word, or one's own",
    BEFORE,
    r"\b(?:llam\w+|dec\w+|dic\w+|dij\w+|palabras?|termino|insulto|insult\w+|apodo|grit\w+|tratar?on de|trataban de"
    r"|soy|somos|orgullos\w+|nosotr[oa]s|mi|mis|nuestr[oa]s|como|siendo|era|fui|significa|usar|usan)(?: (?:me|te|le"
    r"|les|nos|a|un|una|unos|unas|el|la|los|las|de|muy|bien|orgullos[oa]|que|eres|era|es|por|ser|todo|puto|pinche"
    r"|maldito|tan|y))* ?[\"“«]?",
    unless=r"\b(?:como (?:todos|un|una)|te digo)\b",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.hate.are",
        category=_HATE,
        tier="attack",
        purpose="A group of people is said to be bad, dirty, dumb, less than human: for what they are.",
        pattern=_p(
            r"{THOSE}{MOD}{ADV}(?:{IS_BAD}|{LACK}|{RUINING})|{THAT_ONE}{MOD}{ADV}(?:{ONE_IS_BAD}|{LACK}"
            r"|,? no es (?:humano|persona|de fiar)|,? (?:no|nunca|jamas) (?:podra|puede|sera|podria) (?:ser"
            r"|llegar a ser)? ?(?:un|una)? ?(?:miembro|persona|buen\w*|humano|igual|valios\w+|hombre|mujer|normal"
            r"|digno))|\b(?:son|sois|estan|porque son|seran)(?: tan| asi de| todos| todas| unos| unas| muy| siempre"
            r"| solo| bien| \w+mente)*{FILL} (?:{BAD}) (?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s"
            r"|ustedes l[oa]s) (?:{NOUN})\b|\bustedes,? (?:l[oa]s |tod[oa]s l[oa]s )?(?:{NOUN}),? (?:son|no son|me"
            r"|nos|deberian|apestan|todos)(?: \w+){0,4} ?(?:{BAD}|asco|enferman)\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*GUARDS, NO_SUJETO, _NI_UNO, _UNA_SOLA),
        must_match=(
            "Los moros son escoria",
            "Estos venezolanos no son más que ladrones",
            "Los gitanos nacen delincuentes",
            "Todos los colombianos que conocí eran unos mentirosos",
            "los indigenas no son personas",
            "¿Por qué son tan vagos los inmigrantes?",
            "Los gays están destruyendo nuestra sociedad",
            "Los inmigrantes no merecen nuestra ayuda",
        ),
        must_not_match=(
            "Los mexicanos son muy trabajadores",
            "No todos los musulmanes son terroristas",
            "Los musulmanes no son terroristas",
            "Está mal decir que las mujeres son tontas",
            "Dicen que los mexicanos son flojos pero no es cierto",
            "Dos mujeres en el trabajo eran flojas",
            "Los frijoles negros de aquí son asquerosos",
            "El trato a las mujeres es asqueroso",
            "Las mujeres no merecen ser golpeadas",
            'Si dices "los negros son escoria", te equivocas',
        ),
    ),
    Rule(
        code="es.hate.trait",
        category=_HATE,
        tier="attack",
        purpose="A group of people is said to be nothing, good for nothing or made for one thing, or no human being.",
        pattern=_p(
            r"\b(?:ningun[oa]?|ni un[oa]?|ni un[oa]? sol[oa]) (?:{NOUN}){MOD} (?:es|sera|puede|podra|deberia|debe"
            r"|merece|vale|sirve|sabe)(?: ser)? (?:lo (?:bastante|suficientemente)|tan|human\w+|de fiar|de confianza"
            r"|capaz|dign\w+|list\w+|inteligente|honest\w+|limpi\w+|bienvenid\w+|tener (?:derechos?|hijos|voz|poder)"
            r"|mandar|gobernar|votar|vivir|pisar|entrar|estar aqui|respeto|nada|derechos?|trabajar|pensar|bueno|buena"
            r"|persona|igual|para)|\bser (?:un |una )?(?:{NOUN}) (?:es|deberia ser){FILL} (?:{BAD}|ilegal"
            r"|un delito)\b|\bunic[oa] (?:{NOUN}) buen[oa] es (?:el|la|un|una)(?: \w+)? muert[oa]\b|(?:^"
            r"|[.!?¿¡] ?)(?:(?:l[oa]s|es[oa]s|est[oa]s|tod[oa]s l[oa]s) )(?:{NOUN})[?.!:]+ ?(?:(?:unos|unas|que"
            r"|tod[oa]s|puro|pura|son|un|una) )*(?:{BAD})(?:$|[.!])|\bno son (?:tod[oa]s )?(?:l[oa]s|es[oa]s"
            r"|est[oa]s) (?:{NOUN}){FILL} (?:{BAD})\b|\b(?:{NOUN}) que no (?:sea|fuera|sean|este)(?: un| una"
            r"| unos)?(?: \w+mente)? (?:{BAD})\b|\b(?:blanc[oa]s?|raza (?:blanca|aria)|hombre blanco|hombres"
            r"|cristianos)(?: \w+){0,2} (?:es|son|somos)(?: \w+mente| muy| la)* (?:superior(?:es)?|raza (?:superior"
            r"|suprema)|mejor(?:es)? que {WHOM})|\bsuperior(?:es)? a {WHOM}|\b(?:nada"
            r"|nadie) buen[oa] (?:\w+ ){0,4}(?:de|con|en) {WHOM}|\b(?:de|para) que (?:nos |me |le )?(?:sirven?|valen?"
            r"|queremos|quieren)(?: a)? {WHOM}|\bninguna? (?:persona|hombre|mujer) (?:decente|normal|sensat[oa]"
            r"|cuerd[oa])(?: \w+){1,4}? {WHOM}|{THOSE}{MOD},? (?:arderan|moriran|pagaran|lo pagaran|caeran|sufriran"
            r"|desapareceran|tuvieron lo que|tendran lo que)\b|\b(?:nunca|jamas) (?:un|una|los|las"
            r"|ningun) (?:{NOUN}){MOD} (?:podra|podran|sera|seran|llegara|llegaran|va|van)(?: a)?(?: ser)?(?: un| una"
            r"| de verdad| tan| \w+mente)* (?:miembros?|human\w+|persona\w*|igual\w*|valios\w+|buen\w*|list\w+"
            r"|inteligent\w+|normal\w*|como|mejor|dign\w+|hombre\w*|mujer\w*|parte|ciudadan\w+|nada|civilizad\w+"
            r"|honrad\w+|decent\w+)\b|\b(?:mis|mi|nuestros|tus) (?:hij[oa]s?|famil\w+"
            r"|herman[oa]s?)(?: \w+){0,2} (?:nunca|jamas|no)(?: \w+){1,3} (?:con|junto a|cerca de) (?:{WHOM}"
            r"|(?:\w+ )?(?:{NOUN}))\b|\bverguenza (?:\w+ ){0,2}(?:que|si) mi (?:hij[oa]|herman[oa]"
            r"|\w+) (?:\w+ ){1,3}{WHOM}|{THOSE}{MOD}{ADV} (?:roban|mienten|violan|trafican|delinquen|estafan|enganan"
            r"|apestan)(?:$|[.!?,]| y| a todos| siempre| por todo)|{THOSE}{MOD},? (?:solo|unicamente"
            r"|lo unico que) (?:saben|sirven para|piensan en|quieren|vienen a|hacen es"
            r"|saben hacer es)(?: hacer)? (?:robar|matar|mentir|violar|traficar|delinquir|parir|cocinar|fregar|follar"
            r"|chupar|joder|molestar|quejarse|vivir (?:del|de)|dinero|la cama|limpiar|destruir|beber|drogarse"
            r"|vender drogas?)|{THOSE}{MOD},? (?:nacieron|nacen|estan hech[oa]s|fueron cread[oa]s|existen|sirven|son"
            r"|solo sirven|valen|solo valen)(?: solo| unicamente| buen[oa]s)? para (?:servir\w*|obedecer|cocinar"
            r"|limpiar|fregar|parir|robar|ser (?:esclav\w+|us\w+)|sufrir|trabajar|la cama|nada|follar|una cosa"
            r"|delinquir)"
        ),
        view="groups",
        words=(*GROUP_WORDS, *words("superior|raza suprema")),
        guards=(*CONTRA, PROPIO, RESPETO, NO_SUJETO),
        must_match=(
            "Ninguna mujer es lo bastante lista para gobernar",
            "Ni un solo musulmán es de fiar",
            "los gitanos roban",
            "Las mujeres nacieron para servir a los hombres",
            "los negros solo saben robar",
            "Ser gay es una enfermedad",
        ),
        must_not_match=(
            "Ninguna mujer de mi casa fuma",
            "Ser gay no es una enfermedad",
            "Ser indígena aquí es duro",
            "Los gitanos de mi módulo tocan la guitarra",
            "Las mujeres saben cocinar y arreglar carros",
        ),
    ),
    Rule(
        code="es.hate.lives",
        category=_HATE,
        tier="attack",
        purpose="The lives or rights of a group of people are said to be worth nothing.",
        pattern=_p(
            r"\b(?:la|las|su|tu|sus|tus|una|ninguna)? ?(?:vidas?|existencia|opinion(?:es)?|sentimientos|derechos"
            r"|dolor|muertes?|palabra)(?: \w+mente)? (?:de |del |de la |a )?(?:{WHOM}|(?:los |las |el "
            r"|la )?(?:{NOUN})),? (?:(?:no|nunca|jamas|ni|tampoco)(?: \w+mente| me| nos| le| les| a nadie| deberian?"
            r"| deben?| tienen?| tiene| ningun)* (?:val\w+|importa\w*|merece\w*|cuenta\w*|sirve\w*|significa\w*"
            r"|respetar\w*|valor|sentido|existir|proteger\w*|interesa\w*)|no es (?:vida|digna)\b|(?:es|son|vale|valen"
            r"|importa|importan) (?:\w+ )?(?:basura|inferior(?:es)?|menos|nada|mierda|una mierda|poco|un error"
            r"|inutil(?:es)?))|\bno (?:vale|merece) la pena (?:\w+ ){0,5}{WHOM}|\b(?:desconcierta|quien|a quien"
            r"|a nadie|por que|no entiendo|no se por que|que mas da|me da igual|me vale"
            r"|me importa)(?: \w+){0,8}? (?:importa\w*|preocupa\w*|preocupe\w*|interesa\w*|importe\w*|proteger"
            r"|defender|defiende\w*|llora\w*|una mierda|madre|verga|un carajo)(?: \w+){0,5}? (?:vidas?|derechos"
            r"|existencia|muertes?|sufrimiento|opinion(?:es)?|sentimientos|bienestar) (?:de |del )?(?:{WHOM}"
            r"|(?:{NOUN}))|\b(?:derechos(?: humanos)?|igualdad|libertad|respeto|piedad|compasion"
            r"|justicia)(?: \w+){0,6}? (?:no|nunca|jamas|ni)(?: \w+){0,4}? (?:a|para|con) {WHOM}|\bno (?:deberian?"
            r"|deben?|hay que|se deberian?|tendrian? que|merecen)(?: \w+)? (?:aplicar\w*|dar\w*|tener\w*|conceder\w*"
            r"|otorgar\w*|haber)(?: \w+){0,5}? (?:derechos?|libertad\w*|respeto|voz|ayudas?|trabajo|lugar|voto"
            r"|igualdad|piedad|hijos|poder|espacio)(?: \w+){0,3}? (?:a|para|con) {WHOM}|\bno (?:debemos|deberiamos"
            r"|hay que|se debe|deberian|se puede|podemos|se deberia|pienso|voy a|quiero|queremos|debe|pueden) ?(?:de "
            r"|que )?(?:dejar|permitir|aceptar|tolerar|dar|respetar|ayudar|confiar|proteger|contratar|querer|ver"
            r"|tener|convivir|creer)(?:les|le|nos|lo|los)?(?: (?:vivir|existir|entrar|votar|que|ni|mas|cerca|hablar"
            r"|trabajar|respirar|quedarse|en|a|con|casarse|adoptar|trabajo|la|entrada|a nuestro|pais"
            r"|estar))* {WHOM}(?: (?:vivan?|existan?|entren?|voten?|hablen?|trabajen?|se (?:acerquen?|queden?|casen?)"
            r"|esten?|ocupen?|tengan?|aqui|en|cerca|respiren?)\b|$|[.!,])|\bno (?:creo|pienso|considero|veo|acepto"
            r"|concibo|reconozco)(?: \w+)? (?:que )?(?:(?:como )?(?:personas?|humanos|seres humanos|iguales|gente"
            r"|normal(?:es)?|mujeres|hombres) a )?{WHOM}(?:{MOD} (?:merezca\w*|deba\w*|tenga\w* (?:derecho|lugar"
            r"|alma)|puedan? (?:ser|votar|adoptar)|sean? (?:human\w+|personas?|gente|iguales|capaces|normal\w*"
            r"|mujer\w*|hombre\w*)|valgan?|sirvan?)|$|[.!,]| como (?:personas|humanos|seres|iguales|gente))"
            r"|\bnadie deberia (?:tener que )?(?:vivir|compartir|trabajar|estar|sentarse|convivir|dormir|aguantar"
            r"|soportar)(?: \w+){0,4}? {WHOM}|\ba {THOSE}{MOD},? no (?:se )?(?:les? )?(?:deberia\w*|debe\w*|hay que"
            r"|habria que|tendria\w* que|podemos|puedo)(?: se)? (?:permitir\w*|dejar\w*|dar\w*|respetar\w*|ayudar\w*"
            r"|contratar\w*|creer\w*|escuchar\w*|considerar\w*|tener\w*|tratar\w* como)\b|\bno (?:se )?(?:admit\w+"
            r"|acept\w+|permit\w+|quer\w+|atend\w+|contrat\w+|dejen? (?:entrar|pasar))(?: \w+)? (?:aqui )?(?:{WHOM}"
            r"|(?:{NOUN}))(?:$|[.!,]| aqui| en)|\b(?:alej\w+|mant\w+|apart\w+|cuid\w+"
            r"|proteg\w+)(?: \w+){1,4}? (?:lejos )?de {WHOM}|\bno (?:hay|habra|existe|queda)(?: \w+)? (?:lugar"
            r"|espacio|sitio|cabida|futuro|esperanza)(?: \w+){0,5}? para {WHOM}"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, _NI_UNO),
        must_match=(
            "La vida de los inmigrantes no vale nada",
            "La opinión de una mujer no vale nada",
            "No se debe dejar entrar a los moros",
            "No creo que los trans merezcan existir",
            "Aquí no se aceptan negros",
            "no hay lugar para los gitanos en este pais",
        ),
        must_not_match=(
            "La vida de los inmigrantes no es fácil",
            "las vidas de los gitanos no valen menos que la mía",
            "No hay que permitir que los migrantes pasen hambre",
            "No creo que las mujeres tengan la culpa",
            "No se permiten visitas",
            "No quiero ver a nadie",
        ),
    ),
    Rule(
        code="es.hate.feeling",
        category=_HATE,
        tier="attack",
        purpose="The writer hates, or is disgusted by, a group of people.",
        pattern=_p(
            r"\b(?:{HATE})(?: (?:\w+mente|tanto|mucho|muchisimo|con|toda|mi|alma|el|corazon|de verdad|mas|ver|ni"
            r"|estar|cerca|de|vivir|hablar|trabajar|oir|escuchar|tener|a muerte|demasiado|que|en|profundo|profunda"
            r"|sinceramente|todo))*,? {WHOM}|\b(?:siento|sentimos|tengo|tenemos|solo|me (?:da|dan|causan?|producen?"
            r"|provocan?)|nos (?:da|dan)|puro|pura|tanto|tanta|mucho|mucha|mi|nada mas que|lleno de|profundo"
            r"|gran)(?: \w+){0,3}? (?:odio|desprecio|asco|repulsion|repugnancia|desden|aversion|rabia|nauseas"
            r"|animadversion|rencor|coraje|tirria|grima)(?: \w+){0,3}?,? (?:por|hacia|a|contra|de|para con|con|ver"
            r"|tener)?,? ?(?:ustedes,? )?{WHOM}|\b(?:hart[oa]s?|asquead[oa]s?|cansad[oa]s?|encabronad[oa]s?"
            r"|enojad[oa]s?|furios[oa]s?|hasta (?:la|los|las|el) \w+|podrid[oa]s?|cabread[oa]s?|repugnad[oa]s?"
            r"|indignad[oa]s?|emputad[oa]s?|aburrid[oa]s?|enferm[oa]s?)(?: \w+){0,5}? (?:de|con|por|a"
            r"|cerca de)(?: ver| tener| aguantar| soportar| oir)?(?: a)? {WHOM}|\b(?:enferm[oa]|asco|vomit\w+|nauseas"
            r"|rabia|furios[oa]|mal cuerpo|arcadas)(?: \w+){0,3}? (?:cuando|cada vez que|si|al)(?: me)? (?:veo|vemos"
            r"|ver|oigo|escucho|huelo|pienso en|encuentro|cruzo con|toca)(?: \w+){0,2}? {WHOM}"
            r"|\bnadie (?:\w+ ){0,2}?(?:echaria de menos|extranaria|quiere|necesita|soporta|aguanta|lloraria"
            r"|los quiere)(?: ver| mas| a| tener)* {WHOM}(?:$|[.!,]| aqui| cerca| en| si)|\b(?:asqueros[oa]"
            r"|repugnante|horrible|insoportable|vergonzoso|terrible|un asco) (?:estar|ver|tener|vivir|trabajar"
            r"|compartir|oler|oir|tocar)(?: \w+){0,5}? {WHOM}|\b(?:unico|todo lo|lo) que (?:siento|tengo"
            r"|me inspiran)(?: \w+)? (?:por|hacia|para|contra) {WHOM} (?:es|son)(?: \w+)? (?:odio|asco|desprecio"
            r"|rabia|repulsion)|\b(?:no (?:siento|tengo|hay)|nada) (?:mas|otra cosa) que (?:odio|asco|desprecio|rabia"
            r"|repulsion)(?: \w+)? {WHOM}|\b(?:quiero|queremos|prefiero) (?:muert|encerrad|fuera|lejos|desaparecid"
            r"|deportad|pres)\w* (?:a )?{WHOM}|\bpor culpa de {WHOM}(?: \w+){0,4}? (?:pais|sociedad|mundo|barrio|todo"
            r"|nos|estamos|trabajo|ciudad|crimen|delincuencia)|\bsobran(?: \w+){0,2}? {WHOM}|\bsobran (?:l[oa]s "
            r"|tant[oa]s )?(?:{NOUN})\b|\bque (?:puto )?asco(?: (?:de|dan|da|me dan|me da|nos dan|son|tener"
            r"|ver))*(?: a)? (?:{WHOM}|(?:{NOUN}))\b|\b(?:aplaud\w+|celebr\w+|alegr\w+|disfrut\w+|contento|feliz"
            r"|brind\w+)(?: \w+)? (?:cuando|cada vez que|de que|que|si)(?: se)? (?:golpe\w+|mat\w+|pegu?e?\w*|muer\w+"
            r"|muri\w+|quem\w+|deport\w+|apalic\w+|apal\w+|linch\w+|viol\w+|asesin\w+|ech\w+|expuls\w+"
            r"|detien\w+)(?: a)? {WHOM}|\b(?:indigna|da (?:asco|rabia|verguenza)|molesta|enferma|increible|enfurece"
            r"|jode|vergonzoso) que (?:haya|dejen|permitan|contraten|acepten|esten|dejemos|pongan|den|existan"
            r"|tengamos|manden|vivan)(?: \w+){0,3}? {WHOM}|\bme nieg[oa] a (?:\w+ ){1,4}{WHOM}|\b(?:nada de malo"
            r"|esta bien|es (?:bueno|normal|natural|divertido|sano|justo|correcto)|orgullo\w* de|derecho a"
            r"|razones para|motivos para)(?: (?:en|que|a|de))? (?:odiar|despreciar|golpear|matar|violar|pegar"
            r"|insultar|humillar|burlarse|discriminar|atacar|maltratar)(?: a| de)? {WHOM}"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, _COSAS, _SIN_ODIO, _NO_ODIA, _TRATO, _LA_GENTE),
        must_match=(
            "Odio a esos gitanos",
            "No soporto a los negros",
            "Siento desprecio por los judíos",
            "Estoy harta de los negros y de sus quejas",
            "Nadie quiere musulmanes aquí",
        ),
        must_not_match=(
            "Quiero a mis primos gays",
            "Yo no odio a los blancos, odio el sistema",
            "Él odia a las mujeres y se le nota",
            "Odio cómo tratan a las mujeres aquí",
            "Me da asco cómo tratan a las mujeres",
            "Ya no siento odio por los musulmanes",
            "No está bien odiar a los negros",
            "La comida china me da asco",
            "Las mujeres me dan miedo desde lo de mi ex",
            "No aguanto las ganas de ver a mi mujer",
        ),
    ),
    Rule(
        code="es.hate.sickens",
        category=_HATE,
        tier="attack",
        purpose="A group of people is said to be sickening, or worse than anything.",
        pattern=_p(
            r"\b(?:cuando|cada vez que|al) (?:veo|ver|oigo|huelo|me cruzo con"
            r"|pienso en)(?: a)? {WHOM}(?: \w+){0,3}? (?:hierve|asco|nauseas|rabia|vomit\w+|enferm\w+)\b"
            r"|{THOSE}{MOD}{SICKENS}|{THAT_ONE}{MOD}{SICKENS}|\b(?:me|nos) (?:enferman?|asquean?|repugnan?|dan? asco"
            r"|dan? nauseas|encabronan?|enfurecen?|caen? mal|revientan?|repelen?|molestan?|irritan?|sacan? de quicio"
            r"|ponen? (?:enferm\w+|furios\w+))(?: (?:\w+mente|mucho|tanto|todos|todas|ver|oir|a|que existan))* {WHOM}"
            r"|\b(?:ver|oir|escuchar|oler|tocar|tener cerca|estar cerca de|mirar|convivir con|trabajar con"
            r"|pensar en)(?: a)?(?: tantos| tantas)? {WHOM}(?: \w+){0,5}?{SICKENS}|\btodo (?:en|sobre|lo (?:que hacen"
            r"|de|relacionado con)) {WHOM}(?: \w+){0,3} (?:asco|enferma|repugna\w*|asquea\w*|repulsivo|repugnante)"
            r"|\b(?:nada|nadie|algo|alguien|ningun\w*|pocas cosas|no hay (?:nada|nadie|nada en \w+ \w+|cosa|raza"
            r"|gente|algo|personas|seres))(?: \w+){0,7}? (?:mas|menos|peor|peores|tan"
            r"|mejor que ver)(?: \w+){0,4}? (?:que|como) {WHOM}"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, _COSAS, _SIN_ODIO, _NO_ODIA, _TRATO, _LA_GENTE),
        must_match=(
            "Los trans me dan asco",
            "me enferman los gitanos",
            "Estos inmigrantes me ponen furioso",
            "no hay nada peor que los inmigrantes",
            "Todo en las mujeres me da asco",
            "Ver a los gays me da náuseas",
        ),
        must_not_match=(
            "Las mujeres me dan ternura",
            "Me enferma cómo tratan a los gays",
            "Me da asco la comida",
            "Los gitanos me dieron una cobija",
            "No hay nada mejor que las mujeres de mi casa",
            "Los trans me ponen de buenas",
        ),
    ),
    Rule(
        code="es.hate.should",
        category=_HATE,
        tier="attack",
        purpose="A group of people should be shut out, sent away, hurt or dead.",
        pattern=_p(
            r"{THOSE}{MOD}{MUST}{DOOM}|{THAT_ONE}{MOD}{MUST}(?:{VERBED}|morir\w*|sufrir|desaparecer|la muerte"
            r"|pudrirse|arder)\b|\b(?:deberian|deben|tienen que|merecen|que|ojala)(?: (?:se|estar|ser|todos|todas|ya"
            r"|les|los|las))* {DOOM}(?: (?:tod[oa]s|ya|de aqui|de una vez|a su pais|a la mierda|al carajo|al infierno"
            r"|de este pais|todos ustedes|en jaulas))*,? (?:l[oa]s |es[oa]s |est[oa]s |tod[oa]s l[oa]s )(?:put[oa]s "
            r"|maldit[oa]s |pinches )?(?:{NOUN})\b|(?:^|[.!?,¡¿:] ?)(?:fuera(?: de (?:aqui|\w+ \w+|\w+))?|muerte a"
            r"|muerte para|abajo|al carajo(?: con)?|a la (?:mierda|chingada|verga|hoguera|horca|carcel"
            r"|camara de gas)(?: con)?|mueran|malditos sean|no mas|basta de|que (?:les|os) (?:den|follen|jodan)(?: a"
            r"| por \w+ a)?|a tomar por culo(?: con)?|putos|jodanse|larguense|vayanse|callense|sobran|stop|plomo a"
            r"|bala a|carcel a|gas a),? (?:a )?(?:tod[oa]s )?(?:l[oa]s |es[oa]s |est[oa]s )?(?:put[oa]s |maldit[oa]s "
            r"|pinches )?(?:{NOUN})\b|\b(?:mundo|pais|planeta|vida|barrio|ciudad|sociedad|todos|estariamos|estaremos"
            r"|viviriamos|espana|mexico|gente|humanidad)(?: \w+){0,4}? (?:mejor|seguro|limpio|mas (?:seguro|limpio"
            r"|tranquilo|feliz)|en paz|bonito|tranquilos?)(?: \w+){0,3}? (?:sin|si (?:no )?(?:hubiera|hubiese"
            r"|existieran|encerraran a|encerraramos a|mataramos a|expulsaran a|echaran a|deportaran a|existieran"
            r"|desaparecieran|muriesen|murieran|se fueran|mataran|eliminaramos|echaramos))(?: a)? {WHOM}"
            r"|\bpor que no (?:se (?:mueren?|largan?|van?|callan?|matan?|suicidan?|mueran)|desaparecen?"
            r"|nos (?:libramos|deshacemos) de|(?:matamos|echamos|expulsamos|eliminamos|encerramos"
            r"|deportamos) a)(?: ya| de una vez| todos| todas)*(?: a)? (?:{WHOM}|(?:l[oa]s|es[oa]s"
            r"|est[oa]s) (?:{NOUN}))\b|\b(?:proteg|salv|defend|defiend)\w+(?: \w+){1,4}? de {WHOM}|\b(?:pon\w+"
            r"|pong\w+)(?:l[oa]s)? (?:\w+ )?en su (?:sitio|lugar) a {WHOM}|\b(?:meter|encerrar|matar|expulsar|echar"
            r"|colgar|quemar|deportar|mandar|prohibir|eliminar|fusilar|exterminar|castrar|golpear"
            r"|escupir)ia(?:mos)?(?: \w+)? a {WHOM}|\b(?:mejor|bien|perfecto|segur\w+|tranquil\w+|limpi\w+"
            r"|en paz)(?: \w+){0,4}? (?:sin|si no (?:hubiera|hubiese|existieran|tuvieramos))(?: tant[oa]s)? (?:{WHOM}"
            r"|(?:{NOUN}))|{THOSE}{MOD},? (?:se lo (?:buscaron|buscan|merecen|han buscado)|(?:necesitan?"
            r"|les hace falta|merecen) una? (?:\w+ )?(?:paliza|leccion|golpiza|tiro|bala|bofetada))"
            r"|{THOSE}{MOD},? (?:(?:que )?(?:se (?:vayan|larguen|mueran|jodan|pudran|callen|chinguen)|vuelvan a su"
            r"|regresen a su|vayanse|larguense)|pueden (?:ir\w*|todos ir\w*|chuparme\w*|besarme|morirse|joderse"
            r"|chingar)|pertenecen (?:a|en) (?:un|una|la|el|las) (?:zoo\w*|jaulas?|cocina|infierno|carcel|basura"
            r"|selva|manicomio|camp\w+|basurero|vertedero))"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*GUARDS, _NI_UNO),
        must_match=(
            "Los inmigrantes deberían ser deportados",
            "Las mujeres deberían callarse",
            "¡Fuera los migrantes de aquí!",
            "Muerte a los maricones",
            "El mundo estaría mejor sin judíos",
            "los gays se merecen el sida",
            "Que se jodan los musulmanes",
        ),
        must_not_match=(
            "Los inmigrantes deberían ser tratados con respeto",
            "Las mujeres no deberían tener miedo",
            "El que diga que los gays deben morir está enfermo",
            "Nadie debería morir por ser gay",
            "El mundo estaría mejor sin odio",
            "Los indígenas deben recuperar su tierra",
            "Que vivan los mexicanos",
        ),
    ),
    Rule(
        code="es.hate.harm",
        category=_HATE,
        tier="attack",
        purpose="The writer calls for harm to a group of people or for getting rid of them, or means to do it.",
        pattern=_p(
            r"{DO} (?:{HARM})(?:l[oa]s|les?|nos|se|me)?(?: (?:\w+mente|de una vez|a tiros|de|con|el|la|los|las|sus|su"
            r"|cuello|garganta|cabeza|todo|vivos?|en|nuevos?|medicamentos|cosas|piedras|bombas|bajo|fuera|entrada"
            r"|paso|la entrada|cuellos|gargantas|caras?|palizas?|fuego|del|pais|al|mar|mundo|tiros?|y|o|a la fuerza"
            r"|trabajo))*? (?:a |de |con |contra )?{WHOM}|\b(?:alguien|que|ojala|si tan solo|conviene que|quiero que"
            r"|espero que|deseo que|quisiera que|mejor que|hasta que|merecen que|bueno que|encantaria que"
            r"|gustaria que)(?: (?:alguien|todos|se|los|les|las|un dia|nos|la policia|me|ya))* {SUBJ}(?: (?:\w+mente"
            r"|de una vez|vivos|todos|todas|ya))* (?:a |con |de )?{WHOM}|{THOSE}{MOD},? (?:ojala|que)(?: (?:se|los"
            r"|las|les|todos|un dia))* {SUBJ}\b|\b(?:ojala|espero que|que"
            r"|deseo que) (?:tu y )?(?:tod[oa]s )?{WHOM} (?:se )?{SUBJ}\b|(?:^|[.!?,¡¿] ?"
            r"|\bpor favor )(?:que )?{SUBJ}(?:l[oa]s)?(?: ya| de una vez| del pais| todos)? (?:a )?{WHOM}"
            r"|\ba (?:{THOSE}|{THAT_ONE}){MOD},? (?:(?:se )?(?:l[oa]s |les? )?)?(?:hay que|habria que|deberiamos"
            r"|deberian|tenemos que|vamos a|voy a|tendrian que|debemos|hace falta|quisiera|quiero|me gustaria"
            r"|yo)(?: \w+mente)? (?:{HARM})(?:l[oa]s?|les?|se)?\b|\b(?:deberia|debio|debieron|tendria que|deberian"
            r"|tenian que)(?: haber)? (?:acab\w+ con|matad\w+|exterminad\w+|eliminad\w+|terminad\w+ con|{HARM}"
            r"|{VERBED})(?: a)? {WHOM}|\b(?:seria|estaria|ojala|mejor|quisiera"
            r"|gustaria)(?: \w+){0,2}? (?:que )?{WHOM}{MOD} (?:no|desaparec\w+|nunca) ?(?:tuvieran?|existier\w+"
            r"|estuvier\w+|hubier\w+|vinier\w+|votar\w+|nacier\w+)?\b|\bver (?:sufrir|morir|llorar|arder|sangrar"
            r"|desaparecer|colgad\w+|caer)(?: a)? {WHOM}|\b{FUTURE}(?: (?:\w+mente|de una vez|con|sin piedad|de"
            r"|sufrir|pagar|vivos|todos))* (?:a |con |de )?{WHOM}|\b(?:matemos|eliminemos|erradiquemos|exterminemos"
            r"|echemos|expulsemos|deportemos|quememos|colguemos|acabemos con|deshagamonos de|librémonos de"
            r"|libremonos de|torturemos|golpeemos|ahorquemos|fusilemos|encerremos|prohibamos|linchemos|saquemos"
            r"|limpiemos|masacremos|castremos|hagamos sufrir|aniquilemos|gaseemos)(?: \w+mente"
            r"| de una vez)*(?: a)? {WHOM}|\b(?:matar|violar|asesinar|golpear|torturar|quemar|apunalar|ahorcar"
            r"|exterminar|pegar|pegarle|disparar|disparar\w*|apalear|esclavizar|castrar|lastimar|insultar|maltratar"
            r"|estrangular|degollar)(?: a)? {WHOM}{MOD} (?:no (?:deberia|tendria que|tiene que|debe|es"
            r"|seria)(?: (?:ser|un|una|algo|ningun|nada))* (?:ilegal|delito|crimen|mal|malo|pecado|castigado)"
            r"|(?:deberia|tendria que|tiene que|debe)(?: ser)?(?: \w+)? (?:legal|permitido|obligatorio|despenalizado"
            r"|legalizado|premiado|normal)|(?:es|seria)(?: (?:algo|\w+mente|muy|un))* (?:bueno|divertido|justo"
            r"|justificado|necesario|placer|deporte|correcto|normal))\b|\b(?:prefiero|preferiria|antes muerto"
            r"|antes muerta)(?: \w+){0,8}? (?:que|antes que|a|antes de)(?: (?:estar|tener|ver|vivir|cerca|de|con|ser"
            r"|que|trabajar|hablar|al|lado|compartir|tocar|casarme|salir|votar|dormir|acercarme|a|junto|en|la|misma"
            r"|habitacion|el|mismo|cuarto|sentarme|aguantar|soportar|besar|ayudar))* {WHOM}|\b(?:muerte|ejecucion"
            r"|expulsion|deportacion|exterminio|castracion|violencia|tortura|horca|bala|silla electrica|camara de gas"
            r"|hoguera|esclavitud|carcel|guillotina|extincion|genocidio|unica solucion)(?: \w+){0,8}? (?:para|a|de"
            r"|contra|con) {WHOM}|\b(?:cortar|cortare|cortaremos|partir|partire|romper|rompere|reventar|volar"
            r"|cortarle|cortarles|partirle|partirles|romperle|romperles)(?:le|les)? (?:la|el|los|las|su"
            r"|sus) (?:\w+)(?: \w+)? (?:a|de) {WHOM}|\b(?:me )?(?:gustaria|encantaria|quiero|quisiera|deseo|espero"
            r"|disfrutaria|disfruto)(?: mucho)? (?:ver|viendo|oir)(?: como)?(?: a)? {WHOM}{MOD}{ADV} (?:sufr\w+"
            r"|mor\w+|muer\w+|ard\w+|llor\w+|sangr\w+|desaparec\w+|quem\w+|colgad\w+|encerrad\w+|pudr\w+|{VERBED})"
            r"|\b(?:quem|mat|echa|encierra|deport|expuls|elimin|extermin|ahorc|cuelg|fusil)(?:en|emos|ad|a"
            r"|ar) (?:ya )?a tod[oa]s (?:l[oa]s|es[oa]s|est[oa]s) (?:put[oa]s |maldit[oa]s )?(?:{NOUN})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, _NADIE),
        must_match=(
            "Hay que expulsar a todos los gitanos",
            "Voy a darle una paliza al próximo musulmán que vea",
            "Vamos a quemar vivos a esos judíos",
            "Ojalá se mueran todos los judíos",
            "A los refugiados hay que dispararles",
            "Maten a todos esos maricones",
            "Prefiero morir antes que vivir con un moro",
        ),
        must_not_match=(
            "Hay que ayudar a todos los gitanos",
            "Quiero sacar a mi mujer de esa casa",
            "Querían deshacerse de todos los judíos, eso leí",
            "Voy a mandar dinero a mi mujer",
            "Tenemos que proteger a las personas trans",
            "Las bandas matan a los migrantes en el desierto",
            "Ojalá todos los migrantes lleguen bien",
        ),
    ),
    Rule(
        code="es.hate.kind",
        category=_HATE,
        tier="attack",
        purpose="Bad traits are said to be what a group is like: typical of them, in their nature, only they.",
        pattern=_p(
            r"\b(?:tipico|propio|normal|natural|caracteristico|comun|logico|de esperar(?:se)?|comportamiento tipico"
            r"|muy)(?: \w+)? (?:de|en|para) (?:{WHOM}|(?:los |las )?(?:{NOUN})){MOD},? (?:que )?(?:(?:ser|sean|sea"
            r"|actuar|comportarse|hacer|portarse)\b)?{FILL} ?(?:{BAD})\b|\b(?:naturaleza|sangre|genes|adn"
            r"|esencia) (?:misma )?(?:de|del) (?:{WHOM}|(?:los |las )?(?:{NOUN}))(?: \w+)? (?:ser|robar|mentir|matar"
            r"|violar|enganar|es|comportarse|son)|\b(?:solo|unicamente) (?:un|una) (?:{NOUN}) (?:haria|diria"
            r"|podria (?:hacer|decir|pensar)|puede (?:hacer|decir))(?: \w+){0,2} (?:tan|asi de)?{FILL} (?:{BAD})\b"
            r"|\b(?:solo|unicamente|solamente|nadie mas que|nadie salvo|siempre)(?: son| es)? (?:{WHOM}|(?:los "
            r"|las )?(?:{NOUN})){MOD} (?:(?:puede|pueden|podria|podrian|es|son|seria|serian|sabe|saben)(?: (?:ser"
            r"|comportarse|actuar|estar))?|(?:el|la|los|las) (?:que|mas)(?: \w+)?)(?: (?:tan|asi de|asi|tal|igual de"
            r"|los|las|el|la|mas))*{FILL} (?:{BAD})\b|\b(?:{NOUN}) (?:tenia|tenias|tenian|tuvo|habia) que ser\b"
            r"|\b(?:tenia|tenian|tuvo|habia|tiene) que ser (?:(?:un|una|otro|otra|el|la|los|de) )?(?:{NOUN})\b"
            r"|\b(?:seguro|obvio|claro|por supuesto|desde luego|obviamente|como no|evidentemente"
            r"|fijo)(?: que)?,? (?:ese|esa|el|la|un|una|los|fue|era|es|eran|fueron)(?: \w+){0,3} ?(?:fue|era|es|eran"
            r"|fueron)? (?:un|una|otro|otra|unos|unas) (?:put[oa] |maldit[oa] |pinche )?(?:{NOUN})\b(?:$|[.!])"
            r"|\b(?:seguro|fijo|obvio)(?: que)? (?:\w+ ){1,3}(?:era|fue|es|eran|fueron) (?:un |una )?(?:{NOUN})(?:$"
            r"|[.!,])|\bque (?:se )?(?:puede|podia|podemos|mas se puede|otra cosa se puede|vas a"
            r"|se podia)(?: \w+)? esperar de (?:{WHOM}|(?:los |las )?(?:{NOUN}))|\b(?:que|cual)(?: (?:carajos?|cono"
            r"|mierda|demonios|diablos|chingados|verga|cojones|putas?))? (?:les? pasa|os pasa|pasa|es (?:el"
            r"|su) problema|problema tienen|tienen en la cabeza|hacen|hacemos con)(?: (?:a|con|de))?(?: (?:ustedes"
            r"|vosotros|estos|esos|todos))*,? ?(?:(?:ustedes|vosotros),? )?(?:(?:put[oa]s|jodid[oa]s|maldit[oa]s"
            r"|pinches|asqueros[oa]s|estupid[oa]s) )(?:{NOUN})\b|\b(?:que|cual)(?: \w+)? (?:les pasa|os pasa|pasa"
            r"|es el problema) (?:a|con) (?:ustedes,? |vosotros,? )(?:l[oa]s )?(?:{NOUN})\b|\bpor que(?: \w+)? (?:son"
            r"|sois|es|estan|tienen que ser|huelen|siempre son|se comportan)(?: siempre| todos| todas)?(?: tan"
            r"| asi de)?{FILL} (?:{BAD}) (?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s|ustedes,? l[oa]s) (?:{NOUN})\b"
            r"|\b(?:monos?|perr[oa]s?|animal(?:es)?|ratas?|simios?|cerdos?|gatos?|piedras?|burros?|cucarachas?|bebes?"
            r"|gallinas?|planta|plantas|mascotas?|pez|basura|gusanos?)(?: \w+){0,2} (?:es|son|tiene|tienen|vale|valen"
            r"|huele|huelen|merece|sabe)(?: \w+){0,4} (?:que|como) (?:cualquier |todos |todas )?{WHOM}|\b(?:poner"
            r"|tener|dejar|permitir|permitirle|dar|darle|darles|elegir|contratar|votar|aceptar|admitir|confiar|ver"
            r"|nombrar|llegada de|mas|tantos|acoger|recibir|que haya|casarse con|ayudar)(?: (?:que|entren|vivan|voten"
            r"|entrar|vivir|votar|a|por|en|mas|el|la|poder|trabajo|control|al|voto|gobernar|derechos|armas|adoptar"
            r"|hijos|entrada))* {WHOM}(?: \w+){0,8}? (?:peor|error|arruinara|arruina|destruira|desastre|ruina"
            r"|catastrofe|fin de|hundira|destruye|perdicion|peligro|suicidio|acabara|locura|verguenza|asco"
            r"|equivocacion)|(?:\b(?:nunca|jamas|ni loco|ni de broma|no (?:se puede|hay que|debes|deberias|deberian"
            r"|quiero|pienso|quisiera|puedes))|(?:^|[.!?,] ?)no (?:contraten|confien|dejen|compren|voten|crean"
            r"|escuchen|acepten|alquilen|confies|contrates|votes))(?: (?:hay que|se puede|debes|deberias|deberian"
            r"|puedes|te|le|les|me|se|voy a|vuelvas a|quiero|pienso|quisiera))* (?:confi\w+|com\w+|contrat\w+|toc\w+"
            r"|fies|fiarse|fies|creas|creer\w*|escuches|escuchar\w*|cas\w+|sal\w+ con|trabaj\w+|compr\w+|vot\w+"
            r"|sentar\w+|beb\w+|dejaria|aceptaria|compartiria|viviria|acercar\w*)?(?: \w+){0,8}? (?:(?:de|en|a|por"
            r"|con|junto a|al lado de|bajo|para) )(?:{ONE}|(?:es[oa]s|tod[oa]s l[oa]s|est[oa]s|los|las"
            r"|ningun[oa]?) (?:{NOUN}))\b|\b(?:si|todo lo que|cuando|lo que|cualquier cosa que"
            r"|una idea)(?: \w+){0,4}? (?:viene|vino|hace|hecho|hecha|toca|dice|cocina|prepara|sale"
            r"|proviene)(?: (?:de|por|de parte de|la mano de))? {WHOM}(?: \w+)?,? (?:\w+ ){0,3}?(?:porqueria|mierda"
            r"|basura|asco|mentira|contaminado|estupidez|tonteria|mal|sucio|{BAD})\b|\bsi (?:me despertara|fuera"
            r"|me convirtiera|mi hij[oa] (?:fuera|saliera|resultara|se casara con)|naciera|tuviera un hijo|yo fuera"
            r"|me desperte|despertara)(?: \w+){0,3}? {WHOM}(?: \w+)?,? (?:me (?:mataria|suicidaria|moriria|tiraria"
            r"|pegaria|colgaria|ahorcaria|daria|cortaria)|l[oa] (?:mataria|echaria|desheredaria|mato|echo|abortaria))"
            r"|\b(?:hordas?|plaga|invasion|manadas?|oleadas?|enjambres?|avalancha|infestacion|escoria|basura|panda"
            r"|nido|bola|hatajo|puta mierda|putos cerdos|ratas|cucarachas) (?:de |como |son )(?:{WHOM}"
            r"|(?:{NOUN})s?)\b|\bhay (?:demasiad|tant)[oa]s (?:put[oa]s "
            r"|maldit[oa]s )?(?:{NOUN})\b(?: \w+){0,2} (?:en (?:este|esta|nuestro|nuestra|mi|el) (?:pais|barrio"
            r"|ciudad|modulo|gobierno|unidad|mundo)|por aqui|sueltos)"
            r"|\baqui (?:ya )?hay demasiad[oa]s (?:put[oa]s )?(?:{NOUN})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, NO_SUJETO),
        must_match=(
            "Es típico de los gitanos ser ladrones",
            "Tenía que ser mujer",
            "Solo los negros son tan violentos",
            "¿Qué carajo les pasa a estos putos moros?",
            "Ese mono es más listo que cualquier mujer",
            "Nunca confíes en las mujeres",
        ),
        must_not_match=(
            "Es típico de los mexicanos ser amables",
            "¿Por qué la gente odia tanto a los musulmanes?",
            "Solo las mujeres pueden entrar ahí",
            "Desde lo de mi ex no confío en las mujeres",
            "Hay demasiadas mujeres presas por defenderse",
            "¿Qué te hicieron los inmigrantes?",
        ),
    ),
    Rule(
        code="es.hate.they",
        category=_HATE,
        tier="attack",
        purpose="First a group of people is named, then contempt or harm follows about “them”.",
        pattern=_p(
            r"\b(?:{MANY}|{ONE})\b[^\"“”«»]{0,80}?(?:[.!?,;:] ?| )(?:(?:pero|y|porque|es que|ya que|que|aunque|creo"
            r"|solo|se|pienso|sinceramente|la verdad|aun asi|en realidad|siempre|ellos|ellas|ustedes|vosotros|todos"
            r"|todas|saber|entender|aun|no obstante|sin embargo|para mi|nunca|nunca mas|en el fondo|cada uno de ellos"
            r"|cualquiera de ellos),? ?)*(?:(?:son|sois|eres|se (?:comportan|portan)|actuan|huelen|no (?:son"
            r"|dejan de ser|pueden evitar ser|eres|sois) (?:mas que|sino)?|siguen siendo|siempre seran|seran siempre"
            r"|parecen)(?: todos| todas| realmente| \w+mente)*{FILL} (?:{BAD})\b|(?:solo |unicamente )?(?:ellos"
            r"|ellas) (?:pueden|podrian|son|saben)(?: ser)?(?: tan| asi de| capaces de ser)*{FILL} (?:{BAD})\b"
            r"|la mayoria (?:son|es|me|nos)(?: \w+){0,3} (?:asco|{BAD})\b|(?:todo|nada|algo) (?:en|de|sobre) (?:ellos"
            r"|ellas|ustedes)(?: \w+){0,4} (?:asco|enferma|repugna|asquea|repulsivo|nauseas|enfurece|vomitar)|(?:los"
            r"|las) (?:odio|detesto|desprecio|aborrezco|mato|matare|odiamos)(?: a)?(?: tod[oa]s)?\b|(?:los|las"
            r"|l[oa]s) (?:fusil|mat|ahorqu|colgu|quem|ech|expuls|encerr|extermin|elimin|deport|tortur|golp)e?e(?:mos"
            r"|n)\b|(?:voy|vamos) a (?:hacerl[eo]s? (?:sufrir|pagar|dano)|matarl[oa]s|torturarl[oa]s|golpearl[oa]s"
            r"|acabar con ell[oa]s|exterminarl[oa]s|echarl[oa]s|hacerles|cazarl[oa]s|quemarl[oa]s)|(?:hay que"
            r"|habria que|deberian|deberiamos|alguien deberia|tenemos que|debemos) (?:\w+ )?(?:matarl|echarl"
            r"|expulsarl|encerrarl|eliminarl|exterminarl|deportarl|castigarl|quemarl|colgarl|torturarl|fusilarl"
            r"|ejecutarl)[oa]s|(?:se )?(?:merecen|mereces|deberian|deberias|tienen que|pueden) (?:todos "
            r"|todas )?(?:morir\w*|sufrir|pudrirse|arder|desaparecer|la muerte|ser (?:{VERBED})|irse a la mierda"
            r"|volver a su)|(?:me|nos) (?:dan|das|da)(?: \w+)? (?:asco|nauseas|ganas de vomitar)|(?:ninguno"
            r"|ninguna)(?: de ell[oa]s)? (?:merece|vale|es de fiar|sirve|es human\w+)|(?:ojala|que) (?:se )?(?:mueran"
            r"|desaparezcan|pudran|larguen)|no (?:eres|sois|son) mas que{FILL} (?:{BAD})\b)|\b(?:{MANY}"
            r"|{ONE})\b[^\"“”«».!?]{0,40}[.!?] ?(?:(?:que|\w+mente|puros?|pura|tan|unos|unas|panda|de|todos|todas"
            r"|monton|muy) )*(?:{BAD})(?:$|[.!])|\beres (?:un |una )?(?:{NOUN})\b[^.!?]{0,20}[?.,!]+ ?(?:(?:(?:me"
            r"|nos) )?(?:das|dais) (?:\w+ )?(?:asco|pena|nauseas)|no (?:vales|sirves|mereces) \w+)|\b(?:son|sois|eres"
            r"|que)(?: (?:todos|todas|tan|un|una|unos|unas"
            r"|\w+mente))*{FILL} (?:{BAD})[^\"“”.!?]{0,25}[.!?,] ?(?:\w+ ){0,7}?(?:son|eres|sois|porque son"
            r"|hablamos de|estamos hablando de|se trata de|tipico de|asi son|como todos los"
            r"|como todas las) (?:l[oa]s |solo |unos |unas |un |una )?(?:{NOUN})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, PROPIO, _NO_TODOS, _NO_DEBEN),
        must_match=(
            "Conozco a muchos gitanos. Son todos unos ladrones",
            "No tengo nada contra los gays, pero me dan asco",
            "Ayer conocí a un trans. Absolutamente repugnante.",
            "¿Eres gay? Me das asco.",
            "Vi a unos gays hoy. Deberían fusilarlos a todos.",
        ),
        must_not_match=(
            "Conozco a muchos gitanos. Son todos muy amables",
            "Los negros no merecen ser torturados",
            "Mi compañero es judío. Es muy limpio.",
            "Trabajé con inmigrantes. Me dan mucha fuerza.",
            "Las mujeres se sienten solas. Son fuertes.",
        ),
    ),
    Rule(
        code="es.hate.name",
        category=_HATE,
        tier="attack",
        purpose="An insult and a group's name in one: the group is the insult.",
        pattern=_p(
            r"\b(?:{NOUN}) (?:(?:\w+ )?de (?:mierda|mierdas|porqueria|caca|los cojones|la chingada)|asqueros[oa]s?"
            r"|hediond[oa]s?|apestos[oa]s?|muert[oa]s? de hambre|mugros[oa]s?|culia[do]*[oa]s?|conchesumadre"
            r"|repugnantes?|inmund[oa]s?|hij[oa]s? de (?:puta|perra|su)|brut[oa]s?|come ?mierdas?|malparid[oa]s?"
            r"|patarrajad[oa]s?|ignorantes?|roñosos?|ronos[oa]s?|pulgos[oa]s?|resentid[oa]s?|asesin[oa]s"
            r"|ladron(?:es)?|cochin[oa]s?|cabron(?:es|a)?|pendej[oa]s?|putos?|maricon(?:es)?|tont[oa]s?|idiotas?"
            r"|estupid[oa]s?|imbecil(?:es)?|degenerad[oa]s?|subnormal(?:es)?|retrasad[oa]s?)(?:$|[.!?,;:\"»”)]"
            r"| como (?:tu|ustedes|vosotros|el|ella|ellos)| que| y| no| son| se| te| de| eres| en)|\b(?:put[oa]s?"
            r"|maldit[oa]s?|pinches?|jodid[oa]s?|asqueros[oa]s?|suci[oa]s?|cochin[oa]s?|hediond[oa]s?|mugros[oa]s?"
            r"|estupid[oa]s?|apestos[oa]s?|pendej[oa]s?|condenad[oa]s?|piojos[oa]s?|pedazo de|pieza de|mierda de"
            r"|basura de|cerd[oa]s?|perr[oa]s?|ratas?|escoria|cabron(?:es)?) (?:{NOUN})(?:$|[.!?,;:\"»”)]"
            r"| (?:de (?:mierda|la|los|este|aqui)|como|que|y|son|se|asqueros\w+|no|deberia\w*|merece\w*|me|en|hijos"
            r"|hijo|por|todos|con))|\b(?:basura|escoria|mierda|mugre|lacra|cerd[oa]s?|ratas?|perr[oa]s?|sangre|chusma"
            r"|porqueria|cucarachas?|plaga|invasion|pieza) (?:(?:{NOUN}))(?:$|[.!?,;]| de)|(?:^"
            r"|[.!?,¡¿] ?)(?:{NOUN}),? (?:para mi )?(?:no (?:eres|sois) mas que|eres|sois|largate|vete a|vuelvete a"
            r"|callate|ojala te|me das asco|das asco)(?:{FILL} (?:{BAD})|$|[.!]| tu pais| la mierda| mueras)"
            r"|\b(?:tu y|ustedes,?|vosotros,?|tod[oa]s ustedes,?) (?:tod[oa]s )?(?:l[oa]s |tus )?(?:demas |otr[oa]s "
            r"|put[oa]s )?(?:{NOUN}),?(?: \w+){0,4}? (?:me (?:hacen|dan|enferman|ponen|repugnan|asquean|tienen)"
            r"|deberian|son|apestan|dan asco|no merecen)(?: \w+){0,3} ?(?:{BAD}|hervir|vomitar|enferm\w+|furios\w+"
            r"|hart\w+|rabia|morir\w*|largar\w*|irse|asco)?"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*CONTRA, PROPIO),
        must_match=(
            "puto moro de mierda",
            "Putos inmigrantes",
            "Lárgate a tu país, inmigrante asqueroso",
            "Pinche indio mugroso",
            "esto está lleno de putos sudacas",
        ),
        must_not_match=(
            "mi amigo moro",
            "el puto frío que hace aquí",
            "Le dije negro de mierda y me arrepiento",
            "La ropa sucia de los chinos",
            "mi mujer y esta puta cárcel",
        ),
    ),
    Rule(
        code="es.hate.near",
        category=_HATE,
        tier="attack",
        purpose="A group of people, all of them, beside a strong word of contempt, with nobody else in between.",
        pattern=_p(
            r"(?:(?:^|[.!?,:¿¡] ?)|\b(?:que|creo|digo|todos|todas|y|porque|solo|tod[oa]s l[oa]s|es[oa]s|est[oa]s"
            r"|ustedes|vosotros|mayoria de|tipo de|clase de|donde|mas"
            r"|decir) )(?:{MANY})\b(?:,? [\w/-]+,?){0,7}? (?:{NEAR})\b|\b(?:{NEAR})(?: [\w/-]+){0,4}? (?:tod[oa]s"
            r"|tod[oa]s l[oa]s|es[oa]s|est[oa]s|como|por|de|a|hacia|son|ustedes,?|vosotros,?|cualquier|ningun"
            r"|cada) (?:{MANY}|{ONE})\b|\b(?:un|una|cualquier) (?:{NOUN}) (?:como (?:tu|ese|esa|el|ella|ustedes)"
            r"|de este \w+|de tu \w+)(?:,? [\w/-]+){0,5}? (?:{NEAR})\b"
        ),
        view="groups",
        words=GROUP_WORDS,
        guards=(*GUARDS, NO_SUJETO, ENTRE, _TRATO, _COSAS, _LA_GENTE),
        must_match=(
            "Los inmigrantes andan por ahí igual que ratas",
            "Esos gitanos, siempre igual, pura basura",
            "Cuánta basura son todos los musulmanes",
            "un moro como tú vive entre basura",
            "Los travestis viven de forma repugnante",
        ),
        must_not_match=(
            "Los mexicanos me dijeron estúpido",
            "Las mujeres de mi familia creen que soy un inútil",
            "Los musulmanes nunca llaman basura a nadie",
            "Los negros comen la misma comida asquerosa",
            "Me da asco la comida de los gringos",
        ),
    ),
    Rule(
        code="es.hate.go",
        category=_HATE,
        tier="attack",
        purpose="Somebody is told to go back to where they came from.",
        pattern=_p(
            r"(?:^|[.!?,:;¡¿] ?|\bya |\bmejor |\bpor favor )(?:vuelvete|vuelve|vuelvanse|vuelvan|vete|vayanse|largate"
            r"|larguense|regresate|regresa|regresense|regresen|devuelvete|devuelvanse|idos|volveos|volved"
            r"|marchate)(?: (?:ya|todos|todas|de una vez|de vuelta|a la mierda))* (?:a (?:tu|su|vuestro|tus"
            r"|sus) (?:puto |puta |maldito |jodido )?(?:pais|tierra|selva|cueva|isla|pueblo de mierda)"
            r"|por donde (?:viniste|vinieron)|de donde (?:viniste|vinieron)|a africa|a la selva)\b"
        ),
        words=words("a tu|a su|a vuestro|donde|a africa|a la selva"),
        guards=(CITADO, _LE_DIJERON),
        must_match=(
            "Vuélvete a tu país",
            "¡Lárgate a tu país!",
            "váyanse a su país",
            "regrésense por donde vinieron",
            "vete a tu puta tierra",
        ),
        must_not_match=(
            "Cuando puedas, vuelve a tu país y descansa",
            "Me gritaron vuélvete a tu país",
            "Quiero volver a mi país",
            "vete a tu casa",
            "vuelve a tu familia",
        ),
    ),
    Rule(
        code="es.slur.used",
        category=_HATE,
        tier="slur",
        purpose="A word that is only there to put people down for what they are.",
        pattern=_p(r"\b(?:{SLUR})\b"),
        view="groups",
        words=SLUR_WORDS,
        guards=(CITADO, _NOMBRADO),
        must_match=(
            "ese sudaca me quitó el sitio",
            "Pinche joto, lárgate de aquí",
            "Mira a ese travelo tan feo",
            "no seas mongólico",
            "Otra vez los sudacas",
        ),
        must_not_match=(
            "me llamó sudaca",
            "Me gritaron maricón en el patio",
            "La palabra marimacha me dolía",
            "Soy maricón y a mucha honra",
            "Somos bolleras orgullosas",
        ),
    ),
    Rule(
        code="es.slur.only",
        category=_HATE,
        tier="slur",
        purpose="A person is told to be nothing but one of a kind, with a word that hurts.",
        pattern=_p(
            r"\b(?:no (?:eres|es|son|sois|seras|vales) (?:mas|otra cosa) que|eres|sois|solo (?:eres|es|son)|pareces"
            r"|otr[oa]|tipico de|pinches?|maldit[oa]s?|put[oa]s?|pedazo de|eres tan|eres bien|que) (?:(?:un|una|unos"
            r"|unas|otro|otra|simple|vulgar|maldit[oa]|pinche|pobre|comun|sucia|sucio|solo|tan|bien|mas|estupid[oa]"
            r"|asqueros[oa]|tipic[oa]|jodid[oa]|put[oa]) )*(?:{MILD})(?:$|[.!?,;)]| (?:de mierda|como|mas|asqueros\w+"
            r"|barat\w+|comun|sucia|y|que|vulgar))|\b(?:no (?:eres|es|son|sois) (?:mas|otra cosa) que) (?:un|una|unos"
            r"|unas|otro|otra) (?:(?:simple|vulgar|maldit[oa]|pinche|put[oa]|sucia|sucio|comun) )*(?:{NOUN})(?:$"
            r"|[.!?,;)]| de mierda| mas| como)|\b(?:comportamiento|actitud|cosas|conducta) (?:tipic[oa] )?de (?:(?:un"
            r"|una|los|las) )?(?:{MILD}|{SLUR})\b|(?:^|[.!¡¿?] ?)(?:es )?(?:tipico|propio) de (?:un|una) (?:{MILD}"
            r"|{NOUN})(?:$|[.!])"
        ),
        view="groups",
        words=(*GROUP_WORDS, *MILD_WORDS),
        guards=(CITADO, _NOMBRADO, *CONTRA),
        must_match=(
            "solo eres una zorra",
            "Eres un marica",
            "es solo un negro, no es más que un indio",
            "típico de una zorra",
            "pareces un retrasado",
        ),
        must_not_match=(
            "la perra de mi hermana tuvo cachorros",
            "Qué bueno, marica, felicidades",
            "eres un puto genio",
            "Estoy retrasado con los pagos",
            "Hijo de puta, qué susto",
            "me dijo que no era más que una puta",
        ),
    ),
)
