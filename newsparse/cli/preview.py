"""``newsparse preview``: an article on the terminal, its quotations and captions marked."""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import click

from newsparse.cli import options
from newsparse.cli.codes import EPILOG
from newsparse.cli.inputs import STDIN, records_of
from newsparse.cli.messages import Reports
from newsparse.cli.pager import show
from newsparse.cli.streams import is_terminal, wants_colour
from newsparse.intake import Reading

_READABLE = 88  # cells: longer lines are hard to read, however wide the terminal


@click.command("preview", epilog=EPILOG)
@click.argument("file", default=STDIN, metavar="FILE")
@click.option(
    "--width", type=click.IntRange(10), metavar="N", help=f"Cells a line [the terminal's, at most {_READABLE}]."
)
@click.option("--no-pager", is_flag=True, help="Write straight to the terminal.")
@click.option("--mark", type=click.Choice(["all", "quotes", "captions", "none"]), default="all", help="[all]")
@click.option(
    "--theme", type=click.Choice(["dark", "light"]), default="dark", help="Colours for this background [dark]."
)
@options.reading_options
@options.reporting_options
def command(file: str, **chosen: Any) -> int:
    """Show an article as a reader would see it; each speaker's words in a colour, the speaker's name below.

    Colours and signs are for a terminal; in a pipe the text is plain.
    """
    from newsparse.cli.screen import Screen

    reports = options.reports(chosen)
    colour = wants_colour(sys.stdout, chosen["colour"])
    screen = Screen(chosen["width"] or _terminal_width(), colour, chosen["theme"])
    pages = _pages(file, options.reading(chosen), reports, (screen, chosen["mark"]))
    paged = is_terminal(sys.stdout) and not chosen["no_pager"] and os.environ.get("TERM") != "dumb"
    show(_bundled(pages), paged=paged)
    return reports.exit_code


def _pages(file: str, reading: Reading, reports: Reports, look: tuple[Any, str]) -> Iterator[str]:
    from newsparse.cli.page import Marks, page

    screen, mark = look
    marks = Marks(quotes=mark in ("all", "quotes"), captions=mark in ("all", "captions"))
    for number, record in enumerate(records_of([file], reading, reports)):
        if number:
            yield "\n* * *\n\n"
        yield from page(record, screen, marks)


def _bundled(lines: Iterator[str]) -> Iterator[str]:
    """Some lines at a time: a write for each would cost more than the line."""
    bundle: list[str] = []
    for line in lines:
        bundle.append(line)
        if len(bundle) == 256:
            yield "".join(bundle)
            bundle.clear()
    yield "".join(bundle)


def _terminal_width() -> int:
    return max(10, min(shutil.get_terminal_size().columns, _READABLE))
