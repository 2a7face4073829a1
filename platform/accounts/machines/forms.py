"""What an administrator types to connect a system."""

from typing import Any

from django import forms

from accounts.machines.telling import told_kinds
from accounts.models import Machine

SCOPES = {
    Machine.Scope.CUSTODY: "Tell custody events",
    Machine.Scope.ROSTER: "Hand in rosters",
    Machine.Scope.PLACES: "Add units",
    Machine.Scope.ORDERS: "Tell keep-apart orders",
}


class MachineForm(forms.Form):
    name = forms.CharField(label="Name of the system", max_length=60)
    scopes = forms.MultipleChoiceField(
        label="What it may do",
        choices=[(str(scope), words) for scope, words in SCOPES.items()],
        widget=forms.CheckboxSelectMultiple,
    )


class WebhookForm(forms.Form):
    url = forms.CharField(label="Address", max_length=400, help_text="It begins with https://.")
    told = forms.MultipleChoiceField(
        label="What it is told", help_text="Nothing chosen: everything.", required=False, choices=()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told: Any = self.fields["told"]
        told.widget = forms.CheckboxSelectMultiple()
        told.choices = sorted(told_kinds.items())
