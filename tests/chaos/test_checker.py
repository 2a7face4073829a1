"""The checker on histories made by hand: a good one passes, each broken one fails with what, who and where."""

from dataclasses import replace

import pytest

from tests.chaos.checker import check
from tests.chaos.history import Act, Event, Fault, History, Log, Message, Room

ROOM, EPOCH = "the-room", "e1"


class Writing:
    """A client's log, written line by line; the clock goes on by a second each time."""

    def __init__(self, name, person, **values):
        self.log = Log(name, ROOM, person, **values)
        self.now = 0.0
        self.line = 0

    def note(self, what, **values):
        self.now += 1.0
        self.log.records.append({"what": what, "t": self.now, "line": self.line, **values})
        return self

    def opens(self, cursor=None, *, how="socket", sign_in="s1", head=0):
        self.line += 1
        self.note("line", how=how, process=1, cursor=cursor, sign_in=sign_in, tab=self.log.tab)
        return self.note("ready", epoch=EPOCH, head=head, can=["post"])

    def reset(self, seq, *messages, more=False):
        return self.note("reset", epoch=EPOCH, seq=seq, messages=list(messages), more=more)

    def run(self, *events):
        return self.note("run", epoch=EPOCH, events=list(events))

    def sent(self, client_id, *, whole=True, sign_in="s1"):
        return self.note("sent", client_id=client_id, whole=whole, sign_in=sign_in)

    def posted(self, client_id, message, seq, *, state="delivered", rev=1):
        return self.note("posted", client_id=client_id, state=state, rev=rev, message=message, seq=seq)

    def shown(self, client_id):
        return self.note("shown", client_id=client_id, because="posted")

    def closed(self, code=1006):
        return self.note("closed", code=code)

    def ends(self, seq, *outbox):
        return self.note("end", cursor=(EPOCH, seq), outbox=list(outbox))


def said(seq, *, fits=True):
    """The message with this seq, as an event."""
    return [seq, seq, "message", f"m{seq}", f"c{seq}", fits, None]


def about(seq, kind, member="seat-ben"):
    return [seq, seq, kind, None, None, None, member]


def room(*events, messages=(), head=0):
    return Room(
        id=ROOM,
        epoch=EPOCH,
        head=head or len(events),
        events=events,
        messages=messages,
        members={"seat-ana": ("ana", 0), "seat-ben": ("ben", 0)},
    )


def stored(seq, person="ana", **values):
    return replace(Message(f"m{seq}", f"c{seq}", person, "delivered", seq), **values)


def happened(seq):
    return Event(seq, "message", f"m{seq}")


def of(ana, ben, rows, **values):
    return History([ana.log, ben.log], {ROOM: rows}, **values)


def talk():
    """Ana says three things; Ben hears them, is cut off after the second, and resumes. Nothing is wrong."""
    ana, ben = Writing("ana", "ana"), Writing("ben", "ben")
    ana.opens().reset(0)
    for seq in (1, 2, 3):
        ana.sent(f"c{seq}").posted(f"c{seq}", f"m{seq}", seq).run(said(seq)).shown(f"c{seq}")
    ana.ends(3)
    ben.opens().reset(0).run(said(1), said(2)).closed().opens((EPOCH, 2)).run(said(3)).ends(3)
    rows = room(*(happened(seq) for seq in (1, 2, 3)), messages=tuple(stored(seq) for seq in (1, 2, 3)))
    return ana, ben, rows


def rules_of(history):
    return {violation.rule for violation in check(history)}


def test_a_good_history_passes():
    assert check(of(*talk())) == []


def test_a_resume_from_an_older_cursor_is_no_second_delivery():
    ana, ben, rows = talk()
    ben.log.records.pop()
    ben.closed().opens((EPOCH, 0)).run(said(1), said(2), said(3)).ends(3)
    assert check(of(ana, ben, rows)) == []


def test_an_answer_that_got_lost_is_no_loss():
    ana, ben, rows = talk()
    ana.log.records[:] = [r for r in ana.log.records if not (r["what"] == "posted" and r["client_id"] == "c2")]
    assert check(of(ana, ben, rows)) == []


