"""`manage.py bench_world`: rooms full of members who are signed in, for load tools. One line of JSON per member."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.demo.bench import world
from config.demo.show import connect


class Command(BaseCommand):
    help = "Makes rooms with open sessions, and prints one signed-in member per line (docs/demo.md has the shape)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rooms", type=int, required=True)
        parser.add_argument("--members", type=int, required=True, help="per room; 3 to 1000")
        parser.add_argument("--json", action="store_true", help="the only form there is")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Members that are signed in without a secret are for development and benchmarks only.")
        if options["rooms"] < 1 or not 3 <= options["members"] <= 1000:
            raise CommandError("Ask for at least 1 room, and 3 to 1000 members in each.")
        for member in world(rooms=options["rooms"], members=options["members"]):
            line = {
                "room": str(member.room),
                "member": str(member.member),
                "role": member.role,
                "connect": connect(),
                "host": settings.DOOR_HOSTS["online"],
                "cookie": member.cookie,
            }
            self.stdout.write(json.dumps(line))
