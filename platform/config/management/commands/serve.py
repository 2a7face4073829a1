"""`manage.py serve`: pages, sockets and polls in one process, on one event loop."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config import server
from core.scoping import closed

#: Seconds that the published rules may take to be loaded before the port opens; then they come while it serves.
RULES_S = 5.0


class Command(BaseCommand):
    help = "Serve pages, sockets and polls (and run the worker inside, where WORKER_INSIDE says so)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--unix", metavar="PATH", help="listen on a unix socket instead")
        parser.add_argument("--fd", type=int, metavar="N", help="listen on this inherited descriptor instead")

    def handle(self, *args: Any, **options: Any) -> None:
        from config.asgi import application

        warm_up()
        serving = server.Server(application, [_endpoint(options)])
        with closed():
            serving.run()
        if serving.failed:
            raise CommandError("The server could not listen there.")


def _endpoint(options: dict[str, Any]) -> str:
    if options["fd"] is not None:
        return server.inherited(options["fd"])
    if options["unix"]:
        return server.unix(options["unix"])
    return server.tcp(options["host"], options["port"])


def warm_up() -> None:
    """Before the port opens, so that the first person's post is not the slow one."""
    from moderation import screening
    from moderation.rules import publication

    screening.warm_up()
    publication.start(wait=RULES_S)
