"""Spanish: threats. The other tables of violence join here, so that the category is one pack."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

from . import anger, asking, incitement, longing
from .common import AVISO, DE_RISA, DIJO, NEGADO, PASADO
from .violence import (
    AMENAZA_GUARDS,
    ANIMAL,
    CITAS,
    CON_GANAS,
    FICCION,
    SUPERADO_EN_PARTE,
    TEMOR,
    spelled,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.threat.kill",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will kill, or want to kill, a person.",
        pattern=spelled(
            r"\b(?:{TE} (?:{VOY}|{QUIERO}) (?:a )?(?:{MATAR})\b|(?:{VOY}|{QUIERO})(?: a)? (?:{MATAR})(?:te|os|lo|la"
            r"|los|las|le|les|telo)\b"
            r"|(?:{VOY}|{QUIERO})(?: a)? (?:{MATAR}) {PERSONA}|(?:te|os|los|las|lo|la|les|le|yo|y"
            r"|,) ?(?:{MATAR})(?:e|emos)\b|\b(?:{MATAR}|masacrar|torturar)(?:e|emos) {PERSONA}|(?:voy"
            r"|vamos) a (?:acabar con|hacer sufrir|desaparecer|deshacerme de|masacrar|torturar) {PERSONA}|(?:te|os"
            r"|los|las) (?:mato|matare|matamos|mataremos|asesinare|apunalo|ahorco|degollare?|acuchillo)\b|(?:lo"
            r"|la) (?:mato|matamos|matare|mataremos)\b)"
            r"|\b(?:{CLIT}) (?:{VA}|{QUIERO}|juro que|estoy por|estamos por)(?: a| que)? (?:{ACABAR}|cargar|quebrar"
            r"|tumbar"
            r"|picar|chingar|levantar|embolsar|encobijar|enterrar|despachar|ventilar|tablear)\b"
            r"|\b(?:{VA}|{QUIERO}|pensando en|planeando|considerando|pensamos|listo para|dispuesto a|capaz de|juro"
            r"|prometo|hacer es)(?: a)? (?:{ACABAR}) (?:{ALGUIEN}|tod[oa]s\b)"
            r"|\b(?:{VA}|{QUIERO})(?: a)? (?:{ACABAR}|quebrar|picar|chingar)(?:te|os|lo|la|los|las|le|les)\b"
            r"|\b(?:{CLIT}) (?:{FUTURO}|cortare(?:mos)? (?:la|el)|dare(?:mos)? (?:un (?:tiro|balazo)|piso|plomo|muerte"
            r"|matarile"
            r"|cuello)|metere(?:mos)? un|pondre(?:mos)? (?:una bala|una pistola))\b"
            r"|\b(?:{FUTURO}) (?:{ALGUIEN}|tod[oa]s\b)"
            r"|\b(?:{CLIT}) (?:estoy|estamos|sigo|seguimos) (?:{GERUNDIO})\b"
            r"|\b(?:{CLIT}) (?:voy|vamos|iremos|pienso|quiero|queremos)(?: a)? (?:sacar|arrancar|cortar|volar|romper"
            r"|partir|abrir"
            r"|mochar)(?:le|les)? (?:las|los|la|el|tod[oa]s) (?:\w+ )?(?:tripas|ojos|sesos|organos|cabezas?|dedos"
            r"|huevos"
            r"|lengua|corazon|piel|manos|garganta|cuello|genitales|entranas)\b"
            r"|\b(?:me|nos) (?:lo|la|los|las|te|le) (?:voy|vamos) a (?:quebrar|chingar|cargar|ventilar|escabechar"
            r"|despachar"
            r"|tronar)\b|\b(?:lo|la|los|las|te) (?:quebramos|quebrare|tronamos|picamos|despachamos|desaparecemos"
            r"|enterramos|embolsamos)\b"
            r"|\b(?:hare|haremos|vamos a hacer|voy a hacer) que (?:te|se|los|las|lo|la) (?:maten?|mueras?|arrepientas?"
            r"|piquen"
            r"|golpeen|desaparezcan|sufras?)\b|\btendras una muerte\b|\b(?:tu|su) muerte sera\b"
            r"|\b(?:compr|consegu|traig|teng|llev|guard)\w* (?:un |una |mi |el |la )?(?:arma|pistola|cuchillo|punta"
            r"|navaja"
            r"|machete|fierro|cuete|filero)(?: \w+){0,6}? (?:para (?:matar|picar|ti|el|ella|usarl[oa]|cuando|chingar"
            r"|darle)"
            r"|y (?:lo|la|los|te) (?:voy|vamos)|con tu nombre)\b"
            r"|\b(?:voy|vamos|ire|iremos|quiero|juro) (?:a |que )?(?:quemar|incendiar|volar|explotar|balacear|rafaguear"
            r"|bombardear)(?:le|te|les)? (?:la|el|su|tu|esa|ese|una|mi) (?:casa|celda|coche|carro|escuela|negocio"
            r"|iglesia"
            r"|prision|carcel|modulo|unidad|comisaria)\b"
        ),
        words=words(
            "mat|asesin|apunal|acuchill|ahor|estrangul|degoll|bale|balace|ejecut|descuarti|linch|fusil"
            "|extermin|acribill|viol|envenen|decapit|quem|aniquil|masacr|colg|tortur|castr|ahog|despellej"
            "|destrip|empalar|lapid|gase|erradic|esteriliz|ajustici|secuestr|desollar|bombarde|dispar"
            "|desaparec|apedre|asfixi|mutil|sacrific|piso|plomo|cuello|tiro|balazo|plomazo|fuego|desmembrar"
            "|acido|golpe|madre|atac|pate|apale|azot|revent|destro|aplast|partir|romper|machac|acab|pique"
            "|sufr|desaparez|cargar|quebr|tumbar|levantar|embols|encobijar|enterra|despach|ventilar|tablear"
            "|escabechar|tron|pic|cortar|metere|pondre|sacar|arrancar|volar|abrir|mochar|muer|arrepien"
            "|eliminar|chingar|arma|pistola|cuchillo|punta|navaja|machete|fierro|cuete|filero|incendiar"
            "|explotar|rafague|deshacer"
        ),
        guards=(
            *AMENAZA_GUARDS,
            ANIMAL,
            SUPERADO_EN_PARTE,
            Guard(
                "a kind turn",
                AFTER,
                r"(?: \w+)? (?:toxic[oa]s?|negativ[oa]s?|fals[oa]s?|de mi (?:vida|circulo|pasado))| (?:a (?:besos"
                r"|abrazos|la (?:reunion|escuela|misa|lista)|preguntas)|temprano|la moral|el animo"
                r"|con (?:amor|carino)|del (?:grupo|telefono|face\w*)|de (?:mis contactos|la lista|mi vida|facebook"
                r"|risa))\b",
            ),
            Guard(
                "a thing as likely as a person",
                INSIDE,
                r"\bpicar (?:algo|piedra|fruta|verdura|la (?:piedra|fruta|verdura))"
                r"|\bcolgar (?:el|la|los|las) (?:cuadro|telefono|ropa|hamaca|foto)\w*"
                r"|\b(?:lo|la|los|las) (?:quiero|queremos|voy a|vamos a|iba a|deberia|hay que|tengo que|necesito|debo"
                r"|toca"
                r"|pienso)(?: a)? (?:quemar|colgar|eliminar|desaparecer|tumbar|levantar|enterrar|cargar|ahogar"
                r"|sacrificar"
                r"|despachar|rematar|ejecutar|azotar|bombardear|ventilar|chingar)\b",
            ),
        ),
        must_match=(
            "Te voy a matar",
            "voy a matarlo cuando salga",
            "los vamos a matar a todos",
            "quiero matar a ese guardia",
            "si hablas te mato",
            "lo quiero apuñalar",
            "apuñalaremos a cada soplón",
            "pienso en serio, estoy considerando estrangular al juez",
            "me lo voy a quebrar en las regaderas",
            "tengo una punta para cuando lo vea",
        ),
        must_not_match=(
            "me mata de risa",
            "te voy a matar a besos",
            "voy a matar el tiempo",
            "nunca voy a matar a nadie",
            "no quiero matarlo",
            "mi mamá me va a matar",
            "antes quería matar a ese tipo",
            "dijo que me va a matar",
            "hace años lo quiero matar, decía yo",
            "voy a picar la cebolla",
            "lo voy a levantar temprano para la escuela",
            "voy a eliminar a las chinches de mi celda",
        ),
    ),
    Rule(
        code="es.threat.hurt",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer says that they will hurt a person.",
        pattern=spelled(
            r"\b(?:(?:te|os|les|le) (?:golpear|pegar|madrear|patear|partir|reventar|romper|destrozar|cortar"
            r"|torturar)(?:e|emos)\b|(?:te|os|les) (?:{VOY}|{QUIERO}) (?:a )?(?:{HERIR})\b"
            r"|(?:{VOY}|{QUIERO})(?: a)? (?:{HERIR})(?:te|os|les)\b|(?:lo|la|los|las"
            r"|le) (?:{VOY}) (?:a )?(?:golpear|pegar|madrear|herir|lastimar|atacar|patear|torturar|dar una paliza"
            r"|reventar|moler a golpes|putear)\b|(?:{VOY})(?: a)? (?:golpear|madrear|patear|atacar|torturar|pegar"
            r"|reventar)(?:lo|la|los|las|le)\b|(?:te|le|les|os|se) (?:{VOY}|{QUIERO})?(?: a)? ?(?:partir|parto"
            r"|partire|rompo|romper|rompere|quebrar|quiebro|reventar|reviento|cortar|corto|arrancar|volar|vuelo"
            r"|sacar) {PARTE}|(?:{VOY})(?: a)? (?:partir|romper|quebrar|reventar|cortar|arrancar)(?:te|le"
            r"|les) {PARTE}"
            r"|(?:{VOY})(?: a)? (?:golpear|madrear|patear|atacar|torturar|herir|lastimar) {PERSONA})"
            r"|\b(?:te|le|les|os|se lo|se la) (?:cortare|partire|rompere|pateare|reventare|arrancare|quebrare|sacare"
            r"|volare|romperemos|partiremos|cortaremos|quitare)(?:mos)? (?:la|el|los|las|\[?tod[oa]s?|ese|esa|tu|su)"
            r" ?\w*"
            r"|\b(?:te|le|les|os|lo|la|los|las) (?:voy|vamos|iremos|va|van|quiero|juro que te voy|ire) (?:a )?(?:dar"
            r"|pegar|meter|poner|acomodar|tumbar|surtir|caer|agarrar)(?:le|les|te)? (?:una |unos |un |tus |su |sus |en"
            r" (?:la|tu|su|toda (?:tu|su)) |de |con |a |hasta |entre )(?:\w+ )?(?:paliza|golpiza|putiza|madriza"
            r"|putazos?|madrazos?"
            r"|chingadazos?|vergazos?|golpes?|verguiza|patadas?|cachetadas?|trancazos?|madres?|balazos?|tiros?"
            r"|plomazos?|navajazos?|punaladas?|picahielo|calentada|tunda|joda|tableada|cuchillo|plomo|todos|por debajo"
            r"|batazos?|machetazos?|desmadre|que (?:sentir|llorar))\b"
            r"|\b(?:te|le|les|lo|la|los) (?:meto|doy|damos|metemos|ponemos|suelto|acomodo|surto|pego|agarro) (?:una "
            r"|unos |un |tus |su |en (?:la|tu|su|toda tu) |de |a )(?:\w+ )?(?:paliza|golpiza|putiza|madriza|putazos?"
            r"|madrazos?|chingadazos?|vergazos?|verguiza|patadas?|cachetadas?|trancazos?|madre|balazos?|tiros?"
            r"|plomazos?|navajazos?|punaladas?|calentada|tunda|plomo|batazo|machetazos?)\b"
            r"|\b(?:{VOY}|{QUIERO})(?: a)? (?:{DANAR}) (?:{ALGUIEN})"
            r"|\b(?:te|le|les|lo|la) (?:rompo|parto|reviento|quiebro|arranco|corto|vuelo|madreo|golpeo|pateo|madreamos"
            r"|golpeamos|partimos|rompemos|reventamos) (?:la|el|los|las|tu|su|toda la|toda tu|hasta) \w+"
            r"|\b(?:te|os|los|las) (?:pateare|golpeare|madreare|reventare|metere en una?|mandare al (?:hospital|otro"
            r" mundo|panteon|infierno)|arrastrare|aplastare|hare (?:pedazos|sufrir|mierda|pagar|papilla|trizas|llorar"
            r" sangre))\b"
            r"|\b(?:te|lo|la|los) (?:voy|vamos) a (?:hacer (?:pedazos|mierda|sufrir|pagar|papilla|trizas|picadillo"
            r"|cachitos|llorar sangre|caca)|mandar al (?:hospital|panteon|otro mundo|hoyo)|dejar (?:como (?:coladera"
            r"|cristo)|tirad[oa]|chuec[oa]|en silla|paralitic[oa]|sin dientes|bien golpead[oa]|irreconocible|coj[oa])"
            r"|cazar|arrastrar|descontar|surtir|agarrar (?:solo|sola|a (?:golpes|madrazos|putazos)))\b"
        ),
        words=words(
            "pegar|herir|atacar|partir|romper|quebrar|cortar|torturar|putear|hundir|joder|golpe|madre|lastim"
            "|pate|apale|azot|revent|destro|aplast|agredir|asaltar|escarment|atropell|machac|moler|metemos"
            "|ponemos|tumbar|darle|darte|quemar|parto|rompo|quiebro|reviento|corto|arranc|volar|vuelo|sacar"
            "|quitare|dar |meter|poner|acomod|surt|caer|agarr|meto|doy|damos|suelto|pego|partimos|rompemos"
            "|mandar|arrastrar|hare |hacer|dejar|cazar|descontar"
        ),
        guards=(
            *AMENAZA_GUARDS,
            ANIMAL,
            CON_GANAS,
            SUPERADO_EN_PARTE,
            Guard(
                "a kind turn, or food",
                AFTER,
                r" (?:un abrazo|de comer|gracias|la mano|las gracias|la razon|en dos"
                r"|por la mitad|y le doy|de risa)",
            ),
            Guard(
                "another meaning",
                INSIDE,
                r"\b(?:(?:corto|cortare|parto|partire|rompo|quito|sacare|rompere|vuelo)"
                r" (?:el (?:pelo|cabello|pan|pastel)|la (?:luz|llamada|rebanada|torta|mitad|multa|cita|foto|promesa"
                r"|duda"
                r"|gorra)|las (?:unas|copias)|los (?:papeles|pedazos))|(?:sacare|quitare)(?:mos)? (?:los|las|el|la)"
                r" (?:papeles|copias|cita|foto|multa|duda|gorra|castigo|telefono|turno)|tirar? (?:de|a) (?:cabeza)|de"
                r" golpe|dar (?:un tiro libre)|dar con todos|a todos|corto la|(?:rompo|rompere) (?:el|la) (?:corazon"
                r"|promesa|silencio|confianza|racha|record|rutina|dieta))\b",
            ),
            Guard(
                "work or play",
                AFTER,
                r" (?:a la (?:chamba|pared|pelota|loteria|puerta)|al (?:gym|gimnasio|balon|trabajo))",
            ),
        ),
        must_match=(
            "te voy a golpear",
            "te parto la cara",
            "le voy a romper la madre",
            "voy a madrear a ese soplón",
            "te vamos a reventar",
        ),
        must_not_match=(
            "te voy a pegar una foto",
            "no te quiero lastimar",
            "voy a romper el hielo",
            "voy a cortar el pelo",
            "nunca te voy a golpear",
        ),
    ),
    Rule(
        code="es.threat.your_end",
        version=2,
        category="threats_violence",
        tier="threat",
        purpose="The writer tells somebody that they will die, be hurt or be found.",
        pattern=spelled(
            r"\b(?:te vas a (?:morir|arrepentir)|vas a (?:morir|morirte|pagar(?:la|las|melo|mela|melas)"
            r"|pagar (?:caro|por esto)|sangrar|arrepentirte|sufrir)|(?:eres|estas) (?:hombre )?muert[oa]"
            r"|ya te cargo|te (?:va|van) a (?:ir (?:muy )?mal|pesar|cargar|matar|picar|madrear|partir)|(?:me"
            r"|nos) la(?:s)? vas a pagar|cuida(?:te)? (?:la|tu) espalda|duerme con un ojo|(?:yo )?(?:se"
            r"|sabemos) donde (?:vives|viven?|duermes|trabajas|esta tu|vive tu)|te (?:voy|vamos) a (?:encontrar"
            r"|buscar|esperar) (?:afuera|donde|y)|tus dias estan contados|date por muert[oa]|te queda poco)\b"
            r"|\b(?:vas|vais|van) a (?:morir|sangrar|llorar sangre|suplicar|desear no haber|tragarte (?:tus|los) \w+"
            r"|amanecer (?:muert[oa]|con moscas|en una? (?:bolsa|zanja|caja)|tirad[oa]|frio|embolsad[oa])"
            r"|(?:terminar|acabar) (?:muert[oa]|en (?:una|el|la) (?:bolsa|zanja|caja|fosa|panteon|cajon)))\b"
            r"|\b(?:moriras|moriran|morireis|pagaras (?:por|caro|con)|(?:me|nos) las? pagaras?|sangraras"
            r"|te arrepentiras(?: de haber)?|lo lamentaras|lo pagaras|sufriras)\b"
            r"|\bno (?:vas|van|vais) a (?:amanecer|salir (?:de aqui )?(?:viv[oa]s?|caminando)|vivir para|ver (?:el|la)"
            r" (?:sol"
            r"|luz|dia|manana)|llegar (?:viv[oa]|a (?:manana|navidad|viejo))|contarla|pasar de (?:hoy|esta noche"
            r"|manana)"
            r"|sobrevivir)\b|\bno la (?:cuentas|contaras|vas a contar)\b"
            r"|\bya (?:te (?:llevo|chingaste|jodiste|moriste) ?(?:la|el|cabron|pendejo|put[oa])?|valiste (?:madres?"
            r"|verga)"
            r"|estas (?:sentenciad[oa]|fichad[oa]|advertid[oa])|vas a ver,? (?:cabron|pendejo|hijo|put[oa]|perr[oa]"
            r"|cuando salga|afuera)|te tengo (?:en la mira|ubicad[oa]|checad[oa]|fichad[oa]))\b"
            r"|\bte (?:va|van) a (?:llevar la (?:chingada|verga)|quebrar|tumbar|dar (?:piso|en la madre|en tu madre"
            r"|plomo"
            r"|una (?:madriza|putiza|golpiza|calentada)|cuello)|romper (?:la|tu|toda)|caer (?:la noche|encima)"
            r"|encontrar (?:muert[oa]|tirad[oa])|desaparecer|levantar|embolsar|chingar|reventar|linchar|colgar|violar"
            r"|golpear|hacer pedazos|visitar mis)\b"
            r"|\b(?:se|sabemos|averigue|averiguamos) (?:bien |muy bien )?(?:donde (?:vives?|viven|duermes?|trabajas"
            r"|esta[ns]? (?:tu|tus|su)|estudian? (?:tu|tus)|anda[ns]? tus?|vive (?:tu|su)|trabaja (?:tu|su))|quienes"
            r" son tu"
            r" familia)\b|\b(?:tengo|tenemos) tu direccion\b"
            r"|\b(?:tiene[ns]?|le pusieron|te pusieron|le dieron|pusieron|dieron|hay) (?:luz verde|orden de (?:matar"
            r"|picar|darle)"
            r"|precio (?:su|tu) cabeza)|\b(?:tu|su) cabeza tiene precio\b|\besta sentenciad[oa] (?:por la|en el|en la"
            r"|a muerte)"
            r"|\bva a correr (?:la )?sangre\b|\bplata o plomo\b"
            r"|\bsi (?:hablas|rajas|dices|cuentas|sapeas|abres|vas con|me (?:denuncias|delatas|miras|tocas|fallas"
            r"|traicionas)|te"
            r" (?:acercas|metes|veo|encuentro|agarro)|l[oa]s? veo|no (?:pagas|me pagas|te callas)|vuelves a (?:hablar"
            r"|mirar"
            r"|tocar|meterte|decir|acercarte)|sigues (?:hablando|chingando|jodiendo|molestando))\b[^.!?;]{0,40}\b(?:te"
            r" mueres"
            r"|mueres|te mat\w+|te vas a (?:morir|arrepentir)|te va a (?:ir (?:muy )?mal|pesar|cargar|llevar|pasar"
            r"|doler)|te carga|ya sabes (?:lo que|que te)|tu familia|te (?:parto|rompo|pico"
            r"|quiebro"
            r"|reviento|chingo|arrepient\w+|pesara)|atente|no respondo|la pagas|amaneces|te desaparec\w+|te corto"
            r"|habra sangre)\b"
            r"|\bel que (?:habl[ae]|raj[ae]|traicione|se meta|sapee|pong?[ae])(?: \w+){0,3}?,? (?:se muere|muere"
            r"|amanece"
            r"|lo (?:pican|matan|quiebran|picamos|matamos)|se va a morir|paga con)\b"
            r"|\b(?:los )?(?:sapos|soplones|chismosos|dedos|ratas) (?:se )?(?:mueren|amanecen (?:muert|picad)\w+"
            r"|(?:terminan"
            r"|acaban) (?:muertos|en una (?:bolsa|zanja|caja)))\b"
            r"|\b(?:mi gente|mis (?:homies|compas|carnales|primos|hermanos|muchachos)|los (?:mios|muchachos)|la"
            r" (?:clica|banda))"
            r" (?:te|lo|la|los) (?:va|van) a (?:encontrar|visitar|buscar|picar|matar|madrear|partir|agarrar|levantar"
            r"|caer)\b"
            r"|\b(?:tu|su) (?:familia|madre|mama|hij[oa]s?|esposa) (?:la|lo|tambien la) (?:va|van) a pagar\b"
            r"|\bduerme con (?:un|el) ojo\b|\bcuida(?:te)? (?:las|tus) espaldas\b|\batente a las consecuencias\b"
            r"|\bvete despidiendo\b|\bdespidete de tu (?:vida|familia)\b|\bencomiendate a dios\b|\bcava tu (?:tumba"
            r"|fosa)\b"
            r"|\bte tengo en la mira\b|\bmeter(?:e|emos)? a (?:tus?|sus?) \w+ en un (?:ataud|cajon|hoyo)\b"
        ),
        words=words(
            "morir|arrepen|pagar|sangr|sufrir|muert|van a|va a|espalda|un ojo|el ojo|donde |encontrar|buscar"
            "|esperar|te queda poco|amanec|terminar|acabar|suplicar|desear|tragar|lamentar|salir|vivir|ver el"
            "|ver la|llegar|conta|pasar de|cuentas|ya te|ya val|ya est|ya vas|direccion|sentenci|luz verde"
            "|orden de|precio|plata o plomo|mat|carga|sabes|tu familia|parto|rompo|pico|quiebro|reviento"
            "|chingo|pesara|atente|no respondo|la pagas|desaparec|te corto|muere|pican|quiebran|picamos"
            "|paga con|terminan|acaban|despid|encomiend|cava tu|la mira|ataud|cajon|hoyo"
        ),
        guards=(
            DIJO,
            *CITAS,
            Guard(
                NEGADO.name,
                BEFORE,
                NEGADO.pattern,
                unless=NEGADO.unless,
            ),
            AVISO,
            *PASADO,
            FICCION,
            DE_RISA,
            Guard(
                "somebody of one's own, or a milder thing",
                AFTER,
                r" (?:mi|mis|dios|jesus|al principio|un poco"
                r"|hasta|no \w+)\b",
            ),
            Guard(
                "tired",
                AFTER,
                r" (?:de (?:cansancio|sueno|risa|hambre|sed|frio|calor|miedo)|en vida|para (?:mi|el"
                r" mundo))",
            ),
            Guard(
                "grief, or a kind turn",
                AFTER,
                r"[^.!?;]{0,30}\b(?:de (?:no haber|no venir)|y te (?:extrano|quiero|amo|lloro)|muert[oa] y yo|la"
                r" (?:multa|fianza"
                r"|renta|cuenta)|con trabajo|si no (?:vienes|estudias|te cuidas|comes|dejas)|de alegria|en paz|drogas?"
                r"|consumiendo)\b",
            ),
            Guard(
                "care for somebody",
                BEFORE,
                r"\b(?:miedo|temo|preocupa|no quiero|espero|ojala|creo|cuando|sentia|siento|pense|pensaba|porque|aunque"
                r"|como si)(?: (?:de|que|no|me|a|tu|ya))* ?",
            ),
        ),
        must_match=(
            "te vas a morir esta noche",
            "eres hombre muerto",
            "sé dónde vives",
            "me las vas a pagar",
            "cuídate la espalda",
            "ya te cargó la chingada",
            "te van a picar en el patio",
            "si hablas, tu familia la paga",
            "vas a amanecer con moscas en la boca",
            "no vas a salir vivo de aquí",
            "le pusieron luz verde a ese",
            "mis carnales te van a visitar",
        ),
        must_not_match=(
            "te vas a morir si sigues consumiendo",
            "estás muerta de cansancio",
            "no te vas a arrepentir",
            "vas a pagar la multa con trabajo",
            "te espero afuera en la visita",
            "tengo miedo de que no vas a salir vivo",
            "vas a ver que todo mejora",
            "ya sé dónde trabaja mi hermano",
        ),
    ),
    Rule(
        code="es.threat.at_it",
        category="threats_violence",
        tier="threat",
        purpose="The writer is on the way to do harm, or says with what they will do it.",
        pattern=spelled(
            r"\b(?:{CLIT}) (?:voy|vamos|iremos|quiero|pienso|ire|voy yo)(?: a)? (?:meter|clavar|encajar|enterrar"
            r"|soltar|aventar|echar|tirar|dar|hacer|pegar|rociar|poner)(?:le|les|te)? (?:un |una |el |la |unos |unas"
            r" )?(?:buen |buena )?"
            r"(?:fierro|fierrazos?|puntas?|puntazos?|cuchillo|cuchillazos?|navaja|navajazos?|filerazos?|tiros?|balas?"
            r"|balazos?|plomazos?|acido|aceite hirviendo|agua hirviendo|gasolina|punaladas?|levanton|machetazos?"
            r"|batazos?|paliza|golpiza"
            r"|putiza|madriza|pistola en|calentada|plomo|piso|cuello|matarile|tortura)\b"
            r"|\b(?:te|os|los|lo) (?:rajo|rajamos|destripo|deguello|ensarto|fileteo|trueno|desmadro|desaparezco"
            r"|entierro|acribillo|acuchillo|estrangulo|descuartizo|quemo vivo|prendo fuego|embolso|lleno de (?:plomo"
            r"|balas|agujeros))\b"
            r"|\b(?:voy|vamos|salgo|salir|busco|buscar|espero|esperar|encontrar|encuentre|agarre|ire)\b[^.!?;]{0,50}"
            r" (?:para|pa|y) (?:{ACABAR}|golpear|madrear|picar|quebrar|chingar|reventar|apunalar|patear)(?:lo|la|los"
            r"|las|te|le)\b"
            r"|\b(?:te|lo|la|los|les|le) (?:voy a |vamos a )?(?:esperar|espero|esperamos|buscar|busco|recibir|recibo"
            r"|caer|caigo)(?: \w+){0,2} con (?:un |una |mi |el |la )?(?:pistola|cuchillo|punta|navaja|machete|arma"
            r"|fierro|bate|cuete|filero|fusca)\b"
            r"|\b(?:{VA}|{QUIERO})(?: a)? (?:matar|reventar|moler|agarrar|liarme)(?:lo|la|los|las|te)? a (?:golpes"
            r"|palos|tiros|patadas|punaladas|balazos|martillazos|batazos|machetazos|punetazos|madrazos|putazos"
            r"|pedradas)\b"
            r"|\b(?:voy|vamos|ire|iremos|quiero|pienso) (?:a )?(?:poner|detonar|explotar|lanzar|tirar|colocar) (?:una"
            r"|la|otra|unas) (?:bomba|granada|molotov)\b|\b(?:voy|vamos|ire) a (?:llevar|meter|traer) (?:una|la|mi|un"
            r"|el) (?:pistola|arma|rifle|cuchillo|punta) (?:a|al|en) (?:la|el|mi)? ?(?:escuela|corte|juzgado|audiencia"
            r"|patio|comedor|trabajo|iglesia|visita)\b"
            r"|\b(?:te|os|los|lo|se los|se lo|la|les|se las) (?:va|van) a (?:llevar|cargar) (?:a \w+ )?(?:la|el|las)"
            r" (?:verga|chingada|fregada|putas|diablo|pelona|huesuda|mierda|muerte)\b"
        ),
        words=words(
            "fierr|punt|cuchill|navaj|fileraz|tiro|bala|plomaz|acido|aceite|agua hirv|gasolina|punalad"
            "|levanton|machet|bate|bataz|paliza|golpiza|putiza|madriza|pistola|calentada|plomo|piso|cuello"
            "|matarile|tortura|rajo|rajamos|destripo|deguello|ensarto|fileteo|trueno|desmadro|desaparezco"
            "|entierro|acribillo|estrangulo|descuartizo|vivo|fuego|embolso|lleno de|arma|cuete|filero|fusca"
            "|a golpes|a palos|a patadas|a martill|a pu|a madr|a pedr|bomba|granada|molotov|rifle|verga"
            "|chingada|fregada|putas|diablo|pelona|huesuda|mierda|muerte|matar|asesin|apunal|acuchill|ahorc"
            "|estrangul|degoll|bale|balace|ejecut|descuarti|linch|fusil|extermin|acribill|violar|envenen"
            "|decapit|quem|aniquil|elimin|masacr|colgar|tortur|castr|ahogar|despellej|destrip|empalar|lapid"
            "|remat|gase|erradic|esteriliz|ajustici|secuestr|desollar|bombarde|dispar|desaparec|apedre|asfixi"
            "|mutil|sacrific|tirote|sufrir|pedazos|desmembrar|golpear|madrear|picar|quebrar|chingar|reventar"
            "|patear"
        ),
        guards=(
            *AMENAZA_GUARDS,
            ANIMAL,
            SUPERADO_EN_PARTE,
            Guard(
                "a kind or plain turn",
                INSIDE,
                r"\b(?:puntas? del|agua hirviendo (?:al|a la) (?:cafe|sopa|te)|y"
                r" (?:picar|matar|quemar|eliminar|colgar|cortar)(?:lo|la|los|las)|vivo (?:en|con|de))\b",
            ),
            Guard(
                "one's own things",
                AFTER,
                r" (?:al (?:cafe|te|carro|coche|motor)|a (?:la|las|los) (?:sopa|ensalada"
                r"|papas|planta\w*|comida))\b",
            ),
        ),
        must_match=(
            "le voy a meter un fierro en la panza",
            "si vuelves a mirarme te rajo",
            "voy a salir y buscar al que me delató para matarlo",
            "lo voy a esperar afuera con una pistola",
            "voy a matar a golpes a ese tipo",
            "voy a poner una bomba en el juzgado",
            "se los va a llevar la chingada",
        ),
        must_not_match=(
            "voy a picar la cebolla y freírla",
            "le voy a echar gasolina al carro",
            "voy a buscar trabajo para darles a mis hijos",
            "le voy a dar un abrazo a mi madre",
            "nunca le voy a pegar un tiro a nadie",
            "voy a esperar la carta y contestarla",
        ),
    ),
    Rule(
        code="es.threat.doom",
        category="threats_violence",
        tier="threat",
        purpose="What will happen to somebody or their family: blood, death, what awaits them.",
        pattern=spelled(
            r"\b(?:vas|van|vais) a ver lo que (?:te|les|os|le) (?:espera|pasa|va a pasar|hago|vamos a hacer|voy a"
            r" hacer|toca)\b|\bya sabes lo que (?:te espera|te pasa|te va a pasar|les pasa a los)\b"
            r"|\b(?:se|sabemos)(?: bien| muy bien)? (?:en|a|por) (?:que|cual) \w+ (?:va|vive|viven|trabaja|trabajan"
            r"|estudia|estudian|anda|andan|esta|estan|duerme)n? (?:tu|tus|su hij|su mu|su fam)\w*"
            r"|\b(?:hoy|manana|esta noche|ahorita) (?:mismo )?(?:se (?:muere|mueren|va a morir) (?:alguien|uno|ese"
            r"|esos|todos)|amaneces? (?:picad|muert|tirad|fri[oa]|colgad|embolsad|en una? bolsa)\w*|te mueres"
            r"|mueres|corre sangre|los mat\w+|lo mat\w+)\b"
            r"|\b(?:amaneces|amanecera|amaneceras|va a amanecer|amanece) (?:picad|muert|tirad|colgad|embolsad"
            r"|degollad)\w*"
            r"|\bva a haber (?:muertos?|sangre|un muerto|tiros|balazos|una matanza|punaladas|una masacre|cadaveres)\b"
            r"|\bva a correr (?:mucha |la )?sangre\b|\b(?:correra|correran|habra) (?:la sangre|sangre|rios de sangre"
            r"|muertos)\b"
            r"|\b(?:tu|su) (?:familia|madre|mama|hij[oa]s?|esposa|mujer|hermana|hermano|gente) (?:va|van) a (?:sufrir"
            r"|pagar|llorar(?:te)?|morir|pasarla mal|ver lo que)\b|\b(?:tu|su) (?:familia|madre|mama|hij[oa]s?|esposa"
            r"|mujer) (?:lo|la|las) (?:pagara|pagaran|paga|va a pagar)\b"
            r"|\b(?:quien|el que|todo el que|cualquiera que) (?:\w+ ){1,5}(?:va a morir|se muere|morira|lo va a pagar"
            r"|la va a pagar|amanece muerto|sale en bolsa|se va a arrepentir|lo (?:picamos|matamos|quebramos|van a"
            r" picar))\b"
        ),
        words=words(
            "espera|pasa|tu|su h|su m|su f|muere|morir|amanec|mat|muert|sangre|tiros|balazos|punalada|masacre"
            "|cadaver|sufrir|llorar|ver lo|paga|bolsa|arrepent|picamos|quebramos|picar"
        ),
        guards=(
            DIJO,
            *CITAS,
            NEGADO,
            *PASADO,
            AVISO,
            DE_RISA,
            FICCION,
            TEMOR,
            Guard(
                "care or faith",
                AFTER,
                r"[^.!?;]{0,25}\b(?:por (?:tu|su) (?:ausencia|adiccion|culpa)|si (?:sigues"
                r"|recaes|consumes|no)|de alegria|por dios|en cristo|bueno)\b",
            ),
            Guard(
                "drugs, illness, faith",
                INSIDE,
                r"\b(?:fuma|fume|consume|consuma|use|usa|toma|tome|cree|crea|bebe"
                r"|beba)\b",
            ),
        ),
        must_match=(
            "vas a ver lo que te espera afuera",
            "sé a qué escuela va tu hija",
            "hoy se muere alguien en el patio",
            "aquí va a haber muertos",
            "tu familia va a pagar por esto",
            "el que abra la boca amanece muerto",
        ),
        must_not_match=(
            "tu familia va a sufrir si recaes",
            "vas a ver que todo mejora",
            "sé a qué escuela va mi hija",
            "hoy se muere el verano",
            "el que cree en Dios no va a morir",
            "quien consume fentanilo se muere",
        ),
    ),
    *incitement.RULES,
    *asking.RULES,
    *anger.RULES,
    *longing.RULES,
)
