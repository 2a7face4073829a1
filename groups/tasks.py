"""Periodic steps of this floor."""

from datetime import timedelta

from core import clock
from core.steps import step
from groups.presence.services import end_lapsed
from groups.sessions.ending import tell_ends
from groups.supervision.services import settle_due


@step(every=timedelta(seconds=2), name="groups.end_lapsed_leases")
def end_lapsed_leases() -> bool:
    return bool(end_lapsed())


@step(every=timedelta(seconds=5), name="groups.tell_session_ends")
def tell_session_ends() -> bool:
    """The room hears that its session ends soon."""
    return bool(tell_ends(at=clock.now()))


@step(every=timedelta(minutes=1), name="groups.settle_supervision")
def settle_supervision() -> bool:
    """Seats wait, or are back, when an officer's approval or a supervision ends by its day. What is open closes by
    itself: no reading lasts longer."""
    settle_due(at=clock.now())
    return False
