"""Articles as JSON: lines, lists, one object; the keys of the common collections; what is wrong has its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsparse import Record
from newsparse.decode import from_text
from newsparse.errors import EmptyInputError, NewsparseError, UnknownFormatError
from newsparse.formats import choose_reader
from newsparse.pipeline import parse, parse_all
from tests.cli.conftest import Here

TEXT = "The toll on the Sorrel bridge will rise, the city said.\n\n“We waited,” said Mara Lindqvist."


def lines(*articles: Any) -> str:
    return "".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in articles)


def notes(record: Record) -> list[tuple[str, int | None, int | None]]:
    return [(note.message, note.line, note.column) for note in record.notes if note.code == "bad-line"]


@pytest.mark.parametrize(
    "article",
    [
        {"title": "Toll to rise", "maintext": TEXT, "authors": ["Ada Quill"], "date_publish": "2031-05-04 10:00:00"},
        {"headline": "Toll to rise", "body": TEXT, "author": "Ada Quill", "date": "2031-05-04T10:00:00"},
        {"title": "Toll to rise", "text": TEXT, "byline": "Ada Quill", "published": "2031-05-04T10:00:00.000"},
        {"title": "Toll to rise", "content": TEXT, "author": {"name": "Ada Quill"}, "pubDate": "2031-05-04T10:00:00"},
    ],
)
def test_common_keys_are_known(article: dict[str, Any]) -> None:
    record = parse(lines({**article, "url": "https://example.org/toll", "tags": ["roads", "city"], "n": 7, "x": {}}))
    assert (record.source.form, record.source.offsets) == ("json", "extracted")
    assert record.headline == "Toll to rise"
    assert record.byline is not None
    assert [author.name for author in record.byline.authors] == ["Ada Quill"]
    assert record.published == "2031-05-04T10:00:00"
    assert record.metadata == {"url": "https://example.org/toll", "tags": ("roads", "city"), "n": "7"}
    assert record.text == TEXT
    (quote,) = record.quotes
    assert record.text[quote.start : quote.end] == "We waited,"


def test_each_line_is_a_document_with_its_place() -> None:
    text = lines({"title": "One", "text": TEXT}, "", {"title": "Two", "text": TEXT})
    one, two = parse_all(text.replace("\n", "\r\n"))
    assert (one.headline, two.headline) == ("One", "Two")
    assert (one.source.document, two.source.document) == (1, 2)
    assert json.loads(text.replace("\n", "\r\n")[two.source.start : two.source.end])["title"] == "Two"
    assert {block.line for block in two.blocks} == {3}


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_and_an_object_over_lines_are_read(indent: int | None) -> None:
    articles = [{"title": "One", "text": TEXT}, {"title": "Two", "text": TEXT}]
    assert [record.headline for record in parse_all(json.dumps(articles, indent=indent))] == ["One", "Two"]
    assert parse(json.dumps(articles[0], indent=indent)).headline == "One"


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    bad = ['{"title": "Two', {"title": "Three"}, {"text": "a\0b"}]
    text = lines({"title": "One", "text": TEXT}, *bad, {"text": TEXT}, "7")
    one, last = parse_all(text)
    assert notes(one) == [
        ("not JSON: unterminated string starting at; line skipped", 2, 11),
        (
            "no article, no text under maintext, text, body, content; --text-key tells where it is; line skipped",
            3,
            None,
        ),
        ("not text (NUL character at offset 1); newsparse reads text and HTML; line skipped", 4, None),
    ]
    assert [line for _, line, _ in notes(last)] == [6]


def test_a_bad_first_line_is_told_too() -> None:
    (record,) = parse_all(lines('{"title": ', {"text": TEXT}), form="json")
    assert [line for _, line, _ in notes(record)] == [1]


@pytest.mark.parametrize("text", ["[1, 2]", '{"a": 1}\n', "{", "[" * 100_000, '{"a": ' * 100_000, '{"text": " "}'])
def test_what_is_no_article_is_an_error_or_plain_text(text: str) -> None:
    with pytest.raises(NewsparseError):
        list(parse_all(text, form="json"))
    assert choose_reader(from_text(text))[0] == "plain"


def test_nothing_is_an_error_too() -> None:
    with pytest.raises(EmptyInputError):
        list(parse_all("[]", form="json"))


def test_a_title_that_the_text_repeats_is_the_headline_once() -> None:
    record = parse(lines({"title": "Toll to Rise", "text": f"Toll to rise\n\n{TEXT}"}))
    assert record.headline == "Toll to rise"
    assert record.body[0].text.startswith("The toll")


def test_another_key_may_be_named(here: Here, folder: object) -> None:
    Path("feed.jsonl").write_text(lines({"title": "One", "story": TEXT}, {"title": "Two", "text": TEXT}), "utf-8")
    ended = here("convert", "feed.jsonl", "--text-key", "story", "--fields", "headline")
    assert (ended.code, ended.out) == (1, '{"headline": "One"}\n')
    assert ended.err.startswith("feed.jsonl:2: error: no article, no text under story")
    assert here("convert", "feed.jsonl", "--text-key", "story", "-f", "html").code == 2
    with pytest.raises(UnknownFormatError):
        list(parse_all(TEXT, form="nonesuch:story"))
    assert len(list(parse_all(TEXT, form="plain:story"))) == 1


def test_a_batch_writes_a_file_a_line(here: Here, folder: object) -> None:
    Path("feed.jsonl").write_text(lines({"title": "One", "text": TEXT}, {"title": "Two", "text": TEXT}), "utf-8")
    ended = here("batch", "feed.jsonl", "-o", "out", "--dry-run")
    assert ended.out == "feed.jsonl -> out/feed.json\n"
    assert here("batch", "feed.jsonl", "-o", "out").code == 0
    assert json.loads(Path("out/feed-002.json").read_text("utf-8"))["headline"] == "Two"


def test_language_and_oddities_of_values() -> None:
    odd = {"title": "  Toll  to rise ", "text": TEXT, "language": "en-GB", "authors": [], "date": "May 4", "ok": True}
    record = parse(lines(odd))
    assert (record.language, record.headline, record.published) == ("en-GB", "Toll to rise", None)
    assert record.metadata == {"date": "May 4"}
    assert parse(lines({"text": TEXT, "lang": "no language"})).language == "en"
