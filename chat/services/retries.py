"""A retry is not a second message: the same `client_id` asks for the present state of what was said with it."""

from uuid import UUID

from chat import answers, bodies, wire
from chat.errors import ClientIdReused
from chat.models import MessageBody


def present_state(*, author_id: UUID, room_id: UUID, client_id: UUID, body: str) -> wire.Posted | None:
    """None: nothing was said with this id yet. Raises `ClientIdReused` for other words, or another room."""
    rows = MessageBody.objects.filter(author=author_id, client_id=client_id)
    known = rows.select_related("message", "key").first()
    if known is None:
        return None
    if known.message.room_id != room_id or bodies.unseal(known) != body:
        raise ClientIdReused
    return answers.posted(known.message, client_id=client_id)
