"""The world of the module, for both tables."""

from tests.architecture.access.world import world as world
