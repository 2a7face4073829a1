"""What people type about how they sign in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.factors.services import NAME_LENGTH
from accounts.forms import DIGITS, PLAIN

NEW_PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class PasskeyForm(forms.Form):
    name = forms.CharField(
        label=_("A name for this key"),
        error_messages={"required": _("Type a name, so that you know it again.")},
        help_text=_("For example: my phone."),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class CodeAppForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        error_messages={"required": _("Type the code that the app shows.")},
        help_text=_("The six digits that the app shows now."),
        max_length=10,
        widget=forms.TextInput(attrs={**DIGITS, "autocomplete": "one-time-code"}),
    )


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=_("New password"),
        error_messages={"required": _("Type a new password.")},
        help_text=_("Ten letters or more. A few words in a row are good."),
        max_length=200,
        strip=False,
        widget=NEW_PASSWORD,
    )


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("New sign-in name"),
        error_messages={"required": _("Type a new sign-in name.")},
        help_text=_("Not your name in the circle."),
        max_length=80,
        widget=forms.TextInput(attrs={**PLAIN, "autocomplete": "username"}),
    )


class ProveByPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Password"),
        error_messages={"required": _("Type your password.")},
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
