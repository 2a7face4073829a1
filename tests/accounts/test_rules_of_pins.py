"""What is easy to guess is no PIN, whatever it looks like; and the silent one is no slip of the finger away."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accounts import rules
from accounts.errors import PinRefused, PinsAlike

DIGIT = st.sampled_from("0123456789")
PINS = st.text("0123456789", min_size=6, max_size=11)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


def refused(pin: str) -> str:
    try:
        rules.check_pin(pin, numbers=[])
    except PinRefused as error:
        return error.code
    return ""


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("121212", "pin.same"),
        ("111222", "pin.same"),
        ("123123", "pin.pattern"),
        ("47914791", "pin.pattern"),
        ("479479479", "pin.pattern"),
        ("112233", "pin.pattern"),
        ("479974", "pin.pattern"),
        ("147258", "pin.keypad"),
        ("963741", "pin.keypad"),
        ("2580456", "pin.keypad"),
        ("1593578", "pin.keypad"),
        ("031984", "pin.date"),
        ("198403", "pin.date"),
        ("070384", "pin.date"),
        ("250384", "pin.date"),
        ("19840325", "pin.date"),
        ("19842011", "pin.date"),
        ("135790", "pin.common"),
        ("246810", "pin.common"),
    ],
)
def test_a_pin_that_others_would_try_first_is_refused_with_its_reason(pin, code):
    assert refused(pin) == code


@given(day=DAYS)
def test_no_birthday_is_a_pin_however_it_is_written(day):
    for form in ("%d%m%y", "%m%d%y", "%d%m%Y", "%m%d%Y", "%Y%m%d", "%m%Y", "%Y%m"):
        assert refused(day.strftime(form))


@given(block=st.text("0123456789", min_size=1, max_size=4), times=st.integers(2, 12))
def test_no_block_that_comes_again_is_a_pin(block, times):
    pin = block * times
    assume(len(pin) in rules.PIN_LENGTH)
    assert refused(pin)


@given(pairs=st.lists(DIGIT, min_size=3, max_size=6))
def test_pairs_are_no_pin(pairs):
    assert refused("".join(digit * 2 for digit in pairs))


@given(
    lines=st.lists(st.sampled_from(["147", "258", "369", "741", "852", "963", "789", "321"]), min_size=2, max_size=4)
)
def test_lines_on_the_keys_are_no_pin(lines):
    assert refused("".join(lines))


@given(pin=PINS)
def test_what_is_taken_has_three_digits_or_more_and_is_read_differently_from_both_ends(pin):
    assume(not refused(pin))
    assert len(set(pin)) >= 3
    assert pin != pin[::-1]


def test_most_pins_are_free():
    """A rule that takes half of them away would make those that are left easier to guess."""
    tried = [f"{(number * 7919 + 104_729) % 1_000_000:06d}" for number in range(2_000)]
    assert sum(1 for pin in tried if not refused(pin)) > 0.85 * len(tried)


def alike(pin: str, silent: str) -> bool:
    try:
        rules.check_apart(pin, silent)
    except PinsAlike:
        return True
    return False


@given(pin=PINS, at=st.integers(0, 10), digit=DIGIT)
def test_a_pin_with_one_digit_changed_added_or_left_out_is_no_silent_pin(pin, at, digit):
    at = min(at, len(pin) - 1)
    assert alike(pin, pin)
    assert alike(pin, pin[:at] + digit + pin[at + 1 :])
    assert alike(pin, pin[:at] + digit + pin[at:])
    assert alike(pin, pin + digit)
    assert alike(pin, pin[:at] + pin[at + 1 :])
    assert alike(pin, pin[:at] + pin[at : at + 2][::-1] + pin[at + 2 :])


@given(one=PINS, other=PINS)
def test_pins_are_alike_whichever_was_there_first(one, other):
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize("silent", ["902817", "481961", "48151699", "156148"])
def test_a_pin_with_two_digits_changed_may_be_the_silent_one(silent):
    assert not alike("481516", silent)
