"""What can happen to a case: it is claimed, let go, and decided. Everything that staff do here is on the record."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from accounts.models import User
from audit.services import actor, record
from chat import services as chat
from chat.models import Message, ScreeningRecord
from core import clock
from core.errors import NotThere
from core.transactions import unit
from moderation import kinds
from moderation.cases.evidence import EVIDENCE, add_event
from moderation.cases.words import RETURN_REASONS, TAKE_OVER_REASONS, preview
from moderation.errors import (
    CaseDecided,
    CaseHeld,
    CaseMovedOn,
    LeaseLost,
    NotFitting,
    OwnCase,
    ReasonNeeded,
    TakeOverNeedsReason,
)
from moderation.languages import language_of
from moderation.models import Case, CaseClaim, CaseEvent
from moderation.permissions import cases_of, is_own, may_moderate
from moderation.rules.precision import note_verdicts
from records import pins

#: How long a claim lasts without a sign of life: long enough to read a conversation, short enough that a colleague
#: who was called away holds nobody up.
LEASE = timedelta(minutes=5)
#: Characters of the line that the writer reads.
LONGEST_NOTE = 500

State = Message.State


class Decision(StrEnum):
    RELEASE = "release"
    RETURN = "return"
    REMOVE = "remove"
    NO_ACTION = "no_action"


OUTCOMES = {
    Decision.RELEASE: "released",
    Decision.RETURN: "returned",
    Decision.REMOVE: "removed",
    Decision.NO_ACTION: "no_action",
}

#: Events that decide a case.
ENDS = frozenset(OUTCOMES.values()) | {"withdrawn", "screened"}


def fitting(message: Message) -> tuple[Decision, ...]:
    """The decisions that a message in this state can be given."""
    if message.state == State.HELD:
        return (Decision.RELEASE, Decision.RETURN, Decision.REMOVE)
    if message.state in Message.SHOWN:
        return (Decision.REMOVE, Decision.NO_ACTION)
    return (Decision.NO_ACTION,)


# Claims


@unit()
def claim(*, case: Case, by: User, tab: str = "", because: str = "") -> CaseClaim:
    """Take the case, for five minutes from the last sign of life. A colleague's claim that still stands is taken
    over only with a reason (`CaseHeld`, `TakeOverNeedsReason`); one's own moves to this tab."""
    now = clock.now()
    locked = _locked(case, by=by)
    return _take(locked, by=by, tab=tab, because=because, at=now)


@unit()
def claim_next(*, by: User, tab: str = "") -> Case | None:
    """The most severe, then the one due first, that nobody holds. None: nothing waits for this moderator."""
    now = clock.now()
    waiting = cases_of(by).filter(state=Case.State.OPEN).exclude(claim__until__gt=now)
    ordered = waiting.order_by("severity", "due_at", "number")
    case = ordered.select_for_update(skip_locked=True, of=("self",)).first()
    if case is not None:
        _take(case, by=by, tab=tab, because="", at=now)
    return case


@unit()
def renew_claim(*, case: Case, by: User, tab: str) -> datetime:
    """A sign of life from the tab that holds the case; answers until when. `LeaseLost` for any other."""
    now = clock.now()
    mine = CaseClaim.objects.filter(case=case, case__state=Case.State.OPEN, user=by, tab=tab)
    if not mine.update(until=now + LEASE):
        raise LeaseLost
    return now + LEASE


@unit()
def release_claim(*, case: Case, by: User) -> None:
    """Back into the queue, no reason asked. Doing it twice is doing it once."""
    now = clock.now()
    locked = _locked(case, by=by)
    gone, _ = CaseClaim.objects.filter(case=locked, user=by).delete()
    if gone:
        _note(locked, "let_go", by=by, at=now)
        record(kinds.CASE_LET_GO, by=by, subject=f"case:{locked.pk}", at=now)


def _take(case: Case, *, by: User, tab: str, because: str, at: datetime) -> CaseClaim:
    held = CaseClaim.objects.filter(case=case).first()
    others = held is not None and held.user_id != by.pk and held.until > at
    if others and because not in TAKE_OVER_REASONS:
        raise TakeOverNeedsReason if because else CaseHeld
    until = at + LEASE
    mine = held is not None and held.user_id == by.pk and held.until > at
    since = held.since if held and mine else at
    claimed, _ = CaseClaim.objects.update_or_create(
        case=case, defaults={"user": by, "tab": tab, "since": since, "until": until}
    )
    if not mine:
        _record_taking(case, by=by, because=because if others else "", at=at)
    return claimed


def _record_taking(case: Case, *, by: User, because: str, at: datetime) -> None:
    kind = kinds.CASE_TAKEN_OVER if because else kinds.CASE_CLAIMED
    detail = {"because": because} if because else {}
    _note(case, "taken_over" if because else "claimed", by=by, at=at, **detail)
    record(kind, by=by, subject=f"case:{case.pk}", at=at, **detail)


# Decisions


