"""How far somebody has read. Known to them alone: no event, no audit row, no wake-up, no lock of a room."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chat.models import Room
from core import clock
from core.errors import NotAllowed, RuleError
from groups import services as groups
from groups.authority import readings
from groups.seats import Seat


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything up to `seq` has been on this person's screen."""

    seat: Seat
    room_id: UUID
    seq: int


def mark_read(*, seat: Seat, room_id: UUID, seq: int) -> None:
    """Raises the refusal of `groups.authority.reading`; `NotAllowed` for a monitor, who has no membership."""
    refusal = mark_all_read([Mark(seat, room_id, seq)])[0]
    if refusal is not None:
        raise refusal


def mark_all_read(marks: Sequence[Mark]) -> list[RuleError | None]:
    """The same for each of these, a refusal in its place: so many queries, whatever their number. A seq beyond the
    room's head counts as the head; of several marks of one seat the highest wins."""
    heads = dict(Room.objects.filter(pk__in={mark.room_id for mark in marks}).values_list("pk", "head"))
    answers = readings([mark.seat for mark in marks], at=clock.now())
    refusals = [_refusal(mark, answer) for mark, answer in zip(marks, answers, strict=True)]
    reached: dict[UUID, int] = {}
    for mark, refusal in zip(marks, refusals, strict=True):
        if refusal is None and mark.seat.membership_id:
            seq = min(mark.seq, heads[mark.room_id])
            reached[mark.seat.membership_id] = max(seq, reached.get(mark.seat.membership_id, 0))
    if reached:
        groups.read_up_to(reached)
    return refusals


def _refusal(mark: Mark, answer: object) -> RuleError | None:
    if isinstance(answer, RuleError):
        return answer
    return None if mark.seat.membership_id else NotAllowed()
