"""Refusals of texts and of what people said to them."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, NotThere, RuleError


class AgreementChanged(RuleError):
    code = "agreement.changed"
    text = _("The text has changed just now. Please read it once more.")


class ConsentNotThere(NotThere):
    """No such yes of this person, or one that they took back before."""

    code = "consent.not_there"
    text = _("You have taken this back before, or it is not yours.")


class WordingEmpty(BadInput):
    code = "wording.empty"
    text = "Write the text in English and in Spanish."


class WordingMisplaced(BadInput):
    code = "wording.misplaced"
    text = "A monitoring notice is for a facility or everybody; an agreement or consent for a group or everybody."
