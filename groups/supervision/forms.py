"""What staff type about supervision and an officer's approval. Days are days of the installation's own clock."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from groups.models import SupportGroup


def _input(kind: type[forms.Widget] = forms.TextInput, **attrs: str) -> forms.Widget:
    return kind(attrs={"class": "input", "autocomplete": "off", **attrs})


def _day(label: str, **more: Any) -> forms.DateField:
    wrong = {"invalid": "Write a day, like 2026-11-20."}
    return forms.DateField(label=label, widget=_input(type="date"), error_messages=wrong, **more)


def end_of(day: date) -> datetime:
    """The first moment after this day."""
    return timezone.make_aware(datetime.combine(day, time.max))


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class SupervisionForm(forms.Form):
    officer = forms.CharField(
        label="Officer", help_text="Name and office, as on the paper.", max_length=120, widget=_input()
    )
    from_day = _day("From")
    until_day = _day("Until", required=False, help_text="Leave empty if no end is known.")
    no_association = forms.BooleanField(
        label="May not meet others with a record unless the officer says yes", required=False
    )

    def said(self) -> dict[str, Any]:
        until = self.cleaned_data["until_day"]
        return {
            "officer": self.cleaned_data["officer"],
            "no_association": self.cleaned_data["no_association"],
            "from_at": start_of(self.cleaned_data["from_day"]),
            "until": end_of(until) if until else None,
        }


class AskForm(forms.Form):
    group = forms.ModelChoiceField(SupportGroup.objects.none(), label="Group", widget=_input(forms.Select))
    officer = forms.CharField(label="Officer who was asked", max_length=120, widget=_input())

    def __init__(self, *args: Any, groups: Iterable[SupportGroup], officer: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = [group.pk for group in groups]
        self.fields["group"].queryset = SupportGroup.objects.filter(pk__in=ids).order_by("name")  # type: ignore[attr-defined]
        self.fields["officer"].initial = officer


class GrantForm(forms.Form):
    until_day = _day("Last day")
    document = forms.CharField(
        label="Paper", help_text="Its number or date.", required=False, max_length=120, widget=_input()
    )

    def said(self) -> dict[str, Any]:
        return {"until": end_of(self.cleaned_data["until_day"]), "document": self.cleaned_data["document"]}
