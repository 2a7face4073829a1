"""Support groups, the approvals that let facilities take part, and memberships.

Other nouns of this app have folders of their own: `sessions`, `presence` (the lease table), `continuity`.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Facility, Person, Programme

if TYPE_CHECKING:
    from datetime import datetime


class SupportGroup(models.Model):
    """A closed circle of seats that belongs to one programme."""

    no_personal_data = "a group's name and rules"

    class MonitorRule(models.TextChoices):
        PRESENT = "present"  # posting needs a facilitator or a staff monitor in the room
        NOT_NEEDED = "not_needed"

    class Mode(models.TextChoices):
        HOLD_FLAGGED = "hold_flagged"
        HOLD_ALL = "hold_all"

    id = models.UUIDField(primary_key=True, default=new_id)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="groups")
    name = models.TextField()
    topic = models.TextField(blank=True, default="")
    language = models.TextField(default="en")
    capacity = models.PositiveSmallIntegerField(default=12)
    released_welcome = models.BooleanField(default=True)
    monitor_rule = models.TextField(choices=MonitorRule.choices, default=MonitorRule.PRESENT)
    mode = models.TextField(choices=Mode.choices, default=Mode.HOLD_FLAGGED)
    paced = models.BooleanField(default=True)  # False: a circle made for load tests, without limits of pace
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="groups_name_once_per_programme"),
            models.CheckConstraint(name="groups_capacity_from_3", condition=Q(capacity__gte=3)),
        ]

    def __str__(self) -> str:
        return self.name


class FacilityApproval(models.Model):
    """A facility's consent that its people sit in this group. Without a standing one, its people are refused."""

    retention_class = "audit"

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, related_name="approvals")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="approvals")
    granted_by = models.TextField()
    granted_role = models.TextField(blank=True, default="")  # in which role they said so
    document = models.TextField(blank=True, default="")  # reference of the paper, where there is one
    granted_at = models.DateTimeField()
    until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "facility"], condition=Q(revoked_at=None), name="groups_approval_once"
            ),
        ]

    def stands(self, *, at: "datetime") -> bool:
        return self.revoked_at is None and at < self.until


class Membership(models.Model):
    """A person's seat in a group. The membership follows the person through every door; `authority` is raised by
    each change of what this member may do, so that a reading of it can be compared when a post is numbered."""

    retention_class = "identity"

    class Role(models.TextChoices):
        MEMBER = "member"
        FACILITATOR = "facilitator"

    class State(models.TextChoices):
        INVITED = "invited"
        ACTIVE = "active"
        AWAY = "away"  # to others always 'taking a break'
        LEFT = "left"
        REMOVED = "removed"

    MOVES = {
        State.INVITED: {State.ACTIVE, State.LEFT, State.REMOVED},
        State.ACTIVE: {State.AWAY, State.LEFT, State.REMOVED},
        State.AWAY: {State.ACTIVE, State.LEFT, State.REMOVED},
        State.LEFT: set[State](),
        State.REMOVED: set[State](),
    }
    SEATED = (State.INVITED, State.ACTIVE, State.AWAY)

    class Away(models.TextChoices):
        CUSTODY = "custody"
        KEEP_APART = "keep_apart"
        SUPERVISION = "supervision"
        OWN_WISH = "own_wish"

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.TextField(choices=Role.choices, default=Role.MEMBER)
    state = models.TextField(choices=State.choices, default=State.ACTIVE)
    why_away = models.TextField(blank=True, default="")
    seat = models.PositiveSmallIntegerField()
    authority = models.PositiveIntegerField(default=1)
    joined_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    #: What of the room's log this membership may read: events after `from_seq`, up to `until_seq`.
    from_seq = models.PositiveBigIntegerField(default=0)
    until_seq = models.PositiveBigIntegerField(null=True, blank=True)
    #: How far this member has read, for their own pages alone: nobody else learns of it. It only grows. In no index, so
    #: that moving it touches nothing but the row.
    read_seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(state__in=["invited", "active", "away"]),
                name="groups_membership_one_per_person",
            ),
            models.UniqueConstraint(
                fields=["group", "seat"],
                condition=Q(state__in=["invited", "active", "away"]),
                name="groups_membership_one_per_seat",
            ),
            models.CheckConstraint(
                name="groups_membership_away_has_why",
                condition=Q(state="away") & ~Q(why_away="") | ~Q(state="away") & Q(why_away=""),
            ),
            models.CheckConstraint(
                name="groups_membership_ended_has_when",
                condition=Q(state__in=["left", "removed"], ended_at__isnull=False)
                | ~Q(state__in=["left", "removed"]) & Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="groups_membership_read_within",
                condition=Q(until_seq=None) | Q(read_seq__lte=models.F("until_seq")),
            ),
        ]

    @property
    def leads(self) -> bool:
        return self.role == self.Role.FACILITATOR


from groups.agreements.models import Acknowledgement as Acknowledgement  # noqa: E402  (this app's other nouns)
from groups.agreements.models import Wording as Wording  # noqa: E402
from groups.apart.models import KeptApart as KeptApart  # noqa: E402
from groups.presence.models import Lease as Lease  # noqa: E402
from groups.roster.models import RosterMapping as RosterMapping  # noqa: E402
from groups.roster.models import RosterPiece as RosterPiece  # noqa: E402
from groups.roster.models import RosterRow as RosterRow  # noqa: E402
from groups.roster.models import RosterRun as RosterRun  # noqa: E402
from groups.sessions.models import GroupSession as GroupSession  # noqa: E402
from groups.sessions.models import Hand as Hand  # noqa: E402
from groups.supervision.models import Supervision as Supervision  # noqa: E402
from groups.supervision.models import SupervisionApproval as SupervisionApproval  # noqa: E402
from groups.windows.models import GroupWindow as GroupWindow  # noqa: E402
