"""Programmes, facilities, tablets, persons and the custody timeline.

Written by nobody but `groups.continuity` (and the demo world through it).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.ids import new_id
from core.scoping import scoped
from custody.scoping import at_facility


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
    asks_printed_secret = models.BooleanField(default=False)  # at its tablets, beside number and PIN

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
    """An approved device. It shows a secret in a cookie; only digests of its secrets are kept (`TabletCredential`; of a
    kiosk that forgets everything at night, the digest of the one that its manager gives it each morning)."""

    no_personal_data = "a device"

    class Kind(models.TextChoices):
        TABLET = "tablet"
        KIOSK = "kiosk"

    class State(models.TextChoices):
        ENROLLING = "enrolling"
        ACTIVE = "active"
        SUSPENDED = "suspended"
        LOST = "lost"
        RETIRED = "retired"

    MOVES = {
        State.ENROLLING: {State.ACTIVE, State.LOST, State.RETIRED},
        # Back to enrolling: it went to another facility, and needs a code from there.
        State.ACTIVE: {State.SUSPENDED, State.ENROLLING, State.LOST, State.RETIRED},
        State.SUSPENDED: {State.ACTIVE, State.ENROLLING, State.LOST, State.RETIRED},
        State.LOST: set[State](),
        State.RETIRED: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    label = models.TextField()
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="tablets")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="tablets")
    kind = models.TextField(choices=Kind.choices, default=Kind.TABLET)
    state = models.TextField(choices=State.choices, default=State.ENROLLING)
    why_suspended = models.TextField(blank=True, default="")  # "staff", "clone"; empty while it is in use
    managed = models.TextField(blank=True, default="")  # digest of a kiosk's credential, which never rotates
    code = models.TextField(blank=True, default="")  # keyed digest of the one-time enrolment code
    code_until = models.DateTimeField(null=True, blank=True)
    enrolled_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    engine = models.TextField(blank=True, default="")  # what it last said of its browser, as "Chromium 92"

    objects: ClassVar["models.Manager[Tablet]"] = scoped(at_facility("facility"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["facility", "label"], name="custody_tablet_label_once_per_facility"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="custody_tablet_code_once"),
            models.CheckConstraint(
                name="custody_tablet_code_has_an_end",
                condition=Q(code="", code_until=None) | ~Q(code="") & Q(code_until__isnull=False),
            ),
            models.CheckConstraint(
                name="custody_tablet_managed_only_for_kiosks", condition=Q(managed="") | Q(kind="kiosk")
            ),
            models.UniqueConstraint(fields=["managed"], condition=~Q(managed=""), name="custody_tablet_managed_once"),
            models.CheckConstraint(
                name="custody_tablet_suspended_has_why",
                condition=Q(state="suspended") & ~Q(why_suspended="") | ~Q(state="suspended") & Q(why_suspended=""),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Person(models.Model):
    """Everybody who can hold a seat or have a custody timeline. The alias is what peers know, for life.

    Two records of one human are one person by `merged_into`: the timeline, the numbers and the orders of all records of
    a human count for the one that was kept (`custody.merging`). Nobody sits here who is not known to be an adult.
    """

    retention_class = "identity"

    id = models.UUIDField(primary_key=True, default=new_id)
    legal_name = models.TextField()
    language = models.TextField(default="en")
    alias = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    adult_confirmed_at = models.DateTimeField(null=True, blank=True)
    adult_confirmed_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alias"], condition=~Q(alias=""), name="custody_person_alias_once"),
            models.CheckConstraint(
                name="custody_person_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")),
            ),
            models.CheckConstraint(
                name="custody_person_adult_has_when_and_who",
                condition=Q(adult_confirmed_at=None, adult_confirmed_by="")
                | Q(adult_confirmed_at__isnull=False) & ~Q(adult_confirmed_by=""),
            ),
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

    objects: ClassVar["models.Manager[FacilityNumber]"] = scoped(at_facility("facility"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facility", "number"], name="custody_number_once_per_facility")]


class CustodyEvent(models.Model):
    """One entry of a person's timeline, ordered by when it occurred, told by a source under an id of its own.

    Nothing of an entry is changed afterwards but that it was told in error: then it is taken back, and counts as if it
    had never been told, also when its source tells it again.
    """

    retention_class = "identity"

    class Kind(models.TextChoices):
        ADMITTED = "admitted"
        TRANSFERRED = "transferred"  # to another facility, unit or bed
        TO_COURT = "to_court"
        TO_HOSPITAL = "to_hospital"
        TEMPORARY_ABSENCE = "temporary_absence"
        RETURNED = "returned"  # from court, hospital or absence
        RELEASED = "released"
        DIED = "died"

    #: Of two events that occurred at the same moment the later in this list is the present one.
    RANK = (
        Kind.RELEASED,
        Kind.ADMITTED,
        Kind.TRANSFERRED,
        Kind.TO_COURT,
        Kind.TO_HOSPITAL,
        Kind.TEMPORARY_ABSENCE,
        Kind.RETURNED,
        Kind.DIED,
    )
    #: Out of the building, and still held by its facility.
    OUT = (Kind.TO_COURT, Kind.TO_HOSPITAL, Kind.TEMPORARY_ABSENCE)
    #: After these nobody holds the person. All others name the facility that does.
    NOWHERE = (Kind.RELEASED, Kind.DIED)

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="timeline")
    kind = models.TextField(choices=Kind.choices)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    housing = models.TextField(blank=True, default="")  # cell or bed: for those on duty, when somebody needs help
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    source = models.TextField()  # "staff", or a feed's name
    source_id = models.TextField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="custody_event_once_per_source"),
            models.CheckConstraint(
                name="custody_event_place_unless_nowhere",
                condition=Q(kind__in=["released", "died"], facility=None, unit=None, housing="")
                | ~Q(kind__in=["released", "died"]) & Q(facility__isnull=False),
            ),
            models.CheckConstraint(
                name="custody_event_taken_back_has_when_and_who",
                condition=Q(taken_back_at=None, taken_back_by="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_by=""),
            ),
        ]
        indexes = [models.Index(fields=["person", "-occurred_at"], name="custody_timeline")]


class RecordMerge(models.Model):
    """Two records turned out to be one human: `merged` now stands for `kept`. Undone, what had moved goes back."""

    retention_class = "identity"

    id = models.UUIDField(primary_key=True, default=new_id)
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges_kept")
    merged = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges_gone")
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    source = models.TextField()
    source_id = models.TextField()
    moved = models.JSONField(default=dict)  # kind of thing -> ids of the rows that moved, for the way back
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="custody_merge_once_per_source"),
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_at=None), name="custody_merge_one_standing_per_record"
            ),
            models.CheckConstraint(name="custody_merge_of_two", condition=~Q(kept=models.F("merged"))),
            models.CheckConstraint(
                name="custody_merge_undone_has_when_and_who",
                condition=Q(undone_at=None, undone_by="") | Q(undone_at__isnull=False) & ~Q(undone_by=""),
            ),
        ]


class Feed(models.Model):
    """A system that tells a facility's custody events. Silent for a day, it is reported as stale, once per silence."""

    no_personal_data = "a system"

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="feeds")
    source = models.TextField()
    heard_at = models.DateTimeField()
    stale_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facility", "source"], name="custody_feed_once_per_facility")]


from custody.credentials.models import TabletCredential as TabletCredential  # noqa: E402  (this app's other nouns)
from custody.orders.models import KeepApartOrder as KeepApartOrder  # noqa: E402
from custody.windows.models import DoorWindow as DoorWindow  # noqa: E402
