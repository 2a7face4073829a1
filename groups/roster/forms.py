"""What staff say about a list."""

from collections.abc import Sequence
from typing import Any

from django import forms

from custody.roster.facts import DATES, Field
from groups.roster.selectors import Column

HOLDS = [
    ("", "Not needed"),
    (Field.NUMBER, "Facility number"),
    (Field.NAME, "Whole name"),
    (Field.FIRST, "First name"),
    (Field.LAST, "Last name"),
    (Field.UNIT, "Unit"),
    (Field.HOUSING, "Bed or cell"),
    (Field.LANGUAGE, "Language"),
    (Field.ADULT, "Adult: yes or no"),
    (Field.BORN, "Date of birth"),
    (Field.ADMITTED_AT, "Admitted: date, time"),
    (Field.STATUS, "Status: held or released"),
    (Field.RELEASED_AT, "Released: date, time"),
]


class UploadForm(forms.Form):
    file = forms.FileField(
        label="The list, as CSV",
        help_text="20 MB and 50 000 rows at most, with a head that names the columns.",
        widget=forms.FileInput(attrs={"class": "input", "accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
        error_messages={"required": "Choose a file first.", "empty": "There is nothing in this file."},
    )


class ColumnsForm(forms.Form):
    """What each column holds: `column_0`, `column_1` and so on."""

    dates = forms.ChoiceField(
        choices=list(DATES.items()),
        label="Dates with strokes",
        help_text="2026-11-20 is always understood.",
        widget=forms.Select(attrs={"class": "input"}),
    )
    is_complete = forms.BooleanField(
        label="Whoever is inside is in this list: tell me who is missing in it", required=False
    )

    def __init__(self, *args: Any, columns: Sequence[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        for column in columns:
            widget = forms.Select(attrs={"class": "input", "aria-label": f"What {column.name} holds"})
            name = f"column_{column.place}"
            self.fields[name] = forms.ChoiceField(choices=HOLDS, required=False, widget=widget, initial=column.guess)

    def rows(self) -> list[tuple[Column, forms.BoundField]]:
        return [(column, self[f"column_{column.place}"]) for column in self.columns]

    def clean(self) -> dict[str, Any]:
        said = [(self.cleaned_data.get(f"column_{one.place}"), one.name) for one in self.columns]
        held = [of for of, _ in said if of]
        if len(set(held)) < len(held):
            raise forms.ValidationError("Two columns hold the same. Choose one of them.")
        self.cleaned_data["columns"] = {Field(of): name for of, name in said if of}
        return self.cleaned_data
