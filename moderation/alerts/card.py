"""The helper card: what somebody in distress reads at once. Inside it is the facility's own text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from custody.models import Facility


@dataclass(frozen=True, slots=True)
class Card:
    lines: Sequence[str]
    phone: str = ""


def card_of(facility: Facility | None, language: str) -> Card:
    """The card of this facility; outside (None), of the place that can be reached from any phone."""
    if facility is None:
        return Card(
            lines=(
                _("Call or text 988. It is free, day and night. They listen."),
                _("In danger right now? Call 911."),
            ),
            phone="988",
        )
    text = facility.helper_es if language == "es" else facility.helper_en
    lines = [line.strip() for line in (text or facility.helper_en).splitlines() if line.strip()]
    return Card(lines=lines or [_("Tell any officer: “I need to talk to someone now.”")])
