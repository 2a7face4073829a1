"""The words themselves: what may be a body, and how it is kept.

A body is sealed with AES-256-GCM under the data key of its room and month, bound to its message and revision, so
that no row can be passed off as another. Data keys are wrapped by the key ring; rotating that never touches a body.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection
from django.db.models import F

from chat.errors import BodyEmpty, BodyTooLong, HiddenCharacters
from chat.models import DataKey, Message, MessageBody
from chat.wire import LONGEST_BODY
from core import keyring

NONCE = 12
PURPOSE = "chat.data_key"
#: What stands for a code point that is not shown: offsets still fit, and the text never travels.
MASK = "\u2588"

_NEWLINES = re.compile("\r\n|\r|\u0085|\u2028|\u2029")
#: Control characters, and marks that override or isolate the direction of text.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: Letters and signs by category, blank to the eye.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_UNSEEN = ("C", "Z", "Mn")


def tidy(text: str) -> str:
    """The body that this text makes: one kind of newline, nothing around it. Raises what is wrong with it."""
    body = _NEWLINES.sub("\n", text).strip()
    if not any(_is_seen(letter) for letter in body):
        raise BodyEmpty
    if _HIDDEN.search(body):
        raise HiddenCharacters
    if len(body) > LONGEST_BODY:
        raise BodyTooLong
    return body


def _is_seen(letter: str) -> bool:
    return letter not in _BLANK and not unicodedata.category(letter).startswith(_UNSEEN)


#: Wrapped keys of rooms that somebody wrote in lately, so many at most: a row never changes.
_keys: dict[tuple[UUID, str], DataKey] = {}
KEYS = 4096


def data_key(room_id: UUID, *, at: datetime) -> DataKey:
    """The key of this room's month, made on first need."""
    month = f"{at:%Y-%m}"
    known = _keys.get((room_id, month))
    if known is not None:
        return known
    found = DataKey.objects.filter(room=room_id, month=month).first()
    if found is None:
        wrapped = keyring.ring().seal(PURPOSE, os.urandom(32))
        found, _ = DataKey.objects.get_or_create(room_id=room_id, month=month, defaults={"wrapped": wrapped})
    if not connection.in_atomic_block:  # what may be undone is not remembered
        _keys[room_id, month] = found
        if len(_keys) > KEYS:
            _keys.clear()
    return found


def seal(message: Message, body: str, key: DataKey) -> MessageBody:
    """An unsaved row that holds this revision's words."""
    nonce = os.urandom(NONCE)
    return MessageBody(
        message=message,
        revision=message.revision,
        author_id=message.author_id,
        client_id=message.client_id,
        key=key,
        nonce=nonce,
        sealed=_cipher(key.wrapped).encrypt(nonce, body.encode(), _bound_to(message.pk, message.revision)),
    )


def unseal(row: MessageBody) -> str:
    """The words of a row that came with its key (`select_related("key")`)."""
    return open_sealed(row.message_id, row.revision, row.nonce, row.sealed, row.key.wrapped)


def texts(message_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The present revision's words of each of these messages; what is erased is not in it."""
    rows = MessageBody.objects.filter(message__in=list(message_ids), revision=F("message__revision"))
    sealed = rows.values_list("message_id", "revision", "nonce", "sealed", "key__wrapped")
    return {row[0]: open_sealed(*row) for row in sealed}


def masked(body: str, spans: Sequence[Sequence[int]]) -> str:
    """The body with each span blacked out, code point by code point."""
    letters = list(body)
    for start, end in spans:
        letters[start:end] = MASK * len(letters[start:end])
    return "".join(letters)


#: As the databases answer it.
Buffer = bytes | memoryview


def open_sealed(message_id: UUID, revision: int, nonce: Buffer, sealed: Buffer, wrapped: str) -> str:
    """The words of one revision, from the columns of its row and its key."""
    return _cipher(wrapped).decrypt(bytes(nonce), bytes(sealed), _bound_to(message_id, revision)).decode()


def _bound_to(message_id: UUID, revision: int) -> bytes:
    return message_id.bytes + revision.to_bytes(4, "big")


@lru_cache(maxsize=4096)
def _cipher(wrapped: str) -> AESGCM:
    return AESGCM(keyring.ring().open(PURPOSE, wrapped))
