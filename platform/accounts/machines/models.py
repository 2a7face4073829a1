"""Other systems of a facility: what they may ask and tell here, and where they want to be told."""

from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Facility


class Machine(models.Model):
    """A system of one facility (jail or offender management) that uses the interface. It speaks for that facility and
    for no other, within its scopes. `hook_secret` signs what it posts to us without a key."""

    no_personal_data = "a system of a facility"

    class Scope(models.TextChoices):
        CUSTODY = "custody"  # tell custody events, and take them back
        ROSTER = "roster"  # hand in a roster
        PLACES = "places"  # units of the facility
        ORDERS = "orders"  # keep-apart orders

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="machines")
    name = models.TextField()
    scopes = models.JSONField(default=list)
    hook_secret = models.TextField()  # sealed
    made_by = models.TextField()
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "name"], condition=Q(ended_at=None), name="accounts_machine_once_per_facility"
            ),
            models.CheckConstraint(
                name="accounts_machine_ended_has_when_and_who",
                condition=Q(ended_at=None, ended_by="") | Q(ended_at__isnull=False) & ~Q(ended_by=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def source(self) -> str:
        """Its name as a source of custody events: theirs are told apart from those of any other system."""
        return f"machine:{self.pk}"


class MachineKey(models.Model):
    """A secret of a machine, as a keyed digest. While it is being exchanged, the old one works beside the new one."""

    no_personal_data = "a system's secret, as a digest"

    id = models.UUIDField(primary_key=True, default=new_id)
    machine = models.ForeignKey(Machine, on_delete=models.PROTECT, related_name="keys")
    digest = models.TextField(unique=True)
    made_by = models.TextField()
    made_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)  # None: until it is exchanged
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["machine"], condition=Q(until=None), name="accounts_machine_key_one_in_use")
        ]


class MachineUse(models.Model):
    """How often a machine has asked within one minute: what its limit is counted in."""

    no_personal_data = "counts of a system's requests"

    id = models.BigAutoField(primary_key=True)
    machine = models.ForeignKey(Machine, on_delete=models.PROTECT, related_name="uses")
    minute = models.DateTimeField()
    requests = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["machine", "minute"], name="accounts_machine_use_once_a_minute")]


class Webhook(models.Model):
    """An address of a facility's system that wants to be told what happened, signed with a secret of its own."""

    no_personal_data = "an address of a system"

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="webhooks")
    url = models.TextField()
    kinds = models.JSONField(default=list)  # what it is told of; empty: of everything
    secret = models.TextField()  # sealed
    made_by = models.TextField()
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "url"], condition=Q(ended_at=None), name="accounts_webhook_once_per_facility"
            ),
            models.CheckConstraint(
                name="accounts_webhook_ended_has_when_and_who",
                condition=Q(ended_at=None, ended_by="") | Q(ended_at__isnull=False) & ~Q(ended_by=""),
            ),
        ]
