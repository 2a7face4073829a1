"""What people are told and agree to: the monitoring notice, the circle's agreement, and consents. Each text has
versions, and who acknowledged an earlier one is asked again."""

from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Facility, Person
from groups.models import SupportGroup


class Wording(models.Model):
    """One version of a text, in both languages. The latest of its kind and place that has begun is in force: of the
    facility or the group where one is named, else of everybody."""

    no_personal_data = "a text that is shown to everybody"

    class Kind(models.TextChoices):
        MONITORING = "monitoring"  # who reads, at sign-in
        AGREEMENT = "agreement"  # how we treat one another in this circle, before the first entry
        CONSENT = "consent"  # to what happens with what I say, before the first entry

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.TextField(choices=Kind.choices)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="wordings")
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="wordings")
    version = models.PositiveIntegerField()
    en = models.TextField()
    es = models.TextField()
    from_at = models.DateTimeField()
    written_by = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version"],
                condition=Q(facility=None, group=None),
                name="groups_wording_version_once_for_all",
            ),
            models.UniqueConstraint(fields=["kind", "facility", "version"], name="groups_wording_version_per_facility"),
            models.UniqueConstraint(fields=["kind", "group", "version"], name="groups_wording_version_per_group"),
            models.CheckConstraint(
                name="groups_wording_of_one_place",
                condition=Q(kind="monitoring", group=None) | ~Q(kind="monitoring") & Q(facility=None),
            ),
            models.CheckConstraint(name="groups_wording_in_both_languages", condition=~Q(en="") & ~Q(es="")),
        ]


class Acknowledgement(models.Model):
    """That a person has read this version, in this language, at this door. A consent can be taken back; a text that was
    read was read. In a consent or agreement of one group, `group` names it."""

    retention_class = "audit"

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="acknowledgements")
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="acknowledgements")
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    language = models.TextField()
    door = models.TextField()
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "wording"],
                condition=Q(group=None, taken_back_at=None),
                name="groups_acknowledged_once",
            ),
            models.UniqueConstraint(
                fields=["person", "wording", "group"],
                condition=Q(taken_back_at=None),
                name="groups_acknowledged_once_per_group",
            ),
        ]
