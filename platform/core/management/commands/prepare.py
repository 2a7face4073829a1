"""`manage.py prepare`: the data folder and the key file, before the first migration. It replaces nothing."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core import keyring


class Command(BaseCommand):
    help = "Make the data folder and the key file where they are missing."
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: object) -> None:
        for place in (settings.DATA_DIR, settings.KEY_FILE):
            _outside_the_source(Path(place).resolve())
        Path(settings.DATA_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        keyring.make_file(Path(settings.KEY_FILE))


def _outside_the_source(place: Path) -> None:
    """People's words and their keys never lie where a commit or a build could pick them up."""
    if place.is_relative_to(Path(settings.ROOT).resolve()):
        raise CommandError(f"{place} is inside the source tree: choose another DATA_DIR or KEY_FILE")