@pytest.mark.parametrize(
    ("events", "what"),
    [
        ([said(1), said(3)], "a hole: seq 3 came after 1"),
        ([said(1), said(2), said(2), said(3)], "seq 2 came twice"),
        ([said(1), said(3), said(2)], "seq 2 came after 3: out of order"),
    ],
)
def test_a_run_that_does_not_follow_is_named(events, what):
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().reset(0).run(*events).ends(3)
    (first, *_) = check(of(ana, ben, rows))
    assert (first.rule, first.who) == ("runs_follow_one_another", "ben")
    assert "line 1" in first.where and ROOM in first.where
    assert what in [violation.what for violation in check(of(ana, ben, rows))]


def test_events_before_any_reset_are_named():
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().run(said(1), said(2), said(3)).ends(3)
    assert rules_of(of(ana, ben, rows)) == {"runs_follow_one_another"}


def test_a_run_of_another_epoch_is_named():
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens(("e0", 0)).run(said(1), said(2), said(3)).ends(3)
    assert rules_of(of(ana, ben, rows)) == {"runs_follow_one_another"}


@pytest.mark.parametrize(
    ("event", "what"),
    [
        ([3, 3, "message", "m9", "c9", True, None], "seq 3 is message m9 here, and message m3 in the database"),
        ([3, 3, "message_removed", "m3", None, None, None], "seq 3 is message_removed m3 here"),
        ([3, 3, "hidden", None, None, None, None], "seq 3 was hidden, though its message is shown to everybody"),
        ([3, 4, "hidden", None, None, None, None], "hidden through seq 4, which is not in the database"),
        (said(3, fits=False), "the words are not those of message m3"),
    ],
)
def test_an_event_that_differs_from_the_log_is_named(event, what):
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().reset(0).run(said(1), said(2), event).ends(3)
    found = [v for v in check(of(ana, ben, rows)) if v.rule == "events_are_those_of_the_log"]
    assert len(found) == 1 and what in found[0].what and found[0].who == "ben"


def test_an_event_that_nobody_stored_is_named():
    ana, ben, rows = talk()
    rows = replace(rows, events=rows.events[:2], messages=rows.messages[:2], head=2)
    assert "seq 3 (message) is not in the database" in [violation.what for violation in check(of(ana, ben, rows))]


def test_whoever_stays_behind_in_the_end_is_named():
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().reset(0).run(said(1), said(2)).ends(2)
    assert rules_of(of(ana, ben, rows)) == {"everybody_is_at_the_end"}


def test_whoever_left_before_the_end_need_not_be_there():
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().reset(0).run(said(1)).note("left").ends(1)
    assert check(of(ana, ben, rows)) == []


@pytest.mark.parametrize(
    ("messages", "what"),
    [
        ([["m1", "c1", 1, "delivered"]], "message m2 (seq 2) is missing up to 2"),
        ([["m2", "c2", 2, "delivered"], ["m1", "c1", 1, "delivered"]], "not one page in the order of the log"),
        ([[f"m{seq}", f"c{seq}", seq, "delivered"] for seq in (1, 2, 3)], "m3 with seq 3 is not in the log up to 2"),
    ],
)
def test_a_reset_that_is_not_the_room_is_named(messages, what):
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().reset(2, *messages).run(said(3)).ends(3)
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "resets_show_the_room" and what in found.what


def test_words_that_were_taken_down_do_not_come_again():
    ana, _, rows = talk()
    gone = Event(4, "message_removed", "m1")
    rows = room(*rows.events, gone, messages=(replace(rows.messages[0], state="removed", rev=2), *rows.messages[1:]))
    removal = [4, 4, "message_removed", "m1", None, None, None]
    ana.log.records.pop()
    ana.run(removal).posted("c1", "m1", 1, state="removed", rev=2).ends(4)
    ben = Writing("ben", "ben").opens().reset(0).run(said(1), said(2), said(3), removal).closed()
    ben.opens((EPOCH, 0)).run(said(1), said(2), said(3), removal).ends(4)
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "what_was_taken_down_is_not_shown" and "4 took it down" in found.what


