"""Many files: one Outcome each. A file that fails stops no other, and nothing is printed here."""

from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from newsparse import remote
from newsparse.atomic import sweep
from newsparse.formats import writer
from newsparse.hands import Alone, Hands, Item, Lent, Work
from newsparse.outcome import Outcome
from newsparse.plan import BatchOptions, Plan, make_plan
from newsparse.work import Conversion

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from newsparse.crew import Death

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
    writer(to)
    plan = make_plan([str(path) for path in paths], to=to, output_dir=output_dir, options=options)
    work = Conversion(to, remote.local(str(output_dir)), options)
    hands = Lent(work, executor) if executor is not None else choose_hands(work, plan, jobs)
    items = chain(unreadable(plan), run(plan, hands))
    return (item for item in items if isinstance(item, Outcome))


def choose_hands(work: Work, plan: Plan, jobs: int, on_death: "Callable[[Death], None] | None" = None) -> Hands:
    """A crew of ``jobs`` processes where that is worth it, else this process alone."""
    places = [shelf.base for shelf in plan.shelves[:1]] + ([plan.naming.output_dir] if plan.naming else [])
    if jobs < 2 or len(plan) <= MANY or any(map(remote.lives_here, places)):
        return Alone(work)
    from newsparse.crew import Crew

    return Crew(work, jobs, on_death)


def unreadable(plan: Plan) -> Iterator[Outcome]:
    """The outcomes of the paths that cannot be read at all."""
    return (Outcome(path, "failed", error=why) for path, why in plan.unreadable)


def run(plan: Plan, hands: Hands) -> Generator[Item]:
    """What the jobs of the plan yield, in their order."""
    for folder in plan.folders():
        if not remote.is_url(folder):
            sweep(Path(folder))
    yield from hands.do(plan)


def make_output_dir(path: str) -> None:
    """The folder of the outputs, with its parents; raises OSError."""
    if not remote.is_url(path):
        Path(path).mkdir(parents=True, exist_ok=True)
