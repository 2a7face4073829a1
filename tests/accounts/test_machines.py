"""Other systems: their keys, their limits, and the addresses that are told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.machines import services
from accounts.machines.errors import (
    MachineNameMissing,
    MachineNameTaken,
    MachineScope,
    MachineTooFast,
    MachineUnknown,
    WebhookAddress,
    WebhookTaken,
)
from accounts.machines.permissions import require_scope
from accounts.machines.telling import tell, told_kinds
from accounts.models import Machine, MachineKey, MachineUse, Webhook
from audit.models import AuditEvent
from core import clock
from core.errors import NotThere
from core.models import OutboxMessage
from core.transactions import unit

pytestmark = pytest.mark.django_db


def added(cast, *, by=None, **values):
    said = {"facility": cast.alder, "name": "Jail system", "scopes": ["custody"], **values}
    return services.add_machine(**said, by=by or cast.ada)


def test_a_key_stands_for_its_system_and_facility(cast):
    machine, key = added(cast)
    assert services.recognise(key) == machine
    assert services.recognise(key).facility == cast.alder


def test_the_key_itself_is_kept_nowhere(cast):
    _, key = added(cast)
    kept = [*MachineKey.objects.values_list("digest", flat=True), *AuditEvent.objects.values_list("detail", flat=True)]
    assert not [text for text in kept if key in str(text)]


@pytest.mark.parametrize("shown", ["", "sck_", "sck_something", "Bearer"])
def test_an_unknown_key_opens_nothing(cast, shown):
    added(cast)
    with pytest.raises(MachineUnknown):
        services.recognise(shown)


@pytest.mark.parametrize("who", ["mo", "mia", "dov", "rue"])
def test_who_does_not_administer_the_facility_connects_nothing(cast, who):
    machine, _ = added(cast)
    for act in (
        lambda by: added(cast, name="Another", by=by),
        lambda by: services.exchange_key(machine=machine, by=by),
        lambda by: services.end_machine(machine=machine, by=by),
        lambda by: services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=by),
    ):
        with pytest.raises(NotThere):
            act(getattr(cast, who))


@pytest.mark.parametrize("said", [{"name": " "}, {"scopes": []}, {"scopes": ["everything"]}])
def test_a_system_has_a_name_and_something_to_do(cast, said):
    with pytest.raises(MachineNameMissing):
        added(cast, **said)


def test_two_systems_of_a_facility_differ_by_name(cast):
    machine, _ = added(cast)
    with pytest.raises(MachineNameTaken):
        added(cast)
    services.end_machine(machine=machine, by=cast.ada)
    added(cast)


def test_an_exchanged_key_works_for_a_day_beside_the_new_one(cast, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    machine, old = added(cast)
    new = services.exchange_key(machine=machine, by=cast.ada)
    assert services.recognise(old) == services.recognise(new) == machine
    time_machine.shift(services.EXCHANGE)
    assert services.recognise(new) == machine
    with pytest.raises(MachineUnknown):
        services.recognise(old)


def test_of_two_exchanges_only_the_last_key_but_one_still_works(cast):
    machine, first = added(cast)
    second, third = (services.exchange_key(machine=machine, by=cast.ada) for _ in range(2))
    assert services.recognise(second) == services.recognise(third)
    with pytest.raises(MachineUnknown):
        services.recognise(first)


def test_a_system_that_was_cut_off_is_unknown_at_once(cast):
    machine, key = added(cast)
    assert services.end_machine(machine=machine, by=cast.ada)
    assert not services.end_machine(machine=machine, by=cast.ada)
    with pytest.raises(MachineUnknown):
        services.recognise(key)
    with pytest.raises(NotThere):
        services.exchange_key(machine=machine, by=cast.ada)


def test_when_a_key_was_used_last_is_known_to_the_minute(cast, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    machine, key = added(cast)
    services.recognise(key)
    first = clock.now()
    time_machine.shift(timedelta(seconds=59))
    services.recognise(key)
    machine.refresh_from_db()
    assert machine.last_used_at == first
    time_machine.shift(timedelta(seconds=1))
    services.recognise(key)
    machine.refresh_from_db()
    assert machine.last_used_at == clock.now()


def test_what_it_was_not_given_it_may_not(cast):
    machine, _ = added(cast)
    require_scope(machine, Machine.Scope.CUSTODY)
    with pytest.raises(MachineScope):
        require_scope(machine, Machine.Scope.ORDERS)


def test_past_its_limit_it_waits_for_the_next_minute_and_others_do_not(cast, time_machine):
    time_machine.move_to(clock.now().replace(second=20, microsecond=0), tick=False)
    machine, _ = added(cast)
    other, _ = added(cast, name="Another")
    services.count_request(machine)
    MachineUse.objects.filter(machine=machine).update(requests=services.A_MINUTE)
    with pytest.raises(MachineTooFast) as refused:
        services.count_request(machine)
    assert refused.value.retry_after == 40
    services.count_request(other)
    time_machine.shift(timedelta(seconds=40))
    services.count_request(machine)


def test_each_act_is_on_the_record(cast):
    machine, _ = added(cast)
    services.exchange_key(machine=machine, by=cast.ada)
    services.end_machine(machine=machine, by=cast.ada)
    hook, _ = services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=cast.ada)
    services.end_webhook(hook=hook, by=cast.ada)
    kinds = set(AuditEvent.objects.values_list("kind", flat=True))
    assert kinds >= {
        "accounts.machine_added",
        "accounts.machine_key_exchanged",
        "accounts.machine_ended",
        "accounts.webhook_added",
        "accounts.webhook_ended",
    }


# Webhooks


@pytest.mark.parametrize(
    "url",
    ["", "a.example", "ftp://a.example/", "https://", "https://me:secret@a.example/", "https://a.example:99999/",
     "https://a .example/", "javascript:alert(1)"],
)  # fmt: skip
def test_an_address_is_a_whole_one_without_a_secret_in_it(cast, url):
    with pytest.raises(WebhookAddress):
        services.add_webhook(facility=cast.alder, url=url, told=[], by=cast.ada)


def test_in_production_nothing_is_told_in_the_clear(cast, settings):
    settings.PRODUCTION = True
    with pytest.raises(WebhookAddress):
        services.add_webhook(facility=cast.alder, url="http://a.example/", told=[], by=cast.ada)


def test_an_address_is_told_once(cast):
    services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=cast.ada)
    with pytest.raises(WebhookTaken):
        services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=cast.ada)


@pytest.fixture
def kind(monkeypatch):
    monkeypatch.setitem(told_kinds, "thing.happened", "A thing happened")
    monkeypatch.setitem(told_kinds, "other.thing", "Another thing")
    return "thing.happened"


def test_a_facilitys_addresses_are_told_of_that_facility_and_of_what_they_asked(cast, kind):
    all_of_it, _ = services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=cast.ada)
    this, _ = services.add_webhook(facility=cast.alder, url="https://b.example/", told=[kind], by=cast.ada)
    services.add_webhook(facility=cast.alder, url="https://c.example/", told=["other.thing"], by=cast.ada)
    services.add_webhook(facility=cast.birch, url="https://d.example/", told=[], by="system")
    gone, _ = services.add_webhook(facility=cast.alder, url="https://e.example/", told=[], by=cast.ada)
    services.end_webhook(hook=gone, by=cast.ada)
    with unit():
        assert tell(cast.alder.pk, kind, {"id": "1"}) == 2
    assert set(OutboxMessage.objects.values_list("target", flat=True)) == {str(all_of_it.pk), str(this.pk)}


def test_a_dead_message_is_sent_again_by_who_administers_its_facility(cast, kind):
    services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=cast.ada)
    with unit():
        tell(cast.alder.pk, kind, {})
    message = OutboxMessage.objects.get()
    OutboxMessage.objects.update(state="dead", last_error="status_500", ended_at=clock.now())
    with pytest.raises(NotThere):
        services.send_again(message=message, by=cast.mia)
    assert services.send_again(message=message, by=cast.ada)
    assert not services.send_again(message=message, by=cast.ada)
    assert OutboxMessage.objects.get().state == "waiting"


# What the database refuses


def test_a_machine_has_one_key_in_use(cast):
    machine, _ = added(cast)
    with (
        pytest.raises(IntegrityError, match="accounts_machine"),
        transaction.atomic(),
    ):
        MachineKey.objects.create(machine=machine, digest="x", made_by="system", made_at=clock.now())


def test_an_ended_machine_says_when_and_who(cast):
    machine, _ = added(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Machine.objects.filter(pk=machine.pk).update(ended_at=clock.now())


def test_an_ended_webhook_says_when_and_who(cast):
    hook, _ = services.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by=cast.ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Webhook.objects.filter(pk=hook.pk).update(ended_by="system")


def test_a_minute_is_counted_in_one_row(cast):
    machine, _ = added(cast)
    services.count_request(machine)
    use = MachineUse.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        MachineUse.objects.create(machine=machine, minute=use.minute)
