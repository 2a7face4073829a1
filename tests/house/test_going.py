"""Our server as a process: what it offers, how it finishes what was begun, and that it ends whatever hangs."""

import json
import socket
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from types import SimpleNamespace

import pytest
from daphne.http_protocol import HTTPFactory
from daphne.ws_protocol import WebSocketFactory
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect, unix_connect

from config.server.bodies import MOST_BODY
from config.server.serving import CLOSE_S, Server
from tests.house.odd_server import LENGTHS
from tests.servers_web import STOP_WITHIN_S, WebProcess

pytestmark = pytest.mark.servers


class OddServer(WebProcess):
    program = ("-m", "tests.house.odd_server")


@contextmanager
def odd(*, at="", **environment):
    class Here(OddServer):
        program = (*OddServer.program, *(["--unix", str(at)] if at else []))

    server = Here(DATABASE_URL="sqlite:///:memory:", REDIS_URL="", **environment)
    try:
        yield server
    finally:
        server.close()


class Client:
    """One connection that stays open between its requests."""

    def __init__(self, server):
        self.line = HTTPConnection("127.0.0.1", server.port, timeout=STOP_WITHIN_S)
        self.get("/healthz")

    def ask(self, path):
        self.line.request("GET", path)

    def answer(self):
        return self.line.getresponse().read()

    def get(self, path):
        self.ask(path)
        return self.answer()


@contextmanager
def clients(server, number):
    made = [Client(server) for _ in range(number)]
    try:
        yield made
    finally:
        for client in made:
            client.line.close()


def _until_it_goes(client):
    while client.get("/going") != b"yes":
        pass


# Going


def test_what_begins_while_the_process_goes_is_finished_too():
    with odd() as server, clients(server, 3) as (first, second, other):
        process = server.process
        first.ask("/wait?first")
        other.get("/healthz")
        process.terminate()
        _until_it_goes(other)
        second.ask("/wait?second")
        other.get("/release?first")
        assert first.answer() == b"well"
        for _ in range(50):
            assert other.get("/healthz") == b"well", "it went while something was in progress"
        other.get("/release?second")
        assert second.answer() == b"well"
        assert process.wait(STOP_WITHIN_S) == 0


def test_what_does_not_end_in_time_is_not_waited_for():
    with odd(ODD_DRAIN_S="0.2") as server, clients(server, 1) as (client,):
        client.ask("/wait?for-ever")
        assert server.stop() == 0


def test_a_process_whose_page_hangs_in_its_thread_ends_all_the_same():
    with odd(ODD_DRAIN_S="0.2", ODD_THREADS_S="0.2") as server, clients(server, 2) as (client, other):
        client.ask("/hang")
        other.get("/healthz")
        assert server.stop() == 0


# Pre-framed writing


def _heard(line):
    """Whether it was offered; and what came after that, until the close."""
    offered = json.loads(line.recv())["offered"]
    said = []
    with suppress(ConnectionClosed):
        said.extend(line)
    assert line.protocol.close_code == 4000
    return offered, said


EXPECTED = [chr(ord("a") + number) * length for number, length in enumerate(LENGTHS)]


@pytest.mark.parametrize("made_once", ["True", "False"])
def test_frames_of_both_ways_come_in_order_over_tcp_and_unix_sockets(tmp_path, made_once):
    """It can be turned off; what arrives is the same."""
    at = tmp_path / "web"
    with odd(at=at, FRAMES_MADE_ONCE=made_once) as server:
        with connect(f"ws://127.0.0.1:{server.port}/", max_size=None, proxy=None) as line:
            assert _heard(line) == (made_once == "True", EXPECTED)
        with unix_connect(str(at), uri="ws://localhost/", max_size=None) as line:
            assert _heard(line) == (made_once == "True", EXPECTED)


def test_who_is_told_of_a_close_has_longer_to_answer_than_autobahn_gives():
    """After one second it cuts the line, with what a slow one has not read yet."""
    server = Server(None, ["tcp:0"])
    server.ws_factory, server.http_factory = WebSocketFactory(server), HTTPFactory(server)
    server.listen_success(SimpleNamespace(getHost=lambda: "nowhere"))
    assert server.ws_factory.closeHandshakeTimeout == CLOSE_S > 1


# What comes in


def refusal(server, head, body=b""):
    """The status, and nothing more to read."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=STOP_WITHIN_S) as line:
        line.sendall(b"POST /healthz HTTP/1.1\r\nHost: localhost\r\n" + head + b"\r\n\r\n")
        with suppress(OSError):  # it may have hung up before all of it was sent
            line.sendall(body)
        answer = line.recv(65536)
        return answer.split(b"\r\n")[0], line.recv(65536)


def test_a_body_that_is_too_long_is_refused_before_it_comes():
    with odd() as server:
        status, rest = refusal(server, b"Content-Length: %d" % (MOST_BODY + 1))
    assert (status, rest) == (b"HTTP/1.1 413 Content Too Large", b"")


def test_a_body_that_does_not_say_how_long_it_is_is_cut_off():
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    with odd() as server:
        status, _ = refusal(server, b"Transfer-Encoding: chunked", chunk * (MOST_BODY // 0x100000 + 1))
    assert status == b"HTTP/1.1 413 Content Too Large"
