"""How often people agree with a rule: one verdict per decided case and rule, and what they add up to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, Q

from chat.models import ScreeningRecord
from moderation.models import Case
from moderation.rules.models import RuleVerdict
from moderation.screening.report import Share

#: What a moderator's decision says of the rules. Other ends of a case say nothing.
UPHELD: Final[Mapping[str, bool]] = {"returned": True, "removed": True, "released": False, "no_action": False}


@dataclass(frozen=True, slots=True)
class Precision:
    """Of the decided cases in which this version had a part, in so many the moderator agreed. With Wilson's interval
    (95 %): few cases say little."""

    rule: str
    version: int
    upheld: int
    cases: int

    @property
    def share(self) -> float:
        return Share(self.upheld, self.cases).value

    @property
    def interval(self) -> tuple[float, float]:
        return Share(self.upheld, self.cases).interval


def note_verdicts(case: Case, outcome: str, *, at: datetime) -> None:
    """Within the decision's own transaction. Decided again (an appeal), the last word counts."""
    if outcome not in UPHELD or case.message_id is None:
        return
    RuleVerdict.objects.bulk_create(
        [
            RuleVerdict(case=case, rule=rule, version=version, upheld=UPHELD[outcome], at=at)
            for rule, version in _rules_of(case)
        ],
        update_conflicts=True,
        unique_fields=["case", "rule"],
        update_fields=["version", "upheld", "at"],
    )


def precision(rules: Iterable[str] | None = None) -> list[Precision]:
    """Per rule and version (None: of all rules that ever had a part in a decided case), newest version first."""
    verdicts = RuleVerdict.objects.all() if rules is None else RuleVerdict.objects.filter(rule__in=list(rules))
    counted = verdicts.values("rule", "version").annotate(cases=Count("pk"), agreed=Count("pk", filter=Q(upheld=True)))
    ordered = counted.order_by("rule", "-version")
    return [Precision(row["rule"], row["version"], row["agreed"], row["cases"]) for row in ordered]


def _rules_of(case: Case) -> list[tuple[str, int]]:
    """The rules that spoke on the words that the case is about, each in its newest version there."""
    seen = ScreeningRecord.objects.filter(message=case.message_id, revision=case.revision).first()
    spoke = [finding for finding in seen.findings if not finding.get("shadow")] if seen else []
    return sorted({finding["rule"]: finding["version"] for finding in spoke}.items())
