"""Views of labelled blocks: which are of a kind, and what their list sign is."""

from collections.abc import Iterator, Sequence

from newsparse.model import Block, Kind
from newsparse.signs import bullet_sign


def kind_of(block: Block) -> Kind:
    """The kind of its verdict; a block that no one has looked at is unclassified."""
    return block.verdict.kind if block.verdict else Kind.UNCLASSIFIED


def of(blocks: Sequence[Block], *kinds: Kind) -> Iterator[Block]:
    """The blocks of these kinds, in order."""
    if Kind.UNCLASSIFIED in kinds:
        return (block for block in blocks if kind_of(block) in kinds)
    return (block for block in blocks if block.verdict is not None and block.verdict.kind in kinds)


def first(blocks: Sequence[Block], kind: Kind) -> Block | None:
    """The first block of the kind, or None."""
    return next(of(blocks, kind), None)


def unsigned(text: str) -> str:
    """The text of a list item without its bullet sign."""
    return text[bullet_sign(text) :]
