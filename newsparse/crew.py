"""Jobs -> what they yield, in order, done by worker processes; a worker that dies costs nothing but time.

The parent deals out chunks of jobs, one to a worker at a time, so it always knows what a dead worker had in hand: that
is dealt again, a job at a time, and only a job that kills its worker twice has failed. What comes back early waits for
its turn; so much may wait, then the workers wait.
"""

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsparse.errors import WorkersDieError
from newsparse.hands import Item, Work, chunked, lost
from newsparse.outcome import Outcome
from newsparse.plan import Job
from newsparse.worker import serve, signals_held

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_AHEAD = 8  # chunks a worker may be ahead of the one whose turn it is
_WAITING = 16 * 1024 * 1024  # bytes that may wait for their turn
_DEATHS = 100  # in a row, with nothing done between them: no use in hiring more
_PATIENCE = 2.0  # seconds for a worker to go when told, then to go when terminated


@dataclass(frozen=True, slots=True)
class Death:
    """A worker that died: which, how ("killed by signal 9"), and how many jobs it had in hand."""

    pid: int
    how: str
    jobs: int


@dataclass(slots=True)
class _Task:
    """A chunk on its way: what must still be dealt, what a worker has in hand, what came back and waits."""

    to_deal: deque[list[Job]]
    in_hand: deque[Job] = field(default_factory=deque)
    items: deque[Item] = field(default_factory=deque)
    again: bool = False  # its worker died: a job at a time now
    given: int = 0  # bytes that the first job in hand has given so far ...
    skip: int = 0  # ... and how many of them it is giving once more, since its worker died

    @property
    def is_over(self) -> bool:
        return not self.to_deal and not self.in_hand


@dataclass(slots=True)
class _Worker:
    process: "BaseProcess"
    wire: "Connection[Any, Any]"
    task: _Task | None = None


