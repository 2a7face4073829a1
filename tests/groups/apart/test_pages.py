"""Staff pages about orders: who may see, record and end them, and what they show."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent
from core import clock
from custody.models import CustodyEvent, FacilityNumber, KeepApartOrder
from groups.apart.models import KeptApart
from tests import factories as make
from tests.browsing import browser_of
from tests.groups.apart.helpers import part, state_of


@pytest.fixture
def cast(cast):
    """Sol is the security officer of Alder, Sid that of Birch; Bo administers Birch; Mira is for the programme."""
    cast.sid = make.staff("Sid", "security_officer", scope=cast.birch)
    cast.bo = make.staff("Bo", "facility_administrator", scope=cast.birch)
    cast.mira = make.staff("Mira", "security_officer", scope=cast.programme)
    return cast


def client_of(cast: SimpleNamespace, who: str) -> Any:
    return browser_of(make.caller(getattr(cast, who)))


def number(person) -> str:
    return FacilityNumber.objects.get(person=person).number


def said(cast, **values: Any) -> dict[str, Any]:
    return {
        "facility": cast.alder.pk,
        "one": number(cast.persons.ana),
        "other": number(cast.persons.oz),
        "kind": "pair",
        "reason": "threat",
        "authorised_by": "Captain Reyes",
        "source_id": "staff-1",
        **values,
    }


def confirmed(cast, first, second, **values: Any) -> dict[str, Any]:
    return said(cast, confirmed=f"{first.pk}.{second.pk}", **values)


NEW = "/keep-apart/new/"


# Recording


def test_both_people_are_shown_before_anything_is_recorded(cast):
    answer = client_of(cast, "ada").post(NEW, said(cast))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert cast.persons.ana.legal_name in page
    assert cast.persons.oz.legal_name in page
    assert f"{cast.persons.ana.pk}.{cast.persons.oz.pk}" in page
    assert not KeepApartOrder.objects.exists()
    link = AuditEvent.objects.get(kind="groups.order_prepared")
    assert link.detail == {"one": str(cast.persons.ana.pk), "other": str(cast.persons.oz.pk)}


def test_then_the_order_is_recorded_once(cast):
    client = client_of(cast, "ada")
    for _ in range(2):
        answer = client.post(NEW, confirmed(cast, cast.persons.ana, cast.persons.oz, protected="other"))
        order = KeepApartOrder.objects.get()
        assert (answer.status_code, answer["Location"]) == (303, reverse("groups:order", args=[order.pk]))
    assert (order.protected, order.facility, order.recorded_by) == (cast.persons.oz, cast.alder, f"user:{cast.ada.pk}")


def test_whoever_is_changed_after_that_is_asked_about_once_more(cast):
    cast.xan_inside = make.person(at=cast.alder)
    values = confirmed(cast, cast.persons.ana, cast.persons.oz, other=number(cast.xan_inside))
    answer = client_of(cast, "ada").post(NEW, values)
    assert answer.status_code == 200
    assert cast.xan_inside.legal_name in answer.content.decode()
    assert not KeepApartOrder.objects.exists()


def test_at_another_facility_somebody_is_found_by_number_and_not_by_name(cast):
    far = make.person(at=cast.birch)
    client = client_of(cast, "ada")
    values = said(cast, other=number(far), other_facility=cast.birch.pk)
    assert far.legal_name in client.post(NEW, values).content.decode()
    refused = client.post(NEW, values | {"other": far.legal_name})
    assert refused.status_code == 400
    assert "Nobody of this number or name" in refused.content.decode()


def test_by_the_whole_name_where_it_is_of_one_person_only(cast):
    client = client_of(cast, "ada")
    name = cast.persons.oz.legal_name
    assert client.post(NEW, said(cast, other=name.upper())).status_code == 200
    make.person(at=cast.alder, legal_name=name)
    refused = client.post(NEW, said(cast, other=name))
    assert "More than one person has this name" in refused.content.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"one": "nobody"}, "Nobody of this number or name"),
        ({"one": ""}, "This field is required"),
        ({"kind": "no_contact"}, "names which of the two it protects"),
        ({"until_on": "2020-01-01"}, "ends after it begins"),
        ({"from_on": "soon"}, "Enter a valid date"),
        ({"authorised_by": "   "}, "This field is required"),
        ({"one": "a\0b"}, "Null characters"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(cast, wrong, words):
    values = confirmed(cast, cast.persons.ana, cast.persons.oz, reference="C-20-11") | wrong
    answer = client_of(cast, "ada").post(NEW, values)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert words in page
    assert "C-20-11" in page
    assert not KeepApartOrder.objects.exists()


def test_an_order_of_one_person_is_refused_at_the_second_field(cast):
    same = confirmed(cast, cast.persons.ana, cast.persons.ana, other=number(cast.persons.ana))
    answer = client_of(cast, "ada").post(NEW, same)
    assert answer.context["form"].errors.as_data()["other"][0].code == "order.of_one"


def test_days_are_those_of_the_facility(cast):
    day = (clock.now() + timedelta(days=40)).date()
    values = confirmed(cast, cast.persons.ana, cast.persons.oz, from_on=str(day), until_on=str(day))
    assert client_of(cast, "ada").post(NEW, values).status_code == 303
    order = KeepApartOrder.objects.get()
    assert order.until - order.from_at in (timedelta(hours=23), timedelta(days=1), timedelta(hours=25))
    assert order.from_at.hour in (5, 6)  # midnight in Chicago


def test_an_order_of_a_facility_that_is_not_mine_is_refused(cast):
    answer = client_of(cast, "bo").post(NEW, said(cast))
    assert answer.status_code == 400
    assert not KeepApartOrder.objects.exists()


# Who sees what


def test_orders_are_seen_where_they_were_recorded_and_where_one_of_the_two_is_held(cast):
    order = part(cast.persons.ana, cast.persons.oz, facility=cast.alder)
    page = reverse("groups:order", args=[order.pk])
    sees = {
        who: client_of(cast, who).get(page).status_code
        for who in ("ada", "sol", "mira", "sid", "bo", "pat", "mo", "rue")
    }
    assert sees == {"ada": 200, "sol": 200, "mira": 200, "sid": 404, "bo": 404, "pat": 404, "mo": 404, "rue": 404}
    make.custody_event(cast.persons.oz, CustodyEvent.Kind.TRANSFERRED, at=cast.birch, occurred_at=clock.now())
    assert [client_of(cast, who).get(page).status_code for who in ("sid", "bo")] == [200, 200]


def test_the_list_shows_what_the_pages_show(cast):
    part(cast.persons.ana, cast.persons.oz, facility=cast.alder)
    name = cast.persons.oz.legal_name
    assert name in client_of(cast, "sol").get("/keep-apart/").content.decode()
    assert name not in client_of(cast, "sid").get("/keep-apart/").content.decode()


def test_the_list_costs_the_same_for_one_order_and_for_ten(
    cast, django_assert_num_queries, django_assert_max_num_queries
):
    client = client_of(cast, "sol")
    part(cast.persons.ana, cast.persons.oz, facility=cast.alder)
    client.get("/keep-apart/")
    with django_assert_max_num_queries(40) as once:
        client.get("/keep-apart/")
    for _ in range(9):
        part(make.person(at=cast.alder), make.person(), facility=cast.alder)
    with django_assert_num_queries(len(once)):
        client.get("/keep-apart/")


def test_what_was_prevented_is_for_the_security_role_alone(cast):
    order = part(cast.persons.ana, cast.persons.ben, facility=cast.alder)
    page = reverse("groups:order", args=[order.pk])
    assert "Was turned away when an order began" in client_of(cast, "sol").get(page).content.decode()
    assert "What it prevented" not in client_of(cast, "ada").get(page).content.decode()
    assert "Was not shown the room" not in client_of(cast, "sol").get(page).content.decode()  # laid, and not happened


def test_opening_an_orders_page_is_put_on_the_record(cast):
    order = part(cast.persons.ana, cast.persons.oz, facility=cast.alder)
    client_of(cast, "sol").get(reverse("groups:order", args=[order.pk]))
    link = AuditEvent.objects.get(kind="groups.order_opened")
    assert (link.actor, link.subject) == (f"user:{cast.sol.pk}", f"order:{order.pk}")


def test_the_audit_trail_shows_officers_nothing_of_orders(cast):
    order = part(cast.persons.ana, cast.persons.ben, facility=cast.alder, by=cast.ada)
    client_of(cast, "sol").get(reverse("groups:order", args=[order.pk]))
    page = client_of(cast, "rue").get(reverse("records_pages:audit")).content.decode()
    assert "keep" not in page.casefold()
    assert str(order.pk) not in page


def test_the_way_there_is_shown_to_those_for_whom_it_opens(cast):
    shown = {
        who: "/keep-apart/" in client_of(cast, who).get("/now/").content.decode() for who in ("ada", "sol", "pat", "mo")
    }
    assert shown == {"ada": True, "sol": True, "pat": False, "mo": False}


# Ending


def ends(cast, who, order, **values: Any):
    return client_of(cast, who).post(reverse("groups:end_order", args=[order.pk]), values)


def test_the_facility_whose_order_it_is_ends_it_with_a_reason(cast):
    order = part(cast.persons.ana, cast.persons.ben, facility=cast.alder)
    assert ends(cast, "ada", order).status_code == 400
    assert state_of(cast.seats.ben) == ("away", "keep_apart")
    assert ends(cast, "ada", order, because="lifted").status_code == 303
    assert state_of(cast.seats.ben) == ("active", "")
    page = client_of(cast, "ada").get(reverse("groups:order", args=[order.pk])).content.decode()
    assert "The court or board lifted it." in page
    assert "End the order" not in page


def test_nobody_else_ends_it(cast):
    order = part(cast.persons.ana, cast.persons.tam, facility=cast.alder)  # Tam is held at Birch: Bo sees the order
    for who in ("bo", "sol", "pat", "mo"):
        assert ends(cast, who, order, because="lifted").status_code == 404
    assert "End the order" not in client_of(cast, "bo").get(reverse("groups:order", args=[order.pk])).content.decode()
    order.refresh_from_db()
    assert order.ended_at is None


def test_an_order_of_no_facility_is_ended_by_who_administers_everywhere(cast):
    order = part(cast.persons.ana, cast.persons.oz)
    cast.everywhere = make.staff("Eve", "facility_administrator")
    assert ends(cast, "ada", order, because="lifted").status_code == 404
    assert ends(cast, "everywhere", order, because="lifted").status_code == 303


# The seat form of staff


def test_staff_who_arrange_groups_read_one_refusal(cast):
    """Full, not approved, parted: the page says the same at the same place."""
    client, errors = client_of(cast, "pat"), set()
    full = make.group(cast.programme, cast.alder, capacity=3)
    for _ in range(3):
        make.member(full, make.person())
    parted = make.group(cast.programme, cast.alder)
    make.member(parted, cast.persons.ben)
    part(cast.persons.oz, cast.persons.ben)
    for group in (full, make.group(cast.programme), parted):
        answer = client.post(
            reverse("groups:give_seat", args=[group.pk]), {"person": cast.persons.oz.pk, "role": "member"}
        )
        errors.add((answer.status_code, str(answer.context["seat_form"].errors)))
    assert len(errors) == 1
    assert "take this person in now" in next(iter(errors))[1]
    (row,) = KeptApart.objects.filter(person=cast.persons.oz)
    assert (row.where, row.times, row.group) == ("invite", 1, parted)


# Rows of the report


def test_a_way_of_being_kept_out_is_one_row(cast):
    order = part(cast.persons.ana, cast.persons.ben)
    row = KeptApart.objects.get(order=order, where="order")
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptApart.objects.create(
            order=order, person=row.person, group=row.group, where="order", first_at=clock.now(), last_at=clock.now()
        )
