"""The security review names a test for each of its lines, and they exist."""

import re

import pytest

from tests.architecture.ours import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text()
LINES = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("line", LINES, ids=[line[2:50] for line in LINES])
def test_every_line_names_a_test(line):
    assert NAMED.search(line.rsplit("|", 2)[1])


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED.findall(PAGE))))
def test_every_test_that_is_named_exists(file, name):
    assert re.search(rf"def {name}\(", (ROOT / file).read_text())
