"""Sessions: when a group meets, and whether its members may post now."""

from django.db import models
from django.db.models import Q

from core.ids import new_id


class GroupSession(models.Model):
    """One meeting of a group. `unwatched_since` is set while it is open and nobody who leads or monitors is in the
    room: members can't post then. Phase, turn, hands and *listen only* are there while it is live, and end with it."""

    no_personal_data = "times of a group's meeting; whose turn it is only while it lasts"

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

    class Phase(models.TextChoices):
        OPENING = "opening"
        AGREEMENT = "agreement"
        CHECK_IN = "check_in"
        TOPIC = "topic"
        CHECK_OUT = "check_out"

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.ForeignKey("groups.SupportGroup", on_delete=models.PROTECT, related_name="sessions")
    state = models.TextField(choices=State.choices, default=State.SCHEDULED)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    unwatched_since = models.DateTimeField(null=True, blank=True)
    phase = models.TextField(choices=Phase.choices, blank=True, default="")
    turn = models.ForeignKey("groups.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    listen_only = models.BooleanField(default=False)
    end_told = models.PositiveSmallIntegerField(null=True, blank=True)  # minutes: the last that was said of its end

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
            models.CheckConstraint(
                name="groups_session_live_has_a_phase",
                condition=Q(state__in=["open", "paused"]) & ~Q(phase="")
                | ~Q(state__in=["open", "paused"]) & Q(phase=""),
            ),
            models.CheckConstraint(
                name="groups_session_over_has_no_turn",
                condition=Q(state__in=["open", "paused"]) | Q(turn=None, listen_only=False, end_told=None),
            ),
        ]
        indexes = [models.Index(fields=["group", "starts_at"], name="groups_session_by_start")]


class Hand(models.Model):
    """A member asks for the turn in a live session. Gone when they get it, take it down, or the session is over."""

    retention_class = "attendance"

    id = models.BigAutoField(primary_key=True)
    session = models.ForeignKey(GroupSession, on_delete=models.PROTECT, related_name="hands")
    member = models.ForeignKey("groups.Membership", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="groups_hand_once_per_member")]
