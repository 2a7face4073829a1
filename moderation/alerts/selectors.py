"""What can be seen of alerts: by the person who called, and by those on duty."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import SignIn, User
from core import clock
from custody.merging import root_id
from custody.models import CustodyEvent, Person, Tablet
from custody.timeline import Status, statuses
from groups.continuity.selectors import OUT_WORDS
from moderation.alerts.rota import next_name
from moderation.models import Alert, AlertNotice
from moderation.permissions import alerts_of, may_answer, on_duty_for
from moderation.times import clock_words, span, zone_at

#: For how long a closed alert is still shown to the person and to those on duty.
SHOWN_AFTER = timedelta(minutes=30)
#: Causes that the person themselves knows of.
OWN_CAUSES = (Alert.Cause.HELP, Alert.Cause.SELF_HARM)

State = Alert.State


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody's call for help stands, honestly. Lines are in the language that is active now."""

    alert_id: UUID
    state: str
    raised_at: datetime
    lines: tuple[str, ...]

    @property
    def waits(self) -> bool:
        """Nobody has answered yet: whoever shows this looks again soon."""
        return self.state in (State.RAISED, State.NOTIFIED)

    @property
    def title(self) -> str:
        if self.waits:
            return _("You asked for help")
        return _("Someone answered you") if self.state == State.ACKNOWLEDGED else _("Your call is closed")

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def standing_for(person: Person) -> Standing | None:
    """The call for help of this person that matters now."""
    alert = alerts_that_matter([person.pk]).get(person.pk)
    return standing_of(alert) if alert else None


def alerts_that_matter(person_ids: Iterable[UUID]) -> dict[UUID, Alert]:
    """The call for help of each of these persons that matters now: one that waits, else the latest that is not long
    over. One query where nobody has called."""
    recent = Q(resolved_at=None) | Q(resolved_at__gt=clock.now() - SHOWN_AFTER)
    ids = list(person_ids)
    own = Q(person__in=ids) | Q(person__merged_into__in=ids)
    theirs = _full(Alert.objects.filter(recent, own, cause__in=OWN_CAUSES))
    ranked = sorted(theirs, key=lambda alert: (alert.state in (State.RAISED, State.NOTIFIED), alert.raised_at))
    return {root_id(alert.person): alert for alert in ranked}


def standing_of(alert: Alert) -> Standing:
    zone = zone_at(alert.facility, alert.programme)
    return Standing(alert.pk, alert.state, alert.raised_at, tuple(_lines(alert, zone)))


def _lines(alert: Alert, zone: str) -> Iterable[str]:
    if alert.state == State.RESOLVED:
        yield _("Your call for help is closed. You can call again at any time.")
    elif alert.state == State.ACKNOWLEDGED:
        assert alert.acknowledged_at and alert.acknowledged_by
        answered = {"name": alert.acknowledged_by.name, "time": clock_words(alert.acknowledged_at, zone)}
        yield _("%(name)s answered at %(time)s. A person knows that you need help.") % answered
    else:
        yield from _waiting_lines(alert, zone)


def _waiting_lines(alert: Alert, zone: str) -> Iterable[str]:
    notices = sorted(alert.notices.all(), key=lambda notice: (notice.round, notice.pk))
    last = [notice for notice in notices if notice.round == alert.told]
    if not last:
        asked = {"time": clock_words(alert.raised_at, zone)}
        yield _("You asked for help at %(time)s. We could not tell anyone yet.") % asked
        yield _("We keep trying. Do not wait for us: ask any person near you for help.")
        return
    names, when = ", ".join(notice.user.name for notice in last), clock_words(last[0].at, zone)
    if len(last) == 1:
        yield _("We told %(name)s at %(time)s. No answer yet.") % {"name": names, "time": when}
    else:
        yield _("We told everyone on duty at %(time)s: %(names)s. No answer yet.") % {"names": names, "time": when}
    yield from _next_line(alert, zone)


def _next_line(alert: Alert, zone: str) -> Iterable[str]:
    if alert.next_at is None:
        return
    name, when = next_name(alert), clock_words(alert.next_at, zone)
    if name:
        yield _("If no one answers, we tell %(name)s at %(time)s.") % {"name": name, "time": when}
    else:
        yield _("If no one answers, we tell everyone on duty at %(time)s.") % {"time": when}


# Those on duty

#: What an alert is called, and its icon.
CAUSES: Mapping[str, tuple[str, str]] = {
    Alert.Cause.HELP: ("Asks for help", "help"),
    Alert.Cause.SELF_HARM: ("Words of self-harm", "help"),
    Alert.Cause.NOT_SCREENED: ("A message that nothing has screened", "alert"),
    Alert.Cause.DURESS: ("Silent call: they came in under pressure", "help"),
}
#: What whoever answers must know beside it.
CARE: Mapping[str, str] = {
    Alert.Cause.DURESS: (
        "Do not show them, or anybody near them, that you know. Come as on a round, and part them from the others. "
        "Don't speak of this call on an open radio."
    ),
}


