"""Who does the jobs of a batch: this process by itself, or an executor that was lent to us (the crew: see crew.py)."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from newsparse.errors import NewsparseError
from newsparse.outcome import Outcome
from newsparse.plan import Job

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_CHUNK = 32  # jobs handed over at a time: what handing over costs is lost in it
_CHUNK_BYTES = 4 * 1024 * 1024  # of content that is handed over with them
_IN_FLIGHT = 64  # chunks given to an executor ahead of the one that is waited for: a bound on memory

Item = bytes | Outcome  # pieces of a stream, and behind the pieces of a job its outcome
Work = Callable[[Job], Iterator[Item]]  # pure but for the files it reads and writes; can be pickled


class Hands(Protocol):
    """Whoever does jobs."""

    def do(self, jobs: Iterable[Job]) -> Generator[Item]:
        """What each job yields, in the order of the jobs; a bounded number of jobs is on its way."""
        ...

    def stop(self) -> None:
        """Finish what is in hand and take no more; `do` then ends. Safe in a signal handler."""
        ...


def chunked(jobs: Iterable[Job], at_most: int = _CHUNK) -> Iterator[list[Job]]:
    """The jobs in lists that are worth handing over and fit in memory."""
    chunk: list[Job] = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += len(job.content) if isinstance(job.content, bytes) else 0
        if len(chunk) >= at_most or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def lost(job: Job, why: str) -> Outcome:
    """The outcome of a job whose worker did not live to tell it."""
    goes_on = job.part is not None and not job.part.is_last
    line = job.part.line + 1 if job.part else None
    return Outcome(job.input, "failed", error=why, line=line, goes_on=goes_on)


class Alone:
    """This process, one job after the other."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._stopping = False

    def do(self, jobs: Iterable[Job]) -> Generator[Item]:
        """See Hands."""
        for job in jobs:
            if self._stopping:
                return
            yield from self._work(job)

    def stop(self) -> None:
        """See Hands."""
        self._stopping = True


class Lent:
    """Any concurrent.futures.Executor: threads, processes, a cluster behind it."""

    def __init__(self, work: Work, executor: "Executor", *, in_flight: int = _IN_FLIGHT) -> None:
        self._work = work
        self._executor = executor
        self._in_flight = in_flight
        self._stopping = False

    def do(self, jobs: Iterable[Job]) -> Generator[Item]:
        """See Hands. A chunk that an executor loses is tried again, a job at a time."""
        flying: deque[tuple[list[Job], Future[list[Item]]]] = deque()
        try:
            for chunk in chunked(jobs):
                if self._stopping:
                    break
                flying.append((chunk, self._submit(chunk)))
                if len(flying) >= self._in_flight:
                    yield from self._result(*flying.popleft())
            while flying:
                yield from self._result(*flying.popleft())
        finally:
            for _, future in flying:
                future.cancel()

    def stop(self) -> None:
        """See Hands."""
        self._stopping = True

    def _submit(self, chunk: list[Job]) -> "Future[list[Item]]":
        try:
            return self._executor.submit(do_all, self._work, chunk)
        except RuntimeError as error:  # the pool broke, or was shut down
            from concurrent.futures import Future

            refused: Future[list[Item]] = Future()
            refused.set_exception(error)
            return refused

    def _result(self, chunk: list[Job], future: "Future[list[Item]]") -> list[Item]:
        from concurrent.futures import CancelledError

        if self._stopping and future.cancel():
            return []
        try:
            return future.result()
        except (Exception, CancelledError) as error:  # noqa: BLE001  executors have errors of their own
            if len(chunk) > 1:
                return [item for job in chunk for item in self._result([job], self._submit([job]))]
            return [lost(chunk[0], f"the executor lost it ({_named(error)})")]


def _named(error: BaseException) -> str:
    return error.reason if isinstance(error, NewsparseError) else f"{type(error).__name__}: {error}".rstrip(": ")


def do_all(work: Work, jobs: Iterable[Job]) -> list[Item]:
    """What all these jobs yield; runs where the executor runs."""
    return [item for job in jobs for item in work(job)]
