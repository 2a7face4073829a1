"""Nothing that anybody can see, count or measure tells an order from another reason."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.sessions import cookie_for
from chat.live.guests import Knock, admit
from chat.models import Event
from core import clock
from custody.timeline import statuses
from groups import selectors
from groups import services as groups
from groups.admission import admission
from groups.apart.models import KeptApart
from groups.approvals import approvals_of
from groups.errors import RoomUnavailable
from groups.models import Membership, SupportGroup
from tests import factories as make
from tests.browsing import browser_of
from tests.groups.apart.helpers import part

#: What is new with every answer, whoever asks.
NEW = re.compile(
    rb'nonce="[^"]*"|name="(?:csrfmiddlewaretoken|client_id|source_id)" value="[^"]*"'
    rb'|data-csrf="[^"]*"|"X-CSRFToken": "[^"]*"'
)


def unapproved(cast):
    """The seat as it was; the group does not take in released people any more."""
    SupportGroup.objects.filter(pk=cast.group.pk).update(released_welcome=False)


def away_for_custody(cast):
    groups.turn_away(membership=cast.seats.ben, why="custody", by="system")


def turned_away_by_an_order(cast):
    part(cast.persons.ana, cast.persons.ben)


def order_that_has_just_begun(cast):
    make.order(cast.persons.ana, cast.persons.ben)


REASONS = (unapproved, away_for_custody, turned_away_by_an_order, order_that_has_just_begun)
#: Of a seat that is away; of one whose state has not followed yet.
ALIKE = [(away_for_custody, turned_away_by_an_order), (unapproved, order_that_has_just_begun)]


def answers(cast, reason, ask):
    """What Ben is answered, and by how many statements, when this is the reason; all of it is taken back."""
    with transaction.atomic():
        reason(cast)
        ask(cast)  # what is cached, is cached
        with CaptureQueriesContext(connection) as made:
            answer = ask(cast)
        transaction.set_rollback(True)
    return answer, len(made)


def as_ben(ask):
    """With a browser that is the same for each reason."""

    def asks(cast):
        response = ask(browser_of(cast.ben), cast)
        headers = sorted((name, value) for name, value in response.headers.items() if name not in VARIES)
        return response.status_code, headers, NEW.sub(b"", response.content)

    return asks


def knock(caller, room_id):
    cookie, value = cookie_for(caller.sign_in)
    return Knock(host=settings.DOOR_HOSTS[caller.door], cookies={cookie: value}, room_id=room_id)


VARIES = ("Content-Security-Policy", "Content-Length", "Server-Timing", "Set-Cookie")


@as_ben
def room_page(client, cast):
    return client.get(reverse("chat:room", args=[cast.room.pk]))


@as_ben
def home_page(client, cast):
    return client.get(reverse("groups:home"))


@as_ben
def plain_post(client, cast):
    return client.post(reverse("chat:say", args=[cast.room.pk]), {"body": "Hello", "client_id": "", "lang": "en"})


@as_ben
def older_messages(client, cast):
    return client.get(
        reverse("chat:messages", args=[cast.room.pk]), {"before": 5}, headers={"Accept": "application/json"}
    )


@as_ben
def poll(client, cast):
    frames = json.dumps({"tab": "t", "cursor": None, "frames": []})
    return client.post(reverse("chat:frames", args=[cast.room.pk]), frames, content_type="application/json")


@pytest.fixture
def cast(cast):
    """With Ben's sign-in, made once."""
    cast.ben = cast.caller("ben")
    with time_machine.travel(clock.now() + timedelta(seconds=2), tick=False):
        yield cast


@pytest.mark.parametrize("ask", [room_page, plain_post, older_messages, poll], ids=["page", "post", "older", "poll"])
def test_who_is_refused_is_answered_the_same_whatever_the_reason(cast, ask):
    first, *others = [answers(cast, reason, ask) for reason in REASONS]
    (status, _, body), _ = first
    assert status == 403
    assert b"room.unavailable" in body or b"take you in now" in body
    assert [other == first for other in others] == [True, True, True]