class Crew:
    """A pool of ``size`` worker processes that do ``work``; ``on_death`` hears of each that dies."""

    def __init__(self, work: Work, size: int, on_death: Callable[[Death], None] | None = None) -> None:
        self._work = work
        self._size = size
        self._on_death = on_death or (lambda _: None)
        self._workers: list[_Worker] = []
        self._tasks: deque[_Task] = deque()  # in order; the first is the one whose turn it is
        self._waiting = 0  # bytes in all items
        self._deaths = 0
        self._stopping = False
        self._context = _context()
        self._life: Connection[Any, Any] | None = None  # the workers live until it is closed
        self._theirs: Connection[Any, Any] | None = None  # their end of it

    def do(self, jobs: Iterable[Job]) -> Generator[Item]:
        """What each job yields, in the order of the jobs. Closing the iterator ends the workers at once."""
        chunks = chunked(jobs)
        self._theirs, self._life = self._context.Pipe(duplex=False)
        gc.freeze()  # what is here now is shared with the workers: do not let the collector touch, and so copy it
        try:
            self._deal(chunks)
            while self._tasks:
                yield from self._turn()
                self._deal(chunks)
                if any(worker.task for worker in self._workers) and not self._is_ready():
                    self._listen()
                if self._stopping and not any(worker.task for worker in self._workers):
                    yield from self._rest()
        finally:
            gc.unfreeze()
            self._end()

    def stop(self) -> None:
        """Let each worker finish the job in hand and deal no more; `do` then ends. Safe in a signal handler."""
        self._stopping = True
        if self._life is not None:
            self._life.close()

    def _is_ready(self) -> bool:
        return bool(self._tasks) and bool(self._tasks[0].items or self._tasks[0].is_over)

    def _turn(self) -> Iterator[Item]:
        """What has come back and has its turn."""
        while self._is_ready():
            task = self._tasks[0]
            while task.items:
                item = task.items.popleft()
                self._waiting -= _weight(item)
                yield item
            if task.is_over:
                self._tasks.popleft()

    def _rest(self) -> Iterator[Item]:
        """What has come back, now that nothing more will."""
        while self._tasks:
            yield from self._tasks.popleft().items

    def _deal(self, chunks: Iterator[list[Job]]) -> None:
        """Give every hand something to do; hire where there is more to do than hands."""
        while not self._stopping:
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None and len(self._workers) >= self._size:
                return
            task = self._next(chunks)
            worker = idle or (self._hire() if task else None)
            if task is None or worker is None:
                return
            self._give(worker, task)

    def _next(self, chunks: Iterator[list[Job]]) -> _Task | None:
        for task in self._tasks:
            if task.to_deal and not task.in_hand:
                return task
        if len(self._tasks) >= _AHEAD * self._size or (self._tasks and self._waiting >= _WAITING):
            return None
        chunk = next(chunks, None)
        if chunk is None:
            return None
        self._tasks.append(_Task(deque([chunk])))
        return self._tasks[-1]

    def _give(self, worker: _Worker, task: _Task) -> None:
        jobs = task.to_deal.popleft()
        task.in_hand.extend(jobs)
        worker.task = task
        try:
            worker.wire.send(jobs)
        except OSError:
            self._bury(worker)

    def _listen(self) -> None:
        """Wait for a word of those who may speak: the one whose turn it is always may."""
        from multiprocessing.connection import wait

        head = self._tasks[0]
        everyone = self._waiting < _WAITING or not head.in_hand
        wires = {w.wire: w for w in self._workers if w.task is not None and (everyone or w.task is head)}
        for wire in wait(list(wires)):
            self._hear(wires[wire])  # type: ignore[index]  # it gives back what it was given

    def _hear(self, worker: _Worker) -> None:
        task = worker.task
        assert task is not None
        try:
            items, is_over = worker.wire.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        for item in items:
            self._take(task, item)
        if is_over:
            worker.task = None
            task.in_hand.clear()  # all are done, or we are stopping

    def _take(self, task: _Task, item: Item) -> None:
        if isinstance(item, Outcome):
            task.in_hand.popleft()
            task.given = task.skip = self._deaths = 0
        else:
            known, task.skip = item[: task.skip], max(0, task.skip - len(item))
            item = item[len(known) :]
            task.given += len(item)
        self._waiting += _weight(item)
        task.items.append(item)

    def _bury(self, worker: _Worker) -> None:
        """A worker is dead: what it had in hand is dealt again, a job at a time, or has failed."""
        task = worker.task
        assert task is not None
        self._workers.remove(worker)
        worker.wire.close()
        worker.process.join(_PATIENCE)
        death = Death(worker.process.pid or 0, _how(worker.process.exitcode), len(task.in_hand))
        jobs = list(task.in_hand)
        task.in_hand.clear()
        if self._stopping:
            return
        self._deaths += 1
        if self._deaths > _DEATHS:
            raise WorkersDieError(death.how)
        self._on_death(death)
        if task.again and jobs:
            task.items.append(lost(jobs.pop(0), f"its worker died twice ({death.how})"))
            task.given = 0
        task.again = True
        task.skip = task.given
        task.to_deal.extendleft([job] for job in reversed(jobs))

    def _hire(self) -> _Worker | None:
        """One more worker; None, and no more tries, where the system has no room for it but others are there."""
        assert self._life is not None
        wires: tuple[Connection[Any, Any], ...] = ()
        try:
            ours, theirs = wires = self._context.Pipe()
            process = self._context.Process(  # type: ignore[attr-defined]  # every context has it
                target=serve, args=(theirs, self._theirs, self._work, self._foreign(ours)), daemon=True
            )
            with signals_held():
                process.start()
        except OSError as error:  # no room for it; or we are told to stop this moment, and `life` is closed
            for wire in wires:
                wire.close()
            if not self._workers and not self._stopping:
                raise WorkersDieError(str(error.strerror)) from error
            self._size = len(self._workers)
            return None
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _foreign(self, ours: "Connection[Any, Any]") -> tuple[int, ...]:
        """The descriptors that a forked worker inherits and must let go of."""
        if self._context.get_start_method() != "fork":
            return ()
        assert self._life is not None
        return (self._life.fileno(), ours.fileno(), *(worker.wire.fileno() for worker in self._workers))

    def _end(self) -> None:
        """No worker outlives this: the idle go when the wire is cut, the busy are terminated, the stubborn killed."""
        for worker in self._workers:
            worker.wire.close()
            if worker.task is not None:
                worker.process.terminate()
        if self._life is not None and self._theirs is not None:
            self._life.close()
            self._theirs.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()
        self._tasks.clear()


def _context() -> "BaseContext":
    """Forking is quickest and shares what is loaded; beside other threads it is not safe, on macOS neither."""
    from multiprocessing import get_context

    safe = hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
    return get_context("fork" if safe else "spawn")


def _weight(item: Item) -> int:
    return 0 if isinstance(item, Outcome) else len(item)


def _how(code: int | None) -> str:
    if code is None:
        return "it no longer answers"
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"
