"""A short run on real servers with a seed of its own. The seed is in the output, with the way to replay it."""

import subprocess
import sys

import pytest

from tests.chaos.ground import ROOT

pytestmark = [pytest.mark.servers, pytest.mark.chaos]
SECONDS = 45
#: Only how long a run that is going to fail may take, on a machine that does much else.
PATIENCE_S = 600


def test_the_room_keeps_its_promises_while_everything_around_it_breaks():
    command = [sys.executable, "-m", "tests.chaos.run", "--seconds", str(SECONDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    sys.stdout.write(done.stdout)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-4000:]
