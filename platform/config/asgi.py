"""The way in: sockets and polls go to the live delivery, everything else to the pages."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

# Only now: these need the apps to be loaded.
from contextlib import AbstractContextManager  # noqa: E402
from typing import Any  # noqa: E402

from channels.db import database_sync_to_async  # noqa: E402
from django.db import DatabaseError, connection  # noqa: E402

from chat.live import poll, socket  # noqa: E402
from core.scoping import whole  # noqa: E402


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        with _lines():
            await socket.application(scope, receive, send)
    elif scope["type"] != "http":
        raise ValueError(f"no {scope['type']} here")  # servers then do without it
    elif poll.is_ours(scope):
        with _lines():
            await poll.application(scope, receive, send)
    elif scope["path"] == "/healthz":
        await health(scope, receive, send)
    else:
        await pages(scope, receive, send)


def _lines() -> AbstractContextManager[None]:
    """Lines share one hub: whoever comes first starts what then reads for all of them."""
    return whole("the hub reads for everybody, and a seat says who may have what")


async def health(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """200 while the database answers; else 503, and the proxy sends people elsewhere."""
    well = await database_sync_to_async(_database_answers)()
    headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 200 if well else 503, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok\n" if well else b"no database\n"})


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
