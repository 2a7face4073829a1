"""Putting things on the record, in the same transaction as the act."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from audit import kinds
from audit.models import AuditEvent, AuditHead
from core import clock, keyring
from core.transactions import Rank, before_commit

SYSTEM = "system"
#: Ids and codes: no spaces, so that nobody's words fit in.
CODE = re.compile(r"[A-Za-z0-9_.:/+=@-]{0,200}")


class NotForTheRecord(TypeError):
    """Something that may be a person's words: a programming error, found by the first test that runs into it."""


def actor(by: object) -> str:
    """Who acted, as text: `user:<id>`, `person:<id>`, or `system`."""
    if by is None:
        return SYSTEM
    if isinstance(by, str):
        return by
    return f"{type(by).__name__.lower()}:{by.pk}"  # type: ignore[attr-defined]


def record(kind: str, *, by: object, subject: str, at: datetime | None = None, **detail: Any) -> None:
    """Append one link when the present unit ends (the audit head is the last lock of all).

    `subject` is a typed id (`message:<id>`); `detail` holds ids, codes, moments and whole numbers, never words of
    people: what else is in it raises `NotForTheRecord`.
    """
    kinds.meaning(kind)
    link = {
        "at": at or clock.now(),
        "kind": kind,
        "actor": _code(actor(by)),
        "subject": _code(subject),
        "detail": {name: _plain(value) for name, value in detail.items()},
    }
    before_commit(Rank.AUDIT, "", lambda: _append(link))


def record_each(kind: str, *, by: object, details: Mapping[str, Mapping[str, Any]]) -> None:
    """The same of many subjects at once, each with its own detail: a link each, for the price of a few statements."""
    kinds.meaning(kind)
    begin = {"at": clock.now(), "kind": kind, "actor": _code(actor(by))}
    links = [
        {**begin, "subject": _code(subject), "detail": {name: _plain(value) for name, value in detail.items()}}
        for subject, detail in details.items()
    ]
    if links:
        before_commit(Rank.AUDIT, "", lambda: _append_each(links))


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


def _append_each(links: Sequence[Mapping[str, Any]]) -> None:
    AuditHead.objects.get_or_create(id=1)
    head = AuditHead.objects.select_for_update().get(id=1)
    mac, key, events = bytes(head.mac), keyring.ring().first, []
    for seq, link in enumerate(links, start=head.seq + 1):
        events.append(AuditEvent(seq=seq, key=key, before=mac, **link))
        events[-1].mac = mac = link_mac(seq=seq, before=mac, key=key, **link)
    AuditEvent.objects.bulk_create(events)
    AuditHead.objects.filter(id=1).update(seq=head.seq + len(links), mac=mac)


def link_mac(
    *,
    seq: int,
    at: datetime,
    kind: str,
    actor: str,
    subject: str,
    detail: Mapping[str, Any],
    before: bytes,
    key: str,
) -> bytes:
    """The keyed digest of one link, over a canonical writing of all its parts."""
    parts = [seq, clock.wire(at), at.microsecond, kind, actor, subject, detail, before.hex()]
    writing = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return keyring.ring().mac("audit.chain", writing.encode(), key=key)


def _plain(value: object) -> Any:
    """`value` as JSON will give it back from any database, so that the digest can be made again from the row."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return clock.wire(value)
    if value is None or type(value) in (bool, int):
        return value
    if isinstance(value, str | UUID):
        return _code(str(value))
    raise NotForTheRecord(type(value).__name__)


def _code(text: str) -> str:
    if CODE.fullmatch(text) is None:
        raise NotForTheRecord("text that is no id and no code")
    return text
