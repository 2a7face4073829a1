"""Every page says who may open it."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

GATES = ("everybody", "signed_in", "participant", "staff", "account_holder", "machine")


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, object]]:
    for entry in resolver.url_patterns:
        path = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield path, entry.callback
        else:
            yield from addresses(entry, path)


ALL = list(addresses(get_resolver()))


@pytest.mark.parametrize(("path", "view"), ALL, ids=[path or "/" for path, _ in ALL])
def test_every_address_has_a_gate(path, view):
    gate = getattr(view, "gate", "")
    assert gate.partition(":")[0] in GATES, f"/{path} has no gate of accounts.gates"


def test_no_two_views_share_an_address():
    paths = [path for path, _ in ALL]
    assert len(paths) == len(set(paths))


def test_djangos_admin_is_mounted_nowhere():
    """It would go round services, scopes and the record."""
    assert not [path for path, view in ALL if "django.contrib.admin" in getattr(view, "__module__", "")]
