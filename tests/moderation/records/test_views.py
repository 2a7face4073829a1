"""The records pages: who sees what, and what they can do there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import RoleGrant, SignIn
from audit.models import AuditEvent
from chat.models import Message
from core import clock
from core.ids import new_id
from records import holds, pins, schedule
from records.models import Certificate, LegalHold
from tests import factories as make
from tests.browsing import browser, browser_of

Role = RoleGrant.Role


def url(name, *args, **query):
    query_text = "?" + "&".join(f"{key}={value}" for key, value in query.items()) if query else ""
    return reverse(f"records_pages:{name}", args=args) + query_text


@pytest.fixture
def rue(cast):
    return browser(cast, "rue")


@pytest.fixture
def rex(cast):
    return browser(cast, "rex")


@pytest.fixture
def local(cast):
    """A records officer of Alder alone."""
    return browser_of(make.caller(make.staff("Lou", Role.RECORDS_OFFICER, scope=cast.alder)))


def person_target(cast, name):
    return f"person:{getattr(cast.persons, name).pk}"


def room_target(group):
    return f"room:{group.room.pk}"


def a_message(cast, name="ben"):
    now = clock.now()
    return Message.objects.create(
        room=cast.group.room,
        author=getattr(cast.persons, name),
        client_id=cast.group.pk,
        lang="en",
        state="held",
        said_at=now,
        moved_at=now,
    )


def a_hold(cast, target=None, by=None):
    return holds.place_hold(
        target=target or person_target(cast, "ben"), reason="Court order", reference="26-CV-1", by=by or cast.rue
    )


PAGES = ("overview", "holds", "certificates", "audit")
SEES = {
    "rue": (200, 200, 200, 200),
    "pat": (200, 404, 404, 404),
    "mo": (404, 404, 404, 404),
    "ada": (404, 404, 404, 404),
    "ben": (404, 404, 404, 404),
    "ana": (404, 404, 404, 404),
}


@pytest.mark.parametrize(("who", "statuses"), SEES.items())
def test_who_sees_the_records(cast, who, statuses):
    them = browser(cast, who)
    assert tuple(them.get(url(page)).status_code for page in PAGES) == statuses


def test_an_officer_of_one_facility_sees_neither_the_chain_nor_the_purges(cast, local):
    assert [local.get(url(page)).status_code for page in PAGES] == [200, 200, 404, 404]
    assert local.post(url("run_purge")).status_code == 404
    assert b"Audit trail" not in local.get(url("overview")).content


# Schedule


def test_the_overview_shows_own_and_inherited_days(cast, rue):
    rue.post(url("schedule", "everywhere"), {"kind": "ordinary", "days": 200})
    rue.post(url("schedule", cast.alder.pk), {"kind": "ordinary", "days": 90})
    page = rue.get(url("overview")).content.decode()
    line = page[page.index("Room text") :][:400]
    assert "<b>200</b>" in line
    assert "<b>90</b>" in line
    assert '<span class="muted">200</span>' in line, "Birch follows everywhere"


@pytest.mark.parametrize(
    ("who", "place", "status"),
    [
        ("rue", "everywhere", 303),
        ("rue", "alder", 303),
        ("pat", "alder", 303),
        ("pat", "birch", 303),
        ("pat", "everywhere", 404),
        ("ada", "alder", 404),
        ("rue", "nowhere", 404),
    ],
)
def test_who_sets_which_schedule(cast, who, place, status):
    name = getattr(cast, place).pk if place in ("alder", "birch") else place
    assert browser(cast, who).post(url("schedule", name), {"kind": "ordinary", "days": 30}).status_code == status
    facility = str(name) if place in ("alder", "birch") else ""
    assert schedule.own_days("ordinary", facility=facility) == (30 if status == 303 else None)


def test_an_officer_of_one_facility_sets_its_schedule_alone(cast, local):
    form = {"kind": "ordinary", "days": 30}
    statuses = [local.post(url("schedule", place), form).status_code for place in (cast.alder.pk, cast.birch.pk)]
    assert statuses == [303, 404]


@pytest.mark.parametrize("days", ["", "-1", "0", "x", "1e3", str(10**30)])
def test_days_that_make_no_rule_are_told_at_the_field(cast, rue, days):
    answer = rue.post(url("schedule", "everywhere"), {"kind": "ordinary", "days": days})
    assert answer.status_code == 400
    assert b"is-wrong" in answer.content
    assert schedule.own_days("ordinary", facility="") is None


def test_the_schedule_page_shows_every_rule_so_far(cast, rue):
    for days in (30, 60):
        rue.post(url("schedule", cast.alder.pk), {"kind": "ordinary", "days": days})
    page = rue.get(url("schedule", cast.alder.pk)).content.decode()
    history = page[page.index("Every rule so far") :]
    assert history.index(">60<") < history.index(">30<")  # not the minutes of a time
    assert "Rue" in history


# Holds


def test_a_person_is_found_by_alias_and_held(cast, rue):
    assert person_target(cast, "ben") in rue.get(url("holds", q="stillw")).content.decode()
    place = url("place_hold", target=person_target(cast, "ben"))
    assert rue.get(place).status_code == 200
    answer = rue.post(place, {"reason": "Court order", "reference": "26-CV-1", "hold_id": cast.group.pk})
    assert answer.status_code == 303
    assert pins.standing([person_target(cast, "ben")])
    assert "Stillwater" in rue.get(url("holds")).content.decode()
    rue.post(place, {"reason": "Court order", "reference": "26-CV-1", "hold_id": cast.group.pk})
    assert LegalHold.objects.count() == 1, "sent twice"


def test_a_room_and_a_message_are_held_by_picking_them(cast, rue):
    message = a_message(cast)
    targets = {room_target(cast.group), f"message:{message.pk}"}
    for target in targets:
        form = {"reason": "Court order", "hold_id": new_id()}
        assert rue.post(url("place_hold", target=target), form).status_code == 303
    assert pins.standing(targets) == targets
    page = rue.get(url("holds", q=message.pk)).content.decode()
    assert "Hold this message" in page
    assert "Room of Monday Evening Circle" in page


@pytest.mark.parametrize("target", ["", "person:1", "case:00000000-0000-0000-0000-000000000001", "message:x", "\x00"])
def test_what_is_not_there_cannot_be_held(cast, rue, target):
    assert rue.get(reverse("records_pages:place_hold"), {"target": target}).status_code == 404
    assert rue.post(reverse("records_pages:place_hold") + "?target=" + target.replace("\x00", "%00")).status_code == 404


def test_a_hold_without_a_reason_is_told_at_the_field(cast, rue):
    answer = rue.post(url("place_hold", target=person_target(cast, "ben")), {"reason": " ", "hold_id": cast.group.pk})
    assert answer.status_code == 400
    assert b"is-wrong" in answer.content


@pytest.mark.parametrize(("who", "status"), [("ana", 200), ("oz", 200), ("tam", 404)])
def test_an_officer_of_one_facility_holds_only_who_is_there(cast, local, who, status):
    """Tam was moved to Birch."""
    assert local.get(url("place_hold", target=person_target(cast, who))).status_code == status
    found = person_target(cast, who) in local.get(url("holds", q=getattr(cast.persons, who).alias)).content.decode()
    assert found == (status == 200)


def test_an_officer_of_one_facility_sees_its_holds_alone(cast, local):
    here, elsewhere = a_hold(cast, person_target(cast, "ana")), a_hold(cast, person_target(cast, "tam"))
    page = local.get(url("holds")).content.decode()
    assert str(here.pk) in page
    assert str(elsewhere.pk) not in page
    assert local.post(url("move_hold", elsewhere.pk, "ask")).status_code == 404


def test_two_officers_release_a_hold_on_the_page(cast, rue, rex):
    hold = a_hold(cast)
    rue.post(url("move_hold", hold.pk, "ask"))
    assert b"Agree and release" not in rue.get(url("holds")).content
    assert "you asked for it" in rue.post(url("move_hold", hold.pk, "release"), follow=True).content.decode()
    assert pins.standing([hold.target])
    assert b"Agree and release" in rex.get(url("holds")).content
    rex.post(url("move_hold", hold.pk, "release"))
    assert not pins.standing([hold.target])
    assert "Rue and Rex" in rue.get(url("holds")).content.decode()


def test_a_release_can_be_refused_on_the_page(cast, rue, rex):
    hold = a_hold(cast)
    rue.post(url("move_hold", hold.pk, "ask"))
    rex.post(url("move_hold", hold.pk, "refuse"))
    assert LegalHold.objects.get().state == "active"


@pytest.mark.parametrize(("move", "status"), [("drop", 404), ("ask", 303)])
def test_moves_that_do_not_exist_are_not_there(cast, rue, move, status):
    assert rue.post(url("move_hold", a_hold(cast).pk, move)).status_code == status


@pytest.mark.parametrize("who", ["pat", "mo", "ada", "ben"])
def test_nobody_else_places_or_releases(cast, who):
    hold = a_hold(cast)
    them = browser(cast, who)
    assert them.post(url("move_hold", hold.pk, "ask")).status_code == 404
    assert them.post(url("place_hold", target=hold.target), {"reason": "x"}).status_code == 404
    assert LegalHold.objects.get().state == "active"


def test_the_holds_page_costs_the_same_for_one_hold_and_for_ten(cast, rue, django_assert_num_queries):
    a_hold(cast)
    rue.get(url("holds"))
    with CaptureQueriesContext(connection) as once:
        rue.get(url("holds"))
    for number in range(9):
        a_hold(cast, target=person_target(cast, ["ana", "fay", "oz"][number % 3]))
    with django_assert_num_queries(len(once)):
        rue.get(url("holds"))


# Purges


def test_a_purge_is_run_and_its_certificate_shown(cast, rue):
    old = cast.caller("xan").sign_in
    SignIn.objects.filter(pk=old.pk).update(ended_at=clock.now() - timedelta(days=9 * 365), ended_because="signed_out")
    assert "Ended sign-ins" in rue.get(url("overview")).content.decode()
    answer = rue.post(url("run_purge"), follow=True)
    certificate = Certificate.objects.get()
    assert certificate.by == f"user:{cast.rue.pk}"
    page = answer.content.decode()
    assert certificate.digest in page
    assert "Its digest is in the audit chain" in page
    assert not SignIn.objects.filter(pk=old.pk).exists()
    assert str(certificate.pk) in rue.get(url("certificates")).content.decode()


def test_a_certificate_that_was_altered_is_told_apart(cast, rue):
    rue.post(url("run_purge"))
    certificate = Certificate.objects.get()
    certificate.steps[0]["removed"] = 7
    certificate.save()
    assert "does not match" in rue.get(url("certificate", certificate.pk)).content.decode()


def test_no_such_certificate_is_not_there(cast, rue):
    assert rue.get(url("certificate", cast.group.pk)).status_code == 404


# Audit trail


def test_the_trail_tells_what_was_done_in_words(cast, rue):
    a_hold(cast, by=cast.rex)
    page = rue.get(url("audit")).content.decode()
    row = page[page.index("What was done") :]
    assert "A legal hold was placed" in row
    assert "Rex" in row
    assert "Court order" not in row


def test_the_trail_shows_actors_that_are_nobody_of_staff_as_they_stand(cast, rue):
    for by in ("user:gone", cast.users.ben, cast.persons.ben):
        a_hold(cast, by=by)
    page = rue.get(url("audit")).content.decode()
    assert all(actor in page for actor in ("user:gone", f"user:{cast.users.ben.pk}", f"person:{cast.persons.ben.pk}"))


def test_the_trail_never_names_a_participant(cast, rue):
    """Its links are ids: who they are is told by the pages of those who may know."""
    page = rue.get(url("audit")).content.decode()
    assert "Legal Name" not in page
    assert "Stillwater" not in page


def test_the_trail_is_filtered(cast, rue):
    a_hold(cast)
    only = rue.get(url("audit", kind="records.hold_placed", actor=f"user:{cast.rue.pk}")).content.decode()
    assert "A legal hold was placed" in only[only.index("What was done") :]
    assert "A support group was created" not in only[only.index("What was done") :]
    day = (clock.now() - timedelta(days=3)).date().isoformat()
    assert "Nothing is found" in rue.get(url("audit", until=day)).content.decode()
    assert "A legal hold was placed" in rue.get(url("audit", since=day)).content.decode()


def test_the_trail_goes_on_where_the_page_ends(cast, rue):
    for _ in range(60):
        a_hold(cast)
    first = rue.get(url("audit"))
    last = AuditEvent.objects.latest("seq").seq
    assert f"before={last - 49}" in first.content.decode()
    second = rue.get(url("audit", before=last - 49)).content.decode()
    assert f'data-l="No.">{last - 50}<' in second
    assert f'data-l="No.">{last - 49}<' not in second


@pytest.mark.parametrize(
    "query",
    [
        {"before": "x"},
        {"before": "9" * 40},
        {"since": "yesterday"},
        {"kind": "never"},
        {"actor": "a b"},
        {"subject": "%00"},
    ],
)
def test_a_question_that_makes_no_sense_is_answered_all_the_same(cast, rue, query):
    assert rue.get(url("audit", **query)).status_code == 200


def test_the_trail_costs_the_same_for_one_link_and_for_fifty(cast, rue, django_assert_num_queries):
    a_hold(cast)
    with CaptureQueriesContext(connection) as once:
        rue.get(url("audit"))
    for _ in range(50):
        a_hold(cast)
    with django_assert_num_queries(len(once)):
        rue.get(url("audit"))
