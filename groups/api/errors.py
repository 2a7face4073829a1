"""Refusals of the interface, beside those of the services that it calls."""

from core.errors import RuleError


class NumberUnknown(RuleError):
    code = "custody.number_unknown"
    text = "Your facility has given this number to nobody. Send `person` with an admission of somebody new."
    status = 404


class HeldElsewhere(RuleError):
    code = "custody.held_elsewhere"
    text = "At that time another facility held this person: it has to tell this event, or you an admission first."


class FacilityUnknown(RuleError):
    code = "custody.facility_unknown"
    text = "No facility has this code. See /facilities."


class UnitUnknown(RuleError):
    code = "custody.unit_unknown"
    text = "The facility has no unit of this name. Add it first."


class DestinationNotHere(RuleError):
    code = "custody.destination_not_here"
    text = "Only a transfer has a destination, and its unit is that facility's to tell."


class EventUnknown(RuleError):
    code = "custody.event_unknown"
    text = "You have told no event of this id."
    status = 404


class MergeUnknown(RuleError):
    code = "merge.unknown"
    text = "You have told no merge of this id."
    status = 404


class OrderUnknown(RuleError):
    code = "order.unknown"
    text = "You have told no order of this id."
    status = 404


class OrderNotYours(RuleError):
    code = "order.not_yours"
    text = "One of the two at least must be known to you by a number of your own facility."


class RosterUnknown(RuleError):
    code = "roster.unknown"
    text = "Your facility has no list of this id."
    status = 404
