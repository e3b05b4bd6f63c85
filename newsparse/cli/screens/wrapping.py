"""Styled pieces of text -> lines of a given width.

rich's own wrapping takes quadratic time on a long line, so lines are broken here, in one pass from left to right:
between words; between the characters of Chinese and Japanese, but no line begins with 」or 、 or ends with 「; and
inside a word that fills more than a line.
"""

import re
from collections.abc import Iterable, Iterator

from newsparse.cli.screens.cells import Line, Piece, clusters, most_cells

Word = tuple[Line, int, bool]  # pieces, cells, whether a space stands before it

_CJK = (
    "\u2e80-\u3000\u3040-\u30ff\u3105-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_OPENS = "「『【〔〈《（［｛“‘«([{"
_CLOSES = "、。，．・：；？！」』】〕〉》）］｝”’»)]},.:;?!ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…‥"
_BINDS = "\u00a0\u2007\u202f"  # spaces at which no line ends: French has them before its marks
_MOST_BOUND = 3  # in a row; a text that has no other spaces is broken all the same
_LETTER = rf"[^\s{_CJK}]"
_CLINGS = re.escape(_CLOSES) + "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f"
_TOKEN = re.compile(
    rf"""
      [{_BINDS}]*[^\S{_BINDS}]\s*                          # a run of white space
    | [{re.escape(_OPENS)}]*[{_CJK}][{_CLINGS}]*           # one character of Chinese or Japanese with its marks
    | {_LETTER}+(?:[{_BINDS}]{_LETTER}+){{0,{_MOST_BOUND}}}  # a word, or words that are bound
    | \s+                                                 # spaces that bind nothing
    """,
    re.VERBOSE,
)
_BOUND = re.compile(f"[{_BINDS}]")
_BREAKS = re.compile(rf"[{_CJK}]")


def wrap(pieces: Iterable[Piece], width: int) -> Iterator[Line]:
    """Lines of at most ``width`` cells; runs of white space become one space, and no line ends at a no-break space."""
    line: Line = []
    used = 0
    for word, cells, spaced in _words(pieces):
        gap = 1 if spaced and line else 0
        if line and used + gap + cells <= width:
            if gap:
                line.append((" ", word[0][1] if line[-1][1] == word[0][1] else ""))
            line += word
            used += gap + cells
            continue
        if line:
            yield line
        *full, line = _chopped(word, width) if cells > width else [list(word)]
        yield from full
        used = sum(most_cells(text) for text, _ in line) if full else cells
    if line:
        yield line


def _words(pieces: Iterable[Piece]) -> Iterator[Word]:
    """What may not be parted: words, which may change their style in the middle, and single characters of CJK."""
    word: Line = []
    cells, spaced, may_end = 0, False, False
    for text, style in pieces:
        for token in _TOKEN.findall(text):
            if token.isspace():
                if word:
                    yield word, cells, spaced
                word, cells, spaced = [], 0, True
                continue
            breaks = not token.isascii() and _BREAKS.search(token) is not None
            if word and (breaks or may_end) and _may_part(word[-1][0][-1], token[0]):
                yield word, cells, spaced
                word, cells, spaced = [], 0, False
            word.append((_BOUND.sub(" ", token), style))
            cells += most_cells(token)
            may_end = breaks
    if word:
        yield word, cells, spaced


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between the two."""
    return before not in _OPENS and after not in _CLOSES


def _chopped(word: Line, width: int) -> Iterator[Line]:
    """A word that is wider than a line, in pieces of a line."""
    line: Line = []
    used = 0
    for text, style in word:
        begin, here = 0, 0
        for cluster in clusters(text):
            cells = most_cells(cluster)
            if used + cells > width and (line or here > begin):
                yield [*line, (text[begin:here], style)] if here > begin else line
                line, begin, used = [], here, 0
            used += cells
            here += len(cluster)
        line.append((text[begin:], style))
    yield line
