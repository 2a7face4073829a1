"""One-time codes: the shared secret is sealed by the key ring before it is stored."""

from allauth.mfa.adapter import DefaultMFAAdapter

from core.keyring import ring


class SealingAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def encrypt(self, text: str) -> str:
        return ring().seal("mfa", text.encode())

    def decrypt(self, encrypted_text: str) -> str:
        return ring().open("mfa", encrypted_text).decode()
