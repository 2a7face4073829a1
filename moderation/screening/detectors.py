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


#: Categories that are run together, so that the deadline is checked often enough.
_TOGETHER: Final = (
    ("contact_info", "doxxing"),
    ("self_harm",),
    ("threats_violence",),
    ("hate_slurs",),
    ("sexual", "abuse_report"),
    ("contraband", "escape", "gang"),
    ("spam",),
)
DETECTORS: Final[tuple[Detector, ...]] = (phones, *(_of(*categories) for categories in _TOGETHER))
