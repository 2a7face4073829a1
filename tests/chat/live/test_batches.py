"""Questions that are answered together; and the lane through which they go."""

import asyncio
import threading

import pytest
from django.db import DatabaseError, connection

from chat.live import lane
from chat.live.batches import Batch
from chat.live.lane import visit


class Refused(Exception):
    """What one of the questions is answered with."""


class Asked:
    """A batch whose visits wait until they are let go."""

    def __init__(self, answer=lambda one: f"to {one}", *, most=10, then=None):
        self.visits = []
        self.go = threading.Semaphore(0)
        self._answer = answer
        self.batch = Batch(self._work, most=most, then=then)

    def _work(self, asked):
        self.visits.append(list(asked))
        self.go.acquire(timeout=20)
        return [self._answer(one) for one in asked]

    def ask(self, *questions):
        return [asyncio.ensure_future(self.batch.ask(one)) for one in questions]

    async def is_busy(self, visits=1):
        while len(self.visits) < visits:
            await asyncio.sleep(0)

    def release(self, visits=1):
        self.go.release(visits)


@pytest.fixture
def rows(transactional_db):
    """The lane has its own connection."""


async def test_who_comes_alone_is_a_batch_of_one():
    asked = Asked()
    asked.release()
    assert await asked.batch.ask("one") == "to one"
    assert asked.visits == [["one"]]


async def test_what_arrives_meanwhile_goes_along_with_the_next_in_the_order_it_came():
    asked = Asked()
    first = asked.ask("a")
    await asked.is_busy()
    others = asked.ask("b", "c", "d")
    asked.release(2)
    assert await asyncio.gather(*first, *others) == ["to a", "to b", "to c", "to d"]
    assert asked.visits == [["a"], ["b", "c", "d"]]


async def test_no_visit_takes_more_than_it_may_and_nobody_is_left_behind():
    asked = Asked(most=3)
    first = asked.ask(0)
    await asked.is_busy()
    others = asked.ask(*range(1, 8))
    asked.release(4)
    await asyncio.gather(*first, *others)
    assert asked.visits == [[0], [1, 2, 3], [4, 5, 6], [7]]


async def test_a_refusal_is_the_answer_of_that_one_alone():
    asked = Asked(lambda one: Refused(one) if one == "b" else one)
    answers = asked.ask("a", "b", "c")
    asked.release()
    a, b, c = await asyncio.gather(*answers, return_exceptions=True)
    assert (a, c) == ("a", "c")
    assert isinstance(b, Refused)


async def test_what_the_work_itself_raises_is_everybodys_answer_and_the_next_visit_works():
    def breaks(one):
        if one != "later":
            raise DatabaseError
        return one

    asked = Asked(breaks)
    answers = asked.ask("a", "b")
    asked.release(2)
    a, b = await asyncio.gather(*answers, return_exceptions=True)
    assert isinstance(a, DatabaseError)
    assert a is b
    assert await asked.batch.ask("later") == "later"


async def test_who_left_meanwhile_is_not_asked_and_keeps_nobody_from_their_answer():
    asked = Asked()
    first = asked.ask("a")
    await asked.is_busy()
    b, c = asked.ask("b", "c")
    await asyncio.sleep(0)
    b.cancel()
    asked.release(2)
    assert await asyncio.gather(*first, c) == ["to a", "to c"]
    assert asked.visits == [["a"], ["c"]]


async def test_who_leaves_while_being_answered_keeps_nobody_from_their_answer():
    asked = Asked()
    a, b = asked.ask("a", "b")
    await asked.is_busy()
    a.cancel()
    asked.release()
    assert await b == "to b"


async def test_if_all_have_left_nobody_is_asked_and_the_next_is():
    asked = Asked()
    (a,) = asked.ask("a")
    await asyncio.sleep(0)
    a.cancel()
    (b,) = asked.ask("b")
    asked.release()
    assert await b == "to b"
    assert asked.visits == [["b"]]


async def test_what_hangs_on_the_answers_is_done_before_those_who_asked_have_them():
    order = []
    asked = Asked(lambda one: one, then=lambda answers: order.append(list(answers)))

    async def ask(one):
        order.append(await asked.batch.ask(one))

    asked.release()
    await asyncio.gather(ask("a"), ask("b"))
    assert order == [["a", "b"], "a", "b"]


# The lane


async def test_visits_go_one_after_the_other_in_one_thread():
    inside, seen = [], []

    def work(number):
        inside.append(number)
        seen.append((list(inside), threading.get_ident()))
        inside.remove(number)

    await asyncio.gather(*(visit(work, number) for number in range(20)))
    assert [alone for alone, _ in seen] == [[number] for number in range(20)]
    assert len({thread for _, thread in seen}) == 1


def _backend():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def _one():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone()[0]


@pytest.mark.db_real
async def test_a_broken_connection_fails_one_visit_and_the_next_works():
    """On SQLite nothing can cut it: there the visit fails for another reason."""
    if connection.vendor == "postgresql":
        backend = await visit(_backend)
        await asyncio.to_thread(_terminate, backend)
    else:
        assert await visit(_one) == 1
        await visit(_close_underneath)
    lane._Visit.looked_at = float("inf")  # it was looked at just now
    with pytest.raises(DatabaseError):
        await visit(_one)
    assert await visit(_one) == 1


def _terminate(backend):
    """As an administrator does it. Ends when that backend has."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [backend])
            assert cursor.fetchone() == (True,)
    finally:
        other.close()


def _close_underneath():
    connection.connection.close()


async def test_after_a_refusal_of_the_database_the_next_visit_works():
    with pytest.raises(DatabaseError):
        await visit(_nonsense)
    assert await visit(_one) == 1


def _nonsense():
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")
