"""Labelled blocks -> the head of the record: byline, dateline, published and updated."""

from collections.abc import Iterator, Sequence

from newsparse.assemble.blocks import of
from newsparse.finders.bylines import by_word, find_byline, read_names
from newsparse.finders.datelines import find_dateline
from newsparse.finders.timestamps import Timestamp, find_timestamp, is_date_label
from newsparse.language import Language
from newsparse.model import Author, Block, Byline, Dateline, Document, Kind

DATELINE_IN = 3  # paragraphs from the top; an editor's note may stand before the one with the dateline


def byline(document: Document, language: Language) -> Byline | None:
    """All byline blocks as one; the names that the form states win over those that are read."""
    lines = [block.text for block in of(document.blocks, Kind.BYLINE)]
    authors = tuple(Author(name) for name in document.stated.authors) or _authors(lines, language)
    if not lines and not authors:
        return None
    return Byline("\n".join(lines) or ", ".join(author.name for author in authors), authors)


def _authors(lines: Sequence[str], language: Language) -> tuple[Author, ...]:
    """The names of all lines, each once."""
    return tuple(dict.fromkeys(author for line in lines for author in _names(line, language)))


def _names(line: str, language: Language) -> tuple[Author, ...]:
    found = find_byline(line, language)
    return found.authors if found else read_names(line[by_word(line, language) :], language)


def dateline(blocks: Sequence[Block], language: Language) -> Dateline | None:
    """That of the first paragraph of the body that opens with one."""
    paragraphs = [block.text for block in of(blocks, Kind.PARAGRAPH)][:DATELINE_IN]
    return next((found for found in (find_dateline(text, language) for text in paragraphs) if found), None)


def timestamp(blocks: Sequence[Block], language: Language) -> Timestamp:
    """The first published and the first updated of all date lines."""
    found = (find_timestamp(line, language) for line in _date_lines(blocks, language))
    stamps = [stamp for stamp in found if stamp]
    return Timestamp(
        published=next((stamp.published for stamp in stamps if stamp.published), None),
        updated=next((stamp.updated for stamp in stamps if stamp.updated), None),
        is_relative=any(stamp.is_relative for stamp in stamps),
    )


def _date_lines(blocks: Sequence[Block], language: Language) -> Iterator[str]:
    """The date lines, each behind its label where that stood on a line of its own."""
    label = ""
    for block in of(blocks, Kind.TIMESTAMP):
        if is_date_label(block.text, language):
            label = f"{block.text} "
        else:
            yield label + block.text
            label = ""
