"""The rows of the benchmark: what was measured, against what, and whether it reaches what we promise."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.figures import ratio

_REACH = re.compile(r"(?P<sign>≥|≤|>|<) (?P<limit>[\d.]+)(?P<times> ×)?")
_SIGNS = {"≥": float.__ge__, "≤": float.__le__, ">": float.__gt__, "<": float.__lt__}


@dataclass(frozen=True)
class Row:
    """One figure. `reach` is `≥ 20 ×` (of the baseline), `≤ 45` (in the row's unit), or empty: shown, not promised."""

    name: str
    value: float | None
    unit: str
    baseline: float | None = None
    reach: str = ""
    #: The generator's own CPU, as a share of its core. It must never be what is measured.
    load: float | None = None
    #: Why there is no value, or what else was seen.
    note: str = ""
    #: What the figure stands on was broken: messages missing, lines lost. Such a row is never met.
    broken: str = ""

    @property
    def ratio(self) -> float | None:
        return ratio(self.value, self.baseline)

    @property
    def met(self) -> bool | None:
        """None: nothing is promised, or nothing was measured."""
        promise = _REACH.fullmatch(self.reach)
        if promise is None:
            return False if self.broken else None
        figure = self.ratio if promise["times"] else self.value
        if figure is None:
            return False if self.broken else None
        return not self.broken and _SIGNS[promise["sign"]](float(figure), float(promise["limit"]))

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


HEADS = ("name", "value", "unit", "baseline", "ratio", "reach", "met", "load")


def render(rows: Sequence[Row]) -> str:
    """The table as text, with a line below each row that needs words."""
    cells = [HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADS))]
    lines = [_line(line, widths) for line in cells]
    below = ["", *(_words(row) for row in rows)]
    return "\n".join(line + words for line, words in zip(lines, below, strict=True))


def _cells(row: Row) -> tuple[str, ...]:
    met = {True: "yes", False: "NO", None: "-"}[row.met]
    share = "-" if row.load is None else f"{row.load:.0%}"
    times = "-" if row.ratio is None else f"{row.ratio:.2f}"
    return (row.name, number(row.value), row.unit, number(row.baseline), times, row.reach, met, share)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _words(row: Row) -> str:
    return "".join(f"\n    {words}" for words in (row.broken and f"BROKEN: {row.broken}", row.note) if words)


def number(value: float | None) -> str:
    """Three figures are all that a measurement of this kind is good for."""
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def save(rows: Sequence[Row], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps([row.as_json() for row in rows], indent=1, ensure_ascii=False) + "\n")
