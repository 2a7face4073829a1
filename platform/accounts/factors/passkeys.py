"""Passkeys: made for one door's host, asked with a challenge that works once, and never without the person's own
finger, face or code (user verification), so that a device which lies about opens nothing."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import EXTENSIONS, WebAuthn
from django.core.cache import cache
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from accounts.doors import DoorRequest
from accounts.errors import PasskeyRefused
from accounts.factors import codes
from accounts.models import User
from core import clock

#: From asking the device to its answer: time to find the key, and to mistype a code twice.
CHALLENGE_LIVES = timedelta(minutes=5)
CHALLENGE = "challenge"
ISSUER = "Same Circle"
#: What an answer of a browser is at most; ours have some 1 500 letters.
LONGEST = 20_000


def ask_to_make(request: DoorRequest, user: User, *, purpose: str) -> dict[str, Any]:
    """What the browser is told to make a passkey for this user on this host."""
    entity = PublicKeyCredentialUserEntity(
        name=user.name or user.sign_in or ISSUER, display_name=user.name or user.sign_in or ISSUER, id=user.pk.bytes
    )
    options, state = _server(request).register_begin(
        entity,
        credentials=_credentials(codes.of(user, codes.Type.WEBAUTHN)),
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
        extensions=EXTENSIONS,
    )
    _remember(request, state, purpose)
    return dict(options)


def ask_to_show(request: DoorRequest, user: User | None, *, purpose: str) -> dict[str, Any]:
    """What the browser is told to show one of this user's passkeys; of anybody's, where nobody is known yet."""
    known = _credentials(codes.of(user, codes.Type.WEBAUTHN)) if user else []
    options, state = _server(request).authenticate_begin(
        credentials=known, user_verification=UserVerificationRequirement.REQUIRED
    )
    _remember(request, state, purpose)
    return dict(options)


def made(request: DoorRequest, answer: str, *, purpose: str) -> dict[str, Any]:
    """The credential that a browser has made, checked. Raises `PasskeyRefused`."""
    state, said = _recall(request, purpose), _read(answer)
    try:
        _refuse_frames(RegistrationResponse.from_dict(said).response.client_data)
        _server(request).register_complete(state, said)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise PasskeyRefused from None
    return said


def shown(request: DoorRequest, answer: str, *, purpose: str) -> Authenticator:
    """The passkey that a browser has shown, checked; whose it is, is still to be asked. Raises `PasskeyRefused`."""
    state, said = _recall(request, purpose), _read(answer)
    try:
        response = AuthenticationResponse.from_dict(said)
        _refuse_frames(response.response.client_data)
        passkey = _find(response)
        _server(request).authenticate_complete(state, _credentials([passkey]), said)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise PasskeyRefused from None
    _count_up(passkey, response.response.authenticator_data.counter)
    return passkey


def id_of(credential: Mapping[str, Any]) -> str:
    return websafe_encode(RegistrationResponse.from_dict(credential).raw_id)


def _find(response: AuthenticationResponse) -> Authenticator:
    """By the handle that the device keeps with the key, or (of one that has none) by the key's id alone."""
    rows = Authenticator.objects.filter(type=codes.Type.WEBAUTHN)
    if response.response.user_handle:
        rows = rows.filter(user=UUID(bytes=bytes(response.response.user_handle)))
    found: Authenticator | None = rows.filter(data__id=websafe_encode(response.raw_id)).first()
    if found is None:
        raise PasskeyRefused
    return found


def _count_up(passkey: Authenticator, counter: int) -> None:
    """A device that counts and has fallen back is a copy. Most passkeys do not count."""
    before = passkey.data.get("counter", 0)
    if counter or before:
        if counter <= before:
            raise PasskeyRefused
        passkey.data["counter"] = counter
        passkey.save(update_fields=["data"])


def _credentials(passkeys: list[Authenticator]) -> list[AttestedCredentialData]:
    found = [WebAuthn(passkey).authenticator_data.credential_data for passkey in passkeys]
    return [credential for credential in found if credential is not None]


def _server(request: DoorRequest) -> Fido2Server:
    """Each door its own: a key that was made for one host is nothing at another."""
    host = request.get_host()
    origin = f"{request.scheme}://{host}"
    party = PublicKeyCredentialRpEntity(name=ISSUER, id=host.partition(":")[0])
    return Fido2Server(party, verify_origin=lambda said: said == origin)


def _refuse_frames(client_data: Any) -> None:
    """A page of ours stands in no other page."""
    if client_data.cross_origin:
        raise PasskeyRefused


def _read(answer: str) -> dict[str, Any]:
    try:
        said = json.loads(answer[:LONGEST])
    except ValueError:
        raise PasskeyRefused from None
    if not isinstance(said, dict):
        raise PasskeyRefused
    return said


def _remember(request: DoorRequest, state: dict[str, Any], purpose: str) -> None:
    request.session[CHALLENGE] = {
        "state": {"challenge": state["challenge"], "user_verification": str(state["user_verification"].value)},
        "for": f"{request.caller.door}:{purpose}",
        "at": clock.now().isoformat(),
    }


def _recall(request: DoorRequest, purpose: str) -> dict[str, Any]:
    """The challenge of this session: for this purpose at this door, a few minutes old at most, once."""
    kept = request.session.pop(CHALLENGE, None)
    if kept is None or kept["for"] != f"{request.caller.door}:{purpose}":
        raise PasskeyRefused
    if clock.now() - datetime.fromisoformat(kept["at"]) > CHALLENGE_LIVES:
        raise PasskeyRefused
    state: dict[str, Any] = kept["state"]
    seconds = int(CHALLENGE_LIVES.total_seconds())
    if not cache.add(f"passkey.challenge:{state['challenge']}", "used", timeout=seconds):  # two at the same moment
        raise PasskeyRefused
    return state
