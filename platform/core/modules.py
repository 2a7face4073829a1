"""What a script module imports. A page names all of it at its top, so that on a slow line no module has to arrive
before the browser learns of the next one."""

import posixpath
import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

_IMPORTED = re.compile(r"""^(?:import|export)\b[^'"\n]*?['"](\.[^'"]+)['"]""", re.MULTILINE)


@cache
def needed_by(path: str) -> tuple[str, ...]:
    """The static path itself and all that it imports, also through others; each once."""
    found = [path]
    for each in found:
        found += [one for one in dict.fromkeys(_imported_by(each)) if one not in found]
    return tuple(found)


def _imported_by(path: str) -> list[str]:
    source = finders.find(path)
    text = Path(source).read_text() if source else ""
    return [posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for name in _IMPORTED.findall(text)]
