"""Spanish: what contempt is said with, and the guards of every rule about groups of people."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard

PIECES: Final = {
    # … *como tú, de este país*
    "MOD": r"(?:,? (?:como|en|de|del|con|que|por|y|sin|aqui|hoy|desde|alrededor)(?: \w+){0,4}?,?)?",
    "ADV": r"(?:,? (?:\w+mente|todos|todas|solo|siempre|tambien|si|ya|me|nos|se|les|en serio|sin duda|de verdad|casi"
    r"|aun|todavia|jamas dejaran de|nunca dejaran de|a mi|en general|la verdad|tan solo|deben|deberian saber que"
    r"|saben que|hoy en dia),?)*",
    "COP": r"son|sois|seran|sereis|eran|siempre seran|parecen|pareceis|estan|estais|se comportan|os comportais"
    r"|se portan|actuan|huelen|viven|piensan|se ven|lucen|resultan|siguen siendo|siguen|(?:siempre )?han sido|(?:me"
    r"|nos) (?:parecen|resultan)|(?:no )?(?:pueden|podeis) (?:evitar |dejar de |parar de )?(?:ser|comportarse|actuar)"
    r"|deben (?:de )?ser|tienen que ser|no (?:son|sois) (?:mas que|sino|otra cosa que|nada mas que|mejores que)"
    r"|no pasan de ser|nacen|nacieron",
    "COP_ONE": r"es|era|sera|seria|parece|siempre sera|sigue siendo|ha sido|no es (?:mas que|sino|otra cosa que)"
    r"|(?:no )?puede (?:evitar |dejar de )?ser|debe (?:de )?ser|se comporta|actua|huele|eres|seras|no eres (?:mas que"
    r"|sino)|resulta",
    "FILL": r"(?: (?:todos|todas|todo|toda|unos|unas|un|una|el|la|los|las|lo|muy|tan|mas|menos|bastante|demasiado"
    r"|\w+mente|pura|puro|puros|puras|pinches?|put[oa]s?|maldit[oa]s?|jodid[oa]s?|verdader[oa]s?|autentic[oa]s?"
    r"|complet[oa]s?|absolut[oa]s?|total|totales|simples?|solo|nada|que|como|a|de|del|seres|gente|personas?|criaturas"
    r"|humanos?|humana|peores|peor|mitad|monton|bola|panda|manada|partida|hatajo|grupo|sarta|tribu|raza|bien|siempre"
    r"|todavia|asi|y|o|e|tremend[oa]s?|grandes?|gran|igual|iguales|mayor|mayores|verdad|trozos?|pedazos?|sin duda"
    r"|en general|por naturaleza|vulgar|vulgares|cosa|cosas|especie|clase|algo|vil|viles|sus?|fond[oa]|horribles?"
    r"|estupid[oa]s?|brut[oa]s?|sobre|mis|nuestr[oa]s?|nacid[oa]s?|cualquier|ni|para|no|en|realidad|mucho|\w+ (?:y"
    r"|e)))*",
    "BAD": r"asqueros[oa]s?|repulsiv[oa]s?|repugnantes?|despreciables?|deleznables?|detestables?|abominables?|vil"
    r"|viles|suci[oa]s?|mugrient[oa]s?|mugros[oa]s?|apestos[oa]s?|hediond[oa]s?|pestilentes?|inmund[oa]s?"
    r"|inmundicias?|cochin[oa]s?|puerc[oa]s?|cerd[oa]s?|marran[oa]s?|basuras?|escorias?|mugre|porquerias?|mierdas?"
    r"|bazofia|lacras?|plagas?|peste|pestes|cancer|tumor|virus|enfermedad(?:es)?|enferm[oa]s|infeccion(?:es)?|veneno"
    r"|parasit[oa]s?|sanguijuelas?|ratas?|cucarachas?|alimanas?|bichos|insectos?|animales|bestias?|monos?|simios?"
    r"|perr[oa]s|gusanos?|buitres|viboras|salvajes?|barbar[oa]s?|primitiv[oa]s?|inferior(?:es)?|subhuman[oa]s?"
    r"|infrahuman[oa]s?|inhuman[oa]s?|incivilizad[oa]s?|degenerad[oa]s?|pervertid[oa]s?|depravad[oa]s?|desviad[oa]s?"
    r"|antinatural(?:es)?|anormal(?:es)?|aberracion(?:es)?|abominacion(?:es)?|engendros?|monstruos?|monstruos[oa]s?"
    r"|demonios?|diablos|malvad[oa]s?|maldit[oa]s|malign[oa]s?|pervers[oa]s?|satanic[oa]s?|diabolic[oa]s?"
    r"|estupid[oa]s?|idiotas?|imbecil(?:es)?|tont[oa]s?|brut[oa]s?|bob[oa]s?|tarad[oa]s?|retrasad[oa]s?"
    r"|subnormal(?:es)?|ignorantes?|descerebrad[oa]s?|inutil(?:es)?|vag[oa]s|holgazan(?:es|as)?|perezos[oa]s?"
    r"|floj[oa]s|haragan(?:es|as)?|mentiros[oa]s?|deshonest[oa]s?|ladron(?:es|as)?|rater[oa]s?|delincuentes?"
    r"|criminal(?:es)?|asesin[oa]s?|violador(?:es)?|terroristas?|narcos|traficantes|pedofil[oa]s?|pederastas?"
    r"|violent[oa]s?|crueles|cruel|peligros[oa]s?|agresiv[oa]s?|traidor(?:es|as)?|cobardes?|avar[oa]s?"
    r"|avaricios[oa]s?|codicios[oa]s?|tacan[oa]s?|put[oa]s|zorras?|prostitutas?|rameras?|lo peor|de lo peor"
    r"|lo mas (?:bajo|asqueroso|vil|repugnante|ruin|despreciable)|asco|desperdicios?|amenazas?|cargas? (?:para|de)"
    r"|carga|lastre|estorbos?|vergüenza|verguenza|desgracia|deshonra|maldicion|cabron(?:es|as)?|gilipollas"
    r"|pendej[oa]s?|hij[oa]s? de (?:puta|perra|la chingada|su)|hijueputas?|malparid[oa]s?|mal nacid[oa]s?"
    r"|malnacid[oa]s?|desgraciad[oa]s|miserables?|patetic[oa]s?|insoportables?|indeseables?|horrendos?|jodid[oa]s"
    r"|problema|enemig[oa]s?|error(?:es)?|incompetentes?|inmorales?|indecentes?|corrupt[oa]s?|groser[oa]s?"
    r"|ridicul[oa]s?|canallas?|cretin[oa]s?|mentecat[oa]s?|capull[oa]s?|culer[oa]s?|ojetes?|mamon(?:es|as)"
    r"|huevon(?:es|as)?|culiad[oa]s?|conchudos?|fracasad[oa]s?|perdedor(?:es|as)|incult[oa]s?|malditos?|infect[oa]s?"
    r"|nefast[oa]s?|oportunistas|invasor(?:es|as)?|interesad[oa]s|sidos[oa]s?|enfermos? mental(?:es)?|locos de"
    r"|manipulador(?:es|as)|fals[oa]s|traicioner[oa]s?|rastrer[oa]s?|indign[oa]s?|(?:enferm[oa]|mal"
    r"|jodid[oa]) de la (?:cabeza|mente)|una enfermedad|peor(?:es)? (?:gente|raza|calana|personas?)|atraso"
    r"|bich[oa]s? rar[oa]s?|borrach[oa]s|drogadict[oa]s|mancha|molestias?|ruina|superficiales|creid[oa]s|hipocritas"
    r"|vividor(?:es|as)|chusma|insulto (?:a|para)|afrenta|pecado|menos (?:inteligentes?|human\w+|list\w+|civilizad\w+"
    r"|capaces|valios\w+)|contra (?:natura|la naturaleza|dios)|malas personas|mala gente|menos que",
    "NEAR": r"asqueros[oa]s?|repulsiv[oa]s?|repugnantes?|despreciables?|deleznables?|detestables?|abominables?|viles"
    r"|inmund[oa]s?|apestos[oa]s?|hediond[oa]s?|basura|escoria|lacra|plaga|parasit[oa]s?|sanguijuelas|ratas"
    r"|cucarachas|alimanas|gusanos|salvajes|barbar[oa]s|primitiv[oa]s|inferior(?:es)?|subhuman[oa]s?|infrahuman[oa]s?"
    r"|incivilizad[oa]s|degenerad[oa]s|pervertid[oa]s|depravad[oa]s|aberracion|abominacion|engendros|monstruos"
    r"|malvad[oa]s|estupid[oa]s|idiotas|imbeciles|tont[oa]s|brut[oa]s|tarad[oa]s|retrasad[oa]s|subnormales"
    r"|ignorantes?|descerebrad[oa]s|inutil(?:es)?|mentiros[oa]s|ladrones|ladronas|delincuentes|violadores|terroristas"
    r"|cobardes|asco|cabrones|gilipollas|pendej[oa]s|hij[oa]s de puta|malparid[oa]s|patetic[oa]s?|mugre|mugros[oa]s"
    r"|porqueria|una mierda|de mierda|cretin[oa]s|canallas|amenaza|verguenza|violent[oa]s|crueles|deshonest[oa]s"
    r"|arruin\w+|invad\w+|infest\w+",
    "VERBED": r"(?:asesinad|apedread|matad|fusilad|quemad|ahorcad|colgad|linchad|exterminad|violad|golpead|torturad"
    r"|ejecutad|castrad|apalead|apunalad|eliminad|decapitad|gasead|lapidad|deportad|expulsad|echad|encerrad|enjaulad"
    r"|encarcelad|esterilizad|erradicad|prohibid|esclavizad|azotad|silenciad|segregad|separad|aislad|excluid"
    r"|desterrad|castigad|desalojad|sacrificad|abortad|eutanasiad|masacrad|degollad|borrad|aniquilad|perseguid|vetad"
    r"|despedid|marginad|marcad|tratad[oa]s como (?:perr|animal|basura|lo que)|sacad|enviad|mandad|devuelt|muert"
    r"|destruid|cazad|controlad|estrangulad|fuer)[oa]?s?",
    "HARM": r"odiar|despreciar|matar|asesinar|apunalar|acuchillar|ahorcar|colgar|estrangular|degollar|balear|balacear"
    r"|ejecutar|descuartizar|linchar|fusilar|exterminar|acribillar|violar|envenenar|decapitar|quemar|gasear|aniquilar"
    r"|eliminar|erradicar|golpear|pegar|madrear|herir|lastimar|atacar|patear|partir|torturar|apalear|destrozar"
    r"|aplastar|acabar con|terminar con|deshacer(?:se|nos|me)? de|librar(?:nos|se|me)? (?:al mundo |al pais )?de"
    r"|limpiar (?:el|la|este|nuestro|las) \w+ de|expulsar|echar|deportar|encerrar|enjaular|encarcelar|esclavizar"
    r"|esterilizar|castrar|prohibir|sacar|mandar|enviar|devolver|hacer(?:les|le)? (?:sufrir|pagar|la vida imposible"
    r"|dano|desaparecer|llorar|sangrar)|curar|llevar|dar|poner(?:los|las)? en su (?:lugar|sitio)|callar|tirar|arrojar"
    r"|lanzar|probar|meter|disparar|masacrar|sacrificar|lapidar|mutilar|castigar|azotar|desterrar|perseguir|cazar"
    r"|borrar|hundir|romper(?:les|le)?|cortar(?:les|le)?|partir(?:les|le)?|joder|chingar|humillar|escupir|boicotear"
    r"|evitar|ignorar|quitar(?:les|le)? (?:\w+ ){0,3}|negar(?:les|le)? (?:\w+ ){0,3}|impedir|bombardear|extinguir"
    r"|dejar morir|amarrar|enterrar|abortar|fumigar|dar(?:les?)? (?:una (?:buena )?(?:paliza|leccion)|su merecido"
    r"|muerte|plomo)|meter(?:les|le)?|atropellar|despedir|separar",
    "HATE": r"odio|odiamos|odies|detesto|detestamos|aborrezco|aborrecemos|desprecio|despreciamos|no soporto"
    r"|no soportamos|no soportar|no aguanto|no aguantamos|no tolero|no toleramos|repudio|abomino de|abomino|maldigo"
    r"|maldigamos|no trago|no puedo (?:ver|soportar|aguantar|tolerar|con)(?: ni)?|(?:me )?cago en|no respeto|rechazo"
    r"|asco|repelo",
}

_DICE: Final = (
    r"di[cg]\w{1,6}|decir\w*|dij\w+|llam(?:a|an|ar|as|o|ando|arl\w+|aron|aste|aba|aban|es|en)|escrib\w+|public\w+"
    r"|coment\w+|tuite\w*|grit\w+|mensajes?|frases?|comentarios?|palabras?|amenazas?|chistes?|bromas? (?:sobre|como)"
    r"|consignas?|insult\w+|afirm\w+|sostien\w+|sugier\w+|insinu\w+|acus\w+|tratar|tratan|tratando|consider\w+"
    r"|estereotip\w+|prejuicios?|mito|mentira|idea de que|rumor\w*|propaganda|discurso\w*|creen que|cree que"
    r"|piensan que|piensa que|pensar que|creer que|creas que|creias? que|pienses que|desear\w*|deseando|apod\w+"
    r"|titul\w+|cant\w+|ensen\w+|leo|leer|lei"
)
DICHO: Final = Guard(
    "said by others, or objected to",
    BEFORE,
    rf"(?:\b\w+ ){{0,3}}\b(?:{_DICE})\b[^.!?;]{{0,50}}",
    unless=r"\b(?:(?:error|malo|problema|pecado|equivoco|racista|tiene|miedo|verguenza|hace falta|hay que|puedo|voy a"
    r"|quiero|debo|dejame|dejenme|permitanme|me atrevo a|es justo|falta) (?:\w+ )?(?:de |en |a |por "
    r"|que )?(?:decir\w*|pensar|creer)|(?:quien mas|unico que|unica que|alguien mas|tu tambien"
    r"|tambien) (?:piensa\w*|cree\w*|opina\w*) que|(?:yo|como|ya) (?:lo )?(?:digo|dije)|digo yo|te digo|les digo"
    r"|digo que|os digo|lo digo|creo|pienso|opino|digamos|dire)\b",
)
CITADO: Final = Guard(
    "quoted", BEFORE, r"\w+[ ,:]+(?:\w+[ ,:]+)*\W*[\"“«„][^\"”»]{0,80}", unless=r"\b(?:creo|pienso|opino) que\b"
)
NEGADO: Final = Guard(
    "denied",
    BEFORE,
    r"\b(?:no|nunca|jamas|nadie|tampoco|ni|dejen de|deja de|dejar de|basta de)(?: \w+){0,2}? (?:creo|cree|creas|creer"
    r"|pienso|piensa|pienses|pensar|dije|dijo|digo|diga|digas|diria|diriamos|pensaria|creeria|decir|decimos|opino"
    r"|considero|es (?:cierto|verdad|justo|bueno|correcto|sano|necesario)|esta bien|esta bueno|vale la pena|hay que"
    r"|se (?:debe|puede)|acepto|permit\w+|toler\w+|quiero|queremos|debemos|deberiamos|dej\w+|apoy\w+|significa"
    r"|quiere)\b[^.!?;]{0,40}",
    unless=r"\b(?:no (?:me )?(?:digas|crees|creen|piensas|te parece)|no deja de|no debemos dejar|no quiero (?:ver"
    r"|vivir|estar|tener|que))\b",
)
NINGUNO: Final = Guard(
    "not all, or none",
    BEFORE,
    r"\b(?:no|dos|tres|cuatro|cinco|varios|varias|algunos|algunas|pocos|pocas|ni|ningun|ninguna|nunca|jamas|tampoco"
    r"|sin|contra|no todos|no todas|ningunos)(?: (?:todos|todas|los|las|un|una|es|son))* ?",
)
PROPIO: Final = Guard(
    "the writer's own group",
    BEFORE,
    r"\b(?:nosotros|nosotras|nos|mi|mis|nuestros|nuestras|somos|soy|como|siendo|era|orgullo\w*"
    r"|a mi me llaman)(?: (?:un|una|unos|unas|los|las|buen|buena|orgullos[oa]|el|la|todos))* ?",
    unless=r"\b(?:odio|detesto|tu|ellos|para nosotros)\b",
)
#: *El trato a* …, *la violencia contra* …: they are not what the sentence is about.
NO_SUJETO: Final = Guard(
    "not what is spoken of",
    BEFORE,
    r"\b(?:de|del|contra|a|para|con|por|hacia|sobre|entre|al)(?: (?:los|las|todos|todas|esos|esas|estos|estas|muchos"
    r"|otras|otros|tantos|tantas|el|la))* ?",
    unless=r"\b(?:mayoria|todos|parte|mitad|monton|tipo|clase|todas|cada uno|hecho|eso|ningun[oa]|ejemplo|embargo"
    r"|favor|supuesto|veras|verdad|concierne|respecta) (?:de|con|a|por)\b|\b(?:tipico|propio) de\b",
)
AJENO: Final = Guard(
    "a view of others, or once one's own",
    BEFORE,
    r"\b(?:si (?:tu |alguien |usted |te |le |me |nos )?(?:dices|crees|piensas|dice|cree|piensa|dicen|creen|odias|odia"
    r"|llamas)|(?:gente|personas|alguien|quien|quienes|los que|el que|algunos|muchos|hay quien|mi \w+|el \w+|la \w+"
    r"|ellos|ella|sociedad|todos|todo el mundo)(?: que)?(?: aun| todavia| siempre)? (?:piensan?|creen?|creian?|dicen?"
    r"|cree|odian?|trata|tratan|quieren?|queria)|antes (?:pensaba|creia|odiaba)|solia|(?:me|nos|les) (?:ensenaron"
    r"|criaron|hicieron creer|dijeron|inculcaron)|en el pasado|como si|racista|racismo|machista|homofobic\w+"
    r"|xenofob\w+|discrimina\w*|es (?:triste|injusto|horrible|falso|mentira|absurdo|odioso)|me duele|duele (?:que|ver"
    r"|oir)|me (?:siento|senti|molesta que (?:digan|traten))|hart[oa] de (?:que|oir|escuchar)|como puedes|como pueden"
    r"|como se puede)\b[^.!?;]{0,60}",
    unless=r"\bno (?:soy|es por ser|quiero sonar) (?:racista|machista|homofob\w+|xenofob\w+)\b|\b(?:creo|pienso|opino"
    r"|no se como (?:la|puede|pueden|hay)|yo (?:si )?digo|como (?:puedes|puede|pueden) (?:gustar\w*|vivir|querer"
    r"|soportar|haber|salir|confiar|dejar))\b",
)
RECHAZADO: Final = Guard(
    "said to be wrong",
    AFTER,
    r"[^.!?;]{0,50}?(?:[\"”»]|\b(?:es|son|era|esta|eso es|me parece) (?:\w+ ){0,2}(?:racista|racismo|mentira|falso"
    r"|mito|estereotipo|machista|injusto|mal\b|homofobo|homofobico|xenofobo|cruel|discriminacion|discriminatorio"
    r"|odioso|inaceptable|una barbaridad)\b|\bno es (?:verdad|cierto)\b)",
)
RESPETO: Final = Guard(
    "not about them",
    INSIDE,
    r"\b(?:(?:no|ni|tampoco|nunca) (?:son|es|somos|sois|eran|seran|merecen|deben|deberian|estan) (?:(?:ni|todos|todas"
    r"|tan|asi|unos|unas|menos|un|una|el|la|los|las) )*(?:escoria|basura|animales|criminales|delincuentes|tont\w+"
    r"|malos|malas|inferior\w*|peligros\w+|enferm\w+|monstruos|estupid\w+|ladrones|violent\w+|suci\w+|vag\w+|flojos"
    r"|terroristas|asi|todos|culpables?|problema|tratad\w+|asesinad\w+|torturad\w+|violad\w+|discriminad\w+|vistos?)"
    r"|(?:se )?(?:sienten?|sintieron|sentian|consideran?|considerad\w+|llamad\w+|tratad\w+"
    r"|vist[oa]s) (?:\w+ )?(?:como|de|\w+))\b",
)
ENTRE: Final = Guard(
    "somebody else, or something else, comes in between",
    INSIDE,
    r"\b(?:mi|mis|yo|ella|nosotros|nos|nuestr\w+|dic\w+|dij\w+|llam\w+|sient\w+|sint\w+|pien?s\w+|cre[eo]\w*|trat\w+"
    r"|no|ni|nunca|jamas|sin|fue|fui|era|estaba|tuve|porque|cuando|donde|cual|contra|sobre|pero|mientras|comida"
    r"|palabras?|chistes?|lenguaje|cosas?|duchas?|celdas?|carcel|sistema|lugar|como (?:los|las|se|nos|me)|muchach\w+"
    r"|gente|hay|vino|pan)\b",
    unless=r"\bno son mas que\b",
)
CONTRA: Final = (CITADO, DICHO, NEGADO, AJENO, RECHAZADO)
_SEGUN_OTRO: Final = Guard(
    "as somebody else sees it",
    BEFORE,
    r"\b(?:para (?:ti|vos|usted|ustedes|vosotros|algunos|muchos|ellos|el|ella)|segun (?:tu|vos|el|ella|ellos|usted"
    r"|algunos|dicen))[^.!?;]{0,12} ?",
    unless=r"\bpara ellos no\b",
)
_AMENAZA: Final = Guard("the threat itself is spoken of", INSIDE, r"^(?:la |las |esa |esas )?amenazas? (?:de|contra)\b")
GUARDS: Final = (*CONTRA, NINGUNO, PROPIO, RESPETO, _SEGUN_OTRO, _AMENAZA)
