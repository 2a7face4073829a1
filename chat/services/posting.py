"""Saying something: the whole way of posts, from their frames to their commit. One alone is a batch of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import translation

from chat import wire
from chat.models import Message
from chat.ports import Outcome as Verdicts
from chat.services.committing import Outcome, commit_posts
from chat.services.prepared import Prepared
from chat.services.preparing import Ready, Saying, prepare_all
from chat.services.taking import take_alone
from core import clock
from groups.seats import Seat

#: A post on its way: as its frame came; or prepared, when its room was busy.
Going = Saying | Prepared


@dataclass(frozen=True, slots=True)
class Said:
    """What became of one post: its state, or why it was not taken; neither: hand it in again (`going`). `shared`: it
    was delivered in a commit with others, and nobody else was told of it."""

    going: Going
    posted: wire.Posted | None = None
    refusal: Exception | None = None
    shared: bool = False


def say(*, seat: Seat, post: wire.Post, at: datetime | None = None) -> wire.Posted:
    """One post from its frame to its commit; answers its state in the seat's language.

    Raises the refusal of a post that is not taken (it may be sent again with the same `client_id`). The screener is
    asked before the transaction. Not to be called inside a unit: its answer speaks of what is committed.
    """
    (said,) = say_all([Saying(seat, post)], at=at)
    if said.refusal is not None:
        raise said.refusal
    assert said.posted is not None, "a batch of one waits for its room"
    return said.posted


def say_all(going: Sequence[Going], *, at: datetime | None = None) -> list[Said]:
    """The same for several, each with an answer of its own. Of one writer only the first is taken along: what else
    they say is judged when that stands."""
    first = _first_of_each_writer(going)
    ready = dict(zip(first, _ready([going[place] for place in first], at=at or clock.now()), strict=True))
    shared = {place: post for place, post in ready.items() if isinstance(post, Prepared) and _shares(post)}
    outcomes = dict(zip(shared, commit_posts(list(shared.values())), strict=True))
    return [_said(one, ready.get(place), outcomes.get(place)) for place, one in enumerate(going)]


def _first_of_each_writer(going: Sequence[Going]) -> list[int]:
    first: dict[UUID, int] = {}
    for place, one in enumerate(going):
        first.setdefault(one.seat.person_id or one.seat.user_id, place)
    return list(first.values())


def _ready(going: Sequence[Going], *, at: datetime) -> list[Ready]:
    """What is prepared already stays as it is."""
    prepared = iter(prepare_all([one for one in going if isinstance(one, Saying)], at=at))
    return [one if isinstance(one, Prepared) else next(prepared) for one in going]


def _shares(post: Prepared) -> bool:
    """A plain delivery shares its commit; whatever the desk must know of has one of its own."""
    return post.verdict.outcome == Verdicts.DELIVER and not post.verdict.crisis and post.replaced_rev is None


def _said(one: Going, ready: Ready | None, outcome: Outcome) -> Said:
    """`ready` None: it stands behind other words of its writer. `outcome` None: it shares no commit, or its room was
    busy."""
    if not isinstance(ready, Prepared):
        return Said(one) if ready is None else _answered(one, ready)
    if outcome is not None:
        return _answered(ready, outcome)
    return Said(ready) if _shares(ready) else _answered(ready, _taken_alone(ready), shared=False)


def _answered(going: Going, answer: wire.Posted | Exception, *, shared: bool = True) -> Said:
    if isinstance(answer, Exception):
        return Said(going, refusal=answer)
    shared = shared and isinstance(going, Prepared) and going.message.pk == answer.message
    return Said(going, answer, shared=shared and answer.state == Message.State.DELIVERED)


def _taken_alone(post: Prepared) -> wire.Posted | Exception:
    with translation.override(post.seat.language):
        try:
            return take_alone(post)
        except Exception as error:  # this post's own answer: the others of the batch have theirs
            return error
