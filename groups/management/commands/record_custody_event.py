"""`manage.py record_custody_event`: the manual path for operators, when pages are down. The same entrance as
everywhere: told twice under one id, it counts once."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.errors import RuleError
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Unit
from custody.timeline import status_of
from groups.continuity.selectors import where_words
from groups.continuity.services import record_custody_event


class Command(BaseCommand):
    help = "Record a custody event of a person, named by a facility's code and their number there (alder:700123)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("person", help="facility code and number, as alder:700123")
        parser.add_argument("kind", choices=CustodyEvent.Kind.values)
        parser.add_argument("--at", required=True, help="when, by the facility's clock: 2026-11-20T16:00")
        parser.add_argument("--id", required=True, help="an id of your own for this event: sent twice, it counts once")
        parser.add_argument("--facility", help="code of the facility that holds them after this; none for a release")
        parser.add_argument("--unit", help="name of the unit")
        parser.add_argument("--housing", default="", help="cell or bed")
        parser.add_argument("--source", default="command", help="who tells it; a feed's name counts as heard")
        parser.add_argument("--by", default="system", help="who records it, as user:<id>")

    def handle(self, *args: Any, **options: Any) -> None:
        person = _person(options["person"])
        facility = _facility(options["facility"]) if options["facility"] else None
        zone = (facility or status_of(person).facility or Facility(time_zone=settings.TIME_ZONE)).time_zone
        try:
            event = record_custody_event(
                person=person,
                kind=options["kind"],
                facility=facility,
                unit=_unit(facility, options["unit"]),
                housing=options["housing"],
                occurred_at=_moment(options["at"], zone),
                source=options["source"],
                source_id=options["id"],
                by=options["by"],
            )
        except RuleError as error:
            raise CommandError(f"{error.code}: {error.text}") from error
        self.stdout.write(f"Event {event.pk} is recorded. Now: {where_words(status_of(person))}.")


def _person(named: str) -> Person:
    code, _, number = named.partition(":")
    known = FacilityNumber.objects.filter(facility__code=code, number=number).select_related("person").first()
    if known is None:
        raise CommandError(f"Nobody has the number {number or '?'} at {code or '?'}. Write it as alder:700123.")
    return known.person


def _facility(code: str) -> Facility:
    found = Facility.objects.filter(code=code).first()
    if found is None:
        raise CommandError(f"There is no facility with the code {code}.")
    return found


def _unit(facility: Facility | None, name: str | None) -> Unit | None:
    if not name:
        return None
    found = Unit.objects.filter(facility=facility, name=name).first()
    if found is None:
        raise CommandError(f"There is no unit {name} at {facility or 'no facility'}.")
    return found


def _moment(typed: str, zone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        raise CommandError("Write date and time, like 2026-11-20T16:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
