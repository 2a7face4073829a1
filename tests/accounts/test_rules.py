"""What a PIN, a sign-in name and a password must be."""

import pytest

from accounts import rules
from core.errors import RuleError


@pytest.mark.parametrize("pin", ["481516", "700431", "470213", "902817", "90281735"])
def test_good_pins(pin):
    rules.check_pin(pin, numbers=["20417"])


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("12a456", "pin.digits"),
        ("٤٨١٥١٦", "pin.digits"),
        ("", "pin.digits"),
        ("48151", "pin.length"),
        ("4815162342481", "pin.length"),
        ("204179", "pin.is_number"),
        ("700411", "pin.is_number"),
        ("333333", "pin.same"),
        ("123456", "pin.run"),
        ("987654", "pin.run"),
        ("789012", "pin.run"),
    ],
)
def test_a_pin_that_others_could_guess_is_refused_with_its_reason(pin, code):
    with pytest.raises(RuleError) as refused:
        rules.check_pin(pin, numbers=["A-20417", "70041123"])
    assert refused.value.code == code


def test_a_very_short_number_may_stand_in_a_pin_by_accident():
    rules.check_pin("481516", numbers=["81"])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ben", "name.length"),
        ("b" * 41, "name.length"),
        ("ben smith", "name.letters"),
        ("bén.smith", "name.letters"),
        ("Quiet.River", "name.alias"),
        ("quiet_river", "name.alias"),
        ("QUIETRIVER", "name.alias"),
    ],
)
def test_a_sign_in_name_is_refused_with_its_reason(typed, code):
    with pytest.raises(RuleError) as refused:
        rules.clean_name(typed, alias="Quiet River")
    assert refused.value.code == code


def test_big_letters_and_spaces_around_a_name_do_not_matter():
    assert rules.clean_name("  Ben.Smith-2 ", alias="Quiet River") == "ben.smith-2"


@pytest.mark.parametrize("password", ["short", "password123", "1234567890123"])
def test_weak_passwords_are_refused_and_told_why(password):
    with pytest.raises(RuleError) as refused:
        rules.check_password(password)
    assert refused.value.code == "password.weak"
    assert len(str(refused.value.text)) > 20
