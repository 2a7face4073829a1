"""Periodic steps of this floor."""

from datetime import timedelta

from core import changes
from core.outbox import services as outbox
from core.steps import step


@step(every=timedelta(minutes=10), name="core.sweep_changes")
def sweep_changes() -> bool:
    changes.sweep()
    return False


@step(every=timedelta(seconds=2), name="core.send_outbox")
def send_outbox() -> bool:
    return outbox.send_one()


@step(every=timedelta(hours=1), name="core.sweep_outbox")
def sweep_outbox() -> bool:
    outbox.sweep()
    return False
