"""The interface for other systems, version 1: `/api/v1/`, described by `/api/v1/openapi.json`."""

from django.urls import URLPattern
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from groups.api import custody, hooks, merges, orders, places, refusals, roster
from groups.api.door import MachineKeyAuth, on_the_bare_site

api = NinjaAPI(
    title="Same Circle",
    version="1.0.0",
    description=(
        "For jail and offender management systems of one facility. Everything is idempotent: send again what you are"
        " not sure of. Refusals have a `code` that stays the same, and words that may change."
    ),
    auth=MachineKeyAuth(),
    docs_url=None,  # its page loads scripts from elsewhere
    docs_decorator=on_the_bare_site,
    urls_namespace="api",
)
refusals.install(api)
for router in (custody.router, merges.router, orders.router, places.router, roster.router, hooks.router):
    api.add_router("", router)

patterns, app_name, namespace = api.urls
patterns = list({str(pattern.pattern): pattern for pattern in patterns}.values())  # one per address, not per method
for pattern in patterns:
    assert isinstance(pattern, URLPattern)
    if pattern.name in ("api-root", "openapi-json"):  # all others know their method
        pattern.callback = require_safe(pattern.callback)
    setattr(pattern.callback, "gate", "machine")  # noqa: B010  (each operation asks for its scope)
