"""What can happen to a facility's systems: they get a key, exchange it, are told things, and end."""

import base64
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Q

from accounts import kinds, permissions
from accounts.machines.errors import (
    MachineNameMissing,
    MachineNameTaken,
    MachineTooFast,
    MachineUnknown,
    WebhookAddress,
    WebhookTaken,
)
from accounts.machines.telling import CHANNEL, told_kinds
from accounts.models import Machine, MachineKey, MachineUse, RoleGrant, User, Webhook
from audit.services import actor, record
from core import clock
from core.errors import NotThere
from core.keyring import ring
from core.outbox import services as outbox
from core.outbox.models import OutboxMessage
from core.transactions import unit
from custody.models import Facility

#: Who connects a facility's systems.
CONNECTING = (RoleGrant.Role.FACILITY_ADMIN, RoleGrant.Role.PROGRAMME_ADMIN)
#: An old key works this long beside the new one: time to bring the new one to where it is used.
EXCHANGE = timedelta(hours=24)
#: Requests of one machine within a minute. A facility of 2,000 tells some 200 events on its busiest day.
A_MINUTE = 600
PREFIX = "sck_"  # so that a scanner finds a key that was published by mistake


@unit()
def add_machine(*, facility: Facility, name: str, scopes: Collection[str], by: object) -> tuple[Machine, str]:
    """A system of this facility, and its key: shown once. `NotThere` outside the actor's scope, `MachineNameMissing`,
    `MachineNameTaken`."""
    _require(by, facility.pk)
    if not name.strip() or not scopes or not set(scopes) <= set(Machine.Scope.values):
        raise MachineNameMissing
    try:
        with transaction.atomic():
            machine = Machine.objects.create(
                facility=facility,
                name=name.strip(),
                scopes=sorted(scopes),
                hook_secret=_seal(new_hook_secret()),
                made_by=actor(by),
                made_at=clock.now(),
            )
    except IntegrityError:
        raise MachineNameTaken from None
    record(kinds.MACHINE_ADDED, by=by, subject=f"machine:{machine.pk}", facility=facility.pk)
    return machine, _new_key(machine, by=by)


@unit()
def exchange_key(*, machine: Machine, by: object) -> str:
    """A new key, shown once. The one before works for a day beside it; those before that stop at once."""
    _require(by, machine.facility_id)
    now = clock.now()
    machine = _standing(machine)
    keys = MachineKey.objects.filter(machine=machine)
    keys.filter(until__gt=now).update(until=now)
    keys.filter(until=None).update(until=now + EXCHANGE)
    record(kinds.MACHINE_KEY_EXCHANGED, by=by, subject=f"machine:{machine.pk}", at=now)
    return _new_key(machine, by=by)


def _standing(machine: Machine) -> Machine:
    found = Machine.objects.select_for_update().filter(pk=machine.pk, ended_at=None).first()
    if found is None:
        raise NotThere
    return found


def _new_key(machine: Machine, *, by: object) -> str:
    key = PREFIX + secrets.token_urlsafe(32)
    MachineKey.objects.create(machine=machine, digest=_digest(key), made_by=actor(by), made_at=clock.now())
    return key


@unit()
def end_machine(*, machine: Machine, by: object) -> bool:
    """Its keys and its signature open nothing from now on. False: it had ended already."""
    _require(by, machine.facility_id)
    now = clock.now()
    if not Machine.objects.filter(pk=machine.pk, ended_at=None).update(ended_at=now, ended_by=actor(by)):
        return False
    MachineKey.objects.filter(Q(until=None) | Q(until__gt=now), machine=machine).update(until=now)
    record(kinds.MACHINE_ENDED, by=by, subject=f"machine:{machine.pk}", at=now)
    return True


def recognise(key: str) -> Machine:
    """The machine that shows this key. Raises `MachineUnknown`."""
    now = clock.now()
    valid = MachineKey.objects.filter(Q(until=None) | Q(until__gt=now), digest=_digest(key), machine__ended_at=None)
    found = valid.select_related("machine__facility").first()
    if found is None:
        raise MachineUnknown
    _was_used(found, at=now)
    return found.machine


