"""A screener and a desk for chat's own tests: both keep to `chat.ports`, and do as the text says."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from uuid import UUID

from chat.ports import Deadline, Draft, Finding, MessageRef, Outcome, Report, Span, Verdict

DECIDE_BY = datetime(2031, 1, 1, 12, 0, tzinfo=UTC)
#: The wall never ends this wait before the test does.
let_go = Event()
drafts: list[Draft] = []


def screen(draft: Draft, *, deadline: Deadline) -> Verdict:
    """`hold …` is held for its first word, and so on; `crisis` anywhere is a cry for help beside that."""
    drafts.append(draft)
    word = draft.body.split()[0]
    if word == "fail":
        raise ZeroDivisionError
    if word == "hang":
        let_go.wait()
    while word == "burn":
        time.sleep(0)
        deadline.check()
    outcome = Outcome(word) if word in set(Outcome) else Outcome.DELIVER
    findings = (
        () if outcome == Outcome.DELIVER else (Finding("contact_info", "phone", "test.word", 1, Span(0, len(word))),)
    )
    return Verdict(
        outcome,
        findings,
        crisis="crisis" in draft.body,
        screener="fake",
        because="contact_info" if findings else "",
        marks=tuple(finding.span for finding in findings),
    )


@dataclass
class FakeDesk:
    calls: list[tuple[str, UUID]] = field(default_factory=list)
    breaks: bool = False

    def _note(self, what: str, message_id: UUID) -> None:
        if self.breaks:
            raise RuntimeError("the desk is broken")
        self.calls.append((what, message_id))

    def held(self, ref: MessageRef, verdict: Verdict) -> datetime:
        self._note("held" if verdict.screened else f"held {verdict.why_not}", ref.message_id)
        return DECIDE_BY

    def flagged(self, ref: MessageRef, verdict: Verdict) -> None:
        self._note("flagged", ref.message_id)

    def crisis(self, ref: MessageRef, verdict: Verdict) -> None:
        self._note("crisis", ref.message_id)

    def reported(self, ref: MessageRef, report: Report) -> str:
        self._note(f"reported {report.reason}", ref.message_id)
        return "A person will read it."

    def help_asked(self, *, person_id: UUID, client_id: UUID, room_id: UUID | None, at: datetime) -> str:
        self._note("help", client_id)
        return "Somebody is on the way."

    def withdrawn(self, ref: MessageRef) -> None:
        self._note("withdrawn", ref.message_id)

    def screened(self, ref: MessageRef, verdict: Verdict, *, delivered: bool) -> None:
        self._note(f"screened {delivered}", ref.message_id)

    def decided_case(self, message_id: UUID) -> int | None:
        return 7

    @property
    def told(self) -> list[str]:
        return [what for what, _ in self.calls]


desk = FakeDesk()
