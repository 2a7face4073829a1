"""Spanish: advertising, scams and chain letters.

There is no outside text to measure these on; the constructions are those of the English rows.
"""

from typing import Final

from moderation.screening.rules.base import BEFORE, Guard, Rule, spell, words

from .common import ANTES

_PIECES: Final = {
    "SUMA": r"(?:\$ ?\d+|\d{2,}|dinero|feria|lana|plata|varo|(?:cien|doscientos|quinientos|mil|cincuenta|veinte)"
    r")(?: (?:dolares|pesos|euros|varos|bolas|soles|lucas))?",
    "MUCHOS": r"(?:\d+|tres|cinco|siete|nueve|diez|doce|quince|veinte)(?: de tus)? (?:personas|contactos|amig[oa]s"
    r"|herman[oa]s|grupos|companeros|conocidos|gentes?|celdas)|tod[oa]s (?:tus|sus) (?:contactos|amig[oa]s|conocidos"
    r"|seres queridos|grupos)",
    "REENVIA": r"(?:re)?envi(?:a|e|en|ar|alo|ala|enlo|arlo|arla|alos)|manda(?:lo|la|r|rlo|rla)?|manden(?:lo|la)?"
    r"|mandelo|pasa(?:lo|la|r|rlo)?|pasen(?:lo|la)|comparte(?:lo|la)?|compart(?:ir|irlo|an|anlo)|copia(?:lo|la)?"
    r"|copie(?:lo|n)?|difunde(?:lo)?|rola(?:lo|la)?|escribe(?:lo|la)?",
}
_AVISA: Final = Guard(
    "a warning, or what somebody else did",
    BEFORE,
    r"\b(?:estafa\w*|cuidado|no (?:crean|creas|caigas|caigan|confies|mandes|manden|envies|des|den|le creas)|aguas"
    r"|ojo|dijo|dijeron|me dicen|prometio|prometieron|decia|decian|el que|los que|la gente que|alguien|nadie"
    r"|hubo uno que)\b[^.!?;]{0,60}",
)
_OTRO_LO_HACE: Final = Guard(
    "somebody does it, or it is only wished for",
    BEFORE,
    r"\b(?:no|nunca|jamas|mi (?:mama|madre|jefa|papa|esposa|hermana|familia|hijo|hija|tia)|ella|el|me|le|se|para que"
    r"|ya|siempre)(?: (?:me|le|les|ya|siempre|nunca|nos))* ?",
)

