"""Many files: one Outcome each. A file that fails stops no other, and nothing is printed here."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from newsparse import remote
from newsparse.atomic import sweep
from newsparse.errors import OutputExistsError
from newsparse.formats import writer
from newsparse.hands import Alone, Hands, Lent, Work
from newsparse.outcome import Outcome
from newsparse.parquet import ParquetFile, is_there, target_of
from newsparse.plan import BatchOptions, Plan, make_plan, plan_stream
from newsparse.tables import Table
from newsparse.work import Conversion, Tabulating

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from newsparse.crew import Death


class Sink(AbstractContextManager[Any], Protocol):
    """One output that takes what all jobs yield."""

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        ...

    def finish(self) -> None:
        """All has come."""
        ...


MANY = 200  # files above which more than one process is worth its start


def convert_files(  # noqa: PLR0913  the published signature; all but the paths by keyword
    paths: Iterable[str | Path],
    *,
    to: str = "json",
    output_dir: str | Path,
    executor: "Executor | None" = None,
    jobs: int = 1,
    options: BatchOptions | None = None,
) -> Iterator[Outcome]:
    """Convert every file under ``paths`` into ``output_dir``; an Outcome each, in the order of the inputs.

    All is planned before anything is written: raises UnknownFormatError, OutputClashError, OutputExistsError and
    OutputPlaceError at once, OSError where the output folder cannot be made. The files are converted by ``executor``
    where one is given (threads, processes, a cluster: anything with ``submit``), else by ``jobs`` processes of our
    own where there are more than 200 files, else here.
    """
    options = options or BatchOptions()
    given = [str(path) for path in paths]
    if to == "parquet":
        return _tabulated(given, str(output_dir), options, lambda work, plan: _hands(work, plan, executor, jobs))
    writer(to)
    plan = make_plan(given, to=to, output_dir=output_dir, options=options)
    work = Conversion(to, remote.local(str(output_dir)), options)
    return outcomes(plan, _hands(work, plan, executor, jobs))


def _hands(work: Work, plan: Plan, executor: "Executor | None", jobs: int) -> Hands:
    return Lent(work, executor) if executor is not None else choose_hands(work, plan, jobs)


def _tabulated(
    paths: list[str], output: str, options: BatchOptions, choose: Callable[[Work, Plan], Hands]
) -> Iterator[Outcome]:
    plan, table, target = plan_table(paths, output, options)
    if options.existing == "skip" and is_there(target):
        return skipped(plan, target)
    return outcomes(plan, choose(Tabulating(options, table), plan), ParquetFile(target, table))


def plan_table(paths: list[str], output: str, options: BatchOptions) -> tuple[Plan, Table, str]:
    """What is read, the rows it becomes, the file they go to.

    Raises MissingExtraError, UnknownFieldError, OutputExistsError, before anything is read.
    """
    table = Table(options.table, options.write.fields)
    table.schema()
    target = target_of(output, table)
    if options.existing == "refuse" and is_there(target):
        raise OutputExistsError((target,))
    return plan_stream(paths, options, leave_out=target), table, target


def skipped(plan: Plan, target: str) -> Generator[Outcome]:
    """The outcomes of a run whose one output is there."""
    for job in plan.without_content():
        yield Outcome(job.input, "skipped", outputs=(target,))


def choose_hands(work: Work, plan: Plan, jobs: int, on_death: "Callable[[Death], None] | None" = None) -> Hands:
    """A crew of ``jobs`` processes where that is worth it, else this process alone."""
    places = [shelf.base for shelf in plan.shelves[:1]] + ([plan.naming.output_dir] if plan.naming else [])
    if jobs < 2 or any(map(remote.lives_here, places)) or not (len(plan) > MANY or plan.has_a_large_feed()):
        return Alone(work)
    from newsparse.crew import Crew

    return Crew(work, jobs, on_death)


def outcomes(plan: Plan, hands: Hands, sink: Sink | None = None) -> Generator[Outcome]:
    """An Outcome for each path that cannot be read and for each job, in their order; what they yield goes to ``sink``.

    The sink is told that all has come only where it has: not where the hands were stopped.
    """
    yield from (Outcome(path, "failed", error=why) for path, why in plan.unreadable)
    _sweep(plan)
    left = len(plan)
    begun: Outcome | None = None
    with sink or nullcontext(), closing(hands.do(plan)) as items:
        for item in items:
            if isinstance(item, Outcome):
                begun = begun.and_then(item) if begun else item
                if not begun.goes_on:
                    left -= 1
                    yield begun
                    begun = None
            elif sink is not None:
                sink.write(item)
        if sink is not None and not left:
            sink.finish()
    _sweep(plan)  # what a worker that died in this run was writing


def _sweep(plan: Plan) -> None:
    """Remove what the dead left half written in the output folders."""
    for folder in plan.folders():
        if not remote.is_url(folder):
            sweep(Path(folder))


def make_output_dir(path: str) -> None:
    """The folder of the outputs, with its parents; raises OSError."""
    if not remote.is_url(path):
        Path(path).mkdir(parents=True, exist_ok=True)
