"""Cases and their events, member reports, alerts and duty lists.

A case points at its message and never holds its words.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User
from chat.models import Message
from core.ids import new_id
from core.scoping import scoped
from custody.models import Facility, Person, Programme, Unit
from groups.models import SupportGroup
from moderation.scoping import ALERTS, CASES


class CaseCounter(models.Model):
    """The last number given to a case. One row: its lock is what keeps numbers dense and unique."""

    no_personal_data = "a counter"

    id = models.SmallIntegerField(primary_key=True, default=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="moderation_counter_is_one_row", condition=Q(id=1))]


class Case(models.Model):
    """One subject that people must look at: at most one open case per message. `version` is raised by each event; a
    decision on a version that lacks evidence which came in since is refused."""

    retention_class = "sanctions_appeals"

    class State(models.TextChoices):
        OPEN = "open"
        DECIDED = "decided"

    MOVES = {State.OPEN: {State.DECIDED}, State.DECIDED: {State.OPEN}}

    class Severity(models.IntegerChoices):
        NOT_SCREENED = 0  # the most urgent: nothing has looked at it
        CRISIS = 1
        HELD = 2
        REPORTED = 3
        FLAGGED = 4

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.PositiveIntegerField(unique=True)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    revision = models.PositiveSmallIntegerField(default=1)  # of the message: the words that this case is about
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, related_name="cases")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    category = models.TextField()
    severity = models.PositiveSmallIntegerField(choices=Severity.choices)
    state = models.TextField(choices=State.choices, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True, default="")

    objects: ClassVar["models.Manager[Case]"] = scoped(CASES)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message"], condition=Q(state="open"), name="moderation_one_open_case_per_message"
            ),
            models.CheckConstraint(
                name="moderation_case_decided_has_when_and_what",
                condition=Q(state="decided", decided_at__isnull=False) & ~Q(outcome="")
                | Q(state="open", decided_at=None, decided_by=None, outcome=""),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "severity", "due_at"], name="moderation_queue"),
            models.Index(fields=["state", "due_at"], name="moderation_queue_by_due"),
            models.Index(fields=["state", "opened_at"], name="moderation_queue_by_age"),
        ]


class CaseEvent(models.Model):
    """What happened to a case, in order; its status is a projection of these. Codes and ids, no words of members."""

    retention_class = "sanctions_appeals"

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    version = models.PositiveIntegerField()
    kind = models.TextField()  # opened, finding, report, claimed, released, returned, removed, withdrawn, …
    by = models.TextField()
    at = models.DateTimeField()
    data = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="moderation_case_event_once_per_version")
        ]


class CaseClaim(models.Model):
    """Who is working on a case: a lease beside it, one holder, per tab, ending by itself."""

    retention_class = "sanctions_appeals"

    id = models.BigAutoField(primary_key=True)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="claim")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="claims")
    tab = models.TextField(blank=True, default="")
    since = models.DateTimeField()
    until = models.DateTimeField()


class MemberReport(models.Model):
    """A member's report of a message. The reporter is never shown; the note is sealed by the key ring."""

    retention_class = "sanctions_appeals"

    id = models.UUIDField(primary_key=True, default=new_id)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="reports")
    reporter = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reports")
    client_id = models.UUIDField()
    reason = models.TextField()
    note = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "client_id"], name="moderation_report_once_per_client_id")
        ]


class DutyPosition(models.Model):
    """A place in a duty list: of a facility for people inside, of a programme for people outside. Alerts go to the
    first, then to the next, then to all."""

    no_personal_data = "a rota of staff"

    id = models.UUIDField(primary_key=True, default=new_id)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="duty")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="duty")
    position = models.PositiveSmallIntegerField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="duty")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="moderation_duty_of_a_facility_or_a_programme",
                condition=Q(facility__isnull=False, programme=None) | Q(facility=None, programme__isnull=False),
            ),
            models.UniqueConstraint(fields=["facility", "position"], name="moderation_duty_facility_order"),
            models.UniqueConstraint(fields=["programme", "position"], name="moderation_duty_programme_order"),
            models.UniqueConstraint(fields=["facility", "user"], name="moderation_duty_once_per_facility"),
            models.UniqueConstraint(fields=["programme", "user"], name="moderation_duty_once_per_programme"),
        ]


