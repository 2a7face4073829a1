"""What staff type about a keep-apart order."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import QuerySet

from core.errors import RuleError
from core.ids import new_id
from custody.models import Facility, KeepApartOrder

KINDS = [
    (KeepApartOrder.Kind.PAIR, "Keep apart, by the facility's decision"),
    (KeepApartOrder.Kind.NO_CONTACT, "No contact, by a court's or board's order"),
]
REASONS = [
    (KeepApartOrder.Reason.VICTIM, "One was harmed by the other"),
    (KeepApartOrder.Reason.CO_DEFENDANT, "Same case"),
    (KeepApartOrder.Reason.RIVAL_GROUPS, "Rival groups"),
    (KeepApartOrder.Reason.THREAT, "A threat"),
    (KeepApartOrder.Reason.OWN_REQUEST, "One of them asked for it"),
    (KeepApartOrder.Reason.OTHER, "Another reason"),
]
ENDED = [
    (KeepApartOrder.Ended.LIFTED, "The court or board lifted it"),
    (KeepApartOrder.Ended.NOT_NEEDED, "It is not needed any more"),
    (KeepApartOrder.Ended.REPLACED, "Another order takes its place"),
    (KeepApartOrder.Ended.RECORDED_IN_ERROR, "It was recorded in error"),
]
NEITHER, ONE, OTHER = "", "one", "other"
FIND = "Facility number, or the whole legal name."


def _input(kind: type[forms.Widget] = forms.TextInput, **attrs: str) -> forms.Widget:
    return kind(attrs={"class": "input", "autocomplete": "off", **attrs})


class OrderForm(forms.Form):
    """Two people, who decided, from when to when. `source_id` is made with the form: sent twice, recorded once."""

    facility = forms.ModelChoiceField(Facility.objects.none(), label="Whose order", widget=_input(forms.Select))
    one = forms.CharField(label="First person", help_text=FIND, max_length=200, widget=_input())
    other = forms.CharField(label="Second person", help_text=FIND, max_length=200, widget=_input())
    other_facility = forms.ModelChoiceField(
        Facility.objects.none(),
        label="Where the second person's number is from",
        required=False,
        empty_label="The same facility",
        help_text="At another facility a person is found by number only.",
        widget=_input(forms.Select),
    )
    kind = forms.ChoiceField(label="Kind", choices=KINDS, widget=_input(forms.Select))
    reason = forms.ChoiceField(label="Reason", choices=REASONS, widget=_input(forms.Select))
    protected = forms.ChoiceField(
        label="Who stays if both sit in one group",
        choices=[(NEITHER, "Whoever was there first"), (ONE, "The first person"), (OTHER, "The second person")],
        required=False,
        widget=forms.RadioSelect,
    )
    authorised_by = forms.CharField(
        label="Who decided it",
        help_text="A court, a board, or an officer by name and rank.",
        max_length=200,
        widget=_input(),
    )
    reference = forms.CharField(label="Number of the paper", required=False, max_length=100, widget=_input())
    from_on = forms.DateField(
        label="From",
        required=False,
        help_text="Leave empty: from now on.",
        widget=_input(forms.DateInput, type="date"),
    )
    until_on = forms.DateField(
        label="Last day",
        required=False,
        help_text="Leave empty: until somebody ends it.",
        widget=_input(forms.DateInput, type="date"),
    )
    source_id = forms.CharField(max_length=80, widget=forms.HiddenInput())

    def __init__(self, *args: Any, facilities: QuerySet[Facility], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = facilities.order_by("name")
        self.fields["facility"].queryset = own  # type: ignore[attr-defined]
        self.fields["facility"].initial = own.first()
        self.fields["other_facility"].queryset = Facility.objects.order_by("name")  # type: ignore[attr-defined]
        self.fields["source_id"].initial = f"staff-{new_id()}"

    def refuse(self, error: RuleError, *, field: str | None = None) -> None:
        self.add_error(field or _FIELDS.get(error.code), forms.ValidationError(str(error.text), code=error.code))

    def other_place(self) -> Facility:
        place: Facility = self.cleaned_data["other_facility"] or self.cleaned_data["facility"]
        return place

    def from_at(self) -> datetime | None:
        return self._midnight(self.cleaned_data["from_on"])

    def until(self) -> datetime | None:
        """The end of the last day, where the facility is."""
        last: date | None = self.cleaned_data["until_on"]
        return self._midnight(last + timedelta(days=1)) if last else None

    def _midnight(self, day: date | None) -> datetime | None:
        return datetime.combine(day, time(), ZoneInfo(self.cleaned_data["facility"].time_zone)) if day else None


_FIELDS = {
    "order.of_one": "other",
    "order.times": "until_on",
    "order.protects": "protected",
    "order.authoriser": "authorised_by",
}


class EndForm(forms.Form):
    because = forms.ChoiceField(label="Why", choices=ENDED, widget=_input(forms.Select))
