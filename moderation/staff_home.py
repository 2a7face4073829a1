"""What this app has on the first page of staff: the queue, alerts, rules that wait for a colleague, records."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.timezone import localtime

from accounts.doors import Caller
from accounts.models import User
from accounts.permissions import facilities_in_scope, holds, programmes_in_scope
from audit.verification import verify_end
from core import clock, home
from core.home import Act, Card, Fact, Row
from custody.models import Facility, Programme
from custody.timeline import Status, statuses
from groups.continuity.selectors import where_words
from moderation.alerts.selectors import CAUSES, waiting_alerts, waiting_count
from moderation.cases import words
from moderation.cases.queue import due_words, held_by, summary_of
from moderation.models import Alert, Case, DutyPosition
from moderation.permissions import INSIDE, MODERATING, ON_DUTY
from moderation.records.permissions import AUDITING, OFFICER, reads_everything
from moderation.records.targets import look_up, scope_of
from moderation.requests import user_of
from moderation.rules.permissions import PUBLISHING
from moderation.rules.waiting import overrides_to_agree, versions_to_agree
from moderation.times import span
from records.models import Certificate, LegalHold

#: Rows of a card; whoever has more reads the list.
SHOWN = 8
TONES = {"not_screened": "berry", "crisis": "berry", "overdue": "clay"}


def desk(caller: Caller) -> Card | None:
    """For moderators: what waits, by who can wait least."""
    user = user_of(caller)
    if not holds(user, *MODERATING):
        return None
    waiting, page = summary_of(user), reverse("moderation:desk")
    rows = [Row(title, page, aside=count, tone=TONES.get(code, "")) for code, title, count in waiting.groups]
    return Card(
        "The desk",
        rows,
        calm="Nothing waits. New cases come in by themselves.",
        note=f"{waiting.total} open, oldest {waiting.oldest}" if waiting.groups else "",
        tone=rows[0].tone if rows else "",
        acts=[
            *([Act("Claim next", reverse("moderation:next"), post=True, is_main=True)] if waiting.free else []),
            Act("Open the desk", page),
        ],
    )


def mine(caller: Caller) -> Card | None:
    """For moderators: the cases that they hold."""
    user = user_of(caller)
    if not holds(user, *MODERATING):
        return None
    held = held_by(user)[:SHOWN]
    return Card("Cases you hold", [_held(case) for case in held], calm="You hold none.")


def _held(case: Case) -> Row:
    now, late = clock.now(), case.due_at < clock.now()
    return Row(
        f"{words.title(case)} {case.number}",
        reverse("moderation:case", args=[case.number]),
        detail=case.group.name,
        aside=due_words(case.due_at, now),
        tone="clay" if late else "",
    )


def alerts(caller: Caller) -> Card | None:
    """For those on duty: calls that nobody has answered."""
    user = user_of(caller)
    if not holds(user, *ON_DUTY):
        return None
    total = waiting_count(user)
    waiting = list(waiting_alerts(user)[:SHOWN])
    where = statuses(alert.person_id for alert in waiting)
    rows = [_alert(alert, where[alert.person_id]) for alert in waiting]
    return Card(
        "Calls for help",
        rows,
        calm="Nobody waits for an answer.",
        note=f"{total} without an answer" if total else "",
        tone="berry" if total else "",
        acts=[Act("Open Duty", reverse("moderation:duty"), is_main=bool(total))],
    )


def _alert(alert: Alert, status: Status) -> Row:
    """Where they are now."""
    place = where_words(status) if status.held else "Outside"
    age = span(clock.now() - alert.raised_at)
    return Row(CAUSES[alert.cause][0], reverse("moderation:duty"), detail=place, aside=f"{age} ago", tone="berry")


def on_duty(caller: Caller) -> Card | None:
    """For those on duty: who is told first, and next, at each place of theirs."""
    user = user_of(caller)
    if not holds(user, *ON_DUTY):
        return None
    chains = _chains(user)
    rows = [_chain(place, names, user) for place, names in chains[:SHOWN]]
    return Card("Who is on duty", rows, calm="No place is yours.", note="In the order in which they are told")


def _chains(user: User) -> list[tuple[Facility | Programme, list[User]]]:
    """The duty list of each place that this user's duty covers."""
    programmes = programmes_in_scope(user, *ON_DUTY)
    of_programmes = Programme.objects.all() if programmes is None else Programme.objects.filter(pk__in=programmes)
    places: list[Facility | Programme] = [
        *facilities_in_scope(user, *INSIDE).order_by("name"),
        *of_programmes.order_by("name"),
    ]
    positions = DutyPosition.objects.select_related("user").order_by("position")
    standing = positions.filter(user__state=User.State.ACTIVE)
    order: dict[object, list[User]] = {}
    for position in standing:
        order.setdefault(position.facility_id or position.programme_id, []).append(position.user)
    return [(place, order.get(place.pk, [])) for place in places]


