"""An uploaded file in the database: sealed pieces, so that any worker of any process can read it, and none stays."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from uuid import UUID

from core import keyring
from groups.roster.models import RosterPiece

PIECE = 64 * 1024


def cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        while len(rest) >= PIECE:
            yield rest[:PIECE]
            rest = rest[PIECE:]
    if rest:
        yield rest


def keep(*, run_id: UUID, number: int, piece: bytes) -> None:
    RosterPiece.objects.create(
        run_id=run_id, number=number, sealed=keyring.ring().seal(_purpose(run_id, number), piece)
    )


def pieces(run_id: UUID) -> Iterator[bytes]:
    """In their order, one at a time. `keyring.Unreadable` where one was altered or stands in another's place."""
    number = 0
    while True:
        sealed = RosterPiece.objects.filter(run=run_id, number=number).values_list("sealed", flat=True).first()
        if sealed is None:
            return
        yield keyring.ring().open(_purpose(run_id, number), sealed)
        number += 1


def forget(run_id: UUID) -> None:
    RosterPiece.objects.filter(run=run_id).delete()


def digest_of(found: Iterable[bytes]) -> str:
    digest = sha256()
    for piece in found:
        digest.update(piece)
    return digest.hexdigest()


def _purpose(run_id: UUID, number: int) -> str:
    return f"groups.roster.{run_id}.{number}"
