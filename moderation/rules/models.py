"""Rules that staff write, as rows: what a rule says in each of its versions, which of them runs, and what came of it.

No words of members stand here: back-tests keep ids and spans, traffic keeps counts, verdicts point at cases.
"""

from django.db import models
from django.db.models import Q

from accounts.models import User
from chat.models import Message
from core.ids import new_id


class ScopeKind(models.TextChoices):
    EVERYWHERE = "everywhere"
    FACILITY = "facility"
    UNIT = "unit"
    ROOM = "room"
    PERSON = "person"


#: A scope names its place, and only `everywhere` has none.
SCOPE_FITS = Q(scope_kind="everywhere", scope_id="") | ~Q(scope_kind="everywhere") & ~Q(scope_id="")


class RuleBook(models.Model):
    """One row: locked by whatever changes which rules run, and raised by it, so that every process notices."""

    no_personal_data = "a counter"

    id = models.SmallIntegerField(primary_key=True, default=1)
    generation = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="moderation_rule_book_is_one_row", condition=Q(id=1))]


class StaffRule(models.Model):
    """A rule that staff wrote. It points at its versions by their life: the one being written, the one that runs in
    shadow (seen by nobody but its counts), and the one that is live."""

    retention_class = "audit"

    class State(models.TextChoices):
        DRAFT = "draft"
        SHADOW = "shadow"
        LIVE = "live"
        RETIRED = "retired"

    #: A newer version in shadow or published is a move to the same state.
    MOVES = {
        State.DRAFT: {State.DRAFT, State.SHADOW, State.LIVE, State.RETIRED},
        State.SHADOW: {State.DRAFT, State.SHADOW, State.LIVE, State.RETIRED},
        State.LIVE: {State.LIVE, State.RETIRED},
        State.RETIRED: {State.DRAFT},
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.TextField(unique=True)  # staff.…: never the code of a built-in rule
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="rules")
    state = models.TextField(choices=State.choices, default=State.DRAFT)
    newest = models.PositiveIntegerField(default=1)  # number of the newest version
    draft = models.ForeignKey("RuleVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    shadow = models.ForeignKey("RuleVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    live = models.ForeignKey("RuleVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    #: Since when its live version only flags, because it hit too much.
    tripped_at = models.DateTimeField(null=True, blank=True)
    #: Until when its traffic does not count any more: somebody has looked at it.
    reset_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="moderation_rule_points_at_what_its_state_says",
                condition=Q(state="draft", draft__isnull=False, shadow=None, live=None)
                | Q(state="shadow", shadow__isnull=False, live=None)
                | Q(state="live", live__isnull=False)
                | Q(state="retired", draft=None, shadow=None, live=None),
            ),
            models.CheckConstraint(
                name="moderation_rule_tripped_is_live", condition=Q(tripped_at=None) | Q(live__isnull=False)
            ),
            models.CheckConstraint(name="moderation_rule_code_is_staffs", condition=Q(code__startswith="staff.")),
        ]

    def __str__(self) -> str:
        return self.code


class RuleVersion(models.Model):
    """What a rule says: written once, never changed (the database refuses it)."""

    retention_class = "audit"

    class Kind(models.TextChoices):
        LITERALS = "literals"
        PATTERN = "pattern"
        PHRASE = "phrase"
        DETECTOR = "detector"

    id = models.UUIDField(primary_key=True, default=new_id)
    rule = models.ForeignKey(StaffRule, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.TextField(choices=Kind.choices)
    category = models.TextField()
    tier = models.TextField()
    purpose = models.TextField()
    scope_kind = models.TextField(choices=ScopeKind.choices, default=ScopeKind.EVERYWHERE)
    scope_id = models.TextField(blank=True, default="")
    score = models.FloatField(default=1.0)
    literals = models.JSONField(default=list)
    pattern = models.TextField(blank=True, default="")
    steps = models.JSONField(default=list)  # [[alternative, …], …], one after another
    gap = models.PositiveSmallIntegerField(default=0)  # words that may stand between two steps
    not_before = models.JSONField(default=list)
    not_after = models.JSONField(default=list)
    detector = models.TextField(blank=True, default="")
    must_match = models.JSONField(default=list)
    must_not_match = models.JSONField(default=list)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rule", "number"], name="moderation_rule_version_once"),
            models.CheckConstraint(name="moderation_rule_version_scope_names_its_place", condition=SCOPE_FITS),
            models.CheckConstraint(name="moderation_rule_version_score", condition=Q(score__gt=0, score__lte=1)),
            models.CheckConstraint(name="moderation_rule_version_gap", condition=Q(gap__lte=5)),
        ]


