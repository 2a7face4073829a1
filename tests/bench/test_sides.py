"""Each system is spoken to in its own words, and understood."""

import json
from uuid import UUID

import pytest

from tests.bench import words
from tests.bench.lines import Kind, Line, Room, Seat
from tests.bench.run import SCENARIOS, chosen
from tests.bench.sides.ours import Room as Ours
from tests.bench.sides.socketio import EngineIo


@pytest.fixture
def line() -> Line:
    return Line(Seat("r", "", b""), Room("r"), 0)


def frame(**fields: object) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode()


def test_a_new_line_is_ready_with_its_first_reset_and_stands_where_that_says(line):
    dialect = Ours()
    assert json.loads(dialect.greet(line))["cursor"] is None
    assert dialect.read(line, frame(type="ready", epoch="e", head=7)).kind is Kind.OTHER
    assert dialect.read(line, frame(type="reset", epoch="e", seq=7, messages=[])).kind is Kind.READY
    assert (line.epoch, line.seq) == ("e", 7)


def test_a_line_that_comes_back_shows_its_cursor_and_a_reset_is_counted(line):
    dialect = Ours()
    line.epoch, line.seq = "e", 7
    assert json.loads(dialect.greet(line))["cursor"] == {"epoch": "e", "seq": 7}
    assert dialect.read(line, frame(type="ready", epoch="e", head=9)).kind is Kind.READY
    assert dialect.read(line, frame(type="reset", epoch="f", seq=1, messages=[])).kind is Kind.RESET


def test_a_run_of_events_ends_where_its_last_hides_others(line):
    events = [
        {"seq": 4, "kind": "message", "message": {"body": words.body(12)}},
        {"seq": 5, "kind": "hidden", "through": 8},
    ]
    told = Ours().read(line, frame(type="events", epoch="e", events=events))
    assert (told.first, told.last, told.numbers) == (4, 8, (12,))


def test_a_post_is_known_again_by_its_client_id_and_those_of_other_runs_are_not_ours(line):
    dialect = Ours()
    client_id = json.loads(dialect.post(line, 12))["client_id"]
    assert dialect.read(line, _posted(client_id)).numbers == (12,)
    assert dialect.read(line, _posted(str(UUID(int=12)))).kind is Kind.OTHER


def _posted(client_id: str, state: str = "delivered") -> bytes:
    return frame(type="posted", client_id=client_id, rev=1, state=state, message=client_id, seq=3)


def test_a_post_that_is_held_is_a_fault_of_the_run(line):
    dialect = Ours()
    client_id = json.loads(dialect.post(line, 12))["client_id"]
    assert dialect.read(line, _posted(client_id, "held")).kind is Kind.REFUSED


def test_a_server_that_restarts_says_how_long_to_wait(line):
    Ours().read(line, frame(type="notice", code="line.restart", text="…", retry_after=9))
    assert line.pause == 9


def test_engine_io_asks_whether_one_is_there_and_is_answered(line):
    assert EngineIo().read(line, b"2").data == "3"
    assert EngineIo().read(line, b"42" + json.dumps(["said", words.body(5)]).encode()).numbers == (5,)


def test_a_part_of_the_benchmark_is_chosen_by_name_in_the_order_of_the_table():
    assert chosen("") == list(SCENARIOS)
    assert chosen("memory,headline") == ["headline", "memory"]
    with pytest.raises(SystemExit, match="there are headline"):
        chosen("speed")
