"""Spanish: how to hurt people, how to arm oneself for it, and how to get away with it, asked of the circle."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, spell, words

from .common import NEGADO
from .violence import ANIMAL, CITAS, FICCION, VIOLENCE

_PREGUNTA: Final = {
    **VIOLENCE,
    "COMO": r"\b(?:(?:como|donde|con que|de que (?:manera|forma|modo)|que (?:puedo|debo|tengo que|necesito|debemos"
    r"|podemos|hago para|uso para|usar para|se necesita para|hace falta para))"
    r" ?(?:(?:puedo|podria|puede uno|podemos|podriamos|se puede|se podria|debo|deberia|hago para|le hago para|hacer"
    r" para|se hace para|hago|consigo|logro|se|usar para|hacer|puedes|es posible|uno puede"
    r"|te puedo|lo puedo|la puedo|le puedo|los puedo) )?"
    r"|(?:cual es |cuales son |dime |dame |conoces |necesito |quiero saber |busco |hay |que )?(?:la |las |el |los |una"
    r" |alguna |algunas |algun |unas |un )?(?:mejor(?:es)? |buena |buenas |formas? |facil )?(?:maneras?|formas?|modos?"
    r"|metodos?"
    r"|trucos?|pasos|proceso|procedimiento|tecnicas?|estrategias?|consejos|instrucciones|ideas|plan|guia|tutorial"
    r"|receta|herramientas?|armas?|venenos?)(?: (?:mas )?\w+)?(?: y \w+)? (?:de|para|a)"
    r"|(?:ensename|ayudame|ensenenme|expliquenme|explicame|diganme|dime|ayudenme|ayuda|quiero aprender|consejos) (?:a"
    r"|como|para|con)(?: se puede| puedo| hacer para)?"
    r"|quien (?:puede|podria|me ayuda a|sabe como)|a quien le pago para)"
    r" ?(?:rapidamente |facilmente |mejor |secretamente |en secreto |de verdad |legalmente |sin que me vean |planear y"
    r" |planear |poder |ir a )?",
    "ARMA": r"bombas?|explosivos?|molotov\w*|granadas?|napalm|pistolas?|rifles?|fusil(?:es)?|escopetas?|armas?"
    r"|punta(?:s)?|puntilla|fierros?|charrasca|navajas?|cuchillos?|punal(?:es)?|machetes?|silenciador(?:es)?"
    r"|venenos?|ricina|antrax|cianuro|gas (?:mostaza|sarin|toxico|venenoso)|municion(?:es)?|dinamita|polvora"
    r"|detonador(?:es)?|cuete|cohete casero|trabuco|verduguillo|filero|chuzo|platina|lanza",
}


def _preguntado(pattern: str) -> str:
    return spell(pattern, _PREGUNTA)


_SIN_DANO: Final = Guard(
    "so that it does not happen",
    INSIDE,
    r"\b(?:evitar|dejar de|prevenir|sin (?:lastimar|danar|herir|golpear|pegar)|en vez de|no (?:lastimar|golpear|pegar"
    r"|herir|matar|danar)|ayudar a|perdonar|superar|no volver a|controlar"
    r"|reparar|proteger)\b",
)
_DE_OTRO_MODO: Final = Guard(
    "another meaning",
    INSIDE,
    r"\b(?:bombas? (?:de (?:agua|bano|jabon|chocolate|aire|gasolina|insulina|calor)|yucatecas?)|pistolas? de (?:agua"
    r"|juguete|silicon\w*|calor|pegamento|pintura)|cuchillos? (?:de|para) (?:cocina|mesa|pan)"
    r"|armas? (?:legal\w*|de doble filo)|punta(?:s)? (?:del?|de la) |en punta|quemar (?:grasa|calorias)|ataques? (?:de"
    r" (?:panico|ansiedad|risa|corazon|nervios|asma|tos)|cardiacos?)|robar (?:base|cuadro|camara|un beso)"
    r"|matar (?:el|las|los|la) |lanza(?:r|miento)?\b)",
)
_GUARDS: Final = (
    NEGADO,
    *CITAS,
    FICCION,
    ANIMAL,
    _SIN_DANO,
    _DE_OTRO_MODO,
    Guard(
        "not to",
        BEFORE,
        r"\b(?:evitar|sin|dejar de|prevenir|arrepient\w+|cargos? (?:de|por)|acusad[oa] (?:de"
        r"|por))(?: \w+)? ?",
    ),
    Guard(
        "law, hunting, or a class",
        AFTER,
        r"[^.!?;]{0,30}\b(?:legal\w*|permiso|licencia|cazar|caceria|para (?:la"
        r"|mi) (?:clase|tarea|obra)|sentimientos|sin querer|por accidente|que (?:amo|quiero)|delante de)\b",
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.threat.ask_kill",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks how to kill or gravely hurt a person.",
        pattern=_preguntado(
            r"{COMO}(?:{ACABAR}|{DANAR}|acosar|chantajear|drogar|electrocutar|intimidar|deshacerme de|vengarme de"
            r"|amenazar|extorsionar|acabar con|hundir) (?:{ALGUIEN}|(?:mi|mis|ese|esos|esa|ese) \w+)\b"
            r"|{COMO}(?:{ACABAR}|golpear|madrear|herir|lastimar|atacar)(?:lo|la|los|las|le|les)\b"
            r"|{COMO}(?:romper|partir|cortar|quebrar|reventar|aplastar|arrancar|volar)(?:le|les)? (?:{PARTE}|una"
            r" pierna|un brazo|la pierna|el brazo|la mano|la lengua|la cabeza|las piernas)(?: a \w+)?\b"
            r"|{COMO}(?:acabar con|quitar(?:le)?|terminar con|arruinar(?:le)?) la vida (?:a|de|del) \w+"
            r"|\b(?:contratar|conseguir|buscar|busco|necesito|conocen?|conoces) (?:a )?(?:un |una |algun )?(?:sicario"
            r"|asesino a sueldo|alguien que (?:mate|golpee|le pegue|lo mate|la mate|pique))\b"
            r"|\bque (?:veneno|droga|dosis|pastillas?|quimicos?)[^.!?;]{0,25} (?:mata|mataria|matan|para matar)(?: a)?"
            r" (?:una persona|alguien|un (?:adulto|hombre)|un ser humano|gente)\b"
        ),
        words=words(
            "como|donde|con que|manera|forma|modo|metodo|truco|paso|proceso|procedimiento|tecnica|estrategia"
            "|consejo|instrucciones|idea|plan|guia|tutorial|receta|herramienta|arma|veneno|ensen|ayud|expli"
            "|dime|digan|aprender|quien|que |contratar|conseguir|busc|necesito|conoce"
        ),
        guards=_GUARDS,
        must_match=(
            "¿Cómo puedo envenenar a mi vecino?",
            "cual es la mejor manera de matar a alguien",
            "dime cómo estrangular a una persona",
            "como le hago para golpear a ese guardia sin que me vean",
            "¿Cómo le rompo, cómo romperle la cara a mi jefe?",
            "busco un sicario",
        ),
        must_not_match=(
            "¿Cómo puedo matar el tiempo aquí?",
            "cómo dejo de lastimar a mi familia",
            "¿cómo puedo matar a las cucarachas de mi celda?",
            "cómo matar a un zombi en el juego",
            "quiero aprender a no golpear a mis hijos",
            "cómo puedo ayudar a mi hermano",
        ),
    ),
    Rule(
        code="es.threat.ask_weapon",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks how to make, get or hide a weapon, a bomb or a poison.",
        pattern=_preguntado(
            r"{COMO}(?:hacer|hago|hace|fabricar|fabrico|construir|construyo|armar|armo|crear|conseguir|consigo|comprar"
            r"|compro|obtener|obtengo|esconder|escondo|ocultar|meter|meto|introducir|detonar|preparar|preparo|afilar"
            r"|afilo|elaborar|imprimir|robar|montar)"
            r"(?: (?:una|un|mi|el|la|los|las|unos|unas|mis|\w+)){0,2}? (?:{ARMA})\b"
        ),
        words=words(
            "bomba|explosivo|molotov|granada|napalm|pistola|rifle|fusil|escopeta|arma|punta|puntilla|fierro"
            "|charrasca|navaja|cuchillo|punal|machete|silenciador|veneno|ricina|antrax|cianuro|gas |municion"
            "|dinamita|polvora|detonador|cuete|cohete|trabuco|verduguillo|filero|chuzo|platina|lanza"
        ),
        guards=_GUARDS,
        must_match=(
            "¿Cómo hago una bomba casera?",
            "como puedo conseguir una pistola",
            "cuál es la mejor forma de esconder un cuchillo",
            "enséñame a hacer una punta con un cepillo",
            "donde puedo comprar un arma sin papeles",
        ),
        must_not_match=(
            "¿Cómo hago bombas de baño para mi hija?",
            "cómo hacer una bomba en minecraft",
            "cómo puedo conseguir trabajo",
            "me acusaron de hacer un arma",
            "¿cómo afilo un cuchillo de cocina?",
        ),
    ),
    Rule(
        code="es.threat.ask_means",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks which means, place or helper would hurt a person.",
        pattern=_preguntado(
            r"\b(?:que|cual) (?:es el |es la )?(?:mejor )?(?:veneno|arma|droga|gas|pastilla|quimico)s? (?:no dejan?"
            r" (?:rastro|huella)|es (?:mas|el mas|la mas) (?:letal|mortal|facil|rapid[oa])|sirve para (?:matar"
            r"|envenenar)|mas letal|mata sin)\b"
            r"|\b(?:lugar|parte|punto|sitio|zona|momento|hora|arma|cosa|manera) (?:del cuerpo |de la cabeza |del"
            r" cuello |mas facil )?para (?:apunalar|picar|golpear|disparar|matar|acuchillar|atacar|emboscar|ahorcar"
            r"|envenenar)(?:lo|la|le|los|l[ae]s| {ALGUIEN}|\?|$| sin)"
            r"|\b(?:necesito|busco|quiero|pago|pagaria|ofrezco) (?:para )?(?:que alguien|a alguien que|alguien que"
            r"|quien|a quien) (?:me )?(?:lo|la|le|los|les|las)? ?(?:{SUBJ}|mate|de una (?:paliza|golpiza|madriza"
            r"|putiza|leccion)|haga el trabajo sucio|desaparezca a)"
            r"|\b(?:quien|alguien)(?: aqui)? (?:me )?(?:consigue|vende|presta|renta|sabe donde (?:conseguir|comprar)"
            r"|tiene|pasa) (?:un |una |la )?(?:arma|pistola|fusca|cuete|fierro|punta|filero|cuchillo|navaja|veneno"
            r"|granada)\b"
            r"|{COMO}(?:entrar|meterme|meterse|ir) a robar\b|{COMO}(?:envenenar|contaminar) (?:la|el|su) (?:comida"
            r"|agua|cafe|bebida|tinaco)\b"
            r"|\b(?:cuant[oa]s?)(?: \w+){0,4} (?:para|se necesitan? para|hacen falta para|bastan para) (?:matar"
            r"|envenenar|dormir|noquear|asfixiar) (?:{ALGUIEN}|a una persona|a un hombre)\b"
        ),
        words=words(
            "veneno|arma|droga|gas|pastilla|quimico|para apun|para pic|para golp|para disp|para mat"
            "|para acuch|para atac|para embos|para ahor|para dorm|para noq|para asf|que alguien|alguien que"
            "|quien|pistola|fusca|cuete|fierro|punta|filero|cuchillo|navaja|granada|robar|envenenar"
            "|contaminar"
        ),
        guards=(NEGADO, *CITAS, FICCION, _SIN_DANO, _DE_OTRO_MODO),
        must_match=(
            "¿qué veneno no deja rastro?",
            "cuál es el mejor lugar del cuerpo para apuñalar",
            "necesito que alguien le parta la cara a mi ex",
            "quién me consigue una pistola",
            "¿cómo puedo envenenar la comida del módulo?",
        ),
        must_not_match=(
            "busco a alguien que me escuche",
            "¿cuál es la mejor parte para picar la cebolla?",
            "quién me presta un cuchillo de cocina",
            "necesito que alguien le avise a mi madre",
            "¿cuántas reuniones hacen falta para salir adelante?",
        ),
    ),
    Rule(
        code="es.threat.ask_attack",
        category="threats_violence",
        tier="asking",
        purpose="The writer asks how to plan an attack, a robbery or a fire, or how to hide a body.",
        pattern=_preguntado(
            r"{COMO}(?:planear|planeo|planificar|cometer|cometo|organizar|organizo|llevar a cabo|ejecutar|perpetrar"
            r"|realizar|hacer|preparar|salirme con la mia (?:con|en)|repetir|replicar)(?: (?:un|una|el|la|otro|otra|mi"
            r"|\w+)){0,2}?"
            r" (?:asesinatos?|homicidio|robo(?: a mano armada)?|asalto|secuestro|atentado|ataque|masacre|tiroteo"
            r"|incendio|violacion|genocidio|levanton|explosion|motin|femicidio|feminicidio|linchamiento|estafa)\b"
            r"|{COMO}(?:quemar|quemo|incendiar|incendio|volar|hacer explotar|prender(?:le)? fuego a|explotar|asaltar"
            r"|asalto|robar|robo|bombardear|destruir|entrar a robar en|entrar a robar a|forzar|meterme a|meterme en)"
            r" (?:una|un|la|el|mi|su|esa|ese|a la|al|a una|a un)(?: \w+)? ?(?:casa|escuela|iglesia|coche|carro|auto"
            r"|banco|tienda|edificio|negocio|prision|carcel|comisaria|mezquita|sinagoga|camion|departamento|celular"
            r"|motocicleta|moto|bolso)\b"
            r"|{COMO}(?:esconder|escondo|ocultar|deshacerme de|deshacerse de|desaparecer|enterrar|disolver|quemar"
            r"|descuartizar|mover)(?: (?:un|el|una|mi|su|los))? (?:cadaver(?:es)?|cuerpo (?:muerto|sin)|muerto|restos"
            r"|arma homicida)\b"
            r"|{COMO}(?:cubrir|borrar) mis huellas\b|{COMO}(?:salirme|salirse|salir) (?:con la mia"
            r"|impune)\b[^.!?;]{0,25}\b(?:mat|asesin|robo|golpe|crimen|homicid)\w*"
        ),
        words=words(
            "asesinato|homicidio|robo|asalto|secuestro|atentado|ataque|masacre|tiroteo|incendi|violacion"
            "|genocidio|levanton|explosion|explotar|motin|femicidio|feminicidio|linchamiento|estafa|quem"
            "|volar|fuego|asaltar|robar|bombardear|destruir|forzar|meterme|cadaver|cuerpo|muerto|restos"
            "|homicida|huellas|salir"
        ),
        guards=(
            *_GUARDS,
            Guard(
                "told or judged",
                AFTER,
                r"[^.!?;]{0,20}\b(?:que cometi|de mi (?:hijo|hermano|padre)"
                r"|por el que|del que)\b",
            ),
        ),
        must_match=(
            "¿Cómo puedo planear un asesinato?",
            "como puedo quemar la casa de mi ex",
            "cuál es la mejor manera de robar un banco",
            "¿Cómo me deshago, cómo deshacerme de un cadáver?",
            "dime como borrar mis huellas",
        ),
        must_not_match=(
            "¿Cómo supero el asesinato de mi hermano?",
            "¿cómo controlo los ataques de pánico?",
            "cómo robar un banco en el juego",
            "me acusan de cometer un robo",
            "cómo puedo entrar a la escuela",
        ),
    ),
)
