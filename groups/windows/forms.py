"""What staff type about hours."""

from typing import Any

from django import forms

from groups.windows.selectors import DAYS, Week


class WindowForm(forms.Form):
    place = forms.ChoiceField(label="Hours of")
    days = forms.TypedMultipleChoiceField(
        label="On these days",
        coerce=int,
        choices=list(enumerate(DAYS)),
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"required": "Choose one day at least."},
    )
    opens = forms.TimeField(label="Opens", widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
    closes = forms.TimeField(
        label="Closes",
        help_text="00:00 is the end of that day.",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )

    def __init__(self, *args: Any, weeks: list[Week], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["place"]
        kinds = {"unit": "Tablets of unit", "group": "Room of"}
        choices.choices = [
            (week.key, f"{kinds[week.kind]} {week.name}" if week.kind in kinds else week.name) for week in weeks
        ]
