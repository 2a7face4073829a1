"""Each posted body is known again by its mark."""

import pytest

from tests.bench import words


@pytest.mark.parametrize("number", [1, 15, 16, 4095, 16**6 - 1])
def test_a_body_is_120_bytes_and_gives_its_number_back(number):
    body = words.body(number).encode()
    assert len(body) == words.BODY_BYTES
    assert words.numbers(b'{"body":"' + body + b'"}') == [number]


def test_numbers_come_in_the_order_of_their_bodies():
    assert words.numbers(b",".join(words.body(number).encode() for number in (3, 1, 2))) == [3, 1, 2]


def test_a_mark_holds_no_digit_and_no_vowel():
    assert not set(words.LETTERS) & set("0123456789aeiou")
