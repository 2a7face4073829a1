"""Finds every text for people in templates and Python, and the catalogue that owes its Spanish."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.template.base import Lexer, Token, TokenType
from django.utils.translation import trim_whitespace

from tests.language.allowed import STAFF_MODULES

ROOT = Path(__file__).resolve().parents[2]
APPS = {path.parent.name: path.parent for path in (*ROOT.glob("*/apps.py"), *ROOT.glob("platform/*/apps.py"))}
TEMPLATES = ROOT / "templates"
UNDERSCORE = re.compile(r"""\b_\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*\)""")
PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")

#: Functions of django.utils.translation: where in their arguments are context, text and plural.
CALLS = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}


@dataclass(frozen=True)
class Text:
    """One text as a translator gets it. `broken`: why it can never be found in a catalogue."""

    msgid: str
    where: str
    app: str
    for_staff: bool
    context: str | None = None
    plural: str | None = None
    broken: str = ""


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text.replace("%%", "")))


@cache
def all_texts() -> tuple[Text, ...]:
    return (*from_templates(), *from_python())


# Templates


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def from_templates() -> Iterator[Text]:
    for path in templates():
        yield from texts_of_template(path.read_text(), path)


def owner_of_template(path: Path) -> str:
    first = path.relative_to(TEMPLATES).parts[0]
    return first if first in APPS else "config"


@cache
def is_for_staff(path: Path) -> bool:
    """A page in a folder `staff`, or one that stands on the staff shell."""
    if "staff" in path.relative_to(TEMPLATES).parent.parts or path == TEMPLATES / "base" / "staff.html":
        return True
    parent = re.search(r'{%\s*extends\s+"([^"]+)"', path.read_text())
    return bool(parent) and (TEMPLATES / parent[1]).exists() and is_for_staff(TEMPLATES / parent[1])


def texts_of_template(source: str, path: Path) -> Iterator[Text]:
    about = {"app": owner_of_template(path), "for_staff": is_for_staff(path)}
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        where = f"{path.relative_to(ROOT)}:{token.lineno}"
        tag = token.contents.split(" ")[0] if token.token_type == TokenType.BLOCK else ""
        if tag == "comment":
            _rest_of(tokens, "endcomment")
        elif tag in ("translate", "trans"):
            yield _translate(token, where, about)
        elif tag in ("blocktranslate", "blocktrans"):
            yield _blocktranslate(token, _rest_of(tokens, f"end{tag}"), where, about)
        if token.token_type in (TokenType.BLOCK, TokenType.VAR):
            for found in UNDERSCORE.findall(token.contents):
                yield Text(ast.literal_eval(found), where, **about)


def _rest_of(tokens: Iterator[Token], end: str) -> list[Token]:
    body = []
    for token in tokens:
        if token.token_type == TokenType.BLOCK and token.contents.split()[0] == end:
            break
        body.append(token)
    return body


def _translate(token: Token, where: str, about: dict[str, object]) -> Text:
    bits = token.split_contents()
    context = ast.literal_eval(bits[bits.index("context") + 1]) if "context" in bits else None
    if bits[1][0] not in "\"'":
        return Text(bits[1], where, broken="translate wants a text, not a variable", **about)
    return Text(ast.literal_eval(bits[1]).replace("%", "%%"), where, context=context, **about)


def _blocktranslate(token: Token, body: list[Token], where: str, about: dict[str, object]) -> Text:
    bits = token.split_contents()
    context = ast.literal_eval(bits[bits.index("context") + 1]) if "context" in bits else None
    singular, plural, seen = "", "", False
    broken = ""
    for part in body:
        if part.token_type == TokenType.BLOCK:
            seen = seen or part.contents.strip() == "plural"
            broken = broken or ("" if part.contents.strip() == "plural" else "a tag inside blocktranslate")
            continue
        piece = part.contents.replace("%", "%%")
        if part.token_type == TokenType.VAR:
            piece = f"%({part.contents})s"
            broken = broken or ("" if part.contents.isidentifier() else "not a plain name inside blocktranslate")
        singular, plural = (singular, plural + piece) if seen else (singular + piece, plural)
    if "trimmed" in bits:
        singular, plural = trim_whitespace(singular), trim_whitespace(plural)
    return Text(singular, where, context=context, plural=plural or None, broken=broken, **about)


# Python


def from_python() -> Iterator[Text]:
    for app, folder in APPS.items():
        for path in sorted(folder.rglob("*.py")):
            if "migrations" not in path.parts:
                yield from texts_of_module(path.read_text(), path, app)


def is_staff_module(path: Path) -> bool:
    name = str(path.relative_to(ROOT))
    by_name = any(part.startswith("staff") for part in path.relative_to(ROOT).parts)
    return by_name or any(name.startswith(prefix) for prefix in STAFF_MODULES)


def texts_of_module(source: str, path: Path, app: str) -> Iterator[Text]:
    tree = ast.parse(source)
    names = _names_of_translation(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = names.get(ast.unparse(node.func))
        if called is None:
            continue
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        yield from _call(node, called, where, app, is_staff_module(path))


def _names_of_translation(tree: ast.Module) -> dict[str, str]:
    """How this module calls the functions of django.utils.translation: {"_": "gettext"}."""
    names = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        for alias in node.names:
            function = alias.name.removesuffix("_lazy").removesuffix("_noop")
            if node.module == "django.utils.translation" and function in CALLS:
                names[alias.asname or alias.name] = function
            if node.module == "django.utils" and alias.name == "translation":
                used = alias.asname or alias.name
                names |= {f"{used}.{call}{end}": call for call in CALLS for end in ("", "_lazy", "_noop")}
    return names


def _call(node: ast.Call, called: str, where: str, app: str, for_staff: bool) -> Iterator[Text]:
    values = [_constant(argument) for argument in node.args]
    context, text, plural = (None if at is None or at >= len(values) else values[at] for at in CALLS[called])
    if text is None:
        first = node.args[CALLS[called][1] or 0] if node.args else None
        if isinstance(first, ast.JoinedStr | ast.BinOp | ast.Call):
            yield Text(ast.unparse(first), where, app, for_staff, broken="put together before it is translated")
        return
    yield Text(text, where, app, for_staff, context=context, plural=plural)


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
