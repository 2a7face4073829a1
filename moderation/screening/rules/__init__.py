"""The built-in rules: rows of tables, each with the examples that prove it."""

from .base import AFTER, BEFORE, INSIDE, Guard, Rule
from .packs import RULES, VERSION

__all__ = ["AFTER", "BEFORE", "INSIDE", "RULES", "VERSION", "Guard", "Rule"]
