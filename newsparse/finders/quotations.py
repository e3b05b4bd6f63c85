"""Paragraphs -> the runs of words between quotation marks, whatever the convention; stray marks are mended locally."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.signs import DOUBLE_PAIRS, SINGLE_PAIRS

_DOUBLE = re.compile("``|''|[“”„‟«»\"‹›「」『』＂]")
_SINGLE = re.compile("[‘’‚'`]")
_OPENING_BEFORE = " \t\u00a0\u202f\n([{—–-/…"
LEAST_SINGLE = 8  # characters between single marks: below that they are apostrophes and feet more often than speech


class Quotation(NamedTuple):
    """A run of quoted words: ``paragraph`` is an index, start:end the words without marks, open_at:close_at with them.

    ``continues``: its paragraph opens again a quotation that the one before left open. ``closed``: its own closing
    mark was found (or the next paragraph goes on with it).
    """

    paragraph: int
    start: int
    end: int
    open_at: int
    close_at: int
    continues: bool = False
    closed: bool = True


class _Mark(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool
    closes: bool


def find_quotations(paragraphs: Sequence[str]) -> list[Quotation]:
    """Every quotation of consecutive paragraphs, in order; offsets are code points into its paragraph.

    >>> [(q.start, q.end) for q in find_quotations(["“It will do,” she said. “It must.”"])]
    [(1, 12), (25, 33)]
    """
    singles = not any(_DOUBLE.search(text) for text in paragraphs)
    found: list[Quotation] = []
    left_open: str | None = None
    for n, text in enumerate(paragraphs):
        marks = _marks(text, _SINGLE if singles else _DOUBLE)
        if not marks:
            left_open = None
            continue
        again = left_open is not None and marks[0].start == 0 and marks[0].opens
        pieces = list(_pair(n, text, marks, SINGLE_PAIRS if singles else DOUBLE_PAIRS, again=again))
        last = pieces[-1] if pieces else None
        left_open = marks[-1].text if last and not last.closed else None
        if again and found and pieces and not found[-1].closed:
            found[-1] = _closed(found[-1])
        if singles:
            pieces = [piece for piece in pieces if piece.closed and piece.end - piece.start >= LEAST_SINGLE]
        found += pieces
    return found


def _closed(piece: Quotation) -> Quotation:
    return Quotation(piece.paragraph, piece.start, piece.end, piece.open_at, piece.close_at, piece.continues)


def _marks(text: str, pattern: re.Pattern[str]) -> list[_Mark]:
    """The quotation marks of a text with what each can be by what stands around it; apostrophes and inches left out."""
    marks = []
    for found in pattern.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opens = before in _OPENING_BEFORE or before in DOUBLE_PAIRS or before in SINGLE_PAIRS or found[0] in "“„«‘‚「『``"
        opens = opens and not after.isspace() or found[0] in "«„「『" or (found[0] == "»" and not after.isspace() and before in _OPENING_BEFORE)
        closes = not before.isspace() or found[0] in "»」』" or (found[0] in "”\"''" and (after.isspace() or after in ",.;"))
        if found[0] in "'’‘`" and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        if found[0] == '"' and before.isdigit() and not after.isalnum() and not any(mark.text == '"' for mark in marks[-1:]):
            continue  # an inch mark
        marks.append(_Mark(found[0], start, end, opens, closes))
    return marks


def _pair(n: int, text: str, marks: list[_Mark], pairs: dict[str, str], *, again: bool) -> Iterator[Quotation]:
    opened: _Mark | None = None
    nested = 0
    closers = sum(mark.closes for mark in marks)
    first = True
    for mark in marks:
        if opened is None:
            if mark.opens and mark.text in pairs:
                opened, nested = mark, 0
            closers -= mark.closes
            continue
        closers -= mark.closes
        if mark.closes and _fits(opened, mark, pairs) and not (mark.opens and _reopens(mark, text)):
            if nested:
                nested -= 1
                continue
            yield from _piece(n, text, opened, mark, continues=again and first)
            opened, first = None, False
        elif mark.opens and mark.text == opened.text:
            if closers > nested + 1 and mark.text not in "\"''``":
                nested += 1
                continue
            yield from _piece(n, text, opened, mark, continues=again and first, closed=False, mended=True)
            opened, nested, first = mark, 0, False
    if opened is not None:
        yield from _piece(n, text, opened, None, continues=again and first, closed=False)


def _fits(opened: _Mark, mark: _Mark, pairs: dict[str, str]) -> bool:
    return mark.text in pairs[opened.text]


def _reopens(mark: _Mark, text: str) -> bool:
    """Whether a mark that could close looks like an opening one instead: a space before, a word right behind."""
    before = text[mark.start - 1 : mark.start]
    return before.isspace() and text[mark.end : mark.end + 1].isalnum()


def _piece(
    n: int, text: str, opened: _Mark, closing: _Mark | None, *, continues: bool, closed: bool = True, mended: bool = False
) -> Iterator[Quotation]:
    start, end = opened.end, closing.start if closing else len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and any(map(str.isalnum, text[start:end])):
        close_at = end if mended else closing.end if closing else len(text)
        yield Quotation(n, start, end, opened.start, close_at, continues, closed or mended)
