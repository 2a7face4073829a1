"""Screening of lines of JSON, for people outside who measure it: the same engine as in the rooms, without a database.

In: `{"id", "text", "lang", "author"?}`. Lines of one author are taken for their messages of the last minutes, in their
order. Out: `{"id", "outcome", "crisis", "findings": [{"category", "tier", "rule", "version", "view", "span", "score"}],
"ms"}`, where a span is `[start, end)` in code points of the text. A line that can't be read answers with an `error`.
"""

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import thread_time
from typing import Any, Final
from uuid import UUID

from chat.ports import Draft, Finding, Verdict

from . import screen

#: As many messages of an author as are read together in a room.
RECENT: Final = 8
_SOMEBODY: Final = UUID(int=0)


class Unhurried:
    """A deadline for whoever measures: it never comes."""

    def check(self) -> None:
        return


@dataclass(frozen=True, slots=True)
class Line:
    """One text, and what was said of it in how many milliseconds of CPU."""

    id: Any
    verdict: Verdict
    ms: float


@dataclass(slots=True)
class Screening:
    """Remembers what each author said before."""

    said: dict[str, deque[str]] = field(default_factory=lambda: defaultdict(lambda: deque(maxlen=RECENT)))

    def line(self, row: dict[str, Any]) -> Line:
        author = row.get("author")
        recent = self.said[str(author)] if author is not None else deque[str]()
        draft = Draft(
            body=row["text"],
            lang=row.get("lang", "en"),
            author_id=_SOMEBODY,
            room_id=_SOMEBODY,
            recent=tuple(recent),
        )
        began = thread_time()
        verdict = screen(draft, deadline=Unhurried())
        took = (thread_time() - began) * 1000
        recent.append(draft.body)
        return Line(row.get("id"), verdict, round(took, 3))


def answers(lines: Iterable[str]) -> Iterator[str]:
    """One line of JSON for each line that is not empty."""
    screening = Screening()
    for number, text in enumerate(lines, start=1):
        if text.strip():
            yield json.dumps(_answer(screening, number, text), ensure_ascii=False)


def _answer(screening: Screening, number: int, text: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except ValueError:
        return {"line": number, "error": "screen.not_json"}
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return {"line": number, "error": "screen.no_text"}
    return said(screening.line(row))


def said(line: Line) -> dict[str, Any]:
    verdict = line.verdict
    return {
        "id": line.id,
        "outcome": str(verdict.outcome),
        "crisis": verdict.crisis,
        "findings": [_finding(finding) for finding in verdict.findings],
        "ms": line.ms,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "category": finding.category,
        "tier": finding.tier,
        "rule": finding.rule,
        "version": finding.version,
        "view": finding.view,
        "span": [finding.span.start, finding.span.end],
        "score": finding.score,
    }
