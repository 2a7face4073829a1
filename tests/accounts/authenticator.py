"""A device with passkeys, in software: it signs what a browser would, and lies where a test says so."""

import json
from hashlib import sha256
from secrets import token_bytes
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

Flag = AuthenticatorData.FLAG
UV = Flag.UP | Flag.UV


class Device:
    """One passkey, made at one host. `counter`: how often it was shown, for devices that count."""

    def __init__(self, host: str, *, counts: bool = False) -> None:
        self.host, self.counts, self.counter = host, counts, 0
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = token_bytes(16)
        self.handle = b""

    def make(self, options, *, flags=UV, **lies) -> str:
        """The answer to `navigator.credentials.create`."""
        asked = options["publicKey"]
        self.handle = websafe_decode(asked["user"]["id"])
        public = ES256.from_cryptography_key(self.key.public_key())
        data = AttestedCredentialData.create(UUID(int=0).bytes, self.id, public)
        authenticated = AuthenticatorData.create(self._party(lies), flags | Flag.AT, 0, data)
        told = self._client_data(CollectedClientData.TYPE.CREATE, asked, lies)
        attested = AttestationObject.create("none", authenticated, {})
        return self._answer(clientDataJSON=told, attestationObject=attested)

    def show(self, options, *, flags=UV, handle=True, **lies) -> str:
        """The answer to `navigator.credentials.get`."""
        asked = options["publicKey"]
        self.counter += self.counts
        authenticated = AuthenticatorData.create(self._party(lies), flags, self.counter)
        told = self._client_data(CollectedClientData.TYPE.GET, asked, lies)
        signature = self.key.sign(authenticated + sha256(told).digest(), ec.ECDSA(hashes.SHA256()))
        parts = {"clientDataJSON": told, "authenticatorData": authenticated, "signature": signature}
        return self._answer(**parts, **({"userHandle": self.handle} if handle else {}))

    def _party(self, lies) -> bytes:
        return sha256(lies.get("party", self.host.partition(":")[0]).encode()).digest()

    def _client_data(self, kind, asked, lies) -> bytes:
        origin = lies.get("origin", f"http://{self.host}")
        return CollectedClientData.create(
            kind, lies.get("challenge", asked["challenge"]), origin, lies.get("cross_origin", False)
        )

    def _answer(self, **parts: bytes) -> str:
        shown = {name: websafe_encode(bytes(part)) for name, part in parts.items()}
        key = websafe_encode(self.id)
        return json.dumps(
            {"id": key, "rawId": key, "type": "public-key", "response": shown, "clientExtensionResults": {}}
        )


def options_for(client, purpose):
    """What the page's script asks before it asks the device."""
    answer = client.post(f"/passkey/{purpose}/")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def add_passkey(client, device, name="My phone", **lies):
    return client.post(
        "/me/sign-in/passkeys/", {"name": name, "credential": device.make(options_for(client, "add"), **lies)}
    )
