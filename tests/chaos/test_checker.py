"""The checker on histories made by hand: a good one passes, each broken one fails with what, who and where."""

from dataclasses import replace

import pytest

from tests.chaos.checker import check
from tests.chaos.hand_made import EPOCH, ROOM, Writing, happened, of, room, rules_of, said, stored, talk
from tests.chaos.history import Event


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