_SIGNALS: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.spam.won",
        category="spam",
        tier="scam",
        purpose="The reader has won or was chosen.",
        score=0.6,
        pattern=(
            r"\b(?:has|ha|haz|usted ha|tu numero|su numero)(?: \w+)? (?:ganado|ganador|resultado"
            r"|sido (?:seleccionad[oa]|elegid[oa]|premiad[oa]|beneficiad[oa]))\b"
            r"|\b(?:ganaste|eres (?:el |la |un |una |nuestro |nuestra )?(?:\w+ )?ganador[a]?"
            r"|fuiste (?:seleccionad[oa]|elegid[oa]|premiad[oa])|fue (?:seleccionad[oa]|premiad[oa]) (?:para|con)"
            r"|resultaste|(?:gana|gane|llevate|participa y gana|puedes ganar|obten|recibe) (?:un|una|hasta|dinero"
            r"|premios?|gratis|\$ ?\d+|el doble)|numero (?:ha sido )?(?:ganador|premiado|elegido)|tu dia de suerte)\b"
        ),
        words=words(
            "ganado|gana|resultado|resultaste|seleccionad|elegid|premiad|beneficiad|llevate|ganar|gane |obten|recibe"
            "|dia de suerte"
        ),
        guards=(Guard("somebody has", BEFORE, r"\b(?:me|yo|nos|se|lo|la|que|no|ya|hoy|ojala) ?"),),
        must_match=(
            "¡Felicidades! Has ganado un premio, haz clic aquí",
            "Ganaste un celular, reclama tu premio hoy",
            "Su número ha sido seleccionado para un bono, llame ya",
            "Usted ha ganado la lotería, envíe sus datos al 5555",
            "Fuiste elegido, recibe tu regalo gratis, haz click",
        ),
        must_not_match=(
            "Ganaste mi respeto, hermano",
            "me ha ganado la tristeza",
            "fue seleccionado para hablar en la graduación",
            "hoy ganaste un día más limpio",
            "el que gana una partida lava los platos",
        ),
    ),
    Rule(
        code="es.spam.prize",
        category="spam",
        tier="scam",
        purpose="A prize, a voucher, something to be claimed.",
        score=0.4,
        pattern=(
            r"\b(?:(?:tu|su|un|gran|el|este) (?:premio|bono|regalo|sorteo|cupon|recompensa)|sorteos?|rifas?|loteria"
            r"|tarjetas? de regalo|premios?|reclam(?:a|e|ar|alo|elo|arlo)|cobr(?:a|e) (?:tu|su)|canje(?:a|e|ar)"
            r"|codigo (?:de )?(?:premio|ganador)|herencia de|donacion de)\b"
        ),
        words=words(
            "premio|bono|regalo|sorteo|cupon|recompensa|rifa|loteria|reclam|cobr|canje|codigo|herencia|donacion"
        ),
        must_match=(
            "Has ganado un premio de 5,000 pesos",
            "Felicidades, reclama tu regalo, haz clic en el enlace",
            "¡Gran sorteo! Gana un celular, envía la palabra GANA al 5555",
            "Su premio espera, oferta por tiempo limitado, llame ya",
            "Fuiste seleccionado, canjea tu cupón hoy",
        ),
        must_not_match=(
            "el mejor premio es ver a mis hijos",
            "la vida es un regalo",
            "la rifa de la iglesia es el domingo",
            "No reclamo nada, acepto mi condena",
            "mi bono de trabajo no llegó",
        ),
    ),
    Rule(
        code="es.spam.act",
        category="spam",
        tier="advert",
        purpose="Click, call, send a word, reply at once.",
        score=0.5,
        pattern=(
            r"\b(?:ha(?:z|ga|gan)|da|de|dale) ?(?:clic|click|clik)\b|\bclic (?:aqui|en)\b|\b(?:llama|llame|marca"
            r"|marque|escribe|escriba|compra|compre|pide|pida|registrate|suscribete|inscribete|aprovecha|aproveche"
            r"|contrata|participa) (?:ya|ahora|hoy|gratis|aqui|al \d)"
            r"|\b(?:manda|mande|envia|envie|responde|responda|contesta)(?: (?:la|un|el|con))?(?: (?:palabra|mensaje"
            r"|texto|sms|codigo))?(?: \w+)? al \d{3,6}\b|\b(?:responde|responda|contesta) (?:si|con)\b|\b(?:envie"
            r"|envia|confirma|confirme|verifica|verifique|actualiza|actualice) (?:sus|tus|su|tu) (?:datos|cuenta"
            r"|informacion)"
            r"|\bpara (?:reclamar|cobrar|participar|cancelar|darse de baja|suscribirse|mas informacion)\b"
            r"|\b(?:suscri\w+|darte de baja|dese de baja|visita|visite|entra a) (?:nuestr\w+|www|http|ya|el enlace"
            r"|la pagina)|\bsiga el enlace\b|\bsigue el (?:enlace|link)\b|\binbox\b|\bmas info\b"
            r"|\b(?:mandame|manden|mandenme|manda|enviame|envienme) (?:un )?(?:mensaje|inbox|whats\w*)\b"
        ),
        words=words(
            "clic|clik|llama|llame|marca|marque|escribe|escriba|compra|compre|pide|pida|registrate|suscri|inscribete"
            "|aprovech|contrata|participa|manda|mande|envi|respond|contesta|confirm|verifi|actualiz|actualic"
            "|para reclamar|para cobrar|para cancelar|para darse|para mas|baja|visit|entra a|enlace|link|inbox|mas info"
        ),
        must_match=(
            "Haz clic aquí, ganaste un premio",
            "Envía la palabra SI al 5555, has sido seleccionado",
            "Llama ya, oferta por tiempo limitado",
            "Urgente: su cuenta está bloqueada, confirme sus datos para el préstamo inmediato",
            "Préstamos sin buró, responda SI para más información",
        ),
        must_not_match=(
            "Escribe ya a tu mamá, le va a dar gusto",
            "no le hagas clic a nada en la tableta",
            "llama hoy a tu abogado",
            "manda un mensaje a tu familia",
            "marca ahora que está libre el teléfono",
        ),
    ),
    Rule(
        code="es.spam.offer",
        category="spam",
        tier="advert",
        purpose="An offer, free goods, a discount, loans and earnings.",
        score=0.5,
        pattern=(
            r"\b(?:(?:super |gran |nueva |ultima )?ofertas?(?: (?:especial|limitada|por tiempo|valida|exclusiva"
            r"|del mes|de hoy))?|promocion(?:es)?|descuentos?|tiempo limitado|ultim[oa]s? (?:dias?|oportunidad"
            r"|lugares)|solo por hoy|sin costo|mitad de precio|2 ?x ?1|envio gratis|completamente gratis"
            r"|totalmente gratis|es gratis|gratis!|prueba gratis|(?:celular|telefono|iphone|regalo|curso|consulta"
            r"|bono)s? gratis|recib\w+ gratis|prestamos?(?: \w+)? (?:sin|inmediato|rapido|en minutos|aprobado)s?"
            r"|sin buro|credito (?:aprobado|inmediato|facil))\b"
        ),
        words=words(
            "oferta|promocion|descuento|tiempo limitado|ultim|solo por hoy|sin costo|precio|2x1|2 x 1|2 x1|2x 1"
            "|gratis|prestamo|sin buro|credito"
        ),
        must_match=(
            "Oferta por tiempo limitado, llama ya",
            "Préstamos sin buró, haz clic aquí",
            "Celular gratis, responde SI",
            "Promoción: envía PIZZA al 5555",
            "Gran descuento, compra hoy en nuestra página",
        ),
        must_not_match=(
            "El fiscal me hizo una oferta de cinco años",
            "las clases son gratis, vengan",
            "es mi última oportunidad con mi familia",
            "pedí un préstamo sin decirle a mi esposa",
            "no hay descuento en la tienda",
        ),
    ),
    Rule(
        code="es.spam.money",
        category="spam",
        tier="scam",
        purpose="Quick earnings, investments, work from home.",
        score=0.6,
        pattern=(
            r"\b(?:trabaj(?:a|e|ar|o) desde (?:tu |su )?(?:casa|celular|celda)|gan(?:a|e|ar|as) (?:hasta "
            r"|mas de )?\$? ?\d[\d.,]*(?: \w+)? (?:al|por|a la|cada|diari\w+|semanal\w*|mensual\w*)|dinero (?:facil"
            r"|rapido|extra)|ingresos? (?:extra|pasivos?)|libertad financiera|criptomonedas?|invierte"
            r"|inversion(?:es)? (?:segura|garantizada|minima)|ganancias? (?:segura|garantizada|diaria)s?"
            r"|garantizad[oa]s?|apuestas|multinivel|se tu propio jefe|sin experiencia|(?:duplic|triplic"
            r"|multiplic)(?:a|e|o|amos) (?:tu|su) (?:dinero|inversion|lana|feria))\b"
        ),
        words=words(
            "desde tu|desde su|desde ca|desde ce|gan|dinero|ingreso|libertad financiera|criptomoneda|inv|garantizad"
            "|apuestas|multinivel|propio jefe|sin experiencia|duplic|triplic|multiplic"
        ),
        must_match=(
            "Trabaja desde casa y gana 500 diarios, haz clic aquí",
            "Invierte en criptomonedas, oferta por tiempo limitado",
            "Dinero fácil, responde SI y te explico",
            "Ganancias garantizadas, registrate ya",
            "Trabaja desde tu celular sin experiencia, entra a www.example.com",
        ),
        must_not_match=(
            "el dinero fácil me trajo aquí",
            "perdí todo en las apuestas",
            "invierte en ti mismo, hermano",
            "nada está garantizado",
            "quiero trabajar desde casa cuando salga",
        ),
    ),
    Rule(
        code="es.spam.urgent",
        category="spam",
        tier="scam",
        purpose="A company or a bank that is in a hurry.",
        score=0.4,
        pattern=(
            r"\b(?:urgente|ultimo aviso|aviso importante|importante|felicidades|estimad[oa] (?:cliente|usuari[oa]"
            r"|client[ae]|socio|amig[oa])|querido cliente|(?:su|tu) (?:cuenta|tarjeta|paquete"
            r"|envio)(?: \w+){0,2} (?:bloquead[oa]|suspendid[oa]|vencid[oa]|retenid[oa]|pendiente|esper\w+)|(?:su"
            r"|tu) (?:paquete|premio|pedido) (?:no|esta|llego|espera)|antes de que (?:expire|venza)"
            r"|no (?:te )?(?:lo )?pierdas|t(?:erminos)? y condiciones)\b"
        ),
        words=words(
            "urgente|ultimo aviso|importante|felicidades|estimad|querido cliente|cuenta|tarjeta|paquete|envio|premio"
            "|pedido|expire|venza|pierdas|condiciones"
        ),
        must_match=(
            "URGENTE: su cuenta fue bloqueada, haz clic y confirma tus datos. Gana un bono hoy",
            "Felicidades, has ganado",
            "Estimado cliente, ganaste un viaje",
            "Su paquete no se pudo entregar, haga clic aquí, oferta de envío",
            "Último aviso: has sido seleccionado para el sorteo",
        ),
        must_not_match=(
            "Es urgente, mi mamá está en el hospital",
            "Felicidades por tu libertad, hermano",
            "lo más importante es mi familia",
            "tu paquete no llegó, lo siento",
            "No te pierdas la clase de mañana",
        ),
    ),
)

