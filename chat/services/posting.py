"""Saying something: the whole way of posts, from their frames to their commit. One alone is a batch of one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import translation

from chat import wire
from chat.ports import Outcome
from chat.services.committing import commit_posts
from chat.services.prepared import Prepared
from chat.services.preparing import Ready, Saying, prepare_all
from chat.services.taking import take_alone
from core import clock
from groups.seats import Seat

#: A post on its way: as its frame came; or prepared, when its room was busy.
Going = Saying | Prepared
#: What became of one post: its state; why it was not taken; or the post itself, to be handed in again.
Answer = wire.Posted | Exception | Going


def say(*, seat: Seat, post: wire.Post, at: datetime | None = None) -> wire.Posted:
    """One post from its frame to its commit; answers its state in the seat's language.

    Raises the refusal of a post that is not taken (it may be sent again with the same `client_id`). The screener is
    asked before the transaction. Not to be called inside a unit: its answer speaks of what is committed.
    """
    (answer,) = say_all([Saying(seat, post)], at=at)
    if isinstance(answer, Exception):
        raise answer
    assert isinstance(answer, wire.Posted), "a batch of one waits for its room"
    return answer


def say_all(going: Sequence[Going], *, at: datetime | None = None) -> list[Answer]:
    """The same for several, each with an answer of its own. Of one writer only the first is taken along: what else
    they say is judged when that stands."""
    first = _first_of_each_writer(going)
    ready = dict(zip(first, _ready([going[place] for place in first], at=at or clock.now()), strict=True))
    shared = {place: post for place, post in ready.items() if isinstance(post, Prepared) and _shares(post)}
    outcomes = dict(zip(shared, commit_posts(list(shared.values())), strict=True))
    return [_answer(one, ready.get(place), outcomes.get(place)) for place, one in enumerate(going)]


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
    return post.verdict.outcome == Outcome.DELIVER and not post.verdict.crisis and post.replaced_rev is None


def _answer(one: Going, ready: Ready | None, outcome: wire.Posted | Exception | None) -> Answer:
    """`ready` None: it stands behind other words of its writer. `outcome` None: it shares no commit, or its room was
    busy."""
    if outcome is not None:
        return outcome
    if isinstance(ready, Prepared):
        return ready if _shares(ready) else _taken_alone(ready)
    return one if ready is None else ready


def _taken_alone(post: Prepared) -> wire.Posted | Exception:
    with translation.override(post.seat.language):
        try:
            return take_alone(post)
        except Exception as error:  # this post's own answer: the others of the batch have theirs
            return error
