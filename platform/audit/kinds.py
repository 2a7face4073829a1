"""The kinds of things that are put on the record. Each app registers its own; an unregistered kind is refused."""

_kinds: dict[str, str] = {}
_sealed: set[str] = set()


class UnknownKind(LookupError):
    """A kind that no app has registered: a programming error, found by the first test that runs into it."""


def register(kind: str, meaning: str, *, sealed: bool = False) -> str:
    """`kind` is `app.past_participle`; `meaning` is read by auditors. `sealed`: in the chain, and no page shows it to
    them; that it was done is for those whom it concerns."""
    _kinds[kind] = meaning
    if sealed:
        _sealed.add(kind)
    return kind


def meaning(kind: str) -> str:
    try:
        return _kinds[kind]
    except KeyError:
        raise UnknownKind(kind) from None


def known() -> dict[str, str]:
    return dict(_kinds)


def sealed() -> frozenset[str]:
    return frozenset(_sealed)


def shown() -> dict[str, str]:
    """What a reader of the trail may know of."""
    return {kind: meaning for kind, meaning in _kinds.items() if kind not in _sealed}
