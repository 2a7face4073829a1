"""`manage.py asyncapi [--out FILE]`: the room's protocol as an AsyncAPI document (docs/asyncapi.json)."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from chat import asyncapi


class Command(BaseCommand):
    help = "Write the room's protocol as an AsyncAPI document, made from the types of the frames."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--out", type=Path, help="a file; else it is printed")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["out"]:
            options["out"].write_text(asyncapi.text())
        else:
            self.stdout.write(asyncapi.text(), ending="")
