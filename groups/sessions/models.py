"""Sessions: when a group meets, and whether its members may post now."""

from django.db import models
from django.db.models import Q

from core.ids import new_id


class GroupSession(models.Model):
    """One meeting of a group. `unwatched_since` is set while it is open and nobody who leads or monitors is in the
    room: members can't post then."""

    no_personal_data = "times of a group's meeting"

    class State(models.TextChoices):
        SCHEDULED = "scheduled"
        OPEN = "open"
        PAUSED = "paused"
        CLOSED = "closed"
        CANCELLED = "cancelled"

    MOVES = {
        State.SCHEDULED: {State.OPEN, State.CANCELLED},
        State.OPEN: {State.PAUSED, State.CLOSED},
        State.PAUSED: {State.OPEN, State.CLOSED},
        State.CLOSED: set[State](),
        State.CANCELLED: set[State](),
    }
    LIVE = (State.OPEN, State.PAUSED)

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.ForeignKey("groups.SupportGroup", on_delete=models.PROTECT, related_name="sessions")
    state = models.TextField(choices=State.choices, default=State.SCHEDULED)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    unwatched_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(state__in=["open", "paused"]),
                name="groups_session_one_live_per_group",
            ),
            models.CheckConstraint(
                name="groups_session_ends_after_start", condition=Q(ends_at__gt=models.F("starts_at"))
            ),
            models.CheckConstraint(
                name="groups_session_closed_has_when",
                condition=Q(state="closed", closed_at__isnull=False) | ~Q(state="closed") & Q(closed_at=None),
            ),
        ]
        indexes = [models.Index(fields=["group", "starts_at"], name="groups_session_by_start")]
