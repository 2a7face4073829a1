"""Makes sure of what pip cannot bring: a python3 that makes virtual environments, and a Chromium.

Runs with the system's own python3, so it uses nothing but the standard library:
`python3 scripts/ensure.py venv .venv` and `python3 scripts/ensure.py chromium`.
As root on Debian it installs what is missing; elsewhere it says in words what to install.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

OLDEST_PYTHON = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def venv(where: str = ".venv") -> int:
    """Make the virtual environment anew, so that an interrupted one does no harm."""
    if sys.version_info < OLDEST_PYTHON:
        return _say(f"python3 is {sys.version.split()[0]}, and 3.11 is needed: make PYTHON=python3.12")
    if importlib.util.find_spec("ensurepip") is None and not _installed("python3-venv"):
        return _say("This python3 cannot make virtual environments: sudo apt-get install python3-venv")
    return _run(sys.executable, "-m", "venv", "--clear", where)


def chromium() -> int:
    """In CI a missing browser is a failure; elsewhere the browser tests skip themselves."""
    if any(shutil.which(name) for name in BROWSERS) or _installed("chromium"):
        return 0
    _say("No Chromium here, so the browser tests are skipped. To run them: sudo apt-get install chromium")
    return int(os.environ.get("CI") == "true")


def _installed(package: str) -> bool:
    """Try at once, then with fresh lists: on a bare machine there are none yet."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    install = ("apt-get", "install", "-qq", "-y", "--no-install-recommends", package)
    return not (_run(*install, quiet=True) and (_run("apt-get", "update", "-qq") or _run(*install)))


def _run(*command: str, quiet: bool = False) -> int:
    """The exit status. Installers ask nothing: there may be nobody to answer."""
    out = subprocess.DEVNULL if quiet else None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, env=environment, check=False, stdin=subprocess.DEVNULL, stdout=out, stderr=out
    ).returncode


def _say(words: str) -> int:
    sys.stderr.write(f"{words}\n")
    return 1


NEEDS: Mapping[str, Callable[..., int]] = {"venv": venv, "chromium": chromium}

if __name__ == "__main__":
    sys.exit(NEEDS[sys.argv[1]](*sys.argv[2:]))
