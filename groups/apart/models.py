"""What keep-apart orders prevented: for the security role, and for nobody else."""

from django.db import models

from core.ids import new_id
from custody.models import KeepApartOrder, Person
from groups.models import SupportGroup


class KeptApart(models.Model):
    """Somebody was not let in, or was turned away, because of an order. One row per order, person, group and way in;
    told again, it only counts."""

    retention_class = "identity"

    class Where(models.TextChoices):
        INVITE = "invite"
        JOIN = "join"
        PAGE = "page"
        SOCKET = "socket"
        CUSTODY = "custody"  # an event of custody would have brought them together
        ORDER = "order"  # the order itself found them together
        MERGE = "merge"

    id = models.UUIDField(primary_key=True, default=new_id)
    order = models.ForeignKey(KeepApartOrder, on_delete=models.PROTECT, related_name="prevented")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, related_name="+")
    where = models.TextField(choices=Where.choices)
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "person", "group", "where"], name="groups_kept_apart_once"),
        ]
