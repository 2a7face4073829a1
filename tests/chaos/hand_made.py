"""Histories made by hand: a good one, to be broken by tests."""

from dataclasses import replace

from tests.chaos.checker import check
from tests.chaos.history import Event, History, Log, Message, Room

ROOM, EPOCH = "the-room", "e1"


class Writing:
    """A client's log, written line by line; the clock goes on by a second each time."""

    def __init__(self, name, person, **values):
        self.log = Log(name, ROOM, person, **values)
        self.now = 0.0
        self.line = 0

    def note(self, what, **values):
        self.now += 1.0
        self.log.records.append({"what": what, "t": self.now, "line": self.line, **values})
        return self

    def opens(self, cursor=None, *, how="socket", sign_in="s1", head=0):
        self.line += 1
        self.note("line", how=how, process=1, cursor=cursor, sign_in=sign_in, tab=self.log.tab)
        return self.note("ready", epoch=EPOCH, head=head, can=["post"])

    def reset(self, seq, *messages, more=False):
        return self.note("reset", epoch=EPOCH, seq=seq, messages=list(messages), more=more)

    def run(self, *events):
        return self.note("run", epoch=EPOCH, events=list(events))

    def sent(self, client_id, *, whole=True, sign_in="s1"):
        return self.note("sent", client_id=client_id, whole=whole, sign_in=sign_in)

    def posted(self, client_id, message, seq, *, state="delivered", rev=1):
        return self.note("posted", client_id=client_id, state=state, rev=rev, message=message, seq=seq)

    def shown(self, client_id):
        return self.note("shown", client_id=client_id, because="posted")

    def closed(self, code=1006):
        return self.note("closed", code=code)

    def ends(self, seq, *outbox):
        return self.note("end", cursor=(EPOCH, seq), outbox=list(outbox))


def said(seq, *, fits=True):
    """The message with this seq, as an event."""
    return [seq, seq, "message", f"m{seq}", f"c{seq}", fits, None]


def about(seq, kind, member="seat-ben"):
    return [seq, seq, kind, None, None, None, member]


def room(*events, messages=(), head=0):
    return Room(
        id=ROOM,
        epoch=EPOCH,
        head=head or len(events),
        events=events,
        messages=messages,
        members={"seat-ana": ("ana", 0), "seat-ben": ("ben", 0)},
    )


def stored(seq, person="ana", **values):
    return replace(Message(f"m{seq}", f"c{seq}", person, "delivered", seq), **values)


def happened(seq):
    return Event(seq, "message", f"m{seq}")


def of(ana, ben, rows, **values):
    return History([ana.log, ben.log], {ROOM: rows}, **values)


def talk():
    """Ana says three things; Ben hears them, is cut off after the second, and resumes. Nothing is wrong."""
    ana, ben = Writing("ana", "ana"), Writing("ben", "ben")
    ana.opens().reset(0)
    for seq in (1, 2, 3):
        ana.sent(f"c{seq}").posted(f"c{seq}", f"m{seq}", seq).run(said(seq)).shown(f"c{seq}")
    ana.ends(3)
    ben.opens().reset(0).run(said(1), said(2)).closed().opens((EPOCH, 2)).run(said(3)).ends(3)
    rows = room(*(happened(seq) for seq in (1, 2, 3)), messages=tuple(stored(seq) for seq in (1, 2, 3)))
    return ana, ben, rows


def rules_of(history):
    return {violation.rule for violation in check(history)}
