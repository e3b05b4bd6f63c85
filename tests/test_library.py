"""The library's own way in and out: parse, write, read, and the readers and writers of third parties."""

import importlib.metadata
import pickle
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import newsparse
from newsparse.errors import (
    BadRecordError,
    NotTextError,
    SeveralDocumentsError,
    TooLargeError,
    UnknownFormatError,
    UnknownLanguageError,
)
from newsparse.formats import WriteOptions
from newsparse.model import Document, Record, Source
from newsparse.readers.lines import blocks_of

ARTICLE = "Ferry returns to Port Alder\n\n“It will do,” said Ann Lee, the mayor. The boat sails again on Monday.\n"


class Shouted:
    """A third party's reader: an article in capitals, one paragraph after another, each in its own document."""

    def fits(self, source: Source) -> str | None:
        return None

    def read(self, source: Source) -> Iterator[Document]:
        for ordinal, start in enumerate((0, source.text.index("\n\n") + 2), 1):
            end = source.text.find("\n\n", start)
            end = end if end >= 0 else len(source.text)
            blocks, _ = blocks_of(source.text, start, end)
            yield Document(source, "shouted", source.text, blocks, start, end, ordinal)


class Counted:
    """A third party's writer: how many quotations a record has."""

    def write(self, records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
        return (f"{len(record.quotes)}\n" for record in records)


@pytest.fixture
def third_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    points: dict[str, list[Any]] = {"newsparse.readers": [Point("shouted", Shouted())]}
    points["newsparse.writers"] = [Point("counted", Counted())]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: points[group])


class Point:
    def __init__(self, name: str, thing: object) -> None:
        self.name = name
        self.thing = thing

    def load(self) -> object:
        return self.thing


@pytest.mark.usefixtures("third_parties")
def test_a_third_partys_reader_is_found_by_its_name() -> None:
    records = list(newsparse.parse_all(ARTICLE, form="shouted"))
    assert [record.source.document for record in records] == [1, 2]
    assert [record.source.form for record in records] == ["shouted", "shouted"]
    for record in records:
        assert all(record.text[quote.start : quote.end] == quote.text for quote in record.quotes)


@pytest.mark.usefixtures("third_parties")
def test_several_documents_are_an_error_where_one_is_asked_for() -> None:
    with pytest.raises(SeveralDocumentsError, match="use parse_all"):
        newsparse.parse(ARTICLE, form="shouted")


@pytest.mark.usefixtures("third_parties")
def test_a_third_partys_writer_is_found_by_its_name() -> None:
    assert newsparse.write(newsparse.parse(ARTICLE), "counted") == "1\n"


@pytest.mark.usefixtures("third_parties")
def test_a_name_that_nobody_has_is_an_error_that_lists_ours() -> None:
    with pytest.raises(UnknownFormatError, match="json, jsonl, markdown, html"):
        newsparse.write(newsparse.parse(ARTICLE), "docx")


def test_json_written_is_read_back_as_the_same_record() -> None:
    record = newsparse.parse(ARTICLE)
    again = newsparse.read(newsparse.write(record, "json"))
    assert again == record
    assert again.to_dict() == record.to_dict()
    assert newsparse.Record.from_dict(record.to_dict()) == record


@pytest.mark.parametrize("text", ["not JSON", "{}", "[]", '{"headline": 1}'])
def test_what_is_no_record_is_an_error(text: str) -> None:
    with pytest.raises(BadRecordError):
        newsparse.read(text)


def test_only_what_carries_a_record_has_a_way_back() -> None:
    with pytest.raises(UnknownFormatError):
        newsparse.read("source,headline", "csv")
    with pytest.raises(BadRecordError):
        newsparse.read("# Ferry", "markdown")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("headline", 7),
        ("bullets", "one"),
        ("quotes", [{"text": "x"}]),
        ("metadata", {"a": 1}),
        ("blocks", [{"kind": 1}]),
    ],
)
def test_a_record_with_a_wrong_type_names_the_place(place: str, value: object) -> None:
    data = {**newsparse.parse(ARTICLE).to_dict(), place: value}
    with pytest.raises(BadRecordError, match=place):
        newsparse.Record.from_dict(data)


def test_an_unknown_or_missing_key_is_named() -> None:
    data = newsparse.parse(ARTICLE).to_dict()
    with pytest.raises(BadRecordError, match="'slug' is unknown"):
        newsparse.Record.from_dict({**data, "slug": "x"})
    del data["deck"]
    with pytest.raises(BadRecordError, match="'deck' is missing"):
        newsparse.Record.from_dict(data)


def test_a_language_is_a_tag() -> None:
    assert newsparse.parse(ARTICLE, language="en-GB").language == "en-GB"
    with pytest.raises(UnknownLanguageError, match="not a language tag"):
        newsparse.parse(ARTICLE, language="English please")


def test_a_file_gives_its_records(tmp_path: Any) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    [record] = newsparse.parse_file(path)
    assert record.headline == "Ferry returns to Port Alder"
    with pytest.raises(TooLargeError):
        list(newsparse.parse_file(path, max_bytes=10))


def test_records_and_errors_cross_process_borders_whole() -> None:
    record = newsparse.parse(ARTICLE)
    assert pickle.loads(pickle.dumps(record)) == record
    error = pickle.loads(pickle.dumps(NotTextError("NUL byte", offset=4, path="photo.jpg")))
    assert (str(error), error.offset) == (
        "photo.jpg: not text (NUL byte at offset 4); newsparse reads text and HTML",
        4,
    )


def test_the_public_names_are_there_and_no_others() -> None:
    assert set(dir(newsparse)) == set(newsparse.__all__)
    assert all(getattr(newsparse, name) is not None for name in newsparse.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = newsparse.nonsense


def test_parse_is_the_function_whatever_was_imported_before() -> None:
    import newsparse.pipeline

    assert callable(newsparse.parse)
    assert newsparse.pipeline.parse is newsparse.parse
