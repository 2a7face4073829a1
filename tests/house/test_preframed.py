"""Pre-framed writing on real Twisted transports: nothing is lost, doubled, overtaken or written on a closed line."""

import asyncio
import socket
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest
from autobahn.twisted.websocket import WebSocketServerFactory, WebSocketServerProtocol
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from twisted.internet import asyncioreactor, ssl, tcp, unix
from twisted.internet.abstract import FileDescriptor
from websockets.frames import Opcode
from websockets.protocol import CLIENT, OPEN, Protocol

from chat.live.frames import Frame
from chat.live.outlets import EXTENSION
from config.server import preframed
from tests.preframed_line import NotAFrame, texts

#: Bytes that each side of the pair may hold in the kernel, which doubles them: small, so that little is taken at once.
KERNEL = 16 * 1024
#: Only how long a test that is going to fail waits.
PATIENCE_S = 20.0
STATES = WebSocketServerProtocol


class Pair:
    """A real transport of the server with a protocol that believes it is open, and the client's end."""

    def __init__(self, kind: str) -> None:
        ours, self.theirs = socket.socketpair() if kind == "unix" else _tcp_pair()
        for end in (ours, self.theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, KERNEL)
            end.setblocking(False)
        self.reactor = asyncioreactor.AsyncioSelectorReactor(asyncio.get_running_loop())
        self.protocol = _protocol(self.reactor)
        self.transport = _transport(kind, ours, self.protocol, self.reactor)
        self.protocol.makeConnection(self.transport)
        self.protocol.state = STATES.STATE_OPEN
        line = preframed.offer(self.protocol)
        assert line is not None
        self.line = line

    async def read(self, size: int) -> bytes:
        """So many bytes, at the client's end; fewer if the line ends."""
        read = b""
        async with asyncio.timeout(PATIENCE_S):
            while len(read) < size and (some := await asyncio.get_running_loop().sock_recv(self.theirs, 65_536)):
                read += some
        return read

    async def turn(self) -> None:
        """Let the event loop do what lies there."""
        for _ in range(5):
            await asyncio.sleep(0)

    async def close(self) -> None:
        self.theirs.close()
        self.transport.abortConnection()
        await self.turn()
        for call in self.reactor.getDelayedCalls():
            call.cancel()
        self.reactor.removeAll()


def _tcp_pair():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        theirs = socket.create_connection(listening.getsockname())
        ours, _ = listening.accept()
    return ours, theirs


def _protocol(reactor):
    """Ours, behind its handshake."""
    factory = WebSocketServerFactory(reactor=reactor)
    factory.protocol = preframed.Protocol
    protocol = factory.buildProtocol(None)
    protocol.server = SimpleNamespace(protocol_disconnected=lambda line: None, log_action=lambda *said: None)
    protocol.client_addr = protocol.path = None
    protocol.request = SimpleNamespace(path="/")
    return protocol


def _transport(kind, ours, protocol, reactor):
    if kind == "unix":
        return unix.Server(ours, protocol, None, None, 1, reactor)
    return tcp.Server(ours, protocol, ("127.0.0.1", 1), None, 1, reactor)


@asynccontextmanager
async def pair(kind="tcp"):
    made = Pair(kind)
    try:
        yield made
    finally:
        await made.close()


def bits(count, size=1000):
    """Pieces that tell where they belong."""
    return [f"{number:06d};".encode().ljust(size, b".") for number in range(count)]


both_sockets = pytest.mark.parametrize("kind", ["tcp", "unix"])

# The order


@both_sockets
async def test_what_the_socket_does_not_take_at_once_follows_in_order_and_whole(kind):
    async with pair(kind) as it:
        pieces = bits(150)
        for piece in pieces:
            it.line.write(piece)
        assert it.line.waiting() > 0, "the kernel took it all: this test shows nothing"
        assert await it.read(150_000) == b"".join(pieces)
        await it.turn()
        assert it.line.waiting() == 0


@both_sockets
async def test_one_piece_larger_than_the_kernel_takes_is_not_written_twice(kind):
    async with pair(kind) as it:
        (piece,) = bits(1, 150_000)
        it.line.write(piece + b"end")
        assert 0 < it.line.waiting() < len(piece), "nothing was tried, or all of it was taken"
        assert await it.read(150_003) == piece + b"end"


