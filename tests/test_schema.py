"""The checked-in schema is valid, exact, and fits every record."""

import json
import re
from copy import deepcopy
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from newsparse import Record, WriteOptions, model, write
from newsparse.exchange import KEYS
from newsparse.schema import text
from tests.writers.factories import bridge, hostile, record
from tests.writers.payloads import HTML, MARKDOWN

SCHEMA: dict[str, Any] = json.loads(text())
VALIDATOR = Draft202012Validator(SCHEMA)
OBJECTS = {
    "source": model.SourceInfo,
    "byline": model.Byline,
    "author": model.Author,
    "dateline": model.Dateline,
    "caption": model.Caption,
    "quote": model.Quote,
    "speaker": model.Speaker,
    "cue": model.Cue,
    "body_item": model.BodyItem,
    "note": model.Note,
    "block": model.BlockPlace,
}
PRIVATE = {"rule", "because", "column"}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert text().endswith("}\n")


def test_the_keys_of_a_record_are_all_required_and_no_others_known() -> None:
    assert tuple(SCHEMA["required"]) == KEYS
    assert set(SCHEMA["properties"]) == {*KEYS, "text"}
    assert SCHEMA["additionalProperties"] is False


@pytest.mark.parametrize("name", OBJECTS)
def test_the_keys_of_each_object_are_the_fields_of_its_class(name: str) -> None:
    part = SCHEMA["$defs"][name]
    hidden = PRIVATE if name in ("quote", "note") else set()
    assert part["required"] == [item.name for item in fields(OBJECTS[name]) if item.name not in hidden]
    assert list(part["properties"]) == part["required"]
    assert part["additionalProperties"] is False


def test_every_object_is_described_by_a_class() -> None:
    assert set(SCHEMA["$defs"]) == {*OBJECTS, "offset"}


def test_the_kinds_are_those_of_the_model() -> None:
    parts = SCHEMA["$defs"]
    assert parts["block"]["properties"]["kind"]["enum"] == [kind.value for kind in model.Kind]
    assert set(parts["body_item"]["properties"]["kind"]["enum"]) == {kind.value for kind in model.BODY_KINDS}
    assert parts["quote"]["properties"]["kind"]["enum"] == list(get_args(model.QuoteKind))
    assert parts["source"]["properties"]["offsets"]["enum"] == list(get_args(model.OffsetsInto))
    assert SCHEMA["properties"]["schema_version"]["const"] == model.SCHEMA_VERSION


@pytest.mark.parametrize("made", [bridge(), record(()), *map(hostile, (*HTML, *MARKDOWN))])
def test_records_fit(made: Record) -> None:
    VALIDATOR.validate(json.loads(write(made)))
    VALIDATOR.validate(json.loads(write(made, "json", WriteOptions(fields=("+text",)))))


SPOILS = {
    "a key too many": lambda data: data.update(extra=1),
    "a key too few": lambda data: data.pop("deck"),
    "another version": lambda data: data.update(schema_version="2.0"),
    "a kind unheard of": lambda data: data["blocks"][0].update(kind="title"),
    "a body of another kind": lambda data: data["body"][0].update(kind="headline"),
    "an offset below nothing": lambda data: data["quotes"][0].update(start=-1),
    "a date that is none": lambda data: data.update(published="June 3, 2024"),
    "a hash that is none": lambda data: data["source"].update(sha256="abc"),
    "a rule in a quotation": lambda data: data["quotes"][0].update(rule="speaker_before"),
    "metadata of numbers": lambda data: data["metadata"].update(page=7),
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_what_is_no_record_does_not_fit(spoil: str) -> None:
    data = deepcopy(bridge().to_dict())
    SPOILS[spoil](data)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(
    "date", ["2024-06-03", "2024-06-03T08:15", "2024-06-03T08:15:00Z", "2024-06-03T08:15:00.5+02:00"]
)
def test_dates_and_date_times_fit(date: str) -> None:
    VALIDATOR.validate({**bridge().to_dict(), "published": date})


DOCUMENT = (Path(__file__).parent.parent / "docs" / "record.md").read_text(encoding="utf-8")


def test_the_manual_names_every_field_in_order() -> None:
    assert tuple(re.findall(r"^### (\w+)$", DOCUMENT, re.MULTILINE)) == KEYS


def test_the_example_of_the_manual_fits_and_its_spans_cut_its_text() -> None:
    article = DOCUMENT.split("```text\n")[1].split("```")[0]
    example = json.loads(DOCUMENT.split("```json\n")[1].split("```")[0])
    VALIDATOR.validate({**bridge().to_dict(), **example})
    for quote in example["quotes"]:
        assert article[quote["start"] : quote["end"]] == quote["text"]
        assert article[quote["speaker"]["start"] : quote["speaker"]["end"]] == quote["speaker"]["mention"]
        assert article[quote["cue"]["start"] : quote["cue"]["end"]] == quote["cue"]["text"]
