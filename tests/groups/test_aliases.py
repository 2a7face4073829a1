"""A name in the circle: for life, never traceable, never like another's."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from custody.models import AliasForm, Person
from groups.continuity.aliases import choose_alias, look_alike
from groups.continuity.errors import (
    AliasChosen,
    AliasDigits,
    AliasLength,
    AliasNotChecked,
    AliasRealName,
    AliasRefused,
    AliasTaken,
    AliasUnkind,
)
from tests import factories as make
from tests.racing import threads


@pytest.fixture
def nameless(db):
    return make.person("x", legal_name="Ramona Feldspar") and unnamed("Ramona Feldspar")


def unnamed(legal_name):
    person = make.person(legal_name=legal_name, agrees=False)
    Person.objects.filter(pk=person.pk).update(alias="")
    person.refresh_from_db()
    return person


@pytest.mark.parametrize(
    "alias", ["Quiet Brook", "Roble Alto", "Jade-Moon", "Río Calmo", "O’Willow", "Wanderer Of Springs"]
)
def test_a_name_that_nobody_can_trace_is_given(nameless, alias):
    assert choose_alias(person=nameless, alias=f"  {alias} ").alias == alias


@pytest.mark.parametrize("alias", ["Al", "A" * 25, "", "   "])
def test_a_name_has_three_to_twenty_four_letters(nameless, alias):
    with pytest.raises(AliasLength):
        choose_alias(person=nameless, alias=alias)


@pytest.mark.parametrize(
    "alias",
    [
        "River 7",
        "R1ver",
        "River_x",
        "a@b.c",
        "River!",
        "١٢٣٤",
        "River\u202e",
        "‮reviR",
        "Room②③",
        "Tall²",
        "Ⅳ Ⅴ Ⅵ",
        "ʻʻʻ",
    ],
)
def test_digits_and_signs_are_refused(nameless, alias):
    with pytest.raises(AliasDigits):
        choose_alias(person=nameless, alias=alias)


@pytest.mark.parametrize("blank", ["\u3164", "\u115f", "\u1160", "\uffa0"])
@pytest.mark.parametrize("alias", ["Quiet River{}", "Quiet{} River", "{0}{0}{0}"])
def test_letters_that_nobody_sees_are_refused(nameless, alias, blank):
    with pytest.raises(AliasDigits):
        choose_alias(person=nameless, alias=alias.format(blank))


@pytest.mark.parametrize("alias", ["Ꮪtillwater", "Sti\u0269lwa\u0537er"])
def test_latin_letters_beside_those_of_a_script_that_nobody_here_can_tell_apart_are_refused(nameless, alias):
    with pytest.raises(AliasDigits):
        choose_alias(person=nameless, alias=alias)


@pytest.mark.parametrize("alias", ["Staff", "Staff Monitor", "Big Moderatоr", "Personal", "Oficial De Guardia"])
def test_a_name_that_speaks_for_staff_is_refused(nameless, alias):
    with pytest.raises(AliasRefused):
        choose_alias(person=nameless, alias=alias)


@pytest.mark.parametrize("alias", ["Ramona", "Feldspar", "ramona", "Big Feldspar", "José", "Maria Moon", "Michael"])
def test_a_real_name_is_refused(nameless, alias):
    with pytest.raises(AliasRealName):
        choose_alias(person=nameless, alias=alias)


@pytest.mark.parametrize("alias", ["I Will Kill You", "Te Voy A Matar", "I Wish I Was Dead"])
def test_a_name_that_would_alarm_others_is_refused(nameless, alias):
    with pytest.raises(AliasUnkind):
        choose_alias(person=nameless, alias=alias)
    nameless.refresh_from_db()
    assert nameless.alias == ""


def test_a_name_that_nothing_could_look_at_is_not_taken(nameless, settings):
    settings.CHAT_SCREENER = "tests.groups.test_aliases.broken"
    with pytest.raises(AliasNotChecked):
        choose_alias(person=nameless, alias="Quiet River")
    nameless.refresh_from_db()
    assert nameless.alias == ""


def broken(draft, *, deadline):
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "alias",
    [
        "Quiet River",
        "quiet  river",
        "QuietRiver",
        "Quíet Ríver",
        "Quiet Rivver",
        "Quіet Rіver",
        "Quiet Riνer",
        "Quiet’River",
    ],
)
def test_a_name_that_looks_like_a_taken_one_is_refused(nameless, alias):
    choose_alias(person=unnamed("Somebody Else"), alias="Quiet River")
    with pytest.raises(AliasTaken):
        choose_alias(person=nameless, alias=alias)
    nameless.refresh_from_db()
    assert nameless.alias == ""


def test_a_name_is_never_given_again(nameless):
    first = unnamed("Somebody Else")
    choose_alias(person=first, alias="Quiet River")
    first.delete()
    with pytest.raises(AliasTaken):
        choose_alias(person=nameless, alias="Quiet River")


def test_a_name_is_for_life(nameless):
    choose_alias(person=nameless, alias="Quiet River")
    with pytest.raises(AliasChosen):
        choose_alias(person=nameless, alias="Loud River")


def test_the_sign_in_name_is_never_the_alias(nameless):
    make.user(nameless, sign_in="moon.shadow")
    with pytest.raises(AliasRealName):
        choose_alias(person=nameless, alias="Moonshadow")


def test_two_for_the_same_name_at_once_and_one_gets_it(rows):
    two = [unnamed("One Body"), unnamed("Other Soul")]

    def take(person):
        try:
            choose_alias(person=person, alias="Quiet River")
        except AliasTaken as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = list(pool.map(take, two))
    assert sorted(map(str, outcomes)) == ["None", "alias.taken"]
    assert AliasForm.objects.count() == 1


@given(st.text(max_size=30))
def test_looking_alike_is_the_same_however_often_it_is_asked(alias):
    assert look_alike(look_alike(alias)) == look_alike(alias)
    assert look_alike(alias.upper()) == look_alike(alias.upper().lower())
