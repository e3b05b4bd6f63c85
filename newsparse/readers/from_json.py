"""Articles as JSON: one object a line, a list of objects, or one object; our own records, or the keys of collections.

The base text of a document is the value under its text key, so offsets count in that. What the other keys state is
taken as stated; a line that is no article is noted and the rest goes on.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from newsparse.decode import from_text
from newsparse.errors import BadRecordError, EmptyInputError, NewsparseError
from newsparse.model import Block, Document, Hint, Kind, Note, Record, Source, Stated
from newsparse.readers.lines import blocks_of
from newsparse.readers.written import document

# The names of news-please, trafilatura, Common Crawl news sets, ninjs and schema.org; the first that is there counts.
TEXT_KEYS = ("maintext", "text", "body", "content", "article_text", "articleBody", "body_text", "raw_text", "article")
_HEADLINE = ("headline", "title", "heading")
_DECK = ("deck", "subheadline", "subtitle", "standfirst")
_AUTHORS = ("authors", "author", "byline", "creator")
_PUBLISHED = (
    "date_publish",
    "published",
    "published_at",
    "datePublished",
    "publish_date",
    "pubDate",
    "date",
    "timestamp",
)
_UPDATED = ("date_modify", "updated", "updated_at", "dateModified", "modified")
_LANGUAGE = ("language", "lang")

_OPENS = re.compile(r"\s{0,1000}[\[{]")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LOOK = 65_536  # characters behind a first line that is not JSON, in which another object may begin
_SHOWN = 4  # keys that are named where none is there


class _Entry(NamedTuple):
    """A value of the file, or what is wrong with it; where it stands in the source, on which line."""

    value: Any
    start: int
    end: int
    line: int
    fault: str = ""
    column: int | None = None


@dataclass(frozen=True, slots=True)
class JsonReader:
    """Reads articles as JSON; ``keys`` are where an article's text may stand."""

    keys: tuple[str, ...] = TEXT_KEYS

    def fits(self, source: Source) -> str | None:
        """The first object of the file has a text under one of the keys."""
        if not _OPENS.match(source.text):
            return None
        entry = next(_entries(source.text), None)
        if entry and _is_record(entry.value):
            return "a JSON object with the keys of a record"
        key = entry and self._text_key(entry.value)
        return f"a JSON object with a text under {key!r}" if key else None

    def read(self, source: Source) -> Iterator[Document]:
        """A document an object, numbered as these are. Faults stand in the notes of the document before them."""
        held: Document | None = None
        faults: list[Note] = []
        for ordinal, entry in enumerate(_entries(source.text), 1):
            found = self._document(source, entry)
            if isinstance(found, Note):
                faults.append(found)
                continue
            if held is not None:
                yield _noted(held, faults)
                faults = []
            held = found if found.record else replace(found, ordinal=ordinal)
        if held is None:
            raise _no_article(source, faults)
        yield _noted(held, faults)

    def _text_key(self, value: Any) -> str | None:
        if not isinstance(value, dict):
            return None
        return next((key for key in self.keys if isinstance(value.get(key), str) and value[key].strip()), None)

    def _document(self, source: Source, entry: _Entry) -> Document | Note:
        if _is_record(entry.value):
            try:
                return document(source, Record.from_dict(entry.value))
            except BadRecordError as error:
                return Note("bad-line", f"{error.reason}; line skipped", entry.line)
        key = self._text_key(entry.value)
        if entry.fault or key is None:
            keys = ", ".join(self.keys[:_SHOWN])
            why = entry.fault or f"no article, no text under {keys}; --text-key tells where it is"
            return Note("bad-line", f"{why}; line skipped", entry.line, entry.column)
        try:
            inner = from_text(entry.value[key], name=source.name)
        except NewsparseError as error:
            return Note("bad-line", f"{error.reason}; line skipped", entry.line)
        blocks, layout = blocks_of(inner.text)
        stated = _stated(entry.value, key)
        blocks = tuple(replace(block, line=entry.line) for block in blocks)
        if _repeats(blocks, stated.headline):
            blocks = (replace(blocks[0], hint=Hint(Kind.HEADLINE, "title")), *blocks[1:])
            stated = replace(stated, headline=None)
        return Document(
            source=source,
            form="json",
            text=inner.text,
            blocks=blocks,
            start=entry.start,
            end=entry.end,
            offsets="extracted",
            because=f"text under {key!r}; layout: {layout.name}",
            language=stated.language,
            stated=stated,
            notes=(*source.notes, *inner.notes),
        )


