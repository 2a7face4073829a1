"""Proving the chain: the database refuses to alter it, and whoever gets round the database is found."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from audit import kinds
from audit.models import AuditEvent, AuditHead
from audit.services import record
from audit.verification import Broken, Verdict, verify, verify_end
from core.transactions import unit
from core.triggers import drops
from tests.databases import APP, OWNER, _become

KIND = kinds.register("tests.happened", "Something happened in a test")


@pytest.fixture
def chain(rows):
    for number in range(1, 8):
        with unit():
            record(KIND, by=f"user:{number}", subject=f"thing:{number}", number=number)


@pytest.fixture
def by_the_owner(chain):
    """The one who can get round the triggers. They are set again when the test is over."""
    _become(OWNER)
    with connection.cursor() as cursor:
        for statement in drops("audit_auditevent", vendor=connection.vendor):
            cursor.execute(statement)
    yield
    _become(APP)


def the(seq: int):
    return AuditEvent.objects.filter(seq=seq)


@pytest.mark.parametrize("statement", ["UPDATE audit_auditevent SET kind = 'x'", "DELETE FROM audit_auditevent"])
def test_the_database_refuses_to_alter_the_chain(chain, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert verify().links == 7


def test_an_empty_chain_is_whole(db):
    verdict = verify()
    assert (verdict.links, verdict.broken) == (0, None)


@pytest.mark.parametrize("batch", [1, 3, 7, 1000])
def test_a_chain_is_whole_in_batches_of_any_size(chain, batch):
    verdict = verify(batch=batch)
    assert (verdict.links, verdict.mac, verdict.broken) == (7, bytes(AuditHead.objects.get().mac), None)


@pytest.mark.parametrize(
    "change",
    [{"actor": "user:9"}, {"subject": "thing:9"}, {"kind": "x"}, {"detail": {"number": 9}}, {"mac": bytes(32)}],
)
def test_an_altered_link_is_found(by_the_owner, change):
    the(4).update(**change)
    assert verify(batch=2).broken == Broken(4, "altered")


def test_an_altered_moment_is_found(by_the_owner):
    link = the(4).get()
    the(4).update(at=link.at.replace(microsecond=(link.at.microsecond + 1) % 1_000_000))
    assert verify().broken == Broken(4, "altered")


def test_a_dropped_link_is_found(by_the_owner):
    the(4).delete()
    assert verify().broken == Broken(4, "missing")


def test_a_cut_end_is_found(by_the_owner):
    the(7).delete()
    assert verify().broken == Broken(7, "cut")


def test_a_cut_end_with_a_head_moved_back_is_found_by_the_digest(by_the_owner):
    the(7).delete()
    AuditHead.objects.update(seq=6)
    assert verify().broken == Broken(7, "cut")


def test_an_added_end_is_found(by_the_owner):
    last = the(7).get()
    last.seq = 8
    last.save(force_insert=True)
    assert verify().broken == Broken(8, "beyond")


def test_links_that_changed_places_are_found(by_the_owner):
    one, other = the(3).get(), the(4).get()
    one.seq, other.seq = 4, 3
    AuditEvent.objects.filter(seq__in=[3, 4]).delete()
    for link in (one, other):
        link.save(force_insert=True)
    assert verify().broken == Broken(3, "moved")


def test_a_key_that_is_gone_is_told_apart(by_the_owner):
    the(4).update(key="k9")
    assert verify().broken == Broken(4, "key")


def test_the_command_tells_of_a_whole_chain(chain, capsys):
    call_command("verify_audit")
    assert "7 links" in capsys.readouterr().out


def test_the_command_fails_with_the_first_broken_link(by_the_owner):
    the(4).update(actor="user:9")
    the(6).update(actor="user:9")
    with pytest.raises(CommandError, match="link 4: altered") as error:
        call_command("verify_audit")
    assert error.value.returncode == 1


@pytest.mark.parametrize("links", [1, 3, 7, 200])
def test_the_end_of_a_whole_chain_holds_together(chain, links):
    assert verify_end(links=links) == Verdict(min(links, 7), bytes(AuditHead.objects.get().mac))


def test_the_end_of_an_empty_chain_is_whole(db):
    assert verify_end().broken is None


def test_an_altered_link_near_the_end_is_found(by_the_owner):
    the(6).update(actor="user:9")
    assert verify_end(links=3).broken == Broken(6, "altered")
    assert verify_end(links=1).broken is None


def test_a_missing_link_near_the_end_and_a_cut_end_are_found(by_the_owner):
    the(7).delete()
    assert verify_end(links=3).broken
    the(6).delete()
    assert verify_end().broken
