"""The desk and the duty page with cases and alerts that nobody raised."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from accounts.models import User
from chat.models import Message
from chat.selectors import ContextLine, Written
from config.design import circle, said
from groups.models import Membership
from moderation.alerts.selectors import DutyAlert
from moderation.cases import words
from moderation.cases.queue import Group, Queue, Row
from moderation.cases.selectors import CaseView, Holder, Line, Rule, Step, parts_of
from moderation.cases.services import LEASE, Decision
from moderation.cases.views import GIVE_A_REASON, KEYS, LABELS
from moderation.errors import CaseMovedOn, ReasonNeeded
from moderation.models import Alert, Case

NOBODY = UUID(int=0)
ZONE = "America/Chicago"
WREN = User(name="Wren")


def queue() -> Queue:
    """A row of each kind: crisis, overdue, the one that is open, held by a colleague, long names."""
    crisis = _row(218, "help", "Words of self-harm", "held", "2 min", holder="Heath told, not answered", tone="berry")
    unseen = _row(219, "wait", "Not screened yet", "held", "4 min", holder="nobody told yet", tone="berry")
    late = _row(203, "flag", "Member report", "delivered", "14 min late", holder="free", tone="clay")
    mine = _row(221, "phone", "Contact details", "held", "12 min", holder="you", current=True)
    other = _row(220, "alert", "A threat, or words that scare", "held", "18 min", holder="Sparrow")
    long = _row(222, "person", "A person outside, and a title that is longer than a row", "delivered", "23 h 10 min")
    groups = [
        Group("not_screened", "Not screened yet", "nothing has looked at these", "berry", [unseen]),
        Group("crisis", "Crisis", "to a named person in 60 s", "berry", [crisis]),
        Group("overdue", "Overdue", tone="clay", rows=[late]),
        Group("soon", "Due in 30 minutes", rows=[mine, other]),
        Group("later", "Later", rows=[long]),
    ]
    return Queue(groups=groups, total=9, oldest="1 h 04 min")


def _row(number: int, icon: str, what: str, detail: str, due: str, **more: Any) -> Row:
    given = {"where": "Monday Evening Circle · es", "holder": "free", "tone": "", **more}
    is_current = given.pop("current", False)
    return Row(number=number, url="#desk", icon=icon, what=what, detail=detail, due=due, is_current=is_current, **given)


def case(at: datetime) -> CaseView:
    """A held message that two rules marked, among others; it is mine."""
    message = Message(state="held", lang="en")
    found = Case(number=221, version=3, category="contact_info", state=Case.State.OPEN, message=message)
    return CaseView(
        case=found,
        title=words.title(found),
        group="Monday Evening Circle",
        lines=_lines(at),
        rules=[
            Rule(1, "Phone number", "contact.phone", 4, "A number that somebody can be called at.", "", 1.0, "#desk"),
            Rule(2, "Family", "contact.kin", 2, "", "figures written as words", 0.4, ""),
        ],
        writer=Membership(seat=circle.ME, joined_at=at - timedelta(days=120)),
        writer_alias=circle.ALIASES[circle.ME],
        written=Written(messages=84, held=1, returned=2, removed=0, first_at=at),
        earlier=[(Case(number=164), "Sent back"), (Case(number=98), "Released")],
        steps=[Step("6:21 pm", "Claimed", "Wren", 3, True), Step("6:19 pm", "Held by the screening", "", 2, False)],
        notes=[("worried about the writer", "He sounds very low.")],
        alerts=[Alert(), Alert(acknowledged_by=User(name="Heath"))],
        holder=Holder("Wren", True, "", 252),
        decisions=(Decision.RELEASE, Decision.RETURN, Decision.REMOVE),
        preview=words.preview("es"),
        decide_by="6:40 pm",
        zone=ZONE,
    )


def _lines(at: datetime) -> list[Line]:
    chairs = circle.seats()
    start, end = said.SPAN
    spoken = ((2, "Who picks you up on Monday?", "delivered"), (circle.ME, said.PHONE, "held"), (4, None, "expired"))
    return [
        Line(
            seat=chairs[seat - 1],
            said=_context(at, chairs[seat - 1].alias, body, state),
            time=f"6:1{minute} pm",
            state=words.STATES[state],
            parts=parts_of(body, [(start, end, 1), (5, 14, 2)]) if body and state == "held" else (),
        )
        for minute, (seat, body, state) in enumerate(spoken, start=7)
    ]


def _context(at: datetime, alias: str, body: str | None, state: str) -> ContextLine:
    return ContextLine(NOBODY, NOBODY, alias, "member", body, at, state, 1, [], state == "held")


def held_by_other(view: CaseView) -> CaseView:
    return replace(view, holder=Holder("Sparrow", False, "", 120))


def free(view: CaseView) -> CaseView:
    return replace(view, holder=None)


def decided(view: CaseView, at: datetime) -> CaseView:
    end = Case(number=204, version=5, state=Case.State.DECIDED, outcome="returned", decided_at=at, decided_by=WREN)
    end.message = view.case.message
    return replace(view, case=end, holder=None, notes=(), alerts=())


def decisions(view: CaseView) -> dict[str, Any]:
    """What the page of a case lays below it: the decisions, the reasons, and what the writer would read."""
    first, second = view.preview.first, view.preview.second
    return {
        "acts": [_act(view, decision, key) for decision, key in KEYS.items()],
        "may_give_reason": True,
        "reasons": [_reason(reason, second) for reason in words.RETURN_REASONS.values()],
        "first_line": first[Decision.RETURN],
        "second_line": second["contact"],
        "take_over_reasons": words.TAKE_OVER_REASONS.items(),
        "lease_seconds": int(LEASE.total_seconds()),
    }


def _act(view: CaseView, decision: Decision, key: str) -> dict[str, Any]:
    with_reason = decision in GIVE_A_REASON
    return {
        "decision": decision.value,
        "key": key,
        "label": LABELS[decision],
        "off": decision not in view.decisions,
        "first_line": view.preview.first[decision] if with_reason else "",
        "confirm": GIVE_A_REASON.get(decision, ""),
    }


def _reason(reason: words.ReturnReason, lines: Mapping[str, str]) -> dict[str, Any]:
    line = lines[reason.code]
    return {"code": reason.code, "label": reason.label, "line": line, "is_first": reason.code == "contact"}


def refusals() -> dict[str, dict[str, Any]]:
    """What stands above a case when a decision came too late, and when it lacked something."""
    moved = {
        "text": CaseMovedOn.text,
        "label": LABELS[Decision.RELEASE],
        "version": 3,
        "changes": ["Member report: a threat", "Flagged by the screening"],
        "must_read": True,
    }
    lacking = {"text": ReasonNeeded.text, "label": LABELS[Decision.RETURN], "version": 3, "must_read": False}
    return {"moved": moved, "lacking": lacking}


def alerts(at: datetime) -> list[DutyAlert]:
    """One that waits, one that nobody could be told of, one that is answered, and one that is closed."""
    waits = DutyAlert(
        id=NOBODY,
        cause=Alert.Cause.HELP,
        state=Alert.State.NOTIFIED,
        legal_name="Daniel Ortega",
        alias=circle.ALIASES[12],
        facility="Alder Ridge",
        unit="East 2",
        housing="cell 14",
        away="",
        group="Monday Evening Circle",
        raised_at=at,
        age="2 min",
        next_at=at + timedelta(minutes=3),
        zone=ZONE,
        told=(("Heath", at),),
        answered_by="",
        answered_at=None,
        resolved_by="",
        may_answer=True,
        may_resolve=True,
    )
    answered = replace(waits, state=Alert.State.ACKNOWLEDGED, answered_by="Heath", answered_at=at)
    return [
        waits,
        replace(waits, id=UUID(int=1), cause=Alert.Cause.NOT_SCREENED, facility="", told=(), next_at=None),
        replace(answered, id=UUID(int=2), cause=Alert.Cause.SELF_HARM, away="in hospital"),
        replace(answered, id=UUID(int=3), state=Alert.State.RESOLVED, resolved_by="Heath"),
    ]
