"""What these tests walk: our own source, as files, as syntax trees and as modules."""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
#: The floors, the lowest first, and the folder that each is found in.
APPS = {
    name: (ROOT / "platform" if name in ("core", "audit", "records", "custody", "accounts", "config") else ROOT) / name
    for name in ("core", "audit", "records", "custody", "accounts", "groups", "chat", "moderation", "config")
}


@cache
def files() -> tuple[Path, ...]:
    """Every Python file of the product, migrations left out."""
    found = (path for folder in APPS.values() for path in sorted(folder.rglob("*.py")))
    return tuple(path for path in found if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in files():
        for node in ast.walk(tree(path)):
            yield path, node


def name_of(path: Path) -> str:
    """The dotted name under which a file is imported."""
    app = next(name for name, folder in APPS.items() if path.is_relative_to(folder))
    parts = path.relative_to(APPS[app].parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> tuple[ModuleType, ...]:
    """Everything imported, so that what is registered and subclassed anywhere is known."""
    return tuple(importlib.import_module(name_of(path)) for path in files())


def models() -> list[type]:
    return [model for name in APPS for model in apps.get_app_config(name).get_models()]
