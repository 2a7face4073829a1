"""The audit chain: what was done, by whom. No text, no foreign keys: evidence outlives the rows it is about."""

from django.db import models


class AuditEvent(models.Model):
    """One link. `mac` is keyed and covers the link before, so that nothing can be altered, dropped or put in
    between without the key ring. Append-only in the database."""

    retention_class = "audit"

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.TextField()
    actor = models.TextField()
    subject = models.TextField()
    detail = models.JSONField(default=dict)
    key = models.TextField()
    before = models.BinaryField(max_length=32)
    mac = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="audit_event_names_who_and_what", condition=~models.Q(actor="") & ~models.Q(subject="")
            ),
        ]
        indexes = [models.Index(fields=["subject", "seq"], name="audit_by_subject")]


class AuditHead(models.Model):
    """The end of the chain: one row, locked last of all by whoever appends."""

    no_personal_data = "a counter and a digest"

    id = models.SmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    mac = models.BinaryField(max_length=32, default=bytes)

    class Meta:
        constraints = [models.CheckConstraint(name="audit_head_is_one_row", condition=models.Q(id=1))]