# Posts


def test_an_acknowledged_message_that_is_not_stored_is_named():
    ana, ben, rows = talk()
    ana.sent("c9").posted("c9", "m9", 9)
    assert "client_id c9 was acknowledged as delivered, and is not in the database" in [
        violation.what for violation in check(of(ana, ben, rows))
    ]


@pytest.mark.parametrize(
    ("message", "seq", "what"),
    [("m3", 7, "with seq 7, the database has 3"), ("m8", 3, "with message m8, the database has m3")],
)
def test_an_acknowledgement_that_says_something_else_is_named(message, seq, what):
    ana, ben, rows = talk()
    ana.posted("c3", message, seq)
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "acknowledged_is_stored" and what in found.what and found.who == "ana"


def test_two_messages_for_one_client_id_are_named():
    ana, ben, rows = talk()
    twice = replace(rows.messages[2], client_id="c2")
    ana.log.records[:] = [r for r in ana.log.records if r.get("client_id") != "c3"]
    found = check(of(ana, ben, replace(rows, messages=(*rows.messages[:2], twice))))
    assert "2 messages of ana for client_id c2" in [violation.what for violation in found]


def test_what_nobody_acknowledged_is_not_shown_as_sent():
    ana, ben, rows = talk()
    ana.sent("c9").shown("c9")
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "shown_as_sent_is_acknowledged" and "c9" in found.what


def test_half_a_frame_is_no_post():
    ana, ben, rows = talk()
    for record in ana.log.of("sent"):
        record["whole"] = record["client_id"] != "c2"
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "nothing_is_invented" and "c2 was cut in the middle" in found.what


def test_a_message_that_nobody_sent_is_named():
    ana, ben, rows = talk()
    ana.log.records[:] = [r for r in ana.log.records if not (r["what"] == "sent" and r["client_id"] == "c2")]
    assert "client_id c2 was never sent, and is stored" in [v.what for v in check(of(ana, ben, rows))]


def test_a_post_without_an_answer_is_named():
    ana, ben, rows = talk()
    ana.log.records.pop()
    ana.sent("c9").ends(3, "c9")
    assert rules_of(of(ana, ben, rows)) == {"every_post_is_answered"}


def test_a_decision_that_its_writer_does_not_know_is_named():
    ana, ben, rows = talk()
    ana.sent("c9").posted("c9", "m9", None, state="held")
    rows = replace(rows, messages=(*rows.messages, replace(stored(9), seq=None, state="returned", rev=2)))
    ana.log.records.append(ana.log.records.pop(-3))  # its end stays the last
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "writers_know_the_present_state" and "is returned (rev 2), told was rev 1" in found.what


# The log


def test_a_hole_in_the_log_is_named():
    ana, ben, rows = talk()
    found = check(of(ana, ben, replace(rows, events=(rows.events[0], rows.events[2]), messages=rows.messages)))
    assert "seq 2 is missing, the head is 3" in [violation.what for violation in found]


def test_a_seq_that_was_given_twice_is_named():
    ana, ben, rows = talk()
    found = check(of(ana, ben, replace(rows, events=(*rows.events, happened(2)))))
    assert "seq 2 was given 2 times" in [violation.what for violation in found]


def test_a_message_in_another_place_than_its_event_is_named():
    ana, ben, rows = talk()
    moved = replace(rows.messages[0], seq=2)
    found = check(of(ana, ben, replace(rows, messages=(moved, *rows.messages[1:]))))
    assert "message m1 has seq 2, its event 1" in [violation.what for violation in found]


# Rights


