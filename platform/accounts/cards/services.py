"""Claim cards: ten words on paper that open the online door once, after release, with a secret chosen inside.

Three words find the card by a keyed digest, seven prove it (Argon2). Tries are counted per card, not per address: a
library has one address for many people.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F, Max

from accounts.cards.errors import (
    CardPaused,
    CardRefused,
    CardTooEarly,
    CardWordsMissing,
    SecretMissing,
    SecretRefused,
    SecretTooShort,
)
from accounts.models import Attempts, ClaimCard, User
from core import clock
from core.keyring import ring
from core.transactions import unit
from custody.merging import numbers_of
from custody.timeline import status_of

WORDS = 10
FINDING = 3
#: Wrong tries with one card in a day; then it rests until the day is over.
TRIES = 5
DAY = timedelta(days=1)
SECRET_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Printed:
    """A new card with its words: shown once, on paper, and nowhere else."""

    card: ClaimCard
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """Plain words of four to eight letters; the first four letters of each are its own."""
    return tuple((Path(__file__).parent / "words.txt").read_text().split())


@unit()
def print_card(*, user: User, by: str) -> Printed:
    """A new card; an earlier one that was not used stops working."""
    now = clock.now()
    User.objects.select_for_update().get(pk=user.pk)
    ClaimCard.objects.filter(user=user, state=ClaimCard.State.PRINTED).update(state=ClaimCard.State.REPLACED)
    words = _fresh_words()
    card = ClaimCard.objects.create(
        number=(ClaimCard.objects.aggregate(last=Max("number"))["last"] or 1000) + 1,
        user=user,
        finder=_finder(words),
        proof=make_password(_proof(words)),
        printed_at=now,
        printed_by=by,
    )
    return Printed(card, words)


def _fresh_words() -> tuple[str, ...]:
    """Ten words whose first three find no other card."""
    while True:
        words = tuple(secrets.choice(word_list()) for _ in range(WORDS))
        if not ClaimCard.objects.filter(finder=_finder(words)).exists():
            return words


@unit()
def choose_secret(*, user: User, secret: str) -> None:
    """The second secret, chosen inside by the person alone."""
    plain = _plain(secret)
    names = {_plain(part) for part in (user.person.legal_name.split() if user.person else [])}
    numbers = set(numbers_of(user.person).values_list("number", flat=True)) if user.person else set()
    if len(plain) < SECRET_LENGTH or plain in names | numbers or len(set(plain)) < 3:
        raise SecretTooShort
    User.objects.filter(pk=user.pk).update(second_secret=make_password(plain))


def prove_words(*, words: list[str]) -> ClaimCard:
    """The card that these ten words open. Wrong words cost a try of the card that the first three find; whoever
    finds none is answered alike, after the same work."""
    typed = tuple(_plain(word) for word in words)
    if len(typed) != WORDS or not all(typed):
        raise CardWordsMissing
    card = ClaimCard.objects.filter(finder=_finder(typed)).select_related("user__person").first()
    if card is None:
        make_password(_proof(typed))
        raise CardRefused
    _spend_a_try(card)
    right = check_password(_proof(typed), card.proof)
    if not right or card.state != ClaimCard.State.PRINTED:
        raise CardRefused
    _give_back_a_try(card)
    if card.user.person is None or not status_of(card.user.person).is_released:
        raise CardTooEarly
    if not card.user.second_secret:
        raise SecretMissing
    return card


def prove_secret(*, card: ClaimCard, secret: str) -> User:
    """The second secret, after the words. Wrong ones cost tries of the same card."""
    _spend_a_try(card)
    card.refresh_from_db()
    if card.state != ClaimCard.State.PRINTED or not check_password(_plain(secret), card.user.second_secret):
        raise SecretRefused
    _give_back_a_try(card)
    return card.user


@unit()
def use(*, card: ClaimCard) -> None:
    """Once. Of two at the same moment one is refused; and who is inside again by now keeps the card for later."""
    if card.user.person is None or not status_of(card.user.person).is_released:
        raise CardTooEarly
    used = ClaimCard.objects.filter(pk=card.pk, state=ClaimCard.State.PRINTED).update(
        state=ClaimCard.State.USED, used_at=clock.now()
    )
    if not used:
        raise CardRefused


def tries_left(card: ClaimCard, *, at: datetime | None = None) -> int:
    tries = _tries(card, at=at or clock.now())
    return max(0, TRIES - (tries.failures if tries else 0))


@unit()
def _spend_a_try(card: ClaimCard) -> None:
    """A try is counted and committed before anything is compared: many at the same moment are no more than five."""
    now = clock.now()
    row, _ = Attempts.objects.get_or_create(subject=f"card:{card.pk}", place="any", defaults={"since": now})
    mine = Attempts.objects.filter(pk=row.pk)
    mine.filter(since__lte=now - DAY).update(failures=0, since=now)
    if not mine.filter(failures__lt=TRIES).update(failures=F("failures") + 1):
        raise CardPaused(retry_after=int((row.since + DAY - now).total_seconds()) + 1)


@unit()
def _give_back_a_try(card: ClaimCard) -> None:
    """What was right was no try."""
    mine = Attempts.objects.filter(subject=f"card:{card.pk}", place="any", failures__gt=0)
    mine.update(failures=F("failures") - 1)


def _tries(card: ClaimCard, *, at: datetime) -> Attempts | None:
    """The count of the present day, if there is one."""
    return Attempts.objects.filter(subject=f"card:{card.pk}", place="any", since__gt=at - DAY).first()


def _finder(words: tuple[str, ...]) -> str:
    return ring().mac("claim_card.finder", " ".join(words[:FINDING]).encode()).hex()


def _proof(words: tuple[str, ...]) -> str:
    return " ".join(words[FINDING:])


def _plain(word: str) -> str:
    """Small or big letters, spaces around: it does not matter."""
    return " ".join(word.casefold().split())
