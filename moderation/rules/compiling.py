"""From rows to what the engine runs. The only place that knows both."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from chat.ports import Draft, Finding, Outcome, Span, Verdict
from core.ids import new_id
from moderation.errors import ExamplesFail, ExamplesMissing, RuleIsBroken
from moderation.rules.models import BackTest, BuiltInOverride, OutcomeRow, RuleVersion
from moderation.screening import policy
from moderation.screening.decide import decide, heard
from moderation.screening.detectors import DETECTORS
from moderation.screening.lines import Unhurried
from moderation.screening.policy import Policy, Row
from moderation.screening.rules import Rule, Scope
from moderation.screening.rules.base import Kind
from moderation.screening.rulesets import RuleBroken, RuleSet


def detectors() -> Collection[str]:
    """The names of detectors in Python that a rule may call."""
    return DETECTORS.keys()


def rule_of(version: RuleVersion, *, code: str, is_shadow: bool = False, flag_only: bool = False) -> Rule:
    return Rule(
        code=code,
        category=version.category,
        tier=version.tier,
        purpose=version.purpose,
        must_match=tuple(version.must_match),
        must_not_match=tuple(version.must_not_match),
        pattern=version.pattern,
        version=version.number,
        score=version.score,
        kind=cast(Kind, version.kind),
        literals=tuple(version.literals),
        steps=tuple(tuple(step) for step in version.steps),
        gap=version.gap,
        not_before=tuple(version.not_before),
        not_after=tuple(version.not_after),
        detector=version.detector,
        scope=scope_of(version),
        is_shadow=is_shadow,
        flag_only=flag_only,
    )


def covers(scope: Scope, draft: Draft) -> bool:
    """Whether a text comes from this place."""
    here = {"facility": draft.facility_id, "unit": draft.unit_id, "room": draft.room_id, "person": draft.author_id}
    return scope.kind == "everywhere" or scope.id == str(here.get(scope.kind))


def judged(verdict: Verdict, findings: Iterable[Finding], draft: Draft) -> Verdict:
    """The verdict that these of its findings alone give."""
    kept = heard(findings)
    left = tuple(finding for finding in verdict.findings if finding in kept)
    ruling = decide(left, draft, policy.current())
    return replace(
        verdict,
        findings=left,
        outcome=ruling.outcome,
        crisis=ruling.crisis,
        because=ruling.code,
        marks=ruling.marks(left),
    )


def policy_of(rows: Iterable[OutcomeRow]) -> Policy:
    """The built-in table with these rows over it."""
    return Policy(tuple(_row(row) for row in rows))


def scope_of(row: RuleVersion | BuiltInOverride | OutcomeRow | BackTest) -> Scope:
    return scope(row.scope_kind, row.scope_id)


def scope(kind: str, id_: str = "") -> Scope:
    """As it stands in a row or a form."""
    return Scope(cast(Any, kind), id_)


class Alone:
    """One version by itself: on every text, wherever it is for, whatever it weighs."""

    def __init__(self, version: RuleVersion) -> None:
        """Raises `RuleIsBroken`."""
        rule = rule_of(version, code=version.rule.code)
        try:
            self._set = RuleSet.of([replace(rule, scope=Scope(), score=1.0)])
        except RuleBroken as broken:
            raise RuleIsBroken(broken.why) from None

    def spans(self, text: str, *, lang: str = "en") -> list[Span]:
        """Where it hits, in the order of the text."""
        return sorted({finding.span for finding in self.findings(text, lang=lang)}, key=_place)

    def findings(self, text: str, *, lang: str = "en") -> Sequence[Finding]:
        """The same, each with the view of the text in which it was seen."""
        nobody = new_id()
        draft = Draft(body=text, lang=lang, author_id=nobody, room_id=nobody)
        return self._set.find(draft, deadline=Unhurried()).findings


def prove(version: RuleVersion) -> None:
    """Its own examples: it finds each text that it must, and none that it must leave alone."""
    alone = Alone(version)
    if not version.must_match or not version.must_not_match:
        raise ExamplesMissing
    missed = _numbers(version.must_match, alone, hit=False)
    hit = _numbers(version.must_not_match, alone, hit=True)
    if missed or hit:
        raise ExamplesFail(missed=missed, hit=hit)


def fitting(base: Sequence[Rule], rules: Sequence[Rule]) -> tuple[list[Rule], list[str]]:
    """Of these rules those that run together with `base`, and the codes of those that are left out."""
    if _can_run([*base, *rules]):
        return list(rules), []
    fit: list[Rule] = []
    for rule in rules:
        fit += [rule] if _can_run([*base, *fit, rule]) else []
    return fit, [rule.code for rule in rules if rule not in fit]


def require_together(base: Sequence[Rule], rules: Sequence[Rule]) -> None:
    """`RuleIsBroken` when they can't run together, those left aside that can't run at all."""
    if not _can_run([*base, *rules]):
        try:
            RuleSet.of([*base, *(rule for rule in rules if _can_run([rule]))])
        except RuleBroken as broken:
            raise RuleIsBroken(broken.why) from None


def _row(row: OutcomeRow) -> Row:
    at_risk = {OutcomeRow.Days.RISK: True, OutcomeRow.Days.OTHER: False}
    return Row(
        category=row.category,
        tier=row.tier,
        outcome=Outcome(row.outcome),
        scope=row.scope_kind,
        scope_id=row.scope_id,
        at_risk=at_risk.get(OutcomeRow.Days(row.days)),
    )


def _can_run(rules: Iterable[Rule]) -> bool:
    try:
        RuleSet.of(rules)
    except RuleBroken:
        return False
    return True


def _numbers(texts: Iterable[str], alone: Alone, *, hit: bool) -> list[int]:
    return [number for number, text in enumerate(texts, start=1) if bool(alone.spans(text)) == hit]


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
