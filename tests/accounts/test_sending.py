"""Webhooks out: signed, to checked addresses, over a real line."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from standardwebhooks.webhooks import Webhook as Signer

from accounts.machines import sending, services
from accounts.machines.telling import tell, told_kinds
from core.models import OutboxMessage
from core.outbox.senders import NotTaken
from core.transactions import unit

pytestmark = pytest.mark.django_db


class Receiver(HTTPServer):
    """Keeps what it was sent, and answers with `status`."""

    status = 200
    location = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], bytes]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/told?from=us"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(({key.lower(): value for key, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Not into the output of the tests."""


@contextmanager
def listening() -> Iterator[Receiver]:
    receiver = Receiver()
    thread = Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.shutdown()
        receiver.server_close()
        thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as one:
        yield one


@pytest.fixture
def told(cast, receiver, monkeypatch):
    """A message to that receiver, and the secret that it knows."""
    monkeypatch.setitem(told_kinds, "thing.happened", "A thing happened")
    _, secret = services.add_webhook(facility=cast.alder, url=receiver.url, told=[], by=cast.ada)
    with unit():
        tell(cast.alder.pk, "thing.happened", {"id": "77"})
    return OutboxMessage.objects.get(), secret


def test_what_is_sent_is_signed_and_says_what_happened(receiver, told):
    message, secret = told
    sending.send(message)
    headers, body = receiver.got[0]
    said = Signer(secret).verify(body, headers)
    assert said["type"] == "thing.happened"
    assert said["data"] == {"id": "77"}
    assert headers["webhook-id"] == str(message.pk)


def test_another_secret_does_not_verify_it(receiver, told):
    message, _ = told
    sending.send(message)
    headers, body = receiver.got[0]
    with pytest.raises(Exception, match="No matching signature"):
        Signer(services.new_hook_secret()).verify(body, headers)
    assert json.loads(body)


@pytest.mark.parametrize("status", [301, 400, 404, 500, 503])
def test_any_answer_but_a_success_means_not_taken(receiver, told, status):
    receiver.status = status
    with pytest.raises(NotTaken) as refused:
        sending.send(told[0])
    assert (refused.value.code, refused.value.is_final) == (f"status_{status}", False)


def test_an_address_that_is_gone_is_never_tried_again(receiver, told):
    receiver.status = 410
    with pytest.raises(NotTaken) as refused:
        sending.send(told[0])
    assert refused.value.is_final


def test_nobody_is_followed_elsewhere(receiver, told):
    with listening() as elsewhere:
        receiver.status, receiver.location = 307, elsewhere.url
        with pytest.raises(NotTaken):
            sending.send(told[0])
        assert not elsewhere.got


def test_an_address_that_has_ended_is_told_nothing(cast, receiver, told):
    services.end_webhook(hook=cast.alder.webhooks.get(), by=cast.ada)
    with pytest.raises(NotTaken) as refused:
        sending.send(told[0])
    assert refused.value.is_final
    assert not receiver.got


def test_who_does_not_listen_has_not_taken_it(cast, told, receiver):
    receiver.server_close()
    with pytest.raises(NotTaken) as refused:
        sending.send(told[0])
    assert refused.value.code == "no_connection"


ADDRESSES = [
    ("93.184.216.34", True, True),
    ("2606:2800:220:1::1", True, True),
    ("10.1.2.3", False, True),
    ("192.168.0.7", False, True),
    ("169.254.169.254", False, False),
    ("fe80::1%eth0", False, False),
    ("0.0.0.0", False, False),
    ("224.0.0.1", False, False),
    ("127.0.0.1", False, False),
    ("::1", False, False),
    ("::ffff:127.0.0.1", False, False),
]


@pytest.mark.parametrize(("ip", "usually", "with_private"), ADDRESSES)
def test_only_public_addresses_are_reached_unless_the_settings_say_private_ones_too(
    settings, ip, usually, with_private
):
    settings.PRODUCTION = True
    assert sending.may_be_reached(ip) is usually
    settings.WEBHOOKS_TO_PRIVATE = True
    assert sending.may_be_reached(ip) is with_private


def test_a_name_that_leads_inside_is_not_followed(receiver, told, settings):
    settings.PRODUCTION = True
    with pytest.raises(NotTaken) as refused:
        sending.send(told[0])
    assert refused.value.code == "address_not_allowed"
    assert not receiver.got
