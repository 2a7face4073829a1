"""Posting to a webhook: signed, to a checked address, without following anything."""

import http.client
import ipaddress
import json
import socket
import ssl
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from standardwebhooks.webhooks import Webhook as Signer

from accounts.machines.services import secret_of
from accounts.machines.telling import CHANNEL
from accounts.models import Webhook
from core import clock
from core.models import OutboxMessage
from core.outbox.senders import NotTaken, register

#: A receiver that takes longer than this has not taken it.
SECONDS = 10.0


def send(message: OutboxMessage) -> None:
    """Raises `NotTaken`. An answer of 410, and an address that has ended, mean: never again."""
    hook = Webhook.objects.filter(pk=UUID(message.target), ended_at=None).first()
    if hook is None:
        raise NotTaken("ended", is_final=True)
    body = json.dumps({"type": message.kind, "timestamp": clock.wire(message.made_at), "data": message.payload})
    status = _post(hook.url, body, _headers(message, body, secret_of(hook)))
    if status == http.client.GONE:
        raise NotTaken("status_410", is_final=True)
    if not 200 <= status < 300:
        raise NotTaken(f"status_{status}")


def _headers(message: OutboxMessage, body: str, secret: str) -> dict[str, str]:
    """Signed anew at each try: the signature says when it was sent, not when it happened."""
    now = clock.now()
    return {
        "Content-Type": "application/json",
        "User-Agent": "SameCircle/1",
        "webhook-id": str(message.pk),
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Signer(secret).sign(str(message.pk), now, body),
    }


def _post(url: str, body: str, headers: dict[str, str]) -> int:
    parts = urlsplit(url)
    line = _connection(parts.scheme, str(parts.hostname), parts.port)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line.request("POST", path, body.encode(), headers)
        return line.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise NotTaken("timeout" if isinstance(error, TimeoutError) else "no_connection") from None
    finally:
        line.close()


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    line: http.client.HTTPConnection
    if scheme == "https":
        line = http.client.HTTPSConnection(host, port, timeout=SECONDS, context=ssl.create_default_context())
    else:
        line = http.client.HTTPConnection(host, port, timeout=SECONDS)
    line._create_connection = _checked_connection  # type: ignore[attr-defined]
    return line


def _checked_connection(address: tuple[str, int], timeout: float, *_: Any) -> socket.socket:
    """To an address that was looked at: whoever may name a webhook must not reach what only our servers can. The very
    address that was checked is used, so a name that answers otherwise the second time helps nobody."""
    found = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)
    allowed = [entry for entry in found if may_be_reached(str(entry[4][0]))]
    if not allowed:
        raise NotTaken("address_not_allowed")
    host, port = allowed[0][4][:2]
    return socket.create_connection((str(host), int(port)), timeout)


def may_be_reached(ip: str) -> bool:
    """Public addresses; where the settings say so (a facility's system beside ours) private ones, too. Never what
    belongs to the machine itself or to its cloud."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if address.is_loopback:
        return not settings.PRODUCTION
    if address.is_link_local or address.is_multicast or address.is_unspecified or address.is_reserved:
        return False
    return address.is_global or settings.WEBHOOKS_TO_PRIVATE


register(CHANNEL, send)
