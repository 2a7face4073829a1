"""The private servers are real: they answer, keep apart what production keeps apart, die and come back."""

import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NoRedis

from tests import servers

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def database():
    with servers.postgres() as server:
        yield server


@pytest.fixture
def table(database):
    with database.connect(servers.OWNER) as owner:
        owner.execute("CREATE TABLE said (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, word text)")
        yield "said"
        owner.execute("DROP TABLE said")


def test_the_app_writes_rows_in_the_owners_tables(database, table):
    with database.connect() as app:
        app.execute("INSERT INTO said (word) VALUES ('hello')")
        assert app.execute("SELECT word FROM said").fetchall() == [("hello",)]


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE said",
        "ALTER TABLE said DISABLE TRIGGER ALL",
        "DROP TABLE said",
        "CREATE TABLE mine (id int)",
    ],
)
def test_the_app_owns_nothing(database, table, statement):
    with database.connect() as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement)


def test_the_owner_makes_databases_as_the_test_runner_does(database):
    with database.connect(servers.OWNER) as owner:
        owner.execute("CREATE DATABASE made_by_owner")
    with database.connect(servers.OWNER, "made_by_owner") as owner:
        owner.execute("CREATE TABLE said (word text)")
    with database.connect(database="made_by_owner") as app:
        app.execute("INSERT INTO said VALUES ('hello')")


def test_a_database_is_made_from_a_template(database):
    url = database.create_database("template_of_ours")
    with database.connect(servers.OWNER, "template_of_ours") as owner:
        owner.execute("CREATE TABLE kept AS SELECT 7 AS number")
    database.create_database("copy_of_ours", template="template_of_ours")
    with database.connect(database="copy_of_ours") as app:
        assert app.execute("SELECT number FROM kept").fetchone() == (7,)
    database.drop_database("copy_of_ours")
    assert url.startswith("postgres:///template_of_ours?host=/")


def test_postgres_keeps_what_was_committed_when_it_is_killed():
    with servers.postgres(fsync=True) as server:
        with server.connect(servers.OWNER) as owner:
            owner.execute("CREATE TABLE kept AS SELECT 7 AS number")
        server.kill()
        with pytest.raises(psycopg.OperationalError):
            server.connect()
        server.start()
        server.restart()
        with server.connect() as app:
            assert app.execute("SELECT number FROM kept").fetchone() == (7,)


def test_postgres_of_the_wheel_serves_where_the_system_has_none(monkeypatch):
    monkeypatch.setattr(servers, "_packaged_postgres", list)
    with servers.postgres() as server, server.connect() as app:
        assert app.execute("SELECT 1").fetchone() == (1,)


def test_a_binary_behind_a_closed_door_is_copied_to_where_the_server_may_read_it(tmp_path):
    home = servers.Home()
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "binary").write_text("")
    reached = home.within_reach(closed / "binary")
    assert reached.exists()
    assert (reached.parent == home.path) == (home.user is not None)
    home.remove()


def test_redis_forgets_when_it_is_killed_and_comes_back_at_the_same_address():
    with servers.redis() as server:
        client = Redis.from_url(server.url)
        client.set("word", "hello")
        server.kill()
        with pytest.raises(NoRedis):
            client.get("word")
        server.start()
        assert client.get("word") is None


def test_a_closed_server_leaves_nothing_behind():
    with servers.redis() as server:
        home, process = server.home.path, server.process
    assert process is not None
    assert process.poll() is not None
    assert not home.exists()


def test_servers_die_with_the_process_that_started_them():
    """Killed without a chance to clean up: the next start sweeps the folder away."""
    code = (
        "import os; from tests import servers; server = servers.RedisServer();"
        "print(server.process.pid, server.home.path, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    pid, home = done.stdout.split()
    _wait_for_the_end_of(int(pid))
    servers.Home().remove()
    assert not Path(home).exists()


def test_starting_for_the_suite_points_the_settings_at_our_own_servers():
    code = (
        "import os; from tests import servers; servers.start_for_tests();"
        "print(os.environ['DATABASE_URL'], os.environ['OWNER_DATABASE_URL'], os.environ['REDIS_URL'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    app, owner, wakeups = done.stdout.split()
    assert app.endswith("user=app")
    assert owner.endswith("user=owner")
    assert wakeups.startswith("unix:///")


def _wait_for_the_end_of(pid: int) -> None:
    """A process that nobody has waited for yet (a zombie) has ended too."""
    state = Path(f"/proc/{pid}/stat")
    give_up = time.monotonic() + servers.STOP_WITHIN_S
    while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < give_up
