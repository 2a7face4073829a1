"""What the room's page is made of. The contract with its script is in static/chat/README.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.doors import Caller, DoorRequest
from accounts.sealing import seal_key, writer_tag
from chat import authority, errors, reasons, selectors, wire
from chat.helper import card_of
from chat.models import Room
from chat.room_words import PHASES, SUPPORT, phase_names, starters, support_names, words
from chat.selectors.shown import PAGE
from core import clock
from core.ids import new_id
from core.seats import SeatView, circle
from groups.seats import Seat
from groups.selectors import read_seq_of
from groups.sessions.selectors import coming_up

#: Where no place is known at all.
FALLBACK_ZONE = "America/Chicago"


@dataclass(frozen=True, slots=True)
class RoomPage:
    """One seat's view of its room at one moment. The room (with its head) was read before everything else."""

    request: DoorRequest
    room: Room
    seat: Seat
    at: datetime

    def context(self, *, before: int | None = None) -> dict[str, Any]:
        """`before`: show the messages before this seq (without script: 'Show older words')."""
        members = selectors.members(self.room)
        present = selectors.present(self.room, at=self.at)
        here = {member.id for member in present.members}
        rules = self._rules()
        seats = _circle(self.room, self.seat, members, here, turn=_turn(rules["session_now"]))
        log, older = self._log(members, seats, before=before)
        read = read_seq_of(self.seat.membership_id) if self.seat.membership_id else None
        return {
            "room": _room(self.room),
            "me": _plain(selectors.me(self.seat, members)),
            "members": [_plain(member) for member in members],
            "here": [str(pk) for pk in here],
            "monitor_here": present.monitor,
            "seats": seats,
            "log": log,
            "older": older,
            "read": read,
            "new_from": _first_new(log, read) if before is None else None,
            "is_newest": before is None,
            "epoch": self.room.epoch,
            "head": self.room.head,
            **rules,
            **_parts(rules["session_now"], members),
            **self._own(),
            **_links(),
            "coming": coming_up(self.room.group_id, at=self.at),
        }

    def _log(
        self, members: Sequence[wire.Member], seats: Sequence[SeatView], *, before: int | None
    ) -> tuple[list[dict[str, Any]], bool]:
        first = before if before is not None else self.room.head + 1
        found, older = selectors.older(self.room, self.seat, before=first, limit=PAGE, at=self.at)
        drawn = {str(member.id): (_plain(member), seats[member.seat - 1]) for member in members}
        return [self._message(message, drawn) for message in found], older

    def _message(self, message: wire.Message, drawn: Mapping[str, tuple[dict[str, Any], SeatView]]) -> dict[str, Any]:
        member, seat = drawn.get(str(message.author.id), (_plain(message.author), None))
        return _plain(message) | {
            "said_at": datetime.fromisoformat(message.said_at),
            "shown_until": datetime.fromisoformat(message.shown_until),
            "mine": message.author.id == self.seat.membership_id,
            "given": self._given(_plain(message), drawn),
            "member": member,
            "seat": seat,
        }

    def _given(
        self, message: Mapping[str, Any], drawn: Mapping[str, tuple[dict[str, Any], SeatView]]
    ) -> list[dict[str, Any]]:
        """Who supports this message, kind by kind, by alias."""
        called = support_names()
        aliases = {pk: member["alias"] for pk, (member, _seat) in drawn.items()}
        return [
            {**one, "sign": SUPPORT[one["kind"]], "name": called[one["kind"]], "names": _names(one["members"], aliases)}
            for one in message.get("reactions", ())
            if one["kind"] in SUPPORT
        ]

    def _rules(self) -> dict[str, Any]:
        """What this seat may do now, who reads, how long words stay, and the times of it."""
        may = authority.read(self.seat, self.room.pk, at=self.at)
        ready = selectors.ready(self.room, self.seat, may, at=self.at)
        session = ready.room.session
        why = {"code": may.why_not, "text": errors.why_not(may.why_not)}
        return {
            "can": sorted(may.can),
            "why_not": None if may.may_post else why,
            "readers": ready.readers,
            "retention_text": ready.room.retention.text,
            "session_now": session and _plain(session),
            "session": session and _plain(session) | {"ends_at": datetime.fromisoformat(session.ends_at)},
            "helper": card_of(_facility(self.request.caller), get_language() or "en"),
            "report_reasons": list(reasons.REPORTS.items()),
            "now": self.at,
            "tz": zone_of(self.request.caller, self.room),
        }

    def _own(self) -> dict[str, Any]:
        """What is this person's alone; a monitor has nothing here."""
        caller = self.request.caller
        own = selectors.own_messages(caller.person, at=self.at, room=self.room) if caller.person else []
        return {
            "own": [_own(message) for message in reversed(own)],
            "own_rows": [_own_row(message, self.at) for message in reversed(own)],
            "seal_key": seal_key(caller.user, self.at) if caller.person and caller.user else "",
            "writer": writer_tag(caller.user) if caller.person and caller.user else "monitor",
            "new_client_id": str(new_id()),
            "csrf": get_token(self.request),
            "lang": get_language() or "en",
            "words": words(),
            "starters": starters(),
        }


