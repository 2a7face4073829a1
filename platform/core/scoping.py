"""What a query may see is said where a request, a step, a command or a line begins, and not in each query.

A model with a home has a scoped manager. Within the places of somebody's grants it answers what is there; where all
places are meant, that is said with its reason; where nothing was said, every query raises. A filter that somebody
forgets is then an empty page, and an entrance that somebody forgets is an error, and neither is a leak.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django_scopes import ScopeError as ScopeError
from django_scopes import get_scope, scope, scopes_disabled
from django_scopes.manager import DisabledQuerySet
from django_scopes.state import state

M = TypeVar("M", bound=models.Model)
#: Places -> what of a model is there. None: all of it.
Rule = Callable[[Any], Q | None]


@contextmanager
def within(places: object) -> Iterator[None]:
    """From here on a query answers what is at these places."""
    with scope(places=places):
        yield


@contextmanager
def whole(why: str) -> Iterator[None]:
    """From here on a query answers what is anywhere. `why` is for whoever reads the code; also as a decorator."""
    assert why
    with scopes_disabled():
        yield


@contextmanager
def closed() -> Iterator[None]:
    """From here on nothing was said: whatever begins from here says it for itself."""
    before = state.get()
    state.set(None)
    try:
        yield
    finally:
        state.set(before)


class Unscoped(DisabledQuerySet):  # type: ignore[misc]  # django-scopes has no types
    """Raises whatever is asked of it. The library leaves out what asks, or narrows and then hides in another query."""

    exists = in_bulk = exclude = select_related = prefetch_related = defer = alias = DisabledQuerySet.error
    resolve_expression = bulk_update = distinct = contains = explain = DisabledQuerySet.error


class Scoped(models.Manager[M]):
    """Answers what is at the places of the present scope. Rows reached from another row of theirs are narrowed too
    (`facility.tablets`), what a foreign key names is not (`sign_in.tablet`)."""

    rule: Rule

    def get_queryset(self) -> models.QuerySet[M]:
        here, rows = get_scope(), super().get_queryset()
        if not here.get("_enabled", True):
            return rows
        if "places" not in here:
            refusing: models.QuerySet[M] = Unscoped(self.model, using=self._db, missing_scopes=["places"])
            return refusing
        seen = self.rule(here["places"])
        return rows if seen is None else rows.filter(seen)


def scoped(rule: Rule) -> Any:
    """A manager of this rule. A class of its own: Django makes those of related rows from it, without arguments."""
    return type(Scoped.__name__, (Scoped,), {"rule": staticmethod(rule), "__module__": __name__})()
