"""What waits until this reader, as a second person, agrees."""

from collections.abc import Iterable

from django.db.models import Q

from accounts.models import User
from audit.services import actor
from moderation.rules.acts import Rights, pending
from moderation.rules.compiling import scope_of
from moderation.rules.models import BuiltInOverride, RuleVersion, StaffRule
from moderation.rules.permissions import rules_of
from moderation.rules.services import approvals_of, is_new_purpose

#: Rules that are looked at; whoever has more waiting reads the list.
LOOKED_AT = 20


def versions_to_agree(user: User) -> list[RuleVersion]:
    """Versions for something new, written by a colleague, that nobody has agreed to and this reader may."""
    rules = rules_of(user).filter(Q(draft__isnull=False) | Q(shadow__isnull=False))
    standing = rules.exclude(state=StaffRule.State.RETIRED).order_by("-created_at")[:LOOKED_AT]
    rights = Rights(user)
    return [version for rule in standing for version in _of(rule, user, rights)]


def overrides_to_agree(user: User) -> list[BuiltInOverride]:
    """Built-in rules of crisis that a colleague asks to run less."""
    asked = BuiltInOverride.objects.filter(state=BuiltInOverride.State.ASKED).exclude(asked_by=actor(user))
    rights = Rights(user)
    return [one for one in asked.order_by("-asked_at")[:LOOKED_AT] if rights.publish(scope_of(one))]


def _of(rule: StaffRule, user: User, rights: Rights) -> Iterable[RuleVersion]:
    for version in pending(rule):
        others = version.written_by_id != user.pk and is_new_purpose(rule, version)
        if others and rights.publish(scope_of(version)) and not approvals_of(version):
            version.rule = rule
            yield version
