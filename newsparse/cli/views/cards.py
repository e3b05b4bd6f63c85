"""Records -> a card each, side by side where there is room: what it is, who says what, how much of what."""

from collections.abc import Iterable, Iterator
from itertools import islice

from newsparse.cli.screens.cells import Line, Piece, padded
from newsparse.cli.screens.frames import boxed
from newsparse.cli.views.cast import Cast
from newsparse.cli.views.head import facts, joined
from newsparse.cli.views.prose import flowed
from newsparse.cli.views.sheet import MEASURE, Sheet
from newsparse.model import Kind, Quote, Record
from newsparse.writers.clean import one_line
from newsparse.writers.plain_body import words_in

_NARROWEST = 56  # cells: two cards stand side by side where each gets as many
_WIDEST = MEASURE + 4
_BETWEEN = 2
_MOST_LINES = 3  # of a quotation or an opening: the card shows what is in the article, not all of it
_MORE = " …"
_A_CLAUSE = 5  # words: shorter quotations say little without their sentence


def cards_of(records: Iterable[Record], sheet: Sheet) -> Iterator[Line]:
    """The cards of the records, in rows."""
    across, width = _grid(sheet.columns) if sheet.signs.boxes else (1, sheet.columns)
    rest = iter(records)
    number = 0
    while row := list(islice(rest, across)):
        if number and not sheet.signs.boxes:
            yield []
        yield from _row([_Card(record, width, sheet) for record in row], width)
        number += 1


def _grid(columns: int) -> tuple[int, int]:
    """How many cards stand side by side, and how wide each is."""
    across = max(1, (columns + _BETWEEN) // (_NARROWEST + _BETWEEN))
    return across, min(_WIDEST, (columns - _BETWEEN * (across - 1)) // across)


def _row(cards: "list[_Card]", width: int) -> Iterator[Line]:
    tallest = max(card.height for card in cards)
    drawn = [list(card.drawn(tallest)) for card in cards]
    for lines in zip(*drawn, strict=True):
        line: Line = []
        for number, one in enumerate(lines):
            line = [*padded(line, number * (width + _BETWEEN)), *one]
        yield line


class _Card:
    """One card: lines of text, and a line of facts at its foot."""

    def __init__(self, record: Record, width: int, sheet: Sheet) -> None:
        self._record, self._width, self._signs = record, width, sheet.signs
        self._inner = width - 4 if sheet.signs.boxes else width
        self._quotes = sheet.marks.quotes
        self._lines = list(self._above())
        self._foot = list(self._flowed([(joined(facts(record), self._signs), "facts")]))

    @property
    def height(self) -> int:
        """The lines that it needs."""
        return len(self._lines) + len(self._foot)

    def drawn(self, height: int) -> Iterator[Line]:
        """The card; in a box it is as high as the highest beside it."""
        if not self._signs.boxes:
            return iter([*self._flowed([(self._name(), "facts")]), *self._lines, *self._foot])
        room: list[Line] = [[] for _ in range(height - self.height)]
        return boxed([*self._lines, *room, *self._foot], self._width, self._name())

    def _name(self) -> str:
        source = self._record.source
        return one_line(source.name) + (f" #{source.document}" if source.document > 1 else "")

    def _flowed(self, pieces: list[Piece], lead: Piece | str = "") -> Iterator[Line]:
        return flowed(pieces, self._inner, self._signs, lead)

    def _begun(self, text: str, style: str) -> Iterator[Line]:
        """The first lines of the text; an ellipsis says that there are more."""
        shown = list(islice(flowed([(text, style)], self._inner - len(_MORE), self._signs), _MOST_LINES + 1))
        if len(shown) > _MOST_LINES:
            shown[_MOST_LINES - 1 :] = [[*shown[_MOST_LINES - 1], (_MORE, "facts")]]
        return iter(shown)

    def _above(self) -> Iterator[Line]:
        record = self._record
        yield from self._flowed(
            [(one_line(record.headline) or "(no headline)", "headline" if record.headline else "facts")]
        )
        if record.byline:
            yield from self._flowed([(one_line(record.byline.text), "byline")])
        yield []
        quote = _telling(record.quotes) if self._quotes else None
        if quote:
            yield from self._said(quote)
        else:
            opening = next((item.text for item in record.body if item.kind is Kind.PARAGRAPH), "")
            yield from self._begun(opening, "")
        yield []

    def _said(self, quote: Quote) -> Iterator[Line]:
        player = Cast(self._record.quotes).of(quote)
        yield from self._begun(f"“{one_line(quote.text)}”", player.style)
        role = [(f", {player.role}", "role")] if player.role else []
        yield from self._flowed([(player.name, player.name_style), *role], ("— ", player.name_style))


def _telling(quotes: Iterable[Quote]) -> Quote | None:
    """The first quotation of somebody that says something by itself, else the first of somebody."""
    first = None
    for quote in quotes:
        if quote.speaker and quote.kind == "direct" and words_in(quote.text) >= _A_CLAUSE:
            return quote
        first = first or (quote if quote.speaker else None)
    return first