class Alert(models.Model):
    """A cry for help, or a message that nothing has screened: somebody must come. Never closed by time; only a duty
    role resolves it. Carries the place, not the words."""

    retention_class = "sanctions_appeals"

    class Cause(models.TextChoices):
        HELP = "help"
        SELF_HARM = "self_harm"
        NOT_SCREENED = "not_screened"
        DURESS = "duress"  # came in with the silent PIN: nobody near them may notice that somebody knows

    class State(models.TextChoices):
        RAISED = "raised"
        NOTIFIED = "notified"
        ACKNOWLEDGED = "acknowledged"
        RESOLVED = "resolved"

    MOVES = {
        State.RAISED: {State.NOTIFIED, State.ACKNOWLEDGED},
        State.NOTIFIED: {State.NOTIFIED, State.ACKNOWLEDGED},
        State.ACKNOWLEDGED: {State.RESOLVED},
        State.RESOLVED: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    cause = models.TextField(choices=Cause.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="alerts")
    client_id = models.UUIDField()  # the writer's own id of the request or message: a retry is not a second alert
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="alerts")
    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="alerts")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="alerts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="alerts")
    #: Whose duty list it goes to: inside the facility's, outside the programme's.
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="alerts")
    state = models.TextField(choices=State.choices, default=State.RAISED)
    raised_at = models.DateTimeField()
    told = models.PositiveSmallIntegerField(default=0)  # how many times somebody was told
    next_at = models.DateTimeField(null=True, blank=True)  # when the next one is told, unless acknowledged
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects: ClassVar["models.Manager[Alert]"] = scoped(ALERTS)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "cause", "client_id"], name="moderation_alert_once_per_client_id"
            ),
            models.CheckConstraint(
                name="moderation_alert_acknowledged_has_who_and_when",
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
            models.CheckConstraint(
                name="moderation_alert_of_a_facility_or_a_programme",
                condition=Q(facility=None) | Q(programme=None),
            ),
            models.CheckConstraint(
                name="moderation_alert_resolved_was_acknowledged",
                condition=~Q(state="resolved")
                | Q(acknowledged_at__isnull=False, resolved_at__isnull=False, resolved_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["next_at"], name="moderation_alert_due")]


class AlertNotice(models.Model):
    """Somebody was told of an alert, in this round: first one by one, then everybody, again and again."""

    retention_class = "sanctions_appeals"

    id = models.BigAutoField(primary_key=True)
    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="notices")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="alert_notices")
    round = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alert", "user", "round"], name="moderation_alert_notice_once")]


from moderation.rules.models import BackTest as BackTest  # noqa: E402  (models of this app's other nouns)
from moderation.rules.models import BackTestHit as BackTestHit  # noqa: E402
from moderation.rules.models import BuiltInOverride as BuiltInOverride  # noqa: E402
from moderation.rules.models import KnownRule as KnownRule  # noqa: E402
from moderation.rules.models import OutcomeRow as OutcomeRow  # noqa: E402
from moderation.rules.models import PurposeApproval as PurposeApproval  # noqa: E402
from moderation.rules.models import RuleBook as RuleBook  # noqa: E402
from moderation.rules.models import RuleNotice as RuleNotice  # noqa: E402
from moderation.rules.models import RuleTraffic as RuleTraffic  # noqa: E402
from moderation.rules.models import RuleVerdict as RuleVerdict  # noqa: E402
from moderation.rules.models import RuleVersion as RuleVersion  # noqa: E402
from moderation.rules.models import StaffRule as StaffRule  # noqa: E402
