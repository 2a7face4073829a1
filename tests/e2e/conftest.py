"""Browsers and sites for the tests of this folder.

Playwright's loop runs while its browser is open, and the ORM refuses to work beside a loop: so the browser lives for
one module, and no test here touches the ORM.
"""

from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Error as PageGone

from tests.e2e import chromium
from tests.e2e.people import Someone
from tests.e2e.site import EmbeddedWorlds, RealWorlds, Site
from tests.servers_web import ROOT
from tests.settings import ON_REAL_SERVERS

#: What everybody saw when a test failed.
SEEN = ROOT / "build" / "e2e"
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedWorlds | RealWorlds]:
    if chromium.binary() is None:
        pytest.skip("No Chromium here: sudo apt-get install chromium")
    made = (RealWorlds if ON_REAL_SERVERS else EmbeddedWorlds)(tmp_path_factory.mktemp("sites"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def browser(worlds: EmbeddedWorlds | RealWorlds) -> Iterator[Browser]:
    with chromium.browser() as found:
        yield found


@pytest.fixture(scope="module")
def site(worlds: EmbeddedWorlds | RealWorlds, request: pytest.FixtureRequest) -> Iterator[Site]:
    """A world of this module's own."""
    name = request.module.__name__.rpartition(".")[2]
    with worlds.site(name) as running:
        yield running


@pytest.fixture
def come(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Someone]]:
    """`come(Tablet, site, "Quiet River")`: somebody at a browser of their own. No page of theirs may complain."""
    there: list[Someone] = []

    def somebody(kind: type[Someone], at: Site, alias: str, **options: object) -> Someone:
        there.append(kind(browser, at, alias, **options))
        return there[-1]

    yield somebody
    if request.node.stash.get(FAILED, False):
        _keep_what_they_saw(there)
    complaints = {one.alias: one.complaints for one in there if one.complaints}
    for one in there:
        one.close()
    assert not complaints


def _keep_what_they_saw(there: list[Someone]) -> None:
    SEEN.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(there, start=1):
        (SEEN / "servers.log").write_text(one.site.said())
        try:
            one.page.screenshot(path=SEEN / f"{number}-{one.alias}-{one.door}.png")
        except PageGone:
            continue
