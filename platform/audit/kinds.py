"""The kinds of things that are put on the record. Each app registers its own; an unregistered kind is refused."""

_kinds: dict[str, str] = {}


class UnknownKind(LookupError):
    """A kind that no app has registered: a programming error, found by the first test that runs into it."""


def register(kind: str, meaning: str) -> str:
    """`kind` is `app.past_participle`; `meaning` is read by auditors."""
    _kinds[kind] = meaning
    return kind


def meaning(kind: str) -> str:
    try:
        return _kinds[kind]
    except KeyError:
        raise UnknownKind(kind) from None


def known() -> dict[str, str]:
    return dict(_kinds)