@unit()
def decide(
    *, case: Case, version: int, decision: Decision, by: User, tab: str = "", code: str = "", note: str = ""
) -> Case:
    """Decide the case as it was at `version`. Case, message and audit change together, or not at all.

    `code` and `note` (what the writer reads) belong to a return or a removal. Refused: `CaseDecided` when somebody
    was first, `CaseMovedOn` when evidence came in since, `CaseHeld` while a colleague has it, `LeaseLost` when another
    tab of one's own has it, `NotFitting`, `ReasonNeeded`.
    """
    now = clock.now()
    locked = _locked(case, by=by)
    _refuse_when_held(locked, by=by, tab=tab, at=now)
    _refuse_when_changed(locked, version)
    _act(locked, decision, by=by, code=code, note=note.strip())
    _close(locked, OUTCOMES[decision], by=by, at=now, code=code)
    record(
        kinds.CASE_DECIDED,
        by=by,
        subject=f"case:{locked.pk}",
        at=now,
        decision=decision.value,
        code=code,
        message=locked.message_id,
        version=version,
    )
    return locked


@unit()
def close_withdrawn(case: Case, *, at: datetime) -> None:
    """The writer took back what was only waiting to be said: nothing is left to decide."""
    _close(case, "withdrawn", by=None, at=at)


@unit()
def close_screened(case: Case, *, at: datetime) -> None:
    """What had not been screened now has been, and nothing was found: it is said, and nothing is left to decide."""
    _close(case, "screened", by=None, at=at)


@unit()
def read_case(*, case: Case, by: User) -> None:
    """Put on the record that these words were read, whatever state they are in."""
    state = case.message.state if case.message else ""
    record(kinds.CASE_READ, by=by, subject=f"case:{case.pk}", message=case.message_id, state=state)


def status_of(events: Iterable[CaseEvent]) -> str:
    """The state that a case's events end in; the column only remembers it."""
    last = max((event for event in events if event.kind in ENDS | EVIDENCE), key=lambda event: event.version)
    return Case.State.DECIDED if last.kind in ENDS else Case.State.OPEN


def changes_since(case: Case, version: int) -> Sequence[CaseEvent]:
    """Evidence that came in after this version."""
    return list(case.events.filter(version__gt=version, kind__in=EVIDENCE).order_by("version"))


def _refuse_when_held(case: Case, *, by: User, tab: str, at: datetime) -> None:
    held = CaseClaim.objects.filter(case=case, until__gt=at).first()
    if held is None:
        return
    if held.user_id != by.pk:
        raise CaseHeld
    if held.tab and tab and held.tab != tab:
        raise LeaseLost


def _refuse_when_changed(case: Case, version: int) -> None:
    """A version that the case has not had yet was on no page either."""
    changes = changes_since(case, version)
    if changes or version > case.version:
        raise CaseMovedOn(changes)


def _act(case: Case, decision: Decision, *, by: User, code: str, note: str) -> None:
    """Move the message, through chat's own services."""
    message = case.message
    if message is None or decision not in fitting(message):
        raise NotFitting
    pk, revision = message.pk, case.revision
    if decision == Decision.RELEASE:
        chat.release(message_id=pk, by=by, revision=revision)
    elif decision == Decision.RETURN:
        note, spans = _line(code, note, language=language_of(message.author)), spans_of(case)
        chat.return_to_writer(message_id=pk, by=by, revision=revision, code=code, note=note, spans=spans)
    elif decision == Decision.REMOVE:
        note = _line(code, note, language=language_of(message.author))
        chat.remove(message_id=pk, by=by, revision=revision, code=code, note=note)


def _line(code: str, note: str, *, language: str) -> str:
    """What the moderator wrote for the writer; empty when it is the standard line, which then follows the writer's
    language."""
    if code not in RETURN_REASONS or len(note) > LONGEST_NOTE:
        raise ReasonNeeded
    return "" if note == preview(language).second[code] else note


def spans_of(case: Case) -> list[tuple[int, int]]:
    """What the rules marked in the words that this case is about, in code points."""
    seen = ScreeningRecord.objects.filter(message=case.message_id, revision=case.revision).first()
    found = seen.findings if seen else []
    return sorted({(finding["span"]["start"], finding["span"]["end"]) for finding in found})


def _close(case: Case, outcome: str, *, by: User | None, at: datetime, code: str = "") -> None:
    """The move itself, by compare-and-set on version and state: of two who decide at once, one wins."""
    before = case.version
    add_event(case, outcome, by=actor(by), at=at, data={"code": code} if code else {})
    moved = Case.objects.filter(pk=case.pk, state=Case.State.OPEN, version=before).update(
        state=Case.State.DECIDED, version=case.version, decided_at=at, decided_by=by, outcome=outcome
    )
    if not moved:
        raise CaseDecided
    CaseClaim.objects.filter(case=case).delete()
    pins.lift(target=f"message:{case.message_id}", because=f"case:{case.pk}", at=at)
    note_verdicts(case, outcome, at=at)
    case.refresh_from_db()


def _locked(case: Case, *, by: User) -> Case:
    """The row, locked, for somebody who may work on it and while it is open."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("group", "message__author")
    locked = rows.get(pk=case.pk)
    if not may_moderate(by, locked):
        raise NotThere
    if is_own(by, locked):
        raise OwnCase
    if locked.state != Case.State.OPEN:
        raise CaseDecided
    return locked


def _note(case: Case, kind: str, *, by: User, at: datetime, **data: str) -> None:
    """An event that is no evidence; the version rises with it all the same."""
    add_event(case, kind, by=actor(by), at=at, data=data)
    case.save(update_fields=["version"])
