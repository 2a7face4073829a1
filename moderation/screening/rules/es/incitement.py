"""Spanish: calls for violence against people, and death or harm wished upon them."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

from .common import ALGO, DE_RISA, DIJO, NEGADO, PASADO
from .violence import (
    ANIMAL,
    CITAS,
    CON_GANAS,
    DE_OIDAS,
    FICCION,
    NADIE,
    TEMOR,
    spelled,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.threat.incite",
        version=2,
        category="threats_violence",
        tier="incitement",
        purpose="The writer says that people should be killed or hurt, or tells somebody to kill themselves.",
        pattern=spelled(
            r"\b(?:vamos|vayamos|todos) a por (?:ellos|ellas|esos|esas|tod[oa]s|los|las)\b[^.!?;]{0,20} a (?:{ACABAR}"
            r"|{DANAR})l[oa]s\b"
            r"|\b(?:mejor|bien|ideal|genial|feliz|felices)(?: \w+){0,2}? si (?:\w+ ){1,5}(?:estuvieran? muert[oa]s?"
            r"|murieran?|se murieran?|desaparecieran?|no existieran?)\b"
            r"|\bpor que no (?:l[oa]s )?(?:mat|quem|fusil|linch|ahorc|golpe|extermin|elimin|apunal|degoll|ejecut|pic"
            r"|masacr|viol|dispar)amos(?: {ALGUIEN}| tod[oa]s|$|\?)"
            r"|"
            r"\b(?:(?:hay que|habria que|deberian?(?:mos)?|tenemos que|debemos|alguien deberia(?: \w+)?"
            r"|tendrian? que|tienen que|hay q|vamos a|merecen? que (?:los|las|lo|la)) (?:{MATAR}|golpear"
            r"|quemar)(?:los|las|lo|la|les|le|(?: a)? (?:todos|todas|{PERSONA}))\b|(?:merecen?|mereces|mereceis|deben"
            r"|deberi(?:an?|as|ais)|tienen que|tendrian? que|habria que|debe)(?: de)? (?:todos |todas )?(?:ser |estar "
            r"|morir )?(?:todos |todas )?(?:{MUERTO})\b|(?:merecen?|mereces|mereceis|deberi(?:an?|as|ais)|tienen que"
            r"|tendrian? que|ojala)(?: de)? (?:todos |todas |se )?(?:morir(?:se|te|os)?|la muerte|mueran|arder"
            r"|pudrirse)\b"
            r"|muerte a (?:los|las|el|la|todos|todas|ese|esos)|(?:que|ojala) (?:te|os) (?:mueras?|maten|murais"
            r"|pudras)\b"
            r"|(?:que|ojala) (?:se |todos |todas |esos |esas )?(?:\w+ )?(?:se )?(?:mueran|pudran|murieran)\b|ojala"
            r" (?:te|lo|la|los"
            r"|las) (?:mate[ns]?|violen|golpeen|quemen)|(?:^|[.!?¡,] ?|anda |mejor |vete y |ve y |por favor )(?:matate"
            r"|suicidate|muerete|ahorcate|morite|cuelgate|pegate un tiro))\b"
            r"|\b(?:hay que|hay q|habria que|deberian?|deberiamos|debemos|tenemos que|tendriamos que|podriamos|alguien"
            r" tiene que"
            r"|es (?:hora|momento) de|toca|vamos a|hace falta|lo mejor (?:es|seria)(?: es)?|seria mejor|conviene"
            r"|necesitamos|urge|tienen que|tendrian que|esta bien|no esta mal|no tiene nada de malo|es (?:justo"
            r"|correcto"
            r"|necesario|un placer|un deber|divertido|legitimo))(?: \w+)? ?[\"“]?(?:{ACABAR}|{DANAR})(?: (?:viv[oa]s?"
            r" )?(?:{ALGUIEN}"
            r"|{GENTE})|(?:los|las|lo|la|les|le)\b)"
            r"|\b(?:ojala|si tan solo|quiero que|queremos que|espero que|deseo que|desearia que|quisiera que|conviene"
            r" que"
            r"|(?:hora|momento) de que|hace falta que|necesitamos que|merecen? que|mereces que|pido que|exijo que|si"
            r" alguien"
            r"|que alguien|que|seria bueno que|que rico que)(?: (?:alguien|un dia|ya|por fin|todos|todas|a todos|los"
            r"|las|lo|la|les"
            r"|le|te|os|se|dios|de una vez|nos)){0,3} (?:{SUBJ})"
            r"|\b(?:ojala|espero que|que|deseo que|quiero que|quisiera que) (?:tu |todos |ustedes |vosotros )?(?:te "
            r"|os )?(?:y \w+ )?"
            r"(?:ardas|ardais|quemes|pudras|mueras|murais|murieras|revientes|sufras|ahogues|desangres|atropellen|parta"
            r" un rayo)\b"
            r"|\b(?:{ACABAR}|golpear|pegarle|patear) (?:{ALGUIEN}|{GENTE})(?: \w+){0,3}? (?:no (?:deberia|debe|tendria"
            r" que|tiene que|es|esta)"
            r" (?:ser |estar )?(?:ilegal|ningun delito|un delito|delito|pecado|mal|malo|un crimen|castigad[oa]"
            r"|prohibid[oa])"
            r"|(?:deberia|debe|tendria que|tiene que|es|esta|seria) (?:ser |estar )?(?:legal|obligatorio|bien"
            r"|permitid[oa]|premiad[oa]"
            r"|despenalizad[oa]|un favor|un servicio|un deporte|justicia|lo correcto|la solucion))\b"
            r"|\b(?:mundo|pais|planeta|sociedad|todos|barrio|modulo|tierra|humanidad|ciudad|prision)"
            r" (?:estaria(?:mos)?|seria|sera"
            r"|estara|esta|es|viviria)(?: \w+)? (?:mejor|mas (?:feliz|limpi[oa]|segur[oa]|bonit[oa]|tranquil[oa])|un"
            r" lugar mejor)"
            r" (?:sin (?:{GENTE}|ti|vosotros|ustedes|\w+ como)|si (?:\w+ ){1,3}(?:no existier\w+|estuvier\w+ muert\w+"
            r"|murier\w+"
            r"|desaparecier\w+))\b"
            r"|\b(?:unic[oa]|mejor) (?:solucion|forma|manera|remedio|salida|cura|\w+ buen[oa])[^.!?;]{0,25} (?:es|son"
            r"|seria)"
            r" (?:la (?:muerte|ejecucion|horca|hoguera|violencia|camara)|(?:{ACABAR})(?:l[oa]s)?|el (?:exterminio"
            r"|plomo)|(?:el"
            r"|la|un|una) \w+ muert[oa]|una bala)\b|\bla (?:ejecucion|muerte|horca|hoguera|camara de gas) es (?:la"
            r" unica|lo unico"
            r"|lo que (?:se )?merecen?|la mejor|el unico)"
            r"|\b(?:{GENTE}) (?:estarian|estaria|deberian estar|tienen que estar|estan mejor)(?: todos| todas)?"
            r" (?:muert[oa]s?|bajo"
            r" tierra|en (?:una|la) (?:camara de gas|fosa|tumba))\b"
            r"|\ba la (?:hoguera|horca|camara de gas|guillotina) (?:con )?(?:todos|todas|los|las|esos|esas)\b"
            r"|(?:^|[.!?¡,:] ?)(?:maten|quemen|fusilen|linchen|cuelguen|ahorquen|golpeen|piquen|apedreen|exterminen"
            r"|ejecuten"
            r"|violen|castren)(?:(?:los|las|lo|la|le|les)\b| {ALGUIEN})"
            r"|\b(?:matemos|exterminemos|eliminemos|quememos|fusilemos|linchemos|colguemos|golpeemos|erradiquemos"
            r"|ahorquemos"
            r"|aniquilemos|masacremos|violemos|piquemos|ejecutemos|ataquemos|acabemos con|deshagamonos de)(?:l[oa]s\b|"
            r" {ALGUIEN}"
            r"| (?:{GENTE})\b)"
            r"|\b(?:vamos a|voy a|hay que|deberiamos|tenemos que|habria que|(?:es )?hora de|debemos|queremos|podriamos"
            r"|deberian?"
            r"|necesitamos|vayamos a)(?: \w+)? ?(?:acabar|deshacer(?:nos|se|me)|terminar|librarnos|borrar|barrer"
            r"|arrasar)"
            r" (?:con|de|del mapa a|a) (?:{GENTE})\b"
        ),
        words=words(
            "murier|desaparec|existier|golpe|ahorc|degoll|mat|asesin|apunal|acuchill|ahor|estrangul|degoll|deguell"
            "|bale|balace|ejecut|descuarti|linch"
            "|fusil|extermin|acribill|viol|envenen|decapit|quem|aniquil|elimin|masacr|colg|cuelg|tortur|castr"
            "|ahog|despellej|destrip|empalar|lapid|gase|ajustici|secuestr|desollar|bombarde|dispar|desaparec"
            "|apedre|asfixi|mutil|sacrific|piso|plomo|cuello|tiro|balazo|plomazo|sufrir|fuego|pedazos"
            "|desmembrar|acido|golpe|madre|herir|hier|lastim|atac|pate|apale|azot|paliza|golpiza|putiza"
            "|madriza|leccion|revent|revient|destro|aplast|dano|joder|putear|agredir|asaltar|escarment|partir"
            "|romper|atropell|machac|machaq|parta|rompa|acab|tunda|verguiza|moler|peg|pic|ching|esterili|piq"
            "|ataq|metier|erradi|bajo tierra|tumba|fosa|muer|merec|deb|tien|tendr|habria|ojala|suicidate"
            "|morite|ardas|ardais|pudr|murais|murier|sufras|desangres|mejor|mas |unic|horca|hoguera|camara"
            "|guillotina|deshagamonos|deshacer|terminar|librar|borrar|barrer|arrasar|den |dieran|metan|cort"
            "|pongan"
        ),
        guards=(
            DIJO,
            *CITAS,
            DE_OIDAS,
            NEGADO,
            ALGO,
            ANIMAL,
            DE_RISA,
            *PASADO,
            FICCION,
            CON_GANAS,
            TEMOR,
            Guard(
                "told of oneself",
                INSIDE,
                r"^que (?:mat|viol|golpe|quem|ataqu|elimin|lastim|apunal|dispar|pegu"
                r"|asesin)e\b",
            ),
            NADIE,
            Guard(
                "a wish, not harm",
                AFTER,
                r"(?: de (?:risa|envidia|ganas|hambre|amor|verguenza|celos)| (?:la vida|el corazon|la sed|de una"
                r" adiccion))",
            ),
            Guard("negated inside", BEFORE, r"\b(?:no|nadie|ninguna?)(?: \w+){0,2} ?"),
            Guard(
                "a guess, or a thing that strikes",
                INSIDE,
                r"\bdeben? (?:de )?(?:estar|haber)? ?muert[oa]s? de\b|\b(?:debe|deben|debes) (?:de )?estar"
                r" muert[oa]s?\b"
                r"|\bque (?:te|le|les|lo|la|los) (?:pegue|pega|ataque|golpee) (?:el|la|un|una)\b"
                r"|\bque viole[ns]? (?:la|las|su|el)\b|\b(?:sin|dejar) que\b",
            ),
        ),
        must_match=(
            "hay que matarlos a todos",
            "deberían morirse",
            "merecen ser quemados",
            "ojalá te mueras",
            "mátate",
            "muerte a los soplones",
            "ojalá alguien le parta la madre",
            "Hay que exterminar a todos esos extranjeros",
            "el mundo sería mejor sin gente como tú",
            "golpear a una mujer no es delito",
            "que los maten a todos",
            "la única solución es matarlos",
            "linchemos a los violadores",
            "tenemos que acabar con esos traidores",
        ),
        must_not_match=(
            "nadie merece morir",
            "no te mates trabajando",
            "hay que matar el tiempo",
            "que se mueran de envidia",
            "tengo miedo de que lo maten en la calle",
            "ojalá que no me maten allá afuera",
            "hay que acabar con la violencia",
            "hay que eliminar a las cucarachas del módulo",
            "el mundo sería mejor sin drogas",
            "debe estar muerta de miedo la pobre",
        ),
    ),
    Rule(
        code="es.threat.punish",
        category="threats_violence",
        tier="incitement",
        purpose="The writer wishes harm upon people, or calls for them to be maimed, burned or shot.",
        pattern=spelled(
            r"\b(?:hay que|habria que|deberian?|deberiamos|tenemos que|alguien (?:deberia|tiene que|debe)|tienen que"
            r"|vamos a|toca) (?:dar|meter|pegar|partir|romper|cortar|poner|mandar|echar)(?:le|les|los|lo|la|las)?"
            r" (?:piso|plomo|cuello|muerte|matarile|su merecido|una (?:paliza"
            r"|golpiza|putiza|madriza|leccion con|bala|calentada)|un (?:tiro|balazo|plomazo|levanton)|balazos|la"
            r" (?:madre|cara|cabeza|jeta)|las (?:manos|piernas|patas)|los (?:huevos|dedos|dientes|huesos)|el (?:cuello"
            r"|pescuezo)|contra (?:el|la) (?:paredon|pared)|al (?:paredon"
            r"|panteon|otro mundo)|en (?:el paredon|la horca|una camara de gas|la hoguera|un campo de)|a la (?:horca"
            r"|hoguera|camara de gas))\b"
            r"|\b(?:merecen?|mereces|mereceis|se merecen?|se ganaron)(?: todos| todas)? (?:una bala|un tiro|un balazo"
            r"|la horca|la hoguera|plomo|una (?:paliza|golpiza|madriza|putiza)|el paredon|pudrirse|arder|sufrir|una"
            r" muerte|la camara de gas|que (?:los|las|lo|la|le|les|te|os) (?:{RAIZ})\w*)\b"
            r"|\b(?:exterminio|muerte|paredon|horca|plomo|balas?|hoguera|bala|castracion|linchamiento|pena de muerte"
            r"|camara de gas) (?:para|a) (?:los|las|todos|todas|esos|esas|tod[oa]s l[oa]s|cada) \w+"
            r"|\b(?:ojala|que|espero que) (?:te|le|les|os|a ti) (?:de|den|pegue|caiga|salga|entre) (?:un |una |el |la"
            r" )?(?:cancer|infarto|sida|derrame|tumor|rayo|enfermedad|paro)\b"
            r"|\b(?:ojala|que|espero que|quiero que) (?:ardan|se pudran|se quemen|se mueran|revienten|mueran"
            r"|ardais)(?: \w+){0,3}\b(?: en el infierno| todos| lentamente| vivos| esos)\b"
            r"|(?:^|[.!?¡,] ?)(?:muerete|matate|pudrete|cuelgate|ahorcate|suicidate|tirate de un) ?(?:perr[oa]|put[oa]"
            r"|cabron|maldit[oa]|pendej[oa]|imbecil|cerd[oa]|basura|ya|de una vez|maric\w+|idiota|rata|escoria|[.!,]|$)"
        ),
        words=words(
            "piso|plomo|cuello|muert|matarile|paliza|golpiza|putiza|madriza|leccion|bala|calentada|tiro"
            "|plomazo|levanton|la madre|la cara|la cabeza|la jeta|las manos|las piernas|las patas|los huevos"
            "|los dedos|los dientes|los huesos|pescuezo|pared|panteon|otro mundo|horca|hoguera|camara"
            "|campo de|merec|ganaron|exterminio|castracion|linchamiento|cancer|infarto|sida|derrame|tumor"
            "|rayo|enfermedad|paro|ardan|pudran|quemen|mueran|revienten|ardais|muerete|matate|pudrete"
            "|cuelgate|suicidate|tirate"
        ),
        guards=(
            DIJO,
            *CITAS,
            DE_OIDAS,
            NEGADO,
            ALGO,
            DE_RISA,
            *PASADO,
            FICCION,
            TEMOR,
            NADIE,
            Guard(
                "a feeling, or another meaning",
                AFTER,
                r"(?: de (?:gusto|risa|envidia)| (?:que lo|que los|que la"
                r"|que te) (?:quieran|traten|escuchen))",
            ),
            Guard(
                "work, games and law",
                INSIDE,
                r"\b(?:dar(?:le|les)? una leccion de|poner(?:lo|la|los|las) contra la"
                r" pared (?:de|para)|partir la (?:cabeza de ajo)|muerte (?:a|para) (?:las|los) (?:dudas|miedos|vicios"
                r"|drogas)|muerte para todos|echar la cabeza|merecen? que (?:los|las|lo|la|le|les) (?:trat|escuch"
                r"|perdon"
                r"|respet|ayud|quier|am|motiv|mat\w*ricul)\w*)",
            ),
        ),
        must_match=(
            "a los policías hay que darles plomo",
            "alguien tiene que darle su merecido",
            "ese juez merece una bala",
            "habría que ponerlos contra el paredón",
            "ojalá te dé un infarto",
            "exterminio para todos los extranjeros",
            "muérete, perra",
            "hay que cortarles las manos",
        ),
        must_not_match=(
            "merecen que los escuchen",
            "todos merecemos otra oportunidad",
            "hay que darles amor",
            "espero que le dé gusto verme",
            "nadie merece una paliza",
            "hay que ponerle ganas",
        ),
    ),
)
