"""What a machine may do: its facility gave it scopes."""

from accounts.machines.errors import MachineScope
from accounts.models import Machine


def require_scope(machine: Machine, scope: str) -> None:
    if scope not in machine.scopes:
        raise MachineScope