def removed(*, handed=(), seat_again_with=None):
    """Ben's seat is ended between Ana's second and third message; what he is `handed` after that is the question, or
    with what the room opens when he has a seat again."""
    ana, _, rows = talk()
    rows = room(
        happened(1),
        happened(2),
        Event(3, "member_left", member="seat-ben"),
        Event(4, "message", "m3"),
        messages=(*rows.messages[:2], replace(rows.messages[2], seq=4)),
    )
    ana = Writing("ana", "ana").opens().reset(0)
    for number, seq in ((1, 1), (2, 2), (3, 4)):
        ana.sent(f"c{number}").posted(f"c{number}", f"m{number}", seq).shown(f"c{number}")
    third = [4, 4, "message", "m3", "c3", True, None]
    ana.run(said(1), said(2), about(3, "member_left"), third).ends(4)
    ben = Writing("ben", "ben").opens().reset(0).run(said(1), said(2), about(3, "member_left"))
    if handed:
        ben.run(third)
    ben.closed(4403)
    acts = [Act("end", 4.5, 4.6, ROOM, "ben", "s1")]
    if seat_again_with is not None:
        acts.append(Act("seat", 7.1, 7.2, ROOM, "ben", "s1"))
        rows = replace(rows, events=(*rows.events, Event(5, "member_joined", member="seat-ben")), head=5)
        rows = replace(rows, members={**rows.members, "seat-ben": ("ben", 4)})
        ana.log.records.pop()
        ana.run(about(5, "member_joined")).ends(5)
        ben.opens(head=5).reset(5, *seat_again_with).ends(5)
        return of(ana, ben, rows, acts=acts)
    ben.note("left").ends(3)
    return of(ana, ben, rows, acts=acts)


def test_whoever_hears_of_the_end_of_their_right_and_nothing_more_is_well_treated():
    assert check(removed()) == []


def test_an_event_after_the_end_of_a_right_is_named():
    (found,) = check(removed(handed=(4,)))
    assert found.rule == "nothing_after_the_end_of_a_right" and found.who == "ben"
    assert "was handed seq 4, the right ended with seq 3 (end)" in found.what


def test_whoever_has_a_seat_again_begins_there():
    assert rules_of(removed(seat_again_with=[])) == set()


def test_what_was_said_while_somebody_had_no_seat_is_not_for_them():
    found = check(removed(seat_again_with=[["m3", "c3", 4, "delivered"]]))
    assert ("nothing_from_between_two_seats", "ben") in [(violation.rule, violation.who) for violation in found]


def test_an_end_of_a_right_that_is_not_in_the_log_is_named():
    history = removed()
    acts = [*history.acts, Act("away", 20.0, 20.1, ROOM, "ben", "s1")]
    assert "each_end_is_in_the_log" in rules_of(replace(history, acts=acts))


def test_a_message_in_the_log_after_the_end_of_its_writers_right_is_named():
    history = removed()
    rows = history.rooms[ROOM]
    mine = (*rows.messages[:2], replace(rows.messages[2], person="ben"))
    ben = history.logs[1]
    ben.records.append({"what": "sent", "t": 0.5, "line": 1, "client_id": "c3", "whole": True, "sign_in": "s1"})
    found = check(replace(history, rooms={ROOM: replace(rows, messages=mine)}))
    assert "seq 4 is theirs, the right ended with seq 3 (end)" in [violation.what for violation in found]


def test_what_staff_release_may_come_after_the_end_of_its_writers_right():
    history = removed()
    rows = history.rooms[ROOM]
    events = (*rows.events[:3], replace(rows.events[3], released=True))
    mine = (*rows.messages[:2], replace(rows.messages[2], person="ben"))
    rules = rules_of(replace(history, rooms={ROOM: replace(rows, events=events, messages=mine)}))
    assert "nothing_is_logged_without_a_right" not in rules


def signed_out(*, at, sent_at=None):
    """Ben's sign-in ends at 3.5 s; he is handed something `at`, and posts at `sent_at`."""
    ana, ben, rows = talk()
    ben = Writing("ben", "ben").opens().reset(0)
    ben.now = at - 1
    ben.run(said(1), said(2), said(3)).note("left").ends(3)
    acts = [Act("sign_out", 3.5, 3.6, ROOM, "ben", "s1")]
    return of(ana, ben, rows, acts=acts)


def test_a_line_of_a_sign_in_that_ended_is_closed_within_its_bound():
    assert check(signed_out(at=6.0)) == []


def test_a_line_that_outlives_its_sign_in_is_named():
    assert rules_of(signed_out(at=20.0)) == {"nothing_after_the_end_of_a_sign_in"}


