"""Who is under supervision after release, and what their officer has approved."""

from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Person
from groups.models import SupportGroup


class Supervision(models.Model):
    """A released person is under supervision (parole, probation): in each group they need its officer's approval to
    take part. `until` None: no end is known."""

    retention_class = "identity"

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervisions")
    officer = models.TextField()
    no_association = models.BooleanField(default=False)  # may not meet others who were convicted, unless approved
    from_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    recorded_by = models.TextField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="groups_supervision_one_per_person"
            ),
            models.CheckConstraint(
                name="groups_supervision_ended_has_when_and_who",
                condition=Q(ended_at=None, ended_by="") | Q(ended_at__isnull=False) & ~Q(ended_by=""),
            ),
        ]


class SupervisionApproval(models.Model):
    """An officer's approval that this person takes part in this group: pending, granted until some day, or revoked.
    Whether a granted one has lapsed is a matter of the time of reading."""

    retention_class = "audit"

    class State(models.TextChoices):
        PENDING = "pending"
        GRANTED = "granted"
        REVOKED = "revoked"

    MOVES = {
        State.PENDING: {State.GRANTED, State.REVOKED},
        State.GRANTED: {State.REVOKED},
        State.REVOKED: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervision_approvals")
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, related_name="supervision_approvals")
    state = models.TextField(choices=State.choices, default=State.PENDING)
    officer = models.TextField()
    document = models.TextField(blank=True, default="")  # reference of the paper
    asked_at = models.DateTimeField()
    asked_by = models.TextField()
    granted_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.TextField(blank=True, default="")
    until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"],
                condition=Q(state__in=["pending", "granted"]),
                name="groups_supervision_approval_once",
            ),
            models.CheckConstraint(
                name="groups_supervision_granted_has_its_days",
                condition=~Q(state="granted") | Q(granted_at__isnull=False, until__isnull=False) & ~Q(recorded_by=""),
            ),
            models.CheckConstraint(
                name="groups_supervision_revoked_has_when_and_who",
                condition=Q(state="revoked", revoked_at__isnull=False) & ~Q(revoked_by="")
                | ~Q(state="revoked") & Q(revoked_at=None, revoked_by=""),
            ),
        ]
