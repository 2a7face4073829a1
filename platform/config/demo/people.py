"""Who lives in the demo world. Made up, all of it; the secrets are for a world without real people."""

import base64
from dataclasses import dataclass
from typing import Literal

from chat import wire

PIN = "470213"
#: Quiet River's, which opens the same and tells those on duty.
SILENT_PIN = "836159"
PASSWORD = "evening light on water"  # noqa: S105
SECRET = "northern star"  # noqa: S105


@dataclass(frozen=True)
class Someone:
    """A participant. `facility` and `unit` are empty for who is out; `claims` has a card to claim with."""

    key: str
    alias: str
    legal_name: str
    language: Literal["en", "es"] = "en"
    facility: str = ""
    unit: str = ""
    number: str = ""
    groups: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    hours_outside: int = 40 * 24


@dataclass(frozen=True)
class Staff:
    key: str
    name: str
    roles: tuple[str, ...]
    scope: str = ""  # a facility's code, or with '/' and a unit of it, 'programme', or empty for the installation
    duty: tuple[tuple[str, int], ...] = ()

    @property
    def does(self) -> str:
        """Their roles, in words."""
        return ", ".join(role.replace("_", " ") for role in self.roles)

    @property
    def totp_secret(self) -> str:
        """The same in every demo world, so that a phone set up once goes on working."""
        return base64.b32encode(f"demo-{self.key}-".ljust(20, "*").encode()).decode()


FACILITIES = {
    "alder": ("Alder Ridge", ("East 2", "West 1")),
    "birch": ("Birch Valley", ("North 4", "South 1")),
}
PROGRAMME = "Open Door Peer Support"
MONDAY, FATHERS, NEW_START = "Monday Evening Circle", "Fathers Inside and Out", "Nuevo Comienzo"
GROUPS = {
    MONDAY: {"topic": "Coming home", "language": "en", "facilities": ("alder", "birch")},
    FATHERS: {"topic": "Being a father from far away", "language": "en", "facilities": ("alder",)},
    NEW_START: {"topic": "Empezar de nuevo", "language": "es", "facilities": ("alder", "birch")},
}
PEOPLE = (
    Someone("harbor", "Harbor", "Wade Ellison", leads=(MONDAY,)),
    Someone("aster", "Aster", "Nora Whitcomb", leads=(FATHERS,), groups=(MONDAY,)),
    Someone("sol", "Sol Sereno", "Inés Quiroga", language="es", leads=(NEW_START,)),
    Someone("river", "Quiet River", "Dana Kessler", facility="alder", unit="East 2", number="A40117", groups=(MONDAY,)),
    Someone(
        "oak", "Tall Oak", "Miles Prentice", facility="alder", unit="East 2", number="A40252", groups=(MONDAY, FATHERS)
    ),
    Someone(
        "heron",
        "Blue Heron",
        "Owen Tillman",
        facility="alder",
        unit="West 1",
        number="A40388",
        groups=(MONDAY, FATHERS),
    ),
    Someone("cedar", "Cedar", "Ray Lindqvist", facility="birch", unit="North 4", number="B7103", groups=(MONDAY,)),
    Someone(
        "saltmarsh", "Saltmarsh", "Tess Oakley", facility="birch", unit="South 1", number="B7155", groups=(MONDAY,)
    ),
    Someone(
        "garza",
        "Garza Azul",
        "Elena Barrios",
        language="es",
        facility="alder",
        unit="West 1",
        number="A40401",
        groups=(NEW_START,),
    ),
    Someone(
        "lluvia",
        "Lluvia Mansa",
        "Tomás Arriaga",
        language="es",
        facility="birch",
        unit="North 4",
        number="B7180",
        groups=(NEW_START,),
    ),
    Someone("still", "Stillwater", "Jonah Pruitt", groups=(MONDAY, FATHERS), hours_outside=30),
    Someone("juniper", "Juniper", "Marta Feld", groups=(MONDAY, NEW_START)),
)
STAFF = (
    Staff("wren", "Wren", ("moderator",), scope="programme"),
    Staff("finch", "Finch", ("moderator",), scope="programme"),
    Staff("heath", "Heath", ("duty_officer",), scope="alder", duty=(("alder", 1),)),
    Staff("rook", "Rook", ("duty_officer",), scope="birch", duty=(("birch", 1), ("alder", 2))),
    Staff("linden", "Linden", ("duty_officer",), scope="programme", duty=(("programme", 1), ("birch", 2))),
    Staff("sage", "Sage", ("duty_officer",), scope="programme", duty=(("programme", 2),)),
    Staff("lark", "Lark", ("facility_administrator",), scope="alder"),
    Staff("thorn", "Thorn", ("security_officer",), scope="alder"),
    Staff("brook", "Brook", ("facility_administrator",), scope="birch"),
    Staff("reed", "Reed", ("unit_staff",), scope="alder/East 2"),
    Staff("vale", "Vale", ("programme_administrator", "records_officer"), scope="programme"),
    Staff("moss", "Moss", ("programme_administrator",)),
    Staff("fern", "Fern", ("programme_administrator",)),
    Staff("quill", "Quill", ("records_officer",)),
    Staff("ember", "Ember", ("records_officer",)),
    Staff("willow", "Willow", ("clinician",), scope="programme", duty=(("programme", 3),)),
    Staff("cove", "Cove", ("auditor",)),
    Staff("tern", "Tern", ("partner_mentor",), scope="programme"),
)
HELPER_EN = "You are not alone. Tell any officer: “I need to talk to someone now.” A person will come to you."
HELPER_ES = "No está a solas. Diga a un oficial: «Necesito hablar con alguien ahora». Una persona irá con usted."

