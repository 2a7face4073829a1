"""The language that somebody reads."""

from accounts.models import User
from custody.models import Person


def language_of(person: Person) -> str:
    """What they chose at their sign-in; before they have one, what is known of them."""
    chosen = User.objects.filter(person=person).values_list("language", flat=True).first()
    return chosen or person.language
