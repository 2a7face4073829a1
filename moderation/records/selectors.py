"""What the records pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from audit import kinds
from audit.models import AuditEvent
from audit.services import SYSTEM
from custody.models import Facility
from moderation.records.targets import Scope, Target, look_up, parse_id
from records import schedule
from records.models import LegalHold, RetentionRule

CONTENT = {
    "accounts.sign_ins": "Ended sign-ins",
    "chat.messages": "Messages",
    "moderation.alerts": "Closed alerts",
    "moderation.cases": "Decided cases",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Days that a class is kept at a place; `own`: by the place's own rule."""

    days: int
    own: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One class of the schedule, everywhere and at each place. No cells: it is not kept by days."""

    kind: schedule.Kind
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class HoldView:
    """A hold with what it is on and who did what. `may_release`: this user would be the second person."""

    hold: LegalHold
    target: Target
    placed_by: str
    asked_by: str
    released_by: str
    asked_by_me: bool


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of the chain in words."""

    link: AuditEvent
    meaning: str
    actor: str
    details: list[tuple[str, Any]]


def matrix(places: Iterable[Facility]) -> list[Line]:
    """The schedule: everywhere first, then these places."""
    named = ["", *(str(place.pk) for place in places)]
    rules = schedule.own_rules()
    return [Line(kind, _cells(kind, named, rules)) for kind in schedule.KINDS.values()]


def _cells(kind: schedule.Kind, places: list[str], rules: Mapping[tuple[str, str], int]) -> list[Cell]:
    if kind.days is None:
        return []
    fallback = rules.get((kind.code, ""), kind.days)
    return [Cell(rules.get((kind.code, place), fallback), (kind.code, place) in rules) for place in places]


def rules_so_far(facility: str) -> list[tuple[RetentionRule, str, str]]:
    """Every rule of this facility (empty: of everywhere), newest first: with its class and who set it, in words."""
    rules = schedule.history(facility=facility)
    names = names_of(rule.set_by for rule in rules)
    return [(rule, schedule.KINDS[rule.kind].meaning, names.get(rule.set_by, rule.set_by)) for rule in rules]


def content(kind: str) -> str:
    """What an eraser erases, in words."""
    return CONTENT.get(kind, kind)


def holds_in(scope: Scope, *, user: User, released: bool = False) -> list[HoldView]:
    """The holds of this scope, newest first: those that stand, or those that are released."""
    holds = LegalHold.objects.order_by("-placed_at", "-pk")
    done = LegalHold.State.RELEASED
    rows = list(holds.filter(state=done)[:200] if released else holds.exclude(state=done))
    targets = look_up(hold.target for hold in rows)
    shown = [hold for hold in rows if scope.covers(targets[hold.target])]
    names = names_of(actor for hold in shown for actor in (hold.placed_by, hold.release_asked_by, hold.released_by))
    return [_hold_view(hold, targets[hold.target], names, user) for hold in shown]


def _hold_view(hold: LegalHold, target: Target, names: Mapping[str, str], user: User) -> HoldView:
    return HoldView(
        hold,
        target,
        placed_by=names.get(hold.placed_by, hold.placed_by),
        asked_by=names.get(hold.release_asked_by, hold.release_asked_by),
        released_by=names.get(hold.released_by, hold.released_by),
        asked_by_me=hold.release_asked_by == f"user:{user.pk}",
    )


def in_words(links: Iterable[AuditEvent]) -> list[LinkView]:
    rows = list(links)
    named = (value for link in rows for value in link.detail.values() if isinstance(value, str))
    names = names_of([*(link.actor for link in rows), *named])
    known = kinds.known()
    return [
        LinkView(
            link,
            meaning=known.get(link.kind, link.kind),
            actor=names.get(link.actor, link.actor),
            details=[(key, _in_words(value, names)) for key, value in sorted(link.detail.items()) if value is not None],
        )
        for link in rows
    ]


def _in_words(value: Any, names: Mapping[str, str]) -> Any:
    """A member of staff by name; all else as it stands."""
    return names.get(value, value) if isinstance(value, str) and value.startswith("user:") else value


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """Staff by name; the system as such. Participants stay ids: the chain does not tell who they are."""
    users = [parse_id(actor.removeprefix("user:")) for actor in actors if actor.startswith("user:")]
    staff = User.objects.filter(pk__in={user for user in users if user}).exclude(name="").values_list("pk", "name")
    return {SYSTEM: "the system", **{f"user:{pk}": name for pk, name in staff}}
