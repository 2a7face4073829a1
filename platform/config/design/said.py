"""Messages in every state, as the server writes them and as the room's script draws them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from chat import reasons
from chat.room_words import SUPPORT, support_names
from config.design import circle

PHONE = "Call my sister at 312 555 0187, she knows."
SPAN = (18, 30)
LONG = "Wherewithoutanyspaceonewordgoesonandonandonandonandonandonandonandonandonandonandon"
LETTERS = (
    "I did not sleep much. I thought about the first day, and the bus, and who will be at the door. "
    "My mother used to say that a house is only a house until somebody waits in it. "
)


@dataclass(frozen=True, slots=True)
class Member:
    id: str
    alias: str
    seat: int
    role: str = "member"
    is_away: bool = False

    @property
    def is_lead(self) -> bool:
        return self.role == "facilitator"


@dataclass(frozen=True, slots=True)
class Message:
    """One that the circle has. Times are in the room's own clock."""

    id: str
    author: str
    body: str
    said_at: str
    state: str = "delivered"
    by: str = ""
    reactions: tuple[dict[str, Any], ...] = ()
    shown_until: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """One's own that stands outside the log, or has a story. `decide_by`: by when a person reads it."""

    client_id: str
    state: str
    body: str
    said_at: str
    at: float
    text: str = ""
    reason: dict[str, Any] | None = None
    decide_by: str = ""
    message: str = ""
    wasHeld: bool = False  # noqa: N815 (the script's name for it)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of words. `keeps`: the device keeps what is on its way; `opens`: whose support is opened, counted from 1;
    `while_away`: what comes while nobody looks."""

    messages: tuple[Message, ...] = ()
    own: tuple[Own, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    more: bool = False
    keeps: bool = True
    opens: int = 0
    while_away: tuple[Message, ...] = ()
    writing: tuple[str, ...] = field(default=())


def members() -> list[Member]:
    """Everybody of the circle; who sits in seat 3 is *you*."""
    return [
        Member(
            f"s{number}", alias, number, "facilitator" if number in circle.LEADS else "member", number in circle.AWAY
        )
        for number, alias in circle.ALIASES.items()
    ]


def lists(at: datetime) -> Mapping[str, Rows]:
    """Every state of a message that the room's script draws, list by list."""
    return {
        "From others": _others(at),
        "Support, opened": replace(_others(at), opens=2),
        "Mine, with the circle": _mine(at),
        "On its way": Rows(own=(_own(at, "sending", "Good evening, everybody."),)),
        "On its way, nothing is kept here": Rows(own=(_own(at, "sending", "Good evening."),), keeps=False),
        "Waits for the line": Rows(own=(_own(at, "sending", "I am still here.", text="That was very fast."),)),
        "Held": _held(at),
        "Sent back": Rows(own=(_own(at, "returned", PHONE, reason=_because("contact_info")),)),
        "Look again": Rows(own=(_own(at, "nudged", PHONE, reason=_because("contact_info")),)),
        "Can't be sent": Rows(own=(_own(at, "refused", "The words that no room takes.", reason=_because("any", ())),)),
        "Not sent": Rows(own=(_own(at, "stuck", "It did not get through."),)),
        "Taken down": _taken(at),
        "Lines between words": _between(at),
        "Odd words": _odd(at),
    }


def _others(at: datetime) -> Rows:
    thanks = {"kind": "thank_you", "members": ["s1", "s3"]}
    same = {"kind": "same_here", "members": ["s4"]}
    return Rows(
        messages=(
            _message(at, "m1", "s1", "Welcome back, everybody. One word for today, and why. You can pass."),
            _message(at, "m2", "s2", "Steady. My hearing is on Thursday, and I am not afraid of it.", (thanks, same)),
            _message(at, "m3", "s11", "Tired. But here."),
        )
    )


def _mine(at: datetime) -> Rows:
    released = _own(at, "delivered", "", message="m5", wasHeld=True)
    masked = _own(at, "masked", "", message="m6", reason=_because("contact_info", ()))
    return Rows(
        messages=(
            _message(at, "m4", "s3", "Quiet. The day was long.", ({"kind": "hear_you", "members": ["s2"]},)),
            _message(at, "m5", "s3", "I walk by the river every evening. It helps."),
            replace(_message(at, "m6", "s3", "Call my sister at ████████████, she knows."), state="masked"),
            _message(at, "m7", "s3", "And thank you for Monday."),
        ),
        own=(released, masked),
    )


def _held(at: datetime) -> Rows:
    due, late = (at + timedelta(minutes=18)).isoformat(), (at - timedelta(minutes=2)).isoformat()
    return Rows(
        own=(
            _own(at, "held", PHONE, decide_by=due, reason=_because("contact_info")),
            _own(at, "held", "It is my fault, and I know it.", decide_by=late, reason=_because("any", ())),
            _own(at, "held", "Nobody has looked at this yet.", decide_by=due, reason=_because("not_screened", ())),
            _own(at, "held", "", decide_by=due),
        )
    )


