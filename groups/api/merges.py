"""Two numbers of one human, as a facility's system finds out."""

from ninja import Router, Status

from accounts.machines.permissions import require_scope
from accounts.models import Machine
from core.transactions import unit
from custody.models import Facility, Person, RecordMerge
from groups.api.custody import not_held_elsewhere, somebody
from groups.api.door import MachineRequest, speaking
from groups.api.errors import MergeUnknown, NumberUnknown
from groups.api.schemas import REFUSED, MergeIn, MergeOut, SourceId
from groups.continuity.merging import merge_records, undo_merge

router = Router(tags=["custody"])


@router.post(
    "/merges", response={200: MergeOut, 201: MergeOut, **REFUSED}, summary="Tell that two records are one human"
)
def tell_merge(request: MachineRequest, told: MergeIn) -> Status[MergeOut]:
    """201: merged. 200: this was told before, and nothing happened. Both are known to your facility, and held by no
    other."""
    machine = request.auth
    require_scope(machine, Machine.Scope.CUSTODY)
    with speaking(machine), unit():
        known = _told(machine, told.id)
        kept, merged = (_known(machine.facility, number) for number in (told.kept, told.merged))
        if known is None:
            for person in (kept, merged):
                not_held_elsewhere(machine.facility, person, at=told.occurred_at)
        else:  # of two that are one by now, both numbers lead to the one that was kept
            kept, merged = known.kept, known.merged
        merge = merge_records(
            kept=kept,
            merged=merged,
            source=machine.source,
            source_id=told.id,
            occurred_at=told.occurred_at,
            by=machine,
        )
    return Status(201 if known is None else 200, _out(merge))


@router.post("/merges/{merge_id}/undo", response={200: MergeOut, **REFUSED}, summary="They are two after all")
def tell_merge_undone(request: MachineRequest, merge_id: SourceId) -> MergeOut:
    """What had gone over goes back. Again: nothing happens."""
    machine = request.auth
    require_scope(machine, Machine.Scope.CUSTODY)
    with speaking(machine):
        merge = _told(machine, merge_id)
        if merge is None:
            raise MergeUnknown
        return _out(undo_merge(merge=merge, by=machine))


def _told(machine: Machine, merge_id: str) -> RecordMerge | None:
    found = RecordMerge.objects.filter(source=machine.source, source_id=merge_id)
    return found.select_related("kept", "merged").first()


def _known(facility: Facility, number: str) -> Person:
    person = somebody(facility, number)
    if person is None:
        raise NumberUnknown
    return person


def _out(merge: RecordMerge) -> MergeOut:
    return MergeOut(id=merge.source_id, is_undone=merge.undone_at is not None)
