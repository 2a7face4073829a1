"""One maker per thing. Each makes what its thing needs, and nothing that the rule under test speaks about."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password

from accounts.doors import Caller, Door
from accounts.models import RoleGrant, SignIn, User
from core import clock
from core.ids import new_id
from custody.models import (
    CustodyEvent,
    Facility,
    FacilityNumber,
    KeepApartOrder,
    Person,
    Programme,
    Tablet,
    TabletCredential,
    Unit,
)
from custody.timeline import status_of
from groups import services
from groups.models import (
    Acknowledgement,
    GroupSession,
    Lease,
    Membership,
    Supervision,
    SupervisionApproval,
    SupportGroup,
    Wording,
)
from groups.seats import Seat, seat_of

PASSWORD = "a-long-word-of-ours"
PIN = "481516"
SECRET = "lantern light"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

_numbers: Iterator[int] = count(1)
#: A slow hash is right in production; here each secret is hashed once.
hashed = cache(make_password)


def n() -> int:
    return next(_numbers)


def programme(name: str = "") -> Programme:
    return Programme.objects.create(name=name or f"Programme {n()}")


def facility(of: Programme | None = None, **values: Any) -> Facility:
    number = n()
    made = Facility.objects.create(
        **{
            "code": f"facility-{number}",
            "name": f"Facility {number}",
            "helper_en": "Tell any officer: I need to talk to someone now.",
            "helper_es": "Diga a un oficial: necesito hablar con alguien ahora.",
            **values,
        }
    )
    made.programmes.add(of or programme())
    return made


def unit(of: Facility, name: str = "") -> Unit:
    return Unit.objects.create(facility=of, name=name or f"Unit {n()}")


def tablet(of: Facility, **values: Any) -> Tablet:
    """An active tablet. Its secret's digest is made up: sign in through `accounts.tablets.enrol` to use one."""
    now = clock.now()
    made = Tablet.objects.create(
        **{
            "label": f"T{n():03d}",
            "facility": of,
            "state": Tablet.State.ACTIVE,
            "enrolled_at": now,
            "why_suspended": "staff" if values.get("state") == Tablet.State.SUSPENDED else "",
            **values,
        }
    )
    TabletCredential.objects.create(
        tablet=made, digest=f"digest-{n()}", state=TabletCredential.State.CURRENT, made_at=now, used_at=now
    )
    return made


def person(
    alias: str = "",
    *,
    at: Facility | None = None,
    in_unit: Unit | None = None,
    adult: bool = True,
    agrees: bool = True,
    **values: Any,
) -> Person:
    """Somebody; `at` a facility when in custody there, else in the community. An adult who has agreed to everybody's
    texts, unless a test says that they lack one of these."""
    number = n()
    made = Person.objects.create(
        **{
            "legal_name": f"Legal Name{number}",
            "alias": alias or f"Alias {_letters(number)}",
            "created_at": clock.now(),
            **({"adult_confirmed_at": clock.now(), "adult_confirmed_by": "system"} if adult else {}),
            **values,
        }
    )
    if agrees:
        agree(made)
    if at is not None:
        custody_event(made, CustodyEvent.Kind.ADMITTED, at=at, in_unit=in_unit)
        FacilityNumber.objects.create(facility=at, person=made, number=f"{700000 + number}")
    return made


def agree(who: Person, *wordings: Wording) -> None:
    """They have agreed to these texts; none named: to those that are for everybody."""
    asked = wordings or Wording.objects.filter(facility=None, group=None, from_at__lte=clock.now())
    Acknowledgement.objects.bulk_create(
        Acknowledgement(
            person=who, wording=each, group_id=each.group_id, language=who.language, door="tablet", at=clock.now()
        )
        for each in asked
    )


def supervision(of: Person, **values: Any) -> Supervision:
    """Since yesterday, with no known end."""
    since = clock.now() - timedelta(days=1)
    return Supervision.objects.create(
        **{"person": of, "officer": "P. Officer", "from_at": since, "recorded_by": "system", **values}
    )


def officer(of: Person, group: SupportGroup, *, until: datetime | None = None, **values: Any) -> SupervisionApproval:
    """An officer was asked about this group; with `until` they have said yes until then."""
    now = clock.now()
    yes = {"state": "granted", "granted_at": now, "recorded_by": "system", "until": until} if until else {}
    asked = {"person": of, "group": group, "officer": "P. Officer", "asked_at": now, "asked_by": "system"}
    return SupervisionApproval.objects.create(**{**asked, **yes, **values})


def take_back(who: Person, *kinds: str) -> None:
    """As if they had never agreed to texts of these kinds; none named: to any."""
    said = Acknowledgement.objects.filter(person=who)
    (said.filter(wording__kind__in=kinds) if kinds else said).delete()


def custody_event(
    of: Person,
    kind: str,
    *,
    at: Facility | None = None,
    in_unit: Unit | None = None,
    occurred_at: datetime | None = None,
    source_id: str = "",
) -> CustodyEvent:
    now = clock.now()
    return CustodyEvent.objects.create(
        person=of,
        kind=kind,
        facility=at,
        unit=in_unit,
        occurred_at=occurred_at or now - timedelta(days=30),
        recorded_at=now,
        recorded_by="system",
        source="test",
        source_id=source_id or str(new_id()),
    )


