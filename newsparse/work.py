"""What is done to a job: read it, parse it, write its records; whatever is wrong with it is told in its Outcome."""

import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from newsparse import remote
from newsparse.atomic import write_whole
from newsparse.errors import EmptyInputError, NewsparseError, OutputPlaceError
from newsparse.formats import writer
from newsparse.hands import Item
from newsparse.intake import read_source, source_of
from newsparse.model import Note, Record
from newsparse.outcome import Outcome
from newsparse.plan import BatchOptions, Job
from newsparse.reasons import in_words, is_expected, is_of_the_place
from newsparse.tables import Table
from newsparse.traits import count_traits

_ROWS = 256  # packed at a time, where a file has that many


@dataclass(frozen=True, slots=True)
class Conversion:
    """A job -> a file or several; called with the job, yields its Outcome. It can be pickled: any executor takes it."""

    to: str
    output_dir: str
    options: BatchOptions

    def __call__(self, job: Job) -> Iterator[Item]:
        """Convert one file; whatever is wrong with it is told in the Outcome."""
        account = Account(job, self.options)
        try:
            if self.options.existing == "skip" and job.is_done():
                yield Outcome(job.input, "skipped", outputs=(job.output,))
            else:
                yield account.written(self._write(job, account.records()))
        except Exception as error:  # noqa: BLE001  one bad file stops no other
            yield account.failed(error)

    def _write(self, job: Job, records: Iterator[Record]) -> tuple[str, ...]:
        _make_folder(self.output_dir, job.output)
        if self.to == "jsonl":
            _put(job.output, writer(self.to).write(records, self.options.write))
            return (job.output,)
        first = next(records, None)
        if first is None:
            raise EmptyInputError
        second = next(records, None)
        if second is None:
            self._write_one(job.output, first)
            return (job.output,)
        return self._write_several(job, first, chain((second,), records))

    def _write_several(self, job: Job, first: Record, others: Iterator[Record]) -> tuple[str, ...]:
        """The first is written last: where it is there, all are, so a run that was cut off is taken up again."""
        written = [job.numbered(1)]
        for number, record in enumerate(others, 2):
            written.append(job.numbered(number))
            self._write_one(_free(job, number), record)
        self._write_one(_free(job, 1), first)
        return tuple(written)

    def _write_one(self, path: str, record: Record) -> None:
        _put(path, writer(self.to).write([record], self.options.write))


@dataclass(frozen=True, slots=True)
class Streaming:
    """A job -> JSON lines in UTF-8, a piece a record, and its Outcome."""

    options: BatchOptions
    to: Literal["jsonl"] = "jsonl"

    def __call__(self, job: Job) -> Iterator[Item]:
        """What was read before a file breaks off stays in the stream."""
        account = Account(job, self.options)
        try:
            for line in writer(self.to).write(account.records(), self.options.write):
                yield line.encode("utf-8", "replace")
            yield account.written(())
        except Exception as error:  # noqa: BLE001  one bad file stops no other
            yield account.failed(error)


@dataclass(frozen=True, slots=True)
class Tabulating:
    """A job -> rows for a Parquet file, packed, and its Outcome."""

    options: BatchOptions
    table: Table

    def __call__(self, job: Job) -> Iterator[Item]:
        """What was read before a file breaks off stays in the table."""
        account = Account(job, self.options)
        rows: list[dict[str, Any]] = []
        try:
            for record in account.records():
                rows += self.table.rows(record)
                if len(rows) >= _ROWS:
                    yield self.table.packed(rows)
                    rows.clear()
            outcome = account.written(())
        except Exception as error:  # noqa: BLE001  one bad file stops no other
            outcome = account.failed(error)
        if rows:
            yield self.table.packed(rows)
        yield outcome


@dataclass(frozen=True, slots=True)
class Looking:
    """A job -> its Outcome, and nothing is written: for those who only want to know what there is."""

    options: BatchOptions

    def __call__(self, job: Job) -> Iterator[Item]:
        """Read every record and let it go."""
        account = Account(job, self.options)
        try:
            for _ in account.records():
                pass
            yield replace(account.written(()), status="read")
        except Exception as error:  # noqa: BLE001  one bad file stops no other
            yield account.failed(error)


class Account:
    """What is seen of one job on the way from its bytes to the writer, and so its Outcome."""

    def __init__(self, job: Job, options: BatchOptions) -> None:
        self._job = job
        self._options = options
        self._began = time.monotonic()
        self._documents = 0
        self._notes: list[Note] = []
        self._sha256: str | None = None
        self._found: dict[str, int] = {}

    def records(self) -> Iterator[Record]:
        """The records of the job; its source is read now, and raises what reading raises."""
        job, reading = self._job, self._options.reading
        if isinstance(job.content, NewsparseError):
            raise job.content
        if job.content is None:
            source = read_source(job.input, reading, name=job.name)
        else:
            source = source_of(job.content, reading, name=job.name)
        from newsparse.pipeline import parse_source

        form, part = reading.form, job.part
        if part is not None:
            source = replace(source, sha256=part.sha256)
            form = "json" if form in (None, "auto") else form
        self._sha256 = source.sha256
        records = parse_source(source, form=form, language=reading.language)
        return self._watched(map(part.placed, records) if part else records)

    def _watched(self, records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            self._documents += 1
            self._notes += [note for note in record.notes if note.is_warning]
            if self._options.summary:
                count_traits(record, self._found)
            yield record

    def written(self, outputs: tuple[str, ...]) -> Outcome:
        """All went well."""
        return self._outcome("written", outputs=outputs)

    def failed(self, error: Exception) -> Outcome:
        """Tell what went wrong."""
        hopeless = is_of_the_place(error)
        line = error.line if isinstance(error, NewsparseError) else None
        if self._job.part is not None:
            line = self._job.part.line + (line or 1)
        return self._outcome(
            "failed",
            error=f"cannot be written: {in_words(error)}" if hopeless else in_words(error),
            line=line,
            hopeless=hopeless,
            trace="" if is_expected(error) else traceback.format_exc(),
        )

    def _outcome(  # noqa: PLR0913  the parts of an Outcome
        self,
        status: Literal["written", "failed"],
        *,
        outputs: tuple[str, ...] = (),
        error: str | None = None,
        line: int | None = None,
        hopeless: bool = False,
        trace: str = "",
    ) -> Outcome:
        return Outcome(
            self._job.input,
            status,
            outputs,
            self._documents,
            tuple(self._notes),
            error,
            line,
            self._sha256,
            round((time.monotonic() - self._began) * 1000),
            hopeless,
            trace,
            self._found,
            goes_on=self._job.part is not None and not self._job.part.is_last,
        )


def _put(path: str, chunks: Iterable[str]) -> None:
    if remote.is_url(path):
        remote.write_whole(path, chunks)
    else:
        write_whole(Path(path), chunks)


def _free(job: Job, number: int) -> str:
    """The name of the ``number``-th document, unless it is another input's."""
    path = job.numbered(number)
    if path.rpartition("/")[2] in job.reserved:
        raise OutputPlaceError(f"its document {number} and another input would both write {path}; use -t jsonl")
    return path


def _make_folder(output_dir: str, output: str) -> None:
    """Make the folder of an output, unless a link in the output folder leads out of it."""
    if remote.is_url(output):
        return
    top, folder = Path(output_dir), Path(output).parent
    if folder != top and not folder.resolve().is_relative_to(top.resolve()):
        raise OutputPlaceError(f"{folder} leads out of the output folder through a link")
    folder.mkdir(parents=True, exist_ok=True)
