"""The checker on ends of rights: of a seat, of a sign-in."""

from dataclasses import replace

from tests.chaos.checker import check
from tests.chaos.hand_made import ROOM, Writing, about, happened, of, room, rules_of, said, talk
from tests.chaos.history import Act, Event, Fault


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