@pytest.mark.parametrize("pair", ALIKE, ids=["away", "not yet away"])
def test_home_is_the_same_whatever_the_reason(cast, pair):
    custody, apart = (answers(cast, reason, home_page) for reason in pair)
    assert custody[0][0] == 200
    assert custody == apart


def test_the_gates_take_as_many_statements_with_orders_and_without(cast, django_assert_num_queries):
    """Also with many orders, and records that were merged."""

    def asks():
        with django_assert_num_queries(7):
            where = statuses([cast.persons.ben.pk])
            admission([cast.group], approvals_of([cast.group.pk]), where, at=clock.now())

    asks()
    part(cast.persons.ana, cast.persons.ben)
    asks()
    for _ in range(5):
        make.order(cast.persons.ben, make.person(merged_into=cast.persons.xan))
    asks()


def as_ana(cast):
    client = browser_of(cast.ana_caller)
    pages = [client.get(address) for address in (reverse("groups:home"), reverse("chat:room", args=[cast.room.pk]))]
    return [(page.status_code, NEW.sub(b"", page.content)) for page in pages]


def test_the_others_see_a_break_like_any_other(cast):
    """Pages, member lists, readers, and the room's own log."""
    cast.ana_caller = cast.caller("ana")

    def seen(cast):
        members = selectors.members_of(cast.group.pk)
        last = Event.objects.filter(room=cast.room).order_by("-seq").values_list("kind", "data").first()
        return as_ana(cast), members, selectors.readers_of(cast.group), last

    first, second = (answers(cast, reason, seen) for reason in ALIKE[0])
    assert first == second


def test_staff_pages_show_a_seat_that_is_away_and_not_why(cast):
    def seen(cast):
        addresses = [
            reverse("groups:group", args=[cast.group.pk]),
            reverse("groups:person", args=[cast.persons.ben.pk]),
        ]
        pages = [browser_of(who).get(address) for who in cast.staff for address in addresses]
        return [(page.status_code, NEW.sub(b"", page.content)) for page in pages]

    cast.staff = [cast.caller(who) for who in ("ada", "pat")]
    first, second = (answers(cast, reason, seen) for reason in ALIKE[0])
    assert first == second


# Counting what was refused


def test_a_line_is_refused_by_as_many_statements_whatever_the_reason(cast):
    def asks(cast):
        with pytest.raises(RoomUnavailable) as refusal:
            admit(knock(cast.ben, cast.room.pk))
        return refusal.value.code, str(refusal.value.text)

    first, *others = [answers(cast, reason, asks) for reason in REASONS]
    assert [other == first for other in others] == [True, True, True]


def times(cast, where):
    return list(KeptApart.objects.filter(person=cast.persons.ben, where=where).values_list("times", flat=True))


def test_pages_and_lines_that_were_refused_are_counted_for_the_security_role(cast):
    turned_away_by_an_order(cast)
    assert (times(cast, "order"), times(cast, "page"), times(cast, "socket")) == ([1], [0], [0])
    for _ in range(2):
        room_page(cast)
    with pytest.raises(RoomUnavailable):
        admit(knock(cast.ben, cast.room.pk))
    assert (times(cast, "page"), times(cast, "socket")) == ([2], [1])
    row = KeptApart.objects.get(where="page")
    assert (row.first_at, row.last_at) == (clock.now(), clock.now())


def test_a_refusal_for_another_reason_is_not_counted(cast):
    """Also of somebody who was kept out by an order some time ago."""
    turned_away_by_an_order(cast)
    Membership.objects.filter(pk=cast.seats.ben.pk).update(why_away="custody")
    room_page(cast)
    with pytest.raises(RoomUnavailable):
        admit(knock(cast.ben, cast.room.pk))
    assert (times(cast, "page"), times(cast, "socket")) == ([0], [0])
    unapproved(cast)
    room_page(cast)
    assert times(cast, "page") == [0]
