"""Rules that people forget are machines' rules."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from tests.architecture.ours import APPS, ROOT, files, modules, name_of, nodes, tree, where

CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now", "time.time"}


#: Questions in `services` modules that read best with two things in order.
QUESTIONS = {
    "accounts.services.may_lift",
    "accounts.services.may_unlock",
    "accounts.services.failed_try",
    "accounts.colleagues.services.may_stop",
    "accounts.colleagues.services.may_restore",
    "groups.continuity.services.has_way_in",
    "groups.presence.services.connection_of",
    "moderation.cases.services.changes_since",
    "moderation.rules.backtests.services.back_test_for",
    "moderation.rules.services.is_new_purpose",
}


def dotted(node: ast.expr) -> str:
    return ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""


def calls() -> list[tuple[Path, ast.Call, str]]:
    return [(path, node, dotted(node.func)) for path, node in nodes() if isinstance(node, ast.Call)]


def test_there_is_one_clock():
    """A second one would not be moved with the first, and one operation would happen at two moments."""
    elsewhere = [
        where(path, call)
        for path, call, name in calls()
        if ".".join(name.split(".")[-2:]) in CLOCKS and path != APPS["core"] / "clock.py"
    ]
    assert not elsewhere


def test_only_commands_print():
    talkers = [where(path, call) for path, call, name in calls() if name == "print" and "commands" not in path.parts]
    assert not talkers


def test_no_rule_hangs_on_a_signal():
    """Signals are skipped by `update()`, ordered by import, and unseen by whoever reads the service."""
    users = [
        where(path, node)
        for path, node in nodes()
        if isinstance(node, ast.ImportFrom)
        and node.module
        and (node.module == "django.dispatch" or node.module.endswith(".signals"))
    ]
    assert not users


def test_models_have_no_verbs_in_save():
    """What happens when something is saved stands in the service that saves it."""
    overriding = [
        where(path, node)
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef) and node.name in ("save", "delete") and path.stem == "models"
    ]
    assert not overriding


def is_public_and_writes(function: ast.FunctionDef) -> bool:
    marks = [dotted(getattr(mark, "func", mark)) for mark in function.decorator_list]
    return "unit" in marks and not function.name.startswith("_")


def positional(function: ast.FunctionDef) -> list[str]:
    return [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]


def test_whatever_writes_takes_its_arguments_by_name():
    """Nothing can be swapped by position, and call sites read as sentences. One thing alone may stand first. (Methods
    that a port or a protocol shapes are not meant.)"""
    several = [
        where(path, node)
        for path in files()
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and is_public_and_writes(node) and len(positional(node)) > 1
    ]
    assert not several


def services() -> list[tuple[str, object]]:
    """The public functions of every `services` module, and what a `services` package offers."""
    found = []
    for module in modules():
        if module.__name__.split(".")[-1] == "services":
            for name, value in vars(module).items():
                own = getattr(value, "__module__", "").startswith(module.__name__)
                if inspect.isfunction(value) and own and not name.startswith("_"):
                    found.append((f"{module.__name__}.{name}", value))
    return found


@pytest.mark.parametrize(("name", "service"), services(), ids=lambda value: value if isinstance(value, str) else "")
def test_services_take_their_arguments_by_name(name, service):
    by_name = (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD)
    parameters = inspect.signature(service).parameters.values()
    several = len([parameter for parameter in parameters if parameter.kind not in by_name]) > 1
    assert several == (name in QUESTIONS)


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def test_nobody_imports_the_settings():
    """They are read from `django.conf`; `config` knows every app, and no app knows it."""
    knowing = [
        where(path, node)
        for path, node in nodes()
        if not name_of(path).startswith("config") and any(name.split(".")[0] == "config" for name in imported(node))
    ]
    assert not knowing


def test_the_database_is_reached_from_the_loop_by_what_closes_its_connection():
    """What asgiref's own `sync_to_async` opens stays open: a line of a server, and a test database that can't go."""
    written = [*files(), *sorted((ROOT / "tests").rglob("*.py"))]
    plain = [
        where(path, node)
        for path in written
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and dotted(node.func) == "sync_to_async"
    ]
    assert [line.partition(":")[0] for line in plain] == ["tests/house/odd_server.py"]  # it waits, and asks nothing


def test_every_page_that_code_points_at_is_there():
    pages = {page for path in files() for page in re.findall(r"\bdocs/[\w/-]+\.\w+", path.read_text())}
    assert "docs/protocol.md" in pages
    assert not [page for page in pages if not (ROOT / page).exists()]
