"""Our server with an application made for tests: `python -m tests.house.odd_server --fd N [--unix PATH]`.

`/healthz` answers; `/hang` never does, and its thread never ends; `/wait?NAME` answers after `/release?NAME`; `/going`
says whether the process goes. A socket says whether it was offered pre-framed writing, and then counts by it.
"""

import argparse
import asyncio
import json
import os
import sys
import threading
from collections import defaultdict
from typing import Any

from asgiref.sync import sync_to_async

#: Lengths of the frames that a socket gets, one by pre-framed writing, one by `send`, and so on.
LENGTHS = (1, 125, 126, 65_535, 65_536, 200_000, 300_000, 5)

_released: dict[bytes, asyncio.Event] = defaultdict(asyncio.Event)


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    await (_socket if scope["type"] == "websocket" else _page)(scope, receive, send)


async def _page(scope: dict[str, Any], receive: Any, send: Any) -> None:
    said = await _answer(scope["path"], scope["query_string"])
    headers = [(b"content-length", str(len(said)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": said})


async def _answer(path: str, name: bytes) -> bytes:
    if path == "/hang":
        await sync_to_async(threading.Event().wait)()
    if path == "/wait":
        await _released[name].wait()
    if path == "/release":
        _released[name].set()
    if path == "/going":
        return b"yes" if _server._stop_worker.is_set() else b"no"
    return b"well"


async def _socket(scope: dict[str, Any], receive: Any, send: Any) -> None:
    from chat.live.frames import Frame

    line = scope.get("extensions", {}).get("samecircle.preframed")
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.send", "text": json.dumps({"offered": line is not None})})
    for number, length in enumerate(LENGTHS):
        text = chr(ord("a") + number) * length
        if line is not None and number % 2 == 0:
            line.write(Frame(text.encode()).framed)
        else:
            await send({"type": "websocket.send", "text": text})
    await send({"type": "websocket.close", "code": 4000})


def main() -> None:
    global _server
    parser = argparse.ArgumentParser()
    parser.add_argument("--fd", type=int, required=True)
    parser.add_argument("--unix", default="")
    asked = parser.parse_args()
    import django

    django.setup()
    from config import server
    from config.server import serving

    serving.DRAIN_S = float(os.environ.get("ODD_DRAIN_S", serving.DRAIN_S))
    serving.THREADS_S = float(os.environ.get("ODD_THREADS_S", serving.THREADS_S))
    places = [server.inherited(asked.fd), *([server.unix(asked.unix)] if asked.unix else [])]
    _server = server.Server(application, places)
    _server.run()


_server: Any = None

if __name__ == "__main__":
    sys.path.insert(0, "platform")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    main()
