"""Record -> its parts in the order of the text, each shown once: the words of the fields, the places of the blocks.

Body items, boilerplate and what is unclassified pair in order with their blocks. Where blocks are missing (a record
made by hand) what is left follows at the end: nothing is lost.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from newsparse.model import BODY_KINDS, BlockPlace, Caption, Kind, Record

_PICTURE = (Kind.CAPTION, Kind.CREDIT)
HEAD_KINDS = frozenset({Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.TIMESTAMP, Kind.BULLET})
AROUND = frozenset({Kind.BOILERPLATE, Kind.METADATA})


class Part(NamedTuple):
    """A piece of the article. ``block`` is the index of its block, -1 where there is none."""

    kind: Kind
    text: str
    block: int = -1
    caption: Caption | None = None


def parts(record: Record) -> Iterator[Part]:
    """All parts of the article."""
    fields = _Fields(record)
    for index, block in enumerate(record.blocks):
        part = fields.part_of(index, block)
        if part is not None:
            yield part
    yield from fields.left()


class _Fields:
    """Hands out what the fields of a record hold, in order."""

    def __init__(self, record: Record) -> None:
        self._text = record.text
        self._body = deque(record.body)
        self._captions = sorted(record.captions, key=lambda caption: caption.start)
        self._starts = [caption.start for caption in self._captions]
        self._shown: set[int] = set()
        labels = record.metadata.get("labels", ())
        self._lists: dict[Kind, deque[str]] = {
            Kind.BOILERPLATE: deque(record.boilerplate),
            Kind.UNCLASSIFIED: deque(record.unclassified),
            Kind.METADATA: deque(labels if isinstance(labels, tuple) else (labels,)),
        }

    def part_of(self, index: int, block: BlockPlace) -> Part | None:
        """The part that the block is; None for one that the part of another block holds."""
        kind = block.kind
        if kind in BODY_KINDS and self._body:
            return Part(kind, self._body.popleft().text, index)
        if self._lists.get(kind):
            return Part(kind, self._lists[kind].popleft(), index)
        if kind in _PICTURE:
            number = bisect_right(self._starts, block.start) - 1
            if number >= 0 and block.start < self._captions[number].end:
                return self._picture(number, index)
        return Part(kind, self._text[block.start : block.end], index)

    def _picture(self, number: int, index: int) -> Part | None:
        if number in self._shown:
            return None
        self._shown.add(number)
        return Part(Kind.CAPTION, "", index, self._captions[number])

    def left(self) -> Iterator[Part]:
        """What no block asked for."""
        yield from (
            Part(Kind.CAPTION, "", -1, caption)
            for number, caption in enumerate(self._captions)
            if number not in self._shown
        )
        yield from (Part(item.kind, item.text) for item in self._body)
        yield from (Part(kind, text) for kind, texts in self._lists.items() for text in texts)
