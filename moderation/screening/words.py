"""Why a message waits, in plain words for the one who wrote it. Never the word list, never a charge."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WHY: Final[Mapping[tuple[str, str], Promise]] = {
    ("contact_info", "phone"): _(
        "Phone numbers stay out of the room, so that everyone is safe. The marked words are the reason. "
        "You are not in trouble."
    ),
    ("contact_info", "email"): _(
        "E-mail addresses stay out of the room, so that everyone is safe. The marked words are the reason. "
        "You are not in trouble."
    ),
    ("threats_violence", "threat"): _(
        "The marked words sound as if someone may get hurt. A person reads them first. "
        "You can say that you are angry in other words."
    ),
    ("threats_violence", "incitement"): _(
        "The marked words wish harm to someone. A person reads them first. You can say it in other words."
    ),
    ("threats_violence", "urge"): _(
        "The marked words are about hurting someone. A person reads them too. "
        "It is all right to say that you are angry."
    ),
    ("threats_violence", "reported"): _(
        "The marked words say that someone may be in danger. A person reads them too. You are not in trouble."
    ),
    ("self_harm", "intent"): _("Your life matters to us. A person wants to know how you are. You are not in trouble."),
    ("self_harm", "ideation"): _("Your words matter to us. A person reads them too. You are not in trouble."),
    ("self_harm", "other"): _("You worry about someone. A person reads your words too. You are not in trouble."),
}
_OTHERWISE: Final = _("A person reads the marked words first. You are not in trouble.")


def why(category: str, tier: str) -> Promise:
    """What the writer reads about a finding, in their language when it is shown."""
    return _WHY.get((category, tier), _OTHERWISE)
