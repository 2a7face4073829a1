"""The built-in rules: rows of tables, each with the examples that prove it."""

from .base import AFTER, BEFORE, EVERYWHERE, INSIDE, PLAIN, Guard, Rule, Scope
from .packs import RULES, VERSION, is_built_in

__all__ = [
    "AFTER",
    "BEFORE",
    "EVERYWHERE",
    "INSIDE",
    "PLAIN",
    "RULES",
    "VERSION",
    "Guard",
    "Rule",
    "Scope",
    "is_built_in",
]
