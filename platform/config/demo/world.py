"""The demo world: made through the same services as a real one, so that it can do whatever a real one can."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password

from accounts import browsers, tablets
from accounts import services as accounts
from accounts.cards.services import choose_secret
from accounts.doors import Caller, Door
from accounts.grants import services as grants
from accounts.models import RoleGrant, SignIn, User
from chat import wire
from chat.models import Message
from chat.services import react, say
from config.demo import people as cast
from config.demo import rules
from config.demo.people import Someone, Staff
from core import clock
from core.ids import new_id
from custody.models import CustodyEvent, Facility, KeepApartOrder, Person, Programme, Tablet, Unit
from groups import services as groups
from groups.agreements.services import acknowledge
from groups.agreements.texts import texts_of
from groups.apart.services import record_order
from groups.continuity import aliases
from groups.continuity import services as continuity
from groups.errors import RoomUnavailable
from groups.models import GroupSession, Membership, SupportGroup
from groups.presence import services as presence
from groups.seats import Seat, seat_of
from groups.sessions import services as sessions
from groups.sessions import turns
from groups.supervision import services as supervision
from moderation.alerts import services as alerts
from moderation.models import Alert, DutyPosition

BY = "system"
ONE_DAY = timedelta(days=1)
#: A demo session that is open stays open for this long.
EVENING = timedelta(hours=4)


@dataclass(frozen=True)
class World:
    programme: Programme
    facilities: dict[str, Facility]
    groups: dict[str, SupportGroup]
    persons: dict[str, Person]
    staff: dict[str, User]


def world() -> World:
    """The demo world, made if it is not there; its sessions are open when this returns."""
    if not Programme.objects.filter(name=cast.PROGRAMME).exists():
        _make()
    found = _find()
    _staff_who_are_new(found)
    _staff_are_here(found)
    _open_sessions(found)
    return found


def _find() -> World:
    programme = Programme.objects.get(name=cast.PROGRAMME)
    aliased = {person.alias: person for person in Person.objects.exclude(alias="")}
    named = {user.sign_in: user for user in User.objects.filter(person=None)}
    return World(
        programme=programme,
        facilities={facility.code: facility for facility in Facility.objects.filter(programmes=programme)},
        groups={group.name: group for group in SupportGroup.objects.filter(programme=programme)},
        persons={someone.key: aliased[someone.alias] for someone in cast.PEOPLE},
        staff={member.key: named[member.key] for member in cast.STAFF if member.key in named},
    )


def _make() -> None:
    programme = Programme.objects.create(name=cast.PROGRAMME)
    facilities = {code: _facility(programme, code) for code in cast.FACILITIES}
    for member in cast.STAFF:
        _staff(member, programme, facilities)
    made = {name: _group(programme, facilities, name) for name in cast.GROUPS}
    for someone in cast.PEOPLE:
        _person(someone, facilities)
    found = _find()
    _a_role_is_asked_for(found)
    _seats(found, made)
    _open_sessions(found)
    rules.make(found.staff, found.facilities, found.groups)
    _talk(found)
    _answer(found)
    _keep_apart(found)
    rules.look_back(found.staff)
    _lead_on(found)


def _a_role_is_asked_for(found: World) -> None:
    """It sees across facilities, so it waits for a second person: Fern, or Vale."""
    grants.ask_role(
        user=found.staff["cove"],
        role=RoleGrant.Role.RECORDS_OFFICER,
        scope=RoleGrant.Scope.PROGRAMME,
        scope_id=found.programme.pk,
        by=found.staff["moss"],
    )


def _facility(programme: Programme, code: str) -> Facility:
    name, units = cast.FACILITIES[code]
    facility = Facility.objects.create(code=code, name=name, helper_en=cast.HELPER_EN, helper_es=cast.HELPER_ES)
    facility.programmes.add(programme)
    for unit in units:
        Unit.objects.create(facility=facility, name=unit)
    return facility


def _staff(member: Staff, programme: Programme, facilities: dict[str, Facility]) -> None:
    user = accounts.create_staff(
        name=member.name, sign_in=member.key, password=cast.PASSWORD, totp_secret=member.totp_secret, by=BY
    )
    scope, scope_id = _scope(member, programme, facilities)
    for role in member.roles:
        grants.grant_role(user=user, role=role, scope=scope, scope_id=scope_id, by=BY)
    for place, position in member.duty:
        where = {"programme": programme} if place == "programme" else {"facility": facilities[place]}
        DutyPosition.objects.update_or_create(position=position, **where, defaults={"user": user})


def _staff_who_are_new(found: World) -> None:
    """Those that this world, made some time ago, did not have yet."""
    for member in cast.STAFF:
        if member.key not in found.staff:
            _staff(member, found.programme, found.facilities)


def _staff_are_here(found: World) -> None:
    """However long ago this world was made: its staff are no accounts that nobody uses."""
    theirs = User.objects.filter(pk__in=[user.pk for user in found.staff.values()])
    theirs.filter(disabled_because="unused").update(state=User.State.ACTIVE, disabled_because="")
    theirs.update(last_login=clock.now())


def _scope(member: Staff, programme: Programme, facilities: dict[str, Facility]) -> tuple[str, str]:
    if not member.scope:
        return RoleGrant.Scope.INSTALLATION, ""
    if member.scope == "programme":
        return RoleGrant.Scope.PROGRAMME, str(programme.pk)
    code, _, unit = member.scope.partition("/")
    if unit:
        return RoleGrant.Scope.UNIT, str(Unit.objects.get(facility=facilities[code], name=unit).pk)
    return RoleGrant.Scope.FACILITY, str(facilities[code].pk)


def _group(programme: Programme, facilities: dict[str, Facility], name: str) -> SupportGroup:
    about = cast.GROUPS[name]
    group = groups.create_group(programme=programme, name=name, topic=about["topic"], language=about["language"], by=BY)
    for code in about["facilities"]:
        groups.approve_facility(
            group=group,
            facility=facilities[code],
            until=clock.now() + 365 * ONE_DAY,
            granted_role="Warden",
            document=f"MOU {code.upper()}-2026",
            by=BY,
        )
    return group


def _person(someone: Someone, facilities: dict[str, Facility]) -> None:
    """Everybody began inside; who is out was released some time ago and has claimed."""
    code = someone.facility or "alder"
    facility = facilities[code]
    unit = facility.units.filter(name=someone.unit).first() or facility.units.order_by("name").first()
    now = clock.now()
    person = continuity.admit_person(
        legal_name=someone.legal_name,
        number=someone.number or f"X{someone.key.upper()}",
        facility=facility,
        unit=unit,
        language=someone.language,
        pin=cast.PIN,
        occurred_at=now - 200 * ONE_DAY,
        adult="facility_record",
        by=BY,
    )
    aliases.choose_alias(person=person, alias=someone.alias)
    choose_secret(user=User.objects.get(person=person), secret=cast.SECRET)
    if someone.key == "river":
        User.objects.filter(person=person).update(duress_pin=make_password(cast.SILENT_PIN))
    if someone.facility:
        _moves_in(person, someone, facility, unit, at=now - 120 * ONE_DAY)
    else:
        _release(person, someone, at=now - timedelta(hours=someone.hours_outside))


def _moves_in(person: Person, someone: Someone, facility: Facility, unit: Unit | None, *, at: datetime) -> None:
    """Into a cell, told by the facility's own system: those on duty see where to go."""
    continuity.record_custody_event(
        person=person,
        kind=CustodyEvent.Kind.TRANSFERRED,
        facility=facility,
        unit=unit,
        housing=f"cell {10 + cast.PEOPLE.index(someone)}",
        occurred_at=at,
        source=f"{facility.code}-jms",
        source_id=f"demo-moved-{someone.key}",
        by=BY,
    )


