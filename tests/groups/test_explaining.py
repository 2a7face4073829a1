"""Who can read a room, and why: the page, the room's own line and the lines that are let in are one answer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import RoleGrant
from audit.models import AuditEvent
from core import clock
from core.errors import RuleError
from custody.models import CustodyEvent
from groups import services
from groups.continuity import services as continuity
from groups.explaining.selectors import room_readers, seen_by_person, seen_by_staff
from groups.models import FacilityApproval, Membership
from groups.seats import seat_of
from groups.selectors import readers_of
from tests import factories as make
from tests.browsing import browser
from tests.casting import people, with_colleagues

Role = RoleGrant.Role
pytestmark = pytest.mark.django_db


def let_in(cast) -> tuple[set[str], set[str]]:
    """Whom the room's doors let in: members by alias, staff by name."""
    members, staff = set(), set()
    for name in (*vars(cast.persons), *cast.staff):
        caller = cast.caller(name)
        try:
            seat_of(caller, cast.group.pk)
        except RuleError:
            continue
        (members if caller.person else staff).add(caller.person.alias if caller.person else caller.user.name)
    return members, staff


CHANGES = {
    "nothing": lambda cast: None,
    "the approval lapses": lambda cast: FacilityApproval.objects.update(until=clock.now()),
    "the approval is taken back": lambda cast: services.revoke_approval(
        approval=FacilityApproval.objects.filter(group=cast.group, revoked_at=None).first()
        or FacilityApproval.objects.first(),
        by="system",
    ),
    "birch approves": lambda cast: make.approve(cast.group, cast.birch),
    "ben is arrested": lambda cast: make.custody_event(
        cast.persons.ben, CustodyEvent.Kind.ADMITTED, at=cast.birch, occurred_at=clock.now()
    ),
    "ana is released": lambda cast: make.custody_event(
        cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now()
    ),
    "seats are settled": lambda cast: [
        continuity.settle(person=getattr(cast.persons, name), by="system") for name in ("ana", "ben", "tam")
    ],
    "ben is on a break": lambda cast: Membership.objects.filter(pk=cast.seats.ben.pk, state="active").update(
        state="away", why_away="own_wish"
    ),
    "no released people": lambda cast: type(cast.group).objects.filter(pk=cast.group.pk).update(released_welcome=False),
    "mo's role lapses": lambda cast: RoleGrant.objects.filter(user=cast.mo).update(until=clock.now()),
    "mia moderates at alder": lambda cast: make.grant(cast.mia, Role.MODERATOR, scope=cast.alder),
    "rue moderates everywhere": lambda cast: make.grant(cast.rue, Role.MODERATOR),
}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=5, unique=True))
def test_in_any_world_the_readers_are_those_whom_the_doors_let_in(rolled_back, changes):
    with rolled_back():
        cast = with_colleagues(people())
        for change in changes:
            CHANGES[change](cast)
        cast.group.refresh_from_db()
        members, staff = let_in(cast)
        readers = readers_of(cast.group)
        assert (set(readers.members), set(readers.staff)) == (members, staff)
        shown = room_readers(cast.group, cast.pat)
        assert ({one.name for one in shown.members}, {one.name for one in shown.staff}) == (members, staff)


@pytest.fixture
def rolled_back(db):
    from tests.architecture.access.world import undone

    return undone


def reasons(lines) -> dict[str, str]:
    return {line.name: line.why for line in lines}


def test_each_reader_has_a_reason_in_words(cast):
    shown = room_readers(cast.group, cast.pat)
    members, staff = reasons(shown.members), reasons(shown.staff)
    assert members["Quiet River"].startswith("Seat 1, since ")
    assert "Held at Alder, which approved this group" in members["Quiet River"]
    assert "In the community" in members["Stillwater"]
    assert members["Harbor"].startswith("Leads, in seat")
    assert staff["Mo"].startswith("Moderator for Alder, since ")
    assert staff["Mo"].endswith("given by the command line")


def test_whoever_moved_and_whose_membership_nobody_ended_has_a_seat_and_cannot_read(cast):
    shown = room_readers(cast.group, cast.pat)
    assert "Tall Oak" not in reasons(shown.members)
    assert reasons(shown.away)["Tall Oak"] == "Taking a break: the room can't take them in now"


def test_where_somebody_is_is_told_to_who_works_with_them_alone(cast):
    shown = room_readers(cast.group, cast.mo)
    assert "Alder" not in reasons(shown.members)["Quiet River"]
    assert reasons(shown.away)["Tall Oak"] == "Taking a break"


@pytest.mark.parametrize("viewer", ["mo", "ada", "pat"])
def test_a_keep_apart_order_reads_as_ones_own_wish(cast, viewer):
    said = []
    for why in ("keep_apart", "own_wish"):
        Membership.objects.filter(pk=cast.seats.ben.pk).update(state="away", why_away=why)
        said.append(reasons(room_readers(cast.group, getattr(cast, viewer)).away)["Stillwater"])
    assert said == ["Taking a break", "Taking a break"]


def test_who_could_read_lately_is_named_for_thirty_days(cast):
    services.end_membership(membership=cast.seats.ben, to="left", by="system")
    RoleGrant.objects.filter(user=cast.mo).update(ended_at=clock.now())
    past = reasons(room_readers(cast.group, cast.pat).no_longer)
    assert past["Stillwater"].endswith("left")
    assert past["Mo"].endswith("the role ended")
    long_ago = clock.now() - timedelta(days=31)
    RoleGrant.objects.filter(user=cast.mo).update(ended_at=long_ago)
    Membership.objects.filter(pk=cast.seats.ben.pk).update(ended_at=long_ago)
    assert not room_readers(cast.group, cast.pat).no_longer


def test_what_staff_can_see_names_the_grant_that_opens_it(cast):
    make.grant(cast.mo, Role.FACILITY_ADMIN, scope=cast.birch)
    sees = seen_by_staff(cast.mo)
    assert reasons(sees.rooms)["Monday Evening Circle"].startswith("Moderator for Alder")
    assert reasons(sees.pages)["Desk"].startswith("Moderator for Alder")
    assert reasons(sees.pages)["Tablets"].startswith("Facility administrator for Birch")
    assert reasons(sees.pages)["Home"] == "Open to all staff"
    assert set(reasons(sees.places)) == {"Alder", "Birch"}


def test_a_page_is_listed_for_who_gets_it(cast):
    listed = reasons(seen_by_staff(cast.dov).pages)
    assert "Duty" in listed
    assert "Desk" not in listed


def test_what_a_person_can_see_is_their_rooms_and_their_door(cast):
    sees = seen_by_person(cast.persons.ana)
    assert [line.name for line in sees.rooms] == ["Monday Evening Circle"]
    assert "by an approved tablet of Alder" in sees.pages[0].why
    moved = seen_by_person(cast.persons.tam)
    assert not moved.rooms
    assert [line.name for line in moved.closed] == ["Monday Evening Circle"]


@pytest.mark.parametrize(
    ("page", "of", "kind"),
    [
        ("groups:readers", "group", "groups.readers_explained"),
        ("groups:person_sees", "person", "groups.sights_explained"),
        ("groups:staff_sees", "staff", "groups.sights_explained"),
    ],
)
def test_looking_is_put_on_the_record(cast, page, of, kind):
    named = {"group": cast.group.pk, "person": cast.persons.ana.pk, "staff": cast.mo.pk}[of]
    assert browser(cast, "pat").get(reverse(page, args=[named])).status_code == 200
    assert AuditEvent.objects.get(kind=kind).actor == f"user:{cast.pat.pk}"
