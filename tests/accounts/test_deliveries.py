"""Many tablets at once: all or none, with codes for a day; and the night on which all are replaced."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from accounts import services, tablets
from accounts.doors import still_valid
from accounts.errors import CodeExpired, DeliveryRefused, NothingToReplace, SheetGone
from accounts.tablets.deliveries import MOST, deliver, new_codes, read_labels, replace_all
from accounts.tablets.sheet import open_sheet, printed, sheet_of
from audit.models import AuditEvent
from core import clock
from core.errors import NotThere, RuleError
from custody.models import Tablet
from tests import factories as make
from tests.accounts.helpers import enrolled, number_of
from tests.accounts.test_staff_pages import client_of
from tests.racing import threads

State = Tablet.State


def labels(lines, taken=()):
    return [label.text for label in read_labels(lines, taken=taken)]


def wrong(lines, taken=()):
    return [(label.line, label.wrong.split(".")[0]) for label in read_labels(lines, taken=taken) if label.wrong]


def test_a_line_is_a_label_or_a_range_of_them():
    assert labels(" West  1 \n\nA-[08-11]\nB[1-2] east") == [
        *("West 1", "A-08", "A-09", "A-10", "A-11"),
        *("B1 east", "B2 east"),
    ]


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        ("A\nA-[9-1]", 2, "Write a range"),
        ("A-[1-2][3-4]", 1, "Write a range"),
        ("A]", 1, "Write a range"),
        ("A-[1-501]", 1, "This range has more"),
        ("A\nB\nA", 3, "This label stands here twice"),
        ("A-[1-3]\nA-2", 2, "This label stands here twice"),
        ("T1", 1, "This facility has a tablet"),
        ("x" * 41, 1, "A label has"),
        (" \n ", 1, "Write one label"),
        ("A[1-300]\nB[1-300]", 1, "These are more"),
    ],
)
def test_each_line_that_is_wrong_says_why(lines, line, says):
    [(number, what), *_] = wrong(lines, taken=["T1"])
    assert (number, what.startswith(says)) == (line, True)


def test_a_delivery_of_two_hundred_goes_on_the_list_with_a_code_for_each(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        coded = deliver(facility=cast.alder, lines="A-[001-200]", in_unit=cast.unit, by=cast.ada)
    assert len({one.code for one in coded}) == 200
    assert Tablet.objects.filter(facility=cast.alder, unit=cast.unit, state=State.ENROLLING).count() == 200
    tablet, _ = tablets.enrol(code=coded[7].code, at=clock.now())
    assert (tablet.label, tablet.state) == ("A-008", State.ACTIVE)
    written = str(list(Tablet.objects.values())) + str(list(AuditEvent.objects.values()))
    assert not [one.code for one in coded if one.code in written or one.code.replace("-", "") in written]
    assert len(AuditEvent.objects.get(kind="accounts.tablets_delivered").detail["tablets"]) == 200


def test_a_delivery_is_never_half_on_the_list(cast):
    make.tablet(cast.alder, label="A-150")
    with pytest.raises(DeliveryRefused) as refused:
        deliver(facility=cast.alder, lines="A-[001-200]", by=cast.ada)
    assert refused.value.lines == [(1, "A-150", "This facility has a tablet with that label already.")]
    assert Tablet.objects.filter(facility=cast.alder).count() == 1


def test_sent_twice_it_is_on_the_list_once(cast):
    deliver(facility=cast.alder, lines="A-[1-3]", by=cast.ada)
    with pytest.raises(DeliveryRefused):
        deliver(facility=cast.alder, lines="A-[1-3]", by=cast.ada)
    assert Tablet.objects.filter(facility=cast.alder).count() == 3


def test_of_two_deliveries_of_the_same_labels_at_once_one_is_made(live_cast):
    def bring(_):
        try:
            return deliver(facility=live_cast.alder, lines="A-[1-20]", by=None) and ""
        except RuleError as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = sorted(pool.map(bring, range(2)))
    assert outcomes in (["", "delivery.refused"], ["", "tablet.label_taken"])
    assert Tablet.objects.filter(facility=live_cast.alder).count() == 20


def test_codes_of_a_delivery_work_for_a_day(cast):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        first, second = deliver(facility=cast.alder, lines="A\nB", by=cast.ada)
        moment.shift(timedelta(hours=23, minutes=59))
        assert tablets.enrol(code=first.code, at=clock.now())
        moment.shift(timedelta(minutes=1))
        with pytest.raises(CodeExpired):
            tablets.enrol(code=second.code, at=clock.now())


def test_a_sheet_that_is_lost_is_made_anew_for_those_that_wait(cast):
    first, second = deliver(facility=cast.alder, lines="A\nB", by=cast.ada)
    tablets.enrol(code=first.code, at=clock.now())
    [again] = new_codes(facility=cast.alder, by=cast.ada)
    assert (again.tablet, again.code != second.code) == (second.tablet, True)
    with pytest.raises(RuleError, match=r"tablet\.code_unknown"):
        tablets.enrol(code=second.code, at=clock.now())
    assert tablets.enrol(code=again.code, at=clock.now())


def test_only_administrators_of_the_facility_deliver_or_replace(cast):
    make.tablet(cast.alder)
    for who in (cast.mo, cast.dov, make.staff("Bo", "facility_administrator", scope=cast.birch)):
        for act in (
            lambda who=who: deliver(facility=cast.alder, lines="A", by=who),
            lambda who=who: new_codes(facility=cast.alder, by=who),
            lambda who=who: replace_all(facility=cast.alder, by=who),
        ):
            with pytest.raises(NotThere):
                act()
    with pytest.raises(NotThere):
        deliver(facility=cast.birch, lines="A", in_unit=cast.unit, by=cast.pat)


# All of them over night


def test_the_night_on_which_all_tablets_are_replaced(cast):
    old, cookie = enrolled(cast.alder)
    tablets.assign_unit(tablet=old, to=cast.unit, by=None)
    sign_in = services.sign_in_tablet(tablet=old, number=number_of(cast.users.ana), pin=make.PIN)
    lost = make.tablet(cast.alder, state=State.LOST)
    elsewhere, kiosk = make.tablet(cast.birch), make.tablet(cast.alder, kind="kiosk", managed="digest")
    label = old.label
    [coded] = replace_all(facility=cast.alder, by=cast.ada)
    old.refresh_from_db()
    assert (old.state, old.label.startswith(f"{label}, until ")) == (State.RETIRED, True)
    assert not still_valid(sign_in.pk)
    assert tablets.present(cookie, at=clock.now()) is None
    assert (coded.tablet.label, coded.tablet.unit) == (label, cast.unit)
    for other, state in ((lost, "lost"), (elsewhere, "active"), (kiosk, "active")):
        other.refresh_from_db()
        assert other.state == state
    new, _ = tablets.enrol(code=coded.code, at=clock.now())
    assert services.sign_in_tablet(tablet=new, number=number_of(cast.users.ana), pin=make.PIN)


def test_replaced_twice_is_replaced_once(cast):
    make.tablet(cast.alder)
    replace_all(facility=cast.alder, by=cast.ada)
    with pytest.raises(NothingToReplace):
        replace_all(facility=cast.alder, by=cast.ada)
    assert Tablet.objects.filter(facility=cast.alder).count() == 2


def test_of_two_who_replace_at_once_one_does(live_cast):
    make.tablet(live_cast.alder)

    def swap(_):
        try:
            return replace_all(facility=live_cast.alder, by=None) and ""
        except RuleError as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        assert sorted(pool.map(swap, range(2))) == ["", "tablet.nothing_to_replace"]


# The pages


def test_wrong_lines_are_told_and_nothing_typed_is_lost(cast):
    make.tablet(cast.alder, label="A-2")
    answer = client_of(cast.ada).post("/staff/tablets/delivery/", {"facility": cast.alder.pk, "labels": "A-[1-3]\nB"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "A-[1-3]\nB</textarea>" in page
    assert "This facility has a tablet with that label already." in page
    assert Tablet.objects.count() == 1


def test_the_codes_are_shown_once_and_printed_from_the_page(cast):
    ada = client_of(cast.ada)
    answer = ada.post("/staff/tablets/delivery/", {"facility": cast.alder.pk, "labels": "A-[1-3]"})
    page = answer.content.decode()
    assert len(re.findall(r"data-enrol-code>[2-9A-Z]{5}-[2-9A-Z]{5}<", page)) == 3
    assert answer["Cache-Control"] == "no-store"
    [sealed] = re.findall(r'name="sheet" value="([^"]+)"', page)
    paper = ada.post("/staff/tablets/sheet/", {"sheet": sealed})
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert "tablet-codes.pdf" in paper["Content-Disposition"]
    assert client_of(cast.pat).post("/staff/tablets/sheet/", {"sheet": sealed}).status_code == 400
    assert ada.post("/staff/tablets/sheet/", {"sheet": sealed[:-2]}).status_code == 400


def test_a_sheet_is_printed_for_a_day_and_for_who_made_it(cast):
    coded = deliver(facility=cast.alder, lines="A-[1-30]", by=cast.ada)
    now = clock.now()
    sealed = sheet_of(coded, facility="Alder", until="Tuesday", at=now, made_for=cast.ada.pk).sealed()
    sheet = open_sheet(sealed, at=now + timedelta(hours=23), made_for=cast.ada.pk)
    assert len(printed(sheet, address="http://tablet.localhost/enrol/")) > 5_000
    for later, who in ((timedelta(hours=25), cast.ada), (timedelta(0), cast.pat)):
        with pytest.raises(SheetGone):
            open_sheet(sealed, at=now + later, made_for=who.pk)


def test_all_are_replaced_only_by_who_says_so(cast):
    tablet, ada = make.tablet(cast.alder), client_of(cast.ada)
    page = f"/staff/tablets/replace/{cast.alder.pk}/"
    assert ada.post(page).status_code == 400
    tablet.refresh_from_db()
    assert tablet.state == State.ACTIVE
    assert len(re.findall("data-enrol-code", ada.post(page, {"sure": "on"}).content.decode())) == 1
    assert ada.get(f"/staff/tablets/replace/{cast.birch.pk}/").status_code == 404


def test_more_than_a_delivery_is_refused(cast):
    with pytest.raises(DeliveryRefused):
        deliver(facility=cast.alder, lines="\n".join(f"A{n}" for n in range(MOST + 1)), by=cast.ada)
