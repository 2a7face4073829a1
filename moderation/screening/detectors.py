"""What looks at a text in Python, by the name that rules know it by. The order doesn't matter."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Final

from chat.ports import Draft, Finding

from .addresses import addresses
from .floods import floods
from .phones import phones
from .recent import recent
from .views import Views

#: Finds under the name it is registered with, or under the code of another built-in rule that says the same of what
#: was sent in pieces. `Draft.recent` are the writer's last messages, oldest first.
Detector = Callable[[Views, Draft], Iterable[Finding]]

DETECTORS: Final[Mapping[str, Detector]] = {
    "contact.phone": lambda views, draft: chain(phones(views), recent(views, draft)),
    "contact.address": lambda views, draft: addresses(views),
    "any.spam.flood": floods,
}
