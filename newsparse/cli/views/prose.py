"""Parts and their quotations -> styled lines of prose, those of Arabic and Hebrew flush right."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from newsparse.cli.screens.cells import Line, Piece, cell_len, for_screen
from newsparse.cli.screens.frames import Signs, flush_right
from newsparse.cli.screens.wrapping import wrap
from newsparse.cli.views.parts import Part
from newsparse.model import Quote

_LEAST = 2  # cells: a character of Chinese must fit
_LOOKED_AT = 400  # characters: a text whose direction is not seen by then runs from left to right
_MISSES = 8  # quotations not found in a part before the search is given up: each costs a look through the text


def flowed(pieces: Iterable[Piece], width: int, signs: Signs, lead: str | Piece = "") -> Iterator[Line]:
    """The pieces as lines of at most ``width`` cells, ``lead`` before the first and as much room before the others."""
    shown = [(for_screen(text), style) for text, style in pieces]
    if len(shown) == 1 and not lead and _is_a_line(shown[0][0], width):
        return iter((shown,))
    first = (lead, "") if isinstance(lead, str) else lead
    lines = wrap(shown, max(_LEAST, width - cell_len(first[0])))
    backwards = signs.boxes and runs_backwards([text for text, _ in shown])
    led = _led(lines, first, backwards=backwards) if lead else lines
    return flush_right(led, width) if backwards else led


def _is_a_line(text: str, width: int) -> bool:
    """Whether the text is a line as it stands: a list of short lines may be very long."""
    return 0 < len(text) <= width and text.isascii() and " ".join(text.split()) == text


def _led(lines: Iterator[Line], lead: Piece, *, backwards: bool) -> Iterator[Line]:
    room = (" " * cell_len(lead[0]), "")
    for number, line in enumerate(lines):
        if not number:
            yield [lead, *line]
        else:
            yield [*line, room] if backwards else [room, *line]


def runs_backwards(texts: Sequence[str]) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if all(map(str.isascii, texts)):
        return False
    for character in islice((character for text in texts for character in text), _LOOKED_AT):
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def spoken(part: Part, quotes: Sequence[Quote], start: int, style_of: Callable[[Quote], str]) -> Iterator[Piece]:
    """The text of a part, its quotations in a style of their own; the block of the part begins at ``start``."""
    text, done, misses = part.text, 0, 0
    for quote in quotes:
        at = quote.start - start
        if at < done or not text.startswith(quote.text, at):
            at = text.find(quote.text, done)  # the text was cleaned: lines joined, a bullet taken off
        if at < 0 or not quote.text:
            misses += 1
            if misses == _MISSES:
                break
            continue
        yield text[done:at], ""
        done = at + len(quote.text)
        yield text[at:done], style_of(quote)
    yield text[done:], ""
