"""The sign-in and the claim card of a record that is merged into another: it signs in nowhere until that is undone."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from accounts import services as accounts
from accounts.models import ClaimCard, User
from core import changes
from custody.models import Person

#: Why the sign-in of a merged record is disabled; enabling it again is the matter of undoing the merge.
MERGED = "merged"
State = User.State


def hand_over(root: Person, merged: Person, *, by: object) -> dict[str, Any]:
    """A kept record that has no sign-in gets the other's, with its card; else that one signs in nowhere, and its card
    stops working."""
    user = User.objects.filter(person=merged).first()
    if user is None:
        return {}
    accounts.end_all_sign_ins(user=user, because=MERGED, by=by)
    changes.note("user.changed", user.pk)
    if not User.objects.filter(person=root).exists():
        User.objects.filter(pk=user.pk).update(person=root)
        return {"user_moved": str(user.pk)}
    return {**_disable(user), "cards": _stop_cards(user)}


def give_back(root: Person, merged: Person, moved: dict[str, Any], *, since: datetime, by: object) -> None:
    if "user_moved" in moved:
        user = User.objects.get(pk=moved["user_moved"])
        accounts.end_all_sign_ins(user=user, because=MERGED, by=by)
        User.objects.filter(pk=user.pk).update(person=merged)
        changes.note("user.changed", user.pk)
    if "user" in moved:
        mine = User.objects.filter(pk=moved["user"], state=State.DISABLED, disabled_because=MERGED)
        mine.update(state=moved["user_state"], disabled_because="")
        changes.note("user.changed", moved["user"])
    _bring_back_cards(moved.get("cards", ()), Q(user__person=root) | Q(user__person=merged), since=since)


def _disable(user: User) -> dict[str, Any]:
    if user.state == State.DISABLED:
        return {}
    User.objects.filter(pk=user.pk).update(state=State.DISABLED, disabled_because=MERGED)
    return {"user": str(user.pk), "user_state": user.state}


def _stop_cards(user: User) -> list[str]:
    cards = ClaimCard.objects.filter(user=user, state=ClaimCard.State.PRINTED)
    ids = [str(pk) for pk in cards.values_list("pk", flat=True)]
    cards.update(state=ClaimCard.State.REPLACED)
    return ids


def _bring_back_cards(ids: Any, of_both: Q, *, since: datetime) -> None:
    """Unless one of either was used since, or a newer one is in the same hands."""
    if ClaimCard.objects.filter(of_both, used_at__gte=since).exists():
        return
    for card in ClaimCard.objects.filter(pk__in=ids, state=ClaimCard.State.REPLACED):
        if not ClaimCard.objects.filter(user=card.user_id, state=ClaimCard.State.PRINTED).exists():
            ClaimCard.objects.filter(pk=card.pk).update(state=ClaimCard.State.PRINTED)
