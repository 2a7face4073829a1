"""`manage.py screen --json`: screens lines from the standard input."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from moderation.screening import lines, warm_up


class Command(BaseCommand):
    help = 'Screen lines of JSON ({"id", "text", "lang", "author"?}) from the standard input; one line of JSON each.'
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", required=True, help="lines of JSON in, lines of JSON out")

    def handle(self, *args: Any, **options: Any) -> None:
        warm_up()
        for answer in lines.answers(sys.stdin):
            self.stdout.write(answer)
