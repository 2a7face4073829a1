"""Whoever has not read and agreed is in no room: not by a page, a socket, a poll or a post, and not any longer."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from chat import wire
from chat.live import hub
from chat.services import say
from core import clock as time
from core.errors import RuleError
from core.ids import new_id
from custody.models import CustodyEvent, Person
from groups.agreements.services import acknowledge, publish_wording, take_back_consent
from groups.agreements.texts import texts_of
from groups.models import Wording
from groups.supervision import services as supervision
from tests import factories as make
from tests.browsing import browser_of
from tests.live_helpers import at_the_door, in_database, in_room, poll, start_poll

DAY = timedelta(days=1)


def _lacks(*kinds):
    return lambda cast: make.take_back(cast.persons.ben, *kinds)


def _no_text(cast):
    """Nobody can have agreed to what is not there."""
    Wording.objects.filter(kind="consent").update(from_at=time.now() + DAY)


def _no_adult(cast):
    Person.objects.filter(pk=cast.persons.ben.pk).update(adult_confirmed_at=None, adult_confirmed_by="")


def _changed(kind, place=""):
    def change(cast):
        where = {"group": cast.group} if place == "group" else {}
        publish_wording(kind=kind, en="Another", es="Otro", by="system", **where)

    return change


def _suspended(cast):
    make.supervision(cast.persons.ben)
    make.officer(cast.persons.ben, cast.group, until=time.now() - 8 * DAY, granted_at=time.now() - 30 * DAY)


#: What is missing -> the code that everything is refused with, and what the page does.
LACKS = {
    "the notice": (_lacks("monitoring"), "agreement.needed", "/notice/"),
    "the agreement": (_lacks("agreement"), "agreement.needed", "/agreement/"),
    "the consent": (_lacks("consent"), "agreement.needed", "/agreement/"),
    "a consent that is not there": (_no_text, "agreement.needed", "/agreement/"),
    "a new notice": (_changed("monitoring"), "agreement.needed", "/notice/"),
    "a new agreement": (_changed("agreement"), "agreement.needed", "/agreement/"),
    "the circle's own agreement": (_changed("agreement", "group"), "agreement.needed", "/agreement/"),
    "a new consent": (_changed("consent"), "agreement.needed", "/agreement/"),
    "being an adult": (_no_adult, "adult.needed", ""),
    "the officer's yes, a week ago": (_suspended, "supervision.lapsed", ""),
}
each_lack = pytest.mark.parametrize("lack", LACKS)


def _post():
    return wire.Post(client_id=new_id(), body="Hello, all of you.", lang="en")


def _code(work):
    try:
        work()
    except RuleError as refusal:
        return refusal.code
    return ""


@each_lack
def test_a_page_leads_to_what_is_missing_or_says_it(open_room, lack):
    missing, code, leads_to = LACKS[lack]
    ben = browser_of(open_room.callers.ben)
    room = reverse("chat:room", args=[open_room.room.pk])
    assert ben.get(room).status_code == 200
    missing(open_room)
    answer = ben.get(room)
    if leads_to:
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (303, leads_to)
        assert room in answer["Location"].replace("%2F", "/")
    else:
        assert answer.status_code == 403
    told = ben.get(reverse("chat:messages", args=[open_room.room.pk]), headers={"accept": "application/json"})
    assert (told.status_code, told.json()["code"]) == (403, code)


@each_lack
def test_a_post_by_form_frame_or_an_old_seat_is_refused(open_room, lack):
    missing, code, _ = LACKS[lack]
    seat, ben = open_room.seat("ben"), browser_of(open_room.callers.ben)
    assert say(seat=seat, post=_post()).state == "delivered"
    missing(open_room)
    assert _code(lambda: say(seat=seat, post=_post())) == code
    frame = json.dumps({"type": "post", "client_id": str(new_id()), "body": "Hello", "lang": "en"})
    sent = ben.post(
        reverse("chat:frames", args=[open_room.room.pk]),
        frame,
        content_type="application/json",
        headers={"accept": "application/json"},
    )
    assert (sent.status_code, sent.json()["code"]) == (403, code)
    said = ben.post(reverse("chat:say", args=[open_room.room.pk]), {"body": "Hello", "client_id": str(new_id())})
    assert said.status_code == 403


@each_lack
async def test_a_socket_and_a_poll_are_refused_with_the_code(open_room, lack):
    missing, code, _ = LACKS[lack]
    await in_database(missing, open_room)
    async with at_the_door(open_room.callers.ben, open_room.room.pk) as line:
        assert await line.close_code() == 4403
    assert line.seen[-1]["code"] == code
    status, answer = await poll(open_room.callers.ben, open_room.room.pk)
    assert (status, answer["code"]) == (403, code)


async def _is_out(line, code="agreement.needed"):
    assert await line.close_code() == 4403
    assert line.seen[-1]["code"] == code


async def test_a_new_text_closes_what_is_open_when_it_begins_and_not_before(open_room, clock):
    start = time.now() + timedelta(minutes=2)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await in_database(publish_wording, kind="agreement", en="Another", es="Otro", by="system", from_at=start)
        await ana.post("Still here.")
        assert (await ana.receive("posted"))["state"] == "delivered"
        clock.forward(minutes=2, seconds=1)
        await (await hub.current()).beat()
        await _is_out(ana)


async def test_a_new_text_ends_a_waiting_poll(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        cursor = {"epoch": ana.ready["epoch"], "seq": ana.ready["head"]}
    status, answer = await poll(open_room.callers.ana, open_room.room.pk, cursor=cursor, wait=0)
    waiting = await start_poll(open_room.callers.ana, open_room.room.pk, cursor=cursor, state=answer.get("state", ""))
    await in_database(publish_wording, kind="consent", en="Another", es="Otro", by="system")
    status, answer = await waiting.answer()
    assert (status, answer["code"]) == (403, "agreement.needed")


async def test_a_consent_that_is_taken_back_closes_what_is_open(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        yes = await in_database(open_room.persons.ana.acknowledgements.get, wording__kind="consent")
        await in_database(take_back_consent, person=open_room.persons.ana, acknowledgement_id=yes.pk)
        await _is_out(ana)


async def test_who_agrees_is_in_at_once(open_room):
    ana = open_room.persons.ana
    await in_database(make.take_back, ana, "agreement", "consent")
    ids = [text.id for text in await in_database(lambda: texts_of(ana, at=time.now()).lacking)]
    await in_database(acknowledge, person=ana, wording_ids=ids, language="es", door="tablet")
    async with in_room(open_room.callers.ana, open_room.room) as line:
        await line.post("Hello")
        assert (await line.receive("posted"))["state"] == "delivered"


async def test_under_supervision_what_is_open_stops_taking_words_and_is_told_why(open_room):
    async with in_room(open_room.callers.ben, open_room.room) as ben:
        await in_database(
            supervision.record_supervision,
            person=open_room.persons.ben,
            officer="P. Officer",
            no_association=True,
            from_at=time.now() - DAY,
            until=None,
            by="system",
        )
        again = await ben.receive("ready", where=lambda frame: "post" not in frame["can"])
        assert set(again["can"]) == {"help", "report", "withdraw"}
        assert (await ben.receive("notice"))["code"] == "posting.supervision"
        await ben.post("Hello")
        assert (await ben.receive("error"))["code"] == "posting.supervision"


async def test_when_the_officers_yes_ends_so_does_posting_in_what_is_open(open_room, clock):
    await in_database(make.supervision, open_room.persons.ben)
    end = time.now() + timedelta(seconds=15)  # sooner than the lease of who watches
    await in_database(make.officer, open_room.persons.ben, open_room.group, until=end)
    async with in_room(open_room.callers.ben, open_room.room) as ben:
        assert "post" in ben.ready["can"]
        clock.forward(seconds=16)
        await (await hub.current()).beat()
        assert (await ben.receive("notice"))["code"] == "posting.supervision"


async def test_a_release_under_supervision_is_the_officers_matter_only_outside(open_room):
    """Inside nobody asks the officer; the same record counts from the release on."""
    ana = open_room.persons.ana
    await in_database(make.supervision, ana)
    assert await in_database(lambda: say(seat=open_room.seat("ana"), post=_post()).state) == "delivered"
    await in_database(make.custody_event, ana, CustodyEvent.Kind.RELEASED, occurred_at=time.now())
    assert await in_database(lambda: _code(lambda: say(seat=_outside(open_room), post=_post()))) == (
        "posting.supervision"
    )


def _outside(cast):
    cast.users.ana.refresh_from_db()
    return make.seat(cast.group, make.caller(cast.users.ana))
