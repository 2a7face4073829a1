"""The room, with its line in our hands: whatever can happen in it."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from playwright.sync_api import expect

from tests.e2e.played import PlayedRoom
from tests.e2e.tour.guest import Guest
from tests.e2e.tour.scene import Scene

HERE = {"room": "room"}
MEMBER = ["post", "withdraw", "report", "help", "react", "hand", "typing"]
LISTENER = ["help", "report", "react", "hand"]
READER = ["help", "report"]
LEADER = [
    "post",
    "report",
    "help",
    "react",
    "typing",
    "phase",
    "turn",
    "lower_hand",
    "listen_only",
    "pause",
    "close_session",
]
A_MINUTE = 60_000
LONG = ("Hello", "I said it a hundred times: " + "never" * 24, "One more\n\n\nand the last line.")
JUNIPERS = "It is good that you wrote it"
NUDGE = (
    "Some words may hurt. Do you want to look at them again?",
    "Algunas palabras pueden doler. ¿Quiere verlas otra vez?",
)
CALLED = (
    "Your call is with staff since 6:41 pm. A person comes to you.",
    "El personal recibió su llamada. Una persona irá con usted.",
)


def played(happens: Callable[[PlayedRoom, Guest], None], can: Sequence[str] = MEMBER) -> Callable[[Guest], None]:
    def way(guest: Guest) -> None:
        happens(PlayedRoom(guest, can=list(can)), guest)

    return way


def nothing(room: PlayedRoom, guest: Guest) -> None:
    """They sit, and read."""


def everything(room: PlayedRoom, guest: Guest) -> None:
    room.supports("Cedar", "Juniper", "thank_you")
    room.supports("Stillwater", "Saltmarsh", "stay_strong")
    room.gives_turn("Cedar", hands=["Tall Oak", "Quiet River", "Saltmarsh"])
    room.says(
        type="present",
        members=[room.id_of(one) for one in ("Harbor", "Cedar", "Juniper", "Quiet River")],
        monitor=True,
        seq=room.seq,
    )
    room.says(type="typing", member=room.id_of("Cedar"), on=True)


def _said(number: int, author: dict[str, Any], body: str, room: PlayedRoom) -> dict[str, Any]:
    return {
        "id": f"00000000-0000-7000-8000-00000000000{number}",
        "client_id": f"00000000-0000-7000-8000-00000000001{number}",
        "author": author,
        "body": body,
        "lang": "en",
        "said_at": room.at,
        "shown_until": "2099-01-01T00:00:00.000Z",
        "state": "delivered",
        "seq": room.seq + 1,
        "reactions": [],
    }


def long_words(room: PlayedRoom, guest: Guest) -> None:
    """A name of 24 letters, and a word that fits no line."""
    author = next(one for one in room.members if one["alias"] == "Wandering Albatross Wing")
    room.gives_turn(author["alias"], hands=["Quiet River"])
    for number, body in enumerate(LONG):
        room.event("message", message=_said(number, author, body, room))
    guest.page.get_by_text("and the last line.").wait_for()


def my_turn(room: PlayedRoom, guest: Guest) -> None:
    room.gives_turn("Quiet River", hands=["Cedar"])
    room.lets(*MEMBER, "pass")


def paused(room: PlayedRoom, guest: Guest) -> None:
    room.moves("posting_paused", change={"state": "paused"}, why="leader")
    room.lets(*READER)


def listening(room: PlayedRoom, guest: Guest) -> None:
    room.moves("posting_paused", change={"listen_only": True}, why="listen_only")
    room.lets(*LISTENER)


def over(room: PlayedRoom, guest: Guest) -> None:
    room.moves("session_closed", change={"state": "closed", "phase": None})
    room.lets(*READER)


def taken_down(room: PlayedRoom, guest: Guest) -> None:
    room.event("message_removed", message_id=room.last_of("Juniper"), by="staff")
    room.event("message_masked", message_id=room.last_of("Cedar"), spans=[[0, 5]], by="staff")


def writes(room: PlayedRoom, guest: Guest, text: str, **became: Any) -> None:
    """Something of one's own, and what became of it."""
    body = guest.page.locator("textarea[name=body]")
    body.fill(text)
    guest.page.locator("[data-send]").click()
    expect(body).to_have_value("")
    if became:
        room.says(type="posted", client_id=room.heard("post")[-1]["client_id"], rev=1, **became)


def own(text: str, **became: Any) -> Callable[[PlayedRoom, Guest], None]:
    return lambda room, guest: writes(room, guest, text, **became)


def nudged(room: PlayedRoom, guest: Guest) -> None:
    reason = {"code": "unkind.insult", "text": guest.words(*NUDGE), "spans": [[4, 9]]}
    writes(room, guest, "Some idiot took my chair again.", state="nudged", reason=reason)


