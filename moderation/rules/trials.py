"""A try-out as a page shows it: the words with what was seen marked, and what follows, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils import translation

from accounts.models import User
from chat.ports import Finding, Outcome, Verdict
from moderation.cases.selectors import Part, parts_of
from moderation.rules import words
from moderation.rules.forms import ADVICE
from moderation.rules.selectors import pages_of
from moderation.rules.trying import Trial
from moderation.screening import staff_words
from moderation.screening.decide import TIERS
from moderation.screening.scores import SPEAKS, Score, scores
from moderation.screening.words import why

#: What a rule is called whose page its reader may not open.
OUT_OF_SIGHT: Final = "A rule of another place"
#: The writer reads a reason where they may act on it or have to wait.
GIVES_A_REASON = (Outcome.NUDGE, Outcome.HOLD, Outcome.REFUSE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one rule saw at one place. `number` stands beside the mark; `url` is empty where there is no page, or none
    that the reader may open."""

    number: int
    code: str
    version: int
    url: str
    category: str
    tier: str
    text: str
    view: str
    weight: str
    is_capped: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a category says, and the parts of it by rule."""

    category: str
    tier: str
    score: str
    parts: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ToWriter:
    """What the writer reads, in each language, and the marks that they see."""

    english: str
    spanish: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class VerdictView:
    outcome: str
    tone: str
    is_crisis: bool
    because: str
    parts: Sequence[Part]
    seen: Sequence[Seen]
    watched: Sequence[Seen]
    weighed: Sequence[Weighed]
    writer: ToWriter | None


@dataclass(frozen=True, slots=True)
class TrialView:
    """`missing`: what to fill in before the rule can run. `parts`: the text with this rule's hits alone."""

    code: str
    missing: str
    broken: str
    has_text: bool
    parts: Sequence[Part]
    views: Sequence[str]
    missed: Sequence[str]
    hit: Sequence[str]
    examples: int
    now: VerdictView | None
    then: VerdictView | None

    @property
    def is_fine(self) -> bool:
        return not (self.missing or self.broken or self.missed or self.hit)

    @property
    def is_hit(self) -> bool:
        return any(part.rules for part in self.parts)

    @property
    def changes(self) -> bool:
        return self.now is not None and self.then is not None and self.now.outcome != self.then.outcome


def view_of(trial: Trial, text: str, user: User) -> TrialView:
    marks = [(finding.span.start, finding.span.end, 1) for finding in trial.findings]
    urls = {trial.code: "", **pages_of(user, _codes(trial.now, trial.then))}
    return TrialView(
        code=trial.code,
        missing=ADVICE.get({"about": "category"}.get(trial.missing, trial.missing), "") if trial.missing else "",
        broken=trial.broken,
        has_text=bool(text),
        parts=parts_of(text, marks),
        views=list(dict.fromkeys(_view(finding) for finding in trial.findings)),
        missed=trial.missed,
        hit=trial.hit,
        examples=trial.examples,
        now=_verdict(trial.now, text, urls) if trial.now else None,
        then=_verdict(trial.then, text, urls) if trial.then else None,
    )


def verdict_view(verdict: Verdict, text: str, user: User) -> VerdictView:
    return _verdict(verdict, text, pages_of(user, _codes(verdict)))


def _verdict(verdict: Verdict, text: str, urls: Mapping[str, str]) -> VerdictView:
    numbered = list(enumerate(verdict.findings, start=1))
    because = verdict.because.partition(".")
    return VerdictView(
        outcome=words.OUTCOMES[verdict.outcome],
        tone=words.tone_of(verdict.outcome, is_crisis=verdict.crisis),
        is_crisis=verdict.crisis,
        because=words.tier(because[0], because[2]) if verdict.because else "",
        parts=parts_of(text, [(one.span.start, one.span.end, number) for number, one in numbered]),
        seen=[_seen(number, finding, text, urls) for number, finding in numbered],
        watched=[_seen(0, finding, text, urls) for finding in verdict.shadow],
        weighed=[_weighed(score, urls) for score in scores(verdict.findings, TIERS)],
        writer=_to_writer(verdict, text),
    )


def _seen(number: int, finding: Finding, text: str, urls: Mapping[str, str]) -> Seen:
    return Seen(
        number=number,
        code=_name(finding.rule, urls),
        version=finding.version,
        url=urls.get(finding.rule, ""),
        category=words.category(finding.category),
        tier=words.tier(finding.category, finding.tier),
        text=text[finding.span.start : finding.span.end],
        view=_view(finding),
        weight="" if finding.score >= SPEAKS else f"{finding.score:g}",
        is_capped=finding.capped,
    )


def _name(code: str, urls: Mapping[str, str]) -> str:
    return code if code in urls else OUT_OF_SIGHT


def _view(finding: Finding) -> str:
    return staff_words.seen_in(finding.view) or "as it stands"


def _weighed(score: Score, urls: Mapping[str, str]) -> Weighed:
    return Weighed(
        category=words.category(score.category),
        tier=words.tier(score.category, score.tier),
        score=f"{score.score:g}",
        parts=[(_name(rule, urls), f"{weight:g}") for rule, weight in score.parts.items()],
    )


def _to_writer(verdict: Verdict, text: str) -> ToWriter | None:
    if verdict.outcome not in GIVES_A_REASON or not verdict.because:
        return None
    category, _, tier = verdict.because.partition(".")
    told = why(category, tier)
    marks = [(mark.start, mark.end, 1) for mark in verdict.marks]
    return ToWriter(_in("en", told), _in("es", told), parts_of(text, marks))


def _in(language: str, told: object) -> str:
    with translation.override(language):
        return str(told)


def _codes(*verdicts: Verdict | None) -> set[str]:
    return {one.rule for verdict in verdicts if verdict for one in (*verdict.findings, *verdict.shadow)}
