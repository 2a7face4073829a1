"""What the language checks let pass, each with its reason. Keep it short."""

#: Python modules whose texts only staff see (beside those in a folder or file whose name starts with "staff").
STAFF_MODULES: dict[str, str] = {
    "platform/config/management": "commands are read by those who run the installation",
    "platform/config/design": "the component page says again what stands in the catalogues of other apps",
    "platform/config/demo": "people of the demo world speak for themselves",
}

#: Texts that stay above the reading grade: msgid -> why.
HARD_TO_READ: dict[str, str] = {}

#: Words that are hard by the list or by their length, and stay: word -> why.
HARD_WORDS: dict[str, str] = {
    "monitor": "the room's own word for staff who watch; it is explained where it stands",
    "computadora": "the usual word for the thing",
    "acceso": "phones and browsers call a passkey *llave de acceso*: another name could not be found there",
    "identificación": "it is what stands on the card of the facility",
}

#: Words in participants' templates that stand outside of `{% translate %}`: they are the same in every language.
UNTRANSLATED = {"Same Circle", "English", "Español", "PIN"}
