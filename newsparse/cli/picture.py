"""``--svg FILE``: the lines of a preview, written as a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsparse.cli.inputs import STDIN
from newsparse.cli.streams import write_stdout

if TYPE_CHECKING:
    from newsparse.cli.screens.cells import Line

COLUMNS = 72  # of a picture for which no width is asked: it must not depend on the terminal at hand


def check_picture(file: str, inputs: Sequence[str]) -> None:
    """Refuse a FILE that is a folder or one of the inputs."""
    if file == STDIN:
        return
    target = Path(file)
    if target.is_dir():
        raise click.UsageError(f"{file} is a folder; --svg takes a file")
    if any(_is_same(target, Path(path)) for path in inputs if path != STDIN):
        raise click.UsageError(f"{file} is an input and would be overwritten; choose another --svg")


def draw(lines: "Sequence[Line]", file: str, *, theme: str, title: str) -> None:
    """Write the picture to the file, whole or not at all, or to the standard output where it is '-'."""
    from newsparse.atomic import write_whole
    from newsparse.cli.screens.svg import picture

    chunks = picture(lines, theme=theme, title=title)
    if file == STDIN:
        write_stdout(chunks)
        return
    target = Path(file)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, chunks)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), file) from error


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
