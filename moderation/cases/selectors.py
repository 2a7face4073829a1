"""What a moderator sees of one case: the words with what the rules marked, what was said around them, and what is
known of the writer in this room. Whoever shows this puts the reading on the record first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from uuid import UUID

from accounts.models import User
from chat.models import Message, ScreeningRecord
from chat.selectors import ContextLine, Written, body_of, context_of, written_by
from core import clock, seats
from core.seats import SeatView
from groups.models import Membership
from groups.selectors import everybody_ever
from moderation.cases import words
from moderation.cases.services import Decision, fitting
from moderation.intake import note_of
from moderation.languages import language_of
from moderation.models import Alert, Case, CaseClaim
from moderation.rules.selectors import pages_of, purposes_of
from moderation.screening import staff_words
from moderation.screening.rules.packs import RULES
from moderation.screening.scores import SPEAKS
from moderation.times import clock_words, zone_at

_PURPOSES = {rule.code: rule.purpose for rule in RULES}


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a part is marked: `number` stands beside the mark. `seen`: how the words had to be read, empty for as they
    stand; `score`: what it weighs of the 1 at which its category speaks; `url`: its page, empty where its reader
    may not open it."""

    number: int
    name: str
    code: str
    version: int
    purpose: str
    seen: str
    score: float
    url: str

    @property
    def is_weak(self) -> bool:
        return self.score < SPEAKS


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the words; `rules`: the numbers of the rules that marked it."""

    text: str
    rules: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was said, with the chair of whoever said it."""

    seat: SeatView
    said: ContextLine
    time: str
    state: str
    parts: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the case's time line."""

    time: str
    words: str
    by: str
    version: int
    is_last: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the case now, for how many seconds."""

    name: str
    is_me: bool
    tab: str
    seconds: int


@dataclass(frozen=True, slots=True)
class CaseView:
    case: Case
    title: str
    group: str
    lines: Sequence[Line]
    rules: Sequence[Rule]
    writer: Membership | None
    writer_alias: str
    written: Written | None
    earlier: Sequence[tuple[Case, str]]
    steps: Sequence[Step]
    notes: Sequence[tuple[str, str]]
    alerts: Sequence[Alert]
    holder: Holder | None
    decisions: Sequence[Decision]
    preview: words.Preview
    decide_by: str
    zone: str

    @property
    def is_open(self) -> bool:
        return self.case.state == Case.State.OPEN

    @property
    def outcome(self) -> str:
        return words.OUTCOMES.get(self.case.outcome, self.case.outcome)

    @property
    def decided_at(self) -> str:
        return clock_words(self.case.decided_at, self.zone) if self.case.decided_at else ""

    @property
    def is_mine(self) -> bool:
        return self.holder is not None and self.holder.is_me

    @property
    def is_held_by_other(self) -> bool:
        return self.holder is not None and not self.holder.is_me


def case_view(case: Case, user: User) -> CaseView:
    message = case.message
    assert message is not None
    zone = zone_at(case.facility, case.group.programme)
    rules, marks = _rules_of(case, user)
    author = message.author
    return CaseView(
        case=case,
        title=words.title(case),
        group=case.group.name,
        lines=_lines(case, message, marks, zone),
        rules=rules,
        writer=Membership.objects.filter(group=case.group, person=author).order_by("-joined_at").first(),
        writer_alias=author.alias,
        written=written_by(author.pk, message.room_id),
        earlier=_earlier(case, author.pk),
        steps=_steps(case, zone),
        notes=[(words.REPORT_REASONS.get(r.reason, r.reason), note_of(r)) for r in case.reports.order_by("at")],
        alerts=list(case.alerts.select_related("acknowledged_by").order_by("raised_at")),
        holder=holder_of(case, user),
        decisions=fitting(message) if case.state == Case.State.OPEN else (),
        preview=words.preview(language_of(author)),
        decide_by=clock_words(message.decide_by, zone) if message.decide_by else "",
        zone=zone,
    )


def holder_of(case: Case, user: User) -> Holder | None:
    now = clock.now()
    held = CaseClaim.objects.filter(case=case, until__gt=now).select_related("user").first()
    if held is None:
        return None
    seconds = int((held.until - now).total_seconds())
    return Holder(name=held.user.name, is_me=held.user_id == user.pk, tab=held.tab, seconds=seconds)


def parts_of(body: str, marks: Sequence[tuple[int, int, int]]) -> list[Part]:
    """The words cut at the ends of every mark (start, end, number of the rule), so that marks may overlap."""
    edges = sorted({0, len(body)} | {edge for start, end, _ in marks for edge in (start, end) if edge <= len(body)})
    return [
        Part(body[a:b], tuple(sorted({number for start, end, number in marks if start <= a and b <= end})))
        for a, b in pairwise(edges)
    ]


def _rules_of(case: Case, user: User) -> tuple[list[Rule], list[tuple[int, int, int]]]:
    """The rules that saw something in this revision, numbered, and where they saw it."""
    seen = ScreeningRecord.objects.filter(message=case.message_id, revision=case.revision).first()
    rules: dict[str, Rule] = {}
    marks = []
    found = list(findings_of(seen)) if seen else []
    codes = {finding["rule"] for finding in found}
    purposes, urls = purposes_of(codes), pages_of(user, codes)
    for finding in found:
        rule = _rule(finding, purposes, urls.get(finding["rule"], ""), number=len(rules) + 1)
        rule = rules.setdefault(rule.code, rule)
        marks.append((finding["span"]["start"], finding["span"]["end"], rule.number))
    return list(rules.values()), marks


def findings_of(seen: ScreeningRecord) -> Iterator[Mapping[str, Any]]:
    """What decided: not what rules on trial saw."""
    return (finding for finding in seen.findings if not finding.get("shadow"))


def _rule(finding: Mapping[str, Any], staffs: Mapping[tuple[str, int], str], url: str, *, number: int) -> Rule:
    kind = (finding["category"], finding["tier"])
    name = staff_words.TIERS.get(kind) or staff_words.CATEGORIES.get(kind[0]) or finding["rule"]
    purpose = _PURPOSES.get(finding["rule"]) or staffs.get((finding["rule"], finding["version"]), "")
    return Rule(
        number=number,
        name=str(name),
        code=finding["rule"],
        version=finding["version"],
        purpose=purpose,
        seen=staff_words.seen_in(finding.get("view", "")),
        score=finding.get("score", SPEAKS),
        url=url,
    )


def _lines(case: Case, message: Message, marks: list[tuple[int, int, int]], zone: str) -> list[Line]:
    chairs = _chairs(case)
    return [_line(said, case, message, marks, chairs, zone) for said in context_of(message.pk)]


def _line(
    said: ContextLine,
    case: Case,
    message: Message,
    marks: list[tuple[int, int, int]],
    chairs: Mapping[UUID, SeatView],
    zone: str,
) -> Line:
    seat = chairs.get(said.author_id) or SeatView(number=1, total=1, alias=said.alias, initials=said.alias[:2])
    body = body_of(message, revision=case.revision) if said.is_it else said.body
    return Line(
        seat=seat,
        said=said,
        time=clock_words(said.at, zone),
        state=words.STATES.get(said.state, said.state),
        parts=parts_of(body or "", marks if said.is_it else ()),
    )


def _chairs(case: Case) -> dict[UUID, SeatView]:
    """Everybody's chair in this circle, also of those who left: the picture that members know them by."""
    everybody = everybody_ever(case.group_id)
    signs = seats.initials({view.seat: view.alias for view in everybody if view.alias})
    return {
        view.person_id: SeatView(
            number=view.seat,
            total=max(case.group.capacity, view.seat),
            alias=view.alias,
            initials=signs.get(view.seat, view.alias[:2]),
            colour=seats.colour(view.seat),
            is_lead=view.leads,
            is_away=view.away,
        )
        for view in everybody
    }


def _earlier(case: Case, author_id: UUID) -> list[tuple[Case, str]]:
    """The writer's decided cases in this group, newest first."""
    rows = Case.objects.filter(group=case.group_id, message__author=author_id, state=Case.State.DECIDED)
    newest = rows.exclude(pk=case.pk).order_by("-decided_at")[:5]
    return [(row, words.OUTCOMES.get(row.outcome, row.outcome)) for row in newest]


def _steps(case: Case, zone: str) -> list[Step]:
    events = list(case.events.order_by("-version"))
    names = _names(event.by for event in events)
    return [
        Step(
            time=clock_words(event.at, zone),
            words=words.event_words(event),
            by=names.get(event.by, ""),
            version=event.version,
            is_last=at == 0,
        )
        for at, event in enumerate(events)
    ]


def _names(actors: Iterator[str]) -> dict[str, str]:
    """The names of staff among these actors."""
    ids = {actor: actor.partition(":")[2] for actor in set(actors) if actor.startswith("user:")}
    users = {str(user.pk): user.name for user in User.objects.filter(pk__in=ids.values())}
    return {actor: users[pk] for actor, pk in ids.items() if pk in users}
