"""The tour as tests go through it: a world and a browser for each module, and what they found as one text."""

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser

from tests.e2e import chromium
from tests.e2e.tour import visitors
from tests.e2e.tour.guest import at
from tests.e2e.tour.scene import Scene
from tests.e2e.tour.site import Toured, toured_site
from tests.e2e.tour.visitors import Visitor

#: In Spanish words are longer: that moves and cuts, and changes nothing for who listens or types.
VISITORS: dict[str, Sequence[Visitor]] = {
    "en": (visitors.axe, visitors.focus, visitors.motion, visitors.reflow, visitors.targets, visitors.spacing),
    "es": (visitors.reflow, visitors.targets, visitors.spacing),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Without the worlds that other tests of this folder share."""
    if chromium.binary() is None:
        pytest.skip("No Chromium here: sudo apt-get install chromium")
    with chromium.browser() as found:
        yield found


@pytest.fixture(scope="module")
def world(browser: Browser) -> Iterator[Toured]:
    with toured_site() as running:
        yield running


@pytest.fixture(scope="module")
def language(world: Toured, request: pytest.FixtureRequest) -> str:
    """The language that all participants read, for as long as its tests run."""
    speaks: str = getattr(request, "param", "en")
    world.speaks(speaks)
    return speaks


def findings(browser: Browser, world: Toured, scene: Scene, language: str = "en") -> str:
    with at(browser, world, scene, language=language) as guest:
        found = visitors.sees(guest, *VISITORS[language])
        return "\n".join([*found, *(f"script: {line}" for line in guest.complaints)])
