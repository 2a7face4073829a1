"""The files of the project, as tests of the house look at them."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNTRACKED = {".git", ".venv", "build", "node_modules", "__pycache__"}


def tracked() -> list[Path]:
    """What git knows, relative to the root; in a plain export, all that is not made on the spot."""
    asked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if asked.returncode == 0:
        return [Path(name) for name in asked.stdout.split("\0") if name and (ROOT / name).is_file()]
    return [place.relative_to(ROOT) for place in _walk() if not place.name.startswith(".") or place.suffix]


def texts() -> dict[Path, str]:
    """Those of the tracked files that are text."""
    found = {}
    for file in tracked():
        try:
            found[file] = (ROOT / file).read_text()
        except UnicodeDecodeError:
            continue
    return found


def environment_names() -> set[str]:
    """Every variable that the settings read."""
    read = re.compile(r'(?:text|flag|needed|environ\.get)\(\s*"([A-Z_]+)"')
    sources = [(ROOT / "platform" / "config" / name).read_text() for name in ("env.py", "settings.py")]
    return {name for source in sources for name in read.findall(source)}


def _walk() -> list[Path]:
    files = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in UNTRACKED and not name.endswith("_cache")]
        files += [Path(folder) / name for name in names]
    return files
