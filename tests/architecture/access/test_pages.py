"""Every page x everybody: the table is asked."""

import pytest

from tests.architecture.access.everybody import DOORS, EVERYBODY, STRANGERS
from tests.architecture.access.pages import PAGES
from tests.architecture.access.world import ALL

pytestmark = pytest.mark.django_db


def test_every_page_has_its_row():
    assert sorted(ALL) == sorted(PAGES)


def expected(name: str, method: str, who: str) -> int:
    answers = PAGES[name][method]
    if answers is None:
        return 405
    door = who.rpartition("@")[2]
    named = {someone: status for status, them in answers.items() for someone in them.split()}
    if who in STRANGERS:
        return named.get(door, 303 if opens(ALL[name].callback.gate, door) else 404)
    return named.get(who, 404)


def opens(gate: str, door: str) -> bool:
    """Whether a stranger at this door is shown the way in."""
    kind = gate.partition(":")[0]
    doors = {"participant": "tablet online", "account_holder": "online staff", "staff": "staff", "signed_in": DOORS}
    return door in doors.get(kind, "").split()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", PAGES)
def test_who_gets_which_answer(world, name, method):
    address = world.address(name, tuple(ALL[name].pattern.converters))
    should = {who: expected(name, method, who) for who in askers(name, method)}
    body = '{"type":"ping"}' if name == "chat:frames" else None
    answered = {who: world.ask(who, method, address, body).status_code for who in should}
    assert answered == should


@pytest.mark.parametrize("name", PAGES)
def test_no_browser_keeps_a_page_of_somebody_signed_in(world, name):
    """Neither its cache, nor its Back button, nor a worker of ours or of anybody's."""
    address = world.address(name, tuple(ALL[name].pattern.converters))
    for who in ("ana", "mo"):
        answer = world.ask(who, "GET", address)
        assert answer["Cache-Control"] == "no-store"
        assert "worker-src 'none'" in answer["Content-Security-Policy"]


def askers(name: str, method: str) -> tuple[str, ...]:
    """A few are enough for a method that the page does not have."""
    return EVERYBODY if PAGES[name][method] is not None else ("ana", "mo", "online")
