"""Everything before a commit: authority, retry, pace, screening. Posts are prepared together, in so many queries
whatever their number; each has an answer of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import translation

from chat import answers, beliefs, bodies, screening, wire
from chat.authority import Authority
from chat.beliefs import Believed
from chat.errors import MessageMoved, MessageNotThere, MonitorsDoNotPost, TooFast, prevented
from chat.models import Message, Room
from chat.ports import Draft, Outcome, Verdict
from chat.services import retries
from chat.services.drafts import draft_of
from chat.services.facts import Facts, facts_of
from chat.services.prepared import Prepared
from core.errors import RuleError
from groups.models import SupportGroup
from groups.seats import Seat

State = Message.State
#: A post that may be committed; or the answer already: its state, or why it is not taken.
Ready = Prepared | wire.Posted | Exception
#: The state that a writer is told of what is stored nowhere.
NOT_KEPT: Mapping[Outcome, str] = {Outcome.NUDGE: "nudged", Outcome.REFUSE: "refused"}


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody who says something, and the reading of their authority that was made for their last words."""

    seat: Seat
    post: wire.Post
    believed: Authority | None = None


def prepare(*, seat: Seat, post: wire.Post, at: datetime) -> Prepared | wire.Posted:
    """One alone. A `Posted` is the answer already; raises why it is not taken."""
    (ready,) = prepare_all([Saying(seat, post)], at=at)
    if isinstance(ready, Exception):
        raise ready
    return ready


def prepare_all(sayings: Sequence[Saying], *, at: datetime) -> list[Ready]:
    """Several, each of another writer."""
    drafts = [_Going(saying, at) for saying in sayings]
    _refuse_monitors(drafts)
    _learn(drafts, at=at)
    _authorise(drafts, at=at)
    _tidy(drafts)
    _recognise(drafts)
    _judge(drafts)
    return [draft.ready for draft in drafts if draft.ready is not None]


@dataclass(eq=False, slots=True)
class _Going:
    """One post on its way: each step gives it an answer, or leaves it to the next."""

    saying: Saying
    at: datetime
    known: Facts | None = None
    authority: Authority | None = None
    body: str = ""
    replaced: Message | None = None
    ready: Ready | None = None

    @property
    def seat(self) -> Seat:
        return self.saying.seat

    @property
    def post(self) -> wire.Post:
        return self.saying.post

    @property
    def facts(self) -> Facts:
        assert self.known is not None
        return self.known

    @property
    def room(self) -> Room:
        return self.facts.room

    @property
    def facility_id(self) -> str | None:
        return self.authority.of.facility_id if self.authority else None

    @property
    def author_id(self) -> UUID:
        assert self.seat.person_id is not None
        return self.seat.person_id


def _open(drafts: Sequence[_Going]) -> Iterator[_Going]:
    return (draft for draft in drafts if draft.ready is None)


def _refuse_monitors(drafts: Sequence[_Going]) -> None:
    for draft in drafts:
        if draft.seat.person_id is None:
            draft.ready = MonitorsDoNotPost()


def _learn(drafts: Sequence[_Going], *, at: datetime) -> None:
    waiting = list(_open(drafts))
    found = facts_of([(draft.seat, draft.post.client_id) for draft in waiting], at=at) if waiting else ()
    for draft, facts in zip(waiting, found, strict=True):
        draft.known = facts


def _authorise(drafts: Sequence[_Going], *, at: datetime) -> None:
    waiting = list(_open(drafts))
    asked = [Believed(d.seat, d.room, d.facts.member_version, d.saying.believed) for d in waiting]
    for draft, answer in zip(waiting, beliefs.read_all(asked, at=at), strict=True):
        if isinstance(answer, RuleError):
            draft.ready = answer
        else:
            draft.authority = answer


def _tidy(drafts: Sequence[_Going]) -> None:
    for draft in _open(drafts):
        try:
            draft.body = bodies.tidy(draft.post.body)
        except RuleError as refusal:
            draft.ready = refusal


