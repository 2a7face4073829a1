"""The queue of the desk: what waits, in the order of who can wait least."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from core import clock
from moderation.cases import words
from moderation.models import Alert, Case, CaseClaim
from moderation.permissions import cases_of
from moderation.times import span

#: Rows of a queue page and kind; whoever has more waiting needs colleagues, not scrolling.
PAGE = 100
SOON = timedelta(minutes=30)
#: Counted exactly up to here; beyond it the exact number helps nobody, and costs.
MANY = 1000

Severity = Case.Severity


@dataclass(frozen=True, slots=True)
class Row:
    """One case, as the queue writes it: labels only, no words of people."""

    number: int
    url: str
    icon: str
    what: str
    detail: str
    due: str
    where: str
    holder: str
    tone: str
    is_current: bool

    @property
    def element(self) -> str:
        """Its id in the page: focus stays on it when the queue is drawn again."""
        return f"case-{self.number}"


@dataclass(slots=True)
class Group:
    code: str
    title: str
    note: str = ""
    tone: str = ""
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Queue:
    groups: Sequence[Group]
    total: int
    oldest: str

    @property
    def tag(self) -> str:
        """Changes when anything that the queue shows changes."""
        return blake2b(repr(self).encode(), digest_size=8).hexdigest()

    @property
    def shown(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def rest(self) -> int:
        return self.total - self.shown

    @property
    def is_counted(self) -> bool:
        """Whether `total` is the whole truth."""
        return self.total < MANY


def queue_of(user: User, *, current: int | None = None) -> Queue:
    """Everything open in this moderator's scope, most urgent first. `current`: the case that is open beside it."""
    now = clock.now()
    open_cases = cases_of(user).filter(state=Case.State.OPEN)
    urgent = _rows(open_cases.filter(severity__lte=Severity.CRISIS).order_by("severity", "due_at", "number"))
    by_due = _rows(open_cases.order_by("due_at", "number"))
    others = [case for case in by_due if case.severity > Severity.CRISIS]
    oldest = open_cases.order_by("opened_at").values_list("opened_at", flat=True).first()
    return Queue(
        groups=_grouped([*urgent, *others], user=user, current=current, now=now),
        total=_count(open_cases.order_by("due_at")),
        oldest=span(now - oldest) if oldest else "",
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """The queue in figures: each group that has a case (its code, title and how many), most urgent first. `free`:
    cases that nobody holds."""

    groups: Sequence[tuple[str, str, str]]
    total: str
    oldest: str
    free: int


def summary_of(user: User) -> Summary:
    """As many queries as there are groups, and three more, however long the queue is."""
    now = clock.now()
    open_cases = cases_of(user).filter(state=Case.State.OPEN)
    counted = [(group, _count(_in_group(open_cases, group.code, now).order_by("due_at"))) for group in _empty_groups()]
    oldest = open_cases.order_by("opened_at").values_list("opened_at", flat=True).first()
    return Summary(
        groups=[(group.code, group.title, many(count)) for group, count in counted if count],
        total=many(_count(open_cases.order_by("due_at"))),
        oldest=span(now - oldest) if oldest else "",
        free=free_count(user),
    )


def held_by(user: User) -> QuerySet[Case]:
    """The open cases that this moderator holds now, the one due first first."""
    held = cases_of(user).filter(state=Case.State.OPEN, claim__user=user, claim__until__gt=clock.now())
    return held.select_related("group", "message").order_by("due_at", "number")


def free_count(user: User) -> int:
    """Open cases in this moderator's scope that nobody holds."""
    waiting = cases_of(user).filter(state=Case.State.OPEN).exclude(claim__until__gt=clock.now())
    return _count(waiting.order_by("due_at"))


def soon_count(user: User) -> int:
    """Cases in this moderator's scope that are due within half an hour, and not yet late; cries for help aside."""
    now = clock.now()
    soon = cases_of(user).filter(state=Case.State.OPEN, due_at__gte=now, due_at__lt=now + SOON)
    return _count(soon.exclude(severity=Severity.CRISIS).order_by("due_at"))


def many(count: int) -> str:
    """As far as is counted."""
    return f"{count}+" if count >= MANY else str(count)


def overdue_count(user: User) -> int:
    """Cases in this moderator's scope that should have been read by now. Cries for help are counted as such."""
    late = cases_of(user).filter(state=Case.State.OPEN, due_at__lt=clock.now())
    return _count(late.exclude(severity=Severity.CRISIS).order_by("due_at"))


def crisis_count(user: User) -> int:
    """Cries for help in this moderator's scope whose case is open."""
    cries = cases_of(user).filter(state=Case.State.OPEN, severity=Severity.CRISIS)
    return _count(cries.order_by("due_at"))


def due_words(due_at: datetime, now: datetime) -> str:
    return f"{span(now - due_at)} late" if due_at < now else span(due_at - now)


def _count(cases: QuerySet[Case]) -> int:
    return cases[:MANY].count()


def _rows(cases: QuerySet[Case]) -> list[Case]:
    """The first page of these. Which ones is asked of the index alone, and only then all about them."""
    first = list(cases.values_list("pk", flat=True)[:PAGE])
    full = Case.objects.filter(pk__in=first).select_related("group", "message", "claim__user")
    by_pk = {case.pk: case for case in full.prefetch_related("alerts__notices__user")}
    return [by_pk[pk] for pk in first if pk in by_pk]


def _grouped(cases: Iterable[Case], *, user: User, current: int | None, now: datetime) -> list[Group]:
    groups = {group.code: group for group in _empty_groups()}
    for case in cases:
        groups[_group_of(case, now)].rows.append(_row(case, user=user, current=current, now=now))
    return [group for group in groups.values() if group.rows]


def _empty_groups() -> tuple[Group, ...]:
    return (
        Group("not_screened", "Not screened yet", "nothing has looked at these", tone="berry"),
        Group("crisis", "Crisis", "to a named person in 60 s", tone="berry"),
        Group("overdue", "Overdue", tone="clay"),
        Group("soon", "Due in 30 minutes"),
        Group("later", "Later"),
    )


def _group_of(case: Case, now: datetime) -> str:
    if case.severity == Severity.NOT_SCREENED:
        return "not_screened"
    if case.severity == Severity.CRISIS:
        return "crisis"
    if case.due_at < now:
        return "overdue"
    return "soon" if case.due_at < now + SOON else "later"


def _in_group(cases: QuerySet[Case], code: str, now: datetime) -> QuerySet[Case]:
    """The same cut as `_group_of`, for the database."""
    if code == "not_screened":
        return cases.filter(severity=Severity.NOT_SCREENED)
    if code == "crisis":
        return cases.filter(severity=Severity.CRISIS)
    others = cases.filter(severity__gt=Severity.CRISIS)
    if code == "overdue":
        return others.filter(due_at__lt=now)
    later = {"due_at__gte": now, "due_at__lt": now + SOON} if code == "soon" else {"due_at__gte": now + SOON}
    return others.filter(**later)


def _row(case: Case, *, user: User, current: int | None, now: datetime) -> Row:
    urgent = case.severity <= Severity.CRISIS
    tone = "berry" if urgent else "clay" if case.due_at < now else ""
    return Row(
        number=case.number,
        url=reverse("moderation:case", args=[case.number]),
        icon=words.icon(case),
        what=words.title(case),
        detail=_detail(case),
        due=due_words(case.due_at, now),
        where=_where(case),
        holder=_holder(case, user=user, now=now),
        tone=tone,
        is_current=case.number == current,
    )


def _detail(case: Case) -> str:
    return words.STATES.get(case.message.state, "") if case.message else ""


def _where(case: Case) -> str:
    lang = case.message.lang if case.message else "en"
    return case.group.name if lang == "en" else f"{case.group.name} · {lang}"


def _holder(case: Case, *, user: User, now: datetime) -> str:
    claim: CaseClaim | None = getattr(case, "claim", None)
    if claim is not None and claim.until > now:
        return "you" if claim.user_id == user.pk else claim.user.name
    return next((_alert_words(alert) for alert in case.alerts.all()), "free")


def _alert_words(alert: Alert) -> str:
    told = [notice.user.name for notice in alert.notices.all() if notice.round == alert.told]
    if alert.state in (Alert.State.ACKNOWLEDGED, Alert.State.RESOLVED):
        return "answered"
    if len(told) == 1:
        return f"{told[0]} told, not answered"
    return f"{len(told)} told, not answered" if told else "nobody told yet"
