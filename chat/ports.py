"""What chat hands upwards, and what it expects back.

Chat never imports moderation. It calls two dotted paths from the settings, `CHAT_SCREENER` (pure, before the
transaction) and `CHAT_DESK` (inside the caller's transaction); these are the words both sides use.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string


class Outcome(StrEnum):
    """What the screener decides about a text, from mild to strict. Crisis is not an outcome: it rides beside one."""

    DELIVER = "deliver"
    FLAG = "flag"  # delivered, and the desk looks at it
    NUDGE = "nudge"  # the writer may edit before anyone sees it
    HOLD = "hold"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the body in code points: `start` inclusive, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule saw. No text in it: `span` points into the body."""

    category: str  # contact_info, threats_violence, self_harm, …
    tier: str  # e.g. intent, ideation, phone, email
    rule: str  # stable code of the rule
    version: int
    span: Span
    score: float = 1.0
    view: str = "raw"  # the view of the text in which the rule saw it
    capped: bool = False  # the rule hits so much of late that nothing may wait because of it


@dataclass(frozen=True, slots=True)
class Times:
    """When this writer's days may be harder than others; None where it is not known, or not so."""

    now: datetime | None = None
    in_custody_since: datetime | None = None  # admitted, and inside ever since
    released_at: datetime | None = None  # released, and outside ever since
    court_at: datetime | None = None  # no source tells it yet


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way in, with what a screener may know about it."""

    body: str
    lang: str
    author_id: UUID
    room_id: UUID
    facility_id: str | None = None  # where the writer is in custody; None outside
    unit_id: str | None = None
    recent: tuple[str, ...] = ()  # the author's last messages, oldest first
    times: Times = Times()
    kind: str = "post"  # post, alias, goal, appeal, note: what sort of text it is


@dataclass(frozen=True, slots=True)
class Verdict:
    """The screener's answer. `screened` is False when it failed or was late: the message is then held as
    *not screened*, never as forbidden."""

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    crisis: bool = False
    screened: bool = True
    why_not: str = ""  # "late" or "failed" when not screened
    took_ms: float = 0.0
    screener: str = ""  # version of the rule set
    because: str = ""  # `category.tier` of what led to the outcome; empty when nothing did
    marks: tuple[Span, ...] = ()  # what the writer may be shown of the places that led to it
    shadow: tuple[Finding, ...] = ()  # of rules on trial: kept, and without any effect

    @classmethod
    def not_screened(cls, why: str) -> "Verdict":
        """A hold that names itself as such."""
        return cls(outcome=Outcome.HOLD, screened=False, why_not=why)


class TooLate(Exception):
    """The screener has used up its time. Raised by `Deadline.check`; the message is held as not screened."""


class Deadline(Protocol):
    """How long the screener may still take; it calls `check` between detectors."""

    def check(self) -> None: ...


class Screener(Protocol):
    def __call__(self, draft: Draft, *, deadline: Deadline) -> Verdict: ...


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message as the desk knows it: ids and times, never the text."""

    message_id: UUID
    revision: int
    room_id: UUID
    group_id: UUID
    author_id: UUID
    lang: str
    at: datetime
    facility_id: str | None  # the author's facility at that moment; None outside


@dataclass(frozen=True, slots=True)
class Report:
    """A member's report of a message: the reporter's own id of it, the reason's code, and their note."""

    client_id: UUID
    reporter_id: UUID
    reason: str
    note: str = field(repr=False)
    verdict: "Verdict | None" = None  # of the note, which is never held; None: there is no note


@dataclass(frozen=True, slots=True)
class HelpStanding:
    """A call for help as its caller is told of it. `waits`: nobody has answered yet."""

    text: str
    waits: bool


class Desk(Protocol):
    """Every method is called inside the caller's transaction and writes rows there; it may raise, and then
    nothing of the caller's transaction happens."""

    def held(self, ref: MessageRef, verdict: Verdict) -> datetime:
        """A message is held; answers the time by which a person will have read it (the writer is told)."""

    def flagged(self, ref: MessageRef, verdict: Verdict) -> None: ...

    def crisis(self, ref: MessageRef, verdict: Verdict) -> None: ...

    def reported(self, ref: MessageRef, report: Report) -> str:
        """A member reported a message; answers what happens next, in the reporter's language.
        The same `client_id` again answers the same and records nothing."""

    def help_asked(self, *, person_id: UUID, client_id: UUID, room_id: UUID | None, at: datetime) -> str:
        """Somebody pressed *Help now*; answers what happens next, in their language. Idempotent by client_id."""

    def help_standings(self, languages: Mapping[UUID, str]) -> Mapping[UUID, "HelpStanding"]:
        """Where the calls for help of these persons stand, honestly, each in the language named beside them; who has
        none is not in it. Reads only."""

    def withdrawn(self, ref: MessageRef) -> None:
        """The writer takes back a message. Called before the message moves (cases are locked before messages); there
        may be no case."""

    def screened(self, ref: MessageRef, verdict: Verdict, *, delivered: bool) -> None:
        """A message that was held as not screened has now been screened. `delivered`: it is released in this same
        unit; else it stays held and a person decides. Called before the message moves."""

    def decided_case(self, message_id: UUID) -> int | None:
        """The number of the case in which staff last decided what becomes of this message, for its writer to name;
        None where there was no case. Reads only."""


def desk() -> Desk:
    """The desk of this installation (`CHAT_DESK`)."""
    found: Desk = import_string(settings.CHAT_DESK)
    return found


#: Reasons that a member can give for a report.
REPORT_REASONS: Mapping[str, str] = {
    "unkind": "unkind",
    "threat": "threat",
    "private": "private",
    "worried": "worried",
    "other": "other",
}
