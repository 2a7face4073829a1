"""The cast: who is who in every test."""

from types import SimpleNamespace

import pytest

from accounts.models import RoleGrant
from custody.models import CustodyEvent
from tests import factories as make

Role = RoleGrant.Role


def people(**rules: object) -> SimpleNamespace:
    """Ana (inside, at Alder) and Ben (released) share a group that Fay (released) leads. Oz sits next door in another
    group at Alder. Tam had a seat beside Ana and was moved to Birch, which never approved the group, and nobody ended
    the membership. Xan (released) never was here.

    Staff at Alder: Mo moderates, Dov and Del are on duty (in this order), Ada administers; Pat runs the programme; Rue
    and Rex keep the records. Mia moderates at Birch only. Uma is staff of Ana's unit.
    """
    programme = make.programme()
    alder = make.facility(programme, code="alder", name="Alder")
    birch = make.facility(programme, code="birch", name="Birch")
    unit = make.unit(alder, "East 2")
    group = make.group(programme, alder, name="Monday Evening Circle", **rules)
    next_door = make.group(programme, alder, name="Next Door")
    persons = {
        "ana": make.person("Quiet River", at=alder, in_unit=unit),
        "ben": make.person("Stillwater"),
        "fay": make.person("Harbor"),
        "oz": make.person("Cedar", at=alder),
        "tam": make.person("Tall Oak", at=alder),
        "xan": make.person("Juniper"),
    }
    seats = {name: make.member(group, persons[name]) for name in ("ana", "ben", "tam")}
    seats["fay"] = make.facilitator(group, persons["fay"])
    seats["oz"] = make.member(next_door, persons["oz"])
    make.custody_event(persons["tam"], CustodyEvent.Kind.TRANSFERRED, at=birch, occurred_at=seats["tam"].joined_at)
    staff = {
        "mo": make.staff("Mo", Role.MODERATOR, scope=alder),
        "mia": make.staff("Mia", Role.MODERATOR, scope=birch),
        "dov": make.staff("Dov", Role.DUTY_OFFICER, scope=alder),
        "del_": make.staff("Del", Role.DUTY_OFFICER, scope=alder),
        "ada": make.staff("Ada", Role.FACILITY_ADMIN, scope=alder),
        "pat": make.staff("Pat", Role.PROGRAMME_ADMIN, scope=programme),
        "rue": make.staff("Rue", Role.RECORDS_OFFICER),
        "rex": make.staff("Rex", Role.RECORDS_OFFICER),
        "uma": make.staff("Uma", Role.UNIT_STAFF, scope=unit),
    }
    users = {name: make.user(who) for name, who in persons.items()}
    return SimpleNamespace(
        programme=programme,
        alder=alder,
        birch=birch,
        unit=unit,
        group=group,
        next_door=next_door,
        room=group.room,
        persons=SimpleNamespace(**persons),
        seats=SimpleNamespace(**seats),
        users=SimpleNamespace(**users),
        **staff,
        caller=lambda name: make.caller(users[name] if name in users else staff[name]),
        seat=lambda name: make.seat(group, make.caller(users[name] if name in users else staff[name])),
    )


@pytest.fixture(autouse=True)
def _the_wall_is_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a busy machine takes to screen a text says nothing about the rules; tests of the wall set their own."""
    monkeypatch.setattr("chat.screening.WALL_LIMIT", 60.0)


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return people()


@pytest.fixture
def live_cast(rows: None) -> SimpleNamespace:
    """The cast in committed rows, for sockets and threads."""
    return people()
