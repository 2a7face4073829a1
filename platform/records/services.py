"""Setting the retention schedule. Holds are in `holds`, erasing is in `purge`."""

from audit.services import actor, record
from core import clock
from core.transactions import unit
from records import kinds, schedule
from records.errors import ClassUnclear, DaysOutOfRange
from records.models import RetentionRule


@unit()
def set_days(*, kind: str, facility: str, days: int, by: object) -> RetentionRule:
    """From now on `kind` is kept for `days` in this facility (its id as text; empty: wherever no facility has a rule
    of its own). Also for what is there already: every end is computed from the schedule when it is read."""
    known = schedule.KINDS.get(kind)
    if known is None or known.days is None:
        raise ClassUnclear
    if not known.least <= days <= schedule.MOST:
        raise DaysOutOfRange
    now = clock.now()
    before = schedule.own_days(kind, facility=facility)
    rule = RetentionRule.objects.create(kind=kind, facility=facility, days=days, set_at=now, set_by=actor(by))
    record(
        kinds.DAYS_SET, by=by, subject=f"schedule:{kind}", at=now, facility=facility or None, days=days, before=before
    )
    return rule
