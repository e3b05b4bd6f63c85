"""A record -> the lines of its preview: the head of the article, then its blocks in their order."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsparse.cli.screen import SPEAKERS, Piece, Screen
from newsparse.model import BODY_KINDS, BlockPlace, Caption, Kind, Quote, Record
from newsparse.writers.clean import for_people
from newsparse.writers.picture_text import credit_line

_IN_THE_HEAD = frozenset({Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.TIMESTAMP, Kind.BULLET})
_BULLETS = "•▪●‣·*-–—"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in the preview."""

    quotes: bool = True
    captions: bool = True


def page(record: Record, screen: Screen, marks: Marks) -> Iterator[str]:
    """The preview of one record, line by line."""
    yield from _head(record, screen)
    quotes = _by_block(record) if marks.quotes else {}
    colours = _Colours()
    captions = _Captions(record.captions)
    before: Kind | None = None
    for index, block in enumerate(record.blocks):
        if block.kind in _IN_THE_HEAD:
            continue
        lines = _block(_View(record, block, tuple(quotes.get(index, ()))), screen, marks, (colours, captions))
        for number, line in enumerate(lines):
            if not number and not (before is block.kind is Kind.LIST_ITEM):
                yield "\n"
            yield line
        before = block.kind


def _head(record: Record, screen: Screen) -> Iterator[str]:
    if record.headline:
        yield from screen.lines([(for_people(record.headline), "headline")])
    if record.deck:
        yield from screen.lines([(for_people(record.deck), "deck")])
    for bullet in record.bullets:
        yield from screen.lines([(for_people(bullet), "")], first="  • " if screen.colour else "  * ")
    origin = " - ".join(part for part in (record.byline and record.byline.text, record.published) if part)
    if origin:
        yield from screen.lines([(for_people(origin), "byline")])


def _by_block(record: Record) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = {}
    for quote in record.quotes:
        found.setdefault(quote.block, []).append(quote)
    return found


class _Colours:
    """A colour for each speaker, in the order in which they speak."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def style(self, quote: Quote) -> str:
        name = speaker_name(quote)
        return f"speaker{self._numbers.setdefault(name, len(self._numbers)) % SPEAKERS}"


def speaker_name(quote: Quote) -> str:
    """The fullest name that is known of the speaker."""
    if quote.speaker is None:
        return "speaker not known"
    return quote.speaker.name or quote.speaker.mention


class _Captions:
    """Finds the caption that a block belongs to; each is shown once, at its first block."""

    def __init__(self, captions: tuple[Caption, ...]) -> None:
        self._captions = sorted(captions, key=lambda caption: caption.start)
        self._starts = [caption.start for caption in self._captions]
        self._shown: set[int] = set()

    def of(self, block: BlockPlace) -> Caption | None:
        i = bisect_right(self._starts, block.start) - 1
        return self._captions[i] if i >= 0 and block.start < self._captions[i].end else None

    def is_new(self, caption: Caption) -> bool:
        new = caption.start not in self._shown
        self._shown.add(caption.start)
        return new


@dataclass(frozen=True, slots=True)
class _View:
    record: Record
    block: BlockPlace
    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        return for_people(self.record.text[self.block.start : self.block.end])


def _block(view: _View, screen: Screen, marks: Marks, state: tuple[_Colours, _Captions]) -> Iterator[str]:
    colours, captions = state
    kind = view.block.kind
    if kind in (Kind.CAPTION, Kind.CREDIT) and marks.captions:
        caption = captions.of(view.block)
        if caption is None:
            yield from _boxed([(view.text, "caption")], screen)
        elif captions.is_new(caption):
            yield from _boxed(_caption(caption), screen)
    elif kind is Kind.HEADING:
        yield from screen.lines([(view.text, "heading")])
    elif kind in BODY_KINDS or kind is Kind.UNCLASSIFIED:
        yield from _prose(view, screen, colours)
    else:
        yield from screen.lines([(view.text, "boilerplate")])


def _caption(caption: Caption) -> list[Piece]:
    pieces = [(for_people(caption.text), "caption")] if caption.text else []
    credit = credit_line(caption)
    return [*pieces, (f" ({credit})", "credit")] if credit else pieces


def _boxed(pieces: list[Piece], screen: Screen) -> Iterator[str]:
    if screen.colour:
        yield from screen.lines(pieces, first="│ ", rest="│ ", style="caption")
    else:
        yield from screen.lines([("[Caption] ", ""), *pieces])


def _prose(view: _View, screen: Screen, colours: _Colours) -> Iterator[str]:
    pieces = list(_pieces(view, colours))
    if view.block.kind is Kind.LIST_ITEM:
        pieces[0] = (pieces[0][0].lstrip().lstrip(_BULLETS), pieces[0][1])
        yield from screen.lines(pieces, first="  • " if screen.colour else "  * ")
    elif view.block.kind is Kind.BLOCKQUOTE:
        yield from screen.lines(pieces, first="    ")
    else:
        yield from screen.lines(pieces)
    for name, style in {speaker_name(quote): colours.style(quote) for quote in view.quotes}.items():
        yield from screen.lines([(f"— {for_people(name)}", style)], first="    ")


def _pieces(view: _View, colours: _Colours) -> Iterator[Piece]:
    """The block's text, its quotations in their speakers' colours."""
    text, here, end = view.record.text, view.block.start, view.block.end
    for quote in sorted(view.quotes, key=lambda quote: quote.start):
        start, stop = max(here, min(quote.start, end)), min(quote.end, end)
        if stop > start:
            yield for_people(text[here:start]), ""
            yield for_people(text[start:stop]), colours.style(quote)
            here = stop
    yield for_people(text[here:end]), ""
