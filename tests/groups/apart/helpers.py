"""What tests of orders need: orders with what follows, and who may read what."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from accounts.models import User
from core import clock
from core.errors import RuleError
from core.ids import new_id
from custody.models import KeepApartOrder, Person
from groups.apart import services
from groups.authority import readings
from groups.models import Membership
from groups.seats import seats_of
from tests import factories as make


def part(one: Person, other: Person, **values: Any) -> KeepApartOrder:
    """An order through its service, with all that follows."""
    said = {"reason": "threat", "authorised_by": "Captain Reyes", "source": "test", "source_id": str(new_id())}
    return services.record_order(one=one, other=other, **{**said, "by": "system", **values})


def state_of(seat: Membership) -> tuple[str, str]:
    return Membership.objects.values_list("state", "why_away").get(pk=seat.pk)


def can_read(user: User, group_id: UUID) -> bool:
    """By the page, and by a line that is open already."""
    (seat,) = seats_of([(make.caller(user), group_id)])
    if isinstance(seat, RuleError):
        return False
    return not isinstance(readings([seat], at=clock.now())[0], RuleError)


def why_not(user: User, group_id: UUID) -> Mapping[str, object] | None:
    (seat,) = seats_of([(make.caller(user), group_id)])
    return {"code": seat.code, "text": str(seat.text)} if isinstance(seat, RuleError) else None
