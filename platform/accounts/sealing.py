"""Keys for what a page keeps on a shared device: nothing readable survives lock, sign-out or another's sign-in."""

import base64
from datetime import datetime, timedelta

from core import clock
from core.keyring import ring
from custody.models import Person

#: A sealed outbox lives so long for its writer: whoever was active less than this ago gets the same key again.
LIVES = timedelta(hours=24)
#: No key is used for longer, however often somebody comes.
ROTATES = timedelta(days=30)


def seal_key(person: Person, at: datetime) -> str:
    """The key (32 bytes, base64) under which this person's page seals its outbox and drafts. Handed out after
    sign-in, kept in memory only; the same at the next sign-in within 24 hours, on any device."""
    since = person.user.sealed_since or person.created_at
    epoch = since + ROTATES * ((at - since) // ROTATES)
    return base64.b64encode(_mac("seal.key", person, clock.wire(epoch))).decode()


def writer_tag(person: Person) -> str:
    """Under which name a page stores what it has sealed: says nothing, and is the same for the same person."""
    return _mac("seal.tag", person, "").hex()[:24]


def _mac(purpose: str, person: Person, more: str) -> bytes:
    return ring().mac(purpose, f"{person.pk}|{more}".encode())
