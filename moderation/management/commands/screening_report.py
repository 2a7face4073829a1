"""`manage.py screening_report FILES…`: how well the screening does on text with known answers."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from moderation.screening import report, warm_up


class Command(BaseCommand):
    help = "Screen files of lines of JSON with known answers and print what was seen, per suite, with n and intervals."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        warm_up()
        for line in report.lines_of(report.read(options["files"])):
            self.stdout.write(line)
