"""Programmes, facilities, tablets, persons and the custody timeline.

Written by nobody but `groups.continuity` (and the demo world through it).
"""

from django.db import models
from django.db.models import Q

from core.ids import new_id


class Programme(models.Model):
    """An organisation's peer support programme; facilities take part in it."""

    no_personal_data = "an organisation"

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField(unique=True)

    def __str__(self) -> str:
        return self.name


class Facility(models.Model):
    """A prison or jail. Its helper card is the text that somebody in distress reads there."""

    no_personal_data = "an institution"

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.SlugField(unique=True)
    name = models.TextField(unique=True)
    time_zone = models.TextField(default="America/Chicago")
    programmes = models.ManyToManyField(Programme, related_name="facilities")
    helper_en = models.TextField(blank=True, default="")
    helper_es = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A housing unit of a facility: where a duty officer goes."""

    no_personal_data = "a place"

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="units")
    name = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facility", "name"], name="custody_unit_once_per_facility")]

    def __str__(self) -> str:
        return self.name


class Tablet(models.Model):
    """An approved device. It shows a secret in a cookie; only the digest of the secret is kept here."""

    no_personal_data = "a device"

    class State(models.TextChoices):
        ENROLLING = "enrolling"
        ACTIVE = "active"
        SUSPENDED = "suspended"
        LOST = "lost"
        RETIRED = "retired"

    MOVES = {
        State.ENROLLING: {State.ACTIVE, State.LOST, State.RETIRED},
        State.ACTIVE: {State.SUSPENDED, State.LOST, State.RETIRED},
        State.SUSPENDED: {State.ACTIVE, State.LOST, State.RETIRED},
        State.LOST: set[State](),
        State.RETIRED: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    label = models.TextField()
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="tablets")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="tablets")
    state = models.TextField(choices=State.choices, default=State.ENROLLING)
    secret = models.TextField(blank=True, default="")  # digest
    code = models.TextField(blank=True, default="")  # keyed digest of the one-time enrolment code
    code_until = models.DateTimeField(null=True, blank=True)
    enrolled_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["facility", "label"], name="custody_tablet_label_once_per_facility"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="custody_tablet_code_once"),
            models.CheckConstraint(
                name="custody_tablet_code_has_an_end",
                condition=Q(code="", code_until=None) | ~Q(code="") & Q(code_until__isnull=False),
            ),
            models.CheckConstraint(
                name="custody_tablet_active_has_a_secret", condition=~Q(state="active") | ~Q(secret="")
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Person(models.Model):
    """Everybody who can hold a seat or have a custody timeline. The alias is what peers know, for life."""

    retention_class = "identity"

    id = models.UUIDField(primary_key=True, default=new_id)
    legal_name = models.TextField()
    language = models.TextField(default="en")
    alias = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alias"], condition=~Q(alias=""), name="custody_person_alias_once")
        ]

    def __str__(self) -> str:
        return self.alias or f"person {self.pk}"


class AliasForm(models.Model):
    """The look-alike form of every alias ever given in this installation. Rows stay when their person is gone: an
    alias is never given again."""

    no_personal_data = "look-alike forms of made-up names, without a person"

    form = models.TextField(primary_key=True)
    given_at = models.DateTimeField()


class FacilityNumber(models.Model):
    """The number by which a facility knows a person: what they type at a tablet."""

    retention_class = "identity"

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="numbers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="numbers")
    number = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facility", "number"], name="custody_number_once_per_facility")]


class CustodyEvent(models.Model):
    """One entry of a person's timeline, ordered by when it occurred, told by a source under an id of its own."""

    retention_class = "identity"

    class Kind(models.TextChoices):
        ADMITTED = "admitted"
        TRANSFERRED = "transferred"
        RELEASED = "released"
        RETURNED = "returned"

    #: Of two events that occurred at the same moment the later in this list is the present one.
    RANK = (Kind.RELEASED, Kind.ADMITTED, Kind.TRANSFERRED, Kind.RETURNED)

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="timeline")
    kind = models.TextField(choices=Kind.choices)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    source = models.TextField()  # "staff", later a feed's name
    source_id = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="custody_event_once_per_source"),
            models.CheckConstraint(
                name="custody_event_place_unless_released",
                condition=Q(kind="released", facility=None, unit=None)
                | ~Q(kind="released") & Q(facility__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["person", "-occurred_at"], name="custody_timeline")]
