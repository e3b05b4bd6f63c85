"""ninjs 3.1: every output fits the schema; the parts of an article are where the standard has them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from newsparse import Record, write
from newsparse.model import Dateline
from newsparse.writers.to_ninjs import item
from tests.test_goldens import INPUTS, articles_of
from tests.test_round_trip import generated
from tests.writers.factories import bridge, hostile, record
from tests.writers.ninjs_schema import schema
from tests.writers.payloads import HTML, UNSEEN

VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def made(of: Record) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(write(of, "ninjs"))
    VALIDATOR.validate(loaded)
    return loaded


def test_the_schema_refuses_what_is_no_ninjs() -> None:
    good = made(bridge())
    for spoilt in ({**good, "byline": "x"}, {**good, "firstCreated": 7}, {**good, "headlines": [{"role": "main"}]}):
        assert not VALIDATOR.is_valid(spoilt)
    assert not VALIDATOR.is_valid({key: value for key, value in good.items() if key != "uri"})


def test_the_parts_of_an_article_have_their_members() -> None:
    found = made(replace(bridge(), dateline=Dateline("PORT ELLERY (AP) —", "PORT ELLERY", "AP", None)))
    assert found["standard"]["version"] == "3.1"
    assert found["headlines"] == [
        {"role": "main", "value": "Harbour bridge to close for repairs"},
        {"role": "subhead", "value": "Six weeks of ferries begin in June"},
    ]
    assert (found["by"], found["located"]) == ("By Ada Quill, Staff Writer", "PORT ELLERY")
    assert found["versionCreated"] == "2024-06-04T08:15:00+02:00"
    assert "firstCreated" not in found
    assert {"role": "published", "value": "2024-06-03"} in found["descriptions"]
    assert [body["contentType"] for body in found["bodies"]] == ["text/plain", "text/html"]
    assert found["people"] == [{"name": "Ada Quill", "rel": "author"}, {"name": "Mara Lindqvist", "rel": "quoted"}]
    assert found["infoSources"] == [{"name": "AP", "role": "agency"}]


def test_pictures_and_quotations_are_associated() -> None:
    picture, first, second = made(bridge())["associations"]
    assert (picture["type"], picture["by"]) == ("picture", "Tom Weld")
    assert picture["descriptions"][0] == {"role": "caption", "value": "The bridge at dusk."}
    assert (first["rel"], second["name"]) == ("quotation", "Quotation 2")
    assert first["bodies"] == [{"role": "quotation", "value": "We waited for the dry season,"}]
    assert first["people"] == [{"name": "Mara Lindqvist", "rel": "speaker"}]


def test_the_uri_names_the_bytes_and_the_document() -> None:
    of = replace(bridge(), source=replace(bridge().source, document=2))
    assert item(bridge())["uri"] == "ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    assert item(of)["uri"].endswith("?document=2")


def test_minutes_get_their_seconds() -> None:
    assert item(replace(bridge(), published="2024-06-03T11:04Z"))["firstCreated"] == "2024-06-03T11:04:00Z"
    assert "firstCreated" not in item(replace(bridge(), published="2024-06-03T11:04"))


def test_an_empty_record_is_an_object_with_its_uri() -> None:
    assert set(made(record(()))) == {"uri", "standard", "type", "representationType", "language"}


@pytest.mark.parametrize("payload", [*HTML, *UNSEEN])
def test_hostile_text_makes_no_markup(payload: str) -> None:
    html = "".join(
        body["value"] for body in made(hostile(payload)).get("bodies", ()) if body["contentType"] == "text/html"
    )
    assert "<script" not in html
    assert "<img" not in html


@given(generated)
def test_any_record_fits_the_schema(of: Record) -> None:
    made(of)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_every_article_of_ours_fits_the_schema(path: Any) -> None:
    for of in articles_of(path):
        made(of)