_TRICKS: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.spam.double_money",
        category="spam",
        tier="scam",
        purpose="Send me money and you get more of it back.",
        pattern=spell(
            r"\b(?:manda|mandame|mandenme|deposita|depositame|depositenme|envia|enviame|transfiere|transfiereme|dame"
            r"|pon|ponme|presta|prestame|pasame|echame)(?: (?:a|en|mi|la|los|unos"
            r"|me))* {SUMA}[^.!?;]{0,40}\b(?:te (?:lo|la|los|las) (?:duplico|triplico|multiplico|doblo|regreso"
            r"|devuelvo) ?(?:al doble|doble|el doble)?|te (?:doy|mando|regreso|devuelvo|pago) (?:el )?(?:doble"
            r"|triple|mas|{SUMA})|y (?:te )?saco)"
            r"|\b(?:te )?(?:duplico|triplico|doblo) (?:tu|el|la|lo que) ?(?:dinero|lana|feria|plata|varo|\w+)",
            _PIECES,
        ),
        words=words("duplico|triplico|multiplico|doblo|regreso|devuelvo|te doy|te mando|te pago|y saco|te saco"),
        guards=(_AVISA, ANTES),
        must_match=(
            "mándame 200 pesos y te los duplico",
            "Deposita 500 en mi tarjeta y te regreso el doble",
            "dame 50 dólares y te doy 100 el viernes",
            "te duplico tu dinero, derecho",
            "pásame $100, te devuelvo el triple",
        ),
        must_not_match=(
            "dijo mándame 200 y te los duplico, y nunca pagó",
            "No confíes en el que dice que duplica tu dinero",
            "dame una mano y te doy la otra",
            "mándame saludos y te mando un abrazo",
            "cuidado con los que dicen te duplico tu dinero",
        ),
    ),
    Rule(
        code="es.spam.pay_me",
        category="spam",
        tier="scam",
        purpose="Pay me, or have your family pay, for a favour, a release or a thing that never comes.",
        pattern=spell(
            r"\b(?:dile|diles|pidele|pideles|que) (?:a )?(?:tu|tus|su) (?:familia|mama|jefa|esposa|mujer|hermana"
            r"|gente|vieja|papas|madre|jefita)(?: (?:a|y|para))? ?que (?:me|nos) (?:mande|manden|deposite|depositen"
            r"|transfiera|transfieran|pague|paguen|envie|envien|ponga|pongan)\b"
            r"|\b(?:deposita|depositame|depositen|depositenme|mandame|mandenme|transfiereme|transfiere|ponme"
            r"|enviame)(?: \w+)? {SUMA} (?:a|en|por|al) (?:mi|la|esta|mis|el) (?:cuenta|tarjeta|oxxo|numero|libro"
            r"|cash ?app|zelle|clabe)\b"
            r"|\bpor {SUMA}(?: nomas| nada mas)? (?:te|les|los) (?:saco|consigo (?:la |tu )?(?:libertad|fianza"
            r"|amparo|indulto)|arreglo (?:tu|el) (?:caso|papel\w*|expediente)|bajo (?:la |tu )?(?:pena|condena"
            r"|sentencia))"
            r"|\b(?:te|les) (?:saco|consigo (?:la |tu )?(?:libertad|amparo|indulto)|arreglo tu (?:caso|expediente)"
            r"|bajo (?:la |tu )(?:pena|condena|sentencia))[^.!?;]{0,20} por (?:solo |nomas |solamente )?{SUMA}"
            r"|\b(?:libertad|amparo|indulto|salida) (?:garantizad[oa]|segur[oa]) (?:por|con) \w+",
            _PIECES,
        ),
        words=words(
            "que me |que nos |deposit|mand|transfier|ponme|enviame|saco|consigo|arreglo|bajo |garantizad|segur"
        ),
        guards=(_AVISA, ANTES, _OTRO_LO_HACE),
        must_match=(
            "dile a tu mamá que me deposite y te mando la tarjeta",
            "Deposítame 300 a mi tarjeta y mañana lo tienes",
            "Por 5000 te saco, tengo un licenciado",
            "te bajo la condena por solo $2000",
            "libertad garantizada por poco dinero",
        ),
        must_not_match=(
            "dile a tu mamá que la quiero",
            "mi mamá me deposita 300 en mi cuenta cada mes",
            "por 500 pesos vendí mi guitarra",
            "No le depositen a nadie, es estafa",
            "te saco una sonrisa por lo menos",
        ),
    ),
    Rule(
        code="es.spam.personal_data",
        category="spam",
        tier="scam",
        purpose="Asks for a PIN, a password or a card number.",
        pattern=(
            r"\b(?:dame|denme|pasame|pasenme|mandame|mandenme|enviame|dime|diganme|escribeme|pon|pongan|comparte"
            r"|necesito|ocupo)(?: aqui)? (?:tu|tus|su|sus|el numero de tu|los datos de tu|el numero de su"
            r"|los datos de su) (?:pin|clave(?: de acceso| bancaria)?|contrasena|nip|numero de (?:tarjeta|cuenta"
            r"|seguro(?: social)?)|tarjeta|cuenta bancaria|datos (?:bancarios|personales)|seguro social|password"
            r"|curp)\b"
        ),
        words=words("pin|clave|contrasena|nip|numero de|tarjeta|cuenta|datos|seguro social|password|curp"),
        guards=(_AVISA, Guard("no", BEFORE, r"\b(?:no|nunca|jamas|nadie)(?: \w+){0,2} ?")),
        must_match=(
            "pásame tu PIN y te pongo saldo",
            "Mándame tus datos bancarios para el depósito",
            "dame tu contraseña de la tableta",
            "necesito tu número de tarjeta, es rápido",
            "dime tu nip y te ayudo",
        ),
        must_not_match=(
            "nunca digas tu clave a nadie",
            "se me olvidó la contraseña",
            "no le pasen su PIN a nadie",
            "dame tu número de celda para llevarte el libro",
            "la clave es la paciencia",
        ),
    ),
    Rule(
        code="es.spam.chain",
        category="spam",
        tier="chain",
        purpose="Pass this on, or something bad (or good) will happen.",
        pattern=spell(
            r"\b(?:{REENVIA})(?: (?:este|esta|esto|el|la))?(?: (?:mensaje|oracion|cadena|carta|texto|papel"
            r"|rezo))? a (?:por lo menos |al menos |otr[oa]s )?(?:{MUCHOS})\b"
            r"|\bno (?:rompas|rompan|romper|cortes|corten|detengas|ignores) (?:la|esta|la santa) cadena\b"
            r"|\bcadena de (?:oracion|la suerte|san \w+|la virgen|bendicion\w*)[^!?;]{0,40}\b(?:{REENVIA})\b"
            r"|\bsi (?:no|la|lo|rompes|ignoras|borras)(?: \w+){0,3} (?:cadena|reenvias|mandas|envias|compartes"
            r"|pasas)\b[^!?;]{0,50}\b(?:mala suerte|desgracia|algo malo|maldicion|moriras|anos de)\b"
            r"|\b(?:mala suerte|desgracia|maldicion)\b[^!?;]{0,40}\bsi no (?:lo |la )?(?:reenvias|mandas|envias"
            r"|compartes|pasas)",
            _PIECES,
        ),
        words=words(
            "persona|contacto|amig|herman|grupo|companero|conocido|gente|celdas|seres queridos|cadena|suerte"
            "|desgracia|algo malo|maldicion|moriras|anos de"
        ),
        must_match=(
            "Reenvía este mensaje a 10 contactos o tendrás mala suerte",
            "manda esta oración a siete personas y verás un milagro",
            "No rompas la cadena",
            "si no la reenvías tendrás siete años de mala suerte",
            "Pásalo a todos tus contactos",
        ),
        must_not_match=(
            "quiero romper las cadenas de mi pasado",
            "Tengo mala suerte con los abogados",
            "manda saludos a tus hermanos",
            "la cadena de oración empieza a las 7",
            "si no compartes lo que sientes, te enfermas",
        ),
    ),
    Rule(
        code="es.spam.for_sale",
        category="spam",
        tier="advert",
        purpose="The writer offers wares or services for money, stamps or soups.",
        pattern=(
            r"\b(?:vendo|estoy vendiendo|tengo a la venta|se venden?|remato|hago pedidos de"
            r"|recibo pedidos de)\b[^.!?;]{0,50}(?:\$ ?\d|\b(?:a|por|en) (?:\d+|un|dos|tres|cinco|diez) (?:pesos"
            r"|dolares|sopas?|timbres?|estampillas?|maruchans?|tarjetas?)\b|\bcada un[oa]\b|\bbarat[oa]s?\b"
            r"|\binteresados\b|\bhagan sus pedidos\b|\b(?:al|por) mensaje\b)"
            r"|\b(?:sigan|sigue|siganme en|sigueme en|visiten|visita) mi (?:pagina|canal|instagram|insta|face\w*"
            r"|tik ?tok|youtube|tienda)\b"
        ),
        words=words(
            "vendo|vendiendo|a la venta|se vende|remato|pedidos|mi pagina|mi canal|mi insta|mi face|mi tik"
            "|mi youtube|mi tienda"
        ),
        guards=(ANTES, Guard("no", BEFORE, r"\b(?:no|nunca|ya no|jamas)(?: \w+)? ?")),
        must_match=(
            "Vendo retratos a dos sopas",
            "vendo pulseras baratas, interesados avisen",
            "Se venden cuadros, $50 cada uno",
            "sigan mi página cuando salgan",
            "estoy vendiendo dibujos por 5 timbres",
        ),
        must_not_match=(
            "antes vendía retratos por dinero",
            "ya no vendo nada",
            "Se vende la casa de mi mamá y me duele",
            "no me vendo por nada",
            "vendía tacos con mi papá",
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_SIGNALS, *_TRICKS)
