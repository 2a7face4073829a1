"""Saying something: what is taken, what is held, what is not taken, and nothing twice."""

from datetime import timedelta
from typing import Any

import pytest

from chat import errors, screening, services, wire
from chat.models import Event, Message, MessageBody, ScreeningRecord
from chat.services import facts
from core import clock
from core.errors import RuleError
from core.ids import new_id
from groups.errors import RoomUnavailable, SignedOut
from groups.models import GroupSession, Lease, Membership, SupportGroup
from tests import factories as make
from tests.chat.conftest import Talk, post
from tests.chat.fakes import DECIDE_BY, FakeDesk, drafts


def test_words_are_delivered_with_their_seq_record_and_event(talk: Talk, ports: FakeDesk):
    before = talk.room.head
    posted = talk.say("ana", "Hello, all.")
    assert (posted.state, posted.seq, posted.rev) == ("delivered", before + 1, 1)
    assert talk.read() == ["Hello, all."]
    assert ScreeningRecord.objects.get().outcome == "deliver"
    assert Event.objects.get(seq=posted.seq).message_id == posted.message
    assert ports.calls == []


def test_the_words_are_in_no_table_in_the_clear(talk: Talk):
    talk.say("ana", "Juniper leaf")
    assert b"Juniper" not in bytes(MessageBody.objects.get().sealed)
    assert "Juniper" not in str(list(Event.objects.values())) + str(list(Message.objects.values()))


def test_each_message_has_the_next_seq(talk: Talk):
    said = [talk.say(who, f"Number {number}") for number, who in enumerate(["ana", "ben", "ana", "fay"])]
    first = said[0].seq
    assert [posted.seq for posted in said] == [first, first + 1, first + 2, first + 3]


def test_held_words_wait_without_a_seq_and_their_writer_knows_why_and_until_when(talk: Talk, ports: FakeDesk):
    before = talk.room.head
    posted = talk.say("ana", "hold 555 0100")
    assert (posted.state, posted.seq, posted.decide_by) == ("held", wire.UNSET, clock.wire(DECIDE_BY))
    assert (posted.reason.code, list(posted.reason.spans)) == ("contact_info", [(0, 4)])
    assert (talk.read(), talk.room.head, ports.told) == ([], before, ["held"])


def test_flagged_words_are_delivered_and_the_desk_looks(talk: Talk, ports: FakeDesk):
    posted = talk.say("ana", "flag this")
    assert (posted.state, posted.reason, ports.told) == ("delivered", wire.UNSET, ["flagged"])
    assert talk.read() == ["flag this"]


@pytest.mark.parametrize(
    ("body", "state", "told"),
    [
        ("crisis tonight", "delivered", ["crisis"]),
        ("hold crisis", "held", ["held", "crisis"]),
        ("flag crisis", "delivered", ["flagged", "crisis"]),
        ("nudge crisis", "delivered", ["flagged", "crisis"]),
        ("refuse crisis", "held", ["held", "crisis"]),
    ],
)
def test_a_cry_for_help_reaches_the_desk_whatever_else_is_so(
    talk: Talk, ports: FakeDesk, body: str, state: str, told: list[str]
):
    assert (talk.say("ana", body).state, ports.told) == (state, told)


def test_a_nudge_stores_nothing_until_the_writer_sends_it_anyway(talk: Talk, ports: FakeDesk):
    first = post("nudge me")
    nudged = services.say(seat=talk.seats["ana"], post=first)
    assert (nudged.state, nudged.rev, Message.objects.count()) == ("nudged", 0, 0)
    sent = talk.say("ana", "nudge me", client_id=first.client_id, anyway=True)
    assert (sent.state, ports.told) == ("delivered", ["flagged"])


def test_refused_words_are_stored_nowhere_and_anyway_does_not_help(talk: Talk, ports: FakeDesk):
    assert talk.say("ana", "refuse this", anyway=True).state == "refused"
    assert (Message.objects.count(), ports.told) == (0, [])


def test_a_room_that_holds_all_holds_clean_words_too(talk: Talk, ports: FakeDesk):
    SupportGroup.objects.update(mode=SupportGroup.Mode.HOLD_ALL)
    posted = talk.say("ana", "Hello")
    assert (posted.state, posted.reason.code, ports.told) == ("held", "hold_all", ["held"])


# Not screened


