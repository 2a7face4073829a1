"""Hands, the turn, the phase and listening: what a session has while it is on, and who may change it."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from chat.models import Event
from core import clock
from core.errors import NotAllowed, RuleError
from core.ids import new_id
from groups import services as groups
from groups.authority import reading
from groups.errors import MemberNotHere, NotYours, SessionMoved, TurnNotYours
from groups.models import GroupSession, Hand
from groups.sessions import ending, turns
from groups.sessions import services as sessions
from groups.sessions.selectors import hands_of
from tests import factories as make
from tests.racing import together

State = GroupSession.State
OVER = {"state": State.CLOSED, "phase": ""}
#: Each act of a leader, that changes something in a session which has just begun.
LEADING = {
    "phase": lambda cast, seat: sessions.set_phase(seat=seat, phase="topic"),
    "turn": lambda cast, seat: turns.give_turn(seat=seat, member_id=cast.seats.ben.pk),
    "lower_hand": lambda cast, seat: turns.lower_hand(seat=seat, member_id=cast.seats.ana.pk),
    "listen_only": lambda cast, seat: sessions.set_listen_only(seat=seat, on=True),
}
#: Each act of a member.
TAKING_PART = {
    "hand": lambda seat: turns.raise_hand(seat=seat),
    "down": lambda seat: turns.take_hand_down(seat=seat),
    "pass": lambda seat: turns.pass_turn(seat=seat),
}


class Meeting:
    """An open session with Fay in the room."""

    def __init__(self, cast):
        self.cast = cast
        self.seats = {name: cast.seat(name) for name in ("ana", "ben", "fay", "mo")}
        self.session = make.open_session(cast.group, watched_by=self.seats["fay"])
        self.start = self.head

    @property
    def head(self):
        self.cast.room.refresh_from_db()
        return self.cast.room.head

    @property
    def now(self):
        self.session.refresh_from_db()
        return self.session

    @property
    def events(self):
        return list(Event.objects.filter(room=self.cast.room, seq__gt=self.start).order_by("seq"))

    @property
    def kinds(self):
        return [event.kind for event in self.events]

    def raise_hands(self, *names):
        for name in names:
            turns.raise_hand(seat=self.seats[name])

    def give(self, name):
        turns.give_turn(seat=self.seats["fay"], member_id=name and getattr(self.cast.seats, name).pk)

    def can(self, name):
        return reading(self.seats[name], at=clock.now()).can

    def id(self, name) -> UUID:
        return getattr(self.cast.seats, name).pk


@pytest.fixture
def meeting(cast):
    return Meeting(cast)


@pytest.fixture
def live_meeting(live_cast):
    return Meeting(live_cast)


# Hands


def test_hands_stand_in_the_order_in_which_they_were_raised(meeting):
    meeting.raise_hands("ben", "ana")
    assert hands_of(meeting.session) == [meeting.id("ben"), meeting.id("ana")]
    last = meeting.events[-1]
    assert (last.kind, last.data["member_id"], last.data["up"]) == ("hand", str(meeting.id("ana")), True)
    assert last.data["hands"] == [str(meeting.id("ben")), str(meeting.id("ana"))]


def test_a_hand_that_is_up_keeps_its_place_and_is_told_once(meeting):
    meeting.raise_hands("ana", "ben", "ana")
    assert hands_of(meeting.session) == [meeting.id("ana"), meeting.id("ben")]
    assert meeting.kinds == ["hand", "hand"]


def test_a_hand_goes_down_once(meeting):
    meeting.raise_hands("ana")
    for _ in range(2):
        turns.take_hand_down(seat=meeting.seats["ana"])
    assert [event.data["up"] for event in meeting.events] == [True, False]
    assert not hands_of(meeting.session)


def test_hands_may_be_raised_while_writing_is_paused(meeting):
    sessions.pause(seat=meeting.seats["fay"])
    meeting.raise_hands("ana")
    assert hands_of(meeting.session) == [meeting.id("ana")]


@pytest.mark.parametrize("who", ["fay", "mo"])
@pytest.mark.parametrize("act", ["hand", "down"])
def test_leaders_and_monitors_have_no_hand_to_raise(meeting, who, act):
    with pytest.raises(NotAllowed):
        TAKING_PART[act](meeting.seats[who])


def test_a_leader_takes_a_hand_down_and_that_is_on_record(meeting):
    meeting.raise_hands("ana", "ben")
    for _ in range(2):
        turns.lower_hand(seat=meeting.seats["fay"], member_id=meeting.id("ana"))
    assert hands_of(meeting.session) == [meeting.id("ben")]
    (recorded,) = AuditEvent.objects.filter(kind="groups.hand_lowered")
    assert recorded.detail == {"member": str(meeting.id("ana"))}


# The turn


def test_the_turn_goes_to_a_member_whose_hand_goes_down_with_it(meeting):
    meeting.raise_hands("ana", "ben")
    meeting.give("ana")
    assert (meeting.now.turn_id, hands_of(meeting.session)) == (meeting.id("ana"), [meeting.id("ben")])
    last = meeting.events[-1]
    assert (last.kind, last.data["member_id"], last.data["passed"]) == ("turn", str(meeting.id("ana")), None)
    assert (last.data["turn"], last.data["hands"]) == (str(meeting.id("ana")), [str(meeting.id("ben"))])
    (recorded,) = AuditEvent.objects.filter(kind="groups.turn_given")
    assert (recorded.actor, recorded.detail) == (
        f"person:{meeting.cast.persons.fay.pk}",
        {"member": str(meeting.id("ana"))},
    )


def test_the_turn_that_somebody_has_is_not_given_again(meeting):
    meeting.give("ana")
    meeting.give("ana")
    assert meeting.kinds == ["turn"]
    assert AuditEvent.objects.filter(kind="groups.turn_given").count() == 1


def test_a_leader_takes_the_turn_back(meeting):
    meeting.give("ana")
    meeting.give(None)
    assert (meeting.now.turn_id, meeting.events[-1].data["member_id"]) == (None, None)


@pytest.mark.parametrize("why", ["away", "left", "elsewhere", "nobody"])
def test_the_turn_goes_only_to_an_active_member_of_this_circle(meeting, why):
    seats = meeting.cast.seats
    if why == "away":
        groups.turn_away(membership=seats.ana, why="own_wish", by="system")
    if why == "left":
        groups.end_membership(membership=seats.ana, to="left", by="system")
    whose = {"elsewhere": seats.oz.pk, "nobody": new_id()}.get(why, seats.ana.pk)
    head = meeting.head
    with pytest.raises(MemberNotHere):
        turns.give_turn(seat=meeting.seats["fay"], member_id=whose)
    assert (meeting.now.turn_id, meeting.head) == (None, head)


def test_whoever_has_the_turn_passes_it_and_the_room_is_told_who_did(meeting):
    meeting.give("ana")
    assert "pass" in meeting.can("ana")
    turns.pass_turn(seat=meeting.seats["ana"])
    last = meeting.events[-1].data
    assert (meeting.now.turn_id, last["member_id"], last["passed"]) == (None, None, str(meeting.id("ana")))
    assert "pass" not in meeting.can("ana")
    assert not AuditEvent.objects.filter(actor=f"person:{meeting.cast.persons.ana.pk}").exists()


@pytest.mark.parametrize("who", ["ben", "fay", "mo"])
def test_nobody_passes_a_turn_that_is_not_theirs(meeting, who):
    meeting.give("ana")
    assert "pass" not in meeting.can(who)
    with pytest.raises(TurnNotYours):
        turns.pass_turn(seat=meeting.seats[who])
    assert meeting.now.turn_id == meeting.id("ana")


def test_a_turn_raises_the_rooms_authority_and_a_hand_does_not(meeting):
    before = meeting.cast.room.authority
    meeting.raise_hands("ana")
    meeting.cast.room.refresh_from_db()
    assert meeting.cast.room.authority == before
    meeting.give("ana")
    meeting.cast.room.refresh_from_db()
    assert meeting.cast.room.authority == before + 1


@pytest.mark.parametrize("how", ["left", "removed", "away"])
def test_who_leaves_or_goes_away_has_neither_turn_nor_hand(meeting, how):
    meeting.give("ana")
    meeting.raise_hands("ana")
    if how == "away":
        groups.turn_away(membership=meeting.cast.seats.ana, why="custody", by="system")
    else:
        groups.end_membership(membership=meeting.cast.seats.ana, to=how, by="system")
    assert (meeting.now.turn_id, hands_of(meeting.session)) == (None, [])
    gone = "member_away" if how == "away" else "member_left"
    assert meeting.kinds == ["turn", "hand", "turn", "hand", gone]


def test_who_leaves_without_turn_or_hand_leaves_without_a_word_of_them(meeting):
    groups.end_membership(membership=meeting.cast.seats.ana, to="left", by="system")
    assert meeting.kinds == ["member_left"]


# Phases and listening


def test_a_session_begins_with_its_opening_and_goes_through_its_phases(cast):
    session = sessions.open_session(seat=cast.seat("fay"))
    assert session.phase == "opening"
    for phase in GroupSession.Phase.values[1:]:
        sessions.set_phase(seat=cast.seat("fay"), phase=phase)
        assert Event.objects.latest("seq").data["phase"] == phase
    assert AuditEvent.objects.filter(kind="groups.phase_set").count() == 4


def test_the_phase_that_it_is_in_is_not_told_again(meeting):
    for phase in ("topic", "topic"):
        sessions.set_phase(seat=meeting.seats["fay"], phase=phase)
    assert meeting.kinds == ["phase"]
    assert AuditEvent.objects.filter(kind="groups.phase_set").count() == 1


def test_in_listen_only_members_may_not_write_and_leaders_may(meeting):
    before = meeting.cast.room.authority
    sessions.set_listen_only(seat=meeting.seats["fay"], on=True)
    (event,) = meeting.events
    assert (event.kind, event.data["why"], event.data["state"]) == ("posting_paused", "listen_only", "open")
    assert {"post", "typing", "react"} <= meeting.can("fay")
    assert not {"post", "typing"} & meeting.can("ana")
    assert {"react", "hand"} <= meeting.can("ana")
    assert reading(meeting.seats["ana"], at=clock.now()).why_not == "posting.listen_only"
    meeting.cast.room.refresh_from_db()
    assert meeting.cast.room.authority == before + 1


def test_listening_ends_and_each_change_is_told_and_recorded_once(meeting):
    for on in (True, True, False, False):
        sessions.set_listen_only(seat=meeting.seats["fay"], on=on)
    assert meeting.kinds == ["posting_paused", "posting_resumed"]
    assert "post" in meeting.can("ana")
    recorded = AuditEvent.objects.filter(kind__startswith="groups.listening_").order_by("seq")
    assert [event.kind for event in recorded] == ["groups.listening_began", "groups.listening_ended"]


def test_nobody_who_watches_comes_before_listening(meeting):
    sessions.set_listen_only(seat=meeting.seats["fay"], on=True)
    later = clock.now() + timedelta(minutes=2)
    assert reading(meeting.seats["ana"], at=later).why_not == "posting.no_monitor"
    assert "react" not in reading(meeting.seats["ana"], at=later).can


# Who may, and when


@pytest.mark.parametrize("who", ["ana", "mo"])
@pytest.mark.parametrize("act", LEADING)
def test_only_a_leader_of_the_circle_leads(meeting, who, act):
    meeting.raise_hands("ana")
    head = meeting.head
    with pytest.raises(NotYours):
        LEADING[act](meeting.cast, meeting.seats[who])
    assert meeting.head == head


@pytest.mark.parametrize("act", LEADING)
def test_without_a_session_there_is_nothing_to_lead(cast, act):
    with pytest.raises(SessionMoved):
        LEADING[act](cast, cast.seat("fay"))


@pytest.mark.parametrize(("act", "refusal"), [("hand", SessionMoved), ("down", SessionMoved), ("pass", TurnNotYours)])
def test_without_a_session_there_is_nothing_to_take_part_in(cast, act, refusal):
    with pytest.raises(refusal):
        TAKING_PART[act](cast.seat("ana"))


@pytest.mark.parametrize("act", TAKING_PART)
def test_who_is_away_takes_no_part(meeting, act):
    groups.turn_away(membership=meeting.cast.seats.ana, why="custody", by="system")
    with pytest.raises(RuleError) as refusal:
        TAKING_PART[act](meeting.seats["ana"])
    assert refusal.value.code == "room.unavailable"


@pytest.mark.parametrize("act", LEADING)
def test_an_act_of_a_leader_without_its_audit_row_does_not_happen(meeting, act, monkeypatch):
    meeting.raise_hands("ana")
    head = meeting.head

    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr("audit.services._append", refuse)
    with pytest.raises(IntegrityError):
        LEADING[act](meeting.cast, meeting.seats["fay"])
    assert (meeting.head, meeting.now.phase, meeting.now.turn_id) == (head, "opening", None)
    assert (meeting.now.listen_only, hands_of(meeting.session)) == (False, [meeting.id("ana")])


# The end


def test_all_that_a_session_has_ends_with_it(meeting):
    meeting.raise_hands("ben")
    meeting.give("ana")
    sessions.set_phase(seat=meeting.seats["fay"], phase="topic")
    sessions.set_listen_only(seat=meeting.seats["fay"], on=True)
    ending.tell_ends(at=meeting.session.ends_at - timedelta(minutes=5))
    sessions.close_session(seat=meeting.seats["fay"])
    over = meeting.now
    assert (over.phase, over.turn, over.listen_only, over.end_told, hands_of(over)) == ("", None, False, None, [])
    told = meeting.events[-1].data
    assert (told["state"], told["phase"], told["turn"], told["hands"]) == ("closed", None, None, [])
    assert told["listen_only"] is False


def said(meeting):
    return [event.data["minutes"] for event in meeting.events if event.kind == "notice"]


def test_the_room_hears_ten_five_and_one_minute_before_the_end(meeting):
    end = meeting.session.ends_at
    for seconds in range(11 * 60, -60, -5):
        ending.tell_ends(at=end - timedelta(seconds=seconds))
    assert said(meeting) == [10, 5, 1]
    assert {event.data["code"] for event in meeting.events} == {"session.ends_soon"}


@pytest.mark.parametrize(("minutes", "told"), [(10.1, []), (10, [10]), (9.5, [10]), (8.9, []), (5, [5]), (0, [])])
def test_what_is_late_by_a_minute_is_not_said(meeting, minutes, told):
    ending.tell_ends(at=meeting.session.ends_at - timedelta(minutes=minutes))
    assert said(meeting) == told


@pytest.mark.parametrize("state", ["scheduled", "closed"])
def test_a_session_that_is_not_on_says_nothing_of_its_end(meeting, state):
    closed_at = clock.now() if state == "closed" else None
    GroupSession.objects.update(state=state, phase="", closed_at=closed_at)
    assert ending.tell_ends(at=meeting.session.ends_at - timedelta(minutes=5)) == 0


def test_the_step_tells_the_end_by_itself(meeting):
    from core.steps import jobs

    GroupSession.objects.update(ends_at=clock.now() + timedelta(minutes=5))
    step = jobs["groups.tell_session_ends"].step
    assert [step(), step()] == [True, False]
    assert said(meeting) == [5]


# Two at once


def test_two_workers_tell_an_end_once(live_meeting):
    at = live_meeting.session.ends_at - timedelta(minutes=5)
    assert sorted(together(*[lambda: ending.tell_ends(at=at)] * 2)) == [0, 1]
    assert said(live_meeting) == [5]


def test_a_turn_that_is_passed_twice_at_once_is_passed_once(live_meeting):
    live_meeting.give("ana")
    seat = live_meeting.seats["ana"]
    outcomes = together(*[lambda: turns.pass_turn(seat=seat)] * 2)
    assert sorted(map(str, outcomes)) == ["None", "turn.not_yours"]
    assert live_meeting.kinds == ["turn", "turn"]


def test_two_turns_given_at_once_end_with_the_one_that_was_told_last(live_meeting):
    together(lambda: live_meeting.give("ana"), lambda: live_meeting.give("ben"))
    assert live_meeting.kinds == ["turn", "turn"]
    assert live_meeting.events[-1].data["turn"] == str(live_meeting.now.turn_id)


def test_a_turn_given_to_somebody_who_leaves_is_nobodys(live_meeting):
    for _ in range(3):
        membership = make.member(live_meeting.cast.group, make.person())
        together(
            lambda one=membership: turns.give_turn(seat=live_meeting.seats["fay"], member_id=one.pk),
            lambda one=membership: groups.end_membership(membership=one, to="left", by="system"),
        )
        assert live_meeting.now.turn_id is None


def test_hands_raised_at_once_are_all_in_the_last_that_is_told(live_meeting):
    together(lambda: live_meeting.raise_hands("ana"), lambda: live_meeting.raise_hands("ben"))
    assert live_meeting.events[-1].data["hands"] == [str(pk) for pk in hands_of(live_meeting.session)]
    assert len(hands_of(live_meeting.session)) == 2


def test_the_same_hand_raised_twice_at_once_is_up_once(live_meeting):
    together(*[lambda: live_meeting.raise_hands("ana")] * 2)
    assert (live_meeting.kinds, len(hands_of(live_meeting.session))) == (["hand"], 1)


# What must never be half true


@pytest.mark.parametrize(
    "half",
    [
        {"phase": ""},
        {"state": State.CLOSED},
        {**OVER, "listen_only": True},
        {**OVER, "end_told": 5},
        {**OVER, "turn": "ana"},
    ],
)
def test_a_session_in_half_a_state_is_refused_by_the_database(meeting, half):
    values = {name: meeting.id("ana") if value == "ana" else value for name, value in half.items()}
    closed = {"closed_at": clock.now()} if "state" in half else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupSession.objects.update(**values, **closed)


def test_one_hand_per_member_is_a_rule_of_the_database(meeting):
    meeting.raise_hands("ana")
    with pytest.raises(IntegrityError), transaction.atomic():
        Hand.objects.create(session=meeting.session, member=meeting.cast.seats.ana, raised_at=clock.now())
