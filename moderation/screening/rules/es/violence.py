"""Spanish: the words of violence and what makes them harmless, for threats, calls for violence and questions."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, quoted, spell

from .common import ALGO, DE_RISA, DIJO, NEGADO, PASADO, PIECES

VIOLENCE: Final = {
    **PIECES,
    # Verbs: the infinitive, then stems with the endings of the future and of the subjunctive.
    "ACABAR": r"matar|asesinar|apunalar|acuchillar|ahorcar|estrangular|degollar|balear|balacear|ejecutar|descuartizar"
    r"|linchar|fusilar|exterminar|acribillar|violar|envenenar|decapitar|quemar|aniquilar|eliminar|masacrar|colgar"
    r"|torturar|castrar|ahogar|despellejar|destripar|empalar|lapidar|rematar|gasear|erradicar|esterilizar|ajusticiar"
    r"|secuestrar|desollar|bombardear|disparar(?:le|les)?|desaparecer|apedrear|asfixiar|mutilar|sacrificar|tirotear"
    r"|dar piso|dar plomo|dar matarile|dar muerte|dar cuello|meter un (?:tiro|balazo|plomazo)|pegar un (?:tiro|balazo)"
    r"|dar un (?:tiro|balazo)|hacer sufrir|prender fuego|cortar en pedazos|desmembrar|aventar acido|echar acido",
    "DANAR": r"golpear|pegar(?:le|les)?|madrear|herir|lastimar|atacar|patear|apalear|azotar|moler a (?:golpes|palos)"
    r"|dar(?:le|les)? una (?:paliza|golpiza|putiza|madriza|leccion|tunda|verguiza)|reventar|destrozar|aplastar"
    r"|hacer(?:le"
    r"|les)? dano|joder|putear|agredir|asaltar|escarmentar|partir(?:le|les)? la (?:madre|cara|jeta)|romper(?:le|les)?"
    r" la"
    r" (?:madre|cara|boca|jeta|cabeza)|atropellar|machacar",
    "RAIZ": r"mat|asesin|apunal|acuchill|ahor[cq]u?|estrangul|degoll|deguell|bale|balace|ejecut|descuarti[zc]|linch"
    r"|fusil"
    r"|extermin|acribill|viol|envenen|decapit|quem|aniquil|elimin|masacr|colg|cuelgu?|tortur|castr|ahog|ahogu"
    r"|despellej|destrip"
    r"|lapid|remat|gase|erradi[cq]u?|esterili[zc]|ajustici|secuestr|bombarde|dispar|golpe|madre|pate|apale|azot"
    r"|ata[cq]u?"
    r"|lastim|revent|revient|destro[zc]|pi[cq]u?|aplast|apedre|asfixi|mutil|escarment|tirote|peg|pegu|atropell|machaqu?",
    "SUBJ": r"(?:{RAIZ})(?:en?|es|ara|aran|ase|asen|aramos)\b|(?:le|les|te) (?:den|dieran|metan|metieran|partan|rompan"
    r"|corten"
    r"|cortaran|pongan) (?:una (?:paliza|golpiza|putiza|madriza|leccion)|piso|plomo|cuello|un (?:tiro|balazo)|la"
    r" (?:madre|cara"
    r"|cabeza|garganta|mano|lengua)|las manos|el cuello|los huevos)|haga[ns]? (?:sufrir|pedazos)|prendan? fuego"
    r"|parta[ns]? la"
    r" (?:madre|cara)|rompa[ns]? la (?:madre|cara)|hierv[ae]n|acabe[ns]? con|acabaran con",
    "FUTURO": r"(?:mat|asesin|apunal|acuchill|ahorc|estrangul|degoll|bale|balace|ejecut|descuartiz|linch|fusil"
    r"|extermin|acribill"
    r"|viol|envenen|decapit|quem|aniquil|elimin|masacr|colg|tortur|castr|ahog|despellej|destrip|remat|golpe|madre|pate"
    r"|apale"
    r"|atac|revent|destroz|aplast|apedre|machac|secuestr|dispar|lapid|azot)ar(?:e|emos)",
    "GERUNDIO": r"matando|asesinando|masacrando|exterminando|violando|torturando|quemando|apunalando|fusilando"
    r"|linchando"
    r"|golpeando|madreando",
    "MUERTO": r"{MATADO}|degollad[oa]s?|acribillad[oa]s?|masacrad[oa]s?|colgad[oa]s?|esterilizad[oa]s?|aniquilad[oa]s?"
    r"|erradicad[oa]s?|estrangulad[oa]s?|descuartizad[oa]s?|bombardead[oa]s?|envenenad[oa]s?|enterrad[oa]s? viv[oa]s?"
    r"|azotad[oa]s?|apedread[oa]s?|sacrificad[oa]s?|extinguid[oa]s?|aplastad[oa]s?|ahogad[oa]s?|baleados?|balaceados?"
    r"|linchad[oa]s?|deshech[oa]s|masacrad[oa]s|despellejad[oa]s?|pisotead[oa]s?|reventad[oa]s?|muert[oa]s?",
    # People
    "GRUPO": r"negr[oa]s?|blanc[oa]s?|gays?|maric[oa]n(?:es|as?)?|maricas?|put[oa]s?|judi[oa]s?|musulman(?:es|as?)?"
    r"|mor[oa]s?"
    r"|arabes?|indigenas?|indi[oa]s?|gitan[oa]s?|trans|travestis?|transexual(?:es)?|discapacitad[oa]s?|minusvalid[oa]s?"
    r"|mujer(?:es)?|hombres?|viej[oa]s?|feministas?|feminazis?|inmigrantes?|migrantes?|extranjer[oa]s?|refugiad[oa]s?"
    r"|mexican[oa]s?|latin[oa]s?|sudacas?|venezolan[oa]s?|colombian[oa]s?|chin[oa]s?|gringos?|homosexual(?:es)?"
    r"|lesbianas?"
    r"|sodomitas?|afeminados?|policias?|guardias?|custodi[oa]s?|celador(?:es|as?)?|oficial(?:es)?|soplon(?:es|as?)?"
    r"|sapos?"
    r"|dedos|violador(?:es)?|pederastas?|pedofil[oa]s?|politic[oa]s?|roj[oa]s|fachas?|fascistas?|nazis?|comunistas?"
    r"|zorras?"
    r"|perras?|cabron(?:es|as?)?|pendej[oa]s?|hij[oa]s? de (?:puta|perra|su)\w*|hijueputas?|hijoputas?|terroristas?"
    r"|asesin[oa]s?"
    r"|traidor(?:es|as?)?|gente|personas?|tip[oa]s?|tios|nin[oa]s?|jueces|juez|fiscal(?:es)?|testigos?|presidentes?"
    r"|alcaldes?"
    r"|periodistas?|maestr[oa]s?|profesor(?:es|as?)?|vecin[oa]s?|jef[ea]s?|espos[oa]|marido|novi[oa]|padrastro"
    r"|madrastra|padres?|madres?"
    r"|suegr[oa]|herman[oa]s?|prim[oa]s?|hij[oa]s?|famili\w+|ex|companer[oa]s?|chismos[oa]s?|soplones|idiotas?"
    r"|imbecil(?:es)?|bastardos?"
    r"|escoria|basuras?|malnacid[oa]s?|desgraciad[oa]s?|infeliz|infelices|culer[oa]s?|ojetes?|chaval(?:es)?"
    r"|mocos[oa]s?|ricos?"
    r"|pobres|vagabund[oa]s?|drogadict[oa]s?|enem(?:ig[oa])s?|rivales?|pandiller[oa]s?|ladron(?:es)?|rateros?"
    r"|delincuentes?"
    r"|abuel[oa]s?|catolic[oa]s?|cristian[oa]s?|cur[ao]s|infieles|herejes|catalan(?:es)?|espanol(?:es|as?)?|rus[oa]s?"
    r"|american[oa]s?"
    r"|palestin[oa]s?|israelies?|human[oa]s?|humanidad|presos?|reos?|internos?|tip(?:ej)?[oa]s?|wey(?:es)?|guey(?:es)?"
    r"|vatos?",
    "DET": r"todos|todas|todo|toda|tod@s|los|las|el|la|esos|esas|estos|estas|ese|esa|este|esta|un|una|unos|unas|mi|mis"
    r"|tu|tus|su"
    r"|sus|cada|cualquier|algun|alguna|aquel|aquellos|aquella|otro|otra|vuestros|vuestras|uno de|una de|uno por"
    r"|proximo|proxima"
    r"|tanto|muchos|muchas|mas|dos|tres|\d+|puto|puta|putos|putas|pinche|pinches|malditos?|malditas?",
    "GENTE": r"(?:(?:{DET}) ){1,4}(?:\w+ )?(?:{GRUPO})|(?:{GRUPO})",
    "ALGUIEN": r"(?:a (?:(?:{DET}) ){1,4}\w+|al (?:\w+ )?\w+|a (?:alguien|cualquiera|todo el mundo|todo mundo|todos"
    r"|todas|uno|una|ustedes"
    r"|vosotros|ti|el|ella|ellos|ellas|vos|{GRUPO}))",
    "CLIT": r"te|os|los|las|lo|la|les|le|se los|se lo|se la|se las|me lo|me los|me la|me las|nos los|nos lo",
    "VA": r"voy|vamos|vengo|venimos|iremos|ire",
}

_EN_CONTRA: Final = Guard(
    "quoted, in order to speak against it",
    BEFORE,
    r"(?:\b(?:cosas?|mensajes?|comentarios?|palabras|frases?|amenazas?|publicaciones|tuits?|tweets?|posts?|consignas?"
    r"|lemas?|estupideces"
    r"|tonterias|barbaridades|burradas|odio|discursos?|chistes?|insultos?|ideas?|opiniones) (?:como|tipo|del tipo|que"
    r" dic\w+|asi como)"
    r"|\b(?:dices|diga[sn]?|decir|diciendo|escribir|escribe[sn]?|escribiendo|publicar|gritar|gritando|cantar|pensar"
    r"|piensas?|desear|afirmar)"
    r"(?: \w+){0,2})[ ,:]*\W*[\"“«„][^\"“”«»„]{0,60}",
)
CITAS: Final = (quoted("reported"), _EN_CONTRA)
DE_OIDAS: Final = Guard(
    "named, in order to speak against it",
    BEFORE,
    r"\b(?:decir|diciendo|digas|dicen|creer|creen|pensar que|piensan|escuchar|oir|horrible|asco|odioso|deja de|dejen"
    r" de|no digas)(?: (?:que|a|los|las|cosas"
    r"|como|gente|la|eso|de))* ?$",
    unless=r"\b(?:error|malo|hay de malo|problema|opino|creo|pienso|digo)\b",
)
FICCION: Final = Guard(
    "a game, a film, a book or the news",
    AFTER,
    r"[^.!?;]{0,50}\b(?:juego|videojuego|pelicula|serie|novela|libro|cuento|obra|historia|capitulo|nivel|jefe final"
    r"|personaje|cancion|guion|gta|minecraft"
    r"|fortnite|skyrim|call of duty|roblox|free fire|ajedrez|domino|damas|cartas|baraja|zombis?|zombies|poker|futbol"
    r"|partido|cancha|basquet\w*|sims"
    r"|the witcher|halo|zelda|pokemon|among us|free fire|playstation|xbox|nintendo|ficcion)\b",
)
ANIMAL: Final = Guard(
    "a thing or an animal",
    INSIDE,
    r"\w(?:r|rnos|rse|os|en|e)(?: con| de)?(?: a| al)?(?: todos| todas| el| la| los| las| un| una| unos| unas| esos|"
    r" esas| estos"
    r"| estas| mi| mis| tu| tus| su| sus| ese| esa| este| esta| tantos?| tantas?| mas| malditos?| malditas?)*"
    r" (?:cucarachas?|hormigas?|mosc[ao]s?|mosquitos?|ratones|piojos|chinches|plagas?|bichos?|insectos?|aranas?"
    r"|pollos?|cerdos?|vacas?|puercos?|gallinas?"
    r"|pescados?|borregos?|chivos?|conejos?|venados?|bacterias?|germenes|virus|gusan\w+|hierbas?|pastos?|demonios?"
    r"|miedos?|dudas?|tristeza|penas?|vicios?"
    r"|habitos?|tiempo|rato|hambre|aburrimiento|sed|luces|fotos?|cuadros?|carteles|videos?|filetes?|verduras?"
    r"|cebollas?|carne|mensajes?|correos?|archivos?"
    r"|problemas?|errores|deudas?|grasa|calorias|basura de|discos?|ropa|carta|cartas|papeles|reglas?|leyes|ley"
    r"|derechos|condiciones|balon|pelota|penal(?:ti)?|gol"
    r"|llamada|llamadas|cuentas?|ideas?|sentimientos?|dolor|enfermedad(?:es)?|cancer|adicci\w+|drogas?|alcohol"
    r"|violencia|racismo|machismo|injusticia\w*|guerra"
    r"|pobreza|corrupcion|contaminacion|comida|muebles?|pared(?:es)?|puertas?|madera|lena|velas?|incienso|piernas? en"
    r" el gym|chupete|grito|brinco|salto)\b",
)
CON_GANAS: Final = Guard(
    "work, sport or study",
    AFTER,
    r" (?:(?:duro|recio|con (?:ganas|todo)|fuerte) )?(?:al|a la|a los|a las) (?:estudio|trabajo|chamba|gym|gimnasio"
    r"|ejercicio|libros?"
    r"|balon|pelota|escuela|tarea|dieta|boton|pinata)\b| (?:duro|recio|con todo)\b",
)
SUPERADO: Final = Guard(
    "anger that was worked through",
    AFTER,
    r"[^.!?;]{0,60}\b(?:pero|luego|entonces|y mejor|mejor|aunque)(?: \w+){0,3} (?:respir|cont[eo]|me fui|me voy|me"
    r" aleje|me alej|rez|ore\b|oro\b|habl|llam|no (?:lo|la|le|voy|quiero|puedo"
    r"|vale|debo|hago)|se que|me calm|me aguant|me detuv|decid|escog|elegi|perdon|recorde|recuerdo|pienso en mis"
    r"|escrib)\w*",
)
TEMOR: Final = Guard(
    "feared or avoided, not wished",
    BEFORE,
    r"\b(?:miedo|temo|temia|temor|preocupa|preocupad[oa]|evitar|evite|evitemos|impedir|para que no|antes(?: de)? que"
    r"|casi|sin que|no quiero|no quisiera|no deseo|no es justo|no dejes|cuidado"
    r"|ojala no|espero que no|que no|nadie|ningun\w*|no permitas?|triste|duele|injusto|raro|extrano|puede|puedan"
    r"|podrian?|quizas?|tal vez|a lo mejor|hasta)(?: (?:de|a|que|me|nos|lo|la|los|las|le|les|te"
    r"|se|alguien|algun|dia|mi|hermano|hijo|ellos|un))* ?$",
)


AMENAZA_GUARDS: Final = (DIJO, *CITAS, NEGADO, DE_RISA, ALGO, *PASADO, FICCION)
SUPERADO_EN_PARTE: Final = Guard(SUPERADO.name, AFTER, SUPERADO.pattern, lowers_to="urge")
NADIE: Final = Guard(
    "nobody",
    BEFORE,
    r"\b(?:no|nadie|ningun\w*|nunca|jamas|tampoco|ni)(?: (?:creo|pienso|digo|dije|quiero|es|que|los|las|el|la|ser"
    r"|humano|de|mi|un|una|se))* ?",
)


def spelled(pattern: str) -> str:
    return spell(pattern, VIOLENCE)
