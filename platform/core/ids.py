"""Identifiers: UUIDv7, so that rows made after each other lie beside each other."""

from uuid import UUID

from uuid_utils import compat


def new_id() -> UUID:
    return UUID(bytes=compat.uuid7().bytes)
