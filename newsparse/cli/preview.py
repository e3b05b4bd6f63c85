"""``newsparse preview``: an article on the terminal, its quotations and captions marked; of several, a card each."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from newsparse.cli import options
from newsparse.cli.codes import EPILOG, MISUSE
from newsparse.cli.inputs import STDIN, check_names, records_of
from newsparse.cli.pager import HeldReports, show
from newsparse.cli.streams import is_terminal, wants_colour
from newsparse.writers.clean import one_line

if TYPE_CHECKING:
    from newsparse.cli.screens.cells import Line
    from newsparse.cli.screens.screen import Screen
    from newsparse.cli.views.sheet import Sheet
    from newsparse.intake import Reading
    from newsparse.model import Record

_LEAST = 10  # cells: what a terminal says of itself may be nonsense
_BUNDLE = 256  # lines a write


@click.command("preview", epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--width", type=click.IntRange(_LEAST), metavar="N", help="Cells a line [what the terminal has room for]."
)
@click.option("--svg", metavar="FILE", help="Write a picture of it instead (SVG; '-': to the standard output).")
@click.option("--no-pager", is_flag=True, help="Write straight to the terminal.")
@click.option("--mark", type=click.Choice(["all", "quotes", "captions", "none"]), default="all", help="[all]")
@click.option(
    "--theme",
    type=click.Choice(["auto", "dark", "light", "any"]),
    default="auto",
    help="Colours for this background [what COLORFGBG tells, else any].",
)
@options.reading_options
@options.reporting_options
def command(files: tuple[str, ...], **chosen: Any) -> int:
    """Show an article as a reader would see it; each speaker's words in a colour, with the speaker's name.

    Of several FILEs each is a card: headline, byline, date, how much of what, and the first quotation. Colours and
    signs are for a terminal; in a pipe the text is plain.
    """
    if not files and (sys.stdin is None or is_terminal(sys.stdin)):
        context = click.get_current_context()
        click.echo(context.get_help(), err=True)
        return MISUSE
    files = check_names(files or (STDIN,))
    reading = options.reading(chosen)
    if chosen["svg"]:
        return _draw(files, reading, chosen)
    reports, paged = options.reports(chosen), _is_for_reading() and not chosen["no_pager"]
    if paged:
        reports = HeldReports(reports)
    colour = wants_colour(sys.stdout, chosen["colour"])
    sheet = _sheet(chosen, shutil.get_terminal_size().columns, drawn=colour or _is_for_reading())
    lines = _lines(records_of(files, reading, reports), sheet, cards=len(files) > 1)
    show(_bundled(_screen(chosen["theme"], colour=colour).written(lines)), paged=paged)
    if isinstance(reports, HeldReports):
        reports.tell_all()
    return reports.exit_code


def _is_for_reading() -> bool:
    """Whether the output is a terminal that can do more than type."""
    return is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def _screen(theme: str, *, colour: bool) -> "Screen":
    from newsparse.cli.screens.screen import Screen
    from newsparse.cli.screens.themes import chosen_theme, colour_depth

    return Screen(colour=colour, theme=chosen_theme(theme), depth=colour_depth())


def _draw(files: tuple[str, ...], reading: "Reading", chosen: dict[str, Any]) -> int:
    from newsparse.cli.picture import COLUMNS, check_picture, draw

    check_picture(chosen["svg"], files)
    reports = options.reports(chosen)
    records = list(records_of(files, reading, reports))
    if records:
        lines = list(_lines(records, _sheet(chosen, COLUMNS, drawn=True), cards=len(files) > 1))
        first = one_line(records[0].headline) or one_line(records[0].source.name)
        title = first if len(records) == 1 else f"{len(records)} articles"
        draw(lines, chosen["svg"], theme={"auto": "any"}.get(chosen["theme"], chosen["theme"]), title=title)
    return reports.exit_code


def _sheet(chosen: dict[str, Any], columns: int, *, drawn: bool) -> "Sheet":
    from newsparse.cli.views.sheet import Marks, sheet_of, sheet_on

    mark = chosen["mark"]
    marks = Marks(quotes=mark in ("all", "quotes"), captions=mark in ("all", "captions"))
    if chosen["width"]:
        return sheet_of(chosen["width"], marks, drawn=drawn)
    return sheet_on(max(_LEAST, columns), marks, drawn=drawn)


def _lines(records: "Iterable[Record]", sheet: "Sheet", *, cards: bool) -> "Iterator[Line]":
    if cards:
        from newsparse.cli.views.cards import cards_of

        return cards_of(records, sheet)
    return _pages(records, sheet)


def _pages(records: "Iterable[Record]", sheet: "Sheet") -> "Iterator[Line]":
    from newsparse.cli.views.page import page

    for number, record in enumerate(records):
        if number:
            yield from ([], [("* * *", "facts")], [])
        yield from page(record, sheet)


def _bundled(lines: Iterator[str]) -> Iterator[str]:
    """Some lines at a time: a write for each would cost more than the line."""
    bundle: list[str] = []
    for line in lines:
        bundle.append(line)
        if len(bundle) == _BUNDLE:
            yield "".join(bundle)
            bundle.clear()
    if bundle:
        yield "".join(bundle)
