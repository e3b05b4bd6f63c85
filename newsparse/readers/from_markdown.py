"""Markdown: what newsparse wrote gives its record back; any other is read by its headings, lists and quotations.

The base text is what the Markdown renders to, block by block. The first # heading is the headline; YAML above it states
what it states.
"""

from collections.abc import Iterator
from pathlib import PurePath

from newsparse.colophon import MARKDOWN, is_in
from newsparse.errors import EmptyInputError
from newsparse.model import Document, Source
from newsparse.readers import written
from newsparse.readers.extracted import document_of

SUFFIXES = frozenset({".md", ".markdown"})


def fits(source: Source) -> str | None:
    """A colophon of ours is in it, or it is named like Markdown."""
    if is_in(source.text, MARKDOWN):
        return "a colophon of newsparse is in it"
    ending = PurePath(source.name).suffix.lower()
    return f"named {ending}" if ending in SUFFIXES else None


def read(source: Source) -> Iterator[Document]:
    """The records that it was written from, or one document; raises EmptyInputError."""
    ours, notes = written.documents(source, MARKDOWN)
    return iter(ours) if ours else written.anew(_found(source), notes)


def _found(source: Source) -> Iterator[Document]:
    from newsparse.readers import front_matter
    from newsparse.readers.markdown_pieces import pieces_of

    stated, start = front_matter.read(source.text)
    pieces = list(pieces_of(source.text[start:]))
    if not pieces:
        raise EmptyInputError(path=source.name)
    above = source.text.count("\n", 0, start)
    placed = (piece._replace(line=piece.line + above) for piece in pieces)
    yield document_of(source, placed, stated, form="markdown", because=f"{len(pieces)} blocks")
