"""Texts that people read and agree to: which is in force where, who has still to say yes, and what is kept of it."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import trans_real
from hypothesis import given
from hypothesis import strategies as st

from audit.models import AuditEvent
from core import clock
from core.errors import RuleError
from core.ids import new_id
from core.models import Change
from custody.models import Person
from groups.admission import Admission, admission
from groups.agreements import built_in
from groups.agreements.selectors import OF_A_CIRCLE, Agreed, Kind, Version, Wordings, asked_of, in_force
from groups.agreements.services import acknowledge, publish_wording, take_back_consent
from groups.agreements.texts import texts_of
from groups.approvals import approvals_of
from groups.errors import AgreementNeeded
from groups.models import Acknowledgement, Membership, Wording
from groups.selectors import groups_of
from tests import factories as make
from tests.browsing import browser, browser_of
from tests.racing import together

DAY = timedelta(days=1)
NOTICE, AGREEMENT, HOME = "/notice/", "/agreement/", "/home/"
KINDS = [str(kind) for kind in Kind]


def publish(kind="agreement", **values):
    return publish_wording(
        **{"kind": kind, "en": "Be kind: Always.", "es": "Sea amable: Siempre.", **values}, by="system"
    )


def lacking(person):
    return {str(text.kind) for text in texts_of(person, at=clock.now()).lacking}


def agree_to_all(person, **values):
    ids = [text.id for text in texts_of(person, at=clock.now()).lacking]
    acknowledge(**{"person": person, "wording_ids": ids, "language": "en", "door": "tablet", **values})


def takes_in(cast, who):
    person = cast.persons.__dict__[who]
    asked: Admission = admission(
        [cast.group], approvals_of([cast.group.pk]), {person.pk: make.status_of(person)}, at=clock.now()
    )
    return asked.until(cast.group, person.pk) is not None


# Which text counts


@pytest.mark.parametrize("kind", KINDS)
def test_every_installation_has_a_first_text_of_each_kind_in_both_languages(db, kind):
    text = in_force(kind, at=clock.now())
    assert text is not None
    assert text.version == 1
    assert (text.en, text.es) == built_in.TEXTS[Kind(kind)]


def test_making_sure_of_them_again_changes_nothing(db):
    before = set(Wording.objects.values_list("pk"))
    built_in.make_sure()
    assert set(Wording.objects.values_list("pk")) == before


def test_the_latest_that_has_begun_counts(cast):
    now = clock.now()
    publish(from_at=now + DAY)
    assert in_force("agreement", at=now).version == 1
    assert in_force("agreement", at=now + DAY).version == 2


def test_a_facility_or_circle_with_a_text_of_its_own_has_that_one_and_others_do_not(cast):
    ours, notice = publish(group=cast.group), publish("monitoring", facility=cast.alder)
    now = clock.now()
    assert in_force("agreement", group=cast.group, at=now) == ours
    assert in_force("agreement", group=cast.next_door, at=now).group is None
    assert in_force("monitoring", facility=cast.alder, at=now) == notice
    assert in_force("monitoring", facility=cast.birch, at=now).facility is None


def test_a_new_text_for_everybody_leaves_a_circles_own_in_force(cast):
    ours = publish(group=cast.group)
    publish()
    assert in_force("agreement", group=cast.group, at=clock.now()) == ours


# Saying yes


def test_what_is_kept_is_version_language_door_and_moment_and_it_is_on_the_record(cast):
    ana, text = cast.persons.ana, publish()
    acknowledge(person=ana, wording_ids=[text.pk], language="es", door="tablet")
    (kept,) = Acknowledgement.objects.filter(person=ana, wording=text)
    assert (kept.language, kept.door, kept.group) == ("es", "tablet", None)
    (row,) = AuditEvent.objects.filter(kind="groups.acknowledged")
    assert row.actor == f"person:{ana.pk}"
    assert row.subject == f"acknowledgement:{kept.pk}"
    assert {name: row.detail[name] for name in ("what", "version", "language", "door")} == {
        "what": "agreement",
        "version": 2,
        "language": "es",
        "door": "tablet",
    }


def test_a_circles_own_text_names_the_circle_in_what_is_kept(cast):
    text = publish(group=cast.group)
    agree_to_all(cast.persons.ana)
    assert Acknowledgement.objects.get(wording=text).group == cast.group


def test_saying_it_twice_is_saying_it_once(cast):
    text = publish()
    for language in ("en", "es"):
        acknowledge(person=cast.persons.ana, wording_ids=[text.pk], language=language, door="tablet")
    assert Acknowledgement.objects.get(person=cast.persons.ana, wording=text).language == "en"
    assert AuditEvent.objects.filter(kind="groups.acknowledged").count() == 1


def test_two_tabs_at_once_leave_one_row(live_cast):
    text = publish()

    def one():
        acknowledge(person=live_cast.persons.ana, wording_ids=[text.pk], language="en", door="tablet")

    assert together(one, one) == [None, None]
    assert Acknowledgement.objects.filter(wording=text).count() == 1


@pytest.mark.parametrize("which", ["older", "to come", "of another circle", "of another facility"])
def test_a_text_that_does_not_count_for_them_now_is_refused(cast, which):
    first = Wording.objects.get(kind="agreement")
    texts = {
        "older": lambda: publish() and first,
        "to come": lambda: publish(from_at=clock.now() + DAY),
        "of another circle": lambda: publish(group=cast.next_door),
        "of another facility": lambda: publish("monitoring", facility=cast.birch),
    }
    text = texts[which]()
    with pytest.raises(RuleError) as refused:
        acknowledge(person=cast.persons.ana, wording_ids=[text.pk], language="en", door="tablet")
    assert refused.value.code == "agreement.changed"
    assert not AuditEvent.objects.filter(kind="groups.acknowledged").exists()


def test_saying_yes_makes_older_readings_stale_and_has_open_lines_looked_at(cast):
    before = Membership.objects.get(pk=cast.seats.ana.pk).authority
    publish()
    Change.objects.all().delete()
    agree_to_all(cast.persons.ana)
    assert Membership.objects.get(pk=cast.seats.ana.pk).authority == before + 1
    assert Change.objects.filter(kind="person.changed", subject=str(cast.persons.ana.pk)).exists()


# Being asked again


@pytest.mark.parametrize("kind", KINDS)
def test_each_new_version_is_asked_of_everybody_once_more(cast, kind):
    assert lacking(cast.persons.ana) == set()
    publish(kind)
    assert lacking(cast.persons.ana) == {kind}
    assert not takes_in(cast, "ana")
    agree_to_all(cast.persons.ana)
    assert lacking(cast.persons.ana) == set()
    assert takes_in(cast, "ana")


def test_a_facilitys_notice_is_asked_there_alone(cast):
    publish("monitoring", facility=cast.alder)
    assert (lacking(cast.persons.ana), lacking(cast.persons.ben)) == ({"monitoring"}, set())


def test_a_reading_knows_when_the_next_text_begins(cast):
    start = clock.now() + 3 * DAY
    publish(from_at=start)
    ana = cast.persons.ana
    gates = admission([cast.group], approvals_of([cast.group.pk]), {ana.pk: make.status_of(ana)}, at=clock.now())
    assert gates.answer(cast.group, ana.pk) == start


@pytest.mark.parametrize(
    ("where", "heard"), [({}, {"group", "next_door"}), ({"group": "group"}, {"group"}), ({"facility": "birch"}, set())]
)
def test_a_new_text_raises_the_versions_of_the_rooms_where_it_counts(cast, where, heard):
    named = {name: getattr(cast, value) for name, value in where.items()}
    before = {name: getattr(cast, name).room.authority for name in ("group", "next_door")}
    publish("monitoring" if "facility" in where else "agreement", **named)
    raised = {
        name for name in before if type(cast.room).objects.get(group=getattr(cast, name)).authority > before[name]
    }
    assert raised == heard


def test_publishing_is_on_the_record_and_never_begins_in_the_past(cast):
    text = publish(from_at=clock.now() - 5 * DAY)
    assert clock.now() - text.from_at < timedelta(minutes=1)
    row = AuditEvent.objects.get(kind="groups.wording_published")
    assert (row.subject, row.detail["what"], row.detail["version"]) == (f"wording:{text.pk}", "agreement", 2)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"en": " \n "}, "wording.empty"),
        ({"es": ""}, "wording.empty"),
        ({"kind": "monitoring", "group": "group"}, "wording.misplaced"),
        ({"kind": "consent", "facility": "alder"}, "wording.misplaced"),
    ],
)
def test_a_text_is_refused_without_both_languages_or_at_the_wrong_place(cast, values, code):
    named = {name: getattr(cast, value) if name in ("group", "facility") else value for name, value in values.items()}
    with pytest.raises(RuleError) as refused:
        publish(**named)
    assert refused.value.code == code


# Taking a consent back


def test_a_consent_can_be_taken_back_and_given_again(cast):
    ana = cast.persons.ana
    yes = ana.acknowledgements.get(wording__kind="consent")
    take_back_consent(person=ana, acknowledgement_id=yes.pk)
    assert lacking(ana) == {"consent"}
    assert not takes_in(cast, "ana")
    assert AuditEvent.objects.get(kind="groups.consent_taken_back").subject == f"acknowledgement:{yes.pk}"
    agree_to_all(ana)
    assert takes_in(cast, "ana")
    assert ana.acknowledgements.filter(wording=yes.wording).count() == 2


@pytest.mark.parametrize("which", ["another's", "an agreement", "twice"])
def test_nothing_else_is_taken_back(cast, which):
    ana, ben = cast.persons.ana, cast.persons.ben
    mine = ana.acknowledgements.get(wording__kind="consent")
    rows = {
        "another's": ben.acknowledgements.get(wording__kind="consent"),
        "an agreement": ana.acknowledgements.get(wording__kind="agreement"),
        "twice": mine,
    }
    if which == "twice":
        take_back_consent(person=ana, acknowledgement_id=mine.pk)
    with pytest.raises(RuleError) as refused:
        take_back_consent(person=ana, acknowledgement_id=rows[which].pk)
    assert refused.value.code == "consent.not_there"


# A property: nobody is let in without each


@given(said=st.sets(st.sampled_from(KINDS)), there=st.sets(st.sampled_from(KINDS)), own=st.sets(st.sampled_from(KINDS)))
def test_nobody_lacks_nothing_unless_each_text_is_there_and_said_yes_to(said, there, own):
    at, place, who = clock.now(), new_id(), new_id()
    texts = [Version(new_id(), kind, None, 1, at - DAY) for kind in there]
    texts += [Version(new_id(), kind, place, 1, at - DAY) for kind in own]
    known = Wordings(texts, at=at)
    counts = {kind: known.in_force(kind, place) for kind in KINDS}
    agreed = Agreed(
        known, {who: frozenset(text.id for kind, text in counts.items() if text and kind in said)}, frozenset()
    )
    missing = {str(lack.kind) for lack in agreed.lacking(who, asked_of(place, place))}
    assert missing == {kind for kind in KINDS if kind not in said or kind not in there | own}


def test_how_many_are_asked_costs_the_same(cast, django_assert_num_queries):
    persons = [cast.persons.ana, *(make.person(at=cast.alder) for _ in range(9))]
    for some in (persons[:1], persons):
        where = {person.pk: make.status_of(person) for person in some}
        approvals = approvals_of([cast.group.pk])
        with django_assert_num_queries(5):  # two of them for orders, and one for the hours of rooms
            admission([cast.group], approvals, where, at=clock.now())


# Pages


@pytest.fixture
def spanish():
    call_command("compile_catalogues", verbosity=0)
    trans_real._translations.clear()


def wordings_on(page):
    return re.findall(r'name="wording" value="([^"]+)"', page.text)


def test_the_notice_is_asked_on_every_page_until_it_was_read_and_help_stays_in_reach(cast):
    make.take_back(cast.persons.ana, "monitoring")
    ana = browser(cast, "ana")
    for page in (HOME, "/path/", "/who-reads/"):
        assert ana.get(page)["Location"].startswith(NOTICE)
    shown = ana.get(NOTICE)
    assert shown.status_code == 200
    assert "data-read-aloud" in shown.text
    assert reverse("moderation:help") in shown.text
    assert ana.get(reverse("moderation:help")).status_code == 200
    answer = ana.post(NOTICE, {"wording": wordings_on(shown), "next": "/path/"})
    assert (answer.status_code, answer["Location"]) == (303, "/path/")
    assert ana.get("/path/").status_code == 200
    assert Acknowledgement.objects.get(person=cast.persons.ana, wording__kind="monitoring").door == "tablet"


def test_it_is_asked_again_at_the_next_sign_in_when_somebody_went_away_from_it(cast):
    make.take_back(cast.persons.ben, "monitoring")
    assert browser(cast, "ben").get(HOME)["Location"].startswith(NOTICE)
    assert browser(cast, "ben").get(HOME)["Location"].startswith(NOTICE)


def test_in_spanish_it_is_read_in_spanish_and_kept_as_such(cast, spanish):
    make.take_back(cast.persons.ben, "monitoring")
    cast.users.ben.language = "es"
    cast.users.ben.save(update_fields=["language"])
    ben = browser(cast, "ben")
    shown = ben.get(NOTICE)
    assert "El personal lee lo que usted escribe" in shown.text
    ben.post(NOTICE, {"wording": wordings_on(shown)})
    kept = Acknowledgement.objects.get(person=cast.persons.ben, wording__kind="monitoring")
    assert (kept.language, kept.door, kept.wording.version) == ("es", "online", 1)


@pytest.mark.parametrize("next_page", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:1"])
def test_reading_leads_nowhere_else(cast, next_page):
    assert browser(cast, "ana").get(NOTICE, {"next": next_page})["Location"] == "/"


def test_the_agreement_is_asked_at_the_rooms_door_and_leads_into_the_room(cast):
    make.take_back(cast.persons.ana, "agreement", "consent")
    ana, room = browser(cast, "ana"), reverse("chat:room", args=[cast.room.pk])
    assert ana.get(HOME).status_code == 200
    assert "Please read and agree first." in ana.get(HOME).text
    assert AGREEMENT in ana.get(HOME).text
    asked = ana.get(room)
    assert asked["Location"] == f"{AGREEMENT}?next={room}"
    shown = ana.get(asked["Location"])
    assert [shown.text.count(head) for head in ("How we treat each other", "What you say yes to")] == [1, 1]
    answer = ana.post(AGREEMENT, {"wording": wordings_on(shown), "next": room})
    assert answer["Location"] == room
    assert ana.get(room).status_code == 200


def test_a_text_that_changed_while_it_was_read_is_shown_anew_and_not_agreed_to(cast):
    make.take_back(cast.persons.ana, "agreement")
    ana = browser(cast, "ana")
    old = wordings_on(ana.get(AGREEMENT))
    publish(en="New: Words.", es="Nuevo: Palabras.")
    answer = ana.post(AGREEMENT, {"wording": old})
    assert answer.status_code == 409
    assert "The text has changed just now." in answer.text
    assert "Words." in answer.text
    assert lacking(cast.persons.ana) == {"agreement"}


def test_each_circle_with_an_agreement_of_its_own_is_named(cast):
    publish(group=cast.group)
    assert cast.group.name in browser(cast, "ana").get(AGREEMENT).text


def test_where_there_is_no_text_it_says_so_and_keeps_the_room_shut(cast):
    Acknowledgement.objects.all().delete()
    Wording.objects.exclude(kind="monitoring").delete()
    make.agree(cast.persons.ana)
    shown = browser(cast, "ana").get(AGREEMENT)
    assert "The text you agree to is not here yet." in shown.text
    assert "I agree" not in shown.text
    assert not takes_in(cast, "ana")


def test_later_one_can_read_it_again_and_take_the_consent_back(cast):
    ana = browser(cast, "ana")
    shown = ana.get("/who-reads/").text
    for words in ("Staff read what you write here", "We listen", "It is your choice"):
        assert words in shown
    yes = cast.persons.ana.acknowledgements.get(wording__kind="consent")
    assert ana.post(reverse("groups:take_consent_back", args=[yes.pk]))["Location"] == "/who-reads/"
    assert browser(cast, "ben").post(reverse("groups:take_consent_back", args=[yes.pk])).status_code == 404
    assert "It is your choice" not in ana.get("/who-reads/").text
    assert lacking(cast.persons.ana) == {"consent"}


@pytest.mark.parametrize(("language", "name"), [("en", "English"), ("es", "Spanish")])
def test_staff_print_the_notice_of_their_facility(cast, language, name):
    ada = browser(cast, "ada")
    address = reverse("groups:notice_paper", args=[cast.alder.pk, language])
    assert address in ada.get(reverse("groups:facility", args=[cast.alder.pk])).text
    answer = ada.get(address)
    assert (answer["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")
    assert ada.get(reverse("groups:notice_paper", args=[cast.birch.pk, language])).status_code == 404
    assert ada.get(reverse("groups:notice_paper", args=[cast.alder.pk, "fr"])).status_code == 404


# First use


def test_first_use_is_six_screens_with_sign_in_and_home_and_leaves_nothing_to_ask(cast):
    """No script anywhere: each step is a plain form. The sign-in itself was one screen, home is the last."""
    person = make.person(at=cast.alder, legal_name="Ramona Feldspar", agrees=False)
    Person.objects.filter(pk=person.pk).update(alias="")
    person.refresh_from_db()
    make.member(cast.group, person)
    page, screens, at = browser_of(make.caller(make.user(person))), ["sign-in"], HOME
    while True:
        shown = page.get(at)
        while shown.status_code == 303:
            at = shown["Location"]
            shown = page.get(at)
        screens.append(at.partition("?")[0])
        if screens[-1] == HOME:
            break
        said = {"alias": "Silver Birch"} if "welcome/name" in at else {"wording": wordings_on(shown)}
        at = page.post(at, said)["Location"]
    assert screens == ["sign-in", "/welcome/", "/welcome/danger/", "/welcome/name/", AGREEMENT, HOME]
    assert len(screens) <= 6
    assert lacking(person) == set()
    assert page.get(reverse("chat:room", args=[cast.room.pk])).status_code == 200


def test_the_first_screen_alone_is_no_yes(cast):
    """What was not shown was not read: the notice is asked again."""
    person = make.person(at=cast.alder, agrees=False)
    Person.objects.filter(pk=person.pk).update(alias="")
    person.refresh_from_db()
    page = browser_of(make.caller(make.user(person)))
    page.post("/welcome/")
    assert "monitoring" in lacking(person)


# What the database holds


def _twice(cast, **values):
    text = Wording.objects.get(kind="agreement")
    row = {"person": cast.persons.xan, "language": "en", "door": "online", "at": clock.now(), **values}
    make.take_back(cast.persons.xan)
    Acknowledgement.objects.create(**{"wording": text, **row})
    Acknowledgement.objects.create(**{"wording": text, **row})


def _wording(**values):
    row = {"kind": "agreement", "version": 9, "en": "a", "es": "a", "from_at": clock.now(), "written_by": "system"}
    return Wording.objects.create(**{**row, **values})


BROKEN = {
    "groups_acknowledged_once": lambda cast: _twice(cast),
    "groups_acknowledged_once_per_group": lambda cast: _twice(cast, group=cast.group),
    "groups_wording_version_once_for_all": lambda cast: _wording(version=1),
    "groups_wording_version_per_facility": lambda cast: [
        _wording(kind="monitoring", facility=cast.alder) for _ in range(2)
    ],
    "groups_wording_version_per_group": lambda cast: [_wording(group=cast.group) for _ in range(2)],
    "groups_wording_of_one_place": lambda cast: _wording(facility=cast.alder),
    "groups_wording_in_both_languages": lambda cast: _wording(es=""),
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_the_database_refuses_what_can_not_be(cast, constraint):
    with pytest.raises(IntegrityError), transaction.atomic():
        BROKEN[constraint](cast)


def test_a_seat_away_by_ones_own_wish_is_told_of_the_texts_too(cast):
    make.take_back(cast.persons.ana, *OF_A_CIRCLE)
    Membership.objects.filter(pk=cast.seats.ana.pk).update(state="away", why_away="own_wish")
    with pytest.raises(AgreementNeeded):
        cast.seat("ana")
    assert groups_of(cast.persons.ana)
