"""The views of a text: each as rules read it, with a map back to the writer's own letters."""

from functools import cached_property

from . import disguise, figures, folding, signs
from .base import Maps, View
from .drawn import drawn
from .figures import figures_at_most
from .vocabulary import Vocabulary

__all__ = ["Maps", "View", "Views", "Vocabulary", "figures_at_most"]

_NO_WORDS = Vocabulary.of(())


class Views:
    """All views of one body, each made when first asked for."""

    def __init__(self, body: str, vocabulary: Vocabulary = _NO_WORDS) -> None:
        self.body = body
        self.vocabulary = vocabulary

    @cached_property
    def raw(self) -> View:
        return folding.raw(self.body)

    @cached_property
    def normal(self) -> View:
        """NFKC and casefold; no invisible characters, accents or apostrophes; one space between words."""
        return folding.normal(self.body)

    @cached_property
    def digits(self) -> View:
        """The normal form with number words (en, es) as digits."""
        return figures.digits(self.normal)

    @cached_property
    def figures(self) -> View:
        """The body with what is drawn as figures as figures (`SSS-OI4Z`, 3x1x2); the raw view where nothing is."""
        return drawn(self.body) or self.raw

    @cached_property
    def signs(self) -> View:
        """The normal form with at, arroba, dot and punto as the signs of an address."""
        return signs.signs(self.normal)

    @cached_property
    def undone(self) -> View:
        """The normal form without its disguises; the same object where there are none."""
        return disguise.undone(self.body, self.normal, self.vocabulary)

    def named(self, name: str) -> View:
        view: View = getattr(self, name)
        return view
