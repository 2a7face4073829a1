"""What people type about groups, seats and custody."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import clock
from core.ids import new_id
from custody.models import CustodyEvent, Facility, Person, Unit
from groups.continuity.adults import CHECKED_BY
from groups.continuity.errors import ReasonMissing
from groups.continuity.reasons import Reason
from groups.models import Membership

#: A year before this one is a slip of the hand; the first ones of all are no moments in some time zones.
EARLIEST = 1900
LANGUAGES = [("en", "English"), ("es", "Español")]


class AliasForm(forms.Form):
    alias = forms.CharField(
        label=_("Your name in the circle"),
        error_messages={"required": _("Type a name, or take one of these.")},
        help_text=_("Letters only. Not a real name. It stays the same for life."),
        max_length=60,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "autocapitalize": "words"}),
    )


class SecretForm(forms.Form):
    secret = forms.CharField(
        label=_("Your own word"),
        error_messages={"required": _("Type your own word.")},
        help_text=_("One word or a few, 6 letters or more. Keep it in your head, not on paper."),
        max_length=80,
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "off"}),
    )


class ClaimSecretForm(forms.Form):
    secret = forms.CharField(
        label=_("The word you chose inside"),
        error_messages={"required": _("Type the word you chose inside.")},
        help_text=_("You picked it on the tablet before you left."),
        max_length=80,
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "off"}),
    )


class WayInForm(forms.Form):
    """How the person comes in from now on. No e-mail."""

    sign_in = forms.CharField(
        label=_("A name to sign in with"),
        error_messages={"required": _("Type a name to sign in with.")},
        help_text=_("Only you know this name. It is not your name in the circle."),
        max_length=60,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("A password"),
        error_messages={"required": _("Type a password.")},
        help_text=_("10 letters or more. A few words you can keep in your head work best."),
        max_length=200,
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
    )


def _staff_input(kind: type[forms.Widget] = forms.TextInput, **attrs: str) -> forms.Widget:
    return kind(attrs={"class": "input", "autocomplete": "off", **attrs})


class AdmitForm(forms.Form):
    legal_name = forms.CharField(label="Legal name", max_length=200, widget=_staff_input())
    number = forms.CharField(label="Facility number", max_length=40, widget=_staff_input())
    facility = forms.ModelChoiceField(Facility.objects.none(), label="Facility", widget=_staff_input(forms.Select))
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Unit", required=False, widget=_staff_input(forms.Select))
    language = forms.ChoiceField(choices=LANGUAGES, label="Language", widget=_staff_input(forms.Select))
    pin = forms.CharField(
        label="First PIN",
        help_text="6 to 12 digits, told to the person by word of mouth. Not their number.",
        max_length=12,
        widget=_staff_input(inputmode="numeric"),
    )
    adult = forms.ChoiceField(
        choices=list(CHECKED_BY.items()), label="How you know their age", widget=_staff_input(forms.Select)
    )
    is_adult = forms.BooleanField(
        label="This person is 18 or older, and I have checked it that way",
        error_messages={"required": "Only adults can be admitted. Check the age, then tick this."},
    )

    def __init__(self, *args: Any, facilities: QuerySet[Facility], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_places(self, facilities)

    def clean(self) -> dict[str, Any]:
        """Whether they are an adult is asked for; how it was checked is what is kept."""
        said = super().clean() or {}
        said.pop("is_adult", None)
        return said


class AdultForm(forms.Form):
    adult = forms.ChoiceField(
        choices=list(CHECKED_BY.items()), label="How you know their age", widget=_staff_input(forms.Select)
    )
    is_adult = forms.BooleanField(
        label="This person is 18 or older, and I have checked it that way",
        error_messages={"required": "Check the age, then tick this."},
    )


class CustodyEventForm(forms.Form):
    """One event, at the local time of the place. `source_id` is made with the form: sent twice, counted once."""

    kind = forms.ChoiceField(
        choices=CustodyEvent.Kind.choices, label="What happened", widget=_staff_input(forms.Select)
    )
    facility = forms.ModelChoiceField(
        Facility.objects.none(),
        label="Facility",
        required=False,
        help_text="That holds the person after this. Leave empty for a release or a death.",
        widget=_staff_input(forms.Select),
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Unit", required=False, widget=_staff_input(forms.Select))
    number = forms.CharField(
        label="Facility number",
        required=False,
        max_length=40,
        help_text="If the facility gave a new one.",
        widget=_staff_input(),
    )
    housing = forms.CharField(
        label="Cell or bed",
        required=False,
        max_length=60,
        help_text="Shown to those on duty when this person needs help.",
        widget=_staff_input(),
    )
    occurred_at = forms.CharField(
        label="When it happened (by the clock of the facility)",
        widget=_staff_input(type="datetime-local", step="1"),
    )
    source_id = forms.CharField(max_length=80, widget=forms.HiddenInput())

    def __init__(self, *args: Any, facilities: QuerySet[Facility], zone: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_places(self, facilities)
        now = timezone.localtime(clock.now(), ZoneInfo(zone) if zone else None)
        self.fields["source_id"].initial = f"staff-{new_id()}"
        self.fields["occurred_at"].initial = now.strftime("%Y-%m-%dT%H:%M")

    def clean_occurred_at(self) -> datetime:
        """The time as typed, still without a zone: the place decides it in `clean`."""
        try:
            typed = datetime.fromisoformat(self.cleaned_data["occurred_at"])
        except ValueError:
            typed = None
        if typed is None or typed.year < EARLIEST:
            raise forms.ValidationError("Write date and time, like 2026-11-20T16:00.", code="time")
        return typed

    def moment(self, zone: str) -> datetime:
        """When it happened, in this time zone."""
        typed: datetime = self.cleaned_data["occurred_at"]
        return typed if typed.tzinfo else typed.replace(tzinfo=ZoneInfo(zone))


def _offer_places(form: forms.Form, facilities: QuerySet[Facility]) -> None:
    places = facilities.order_by("name")
    form.fields["facility"].queryset = places  # type: ignore[attr-defined]
    form.fields["unit"].queryset = Unit.objects.filter(facility__in=places).order_by("name")  # type: ignore[attr-defined]


class TakeBackForm(forms.Form):
    reason = forms.ChoiceField(
        choices=[("", "Choose why"), *Reason.choices],
        label="Why",
        error_messages={"required": str(ReasonMissing.text)},
        widget=_staff_input(forms.Select),
    )


class MergeForm(forms.Form):
    """`source_id` is made with the form: sent twice, counted once."""

    source_id = forms.CharField(max_length=80, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source_id"].initial = f"staff-{new_id()}"


class SeatForm(forms.Form):
    person = forms.ModelChoiceField(Person.objects.none(), label="Person", widget=_staff_input(forms.Select))
    role = forms.ChoiceField(choices=Membership.Role.choices, label="Role", widget=_staff_input(forms.Select))

    def __init__(self, *args: Any, persons: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = persons.exclude(alias="").order_by("alias")  # type: ignore[attr-defined]


class ApprovalForm(forms.Form):
    facility = forms.ModelChoiceField(Facility.objects.none(), label="Facility", widget=_staff_input(forms.Select))
    days = forms.IntegerField(
        label="Days", min_value=1, max_value=730, initial=365, widget=_staff_input(forms.NumberInput)
    )
    granted_role = forms.CharField(
        label="In which role",
        help_text="Whoever says yes for the facility: warden, deputy warden, program director.",
        max_length=80,
        widget=_staff_input(),
    )
    document = forms.CharField(
        label="Paper",
        help_text="Its number or date, where there is one.",
        required=False,
        max_length=120,
        widget=_staff_input(),
    )

    def __init__(self, *args: Any, facilities: QuerySet[Facility], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facility"].queryset = facilities.order_by("name")  # type: ignore[attr-defined]

    def until(self) -> datetime:
        return clock.now() + timedelta(days=self.cleaned_data["days"])
