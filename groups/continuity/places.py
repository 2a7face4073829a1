"""Places of a facility: units come to be known here."""

from django.db import IntegrityError, transaction

from audit.services import record
from core.transactions import unit
from custody.models import Facility, Unit
from groups import kinds


@unit()
def add_unit(*, facility: Facility, name: str, by: object) -> tuple[Unit, bool]:
    """The unit of this name, and whether it is new. Two who add it at once get the same one."""
    known = facility.units.filter(name=name.strip()).first()
    if known is not None:
        return known, False
    try:
        with transaction.atomic():
            added = Unit.objects.create(facility=facility, name=name.strip())
    except IntegrityError:
        return facility.units.get(name=name.strip()), False
    record(kinds.UNIT_ADDED, by=by, subject=f"unit:{added.pk}", facility=facility.pk)
    return added, True
