"""Erasing what the doors keep: ended sign-ins. (Sessions and old counts of failed tries are swept every hour.)"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from accounts.models import SignIn
from custody.merging import all_records
from custody.models import Facility
from records import erasers, pins, schedule
from records.erasers import Counts, Id


class SignInEraser:
    """Sign-ins that ended so long ago that the class `attendance` keeps them no longer: on a tablet by the rule of
    its facility, through the other doors by the installation's. A hold on the person keeps theirs."""

    kind = "accounts.sign_ins"

    def due(self, *, at: datetime, limit: int) -> Sequence[Id]:
        return list(_over(at=at).order_by("ended_at", "pk").values_list("pk", flat=True)[:limit])

    def erase(self, ids: Sequence[Id], *, at: datetime, certificate: UUID) -> Counts:
        skip = connection.features.has_select_for_update_skip_locked
        free = _over(at=at).select_for_update(skip_locked=skip, of=("self",) if skip else ())
        going = list(free.filter(pk__in=[str(one) for one in ids]).values_list("pk", flat=True))
        SignIn.objects.filter(pk__in=going).delete()
        return Counts(removed=len(going), kept=len(ids) - len(going))


def _over(*, at: datetime) -> QuerySet[SignIn]:
    """Those that neither the schedule nor a pin keeps."""
    past = Q(tablet=None, ended_at__lte=schedule.cutoff("attendance", at=at))
    for facility in Facility.objects.values_list("pk", flat=True):
        end = schedule.cutoff("attendance", at=at, facilities=[str(facility)])
        past |= Q(tablet__facility=facility, ended_at__lte=end)
    kept = SignIn.objects.filter(user__person__in=all_records(UUID(one) for one in pins.named("person")))
    return SignIn.objects.filter(past).exclude(pk__in=kept.values("pk"))


erasers.register(SignInEraser())
