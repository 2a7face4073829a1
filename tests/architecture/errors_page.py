"""docs/errors.md is made from the code: `.venv/bin/python -m tests.architecture.errors_page` writes it anew."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "errors.md"
HEAD = """# Errors and their codes

The code is the contract with clients and stays; the text is for people and may change. Pages answer with the status,
frames of the room carry code and text. Made from the code by `.venv/bin/python -m tests.architecture.errors_page`.

| code | status | where | what people read |
|---|---|---|---|
"""


def errors() -> list[type]:
    """Every error of ours that a rule can say no with."""
    from core.errors import RuleError
    from tests.architecture.ours import APPS, modules

    modules()
    found = [RuleError, *_below(RuleError)]
    return [error for error in dict.fromkeys(found) if error.__module__.split(".")[0] in APPS]


def _below(error: type) -> list[type]:
    return [one for child in error.__subclasses__() for one in (child, *_below(child))]


def page() -> str:
    from django.utils.translation import override

    with override("en"):
        rows = sorted(f"| `{error.code}` | {error.status} | {_app(error)} | {error.text} |" for error in errors())
    return HEAD + "\n".join(rows) + "\n"


def _app(error: type) -> str:
    return error.__module__.split(".")[0]


if __name__ == "__main__":
    import os
    import sys

    import django

    sys.path[:0] = [str(ROOT), str(ROOT / "platform")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    PAGE.write_text(page())
