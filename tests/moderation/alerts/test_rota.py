"""Duty lists: in order, each once, only who has the duty role, every change on the record."""

import pytest

from audit.models import AuditEvent
from moderation.alerts import rota
from moderation.errors import NotADutyRole
from tests.racing import together


def names(place):
    return [user.name for user in rota.duty_list(place)]


def test_a_list_grows_at_its_end_and_nobody_is_in_it_twice(cast):
    for user in (cast.dov, cast.del_, cast.dov):
        rota.add(place=cast.alder, user=user, by=cast.ada)
    assert names(cast.alder) == ["Dov", "Del"]


def test_who_has_no_duty_role_there_can_not_stand_in_it(cast):
    with pytest.raises(NotADutyRole):
        rota.add(place=cast.alder, user=cast.mo, by=cast.ada)
    with pytest.raises(NotADutyRole):
        rota.add(place=cast.birch, user=cast.dov, by=cast.ada)


def test_moving_up_and_taking_off(cast):
    for user in (cast.dov, cast.del_):
        rota.add(place=cast.alder, user=user, by=cast.ada)
    rota.move_up(place=cast.alder, user=cast.del_, by=cast.ada)
    assert names(cast.alder) == ["Del", "Dov"]
    rota.move_up(place=cast.alder, user=cast.del_, by=cast.ada)
    rota.remove(place=cast.alder, user=cast.dov, by=cast.ada)
    rota.remove(place=cast.alder, user=cast.dov, by=cast.ada)
    assert names(cast.alder) == ["Del"]


def test_each_change_is_on_the_record(cast):
    rota.add(place=cast.alder, user=cast.dov, by=cast.ada)
    row = AuditEvent.objects.get(kind="moderation.duty_list_set")
    assert (row.actor, row.subject) == (f"user:{cast.ada.pk}", f"facility:{cast.alder.pk}")
    assert row.detail == {"order": [str(cast.dov.pk)]}


def test_two_changes_at_once_are_both_there(live_cast):
    together(
        lambda: rota.add(place=live_cast.alder, user=live_cast.dov, by=live_cast.ada),
        lambda: rota.add(place=live_cast.alder, user=live_cast.del_, by=live_cast.ada),
    )
    assert sorted(names(live_cast.alder)) == ["Del", "Dov"]