_reader = JsonReader()
fits, read = _reader.fits, _reader.read


def keyed(key: str) -> JsonReader:
    """The reader of collections that have their text under ``key``."""
    return JsonReader((key,))


def _noted(document: Document, faults: list[Note]) -> Document:
    """The document with the faults behind it among its notes, and its record's where it has one."""
    record = document.record and replace(document.record, notes=(*document.record.notes, *faults))
    return replace(document, notes=(*document.notes, *faults), record=record)


def _is_record(value: Any) -> bool:
    """Whether it is what ``-t json`` writes (and has not been cut down by ``--fields``)."""
    return isinstance(value, dict) and "schema_version" in value and "blocks" in value


def _no_article(source: Source, faults: list[Note]) -> NewsparseError:
    if not faults:
        return EmptyInputError(path=source.name)
    return NewsparseError(faults[0].message.removesuffix("; line skipped"), path=source.name, line=faults[0].line)


def _entries(text: str) -> Iterator[_Entry]:
    """Every value: those of the lines, of the one list, or the one object that runs over lines."""
    if _runs_over_lines(text):
        yield from _whole(text)
        return
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _Entry(json.loads(line), start, start + len(line.rstrip("\r")), number)
            except (ValueError, RecursionError) as error:
                yield _Entry(None, start, start + len(line), number, *_fault(error))
        start += len(line) + 1


def _runs_over_lines(text: str) -> bool:
    """Whether it is a list, or an object that does not end on its first line."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start) if "\n" in text[start:] else len(text)
    if not text.startswith("{", start):
        return text.startswith("[", start)
    try:
        json.loads(text[start:end])
    except (ValueError, RecursionError):
        return "\n{" not in text[end : end + _LOOK]  # else it is a bad line among others
    return False


def _whole(text: str) -> Iterator[_Entry]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        yield _Entry(None, 0, len(text), line, *_fault(error))
        return
    for item in value if isinstance(value, list) else [value]:
        yield _Entry(item, 0, len(text), 1)


def _fault(error: Exception) -> tuple[str, int | None]:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.colno
    return ("not JSON: nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {error}"), None


def _stated(article: Mapping[str, Any], text_key: str) -> Stated:
    from newsparse.readers.html_structured_data import iso_date

    known = {text_key}

    def first(keys: tuple[str, ...]) -> str | None:
        found = next((key for key in keys if isinstance(article.get(key), str) and article[key].strip()), None)
        known.update([found] if found else [])
        return " ".join(article[found].split()) if found else None

    headline, deck, language = first(_HEADLINE), first(_DECK), first(_LANGUAGE)
    dates = {}
    for keys in (_PUBLISHED, _UPDATED):
        found = next((key for key in keys if isinstance(article.get(key), str) and iso_date(article[key])), None)
        dates[keys] = iso_date(article[found]) if found else None
        known.update([found] if found else [])
    authors = next((names for key in _AUTHORS if (names := _names(article.get(key)))), ())
    known.update(key for key in _AUTHORS if _names(article.get(key)) == authors)
    return Stated(
        headline=headline,
        deck=deck,
        authors=authors,
        published=dates[_PUBLISHED],
        updated=dates[_UPDATED],
        language=language if language and _TAG.fullmatch(language) else None,
        metadata={key: text for key, value in article.items() if key not in known and (text := _plain(value))},
    )


def _names(value: Any) -> tuple[str, ...]:
    """Names as a string, a list of strings, or of objects with a name."""
    values = value if isinstance(value, list) else [value]
    found = (item.get("name") if isinstance(item, dict) else item for item in values)
    return tuple(" ".join(name.split()) for name in found if isinstance(name, str) and name.strip())


def _plain(value: Any) -> str | tuple[str, ...] | None:
    """Text, numbers and lists of them; what is nested deeper is no metadata."""
    if isinstance(value, list):
        return tuple(text for item in value if isinstance(text := _plain(item), str))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _repeats(blocks: tuple[Block, ...], headline: str | None) -> bool:
    return bool(blocks and headline and blocks[0].text.casefold() == headline.casefold())
