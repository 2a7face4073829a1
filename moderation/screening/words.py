"""Why a message waits, in plain words for the one who wrote it. Never the word list, never a charge."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chat import reasons

_KEPT_OUT: Final = _(
    "Ways to reach a person stay out of the room, so that everyone is safe. The marked words are the reason. "
    "You are not in trouble."
)
_WHY: Final[Mapping[tuple[str, str], Promise]] = {
    ("contact_info", "phone"): _(
        "Phone numbers stay out of the room, so that everyone is safe. The marked words are the reason. "
        "You are not in trouble."
    ),
    ("contact_info", "email"): _(
        "E-mail addresses stay out of the room, so that everyone is safe. The marked words are the reason. "
        "You are not in trouble."
    ),
    ("contact_info", "address"): _(
        "Home addresses stay out of the room, so that everyone is safe. The marked words are the reason. "
        "You can name the town without the street."
    ),
    ("contact_info", "payment"): _(
        "Ways to send money stay out of the room, so that no one is pushed to pay. The marked words are the reason."
    ),
    ("contact_info", "handle"): _KEPT_OUT,
    ("contact_info", "link"): _(
        "Links stay out of the room, so that everyone is safe. You can say in your own words what it is about."
    ),
    ("contact_info", "facility_number"): _(
        "Your number stays out of the room. The circle knows you by your name here. Take the marked part out."
    ),
    ("threats_violence", "threat"): _(
        "The marked words sound as if someone may get hurt. A person reads them first. "
        "You can say that you are angry in other words."
    ),
    ("threats_violence", "incitement"): _(
        "The marked words wish harm to someone. A person reads them first. You can say it in other words."
    ),
    ("threats_violence", "asking"): _(
        "The marked words ask how to hurt someone. A person reads them first. You can say how you feel in other words."
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
    ("self_harm", "distress"): _("This sounds very hard. A person reads it too. You are not in trouble."),
    ("self_harm", "other"): _("You worry about someone. A person reads your words too. You are not in trouble."),
    ("hate_slurs", "attack"): _(
        "The marked words put people down for who they are. Everyone has a seat here. You can say what hurt you."
    ),
    ("hate_slurs", "slur"): _("The marked word can hurt people here. Can you say it in another way?"),
    ("sexual", "minor"): _("The marked words are about a child. A person reads them first."),
    ("sexual", "advance"): _("The marked words may make someone here feel unsafe. A person reads them first."),
    ("sexual", "explicit"): _("The marked words are about sex. Can you say it in a plainer way?"),
    ("abuse_report", "report"): _(
        "Thank you for telling. No one may do that to you. A person reads your words. You are not in trouble."
    ),
    ("contraband", "smuggling"): _("The marked words are about bringing things in. A person reads them first."),
    ("contraband", "offer"): _("The marked words sound like a sale. A person reads them first."),
    ("contraband", "seeking"): _(
        "The marked words ask for things that may not be here. A person reads them first. "
        "You can talk about a craving. The circle can help with that."
    ),
    ("contraband", "making"): _(
        "The marked words tell how to make things that may not be here. A person reads them first."
    ),
    ("escape", "plan"): _("The marked words sound like a plan to get out. A person reads them first."),
    ("escape", "talk"): _("The marked words are about getting out. A person reads them too. You are not in trouble."),
    ("gang", "recruiting"): _(
        "Some words speak for a gang. A person reads them first. Here, no one has to pick a side."
    ),
    ("gang", "claim"): _("Some words name a gang. A person reads them too."),
    ("doxxing", "victim_contact"): _(
        "The marked words are about reaching someone from your case. A person reads them first. "
        "Your lawyer can tell you what is allowed."
    ),
    ("doxxing", "private_details"): _(
        "The marked words tell where someone can be found. That stays out of the room, to keep that person safe."
    ),
    ("spam", "scam"): _("This looks like a trick to get money. A person reads it first."),
    ("spam", "advert"): _("This looks like an ad. Ads stay out of the room. A person reads it first."),
    ("spam", "chain"): _("This looks like a text that is passed on and on. Can you say it in your own words?"),
    ("spam", "flood"): _("You said this just now. Give the others some time to read it."),
}
_OTHERWISE: Final = _("A person reads the marked words first. You are not in trouble.")


def tell_chat() -> None:
    """Writers read these reasons in their messages, in whatever language they read then."""
    for (category, tier), text in _WHY.items():
        reasons.register(f"{category}.{tier}", text)


def why(category: str, tier: str) -> Promise:
    """What the writer reads about a finding, in their language when it is shown."""
    return _WHY.get((category, tier), _OTHERWISE)
