"""Duty lists: who is told of an alert, in which order. Of a facility for people inside, of a programme outside."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from accounts.models import User
from accounts.permissions import staff_covering
from audit.services import record
from core.transactions import unit
from custody.models import Facility, Programme
from moderation import kinds
from moderation.errors import NotADutyRole
from moderation.models import Alert, DutyPosition
from moderation.permissions import INSIDE, ON_DUTY, ROTA

Place = Facility | Programme


def duty_list(place: Place | None) -> list[User]:
    """Everybody on the list of this place, in order, whose role there still stands. Who is locked out or disabled can't
    be told anything."""
    if place is None:
        return []
    standing = {user.pk for user in could_stand(place)}
    positions = place.duty.select_related("user").order_by("position")
    return [position.user for position in positions if position.user_id in standing]


def could_stand(place: Place) -> list[User]:
    """Whoever has a duty role for this place."""
    return _on_duty(place)


def next_to_tell(alert: Alert) -> list[User]:
    """The first of the list who has not been told yet; after the last, everybody, again and again."""
    chain = duty_list(alert.facility or alert.programme)
    told = set(alert.notices.values_list("user", flat=True))
    fresh = next((user for user in chain if user.pk not in told), None)
    return [fresh] if fresh else _everybody(alert, chain)


def next_name(alert: Alert) -> str:
    """Who is told next; empty: everybody is."""
    chain = duty_list(alert.facility or alert.programme)
    told = {notice.user_id for notice in alert.notices.all()}
    return next((user.name for user in chain if user.pk not in told), "")


@unit()
def add(*, place: Place, user: User, by: User) -> None:
    """At the end of the list. Who stands in it already stays where they are."""
    if user not in could_stand(place):
        raise NotADutyRole
    order = _locked_order(place)
    _write(place, order if user.pk in order else [*order, user.pk], by=by)


@unit()
def remove(*, place: Place, user: User, by: User) -> None:
    _write(place, [pk for pk in _locked_order(place) if pk != user.pk], by=by)


@unit()
def move_up(*, place: Place, user: User, by: User) -> None:
    """One place nearer to the front."""
    order = _locked_order(place)
    at = order.index(user.pk) if user.pk in order else 0
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    _write(place, order, by=by)


def _everybody(alert: Alert, chain: Iterable[User]) -> list[User]:
    """Everybody on duty there. Where nobody is, those who ought to have named somebody."""
    place = alert.facility or alert.programme
    everybody = [*chain, *_on_duty(place)] or _covering(place, ROTA)
    return list({user.pk: user for user in everybody}.values())


def _on_duty(place: Place | None) -> list[User]:
    """At a facility duty officers; for a programme, whose people are outside, its clinicians too."""
    return _covering(place, INSIDE if isinstance(place, Facility) else ON_DUTY)


def _covering(place: Place | None, roles: Sequence[str]) -> list[User]:
    """Staff with one of these roles for the place; without a place, for the whole installation."""
    if isinstance(place, Facility):
        return staff_covering(*roles, facility_ids=(place.pk,))
    return staff_covering(*roles, programme_id=place.pk if place else None)


def _locked_order(place: Place) -> list[UUID]:
    """The ids on the list in order; the place's row is locked, so that two changes come one after the other."""
    type(place).objects.select_for_update().get(pk=place.pk)
    return list(place.duty.order_by("position").values_list("user", flat=True))


def _write(place: Place, order: list[UUID], *, by: User) -> None:
    place.duty.all().delete()
    where = {"facility": place} if isinstance(place, Facility) else {"programme": place}
    DutyPosition.objects.bulk_create(
        DutyPosition(position=number, user_id=pk, **where) for number, pk in enumerate(order, start=1)
    )
    subject = f"{type(place).__name__.lower()}:{place.pk}"
    record(kinds.DUTY_LIST_SET, by=by, subject=subject, order=[str(pk) for pk in order])
