"""The places that a query may see, and what is there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Q

from core.scoping import Rule


@dataclass(frozen=True, slots=True)
class Reach:
    """Some facilities and programmes, by id. `near`: the programmes too in which one of the facilities takes part."""

    facilities: frozenset[str]
    programmes: frozenset[str]
    near: frozenset[str]


class Places(Protocol):
    """Whose they are, and how far they reach; read when the first query asks."""

    @property
    def user_id(self) -> Any: ...

    @property
    def reach(self) -> Reach | None:
        """None: everywhere."""


def within_reach(seen: Callable[[Places, Reach], Q]) -> Rule:
    """A rule that is asked only of who does not see everything."""

    def rule(places: Places) -> Q | None:
        reach = places.reach
        return None if reach is None else seen(places, reach)

    return rule


def at_facility(field: str) -> Rule:
    """What belongs to one facility, which this field names."""
    return within_reach(lambda _, reach: Q(**{f"{field}__in": reach.facilities}))
