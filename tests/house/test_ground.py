"""The suite runs on what was asked for: a wrong turn here would show every test green on the wrong database."""

import os

import pytest
from django.conf import settings
from django.db import connection

from tests import servers
from tests.settings import SCRATCH

pytestmark = pytest.mark.db_real


def test_the_suite_runs_on_the_database_that_was_asked_for(db):
    on_real_servers = os.environ.get("TEST_ON") == "real"
    assert connection.vendor == ("postgresql" if on_real_servers else "sqlite")
    assert bool(settings.REDIS_URL) == on_real_servers


def test_nothing_of_the_suite_lies_where_people_keep_their_data(db):
    assert str(settings.DATA_DIR) == str(SCRATCH)
    places = (str(SCRATCH), f"test_{servers.DATABASE}")
    assert str(connection.settings_dict["NAME"]).startswith(places)


def test_on_postgres_the_tests_are_app_and_the_tables_are_the_owners(db):
    if connection.vendor != "postgresql":
        return  # SQLite has no roles: there the file is the owner
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, tableowner FROM pg_tables WHERE tablename = 'django_session'")
        assert cursor.fetchone() == (servers.APP, servers.OWNER)
