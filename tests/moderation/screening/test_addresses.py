"""Street addresses, and what looks like one."""

import pytest

from .texts import findings, marked


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ("we stay at 1420 W Elm Street, come by", "1420 W Elm Street"),
        ("mi casa está en la calle Hidalgo 123, colonia Centro", "calle Hidalgo 123"),
        ("yo: Carrera 7 # 12-34", "Carrera 7 # 12"),
        ("Lindenstraße 7 it was", "Lindenstraße 7"),
        ("my address is 12 birch lane.", "12 birch lane"),
    ],
)
def test_the_street_and_its_number_are_marked(body, address):
    assert marked(body, "contact_info") == [address]


@pytest.mark.parametrize(
    "body",
    [
        "Pod 4 Bed 12 Lower Bunk, Building 3, cell 101",
        "I did 5 years at one camp, 3 at another",
        "I lived with Mike 25 years",
        "I lived on 5th Avenue back in 95",
        "Court is March 3 at 9, Judge Hill, Department 12",
        "Day 45 Sober, Thank God 3 times",
        "vivo en la galería 4, celda 12",
        "mi casa es de 2 pisos",
        "vivo en la calle con mis 3 hijos",
        "8 Mile Road raised me",
        "live 1 day at a time",
        "tuve 3 hijos en la calle y perdí 2",
    ],
)
def test_numbers_of_a_prison_and_of_a_life_are_no_address(body):
    assert not marked(body, "contact_info")


def test_capitals_make_a_street_of_an_ordinary_word():
    assert marked("12 Cedar Drive", "contact_info")
    assert not marked("12 hour drive", "contact_info")


@pytest.mark.parametrize("text", ["come to 214 M4pl3 S7r33t tonight", "my a.d.d.r.e.s.s is 214 M.a.p.l.e S.t.r.e.e.t"])
def test_an_address_in_disguise_is_seen(text):
    assert "address" in {finding.tier for finding in findings(text)}
