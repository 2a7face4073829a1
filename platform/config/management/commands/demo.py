"""`manage.py demo`: makes the demo world if it is not there, opens its sessions, and says how to come in."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.demo import show
from config.demo.world import world


class Command(BaseCommand):
    help = "Makes the demo world (development and benchmarks only) and prints its addresses and sign-ins."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="for tools: the shape is described in docs/demo.md")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo world has secrets that everybody knows. Production does not make it.")
        found = world()
        self.stdout.write(json.dumps(show.as_json(found)) if options["json"] else show.as_text(found))
