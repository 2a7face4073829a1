"""Periodic steps of this floor."""

from datetime import timedelta

from core.steps import step
from moderation.alerts.services import escalate_one
from moderation.cases.watch import alert_unscreened

#: A step may be late by this much; both limits that they keep (60 s, 5 min) allow for it.
EVERY = timedelta(seconds=2)


@step(every=EVERY, name="moderation.escalate_alerts")
def escalate_alerts() -> bool:
    return escalate_one()


@step(every=EVERY, name="moderation.alert_unscreened")
def alert_unscreened_messages() -> bool:
    return alert_unscreened()
