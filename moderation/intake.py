"""What chat hands to moderation, inside chat's own transaction: ids and findings in, plain words out."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError
from django.utils import translation
from django.utils.translation import gettext as _

from chat.ports import Desk, Finding, HelpStanding, MessageRef, Report, Verdict
from core import clock, keyring
from core.transactions import unit
from custody.models import Person
from custody.timeline import status_of
from groups.models import SupportGroup
from moderation.alerts import services as alerts
from moderation.alerts.selectors import alerts_that_matter, standing_of
from moderation.cases.evidence import Evidence, Severity, add_event, attach, open_case_of, screened_late
from moderation.cases.services import close_screened, close_withdrawn
from moderation.languages import language_of
from moderation.models import Alert, Case, MemberReport
from moderation.times import clock_words, zone_of

NOTE = "moderation.report_note"
#: From the most to the least serious: which finding gives a case its name.
ORDER = (
    "self_harm",
    "abuse_report",
    "threats_violence",
    "sexual",
    "escape",
    "gang",
    "doxxing",
    "contraband",
    "hate_slurs",
    "contact_info",
    "spam",
)

#: Outcomes that a writer is told of.
TOLD = ("released", "returned", "removed")


class ModerationDesk:
    """`chat.ports.Desk`: every method writes in the caller's transaction; if one raises, nothing of it happens."""

    @unit()
    def held(self, ref: MessageRef, verdict: Verdict) -> datetime:
        """Answers the time by which a person will have read it."""
        kind, severity = ("held", Severity.HELD) if verdict.screened else ("not_screened", Severity.NOT_SCREENED)
        category = _category(verdict.findings) if verdict.screened else "not_screened"
        data = {**_data(verdict), "why_not": verdict.why_not}
        case = attach(ref, Evidence(kind, severity, category, data=data), at=clock.now())
        return case.due_at

    @unit()
    def flagged(self, ref: MessageRef, verdict: Verdict) -> None:
        evidence = Evidence("flagged", Severity.FLAGGED, _category(verdict.findings), data=_data(verdict))
        attach(ref, evidence, at=clock.now())

    @unit()
    def crisis(self, ref: MessageRef, verdict: Verdict) -> None:
        """A case and an alert, whatever else happens to the message. Not an offence: nothing is held by this."""
        now = clock.now()
        evidence = Evidence("crisis", Severity.CRISIS, "self_harm", data=_data(verdict))
        case = attach(ref, evidence, at=now)
        alerts.raise_alert(
            cause=Alert.Cause.SELF_HARM,
            person=Person.objects.get(pk=ref.author_id),
            client_id=_alert_id(ref),
            group=case.group,
            case=case,
            at=now,
        )

    @unit()
    def reported(self, ref: MessageRef, report: Report) -> str:
        """Answers what happens next, in the reporter's language. The same `client_id` again records nothing."""
        reporter = Person.objects.get(pk=report.reporter_id)
        case = _known_report(report) or _record_report_once(ref, report, at=clock.now())
        zone = zone_of(status_of(reporter), case.group.programme)
        with translation.override(language_of(reporter)):
            if case.state != Case.State.OPEN:
                return _("Thank you. A person has read it. The circle does not know who told us.")
            return _("Thank you. A person will read it by %(time)s. The circle will not know who told us.") % {
                "time": clock_words(case.due_at, zone)
            }

    @unit()
    def help_asked(self, *, person_id: UUID, client_id: UUID, room_id: UUID | None, at: datetime) -> str:
        """Answers what happens next, in their language. Idempotent by client_id."""
        person = Person.objects.get(pk=person_id)
        alert = alerts.raise_alert(
            cause=Alert.Cause.HELP,
            person=person,
            client_id=client_id,
            group=SupportGroup.objects.filter(room=room_id).first() if room_id else None,
            at=at,
        )
        with translation.override(language_of(person)):
            return standing_of(alert).text

    def help_standings(self, languages: Mapping[UUID, str]) -> dict[UUID, HelpStanding]:
        """What the writers' rooms say until somebody answers, and when they have."""
        return {pk: _help_standing(alert, languages[pk]) for pk, alert in alerts_that_matter(languages).items()}

    def withdrawn(self, ref: MessageRef) -> None:
        """The writer took the message back. A case that only asked whether it may be said is over; a cry for help and
        a member's report stay, with this on them."""
        case = open_case_of(ref.message_id)
        if case is None:
            return
        now = clock.now()
        if case.severity == Severity.CRISIS or case.alerts.exists() or case.reports.exists():
            add_event(case, "withdrawn_by_writer", by=f"person:{ref.author_id}", at=now)
            case.save(update_fields=["version"])
        else:
            close_withdrawn(case, at=now)

    @unit()
    def screened(self, ref: MessageRef, verdict: Verdict, *, delivered: bool) -> None:
        """The screening has come round to what it had missed. Found nothing: the case is over, unless something else
        is in it; else it is an ordinary held message now, due when it was."""
        case = open_case_of(ref.message_id)
        if case is None:
            return
        now = clock.now()
        cries = case.alerts.exclude(cause=Alert.Cause.NOT_SCREENED)
        if delivered and not (verdict.crisis or cries.exists() or case.reports.exists()):
            close_screened(case, at=now)
        else:
            screened_late(case, category=_category(verdict.findings), data=_data(verdict), at=now)

    def decided_case(self, message_id: UUID) -> int | None:
        """Not one that left the message as it is: its writer knows of none."""
        decided = Case.objects.filter(message=message_id, state=Case.State.DECIDED, outcome__in=TOLD)
        return decided.order_by("-decided_at").values_list("number", flat=True).first()


