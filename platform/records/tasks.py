"""Periodic steps of this floor."""

from datetime import timedelta

from audit.services import SYSTEM
from core import clock
from core.steps import step
from records.models import Certificate
from records.purge import purge, waiting

DAILY = timedelta(days=1)


@step(every=timedelta(minutes=10), name="records.purge")
def purge_daily() -> bool:
    """Once a day, if anything has reached its end."""
    now = clock.now()
    if Certificate.objects.filter(by=SYSTEM, started_at__gt=now - DAILY).exists() or not waiting(at=now):
        return False
    purge(by=SYSTEM)
    return False
