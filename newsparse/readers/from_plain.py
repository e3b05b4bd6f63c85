"""Plain text, the floor: one document, its paragraphs found by the layout."""

from collections.abc import Iterator

from newsparse.model import Document, Source
from newsparse.readers.lines import blocks_of


def fits(source: Source) -> str | None:  # noqa: ARG001  any text fits
    """Any text is plain text."""
    return "any text is plain text"


def read(source: Source) -> Iterator[Document]:
    """One document: the whole source."""
    blocks, layout = blocks_of(source.text)
    yield Document(
        source=source,
        form="plain",
        text=source.text,
        blocks=blocks,
        start=0,
        end=len(source.text),
        because=f"layout: {layout.name}",
        notes=source.notes,
    )
