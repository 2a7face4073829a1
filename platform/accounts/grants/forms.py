"""What is typed to give a role."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware

from accounts.grants.selectors import places_to_give, roles_to_give, staff_seen
from accounts.models import User


class GrantForm(forms.Form):
    """A role, within what this administrator may give."""

    user = forms.ModelChoiceField(
        User.objects.none(), label="Who", error_messages={"required": "Choose somebody."}, empty_label="Choose"
    )
    role = forms.ChoiceField(label="Role", error_messages={"required": "Choose a role."})
    place = forms.ChoiceField(
        label="Where",
        help_text="What sees across facilities waits until a second person agrees.",
        error_messages={"required": "Choose a place."},
    )
    until = forms.DateField(
        label="Last day",
        required=False,
        help_text="Empty: at a facility until somebody ends it, elsewhere for a year.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, viewer: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        places = places_to_give(viewer)
        choices["user"].queryset = staff_seen(viewer)
        choices["place"].choices = [("", "Choose"), *places]
        choices["role"].choices = [("", "Choose"), *roles_to_give(viewer, places)]

    def asked(self) -> dict[str, Any]:
        """What the services take."""
        said = self.cleaned_data
        scope, _, scope_id = said["place"].partition(":")
        until = make_aware(datetime.combine(said["until"], time.max)) if said["until"] else None
        return {"user": said["user"], "role": said["role"], "scope": scope, "scope_id": scope_id, "until": until}
