"""Many files: one Outcome each. A file that fails stops no other, and nothing is printed here."""

import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from newsparse.atomic import sweep, write_whole
from newsparse.errors import EmptyInputError, NewsparseError, OutputPlaceError
from newsparse.formats import writer
from newsparse.intake import Reading, printable_name, read_source
from newsparse.model import Note, Record, Source
from newsparse.plan import BatchOptions, Job, make_plan
from newsparse.reasons import in_words, is_expected, is_of_the_place

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_IN_FLIGHT = 64  # jobs handed to an executor ahead of the one that is waited for: a bound on memory


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    ``error`` is None unless ``status`` is "failed"; ``notes`` are the warnings; ``sha256`` is of the input's bytes;
    ``hopeless`` says that the output folder is at fault and the next file will fare no better; ``trace`` is there
    for a fault of newsparse only.
    """

    input: str
    status: Literal["written", "failed", "skipped"]
    outputs: tuple[str, ...] = ()
    documents: int = 0
    notes: tuple[Note, ...] = ()
    error: str | None = None
    line: int | None = None
    sha256: str | None = None
    ms: int = 0
    hopeless: bool = False
    trace: str = field(default="", repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The line of a report; ``output`` is a list where the file held several documents."""
        outputs = list(self.outputs)
        return {
            "input": printable_name(self.input),
            "output": [printable_name(output) for output in outputs]
            if len(outputs) > 1
            else (printable_name(outputs[0]) if outputs else None),
            "status": self.status,
            "documents": self.documents,
            "warnings": len(self.notes),
            "error": self.error,
            "sha256": self.sha256,
            "ms": self.ms,
        }


def convert_files(  # noqa: PLR0913  the published signature; all but the paths by keyword
    paths: Iterable[str | Path],
    *,
    to: str = "json",
    output_dir: str | Path,
    executor: "Executor | None" = None,
    options: BatchOptions | None = None,
) -> Iterator[Outcome]:
    """Convert every file under ``paths`` into ``output_dir``; an Outcome each, in the order of the inputs.

    All is planned before anything is written: raises UnknownFormatError, OutputClashError, OutputExistsError and
    OutputPlaceError at once, OSError where the output folder cannot be made. With an ``executor`` (threads,
    processes, anything with ``submit``) the files are converted there.
    """
    options = options or BatchOptions()
    writer(to)
    plan = make_plan([str(path) for path in paths], to=to, output_dir=Path(output_dir), options=options)
    return chain(
        (Outcome(path, "failed", error=why) for path, why in plan.unreadable),
        run(plan.jobs, Conversion(to, Path(output_dir), options), executor=executor),
    )


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is done to each job; called with it. It can be pickled, so it runs in any executor."""

    to: str
    output_dir: Path
    options: BatchOptions

    def __call__(self, job: Job) -> Outcome:
        """Convert one file; whatever is wrong with it is told in the Outcome."""
        if self.options.existing == "skip" and job.is_done():
            return Outcome(job.input, "skipped", outputs=(str(job.output),))
        return attempt(job.input, self.options.reading, lambda records: self._write(job, records), name=job.name)

    def _write(self, job: Job, records: Iterator[Record]) -> tuple[str, ...]:
        _make_folder(self.output_dir, job.output.parent)
        if self.to == "jsonl":
            write_whole(job.output, writer(self.to).write(records, self.options.write))
            return (str(job.output),)
        first = next(records, None)
        if first is None:
            raise EmptyInputError
        second = next(records, None)
        if second is None:
            self._write_one(job.output, first)
            return (str(job.output),)
        return self._write_several(job, first, chain((second,), records))

    def _write_several(self, job: Job, first: Record, others: Iterator[Record]) -> tuple[str, ...]:
        """The first is written last: where it is there, all are, so a run that was cut off is taken up again."""
        written = [job.numbered(1)]
        for number, record in enumerate(others, 2):
            written.append(job.numbered(number))
            self._write_one(self._free(job, number), record)
        self._write_one(self._free(job, 1), first)
        return tuple(str(path) for path in written)

    def _free(self, job: Job, number: int) -> Path:
        path = job.numbered(number)
        if path.name in job.reserved:
            raise OutputPlaceError(f"its document {number} and another input would both write {path}; use -t jsonl")
        return path

    def _write_one(self, path: Path, record: Record) -> None:
        write_whole(path, writer(self.to).write([record], self.options.write))


def run(
    jobs: Iterable[Job], conversion: Callable[[Job], Outcome], *, executor: "Executor | None" = None
) -> Iterator[Outcome]:
    """An Outcome a job, in their order; with an executor a bounded number of jobs is in flight."""
    jobs = tuple(jobs)
    for folder in {job.output.parent for job in jobs}:
        sweep(folder)
    if executor is None:
        yield from map(conversion, jobs)
        return
    flying: deque[Future[Outcome]] = deque()
    for job in jobs:
        flying.append(executor.submit(conversion, job))
        if len(flying) >= _IN_FLIGHT:
            yield flying.popleft().result()
    while flying:
        yield flying.popleft().result()


def attempt(
    path: str, reading: Reading, write: Callable[[Iterator[Record]], tuple[str, ...]], *, name: str | None = None
) -> Outcome:
    """Read ``path``, hand its records to ``write`` (which returns what was written), and tell how it went."""
    began = time.monotonic()
    seen = _Seen()
    try:
        outputs = write(seen.watch(read_source(path, reading, name=name), reading))
        outcome = Outcome(path, "written", outputs=outputs)
    except Exception as error:  # noqa: BLE001  one bad file stops no other
        outcome = _failed(path, error)
    spent = round((time.monotonic() - began) * 1000)
    return replace(outcome, documents=seen.documents, notes=tuple(seen.notes), sha256=seen.sha256, ms=spent)


class _Seen:
    """Counts what passes from the parser to the writer."""

    def __init__(self) -> None:
        self.documents = 0
        self.notes: list[Note] = []
        self.sha256: str | None = None

    def watch(self, source: Source, reading: Reading) -> Iterator[Record]:
        from newsparse.pipeline import parse_source

        self.sha256 = source.sha256
        for record in parse_source(source, form=reading.form, language=reading.language):
            self.documents += 1
            self.notes += [note for note in record.notes if note.is_warning]
            yield record


def _failed(path: str, error: Exception) -> Outcome:
    trace = "" if is_expected(error) else traceback.format_exc()
    line = error.line if isinstance(error, NewsparseError) else None
    why = in_words(error)
    if is_of_the_place(error):
        why = f"cannot be written: {why}"
    return Outcome(path, "failed", error=why, line=line, hopeless=is_of_the_place(error), trace=trace)


def _make_folder(output_dir: Path, folder: Path) -> None:
    """Make a folder of outputs, unless a link in the output folder leads out of it."""
    if folder != output_dir and not folder.resolve().is_relative_to(output_dir.resolve()):
        raise OutputPlaceError(f"{folder} leads out of the output folder through a link")
    folder.mkdir(parents=True, exist_ok=True)
