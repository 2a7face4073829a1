"""Every test of rules begins and ends with the built-in set in this process."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from moderation.rules import publication, traffic
from tests.moderation.rules.helpers import chiefs


@pytest.fixture(autouse=True)
def _built_in_rules_only() -> Iterator[None]:
    publication.forget()
    traffic.forget()
    yield
    publication.forget()
    traffic.forget()


@pytest.fixture
def staff(cast: SimpleNamespace) -> SimpleNamespace:
    return chiefs()
