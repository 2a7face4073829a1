"""How tests and benchmarks wait for a process that they have started."""

import subprocess
import time
from collections.abc import Callable

START_WITHIN_S = 60.0
PAUSE_S = 0.02


def came_up(process: subprocess.Popen[bytes] | None, answers: Callable[[], bool]) -> bool:
    """Waits until the process answers. False: it has ended, or took longer than START_WITHIN_S."""
    give_up = time.monotonic() + START_WITHIN_S
    while not answers():
        if process is None or process.poll() is not None or time.monotonic() > give_up:
            return False
        time.sleep(PAUSE_S)
    return True
