"""Pieces that do not stand verbatim in the file -> a document; its text is the pieces, parted by blank lines."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from newsparse.model import Block, Document, Hint, Kind, Source, Stated
from newsparse.offsets import Offsets

_BETWEEN = "\n\n"


class Piece(Protocol):
    """What a block is made of."""

    @property
    def text(self) -> str:
        """Its clean text."""
        ...

    @property
    def line(self) -> int:
        """The 1-based line of the source."""
        ...

    @property
    def hint(self) -> Hint | None:
        """What the form says that it is."""
        ...

    @property
    def html(self) -> str | None:
        """Its inline markup."""
        ...


def document_of(  # noqa: PLR0913  the form and its reason, keyword-only
    source: Source, pieces: Iterable[Piece], stated: Stated, *, form: str, because: str
) -> Document:
    """The document; a headline that is shown counts before one that is only stated."""
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        place = Offsets.verbatim(start)
        blocks.append(Block(piece.text, start, end, place, piece.line, hint=piece.hint, html=piece.html))
        start = end + len(_BETWEEN)
    shown = any(block.hint and block.hint.kind is Kind.HEADLINE for block in blocks)
    return Document(
        source=source,
        form=form,
        text=_BETWEEN.join(block.text for block in blocks),
        blocks=tuple(blocks),
        start=0,
        end=len(source.text),
        offsets="extracted",
        because=because,
        language=stated.language,
        stated=replace(stated, headline=None) if shown else stated,
        notes=source.notes,
    )
