"""Refusals of roster imports, each with its code."""

from core.errors import BadInput, RuleError


class RosterUnderWay(RuleError):
    code = "roster.under_way"
    text = "Another list of this facility is under way. Finish or discard that one first."


class RosterMovedOn(RuleError):
    code = "roster.moved_on"
    text = "This import has moved on meanwhile. Look at where it stands now."


class RosterNotAsChecked(RuleError):
    code = "roster.not_as_checked"
    text = "The list was checked again since this page was opened. Look at the new report before you apply it."


class NoFile(BadInput):
    code = "roster.no_file"
    text = "Choose a file first."
