"""Built-in rules stay as they are in the repository; here they are put into shadow or retired, everywhere or at a
place, and brought back. A rule that brings help takes two people."""

from typing import Final

from accounts.models import User
from audit.services import actor, record
from core import clock
from core.errors import NotThere
from core.transactions import unit
from moderation import kinds
from moderation.errors import OverrideStands, RuleIncomplete
from moderation.rules import permissions
from moderation.rules.book import change_book
from moderation.rules.compiling import scope_of
from moderation.rules.models import BuiltInOverride
from moderation.screening.decide import TABLE
from moderation.screening.rules import EVERYWHERE, RULES, Rule, Scope

State = BuiltInOverride.State
To = BuiltInOverride.To

BUILT_IN: Final = {rule.code: rule for rule in RULES}
#: What people may do with a built-in rule; that it only flags is the circuit breaker's.
BY_PEOPLE: Final = (To.SHADOW, To.RETIRED)


def is_crisis(rule: Rule) -> bool:
    """What it finds brings somebody within minutes."""
    return TABLE[rule.category][rule.tier].crisis


@unit()
def override_built_in(*, code: str, to: str, by: User, scope: Scope = EVERYWHERE) -> BuiltInOverride:
    """This built-in rule only looks (`shadow`) or does not run (`retired`) in this scope, until it is brought back.

    A crisis rule is only `asked` for at first; the same asked by a second person makes it `standing`. Refused:
    `OverrideStands` where another override is there, `RuleIncomplete` for another `to` or a scope that is no place.
    """
    _check(code, to, scope, by=by)
    change_book()
    before = _there(code, scope)
    if before is None or before.to == To.FLAG_ONLY:
        if before is not None:
            _end(before, by=by)
        return _create(code, to, scope, by=by)
    if before.to != to:
        raise OverrideStands
    if before.state == State.ASKED and before.asked_by != actor(by):
        _stand(before, by=by)
    return before


@unit()
def bring_back_built_in(*, override: BuiltInOverride, by: User) -> None:
    """The built-in rule works in full there again; what was only asked for is withdrawn."""
    change_book()
    locked = BuiltInOverride.objects.select_for_update().filter(pk=override.pk).first()
    if locked is None:
        raise NotThere
    permissions.require_publish(by, scope_of(locked))
    if locked.state != State.ENDED:
        _end(locked, by=by)


def _check(code: str, to: str, scope: Scope, *, by: User) -> None:
    permissions.require_publish(by, scope)
    if code not in BUILT_IN:
        raise NotThere
    if to not in BY_PEOPLE:
        raise RuleIncomplete("to")
    if not permissions.there_is(scope):
        raise RuleIncomplete("scope")


def _there(code: str, scope: Scope) -> BuiltInOverride | None:
    here = BuiltInOverride.objects.filter(code=code, scope_kind=scope.kind, scope_id=scope.id)
    return here.select_for_update().exclude(state=State.ENDED).first()


def _create(code: str, to: str, scope: Scope, *, by: User) -> BuiltInOverride:
    waits = is_crisis(BUILT_IN[code])
    override = BuiltInOverride.objects.create(
        code=code,
        to=to,
        scope_kind=scope.kind,
        scope_id=scope.id,
        state=State.ASKED if waits else State.STANDING,
        asked_by=actor(by),
        asked_at=clock.now(),
    )
    _record(kinds.BUILT_IN_ASKED if waits else kinds.BUILT_IN_OVERRIDDEN, override, by=by)
    return override


def _stand(override: BuiltInOverride, *, by: User) -> None:
    asked = BuiltInOverride.objects.filter(pk=override.pk, state=State.ASKED)
    if not asked.update(state=State.STANDING, approved_by=actor(by)):
        raise OverrideStands
    override.refresh_from_db()
    _record(kinds.BUILT_IN_OVERRIDDEN, override, by=by)


def _end(override: BuiltInOverride, *, by: User) -> None:
    there = BuiltInOverride.objects.filter(pk=override.pk).exclude(state=State.ENDED)
    if there.update(state=State.ENDED, ended_by=actor(by), ended_at=clock.now()):
        _record(kinds.BUILT_IN_BROUGHT_BACK, override, by=by)


def _record(kind: str, override: BuiltInOverride, *, by: User) -> None:
    place = f"{override.scope_kind}:{override.scope_id}".rstrip(":")
    record(kind, by=by, subject=f"override:{override.pk}", code=override.code, to=override.to, scope=place)