def _release(person: Person, someone: Someone, *, at: datetime) -> None:
    user = User.objects.get(person=person)
    accounts.set_sign_in(user=user, name=f"{someone.key}.out", by=BY)
    accounts.set_password(user=user, password=cast.PASSWORD, by=BY)
    continuity.record_custody_event(
        person=person,
        kind=CustodyEvent.Kind.RELEASED,
        occurred_at=at,
        source="staff",
        source_id=f"demo-released-{someone.key}",
        by=BY,
    )


def _seats(found: World, made: dict[str, SupportGroup]) -> None:
    for name, group in made.items():
        leading = [someone for someone in cast.PEOPLE if name in someone.leads]
        sitting = [someone for someone in cast.PEOPLE if name in someone.groups]
        for someone in leading:
            groups.give_seat(group=group, person=found.persons[someone.key], role=Membership.Role.FACILITATOR, by=BY)
        for someone in sitting:
            groups.give_seat(group=group, person=found.persons[someone.key], by=BY)
    for someone in cast.PEOPLE:
        _agree(found.persons[someone.key], someone)
    _supervise(found, cast.called("still"))


def _supervise(found: World, someone: Someone) -> None:
    """Released not long ago, and their officer has said yes to each of their circles."""
    person, officer, now = found.persons[someone.key], cast.OFFICER, clock.now()
    supervision.record_supervision(
        person=person, officer=officer, no_association=True, from_at=now - ONE_DAY, until=now + 800 * ONE_DAY, by=BY
    )
    for name in someone.groups:
        asked = supervision.ask_approval(person=person, group=found.groups[name], officer=officer, by=BY)
        supervision.grant_approval(approval=asked, until=now + 500 * ONE_DAY, document="Letter 26-118", by=BY)


