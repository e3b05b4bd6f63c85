"""Text -> lines -> blocks: the prose layouts, inferred from the text itself; shared by all readers of text.

Five layouts: a blank line between paragraphs; one paragraph a line; hard-wrapped with blank lines; hard-wrapped with
indents; fragments (inline markup became line breaks). What tells them apart is whether a line break is *soft*: in
wrapped text the next word would not have fitted on the line; in fragments the next line goes on in mid-sentence.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from newsparse.model import Block
from newsparse.offsets import Offsets
from newsparse.signs import BULLET_SIGN, NUMBERED_SIGN

MAX_WIDTH = 110  # nobody wraps text wider; a longer line is a paragraph
MIN_WIDTH = 30  # and hardly anybody narrower: short lines are headings, menus and lists
FULL_SHARE = 0.7  # of the breaks between neighbours must look soft before the text is taken for wrapped
MID_SENTENCE = 0.4  # and this share of them goes on in lower case (English prose: eight in ten)
LEAST_BREAKS = 3  # line breaks inside paragraphs that must speak for a width
LEAST_GAPS = 3  # blank lines that must part paragraphs before every other break in a torn text is taken for a tear
LEAST_INDENT = 2  # columns that a paragraph's first line stands further in
LONG_ENOUGH = 40  # a piece of a sentence that inline markup tore apart has at least one side as long as this
LONG_IN_TORN = 25  # the same in a text that is known to be torn; entries of menus and bylines are shorter

_GOES_ON = re.compile(r"[,;:)\]’”»…]|[.!?](?:\s|$)|['’]s\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Line(NamedTuple):
    """A line that is not blank: its stripped text and place, its indent, its number, whether a blank one is above."""

    text: str
    start: int
    indent: int
    number: int
    gap: bool

    @property
    def end(self) -> int:
        """The end of the stripped text in the base text."""
        return self.start + len(self.text)


class Layout(NamedTuple):
    """What the line breaks of a text mean. ``width`` is the column of the wrap, or None where lines are not wrapped.

    ``torn``: blank lines part the paragraphs, and inside them only inline markup broke the lines.
    """

    name: str
    width: int | None = None
    indented: bool = False
    torn: bool = False


def blocks_of(text: str, start: int = 0, end: int | None = None, *, line: int = 1) -> tuple[tuple[Block, ...], Layout]:
    """The bare blocks of text[start:end]; spans are code points into ``text``. ``line`` is the number of the first."""
    end = len(text) if end is None else end
    lines = list(lines_of(text[start:end], start, line))
    layout = infer_layout(lines)
    joined = _words_of(lines) if layout.width else None
    return tuple(_block(group, joined) for group in _paragraphs(lines, layout)), layout


def lines_of(text: str, start: int = 0, number: int = 1) -> Iterator[Line]:
    """The lines that are not blank; only \\n, \\r and \\r\\n count in the number, as editors count."""
    gap, base = True, start
    for raw in _with_line_ends(text).splitlines(keepends=True):
        clean = raw.strip()
        if clean:
            indent = len(raw) - len(raw.lstrip())
            at = start - base + indent
            yield Line(text[at : at + len(clean)], start + indent, indent, number, gap)
            gap = False
        elif raw[-1] != "\f":  # a page break is no paragraph break
            gap = True
        start += len(raw)
        number += raw[-1] in "\n\r"


def _with_line_ends(text: str) -> str:
    """The text, as long as before, with spaces for what Python takes for a line end and this text does not.

    Vertical tab and the information separators never end a line; NEL and U+2028 do where they are the text's own line
    ends, but one among many line feeds is a stray character inside a line.
    """
    if text.isascii() and "\x0b" not in text and "\x1c" not in text and "\x1d" not in text and "\x1e" not in text:
        return text
    for control in "\x0b\x1c\x1d\x1e":
        text = text.replace(control, " ")
    rare = text.count("\u2028") + text.count("\x85")
    if rare and rare * 2 < text.count("\n") + text.count("\r"):
        text = text.replace("\u2028", " ").replace("\x85", " ")
    return text


def infer_layout(lines: list[Line]) -> Layout:
    """Which of the five layouts the lines are in."""
    followed = [(a, b) for a, b in pairwise(lines) if not b.gap]
    gaps = sum(line.gap for line in lines[1:])
    width = _wrap_width(followed)
    if width is not None:
        flush = min(line.indent for line in lines)
        indents = sum(b.indent >= flush + LEAST_INDENT for _, b in followed)
        if indents and gaps <= indents:
            return Layout("hard-wrapped with indents", width, indented=True)
        return Layout("hard-wrapped with blank lines", width)
    torn = sum(_is_torn(a.text, b.text) for a, b in followed)
    if torn > 2 and torn * 4 > len(followed):
        return Layout("fragments", torn=gaps >= LEAST_GAPS)
    if gaps * 2 >= len(lines) - 1:
        return Layout("blank line between paragraphs")
    return Layout("one paragraph a line")


def _wrap_width(followed: list[tuple[Line, Line]]) -> int | None:
    """The wrap column where most breaks between neighbouring lines look soft, else None."""
    flush = min((line.indent for pair in followed for line in pair), default=0)
    inside = [(a, b) for a, b in followed if b.indent < flush + LEAST_INDENT and not _opens_item(b.text)]
    lengths = sorted(a.indent + len(a.text) for a, _ in inside)
    if len(lengths) < LEAST_BREAKS:
        return None
    width = lengths[len(lengths) * 9 // 10]
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    soft = sum(_is_full(a, b, width) for a, b in inside)
    goes_on = sum(b.text[0].isalpha() and not b.text[0].isupper() for _, b in inside)
    fits = soft >= FULL_SHARE * len(inside) and goes_on >= MID_SENTENCE * len(inside)
    return width if fits else None


def _is_full(line: Line, below: Line, width: int) -> bool:
    """Whether the first word of the line below would not have fitted on this one."""
    word = below.text.split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width


def _opens_item(text: str) -> bool:
    return BULLET_SIGN.match(text) is not None or NUMBERED_SIGN.match(text) is not None


def _is_torn(above: str, below: str) -> bool:
    """Whether a sentence runs on over the break although the line is not full: inline markup became a line break.

    >>> _is_torn("The price of a sack of salt from", "the pans at Marrow Flats has doubled since the spring rains.")
    True
    >>> _is_torn("Home", "about us")
    False
    """
    if above[-1] in ".!?:" or not (len(above) >= LONG_ENOUGH or len(below) >= LONG_ENOUGH):
        return False
    return below[0].islower() or _GOES_ON.match(below) is not None


def _is_label(text: str) -> bool:
    """Whether a line is too short for half a sentence and does not end one: "by Ann Lee" below a headline."""
    return len(text) < LONG_ENOUGH and text[-1] not in ".!?…;,\"'”’)"


def _is_left_open(above: str, below: str) -> bool:
    """Whether a line of a torn text goes on below although the next word is a name: it has no end of its own."""
    if above[-1] in ".!?:" or above[-2:-1] in (".", "!", "?"):
        return False
    return len(above) >= LONG_IN_TORN or len(below) >= LONG_ENOUGH or below[0].islower()


def _paragraphs(lines: list[Line], layout: Layout) -> Iterator[list[Line]]:
    group: list[Line] = []
    soft = partial(_is_soft, layout=layout)
    for line in lines:
        if group and not soft(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_soft(line: Line, below: Line, layout: Layout) -> bool:
    """Whether the break between two lines is to be joined."""
    if below.gap or _opens_item(below.text):
        return False
    if layout.width is None:
        if layout.torn:
            return _is_torn(line.text, below.text) or _is_left_open(line.text, below.text)
        return _is_torn(line.text, below.text) and (layout.name == "fragments" or not _is_label(below.text))
    if layout.indented and below.indent >= line.indent + LEAST_INDENT:
        return False
    return _is_full(line, below, layout.width)


def _words_of(lines: list[Line]) -> set[str]:
    """All words of the text but those that a line end may have cut, to tell a wrap's hyphen from a word's own."""
    whole = (line.text.rpartition(" ")[0] if line.text.endswith("-") else line.text for line in lines)
    return {word.lower() for text in whole for word in _WORD.findall(text)}


def _block(group: list[Line], words: set[str] | None) -> Block:
    first, last = group[0], group[-1]
    if len(group) == 1:
        return Block(first.text, first.start, first.end, Offsets.verbatim(first.start), first.number, first.gap)
    text, clean, base = first.text, [0], [first.start]
    for line in group[1:]:
        if words is not None and _wrapping_made_the_hyphen(text, line.text, words):
            text = text[:-1]
        elif words is not None and _ends_in_half_a_word(text):
            pass
        elif not _GOES_ON.match(line.text) or words is not None:
            text += " " if not _is_unspaced(text[-1], line.text[0]) else ""
        clean.append(len(text))
        base.append(line.start)
        text += line.text
    return Block(text, first.start, last.end, Offsets(tuple(clean), tuple(base)), first.number, first.gap)


def _wrapping_made_the_hyphen(text: str, below: str, words: set[str]) -> bool:
    """Whether "investi-" + "gation" is one word: the whole stands elsewhere, or nothing speaks for the hyphen.

    Speaking for it: the hyphened word stands elsewhere, or its first half is a word of the text ("well-" + "known").
    """
    if not text.endswith("-") or not below[0].islower():
        return False
    left, right = text[max(0, len(text) - 40) : -1].split()[-1:], _WORD.match(below)
    if not left or right is None or not left[0].isalpha():
        return False
    if (left[0] + right[0]).lower() in words:
        return True
    return f"{left[0]}-{right[0]}".lower() not in words and left[0].lower() not in words


def _ends_in_half_a_word(text: str) -> bool:
    """Whether the line was broken at a word's own hyphen: "super-" + "casino"; a dash has a space before it."""
    return text.endswith("-") and text[-2:-1].isalnum()


def _is_unspaced(above: str, below: str) -> bool:
    """Whether both sides are of a script that writes no spaces between words (Chinese, Japanese)."""
    return "\u3000" <= above <= "\u9fff" and "\u3000" <= below <= "\u9fff"
