"""How tests ask the screening about a text."""

from uuid import UUID

from chat.ports import Draft, Finding, Verdict
from moderation.screening import screen

_SOMEBODY = UUID(int=1)
_A_ROOM = UUID(int=2)


class Patience:
    """A deadline that never comes; counts how often it was asked."""

    def __init__(self):
        self.asked = 0

    def check(self):
        self.asked += 1


def draft(body: str, lang: str = "en") -> Draft:
    return Draft(body=body, lang=lang, author_id=_SOMEBODY, room_id=_A_ROOM)


def verdict(body: str, lang: str = "en") -> Verdict:
    return screen(draft(body, lang), deadline=Patience())


def findings(body: str) -> tuple[Finding, ...]:
    return verdict(body).findings


def marked(body: str, category: str) -> list[str]:
    """The words that the writer would see marked."""
    return [body[f.span.start : f.span.end] for f in findings(body) if f.category == category]
