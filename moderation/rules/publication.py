"""How what was published comes into each process: the generation of the rule book is read every two seconds, and when
it has moved the whole set is built anew and exchanged in one assignment. A text in work keeps the set it began with.

The last good set goes on when the database does not answer; a row that can't run is left out, and the rest runs.
"""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import structlog
from django.conf import settings
from django.db import close_old_connections, connection

from chat.ports import Draft
from moderation.rules import traffic
from moderation.rules.book import generation
from moderation.rules.compiling import covers, fitting, policy_of, require_together, rule_of, scope_of
from moderation.rules.models import BuiltInOverride, OutcomeRow, ScopeKind, StaffRule
from moderation.screening import policy, rulesets
from moderation.screening.policy import Policy
from moderation.screening.rules import RULES, Rule, Scope
from moderation.screening.rulesets import RuleSet

logger = structlog.get_logger(__name__)

#: Seconds between two looks at the rule book: what is published runs everywhere within five.
BEAT: Final = 2.0
#: Looks after which counts are written down.
BEATS_PER_FLUSH: Final = 5
#: Seconds that the first text of a process waits for the first look (a writer waits for 0.25 at most).
FIRST_LOOK: Final = 0.1

To = BuiltInOverride.To


@dataclass(frozen=True, slots=True)
class Exemption:
    """A built-in rule that counts less at a place."""

    code: str
    to: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Book:
    """What runs in this process: one generation of the rule book, as a whole. `staffs`: the rules that staff wrote;
    `policy`: what follows from what they find."""

    generation: int
    ruleset: RuleSet
    staffs: tuple[Rule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    policy: Policy = policy.BUILT_IN

    def exempt(self, draft: Draft) -> Mapping[str, str]:
        """The built-in rules that don't speak on this text, and what they do instead."""
        return {one.code: one.to for one in self.exemptions if covers(one.scope, draft)}


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the database says runs, all of one generation."""

    generation: int
    rules: tuple[Rule, ...] = ()
    overrides: tuple[BuiltInOverride, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()


@dataclass
class _Process:
    book: Book
    refreshing: threading.Lock = field(default_factory=threading.Lock)
    starting: threading.Lock = field(default_factory=threading.Lock)
    looked: threading.Event = field(default_factory=threading.Event)
    watcher: threading.Thread | None = None
    failing: bool = False  # said once, until a look succeeds again


_BUILT_IN: Final = Book(0, rulesets.current())
_process: Final = _Process(_BUILT_IN)


def book() -> Book:
    return _process.book


def refresh() -> bool:
    """Take over what is published now. True: it was something new. Never raises."""
    with _process.refreshing:
        try:
            is_new = _refresh()
        except Exception as error:  # whatever it is: texts are screened by the last good set
            if not _process.failing:
                logger.error("rules are not loaded; the last good set goes on", error=type(error).__name__)
            _process.failing = True
            return False
        _process.failing = False
        return is_new


def rehearse() -> None:
    """Within the unit that publishes: what will run then can be made ready as a whole. Raises `RuleIsBroken`."""
    rows = _read()
    require_together(_built_ins(rows), rows.rules)


def forget() -> None:
    """As a process begins: with the built-in rules and the built-in table alone."""
    _use(_BUILT_IN)
    _process.looked.clear()


def ensure() -> None:
    """Called before each text: the first one of a process starts the watcher, and waits a moment for its first look."""
    if not _process.looked.is_set() and settings.RULES_WATCHED:
        start()
        _process.looked.wait(FIRST_LOOK)


def start(*, wait: float = 0.0) -> None:
    """Start the watcher of this process, once. `wait`: seconds for its first look, before a port is opened."""
    with _process.starting:
        if _process.watcher is None:
            _process.watcher = threading.Thread(
                target=watch, args=(threading.Event(),), name="rules-watcher", daemon=True
            )
            _process.watcher.start()
    _process.looked.wait(wait)


def watch(stop: threading.Event) -> None:
    """Look, write counts down, and look again, until `stop` is set."""
    beats = 0
    try:
        while True:
            refresh()
            _process.looked.set()
            beats += 1
            if beats % BEATS_PER_FLUSH == 0:
                traffic.flush()
            close_old_connections()
            if stop.wait(BEAT):
                traffic.flush()
                return
    finally:
        connection.close()


def _refresh() -> bool:
    if generation() == _process.book.generation:
        return False
    _use(_built(_read()))
    return True


def _read() -> _Rows:
    """Read until nothing was published meanwhile: no set is half of one generation and half of the next."""
    while True:
        before = generation()
        rows = _Rows(before, tuple(_staffs()), tuple(_overrides()), tuple(_outcomes()))
        if generation() == before:
            return rows


def _staffs() -> Iterable[Rule]:
    running = StaffRule.objects.exclude(live=None, shadow=None).select_related("live", "shadow").order_by("code")
    for row in running:
        if row.live is not None:
            yield rule_of(row.live, code=row.code, flag_only=row.tripped_at is not None)
        if row.shadow is not None:
            yield rule_of(row.shadow, code=row.code, is_shadow=True)


def _overrides() -> Iterable[BuiltInOverride]:
    return BuiltInOverride.objects.filter(state=BuiltInOverride.State.STANDING).order_by("asked_at", "pk")


def _outcomes() -> Iterable[OutcomeRow]:
    return OutcomeRow.objects.filter(ended_at=None).order_by("at", "pk")


def _built(rows: _Rows) -> Book:
    built_ins = _built_ins(rows)
    staffs, left_out = fitting(built_ins, rows.rules)
    for code in left_out:
        logger.error("a rule can't run and is left out", rule=code)
    places = [
        Exemption(row.code, row.to, scope_of(row)) for row in rows.overrides if row.scope_kind != ScopeKind.EVERYWHERE
    ]
    ruleset = RuleSet.of([*built_ins, *staffs])
    return Book(rows.generation, ruleset, tuple(staffs), tuple(places), policy_of(rows.outcomes))


def _built_ins(rows: _Rows) -> list[Rule]:
    everywhere = {row.code: row.to for row in rows.overrides if row.scope_kind == ScopeKind.EVERYWHERE}
    return [rule for rule in (_overridden(rule, everywhere) for rule in RULES) if rule is not None]


def _overridden(rule: Rule, overrides: Mapping[str, str]) -> Rule | None:
    """A built-in rule as it runs; None: it doesn't."""
    to = overrides.get(rule.code, "")
    if to == To.RETIRED:
        return None
    return replace(rule, is_shadow=to == To.SHADOW, flag_only=to == To.FLAG_ONLY) if to else rule


def _use(book: Book) -> None:
    rulesets.use(book.ruleset)
    policy.use(book.policy)
    _process.book = book
