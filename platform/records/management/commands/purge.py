"""`manage.py purge [--dry-run]`: erase what has reached its end, print the certificate and store it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from audit.services import SYSTEM
from core import clock
from records.erasers import Counts
from records.models import Certificate
from records.purge import BATCH, purge, waiting

#: How far a dry run counts.
MANY = 10_000


class Command(BaseCommand):
    help = "Erase what has reached its end and is not pinned. Prints the certificate, and stores it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what is due; erase nothing, store nothing")
        parser.add_argument("--batch", type=int, default=BATCH, help="things erased in one transaction")

    def handle(self, *args: Any, **options: Any) -> None:
        self.verbosity = options["verbosity"]
        if options["dry_run"]:
            self._foretell()
            return
        self._print(purge(by=SYSTEM, batch=max(options["batch"], 1), on_batch=self._batch))

    def _foretell(self) -> None:
        due = waiting(at=clock.now(), limit=MANY)
        for kind, count in due.items():
            self.stdout.write(f"{kind}: {count}{' or more' if count == MANY else ''} due")
        if not due:
            self.stdout.write("Nothing is due.")

    def _batch(self, kind: str, counts: Counts) -> None:
        if self.verbosity > 1:
            self.stdout.write(f"  {kind}: {counts.removed} removed")

    def _print(self, certificate: Certificate) -> None:
        self.stdout.write(f"Certificate {certificate.pk}, as of {clock.wire(certificate.as_of)}")
        for step in certificate.steps:
            counts = f"removed {step['removed']}, kept {step['kept']}, failed {step['failed']}"
            errors = f" ({', '.join(step['errors'])})" if step["errors"] else ""
            self.stdout.write(f"{step['kind']}: {step['outcome']}: {counts}{errors}")
        self.stdout.write(f"Digest {certificate.digest}")
