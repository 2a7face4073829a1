"""A role that sees across facilities is asked for by one person and agreed to by another."""

from django.db import models
from django.db.models import F, Q

from accounts.models import RoleGrant, User
from core.ids import new_id


class GrantProposal(models.Model):
    """Asked for, and not in force. Whoever agrees is neither who asked nor whom it is for."""

    retention_class = "audit"

    class State(models.TextChoices):
        ASKED = "asked"
        AGREED = "agreed"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    MOVES = {
        State.ASKED: {State.AGREED, State.REFUSED, State.WITHDRAWN},
        State.AGREED: set[State](),
        State.REFUSED: set[State](),
        State.WITHDRAWN: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="proposals")
    role = models.TextField(choices=RoleGrant.Role.choices)
    scope = models.TextField(choices=RoleGrant.Scope.choices)
    scope_id = models.TextField(blank=True, default="")
    until = models.DateTimeField(null=True, blank=True)
    state = models.TextField(choices=State.choices, default=State.ASKED)
    asked_by = models.TextField()
    asked_at = models.DateTimeField()
    decided_by = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "scope", "scope_id"],
                condition=Q(state="asked"),
                name="accounts_proposal_once",
            ),
            models.CheckConstraint(
                name="accounts_proposal_scope_names_its_place",
                condition=Q(scope="installation", scope_id="") | ~Q(scope="installation") & ~Q(scope_id=""),
            ),
            models.CheckConstraint(
                name="accounts_proposal_decided_has_when_and_who",
                condition=Q(state="asked", decided_at=None, decided_by="")
                | ~Q(state="asked") & Q(decided_at__isnull=False) & ~Q(decided_by=""),
            ),
            models.CheckConstraint(
                name="accounts_proposal_agreed_by_another", condition=~Q(state="agreed") | ~Q(decided_by=F("asked_by"))
            ),
        ]
