"""The kinds of pictures: sizes, colour schemes, languages."""

from dataclasses import dataclass
from itertools import product

SIZES = {360: 740, 800: 1280, 1440: 900}
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Kind:
    width: int
    scheme: str
    language: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}-{self.language}"

    def file(self, name: str) -> str:
        return f"{name}-{self}.png"


def kinds(language: str) -> list[Kind]:
    """All that are taken in this language."""
    return [Kind(width, scheme, language) for width, scheme in product(SIZES, SCHEMES)]
