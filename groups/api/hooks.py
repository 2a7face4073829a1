"""Signed webhooks in: for systems that can post and sign, and can't hold a key.

The signature may be five minutes old at most; what it speaks of may have happened whenever.
"""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import ValidationError
from standardwebhooks.webhooks import Webhook as Signer
from standardwebhooks.webhooks import WebhookVerificationError

from accounts.machines import services as machines
from accounts.machines.errors import HookNotSigned
from accounts.machines.permissions import require_scope
from accounts.models import Machine
from groups.api.custody import tell
from groups.api.door import at_no_persons_door
from groups.api.refusals import NotUnderstood
from groups.api.schemas import REFUSED, CustodyEventIn, CustodyEventOut

router = Router(tags=["webhooks"])


@router.post(
    "/hooks/{uuid:machine_id}/custody-events",
    response={200: CustodyEventOut, 201: CustodyEventOut, **REFUSED},
    auth=None,
    summary="Tell one event, signed",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CustodyEventIn"}}},
        }
    },
)
def hook(request: HttpRequest, machine_id: UUID) -> Status[CustodyEventOut]:
    """The body of *Tell one event*, with the headers of Standard Webhooks: `webhook-id`, `webhook-timestamp`,
    `webhook-signature`."""
    at_no_persons_door(request)
    machine = _signed_by(machine_id, request)
    machines.count_request(machine)
    require_scope(machine, Machine.Scope.CUSTODY)
    try:
        said = CustodyEventIn.model_validate_json(request.body)
    except ValidationError as error:
        raise NotUnderstood(error.errors(include_input=False)) from None
    told = tell(machine, said)
    return Status(201 if told.is_new else 200, told)


def _signed_by(machine_id: UUID, request: HttpRequest) -> Machine:
    """The machine whose signature this is. One that is not there is answered like a wrong signature."""
    machine = Machine.objects.filter(pk=machine_id, ended_at=None).select_related("facility").first()
    secret = machines.hook_secret_of(machine) if machine else machines.new_hook_secret()
    try:
        Signer(secret).verify(request.body, dict(request.headers), json_parse=False)
    except (WebhookVerificationError, ValueError):  # ValueError: no base64, no text
        raise HookNotSigned from None
    if machine is None:
        raise HookNotSigned
    return machine
