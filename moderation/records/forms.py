"""Forms of the records pages."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import User
from audit import kinds
from audit.selectors import Filters
from audit.services import CODE, SYSTEM
from core.ids import new_id
from records import schedule


def _input(kind: type[forms.Widget] = forms.TextInput, **attrs: str) -> forms.Widget:
    return kind(attrs={"class": "input", "autocomplete": "off", **attrs})


class DaysForm(forms.Form):
    kind = forms.ChoiceField(label="Class", widget=_input(forms.Select))
    days = forms.IntegerField(label="Days", min_value=0, max_value=schedule.MOST, widget=_input(forms.NumberInput))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_days = [(kind.code, kind.meaning) for kind in schedule.KINDS.values() if kind.days is not None]
        self.fields["kind"].choices = by_days  # type: ignore[attr-defined]


class HoldForm(forms.Form):
    """One hold. `hold_id` is made with the form: sent twice, placed once."""

    reason = forms.CharField(
        label="Why this must be kept",
        help_text="For colleagues and courts. Do not copy what anybody said.",
        max_length=500,
        widget=_input(forms.Textarea, rows="3"),
    )
    reference = forms.CharField(
        label="Reference",
        help_text="The number of the order, if there is one.",
        required=False,
        max_length=100,
        widget=_input(),
    )
    hold_id = forms.UUIDField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hold_id"].initial = new_id


class TrailForm(forms.Form):
    """What somebody looks for in the trail. Days are days of the installation's time zone, both included."""

    kind = forms.ChoiceField(label="What happened", required=False, widget=_input(forms.Select))
    actor = forms.ChoiceField(label="Who did it", required=False, widget=_input(forms.Select))
    subject = forms.RegexField(
        CODE, label="To what", help_text="As in the list: person:… or case:…", required=False, widget=_input()
    )
    since = forms.DateField(label="From", required=False, widget=_input(forms.DateInput, type="date"))
    until = forms.DateField(label="To", required=False, widget=_input(forms.DateInput, type="date"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meanings = sorted(kinds.shown().items(), key=lambda item: item[1])
        staff = User.objects.exclude(name="").order_by("name").values_list("pk", "name")
        actors = [(SYSTEM, "The system"), *((f"user:{pk}", name) for pk, name in staff)]
        self.fields["kind"].choices = [("", "Anything"), *meanings]  # type: ignore[attr-defined]
        self.fields["actor"].choices = [("", "Anybody"), *actors]  # type: ignore[attr-defined]

    def filters(self) -> Filters:
        """Of a form that is wrong somewhere: what is right of it."""
        said = getattr(self, "cleaned_data", {})
        return Filters(
            kind=said.get("kind", ""),
            actor=said.get("actor", ""),
            subject=said.get("subject", ""),
            since=_start(said.get("since")),
            until=_start(said.get("until"), days=1),
        )


def _start(day: date | None, *, days: int = 0) -> datetime | None:
    """The first moment of `day`, or of that many days after it."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), time.min))
