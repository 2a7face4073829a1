"""Pages of groups: who may open them, what they show, and what bad input leaves as it was."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from custody.models import CustodyEvent, Person
from groups.models import Membership
from tests import factories as make
from tests.accounts.helpers import at_door
from tests.browsing import browser

PARTICIPANTS = ("ana", "ben", "fay", "oz", "tam", "xan")
STAFF = ("mo", "mia", "dov", "ada", "pat", "rue")


def matrix(**statuses):
    """Everybody, 404 unless said otherwise."""
    everybody = dict.fromkeys((*PARTICIPANTS, *STAFF), 404)
    return sorted({**everybody, **statuses}.items())


OWN_PAGES = matrix(**dict.fromkeys(PARTICIPANTS, 200))
PEOPLE = matrix(ada=200, pat=200)
GROUPS = matrix(mo=200, mia=200, ada=200, pat=200)
ONE_GROUP = matrix(mo=200, ada=200, pat=200)


@pytest.mark.parametrize("page", ["groups:home", "groups:path", "groups:who_reads"])
@pytest.mark.parametrize(("who", "status"), OWN_PAGES)
def test_who_sees_a_participants_page(cast, page, who, status):
    assert browser(cast, who).get(reverse(page)).status_code == status


@pytest.mark.parametrize("page", ["groups:people", "groups:admit"])
@pytest.mark.parametrize(("who", "status"), PEOPLE)
def test_who_sees_people(cast, page, who, status):
    assert browser(cast, who).get(reverse(page)).status_code == status


@pytest.mark.parametrize(("who", "status"), matrix(ada=200, pat=200))
def test_who_sees_a_person(cast, who, status):
    assert browser(cast, who).get(reverse("groups:person", args=[cast.persons.ana.pk])).status_code == status


@pytest.mark.parametrize(("who", "status"), matrix(pat=200))
def test_who_sees_tam_who_was_moved_to_another_facility(cast, who, status):
    assert browser(cast, who).get(reverse("groups:person", args=[cast.persons.tam.pk])).status_code == status


@pytest.mark.parametrize(("who", "status"), GROUPS)
def test_who_sees_the_list_of_groups(cast, who, status):
    assert browser(cast, who).get(reverse("groups:groups")).status_code == status


@pytest.mark.parametrize(("who", "status"), ONE_GROUP)
def test_who_sees_a_group(cast, who, status):
    assert browser(cast, who).get(reverse("groups:group", args=[cast.group.pk])).status_code == status


def test_the_list_of_another_facilitys_moderator_is_empty(cast):
    assert cast.group.name not in browser(cast, "mia").get(reverse("groups:groups")).text


@pytest.mark.parametrize("page", ["groups:home", "groups:path", "groups:people", "groups:groups"])
@pytest.mark.parametrize("door", ["online", "staff"])
def test_a_stranger_is_sent_to_the_sign_in_of_the_door_or_told_there_is_no_such_page(cast, page, door):
    answer = at_door(door).get(reverse(page))
    assert answer.status_code in (303, 404)
    if answer.status_code == 303:
        assert answer["Location"].startswith(reverse("accounts:sign_in"))


def test_a_search_for_what_no_database_takes_finds_what_is_left_of_it(live_cast):
    found = browser(live_cast, "ada").get(reverse("groups:people"), {"q": "Quiet\0"})
    assert "Quiet River" in found.text


def test_the_own_word_is_kept_and_shown_nowhere(cast):
    page = browser(cast, "ana")
    page.post(reverse("groups:path"), {"secret": "northern star"})
    cast.users.ana.refresh_from_db()
    assert cast.users.ana.second_secret.startswith("argon2")
    assert "northern star" not in page.get(reverse("groups:path")).text


def test_admitting_somebody_leads_to_their_page(cast):
    page = browser(cast, "ada")
    said = {
        "legal_name": "Ina Moss",
        "number": "551200",
        "facility": cast.alder.pk,
        "unit": cast.unit.pk,
        "language": "es",
        "pin": "730915",
        "adult": "facility_record",
        "is_adult": "on",
    }
    answer = page.post(reverse("groups:admit"), said)
    person = Person.objects.get(legal_name="Ina Moss")
    assert answer["Location"] == reverse("groups:person", args=[person.pk])


@pytest.mark.parametrize(
    ("field", "value"), [("pin", "123456"), ("pin", "551200"), ("number", ""), ("facility", "birch")]
)
def test_a_refused_admission_keeps_what_was_typed(cast, field, value):
    said = {
        "legal_name": "Ina Moss",
        "number": "551200",
        "facility": cast.alder.pk,
        "language": "es",
        "pin": "730915",
        "adult": "facility_record",
        "is_adult": "on",
        field: cast.birch.pk if value == "birch" else value,
    }
    answer = browser(cast, "ada").post(reverse("groups:admit"), said)
    assert answer.status_code == 400
    assert 'value="Ina Moss"' in answer.text
    assert not Person.objects.filter(legal_name="Ina Moss").exists()


def event_of(cast, **said):
    typed = {"kind": "released", "occurred_at": local(cast, clock.now() - timedelta(minutes=1)), "source_id": "staff-1"}
    return {**typed, **said}


def local(cast, moment):
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(cast.alder.time_zone)).strftime("%Y-%m-%dT%H:%M:%S")


def test_a_release_is_recorded_from_the_persons_page_once(cast):
    page = browser(cast, "ada")
    address = reverse("groups:custody_event", args=[cast.persons.ana.pk])
    said = event_of(cast)
    for _ in range(2):
        assert page.post(address, said).status_code == 303
    assert CustodyEvent.objects.filter(person=cast.persons.ana, kind="released").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "transferred"},
        {"occurred_at": "yesterday"},
        {"occurred_at": "2999-01-01T10:00"},
        {"occurred_at": "0001-01-01T00:00"},
        {"kind": "escaped"},
    ],
)
def test_a_refused_event_says_why_and_changes_nothing(cast, wrong):
    address = reverse("groups:custody_event", args=[cast.persons.ana.pk])
    answer = browser(cast, "ada").post(address, event_of(cast, **wrong))
    assert answer.status_code in (400, 409)
    assert CustodyEvent.objects.filter(person=cast.persons.ana).count() == 1


def test_after_a_transfer_the_person_belongs_to_the_other_facilitys_staff(cast):
    page = browser(cast, "ada")
    answer = page.post(
        reverse("groups:custody_event", args=[cast.persons.oz.pk]),
        event_of(cast, kind="transferred", facility=cast.birch.pk),
    )
    assert answer["Location"] == reverse("groups:people")
    assert page.get(reverse("groups:person", args=[cast.persons.oz.pk])).status_code == 404


def test_opening_a_person_is_on_the_record(cast):
    from audit.models import AuditEvent

    browser(cast, "ada").get(reverse("groups:person", args=[cast.persons.ana.pk]))
    assert AuditEvent.objects.filter(kind="groups.person_opened", actor=f"user:{cast.ada.pk}").count() == 1


def test_a_seat_is_given_and_ended_by_the_programme(cast):
    page = browser(cast, "pat")
    newcomer = make.person("Willow", at=cast.alder)
    page.post(reverse("groups:give_seat", args=[cast.group.pk]), {"person": newcomer.pk, "role": "member"})
    seat = Membership.objects.get(person=newcomer)
    page.post(reverse("groups:end_seat", args=[cast.group.pk, seat.pk]))
    seat.refresh_from_db()
    assert seat.state == "removed"


@pytest.mark.parametrize("who", [*PARTICIPANTS, "mo", "mia", "ada", "dov", "rue"])
def test_nobody_else_gives_seats(cast, who):
    address = reverse("groups:give_seat", args=[cast.group.pk])
    answer = browser(cast, who).post(address, {"person": cast.persons.xan.pk, "role": "member"})
    assert answer.status_code == 404
    assert not Membership.objects.filter(person=cast.persons.xan).exists()


def test_a_facility_agrees_and_takes_back_by_its_own_administrator_only(cast):
    page = browser(cast, "ada")
    approval = cast.group.approvals.get(revoked_at=None)
    assert page.post(reverse("groups:revoke", args=[cast.group.pk, approval.pk])).status_code == 303
    approve = reverse("groups:approve", args=[cast.group.pk])
    # Of a group in which no facility of theirs takes part they see no page, whatever they send.
    assert page.post(approve, {"facility": cast.birch.pk, "days": 30}).status_code == 404
    assert page.post(approve, {"facility": cast.alder.pk, "days": 30, "granted_role": "Warden"}).status_code == 303
    assert [row.facility for row in cast.group.approvals.filter(revoked_at=None)] == [cast.alder]
