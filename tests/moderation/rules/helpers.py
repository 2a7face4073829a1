"""Writing and publishing rules, as tests do it again and again."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from audit.models import AuditEvent
from chat.ports import Draft, Verdict
from core.ids import new_id
from moderation.models import StaffRule
from moderation.rules import publication, screener, services
from moderation.rules.compiling import scope
from moderation.rules.content import Content
from moderation.screening.lines import Unhurried
from moderation.screening.rules import Scope
from tests import factories as make

CONTENT = Content(
    kind="literals",
    category="contraband",
    tier="seeking",
    purpose="A new name for a pill that people ask for.",
    literals=("blue moons", "bluemoon"),
    must_match=("anyone got blue moons?", "need a bluemoon"),
    must_not_match=("the moon was blue", "I feel blue tonight"),
)


def saying(**changes: Any) -> Content:
    return replace(CONTENT, **changes)


def at(kind: str, place: object) -> Scope:
    return scope(kind, str(getattr(place, "pk", place)))


def chiefs() -> SimpleNamespace:
    """Pia and Pol run the programme everywhere; Moe moderates everywhere."""
    return SimpleNamespace(
        pia=make.staff("Pia", "programme_administrator"),
        pol=make.staff("Pol", "programme_administrator"),
        moe=make.staff("Moe", "moderator"),
    )


def drafted(by: Any, content: Content = CONTENT, code: str = "blue_moon") -> StaffRule:
    return services.draft_rule(code=code, content=content, by=by)


def published(staff: SimpleNamespace, content: Content = CONTENT, code: str = "blue_moon") -> StaffRule:
    """Written by Moe, agreed to by Pol, published by Pia."""
    rule = drafted(staff.moe, content, code)
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    services.publish_rule(rule=rule, version=1, by=staff.pia)
    return again(rule)


def again(rule: StaffRule) -> StaffRule:
    return StaffRule.objects.select_related("draft", "shadow", "live").get(pk=rule.pk)


def numbers(rule: StaffRule) -> tuple[str, int | None, int | None, int | None]:
    """State, and the numbers of draft, shadow and live version."""
    found = again(rule)
    draft, shadow, live = (version.number if version else None for version in (found.draft, found.shadow, found.live))
    return found.state, draft, shadow, live


def audited() -> list[str]:
    rows = AuditEvent.objects.filter(kind__startswith="moderation.").order_by("seq")
    return [kind.removeprefix("moderation.") for kind in rows.values_list("kind", flat=True)]


def draft_of(body: str, **where: Any) -> Draft:
    return Draft(**{"body": body, "lang": "en", "author_id": new_id(), "room_id": new_id(), **where})


def screened(body: str, **where: Any) -> Verdict:
    """By what is published now, as a process hears of it."""
    publication.refresh()
    return screener.screen(draft_of(body, **where), deadline=Unhurried())


def rules_in(verdict: Verdict) -> set[str]:
    return {finding.rule for finding in verdict.findings}
