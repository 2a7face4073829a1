"""The staff bar's entries of this app, each shown to whom it opens for."""

from accounts.doors import Caller
from accounts.permissions import holds
from core.navigation import register
from moderation.permissions import MODERATING, ON_DUTY, ROTA
from moderation.records.permissions import READING
from moderation.rules.permissions import works_with_rules


def _on_the_desk(caller: Caller) -> bool:
    return holds(caller.user, *MODERATING)


def _on_duty(caller: Caller) -> bool:
    return holds(caller.user, *ON_DUTY, *ROTA)


def _on_records(caller: Caller) -> bool:
    return holds(caller.user, *READING)


def _with_rules(caller: Caller) -> bool:
    return works_with_rules(caller.user)


register("moderation:desk", "Desk", rank=10, may=_on_the_desk)
register("moderation:duty", "Duty", rank=20, may=_on_duty)
register("rules:list", "Rules", rank=50, may=_with_rules)
register("records_pages:overview", "Records", rank=60, may=_on_records)
