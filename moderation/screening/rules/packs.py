"""All built-in packs together. Every rule runs on every text, whatever language it says it is in."""

from dataclasses import replace
from hashlib import blake2b
from types import ModuleType
from typing import Final

from . import contact, floods
from .base import Rule
from .en import contraband as en_contraband
from .en import doxxing as en_doxxing
from .en import escape as en_escape
from .en import gang as en_gang
from .en import hate as en_hate
from .en import self_harm as en_self_harm
from .en import sexual as en_sexual
from .en import spam as en_spam
from .en import threats as en_threats
from .es import contraband as es_contraband
from .es import doxxing as es_doxxing
from .es import escape as es_escape
from .es import gang as es_gang
from .es import hate as es_hate
from .es import self_harm as es_self_harm
from .es import sexual as es_sexual
from .es import spam as es_spam
from .es import threats as es_threats

PACKS: Final[tuple[ModuleType, ...]] = (
    contact,
    floods,
    en_threats,
    en_self_harm,
    en_hate,
    en_sexual,
    en_contraband,
    en_escape,
    en_gang,
    en_doxxing,
    en_spam,
    es_threats,
    es_self_harm,
    es_hate,
    es_sexual,
    es_contraband,
    es_escape,
    es_gang,
    es_doxxing,
    es_spam,
)
RULES: Final[tuple[Rule, ...]] = tuple(rule for pack in PACKS for rule in pack.RULES)


_KNOWN: Final = frozenset(RULES)


def is_built_in(rule: Rule) -> bool:
    """One of ours, also where it is on trial or only flags."""
    return replace(rule, is_shadow=False, flag_only=False) in _KNOWN


def _version() -> str:
    """Changes with any rule, so that a verdict can be traced to the rules that gave it."""
    rows = "\n".join(repr(rule) for rule in RULES)
    return "built-in." + blake2b(rows.encode(), digest_size=4).hexdigest()


VERSION: Final = _version()