def _was_used(key: MachineKey, *, at: datetime) -> None:
    """To the minute: nobody needs to know it better, and a busy machine writes no row per request."""
    if key.last_used_at is None or at - key.last_used_at >= timedelta(minutes=1):
        MachineKey.objects.filter(pk=key.pk).update(last_used_at=at)
        Machine.objects.filter(pk=key.machine_id).update(last_used_at=at)


def count_request(machine: Machine) -> None:
    """Raises `MachineTooFast` past the limit of this minute. Committed by itself: what is refused counts, too."""
    now = clock.now()
    minute = now.replace(second=0, microsecond=0)
    use, _ = MachineUse.objects.get_or_create(machine=machine, minute=minute)
    MachineUse.objects.filter(pk=use.pk).update(requests=F("requests") + 1)
    if use.requests >= A_MINUTE:
        raise MachineTooFast(retry_after=60 - now.second)


# Webhooks


@unit()
def add_webhook(*, facility: Facility, url: str, told: Collection[str], by: object) -> tuple[Webhook, str]:
    """An address that is told what happens at this facility, and the secret that we sign with: shown once.
    `WebhookAddress`, `WebhookTaken`, `NotThere` outside the actor's scope."""
    _require(by, facility.pk)
    secret = new_hook_secret()
    try:
        with transaction.atomic():
            hook = Webhook.objects.create(
                facility=facility,
                url=clean_address(url),
                kinds=sorted(set(told) & set(told_kinds)),
                secret=_seal(secret),
                made_by=actor(by),
                made_at=clock.now(),
            )
    except IntegrityError:
        raise WebhookTaken from None
    record(kinds.WEBHOOK_ADDED, by=by, subject=f"webhook:{hook.pk}", facility=facility.pk)
    return hook, secret


@unit()
def end_webhook(*, hook: Webhook, by: object) -> bool:
    """It is told nothing more, what waits for it included. False: it had ended already."""
    _require(by, hook.facility_id)
    ended = Webhook.objects.filter(pk=hook.pk, ended_at=None).update(ended_at=clock.now(), ended_by=actor(by))
    if not ended:
        return False
    record(kinds.WEBHOOK_ENDED, by=by, subject=f"webhook:{hook.pk}")
    return True


def clean_address(url: str) -> str:
    """`https://` (in development also `http://`), a host, and no credentials."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        raise WebhookAddress from None
    schemes = ("https",) if settings.PRODUCTION else ("https", "http")
    if parts.scheme not in schemes or not parts.hostname or parts.username or not port_is_right or " " in url:
        raise WebhookAddress
    return url


@unit()
def send_again(*, message: OutboxMessage, by: User) -> bool:
    """Try a dead message once more. `NotThere` outside the actor's scope."""
    hook = Webhook.objects.filter(pk=UUID(message.target)).first() if message.channel == CHANNEL else None
    if hook is None:
        raise NotThere
    _require(by, hook.facility_id)
    revived = outbox.revive(message=message)
    if revived:
        record(kinds.WEBHOOK_SENT_AGAIN, by=by, subject=f"webhook:{hook.pk}", message=message.pk)
    return revived


def new_hook_secret() -> str:
    """In the form of Standard Webhooks, which the receiver's library reads."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def hook_secret_of(machine: Machine) -> str:
    return ring().open("machine.hook", machine.hook_secret).decode()


def secret_of(hook: Webhook) -> str:
    return ring().open("machine.hook", hook.secret).decode()


def _seal(secret: str) -> str:
    return ring().seal("machine.hook", secret.encode())


def _digest(key: str) -> str:
    return ring().mac("machine.key", key.encode()).hex()


def _require(by: object, facility_id: UUID) -> None:
    if isinstance(by, User):
        permissions.require_role(by, *CONNECTING, facility_ids=[facility_id])
