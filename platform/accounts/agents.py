"""What a browser says of itself, in two words: for people to tell their devices apart. Never a ground for a decision,
since it says what it likes."""

import re

#: The first that fits: most browsers also name those whose pages they can show.
BROWSERS = (
    ("Edge", r"\bEdg(?:e|A|iOS)?/"),
    ("Opera", r"\b(?:OPR|OPT)/"),
    ("Samsung Internet", r"\bSamsungBrowser/"),
    ("Firefox", r"\b(?:Firefox|FxiOS)/"),
    ("An app", r"; wv\)"),
    ("Chrome", r"\b(?:Chrome|CriOS|Chromium)/"),
    ("Safari", r"\bVersion/[\d.]+ .*Safari/"),
)
SYSTEMS = (
    ("Android", r"\bAndroid\b"),
    ("iPhone", r"\biPhone\b"),
    ("iPad", r"\biPad\b"),
    ("Chromebook", r"\bCrOS\b"),
    ("Windows", r"\bWindows\b"),
    ("Mac", r"\bMac OS X\b|\bMacintosh\b"),
    ("Linux", r"\bLinux\b"),
)
_ENGINE = re.compile(r"\b(?:Chrome|Chromium)/(\d{2,4})\b")
#: Nobody needs more of it, and it is sent by strangers.
LONGEST = 400


def device_of(user_agent: str) -> str:
    """As "Firefox on Android"; only what is known; empty: nothing is."""
    said = user_agent[:LONGEST]
    known = [_first(BROWSERS, said), _first(SYSTEMS, said)]
    return " on ".join(part for part in known if part)


def chromium_of(user_agent: str) -> int | None:
    """The version of Chromium's engine; None: another engine, or it does not say."""
    found = _ENGINE.search(user_agent[:LONGEST])
    return int(found[1]) if found else None


def _first(table: tuple[tuple[str, str], ...], said: str) -> str:
    return next((name for name, pattern in table if re.search(pattern, said)), "")
