"""The secrets of a tablet, as digests: the one that is in use, those that were proposed, and those that are spent."""

from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Tablet


class TabletCredential(models.Model):
    """A secret that a tablet was given. A new one is proposed at each sign-in; the first use of a proposed one spends
    all others of its tablet, the one before it too. Whoever shows a spent one is a copy of the device."""

    no_personal_data = "a device's secret, as a digest"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        CURRENT = "current"
        SPENT = "spent"

    id = models.UUIDField(primary_key=True, default=new_id)
    tablet = models.ForeignKey(Tablet, on_delete=models.PROTECT, related_name="credentials")
    digest = models.TextField(unique=True)
    state = models.TextField(choices=State.choices, default=State.PROPOSED)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    spent_at = models.DateTimeField(null=True, blank=True)
    #: When a copy showed it after it was spent, and on what engine.
    copied_at = models.DateTimeField(null=True, blank=True)
    copied_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="custody_credential_only_a_spent_one_is_a_copys", condition=Q(copied_at=None) | Q(state="spent")
            ),
            models.UniqueConstraint(
                fields=["tablet"], condition=Q(state="current"), name="custody_credential_one_current_per_tablet"
            ),
            models.CheckConstraint(
                name="custody_credential_current_was_used", condition=~Q(state="current") | Q(used_at__isnull=False)
            ),
            models.CheckConstraint(
                name="custody_credential_spent_has_when",
                condition=Q(state="spent", spent_at__isnull=False) | ~Q(state="spent") & Q(spent_at=None),
            ),
        ]
