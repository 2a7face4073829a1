"""The signs of an address, said as words: *ana [at] example punto com* is `ana@example.com`."""

import re
from typing import Final

from .base import View
from .edits import Edit, edited

_OPEN: Final = r" ?[\[({<*_~|-]+ ?"
_CLOSE: Final = r" ?[\])}>*_~|-]+ ?"
_DOT: Final = (
    rf"{_OPEN}(?:dot|punto|period|\.){_CLOSE}| (?:dot|punto|period) (?=[a-z0-9])| ?\. (?=(?:com|net|org|es|mx)\b)"
)
#: A bare *at* is an ordinary word, unless what follows is named like a place of the net.
_AT: Final = rf"{_OPEN}(?:at|arroba|@){_CLOSE}| a ?rroba | ?@ ?| at (?=[a-z0-9-]{{1,63}}(?:\.|{_DOT})[a-z]{{2}})"
_SIGN: Final = re.compile(rf"(?P<at>{_AT})|(?P<dot>{_DOT})")


def signs(view: View) -> View:
    edits = [Edit(seen.start(), seen.end(), "@" if seen["at"] else ".") for seen in _SIGN.finditer(view.text)]
    return edited("signs", view, edits)