@dataclass(frozen=True, slots=True)
class DutyAlert:
    """An alert as somebody on duty needs it: who, where, since when, who knows. No words of the person."""

    id: UUID
    cause: str
    state: str
    legal_name: str
    alias: str
    facility: str
    unit: str
    housing: str  # cell or bed: for duty roles, and for nobody else
    away: str  # why they are not in the building, in words
    group: str
    raised_at: datetime
    age: str
    next_at: datetime | None
    zone: str
    told: tuple[tuple[str, datetime], ...]
    answered_by: str
    answered_at: datetime | None
    resolved_by: str
    may_answer: bool
    may_resolve: bool
    tablet: str = ""  # of a silent call: where they came in

    @property
    def care(self) -> str:
        return CARE.get(self.cause, "")

    @property
    def waits(self) -> bool:
        return self.state in (State.RAISED, State.NOTIFIED)

    @property
    def may_close(self) -> bool:
        return self.may_resolve and self.state == State.ACKNOWLEDGED

    @property
    def title(self) -> str:
        return CAUSES[self.cause][0]

    @property
    def icon(self) -> str:
        return CAUSES[self.cause][1]

    @property
    def since(self) -> str:
        return clock_words(self.raised_at, self.zone)

    @property
    def next(self) -> str:
        return clock_words(self.next_at, self.zone) if self.next_at else ""

    @property
    def answered(self) -> str:
        return clock_words(self.answered_at, self.zone) if self.answered_at else ""

    @property
    def told_words(self) -> list[tuple[str, str]]:
        return [(name, clock_words(at, self.zone)) for name, at in self.told]


def duty_alerts(user: User) -> list[DutyAlert]:
    """Those that wait first (the longest first), then those that somebody has answered, then the newly closed."""
    now = clock.now()
    recent = Q(resolved_at=None) | Q(resolved_at__gt=now - SHOWN_AFTER)
    alerts = _full(alerts_of(user).filter(recent))
    order = {State.RAISED: 0, State.NOTIFIED: 0, State.ACKNOWLEDGED: 1, State.RESOLVED: 2}
    ranked = sorted(alerts, key=lambda alert: (order[State(alert.state)], alert.raised_at))
    where, tablets = statuses(alert.person_id for alert in ranked), _tablets(ranked)
    return [
        replace(_duty_alert(alert, user, where[alert.person_id], at=now), tablet=tablets.get(alert.pk, ""))
        for alert in ranked
    ]


def _tablets(alerts: Iterable[Alert]) -> dict[UUID, str]:
    """Where each silent call came from: its id names the sign-in. No query where there is none."""
    silent = {alert.client_id: alert.pk for alert in alerts if alert.cause == Alert.Cause.DURESS}
    if not silent:
        return {}
    found = SignIn.objects.filter(pk__in=list(silent), tablet__isnull=False).select_related("tablet__unit")
    return {silent[one.pk]: _where(one.tablet) for one in found if one.tablet}


def _where(tablet: Tablet) -> str:
    return f"Tablet {tablet.label}, {tablet.unit}" if tablet.unit else f"Tablet {tablet.label}"


def waiting_count(user: User) -> int:
    """Alerts that nobody has answered, within this person's reach."""
    return alerts_of(user).filter(state__in=(State.RAISED, State.NOTIFIED)).count()


def waiting_alerts(user: User) -> QuerySet[Alert]:
    """Those that waiting_count counts, the longest first."""
    waiting = alerts_of(user).filter(state__in=(State.RAISED, State.NOTIFIED))
    return waiting.select_related("facility", "unit").order_by("raised_at")


def _duty_alert(alert: Alert, user: User, where: Status, *, at: datetime) -> DutyAlert:
    """Where the person is *now*: they may have been moved since they called."""
    answered, resolved = alert.acknowledged_by, alert.resolved_by
    on_duty = on_duty_for(user, alert)
    return DutyAlert(
        id=alert.pk,
        cause=alert.cause,
        state=alert.state,
        legal_name=alert.person.legal_name,
        alias=alert.person.alias,
        facility=where.facility.name if where.facility else "",
        unit=where.unit.name if where.unit else "",
        housing=where.housing if on_duty else "",
        away=OUT_WORDS[CustodyEvent.Kind(where.reason)] if where.is_out else "",
        group=alert.group.name if alert.group else "",
        raised_at=alert.raised_at,
        age=span(at - alert.raised_at),
        next_at=alert.next_at,
        zone=zone_at(alert.facility, alert.programme),
        told=tuple(_first_told(alert.notices.all())),
        answered_by=answered.name if answered else "",
        answered_at=alert.acknowledged_at,
        resolved_by=resolved.name if resolved else "",
        may_answer=may_answer(user, alert),
        may_resolve=on_duty,
    )


def _first_told(notices: Iterable[AlertNotice]) -> Iterable[tuple[str, datetime]]:
    """Each name once, with the last time that they were told."""
    last: dict[str, datetime] = {}
    for notice in sorted(notices, key=lambda notice: notice.pk):
        last[notice.user.name] = notice.at
    return last.items()


def _full(alerts: QuerySet[Alert]) -> list[Alert]:
    rows = alerts.select_related(
        "person", "facility", "unit", "programme", "group", "case", "acknowledged_by", "resolved_by"
    )
    return list(rows.prefetch_related("notices__user"))