@pytest.mark.parametrize(("body", "why"), [("fail now", "failed"), ("burn cpu", "late")])
def test_a_screener_that_fails_or_is_late_holds_and_says_not_screened(talk: Talk, ports: FakeDesk, body: str, why: str):
    posted = talk.say("ana", body)
    assert (posted.state, posted.reason.code, ports.told) == ("held", "not_screened", [f"held {why}"])
    assert not ScreeningRecord.objects.get().screened


def test_a_screener_that_hangs_is_waited_for_no_longer_than_the_wall(
    talk: Talk, ports: FakeDesk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(screening, "WALL_LIMIT", 0.001)
    assert talk.say("ana", "hang there").reason.code == "not_screened"
    assert ports.told == ["held late"]


def test_the_screener_reads_the_writers_last_words_in_this_room(talk: Talk):
    for word in ("one", "two"):
        talk.say("ana", word)
    talk.say("ben", "not hers")
    talk.say("ana", "three")
    assert (drafts[-1].recent, drafts[-1].facility_id) == (("one", "two"), str(talk.cast.alder.pk))


def test_no_more_than_eight_last_messages_are_read_along(talk: Talk):
    for number in range(10):
        talk.say("ana", f"word {number}")
    assert drafts[-1].recent == tuple(f"word {number}" for number in range(1, 9))


def test_the_screener_knows_since_when_somebody_is_inside_or_outside(talk: Talk):
    inside, outside = talk.cast.persons.ana, talk.cast.persons.ben
    talk.say("ana", "one")
    admitted = inside.timeline.get().occurred_at
    assert (drafts[-1].times.in_custody_since, drafts[-1].times.released_at) == (admitted, None)
    assert outside.timeline.count() == 0
    talk.say("ben", "two")
    times = drafts[-1].times
    assert (times.in_custody_since, times.released_at, times.now is not None) == (None, None, True)


# Retries


def test_a_retry_gets_the_present_state_and_says_nothing_twice(talk: Talk):
    first = post("hold on")
    held = services.say(seat=talk.seats["ana"], post=first)
    assert services.say(seat=talk.seats["ana"], post=first) == held
    talk.release(held)
    again = services.say(seat=talk.seats["ana"], post=first)
    assert (again.state, again.rev, again.message) == ("delivered", 2, held.message)
    assert talk.read() == ["hold on"]


def test_a_retry_is_answered_while_writing_is_paused(talk: Talk):
    first = post("Hello")
    said = services.say(seat=talk.seats["ana"], post=first)
    GroupSession.objects.update(state="paused")
    assert services.say(seat=talk.seats["ana"], post=first) == said


def test_the_same_client_id_with_other_words_is_refused(talk: Talk):
    first = post("Hello")
    services.say(seat=talk.seats["ana"], post=first)
    with pytest.raises(errors.ClientIdReused):
        talk.say("ana", "Something else", client_id=first.client_id)
    assert talk.read() == ["Hello"]


def test_the_same_client_id_in_another_room_is_refused(talk: Talk):
    first = post("Hello")
    services.say(seat=talk.seats["ana"], post=first)
    make.member(talk.cast.next_door, talk.cast.persons.ana)
    seat = make.seat(talk.cast.next_door, talk.cast.caller("ana"))
    make.open_session(talk.cast.next_door, watched_by=talk.seats["fay"])
    with pytest.raises(errors.ClientIdReused):
        services.say(seat=seat, post=first)


def test_another_writer_may_have_the_same_client_id(talk: Talk):
    client_id = new_id()
    states = {talk.say(who, "Hello", client_id=client_id).state for who in ("ana", "ben")}
    assert (states, talk.read()) == ({"delivered"}, ["Hello", "Hello"])


@pytest.mark.parametrize("body", ["Hello", "hold this"])
def test_a_retry_that_crosses_its_first_try_gets_its_state(talk: Talk, monkeypatch: pytest.MonkeyPatch, body: str):
    """The first try commits between the retry's look and its own commit."""
    first = post(body)
    told: list[wire.Posted] = []

    def cross(*args: Any) -> Any:
        monkeypatch.setattr(screening, "screen_all", screen)
        told.append(services.say(seat=talk.seats["ana"], post=first))
        return screen(*args)

    screen = screening.screen_all
    monkeypatch.setattr(screening, "screen_all", cross)
    assert services.say(seat=talk.seats["ana"], post=first) == told[0]
    assert Message.objects.count() == 1


# Not taken


@pytest.mark.parametrize(("state", "code"), [("paused", "posting.paused"), ("closed", "posting.no_session")])
def test_nothing_is_taken_while_writing_is_not_open(talk: Talk, state: str, code: str):
    over = {"closed_at": clock.now(), "phase": ""} if state == "closed" else {}
    GroupSession.objects.update(state=state, **over)
    with pytest.raises(errors.PostingPrevented) as refusal:
        talk.say("ana", "Hello")
    assert (refusal.value.code, Message.objects.count()) == (code, 0)


def test_nothing_is_taken_while_nobody_watches(talk: Talk):
    Lease.objects.all().delete()
    with pytest.raises(errors.NoMonitor):
        talk.say("ana", "Hello")


def test_a_monitor_does_not_post(talk: Talk):
    with pytest.raises(errors.MonitorsDoNotPost):
        talk.say("mo", "Hello")


def test_a_member_who_was_removed_is_refused_though_they_sit_there_still(talk: Talk):
    talk.say("ana", "Hello")
    make.services.end_membership(membership=talk.cast.seats.ana, to=Membership.State.REMOVED, by="system")
    with pytest.raises(RoomUnavailable):
        talk.say("ana", "Still here?")


def test_a_sign_in_that_has_ended_says_nothing_more(talk: Talk):
    from accounts.models import SignIn

    SignIn.objects.filter(pk=talk.seats["ana"].sign_in_id).update(ended_at=clock.now(), ended_because="signed_out")
    with pytest.raises(SignedOut):
        talk.say("ana", "Hello")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("", errors.BodyEmpty),
        (" \n\t ", errors.BodyEmpty),
        ("\u200b\u2060\ufeff\u00ad", errors.BodyEmpty),
        ("\u202e\u2066", errors.BodyEmpty),
        ("\u3164\u2800", errors.BodyEmpty),
        ("x" * 2001, errors.BodyTooLong),
        ("😀" * 2001, errors.BodyTooLong),
        ("Hello \u202eolleh", errors.HiddenCharacters),
        ("Hello \u2067olleh\u2069", errors.HiddenCharacters),
        ("Hello\x00", errors.HiddenCharacters),
        ("Hello\x1b[2J", errors.HiddenCharacters),
        ("Hello\x9b", errors.HiddenCharacters),
    ],
)
def test_words_that_nobody_could_read_as_they_are_are_not_taken(talk: Talk, body: str, error: type[RuleError]):
    with pytest.raises(error):
        talk.say("ana", body)
    assert Message.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  one\r\ntwo\rthree\u2028four  ", "one\ntwo\nthree\nfour"),
        ("😀" * 2000, "😀" * 2000),
        (" " * 10 + "x" * 2000, "x" * 2000),
        ("a\tb", "a\tb"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
    ],
)
def test_words_are_kept_as_they_were_typed_but_for_newlines_and_ends(talk: Talk, typed: str, kept: str):
    talk.say("ana", typed)
    assert talk.read() == [kept]


