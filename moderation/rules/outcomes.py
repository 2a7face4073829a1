"""What follows when a tier of a category speaks, changed by rows: everywhere, in a facility or in a room, on all days,
in the days of risk or on all others. A row that is replaced or ended stays as its history."""

from typing import Final

from accounts.models import User
from audit.services import actor, record
from chat.ports import Outcome
from core import clock
from core.errors import NotThere
from core.transactions import unit
from moderation import kinds
from moderation.errors import OutcomeUnsafe, RuleIncomplete
from moderation.rules import permissions
from moderation.rules.book import change_book
from moderation.rules.compiling import scope_of
from moderation.rules.models import OutcomeRow, ScopeKind
from moderation.screening.policy import TABLE, silences
from moderation.screening.rules import EVERYWHERE, Scope

Days = OutcomeRow.Days

LONGEST_WHY: Final = 300
#: The places that may have a row: a unit or a person has no table of its own.
PLACES: Final = (ScopeKind.EVERYWHERE, ScopeKind.FACILITY, ScopeKind.ROOM)


@unit()
def set_outcome(
    *, category: str, tier: str, outcome: str, by: User, scope: Scope = EVERYWHERE, days: str = Days.ALL, why: str
) -> OutcomeRow:
    """From now on this follows there on these days; a row that stands for the same is ended.

    Refused: `RuleIncomplete` with the field that does not fit, `OutcomeUnsafe` for what would hold up a cry for help.
    """
    row = OutcomeRow(
        category=category,
        tier=tier,
        scope_kind=scope.kind,
        scope_id=scope.id,
        days=days,
        outcome=outcome,
        why=why.strip(),
        asked_by=actor(by),
        at=clock.now(),
    )
    _check(row, by=by)
    change_book()
    before = _there(row)
    if before is not None and (before.outcome, before.why) == (row.outcome, row.why):
        return before
    if before is not None:
        _end(before, by=by)
    row.save(force_insert=True)
    _record(kinds.OUTCOME_SET, row, by=by)
    return row


@unit()
def end_outcome(*, row: OutcomeRow, by: User) -> None:
    """What the wider rows and the built-in table say holds there again."""
    change_book()
    locked = OutcomeRow.objects.select_for_update().filter(pk=row.pk).first()
    if locked is None:
        raise NotThere
    permissions.require_publish(by, scope_of(locked))
    _end(locked, by=by)


def _check(row: OutcomeRow, *, by: User) -> None:
    permissions.require_publish(by, scope_of(row))
    fitting = {
        "category": row.category in TABLE,
        "tier": row.tier in TABLE.get(row.category, {}),
        "outcome": row.outcome in list(Outcome),
        "scope": row.scope_kind in PLACES and permissions.there_is(scope_of(row)),
        "days": row.days in Days.values,
        "why": 0 < len(row.why) <= LONGEST_WHY,
    }
    for field, fits in fitting.items():
        if not fits:
            raise RuleIncomplete(field)
    if silences(row.category, Outcome(row.outcome)):
        raise OutcomeUnsafe


def _there(row: OutcomeRow) -> OutcomeRow | None:
    """The row that stands for the same tier, place and days."""
    same = {name: getattr(row, name) for name in ("category", "tier", "scope_kind", "scope_id", "days")}
    return OutcomeRow.objects.select_for_update().filter(**same, ended_at=None).first()


def _end(row: OutcomeRow, *, by: User) -> None:
    if OutcomeRow.objects.filter(pk=row.pk, ended_at=None).update(ended_by=actor(by), ended_at=clock.now()):
        _record(kinds.OUTCOME_ENDED, row, by=by)


def _record(kind: str, row: OutcomeRow, *, by: User) -> None:
    record(
        kind,
        by=by,
        subject=f"outcome:{row.pk}",
        code=f"{row.category}.{row.tier}",
        outcome=row.outcome,
        scope=f"{row.scope_kind}:{row.scope_id}".rstrip(":"),
        days=row.days,
    )
