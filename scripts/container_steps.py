"""Runs the Dockerfile's steps as plain shell in a folder of their own: no Docker engine is needed to see them work.

`python scripts/container_steps.py FOLDER`: /srv of the image is FOLDER/srv, the base image is this python, and
the context is what .dockerignore lets through. Ends with what `manage.py check --deploy` says in there.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOUSE = "/srv/"
FINAL = "PYTHON_OF_VENV=python scripts/as_production python manage.py check --deploy --fail-level WARNING"


def steps(dockerfile: str) -> list[tuple[str, str]]:
    """(instruction, rest) in order, continued lines joined, comments left out."""
    lines = [line for line in dockerfile.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ").splitlines()
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined)]


class Image:
    """A folder that stands for the image's files below /srv, and the environment built up on the way."""

    def __init__(self, folder: Path) -> None:
        self.root = folder.resolve()
        self.workdir = self.root
        base = Path(sys.base_prefix) / "bin"
        self.environment = {"PATH": f"{base}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.root)}
        self.environment |= {name: value for name, value in os.environ.items() if _reaches_packages(name)}

    def build(self, dockerfile: str) -> None:
        doing: dict[str, Callable[[str], None]] = {
            "ENV": self.set_environment,
            "WORKDIR": self.enter,
            "COPY": self.copy,
            "RUN": self.run,
        }
        for word, rest in steps(dockerfile):
            print(f"--- {word} {rest}", flush=True)
            if word in doing:  # the others say how the image is run, not how it is built
                doing[word](rest.replace(HOUSE, f"{self.root}{HOUSE}"))

    def set_environment(self, pairs: str) -> None:
        for pair in shlex.split(pairs):
            name, _, value = pair.partition("=")
            self.environment[name] = value.replace("$PATH", self.environment["PATH"])

    def enter(self, folder: str) -> None:
        self.workdir = Path(folder)
        self.workdir.mkdir(parents=True, exist_ok=True)

    def copy(self, rest: str) -> None:
        *sources, target = shlex.split(rest)
        for source in sources:
            into = self.workdir / (source if target == "./" else target)
            for file in context_files(source):
                _copy(ROOT / file, into / file.relative_to(source) if file != Path(source) else into)

    def run(self, command: str) -> None:
        subprocess.run(["/bin/sh", "-ec", command], cwd=self.workdir, env=self.environment, check=True)


def context_files(source: str) -> Iterator[Path]:
    """The files at or below `source` that .dockerignore lets into the build; none is a mistake."""
    found = [path.relative_to(ROOT) for path in [ROOT / source, *(ROOT / source).rglob("*")] if path.is_file()]
    allowed = [file for file in found if not ignored(file)]
    if not allowed:
        raise FileNotFoundError(f"COPY {source}: .dockerignore lets nothing of it through")
    yield from allowed


def ignored(file: Path) -> bool:
    """As Docker reads it: the last pattern that matches the file, or a folder above it, decides."""
    answer = False
    for pattern in (ROOT / ".dockerignore").read_text().split():
        if _matches(file, pattern.removeprefix("!")):
            answer = not pattern.startswith("!")
    return answer


def _matches(file: Path, pattern: str) -> bool:
    places = [file, *file.parents][:-1]
    if pattern.startswith("**/"):
        return any(fnmatch(place.name, pattern[3:]) for place in places)
    return any(len(place.parts) == pattern.count("/") + 1 and fnmatch(place.as_posix(), pattern) for place in places)


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file, to)


def _reaches_packages(name: str) -> bool:
    """How this machine gets at packages is the machine's affair, as a build argument would be."""
    return name.startswith("PIP_") or name.lower() in (
        "http_proxy",
        "https_proxy",
        "no_proxy",
        "ssl_cert_file",
    )


if __name__ == "__main__":
    image = Image(Path(sys.argv[1]))
    image.build((ROOT / "Dockerfile").read_text())
    image.run(FINAL)
