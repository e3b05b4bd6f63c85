"""A .story file (the CNN/Daily Mail collection): the body, then a line "@highlight" above each of the bullets.

The form has no headline: its first paragraph opens the body.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from newsparse.errors import EmptyInputError
from newsparse.model import Block, Document, Hint, Kind, Source
from newsparse.offsets import Offsets
from newsparse.readers.lines import blocks_of

LONG_ENOUGH = 100  # characters: a longer block is prose, however it ends

_MARK = re.compile(r"^[ \t]{0,40}@highlight(?=[ \t]{0,40}\r?$)", re.IGNORECASE | re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]{0,2}$")


def fits(source: Source) -> str | None:
    """A line that is "@highlight" and nothing else; no other form has it."""
    return "a line '@highlight'" if _marks(source.text) else None


def read(source: Source) -> Iterator[Document]:
    """One document; all text is verbatim in the source."""
    text = source.text
    marks = _marks(text)
    bounds = [*marks, (len(text), len(text))]
    body, layout = blocks_of(text, 0, bounds[0][0])
    blocks = [*_opening(body)]
    line, at = 1, 0
    for (start, end), (following, _) in zip(marks, bounds[1:], strict=True):
        line, at = line + _line_ends(text, at, start), start
        blocks.append(_mark(text, start, end, line))
        line, at = line + _line_ends(text, at, end), end
        bullets, _ = blocks_of(text, end, following, line=line)
        blocks += [replace(block, hint=Hint(Kind.BULLET, "@highlight")) for block in bullets]
    if not blocks:
        raise EmptyInputError(path=source.name)
    yield Document(
        source=source,
        form="story",
        text=text,
        blocks=tuple(blocks),
        start=0,
        end=len(text),
        because=f"{len(marks)} highlights; layout: {layout.name}",
        notes=source.notes,
    )


def _marks(text: str) -> list[tuple[int, int]]:
    """The places of the marks, white space around them left out."""
    if "@" not in text or "@highlight" not in text.lower():  # every text is asked: the quick way out first
        return []
    unified = text.replace("\r\n", " \n").replace("\r", "\n")  # as many characters as before
    found = (match.span() for match in _MARK.finditer(unified))
    return [(start + _indent(unified, start), end) for start, end in found]


def _indent(text: str, start: int) -> int:
    return text.index("@", start) - start


def _line_ends(text: str, start: int, end: int) -> int:
    """How many lines end between two places, neither of them between a CR and its LF."""
    part = text[start:end]
    return part.count("\n") + part.count("\r") - part.count("\r\n")


def _mark(text: str, start: int, end: int, line: int) -> Block:
    mark = text[start:end]
    return Block(mark, start, end, Offsets.verbatim(start), line, hint=Hint(Kind.METADATA, "@highlight"))


def _opening(body: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of the body; the first that reads like prose is told to be no headline."""
    opened = False
    for block in body:
        prose = len(block.text) > LONG_ENOUGH or _SENTENCE_END.search(block.text[-3:]) is not None
        yield replace(block, hint=Hint(Kind.PARAGRAPH, "story body")) if prose and not opened else block
        opened = opened or prose
