"""Somebody new, on a tablet, in Spanish, without a pointer, with script or without it, and without WebSockets: at most
six screens to their circle."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.people import Admin, Tablet
from tests.e2e.site import Site
from tests.e2e.test_reach import by_tab

pytestmark = pytest.mark.looks
MOST = 6
PIN = "582047"
#: Number, legal name, and whether the tablet runs script.
NEWCOMERS = {"A40998": ("Inés Robledo", True), "A40999": ("Mateo Robledo", False)}


@pytest.fixture(scope="module", autouse=True)
def _two_who_are_new(browser: Browser, site: Site) -> None:
    lark = Admin(browser, site, "Lark")
    lark.sign_in()
    for number, (legal_name, _) in NEWCOMERS.items():
        lark.open("/people/admit/")
        for label, text in {"Legal name": legal_name, "Facility number": number, "First PIN": PIN}.items():
            lark.fill(label, text)
        lark.page.get_by_label("Facility", exact=True).select_option(label="Alder Ridge")
        lark.page.get_by_label("Language", exact=True).select_option("es")
        lark.page.get_by_label("This person is 18 or older").check()
        lark.press("Admit")
        expect(lark.page.get_by_role("heading", name="Custody timeline")).to_be_visible()
    lark.close()


class ByKeyboard:
    """A new person at a tablet. `screens`: the pages they came to, each once."""

    def __init__(self, tablet: Tablet) -> None:
        self.tablet, self.page, self.keys = tablet, tablet.page, tablet.page.keyboard
        self.screens: list[str] = []

    def sees_screen(self, heading: str) -> None:
        """Its heading, who is asked for help, and the language, on each one."""
        expect(self.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        expect(self.page.get_by_role("link", name="Ayuda ya")).to_be_visible()
        expect(self.page.locator("html")).to_have_attribute("lang", "es")
        self.screens.append(heading)

    def can_hear_it(self) -> None:
        """Where script runs and the tablet has a voice: the button is there (`read_aloud.js` shows it then)."""
        expect(self.page.locator("[data-read-aloud]")).to_have_count(1)

    def presses(self, name: str) -> None:
        by_tab(self.tablet, self.page.get_by_role("button", name=name, exact=True))
        self.keys.press("Enter")

    def types(self, label: str, text: str) -> None:
        by_tab(self.tablet, self.page.get_by_label(label, exact=True))
        self.keys.type(text)


@pytest.fixture(params=NEWCOMERS, ids=["script", "no script"])
def newcomer(site: Site, come: Callable[..., Tablet], request: pytest.FixtureRequest) -> tuple[ByKeyboard, str]:
    tablet = come(Tablet, site, "Quiet River", java_script_enabled=NEWCOMERS[request.param][1])
    tablet.page.route_web_socket("**/*", lambda line: line.close())
    tablet.becomes_tablet_of("alder")
    return ByKeyboard(tablet), request.param


def test_from_the_sign_in_to_the_circle_by_keyboard_in_spanish(newcomer: tuple[ByKeyboard, str]):
    one, number = newcomer
    one.presses("Español")
    one.sees_screen("Hay un lugar para usted")
    one.types("Número de identificación", number)
    one.types("PIN", PIN)
    one.presses("Entrar")
    one.sees_screen("Elija su propio PIN")
    one.types("Su PIN nuevo", "384951")
    one.types("Otra vez el PIN nuevo", "384951")
    one.presses("Este es mi PIN")
    one.sees_screen("Quién lee qué")
    expect(one.page.get_by_text("El personal lee lo que usted escribe aquí.")).to_be_visible()
    one.can_hear_it()
    expect(one.page.get_by_role("textbox")).to_have_count(0)
    one.presses("Ya lo leí")
    one.sees_screen("Si usted está en peligro")
    expect(one.page.get_by_role("textbox")).to_have_count(0)
    one.presses("Siguiente")
    one.sees_screen("Elija su nombre")
    field = one.page.get_by_label("Su nombre en el círculo")
    one.types("Su nombre en el círculo", "Robledo")
    one.presses("Este es mi nombre")
    expect(one.page.get_by_text("Eso parece un nombre real.")).to_be_visible()
    expect(field).to_have_value("Robledo")
    offered = one.page.locator("button[name=example]").first
    name = offered.inner_text()
    one.presses(name)
    expect(field).to_have_value(name)
    one.presses("Este es mi nombre")
    one.sees_screen("En qué quedamos")
    one.can_hear_it()
    one.presses("Digo que sí")
    screens = len(one.screens)
    one.sees_screen(f"Hola, {name}")
    assert screens <= MOST, "until one is there"
