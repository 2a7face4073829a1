"""The staff bar's entries of this app, each shown to whom it opens for."""

from accounts.doors import Caller
from accounts.permissions import holds
from core.navigation import register
from moderation.permissions import MODERATING, ON_DUTY, ROTA
from moderation.records.permissions import SCHEDULING


def _on_the_desk(caller: Caller) -> bool:
    return holds(caller.user, *MODERATING)


def _on_duty(caller: Caller) -> bool:
    return holds(caller.user, *ON_DUTY, *ROTA)


def _on_records(caller: Caller) -> bool:
    return holds(caller.user, *SCHEDULING)


register("moderation:desk", "Desk", rank=10, may=_on_the_desk)
register("moderation:duty", "Duty", rank=20, may=_on_duty)
register("records_pages:overview", "Records", rank=60, may=_on_records)
