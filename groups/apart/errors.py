"""Why an order can't be taken down, each with its code. For staff who record orders; nobody else sees these."""

from core.errors import RuleError


class OrderOfOne(RuleError):
    code = "order.of_one"
    text = "These are one and the same person. An order is about two."
    status = 400


class OrderTimes(RuleError):
    code = "order.times"
    text = "An order ends after it begins, and later than now."
    status = 400


class OrderProtects(RuleError):
    code = "order.protects"
    text = "A no-contact order names which of the two it protects."
    status = 400


class OrderAuthoriser(RuleError):
    code = "order.authoriser"
    text = "Write who decided it: a court, a board, or an officer by name and rank."
    status = 400


class OrderSourceIdReused(RuleError):
    """A source tells another order under an id that it has used."""

    code = "order.source_id_reused"
    text = "Under this id another order was recorded."


class PersonNotFound(RuleError):
    code = "order.person_not_found"
    text = "Nobody of this number or name is found there. Write the number as the facility has it, or the whole name."
    status = 400


class SeveralFound(RuleError):
    code = "order.several_found"
    text = "More than one person has this name. Write the facility number."
    status = 400
