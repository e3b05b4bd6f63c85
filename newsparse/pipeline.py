"""The whole way, on one screen: bytes -> Source -> Documents -> labelled Documents -> Records."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsparse.assemble import assemble
from newsparse.classify import classify
from newsparse.decode import MAX_BYTES, decode, from_text, read_bytes
from newsparse.errors import SeveralDocumentsError
from newsparse.formats import choose_reader, reader
from newsparse.language import check_tag
from newsparse.model import Document, Record, Source


def documents(source: Source, *, form: str | None = None, language: str | None = None) -> Iterator[Document]:
    """Every document of a source, its blocks labelled. ``form`` None or "auto": found by looking."""
    if language is not None:
        check_tag(language)
    why = "asked for"
    if form in (None, "auto"):
        form, why = choose_reader(source)
    for document in reader(form or "plain").read(source):
        because = "; ".join(part for part in (why, document.because) if part)
        if document.record is not None:
            yield replace(document, because=because)
            continue
        yield classify(replace(document, because=because, language=language or document.language))


def parse_source(source: Source, *, form: str | None = None, language: str | None = None) -> Iterator[Record]:
    """Every record of a decoded source, one at a time."""
    for document in documents(source, form=form, language=language):
        yield record_of(document)


def record_of(document: Document) -> Record:
    """The record of a labelled document, or the one that it was read from."""
    return document.record or assemble(document)


def parse_all(
    data: str | bytes, name: str = "-", *, form: str | None = None, language: str | None = None
) -> Iterator[Record]:
    """Every document of ``data`` as a record, one at a time.

    ``data`` is the file's bytes, or text that was decoded already; ``name`` stands in the record and in messages;
    ``form`` names a reader (None: look); ``language`` is a BCP 47 tag (None: guess). Raises children of NewsparseError
    only: EmptyInputError, NotTextError, UnknownFormatError, UnknownLanguageError.
    """
    source = decode(data, name=name) if isinstance(data, bytes) else from_text(data, name=name)
    yield from parse_source(source, form=form, language=language)


def parse(data: str | bytes, name: str = "-", *, form: str | None = None, language: str | None = None) -> Record:
    """The one document of ``data``; raises SeveralDocumentsError where there are more."""
    records = parse_all(data, name, form=form, language=language)
    record = next(records)
    if next(records, None) is not None:
        raise SeveralDocumentsError(path=name)
    return record


def parse_file(  # noqa: PLR0913  the options of one file, keyword-only
    path: str | Path,
    *,
    form: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Record]:
    """Every document of a file. Raises OSError where it cannot be read, and what parse_all raises."""
    data = read_bytes(Path(path), max_bytes=max_bytes)
    source = decode(data, name=str(path), encoding=encoding)
    yield from parse_source(source, form=form, language=language)
