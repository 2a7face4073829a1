"""Keys for what a page keeps on a shared device: nothing readable survives lock, sign-out or another's sign-in."""

import base64
from datetime import datetime, timedelta

from accounts.models import User
from core import clock
from core.keyring import ring

#: A sealed outbox lives so long for its writer: whoever was active less than this ago gets the same key again.
LIVES = timedelta(hours=24)
#: No key is used for longer, however often somebody comes.
ROTATES = timedelta(days=30)


def seal_key(user: User, at: datetime) -> str:
    """The key (32 bytes, base64) under which this user's pages seal outbox, drafts and half-filled forms. Handed out
    after sign-in, kept in memory only; the same at the next sign-in within 24 hours, on any device."""
    since = user.sealed_since or user.created_at
    epoch = since + ROTATES * ((at - since) // ROTATES)
    return base64.b64encode(_mac("seal.key", user, clock.wire(epoch))).decode()


def writer_tag(user: User) -> str:
    """Under which name a page stores what it has sealed: says nothing, and is the same for the same user."""
    return _mac("seal.tag", user, "").hex()[:24]


def _mac(purpose: str, user: User, more: str) -> bytes:
    """A participant's words hang on the person, as everything that they say does."""
    return ring().mac(purpose, f"{user.person_id or user.pk}|{more}".encode())
