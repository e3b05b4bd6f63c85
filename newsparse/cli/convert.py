"""``newsparse convert``: files or the standard input -> one output."""

import os
import stat
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import click

from newsparse.cli import options
from newsparse.cli.codes import EPILOG
from newsparse.cli.inputs import STDIN, check_names, records_of
from newsparse.cli.streams import is_terminal, write_stdout
from newsparse.formats import WRITERS, names, writer, writer_for

_ONE_BY_ONE = frozenset(
    {"annotations", "csv", "json", "jsonl", "ninjs"}
)  # formats whose records are of use before the last one is there
_NAMED = 4  # formats that a message names


@click.command("convert", epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("-o", "--output", metavar="FILE", help="Write here, whole or not at all [standard output].")
@options.to_option
@options.reading_options
@options.writing_options
@click.option("--indent/--compact", default=None, help="JSON over several lines, or on one [--indent on a terminal].")
@options.reporting_options
def command(files: tuple[str, ...], output: str | None, **chosen: Any) -> int:
    """Convert articles to JSON, Markdown, HTML and more; what newsparse wrote is read back, too.

    FILE is a path, or - for the standard input. Several FILEs go into one output, in their order.
    """
    if not files:
        if sys.stdin is None or is_terminal(sys.stdin):
            click.echo(click.get_current_context().get_help(), err=True)
            return 2
        files = (STDIN,)
    check_names(files)
    to = _format(chosen, output)
    if output is not None and output != STDIN:
        _check_output(Path(output), files)
    else:
        output = None
    reports = options.reports(chosen)
    indent = chosen["indent"] if chosen["indent"] is not None else output is None and is_terminal(sys.stdout)
    write = options.writing(chosen, indent=indent)
    records = records_of(files, options.reading(chosen), reports)
    first = next(records, None)
    if first is not None:
        _write(writer(to).write(chain((first,), records), write), output, flush=to in _ONE_BY_ONE)
    return reports.exit_code


def _format(chosen: dict[str, Any], output: str | None) -> str:
    asked = options.check_writer(chosen)
    if asked is not None:
        return asked
    if output is None or output == STDIN:
        return "json"
    found = writer_for(output)
    if found is None:
        known = ", ".join(names(WRITERS)[:_NAMED])
        raise click.UsageError(f"cannot tell the format from {output!r}; use --to ({known}, ...)")
    return found


def _check_output(output: Path, files: tuple[str, ...]) -> None:
    if output.is_dir():
        raise click.UsageError(f"{output} is a folder; --output takes a file, newsparse batch a folder")
    for path in files:
        if path != STDIN and _is_same(Path(path), output):
            raise click.UsageError(f"{path} is an input and would be overwritten; choose another --output")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _write(chunks: Iterator[str], output: str | None, *, flush: bool) -> None:
    if output is None:
        write_stdout(chunks, flush=flush)
        return
    target = Path(os.path.realpath(output))
    try:
        if _is_special(target):
            with target.open("wb") as file:
                file.writelines(chunk.encode("utf-8", "replace") for chunk in chunks)
        else:
            from newsparse.atomic import write_whole

            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, chunks)
    except OSError as error:
        raise _CannotWriteError(error, output) from error


def _is_special(path: Path) -> bool:
    """Whether it is a pipe or a device: those are written to, never replaced."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


class _CannotWriteError(OSError):
    """The output cannot be written; ``path`` is its name as it was given."""

    def __init__(self, error: OSError, path: str) -> None:
        super().__init__(error.errno, error.strerror or str(error))
        self.path = path
