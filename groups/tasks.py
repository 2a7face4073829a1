"""Periodic steps of this floor."""

from datetime import timedelta

from core import clock
from core.steps import step
from groups.apart import due as orders
from groups.continuity.feeds import mark_one_stale
from groups.presence.services import end_lapsed
from groups.roster import running
from groups.roster import services as rosters
from groups.sessions.ending import tell_ends
from groups.supervision import services as supervision


@step(every=timedelta(seconds=2), name="groups.end_lapsed_leases")
def end_lapsed_leases() -> bool:
    return bool(end_lapsed())


@step(every=timedelta(seconds=5), name="groups.tell_session_ends")
def tell_session_ends() -> bool:
    """The room hears that its session ends soon."""
    return bool(tell_ends(at=clock.now()))


@step(every=timedelta(minutes=1), name="groups.mark_stale_feeds")
def mark_stale_feeds() -> bool:
    """A source of custody events that has been silent for a day is reported."""
    return mark_one_stale()


@step(every=timedelta(seconds=30), name="groups.settle_kept_apart")
def settle_kept_apart() -> bool:
    """Orders begin and end by the clock, too: then seats turn away, or come back."""
    return bool(orders.settle_due())


@step(every=timedelta(minutes=1), name="groups.settle_supervision")
def settle_supervision() -> bool:
    """Seats wait, or are back, when an officer's approval or a supervision ends by its day. What is open closes by
    itself: no reading lasts longer."""
    supervision.settle_due(at=clock.now())
    return False


@step(every=timedelta(seconds=0.5), name="groups.work_rosters")
def work_rosters() -> bool:
    """A second of it, and then the other steps have their turn: alerts don't wait for a list."""
    running.work()
    return False


@step(every=timedelta(minutes=5), name="groups.sweep_rosters")
def sweep_rosters() -> bool:
    """Uploaded lists go after a day, reports after a month."""
    return rosters.sweep(at=clock.now()) > 0
