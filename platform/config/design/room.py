"""A room of an evening that never was: what its script draws messages, stage and composer from."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chat import errors, reasons
from chat.helper import card_of
from chat.room_words import PHASES, phase_names, starters, words
from config.design import circle, said

ZONE = "America/Chicago"
#: An address like that of a room. Nothing is there.
ROOM = "00000000-0000-7000-8000-000000000001"


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment of the room, as one seat sees it. `draft`: what stands in the composer; `does`: what the person or the
    line does next."""

    name: str
    can: tuple[str, ...] = ("post", "react", "report", "withdraw", "hand", "pass", "help")
    state: str = "open"
    phase: str = "check_in"
    turn: str = ""
    hands: tuple[str, ...] = ()
    here: tuple[str, ...] = ("s1", "s2", "s3", "s4", "s6", "s8")
    monitor: bool = False
    listen_only: bool = False
    why_not: str = ""
    draft: str = ""
    does: str = ""
    wide: bool = False


READ = ("report", "withdraw", "help")
LEADING = ("post", "close_session", "phase", "turn", "lower_hand", "listen_only")

STAGES = (
    Scene("Your turn", turn="s3", hands=("s4",), wide=True),
    Scene("Somebody speaks, hands are up", turn="s4", hands=("s3", "s9"), phase="topic", monitor=True, wide=True),
    Scene("Writing is paused", state="paused", can=READ, here=("s2", "s3"), wide=True),
    Scene("Before the session", state="scheduled", can=READ, phase="", here=("s3",), wide=True),
    Scene("It is over", state="closed", can=READ, here=(), wide=True),
)
COMPOSERS = (
    Scene("Ready"),
    Scene("Draft", draft="Monday I start at the warehouse. I don't know what to say when they ask where I was."),
    Scene("Near the limit", draft="The words go on. " * 113),
    Scene("Too long", draft="The words go on. " * 119),
    Scene("Your turn to write", turn="s3"),
    Scene("Your hand is up, you are next", turn="s4", hands=("s3", "s9")),
    Scene("Listen only", can=READ, listen_only=True, draft="My words stay in the box."),
    Scene("Read only", can=READ, state="closed"),
    Scene("Writing paused", can=READ, state="paused", why_not="posting.no_monitor"),
    Scene("Changing a message", draft="Write me by the programme's address.", does="edit"),
    Scene("Help card", does="help"),
    Scene("Help card, somebody comes", does="answered"),
)
RAILS = (
    Scene("Who leads, before", can=("open_session",), state="scheduled", phase=""),
    Scene("Who leads, in a session", can=(*LEADING, "pause"), turn="s4", hands=("s9", "s2")),
    Scene("Who leads, paused", can=(*LEADING, "resume"), state="paused"),
)


SCENES = {"stages": STAGES, "composers": COMPOSERS, "rails": RAILS}


@dataclass(frozen=True, slots=True)
class Bar:
    """A line above the words. `act`: what can be pressed in it."""

    name: str
    kind: str
    text: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """The room as the templates of chat want it, at one moment."""

    at: datetime
    me: str = "s3"
    scene: Scene = field(default_factory=lambda: COMPOSERS[0])

    def context(self) -> dict[str, Any]:
        members = [asdict(member) for member in said.members()]
        seated = {member["id"]: member for member in members}
        phases = [{"code": code, "name": phase_names()[code], "number": at} for at, code in enumerate(PHASES, start=1)]
        scene = self.scene
        return {
            "scene": scene,
            "room": {"id": ROOM, "name": "Monday Evening Circle"},
            "me": {"id": self.me, "role": "facilitator" if scene in RAILS else "member"},
            "members": members,
            "seats": circle.seats(here={int(seat[1:]) for seat in scene.here}),
            "here": list(scene.here),
            "monitor_here": scene.monitor,
            "phases": phases,
            "phase_now": next((phase for phase in phases if phase["code"] == scene.phase), None),
            "turn": seated.get(scene.turn),
            "hands": [seated[pk] for pk in scene.hands],
            "session": self.session(),
            "can": list(scene.can),
            "why_not": {"code": scene.why_not, "text": errors.why_not(scene.why_not)} if scene.why_not else None,
            "readers": _("Everyone in this circle and staff can read this."),
            "helper": card_of(None, get_language() or "en"),
            "report_reasons": list(reasons.REPORTS.items()),
            "starters": starters(),
            "mine_url": reverse("chat:mine"),
            "lang": get_language(),
            "now": self.at,
        }

    def session(self) -> dict[str, Any]:
        ends_at = self.at + timedelta(minutes=41)
        return {
            "state": self.scene.state,
            "listen_only": self.scene.listen_only,
            "ends_at": ends_at,
            "phase": self.scene.phase,
        }


def bars() -> list[Bar]:
    """Lines above the words, as the room's script writes them."""
    texts = words()
    left = [Bar(f"{n} minutes are left", "ending", texts["ends_in"].format(n=n, time="8:00 pm")) for n in (10, 5)]
    return [
        Bar("The line dropped", "line", f"{texts['line_lost']} {texts['line_kept']}"),
        Bar("No network", "line", f"{texts['line_offline']} {texts['line_kept']}"),
        Bar("The line is back", "notice", texts["line_back"]),
        Bar("Too fast", "line", texts["line_limited"]),
        Bar("The line is down", "notice", texts["line_down"]),
        Bar("Open in another place", "line", texts["line_elsewhere"], texts["use_here"]),
        *left,
        Bar("1 minute is left", "ending", texts["ends_in_one"]),
    ]


def for_script(at: datetime) -> Mapping[str, Any]:
    """The same evening for the room's own script, which draws what no template draws."""
    scenes = {scene.name: asdict(scene) for kind in SCENES.values() for scene in kind}
    return {
        "words": words(),
        "lang": get_language(),
        "tz": ZONE,
        "now": at.isoformat(),
        "ends": (at + timedelta(minutes=41)).isoformat(),
        "me": "s3",
        "members": [asdict(member) for member in said.members()],
        "scenes": scenes,
        "lists": {name: asdict(found) for name, found in said.lists(at).items()},
        "bars": {bar.name: asdict(bar) for bar in bars()},
    }
