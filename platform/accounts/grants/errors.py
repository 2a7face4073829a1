"""What is refused when roles are given, in words."""

from core.errors import RuleError


class RoleUnknown(RuleError):
    code = "role.unknown"
    text = "There is no such role or place."
    status = 400


class RoleNeedsTwo(RuleError):
    """A role that sees across facilities was to be given by one person."""

    code = "role.needs_two"
    text = "This role sees across facilities. Ask for it; a second person agrees."


class RoleNotForThem(RuleError):
    """Roles are for staff who can sign in: not for participants, and not for who has left."""

    code = "role.not_for_them"
    text = "This account can't hold a role of staff. Somebody may have switched it off."


class EndsBeforeItBegins(RuleError):
    code = "role.ends_before_it_begins"
    text = "The last day must be later than today."
    status = 400


class ProposalStands(RuleError):
    code = "role.asked_already"
    text = "Somebody has asked for this already. It waits for a second person."


class ProposalMoved(RuleError):
    """Somebody decided, or took it back, a moment ago; or who asked may not give this role any more."""

    code = "role.decided_already"
    text = "This is no longer open: somebody decided it, took it back, or may not ask for it any more."


class LastAdministrator(RuleError):
    code = "role.last_administrator"
    text = "This is the last administrator of the installation. Give the role to somebody else first."