def _taken(at: datetime) -> Rows:
    return Rows(
        messages=(
            _gone(at, "m8", "s4"),
            _gone(at, "m9", "s6", by="writer"),
            _gone(at, "m10", "s3", by="writer"),
            _gone(at, "m11", "s3"),
            replace(_message(at, "m12", "s2", "My number is ████████████."), state="masked"),
            _message(at, "m13", "gone", "I move on today. Thank you all."),
        ),
        own=(
            _own(at, "removed", "The words that came down.", reason=_because("threats_violence", ())),
            _own(at, "withdrawn", "What I took back."),
        ),
    )


def _between(at: datetime) -> Rows:
    return Rows(
        messages=(_message(at, "m14", "s2", "Who wants to begin?"),),
        notes=(("circle", "note_opened"), ("pass", "note_passed"), ("pause", "note_paused"), ("ear", "note_listen")),
        while_away=(_message(at, "m15", "s4", "I can begin."),),
        more=True,
        writing=("s1",),
    )


def _odd(at: datetime) -> Rows:
    return Rows(
        messages=(
            _message(at, "m16", "s2", LONG),
            _message(at, "m17", "s4", "🌱🕊️ 👍🏽"),
            _message(at, "m18", "s9", "Hoy hablé con mi hija. ¡Me preguntó cuándo vuelvo! No supe qué decirle."),
            _message(at, "m19", "s3", "One line.\n\nAnd, after a while,\nanother."),
            _message(at, "m20", "s6", (LETTERS * 12)[:2000]),
        )
    )


def _message(at: datetime, pk: str, author: str, body: str, reactions: tuple[dict[str, Any], ...] = ()) -> Message:
    said_at = at - timedelta(minutes=30) + timedelta(minutes=int(pk[1:]))
    return Message(pk, author, body, said_at.isoformat(), reactions=reactions, seq=int(pk[1:]))


def _gone(at: datetime, pk: str, author: str, by: str = "") -> Message:
    return replace(_message(at, pk, author, ""), state="removed", by=by)


def _own(at: datetime, state: str, body: str, **more: Any) -> Own:
    said_at = at - timedelta(minutes=2)
    return Own(
        f"{state} {body} {more.get('message', '')}",
        state,
        body,
        said_at.isoformat(),
        said_at.timestamp() * 1000,
        **more,
    )


def _because(code: str, spans: tuple[tuple[int, int], ...] = (SPAN,)) -> dict[str, Any]:
    return {"code": code, "text": reasons.text(code), "spans": [list(span) for span in spans]}


# As the server writes them


def plain(at: datetime) -> list[dict[str, Any]]:
    """Rows of the log as the page has them before any script runs."""
    chairs, seated = circle.seats(), {member.id: member for member in members()}
    found = (*_others(at).messages, *_taken(at).messages, _mine(at).messages[0])
    return [
        {
            "id": message.id,
            "client_id": message.id,
            "author": message.author,
            "member": seated.get(message.author),
            "seat": chairs[seated[message.author].seat - 1] if message.author in seated else None,
            "mine": message.author == "s3",
            "said_at": datetime.fromisoformat(message.said_at),
            "state": message.state,
            "by": message.by,
            "body": message.body,
            "given": [_given(one, seated) for one in message.reactions],
        }
        for message in found
    ]


def _given(one: Mapping[str, Any], seated: Mapping[str, Member]) -> dict[str, Any]:
    kind = one["kind"]
    names = [seated[pk].alias for pk in one["members"]]
    return {**one, "sign": SUPPORT[kind], "name": support_names()[kind], "names": names}


def outside_the_log(at: datetime) -> list[dict[str, Any]]:
    """Own messages in the room: held, held too long, sent back."""
    due = at + timedelta(minutes=18)
    marked = [(PHONE[: SPAN[0]], False), (PHONE[SPAN[0] : SPAN[1]], True), (PHONE[SPAN[1] :], False)]
    held = {"state": "held", "parts": marked, "due": due, "is_late": False, "reason": _because("contact_info")}
    return [held, {**held, "due": at, "is_late": True}, {**held, "state": "returned"}]


def told(at: datetime) -> list[SimpleNamespace]:
    """The same as *My messages* tells it, with what was masked and taken down."""
    rows = []
    for state in ("held", "returned", "masked", "removed"):
        group = SimpleNamespace(name="Monday Evening Circle")
        message = SimpleNamespace(
            id="00000000-0000-7000-8000-000000000002",
            state=state,
            rev=1,
            room=SimpleNamespace(group=group),
            said_at=at - timedelta(days=1),
            decide_by=at + timedelta(minutes=18),
        )
        shown = [(PHONE[: SPAN[0]], False), (PHONE[SPAN[0] : SPAN[1]], True), (PHONE[SPAN[1] :], False)]
        posted = SimpleNamespace(reason=SimpleNamespace(text=reasons.text("contact_info")))
        rows.append(SimpleNamespace(message=message, shown_in=shown, posted=posted))
    return rows
