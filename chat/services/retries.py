"""A retry is not a second message: the same `client_id` asks for the present state of what was said with it."""

from collections.abc import Sequence
from uuid import UUID

from chat import answers, bodies, wire
from chat.errors import ClientIdReused
from chat.models import MessageBody


def present_state(*, author_id: UUID, room_id: UUID, client_id: UUID, body: str) -> wire.Posted | None:
    """None: nothing was said with this id yet. Raises `ClientIdReused` for other words, or another room."""
    known = said_before([(author_id, client_id)]).get((author_id, client_id))
    if known is None:
        return None
    answer = answer_to(known, room_id, body)
    if isinstance(answer, ClientIdReused):
        raise answer
    return answer


def said_before(asked: Sequence[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], MessageBody]:
    """What was said with these pairs of writer and `client_id`: one query."""
    writers, ids = {author_id for author_id, _ in asked}, {client_id for _, client_id in asked}
    rows = MessageBody.objects.filter(author__in=writers, client_id__in=ids).select_related("message", "key")
    return {(row.author_id, row.client_id): row for row in rows}


def answer_to(known: MessageBody, room_id: UUID, body: str) -> wire.Posted | ClientIdReused:
    """To whoever sends this body with that id, in this room."""
    if known.message.room_id != room_id or bodies.unseal(known) != body:
        return ClientIdReused()
    return answers.posted(known.message, client_id=known.client_id)
