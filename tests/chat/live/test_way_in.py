"""What the process answers by itself, before any page."""

from asgiref.testing import ApplicationCommunicator
from django.db import OperationalError

from config import asgi
from tests.live_helpers import PATIENCE_S


async def _health():
    scope = {"type": "http", "method": "GET", "path": "/healthz", "query_string": b"", "headers": []}
    asked = ApplicationCommunicator(asgi.application, scope)
    start, body = await asked.receive_output(PATIENCE_S), await asked.receive_output(PATIENCE_S)
    await asked.wait(PATIENCE_S)
    return start["status"], body["body"]


async def test_it_is_well_while_the_database_answers(rows):
    assert await _health() == (200, b"ok\n")


async def test_it_is_not_well_while_the_database_does_not(rows, monkeypatch):
    def away(*args):
        raise OperationalError

    with monkeypatch.context() as patched:
        patched.setattr("django.db.backends.utils.CursorWrapper.execute", away)
        assert await _health() == (503, b"no database\n")