@both_sockets
async def test_a_piece_that_would_fit_waits_behind_what_waits(kind):
    """Also when the reader has made room in the kernel meanwhile, and the transport has not noticed yet."""
    async with pair(kind) as it:
        (big,) = bits(1, 150_000)
        it.line.write(big)
        first = it.theirs.recv(3000)
        it.line.write(b"small")
        rest = await it.read(len(big) + 5 - len(first))
        assert first + rest == big + b"small"


@both_sockets
async def test_the_servers_own_writes_keep_their_place_among_ours(kind):
    """Pongs and close frames go by autobahn, through the transport."""
    async with pair(kind) as it:
        expected = b""
        for number, piece in enumerate(bits(40, 5000)):
            if number % 3:
                it.line.write(piece)
            else:
                it.protocol.sendData(piece)
            expected += piece
            if number % 7 == 0:
                await it.turn()
        assert await it.read(len(expected)) == expected


async def test_what_goes_by_autobahn_without_a_turn_of_the_loop_is_not_overtaken():
    """Twisted's `write` never tries the socket: it is buffered although the socket would take it."""
    async with pair() as it:
        it.protocol.sendData(b"first,")
        assert it.line.waiting() == 6
        it.line.write(b"second")
        assert await it.read(12) == b"first,second"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("osr"), st.integers(1, 30_000)), max_size=25))
def test_whatever_is_written_by_whom_arrives_as_it_was_written(steps):
    """o: our write, s: the server's own; r: the client reads so much."""
    asyncio.run(_as_written(steps))


async def _as_written(steps):
    async with pair() as it:
        written, read = b"", b""
        for number, (what, size) in enumerate(steps):
            if what == "r":
                with_some = it.theirs.recv(size) if written and _readable(it.theirs) else b""
                read += with_some
                await it.turn()
                continue
            (it.line.write if what == "o" else it.protocol.sendData)(piece := bytes([number % 251]) * size)
            written += piece
            assert it.line.waiting() <= len(written) - len(read)
        assert read + await it.read(len(written) - len(read)) == written


