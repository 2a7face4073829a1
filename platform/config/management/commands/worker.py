"""`manage.py worker`: periodic work in a process of its own. Several may run."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core import steps


class Command(BaseCommand):
    help = "Run the periodic steps until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="each step once, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        from moderation.rules import publication

        if options["once"]:
            steps.run_all()
            return
        publication.start()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        steps.run_forever(stop)
