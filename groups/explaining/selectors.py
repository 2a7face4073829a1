"""Who can read a room, and why; what somebody can see, and why: asked of the code that lets them in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.urls import Resolver404, resolve, reverse

from accounts.doors import Caller, Door
from accounts.grants.selectors import GrantView, views_of
from accounts.models import RoleGrant, SignIn, User
from accounts.permissions import Place, facilities_in_scope, place, programmes_in_scope, standing
from core import clock, navigation
from custody.models import Person, Programme
from custody.timeline import Status, status_of, statuses
from groups import selectors
from groups.approvals import approvals_of
from groups.continuity.selectors import visible_persons
from groups.explaining import words
from groups.models import Membership, SupportGroup
from groups.seats import WATCHING

#: Who could read within so long before is shown too: what was said then, they may have read.
RECENTLY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody or something, and why."""

    name: str
    why: str
    url: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True)
class RoomReaders:
    members: Sequence[Line]
    staff: Sequence[Line]
    away: Sequence[Line]
    no_longer: Sequence[Line]


def room_readers(group: SupportGroup, viewer: User) -> RoomReaders:
    """Everybody who can read this room now, who has a seat and can't, and who could within the last 30 days."""
    readers, now = selectors.readers_of(group), clock.now()
    seats = {one.pk: one for one in group.memberships.filter(state__in=Membership.SEATED)}
    known = _known_custody(viewer, [one.person_id for one in seats.values()])
    reading = {one.member.id for one in readers.seated}
    away = [one for one in selectors.members_of(group.pk) if one.id not in reading]
    return RoomReaders(
        [_member(seats[one.member.id], one, known.get(one.member.person_id)) for one in readers.seated],
        [Line(one.user.name, words.sentence(words.of_grants(views_of(one.grants)))) for one in readers.watching],
        [_away(one, seats[one.id], may_know=one.person_id in known) for one in away],
        [*_seats_ended(group, at=now), *_grants_ended(group, {one.user.pk for one in readers.watching}, at=now)],
    )


def _known_custody(viewer: User, persons: Iterable[UUID]) -> dict[UUID, Status]:
    """Where those of these persons are whom the viewer works with."""
    theirs = visible_persons(viewer).filter(pk__in=list(persons)).values_list("pk", flat=True)
    return statuses(set(theirs))


def _member(membership: Membership, seated: selectors.Seated, custody: Status | None) -> Line:
    name = seated.member.alias or "No name chosen yet"
    return Line(name, words.of_seat(membership, seated, custody), leads=seated.member.leads)


def _away(member: selectors.MemberView, membership: Membership, *, may_know: bool) -> Line:
    why = words.of_away(member, membership.why_away, may_know=may_know)
    return Line(member.alias or "No name chosen yet", why, leads=member.leads)


def _seats_ended(group: SupportGroup, *, at: datetime) -> Iterable[Line]:
    ended = group.memberships.filter(ended_at__gte=at - RECENTLY).select_related("person").order_by("-ended_at")
    for one in ended:
        how = "left" if one.state == Membership.State.LEFT else "their seat was ended"
        yield Line(one.person.alias or "No name chosen yet", f"Could read until {words.day(one.ended_at)}: {how}")


def _grants_ended(group: SupportGroup, still: set[UUID], *, at: datetime) -> Iterable[Line]:
    """Staff whose grant for this room is over, and who have no other."""
    here = place(programme_id=group.programme_id, facility_ids=approvals_of([group.pk])[group.pk])
    recent = Q(ended_at__gte=at - RECENTLY) | Q(until__gte=at - RECENTLY, until__lte=at)
    over = RoleGrant.objects.filter(recent, role__in=WATCHING).exclude(user__in=still).select_related("user")
    for grant in over.order_by("-ended_at"):
        if here.is_covered_by(grant):
            ends = [each for each in (grant.ended_at, grant.until) if each is not None]
            yield Line(grant.user.name, f"Could read until {words.day(min(ends))}: the role ended")


# What somebody can see


