"""What categories and tiers are called where staff read them."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CATEGORIES: Final[Mapping[str, Promise]] = {
    "contact_info": _("Contact details"),
    "threats_violence": _("Threat or violence"),
    "self_harm": _("Self-harm"),
}

TIERS: Final[Mapping[tuple[str, str], Promise]] = {
    ("contact_info", "phone"): _("Phone number"),
    ("contact_info", "email"): _("E-mail address"),
    ("threats_violence", "threat"): _("Says that they will hurt a person"),
    ("threats_violence", "incitement"): _("Says that people should be hurt"),
    ("threats_violence", "urge"): _("Anger, said as a wish to hurt"),
    ("threats_violence", "reported"): _("Tells of a threat by somebody else"),
    ("self_harm", "intent"): _("Wants, plans or is about to end their life"),
    ("self_harm", "ideation"): _("Wishes to be dead, or hurts themselves"),
    ("self_harm", "other"): _("Worried about somebody else"),
}
