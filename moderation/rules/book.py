"""The rule book's lock: whoever changes which rules run holds it until the end of the unit."""

from django.db.models import F

from moderation.rules.models import RuleBook


def change_book() -> None:
    """Call first in a unit that changes what runs: the book is locked before any rule, and its generation rises."""
    RuleBook.objects.get_or_create(id=1)
    RuleBook.objects.select_for_update().get(id=1)
    RuleBook.objects.filter(id=1).update(generation=F("generation") + 1)


def generation() -> int:
    """0 before anything was ever published here."""
    return RuleBook.objects.filter(id=1).values_list("generation", flat=True).first() or 0
