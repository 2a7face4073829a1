"""The description of the interface: the file in docs is what the server says, and what it says holds."""

import json

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groups.api.urls import api
from tests.groups.api.description import PAGE, described
from tests.groups.api.helpers import System, ask

pytestmark = pytest.mark.django_db

SCHEMA = schemathesis.openapi.from_dict(json.loads(described()))
SCHEMA.app = WSGIHandler()
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
#: Requests of one operation that are made up in the suite, always the same ones.
EXAMPLES = 60


@pytest.fixture(autouse=True)
def _one_connection():
    """The server closes what is old at the ends of a request; here that would be the test's own transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_description_in_docs_is_what_the_code_says():
    assert PAGE.read_text() == described(), "write it anew: .venv/bin/python -m tests.groups.api.description"


def test_the_description_is_served_to_whoever_connects_a_system():
    answer = ask("get", "openapi-json")
    assert answer.status_code == 200
    assert json.loads(described()) == answer.json()


def test_every_operation_says_what_it_is_for():
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    operations = [operation for path in paths.values() for operation in path.values()]
    assert operations
    assert not [operation for operation in operations if not operation.get("summary")]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_whatever_is_sent_the_answer_is_one_that_is_described(cast, operation):
    """Nothing that anybody can send breaks the server, and every answer has a described form."""
    key = System(cast.alder).key

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), wrong_key=st.booleans())
    def holds(case, wrong_key):
        shown = f"Bearer {'sck_wrong' if wrong_key else key}"
        case.call_and_validate(headers={"Authorization": shown, "Accept-Encoding": "identity"})

    holds()
