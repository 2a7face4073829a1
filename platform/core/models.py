"""The change table: what every process must hear of within a second, whatever happened to the wake-ups."""

from django.db import models


class Change(models.Model):
    """Something that may end or narrow open connections. Rows are read by every process once a second and are
    swept after an hour."""

    no_personal_data = "ids and codes of changes, swept after an hour"

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    subject = models.TextField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.CheckConstraint(name="core_change_speaks_of_something", condition=~models.Q(subject=""))]


from core.outbox.models import OutboxMessage as OutboxMessage  # noqa: E402  (this app's other nouns)
