"""A claim card: three words find it, seven prove it, with a word chosen inside; once, and only after release."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from accounts.cards import services as cards
from accounts.cards.errors import (
    CardPaused,
    CardRefused,
    CardTooEarly,
    CardWordsMissing,
    SecretMissing,
    SecretRefused,
    SecretTooShort,
)
from accounts.models import ClaimCard
from core import clock
from custody.models import CustodyEvent
from tests import factories as make
from tests.racing import threads


def out(cast):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())


@pytest.fixture
def printed(cast):
    cards.choose_secret(user=cast.users.ana, secret="Northern Star")
    return cards.print_card(user=cast.users.ana, by="system")


def test_the_list_is_of_plain_words_that_differ_in_their_first_four_letters():
    words = cards.word_list()
    assert len(words) == 512
    assert len({word[:4] for word in words}) == 512
    assert all(word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in words)


def test_the_words_stand_nowhere(printed):
    stored = repr(list(ClaimCard.objects.values_list()))
    assert not [word for word in printed.words if word in stored]


def test_words_and_secret_open_it_after_release(cast, printed):
    out(cast)
    card = cards.prove_words(words=[word.upper() + " " for word in printed.words])
    assert cards.prove_secret(card=card, secret=" northern  STAR ") == cast.users.ana


def test_before_release_it_says_when(cast, printed):
    with pytest.raises(CardTooEarly):
        cards.prove_words(words=list(printed.words))
    assert ClaimCard.objects.get().state == "printed"


def test_who_lacks_the_seven_words_does_not_learn_that_it_is_early(cast, printed):
    with pytest.raises(CardRefused):
        cards.prove_words(words=[*printed.words[:9], "acorn" if printed.words[9] != "acorn" else "beacon"])


def test_a_word_less_is_not_a_try(cast, printed):
    with pytest.raises(CardWordsMissing):
        cards.prove_words(words=list(printed.words[:9]))
    assert cards.tries_left(printed.card) == cards.TRIES


def test_unknown_words_are_refused_with_the_same_answer(db):
    with pytest.raises(CardRefused):
        cards.prove_words(words=["acorn"] * 10)


def wrong(printed):
    return [*printed.words[:3], *["acorn"] * 7]


def test_five_wrong_tries_rest_the_card_until_the_next_day(cast, printed):
    out(cast)
    for _ in range(500):
        with pytest.raises((CardRefused, CardPaused)):
            cards.prove_words(words=wrong(printed))
        if not cards.tries_left(printed.card):
            break
    with pytest.raises(CardPaused) as paused:
        cards.prove_words(words=list(printed.words))
    assert 0 < paused.value.retry_after <= 24 * 3600 + 1
    with time_machine.travel(clock.now() + timedelta(days=1, minutes=1), tick=False):
        assert cards.prove_words(words=list(printed.words))


def test_wrong_secrets_count_as_tries_of_the_same_card(cast, printed):
    out(cast)
    card = cards.prove_words(words=list(printed.words))
    for _ in range(cards.TRIES):
        with pytest.raises(SecretRefused):
            cards.prove_secret(card=card, secret="southern star")
    with pytest.raises(CardPaused):
        cards.prove_secret(card=card, secret="northern star")


def test_a_card_works_once(cast, printed):
    out(cast)
    cards.use(card=printed.card)
    with pytest.raises(CardRefused):
        cards.use(card=printed.card)
    with pytest.raises(CardRefused):
        cards.prove_words(words=list(printed.words))


def test_a_new_card_stops_the_old_one(cast, printed):
    out(cast)
    again = cards.print_card(user=cast.users.ana, by="system")
    with pytest.raises(CardRefused):
        cards.prove_words(words=list(printed.words))
    assert cards.prove_words(words=list(again.words)) == again.card
    assert again.card.number == printed.card.number + 1


def test_without_a_word_chosen_inside_it_says_so(cast):
    printed = cards.print_card(user=cast.users.ana, by="system")
    out(cast)
    with pytest.raises(SecretMissing):
        cards.prove_words(words=list(printed.words))


@pytest.mark.parametrize("secret", ["short", "      ", "aaaaaaaa", "Legal", ""])
def test_a_word_that_is_too_easy_is_refused(cast, secret):
    with pytest.raises(SecretTooShort):
        cards.choose_secret(user=cast.users.ana, secret=secret)


def test_the_own_number_is_no_secret(cast):
    with pytest.raises(SecretTooShort):
        cards.choose_secret(user=cast.users.ana, secret=cast.persons.ana.numbers.get().number)


def test_many_tries_at_the_same_moment_are_no_more_than_five(cast, printed, monkeypatch):
    """Each is counted before it is looked at, and what was right costs nothing."""
    out(cast)
    left = []
    monkeypatch.setattr(cards, "check_password", lambda *typed: left.append(cards.tries_left(printed.card)) or False)
    with pytest.raises(CardRefused):
        cards.prove_words(words=wrong(printed))
    with pytest.raises(SecretRefused):
        cards.prove_secret(card=printed.card, secret="no")
    assert left == [4, 3]
    monkeypatch.setattr(cards, "check_password", lambda *typed: True)
    assert cards.prove_words(words=list(printed.words)) == printed.card
    assert cards.tries_left(printed.card) == 3


def test_who_is_inside_again_before_the_claim_is_done_keeps_the_card(cast, printed):
    with pytest.raises(CardTooEarly):
        cards.use(card=printed.card)
    assert ClaimCard.objects.get().state == "printed"


def test_two_claims_at_once_and_one_wins(live_cast):
    out(live_cast)
    cards.choose_secret(user=live_cast.users.ana, secret="northern star")
    printed = cards.print_card(user=live_cast.users.ana, by="system")

    def use(_):
        try:
            cards.use(card=printed.card)
        except CardRefused as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = list(pool.map(use, range(2)))
    assert sorted(map(str, outcomes)) == ["None", "card.refused"]


@pytest.mark.parametrize("half", [{"state": "used"}, {"used_at": "now"}])
def test_a_half_used_card_is_refused_by_the_database(cast, printed, half):
    values = {key: clock.now() if value == "now" else value for key, value in half.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimCard.objects.update(**values)
