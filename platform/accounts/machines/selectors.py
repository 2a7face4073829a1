"""What can be seen of a facility's systems."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from accounts.machines.forms import SCOPES
from accounts.machines.services import CONNECTING
from accounts.machines.telling import CHANNEL, told_kinds
from accounts.models import Machine, MachineKey, User, Webhook
from accounts.permissions import facilities_in_scope
from core import clock
from core.errors import NotThere
from core.models import OutboxMessage
from custody.models import Facility


@dataclass(frozen=True, slots=True)
class MachineRow:
    """A system, what it may do, and until when its former key works beside the present one."""

    machine: Machine
    may: list[str]
    key_made_at: datetime
    old_key_until: datetime | None


@dataclass(frozen=True, slots=True)
class HookRow:
    hook: Webhook
    told: list[str]
    waiting: int
    dead: int


def facility_of_mine(user: User | None, facility_id: UUID) -> Facility:
    found = facilities_in_scope(user, *CONNECTING).filter(pk=facility_id).first()
    if found is None:
        raise NotThere
    return found


def machine_of_mine(user: User | None, machine_id: UUID) -> Machine:
    found = Machine.objects.filter(pk=machine_id, facility__in=facilities_in_scope(user, *CONNECTING))
    machine = found.select_related("facility").first()
    if machine is None:
        raise NotThere
    return machine


def hook_of_mine(user: User | None, hook_id: UUID) -> Webhook:
    found = Webhook.objects.filter(pk=hook_id, facility__in=facilities_in_scope(user, *CONNECTING))
    hook = found.select_related("facility").first()
    if hook is None:
        raise NotThere
    return hook


def machines_of(facility: Facility) -> list[MachineRow]:
    """Those that stand, by name: two queries."""
    machines = list(facility.machines.filter(ended_at=None).order_by("name"))
    keys: dict[UUID, list[MachineKey]] = {machine.pk: [] for machine in machines}
    valid = MachineKey.objects.filter(Q(until=None) | Q(until__gt=clock.now()), machine__in=machines)
    for key in valid:
        keys[key.machine_id].append(key)
    return [_machine_row(machine, keys[machine.pk]) for machine in machines]


def _machine_row(machine: Machine, keys: Iterable[MachineKey]) -> MachineRow:
    made = next(key.made_at for key in keys if key.until is None)
    old = next((key.until for key in keys if key.until is not None), None)
    return MachineRow(machine, [SCOPES[Machine.Scope(scope)] for scope in machine.scopes], made, old)


def hooks_of(facility: Facility) -> list[HookRow]:
    """Those that stand, with what waits for them and what they did not take."""
    hooks = list(facility.webhooks.filter(ended_at=None).order_by("url"))
    targets = [str(hook.pk) for hook in hooks]
    rows = OutboxMessage.objects.filter(channel=CHANNEL, target__in=targets).exclude(state="sent")
    states = list(rows.values_list("target", "state"))
    return [
        HookRow(
            hook,
            [told_kinds[kind] for kind in hook.kinds if kind in told_kinds],
            waiting=states.count((str(hook.pk), "waiting")),
            dead=states.count((str(hook.pk), "dead")),
        )
        for hook in hooks
    ]


def dead_letters(hook: Webhook, *, limit: int = 200) -> list[OutboxMessage]:
    """What this address did not take for a day, the latest first."""
    dead = OutboxMessage.objects.filter(channel=CHANNEL, target=str(hook.pk), state=OutboxMessage.State.DEAD)
    return list(dead.order_by("-ended_at")[:limit])


def dead_letter(hook: Webhook, message_id: UUID) -> OutboxMessage:
    found = OutboxMessage.objects.filter(channel=CHANNEL, target=str(hook.pk), pk=message_id).first()
    if found is None:
        raise NotThere
    return found


def troubles_of(facility_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many messages the addresses of each of these facilities did not take: two queries."""
    hooks = Webhook.objects.filter(facility__in=list(facility_ids), ended_at=None)
    facility_of = {str(pk): facility for pk, facility in hooks.values_list("pk", "facility_id")}
    dead = OutboxMessage.objects.filter(channel=CHANNEL, target__in=facility_of, state=OutboxMessage.State.DEAD)
    found: dict[UUID, int] = {}
    for target in dead.values_list("target", flat=True):
        found[facility_of[target]] = found.get(facility_of[target], 0) + 1
    return found


def names_of_sources(sources: Iterable[str]) -> dict[str, str]:
    """The name of each of these sources of events that is a machine: one query."""
    by_id = {source.partition(":")[2]: source for source in sources if source.startswith("machine:")}
    return {by_id[str(machine.pk)]: machine.name for machine in Machine.objects.filter(pk__in=by_id)}
