"""Nobody sits here who is not known to be an adult: staff confirm it once, and say how they know."""

from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.models import Person
from groups import kinds
from groups import services as seats
from groups.continuity.errors import AdultUnclear

#: How it was checked: the code that goes on the record, and its words.
CHECKED_BY = {
    "facility_record": "The facility's record says the date of birth",
    "identity_card": "I saw an identity card or passport",
    "court_paper": "A court or release paper says it",
}


@unit()
def confirm_adult(*, person: Person, checked_by: str, by: object) -> None:
    """This person is 18 or older. Once is enough: the first who said so stays on the record."""
    if checked_by not in CHECKED_BY:
        raise AdultUnclear
    now = clock.now()
    fresh = Person.objects.filter(pk=person.pk, adult_confirmed_at=None)
    if not fresh.update(adult_confirmed_at=now, adult_confirmed_by=actor(by)):
        return
    person.refresh_from_db()
    seats.authority_changed(person_id=person.pk)
    changes.note("person.changed", person.pk)
    record(kinds.ADULT_CONFIRMED, by=by, subject=f"person:{person.pk}", at=now, checked_by=checked_by)
