"""Web Annotations: a line each; place and words select the same run of the text."""

import json
from dataclasses import replace
from typing import Any

import pytest

from newsparse import Record, write
from tests.test_goldens import INPUTS, articles_of
from tests.writers.factories import bridge


def made(of: Record) -> list[dict[str, Any]]:
    return [json.loads(line) for line in write(of, "annotations").splitlines()]


def tagged(annotation: dict[str, Any]) -> list[str]:
    return [body["value"] for body in annotation["body"] if body["purpose"] == "tagging"]


def test_an_annotation_has_what_the_model_asks() -> None:
    first = made(bridge())[0]
    assert (first["@context"], first["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert first["id"] == f"{first['target']['source']}#block-0"
    assert [selector["type"] for selector in first["target"]["selector"]] == [
        "TextPositionSelector",
        "TextQuoteSelector",
    ]


def test_every_field_and_every_quotation_has_one() -> None:
    kinds = [tagged(annotation)[0] for annotation in made(bridge())]
    assert kinds[:4] == ["headline", "deck", "byline", "timestamp"]
    assert kinds[-3:] == ["caption", "quotation", "quotation"]
    assert kinds.count("caption") == 1
    assert "boilerplate" in kinds


def test_a_quotation_tells_its_speaker_and_a_picture_its_credit() -> None:
    *_, picture, quotation, _ = made(bridge())
    assert [body["value"] for body in quotation["body"]] == ["quotation", "direct", "Mara Lindqvist", "city engineer"]
    assert picture["body"][1] == {
        "type": "TextualBody",
        "purpose": "describing",
        "value": "Tom Weld/Harbour Pictures",
    }


def test_every_id_is_there_once() -> None:
    ids = [annotation["id"] for annotation in made(bridge())]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_place_and_words_select_the_same(path: Any) -> None:
    for of in articles_of(path):
        for annotation in made(of):
            place, words = annotation["target"]["selector"]
            start, end = place["start"], place["end"]
            assert of.text[start:end] == words["exact"]
            assert of.text[:start].endswith(words["prefix"])
            assert of.text[end:].startswith(words["suffix"])


def test_a_record_without_its_text_has_places_only() -> None:
    selectors = made(replace(bridge(), text=""))[0]["target"]["selector"]
    assert selectors == [{"type": "TextPositionSelector", "start": 0, "end": 35}]