class PurposeApproval(models.Model):
    """A second person agrees to what a version is for. It holds for later versions of the same purpose."""

    retention_class = "audit"

    id = models.BigAutoField(primary_key=True)
    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="approvals")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "by"], name="moderation_purpose_approved_once_per_user")
        ]


class BuiltInOverride(models.Model):
    """A built-in rule that runs less, everywhere or at a place, until it is brought back. A crisis rule waits for a
    second person first."""

    retention_class = "audit"

    class To(models.TextChoices):
        SHADOW = "shadow"
        RETIRED = "retired"
        FLAG_ONLY = "flag_only"  # by the circuit breaker

    class State(models.TextChoices):
        ASKED = "asked"
        STANDING = "standing"
        ENDED = "ended"

    MOVES = {
        State.ASKED: {State.STANDING, State.ENDED},
        State.STANDING: {State.ENDED},
        State.ENDED: set[State](),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.TextField()
    to = models.TextField(choices=To.choices)
    scope_kind = models.TextField(choices=ScopeKind.choices, default=ScopeKind.EVERYWHERE)
    scope_id = models.TextField(blank=True, default="")
    state = models.TextField(choices=State.choices)
    asked_by = models.TextField()
    asked_at = models.DateTimeField()
    approved_by = models.TextField(blank=True, default="")
    ended_by = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "scope_kind", "scope_id"],
                condition=Q(state__in=["asked", "standing"]),
                name="moderation_override_one_per_rule_and_place",
            ),
            models.CheckConstraint(name="moderation_override_scope_names_its_place", condition=SCOPE_FITS),
            models.CheckConstraint(
                name="moderation_override_ended_has_who_and_when",
                condition=Q(state="ended", ended_at__isnull=False) & ~Q(ended_by="")
                | ~Q(state="ended") & Q(ended_at=None, ended_by=""),
            ),
        ]


class OutcomeRow(models.Model):
    """What follows when a tier of a category speaks, as staff changed it: everywhere, in a facility or in a room, on
    all days or only in (or out of) the days of risk. A row is never changed: another one takes its place."""

    retention_class = "audit"

    class Days(models.TextChoices):
        ALL = "all"
        RISK = "risk"
        OTHER = "other"

    id = models.UUIDField(primary_key=True, default=new_id)
    category = models.TextField()
    tier = models.TextField()
    scope_kind = models.TextField(choices=ScopeKind.choices, default=ScopeKind.EVERYWHERE)
    scope_id = models.TextField(blank=True, default="")
    days = models.TextField(choices=Days.choices, default=Days.ALL)
    outcome = models.TextField()
    why = models.TextField()  # a sentence of staff
    asked_by = models.TextField()
    at = models.DateTimeField()
    ended_by = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["category", "tier", "scope_kind", "scope_id", "days"],
                condition=Q(ended_at=None),
                name="moderation_outcome_one_per_tier_place_and_days",
            ),
            models.CheckConstraint(
                name="moderation_outcome_scope_names_its_place",
                condition=SCOPE_FITS & Q(scope_kind__in=["everywhere", "facility", "room"]),
            ),
            models.CheckConstraint(
                name="moderation_outcome_is_one_that_there_is",
                condition=Q(outcome__in=["deliver", "flag", "nudge", "hold", "refuse"]),
            ),
            models.CheckConstraint(
                name="moderation_outcome_days_are_known", condition=Q(days__in=["all", "risk", "other"])
            ),
            models.CheckConstraint(
                name="moderation_outcome_silences_no_cry_for_help",
                condition=~Q(category__in=["self_harm", "abuse_report"]) | Q(outcome__in=["deliver", "flag"]),
            ),
            models.CheckConstraint(name="moderation_outcome_says_why", condition=~Q(why="")),
            models.CheckConstraint(
                name="moderation_outcome_ended_has_who_and_when",
                condition=Q(ended_at__isnull=False) & ~Q(ended_by="") | Q(ended_at=None, ended_by=""),
            ),
        ]


class KnownRule(models.Model):
    """Since when this installation has a built-in rule in this version. None: from the beginning. What came later is
    new, and is watched more closely for a while."""

    no_personal_data = "versions of built-in rules"

    id = models.BigAutoField(primary_key=True)
    code = models.TextField()
    version = models.PositiveIntegerField()
    since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="moderation_known_rule_once")]


