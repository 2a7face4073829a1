"""The tokens as tokens.css has them, and which colours must be told apart from which."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CSS = Path(__file__).resolve().parents[1] / "static" / "config" / "css"
_NAMED = re.compile(r"--([\w-]+):\s*([^;]+);")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
#: What WCAG 2.2 AA asks of text, and of what is no text but must be seen: borders of controls, the focus, signs.
TEXT, SIGN = 4.5, 3.0
MODES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on another, where they meet, and how far apart they must be."""

    over: str
    under: str
    where: str
    least: float = TEXT


#: Every pair of colours that carries meaning on some page.
PAIRS: tuple[Pair, ...] = (
    Pair("ink", "ground", "text on a page"),
    Pair("ink", "surface", "text on a card"),
    Pair("ink", "sunk", "text on what lies lower"),
    Pair("ink-2", "ground", "second text on a page"),
    Pair("ink-2", "surface", "second text on a card"),
    Pair("ink-2", "sunk", "head of a list of cases"),
    Pair("ink-3", "surface", "placeholder of a field"),
    Pair("ink-3", "sunk", "button that is off"),
    Pair("pine", "ground", "link on a page"),
    Pair("pine", "surface", "link on a card"),
    Pair("pine-deep", "surface", "tab that is chosen"),
    Pair("pine-deep", "ground", "link under the pointer"),
    Pair("on-pine", "pine", "main button"),
    Pair("on-pine", "pine-deep", "main button under the pointer"),
    Pair("ink", "pine-tint", "your own words; good news"),
    Pair("ink-2", "pine-tint", "second text in the case that is open"),
    Pair("pine-deep", "pine-tint", "button that is pressed; starter"),
    Pair("pine", "pine-tint", "link in a good notice"),
    Pair("stage-ink", "stage", "words on the stage"),
    Pair("stage-ink", "stage-2", "words on the rug"),
    Pair("stage-ink-2", "stage", "second words on the stage"),
    Pair("stage-ink-2", "stage-2", "second words on the rug"),
    Pair("lamp", "stage", "your turn, on the stage"),
    Pair("on-lamp", "lamp", "your seat; the lamp button"),
    Pair("ink", "lamp-tint", "whose turn it is; minutes left"),
    Pair("dusk", "dusk-tint", "held, in its own colour"),
    Pair("ink", "dusk-tint", "held, in words"),
    Pair("pine", "dusk-tint", "link in what waits"),
    Pair("surface", "dusk", "how many wait, in the nav"),
    Pair("clay", "clay-tint", "sent back, in its own colour"),
    Pair("ink", "clay-tint", "sent back, in words"),
    Pair("pine", "clay-tint", "link in what came back"),
    Pair("clay", "surface", "error below a field, on a card"),
    Pair("clay", "ground", "error below a field"),
    Pair("berry", "surface", "crisis, in a list of cases"),
    Pair("berry", "berry-tint", "crisis, as a heading"),
    Pair("ink", "berry-tint", "help, in words"),
    Pair("on-berry", "berry-solid", "Help now"),
    Pair("on-mark", "mark", "words that the screening marked"),
    *(Pair(f"c{number}i", f"c{number}", f"letters of seat colour {number}") for number in range(1, 9)),
    Pair("line-strong", "surface", "border of a field", SIGN),
    Pair("line-strong", "ground", "border of a button", SIGN),
    Pair("pine", "surface", "box that is checked", SIGN),
    Pair("focus", "ground", "focus on a page", SIGN),
    Pair("focus", "surface", "focus on a card", SIGN),
    Pair("focus", "sunk", "focus on what lies lower", SIGN),
    Pair("lamp", "stage-2", "time on the rug; focus on the stage", SIGN),
    Pair("stage-ink-2", "stage", "border of a button on the stage", SIGN),
    Pair("berry-edge", "surface", "edge of Help now", SIGN),
    Pair("lamp-line", "surface", "now, on a path; your chair", SIGN),
    Pair("dusk", "dusk-tint", "edge of what waits", SIGN),
    Pair("clay", "surface", "edge of a field with an error", SIGN),
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `dark` is the same as `light` where the theme changes nothing."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Family:
    """Tokens of one kind, as the page shows them together."""

    title: str
    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Measured:
    """A pair, and the ratios that it has."""

    pair: Pair
    light: float
    dark: float

    @property
    def is_enough(self) -> bool:
        return min(self.light, self.dark) >= self.pair.least

    @property
    def kind(self) -> str:
        return "text" if self.pair.least == TEXT else "sign"


@cache
def tokens() -> Mapping[str, Token]:
    """Every token by its name, in the order of the file."""
    css = _COMMENT.sub("", (CSS / "tokens.css").read_text())
    head, _, rest = css.partition("@media")
    light: dict[str, str] = dict(_NAMED.findall(head))
    dark: dict[str, str] = dict(_NAMED.findall(rest))
    return {name: Token(name, value, dark.get(name, value)) for name, value in light.items()}


def families() -> list[Family]:
    """Colours by what they mean, then space, type, radius and motion."""
    kinds = {
        "Ground and ink": r"ground|surface|sunk|line.*|ink.*",
        "Pine: what you can press": r"(on-)?pine.*",
        "Stage: the room in the evening": r"stage.*",
        "Lamp: your seat, and whose turn it is": r"(on-)?lamp.*",
        "Dusk: waiting": r"dusk.*",
        "Clay: yours to change": r"clay.*",
        "Berry: help and crisis": r"(on-)?berry.*",
        "Focus and mark": r"focus|(on-)?mark",
        "Eight colours of seats, the same in light and dark": r"c\di?",
    }
    return [Family(title, named(pattern)) for title, pattern in kinds.items()]


def named(pattern: str) -> list[Token]:
    return [token for name, token in tokens().items() if re.fullmatch(pattern, name)]


def measured() -> list[Measured]:
    """All pairs with the ratios that they have now."""
    known = tokens()
    return [
        Measured(pair, *(contrast(getattr(known[pair.over], mode), getattr(known[pair.under], mode)) for mode in MODES))
        for pair in PAIRS
    ]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2: 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
