"""Proving the chain: every link is there, follows the one before, and is what was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.models import AuditEvent, AuditHead
from audit.services import link_mac

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Broken:
    """The first link that is not what it was. `why`: `missing`, `moved` (does not follow the one before), `altered`,
    `key` (its key is not in the ring), `cut` (the end is missing), `beyond` (more links than were appended)."""

    seq: int
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many links hold together from the first on, the digest of the last of them, and what comes then."""

    links: int
    mac: bytes
    broken: Broken | None = None


def verify(*, batch: int = BATCH) -> Verdict:
    """Walk the chain from its first link to its head. Links that are appended meanwhile are left to the next walk."""
    last = AuditEvent.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    head = AuditHead.objects.filter(id=1).first() or AuditHead()
    seq, mac = 0, b""
    for link in _links(head.seq, batch=batch):
        why = _fault(link, seq=seq + 1, before=mac)
        if why:
            return Verdict(seq, mac, Broken(seq + 1, why))
        seq, mac = link.seq, bytes(link.mac)
    if seq < head.seq or mac != bytes(head.mac):
        return Verdict(seq, mac, Broken(seq + 1, "cut"))
    return Verdict(seq, mac, Broken(seq + 1, "beyond") if last > head.seq else None)


def verify_end(*, links: int = 200) -> Verdict:
    """The last of the chain alone, quickly: that these links follow each other up to the head, as they were written.
    What is before them is left to `verify`. `links` of the verdict: how many of the end hold together."""
    head = AuditHead.objects.filter(id=1).first() or AuditHead()
    rows = list(AuditEvent.objects.filter(seq__lte=head.seq).order_by("-seq")[:links])[::-1]
    mac = bytes(rows[0].before) if rows else b""
    first = max(head.seq - links, 0) + 1
    for at, seq in enumerate(range(first, head.seq + 1)):
        why = _fault(rows[at], seq=seq, before=mac) if at < len(rows) else "missing"
        if why:
            return Verdict(at, mac, Broken(seq, why))
        mac = bytes(rows[at].mac)
    return Verdict(len(rows), mac, None if mac == bytes(head.mac) else Broken(head.seq, "cut"))


def _links(end: int, *, batch: int) -> Iterator[AuditEvent]:
    seq = 0
    while found := list(AuditEvent.objects.filter(seq__gt=seq, seq__lte=end).order_by("seq")[:batch]):
        yield from found
        seq = found[-1].seq


def _fault(link: AuditEvent, *, seq: int, before: bytes) -> str:
    """What is wrong with a link that should be number `seq` after the digest `before`; empty: nothing."""
    if link.seq != seq:
        return "missing"
    if bytes(link.before) != before:
        return "moved"
    try:
        return "" if bytes(link.mac) == _mac(link) else "altered"
    except KeyError:
        return "key"


def _mac(link: AuditEvent) -> bytes:
    return link_mac(
        seq=link.seq,
        at=link.at,
        kind=link.kind,
        actor=link.actor,
        subject=link.subject,
        detail=link.detail,
        before=bytes(link.before),
        key=link.key,
    )
