"""Records -> CSV (RFC 4180, lines ending in a newline): a row a quotation, or a row an article, below one head.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, so that opening the file runs nothing.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from newsparse.formats import WriteOptions
from newsparse.model import Record
from newsparse.writers.clean import one_line
from newsparse.writers.people import speaker_name, voices
from newsparse.writers.plain_body import word_count

QUOTES = ("source", "headline", "published", "speaker", "role", "cue", "kind", "quotation", "start", "end")
ARTICLES = (
    "source",
    "document",
    "headline",
    "deck",
    "authors",
    "dateline",
    "published",
    "updated",
    "language",
    "words",
    "quotations",
    "speakers",
    "captions",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # some spreadsheets take the wide forms, too
Cell = str | int | None


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """The head, then a chunk a record; the head stands alone where no record has a row."""
    columns, rows = (QUOTES, _quotes) if options.table == "quotes" else (ARTICLES, _articles)
    yield _lines([columns])
    for record in records:
        lines = _lines(rows(record))
        if lines:
            yield lines


def _quotes(record: Record) -> Iterator[tuple[Cell, ...]]:
    for quote in record.quotes:
        yield (
            record.source.name,
            record.headline,
            record.published,
            speaker_name(quote),
            quote.speaker.role if quote.speaker else None,
            quote.cue.text if quote.cue else None,
            quote.kind,
            quote.text,
            quote.start,
            quote.end,
        )


def _articles(record: Record) -> Iterator[tuple[Cell, ...]]:
    yield (
        record.source.name,
        record.source.document,
        record.headline,
        record.deck,
        "; ".join(author.name for author in record.byline.authors) if record.byline else None,
        record.dateline.place if record.dateline else None,
        record.published,
        record.updated,
        record.language,
        word_count(record),
        len(record.quotes),
        "; ".join(voice.name for voice in voices(record)),
        len(record.captions),
    )


def _lines(rows: Iterable[Iterable[Cell]]) -> str:
    out = io.StringIO()
    writer: Any = csv.writer(out, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> str | int:
    """The value on one line, and inert.

    >>> _cell("=1+1"), _cell("5 - 4"), _cell(7), _cell(None)
    ("'=1+1", '5 - 4', 7, '')
    """
    if isinstance(value, int):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
