"""What a participant types on a page of this floor."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from chat import wire
from chat.errors import FrameMalformed


class SayForm(forms.Form):
    """The plain form of the room. Whether the words can be taken, the service says: here nothing is trimmed."""

    body = forms.Field(label=_("Your words"), required=False, widget=forms.Textarea({"rows": 4, "maxlength": 2000}))
    client_id = forms.UUIDField(widget=forms.HiddenInput)
    lang = forms.ChoiceField(choices=[("en", "en"), ("es", "es")], widget=forms.HiddenInput)
    replaces = forms.UUIDField(required=False, widget=forms.HiddenInput)
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def post(self, *, replaces: UUID | None = None) -> wire.Post:
        """The frame that this form stands for. Raises `FrameMalformed` when a hidden field was tampered with."""
        if not self.is_valid():
            raise FrameMalformed
        said: dict[str, Any] = self.cleaned_data
        return wire.Post(
            client_id=said["client_id"],
            body=said["body"] or "",
            lang=said["lang"],
            replaces=replaces or said["replaces"],
            anyway=said["anyway"],
        )

    @property
    def draft(self) -> str:
        """What was typed, to be put back where it was not taken."""
        return str(self.data.get("body", ""))
