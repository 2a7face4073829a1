"""Numbers in words, English and Spanish, without accents (the normal form has none)."""

from typing import Final

UNITS: Final[dict[str, str]] = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
    "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
}  # fmt: skip
TENS: Final[dict[str, str]] = {
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "veinte": "20", "treinta": "30", "cuarenta": "40", "cincuenta": "50",
    "sesenta": "60", "setenta": "70", "ochenta": "80", "noventa": "90",
}  # fmt: skip
_OTHERS: Final[dict[str, str]] = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "diez": "10", "once": "11", "doce": "12", "trece": "13", "catorce": "14", "quince": "15",
    "dieciseis": "16", "diecisiete": "17", "dieciocho": "18", "diecinueve": "19",
    "veintiuno": "21", "veintidos": "22", "veintitres": "23", "veinticuatro": "24", "veinticinco": "25",
    "veintiseis": "26", "veintisiete": "27", "veintiocho": "28", "veintinueve": "29",
    "doscientos": "200", "trescientos": "300", "cuatrocientos": "400", "quinientos": "500",
    "seiscientos": "600", "setecientos": "700", "ochocientos": "800", "novecientos": "900",
}  # fmt: skip
#: Words that are a number by themselves.
WHOLE: Final[dict[str, str]] = UNITS | _OTHERS
HUNDRED: Final = frozenset({"hundred"})
#: *double five*: how often the next figure is said.
REPEATS: Final[dict[str, int]] = {"double": 2, "triple": 3, "doble": 2}
#: Zero, but only among figures.
OH: Final = frozenset({"oh", "o"})
BEFORE_OH: Final = frozenset(UNITS) | {"dash", "hyphen", "dot", "then"}
#: Every word that can be part of a number, and the most figures that one of them gives.
ALL: Final = frozenset(WHOLE) | frozenset(TENS) | OH
LONGEST: Final = 3