def _recognise(drafts: Sequence[_Going]) -> None:
    """What was said with this `client_id` before is answered by its present state, whatever may be said now."""
    waiting = list(_open(drafts))
    again = [(draft.author_id, draft.post.client_id) for draft in waiting if draft.facts.said]
    known = retries.said_before(again) if again else {}
    for draft in waiting:
        before = known.get((draft.author_id, draft.post.client_id))
        if before is not None:
            with translation.override(draft.seat.language):
                draft.ready = retries.answer_to(before, draft.room.pk, draft.body)
        elif draft.authority and not draft.authority.may_post:
            draft.ready = prevented(draft.authority.why_not)


def _judge(drafts: Sequence[_Going]) -> None:
    for draft in _open(drafts):
        try:
            _refuse_haste(draft)
            draft.replaced = _returned(draft)
        except RuleError as refusal:
            draft.ready = refusal
    waiting = list(_open(drafts))
    verdicts = screening.screen_all([_draft(draft) for draft in waiting])
    for draft, verdict in zip(waiting, verdicts, strict=True):
        draft.ready = _judged(draft, _settled(draft, verdict))


def _draft(draft: _Going) -> Draft:
    return draft_of(
        draft.body,
        lang=draft.post.lang,
        author_id=draft.author_id,
        room_id=draft.room.pk,
        custody=draft.authority.of.custody if draft.authority else None,
        at=draft.at,
        recent=draft.facts.recent,
    )


def _settled(draft: _Going, verdict: Verdict) -> Verdict:
    hold_all = draft.room.group.mode == SupportGroup.Mode.HOLD_ALL
    return settle(verdict, hold_all=hold_all, anyway=draft.post.anyway)


def settle(verdict: Verdict, *, hold_all: bool, anyway: bool) -> Verdict:
    """The verdict as it counts in this room. A cry for help is never sent back or refused: a person must see it."""
    outcome = verdict.outcome
    if outcome == Outcome.REFUSE and verdict.crisis:
        outcome = Outcome.HOLD
    if outcome == Outcome.NUDGE and (anyway or verdict.crisis):
        outcome = Outcome.FLAG
    if hold_all and outcome in (Outcome.DELIVER, Outcome.FLAG):
        return replace(verdict, outcome=Outcome.HOLD, because="")  # not because of these words
    return verdict if outcome == verdict.outcome else replace(verdict, outcome=outcome)


def _judged(draft: _Going, verdict: Verdict) -> Ready:
    if verdict.outcome in NOT_KEPT:
        with translation.override(draft.seat.language):
            return answers.not_kept(draft.post, NOT_KEPT[verdict.outcome], verdict)
    assert draft.authority is not None
    return Prepared(
        seat=draft.seat,
        room=draft.room,
        authority=draft.authority,
        post=draft.post,
        body=draft.body,
        message=_message(draft),
        key=bodies.data_key(draft.room.pk, at=draft.at),
        verdict=verdict,
        facility_id=draft.facility_id,
        at=draft.at,
        replaced_rev=draft.replaced.rev if draft.replaced else None,
    )


def _refuse_haste(draft: _Going) -> None:
    until = draft.facts.too_fast_until(at=draft.at)
    if until is not None and draft.room.group.paced and not settings.RATES_LIFTED:
        raise TooFast(retry_after=int((until - draft.at).total_seconds()) + 1)


def _returned(draft: _Going) -> Message | None:
    """One's own message that was sent back, to be said again in other words."""
    if draft.post.replaces is None:
        return None
    mine = Q(author=draft.author_id) | Q(author__merged_into=draft.author_id)
    message = Message.objects.filter(mine, pk=draft.post.replaces, room=draft.room).first()
    if message is None:
        raise MessageNotThere
    if message.state != State.RETURNED:
        raise MessageMoved
    return message


def _message(draft: _Going) -> Message:
    old = draft.replaced
    again = {"pk": old.pk, "revision": old.revision + 1, "rev": old.rev + 1} if old else {}
    return Message(
        room=draft.room,
        author_id=draft.author_id,
        client_id=draft.post.client_id,
        lang=draft.post.lang,
        state=State.HELD,
        said_at=draft.at,
        moved_at=draft.at,
        **again,
    )
