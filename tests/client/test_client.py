"""The room's script, run by node with a line and a clock of its own. No browser, no build."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.utils.translation import override

from chat.room_words import PHASES, SUPPORT, words

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "chat" / "static" / "chat"
LEADERS_ONLY = "rail.js"
#: Raw bytes of all that a member's page loads of the room's script, and of what leaders load beside it.
MOST_BYTES = 94 * 1024
MOST_BYTES_OF_LEADERS = 4 * 1024


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None and os.environ.get("CI"):
        pytest.fail("node is not installed: the room's script would go untested")
    if found is None:
        pytest.skip("node is not installed; the room's script is tested where it is")
    return found


@pytest.mark.parametrize("script", sorted(HERE.glob("*.test.mjs")), ids=lambda script: script.name)
def test_the_rooms_script_keeps_its_rules(node: str, script: Path) -> None:
    done = subprocess.run([node, "--test", str(script)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_rooms_script_stays_small() -> None:
    sizes = {script.name: script.stat().st_size for script in SCRIPTS.rglob("*.js")}
    assert sizes.pop(LEADERS_ONLY) < MOST_BYTES_OF_LEADERS
    assert sum(sizes.values()) < MOST_BYTES


def test_members_do_not_load_the_leaders_tools() -> None:
    loads = [script.name for script in SCRIPTS.rglob("*.js") if LEADERS_ONLY in script.read_text()]
    assert not loads


def test_the_rooms_script_never_makes_markup_of_words() -> None:
    for script in SCRIPTS.rglob("*.js"):
        text = script.read_text()
        for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
            assert way not in text, f"{script.name} uses {way}"


def test_every_text_that_the_rooms_script_asks_for_exists() -> None:
    asked = {"withdraw", "drop", "close_session"}
    for script in SCRIPTS.rglob("*.js"):
        asked |= set(re.findall(r"\bsay\('([a-z_]+)'[,)]", script.read_text()))
    states = ("stuck", "nudged", "refused", "held", "returned", "removed")
    asked |= {f"own_{state}" for state in states} | {f"own_{state}_more" for state in states}
    asked |= {f"session_{state}" for state in ("none", "scheduled", "open", "until", "paused", "closed")}
    asked |= {f"phase_{phase}" for phase in PHASES} | {f"support_{kind}" for kind in SUPPORT}
    asked |= {f"own_{way}{kept}" for way in ("sending", "cut") for kept in ("", "_open")}
    asked |= {"calm_start", "calm_start_short", "calm_off", "calm_on", "calm_waiting", "ends_in", "ends_in_one"}
    asked |= {"line_lost", "line_offline", "line_kept", "line_open", "sound_on", "sound_off"}
    asked |= {f"why_{why}" for why in ("none", "listen", "other")} | {"give", "give_to", "lower", "lower_to"}
    assert asked <= set(words())


def test_what_a_text_fills_in_is_the_same_in_every_language() -> None:
    english = words()
    with override("es"):
        spanish = words()
    fills = re.compile(r"\{\w+\}")
    assert {key: fills.findall(text) for key, text in spanish.items()} == {
        key: fills.findall(text) for key, text in english.items()
    }
