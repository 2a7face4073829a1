"""`manage.py verify_audit`: exit code 0 where the chain is whole, 1 with the first broken link."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.verification import verify


class Command(BaseCommand):
    help = "Walk the audit chain and check every link. Keep the printed head elsewhere: a later chain must contain it."

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify()
        if verdict.broken is not None:
            raise CommandError(
                f"The chain is broken at link {verdict.broken.seq}: {verdict.broken.why}."
                f" The {verdict.links} before it are whole."
            )
        self.stdout.write(f"The chain is whole: {verdict.links} links, head {verdict.mac.hex() or 'none'}")