def _help_standing(alert: Alert, language: str) -> HelpStanding:
    with translation.override(language):
        standing = standing_of(alert)
    return HelpStanding(standing.text, standing.waits)


def note_of(report: MemberReport) -> str:
    """The reporter's own words, opened."""
    return keyring.ring().open(NOTE, report.note).decode() if report.note else ""


def _known_report(report: Report) -> Case | None:
    """The case of a report that was sent before."""
    mine = MemberReport.objects.filter(reporter=report.reporter_id, client_id=report.client_id)
    known = mine.select_related("case__group__programme").first()
    return known.case if known else None


def _record_report_once(ref: MessageRef, report: Report, *, at: datetime) -> Case:
    try:
        with unit():
            return _record_report(ref, report, at=at)
    except IntegrityError:  # the same report came in twice at once, and the other one is there now
        known = _known_report(report)
        if known is None:
            raise
        return known


def _record_report(ref: MessageRef, report: Report, *, at: datetime) -> Case:
    """Who reported stands in the report alone, never in the case's events."""
    data = {"reason": report.reason, **_of_note(report.verdict)}
    case = attach(ref, Evidence("report", Severity.REPORTED, "report", data=data), at=at)
    MemberReport.objects.create(
        case=case,
        message_id=ref.message_id,
        reporter_id=report.reporter_id,
        client_id=report.client_id,
        reason=report.reason,
        note=keyring.ring().seal(NOTE, report.note.encode()) if report.note else "",
        at=at,
    )
    _answer_cry(case, report, at=at)
    return case


def _of_note(verdict: Verdict | None) -> dict[str, object]:
    """What the screening saw in a report's note; it is shown beside it."""
    if verdict is None:
        return {}
    if not verdict.screened:
        return {"note": ["not_screened"]}
    kinds = sorted({f"{finding.category}.{finding.tier}" for finding in verdict.findings})
    return {"note": kinds} if kinds else {}


def _answer_cry(case: Case, report: Report, *, at: datetime) -> None:
    """Whoever reports may be in danger too: their own words call somebody to them."""
    if report.verdict is None or not report.verdict.crisis:
        return
    alerts.raise_alert(
        cause=Alert.Cause.SELF_HARM,
        person=Person.objects.get(pk=report.reporter_id),
        client_id=report.client_id,
        group=case.group,
        at=at,
    )


def _alert_id(ref: MessageRef) -> UUID:
    """One alert per revision: the same words sent again by a bad line are not a second cry."""
    return ref.message_id if ref.revision == 1 else uuid5(ref.message_id, str(ref.revision))


def _category(findings: Iterable[Finding]) -> str:
    found = {finding.category for finding in findings}
    return next((category for category in ORDER if category in found), min(found, default="other"))


def _data(verdict: Verdict) -> dict[str, object]:
    rules = sorted({f"{finding.rule}@{finding.version}" for finding in verdict.findings})
    return {"rules": rules, "screener": verdict.screener}


desk: Desk = ModerationDesk()
