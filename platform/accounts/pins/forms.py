"""What people type about their PINs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import rules
from accounts.errors import PinsDiffer
from accounts.forms import DIGITS
from accounts.pins.services import REASONS


def _pin(label: Any, *, missing: Any, help_text: Any = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        error_messages={"required": missing},
        help_text=help_text,
        required=required,
        max_length=rules.PIN_LENGTH.stop - 1,
        widget=forms.PasswordInput(attrs={**DIGITS, "class": "pin"}),
    )


class OwnPinForm(forms.Form):
    new = _pin(
        _("Your new PIN"), missing=_("Type a new PIN."), help_text=_("6 to 12 digits that no one near you can guess.")
    )
    again = _pin(_("The new PIN again"), missing=_("Type the new PIN again."))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("new") and said.get("again") and said["new"] != said["again"]:
            self.add_error("again", str(PinsDiffer.text))
        return said


class ChangePinForm(OwnPinForm):
    old = _pin(_("Your PIN now"), missing=_("Type your PIN."))
    field_order = ("old", "new", "again")


class SilentPinForm(forms.Form):
    pin = _pin(_("Your PIN now"), missing=_("Type your PIN."))
    silent = _pin(
        _("Your silent PIN"),
        missing="",
        help_text=_("Not like your PIN: 2 digits or more are different. Leave it empty to have none."),
        required=False,
    )


class ResetForm(forms.Form):
    reason = forms.ChoiceField(label="Why", choices=[("", "Why?"), *REASONS.items()])
