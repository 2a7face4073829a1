"""Refusals of the interface for other systems, each with its code."""

from core.errors import BadInput, NotAllowed, RuleError


class MachineUnknown(RuleError):
    code = "machine.unknown"
    text = "This key is not known here, or no longer. Send 'Authorization: Bearer <key>'."
    status = 401


class MachineScope(NotAllowed):
    code = "machine.scope"
    text = "This key was not given the scope that this needs. An administrator of the facility can give it."


class MachineTooFast(RuleError):
    code = "machine.too_fast"
    text = "Too many requests within a minute. Wait as many seconds as Retry-After says."
    status = 429


class HookNotSigned(RuleError):
    code = "hook.not_signed"
    text = "The signature is missing, wrong, or older than five minutes. Sign the body anew and send it again."
    status = 401


class MachineNameMissing(BadInput):
    code = "machine.name_missing"
    text = "Give the system a name, and at least one thing that it may do."


class MachineNameTaken(RuleError):
    code = "machine.name_taken"
    text = "This facility has a system of that name. End it first, or choose another name."


class WebhookAddress(BadInput):
    code = "webhook.address"
    text = "Write a whole address that begins with https:// and has no name or password in it."


class WebhookTaken(RuleError):
    code = "webhook.taken"
    text = "This address is told already."
