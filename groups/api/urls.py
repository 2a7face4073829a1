"""The interface for other systems, version 1: `/api/v1/`, described by `/api/v1/openapi.json`."""

from django.urls import URLPattern
from ninja import NinjaAPI

from groups.api import custody, hooks, places, refusals
from groups.api.door import MachineKeyAuth

api = NinjaAPI(
    title="Same Circle",
    version="1.0.0",
    description=(
        "For jail and offender management systems of one facility. Everything is idempotent: send again what you are"
        " not sure of. Refusals have a `code` that stays the same, and words that may change."
    ),
    auth=MachineKeyAuth(),
    docs_url=None,  # its page loads scripts from elsewhere
    urls_namespace="api",
)
refusals.install(api)
for router in (custody.router, places.router, hooks.router):
    api.add_router("", router)

patterns, app_name, namespace = api.urls
for pattern in patterns:
    assert isinstance(pattern, URLPattern)
    setattr(pattern.callback, "gate", "machine")  # noqa: B010  (each operation asks for its scope)
