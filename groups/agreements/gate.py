"""Nobody comes in who has not read and agreed, or who is not known to be an adult."""

from datetime import datetime
from uuid import UUID

from core.errors import RuleError
from groups.agreements.selectors import agreed, asked_of
from groups.errors import AdultNeeded, AgreementNeeded
from groups.gates import Asked
from groups.models import SupportGroup


class AgreementGate:
    """Each text that is in force here has a standing yes; a text that is not there at all can have none."""

    away = None

    def __init__(self, asked: Asked) -> None:
        self._facilities = {pk: status.facility.pk if status.facility else None for pk, status in asked.custody.items()}
        places = {*asked.groups, *(pk for pk in self._facilities.values() if pk)}
        self._agreed = agreed(asked.custody, places, at=asked.at)

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        if person_id not in self._agreed.adults:
            return AdultNeeded()
        places = asked_of(self._facilities[person_id], group.pk)
        lacking = self._agreed.lacking(person_id, places)
        return AgreementNeeded() if lacking else self._agreed.until(places)