OFFICER = "P. Marsh, Cook County"

#: (group, who, minutes ago, words). What the rules hold waits at the desk; a nudge is passed over.
TALK = (
    (MONDAY, "harbor", 52, "Welcome back, everyone. One word for today, and why. You can pass. Nobody will ask why."),
    (MONDAY, "aster", 47, "Steady. My week was long, but I slept."),
    (MONDAY, "saltmarsh", 43, "Nervous. My hearing is on Thursday."),
    (MONDAY, "still", 40, "Saltmarsh, I had the same in spring. The waiting was the worst part. It did end."),
    (MONDAY, "cedar", 33, "Tired. But here."),
    (MONDAY, "oak", 26, "When I am out on Friday you can call me at 312 555 0142, my cousin has work."),
    (
        MONDAY,
        "juniper",
        21,
        "Hopeful. I called my daughter on Sunday. First time in four months that she stayed on the line. I did not know"
        " what to say, so I asked about her cat.",
    ),
    (MONDAY, "river", 14, "That is a good start, Juniper."),
    (FATHERS, "aster", 30, "Tonight: letters that we did not send. Read one line if you want to."),
    (FATHERS, "oak", 27, "Who has bluebread left for Friday? I pay in soups."),
    (FATHERS, "still", 25, "Heron, when you are out come to 1487 Walnut Street, second floor. My boys would like you."),
    (FATHERS, "heron", 22, "I wrote: I still know what you were wearing on the first day of school."),
    (FATHERS, "still", 17, "Mine is short. I am sorry I missed the play. I learned the song."),
    (FATHERS, "oak", 15, "They gave my kitchen job to some wetback. I am done asking."),
    (FATHERS, "heron", 13, "Say one more word about my boy, Oak, and I will k1ll you."),
    (FATHERS, "heron", 10, "The night officer on West 1 touched me in the shower and told me to keep quiet."),
    (FATHERS, "still", 6, "Thirty hours out, and my boy would not come to the phone. I wish I was dead."),
    (NEW_START, "sol", 35, "Buenas tardes a todos. ¿Qué les dio fuerza esta semana?"),
    (NEW_START, "garza", 28, "Mi hermana vino a verme. Hablamos de mi mamá y nos reímos mucho."),
    (NEW_START, "lluvia", 19, "Escríbeme a lluvia.mansa arroba correo punto com y te cuento del trabajo."),
    (NEW_START, "lluvia", 14, "¿Alguien tiene suboxone? Pago con sopas."),
    (NEW_START, "juniper", 9, "Gracias por decirlo, Garza Azul."),
)

#: How many words, at the end of each circle's talk, nobody has read yet but who said them.
UNREAD = 3
#: (group, who, whose last words, how): support that was given.
SUPPORT: tuple[tuple[str, str, str, wire.ReactionKind], ...] = (
    (MONDAY, "aster", "saltmarsh", "hear_you"),
    (MONDAY, "harbor", "saltmarsh", "hear_you"),
    (MONDAY, "still", "saltmarsh", "same_here"),
    (MONDAY, "juniper", "river", "thank_you"),
    (NEW_START, "sol", "garza", "stay_strong"),
)
#: How far a first evening has come, and who asks for the turn in it.
PHASES = {MONDAY: "topic", FATHERS: "check_in", NEW_START: "check_in"}
HANDS = ((MONDAY, "saltmarsh"), (FATHERS, "oak"))


def leader_of(group: str) -> Someone:
    return next(someone for someone in PEOPLE if group in someone.leads)


def called(key: str) -> Someone:
    return next(someone for someone in PEOPLE if someone.key == key)
