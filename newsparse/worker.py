"""The life of a worker process: takes jobs from the wire, sends back what they yield, ends with its parent."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from newsparse.outcome import Outcome

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from newsparse.plan import Job

_PARCEL = 256 * 1024  # bytes that are sent before the chunk is done
_GRACE = 3.5  # seconds for the job in hand once no one waits for more
_SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM})


@contextmanager
def signals_held() -> Iterator[None]:
    """No signal comes through while a process is forked: the child would answer it with its parent's handlers."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(
    wire: "Connection[Any, Any]",
    life: "Connection[Any, Any]",
    work: "Callable[[Job], Iterable[Any]]",
    foreign: Iterable[int],
) -> None:
    """Do jobs until the wire is closed; ``life`` ends when the parent wants no more, or is no more.

    ``foreign`` are descriptors that came along when the process was forked and are not its own.
    """
    for descriptor in foreign:
        os.close(descriptor)
    _answer_signals()
    enough = _Enough()
    threading.Thread(target=enough.watch, args=(life,), daemon=True).start()
    with suppress(EOFError, OSError):  # the parent went away
        while True:
            _do(wire.recv(), work, wire, enough)


def _answer_signals() -> None:
    """Ctrl-C is for the parent, who tells us; SIGTERM ends us, and what is half written is removed on the way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _leave(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)


class _Enough:
    """Whether the parent has had enough of us."""

    def __init__(self) -> None:
        self.said = False

    def watch(self, life: "Connection[Any, Any]") -> None:
        with suppress(EOFError, OSError):
            life.recv_bytes()
        self.said = True
        time.sleep(_GRACE)
        os._exit(1)


def _do(
    jobs: "Iterable[Job]", work: "Callable[[Job], Iterable[Any]]", wire: "Connection[Any, Any]", enough: _Enough
) -> None:
    """Send (items, False) now and then, at the end (items, True)."""
    items: list[Any] = []
    size = 0
    for job in jobs:
        if enough.said:
            break
        for item in work(job):
            items.append(item)
            size += len(item) if not isinstance(item, Outcome) else 0
            if size > _PARCEL:
                wire.send((items, False))
                items, size = [], 0
    wire.send((items, True))
