"""Paragraphs -> the runs of words between quotation marks, whatever the convention; stray marks are mended locally."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from newsparse.signs import DOUBLE_PAIRS, SINGLE_PAIRS

_SPOKEN_END = re.compile("[,.!?…]['’]")  # what closes speech between single marks in a text that has double ones
LEAST_SINGLE = 8  # characters between single marks: below that they are apostrophes and feet more often than speech
_DOUBLE_SIGN = re.compile('[“”„‟«»"‹›「」『』＂]')
_DOUBLE = re.compile(f"``|''|{_DOUBLE_SIGN.pattern}")
_SINGLE = re.compile("[‘’‚'`]")
_BEFORE_AN_OPENING = " \t\u00a0\u202f\n([{—–-/…" + "".join(DOUBLE_PAIRS) + "".join(SINGLE_PAIRS)
_ONLY_OPEN = "«„「『"  # marks that open whatever stands around them, or close so
_ONLY_CLOSE = "»」』"
_MAY_CLOSE_AFTER_SPACE = ("”", '"', "''")  # typists put a space before them: It will do, ''
_NEVER_NEST = ('"', "''", "``", "'", "`")  # the same sign on both sides: a second one is no deeper level


class Quotation(NamedTuple):
    """A run of quoted words: ``paragraph`` is an index, start:end the words without marks, open_at:close_at with them.

    ``continues``: its paragraph opens again a quotation that the one before left open. ``closed``: its own closing
    mark was found, or the next paragraph goes on with it. ``mended``: another one opens before it was closed.
    """

    paragraph: int
    start: int
    end: int
    open_at: int
    close_at: int
    continues: bool = False
    closed: bool = True
    mended: bool = False


class _Mark(NamedTuple):
    """A quotation mark and what it can be, by what stands around it."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool


_make = partial(tuple.__new__, _Mark)  # what _Mark(...) calls
_make_quotation = partial(tuple.__new__, Quotation)


def find_quotations(paragraphs: Sequence[str], heads: frozenset[int] = frozenset()) -> list[Quotation]:
    """Every quotation of consecutive paragraphs, in order; offsets are code points into its paragraph.

    Single marks count where a paragraph has no double ones: in a text that never uses double marks for any words, in
    another only for what ends like speech (‘It will do,’ …), and in headlines (their indexes are ``heads``).

    >>> [(q.start, q.end) for q in find_quotations(["“It will do,” she said. “It must.”"])]
    [(1, 12), (25, 33)]
    """
    double = [_double_marks_of(text) for text in paragraphs]
    british = not any(double)
    found: list[Quotation] = []
    left_open = False
    for n, text in enumerate(paragraphs):
        marks = double[n]
        singles = marks is None
        if singles and not british and n not in heads and not _SPOKEN_END.search(text):
            left_open = False
            continue
        pieces = list(_pieces(n, text, marks or _SINGLE, SINGLE_PAIRS if singles else DOUBLE_PAIRS))
        if singles:
            pieces = [piece for piece in pieces if _is_spoken(text, piece, british=british or n in heads)]
        if left_open and pieces and pieces[0].open_at == 0:
            found[-1] = found[-1]._replace(closed=True)
            pieces[0] = pieces[0]._replace(continues=True)
        left_open = bool(pieces) and not pieces[-1].closed and not pieces[-1].mended
        found += pieces
    return found


def _double_marks_of(text: str) -> re.Pattern[str] | None:
    """What finds the double marks of a text; None where it has none. Marks of two signs take a slower pattern."""
    if "``" in text or "''" in text:
        return _DOUBLE
    return _DOUBLE_SIGN if _DOUBLE_SIGN.search(text) else None


def _is_spoken(text: str, piece: Quotation, *, british: bool) -> bool:
    """Whether words between single marks are speech, not a title or a run of apostrophes."""
    if not piece.closed or piece.end - piece.start < LEAST_SINGLE:
        return False
    return british or (text[piece.end - 1] in ",.!?…" and " " in text[piece.start : piece.end])


def _marks(text: str, pattern: re.Pattern[str]) -> Iterator[_Mark]:
    """The quotation marks of a text, one at a time; apostrophes and inch marks are left out."""
    is_open = False  # whether the mark before opens straight speech: then a mark behind a digit closes it
    for found in pattern.finditer(text):
        sign = found[0]
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        if sign in "'’‘`":
            if before.isalnum() and after.isalnum():
                continue
        elif sign == '"' and before.isdigit() and not after.isalnum() and not is_open:
            continue
        opens = _can_open(sign, before, after)
        is_open = opens and sign == '"'
        yield _make((sign, start, end, opens, _can_close(sign, before, after)))


def _can_open(sign: str, before: str, after: str) -> bool:
    if sign in _ONLY_OPEN:
        return True
    if sign in "'’" and after.isdigit():
        return False  # the ’90s
    if after.isspace():
        return sign == "“" and before.isspace()  # She said: “ It will do.”
    return before in _BEFORE_AN_OPENING or sign in "“‘‚``"


def _can_close(sign: str, before: str, after: str) -> bool:
    if not before.isspace() or sign in _ONLY_CLOSE:
        return True
    return sign in _MAY_CLOSE_AFTER_SPACE and (after.isspace() or after in ",.;")


def _pieces(n: int, text: str, pattern: re.Pattern[str], pairs: Mapping[str, str]) -> Iterator[Quotation]:
    """One paragraph's quotations: an opening mark up to its closing one.

    An opening mark inside is a deeper level when enough closing ones follow; else the first was never closed, and its
    quotation ends there. Curly marks between straight ones are a level of their own. What is open at the end runs to
    the end of the paragraph, and no further.
    """
    opened: _Mark | None = None
    depth = seen = curly = 0
    closing: int | None = None  # how many marks can close: counted when a deeper level asks
    for mark in _marks(text, pattern):
        seen += mark.closes
        if opened is None:
            opened, depth = (mark, 0) if mark.opens and mark.text in pairs else (None, 0)
            curly = 0
        elif opened.text == '"' and ((mark.text == "“" and mark.opens) or (mark.text == "”" and curly)):
            curly += 1 if mark.text == "“" else -1
        elif mark.closes and mark.text in pairs[opened.text] and not _opens_another(mark, text):
            if depth == 0:
                yield from _piece(n, text, opened, (mark.start, mark.end))
                opened = None
            depth = max(0, depth - 1)
        elif mark.opens and mark.text == opened.text:
            if mark.text not in _NEVER_NEST and closing is None:
                closing = sum(other.closes for other in _marks(text, pattern))
            if closing is not None and mark.text not in _NEVER_NEST and closing - seen > depth + 1:
                depth += 1
            else:
                mended = _piece(n, text, opened, (mark.start, mark.start))
                yield from (piece._replace(closed=False, mended=True) for piece in mended)
                opened, depth = mark, 0
    if opened is not None:
        yield from (piece._replace(closed=False) for piece in _piece(n, text, opened, (len(text), len(text))))


def _opens_another(mark: _Mark, text: str) -> bool:
    """Whether a mark that could close looks like an opening one instead: a space before it, a word right behind."""
    return mark.opens and text[mark.start - 1].isspace() and text[mark.end : mark.end + 1].isalnum()


def _piece(n: int, text: str, opened: _Mark, until: tuple[int, int]) -> Iterator[Quotation]:
    start, (end, close_at) = opened.end, until
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield _make_quotation((n, start, end, opened.start, close_at, False, True, False))
