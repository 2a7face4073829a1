"""Words that stop a reader: those of offices, courts and software, each with what we say instead.

The formulas of `reading` mean little below ten words; a label or a button is judged word by word. An entry that ends
in `*` stands for every word that begins so. The list grows whenever a person stumbles over a word of ours.
"""

from __future__ import annotations

from tests.language import reading

#: A word of so many syllables is hard by itself. Spanish words are longer by nature.
HARD_FROM = {"en": 4, "es": 5}

ENGLISH: dict[str, str] = {
    # words that judge
    "violat*": "say what happened", "infraction*": "say what happened", "offen*": "say what happened",
    "inmate*": "person", "prisoner*": "person", "offender*": "person", "convict*": "person", "felon*": "person",
    "denied": "say what can be done", "denial*": "say what can be done", "forbid*": "can't", "prohibit*": "can't",
    "illegal*": "say what happened", "invalid*": "does not fit", "suspicious": "say what was seen",
    "punish*": "say what happens", "sanction*": "limit", "noncomplian*": "say what happened",
    # words of offices
    "acknowledg*": "read", "additional*": "more", "administ*": "staff", "applicable": "that counts",
    "appropriate*": "right", "approximately": "about", "assist*": "help", "authori*": "allow", "commence*": "begin",
    "commit*": "do", "complet*": "finish", "comply": "follow", "conduct*": "act", "consecutive*": "in a row",
    "consent*": "yes", "consequen*": "what happens", "constitut*": "is", "correspond*": "letters",
    "determin*": "decide", "disclos*": "tell", "discontinu*": "stop", "dispos*": "throw away", "duration": "time",
    "eligib*": "can", "endeavo*": "try", "ensur*": "make sure", "erroneous*": "wrong", "expir*": "ends",
    "facilitat*": "lead", "furnish*": "give", "furthermore": "and", "however": "but", "implement*": "do",
    "indicat*": "show", "individual*": "person", "inform*": "tell", "initiat*": "begin", "inquir*": "ask",
    "institution*": "place", "legislat*": "law", "mandat*": "must", "modif*": "change", "monitor*": "watch",
    "nevertheless": "but", "notif*": "tell", "obtain*": "get", "participa*": "take part", "pending": "waits",
    "perman*": "for good", "personnel": "staff", "policy": "rule", "policies": "rules", "previous*": "before",
    "prior": "before", "procedure*": "what we do", "process*": "what we do", "provid*": "give", "purchas*": "buy",
    "pursuant": "by", "receiv*": "get", "regard*": "about", "regulation*": "rule", "remain*": "stay",
    "request*": "ask", "requir*": "need", "resid*": "live", "respond*": "answer", "restrict*": "limit",
    "retain*": "keep", "retention": "how long words stay", "reveal*": "show", "review*": "read", "revok*": "take back",
    "subsequent*": "then", "sufficient*": "enough", "supervis*": "officer", "suspend*": "pause",
    "terminat*": "end", "therefore": "so", "utili*": "use", "verif*": "check", "whether": "if",
    # words of software
    "account*": "your name and password", "activat*": "turn on", "application*": "page", "authenticat*": "sign in",
    "cancel*": "stop", "client*": "page", "configur*": "set up", "connectivity": "line", "credential*": "password",
    "database*": "say what happened", "default*": "first", "deliver*": "sent", "disabled": "off",
    "disconnect*": "line is down", "enabled": "on", "error*": "say what happened", "feature*": "say which",
    "identifier*": "number", "input*": "what you type", "interface*": "page", "invok*": "call",
    "login": "sign in", "moderat*": "staff", "navigat*": "go", "offline": "line is down",
    "online": "outside", "parameter*": "say which", "profile*": "name", "queue*": "line", "reconnect*": "line is back",
    "refresh*": "show anew", "reload*": "open the page again", "reset*": "new", "select*": "choose",
    "server*": "say what happened", "submit*": "send", "submission*": "what you sent",
    "synchron*": "say what happens", "timeout*": "took too long", "unavailable": "not now", "update*": "change",
    "upload*": "send", "user*": "you", "username*": "sign-in name", "valid*": "fits",
}  # fmt: skip

