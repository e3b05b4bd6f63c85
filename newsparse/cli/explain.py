"""``newsparse explain``: which rule took each block and each speaker, and because of what."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import click

from newsparse.cli import options
from newsparse.cli.codes import EPILOG, FAILED
from newsparse.cli.inputs import STDIN, source_of, tell
from newsparse.cli.screens.cells import Piece
from newsparse.cli.screens.screen import Screen
from newsparse.cli.screens.themes import chosen_theme, colour_depth
from newsparse.cli.streams import is_terminal, wants_colour, write_stdout
from newsparse.model import Document, Quote
from newsparse.writers.clean import one_line

_ALL = "*"  # --rules without a name


@click.command("explain", epilog=EPILOG)
@click.argument("file", default=STDIN, metavar="FILE")
@click.option("--plain", is_flag=True, help="Columns parted by tabs, no colour: stable, for other programs.")
@click.option(
    "--rules", is_flag=False, flag_value=_ALL, metavar="[NAME]", help="Print the manual of the rules, or of one."
)
@options.reading_options
@options.always_options
def command(file: str, *, plain: bool, rules: str | None, **chosen: Any) -> int:
    """Tell of each block its line, its kind, the rule that took it, the evidence, and its text.

    After the blocks come the quotations: kind, speaker, the rule that found the speaker, the evidence, the text.
    """
    if rules is not None:
        from newsparse.cli.manual import manual

        write_stdout(manual(None if rules == _ALL else rules))
        return 0
    reports = options.reports(chosen)
    reading = options.reading(chosen)
    width = shutil.get_terminal_size().columns if is_terminal(sys.stdout) else 0  # 0: as wide as it is
    colour = not plain and wants_colour(sys.stdout, chosen["colour"])
    screen = Screen(width, colour, chosen_theme("auto"), colour_depth())
    try:
        source = source_of(file, reading)
    except Exception as error:  # noqa: BLE001  the one input failed: the same words as anywhere
        reports.failed(file, error)
        return FAILED
    from newsparse.pipeline import documents

    for document in documents(source, form=reading.form, language=reading.language):
        tell((note for note in document.notes if note not in source.notes), file, set(), reports)
        write_stdout(_table(document, plain=plain, screen=screen))
    tell(source.notes, file, set(), reports)
    return reports.exit_code


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: five cells and how wide each is at least."""

    cells: tuple[str, str, str, str, str]
    widths: tuple[int, int, int, int] = (5, 12, 24, 44)

    def plain(self) -> str:
        """Parted by tabs; no cell holds a tab or a line break."""
        return "\t".join(self.cells) + "\n"

    def aligned(self, width: int | None) -> list[Piece]:
        """In columns; a cell that is too wide pushes the next; the text is cut where the screen ends."""
        styles = ("place", "kind", "headline", "note", "")
        padded = [cell.ljust(width) for cell, width in zip(self.cells, (*self.widths, 0), strict=True)]
        if width is not None:
            padded[-1] = _cut(padded[-1], width - sum(len(cell) + 2 for cell in padded[:-1]))
        return [(text + "  ", style) for text, style in zip(padded, styles, strict=True)]


def _cut(text: str, room: int) -> str:
    room = max(room, 24)
    return text if len(text) <= room else text[: room - 1] + "…"


def _table(document: Document, *, plain: bool, screen: Screen) -> Iterator[str]:
    for key, value in _header(document):
        yield f"# {key}: {one_line(value)}\n"
    yield from _written(map(_block_row, document.blocks), plain=plain, screen=screen)
    from newsparse.pipeline import record_of

    quotes = record_of(document).quotes
    if quotes:
        yield "# quotes\n"
        yield from _written(map(_quote_row, quotes), plain=plain, screen=screen)


def _header(document: Document) -> Iterator[tuple[str, str]]:
    yield "form", document.form
    yield "because", document.because
    yield "language", document.language or "not known"


def _written(rows: Iterable[Row], *, plain: bool, screen: Screen) -> Iterator[str]:
    for row in rows:
        yield row.plain() if plain else screen.paint(row.aligned(screen.width or None)).rstrip(" ") + "\n"


def _block_row(block: Any) -> Row:
    verdict = block.verdict
    found = (verdict.kind.value, verdict.rule, verdict.because) if verdict else ("", "", "")
    return Row((str(block.line), *(one_line(cell) for cell in (*found, block.text))))  # type: ignore[arg-type]


def _quote_row(quote: Quote) -> Row:
    from newsparse.cli.views.cast import shown_name

    cells = (quote.kind, shown_name(quote), quote.rule, quote.because, quote.text)
    return Row(tuple(map(one_line, cells)), widths=(8, 24, 24, 44))  # type: ignore[arg-type]
