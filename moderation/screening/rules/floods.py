"""What `floods.py` looks for, in any language. Its words of support are without accents."""

from typing import Final

from .base import Rule

#: Said again and again for good reasons, whatever stands around them.
SUPPORT: Final = (
    r"amen|you got this|you can do (?:it|this)|stay strong|keep (?:going|your head up|it up|pushing)|one day at a time"
    r"|proud of you|happy birthday|congrat\w*|thank(?:s| you)|god bless|praying for you|love (?:you|yall|u)"
    r"|here for you|good (?:morning|night)|welcome(?: home| back)?|im (?:here|present)|gracias|animo|fuerza"
    r"|tu puedes|si se puede|dios (?:te|los|nos|les) bendiga\w*|feliz cumpleanos|felicidades|buenos dias"
    r"|buenas (?:tardes|noches)|bienvenid[oa]s?|un dia a la vez|aqui estoy|(?:te|los) quiero|bendiciones|presente"
)

FLOOD: Final = Rule(
    code="any.spam.flood",
    category="spam",
    tier="flood",
    purpose="The same text, line, words or sign again and again, in one message or over the writer's last ones.",
    must_match=(
        "come to my bunk. Come to my bunk! come to my bunk. COME TO MY BUNK. come to my bunk.",
        "vote for cell nine\n" * 5,
        "mira mi página " * 6,
        "spades " * 20,
        "h" * 60,
        "look " + "!" * 80,
    ),
    must_not_match=(
        "no no no no no, not again",
        "haha" * 10,
        "You got this, brother! You got this, brother! You got this, brother! You got this, brother! You got this!",
        "amen " * 30,
        "ánimo a todos los hermanos. " * 6,
        "😂" * 40,
        "day 1. day 2. day 3. day 4. day 5. day 6.",
        "help me " * 8,
        "-" * 40,
    ),
)

RULES: Final[tuple[Rule, ...]] = (FLOOD,)
