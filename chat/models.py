"""Rooms, their event log, messages and their bodies.

The log holds ids only; a body stands in exactly one place, sealed, and is joined when an event is served.
"""

from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Person
from groups.models import SupportGroup


class Room(models.Model):
    """The live side of a group. `head` is the seq of the last event; `authority` is raised by each change of what
    anybody in the room may do, and compared under this row's lock when a post is numbered."""

    no_personal_data = "counters of a group's log"

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.OneToOneField(SupportGroup, on_delete=models.PROTECT, related_name="room")
    epoch = models.TextField()
    head = models.PositiveBigIntegerField(default=0)
    authority = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()


class DataKey(models.Model):
    """The key of one room and month, wrapped by the key ring. Rotation wraps it anew and never touches a body."""

    no_personal_data = "wrapped keys"

    id = models.UUIDField(primary_key=True, default=new_id)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="data_keys")
    month = models.TextField()  # 2026-11
    wrapped = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "month"], name="chat_key_once_per_month")]


class Message(models.Model):
    """Something a person said, or wants to say. `rev` counts its moves: of two answers about it the higher is true."""

    retention_class = "ordinary"

    class State(models.TextChoices):
        DELIVERED = "delivered"
        HELD = "held"
        RETURNED = "returned"
        MASKED = "masked"
        REMOVED = "removed"
        WITHDRAWN = "withdrawn"
        EXPIRED = "expired"

    MOVES = {
        State.HELD: {State.DELIVERED, State.MASKED, State.RETURNED, State.REMOVED, State.WITHDRAWN, State.EXPIRED},
        State.RETURNED: {State.HELD, State.DELIVERED, State.WITHDRAWN, State.EXPIRED},
        State.DELIVERED: {State.MASKED, State.REMOVED, State.WITHDRAWN, State.EXPIRED},
        State.MASKED: {State.DELIVERED, State.REMOVED, State.EXPIRED},
        State.REMOVED: {State.DELIVERED, State.EXPIRED},
        State.WITHDRAWN: {State.EXPIRED},
        State.EXPIRED: set[State](),
    }
    SHOWN = (State.DELIVERED, State.MASKED)
    #: What ends by time. A held message does not: an undecided item is never closed by lapse.
    ENDING = (State.DELIVERED, State.MASKED, State.RETURNED, State.REMOVED, State.WITHDRAWN)
    #: Kept as long as the class `held_removed` says; all else as ordinary room text.
    KEPT_LONGER = (State.HELD, State.RETURNED, State.REMOVED)

    id = models.UUIDField(primary_key=True, default=new_id)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="messages")
    client_id = models.UUIDField()
    lang = models.TextField()
    state = models.TextField(choices=State.choices)
    revision = models.PositiveSmallIntegerField(default=1)
    rev = models.PositiveIntegerField(default=1)
    seq = models.PositiveBigIntegerField(null=True, blank=True)
    said_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    decide_by = models.DateTimeField(null=True, blank=True)
    reason_code = models.TextField(blank=True, default="")
    reason_note = models.TextField(blank=True, default="")
    spans = models.JSONField(default=list)  # [[start, end], …] in code points of the body
    seen_rev = models.PositiveIntegerField(default=0)  # the writer has put this outcome aside
    expired_from = models.TextField(blank=True, default="")  # its state until then: says which class keeps it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "client_id"], name="chat_message_once_per_client_id"),
            models.UniqueConstraint(fields=["room", "seq"], name="chat_message_once_per_seq"),
            models.CheckConstraint(
                name="chat_message_shown_has_a_seq",
                condition=~Q(state__in=["delivered", "masked"]) | Q(seq__isnull=False),
            ),
            models.CheckConstraint(
                name="chat_message_waiting_has_no_seq", condition=~Q(state__in=["held", "returned"]) | Q(seq=None)
            ),
            models.CheckConstraint(
                name="chat_message_expired_says_from_what",
                condition=Q(state="expired") & ~Q(expired_from="") | ~Q(state="expired") & Q(expired_from=""),
            ),
        ]
        indexes = [
            models.Index(fields=["room", "said_at"], name="chat_message_by_age"),
            models.Index(fields=["author", "-said_at"], name="chat_message_by_author"),
            models.Index(
                fields=["said_at"], condition=~Q(state__in=["held", "expired"]), name="chat_message_may_expire"
            ),
        ]


class MessageBody(models.Model):
    """The one copy of a revision's words: AES-GCM, bound to message and revision. `client_id` is the writer's own id
    of these words: whoever sends it again asks for their present state, whatever became of them."""

    retention_class = "ordinary"

    id = models.BigAutoField(primary_key=True)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="bodies")
    revision = models.PositiveSmallIntegerField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    client_id = models.UUIDField()
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    nonce = models.BinaryField(max_length=12)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "revision"], name="chat_body_once_per_revision"),
            models.UniqueConstraint(fields=["author", "client_id"], name="chat_body_once_per_client_id"),
        ]


class Reaction(models.Model):
    """A sign that somebody gave to a message. Kept and erased with it; nobody is ranked by it."""

    retention_class = "ordinary"

    class Kind(models.TextChoices):
        HEAR_YOU = "hear_you"
        SAME_HERE = "same_here"
        STAY_STRONG = "stay_strong"
        THANK_YOU = "thank_you"

    id = models.BigAutoField(primary_key=True)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="reactions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "person", "kind"], name="chat_reaction_once"),
            models.CheckConstraint(
                name="chat_reaction_of_a_kind",
                condition=Q(kind__in=["hear_you", "same_here", "stay_strong", "thank_you"]),
            ),
        ]


class ScreeningRecord(models.Model):
    """What the screener saw in one revision: rules and spans, no text."""

    retention_class = "ordinary"

    id = models.BigAutoField(primary_key=True)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="screenings")
    revision = models.PositiveSmallIntegerField()
    outcome = models.TextField()
    screened = models.BooleanField()
    findings = models.JSONField(default=list)
    screener = models.TextField(blank=True, default="")
    took_ms = models.FloatField(default=0.0)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "revision"], name="chat_screening_once_per_revision")]


class Event(models.Model):
    """One entry of a room's log: append-only, dense per room, in commit order. `data` holds ids and codes."""

    retention_class = "ordinary"

    class Audience(models.TextChoices):
        EVERYBODY = "everybody"
        LEADERS = "leaders"

    id = models.BigAutoField(primary_key=True)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveBigIntegerField()
    kind = models.TextField()
    at = models.DateTimeField()
    audience = models.TextField(choices=Audience.choices, default=Audience.EVERYBODY)
    message_id = models.UUIDField(null=True, blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "seq"], name="chat_event_once_per_seq")]
