"""Periodic steps of this floor."""

from datetime import timedelta

from core.steps import step
from groups.presence.services import end_lapsed


@step(every=timedelta(seconds=2), name="groups.end_lapsed_leases")
def end_lapsed_leases() -> bool:
    return bool(end_lapsed())