def near_the_limit(room: PlayedRoom, guest: Guest) -> None:
    guest.page.locator("textarea[name=body]").fill("It goes on. " * 166)


def support_open(room: PlayedRoom, guest: Guest) -> None:
    room.supports("Cedar", "Juniper", "thank_you")
    guest.message(JUNIPERS).locator("[data-key=ask]").click()
    expect(guest.message(JUNIPERS).get_by_role("group")).to_be_visible()


def report_open(room: PlayedRoom, guest: Guest) -> None:
    guest.message(JUNIPERS).locator("[data-key=report]").click()
    expect(guest.page.locator("dialog[open]")).to_be_visible()


def names_open(room: PlayedRoom, guest: Guest) -> None:
    guest.page.locator(".readers [data-names]").click()
    expect(guest.page.locator("dialog[open]")).to_be_visible()


def minutes_left(room: PlayedRoom, guest: Guest) -> None:
    room.event("notice", code="session.ends_soon", minutes=5)


def helper_open(room: PlayedRoom, guest: Guest) -> None:
    guest.page.locator("a[data-help]").click()
    expect(guest.page.locator("[data-helper]")).to_be_visible()


def helper_called(room: PlayedRoom, guest: Guest) -> None:
    room.says(type="notice", code="help.waits", text=guest.words(*CALLED))
    expect(guest.page.locator("[data-helper]")).to_be_visible()


def line_lost(room: PlayedRoom, guest: Guest) -> None:
    guest.page.route_web_socket(re.compile("/ws/rooms/"), lambda line: line.close())
    guest.page.route(re.compile("/rooms/[^/]+/(events|frames)"), lambda route: route.abort())
    room.closes(1011)
    room.passes(A_MINUTE)
    expect(guest.page.locator("[data-line]")).to_be_visible()


def opened_elsewhere(room: PlayedRoom, guest: Guest) -> None:
    room.closes(4409)
    expect(guest.page.locator("[data-line]")).to_be_visible()


def leading(room: PlayedRoom, guest: Guest) -> None:
    everything(room, guest)
    expect(guest.page.locator("[data-next]")).to_be_visible()


def choosing(room: PlayedRoom, guest: Guest) -> None:
    """All that folds is open."""
    leading(room, guest)
    for each in guest.page.locator(".rail details summary").all():
        each.click()


def before_it(room: PlayedRoom, guest: Guest) -> None:
    over(room, guest)
    room.lets("help", "report", "open_session")


SCENES = [
    Scene("chat:room", "open", "river", HERE, comes=played(nothing)),
    Scene("chat:room", "in-full-swing", "river", HERE, comes=played(everything)),
    Scene("chat:room", "long-words", "river", HERE, comes=played(long_words)),
    Scene("chat:room", "my-turn", "river", HERE, comes=played(my_turn)),
    Scene("chat:room", "paused", "river", HERE, comes=played(paused)),
    Scene("chat:room", "listen-only", "river", HERE, comes=played(listening)),
    Scene("chat:room", "over", "river", HERE, comes=played(over)),
    Scene("chat:room", "taken-down", "cedar", HERE, comes=played(taken_down)),
    Scene("chat:room", "sending", "oak", HERE, comes=played(own("Is anybody here?"))),
    Scene("chat:room", "nudged", "oak", HERE, comes=played(nudged)),
    Scene("chat:room", "near-the-limit", "oak", HERE, comes=played(near_the_limit)),
    Scene("chat:room", "support-open", "oak", HERE, comes=played(support_open)),
    Scene("chat:room", "report-open", "oak", HERE, comes=played(report_open)),
    Scene("chat:room", "names-open", "oak", HERE, comes=played(names_open)),
    Scene("chat:room", "minutes-left", "oak", HERE, comes=played(minutes_left)),
    Scene("chat:room", "help-card", "oak", HERE, comes=played(helper_open)),
    Scene("chat:room", "help-called", "oak", HERE, comes=played(helper_called)),
    Scene("chat:room", "line-lost", "oak", HERE, comes=played(line_lost)),
    Scene("chat:room", "opened-elsewhere", "oak", HERE, comes=played(opened_elsewhere)),
    Scene("chat:room", "leads", "harbor", HERE, comes=played(leading, LEADER)),
    Scene("chat:room", "leads-all-open", "harbor", HERE, comes=played(choosing, LEADER)),
    Scene("chat:room", "leads-not-open", "harbor", HERE, comes=played(before_it, LEADER)),
    Scene("chat:room", "not-open-no-words", "soon", {"room": "room_soon"}),
]
