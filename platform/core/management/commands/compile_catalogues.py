"""Compile our catalogues: every <app>/locale/*/LC_MESSAGES/*.po to the .mo beside it."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="also those that have not changed")

    def handle(self, *args: Any, **options: Any) -> None:
        compiled = [path for path in catalogues() if options["force"] or is_stale(path)]
        for path in compiled:
            compile_one(path)
            self.stdout.write(f"compiled {path.relative_to(settings.ROOT)}")


def catalogues() -> Iterator[Path]:
    """The catalogues of our own apps; those of libraries come compiled."""
    roots = (settings.ROOT, settings.ROOT / "platform")
    for app in apps.get_app_configs():
        if Path(app.path).parent in roots:
            yield from sorted(Path(app.path).glob("locale/*/LC_MESSAGES/*.po"))


def is_stale(path: Path) -> bool:
    made = path.with_suffix(".mo")
    return not made.exists() or made.stat().st_mtime_ns < path.stat().st_mtime_ns


def compile_one(path: Path) -> None:
    """Written whole or not at all: a server that starts meanwhile never reads half a catalogue."""
    half = path.with_suffix(f".mo.{os.getpid()}")
    polib.pofile(str(path)).save_as_mofile(str(half))
    half.replace(path.with_suffix(".mo"))
