"""What the addresses of a facility are told, and telling it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from accounts.models import Webhook
from core.outbox import services as outbox

CHANNEL = "webhook"
#: What a webhook can be told, and what it means. Higher floors add theirs.
told_kinds: dict[str, str] = {}


def tells(kind: str, meaning: str) -> str:
    """Register something that webhooks can be told."""
    told_kinds[kind] = meaning
    return kind


def tell(facility_id: UUID, kind: str, payload: Mapping[str, Any]) -> int:
    """Tell this facility's webhooks, once the present unit is committed; answers how many. Ids and codes only: whoever
    wants to know more asks us."""
    assert kind in told_kinds
    hooks = Webhook.objects.filter(facility=facility_id, ended_at=None)
    asked = [hook for hook in hooks if not hook.kinds or kind in hook.kinds]
    for hook in asked:
        outbox.enqueue(channel=CHANNEL, target=hook.pk, kind=kind, payload=payload)
    return len(asked)