def test_too_many_messages_in_a_minute_are_told_to_wait(talk: Talk):
    at = clock.now()
    Lease.objects.update(until=at + timedelta(minutes=5))
    for number in range(facts.PACE):
        talk.say("ana", f"Number {number}", at=at)
    with pytest.raises(errors.TooFast) as refusal:
        talk.say("ana", "One more", at=at + timedelta(seconds=20))
    assert refusal.value.retry_after == 41
    assert talk.say("ana", "One more", at=at + timedelta(seconds=61)).state == "delivered"


def test_a_circle_without_pace_has_no_such_limit(talk: Talk):
    SupportGroup.objects.update(paced=False)
    at = clock.now()
    for number in range(facts.PACE + 1):
        talk.say("ana", f"Number {number}", at=at)


def test_a_desk_that_fails_leaves_nothing_behind(talk: Talk, ports: FakeDesk):
    ports.breaks = True
    first = post("hold this")
    with pytest.raises(RuntimeError):
        services.say(seat=talk.seats["ana"], post=first)
    assert (Message.objects.count(), MessageBody.objects.count(), ScreeningRecord.objects.count()) == (0, 0, 0)
    ports.breaks = False
    assert services.say(seat=talk.seats["ana"], post=first).state == "held"


# Batches


def _prepared(talk: Talk, who: str, body: str) -> Any:
    return services.prepare(seat=talk.seats[who], post=post(body), at=clock.now())


