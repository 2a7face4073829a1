"""Putting things on the record, in the same transaction as the act."""

import json
from datetime import datetime
from typing import Any

from audit import kinds
from audit.models import AuditEvent, AuditHead
from core import clock, keyring
from core.transactions import Rank, before_commit

SYSTEM = "system"


def actor(by: object) -> str:
    """Who acted, as text: `user:<id>`, `person:<id>`, or `system`."""
    if by is None:
        return SYSTEM
    if isinstance(by, str):
        return by
    return f"{type(by).__name__.lower()}:{by.pk}"  # type: ignore[attr-defined]


def record(kind: str, *, by: object, subject: str, at: datetime | None = None, **detail: Any) -> None:
    """Append one link when the present unit ends (the audit head is the last lock of all).

    `subject` is a typed id (`message:<id>`); `detail` holds ids, codes and numbers, never words of people.
    """
    kinds.meaning(kind)
    link = {"at": at or clock.now(), "kind": kind, "actor": actor(by), "subject": subject, "detail": _plain(detail)}
    before_commit(Rank.AUDIT, "", lambda: _append(link))


def commitment(text: str, *, salt: bytes) -> str:
    """A keyed digest that can stand for a text: proves it later, says nothing once text and salt are erased."""
    return keyring.ring().mac("audit.commitment", salt + text.encode()).hex()


def _append(link: dict[str, Any]) -> None:
    AuditHead.objects.get_or_create(id=1)
    head = AuditHead.objects.select_for_update().get(id=1)
    seq = head.seq + 1
    key = keyring.ring().first
    mac = link_mac(seq=seq, before=bytes(head.mac), key=key, **link)
    AuditEvent.objects.create(seq=seq, key=key, before=bytes(head.mac), mac=mac, **link)
    AuditHead.objects.filter(id=1).update(seq=seq, mac=mac)


def link_mac(
    *, seq: int, at: datetime, kind: str, actor: str, subject: str, detail: dict[str, Any], before: bytes, key: str
) -> bytes:
    """The keyed digest of one link, over a canonical writing of all its parts."""
    parts = [seq, clock.wire(at), at.microsecond, kind, actor, subject, detail, before.hex()]
    writing = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return keyring.ring().mac("audit.chain", writing.encode(), key=key)


def _plain(detail: dict[str, Any]) -> dict[str, Any]:
    """`detail` as JSON will give it back, so that the digest can be made again from the stored row."""
    plain: dict[str, Any] = json.loads(json.dumps(detail, default=str))
    return plain
