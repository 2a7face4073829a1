"""Pictures of every page in every state: `python -m tests.e2e.pictures [part of a name …]` writes them to
build/pictures/, with a contact sheet (index.html), and a few to docs/pictures/.

They are named <page>-<state>-<width>-<light|dark>-<en|es>.png. It is a Monday evening in all of them.
"""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import django
from PIL import Image

from tests.e2e import chromium
from tests.servers_web import ROOT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
sys.path.insert(0, str(ROOT / "platform"))
django.setup()  # for the addresses of pages; nothing here asks the database

from tests.e2e.tour import scenes  # noqa: E402
from tests.e2e.tour.guest import Guest, at  # noqa: E402
from tests.e2e.tour.kinds import SIZES, Kind, kinds  # noqa: E402
from tests.e2e.tour.scene import Scene  # noqa: E402
from tests.e2e.tour.sheet import write_sheet  # noqa: E402
from tests.e2e.tour.site import Toured, toured_site  # noqa: E402

PICTURES = ROOT / "build" / "pictures"
FOR_READERS = ROOT / "docs" / "pictures"
#: Those that the documentation shows, and under which name.
SHOWN = {
    "room-1440": "chat-room-leads-1440-light-en",
    "room-360": "chat-room-in-full-swing-360-light-en",
    "desk-1440": "moderation-case-held-1440-light-en",
    "welcome-360": "groups-welcome-name-360-light-es",
    "home-800": "groups-home-open-800-light-en",
    "sign-in-360": "accounts-sign-in-tablet-360-light-en",
}
#: Browsers at work at the same time.
HANDS = 2
#: World, names of scenes, language: what another process can be sent.
Job = tuple[Toured, list[str], str]


def take(job: Job) -> list[str]:
    """Pictures of these scenes, by one browser; answers what could not be taken."""
    world, names, language = job
    going = [scene for scene in scenes.ALL if scene.name in names]
    missed = []
    with chromium.browser() as browser:
        for scene in going:
            try:
                with at(browser, world, scene, language=language) as guest:
                    for kind in kinds(language):
                        picture(guest, kind, PICTURES / kind.file(scene.name))
            except Exception as error:  # the others are still worth taking
                missed.append(f"{scene.name} ({language}): {error}")
    return missed


def picture(guest: Guest, kind: Kind, file: Path) -> None:
    """This page as it stands; as long as the page is."""
    page = guest.page
    page.emulate_media(color_scheme=kind.scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": kind.width, "height": SIZES[kind.width]})
    long = page.evaluate("() => document.documentElement.scrollHeight")
    if long > SIZES[kind.width]:
        page.set_viewport_size({"width": kind.width, "height": long})
    page.screenshot(path=file, animations="disabled", caret="hide")


def take_all(world: Toured, wanted: Sequence[Scene]) -> list[str]:
    missed: list[str] = []
    with multiprocessing.get_context("spawn").Pool(HANDS) as hands:
        for language, going in (("en", wanted), ("es", [one for one in wanted if one not in scenes.OF_STAFF])):
            world.speaks(language)
            names = [scene.name for scene in going]
            jobs = [(world, names[number::HANDS], language) for number in range(HANDS)]
            missed += [line for lines in hands.map(take, jobs) for line in lines]
    return missed


def for_readers() -> None:
    """The few that the documentation shows, as far as they were taken, with as few colours as they need."""
    FOR_READERS.mkdir(parents=True, exist_ok=True)
    for name, source in SHOWN.items():
        if not (PICTURES / f"{source}.png").exists():
            continue
        with Image.open(PICTURES / f"{source}.png") as full:
            full.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(FOR_READERS / f"{name}.png", optimize=True)


def taken() -> list[tuple[Scene, Kind]]:
    every = [(scene, kind) for scene in scenes.ALL for language in ("en", "es") for kind in kinds(language)]
    return [(scene, kind) for scene, kind in every if (PICTURES / kind.file(scene.name)).exists()]


def main(parts: Sequence[str]) -> int:
    if chromium.binary() is None:
        sys.stderr.write("No Chromium here, so no pictures. To take them: sudo apt-get install chromium\n")
        return 1
    wanted = [scene for scene in scenes.ALL if not parts or any(part in scene.name for part in parts)]
    if not parts:
        shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with toured_site() as world:
        missed = take_all(world, wanted)
    write_sheet(PICTURES, taken())
    for_readers()
    for line in missed:
        sys.stderr.write(f"Not taken: {line}\n")
    sys.stdout.write(f"{len(taken())} pictures in {PICTURES.relative_to(ROOT)}, with index.html\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
