"""The main things that a member does, on the oldest engines that a tablet may have: Chromium 72, 80 and 92."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from scripts.old_engines import ENGINES, Engine
from tests.e2e.conftest import FAILED, SEEN
from tests.e2e.engines import cdp
from tests.e2e.engines.person import NO_SOCKETS, Person
from tests.e2e.engines.wire import Wire, wire
from tests.e2e.people import MONDAY, Online
from tests.e2e.site import Site

pytestmark = pytest.mark.engines
NAMES = {72: "Quiet River", 80: "Blue Heron", 92: "Tall Oak"}
SENT, SENDING = "Enviado. Su círculo lo tiene.", "Espera a que vuelva la línea. Está a salvo en este aparato."
IN_SIGHT = "(box) => box.top >= 0 && box.bottom <= innerHeight"
HELD = "Su mensaje espera. Antes de las"


@dataclass
class Tablet:
    """An old tablet, who holds it, and the wire that it hangs on."""

    person: Person
    alias: str
    wire: Wire


@pytest.fixture(params=ENGINES, ids=lambda engine: f"chromium-{engine.version}")
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    if not found.binary.exists():
        pytest.skip("No old Chromium here: python3 scripts/old_engines.py")
    return found


@pytest.fixture
def tablet(engine: Engine, site: Site, request: pytest.FixtureRequest) -> Iterator[Tablet]:
    """No page of it may complain."""
    port = site.doors["tablet"].port
    with wire(port) as line, cdp.browser(engine.binary, _by(line, port)) as tab:
        tab.resize(800, 1280)
        yield Tablet(Person(tab, site, "tablet"), NAMES[engine.version], line)
        tab.listen(0)
        if request.node.stash.get(FAILED, False):
            tab.picture(SEEN / f"chromium-{engine.version}.png")
    assert not tab.complaints


def _by(line: Wire, port: int) -> str:
    """The browser keeps the site's names and its port in each address, and dials the wire."""
    return f"--host-resolver-rules=MAP *.localhost:{port} 127.0.0.1:{line.port}"


def test_a_member_takes_part_from_an_old_tablet(tablet: Tablet, site: Site, come: Callable[..., Online]):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    it, alias = tablet.person, tablet.alias

    _signs_in(it, alias)
    _talks(it, alias, harbor)
    _turns_the_tablet_while_it_asks(it)
    _goes_on_without_a_line(tablet, harbor)
    _calls_up_help(it)
    _reads_own_pages(it)
    _sees_a_dark_screen(it)
    _talks_where_sockets_are_cut(it, alias, harbor)
    _takes_a_seat_outside(it, site)


def _signs_in(it: Person, alias: str) -> None:
    """In Spanish, which they choose on the tablet, and for themselves once they are in."""
    it.open("/start/tablet/alder/")
    it.chooses_spanish()
    it.signs_in(alias, number="Número de identificación", pin="PIN", button="Entrar")
    it.chooses_spanish()
    it.sees(f"Hola, {alias}")


def _talks(it: Person, alias: str, harbor: Online) -> None:
    it.open(it.site.room_of(MONDAY))
    harbor.says(f"Good to see you here, {alias}.")
    it.hears(f"Good to see you here, {alias}.", of="Harbor")
    it.says(f"Aquí estoy, dice {alias}.")
    it.is_told(f"Aquí estoy, dice {alias}.", SENT)
    harbor.hears(f"Aquí estoy, dice {alias}.", of=alias)
    it.says("Mi hermana está en el 312 555 0187.")
    it.is_told("312 555 0187", HELD)
    harbor.hears_nothing_of("312 555 0187")


def _turns_the_tablet_while_it_asks(it: Person) -> None:
    """A dialog follows: all of it stays in sight."""
    it.press("Nombres")
    it.sees("Quién está en este círculo")
    it.tab.resize(1280, 500)
    it.tab.until(f"({IN_SIGHT})(document.querySelector('dialog[open]').getBoundingClientRect())", "out of sight")
    it.press("Cerrar")
    it.tab.until("!document.querySelector('dialog[open]')", "the dialog stays open")
    it.tab.resize(800, 1280)


def _goes_on_without_a_line(tablet: Tablet, harbor: Online) -> None:
    it, alias = tablet.person, tablet.alias
    with it.is_refused():
        tablet.wire.cut()
        it.is_offline(True)
        it.sees("Sus palabras quedan guardadas aquí y salen cuando vuelva la línea.")
        it.says(f"Sin línea, dice {alias}.")
        it.is_told(f"Sin línea, dice {alias}.", SENDING)
        harbor.hears_nothing_of(f"Sin línea, dice {alias}.")
        tablet.wire.mend()
        it.is_offline(False)
        it.is_told(f"Sin línea, dice {alias}.", SENT)
    harbor.hears(f"Sin línea, dice {alias}.", of=alias)
    it.hears(f"Sin línea, dice {alias}.", of="Usted")


def _calls_up_help(it: Person) -> None:
    """In the room the card comes by script; nobody leaves the room for it."""
    it.press("Ayuda ya")
    it.sees("Estamos con usted.")
    it.press("Seguir en el círculo")
    it.is_at(it.site.room_of(MONDAY))
    it.open("/help/")
    it.sees("Ayuda cerca de usted")


def _reads_own_pages(it: Person) -> None:
    it.open("/home/")
    it.press("Mis mensajes")
    it.is_at("/mine/")
    it.sees("312 555 0187")
    it.press("Mi camino")
    it.is_at("/path/")
    it.sees("Mi camino")


def _sees_a_dark_screen(it: Person) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = it.tab.evaluate(ground)
    it.press("Pantalla oscura")
    it.tab.until(f"{ground} !== {light!r}", "the screen stays light")
    it.open("/home/")
    assert it.tab.evaluate(ground) != light


def _talks_where_sockets_are_cut(it: Person, alias: str, harbor: Online) -> None:
    it.tab.before_each_page(NO_SOCKETS)
    it.open(it.site.room_of(MONDAY))
    it.says(f"Sin sockets, dice {alias}.")
    harbor.hears(f"Sin sockets, dice {alias}.", of=alias)
    harbor.says(f"It works for you too, {alias}.")
    it.hears(f"It works for you too, {alias}.", of="Harbor")


def _takes_a_seat_outside(it: Person, site: Site) -> None:
    """The card's words, on the online door; wrong ones are refused, and stay where they were written."""
    outside = Person(it.tab, site, "online")
    outside.open("/claim/")
    outside.chooses_spanish()
    outside.press("Siguiente")  # who reads what, and what happens in danger
    outside.fill("Palabra 1", "lampara")
    with outside.is_refused():
        outside.press("Siguiente")
        outside.sees("Escriba las diez palabras de su tarjeta, por favor.")
    assert outside.tab.evaluate("their.labelled('Palabra 1').value") == "lampara"
