"""Fields of every kind, empty, filled, off and wrong."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.forms import OnlineSignInForm, TabletSignInForm
from moderation.reporting import ReportForm

#: The words of a claim card while they are typed.
WORDS = ("amber", "river", "stone", "light", "", "", "", "", "", "")


class EveryKind(forms.Form):
    """Kinds of fields that the forms of participants have, side by side. Only the page of components shows it."""

    name = forms.CharField(label=_("Sign-in name"), help_text=_("Not your name in the circle."), initial="river.out")
    off = forms.CharField(label=_("ID number"), initial="264175", disabled=True)
    words = forms.CharField(label=_("Message"), widget=forms.Textarea(attrs={"rows": 3}))
    language = forms.ChoiceField(label=_("Language"), choices=[("en", "English"), ("es", "Español")])
    ok = forms.BooleanField(label=_("I have read this"))
    ok_checked = forms.BooleanField(label=_("I have read this"), initial=True)


def wrong(form: type[forms.Form], told: Mapping[str, Any], **typed: Any) -> forms.Form:
    """This form as it comes back, with these errors and nothing else to say; `__all__` is the form's own."""
    found = form({**dict.fromkeys(form.base_fields, ""), **typed})
    found.full_clean()
    found.errors.clear()
    for field, text in told.items():
        found.add_error(None if field == "__all__" else field, ValidationError(text))
    return found


def fields() -> dict[str, Any]:
    every = EveryKind(auto_id="every_%s")
    pin = _("A PIN has only digits, 0 to 9.")
    no_match = _("That does not match. Please look at each field, and try again.")
    return {
        "every": every,
        "at_the_tablet": TabletSignInForm(auto_id="tablet_%s"),
        "at_the_tablet_wrong": wrong(TabletSignInForm, {"number": no_match, "pin": pin}, number="26417"),
        "online_wrong": wrong(OnlineSignInForm, {"__all__": no_match}, name="river.out"),
        "report": ReportForm(auto_id="report_%s"),
        "report_wrong": wrong(ReportForm, {"reason": _("Please choose a reason from the list.")}),
        "card_words": [(place, word) for place, word in enumerate(WORDS, start=1)],
    }
