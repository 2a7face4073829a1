"""What is missing, doubled or out of order is seen, whatever the speed."""

from collections import Counter

from tests.bench import faults, words
from tests.bench.lines import Kind, Line, Room, Seat, Told
from tests.bench.load import Load
from tests.bench.sides.limit import Plain
from tests.bench.sides.ours import Room as Ours


def room_of(members: int) -> Room:
    room = Room("r")
    room.lines = [Line(Seat("r", "", b""), room, place) for place in range(members)]
    return room


def received(line: Line, *numbers: int) -> None:
    line.got += len(numbers)
    line.total += sum(numbers)


def test_everybody_who_has_everything_misses_nothing():
    room = room_of(2)
    room.posted = 3
    for line in room.lines:
        received(line, 1, 2, 3)
    assert faults.missing([room], dense=False) == 0


def test_a_message_that_one_member_never_got_is_missing():
    room = room_of(2)
    room.posted = 3
    received(room.lines[0], 1, 2, 3)
    received(room.lines[1], 1, 3)
    assert faults.missing([room], dense=False) == 1


def test_one_lost_and_another_doubled_does_not_look_right():
    room = room_of(1)
    room.posted = 3
    received(room.lines[0], 1, 3, 3)
    assert faults.missing([room], dense=False) == 1


def test_where_events_have_numbers_those_behind_the_head_are_missing_and_posts_nobody_took():
    room = room_of(2)
    room.posted, room.acked, room.head = 5, 4, 7
    room.lines[0].seq, room.lines[1].seq = 7, 5
    assert faults.missing([room], dense=True) == 2 + 1


def test_what_was_wrong_is_said_and_what_was_not_is_left_out():
    assert faults.in_words(2, Counter({"gap": 1, "code 1006": 9})) == "2 missing, 1 gap"
    assert faults.in_words(0, Counter()) == ""


def sent_by_a_server(payload: bytes) -> bytes:
    return bytes((0x81, 126)) + len(payload).to_bytes(2, "big") + payload


def test_the_second_member_of_a_room_is_told_apart_by_bytes_as_the_first_was_in_full():
    load = Load(Plain(), [Seat("r", "", b"")] * 2)
    data = sent_by_a_server(b",".join(words.body(number).encode() for number in (1, 2)))
    told = load._open(load.lines[0], data)
    room = load.lines[0].room
    assert told.numbers == (1, 2)
    assert (room.chunk, room.told, room.total) == (data, told, 3)


def test_a_frame_cut_by_a_read_is_not_kept_as_what_others_compare_with():
    load = Load(Plain(), [Seat("r", "", b"")])
    data = sent_by_a_server(words.body(1).encode())
    assert load._open(load.lines[0], data[:50]).kind is Kind.OTHER
    assert load._open(load.lines[0], data[50:]).numbers == (1,)
    assert load.lines[0].room.chunk == b""


def test_a_hole_between_two_runs_of_one_read_is_a_gap():
    load = Load(Ours(), [Seat("r", "", b"")])
    load._merge(load.lines[0], [Told(Kind.EVENTS, 1, 2), Told(Kind.EVENTS, 4, 4)])
    assert load.seen["gap"] == 1
