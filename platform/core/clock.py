"""The only clock. One reading per operation; SQL gets it as a parameter."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

#: Until when something holds that nothing ends.
ENDLESS = datetime.max.replace(tzinfo=UTC)


def now() -> datetime:
    """This moment, UTC. Where `CLOCK_OFFSET_FILE` is set (tests only) the seconds in that file are added, so that
    an end-to-end test moves the time of every server process at once."""
    return datetime.now(UTC) + _offset()


def _offset() -> timedelta:
    name: str = settings.CLOCK_OFFSET_FILE
    if not name:
        return timedelta(0)
    try:
        return timedelta(seconds=float(Path(name).read_text() or 0))
    except FileNotFoundError:
        return timedelta(0)


def wire(at: datetime) -> str:
    """`at` as the wire and the pages write it: RFC 3339, UTC, milliseconds."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
