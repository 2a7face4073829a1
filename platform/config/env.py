"""The environment, read in one place. A wrong value stops the start, in words."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

MODES = ("development", "benchmark", "production")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, *, default: bool) -> bool:
    raw = os.environ.get(name, str(default))
    if raw not in ("True", "False"):
        raise ImproperlyConfigured(f"{name}={raw!r}: write True or False")
    return raw == "True"


def mode() -> str:
    """What this process is for. Production refuses what development forgives."""
    raw = text("SAMECIRCLE_MODE", "development")
    if raw not in MODES:
        raise ImproperlyConfigured(f"SAMECIRCLE_MODE={raw!r}: write one of {', '.join(MODES)}")
    return raw


def needed(name: str, *, unless: str | None) -> str:
    """A setting that has no safe default: `unless` is what development may use instead."""
    raw = os.environ.get(name) or unless
    if not raw:
        raise ImproperlyConfigured(f"{name} is not set, and production does not start without it")
    return raw


def data_dir() -> Path:
    """Where the embedded form keeps its database and key file: never inside the source tree."""
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(text("DATA_DIR") or Path(home) / "same-circle")


def database(url: str) -> dict[str, Any]:
    """`sqlite:///file` or `postgres://user:password@host:port/name?host=/socket/folder` as Django's settings."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path[1:] if parts.path.startswith("//") else parts.path))
    if parts.scheme in ("postgres", "postgresql"):
        return _postgres(url)
    raise ImproperlyConfigured(f"DATABASE_URL starts with {parts.scheme!r}: write sqlite:// or postgres://")


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # With Django's defaults 72 of 450 concurrent writes were lost, with these none.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    extra = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or extra.pop("user", "")),
        "PASSWORD": unquote(parts.password or extra.pop("password", "")),
        "HOST": extra.pop("host", parts.hostname or ""),
        "PORT": extra.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": extra,
    }
