"""Periodic steps of this floor."""

from datetime import timedelta

from core import clock
from core.steps import step
from moderation.alerts.services import escalate_one
from moderation.cases.watch import alert_unscreened
from moderation.rules import breaker, traffic
from moderation.rules.backtests import services as backtests

#: A step may be late by this much; both limits that they keep (60 s, 5 min) allow for it.
EVERY = timedelta(seconds=2)


@step(every=EVERY, name="moderation.escalate_alerts")
def escalate_alerts() -> bool:
    return escalate_one()


@step(every=EVERY, name="moderation.alert_unscreened")
def alert_unscreened_messages() -> bool:
    return alert_unscreened()


@step(every=timedelta(seconds=30), name="moderation.trip_rules")
def trip_rules() -> bool:
    """A rule that suddenly hits everything only flags from then on."""
    return breaker.trip()


@step(every=timedelta(minutes=5), name="moderation.remember_rules")
def remember_rules() -> bool:
    """Which versions of built-in rules are here since when."""
    breaker.remember_built_in(at=clock.now())
    return False


@step(every=timedelta(seconds=0.5), name="moderation.run_back_tests")
def run_back_tests() -> bool:
    """One batch, and then the other steps have their turn: alerts don't wait for it."""
    backtests.run_batch()
    return False


@step(every=timedelta(minutes=1), name="moderation.sweep_rules")
def sweep_rules() -> bool:
    """Ids of back-tests go after a week or with their message, counts of traffic after a month."""
    now = clock.now()
    return backtests.sweep(at=now) + traffic.sweep(at=now) > 0