SPANISH: dict[str, str] = {
    # words that judge
    "infrac*": "diga qué pasó", "violaci*": "diga qué pasó", "delincuen*": "persona", "recluso*": "persona",
    "reclusa*": "persona", "reo*": "persona", "interno*": "persona", "interna*": "persona", "preso*": "persona",
    "denega*": "diga qué se puede hacer", "prohib*": "no se puede", "ilegal*": "diga qué pasó",
    "inválid*": "no sirve", "castig*": "diga qué pasa", "sancion*": "límite", "incumpl*": "diga qué pasó",
    # words of offices
    "acata*": "seguir", "acceder": "entrar", "acorde": "según", "adicional*": "más", "administra*": "personal",
    "adquiri*": "comprar", "anterior": "antes", "apropiad*": "bueno", "aproximad*": "unos", "asimismo": "también",
    "autoriz*": "permitir", "comenz*": "empezar", "conforme": "según", "consecuen*": "lo que pasa",
    "consentim*": "su sí", "constar": "estar", "culmina*": "terminar", "debido": "por", "determin*": "decidir",
    "diligenci*": "llenar", "efectu*": "hacer", "emplear": "usar", "facilita*": "dirigir", "finaliz*": "terminar",
    "gestion*": "hacer", "implement*": "hacer", "indica*": "mostrar", "individuo*": "persona", "ingres*": "entrar",
    "inicia*": "empezar", "instituci*": "lugar", "institucional*": "del lugar", "manifest*": "decir",
    "mediante": "con", "modific*": "cambiar", "normativ*": "regla", "notific*": "avisar",
    "obten*": "recibir", "otorg*": "dar", "participa*": "tomar parte", "pendiente*": "espera",
    "permanec*": "quedarse", "pertinente*": "que toca", "políticas": "reglas", "posterior*": "después",
    "previo*": "antes", "previa*": "antes", "proceder": "hacer", "procedim*": "lo que hacemos", "proporcion*": "dar",
    "realiz*": "hacer", "recepci*": "recibir", "reglament*": "reglas", "remiti*": "mandar", "requer*": "necesitar",
    "requisito*": "lo que hace falta", "respecto": "sobre", "restring*": "limitar", "retenci*": "cuánto se guarda",
    "revel*": "mostrar", "revisi*": "lectura", "revoc*": "quitar", "solicit*": "pedir", "subsiguient*": "después",
    "suficiente*": "bastante", "suministr*": "dar", "supervis*": "oficial", "suspend*": "parar",
    "transcurr*": "pasar", "utiliz*": "usar", "verific*": "ver",
    # words of software
    "acceso": "entrada", "activar": "encender", "aplicaci*": "página", "autentic*": "entrar",
    "cancel*": "parar", "conectividad": "línea", "configur*": "preparar", "credencial*": "contraseña",
    "cuenta": "su nombre y contraseña", "desconect*": "sin línea", "deshabilit*": "apagado", "error*": "diga qué pasó",
    "habilit*": "encender", "identificador*": "número", "interfaz": "página", "moderad*": "personal",
    "moderaci*": "personal", "navegar": "ir", "perfil*": "nombre", "reconect*": "la línea volvió",
    "restablec*": "nuevo", "seleccion*": "elegir", "servidor*": "diga qué pasó",
    "sincroniz*": "diga qué pasa", "usuari*": "usted", "validar": "ver", "válid*": "sirve",
}  # fmt: skip


def hard_words(text: str, language: str) -> list[str]:
    """The words of this text that are on the list or too long, as they stand there."""
    return [word for word in reading.words(text) if _is_hard(word.lower(), language)]


def _is_hard(word: str, language: str) -> bool:
    if COUNTERS[language](word) >= HARD_FROM[language]:
        return True
    beginnings = {f"{word[:length]}*" for length in range(1, len(word) + 1)}
    return not LISTS[language].keys().isdisjoint({word} | beginnings)


LISTS = {"en": ENGLISH, "es": SPANISH}
COUNTERS = {"en": reading.english_syllables, "es": reading.spanish_syllables}
