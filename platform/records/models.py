"""Retention: how long each class of content is kept, what keeps it longer, and proof of what was erased.

Targets are typed ids as text (`message:<id>`, `room:<id>`, `person:<id>`): this floor does not know what they are.
"""

from django.db import models
from django.db.models import Q

from core.ids import new_id


class RetentionRule(models.Model):
    """Days that one class of content is kept, for one facility (its id as text) or, with an empty facility, for the
    installation. Rules are never changed: a newer one takes their place, so that the policy has a history."""

    no_personal_data = "policy: days per class"

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.TextField(blank=True, default="")
    kind = models.TextField()  # a class of records.schedule
    days = models.PositiveIntegerField()
    set_at = models.DateTimeField()
    set_by = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["kind", "facility", "-set_at"], name="records_rule_newest")]


class Pin(models.Model):
    """A reason to keep something: a legal hold, an open case, an appeal. Written and lifted by whoever has the
    reason. While one is there, no eraser touches its target."""

    no_personal_data = "typed ids and times"

    id = models.UUIDField(primary_key=True, default=new_id)
    target = models.TextField()
    because = models.TextField()  # typed id of the reason: hold:<id>, case:<id>
    placed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["target", "because"], condition=Q(lifted_at=None), name="records_pin_once_per_reason"
            ),
            models.CheckConstraint(
                name="records_pin_lifted_after_placed",
                condition=Q(lifted_at=None) | Q(lifted_at__gte=models.F("placed_at")),
            ),
        ]
        indexes = [models.Index(fields=["target"], condition=Q(lifted_at=None), name="records_pin_standing")]


class LegalHold(models.Model):
    """An order to keep a message, a room or a person's words, whatever the schedule says. Two people release it."""

    retention_class = "audit"

    class State(models.TextChoices):
        ACTIVE = "active"
        RELEASE_REQUESTED = "release_requested"
        RELEASED = "released"

    MOVES = {
        State.ACTIVE: {State.RELEASE_REQUESTED},
        State.RELEASE_REQUESTED: {State.ACTIVE, State.RELEASED},
        State.RELEASED: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    target = models.TextField()
    reason = models.TextField()
    reference = models.TextField(blank=True, default="")
    state = models.TextField(choices=State.choices, default=State.ACTIVE)
    placed_at = models.DateTimeField()
    placed_by = models.TextField()
    release_asked_at = models.DateTimeField(null=True, blank=True)
    release_asked_by = models.TextField(blank=True, default="")
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="records_hold_released_has_who_and_when",
                condition=Q(state="released", released_at__isnull=False) & ~Q(released_by="")
                | ~Q(state="released") & Q(released_at=None, released_by=""),
            ),
            models.CheckConstraint(
                name="records_hold_released_by_a_second_person",
                condition=~Q(state="released") | ~Q(released_by=models.F("release_asked_by")),
            ),
        ]


class Certificate(models.Model):
    """Proof of one purge: what was removed, what was kept, step by step, as the batches were committed. When the purge
    has ended, its digest is in the audit chain; a purge that broke off has none, and what it erased is on it still."""

    no_personal_data = "counts of what was erased"

    id = models.UUIDField(primary_key=True, default=new_id)
    started_at = models.DateTimeField()
    as_of = models.DateTimeField()  # the moment at which things were due or not
    finished_at = models.DateTimeField(null=True, blank=True)
    by = models.TextField()
    steps = models.JSONField(default=list)
    digest = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="records_certificate_finished_has_a_digest",
                condition=Q(finished_at=None, digest="") | Q(finished_at__isnull=False) & ~Q(digest=""),
            ),
        ]
        indexes = [models.Index(fields=["-started_at"], name="records_certificate_newest")]
