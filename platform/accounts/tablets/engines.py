"""What a device says of its browser, in two words: staff see which tablets are too old."""

import re

#: In this order: Edge, Opera and Samsung's also call themselves Chrome, and Chrome calls itself Safari.
KNOWN = (
    (re.compile(r"\bFirefox/(\d+)"), "Firefox"),
    (re.compile(r"\b(?:Chrome|Chromium|CriOS)/(\d+)"), "Chromium"),
    (re.compile(r"\bVersion/(\d+)[\d.]* (?:Mobile/\w+ )?Safari/"), "Safari"),
)


def engine_of(user_agent: str) -> str:
    """As "Chromium 92"; empty for what we don't know."""
    for pattern, name in KNOWN:
        if found := pattern.search(user_agent[:400]):
            return f"{name} {found.group(1)[:4]}"
    return ""
