"""Erasing what has reached its end, in small batches, with a certificate.

Each batch is a transaction of its own, in which no pin can be placed and the eraser looks at everything again. A batch
that fails is halved until what can't be erased stands alone; it is counted, and the rest goes on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from core import clock
from core.transactions import in_unit, unit
from records import certificates, erasers, pins
from records.erasers import Counts, Eraser, Id
from records.models import Certificate

logger = structlog.get_logger(__name__)

BATCH = 500
#: Failures of one eraser in one purge after which its batches are halved no more: the trouble is not in a row.
PATIENCE = 40

OnBatch = Callable[[str, Counts], None]


def purge(
    *, by: object, at: datetime | None = None, batch: int = BATCH, on_batch: OnBatch | None = None
) -> Certificate:
    """Run every registered eraser on what is due at `at` (now), and answer the certificate. Never within a unit: what
    a batch erased stays erased, whatever comes after."""
    assert not in_unit(), "each batch is a transaction of its own"
    now = clock.now()
    certificate = certificates.begin(by=by, as_of=at or now, at=now)
    for eraser in erasers.registered():
        _Run(eraser, certificate, batch, on_batch or _nobody).all()
    return certificates.finish(certificate=certificate, by=by)


def waiting(*, at: datetime, limit: int = 1) -> dict[str, int]:
    """How much is due, by kind of content, up to `limit` each; kinds of which nothing is due are left out."""
    found = {eraser.kind: len(eraser.due(at=at, limit=limit)) for eraser in erasers.registered()}
    return {kind: count for kind, count in found.items() if count}


def _nobody(kind: str, counts: Counts) -> None:
    """Nobody wants to hear of each batch."""


@dataclass
class _Run:
    """One eraser in one purge."""

    eraser: Eraser
    certificate: Certificate
    batch: int
    on_batch: OnBatch
    failures: int = 0

    def all(self) -> None:
        self._note(Counts())
        tried: set[Id] = set()
        while True:
            try:
                found = self.eraser.due(at=self.certificate.as_of, limit=self.batch + len(tried))
            except Exception as error:
                self._failed(error)
                self._note(Counts(), type(error).__name__)
                return
            tried &= set(found)  # what is gone need not be remembered
            ids = [one for one in found if one not in tried][: self.batch]
            if not ids:
                return
            self.erase(ids)
            tried.update(ids)

    def erase(self, ids: Sequence[Id]) -> None:
        try:
            counts = self._commit(ids)
        except Exception as error:
            self._failed(error)
            self._smaller(ids, error)
        else:
            self.on_batch(self.eraser.kind, counts)

    def _commit(self, ids: Sequence[Id]) -> Counts:
        with unit():
            pins.hold_still()
            counts = self.eraser.erase(ids, at=self.certificate.as_of, certificate=self.certificate.pk)
            self._note(counts)
        return counts

    def _smaller(self, ids: Sequence[Id], error: Exception) -> None:
        if len(ids) > 1 and self.failures < PATIENCE:
            self.erase(ids[: len(ids) // 2])
            self.erase(ids[len(ids) // 2 :])
            return
        counts = Counts(failed=len(ids))
        self._note(counts, type(error).__name__)
        self.on_batch(self.eraser.kind, counts)

    def _note(self, counts: Counts, error: str = "") -> None:
        certificates.note(certificate=self.certificate, kind=self.eraser.kind, counts=counts, error=error)

    def _failed(self, error: Exception) -> None:
        """By name only: what an error says may quote a row."""
        self.failures += 1
        logger.warning("eraser failed", kind=self.eraser.kind, error=type(error).__name__)
