"""How well the screening does on text with known answers: per suite, never pooled, each figure with n and a 95 %
interval (Wilson). Reads lines of JSON: `id, text, lang, category, expect (flag|clean), sub?, also?, transform?, seed?`.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path
from typing import Any, Final

from .lines import Line, Screening

_Z: Final = 1.96  # two-sided 95 %
#: What counts when a category is measured.
_COUNTS: Final = {"sexual": frozenset({"sexual", "abuse_report"})}
#: Rows of these expect no flag of any kind.
_NOTHING: Final = frozenset({"benign", "obfuscation"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A row with what was said of it."""

    row: dict[str, Any]
    line: Line

    @property
    def categories(self) -> frozenset[str]:
        return frozenset(finding.category for finding in self.line.verdict.findings)

    @property
    def is_flagged(self) -> bool:
        category = self.row["category"]
        if category in _NOTHING:
            return bool(self.categories)
        return bool(self.categories & _COUNTS.get(category, frozenset({category})))


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's."""
        if not self.whole:
            return 0.0, 1.0
        n, p = self.whole, self.value
        middle, half = p + _Z * _Z / (2 * n), _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        scale = 1 + _Z * _Z / n
        return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{100 * self.value:5.1f} % ({self.part}/{self.whole}; {100 * low:.1f} to {100 * high:.1f})"


def read(paths: Iterable[Path]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each file's name without its ending, and its rows."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield path.stem, [json.loads(line) for line in lines if line.strip()]


def look(rows: Iterable[dict[str, Any]]) -> list[Seen]:
    screening = Screening()
    return [Seen(row, screening.line({**row, "author": None})) for row in rows]


def share(seen: Iterable[Seen]) -> Share:
    flags = [one.is_flagged for one in seen]
    return Share(sum(flags), len(flags))


def grouped(seen: Iterable[Seen], key: Callable[[Seen], Any]) -> dict[Any, list[Seen]]:
    groups: dict[Any, list[Seen]] = defaultdict(list)
    for one in seen:
        groups[key(one)].append(one)
    return dict(sorted(groups.items(), key=lambda group: str(group[0])))


def lines_of(suites: Iterable[tuple[str, list[dict[str, Any]]]]) -> Iterator[str]:
    """The report, line by line, as a table in Markdown."""
    everything = [(name, look(rows)) for name, rows in suites]
    yield "| suite | category | part | flagged (95 %) |"
    yield "|---|---|---|---|"
    for name, seen in everything:
        if not _is_disguised(seen):
            yield from _suite(name, seen)
    plain = {one.row["id"]: one for _, seen in everything if not _is_disguised(seen) for one in seen}
    for name, seen in everything:
        if _is_disguised(seen):
            yield from _disguised(name, seen, plain)
    yield ""
    yield _times([one for _, seen in everything for one in seen])


def _is_disguised(seen: Sequence[Seen]) -> bool:
    return bool(seen) and "transform" in seen[0].row


def _suite(name: str, seen: Sequence[Seen]) -> Iterator[str]:
    for (category, expect), part in grouped(seen, lambda one: (one.row["category"], one.row["expect"])).items():
        what = "seen" if expect == "flag" else "flagged though clean"
        yield f"| {name} | {category} | {what} | {share(part)} |"
        subs = grouped(part, lambda one: one.row.get("sub", ""))
        if 1 < len(subs) <= 12:
            for sub, rows in subs.items():
                yield f"| {name} | {category} | {what}: {sub or 'rest'} | {share(rows)} |"


def _disguised(name: str, seen: Sequence[Seen], plain: dict[str, Seen]) -> Iterator[str]:
    """Disguised beside plain on the same seeds; where a seed is not among the files it is left out of the ratio."""
    noise = [one for one in seen if one.row["expect"] == "clean"]
    yield f"| {name} | harmless noise | flagged though clean | {share(noise)} |"
    yield f"| {name} | harmless noise | the same, plain | {share(_seeds(noise, plain))} |"
    flagged = [one for one in seen if one.row["expect"] == "flag"]
    parts = grouped(flagged, lambda one: one.row["transform"]) | grouped(flagged, lambda one: one.row["category"])
    for value, rows in parts.items():
        yield f"| {name} | {value} | {_ratio(rows, plain)} |"
    yield f"| {name} | all | {_ratio(flagged, plain)} |"


def _ratio(rows: Sequence[Seen], plain: dict[str, Seen]) -> str:
    known = [one for one in rows if one.row.get("seed") in plain]
    disguised, seeds = share(known), share(_seeds(known, plain))
    ratio = disguised.value / seeds.value if seeds.part else 0.0
    return f"disguised ÷ plain: {ratio:.2f} | {disguised}; plain {seeds}"


def _seeds(rows: Iterable[Seen], plain: dict[str, Seen]) -> list[Seen]:
    """The plain rows behind these, judged by the category of the disguised one."""
    found = ((one, plain.get(one.row.get("seed", ""))) for one in rows)
    return [Seen({**seed.row, "category": one.row["category"]}, seed.line) for one, seed in found if seed]


def _times(seen: Sequence[Seen]) -> str:
    took = sorted(one.line.ms for one in seen)
    long = sorted(one.line.ms * 1000 / len(one.row["text"]) for one in seen if len(one.row["text"]) >= 500)
    parts = [f"CPU per text: p50 {_at(took, 0.5):.2f} ms, p99 {_at(took, 0.99):.2f} ms, n {len(took)}"]
    if long:
        parts.append(
            f"per 1 000 characters (texts from 500 on): p50 {_at(long, 0.5):.2f} ms, p99 {_at(long, 0.99):.2f}"
        )
    return "; ".join(parts) + "."


def _at(values: Sequence[float], share: float) -> float:
    return values[max(0, ceil(share * len(values)) - 1)] if values else 0.0
