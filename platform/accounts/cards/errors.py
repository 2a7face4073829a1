"""Refusals around claim cards, each with its code."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, RuleError


class CardWordsMissing(BadInput):
    code = "card.words_missing"
    text = _("Please type all ten words from your card.")


class CardRefused(BadInput):
    """Unknown words, wrong words, a used or replaced card: one answer for all."""

    code = "card.refused"
    text = _("These words do not open a seat. Look at your card again. Your seat stays.")


class CardTooEarly(RuleError):
    code = "card.too_early"
    text = _("This card works from the day you are out. Your seat is kept until then.")


class CardPaused(RuleError):
    code = "card.paused"
    text = _("Too many tries with this card. You can try again tomorrow. Your seat stays.")
    status = 429


class SecretRefused(BadInput):
    code = "card.secret_refused"
    text = _("That is not the word you chose inside. Your seat stays.")


class SecretMissing(RuleError):
    code = "card.secret_missing"
    text = _("No own word was chosen inside. Staff can give you a new card.")


class SecretTooShort(BadInput):
    code = "card.secret_too_short"
    text = _("Choose a word or a few words, 6 letters or more. Not your name or number.")
