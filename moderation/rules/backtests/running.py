"""One batch of a back-test: what two versions say of some stored messages. Reads only; words stay in memory."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from chat import bodies
from chat.models import Message, ScreeningRecord
from chat.ports import Draft, Span
from chat.services.drafts import draft_of
from custody.models import CustodyEvent
from custody.timeline import project, timelines_of
from moderation.rules.compiling import Alone, covers, scope_of
from moderation.rules.models import BackTest, BackTestHit, RuleVersion

Change = BackTestHit.Change
Counts = Mapping[str, Mapping[str, int]]
#: Of a message whose screening is not kept any more.
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Batch:
    """The messages that were read, and unsaved hits; `outcomes` of each message when it was said."""

    messages: Sequence[Message]
    hits: Sequence[BackTestHit]
    outcomes: Mapping[UUID, str]

    def added_to(self, counts: Counts) -> dict[str, dict[str, int]]:
        """By change and by what became of the message when it was said."""
        total = Counter({(change, outcome): n for change, each in counts.items() for outcome, n in each.items()})
        total.update((hit.change, self.outcomes.get(_message(hit), UNKNOWN)) for hit in self.hits)
        added: dict[str, dict[str, int]] = {}
        for (change, outcome), n in sorted(total.items()):
            added.setdefault(str(change), {})[outcome] = n
        return added


def look(test: BackTest, messages: Sequence[Message]) -> Batch:
    """Raises `RuleIsBroken` when one of the versions can't run any more."""
    new, old = _Runs(test.version), _Runs(test.compared) if test.compared else None
    wanted = scope_of(test)
    hits = []
    for draft, message in _drafts(messages):
        if covers(wanted, draft):
            hit = _hit(test, message, new.spans(draft), old.spans(draft) if old else [])
            hits += [hit] if hit else []
    found = [_message(hit) for hit in hits]
    return Batch(messages, hits, _outcomes(found))


class _Runs:
    """A version where it would run."""

    def __init__(self, version: RuleVersion) -> None:
        self._alone, self._scope = Alone(version), scope_of(version)

    def spans(self, draft: Draft) -> list[Span]:
        return self._alone.spans(draft.body, lang=draft.lang) if covers(self._scope, draft) else []


def _hit(test: BackTest, message: Message, new: list[Span], old: list[Span]) -> BackTestHit | None:
    if not new and not old:
        return None
    change = Change.SAME if new and old else Change.NEW if new else Change.GONE
    spans = [[span.start, span.end] for span in new or old]
    return BackTestHit(test=test, message=message, revision=message.revision, change=change, spans=spans)


def _drafts(messages: Sequence[Message]) -> Iterable[tuple[Draft, Message]]:
    """As the screening would have got them, from where the writer was when they said it."""
    words = bodies.texts(message.pk for message in messages)
    events = timelines_of({message.author_id for message in messages})
    for message in messages:
        if message.pk in words:
            yield _draft(message, words[message.pk], events.get(message.author_id, ())), message


def _draft(message: Message, body: str, events: Iterable[CustodyEvent]) -> Draft:
    at = message.said_at
    custody = project(event for event in events if event.occurred_at <= at)
    return draft_of(
        body, lang=message.lang, author_id=message.author_id, room_id=message.room_id, custody=custody, at=at
    )


def _outcomes(messages: Iterable[UUID]) -> Mapping[UUID, str]:
    """What the screening of their present words led to, then."""
    records = ScreeningRecord.objects.filter(message__in=list(messages), revision=F("message__revision"))
    return dict(records.values_list("message_id", "outcome"))


def _message(hit: BackTestHit) -> UUID:
    assert hit.message_id is not None
    return hit.message_id
