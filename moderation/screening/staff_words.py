"""What categories and tiers are called where staff read them."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CATEGORIES: Final[Mapping[str, Promise]] = {
    "contact_info": _("Contact details"),
    "threats_violence": _("Threat or violence"),
    "self_harm": _("Self-harm"),
    "hate_slurs": _("Hate or slurs"),
    "sexual": _("Sexual content"),
    "abuse_report": _("Report of abuse"),
    "contraband": _("Contraband"),
    "escape": _("Escape"),
    "gang": _("Gang"),
    "doxxing": _("Someone else's details"),
    "spam": _("Spam or scam"),
}

#: How the words had to be read: by the name of a view, or of the steps that made one.
VIEWS: Final[Mapping[str, str]] = {
    "digits": "numbers said in words",
    "figures": "letters that stand for figures",
    "skeleton": "letters of other scripts that look alike",
    "leet": "figures and signs for letters",
    "squeezed": "letters repeated",
    "joined": "letters set apart",
    "masked": "a sign in place of a letter",
    "swapped": "letters swapped",
    "signs": "signs said as words",
    "recent": "with the messages just before",
}


def seen_in(view: str) -> str:
    """Empty where the words stand there plainly."""
    return ", ".join(VIEWS[step] for step in view.split("+") if step in VIEWS)


TIERS: Final[Mapping[tuple[str, str], Promise]] = {
    ("contact_info", "phone"): _("Phone number"),
    ("contact_info", "email"): _("E-mail address"),
    ("contact_info", "address"): _("Street address"),
    ("contact_info", "payment"): _("Way to pay"),
    ("contact_info", "handle"): _("Name on a social network"),
    ("contact_info", "link"): _("Link"),
    ("contact_info", "facility_number"): _("Facility number"),
    ("threats_violence", "threat"): _("Says that they will hurt a person"),
    ("threats_violence", "incitement"): _("Says that people should be hurt"),
    ("threats_violence", "asking"): _("Asks how to hurt a person"),
    ("threats_violence", "urge"): _("Anger, said as a wish to hurt"),
    ("threats_violence", "reported"): _("Tells of a threat by somebody else"),
    ("self_harm", "intent"): _("Wants, plans or is about to end their life"),
    ("self_harm", "ideation"): _("Wishes to be dead, or hurts themselves"),
    ("self_harm", "distress"): _("Despair, without a word of death"),
    ("self_harm", "other"): _("Worried about somebody else"),
    ("hate_slurs", "attack"): _("Contempt for people for what they are"),
    ("hate_slurs", "slur"): _("A slur"),
    ("sexual", "minor"): _("Sexual words about a child"),
    ("sexual", "advance"): _("Sexual words to a person"),
    ("sexual", "explicit"): _("Explicit sexual words"),
    ("abuse_report", "report"): _("Tells of sexual abuse"),
    ("contraband", "smuggling"): _("How goods come in"),
    ("contraband", "offer"): _("Offers what may not be here"),
    ("contraband", "seeking"): _("Looks for what may not be here"),
    ("contraband", "making"): _("How to make what may not be here"),
    ("escape", "plan"): _("A plan to get out"),
    ("escape", "talk"): _("Talk of getting out"),
    ("gang", "recruiting"): _("Recruits or gives orders for a gang"),
    ("gang", "claim"): _("Claims a gang"),
    ("doxxing", "victim_contact"): _("Contact with a victim or witness"),
    ("doxxing", "private_details"): _("Where somebody else lives or is found"),
    ("spam", "scam"): _("A scam"),
    ("spam", "advert"): _("Advertising"),
    ("spam", "chain"): _("A chain letter"),
    ("spam", "flood"): _("The same again and again"),
}
