"""What stands on the first page of staff, and in their bar."""

from core.finding import Findings, Found
from core.home import Act, Card, Fact, Row
from core.navigation import Link
from moderation.live import Figure


def cards() -> list[Card]:
    """A crisis, things that are late or calm, and a place at a glance."""
    return [
        Card("Alerts", [Row("Self-harm", "#home", "Cedar Wing", "2 min", "berry")], "", tone="berry", acts=[GO]),
        Card(
            "Desk", [Row("Contact details", "#home", "held", "1 min late", "clay")], "", "11 open", acts=[CLAIM, DESK]
        ),
        Card("Rules that wait", [], "Nothing waits for a second person."),
        Card("Facilities", [Row("Alder Ridge", "#home", facts=FACTS)], "", is_wide=True),
    ]


GO = Act("Go there now", "#home", is_main=True)
CLAIM, DESK = Act("Claim next", "#home", post=True, is_main=True), Act("To the desk", "#home")
FACTS = [
    Fact("42 people inside", "#home"),
    Fact("3 tablets not seen for 24 h", "#home", "clay"),
    Fact("1 sign-in paused", "#home", "dusk"),
    Fact("2 sessions today", "", "pine"),
]


def bar() -> list[Link]:
    """Desk is where one is; Facilities has places within it."""
    within = [Link("#bar", "Tablets", is_here=False), Link("#bar", "Sign-ins", is_here=False)]
    names = ("Home", "Desk", "Groups", "People")
    return [
        *(Link("#bar", name, is_here=name == "Desk", is_page=name == "Desk") for name in names),
        Link("#bar", "Facilities", is_here=False, within=within),
    ]


def figures() -> list[Figure]:
    return [
        Figure("crisis", 1, "crisis", "#home", "berry"),
        Figure("overdue", 3, "overdue", "#home", "clay"),
        Figure("free", 11, "to claim", "#home"),
    ]


def findings() -> list[Findings]:
    """What a few letters lead to."""
    return [
        Findings("People", [Found("Quiet River", "#home", "Alder Ridge, East 2"), Found("Rivera, Jo", "#home")]),
        Findings("Do", [Found("Admit a person", "#home")]),
    ]
