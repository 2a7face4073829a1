"""What Chromium 72 cannot read, found in our scripts and style sheets without running them."""

# ruff: noqa: SIM905  (lists of signs and words are read more easily as one text)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PIECES = re.compile(
    r"(?P<space>\s+|//[^\n]*|/\*.*?\*/)"
    r"|(?P<name>#?[A-Za-z_$][\w$]*)"
    r"|(?P<number>(?:0[xXbBoO])?\.?\d[\w.]*)"
    r"|(?P<string>'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\")"
    r"|(?P<sign>\.\.\.|\?\?=|\?\?|\?\.(?!\d)|\|\|=|&&=|\*\*|=>|===|!==|==|!=|<=|>=|\+\+|--|.)",
    re.S,
)
REGEX = re.compile(r"/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/(?P<flags>\w*)")
BEFORE_REGEX = frozenset("( , = : [ ! & | ? { } ; => === !== == != < > <= >= + - * % ~ ^ ... && ||".split())
WORDS_BEFORE_REGEX = frozenset("return typeof case in of delete void throw new else do yield await".split())
OPENS, CLOSES = "([{", ")]}"

#: Functions that came after Chromium 72, by the name after the dot.
TOO_NEW = frozenset(
    "replaceAll at replaceChildren fromEntries randomUUID matchAll allSettled any hasOwn findLast findLastIndex "
    "toSorted toReversed toSpliced groupBy withResolvers showPopover checkVisibility getOrInsert isWellFormed".split()
)
TOO_NEW_ALONE = frozenset("structuredClone WeakRef reportError scheduler ClipboardItem".split())


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str
    line: int


def pieces(source: str) -> list[Piece]:
    """The script in pieces, without space and comments. What `${}` holds is in pieces too."""
    found: list[Piece] = []
    _cut(source, 0, found, until=None)
    return found


def _cut(source: str, at: int, found: list[Piece], until: str | None) -> int:
    depth = 0
    while at < len(source):
        line = source.count("\n", 0, at) + 1
        if source[at] == "`":
            at = _template(source, at + 1, found)
            found.append(Piece("template", "`", line))
            continue
        regex = REGEX.match(source, at) if source[at] == "/" and _regex_may_stand(found) else None
        if regex and source[at + 1] not in "/*":
            found.append(Piece("regex", regex[0], line))
            at = regex.end()
            continue
        match = PIECES.match(source, at)
        assert match is not None
        at, kind, text = match.end(), match.lastgroup or "", match[0]
        if kind == "space":
            continue
        depth += text == "{"
        if text == until and depth == 0:
            return at
        depth -= text == "}"
        found.append(Piece(kind, text, line))
    return at


def _template(source: str, at: int, found: list[Piece]) -> int:
    while source[at] != "`":
        if source[at] == "\\":
            at += 2
        elif source.startswith("${", at):
            found.append(Piece("sign", "(", source.count("\n", 0, at) + 1))
            at = _cut(source, at + 2, found, until="}")
            found.append(Piece("sign", ")", source.count("\n", 0, at) + 1))
        else:
            at += 1
    return at + 1


def _regex_may_stand(found: list[Piece]) -> bool:
    if not found:
        return True
    last = found[-1]
    return last.text in (WORDS_BEFORE_REGEX if last.kind == "name" else BEFORE_REGEX) and last.kind in ("name", "sign")


def newer_than_es2017(source: str) -> list[str]:
    """What is in this script that ES2017 does not have, as 'line: what'."""
    return [f"{piece.line}: {what}" for piece, what in _newer(pieces(source))]


def _newer(all_pieces: list[Piece]) -> Iterator[tuple[Piece, str]]:
    inside: list[str] = []
    class_waits = False
    none = Piece("", "", 0)
    for index, piece in enumerate(all_pieces):
        before = all_pieces[index - 1] if index else none
        after, later = (*all_pieces[index + 1 : index + 3], none, none)[:2]
        text = piece.text
        is_word = piece.kind == "name" and before.text not in (".", "?.")
        class_waits = class_waits or (is_word and text == "class")
        if piece.kind == "sign" and text in OPENS:
            inside.append("class" if text == "{" and class_waits else text)
            class_waits = class_waits and text != "{"
        elif piece.kind == "sign" and text in CLOSES and inside:
            inside.pop()
        around = inside[-1] if inside else ""
        if piece.kind == "sign" and text in ("?.", "??", "??=", "||=", "&&="):
            yield piece, f"the sign {text}"
        if text == "..." and around == "{":
            yield piece, "spread in an object"
        if text == "=" and around == "class":
            yield piece, "a field in a class"
        if piece.kind == "name" and text.startswith("#"):
            yield piece, "a private name"
        if is_word and text == "catch" and after.text == "{":
            yield piece, "catch without a name"
        if is_word and text == "import" and after.text in ("(", "."):
            yield piece, "import as a function, or import.meta"
        if is_word and text == "await" and (not inside or before.text == "for"):
            yield piece, "await outside of a function, or in a for"
        if is_word and text == "async" and (after.text == "*" or (after.text == "function" and later.text == "*")):
            yield piece, "an async generator"
        if piece.kind == "number" and re.search(r"_|\d+n$", text):
            yield piece, "a number with _ or n"
        if piece.kind == "regex" and re.search(r"\(\?<|\\p\{|/\w*[sdv]\w*$", text):
            yield piece, "a regular expression of later years"
        if piece.kind == "name" and before.text == "." and text in TOO_NEW and after.text == "(":
            yield piece, f"the function {text}"
        if is_word and text in TOO_NEW_ALONE:
            yield piece, f"the function {text}"


# Style sheets

COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{};]*)\{([^{}]*)\}")
BAD_SELECTOR = re.compile(r":(has|is|where)\(|&|^\s*@(layer|container|scope)")
BAD_VALUE = re.compile(r"\b(clamp|min|max|color-mix|light-dark)\(|\d(dvh|svh|lvh|cqw|cqi)\b")
#: A backdrop does not inherit before Chromium 122: custom properties are empty there.
BACKDROP, FROM_ABOVE = re.compile(r"::backdrop"), re.compile(r"\bvar\(")
BAD_PROPERTY = re.compile(r"(?:^|;)\s*(aspect-ratio|inset(?:-block|-inline)?|accent-color|translate|rotate|scale)\s*:")
GAP = re.compile(r"(?:^|;)\s*((?:row-|column-)?gap)\s*:")
GRID_OR_COLUMNS = re.compile(r"display\s*:\s*(inline-)?grid|(?:^|;)\s*columns\s*:")


def too_new_for_old_engines(css: str) -> list[str]:
    """What a style sheet holds that Chromium 72 does not know, as 'selector: what'."""
    return [f"{' '.join(selector.split())}: {what}" for selector, what in _too_new(COMMENT.sub("", css))]


def _too_new(css: str) -> Iterator[tuple[str, str]]:
    for selector, body in RULE.findall(css):
        checks = ((BAD_SELECTOR, selector), (BAD_VALUE, body), (BAD_PROPERTY, body))
        for pattern, text in checks:
            if found := pattern.search(text):
                yield selector, found[0].strip("; ")
        if BACKDROP.search(selector) and FROM_ABOVE.search(body):
            yield selector, "a custom property on a backdrop"
        if GAP.search(body) and not GRID_OR_COLUMNS.search(body):
            yield selector, "gap outside of a grid (write grid-gap, or margins)"