@dataclass(frozen=True, slots=True)
class Sights:
    rooms: Sequence[Line]
    closed: Sequence[Line]
    pages: Sequence[Line]
    places: Sequence[Line]


def seen_by_person(person: Person) -> Sights:
    """Their rooms, the door that is theirs, and what it opens."""
    groups = [seat.group for seat in selectors.groups_of(person)]
    ids, custody = [group.pk for group in groups], status_of(person)
    members = selectors.members_of_each(ids)
    readers = selectors.readers_of_each(groups, members, approvals_of(ids))
    seats = {one.group_id: one for one in person.memberships.filter(state__in=Membership.SEATED)}
    rooms, closed = [], []
    for group in groups:
        mine = next((one for one in readers[group.pk].seated if one.member.person_id == person.pk), None)
        seat, url = seats[group.pk], reverse("groups:readers", args=[group.pk])
        if mine is not None:
            rooms.append(Line(group.name, words.of_seat(seat, mine, custody), url))
        else:
            member = next(one for one in members[group.pk] if one.person_id == person.pk)
            closed.append(Line(group.name, words.of_away(member, seat.why_away, may_know=True), url))
    return Sights(rooms, closed, [_own_pages(custody)], [])


def _own_pages(custody: Status) -> Line:
    door = f"by an approved tablet of {custody.facility}" if custody.in_custody else "online, with a claimed account"
    return Line("Their own pages: home, messages, path, help", f"They come in {door}, and see what is their own")


def seen_by_staff(user: User) -> Sights:
    """Rooms, pages, facilities and programmes that are open to this member of staff, each with the grant that opens
    it."""
    views = views_of(list(standing().filter(user=user).select_related("user").order_by("given_at")))
    groups = list(SupportGroup.objects.order_by("name"))
    readers = selectors.readers_of_each(
        groups, {group.pk: () for group in groups}, approvals_of([group.pk for group in groups])
    )
    rooms = []
    for group in groups:
        mine = next((one for one in readers[group.pk].watching if one.user.pk == user.pk), None)
        if mine is not None:
            rooms.append(Line(group.name, _why(views, mine.grants), reverse("groups:readers", args=[group.pk])))
    return Sights(rooms, [], list(_pages(user, views)), list(_places(user, views)))


def _why(views: Iterable[GrantView], grants: Iterable[RoleGrant]) -> str:
    ids = {grant.pk for grant in grants}
    return words.sentence(words.of_grants(view for view in views if view.grant.pk in ids))


def _pages(user: User, views: Sequence[GrantView]) -> Iterable[Line]:
    """What stands in their bar, each by the gate of its page."""
    caller = Caller(door=Door.STAFF, user=user, sign_in=SignIn(user=user, door=Door.STAFF))
    for link in navigation.places(caller):
        roles = _roles_of(link.url)
        by = [view for view in views if not roles or view.grant.role in roles]
        yield Line(str(link.label), words.sentence(words.of_grants(by)) if roles else "Open to all staff")


def _roles_of(url: str) -> set[str]:
    """The roles that the gate of this page asks for; none: it is open to all staff."""
    try:
        gate = getattr(resolve(url).func, "gate", "")
    except Resolver404:
        return set()
    return set(filter(None, gate.partition(":")[2].split(",")))


def _places(user: User, views: Sequence[GrantView]) -> Iterable[Line]:
    programmes = programmes_in_scope(user)
    mine = Programme.objects.all() if programmes is None else Programme.objects.filter(pk__in=programmes)
    for programme in mine.order_by("name"):
        yield Line(f"Programme {programme}", _covering(views, place(programme_id=programme.pk)))
    for facility in facilities_in_scope(user).order_by("name"):
        yield Line(str(facility), _covering(views, place(facility_ids=[facility.pk])))
    for view in views:
        if view.grant.scope == RoleGrant.Scope.UNIT:
            yield Line(view.place, words.of_grant(view))


def _covering(views: Iterable[GrantView], here: Place) -> str:
    wider = (view for view in views if view.grant.scope != RoleGrant.Scope.UNIT)
    return words.sentence(words.of_grants(view for view in wider if here.is_covered_by(view.grant)))
