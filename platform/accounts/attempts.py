"""Counting failed tries: per account and device, never by address (a facility or a library has one for everybody).

A row is one account at one place. Who is counted may not exist: unknown names are counted like known ones, so that
an answer never tells whether there is such an account.
"""

from datetime import datetime, timedelta

from accounts import kinds
from accounts.models import Attempts, User
from audit.services import record
from core.keyring import ring

#: Five within a quarter of an hour, the figure of the security rules.
LIMIT = 5
WINDOW = timedelta(minutes=15)
#: The first pause; each further one is twice as long, up to a day.
PAUSE = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(days=1)
#: Rows in which nothing happened for so long are forgotten, and with them how often there was a pause.
FORGET = timedelta(days=1)

ANY = "any"
UNKNOWN = "unknown"
ENROL = "enrol"


def subject_of(user: User | None, typed: str) -> str:
    """Whom a try is counted for: the account, or a keyed digest of what was typed where there is none."""
    if user is not None:
        return f"user:{user.pk}"
    return f"nobody:{ring().mac('attempts.subject', typed.encode()).hex()[:32]}"


def locked(*, subject: str, place: str, at: datetime) -> Attempts:
    """The row, locked until the unit ends: tries of one account at one place are counted one after the other."""
    rows = Attempts.objects.select_for_update()
    row, _ = rows.get_or_create(subject=subject, place=place, defaults={"since": at})
    return row


def add_failure(row: Attempts, *, at: datetime) -> int:
    """Count one more; answers how many there are within the window."""
    if at - row.since >= WINDOW:
        row.failures, row.since = 0, at
    row.failures += 1
    row.save()
    return row.failures


def pause_if_too_many(row: Attempts, *, at: datetime) -> bool:
    if row.failures < LIMIT:
        return False
    row.paused_until = at + min(PAUSE * 2 ** min(row.pauses, 10), LONGEST_PAUSE)
    row.pauses, row.failures, row.since = row.pauses + 1, 0, at
    row.save()
    return True


def count_wrong(row: Attempts, *, at: datetime) -> None:
    """A wrong secret of a device: counted for the place that it came from, which is paused after too many."""
    add_failure(row, at=at)
    if pause_if_too_many(row, at=at):
        record(kinds.PAUSED, by=None, subject=row.subject, at=at, place=row.place, until=row.paused_until)


def seconds_paused(row: Attempts, *, at: datetime) -> int:
    """Seconds until the pause is over; 0: there is none."""
    if row.paused_until is None or row.paused_until <= at:
        return 0
    return int((row.paused_until - at).total_seconds()) + 1


def clear(row: Attempts) -> None:
    """Start from nothing: somebody came in, or staff lifted the pause."""
    row.failures, row.pauses, row.paused_until = 0, 0, None
    row.save()


def forget_old(*, at: datetime) -> int:
    """Drop the counts that mean nothing any more. Those of claim cards belong to `accounts.cards`."""
    old = Attempts.objects.filter(since__lt=at - FORGET).exclude(subject__startswith="card:")
    deleted, _ = old.exclude(paused_until__gt=at).delete()
    return deleted
