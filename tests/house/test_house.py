"""The house stands as agreed: what lies where, what is locked, what the commands do."""

import re
import sys

import pytest
from django.core.management import get_commands

from tests.house.places import ROOT, texts, tracked

#: A relative link in Markdown, without its anchor.
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")
TOP = {
    *(".ci", ".dockerignore", ".gitignore", "Dockerfile", "Makefile", "README.md", "docker-compose.yml"),
    *("chat", "docs", "groups", "manage.py", "moderation", "platform", "pyproject.toml", "requirements"),
    *("scripts", "templates", "tests"),
}
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MAKEFILE = (ROOT / "Makefile").read_text()
#: Spelled in pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + r"me/\w", "/Us" + "ers/"]))
INDEXES = re.compile("|".join(["py" + r"pi\.", "pythonhos" + "ted", "(?<!no-emit-)index-" + "url ", "find-" + "links"]))


def test_platform_is_a_source_root_and_no_package():
    """As a package it would hide the standard library's `platform`."""
    assert not (ROOT / "platform" / "__init__.py").exists()


def test_no_package_of_ours_hides_a_standard_module():
    ours = {file.parent.name for top in (ROOT, ROOT / "platform") for file in top.glob("*/__init__.py")}
    assert not ours & sys.stdlib_module_names


def test_the_top_level_holds_only_what_was_agreed():
    assert {file.parts[0] for file in tracked()} <= TOP


def test_every_folder_of_tests_is_a_package():
    folders = {file.parent for file in tracked() if file.parts[0] == "tests" and file.suffix == ".py"}
    assert not [folder for folder in folders if not (ROOT / folder / "__init__.py").exists()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_carry_hashes_and_no_addresses(lock):
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(r"^--", text, re.MULTILINE)
    requirements = re.split(r"\n(?=\S)", text.strip())
    assert not [entry for entry in requirements if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", ["run", "test", "lock"])
def test_what_we_ask_for_is_pinned_and_in_its_lock(name):
    asked = (ROOT / "requirements" / f"{name}.in").read_text().splitlines()
    pins = {re.sub(r"\[.*\]", "", line) for line in asked if line and not line.startswith(("#", "-r"))}
    locked = set(re.findall(r"^(\S+==\S+)", (ROOT / "requirements" / f"{name}.txt").read_text(), re.MULTILINE))
    assert pins <= locked


def test_every_library_has_its_reason():
    page = (ROOT / "docs" / "decisions" / "0001-libraries.md").read_text()
    asked = "\n".join((ROOT / "requirements" / f"{name}.in").read_text() for name in ("run", "test", "lock"))
    libraries = re.findall(r"^([\w-]+)(?:\[.*\])?==", asked, re.MULTILINE)
    assert not [library for library in libraries if f"`{library}`" not in page]


@pytest.mark.parametrize("words", [MACHINE_PATHS, INDEXES], ids=["machine paths", "package indexes"])
def test_no_file_speaks_of_the_machine_it_was_written_on(words):
    assert not [file for file, text in texts().items() if words.search(text)]


def test_the_bare_machines_command_checks_and_tests():
    run = ROOT / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert re.search(r"^make check\b", run.read_text(), re.MULTILINE)
    assert re.search(r"^make test\b", run.read_text(), re.MULTILINE)


def test_every_command_of_the_documents_exists_in_the_makefile():
    told = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)", page.read_text())}
    targets = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))
    assert {"run", "test"} <= told <= targets


def test_every_management_command_of_the_documents_exists():
    told = {name for page in PAGES for name in re.findall(r"manage\.py ([a-z]\w+)", page.read_text())}
    assert not told - set(get_commands())


def test_every_link_of_the_documents_leads_to_something():
    pages = [ROOT / file for file in tracked() if file.suffix == ".md"]
    links = {(page, link) for page in pages for link in LINK.findall(page.read_text())}
    assert not sorted(f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists())
