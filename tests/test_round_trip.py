"""What newsparse wrote is read back: JSON to the letter; Markdown and HTML with the same fields, text and places."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.colophon import HTML, MARKDOWN, colophon, records
from newsparse.errors import BadRecordError
from newsparse.formats import WriteOptions, choose_reader, writer
from newsparse.model import (
    BODY_KINDS,
    Author,
    BlockPlace,
    BodyItem,
    Byline,
    Caption,
    Cue,
    Dateline,
    Kind,
    Note,
    Quote,
    Record,
    SourceInfo,
    Speaker,
)
from newsparse.pipeline import parse_all
from tests.test_goldens import INPUTS, articles_of
from tests.texts import texts
from tests.writers.factories import bridge
from tests.writers.payloads import HTML as TAGS
from tests.writers.payloads import MARKDOWN as SIGNS
from tests.writers.payloads import UNSEEN

PAGES = {"markdown": "page.md", "html": "page.html"}

_words = st.one_of(
    st.text(max_size=40), st.sampled_from((*TAGS, *SIGNS, "The bridge will close, the city said.", "“It will do,”"))
)
_maybe = st.none() | _words
_numbers = st.integers(0, 90)
_kinds = st.sampled_from(sorted(Kind))
_several = st.lists(_words, max_size=3).map(tuple)
_speakers = st.builds(Speaker, _maybe, _words, _maybe, _numbers, _numbers)
_quotes = st.builds(
    Quote,
    text=_words,
    start=_numbers,
    end=_numbers,
    kind=st.sampled_from(("direct", "partial")),
    speaker=st.none() | _speakers,
    cue=st.none() | st.builds(Cue, _words, _numbers, _numbers),
    utterance=_numbers,
    block=st.integers(0, 3),
)
_captions = st.builds(Caption, _maybe, _maybe, _maybe, _maybe, _several, _numbers, _numbers)
_items = st.builds(BodyItem, st.sampled_from(sorted(BODY_KINDS)), _words, _maybe)
generated = st.builds(
    Record,
    source=st.builds(
        SourceInfo, _words, _words, _maybe, st.just("0f" * 32), _numbers, _numbers, _numbers, st.just("extracted")
    ),
    language=st.sampled_from((None, "en", "ar-EG")),
    headline=_maybe,
    deck=_maybe,
    bullets=_several,
    byline=st.none() | st.builds(Byline, _words, st.lists(st.builds(Author, _words, _maybe), max_size=2).map(tuple)),
    dateline=st.none() | st.builds(Dateline, _words, _maybe, _maybe, _maybe),
    published=st.sampled_from((None, "2024-06-03")),
    updated=st.sampled_from((None, "2024-06-03T11:00:00+02:00")),
    captions=st.lists(_captions, max_size=2).map(tuple),
    quotes=st.lists(_quotes, max_size=3).map(tuple),
    body=st.lists(_items, max_size=5).map(tuple),
    boilerplate=_several,
    unclassified=_several,
    metadata=st.dictionaries(_words, _words | _several, max_size=3),
    notes=st.lists(st.builds(Note, _words, _words, st.none() | _numbers), max_size=2).map(tuple),
    blocks=st.lists(st.builds(BlockPlace, _kinds, _numbers, _numbers, _numbers, _maybe), min_size=4, max_size=6).map(
        tuple
    ),
    text=_words,
)


def fields(record: Record) -> dict[str, Any]:
    """All that a record says and its text, but what the places count in."""
    said = record.to_dict()
    return {**said, "source": {**said["source"], "offsets": None}, "text": record.text}


@given(generated)
def test_json_gives_any_record_back_to_the_letter(record: Record) -> None:
    assert newsparse.read(newsparse.write(record), "json").to_dict() == record.to_dict()


@pytest.mark.parametrize("form", PAGES)
@given(generated)
def test_a_page_gives_any_record_back(form: str, record: Record) -> None:
    assert fields(newsparse.read(newsparse.write(record, form), form)) == fields(record)


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize("payload", [*TAGS, *SIGNS, *UNSEEN])
def test_a_page_carries_what_it_may_not_show(form: str, payload: str) -> None:
    record = replace(bridge(), headline=payload, boilerplate=(payload,), text=payload)
    assert fields(newsparse.read(newsparse.write(record, form), form)) == fields(record)


@pytest.mark.parametrize("form", PAGES)
@given(texts)
def test_a_parsed_article_comes_back_through_the_front_door(form: str, text: str) -> None:
    record = newsparse.parse(text, name="a.txt", form="plain")
    page = newsparse.write(record, form).encode("utf-8", "replace")
    assert fields(newsparse.parse(page, name=PAGES[form])) == fields(record)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
@pytest.mark.parametrize("form", [*PAGES, "json", "jsonl"])
def test_every_article_of_ours_comes_back(form: str, path: Any) -> None:
    found = articles_of(path)
    page = "".join(writer(form).write(found, WriteOptions())).encode()
    back = list(parse_all(page, name=PAGES.get(form, f"page.{form}")))
    if form in PAGES:
        assert [fields(record) for record in back] == [fields(record) for record in found]
        assert all(record.source.offsets == "extracted" for record in back)
    else:
        assert [record.to_dict() for record in back] == [record.to_dict() for record in found]


@pytest.mark.parametrize("form", PAGES)
def test_the_places_of_a_record_read_back_cut_its_text(form: str) -> None:
    record = newsparse.read(newsparse.write(bridge(), form), form)
    assert [record.text[quote.start : quote.end] for quote in record.quotes] == [q.text for q in bridge().quotes]


@pytest.mark.parametrize("form", PAGES)
def test_a_page_that_somebody_changed_is_read_anew_and_says_so(form: str) -> None:
    page = newsparse.write(bridge(), form).replace("Harbour bridge to close", "Harbour bridge to open")
    record = newsparse.parse(page, name=PAGES[form])
    assert record.headline == "Harbour bridge to open for repairs"
    assert "read-anew" in [note.code for note in record.notes]
    assert [quote.speaker and quote.speaker.name for quote in record.quotes] == ["Mara Lindqvist", "Mara Lindqvist"]
    with pytest.raises(BadRecordError, match="changed"):
        newsparse.read(page, form)


def test_line_ends_of_another_system_change_nothing() -> None:
    page = newsparse.write(bridge(), "markdown").replace("\n", "\r\n")
    assert fields(newsparse.parse(page, name="page.md")) == fields(bridge())


def test_markdown_of_ours_is_known_whatever_its_name() -> None:
    page = newsparse.write(bridge(), "markdown", WriteOptions(front_matter=True))
    assert newsparse.parse(page, name="page.txt").headline == bridge().headline


@pytest.mark.parametrize(
    "said",
    [
        "{}",
        "[]",
        "nonsense",
        '{"newsparse":"1.0","page":[0,"e3b0c44298fc1c14"],"record":{"headline":[0,90]}}',
        '{"newsparse":"1.0","page":[0,"e3b0c44298fc1c14"],"record":{"text":[[0]],"blocks":{"keys":[],"rows":[[1]]}}}',
    ],
)
def test_a_colophon_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(BadRecordError):
        list(records(f"{MARKDOWN.before}{said}{MARKDOWN.after}", MARKDOWN))
    with pytest.raises(BadRecordError):
        list(records(HTML.before, HTML))


def test_a_colophon_is_one_printable_line_that_ends_no_attribute() -> None:
    said = colophon(replace(bridge(), headline="<'>&`\x1b\u2028\ud800"), "", HTML)
    said = said.removeprefix(HTML.before).removesuffix(HTML.after)
    assert said.isprintable()
    assert not set("<>&'`") & set(said)


def test_words_that_the_page_shows_are_not_said_twice() -> None:
    page = newsparse.write(bridge(), "markdown")
    assert page.count("The old harbour bridge will close for six weeks") == 1


def test_a_record_among_articles_as_json_is_a_record() -> None:
    lines = newsparse.write(bridge(), "jsonl") + '{"title": "Tolls to rise", "text": "The toll will rise."}\n'
    first, second = parse_all(lines.encode(), name="feed.jsonl")
    assert first.to_dict() == bridge().to_dict()
    assert (second.headline, second.source.form) == ("Tolls to rise", "json")
    assert choose_reader(newsparse.decode.decode(lines.encode(), name="x"))[0] == "json"


def test_a_fault_behind_a_record_stands_among_its_notes() -> None:
    lines = newsparse.write(bridge(), "jsonl") + "not JSON\n"
    [record] = parse_all(lines.encode(), name="feed.jsonl")
    assert [note.code for note in record.notes] == [*(note.code for note in bridge().notes), "bad-line"]


def test_a_record_that_was_spoilt_is_a_bad_line() -> None:
    lines = newsparse.write(bridge(), "jsonl").replace('"bullets": [', '"bullets": [7, ') + newsparse.write(
        bridge(), "jsonl"
    )
    [record] = parse_all(lines.encode(), name="feed.jsonl")
    assert "record.bullets[0]" in record.notes[-1].message or "bad-line" in [note.code for note in record.notes]