def user(of: Person, **values: Any) -> User:
    """A participant's sign-in; with a PIN inside, with a name and password outside."""
    inside = status_of(of).in_custody
    ways = {"pin": hashed(PIN)} if inside else {"sign_in": f"way.in.{n()}", "password": hashed(PASSWORD)}
    return User.objects.create(person=of, language=of.language, created_at=clock.now(), **{**ways, **values})


def staff(name: str = "", *roles: str, scope: object = None, **values: Any) -> User:
    """A member of staff with these roles, in the scope of a facility, a programme, or (None) the installation."""
    made = User.objects.create(
        name=name or f"Staff {n()}",
        sign_in=(name or f"staff{n()}").casefold().replace(" ", "."),
        password=hashed(PASSWORD),
        created_at=clock.now(),
        **values,
    )
    for role in roles:
        grant(made, role, scope=scope)
    return made


def grant(to: User, role: str, *, scope: object = None) -> RoleGrant:
    kind = {Facility: "facility", Programme: "programme", Unit: "unit"}.get(type(scope), "installation")
    return RoleGrant.objects.create(
        user=to,
        role=role,
        scope=kind,
        scope_id=str(getattr(scope, "pk", "")),
        given_by="system",
        given_at=clock.now(),
    )


def caller(of: User, *, door: Door | None = None, on: Tablet | None = None) -> Caller:
    """This user, signed in through the door that is theirs."""
    if of.person is None:
        door = door or Door.STAFF
    else:
        status = status_of(of.person)
        door = door or Door(status.door)
        if door == Door.TABLET and on is None:
            assert status.facility is not None
            on = tablet(status.facility)
    now = clock.now()
    proved = None if door == Door.TABLET else now
    sign_in = SignIn.objects.create(user=of, door=door, tablet=on, started_at=now, active_at=now, proved_at=proved)
    return Caller(door=door, language=of.language, user=of, person=of.person, sign_in=sign_in, tablet=on)


def group(of: Programme | None = None, *facilities: Facility, **rules: Any) -> SupportGroup:
    """A circle that takes in released people, and people of these facilities."""
    made = services.create_group(
        programme=of or programme(), name=rules.pop("name", f"Circle {_letters(n())}"), by="system", **rules
    )
    for place in facilities:
        approve(made, place)
    return made


def approve(made: SupportGroup, place: Facility, *, days: int = 365) -> None:
    until = clock.now() + timedelta(days=days)
    services.approve_facility(group=made, facility=place, until=until, by="system")


def member(of: SupportGroup, who: Person, role: str = Membership.Role.MEMBER) -> Membership:
    return services.give_seat(group=of, person=who, role=role, by="system")


def crowd(of: SupportGroup, number: int, *, at: Facility | None = None) -> list[Caller]:
    """So many more members, each signed in through their door; `at` a facility, else in the community."""
    of.capacity = max(of.capacity, of.memberships.count() + number)
    of.save(update_fields=["capacity"])
    persons = [person(at=at) for _ in range(number)]
    for each in persons:
        member(of, each)
    return [caller(user(each)) for each in persons]


def facilitator(of: SupportGroup, who: Person) -> Membership:
    return member(of, who, Membership.Role.FACILITATOR)


def order(one: Person, other: Person, **values: Any) -> KeepApartOrder:
    """These two are kept apart, as a row: nothing follows from it by itself."""
    return KeepApartOrder.objects.create(
        **{
            "one": one,
            "other": other,
            "reason": "threat",
            "authorised_by": "Captain Reyes",
            "recorded_by": "system",
            "from_at": clock.now() - timedelta(minutes=1),
            "source": "test",
            "source_id": str(new_id()),
            **values,
        }
    )


def open_session(of: SupportGroup, *, watched_by: Seat | None = None) -> GroupSession:
    """An open session; with `watched_by` that seat is in the room, so that members may post."""
    now = clock.now()
    session = GroupSession.objects.create(
        group=of,
        state=GroupSession.State.OPEN,
        starts_at=now - timedelta(minutes=5),
        ends_at=now + timedelta(minutes=85),
        opened_at=now,
        phase=GroupSession.Phase.OPENING,
        unwatched_since=None if watched_by else now,
    )
    if watched_by is not None:
        lease(of, watched_by)
    return session


def lease(of: SupportGroup, seat: Seat, *, seconds: int = 30) -> Lease:
    now = clock.now()
    return Lease.objects.create(
        group=of,
        holder=seat.holder,
        person_id=seat.person_id,
        watches=seat.leads,
        tab="tab",
        connection=new_id(),
        since=now,
        until=now + timedelta(seconds=seconds),
    )


def seat(of: SupportGroup, who: Caller) -> Seat:
    return seat_of(who, of.pk)


def _letters(number: int) -> str:
    """A number as letters: names in this product have no digits."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters.capitalize()
