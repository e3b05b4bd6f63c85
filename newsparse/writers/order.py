"""Record -> its body, captions and unclassified text as they stood: the order of reading, for every writer for people.

The record keeps them in lists of their own; ``record.blocks`` remembers the order. Body items pair in order with the
blocks of body kinds, unclassified text with its blocks; captions know their offsets. Where blocks are missing (a
record made by hand) what is left follows at the end: nothing is lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsparse.model import BODY_KINDS, BodyItem, Caption, Kind, Record


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of the article and the index of its block, None where that is not known."""

    item: BodyItem | Caption
    block: int | None = None

    @property
    def kind(self) -> Kind:
        """What the piece is."""
        return Kind.CAPTION if isinstance(self.item, Caption) else self.item.kind


def in_order(record: Record) -> Iterator[Placed]:
    """Body, captions and unclassified text in the order of the blocks; without what stands above the body."""
    captions = sorted(record.captions, key=lambda caption: caption.start)
    body = list(record.body)
    unclassified = [BodyItem(Kind.UNCLASSIFIED, text) for text in record.unclassified]
    for queue in (captions, body, unclassified):
        queue.reverse()  # so that the next one pops off the end
    for index, block in enumerate(record.blocks):
        until = block.end if block.kind in (Kind.CAPTION, Kind.CREDIT) else block.start
        while captions and captions[-1].start < until:
            yield Placed(captions.pop())
        if body and block.kind in BODY_KINDS:
            yield Placed(body.pop(), index)
        elif unclassified and block.kind is Kind.UNCLASSIFIED:
            yield Placed(unclassified.pop(), index)
    yield from map(Placed, reversed(captions))
    yield from map(Placed, reversed(body))
    yield from map(Placed, reversed(unclassified))


def runs(record: Record) -> Iterator[tuple[Kind, list[Placed]]]:
    """The pieces of `in_order`, neighbours of one kind together: a list, a quoted passage."""
    for kind, pieces in groupby(in_order(record), key=lambda placed: placed.kind):
        yield kind, list(pieces)
