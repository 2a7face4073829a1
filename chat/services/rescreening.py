"""What could not be screened when it was said is screened again, until somebody or something has looked at it."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef

from chat import bodies, log, reasons, screening
from chat.errors import MessageMoved
from chat.models import Message, MessageBody, ScreeningRecord
from chat.ports import Draft, Outcome, Verdict, desk
from chat.services.deciding import SEATED, release
from chat.services.drafts import draft_of
from chat.services.facts import recent_before
from chat.services.prepared import record_of, stored_ref
from chat.services.preparing import settle
from core.transactions import unit
from custody.merging import root_id
from custody.timeline import statuses
from groups.models import Membership, SupportGroup

State = Message.State
BATCH = 5


def unscreened() -> list[Message]:
    """Messages that are held because nothing has looked at them, oldest first."""
    record = ScreeningRecord.objects.filter(message=OuterRef("pk"), revision=OuterRef("revision"), screened=False)
    held = Message.objects.filter(state=State.HELD).filter(Exists(record))
    return list(held.select_related("room__group", "author").order_by("said_at", "pk")[:BATCH])


def screen_again(message: Message, *, at: datetime) -> bool:
    """One more try, outside any transaction. True: the message has been screened now."""
    row = MessageBody.objects.filter(message=message, revision=message.revision).select_related("key").first()
    if row is None:
        return False
    verdict = screening.screen(_draft(message, bodies.unseal(row), at=at))
    if verdict.screened:
        hold_all = message.room.group.mode == SupportGroup.Mode.HOLD_ALL
        _settle(message, settle(verdict, hold_all=hold_all, anyway=False), at=at)
    return verdict.screened


@unit()
def _settle(message: Message, verdict: Verdict, *, at: datetime) -> None:
    """Clean: released, as if it had been screened in time. Anything else waits for a person, with its true reason."""
    clean = verdict.outcome in (Outcome.DELIVER, Outcome.FLAG) and _writer_is_seated(message)
    ref = stored_ref(message)
    desk().screened(ref, verdict, delivered=clean)
    if verdict.crisis:
        desk().crisis(ref, verdict)
    records = ScreeningRecord.objects.filter(message=message, revision=message.revision, screened=False)
    records.update(**record_of(verdict, at=at))
    if clean:
        release(message_id=message.pk, by="system", revision=message.revision)
    else:
        _tell_true_reason(message, verdict, at=at)


def _tell_true_reason(message: Message, verdict: Verdict, *, at: datetime) -> None:
    code, spans = reasons.of_verdict(verdict)
    held = Message.objects.filter(pk=message.pk, state=State.HELD, revision=message.revision)
    if not held.update(reason_code=code, spans=spans, rev=F("rev") + 1, moved_at=at):
        raise MessageMoved
    log.append_later(message.room_id, log.event(log.UNSEEN, at=at, own=root_id(message.author)))


def _draft(message: Message, body: str, *, at: datetime) -> Draft:
    return draft_of(
        body,
        lang=message.lang,
        author_id=message.author_id,
        room_id=message.room_id,
        custody=statuses([message.author_id])[message.author_id],
        at=at,
        recent=recent_before(message),
    )


def _writer_is_seated(message: Message) -> bool:
    seats = Membership.objects.filter(group=message.room.group_id, person=root_id(message.author))
    return seats.filter(state__in=SEATED).exists()
