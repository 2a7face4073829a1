"""What rules would say of a text that somebody types in to see. It is kept nowhere: no row, no count, no log line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chat.ports import Draft, Finding, Verdict
from core.ids import new_id
from moderation.errors import RuleIncomplete, RuleIsBroken
from moderation.rules import content as contents
from moderation.rules import publication
from moderation.rules.compiling import Alone, rule_of
from moderation.rules.content import Content
from moderation.rules.models import RuleVersion, StaffRule
from moderation.rules.places import as_id
from moderation.rules.publication import Book
from moderation.rules.screener import exempted
from moderation.screening import policy
from moderation.screening.decide import decide
from moderation.screening.lines import Unhurried
from moderation.screening.rules import Rule, Scope
from moderation.screening.rulesets import RuleBroken, RuleSet

#: What a text out of nowhere says it is for; only its presence is asked for.
_SOME_PURPOSE = "On trial."


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule as it is typed, on one text and on its own examples. `code`: its own, or
    what stands for it. `now` and `then`: what the whole screening says
    without it and with it in place. `missing` names the field without which it can't run; `broken` says why."""

    code: str
    missing: str = ""
    broken: str = ""
    findings: Sequence[Finding] = ()
    missed: Sequence[str] = ()
    hit: Sequence[str] = ()
    examples: int = 0
    now: Verdict | None = None
    then: Verdict | None = None


def current() -> Book:
    """What is published at this moment, looked up anew."""
    publication.refresh()
    return publication.book()


def verdict(draft: Draft, book: Book) -> Verdict:
    """What this book says, uncounted."""
    found = book.ruleset.find(draft, deadline=Unhurried())
    ruling = decide(found.findings, draft, policy.current())
    said = Verdict(
        outcome=ruling.outcome,
        findings=found.findings,
        crisis=ruling.crisis,
        screener=book.ruleset.version,
        because=ruling.code,
        marks=ruling.marks(found.findings),
        shadow=found.shadow,
    )
    return exempted(said, draft, book)


def try_content(content: Content, *, code: str, text: str, lang: str) -> Trial:
    """`code` of the rule that it would replace, if there is one."""
    typed = replace(content, purpose=content.purpose.strip() or _SOME_PURPOSE)
    try:
        contents.check(typed)
        version = RuleVersion(rule=StaffRule(code=code), number=1, **typed.values())
        return _tried(version, text=text, lang=lang)
    except RuleIncomplete as incomplete:
        return Trial(code, missing=incomplete.field)
    except RuleIsBroken as broken:
        return Trial(code, broken=str(broken.text))


def from_place(body: str, *, lang: str, place: Scope) -> Draft:
    """A text as somebody there would say it."""
    nobody = new_id()
    own = as_id(place.id) or nobody
    return Draft(
        body=body,
        lang=lang,
        author_id=own if place.kind == "person" else nobody,
        room_id=own if place.kind == "room" else nobody,
        facility_id=place.id if place.kind == "facility" else None,
        unit_id=place.id if place.kind == "unit" else None,
    )


def _tried(version: RuleVersion, *, text: str, lang: str) -> Trial:
    alone = Alone(version)
    missed = [example for example in version.must_match if not alone.spans(example)]
    hit = [example for example in version.must_not_match if alone.spans(example)]
    examples = len(version.must_match) + len(version.must_not_match)
    if not text:
        return Trial(version.rule.code, missed=missed, hit=hit, examples=examples)
    rule = rule_of(version, code=version.rule.code)
    draft, book = from_place(text, lang=lang, place=rule.scope), current()
    return Trial(
        code=rule.code,
        missed=missed,
        hit=hit,
        examples=examples,
        findings=alone.findings(text, lang=lang),
        now=verdict(draft, book),
        then=verdict(draft, replace(book, ruleset=_with(rule, book.ruleset.rules))),
    )


def _with(rule: Rule, others: Iterable[Rule]) -> RuleSet:
    """The set as it would be with this rule live, in place of the one of its code."""
    try:
        return RuleSet.of([*(other for other in others if other.code != rule.code), rule])
    except RuleBroken as broken:
        raise RuleIsBroken(broken.why) from None
