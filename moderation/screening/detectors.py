"""What looks at a text, one after another. The order doesn't matter; the deadline is checked between them."""

from collections.abc import Callable, Iterable
from typing import Final

from chat.ports import Finding

from .patterns import Patterns
from .phones import phones
from .rules import RULES
from .views import Views

Detector = Callable[[Views], Iterable[Finding]]


def _of(*categories: str) -> Patterns:
    return Patterns([rule for rule in RULES if rule.category in categories])


DETECTORS: Final[tuple[Detector, ...]] = (
    phones,
    _of("contact_info"),
    _of("threats_violence"),
    _of("self_harm"),
)
