"""What administrators see of the accounts that they look after."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Max, QuerySet

from accounts.colleagues import services
from accounts.models import RoleGrant, SignIn, User
from accounts.permissions import holds
from core import clock

FACTORS = {"totp": "code app", "webauthn": "passkey", "recovery_codes": "recovery codes"}


@dataclass(frozen=True, slots=True)
class Account:
    user: User
    last_here: datetime | None
    roles: Sequence[str]
    factors: Sequence[str]
    ends_on: datetime  # when it is switched off, if nobody uses it


def visible_staff(viewer: User | None) -> QuerySet[User]:
    """Colleagues who work at a place that `viewer` administers; oneself among them."""
    staff = User.objects.filter(person=None)
    if viewer is None or not holds(viewer, *services.ADMINISTRATORS):
        return staff.none()
    mine = services.places_of(viewer)
    if mine is None:
        return staff
    grants = RoleGrant.objects.filter(ended_at=None, scope_id__in=mine)
    return staff.filter(pk__in=grants.values("user"))


def accounts(users: Iterable[User]) -> list[Account]:
    """Each of these with what is said of it in the list: three queries."""
    these = list(users)
    ids = [user.pk for user in these]
    here = dict(SignIn.objects.filter(user__in=ids).values_list("user").annotate(Max("started_at")))
    roles, factors = _roles(ids), _factors(ids)
    return [
        Account(
            user,
            here.get(user.pk),
            roles[user.pk],
            factors[user.pk],
            services.unused_since(user) + services.UNUSED_AFTER,
        )
        for user in these
    ]


def _roles(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    grants = RoleGrant.objects.filter(user__in=ids, ended_at=None).order_by("given_at", "pk")
    for grant in grants:
        words = RoleGrant.Role(grant.role).label
        if words not in found[grant.user_id]:
            found[grant.user_id].append(words)
    return found


def _factors(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = Authenticator.objects.filter(user__in=ids).order_by("type").values_list("user_id", "type")
    for user_id, kind in rows.distinct():
        found[user_id].append(FACTORS[kind])
    return found


def soon_unused(viewer: User | None) -> list[User]:
    """Those that are switched off within two weeks, or would be if they were not the last administrator."""
    due = services.unused_at(clock.now() + services.WARN_BEFORE)
    return list(visible_staff(viewer) & due)
