"""Spanish: sexual words, and reports of abuse.

Clinical words weigh little; *joder*, *coño*, *verga* and *puta* as mere swearing are not sexual.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import PASADO

_PIECES: Final = {
    "PARTE": r"(?:pollas?|vergas?|pitos?|pinga|pene|rabo|huevos|cojones|tetas|tetitas|chichis|cono|conito|concha"
    r"|chocha|panocha|papaya|vagina|clitoris|pezon(?:es)?|culo|culito|nalgas|chorizo|palo|leche)",
    "MI": r"(?: (?:la|el|los|las|mi|tu|su|mis|tus|sus|una|un|unas|unos|esa|ese|esas|esos|toda|todo|bien|de|a|en|rica"
    r"|rico|con|gran|dura))*",
    "QUIEN": r"(?:(?:el|la|un|una|los|las|mi|ese|esa|este|esta|unos|otro|otra|su) )?(?:guardia|custodio|custodia"
    r"|oficial|sargento|teniente|comandante|celador|celadora|compa|companero|compañero|interno|reo|preso|doctor"
    r"|enfermero|enfermera|maestro|cura|padre|sacerdote|pastor|entrenador|tio|padrastro|papa|hermano|hermanastro"
    r"|primo|abuelo|vecino|novio|marido|esposo|ex|pareja|patron|jefe|hombre|tipo|senor|muchacho|policia"
    r"|alguien)(?: \w+)?",
    "NINO": r"(?: (?:con|a|de|por|un|una|unos|unas|los|las|el|la|mi|mis|esa|ese|esas|esos|alguna|algun"
    r"|pequen[oa]s?))*(?: (?:nin[oa]s?|nenes?|nenas?|menor(?:es)?(?: de edad)?|ninit[oa]s?|chiquit[oa]s"
    r"|adolescentes?|colegialas?|bebes?)|[^.!?]{0,12} de (?:[2-9]|1[0-7]|cinco|seis|siete|ocho|nueve|diez|once|doce"
    r"|trece|catorce|quince) anos)",
}
_NO: Final = Guard("not", BEFORE, r"\b(?:no|nunca|jamas|nadie|ni|sin|tampoco)(?: \w+){0,3} ?")
_DERECHOS: Final = Guard(
    "rights, not bodies",
    AFTER,
    r" ?(?:mis?|los|el|la|las|todos mis|nuestros|sus?)? ?(?:derechos?|garantias?|privacidad|correspondencia"
    r"|condicional|probatoria|confianza|ley|reglas?|normas?|debido proceso|intimidad|palabra|orden|corazon|alma|vida"
    r"|fe|esperanza|con (?:sus|tus|su) palabras?)",
)
_TOCAR: Final = Guard(
    "played, knocked, or one's turn",
    AFTER,
    r" (?:el (?:timbre|turno|piano|tema|hombro|brazo)|(?:a )?la (?:puerta|guitarra|rodilla|frente|espalda|mano)"
    r"|una? (?:cancion|tema)|\w+(?:ar|er|ir)(?:me|lo|la|le)?\b)",
)
_ACUSADO: Final = Guard(
    "an offence that is spoken of",
    BEFORE,
    r"\b(?:preso por|adentro por|condenad\w+|acusad\w+|acusan|acusaron|delito|cargo|sentencia|odio|contra|malo"
    r"|enferm\w+|asco|ellos|el que|los que|gente|victimas? de|proteg\w+|nunca|jamas|no|dijeron que"
    r"|dicen que)\b[^.!?;]{0,50}",
)


def _spelled(pattern: str) -> str:
    return spell(pattern, _PIECES)


_ABUSE: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.abuse.done_to_me",
        category="abuse_report",
        tier="report",
        purpose="Somebody raped, molested or groped the writer or somebody of theirs.",
        pattern=_spelled(
            r"\b(?:me|nos) (?:violo|violaron|violaba|violaban|viola|violan|han violado|habian violado|ha violado"
            r"|manoseo|manosean|manosearon|manoseaba|manosea|toqueteo|toquetea|toqueteaba|toquetean"
            r"|abuso sexualmente|acosa sexualmente|acoso sexualmente|acosaba sexualmente|penetro|desvirgo|metio mano"
            r"|mete mano|metia mano)\b"
            r"|\b(?:violo|violaron|violaba|manoseo|manosearon|toqueteo"
            r"|molestaba sexualmente)(?: \w+)? a mi (?:hij[oa]s?|herman[oa]s?|mama|madre|prim[oa]|sobrin[oa]s?"
            r"|nin[oa]s?|espos[oa]|novi[oa]|amig[oa]|companer[oa])\b"
            r"|\b(?:abuso|abusaba|abusaron|abusa|abusan|abusaban|abusar|abusado|abusando|se aprovecho"
            r"|se aprovechaba)(?: sexualmente)? de (?:mi|nosotr[oa]s|mi (?:hij[oa]s?|herman[oa]s?|prim[oa]"
            r"|sobrin[oa]s?|nin[oa]s?|cuerpo))\b"
            r"|\b(?:fui|fue|he sido|habia sido|haber sido|soy|fuimos|estoy siendo|estaba siendo|era"
            r"|ha sido) (?:\w+ )?(?:violad[oa]s?|abusad[oa]s? sexualmente|sexualmente (?:abusad|agredid|acosad"
            r"|explotad)[oa]s?|agredid[oa]s? sexualmente|acosad[oa]s? sexualmente|manosead[oa]s?"
            r"|victimas? de (?:\w+ )?(?:abuso sexual|violacion|agresion sexual|acoso sexual|incesto|trata))\b"
            r"|\bfui abusad[oa]\b|\b(?:sobrevivientes?|victimas?) de (?:\w+ )?(?:abusos? sexual(?:es)?|violacion"
            r"|incesto|trata)\b|\bmi (?:violador|abusador|agresor sexual)\b|\b(?:denunciar|reportar|reporte"
            r"|denuncie) (?:una? |el |la |mi )?(?:\w+ )?(?:violacion|abuso sexual|acoso sexual|agresion sexual)\b"
            r"|\b(?:me|nos) (?:toca|tocaba|toco|tocaron|tocaban|tocan|agarra|agarro|agarraba|agarraron|sobaba|soba"
            r"|sobo|besaba a la fuerza|beso a la fuerza)(?: (?:las?|los|el|mis?|todas?|ahi|alla|a la fuerza|entre"
            r"|por|debajo de|abajo|de))* (?:partes?(?: (?:intimas|privadas))?|nalgas?|pechos?|senos|genitales|pene"
            r"|vagina|piernas|cuerpo|ropa interior|entrepierna|abajo|donde no (?:debia|queria))\b"
            r"|\b{QUIEN} (?:siempre |ya |tambien |anoche |ayer )?me (?:toca|tocaba|toco|estuvo tocando|anda tocando)\b"
            r"|\b(?:sufri|sufrio|vivi|padeci|pase por)(?: \w+)? (?:abusos? sexual(?:es)?|una? violacion|acoso sexual)\b"
        ),
        words=words(
            "sexual|sexual|viol|manose|toquete|abus|acos|penetr|desvirg|mano|molesta|aprovech|agredid|victima|sobreviv"
            "|agresor|agresion|toca|toco|agarr|sob|beso|besaba"
        ),
        guards=(_NO, _DERECHOS, _TOCAR),
        must_match=(
            "Mi tío me tocaba cuando yo tenía ocho años",
            "me violaron en el dormitorio 4",
            "El guardia me manosea en la revisión",
            "abusó de mí mi padrastro",
            "fui violada por un custodio",
            "violó a mi hermana y nadie hizo nada",
            "soy sobreviviente de abuso sexual",
        ),
        must_not_match=(
            "me violaron mis derechos en el juicio",
            "su historia me tocó el corazón",
            "a mí nadie me violó, gracias a Dios",
            "violé mi condicional",
            "me toca limpiar el patio",
            "el juez abusó de su poder",
            "el oficial me tocó el timbre",
        ),
    ),
    Rule(
        code="es.abuse.forced",
        category="abuse_report",
        tier="report",
        purpose="Somebody makes the writer do sexual things, watches them, or asks sex for favours.",
        pattern=_spelled(
            r"\b(?:me|nos) (?:obliga|obligaba|obligan|obligo|obligaron|obligaban|forzo|forzaba|forzaron|forza|fuerza"
            r"|pide|pidio|pedia|piden|hace|hacia|hizo|hacen|hicieron|amenaza con|amenazo con|chantajea|chantajeaba"
            r"|presiona|presionaba|ordena|ordeno|exige|exigia|exigen)(?: (?:a|que|para|le|les|que le|con|de"
            r"|yo))*(?: \w+)?? (?:tener (?:relaciones|sexo)|tenga (?:relaciones|sexo)|sexo|desnudarme|desnude"
            r"|desvestirme|quitarme la ropa|que me quite la ropa|quitarnos la ropa|chupar\w*|chupe|mamar\w*|mame"
            r"|tocarl[oae]s?|toque (?:el|su|sus)|masturbar\w*|prostituir\w*|acostarme con|acueste con|acostarnos con"
            r"|favores sexuales|cosas sexuales|sexo oral|verl[oa] desnud[oa]|besarl[oae]|fotos desnud[oa])\b"
            r"|\b(?:quiere|queria|pide|pidio|exige|cobra|piden|quieren)(?: \w+){0,2} (?:sexo|favores sexuales"
            r"|mi cuerpo|relaciones) (?:por|a cambio|o|para)\b|\bsexo (?:a cambio de|por) (?:comida|proteccion"
            r"|favores|droga|una deuda|mi deuda|visita|llamadas)"
            r"|\b{QUIEN} (?:siempre )?(?:me|nos) (?:mira|miraba|ve|veia|espia|espiaba|observa|observaba|graba"
            r"|grababa)(?: \w+){0,2} (?:en la regadera|en la ducha|en el bano|banarme|banarnos|bano|desnud[oa]s?"
            r"|desvestirme|cambiarme|mientras me (?:bano|ducho|visto|cambio))"
            r"|\b(?:me|nos) (?:quiso|quisieron|quiere|quieren|intento|intentaron|trato de|trataron de|amenazo con"
            r"|amenaza con|va a|van a|iba a) (?:violar|abusar)\b|\b(?:quiso|quisieron|intento|intentaron|trato de"
            r"|trataron de|amenazan con|amenazo con) violar(?:me|nos)\b|\b(?:quiso|quisieron|intento"
            r"|trato de) abusar de mi\b"
        ),
        words=words(
            "mientras me|relaciones|sexo|sexual|desnud|desvest|desvist|ropa|chup|mam|tocarl|toque |masturb|prostitu"
            "|acost|acuest|besarl|mi cuerpo|regadera|ducha|ban|cambi|me visto|violar|abusar"
        ),
        guards=(_NO, _DERECHOS),
        must_match=(
            "el guardia me obliga a desnudarme para él",
            "Me obligaba a tener relaciones con sus amigos",
            "quiere sexo a cambio de protección",
            "mi compañero intentó violarme anoche",
            "el custodio me mira en la regadera",
            "me hizo chupársela cuando era niño",
        ),
        must_not_match=(
            "me obliga a levantarme temprano",
            "Nadie me obligó a tener relaciones",
            "me pide que le toque la guitarra",
            "me hace bailarle al frío, cómo hace calor",
            "el oficial nos mira en el patio",
            "quieren violar mis derechos",
        ),
    ),
)

_HELD: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.sexual.minor",
        category="sexual",
        tier="minor",
        purpose="Sexual words about a child, as a wish, an offer or a search.",
        pattern=_spelled(
            r"\b(?:sexo|follar(?:me)?|cogerme|coger(?:me)? (?:con|a)|violar|tener relaciones|acostarme"
            r"|fotos? (?:desnud[oa]s?|porno|xxx|sexuales)|videos? (?:porno|xxx|sexuales)|excitan?|calientan?|prenden"
            r"|ponen caliente|masturbo con|desnudar|tocar sexualmente|besar en la boca|pack){NINO}\b"
            r"|\b(?:porno(?:grafia)?|pack) (?:infantil|de (?:nin[oa]s?|menores|colegialas?))\b|\b(?:nin[oa]s?|nenas?"
            r"|colegialas?|menor(?:es|cit[oa]s?)?)(?: \w+)? (?:desnud[oa]s|calientes?|sabros[oa]s|cogibles?"
            r"|buen[oa]tas?)\b"
        ),
        words=words(
            "sexo|follar|coger|violar|relaciones|acostarme|foto|video|excita|calienta|prenden|caliente|masturbo"
            "|desnud|tocar sexual|besar en|pack|porno|sabros|cogible|buenota|buenita|buenata|buenota"
        ),
        guards=(_ACUSADO, *PASADO),
        must_match=(
            "quiero tener relaciones con una niña",
            "me excitan las menores de edad",
            "¿Quién tiene porno infantil?",
            "pásame fotos desnudas de niñas",
            "busco sexo con una de 13 años",
        ),
        must_not_match=(
            "está preso por pornografía infantil",
            "Dicen que quiso violar a una niña",
            "odio a los que tocan a los niños",
            "mis niñas ricas en amor me esperan",
            "fotos de mis niños en la playa",
        ),
    ),
    Rule(
        code="es.sexual.advance",
        category="sexual",
        tier="advance",
        purpose="A sexual offer or remark to somebody here.",
        pattern=_spelled(
            r"\b(?:te quiero|te voy a|te vamos a|quiero|quisiera|me gustaria|ganas de|dejame|puedo|vamos a|ven a"
            r"|venir a|te puedo|como te|como quisiera|te|voy a) (?:\w+ )?(?:coger(?:te)? (?:rico|toda|todo|duro|bien"
            r"|esta noche|hasta|en (?:mi|tu|la) (?:celda|cama|regadera))|follar(?:te)?|chupar(?:te|tela|telo)"
            r"|lamer(?:te)?|mamar(?:te|tela)|comer(?:te|telo|tela)? (?:tod[oa]|a besos|esa?|el culo|la boca|ric[oa])"
            r"|culear(?:te)?|clavar(?:te|tela)|meter(?:te|tela) (?:tod[oa]|en|hasta|el|la|mi)"
            r"|ver(?:te)? (?:desnud[oa]|encuerad[oa]|en cueros)|nalguear(?:te)?|manosear(?:te)?"
            r"|hacer(?:te)? (?:mi[oa]|el amor)|besar(?:te)? (?:tod[oa]|el cuello|el cuerpo|los pechos)"
            r"|tocar(?:te)? (?:tod[oa]|las|el|los|esa?))\b"
            r"|\b(?:cogerte|follarte|chupartela|mamartela|culearte|chuparte|lamerte) ?(?:tod[oa]|ric[oa]|el|la|las"
            r"|los|ese|esa|bien|duro|aqui|hoy|esta noche)?\b|\b(?:chupame|mamame|sobame|lameme|comeme|agarrame"
            r"|besame|sientate en|chupamela|mamamela|chupenmela){MI} ?{PARTE}?(?: ?$|\b)"
            r"|\b(?:manda|mandame|pasa|pasame|envia|enviame|pasen|rola|rolame|ensename|muestrame|dame)(?: (?:una"
            r"|unas|tus|tu|el|fotos?|un|los|las|de))* (?:nudes?|pack|desnud[oa]s?|encuerad[oa]s?|fotos? (?:hot"
            r"|sexys?|ric[oa]s?|desnud[oa]s?|calientes?)|tetas|chichis|culo|nalgas)\b"
            r"|\b(?:quieres|vamos a|quien quiere|te animas a|se te antoja|quieren|buscas?|busco"
            r"|ocupo) (?:\w+ )?(?:coger|follar|sexo|un rapidin|una mamada|culear|garchar)(?: ?$| ?[?.!,])"
            r"|\bte quiero coger(?: ?$| ?[?.!,]| (?:a|en)\b)|\b(?:que|tremendo|ese|tu|buen|rico) (?:\w+ )?(?:culo"
            r"|culazo|culito|tetas|nalgas|nalgotas)(?: (?:tan )?(?:tienes|ric[oa]s?|sabros[oa]s?|te cargas"
            r"|bonit[oa]s?|apretadit[oa]s?|mami|mamacita|papi))\b"
            r"|\b(?:me pones|me tienes|me pone|ponerme) (?:tan |bien |muy |todo |toda |re )?(?:caliente|cachond[oa]"
            r"|dur[oa]|arrech[oa]|horny)\b|\b(?:que traes|traes) puesto\b|\b(?:estas|andas) (?:caliente|cachond[oa]"
            r"|mojad[oa])\b|\bven a mi (?:celda|cama)(?: \w+){0,3} (?:coger|chupar|mamar|follar|sexo|calentit[oa])"
        ),
        words=words(
            "coger|folla|chup|lame|mama|come|culear|clavar|meter|verte|ver desnud|ver encuerad|ver en cueros|nalgu"
            "|manose|hacerte|hacer mi|hacer el amor|besar|tocar|sobame|agarrame|besame|sientate|nude|pack|desnud"
            "|encuerad|foto|tetas|chichis|culo|nalgas|sexo|rapidin|garchar|culazo|culito|nalgotas|caliente|cachond"
            "|dur|arrech|horny|puesto|mojad|calentit"
        ),
        guards=(
            _NO,
            *PASADO,
            Guard(
                "an ordinary thing",
                AFTER,
                r" ?(?:de la mano|(?:la|tu|esa|una) (?:llamada|cancion|guitarra|mano|palabra|fruta|comida|sopa"
                r"|tortilla)|el (?:dedo|tema|corazon|telefono|timbre|pelo)|un (?:taco|helado|pan)|las (?:palmas"
                r"|manos)|los (?:dedos|libros|pies|nervios))",
            ),
            Guard(
                "somebody else said it",
                BEFORE,
                r"\b(?:dijo|dice|decia|dijeron|grito|gritaba|escribio|susurro|pidio)(?: (?:que|me|a|nos|el"
                r"|ella))*[ ,:]*",
            ),
        ),
        must_match=(
            "te quiero follar toda la noche",
            "Mándame nudes",
            "chúpame la verga",
            "me pones bien caliente",
            "¿quieres coger?",
            "qué rico culo tienes",
            "ven a mi celda y te la voy a mamar, ven a mi celda a coger",
        ),
        must_not_match=(
            "te voy a coger de la mano",
            "Vete a la verga",
            "me dijo te quiero follar y lo reporté",
            "voy a comerte el pan si no vienes",
            "no te quiero ver desnudo en el pasillo",
            "dame fotos de tus hijos para el mural",
            "quiero hacer el bien",
        ),
    ),
)

_EXPLICIT: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.sexual.explicit",
        category="sexual",
        tier="explicit",
        purpose="Sexual acts in vulgar words.",
        pattern=_spelled(
            r"\b(?:chup|lam|mam|sob|com|mord|pellizc|frot|acarici|bes|toc|met|sac|masturb|menea|jal|peg)(?:ar|er|ir"
            r"|o|a|e|as|es|an|en|i|io|ia|aba|ando|iendo|iera|e|ian|aban)(?:se|me|te|le|la|lo|les|sela|mela|tela"
            r"|nos)?(?: \w+)??{MI} (?:pollas?|vergas?|pinga|pene|rabo|tetas|chichis|cono|chocha|panocha|vagina"
            r"|clitoris|pezon(?:es)?|glande|culito|nabo)\b"
            r"|\bfoll(?:ar|ando|ado|arte|arme|arla|arlo|arse|arles?|arlas|aremos|are|ara|aria|amos|aba|aban|asteis|o"
            r"|ois|o a|an a|as|ada|adas)\b|\b(?:que|me|te|lo|la|se|se la|se lo) folle[ns]?\b|\b(?:me|te|lo|la|se|los"
            r"|las|se la|se lo) folla[ns]?\b"
            r"|\b(?:hacer(?:me|le|te|se)?|hace|hizo|hacia|hacen|da|dar(?:me|le|te)?|dio|doy|haciendo"
            r"|dando)(?: una)? (?:mamada|cubana|sexo oral)\b|\b(?:hace|hacen|hacer|da|dan|dar) (?:las"
            r"|unas) mamadas\b|\bhac(?:er|erse|erme|erle|e|iendo|iendose|ia|iendole) (?:una |la |unas )pajas?\b"
            r"|\bsu enorme \W?(?:polla|verga|pene)|\b(?:sacate|sacame|saquense) la (?:polla|verga)\b|\b(?:la|mi|su"
            r"|tu|una|de|di|dio|doy|dame|con) pollas?\b|\bpollas?\b (?:enorme|dura|gorda|negra|grande|rica)s?"
            r"|\b(?:mi|su|tu|la) (?:verga|pinga|pito) (?:\w+ )?(?:dura|parad[oa]|adentro|en (?:tu|su|la|mi) (?:boca"
            r"|culo|cara))\b|\b(?:cogi|cogimos|cogiendo|cogio|coger|cogia|cogian) (?:rico|bien rico|duro"
            r"|toda la noche|como (?:locos|conejos|animales)|sin condon|a pelo)\b|\bme (?:la|lo) cogi (?:en|a|toda"
            r"|por|sin)\b|\bme (?:la|lo|las|los) (?:quiero|voy a|quisiera|quise) coger\b|\b(?:me|te|le|se) (?:corri"
            r"|corro|corrio|vine|viene|vengo) (?:en|encima de|dentro de) (?:su|tu|mi) (?:boca|cara|culo|tetas|pecho"
            r"|cono)\b"
            r"|\b(?:por|en) (?:el|tu|su) (?:culo|ano) (?:duro|hasta|rico|toda)\b|\b(?:orgia|gangbang|bukkake"
            r"|trio sexual|sexo salvaje|sexo duro|sesenta y nueve|garganta profunda|consolador|dildo)s?\b"
            r"|\b(?:putita|puta|zorra)s? (?:caliente|cachonda|rica|tragona)s?\b|\bculit[oa]s? (?:respingon(?:es)?"
            r"|ric[oa]s?|apretad[oa]s?|sabros[oa]s?)\b"
        ),
        words=words(
            "polla|verga|pinga|pene|rabo|teta|chichi|cono|concha|chocha|panocha|vagina|clitoris|pezon|glande|culit"
            "|nabo|foll|mamada|paja|cubana|sexo oral|pito|cogi|coger|corri|corro|vine|viene|vengo|culo|ano|orgia"
            "|gangbang|bukkake|trio|sexo|sesenta|garganta|consolador|dildo|put|zorra"
        ),
        guards=(
            _NO,
            Guard(
                "a lottery or a chick",
                AFTER,
                r" (?:de(?:l| la)? (?:beneficencia|mundial|futbol|gol|loteria|trabajo|granja)|mundialista|millonaria"
                r"|futbolera|y (?:los |sus )?pollos|gallina)",
            ),
            Guard(
                "a lottery, or high praise",
                BEFORE,
                r"\b(?:jug\w+(?: a)?|gan\w+|apost\w+|eres|es|sois|esto es|son|organiz\w+|hicimos)(?: (?:en|a))? $",
            ),
        ),
        must_match=(
            "me encanta chupar pollas",
            "le hizo una mamada en el baño",
            "estaban follando en la regadera",
            "cogimos rico toda la noche",
            "le mordió un pezón",
            "sácate la polla",
        ),
        must_not_match=(
            "vale verga todo esto",
            "¡No mames, qué mamada de comida!",
            "jugamos a la polla mundialista",
            "joder, qué frío hace en este puto sitio",
            "Coño, cuánto te extraño",
            "me tocó comer concha con café",
            "cogí el autobús a las tres",
            "métele ganas, pinche compa",
        ),
    ),
    Rule(
        code="es.sexual.vulgar",
        category="sexual",
        tier="explicit",
        purpose="A vulgar word of sex; ordinary swearing alone stays silent.",
        score=0.6,
        pattern=(
            r"\b(?:pollas?|tetas|tetitas|tetotas|chichis|nalgotas|culito|culazo|panocha|chocha|cachond[oa]s?"
            r"|caliente y moj\w+|mamadas (?:de|con)|pajearse|putitas?|guarras?|furcias?|prenen?|orto)\b"
        ),
        words=words(
            "polla|teta|tetit|tetotas|chichis|nalgotas|culito|culazo|panocha|chocha|cachond|caliente y|mamadas|paj"
            "|putita|guarra|furcia|pren|orto"
        ),
        must_match=(
            "tetas y pezones, eso dibuja",
            "tetas y porno todo el día",
            "culito y masturbación, de eso habla",
            "anda cachonda, puro orgasmo",
            "qué culito, qué pene",
        ),
        must_not_match=(
            "la pollita y sus pollos",
            "dejé el porno gracias al grupo",
            "mi esposa no quiere sexo anal y la respeto",
            "puras pajas en el establo",
            "esa guarra me robó",
        ),
    ),
    Rule(
        code="es.sexual.body",
        category="sexual",
        tier="explicit",
        purpose="The body and what it does, in a doctor's words; they weigh little.",
        score=0.4,
        pattern=(
            r"\b(?:penes?|pezon(?:es)?|glande|orgasmos?|eyacul\w+|masturb(?:a|o|an|as|ar|arse|arme|aba|ando|acion"
            r"|aciones)|pornos?|pornografia|sexo anal|erecci[o]n(?:es)?|genitales|sexo oral|oral y anal"
            r"|partes intimas|semen)\b"
        ),
        words=words(
            "pene|pezon|glande|orgasmo|porno|sexo anal|eyacul|masturb|erecci|genitales|sexo oral|oral y anal"
            "|partes intimas|semen"
        ),
        must_match=(
            "tetas y pezones, eso dibuja",
            "tetas y porno todo el día",
            "culito y masturbación, de eso habla",
            "anda cachonda, puro orgasmo",
            "qué culito, qué pene",
        ),
        must_not_match=(
            "tengo una infección en el pene",
            "no llego al orgasmo con estas pastillas",
            "la masturbación me daba culpa",
            "le sale un quiste en el pezón",
            "el semen y el VIH, nos explicó la doctora",
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_ABUSE, *_HELD, *_EXPLICIT)