class RuleTraffic(models.Model):
    """Texts of one minute that a rule ran on and that it hit, by what became of the text (`shadow`: the rule only
    looked). The row without a rule counts all texts."""

    no_personal_data = "counts"

    id = models.BigAutoField(primary_key=True)
    minute = models.DateTimeField()
    rule = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=0)
    outcome = models.TextField()
    seen = models.PositiveBigIntegerField(default=0)
    hits = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minute", "rule", "version", "outcome"], name="moderation_traffic_one_per_minute"
            )
        ]
        indexes = [models.Index(fields=["rule", "minute"], name="moderation_traffic_of_a_rule")]


class RuleNotice(models.Model):
    """Something that the owner of a rule (of a built-in one: who may publish everywhere) should know."""

    no_personal_data = "a note to staff about a rule"

    class Kind(models.TextChoices):
        TRIPPED = "tripped"  # hits too much: it only flags now
        HITS_MUCH = "hits_much"  # a crisis rule: nothing was changed

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="rule_notices")
    kind = models.TextField(choices=Kind.choices)
    rule = models.TextField()
    version = models.PositiveIntegerField()
    seen = models.PositiveBigIntegerField()
    hits = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "rule", "version"],
                condition=Q(read_at=None),
                name="moderation_rule_notice_once_until_read",
            )
        ]


class RuleVerdict(models.Model):
    """What a moderator's decision says of a rule that had a part in the case: upheld, or not. The last word counts."""

    retention_class = "sanctions_appeals"

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey("Case", on_delete=models.PROTECT, related_name="rule_verdicts")
    rule = models.TextField()
    version = models.PositiveIntegerField()
    upheld = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "rule"], name="moderation_verdict_once_per_rule")]
        indexes = [models.Index(fields=["rule", "version"], name="moderation_verdicts_of_a_rule")]


class BackTest(models.Model):
    """A version run over stored messages, newest first, beside the version that it would replace. `seen` counts the
    messages read so far; the cursor says where the next batch begins."""

    retention_class = "audit"

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        CANCELLED = "cancelled"
        FAILED = "failed"

    MOVES = {
        State.WAITING: {State.RUNNING, State.CANCELLED, State.DONE, State.FAILED},
        State.RUNNING: {State.RUNNING, State.CANCELLED, State.DONE, State.FAILED},
        State.DONE: set[State](),
        State.CANCELLED: set[State](),
        State.FAILED: set[State](),
    }
    OPEN = (State.WAITING, State.RUNNING)

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="back_tests")
    compared = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    #: Which messages are read, within the asker's reach; where each version runs, it says itself.
    scope_kind = models.TextField(choices=ScopeKind.choices, default=ScopeKind.EVERYWHERE)
    scope_id = models.TextField(blank=True, default="")
    since = models.DateTimeField()
    state = models.TextField(choices=State.choices, default=State.WAITING)
    seen = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)  # {new, gone, same: {what became of the message: how many}}
    cursor_at = models.DateTimeField(null=True, blank=True)
    cursor_id = models.UUIDField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "asked_by"],
                condition=Q(state__in=["waiting", "running"]),
                name="moderation_back_test_one_at_a_time",
            ),
            models.CheckConstraint(name="moderation_back_test_scope_names_its_place", condition=SCOPE_FITS),
            models.CheckConstraint(
                name="moderation_back_test_ended_has_when",
                condition=Q(state__in=["waiting", "running"], ended_at=None)
                | Q(state__in=["done", "cancelled", "failed"], ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="moderation_back_test_cursor_is_whole",
                condition=Q(cursor_at=None, cursor_id=None) | Q(cursor_at__isnull=False, cursor_id__isnull=False),
            ),
        ]


class BackTestHit(models.Model):
    """A message that one of the two versions hits: its id and where, no words. Gone after a week, or with the
    message."""

    retention_class = "ordinary"

    class Change(models.TextChoices):
        NEW = "new"
        GONE = "gone"
        SAME = "same"

    id = models.BigAutoField(primary_key=True)
    test = models.ForeignKey(BackTest, on_delete=models.PROTECT, related_name="hits")
    message = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveSmallIntegerField()
    change = models.TextField(choices=Change.choices)
    spans = models.JSONField(default=list)  # [[start, end], …] in code points of the body

    class Meta:
        constraints = [models.UniqueConstraint(fields=["test", "message"], name="moderation_back_test_hit_once")]
        indexes = [models.Index(fields=["test", "change"], name="moderation_hits_of_a_test")]
