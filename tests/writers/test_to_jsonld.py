"""JSON-LD: schema.org's words for the parts of an article; one document whatever the number of records."""

import json
from dataclasses import replace

import pytest

from newsparse import Record, write
from newsparse.formats import WriteOptions
from newsparse.model import Author, Byline, Dateline, Kind
from newsparse.writers import to_jsonld
from tests.writers.factories import bridge, hostile, record
from tests.writers.payloads import UNSEEN


def test_the_parts_of_an_article_have_their_words() -> None:
    found = json.loads(write(bridge(), "jsonld"))
    assert (found["@context"], found["@type"]) == ("https://schema.org", "NewsArticle")
    assert found["headline"] == "Harbour bridge to close for repairs"
    assert found["alternativeHeadline"] == "Six weeks of ferries begin in June"
    assert found["author"] == [
        {"@type": "Person", "name": "Ada Quill", "affiliation": {"@type": "Organization", "name": "Staff Writer"}}
    ]
    assert found["dateline"] == "PORT ELLERY —"
    assert (found["datePublished"], found["dateModified"]) == ("2024-06-03", "2024-06-04T08:15:00+02:00")
    assert found["abstract"] == "Ferries to run every ten minutes\nCost put at $4 million"
    assert found["articleBody"].startswith("PORT ELLERY — The old harbour bridge")
    assert found["wordCount"] == len(found["articleBody"].replace("—", "").split())
    assert found["image"] == [
        {
            "@type": "ImageObject",
            "caption": "The bridge at dusk.",
            "creditText": "Tom Weld/Harbour Pictures",
            "creator": {"@type": "Person", "name": "Tom Weld"},
        }
    ]
    assert found["hasPart"][0] == {
        "@type": "Quotation",
        "text": "We waited for the dry season,",
        "spokenByCharacter": {"@type": "Person", "name": "Mara Lindqvist", "jobTitle": "city engineer"},
    }


def test_what_is_not_there_is_left_out() -> None:
    assert json.loads(write(replace(record(()), language=None), "jsonld")) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
    }


def test_an_agency_is_an_organisation() -> None:
    byline = Byline(
        "By Ada Quill, AFP and Harbour Press", (Author("Ada Quill"), Author("AFP"), Author("Harbour Press"))
    )
    found = replace(bridge(), byline=byline, dateline=Dateline("X (Harbour Press) —", "X", "Harbour Press", None))
    kinds = [author["@type"] for author in json.loads(write(found, "jsonld"))["author"]]
    assert kinds == ["Person", "Organization", "Organization"]


def test_words_are_not_counted_where_no_space_parts_them() -> None:
    found = replace(record([(Kind.PARAGRAPH, "橋は月曜に閉じる。")]), language="ja")
    assert "wordCount" not in json.loads(write(found, "jsonld"))


@pytest.mark.parametrize("number", [0, 1, 2, 3])
@pytest.mark.parametrize("indent", [True, False])
def test_several_records_are_one_graph(number: int, indent: bool) -> None:  # noqa: FBT001
    text = "".join(to_jsonld.write([bridge()] * number, WriteOptions(indent=indent)))
    if number:
        found = json.loads(text)
        assert len(found.get("@graph", [found])) == number
        assert text.endswith("\n")
    else:
        assert text == ""


@pytest.mark.parametrize("payload", UNSEEN)
def test_no_control_character_is_written_raw(payload: str) -> None:
    of: Record = hostile(payload)
    assert write(of, "jsonld").replace("\n", "").isprintable()
