"""Names to begin with: offered to whoever picks one, each still free. They are made of what is seen outdoors."""

from itertools import islice
from math import gcd

from custody.models import AliasForm, Person
from groups.continuity.aliases import is_real_name, look_alike

OFFERED, LOOKED_AT = 3, 24
_FIRST = [
    "Quiet",
    "Silver",
    "Bright",
    "Calm",
    "Early",
    "Distant",
    "Golden",
    "Gentle",
    "Open",
    "Steady",
    "Warm",
    "Wide",
    "Clear",
    "Patient",
    "Northern",
    "Western",
]
_SECOND = [
    "Birch",
    "Harbor",
    "Meadow",
    "Canyon",
    "Heron",
    "Lantern",
    "Maple",
    "Pebble",
    "Harvest",
    "Prairie",
    "Sparrow",
    "Willow",
    "Summit",
    "Ember",
    "Orchard",
]
_HE = ["Río", "Faro", "Valle", "Roble", "Lago", "Camino", "Puente", "Viento", "Cerro", "Trigo", "Cielo", "Arroyo"]
_SHE = [
    "Luna",
    "Montaña",
    "Brisa",
    "Colina",
    "Orilla",
    "Estrella",
    "Lluvia",
    "Semilla",
    "Marea",
    "Nube",
    "Vereda",
    "Hoguera",
]
_OF_HIM = ["Sereno", "Claro", "Sencillo", "Lejano", "Tranquilo", "Dorado", "Nuevo", "Firme"]
_OF_HER = ["Serena", "Clara", "Sencilla", "Lejana", "Tranquila", "Dorada", "Nueva", "Firme"]

ENGLISH = tuple(f"{first} {second}" for second in _SECOND for first in _FIRST)
SPANISH = tuple(
    f"{thing} {how}" for things, hows in ((_HE, _OF_HIM), (_SHE, _OF_HER)) for thing in things for how in hows
)


def free_examples(person: Person, *, language: str) -> list[str]:
    """A few that nobody has had: the same for this person each time, others for the next."""
    looked_at = list(islice(_walk(SPANISH if language == "es" else ENGLISH, person), LOOKED_AT))
    forms = {look_alike(name): name for name in looked_at}
    taken = set(AliasForm.objects.filter(form__in=forms).values_list("form", flat=True))
    free = (name for form, name in forms.items() if form not in taken and not is_real_name(name, person=person))
    return list(islice(free, OFFERED))


def _walk(names: tuple[str, ...], person: Person) -> list[str]:
    """All of them once, from a place and with a stride that are this person's."""
    start, stride = person.pk.int % len(names), 1 + person.pk.int % 89
    while gcd(stride, len(names)) > 1:
        stride += 1
    return [names[(start + stride * step) % len(names)] for step in range(len(names))]
