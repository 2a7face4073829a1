"""The key ring: keys that wrap data keys, seal small texts and make keyed digests.

The ring is a file outside the repository: `{"active": "k1", "keys": {"k1": "<32 bytes, base64>"}}`. Rotation adds a
key and makes it active; what an older key wrapped stays readable as long as that key is in the file.
"""

import base64
import hashlib
import hmac
import json
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE = 12


class Unreadable(Exception):
    """Sealed with a key that is not in the ring, for something else, or altered."""


class KeyRing:
    """AES-256-GCM under named keys. Each use has a purpose, so that what is sealed for one opens for no other."""

    def __init__(self, active: str, keys: dict[str, bytes]) -> None:
        self.active = active
        self._keys = keys

    def seal(self, purpose: str, plain: bytes) -> str:
        """`plain` sealed under the active key, as text that names the key."""
        nonce = os.urandom(NONCE)
        sealed = AESGCM(self._key(self.active, purpose)).encrypt(nonce, plain, purpose.encode())
        return f"{self.active}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, purpose: str, sealed: str) -> bytes:
        name, _, rest = sealed.partition(".")
        try:
            raw = base64.urlsafe_b64decode(rest)
            return AESGCM(self._key(name, purpose)).decrypt(raw[:NONCE], raw[NONCE:], purpose.encode())
        except (KeyError, ValueError, InvalidTag) as error:
            raise Unreadable(purpose) from error

    def mac(self, purpose: str, data: bytes, *, key: str | None = None) -> bytes:
        """A keyed digest: the same for the same data, worth nothing to whoever lacks the ring."""
        return hmac.digest(self._key(key or self.first, "mac:" + purpose), data, "sha256")

    @property
    def first(self) -> str:
        """The oldest key: digests that are looked up (a claim card's words) must not change with rotation."""
        return min(self._keys)

    def _key(self, name: str, purpose: str) -> bytes:
        return hashlib.blake2b(purpose.encode(), key=self._keys[name], digest_size=32).digest()


def make_file(path: Path) -> None:
    """A new ring in a file that only its owner can read; an existing one is left alone."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    ring = {"active": "k1", "keys": {"k1": base64.b64encode(os.urandom(32)).decode()}}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(ring, file)


@lru_cache(maxsize=4)
def _load(path: str) -> KeyRing:
    try:
        data = json.loads(Path(path).read_text())
        keys = {name: base64.b64decode(key) for name, key in data["keys"].items()}
    except (OSError, ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"KEY_FILE: no key ring can be read there ({type(error).__name__})") from error
    if data["active"] not in keys or any(len(key) != 32 for key in keys.values()):
        raise ImproperlyConfigured("KEY_FILE: 'active' must name a key, and each key must be 32 bytes")
    return KeyRing(data["active"], keys)


def ring() -> KeyRing:
    return _load(str(settings.KEY_FILE))
