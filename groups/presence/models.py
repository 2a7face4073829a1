"""The lease table: who is in a room now. Presence, the monitor rule and 'opened elsewhere' derive from it."""

from django.db import models
from django.db.models import Q

from core.ids import new_id


class Lease(models.Model):
    """One live connection of a person, or of a staff monitor, to a group's room: at most one per holder. Taken by
    compare-and-set at `hello`, renewed by the process for all its sockets every 10 s, ended after 30 s."""

    retention_class = "attendance"

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.ForeignKey("groups.SupportGroup", on_delete=models.PROTECT, related_name="leases")
    holder = models.TextField()  # person:<id>, or monitor:<user id>
    person = models.ForeignKey("custody.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="leases")
    watches = models.BooleanField(default=False)  # leads or monitors: while one is here, members may post
    tab = models.TextField()
    connection = models.UUIDField()  # changes with each taking; whoever holds another one has lost the lease
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "holder"], name="groups_lease_one_per_holder"),
            models.CheckConstraint(
                name="groups_lease_of_a_person_or_a_watching_monitor",
                condition=Q(person__isnull=False) | Q(watches=True),
            ),
        ]
        indexes = [models.Index(fields=["until"], name="groups_lease_by_end")]
