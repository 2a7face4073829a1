"""Street addresses: the words from which `screening/addresses.py` judges, in their normal form, and what is plain
enough for a pattern. Streets of many countries, for people come from many.
"""

from typing import Final

from moderation.screening.rules.base import BEFORE, Guard, Rule


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Behind a name they make it a street: *123 Elm street*.
STREETS_AFTER: Final = _set(
    "street st str avenue ave av aven boulevard blvd road rd lane ln parkway pkwy terrace ter crescent cres freeway"
    " expressway turnpike utca ut rkp u"
)
#: The same, but ordinary words too: only where the writer uses capitals, or says that it is an address.
STREETS_AFTER_SOMETIMES: Final = _set(
    "drive dr way court ct place pl circle cir park square sq hill hills loop trail trl run row walk close grove"
    " gardens mews alley plaza point pike highway hwy rise green view cove path pass ridge bend crossing heights"
    " mall creek"
)
#: In front of a name: *calle Hidalgo 12*, *rue du Port 4*.
STREETS_BEFORE: Final = _set(
    "calle c avenida avda avd avnda av ave ctra carretera calz calzada rua rue ul ulica ulitsa utca strada"
    " travesia callejon glorieta urbanizacion urb poligono bulevar blvd boulevard cra crr transversal diagonal jiron"
    " pza plza pzta pg rda tv trav carrer viale piazza piazzale travessa avinguda chemin quai impasse strasse cl kr"
)
STREETS_BEFORE_SOMETIMES: Final = _set(
    "via plaza paseo pº po p pa ronda camino carrera colonia col privada cerrada pasaje corso largo vicolo place cours"
    " allee avenue barrio bo sector residencial fraccionamiento fracc al os sierra prolongacion cuesta"
)
#: Ends of words that are streets: *Lindenstrasse 7*. The second ones are ends of English words too.
GLUED: Final = (
    "strasse|gasse|platz|allee|damm|ufer|stieg|gade|gata|gatan|vej|vagen|veien|straede|katu|kuja|polku|straat|laan"
    "|plein|gracht|kade|steeg|dreef|utca|krogen|backen|stigen|braut|brucke"
)
GLUED_SOMETIMES: Final = "tie|weg|hof|str|tun|toft|dal|vang|hove|feld|markt|torv|torg|wei"
#: Behind an address: which door.
DOORS: Final = _set(
    "apt apartment appt suite ste apto apartamento depto departamento dpto dept piso puerta esc escalera int"
)
#: Between a street and its number.
BEFORE_A_NUMBER: Final = _set("n no num numero nro nr numbers number km bis")
#: In a name of a street, small.
SMALL: Final = _set(
    "de del la las los el y e do da dos das di della dei du des le l d san santa saint st van der den von"
)
#: A number before one of these is no house.
COUNTED: Final = _set(
    "year years yr yrs month months week weeks wk wks day days hour hours hr hrs minute minutes min mins second seconds"
    " am pm mile miles block blocks feet foot ft inch inches pound pounds lb lbs dollar dollars buck bucks cent cents"
    " percent times time people guys men women kids step steps man woman meeting meetings more others other"
    " ano anos mes meses semana semanas dia dias hora horas minuto minutos segundos veces vez personas pesos euros"
    " dolares kilos libras metros kilometros cuadras pasos hijos hijas hombres mujeres grados por k mg ml kg g"
)
#: Words that are in no name of a street.
NEVER: Final = COUNTED | _set(
    "a an the and or but if so i im ive id you u he she it we they me my your his her its our their this that these"
    " those on in at of to from for by with about into over under down up off out through until since before after"
    " between is are was were be been am has have had do does did will would can could should may might must got get"
    " went go going come came said says say told tell know think want need like just only even still also too very"
    " really not no never ever now then when where who what which why how there here all any some every each many"
    " much few old hard dead long dirt bad wrong right same two three another one judge officer sergeant"
    " sgt lt captain warden mr mrs ms counselor pastor chaplain juez department dept room cell bed bunk tier pod"
    " dorm unit block building bldg wing floor yard gate house level cellblock range housing case docket cause count"
    " chapter verse verses psalm psalms page pages number score grade class group team season episode part step"
    " session phase day january february march april june july august september october november december jan feb"
    " mar apr jun jul aug sept oct nov dec monday tuesday wednesday thursday friday saturday sunday enero febrero"
    " marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miercoles"
    " jueves viernes sabado domingo que por con sin hasta desde hace hacia para pero porque cuando donde como"
    " durante casi solo ya mas muy en al un una unos unas yo me te se nos lo le les mi tu su mis tus sus es son era"
    " eran fue fui estoy esta estaba estuve tengo tiene tenia llevo llevaba vivi vivo pase pasaba pasamos cumplo"
    " cumpli salgo sali hay habia otra otro todo toda todos todas celda cama litera modulo pabellon galeria nivel"
    " edificio cuarto caso causa expediente matthew mark luke john acts romans corinthians galatians ephesians"
    " philippians colossians thessalonians timothy titus hebrews james peter jude revelation genesis exodus"
    " leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra nehemiah esther job proverbs"
    " ecclesiastes isaiah jeremiah lamentations ezekiel daniel hosea joel amos obadiah jonah micah nahum habakkuk"
    " zephaniah haggai zechariah malachi salmo salmos mateo lucas juan"
)
#: A month or day may be part of a name behind a street word: *calle 5 de mayo 12*, *20 de noviembre*.
DATES: Final = _set(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre juan mateo lucas"
)
#: What follows is an address, says the writer; the second ones only leave the thought.
SAYS_SO: Final = _set("address addresses addy domicilio direccion direcciones")
SUGGESTS: Final = _set(
    "live lives living lived stay stays staying stayed reside resides meet meetup located house crib return ship"
    " shipped deliver delivered stop pull come vivo vive vivimos viven vivia quedamos casa im estamos envia enviar"
    " enviame mandame sent"
)
#: One of these makes *address* the place, not the verb.
IS: Final = _set("is are was es at to with here esta queda en")
#: May follow a number that is a house.
GOES_ON: Final = (
    SMALL | DOORS | _set("en a al colonia col cp bajo izq dcha interior bis y cerca frente entre barrio apto")
)
#: A text without any of these, and without a glued one, holds no address.
ANY: Final = (
    STREETS_AFTER | STREETS_AFTER_SOMETIMES | STREETS_BEFORE | STREETS_BEFORE_SOMETIMES | DOORS | SAYS_SO | SUGGESTS
)
#: Between such a word and the address.
LEADS: Final = _set(
    "is are was s at on in to the now over by near me you us we ll up after north south east west side of with it here"
    " they he she my his her new home house current mailing billing es en la el mi su tu esta queda de ahora por and"
    " user"
)
STATES: Final = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK"
    "|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)

