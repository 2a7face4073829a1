"""Seats are told apart by letters, colour and place, each enough by itself."""

import pytest

from core import seats


@pytest.mark.parametrize("total", range(seats.SMALLEST, seats.LARGEST + 1))
def test_neighbours_never_share_a_colour(total):
    around = [seats.colour(number) for number in range(1, total + 1)]
    assert all(one != two for one, two in zip(around, around[1:] + around[:1], strict=True))


def test_a_seat_keeps_its_colour_when_the_circle_grows():
    small = seats.circle({3: "Harbor"}, total=8)
    large = seats.circle({3: "Harbor"}, total=12)
    assert small[2].colour == large[2].colour


def test_letters_are_those_of_two_words_or_the_first_two_of_one():
    assert seats.initials({1: "Harbor", 2: "Quiet River", 3: "Wanderer Of Cold Springs"}) == {
        1: "Ha",
        2: "QR",
        3: "WO",
    }


def test_no_two_seats_have_the_same_letters():
    alike = dict.fromkeys(range(1, 17), "Harbor") | {4: "Hollow Arch", 5: "Ñandú"}
    letters = seats.initials(alike)
    assert len({pair.casefold() for pair in letters.values()}) == 16
    assert letters[5] == "Ña"


def test_the_lower_seat_chooses_its_letters_first():
    assert seats.initials({2: "Haven", 1: "Harbor"}) == {1: "Ha", 2: "Hv"}


def test_a_circle_has_its_free_seats_too():
    circle = seats.circle({1: "Harbor", 3: "Cedar"}, total=4, me=3, leads={1}, away={1}, here={3})
    assert [seat.is_free for seat in circle] == [False, True, False, True]
    assert [seat.is_here for seat in circle] == [False, False, True, False]
    assert circle[2].is_me
    assert circle[0].is_lead
    assert circle[0].is_away


def test_seats_are_spread_evenly_from_the_top():
    assert [seat.angle for seat in seats.circle({}, total=4)] == [0, 90, 180, 270]
