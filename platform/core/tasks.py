"""Periodic steps of this floor."""

from datetime import timedelta

from core import changes
from core.steps import step


@step(every=timedelta(minutes=10), name="core.sweep_changes")
def sweep_changes() -> bool:
    changes.sweep()
    return False
