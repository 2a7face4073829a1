"""What is to be told outside of this house: written in the transaction of the act, sent afterwards."""

from django.db import models
from django.db.models import Q

from core.ids import new_id


class OutboxMessage(models.Model):
    """One message to one receiver. It waits until it is taken, and is dead once it was tried for a day in vain: then
    somebody looks at it."""

    no_personal_data = "ids and codes for another system; swept a week after they were taken"

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        DEAD = "dead"

    MOVES = {State.WAITING: {State.SENT, State.DEAD}, State.DEAD: {State.WAITING}, State.SENT: set[State]()}

    id = models.UUIDField(primary_key=True, default=new_id)
    channel = models.TextField()  # which sender takes it: "webhook"
    target = models.TextField()  # to whom, as the sender knows it
    kind = models.TextField()
    payload = models.JSONField()
    state = models.TextField(choices=State.choices, default=State.WAITING)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True, default="")  # a code, never what the other side wrote
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="core_outbox_ended_has_when",
                condition=Q(state="waiting", ended_at=None) | ~Q(state="waiting") & Q(ended_at__isnull=False),
            ),
            models.CheckConstraint(name="core_outbox_dead_has_why", condition=~Q(state="dead") | ~Q(last_error="")),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="core_outbox_due"),
            models.Index(fields=["channel", "target"], condition=Q(state="dead"), name="core_outbox_dead"),
        ]