def test_a_database_that_was_away_makes_the_bound_longer():
    away = Fault("postgres_fast", "0", 4.0, 14.0)
    assert check(replace(signed_out(at=20.0), faults=[away])) == []


def test_a_line_that_opens_with_an_ended_sign_in_is_named():
    ana, ben, rows = talk()
    acts = [Act("sign_out", 0.1, 0.2, ROOM, "ben", "s1")]
    assert rules_of(of(ana, ben, rows, acts=acts)) == {"nothing_after_the_end_of_a_sign_in"}


def test_a_post_that_was_sent_after_the_end_of_a_sign_in_is_not_taken():
    ana, ben, rows = talk()
    acts = [Act("sign_out", 8.1, 8.2, ROOM, "ana", "s1")]
    found = [v.what for v in check(of(ana, ben, rows, acts=acts)) if v.rule == "nothing_is_taken_without_a_right"]
    assert found == ["client_id c3 was taken, and sent only after the end of a right"]


# Lines


def test_more_than_a_window_is_named():
    ana, _, rows = talk()
    hidden = Event(4, "unseen")
    rows = room(*rows.events, *(replace(hidden, seq=seq) for seq in range(4, 301)), messages=rows.messages)
    ana.log.records[-1] = {**ana.log.records[-1], "what": "left"}
    ben = (
        Writing("ben", "ben").opens().reset(0).run(said(1), said(2), said(3), [4, 300, "hidden", *[None] * 4]).ends(300)
    )
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "window_is_kept" and "seq 300 was handed over with 0 applied" in found.what


@pytest.mark.parametrize(
    ("code", "what"), [(4403, "no right"), (4401, "no right"), (4400, "4400"), (4409, "no other tab")]
)
def test_a_close_without_a_cause_is_named(code, what):
    ana, ben, rows = talk()
    ben.closed(code)
    (found,) = check(of(ana, ben, rows))
    assert found.rule == "nobody_is_sent_away_without_cause" and what in found.what


def test_two_tabs_are_not_served_side_by_side_for_long():
    ana, _ben, rows = talk()
    second = Writing("ben-b", "ben", tab="other").opens().reset(0).run(said(1), said(2), said(3))
    second.now = 80.0
    second.note("head", epoch=EPOCH, seq=3).ends(3)
    late = Writing("ben", "ben").opens().reset(0).run(said(1), said(2))
    late.now = 70.0
    late.run(said(3)).ends(3)
    history = replace(of(ana, late, rows), logs=[ana.log, late.log, second.log])
    assert rules_of(history) == set()  # the first came in at the same time
    second.log.records[0]["t"] = second.log.records[1]["t"] = 5.0
    assert rules_of(history) == {"one_tab_at_a_time"}


def delayed(seconds, **values):
    """Ben hears Ana's third message so many seconds after she knows that it is delivered."""
    ana, _, rows = talk()
    told_at = next(record["t"] for record in ana.log.of("posted") if record["client_id"] == "c3")
    ben = Writing("ben", "ben").opens().reset(0).run(said(1), said(2))
    ben.now = told_at + seconds - 1
    ben.run(said(3)).ends(3)
    return of(ana, ben, rows, **{"quiet": frozenset({ROOM}), **values})


def test_a_wake_up_that_got_lost_delays_by_little():
    assert check(delayed(3)) == []


def test_a_long_delay_in_a_quiet_room_is_named():
    found = check(delayed(30))
    assert ("a_lost_wake_up_only_delays", "ben", "seq 3 took 30.0 s") in [(v.rule, v.who, v.what) for v in found]


def test_delays_of_a_busy_room_are_for_information():
    assert check(delayed(30, quiet=frozenset())) == []


def test_a_message_that_never_came_on_a_line_that_closed_late_is_named():
    ana, _, rows = talk()
    ben = Writing("ben", "ben").opens().reset(0).run(said(1), said(2))
    ben.now = 60.0
    ben.closed().opens((EPOCH, 2)).run(said(3)).ends(3)
    assert rules_of(of(ana, ben, rows, quiet=frozenset({ROOM}))) == {"a_lost_wake_up_only_delays"}
