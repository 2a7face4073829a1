"""An import of a facility's list, its file while it is needed, and what became of its rows."""

from django.db import models
from django.db.models import Q

from accounts.models import Machine, User
from core.ids import new_id
from custody.models import Facility, Person


class RosterRun(models.Model):
    """One list, from its upload to its end. `position`: rows done in this state; `checked`, `applied`: how many rows by
    what became of them. `fingerprint` stands for the file and for how its columns were read when it was checked: only
    that is applied."""

    retention_class = "audit"

    class State(models.TextChoices):
        UPLOADED = "uploaded"
        CHECKING = "checking"
        CHECKED = "checked"
        APPLYING = "applying"
        DONE = "done"
        FAILED = "failed"
        DISCARDED = "discarded"

    MOVES = {
        State.UPLOADED: {State.CHECKING, State.FAILED, State.DISCARDED},
        State.CHECKING: {State.CHECKED, State.FAILED, State.DISCARDED},
        State.CHECKED: {State.CHECKING, State.APPLYING, State.DISCARDED},
        State.APPLYING: {State.DONE, State.FAILED},
        State.DONE: set[State](),
        State.FAILED: set[State](),
        State.DISCARDED: set[State](),
    }
    OPEN = (State.UPLOADED, State.CHECKING, State.CHECKED, State.APPLYING)
    AT_WORK = (State.CHECKING, State.APPLYING)

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="rosters")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    machine = models.ForeignKey(Machine, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField()
    size = models.PositiveIntegerField()
    sha256 = models.TextField()
    encoding = models.TextField()
    separator = models.TextField()
    head = models.JSONField(default=list)  # names of the columns
    first = models.PositiveIntegerField()  # the row below the head
    columns = models.JSONField(default=dict)  # field -> name of its column
    dates = models.TextField(default="mdy")
    is_complete = models.BooleanField(default=False)  # staff say: whoever is inside is in it
    fingerprint = models.TextField(blank=True, default="")
    state = models.TextField(choices=State.choices, default=State.UPLOADED)
    position = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(null=True, blank=True)  # how many there are, once they were counted
    checked = models.JSONField(default=dict)
    applied = models.JSONField(default=dict)
    new_units = models.JSONField(default=list)
    checked_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)  # when staff said so
    ended_at = models.DateTimeField(null=True, blank=True)
    why_failed = models.TextField(blank=True, default="")  # a code

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="groups_roster_by_somebody_or_a_system",
                condition=Q(uploaded_by__isnull=False, machine=None) | Q(uploaded_by=None, machine__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["facility"],
                condition=Q(state__in=["uploaded", "checking", "checked", "applying"]),
                name="groups_roster_one_at_a_time",
            ),
            models.CheckConstraint(
                name="groups_roster_ended_has_when",
                condition=Q(state__in=["uploaded", "checking", "checked", "applying"], ended_at=None)
                | Q(state__in=["done", "failed", "discarded"], ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="groups_roster_applied_has_when_and_who",
                condition=Q(state__in=["applying", "done"], applied_by__isnull=False, applied_at__isnull=False)
                | Q(state="failed")
                | Q(state__in=["uploaded", "checking", "checked", "discarded"], applied_by=None, applied_at=None),
            ),
            models.CheckConstraint(
                name="groups_roster_applied_as_checked",
                condition=~Q(state__in=["checked", "applying", "done"]) | ~Q(fingerprint=""),
            ),
            models.CheckConstraint(
                name="groups_roster_failed_says_why",
                condition=Q(state="failed") & ~Q(why_failed="") | ~Q(state="failed") & Q(why_failed=""),
            ),
        ]

    @property
    def came_from(self) -> str:
        """The name of whoever uploaded it, or of the system that handed it in."""
        return self.machine.name if self.machine else self.uploaded_by.name if self.uploaded_by else ""


class RosterPiece(models.Model):
    """A piece of an uploaded file, sealed. Gone when its run ends, or after a day."""

    retention_class = "drafts"

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(RosterRun, on_delete=models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField()
    sealed = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="groups_roster_piece_once")]


class RosterRow(models.Model):
    """What became of a row that changes something or is wrong, or a person who is missing in the list (no row). Gone
    after 30 days."""

    retention_class = "identity"

    class Phase(models.TextChoices):
        CHECK = "check"
        APPLY = "apply"

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(RosterRun, on_delete=models.PROTECT, related_name="lines")
    phase = models.TextField(choices=Phase.choices)
    row = models.PositiveIntegerField(null=True, blank=True)
    outcome = models.TextField()
    number = models.TextField(blank=True, default="")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    code = models.TextField(blank=True, default="")
    what = models.JSONField(default=list)  # names of what changes
    column = models.TextField(blank=True, default="")
    cell = models.TextField(blank=True, default="")  # how the cell that is to blame begins

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "phase", "row"], name="groups_roster_row_once_per_phase"),
            models.CheckConstraint(
                name="groups_roster_row_missing_has_none",
                condition=Q(outcome="missing", row=None) | ~Q(outcome="missing") & Q(row__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["run", "phase", "outcome", "row"], name="groups_roster_report")]


class RosterMapping(models.Model):
    """How a facility's lists are read, as staff said last time."""

    no_personal_data = "names of columns"

    facility = models.OneToOneField(Facility, on_delete=models.PROTECT, primary_key=True, related_name="roster_mapping")
    columns = models.JSONField(default=dict)
    dates = models.TextField(default="mdy")
    is_complete = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    said_by = models.TextField()
