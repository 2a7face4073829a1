"""Keep-apart orders: two people who must not meet, and nobody may infer it."""

from django.db import models
from django.db.models import F, Q

from core.ids import new_id
from custody.models import Facility, Person


class KeepApartOrder(models.Model):
    """Two people who are not let into one room. Symmetric and silent: neither of them, nor who leads, can tell it from
    a full group. `stays` says who keeps a seat where both have one: the protected one, else the earlier seat."""

    retention_class = "identity"

    class Kind(models.TextChoices):
        PAIR = "pair"  # by the facility's own decision
        NO_CONTACT = "no_contact"  # a court's or board's order for the sake of a victim

    class Reason(models.TextChoices):
        VICTIM = "victim"
        CO_DEFENDANT = "co_defendant"
        RIVAL_GROUPS = "rival_groups"
        THREAT = "threat"
        OWN_REQUEST = "own_request"
        OTHER = "other"

    class Ended(models.TextChoices):
        LIFTED = "lifted"  # by the court or board that made it
        NOT_NEEDED = "not_needed"
        RECORDED_IN_ERROR = "recorded_in_error"
        REPLACED = "replaced"  # by another order

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.TextField(choices=Kind.choices, default=Kind.PAIR)
    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="orders_as_one")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="orders_as_other")
    protected = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="orders")
    reason = models.TextField(choices=Reason.choices)
    authorised_by = models.TextField()  # who decided it: a court, a board, an officer by name and rank
    reference = models.TextField(blank=True, default="")  # of the paper that says so
    recorded_by = models.TextField()
    from_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.TextField(blank=True, default="")
    ended_because = models.TextField(blank=True, default="", choices=Ended.choices)
    source = models.TextField()
    source_id = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="custody_order_once_per_source"),
            models.CheckConstraint(name="custody_order_of_two", condition=~Q(one=F("other"))),
            models.CheckConstraint(
                name="custody_order_protects_one_of_them",
                condition=Q(protected=None) | Q(protected=F("one")) | Q(protected=F("other")),
            ),
            models.CheckConstraint(
                name="custody_order_ends_after_it_begins", condition=Q(until=None) | Q(until__gt=F("from_at"))
            ),
            models.CheckConstraint(
                name="custody_order_ended_has_when_who_and_why",
                condition=Q(ended_at=None, ended_by="", ended_because="")
                | Q(ended_at__isnull=False) & ~Q(ended_by="") & ~Q(ended_because=""),
            ),
            models.CheckConstraint(
                name="custody_order_no_contact_protects", condition=~Q(kind="no_contact") | Q(protected__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["one"], condition=Q(ended_at=None), name="custody_order_one"),
            models.Index(fields=["other"], condition=Q(ended_at=None), name="custody_order_other"),
        ]
