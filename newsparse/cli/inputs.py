"""A FILE of the command line, or '-', -> its source and its records; what fails is reported and the rest goes on."""

import os
from collections.abc import Iterable, Iterator

import click

from newsparse import intake
from newsparse.cli.messages import Reports
from newsparse.cli.streams import read_stdin
from newsparse.errors import NewsparseError, TooLargeError
from newsparse.intake import Reading, read_source
from newsparse.model import Note, Record, Source

STDIN = "-"


def check_names(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files; the standard input never beside named ones."""
    if STDIN in files and len(files) > 1:
        raise click.UsageError("'-' is the standard input and cannot stand beside other files")
    return files


def source_of(path: str, reading: Reading) -> Source:
    """The decoded file, or the standard input where ``path`` is '-'. Raises OSError and NewsparseError."""
    if path != STDIN:
        return read_source(path, reading)
    data = read_stdin(reading.max_bytes + 1)
    if data is None:
        raise NewsparseError("closed", path=STDIN)
    if len(data) > reading.max_bytes:
        raise TooLargeError(reading.max_bytes, path=STDIN)
    return intake.source_of(data, reading, name=STDIN)


def records_of(files: Iterable[str], reading: Reading, reports: Reports) -> Iterator[Record]:
    """Every record of every file; warnings and failures go to ``reports`` as they are met."""
    from newsparse.pipeline import parse_source

    for path in files:
        told: set[Note] = set()
        try:
            for record in parse_source(source_of(path, reading), form=reading.form, language=reading.language):
                tell(record.notes, path, told, reports)
                yield record
        except Exception as error:  # noqa: BLE001  one bad file stops no other
            reports.failed(path, error)


def tell(notes: Iterable[Note], path: str, told: set[Note], reports: Reports) -> None:
    """Report each note once a file: what decoding met stands in the record of every document."""
    for note in notes:
        if note not in told:
            told.add(note)
            reports.note(path, note)


def listed_paths(*, nul: bool) -> list[str]:
    """The paths that the standard input lists, one a line or parted by NUL; any bytes may stand in them."""
    data = read_stdin(-1)
    if data is None:
        raise NewsparseError("closed", path=STDIN)
    parts = data.split(b"\0") if nul else data.splitlines()
    return [os.fsdecode(part) for part in parts if part]
