"""What somebody should know of a rule, with the way to it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse

from accounts.models import User
from moderation.rules.models import RuleNotice
from moderation.rules.overrides import BUILT_IN
from moderation.rules.permissions import rules_of
from moderation.rules.selectors import notices_of


@dataclass(frozen=True, slots=True)
class NoticeView:
    """`url` empty: the rule is out of the reader's sight by now."""

    notice: RuleNotice
    url: str

    @property
    def is_crisis(self) -> bool:
        return self.notice.kind == RuleNotice.Kind.HITS_MUCH

    @property
    def share(self) -> int:
        """Per cent of the texts that it ran on."""
        return round(100 * self.notice.hits / self.notice.seen) if self.notice.seen else 0


def notices_for(user: User) -> list[NoticeView]:
    notices = list(notices_of(user))
    written = _written_here(user, {notice.rule for notice in notices}) if notices else {}
    return [NoticeView(notice, written.get(notice.rule) or _built_in(notice.rule)) for notice in notices]


def _written_here(user: User, codes: Collection[str]) -> dict[str, str]:
    there = rules_of(user).filter(code__in=codes)
    return {rule.code: reverse("rules:rule", args=[rule.pk]) for rule in there}


def _built_in(code: str) -> str:
    return reverse("rules:built_in", args=[code]) if code in BUILT_IN else ""