def _agree(person: Person, someone: Someone) -> None:
    """To all that is asked of them, as they would on the pages."""
    texts = texts_of(person, at=clock.now()).lacking
    door = Door.TABLET if someone.facility else Door.ONLINE
    acknowledge(person=person, wording_ids=[text.id for text in texts], language=someone.language, door=door)


def _open_sessions(found: World) -> None:
    """Each circle meets now; one whose evening is over meets anew."""
    now = clock.now()
    for group in found.groups.values():
        live = group.sessions.filter(state__in=GroupSession.LIVE).first()
        if live is not None and live.ends_at > now:
            continue
        with _SignedIn(found, cast.leader_of(group.name), group) as seat:
            if live is not None:
                sessions.close_session(seat=seat)
            sessions.schedule(group=group, starts_at=now - timedelta(minutes=5), ends_at=now + EVENING, by=BY)
            sessions.open_session(seat=seat)


def _talk(found: World) -> None:
    """Some history, in order, said through the same door as everything: what the rules hold is held."""
    now = clock.now()
    for name, group in found.groups.items():
        with _SignedIn(found, cast.leader_of(name), group) as watching:
            for said_in, key, minutes, words in cast.TALK:
                if said_in == name:
                    presence.take(seat=watching, tab="demo")  # anew: a slow machine takes longer than a lease lasts
                    _say(found, group, key, words, at=now - timedelta(minutes=minutes))
            connection = presence.take(seat=watching, tab="demo").connection
            _support(found, group)
            presence.release(connection=connection)
        _read(group)


def _read(group: SupportGroup) -> None:
    """Everybody looked away before the last words: something new waits for each."""
    said = Message.objects.filter(room=group.room, state__in=Message.SHOWN).order_by("-seq")
    for read in said[cast.UNREAD : cast.UNREAD + 1]:
        seats = group.memberships.filter(state=Membership.State.ACTIVE).values_list("pk", flat=True)
        groups.read_up_to(dict.fromkeys(seats, read.seq or 0))


