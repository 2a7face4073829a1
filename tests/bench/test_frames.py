"""The generator's frames are those of RFC 6455, however reads cut them."""

import pytest

from tests.bench import frames


@pytest.mark.parametrize("size", [0, 125, 126, 65535, 65536])
def test_a_frame_written_says_its_size_and_a_mask_of_zero(size):
    written = frames.write(b"x" * size)
    assert written[0] == 0x81 and written[1] & 0x80
    assert written.endswith(bytes(4) + b"x" * size)


def sent_by_a_server(payload: bytes) -> bytes:
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 65536:
        return bytes((0x81, 126)) + size.to_bytes(2, "big") + payload
    return bytes((0x81, 127)) + size.to_bytes(8, "big") + payload


PAYLOADS = [b"", b"a" * 125, b"b" * 126, b"c" * 70000, b"last"]


def test_frames_that_come_together_are_taken_apart_in_their_order():
    found, rest = frames.split(b"".join(map(sent_by_a_server, PAYLOADS)))
    assert [payload for _, payload in found] == PAYLOADS
    assert rest == b""


@pytest.mark.parametrize("cut", [1, 2, 3, 128, 129, 131, 258, 70000])
def test_a_frame_that_is_cut_anywhere_waits_for_its_rest(cut):
    data = b"".join(map(sent_by_a_server, PAYLOADS))
    first, rest = frames.split(data[:cut])
    second, nothing = frames.split(rest + data[cut:])
    assert [payload for _, payload in first + second] == PAYLOADS
    assert nothing == b""


def test_a_masked_frame_from_a_server_is_refused():
    with pytest.raises(frames.BadFrame):
        frames.split(frames.write(b"never"))


def test_a_part_of_a_message_is_refused_rather_than_counted():
    with pytest.raises(frames.BadFrame):
        frames.split(bytes((0x01, 2)) + b"ab")


def test_a_close_frame_without_a_code_is_told_from_one_with_it():
    assert frames.close_code((4408).to_bytes(2, "big") + b"slow") == 4408
    assert frames.close_code(b"") == 1005
