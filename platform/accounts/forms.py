"""What people type at the doors."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import rules
from custody.models import Facility, Unit

DIGITS = {"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}
PLAIN = {"autocapitalize": "none", "spellcheck": "false"}


def without_own_errors(form: forms.Form) -> forms.Form:
    """A form that was sent with a passkey in place of its own fields: it finds no fault with them."""
    form.errors.clear()
    return form


class TabletSignInForm(forms.Form):
    number = forms.CharField(
        label=_("ID number"),
        error_messages={"required": _("Type your ID number.")},
        help_text=_("The number on your card."),
        max_length=40,
        widget=forms.TextInput(attrs=DIGITS),
    )
    pin = forms.CharField(
        label="PIN",
        error_messages={"required": _("Type your PIN.")},
        max_length=rules.PIN_LENGTH.stop - 1,
        widget=forms.PasswordInput(attrs={**DIGITS, "class": "pin"}),
    )


class TabletCardSignInForm(TabletSignInForm):
    """At a facility that asks for the card of letters too."""

    printed = forms.CharField(
        label=_("Letters on your card"),
        error_messages={"required": _("Type the letters on your card.")},
        help_text=_("8 letters and digits. Small or big letters, it does not matter."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}),
    )


class OnlineSignInForm(forms.Form):
    name = forms.CharField(
        label=_("Sign-in name"),
        error_messages={"required": _("Type your sign-in name.")},
        help_text=_("Not your name in the circle."),
        max_length=80,
        widget=forms.TextInput(attrs={**PLAIN, "autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        error_messages={"required": _("Type your password.")},
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class StaffSignInForm(OnlineSignInForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = ""


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        error_messages={"required": _("Type your code.")},
        help_text=_("Six digits from your code app. Or one of your codes on paper."),
        max_length=12,
        widget=forms.TextInput(attrs={**DIGITS, "autocomplete": "one-time-code", "autofocus": True}),
    )


class StaffCodeForm(forms.Form):
    code = forms.CharField(
        label="Code",
        help_text="The six digits that your code app shows now, or one of your recovery codes. Each works once.",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}),
    )


class EnrolForm(forms.Form):
    code = forms.CharField(
        label=_("Code from staff"),
        error_messages={"required": _("Type the code from staff.")},
        help_text=_("Ten letters and digits. Small or big letters, it does not matter."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}),
    )


class KioskForm(forms.Form):
    secret = forms.CharField(
        label=_("What stands after the # in the start address"),
        error_messages={"required": _("Paste what staff gave you.")},
        max_length=100,
        widget=forms.TextInput(attrs={**PLAIN, "autocomplete": "off"}),
    )


class TabletForm(forms.Form):
    """A new tablet, within the facilities of the member of staff who adds it."""

    facility = forms.ModelChoiceField(label="Facility", queryset=Facility.objects.none())
    unit = forms.ModelChoiceField(label="Housing unit", queryset=Unit.objects.none(), required=False)
    label = forms.CharField(label="Label on the device", max_length=40)
    kind = forms.ChoiceField(
        label="What it is",
        choices=[
            ("tablet", "A tablet: it keeps what it is given"),
            ("kiosk", "A kiosk: its storage is wiped at night"),
        ],
        initial="tablet",
        required=False,
    )

    def __init__(self, *args: Any, facilities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        choices["facility"].queryset = facilities.order_by("name")
        choices["unit"].queryset = Unit.objects.filter(facility__in=facilities).order_by("facility__name", "name")


class DeliveryForm(forms.Form):
    """Many tablets at once, within the facilities of the member of staff who puts them on the list."""

    facility = forms.ModelChoiceField(label="Facility", queryset=Facility.objects.none())
    unit = forms.ModelChoiceField(label="Housing unit", queryset=Unit.objects.none(), required=False)
    labels = forms.CharField(
        label="Labels on the devices",
        help_text="One on each line. A range stands for many: A-[001-200].",
        max_length=40_000,
        error_messages={"required": "Write one label at least."},
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, facilities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        choices["facility"].queryset = facilities.order_by("name")
        choices["unit"].queryset = Unit.objects.filter(facility__in=facilities).order_by("facility__name", "name")


class ReplaceForm(forms.Form):
    sure = forms.BooleanField(
        label="The new tablets are here, and nobody needs the old ones any more.",
        error_messages={"required": "Tick this first: the old tablets stop working at once."},
    )


class FleetForm(forms.Form):
    """What of the list is looked at. Whatever an address says that can't be chosen is left out."""

    facility = forms.ModelChoiceField(
        label="Facility", queryset=Facility.objects.none(), required=False, empty_label="All"
    )
    unit = forms.ModelChoiceField(label="Unit", queryset=Unit.objects.none(), required=False, empty_label="All")
    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[
            ("", "All but retired"),
            ("active", "In use"),
            ("enrolling", "Not set up yet"),
            ("suspended", "Suspended"),
            ("clone", "A copy was seen"),
            ("lost", "Lost"),
            ("retired", "Retired"),
        ],
    )
    unseen = forms.BooleanField(label="Not seen for a day", required=False)

    def __init__(self, *args: Any, facilities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        choices["facility"].queryset = facilities.order_by("name")
        choices["unit"].queryset = Unit.objects.filter(facility__in=facilities).order_by("facility__name", "name")


class UnitForm(forms.Form):
    unit = forms.ModelChoiceField(
        label="Housing unit", queryset=Unit.objects.none(), required=False, empty_label="None"
    )

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        choices["unit"].queryset = facility.units.order_by("name")


class OtherFacilityForm(forms.Form):
    facility = forms.ModelChoiceField(label="Facility", queryset=Facility.objects.none())

    def __init__(self, *args: Any, facilities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        choices["facility"].queryset = facilities.order_by("name")
