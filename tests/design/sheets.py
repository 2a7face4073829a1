"""What the style sheets say, for the rules that are kept about them."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "platform" / "config" / "static" / "config"
COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def sheets() -> dict[str, str]:
    """Every style sheet by its name, without comments."""
    paths = [*CONFIG.glob("css/*.css"), *ROOT.glob("*/static/**/*.css")]
    return {path.name: COMMENT.sub("", path.read_text()) for path in sorted(paths)}


def classes(css: str) -> set[str]:
    """Every class that a selector names."""
    return {name for selector, _ in RULE.findall(css) for name in CLASS.findall(selector)}


def declarations(css: str) -> Iterator[tuple[str, str]]:
    """(selector, body) of every rule; tokens that a rule sets for itself are part of its body."""
    for selector, body in RULE.findall(css):
        yield " ".join(selector.split()), body


def forced_colours(css: str) -> str:
    """What stands in the blocks for forced colours, and nothing else."""
    found = []
    for start in re.finditer(r"@media \(forced-colors: active\) \{", css):
        depth, end = 1, start.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        found.append(css[start.end() : end - 1])
    return "\n".join(found)
