"""The checker on lines: windows, close codes, two tabs, delays."""

from dataclasses import replace

import pytest

from tests.chaos.checker import check
from tests.chaos.hand_made import EPOCH, ROOM, Writing, of, room, rules_of, said, talk
from tests.chaos.history import Event


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
