"""The card of letters: asked for where a facility says so, and then worth as much as the PIN."""

import pytest
from pypdf import PdfReader

from accounts import attempts, services
from accounts.errors import AccountOff, SignInFailed, SignInPaused
from accounts.models import User
from accounts.pins import printed
from accounts.pins.paper import letters_card
from audit.models import AuditEvent
from core.errors import NotThere
from custody.models import Facility, Tablet
from tests import factories as make
from tests.accounts.helpers import at_tablet, number_of

WRONG = "ABCD2345"


@pytest.fixture
def letters(cast):
    """Ana's, at a facility that asks for them."""
    made = printed.make_letters(person=cast.persons.ana, by=cast.uma)
    printed.ask_at(facility=cast.alder, asks=True, by=cast.ada)
    return made


@pytest.fixture
def tablet(cast, letters):
    return Tablet.objects.select_related("facility").get(pk=make.tablet(Facility.objects.get(pk=cast.alder.pk)).pk)


def come_in(tablet, user, letters="", pin=make.PIN):
    return services.sign_in_tablet(tablet=tablet, number=number_of(user), pin=pin, printed=letters)


def test_with_number_pin_and_letters_somebody_comes_in_however_they_type_them(cast, tablet, letters):
    for typed in (letters, letters.lower(), f"{letters[:4]} {letters[4:]}", f" {letters[:4]}-{letters[4:]} "):
        assert come_in(tablet, cast.users.ana, typed)


@pytest.mark.parametrize("typed", ["", WRONG])
def test_wrong_letters_are_answered_and_counted_like_a_wrong_pin(cast, tablet, letters, typed):
    words = set()
    for attempt in range(attempts.LIMIT - 1):
        with pytest.raises(SignInFailed) as refused:
            come_in(tablet, cast.users.ana, *((typed,) if attempt % 2 else (letters, "735264")))
        words.add(str(refused.value.text).partition("You can")[0])
    assert len(words) == 1
    with pytest.raises(SignInPaused):
        come_in(tablet, cast.users.ana, typed)


def test_who_has_no_card_does_not_come_in_where_one_is_asked_for(cast, tablet):
    with pytest.raises(SignInFailed):
        come_in(tablet, cast.users.oz, "")


def test_a_new_card_ends_the_old_one(cast, tablet, letters):
    newer = printed.make_letters(person=cast.persons.ana, by=cast.ada)
    with pytest.raises(SignInFailed):
        come_in(tablet, cast.users.ana, letters)
    assert come_in(tablet, cast.users.ana, newer)


def test_staff_of_another_unit_or_facility_print_no_card(cast):
    for by, person in ((cast.uma, cast.persons.oz), (cast.mia, cast.persons.ana), (cast.mo, cast.persons.ana)):
        with pytest.raises(NotThere):
            printed.make_letters(person=person, by=by)


def test_an_account_that_is_switched_off_gets_no_card(cast):
    User.objects.filter(pk=cast.users.ana.pk).update(state=User.State.DISABLED, disabled_because="left")
    with pytest.raises(AccountOff):
        printed.make_letters(person=cast.persons.ana, by=cast.uma)


@pytest.mark.parametrize("by", ["uma", "mia", "mo", "pat"])
def test_only_who_administers_a_facility_says_whether_its_tablets_ask(cast, by):
    with pytest.raises(NotThere):
        printed.ask_at(facility=cast.alder, asks=True, by=getattr(cast, by))


def test_that_a_facility_asks_is_on_the_record_once_and_the_letters_never(cast, letters):
    printed.ask_at(facility=cast.alder, asks=True, by=cast.ada)
    assert AuditEvent.objects.filter(kind="accounts.printed_secret_asked").count() == 1
    assert letters not in str(list(AuditEvent.objects.values()))


def test_whoever_sets_it_sees_how_many_would_be_kept_out(cast, letters):
    facility = Facility.objects.get(pk=cast.alder.pk)
    cards = printed.cards_at(facility, viewer=cast.ada)
    assert (cards.asks, cards.inside, cards.without) == (True, 2, 1)
    assert printed.cards_at(facility, viewer=cast.pat) is None


def test_the_page_has_the_third_field_only_where_it_is_asked_for(cast, letters):
    alder, birch = (at_tablet(Facility.objects.get(pk=place.pk)) for place in (cast.alder, cast.birch))
    assert 'name="printed"' in alder.get("/sign-in/").content.decode()
    assert 'name="printed"' not in birch.get("/sign-in/").content.decode()
    typed = {"number": number_of(cast.users.ana), "pin": make.PIN}
    assert alder.post("/sign-in/", typed).status_code == 400
    assert alder.post("/sign-in/", {**typed, "printed": letters}).status_code == 303


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_card_has_its_letters_and_nothing_that_says_whose_it_is(cast, tmp_path, language):
    sheet = tmp_path / "card.pdf"
    sheet.write_bytes(letters_card("KXTR4729", language=language))
    words = PdfReader(sheet).pages[0].extract_text()
    assert "KXTR 4729" in words
    assert "Type these letters" in words
    assert "Escriba estas letras" in words
    assert len(PdfReader(sheet).pages) == 1
    for telling in ("Alder", "Ana", number_of(cast.users.ana)):
        assert telling not in words
