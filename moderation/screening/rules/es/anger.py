"""Spanish: anger said as a wish to hurt, and danger that the writer tells of."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, words

from .common import ALGO, DE_RISA, DIJO, NEGADO, PASADO
from .violence import (
    ANIMAL,
    CITAS,
    FICCION,
    SUPERADO,
    TEMOR,
    spelled,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="es.threat.urge",
        category="threats_violence",
        tier="urge",
        purpose="Anger at a third person, said as a wish: what these rooms are for, and worth a look.",
        pattern=spelled(
            r"\b(?:ganas de|a punto de|a nada de|no dejo de pensar en|sueno con|fantaseo con|me imagino|tentad[oa] a"
            r"|quisiera"
            r"|me gustaria|me provoca|quiero) (?:{ACABAR}|{DANAR}|agarrar a|estrellar|partir|romper|ahorcar"
            r"|reventar)(?:lo|la|los|las"
            r"|le|les|(?:le|les) (?:la|un|una) \w+| {ALGUIEN}| (?:{PARTE}))\b"
            r"|\b(?:le|lo|la|les|los) (?:quiero|quisiera|me gustaria|tengo ganas de|dan ganas de) (?:golpear|pegar"
            r"|madrear|patear"
            r"|ahorcar|reventar|partir (?:{PARTE})|romper (?:{PARTE}))\b"
            r"|\b(?:ojala|que|espero que|quiero que|quisiera que|deseo que) (?:(?:ese|esa|el|ella|mi) (?:\w+ )?)?se"
            r" (?:muera|pudra"
            r"|muriera|desangre|ahogue|ahorque|queme vivo)\b"
            r"|\b(?:agarrar|arrastrar|colgar|jalar|tomar)(?:l[oa]s?| {ALGUIEN}) (?:\w+ )?(?:por|de|del|desde) (?:el "
            r"|la |los |las )?"
            r"(?:pescuezo|cuello|pelos?|grenas|orejas|garganta|huevos)\b"
            r"|\b(?:tan|muy) (?:enojad[oa]|encabronad[oa]|furios[oa]|enfadad[oa]|cabread[oa]|emputad[oa])(?: \w+){0,4}"
            r" que"
            r" (?:podria|puedo|quiero|quisiera|soy capaz de|seria capaz de) ?(?:{ACABAR}|{DANAR}|romper|partir)"
            r"|\b(?:quiero|quisiera|deseo) (?:verl[oa]s?|ver a \w+(?: \w+)?) (?:muert[oa]s?|sufrir|sangrar|arder|bajo"
            r" tierra)\b"
            r"|\b(?:te|lo|la|los|las) (?:quiero|quisiera) ver (?:muert[oa]s?|sufrir|sangrar|arder|bajo tierra|tres"
            r" metros|en un cajon)\b"
            r"|\bquiero que (?:sufra|pague|sufran|paguen)(?: \w+)? (?:como|lo que|todo lo que|por lo que)\b"
            r"|\b(?:que|ojala) (?:arda|se queme|se pudra) (?:en el infierno|en la carcel|ahi|lentamente|vivo)\b"
            r"|\bganas de (?:aventar|tirar|empujar|agarrar|estampar|estrangular|romper(?:le)? (?:todo"
            r"|todos))(?:l[oae]s?)?(?: a \w+(?: \w+)?)? (?:del|de la|por la|por el|contra|a golpes|a patadas|a"
            r" madrazos|l[oa]s)\b"
            r"|\b(?:lo|la|los|las) (?:quiero|quisiera) muert[oa]s?\b|\bme las? (?:va|van) a pagar\b"
            r"|\bpensamientos (?:violentos|homicidas|de (?:matar|venganza))\b"
        ),
        words=words(
            "mat|asesin|apunal|acuchill|ahor|estrangul|degoll|bale|balace|ejecut|descuarti|linch|fusil"
            "|extermin|acribill|viol|envenen|decapit|quem|aniquil|elimin|masacr|colg|tortur|castr|ahog"
            "|despellej|destrip|empalar|lapid|gase|erradic|esteriliz|ajustici|secuestr|desollar|bombarde"
            "|dispar|desaparec|apedre|asfixi|mutil|sacrific|piso|plomo|cuello|tiro|balazo|plomazo|fuego"
            "|pedazos|desmembrar|acido|golpe|pegar|madre|herir|lastim|atac|pate|apale|azot|paliza|golpiza"
            "|putiza|madriza|leccion|revent|destro|aplast|dano|joder|putear|agredir|asaltar|escarment|partir"
            "|romper|atropell|machac|tunda|verguiza|moler|agarrar|estrellar|muera|pudra|muriera|desangre"
            "|arrastrar|jalar|tomar|muert|sufr|sangrar|arder|bajo tierra|tres metros|cajon|pag|arda|aventar"
            "|tirar|empujar|estampar|homicidas|venganza"
        ),
        guards=(
            DIJO,
            *CITAS,
            NEGADO,
            ALGO,
            ANIMAL,
            DE_RISA,
            *PASADO,
            FICCION,
            SUPERADO,
            TEMOR,
            Guard(
                "a kind or plain turn",
                AFTER,
                r" (?:un (?:abrazo|susto|grito)|las gracias|la mano|de comer|una sorpresa|de amor|con (?:mi|mis)|en"
                r" paz|de viej[oa]|el"
                r" (?:ciclo"
                r"|hielo|silencio)|la rutina|por la mitad|en dos)\b",
            ),
            Guard(
                "asked, or spoken of others",
                BEFORE,
                r"\b(?:tienes|tiene|tienen|tuviste|has tenido|sientes|si|cuando|sin|no|nunca|en vez de) ?",
            ),
        ),
        must_match=(
            "me dan ganas de matar a ese guardia",
            "tengo ganas de romperle la cara",
            "ojalá se muera el que mató a mi hermano",
            "estoy tan enojado que podría golpear a alguien",
            "quiero verlo muerto",
            "me da ganas de ahorcarlo",
        ),
        must_not_match=(
            "me dan ganas de comer pollo",
            "tengo ganas de pegarle pero respiro y me voy",
            "no quiero que se muera mi madre",
            "quiero darle un abrazo a mi hija",
            "quiero romper el ciclo",
            "antes tenía ganas de matar a todos",
        ),
    ),
    Rule(
        code="es.threat.reported",
        version=2,
        category="threats_violence",
        tier="reported",
        purpose="Somebody may be in danger: the writer tells of a threat against themselves.",
        pattern=spelled(
            r"\b(?:(?:dijo|dice|dijeron|dicen|juro|juraron|amenazo con|amenazaron con|amenaza con|prometio"
            r"|quieren?) (?:que )?(?:me|nos) (?:va|van|iba|iban|quieren?)(?: a)? (?:{MATAR}|golpear|madrear|partir"
            r"|picar)|me (?:quieren|van a|estan amenazando con) (?:{MATAR}|golpear|madrear)(?:me)?|(?:amenazo"
            r"|amenazaron|amenaza|amenazan) con (?:{MATAR}|golpear|madrear|picar)(?:me|nos)|me (?:amenazo"
            r"|amenazaron|tienen amenazad[oa]|amenazan) )"
            r"|\b(?:miedo|temo)(?: de| a)? que (?:me|nos) (?:maten|piquen|golpeen|madreen|violen|quiebren|apunalen)\b"
            r"|\b(?:lo|la|los) (?:van a|quieren) (?:picar|madrear|apunalar|acuchillar|golpear|linchar|quebrar|matar)\b"
            r"|\bplanean (?:picar|matar|golpear|madrear|quebrar)(?:lo|la|me|los|nos| a)\b"
            r"|\b(?:me|nos) (?:pusieron|dieron|tienen|traen) (?:luz verde|sentenciad[oa]|en la mira)\b"
        ),
        words=words(
            "matar|asesinar|apunalar|acuchillar|ahorcar|estrangular|degollar|balear|balacear|ejecutar"
            "|descuartizar|linchar|fusilar|exterminar|acribillar|violar|envenenar|decapitar|quemar|picar"
            "|chingar|aniquilar|eliminar|golpear|madrear|partir|amenaz|maten|piquen|golpeen|madreen|violen"
            "|quiebren|apunalen|quebrar|luz verde|sentenciad|la mira"
        ),
        guards=(*PASADO, DE_RISA, FICCION, Guard("not so", BEFORE, r"\b(?:no|nunca|ya no|nadie)(?: \w+)? ?")),
        must_match=(
            "mi compañero dijo que me va a matar",
            "me quieren picar",
            "amenazaron con matarme",
            "lo van a picar en el patio",
            "tengo miedo de que me maten aquí",
        ),
        must_not_match=(
            "me quieren matar de risa",
            "hace años dijo que me iba a matar",
            "mi mamá me va a matar",
            "ya no me quieren golpear",
            "lo van a operar mañana",
        ),
    ),
    Rule(
        code="es.threat.told",
        category="threats_violence",
        tier="reported",
        purpose="The writer says that somebody is about to be hurt, or was told that they will be.",
        pattern=spelled(
            r"\b(?:dijeron|dijo|dice|dicen|avisaron|aviso|amenazo|amenazaron|mandaron decir"
            r"|advirtieron)\b[^.!?;]{0,50} (?:me|nos) (?:van|va|iban|iba) a (?:{MATAR}|golpear|madrear|partir|picar"
            r"|quebrar|violar|reventar|desaparecer|levantar|apunalar)\b"
            r"|\b(?:van|quieren|planean|piensan|estan planeando|hay un plan para|hay plan para|traen pensado|mandaron"
            r" a|ordenaron|dieron la orden de) (?:a )?(?:matar|picar|madrear|apunalar|acuchillar|golpear|linchar"
            r"|quebrar|reventar|violar|balacear|ahorcar) (?:a (?:mi|ese|esa|un|una|alguien|el|la|uno|los)|al)\b"
        ),
        words=words(
            "dijeron|dijo|dice|avis|amenaz|mandaron|advirtieron|van |quieren|planean|piensan|plan para|traen"
            "|ordenaron|orden de"
        ),
        guards=(
            *PASADO,
            DE_RISA,
            ANIMAL,
            FICCION,
            Guard(
                "not so",
                BEFORE,
                r"\b(?:no|nunca|ya no|nadie|siempre|si)(?:"
                r" \w+)? ?",
            ),
            Guard("a joke", AFTER, r"[^.!?;]{0,15}\b(?:jaja\w*|jeje\w*|a besos|a preguntas)\b"),
        ),
        must_match=(
            "me dijeron que si no pago me van a matar",
            "hay un plan para picar al nuevo",
            "van a matar a mi hermano",
            "quieren madrear a ese muchacho",
            "avisaron que nos van a reventar en el patio",
        ),
        must_not_match=(
            "me dijeron que me van a cambiar de módulo",
            "hace años dijeron que me iban a matar",
            "van a picar al pollo para la sopa",
            "ya no quieren golpear a nadie",
            "dijo que me va a matar a besos",
        ),
    ),
)
