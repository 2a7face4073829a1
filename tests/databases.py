"""Database rules of the suite. On PostgreSQL `owner` makes and migrates the test database, and tests run as `app`.
Append-only tables are flushed as their owner, with the triggers off, and only here.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import TransactionTestCase

from core.scoping import whole
from core.triggers import drops, statements
from groups.agreements import built_in
from tests.servers import APP, OWNER

#: table -> may be erased under a permit
APPEND_ONLY = {
    "audit_auditevent": False,
    "chat_event": True,
    "moderation_caseevent": True,
    "moderation_ruleversion": True,
}


def _become(role: str) -> None:
    """Connect as this role from here on, in every thread. On SQLite there are no roles."""
    if connection.vendor == "postgresql":
        connection.close()
        connection.settings_dict["USER"] = role


@pytest.fixture(scope="session", autouse=True)
def _tests_look_everywhere() -> Iterator[None]:
    """What a test arranges and looks at is anywhere; a request that it makes is narrowed as any other."""
    with whole("a test"):
        yield


@pytest.fixture(scope="session")
def _owner_makes_the_database() -> None:
    _become(OWNER)


@pytest.fixture(scope="session")
def django_db_setup(_owner_makes_the_database: None, django_db_setup: None) -> Iterator[None]:
    _become(APP)
    yield
    _become(OWNER)


def _off() -> None:
    with connection.cursor() as cursor:
        for table in APPEND_ONLY:
            for statement in drops(table, vendor=connection.vendor):
                cursor.execute(statement)


def _on() -> None:
    with connection.cursor() as cursor:
        for table, erasable in APPEND_ONLY.items():
            for statement in statements(table, erasable=erasable, vendor=connection.vendor):
                cursor.execute(statement)


@pytest.fixture(autouse=True, scope="session")
def _flush_with_triggers_off() -> Iterator[None]:
    teardown = TransactionTestCase._fixture_teardown

    def flush(self: TransactionTestCase) -> None:
        _become(OWNER)
        _off()
        try:
            teardown(self)
            built_in.make_sure()  # what the migrations put there
        finally:
            _on()
            _become(APP)

    TransactionTestCase._fixture_teardown = flush  # type: ignore[method-assign]
    yield
    TransactionTestCase._fixture_teardown = teardown  # type: ignore[method-assign]


@pytest.fixture(params=[pytest.param("", marks=pytest.mark.db_real)])
def rows(request: pytest.FixtureRequest, transactional_db: None) -> None:
    """Committed rows, seen by other threads and connections; the test also runs on the real servers."""