_LONG_GONE: Final = Guard(
    "past",
    BEFORE,
    r"\b(?:used to|grew up|was|were|hung|hanging|stood|standing|sold|selling|died|shot|got|back (?:then|when|in)"
    r"|crecimos?|creci|vendia|estaba|murio|mataron|antes)\b[^.!?;]{0,60}",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.address",
        category="contact_info",
        tier="address",
        purpose="A street with the number of a house, or what else leads to a door or a letter box.",
        must_match=(
            "come by 1420 W Elm Street when you get out",
            "I live at 88 Maple ave apt 4",
            "my address is 12 Birch Lane",
            "send it to 4567 Old Mill Road, Springfield, IL 62704",
            "her house is 214 5th street",
            "Vivo en la calle Hidalgo 123, colonia Centro",
            "C/ Mayor, 14, 3º B",
            "Mi dirección: Avenida de los Pinos 27",
            "Carrera 7 # 12-34, apto 501",
            "Ctra. de Burgos, km 12",
            "Paseo de la Ribera, s/n",
            "Wir wohnen Lindenstraße 7",
            "rue du Moulin 12",
            "ul. Polna 3",
            "He lives on Juniper Hollow 2906",
            "Domicilio: Flores Magón 1768",
            "Peoria, IL 61602",
            "one forty two elm street",
        ),
        must_not_match=(
            "Room 214, building 3, bed 12",
            "I grew up on 5th street",
            "Highway 61 and Route 66",
            "I was 15 on the street, 20 years on the road",
            "12 step road to recovery",
            "it is a 2 way street",
            "We meet in unit 4, cell 12",
            "1 Corinthians 13 and John 3",
            "I lived in Texas 12 years",
            "Case 4567, Judge Smith, Court 12 on 3 March 2026",
            "In 2019 Wall Street went down",
            "Salí a la calle hace 3 años",
            "15 años en la calle y 20 en la prisión",
            "estoy en el módulo 4, celda 12, piso 3",
            "he drove me 3 blocks down the road",
            "la calle me dio 20 puñaladas",
            "I did 25, long road ahead",
            "camino de 12 pasos",
            "en la avenida vendía 20 dosis",
            "I want to address 3 things today",
            "100 Push Ups 50 times, Lakers 110 Celtics 98",
        ),
    ),
    Rule(
        code="contact.address_box",
        category="contact_info",
        tier="address",
        purpose="A box at a post office, or in the military post.",
        pattern=r"\bp ?\.? ?o ?\.? ?box ?#? ?\d{1,6}\b|\bpost(?:al)? ?box ?#? ?\d{1,6}\b|\b(?:unit|psc|cmr)"
        r" \d{2,5},? box \d{1,5}|\b[afd]po,? (?:aa|ae|ap)\b|\b(?:apartado (?:postal|de correos)|apdo\.?|casilla(?:"
        r" postal| de correo)?|caixa postal|postfach|boite postale) ?(?:n\.? ?|num\.? ?|#)?\d{1,6}\b",
        words=("box", "po a", "po, a", "apartado", "apdo", "casilla", "caixa", "postfach", "boite"),
        must_match=(
            "write me at P.O. Box 112",
            "PO box 4410 is mine",
            "Unit 0550 Box 0142, DPO AE 09301",
            "postbox 21",
            "Apartado postal 45",
            "escríbeme al apartado de correos 120",
        ),
        must_not_match=(
            "I moved to unit 4 box room",
            "a box of 12 soups",
            "check your mail box at 4",
            "in my property box 3 books",
            "estuve apartado 3 días",
        ),
    ),
    Rule(
        code="contact.address_corner",
        category="contact_info",
        tier="address",
        purpose="A corner of two streets, where somebody lives or will be.",
        pattern=r"\bcorner of (?:[a-z0-9.]+ ){0,4}(?:(?:and|&|n) (?:[a-z0-9.]+ ?){1,3}(?:street|st|ave|avenue|road"
        r"|rd|blvd|lane|drive|dr|parks?|coves?|courts?|place)\b|(?:street|st\.?|ave|avenue|road|rd|blvd|[0-9]+(?:st"
        r"|nd|rd|th)|[0-9]{1,4}) (?:and|&|n) [a-z0-9]+)|\besquina (?:de|con|entre) (?:la |las |el )?(?:calles? "
        r"|avenida |av\.? )?[a-z0-9]+(?: [a-z0-9]+){0,3} (?:y|con) (?:la |calle |avenida |av\.? )?[a-z0-9]+"
        r"|\b(?:calle|avenida|avda\.?|av\.?) [a-z0-9]+(?: [a-z0-9]+){0,3},? (?:esq\.?|esquina)(?: con)? [a-z0-9]+",
        words=("corner of ", "esquina", " esq"),
        guards=(_LONG_GONE,),
        must_match=(
            "meet me at the corner of 5th and Main",
            "I stay on the corner of Oak street and Third",
            "the corner of Pine and Cedar avenue",
            "calle Hidalgo esquina con Juárez",
            "la esquina de Juárez y Morelos",
        ),
        must_not_match=(
            "I used to sell on the corner of 5th and Main",
            "I grew up on the corner of 5th and Main",
            "sit in the corner of the room and cry",
            "out of the corner of my eye and ran",
            "en la esquina de la celda",
        ),
    ),
    Rule(
        code="contact.address_es",
        category="contact_info",
        tier="address",
        purpose="Manzana y lote, kilómetro de carretera, edificio y apartamento.",
        pattern=r"\b(?:mz|mza|mzna|manzana)\.? ?#?[0-9]{1,3}[a-z]?,? ?(?:lt|lote)\.? ?#?[0-9]{1,3}\b|\b(?:carretera"
        r"|carr|ctra|autopista)\.? (?:[a-z]+[ ,-]+){1,4}km\.? ?[0-9]{1,3}|\bkm\.? ?[0-9]{1,3}(?:[.,][0-9])? (?:de"
        r" la )?(?:carretera|carr|ctra|autopista)\b|\b(?:carr|carretera|pr|ruta)\.? ?[0-9]{1,3},?"
        r" km\.? ?[0-9]{1,3}(?:[.,][0-9])?|\b(?:edificio|edif|torre|bloque|casa)\.? [a-z0-9]{1,12},? (?:apto|apt"
        r"|apartamento|depto|departamento|dpto)\.? ?#?[0-9]{1,4}\b",
        words=("mz", "manzana", "km", "apt", "apartamento", "depto", "departamento", "dpto"),
        guards=(_LONG_GONE,),
        must_match=(
            "Mz 4 Lt 12, colonia Las Flores",
            "manzana 7 lote 3",
            "km 12 carretera a la costa",
            "carr 181 km 2.3",
            "edificio 4, apto 12",
        ),
        must_not_match=(
            "caminé 12 km por la carretera",
            "compré una manzana y un lote",
            "edificio 4, celda 12",
            "vivía en el departamento 4",
            "corro 5 km al día",
        ),
    ),
)