def _say(found: World, group: SupportGroup, key: str, words: str, *, at: datetime) -> None:
    someone = cast.called(key)
    with _SignedIn(found, someone, group) as seat:
        say(seat=seat, post=wire.Post(client_id=new_id(), body=words, lang=someone.language, anyway=True), at=at)


def _support(found: World, group: SupportGroup) -> None:
    for given_in, key, whose, kind in cast.SUPPORT:
        if given_in == group.name:
            last = Message.objects.filter(room=group.room, author=found.persons[whose]).latest("said_at")
            with _SignedIn(found, cast.called(key), group) as seat:
                react(seat=seat, react=wire.React(message=last.pk, kind=kind, on=True))


def _answer(found: World) -> None:
    """Whoever is called because somebody's words sound as if they were in danger says that they come."""
    for alert in Alert.objects.filter(cause=Alert.Cause.SELF_HARM, programme=found.programme):
        alerts.acknowledge(alert=alert, by=found.staff["linden"])


def _keep_apart(found: World) -> None:
    """Two who sit in different circles; one of them asked for the other's, and was told what everybody is told."""
    one, other = found.persons["garza"], found.persons["oak"]
    record_order(
        one=one,
        other=other,
        protected=one,
        reason=KeepApartOrder.Reason.THREAT,
        facility=found.facilities["alder"],
        authorised_by="Captain Reyes",
        reference="K-2026-114",
        source="demo",
        source_id="demo-order",
        by=BY,
    )
    with suppress(RoomUnavailable):
        groups.give_seat(group=found.groups[cast.NEW_START], person=other, by=BY)


def _lead_on(found: World) -> None:
    for name, group in found.groups.items():
        with _SignedIn(found, cast.leader_of(name), group) as seat:
            sessions.set_phase(seat=seat, phase=cast.PHASES[name])
    for name, key in cast.HANDS:
        with _SignedIn(found, cast.called(key), found.groups[name]) as seat:
            turns.raise_hand(seat=seat)


class _SignedIn:
    """A person in their seat, through the door that is theirs, for the length of a `with`."""

    def __init__(self, found: World, someone: Someone, group: SupportGroup) -> None:
        self.found, self.someone, self.group = found, someone, group

    def __enter__(self) -> Seat:
        person = self.found.persons[self.someone.key]
        user = User.objects.select_related("person").get(person=person)
        tablet = tablet_for(self.found, self.someone) if self.someone.facility else None
        self.sign_in = sign_in(user, someone=self.someone, tablet=tablet)
        door = Door.TABLET if tablet else Door.ONLINE
        caller = Caller(
            door=door, language=user.language, user=user, person=person, sign_in=self.sign_in, tablet=tablet
        )
        return seat_of(caller, self.group.pk)

    def __exit__(self, *error: object) -> None:
        accounts.end_sign_in(sign_in=self.sign_in, because="demo", by=BY)


def sign_in(user: User, *, someone: Someone, tablet: Tablet | None) -> SignIn:
    if tablet is None:
        browser = browsers.read_or_new(None)
        return accounts.sign_in_online(name=user.sign_in or "", password=cast.PASSWORD, browser=browser)
    if tablet.state != Tablet.State.ACTIVE:
        tablet, _ = tablets.enrol(code=tablets.issue_code(tablet=tablet, by=BY), at=clock.now())
    return accounts.sign_in_tablet(tablet=tablet, number=someone.number, pin=cast.PIN)


def tablet_for(found: World, someone: Someone) -> Tablet:
    """Each person inside has a tablet to enrol; real ones are shared."""
    facility = found.facilities[someone.facility]
    inside = [other for other in cast.PEOPLE if other.facility == someone.facility]
    label = f"Tablet {inside.index(someone) + 1:03d}"
    known = Tablet.objects.filter(facility=facility, label=label).first()
    unit = facility.units.filter(name=someone.unit).first()
    return known or tablets.add_tablet(facility=facility, label=label, in_unit=unit, by=BY)


def room_of(group: SupportGroup) -> UUID:
    room: UUID = group.room.pk
    return room
