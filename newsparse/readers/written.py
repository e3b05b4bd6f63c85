"""What newsparse wrote itself -> the documents that it was written from: nothing is left to find in them."""

from collections.abc import Iterator
from dataclasses import replace

from newsparse.colophon import Carrier, is_in, records
from newsparse.errors import BadRecordError
from newsparse.model import Block, Document, Note, Record, Source, Verdict
from newsparse.offsets import Offsets

_AS_SAID = "as the record says"


def documents(source: Source, carrier: Carrier) -> tuple[tuple[Document, ...], tuple[Note, ...]]:
    """The documents that the colophons in a page hold; none where there is no colophon, or the page was changed.

    The notes tell why a page of ours has to be read anew.
    """
    if not is_in(source.text, carrier):
        return (), ()
    try:
        return tuple(document(source, record) for record in records(source.text, carrier)), ()
    except BadRecordError as error:
        return (), (Note("read-anew", f"{error.reason}; it is read anew"),)


def document(source: Source, record: Record) -> Document:
    """A record as a document that is done."""
    return Document(
        source=source,
        form=record.source.form,
        text=record.text,
        blocks=tuple(_blocks(record)),
        start=record.source.start,
        end=record.source.end,
        ordinal=record.source.document,
        offsets=record.source.offsets,
        because="a record that newsparse wrote",
        language=record.language,
        notes=record.notes,
        record=record,
    )


def anew(found: Iterator[Document], notes: tuple[Note, ...]) -> Iterator[Document]:
    """The documents with these notes on them."""
    return (replace(one, notes=(*one.notes, *notes)) for one in found) if notes else found


def _blocks(record: Record) -> Iterator[Block]:
    for place in record.blocks:
        yield Block(
            text=record.text[place.start : place.end],
            start=place.start,
            end=place.end,
            offsets=Offsets.verbatim(place.start),
            line=place.line,
            verdict=Verdict(place.kind, place.rule or "", _AS_SAID),
        )
