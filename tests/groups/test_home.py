"""Home: when the circle meets, whether one may write, what is different, and what happens next."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import trans_real

from chat import wire
from chat.services import say
from core import clock
from core.ids import new_id
from groups.models import GroupSession, Membership
from groups.when import when
from tests import factories as make
from tests.browsing import browser

State = GroupSession.State
#: A Monday, 6 pm where the facilities are (America/Chicago).
SIX = datetime(2026, 7, 6, 23, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MAY_WRITE = ("You can write now", "Writing waits for a leader", "Writing is paused", "Now is a time to listen")


@pytest.fixture
def spanish():
    call_command("compile_catalogues", verbosity=0)
    trans_real._translations.clear()


@pytest.fixture
def six_o_clock():
    with time_machine.travel(SIX, tick=False):
        yield


def plan(group, minutes, *, length=90, **values):
    starts_at = clock.now() + minutes * MINUTE
    return GroupSession.objects.create(group=group, starts_at=starts_at, ends_at=starts_at + length * MINUTE, **values)


def home_of(cast, who):
    return browser(cast, who).get(reverse("groups:home"))


def way_in(room):
    return reverse("chat:room", args=[room.pk])


# How long until then


@pytest.mark.parametrize(
    ("minutes", "english", "spanish_words"),
    [
        (0.5, "In 1 minute", "En 1 minuto"),
        (45, "In 45 minutes", "En 45 minutos"),
        (99, "In 99 minutes", "En 99 minutos"),
        (120, "Today at 8:00 pm", "Hoy, 8:00 p. m."),
        (24 * 60, "Tomorrow at 6:00 pm", "Mañana, 6:00 p. m."),
        (24 * 60 * 2, "Wednesday at 6:00 pm", "Miércoles, 6:00 p. m."),
        (24 * 60 * 7, "Monday, July 13 at 6:00 pm", "Lunes, 13 de julio, 6:00 p. m."),
        (-30, "Today at 5:30 pm", "Hoy, 5:30 p. m."),
    ],
)
def test_a_time_is_said_as_people_say_it(spanish, minutes, english, spanish_words):
    for language, said in (("en", english), ("es", spanish_words)):
        with translation.override(language), timezone.override("America/Chicago"):
            assert when(SIX + minutes * MINUTE, now=SIX).replace("\N{NO-BREAK SPACE}", " ") == said


def test_times_are_those_of_the_place_where_the_reader_is(cast, six_o_clock):
    plan(cast.group, 150)
    cast.alder.time_zone = "America/Los_Angeles"
    cast.alder.save()
    assert "Today at 6:30" in home_of(cast, "ana").text
    assert "Today at 6:30" in home_of(cast, "ben").text


# The states of a circle


def test_home_shows_the_circle_and_the_way_into_its_room(cast):
    page = home_of(cast, "ana").text
    assert cast.group.name in page
    assert way_in(cast.room) in page


def test_without_a_circle_home_says_who_gives_one(cast):
    page = home_of(cast, "xan").text
    assert "You have no circle yet." in page
    assert "ask staff" in page
    assert "What happens next" not in page


def test_without_a_planned_session_home_says_so_and_one_may_read(cast):
    page = home_of(cast, "ana").text
    assert "No session is planned yet" in page
    assert "Then its day and time are here." in page
    assert way_in(cast.room) in page


def test_a_planned_session_is_counted_down_and_its_way_told(cast, six_o_clock):
    plan(cast.group, 45)
    plan(cast.group, 45 + 7 * 24 * 60)
    page = home_of(cast, "ana").text.replace("\N{NO-BREAK SPACE}", " ")
    for said in ("In 45 minutes", "6:45 pm to 8:15 pm", "A leader opens the session", "Monday, July 13 at 6:45 pm"):
        assert said in page
    assert f'data-now="{int(SIX.timestamp())}" data-starts="{int((SIX + 45 * MINUTE).timestamp())}"' in page


def test_a_session_that_is_far_away_is_not_counted(cast, six_o_clock):
    plan(cast.group, 200)
    page = home_of(cast, "ana").text
    assert "data-starts" not in page
    assert "groups/home.js" not in page


def test_a_session_that_nobody_opened_in_time_says_so(cast):
    plan(cast.group, -10)
    page = home_of(cast, "ana").text
    assert "Not open yet" in page
    assert "We wait for a leader." in page


@pytest.mark.parametrize(
    ("session", "watched", "said"),
    [
        ({}, True, "You can write now"),
        ({}, False, "Writing waits for a leader"),
        ({"state": "paused"}, True, "Writing is paused"),
        ({"listen_only": True}, True, "Now is a time to listen"),
    ],
)
def test_home_says_whether_one_may_write_just_as_the_room_does(cast, session, watched, said):
    live = make.open_session(cast.group, watched_by=cast.seat("fay") if watched else None)
    GroupSession.objects.filter(pk=live.pk).update(**session)
    page = home_of(cast, "ana").text
    assert said in page
    assert "The session ends" in page
    others = {"You can write now", "Writing waits for a leader", "Writing is paused", "Now is a time to listen"} - {
        said
    }
    assert not [other for other in others if other in page]


def test_a_circle_that_needs_no_leader_there_does_not_wait_for_one(cast):
    cast.group.monitor_rule = "not_needed"
    cast.group.save()
    make.open_session(cast.group)
    page = home_of(cast, "ana").text
    assert "You can write now" in page
    assert "As long as a leader" not in page


def test_a_session_that_closed_early_and_one_that_is_off_are_told(cast, six_o_clock):
    plan(cast.group, -60, state=State.CLOSED, closed_at=SIX - 10 * MINUTE)
    plan(cast.group, 24 * 60, state=State.CANCELLED)
    page = home_of(cast, "ana").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "The last session closed early, at 5:50 pm" in page
    assert "There is no session:</b> Tomorrow at 6:00 pm" in page


@pytest.mark.parametrize(
    "closed", [{"closed_at": SIX + 28 * MINUTE}, {"closed_at": SIX - timedelta(days=2)}], ids=["in time", "long ago"]
)
def test_a_session_that_closed_in_time_or_long_ago_is_no_news(cast, six_o_clock, closed):
    early_or_not = plan(cast.group, -60, state=State.CLOSED, **closed)
    shift = closed["closed_at"] - SIX if closed["closed_at"] < SIX else timedelta()
    GroupSession.objects.filter(pk=early_or_not.pk).update(
        starts_at=early_or_not.starts_at + shift, ends_at=early_or_not.ends_at + shift
    )
    assert "closed early" not in home_of(cast, "ana").text


def test_who_leads_is_told_when_to_open_and_that_the_circle_waits(cast, six_o_clock):
    session = plan(cast.group, 60)
    page = home_of(cast, "fay").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "You lead this circle" in page
    assert "in the room: Today at 6:45 pm" in page
    GroupSession.objects.filter(pk=session.pk).update(starts_at=SIX - MINUTE)
    late = home_of(cast, "fay").text
    assert "You can do it now." in late
    assert "is-late" in late
    assert "is-late" not in home_of(cast, "ana").text


# Who is not taken in


def test_home_of_a_seat_that_is_away_says_it_is_kept_and_shows_no_way_in(cast):
    page = browser(cast, "ben")
    Membership.objects.filter(pk=cast.seats.ben.pk).update(state="away", why_away="custody")
    shown = page.get(reverse("groups:home")).text
    assert way_in(cast.room) not in shown
    assert "Your seat is kept" in shown


def test_whatever_the_reason_one_is_told_the_same(cast):
    """An order that nobody may infer, a missing approval, a seat that is away: one set of words, and no times."""
    plan(cast.group, 45)
    Membership.objects.filter(pk=cast.seats.ben.pk).update(state="away", why_away="custody")
    away, not_approved = (home_of(cast, who).text for who in ("ben", "tam"))
    for page in (away, not_approved):
        assert "This room can&#x27;t take you in now." in page or "This room can't take you in now." in page
        assert "What happens next" not in page
        assert "In 45 minutes" not in page


def test_home_tells_who_is_in_the_room_only_to_those_whom_it_takes_in(cast):
    """Who may not know is shown everybody alike."""
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    Membership.objects.filter(pk=cast.seats.ben.pk).update(state="away", why_away="custody")
    knows = {who: home_of(cast, who).context["first"] for who in ("ana", "ben", "tam")}
    assert {who: (card.kept, {seat.is_here for seat in card.people}) for who, card in knows.items()} == {
        "ana": (False, {True, False}),
        "ben": (True, {True}),
        "tam": (True, {True}),
    }


# Messages, and many circles


@pytest.mark.parametrize(
    ("language", "held", "told"),
    [
        ("en", 1, "One of your messages waits for you"),
        ("en", 2, "2 of your messages wait for you"),
        ("es", 1, "Un mensaje suyo le espera"),
        ("es", 2, "2 mensajes suyos le esperan"),
    ],
)
def test_home_says_how_many_messages_wait(cast, spanish, language, held, told):
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    seat = cast.seat("ana")
    for digit in range(held):
        say(seat=seat, post=wire.Post(client_id=new_id(), body=f"Call me at 312 555 014{digit}.", lang="en"))
    cast.users.ana.language = language
    cast.users.ana.save()
    assert told in home_of(cast, "ana").text


def test_the_open_room_comes_first_then_the_nearest_and_the_kept_seat_last(cast):
    names = ("Kept", "Far", "Near", "Open")
    groups = {name: make.group(cast.programme, cast.alder, name=name) for name in names}
    for group in groups.values():
        make.member(group, cast.persons.ana)
    Membership.objects.filter(group=groups["Kept"]).update(state="away", why_away="custody")
    make.open_session(groups["Kept"])
    make.open_session(groups["Open"])
    plan(groups["Near"], 30)
    plan(groups["Far"], 3000)
    context = home_of(cast, "ana").context
    shown = [card.group.name for card in context["cards"]]
    assert shown == ["Open", "Near", "Far", cast.group.name, "Kept"]
    assert [context["first"], *context["others"]] == context["cards"]


def test_home_costs_the_same_for_one_circle_and_for_five(
    cast, django_assert_num_queries, django_assert_max_num_queries
):
    ana = browser(cast, "ana")
    plan(cast.group, 30)
    ana.get(reverse("groups:home"))
    with django_assert_max_num_queries(25) as few:
        ana.get(reverse("groups:home"))
    for _ in range(4):
        group = make.group(cast.programme, cast.alder)
        make.member(group, cast.persons.ana)
        make.facilitator(group, make.person())
        plan(group, 30)
    with django_assert_num_queries(len(few)):
        assert len(ana.get(reverse("groups:home")).context["cards"]) == 5


def test_home_costs_the_same_for_two_members_and_for_ten(
    cast, django_assert_num_queries, django_assert_max_num_queries
):
    ana = browser(cast, "ana")
    ana.get(reverse("groups:home"))
    with django_assert_max_num_queries(25) as few:
        ana.get(reverse("groups:home"))
    for _ in range(8):
        make.member(cast.group, make.person())
    with django_assert_num_queries(len(few)):
        ana.get(reverse("groups:home"))
