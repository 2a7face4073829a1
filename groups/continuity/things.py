"""What hangs on one record of a person and goes over when two are merged: seats, agreements, supervision, the name."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, models, transaction

from custody.models import Person
from groups import services as seats
from groups.models import Acknowledgement, Membership, Supervision, SupervisionApproval

Moved = dict[str, Any]
#: Rows that go over as they are. Where the kept record has its own of the kind, that one counts, and theirs stays.
ROWS: tuple[type[models.Model], ...] = (Acknowledgement, Supervision, SupervisionApproval)


def hand_over(root: Person, merged: Person, *, by: object) -> Moved:
    """To `root`, in the order in which it can be taken back; answers what went."""
    return {
        **_hand_over_seats(root, merged, by=by),
        **{_name(kind): _move_rows(kind, merged, root) for kind in ROWS},
        **_hand_over_name(root, merged),
    }


def give_back(root: Person, merged: Person, moved: Moved, *, by: object) -> None:
    _give_back_name(root, merged, moved)
    for kind in ROWS:
        _manager(kind).filter(pk__in=moved[_name(kind)], person=root).update(person=merged)
    _give_back_seats(merged, moved, by=by)


# Seats


def _hand_over_seats(root: Person, merged: Person, *, by: object) -> Moved:
    """In a group where both sit the earlier seat stays; to the others the other one has left."""
    ended = [_end(seat, by=by) for seat in _doubled(root, merged)]
    rows = list(Membership.objects.filter(person=merged).order_by("joined_at", "pk"))
    for seat in rows:
        seats.move_seat(membership=seat, to=root, by=by)
    return {"seats": [str(seat.pk) for seat in rows], "ended": ended}


def _doubled(root: Person, merged: Person) -> Iterable[Membership]:
    """Of each group in which both have a seat, the later one."""
    seated = Membership.objects.filter(person__in=[root, merged], state__in=Membership.SEATED)
    first: set[object] = set()
    for seat in seated.order_by("joined_at", "pk"):
        if seat.group_id in first:
            yield seat
        first.add(seat.group_id)


def _end(seat: Membership, *, by: object) -> Moved:
    was = {"id": str(seat.pk), "state": seat.state, "why_away": seat.why_away}
    seats.end_membership(membership=seat, to=Membership.State.LEFT, by=by)
    return was


def _give_back_seats(merged: Person, moved: Moved, *, by: object) -> None:
    for seat in Membership.objects.filter(pk__in=moved["seats"]).order_by("joined_at", "pk"):
        seats.move_seat(membership=seat, to=merged, by=by)
    for was in moved["ended"]:
        seat = Membership.objects.get(pk=was["id"])
        if seat.state == Membership.State.LEFT:
            seats.reopen_seat(membership=seat, state=was["state"], why_away=was["why_away"], by=by)


# Rows


def _move_rows(kind: type[models.Model], merged: Person, root: Person) -> list[str]:
    ids = list(_manager(kind).filter(person=merged).order_by("pk").values_list("pk", flat=True))
    return [str(pk) for pk in ids if _moved(kind, pk, root)]


def _moved(kind: type[models.Model], pk: object, to: Person) -> bool:
    try:
        with transaction.atomic():
            return bool(_manager(kind).filter(pk=pk).update(person=to))
    except IntegrityError:  # the kept record has one that counts
        return False


def _manager(kind: type[models.Model]) -> models.Manager[Any]:
    return kind._default_manager


def _name(kind: type[models.Model]) -> str:
    return str(kind._meta.model_name)


# The name in the circle, and that somebody vouched for their age


def _hand_over_name(root: Person, merged: Person) -> Moved:
    """Who has a name in the circles keeps it for life; a kept record without one gets the other's."""
    moved: Moved = {}
    if merged.alias and not root.alias:
        moved["alias"] = merged.alias
        _rename(merged, "")
        _rename(root, moved["alias"])
    if merged.adult_confirmed_at and not root.adult_confirmed_at:
        confirmed = {"adult_confirmed_at": merged.adult_confirmed_at, "adult_confirmed_by": merged.adult_confirmed_by}
        Person.objects.filter(pk=root.pk).update(**confirmed)
        moved["adult"] = True
    return moved


def _give_back_name(root: Person, merged: Person, moved: Moved) -> None:
    if "alias" in moved:
        _rename(root, "")
        _rename(merged, moved["alias"])
    if "adult" in moved:
        Person.objects.filter(pk=root.pk).update(adult_confirmed_at=None, adult_confirmed_by="")


def _rename(person: Person, alias: str) -> None:
    Person.objects.filter(pk=person.pk).update(alias=alias)
