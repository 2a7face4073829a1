"""How many texts each rule ran on and hit, counted in memory and written down every few seconds. Counts, no ids."""

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog
from django.db import connection

from chat.ports import Verdict
from core import clock
from core.transactions import unit
from moderation.rules.models import RuleTraffic
from moderation.screening.rules import Rule

logger = structlog.get_logger(__name__)

#: Where the row stands that counts all texts.
ALL_TEXTS: Final = ("", 0)
SHADOW: Final = "shadow"
KEPT: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    minute: datetime
    rule: str
    version: int
    outcome: str


@dataclass
class _Tally:
    seen: Counter[Key] = field(default_factory=Counter)
    hits: Counter[Key] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, seen: Iterable[Key], hits: Iterable[Key]) -> None:
        """Each once; of a counter as many as it holds."""
        with self.lock:
            self.seen.update(seen)
            self.hits.update(hits)

    def take(self) -> tuple[Counter[Key], Counter[Key]]:
        with self.lock:
            taken = self.seen, self.hits
            self.seen, self.hits = Counter(), Counter()
        return taken


_tally: Final = _Tally()


def count(verdict: Verdict, *, staffs: Iterable[Rule]) -> None:
    """One text. `staffs`: the rules that staff wrote and that ran on it; a rule that hits twice hits once."""
    minute = clock.now().replace(second=0, microsecond=0)
    outcome = str(verdict.outcome)
    ran = [(rule.code, rule.version, SHADOW if rule.is_shadow else outcome) for rule in staffs]
    hit = {(finding.rule, finding.version, outcome) for finding in verdict.findings}
    hit |= {(finding.rule, finding.version, SHADOW) for finding in verdict.shadow}
    seen = [Key(minute, *ALL_TEXTS, outcome), *(Key(minute, *one) for one in ran)]
    _tally.add(seen, [Key(minute, *one) for one in hit])


def flush() -> None:
    """Write down what was counted since. Never raises: what can't be written now is written the next time."""
    seen, hits = _tally.take()
    if not seen:
        return
    try:
        _write(seen, hits)
    except Exception as error:
        logger.warning("rule traffic was not written; it is kept", error=type(error).__name__)
        _tally.add(seen, hits)


def forget() -> None:
    _tally.take()


def sweep(*, at: datetime) -> int:
    """Counts of long ago go."""
    deleted, _ = RuleTraffic.objects.filter(minute__lt=at - KEPT).delete()
    return deleted


#: Both databases have it; the ORM can't say that a conflict adds up.
_ADD: Final = """
INSERT INTO moderation_ruletraffic (minute, rule, version, outcome, seen, hits) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (minute, rule, version, outcome) DO UPDATE
SET seen = moderation_ruletraffic.seen + excluded.seen, hits = moderation_ruletraffic.hits + excluded.hits
"""


@unit()
def _write(seen: Counter[Key], hits: Counter[Key]) -> None:
    """In one order, so that two processes never wait for each other."""
    as_stored = connection.ops.adapt_datetimefield_value
    rows = [
        (as_stored(key.minute), key.rule, key.version, key.outcome, seen[key], hits[key])
        for key in sorted({*seen, *hits})
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_ADD, rows)
