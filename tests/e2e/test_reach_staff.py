"""Staff can use it: every page in every state, as `test_reach.py` asks of those of participants."""

import pytest

from tests.e2e.tour import scenes
from tests.e2e.tour.going import browser, findings, world

__all__ = ["browser", "world"]


@pytest.mark.looks
@pytest.mark.parametrize("scene", scenes.OF_STAFF, ids=lambda scene: scene.name)
def test_whoever_works_here_can_use_it(browser, world, scene):
    found = findings(browser, world, scene)
    assert not found, found
