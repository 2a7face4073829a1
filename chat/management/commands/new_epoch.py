"""`manage.py new_epoch [--room ID]`: after the database was restored, let every client start its rooms over."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.services import SYSTEM
from chat.log import begin_epoch
from chat.models import Room


class Command(BaseCommand):
    help = "Begin the logs of all rooms (or of one) anew: clients forget what they hold of them and load them again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--room", type=UUID, help="only the room with this id")

    def handle(self, *args: Any, **options: Any) -> None:
        rooms = Room.objects.filter(pk=options["room"]) if options["room"] else Room.objects.all()
        ids = list(rooms.order_by("pk").values_list("pk", flat=True))
        if not ids:
            raise CommandError("There is no such room.")
        for room_id in ids:
            self.stdout.write(f"{room_id}: epoch {begin_epoch(room_id=room_id, by=SYSTEM)}")
