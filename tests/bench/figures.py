"""Small arithmetic of measured values."""

from collections.abc import Sequence
from statistics import median as middle


def percentile(values: Sequence[float], per_cent: float) -> float | None:
    """The smallest value that at least so many per cent of them do not exceed (nearest rank); None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    rank = -(-len(ordered) * per_cent // 100)
    return ordered[max(0, int(rank) - 1)]


def median(values: Sequence[float]) -> float | None:
    return middle(values) if values else None


def ratio(value: float | None, baseline: float | None) -> float | None:
    return value / baseline if value is not None and baseline else None