def _readable(end):
    try:
        return bool(end.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False


# Where no line is open


@pytest.mark.parametrize("state", [STATES.STATE_CONNECTING, STATES.STATE_CLOSING, STATES.STATE_CLOSED])
async def test_nothing_is_written_on_a_line_that_is_not_open(state):
    async with pair() as it:
        it.protocol.state = state
        it.line.write(b"never")
        await it.turn()
        assert it.line.waiting() == 0
        assert not _readable(it.theirs)


async def test_nothing_follows_the_close_frame():
    async with pair() as it:
        it.line.write(b"last")
        it.protocol.sendClose(1000)
        it.line.write(b"never")
        assert await it.read(8) == b"last\x88\x02\x03\xe8"
        await it.turn()
        assert it.line.waiting() == 0
        assert not _readable(it.theirs)


@both_sockets
async def test_a_broken_pipe_does_no_harm_and_the_transport_finds_out(kind):
    async with pair(kind) as it:
        it.theirs.close()
        for piece in bits(50, 10_000):
            it.line.write(piece)
        async with asyncio.timeout(PATIENCE_S):
            while it.transport.connected:
                await asyncio.sleep(0)
        assert it.protocol.state == STATES.STATE_CLOSED
        it.line.write(b"never")


async def test_a_line_whose_transport_is_gone_while_the_protocol_does_not_know_does_no_harm():
    async with pair() as it:
        it.transport.abortConnection()
        await it.turn()
        it.protocol.state = STATES.STATE_OPEN
        it.line.write(b"never")
        it.line.waiting()


# What waits


async def test_what_waits_is_what_the_kernel_has_not_taken():
    async with pair() as it:
        for piece in bits(100):
            it.line.write(piece)
        await it.turn()
        waiting = it.line.waiting()
        arrived = await it.read(100_000 - waiting)
        assert len(arrived) >= 100_000 - waiting
        await it.read(100_000 - len(arrived))
        await it.turn()
        assert it.line.waiting() == 0


# To whom it is offered


async def test_what_goes_through_tls_is_not_offered():
    async with pair() as it:
        it.transport.startTLS(ssl.CertificateOptions(), normal=False)
        assert preframed.offer(it.protocol) is None


@pytest.mark.parametrize("transport", [None, object(), SimpleNamespace(getHandle=lambda: None)])
def test_other_transports_are_not_offered_anything(transport):
    assert preframed.offer(SimpleNamespace(transport=transport)) is None
    preframed.keep_little(SimpleNamespace(transport=transport))


@both_sockets
async def test_the_kernel_is_told_to_hold_little(kind):
    async with pair(kind) as it:
        preframed.keep_little(it.protocol)
        holds = it.transport.getHandle().getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
        assert preframed.SEND_BUFFER <= holds <= 2 * preframed.SEND_BUFFER


def test_both_sides_call_it_by_the_same_name():
    assert preframed.NAME == EXTENSION == "samecircle.preframed"


def test_twisted_still_has_what_is_read_of_it():
    """These are not all public: when Twisted changes them, `Line.waiting` has to change."""
    fresh = FileDescriptor(reactor=object())
    assert (fresh.dataBuffer, fresh.offset, fresh._tempDataLen, fresh._tempDataBuffer) == (b"", 0, 0, [])
    assert issubclass(tcp.Server, tcp.Connection)
    assert tcp.Connection.TLS is False
    assert issubclass(unix.Server, tcp.Server)


async def test_twisted_counts_what_waits_in_both_of_its_buffers():
    async with pair() as it:
        it.line.write(b"." * 150_000)
        await it.turn()
        in_transit = len(it.transport.dataBuffer) - it.transport.offset
        assert it.transport._tempDataLen == 0 < in_transit == it.line.waiting()
        it.line.write(b"." * 10)
        assert it.transport._tempDataLen == 10
        assert it.line.waiting() == in_transit + 10


# What a frame looks like on the line


def parsed(framed):
    """The frames that a client reads there, by the library `websockets`."""
    client = Protocol(CLIENT, state=OPEN, max_size=None)
    client.receive_data(framed)
    return client.events_received()


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
def test_a_frame_of_any_length_is_read_by_another_library(size):
    (frame,) = parsed(Frame(b"x" * size).framed)
    assert (frame.opcode, frame.fin, bytes(frame.data)) == (Opcode.TEXT, True, b"x" * size)
    assert (frame.rsv1, frame.rsv2, frame.rsv3) == (False, False, False)


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_frames_one_after_the_other_are_read_as_what_they_say(said):
    framed = b"".join(Frame(text.encode()).framed for text in said)
    assert [bytes(frame.data).decode() for frame in parsed(framed)] == said


@given(st.integers(0, 70_000))
def test_the_length_is_written_in_the_shortest_form(size):
    header = len(Frame(b"x" * size).framed) - size
    assert header == (2 if size < 126 else 4 if size < 65_536 else 10)


HELLO = Frame(b"hello").framed


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        HELLO[:-1],
        HELLO + HELLO[:1],
        b"\x01" + HELLO[1:],  # more is to come
        b"\x82" + HELLO[1:],  # bytes
        b"\xc1" + HELLO[1:],  # compressed
        b"\x81\x85abcd" + b"hello",  # masked
        b"\x81\x7e\x00\x05hello",  # five, written as a large number
        b"\x81\x7f" + (125).to_bytes(8, "big") + b"x" * 125,
    ],
)
def test_the_stand_in_of_other_tests_takes_whole_frames_only(wrong):
    with pytest.raises(NotAFrame):
        list(texts(wrong))


@given(st.lists(st.text(max_size=300), min_size=1, max_size=5))
def test_the_stand_in_reads_what_the_library_reads(said):
    assert list(texts(b"".join(Frame(text.encode()).framed for text in said))) == said


def test_the_same_bytes_go_to_everybody():
    frame = Frame("¿qué tal? 😀".encode())
    assert frame.framed is frame.framed
    assert frame.asgi is frame.asgi
    assert frame.asgi["text"].encode() == frame.framed[2:]
