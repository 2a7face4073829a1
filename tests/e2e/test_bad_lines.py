"""Lines drop. Nothing that somebody wrote is lost, and nothing is said twice."""

import pytest

from tests.e2e.people import Online, ShakyLine, Tablet

pytestmark = pytest.mark.e2e


@pytest.fixture
def harbor(site, come):
    """Somebody has to be there who leads."""
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    return harbor


@pytest.fixture
def oak(site, come):
    oak = come(Tablet, site, "Tall Oak")
    oak.becomes_tablet_of("alder")
    oak.sign_in()
    return oak


def test_words_written_without_a_line_are_sent_once_when_it_is_back(harbor, oak):
    line = ShakyLine(oak)
    oak.enter_room()
    oak.may_write()
    line.cut()
    oak.context.set_offline(True)
    oak.sees("Your words are kept here and go out when the line is back.")
    oak.says("Is anyone still there?")
    oak.says("I will wait.")
    oak.is_told("Is anyone still there?", "It waits for the line. It is safe on this device.")
    harbor.hears_nothing_of("Is anyone still there?")
    line.mend()
    oak.context.set_offline(False)
    oak.is_told("I will wait.", "Sent. Your circle has it.")
    for said in ("Is anyone still there?", "I will wait."):
        oak.hears(said, of="You")
        harbor.hears(said, of="Tall Oak")


def test_words_whose_answer_was_lost_are_not_said_twice(harbor, oak):
    line = ShakyLine(oak)
    oak.enter_room()
    oak.says("This one is answered.")
    oak.is_told("This one is answered.", "Sent. Your circle has it.")
    line.deafen()
    oak.says("My answer got lost on the way.")
    harbor.hears("My answer got lost on the way.", of="Tall Oak")
    oak.is_told("My answer got lost on the way.", "Sending. It is safe on this device.")
    line.cut()
    line.mend()
    oak.is_told("My answer got lost on the way.", "Sent. Your circle has it.")
    oak.hears("My answer got lost on the way.", of="You")
    harbor.says("We have it once.")
    oak.hears("We have it once.", of="Harbor")
    harbor.hears("My answer got lost on the way.", of="Tall Oak")


def test_a_restarted_server_is_found_again_without_a_touch(site, harbor, oak):
    oak.enter_room()
    oak.may_write()
    for web in set(site.doors.values()):
        web.restart()
    harbor.may_write()
    oak.may_write()
    oak.says("Back after the restart.")
    harbor.hears("Back after the restart.", of="Tall Oak")
