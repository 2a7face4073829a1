"""The room's pages and the frames that come by POST."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.doors import Caller, Door
from accounts.sessions import cookie_for
from chat.models import Message
from core import clock
from core.ids import new_id
from groups.models import GroupSession
from tests import factories as make
from tests.chat.conftest import Talk
from tests.chat.fakes import FakeDesk

Browse = Callable[[str], Client]


def browser(caller: Caller | None, door: Door = Door.ONLINE) -> Client:
    """A browser at the door of this caller, signed in as they are."""
    host = settings.DOOR_HOSTS[caller.door if caller and caller.door else door].partition(":")[0]
    client = Client(headers={"host": host})
    if caller is not None and caller.sign_in is not None:
        name, value = cookie_for(caller.sign_in)
        client.cookies[name] = value
    return client


@pytest.fixture
def browse(talk: Talk) -> Browse:
    return lambda who: browser(talk.cast.caller(who))


def url(name: str, talk: Talk) -> str:
    return reverse(f"chat:{name}", args=[talk.room.pk])


def form(body: str, **more: Any) -> dict[str, Any]:
    return {"body": body, "client_id": str(new_id()), "lang": "en", **more}


SEES_ROOM = {"ana": 200, "ben": 200, "fay": 200, "mo": 200, "oz": 404, "xan": 404, "mia": 404, "dov": 404}


@pytest.mark.parametrize(("who", "status"), SEES_ROOM.items())
@pytest.mark.parametrize("page", ["room", "messages"])
def test_who_sees_a_room(talk: Talk, browse: Browse, who: str, status: int, page: str):
    assert browse(who).get(url(page, talk)).status_code == status


def test_a_room_that_is_not_there_looks_like_one_that_is_not_yours(talk: Talk, browse: Browse):
    oz = browse("oz")
    pages = [reverse("chat:room", args=[pk]) for pk in (talk.room.pk, new_id())]
    answers = [oz.get(page, headers={"accept": "application/json"}) for page in pages]
    assert answers[0].content == answers[1].content
    assert [answer.status_code for answer in answers] == [404, 404]


def test_whoever_was_moved_is_not_let_in_though_nobody_ended_the_seat(talk: Talk):
    tam = browser(talk.cast.caller("tam"))
    assert tam.get(url("room", talk)).status_code == 403


def test_a_stranger_is_sent_to_the_sign_in_and_a_script_gets_401(talk: Talk):
    stranger = browser(None)
    assert stranger.get(url("room", talk)).status_code == 303
    assert stranger.get(url("messages", talk)).status_code == 401
    posted = stranger.post(url("frames", talk), "{}", content_type="application/json")
    assert posted.status_code == 401


def test_the_room_shows_words_members_readers_and_how_long(talk: Talk, browse: Browse):
    talk.say("ana", "Hello <b>all</b>")
    page = browse("ben").get(url("room", talk))
    text = page.content.decode()
    assert "Hello &lt;b&gt;all&lt;/b&gt;" in text
    for words in ("Quiet River", "Who can read this", "365 days"):
        assert words in text
    assert (page.context["head"], page.context["epoch"]) == (talk.room.head, talk.room.epoch)
    assert set(page.context["can"]) == {"hand", "help", "post", "react", "report", "typing", "withdraw"}
    assert page.context["why_not"] is None


def test_the_page_is_what_its_script_expects(talk: Talk, browse: Browse):
    talk.say("ben", "hold this")
    context = browse("ben").get(url("room", talk)).context
    (own,) = context["own"]
    assert (own["state"], own["body"], own["lang"], own["reason"]["code"]) == (
        "held",
        "hold this",
        "en",
        "contact_info",
    )
    assert context["me"]["alias"] == "Stillwater"
    assert context["here"] == [str(talk.cast.seats.fay.pk)]
    assert [member["seat"] for member in context["members"]] == [1, 2, 3, 4]
    assert len(context["seal_key"]) == 44
    json.dumps([context["members"], context["own"], context["words"]])


def test_own_words_that_wait_are_on_nobody_elses_page(talk: Talk, browse: Browse):
    talk.say("ana", "hold this secret")
    for who in ("ben", "fay", "mo"):
        assert b"secret" not in browse(who).get(url("room", talk)).content
    assert b"secret" in browse("ana").get(url("room", talk)).content


def test_a_monitor_reads_and_has_no_composer(talk: Talk, browse: Browse):
    talk.say("ana", "Hello")
    text = browse("mo").get(url("room", talk)).content.decode()
    assert "Hello" in text
    assert url("say", talk) not in text


def test_the_plain_form_says_something_and_comes_back(talk: Talk, browse: Browse):
    answer = browse("ana").post(url("say", talk), form("Hello"))
    assert (answer.status_code, answer["Location"]) == (303, url("room", talk) + "#last")
    assert 'id="last"' in browse("ana").get(url("room", talk)).content.decode()
    assert talk.read() == ["Hello"]


def test_the_plain_form_sent_twice_says_it_once(talk: Talk, browse: Browse):
    data, ana = form("Hello"), browse("ana")
    assert [ana.post(url("say", talk), data).status_code for _ in range(2)] == [303, 303]
    assert talk.read() == ["Hello"]


@pytest.mark.parametrize(("body", "status"), [("", 400), ("x" * 2001, 400), ("a\u202eb", 400), ("a\x00b", 400)])
def test_words_that_are_not_taken_stay_in_the_plain_form(talk: Talk, browse: Browse, body: str, status: int):
    data = form(body)
    page = browse("ana").post(url("say", talk), data)
    assert (page.status_code, page.context["draft"]) == (status, body)
    assert page.context["new_client_id"] == data["client_id"]
    assert not page.context["said"]["good"]


def test_words_that_came_while_writing_was_paused_stay_in_the_plain_form(talk: Talk, browse: Browse):
    ana = browse("ana")
    GroupSession.objects.update(state="paused")
    page = ana.post(url("say", talk), form("My long thought"))
    assert (page.status_code, page.context["why_not"]["code"]) == (409, "posting.paused")
    assert "My long thought" in page.content.decode()


def test_a_nudge_without_script_can_be_sent_as_it_is(talk: Talk, browse: Browse):
    ana, data = browse("ana"), form("nudge me")
    page = ana.post(url("say", talk), data)
    assert (page.status_code, page.context["nudged"]) == (200, True)
    assert ana.post(url("say", talk), {**data, "anyway": "yes"}).status_code == 303
    assert talk.read() == ["nudge me"]


def test_looking_for_new_words_without_script_says_nothing_and_keeps_what_was_typed(talk: Talk, browse: Browse):
    talk.say("ana", "Something new")
    data = form("Not finished yet", look="1")
    page = browse("ben").post(url("say", talk), data)
    text = page.content.decode()
    assert "Something new" in text
    assert ">Not finished yet</textarea>" in text
    assert page.context["new_client_id"] == data["client_id"]
    assert talk.read() == ["Something new"]


def test_each_message_says_its_language_where_it_is_not_the_pages(talk: Talk, browse: Browse):
    talk.say("ana", "Buenas noches", lang="es")
    talk.say("ana", "Good evening")
    text = browse("ben").get(url("room", talk)).content.decode()
    assert '<div class="msg-text" dir="auto" lang="es">Buenas noches</div>' in text
    assert '<div class="msg-text" dir="auto">Good evening</div>' in text


@pytest.mark.parametrize(("state", "mode"), [("open", "ask"), ("closed", "lock")])
def test_the_page_of_an_open_session_asks_and_any_other_locks(talk: Talk, browse: Browse, state: str, mode: str):
    if state == "closed":
        GroupSession.objects.update(state=state, closed_at=clock.now(), phase="")
    assert f'data-idle-mode="{mode}"' in browse("ana").get(url("room", talk)).content.decode()


def test_the_room_names_the_next_session(talk: Talk, browse: Browse):
    at = clock.now() + timedelta(days=7)
    GroupSession.objects.create(group=talk.room.group, starts_at=at, ends_at=at + timedelta(hours=1))
    page = browse("ben").get(url("room", talk))
    assert page.context["coming"] == at
    assert "Next session:" in page.content.decode()


def test_a_message_that_came_back_says_why_in_the_room_and_is_changed_from_there(talk: Talk, browse: Browse):
    held = talk.say("ana", "hold 555 0100")
    talk.give_back(held)
    text = browse("ana").get(url("room", talk)).content.decode()
    assert "Sent back to you. No one in the circle saw it." in text
    assert reverse("chat:change", args=[held.message]) in text


def test_a_form_that_was_tampered_with_is_refused(talk: Talk, browse: Browse):
    ana = browse("ana")
    for bad in ({"client_id": "1"}, {"lang": "fr"}, {"replaces": "x"}):
        assert ana.post(url("say", talk), form("Hello") | bad).status_code == 400
    assert Message.objects.count() == 0


def test_older_words_are_shown_without_script(talk: Talk, browse: Browse):
    first = talk.say("ana", "One")
    talk.say("ana", "Two")
    page = browse("ben").get(url("room", talk), {"before": first.seq + 1})
    assert [message["body"] for message in page.context["log"]] == ["One"]


def test_a_room_costs_the_same_for_one_message_and_for_many(
    talk: Talk, browse: Browse, django_assert_max_num_queries: Any
):
    ben = browse("ben")
    talk.say("ana", "One")
    with django_assert_max_num_queries(100) as one:
        ben.get(url("room", talk))
    for number in range(12):
        talk.say("fay" if number % 2 else "ana", f"Number {number}")
    with django_assert_max_num_queries(len(one)):
        ben.get(url("room", talk))


# Frames by POST


def send(client: Client, talk: Talk, frame: dict[str, Any] | str) -> tuple[int, dict[str, Any]]:
    raw = frame if isinstance(frame, str) else json.dumps(frame)
    answer = client.post(url("frames", talk), raw, content_type="application/json")
    return answer.status_code, json.loads(answer.content) if answer.content else {}


def post_frame(body: str, client_id: UUID | None = None) -> dict[str, Any]:
    return {"type": "post", "client_id": str(client_id or new_id()), "body": body, "lang": "en"}


def test_a_frame_is_answered_by_its_frame(talk: Talk, browse: Browse):
    ana = browse("ana")
    status, posted = send(ana, talk, post_frame("Hello"))
    assert (status, posted["type"], posted["state"]) == (200, "posted", "delivered")
    status, posted = send(ana, talk, {"type": "withdraw", "message": posted["message"]})
    assert (status, posted["state"]) == (200, "withdrawn")
    assert send(ana, talk, {"type": "ping"}) == (200, {"type": "pong"})
    assert send(ana, talk, {"type": "applied", "seq": 1}) == (204, {})


def test_help_and_reports_are_answered_by_done(talk: Talk, browse: Browse, ports: FakeDesk):
    said = talk.say("ben", "Hello")
    client_id = str(new_id())
    report = {"type": "report", "client_id": client_id, "message": str(said.message), "reason": "threat"}
    status, done = send(browse("ana"), talk, report)
    assert (status, done["type"], done["for"], done["client_id"]) == (200, "done", "report", client_id)
    assert send(browse("ana"), talk, {"type": "help", "client_id": client_id})[1]["for"] == "help"
    assert ports.told == ["reported threat", "help"]


def test_a_leaders_command_is_answered_by_its_event(talk: Talk, browse: Browse):
    assert send(browse("fay"), talk, {"type": "pause"}) == (204, {})
    assert talk.log()[-1].kind == "posting_paused"
    status, error = send(browse("ana"), talk, {"type": "resume"})
    assert (status, error["code"]) == (403, "session.not_yours")


@pytest.mark.parametrize(
    ("frame", "status", "code"),
    [
        ("{}", 400, "frame.malformed"),
        ('{"type":"dance"}', 400, "frame.unknown"),
        ('{"type":"ping","x":"' + "x" * 40_000 + '"}', 413, "frame.too_big"),
        (post_frame(""), 400, "body.empty"),
        (post_frame("x" * 2001), 400, "body.too_long"),
    ],
)
def test_a_frame_that_is_not_taken_says_why_and_which(talk: Talk, browse: Browse, frame: Any, status: int, code: str):
    got, error = send(browse("ana"), talk, frame)
    assert (got, error["type"], error["code"]) == (status, "error", code)
    if isinstance(frame, dict):
        assert error["client_id"] == frame["client_id"]


def test_whoever_is_out_of_the_room_gets_no_frame_but_the_status(talk: Talk, browse: Browse):
    ana = browse("ana")
    make.services.end_membership(membership=talk.cast.seats.ana, to="removed", by="system")
    assert (
        ana.post(url("frames", talk), json.dumps(post_frame("x")), content_type="application/json").status_code == 404
    )


def test_older_messages_come_oldest_first(talk: Talk, browse: Browse):
    seqs = [talk.say("ana", f"Number {number}").seq for number in range(3)]
    answer = browse("ben").get(url("messages", talk), {"before": seqs[2], "limit": 1})
    page = json.loads(answer.content)
    assert ([message["body"] for message in page["messages"]], page["more"]) == (["Number 1"], True)


@pytest.mark.parametrize(
    "query", [{"before": "x"}, {"limit": "0"}, {"limit": "51"}, {"before": "-1"}, {"before": "9" * 5000}]
)
def test_a_page_of_history_that_cannot_be_read_is_refused(talk: Talk, browse: Browse, query: dict[str, str]):
    assert browse("ben").get(url("messages", talk), query).status_code == 400


# My messages


def test_my_messages_show_what_came_back_and_why(talk: Talk, browse: Browse):
    talk.give_back(talk.say("ana", "hold 555 0100"))
    text = browse("ana").get(reverse("chat:mine")).content.decode()
    assert "<mark>hold</mark> 555 0100" in text
    assert "Sent back to you" in text
    assert "hold 555" not in browse("ben").get(reverse("chat:mine")).content.decode()


def test_a_promise_that_was_not_kept_is_not_said_again(talk: Talk, browse: Browse):
    held = talk.message(talk.say("ana", "hold 555 0100"))
    pages = [url("room", talk), reverse("chat:mine")]
    promised = [browse("ana").get(page).content.decode() for page in pages]
    assert all("A person will read it by" in text for text in promised)
    Message.objects.filter(pk=held.pk).update(decide_by=clock.now() - timedelta(minutes=1))
    late = [browse("ana").get(page).content.decode() for page in pages]
    assert all("<span>Held. We are late. A person will still read it.</span>" in text for text in late)


def test_a_returned_message_is_changed_and_sent_again(talk: Talk, browse: Browse):
    held = talk.say("ana", "hold 555 0100")
    talk.give_back(held)
    ana, change = browse("ana"), reverse("chat:change", args=[held.message])
    assert "hold 555 0100" in ana.get(change).content.decode()
    answer = ana.post(change, form("In the library"))
    assert (answer.status_code, talk.read()) == (303, ["In the library"])
    assert ana.get(change).status_code == 404


def test_a_changed_message_that_is_not_taken_keeps_its_words(talk: Talk, browse: Browse):
    held = talk.say("ana", "hold 555 0100")
    talk.give_back(held)
    ana, change = browse("ana"), reverse("chat:change", args=[held.message])
    GroupSession.objects.update(state="paused")
    page = ana.post(change, form("In the library"))
    assert (page.status_code, "In the library" in page.content.decode()) == (409, True)
    assert talk.message(held).state == "returned"


def test_nobody_changes_withdraws_or_puts_aside_a_message_of_somebody_else(talk: Talk, browse: Browse):
    held = talk.say("ana", "hold this")
    talk.give_back(held)
    ben = browse("ben")
    assert ben.get(reverse("chat:change", args=[held.message])).status_code == 404
    assert ben.post(reverse("chat:withdraw", args=[held.message])).status_code == 404
    ben.post(reverse("chat:dismiss", args=[held.message]), {"rev": "2"})
    assert [told.state for told in talk.own()] == ["returned"]


def test_own_messages_are_withdrawn_and_put_aside(talk: Talk, browse: Browse):
    ana = browse("ana")
    held, removed = talk.say("ana", "hold this"), talk.say("ana", "Hello")
    talk.remove(removed)
    assert ana.post(reverse("chat:withdraw", args=[held.message])).status_code == 303
    rev = talk.message(removed).rev
    assert ana.post(reverse("chat:dismiss", args=[removed.message]), {"rev": str(rev)}).status_code == 303
    assert ana.post(reverse("chat:dismiss", args=[removed.message]), {"rev": "x"}).status_code == 400
    assert talk.own() == []


def test_staff_have_no_messages_of_their_own(talk: Talk, browse: Browse):
    assert browse("mo").get(reverse("chat:mine")).status_code == 404