def _chain(place: Facility | Programme, names: list[User], user: User) -> Row:
    if not names:
        return Row(place.name, detail="Nobody is on the list: an alert goes to everybody with a duty role", tone="clay")
    told = ", ".join("you" if one.pk == user.pk else one.name for one in names)
    return Row(place.name, detail=told, facts=[Fact("You are first", tone="pine")] if names[0].pk == user.pk else ())


def rules(caller: Caller) -> Card | None:
    """For those who publish rules: what waits until a second person agrees."""
    user = user_of(caller)
    if not holds(user, *PUBLISHING):
        return None
    versions, overrides = versions_to_agree(user), overrides_to_agree(user)
    rows = [
        *(Row(one.rule.code, reverse("rules:rule", args=[one.rule_id]), detail=one.purpose) for one in versions),
        *(Row(one.code, reverse("rules:built_in", args=[one.code]), detail="should run less") for one in overrides),
    ]
    return Card(
        "Rules that wait for you",
        rows[:SHOWN],
        calm="No rule waits for a second person.",
        note=f"{len(rows)} to agree to" if rows else "",
        acts=[Act("All rules", reverse("rules:list"))],
    )


def records(caller: Caller) -> Card | None:
    """For records officers and auditors: what is held, the last purge, and whether the chain holds together."""
    user = user_of(caller)
    if not holds(user, *AUDITING):
        return None
    keeps = holds(user, *OFFICER)
    rows = [*(_holds(user) if keeps else ()), *(_of_everything() if reads_everything(user) else ())]
    holds_page = Act("Legal holds", reverse("records_pages:holds"))
    schedule_page = Act("Schedule", reverse("records_pages:overview"))
    return Card("Records", rows, calm="", acts=[holds_page if keeps else schedule_page])


def _holds(user: User) -> Iterable[Row]:
    standing = list(LegalHold.objects.exclude(state=LegalHold.State.RELEASED))
    scope, targets = scope_of(user), look_up(hold.target for hold in standing)
    shown = [hold for hold in standing if scope.covers(targets[hold.target])]
    asked = [hold for hold in shown if hold.state == LegalHold.State.RELEASE_REQUESTED]
    mine = sum(hold.release_asked_by == f"user:{user.pk}" for hold in asked)
    page = reverse("records_pages:holds")
    yield Row("Legal holds that stand", page, aside=str(len(shown)))
    if len(asked) > mine:
        yield Row("Releases that wait for a second person", page, aside=str(len(asked) - mine), tone="clay")


def _of_everything() -> Iterable[Row]:
    last = Certificate.objects.order_by("-started_at").first()
    if last is None:
        yield Row("Last purge", reverse("records_pages:certificates"), detail="There was none yet")
    else:
        page, when = reverse("records_pages:certificate", args=[last.pk]), f"{localtime(last.started_at):%-d %b, %H:%M}"
        broke = last.finished_at is None
        yield Row("Last purge", page, detail="It broke off" if broke else "", aside=when, tone="clay" if broke else "")
    end = verify_end()
    page = reverse("records_pages:audit")
    if end.broken is None:
        yield Row("Audit chain", page, detail=f"The last {end.links} links hold together", aside="verified now")
    else:
        yield Row("Audit chain", page, detail=f"Link {end.broken.seq} is not what it was", tone="berry")


home.register("moderation.alerts", alerts, rank=10)
home.register("moderation.desk", desk, rank=20)
home.register("moderation.mine", mine, rank=25)
home.register("moderation.on_duty", on_duty, rank=30)
home.register("moderation.rules", rules, rank=60)
home.register("moderation.records", records, rank=70)
