"""Text -> the cells that it takes on a terminal, and the pieces of it that may not be parted.

A piece is a text and the name of its style ("" for none); a line is a list of pieces. Text is never read as markup.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from newsparse.writers.clean import for_people

Piece = tuple[str, str]
Line = list[Piece]

_JOINERS = "\u200c\u200d"  # they shape Persian and Indic words and make one picture of several: kept
_ZERO_WIDTH_JOINER = "\u200d"
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SHOWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")  # signs around Arabic numbers


def for_screen(text: str) -> str:
    r"""The text without what steers a screen, and without the invisible: terminals do not agree on its width.

    >>> for_screen("soft\u00adly [2J\x1b[2J")
    'softly [2J[2J'
    """
    text = for_people(text)
    if text.isprintable():
        return text
    return "".join(c for c in text if c.isprintable() or c.isspace() or _is_kept(c))


def _is_kept(character: str) -> bool:
    if character in _JOINERS or character in _SHOWN_FORMATS:
        return True
    return unicodedata.category(character) == "Co"  # private use: somebody's letters


def cell_len(text: str) -> int:
    """The cells that the text takes on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def most_cells(text: str) -> int:
    """The cells on a terminal that shows the parts of a joined emoji, and its skin tone, side by side.

    >>> cell_len("👩‍🍳"), most_cells("👩‍🍳"), most_cells("plain")
    (2, 4, 5)
    """
    if text.isascii():
        return len(text)
    apart = text.replace(_ZERO_WIDTH_JOINER, "")
    return cell_len(apart) + sum(2 - cell_len(tone) for tone in _TONE.findall(apart))


def line_len(line: Iterable[Piece]) -> int:
    """The cells of a line."""
    return sum(cell_len(text) for text, _ in line)


def padded(line: Line, cells: int) -> Line:
    """The line with spaces behind it, so that it is at least ``cells`` wide."""
    room = cells - line_len(line)
    return [*line, (" " * room, "")] if room > 0 else line


def clusters(text: str) -> Iterator[str]:
    """What a person takes for characters: marks stay with their letter, joined emoji and flags in one piece."""
    if text.isascii():
        yield from text
        return
    begin = 0
    for here in range(1, len(text)):
        if not _goes_on(text, here, begin):
            yield text[begin:here]
            begin = here
    if text:
        yield text[begin:]


def _goes_on(text: str, here: int, begin: int) -> bool:
    character = text[here]
    if character.isascii():
        return False
    if text[here - 1] == _ZERO_WIDTH_JOINER or _TONE.match(character) or not cell_len(character):
        return True
    return here == begin + 1 and ord(character) in _FLAG_LETTERS and ord(text[begin]) in _FLAG_LETTERS


def clipped(text: str, cells: int) -> str:
    """The text, cut with an ellipsis where it takes more than ``cells``."""
    if cell_len(text) <= cells:
        return text
    kept, used = [], 1
    for cluster in clusters(text):
        used += cell_len(cluster)
        if used > cells:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + "…"