def test_a_batch_takes_each_post_in_order(talk: Talk):
    batch = [_prepared(talk, who, f"From {who}") for who in ("ana", "ben", "fay")]
    outcomes = services.commit_posts(batch)
    assert [outcome.seq for outcome in outcomes] == sorted(outcome.seq for outcome in outcomes)
    assert talk.read() == ["From ana", "From ben", "From fay"]


def test_of_a_batch_only_those_are_refused_whose_right_is_gone(talk: Talk):
    batch = [_prepared(talk, who, f"From {who}") for who in ("ana", "ben")]
    make.services.end_membership(membership=talk.cast.seats.ana, to="removed", by="system")
    refused, taken = services.commit_posts(batch)
    assert isinstance(refused, RoomUnavailable)
    assert (taken.state, talk.read()) == ("delivered", ["From ben"])


def test_a_batch_that_fails_is_tried_post_by_post(talk: Talk):
    twice = _prepared(talk, "ana", "Once")
    again = services.prepare(seat=twice.seat, post=twice.post, at=twice.at)
    other = _prepared(talk, "ben", "From ben")
    first, second, third = services.commit_posts([twice, again, other])
    assert (first, third.state) == (second, "delivered")
    assert sorted(talk.read()) == ["From ben", "Once"]


def test_a_reading_that_has_lapsed_is_read_anew_at_the_commit(talk: Talk, monkeypatch: pytest.MonkeyPatch):
    prepared = _prepared(talk, "ana", "Hello")
    Lease.objects.all().delete()
    monkeypatch.setattr(clock, "now", lambda: prepared.authority.valid_until)
    (refused,) = services.commit_posts([prepared])
    assert isinstance(refused, errors.NoMonitor)


def test_an_ordinary_post_costs_the_same_in_an_empty_and_in_a_full_room(talk: Talk, django_assert_max_num_queries: Any):
    talk.say("ana", "First")
    with django_assert_max_num_queries(40) as few:
        talk.say("ana", "Hello")
    for number in range(12):
        talk.say("ben", f"Number {number}")
    with django_assert_max_num_queries(len(few)):
        talk.say("ana", "Hello again")


def test_replaced_words_are_a_new_revision_of_the_same_message(talk: Talk, ports: FakeDesk):
    held = talk.say("ana", "hold 555 0100")
    talk.give_back(held)
    again = post("Find me in the library", replaces=held.message)
    said = services.say(seat=talk.seats["ana"], post=again)
    assert (said.state, said.message, said.client_id) == ("delivered", held.message, again.client_id)
    assert said.rev > held.rev
    assert (talk.read(), talk.own()) == (["Find me in the library"], [])
    assert services.say(seat=talk.seats["ana"], post=again) == said


def test_a_late_retry_of_replaced_words_says_nothing_twice(talk: Talk):
    first = post("hold 555 0100")
    held = services.say(seat=talk.seats["ana"], post=first)
    talk.give_back(held)
    talk.say("ana", "Better words", replaces=held.message)
    late = services.say(seat=talk.seats["ana"], post=first)
    assert (late.state, late.message, late.client_id) == ("delivered", held.message, first.client_id)
    assert Message.objects.count() == 1


def test_words_sent_again_can_be_held_again(talk: Talk, ports: FakeDesk):
    held = talk.say("ana", "hold 555 0100")
    talk.give_back(held)
    again = talk.say("ana", "hold 555 0101", replaces=held.message)
    assert (again.state, ports.told) == ("held", ["held", "held"])
    assert [row.revision for row in MessageBody.objects.order_by("revision")] == [1, 2]


@pytest.mark.parametrize("whose", ["other", "delivered", "nobody's"])
def test_only_ones_own_returned_message_can_be_replaced(talk: Talk, whose: str):
    if whose == "other":
        replaces = talk.say("ben", "hold this").message
        error: type[RuleError] = errors.MessageNotThere
    elif whose == "delivered":
        replaces, error = talk.say("ana", "Hello").message, errors.MessageMoved
    else:
        replaces, error = new_id(), errors.MessageNotThere
    with pytest.raises(error):
        talk.say("ana", "Other words", replaces=replaces)


def test_a_seat_is_asked_about_in_its_own_language(talk: Talk):
    from dataclasses import replace

    talk.seats["ana"] = replace(talk.seats["ana"], language="es")
    spanish = talk.say("ana", "hold this").reason.text
    assert spanish != talk.say("ben", "hold this").reason.text
