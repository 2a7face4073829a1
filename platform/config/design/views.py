"""Both pages of components: participants' and staff's. They live on different sheets, at different sizes."""

import re
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.messages.storage.base import Message as Told
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.doors import DoorRequest
from accounts.gates import everybody
from chat.room_words import words as room_words
from config.design import circle, desk, fields, home, letter, room, said, tokens, work
from core import clock
from core.errors import NotThere
from groups.forms import AliasForm

PARTS = (
    *("colour", "contrast", "measure", "icons", "buttons", "fields", "notices", "lists", "faces", "cards"),
    *("stage", "messages", "composer", "bars", "leading", "dialogs"),
)
PARTS_OF_STAFF = ("buttons", "fields", "notices", "lists", "faces", "home", "desk", "duty", "figures")
ICONS = tokens.CSS.parent / "icons.svg"


@require_safe
@everybody
def participants(request: DoorRequest) -> HttpResponse:
    """Tokens and all parts of participants' pages, in the language of the request."""
    _in_development(request)
    at = clock.now()
    context = {
        "at": at,
        **_tokens(),
        "rings": circle.rings(),
        "seats": circle.seats(speaking=4, here={1, 2, 3, 4}),
        **_both(),
        "cards": home.cards(at),
        "person": {"alias": circle.ALIASES[circle.ME]},
        "alias_form": AliasForm(),
        "example_names": ["Quiet River", "Tall Oak", "Blue Heron"],
        "notice": letter.notice(),
        "written": said.plain(at),
        "outside": said.outside_the_log(at),
        "mine": said.told(at),
        "lists": said.lists(at),
        "bars": room.bars(),
        **{name: [room.Room(at, scene=scene).context() for scene in scenes] for name, scenes in room.SCENES.items()},
        "dialogs": room.Room(at).context(),
        "dialog_kinds": (("who", "Who is in this circle"), ("report", "Report"), ("confirm", "Asks first")),
        "for_script": room.for_script(at),
        "after": {**room.Room(at).context(), "words": room_words(), "own": [], "session_now": {}},
        "parts": PARTS,
        "waiting_count": 2,
        "place": "home",
    }
    return _drawn(request, "config/staff/design/participants.html", context)


@require_safe
@everybody
def staff(request: DoorRequest) -> HttpResponse:
    """All parts of staff's pages."""
    _in_development(request)
    at = clock.now()
    view = desk.case(at)
    context = {
        "at": at,
        "queue": desk.queue(),
        "view": view,
        "cases": {"other": desk.held_by_other(view), "free": desk.free(view), "decided": desk.decided(view, at)},
        **desk.decisions(view),
        "parts": PARTS_OF_STAFF,
        "refusals": desk.refusals(),
        "alerts": desk.alerts(at),
        "home_cards": work.cards(),
        "figures": work.figures(),
        "findings": work.findings(),
        "staff_nav": work.bar(),
        "staff_name": "Wren",
        **_both(),
    }
    return _drawn(request, "config/staff/design/staff.html", context)


def _in_development(request: DoorRequest) -> None:
    """It explains how pages are made to those who make them; nobody else has such a page."""
    if not settings.DEVELOPMENT or request.caller.door is not None:
        raise NotThere


def _drawn(request: DoorRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    with timezone.override(ZoneInfo(room.ZONE)):
        return render(request, page, context)


def _tokens() -> dict[str, Any]:
    return {
        "families": tokens.families(),
        "pairs": tokens.measured(),
        "spaces": tokens.named(r"s\d"),
        "types": tokens.named(r"t\d"),
        "radii": tokens.named(r"r\d|round"),
        "motion": tokens.named(r"quick|calm|ease"),
        "shadows": tokens.named(r"shadow-.*"),
        "icons": re.findall(r'id="i-([\w-]+)"', ICONS.read_text()),
    }


def _both() -> dict[str, Any]:
    """What stands on both pages, on each in its own size."""
    error = [_("Please choose a reason from the list.")]
    return {"examples": fields.fields(), "told": _told(), "faces": circle.faces(), "only_error": error}


def _told() -> list[Told]:
    """What a page says after a form, of each kind."""
    texts = {
        25: "Your goal is saved.",
        20: "Nothing waits that is free.",
        30: "Your message is held.",
        40: "Not saved.",
    }
    return [Told(level, text) for level, text in texts.items()]