def zone_of(caller: Caller, room: Room | None = None) -> str:
    """IANA name of the zone in which this caller reads times: their facility's, else one of the group's."""
    facility = _facility(caller)
    if facility is None and room is not None:
        facility = room.group.programme.facilities.order_by("code").first()
    return facility.time_zone if facility else FALLBACK_ZONE


def _facility(caller: Caller) -> Any:
    return caller.custody.facility if caller.custody else None


def _first_new(log: Sequence[Mapping[str, Any]], read: int | None) -> str | None:
    """The message above which the line stands: the first of others that came after what was read. Whoever has read
    nothing yet needs no line, nor does a monitor."""
    if not read:
        return None
    return next((message["id"] for message in log if message["seq"] > read and not message["mine"]), None)


def _turn(session: Mapping[str, Any] | None) -> str | None:
    """The membership whose turn it is."""
    return session.get("turn") if session else None


def _parts(session: Mapping[str, Any] | None, members: Sequence[wire.Member]) -> dict[str, Any]:
    """The parts of a session, in which it is now, whose turn it is, and who asks for it, in their order."""
    seated = {str(member.id): _plain(member) for member in members}
    called = phase_names()
    phases = [{"code": code, "name": called[code], "number": number} for number, code in enumerate(PHASES, start=1)]
    hands = (session or {}).get("hands", ())
    return {
        "phases": phases,
        "phase_now": next((phase for phase in phases if phase["code"] == (session or {}).get("phase")), None),
        "turn": seated.get(_turn(session) or ""),
        "hands": [seated[pk] for pk in hands if pk in seated],
    }


def _names(ids: Sequence[str], aliases: Mapping[str, str]) -> list[str]:
    return [aliases.get(pk, _("Someone who left")) for pk in ids]


def _circle(
    room: Room, seat: Seat, members: Sequence[wire.Member], here: set[Any], *, turn: str | None
) -> list[SeatView]:
    return circle(
        {member.seat: member.alias for member in members},
        total=max([room.group.capacity, *(member.seat for member in members)]),
        me=seat.number,
        leads={member.seat for member in members if member.is_lead},
        away={member.seat for member in members if member.is_away},
        here={member.seat for member in members if member.id in here},
        speaking=next((member.seat for member in members if str(member.id) == turn), None),
    )


def _room(room: Room) -> dict[str, Any]:
    return {"id": str(room.pk), "name": room.group.name, "lang": room.group.language, "mode": room.group.mode}


def _own(own: selectors.OwnMessage) -> dict[str, Any]:
    said_at = clock.wire(own.message.said_at)
    return _plain(own.posted) | {"body": own.body, "lang": own.message.lang, "said_at": said_at}


def _own_row(own: selectors.OwnMessage, at: datetime) -> dict[str, Any]:
    """The same, as the page is written without script."""
    due = own.message.decide_by
    return _own(own) | {"due": due, "is_late": due is not None and due < at, "parts": own.shown_in}


def _plain(thing: wire.View | wire.Outbound) -> dict[str, Any]:
    """A view as plain values, ids as text."""
    plain: dict[str, Any] = msgspec.to_builtins(thing)
    return plain


def _links() -> dict[str, str]:
    names = {
        "home_url": "groups:home",
        "sign_in_url": "accounts:sign_in",
        "help_url": "moderation:help",
        "mine_url": "chat:mine",
    }
    return {key: _url(name) for key, name in names.items()}


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
