"""JSON and JSON lines: exact, strict, safe to print, and the way back."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import Record, WriteOptions, read, write
from newsparse.errors import UnknownFieldError
from newsparse.exchange import KEYS
from newsparse.writers import to_json, to_jsonl
from tests.writers.factories import bridge, hostile
from tests.writers.payloads import HTML, UNSEEN

STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


def test_the_json_is_the_dict_of_the_record() -> None:
    assert json.loads(write(bridge())) == bridge().to_dict()


def test_keys_come_in_the_published_order() -> None:
    assert tuple(json.loads(write(bridge()))) == KEYS


def test_compact_json_is_one_line_and_indented_json_is_many() -> None:
    assert write(bridge()).count("\n") == 1
    assert write(bridge(), "json", WriteOptions(indent=True)).startswith('{\n  "schema_version": "1.0",\n')


def test_json_lines_are_never_indented() -> None:
    chunks = list(to_jsonl.write([bridge(), bridge()], WriteOptions(indent=True)))
    assert [chunk.count("\n") for chunk in chunks] == [1, 1]


@pytest.mark.parametrize("fields", [(), ("headline", "quotes", "+text"), ("bullets",)])
@pytest.mark.parametrize("indent", [False, True])
def test_a_very_large_record_is_written_in_pieces_with_the_same_bytes(
    fields: tuple[str, ...], *, indent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = WriteOptions(fields=fields, indent=indent)
    records = [
        bridge(),
        hostile(UNSEEN[1]),
        replace(bridge(), quotes=(), blocks=bridge().blocks * 3, metadata={"a": ("b", "c")}),
    ]
    whole = list(to_json.write(records, options))
    monkeypatch.setattr(to_json, "_MANY", 2)
    pieces = list(to_json.write(records, options))
    assert len(pieces) > len(whole)
    assert "".join(pieces) == "".join(whole)


def test_several_records_are_several_objects() -> None:
    assert len(list(to_json.write([bridge()] * 3, WriteOptions()))) == 3


def test_letters_of_all_languages_stay_readable() -> None:
    assert "Zoë 東京 😀" in write(replace(bridge(), headline="Zoë 東京 😀"))


def test_chosen_fields_are_kept_in_the_published_order() -> None:
    data = json.loads(write(bridge(), "json", WriteOptions(fields=("quotes", "headline"))))
    assert list(data) == ["headline", "quotes"]


def test_the_text_is_added_to_chosen_fields() -> None:
    data = json.loads(write(bridge(), "json", WriteOptions(fields=("headline", "+text"))))
    assert data == {"headline": bridge().headline, "text": bridge().text}


def test_the_text_alone_is_added_to_all_fields() -> None:
    data = json.loads(write(bridge(), "jsonl", WriteOptions(fields=("+text",))))
    assert tuple(data) == (*KEYS, "text")
    assert Record.from_dict(data).text == bridge().text


@pytest.mark.parametrize("module", [to_json, to_jsonl])
@pytest.mark.parametrize("name", ["headlines", "text", "", "+headline"])
def test_an_unknown_field_is_an_error_before_anything_is_written(module: object, name: str) -> None:
    with pytest.raises(UnknownFieldError, match="headline, deck"):
        module.write([], WriteOptions(fields=("headline", name)))  # type: ignore[attr-defined]


@pytest.mark.parametrize("payload", UNSEEN)
@pytest.mark.parametrize("indent", [False, True])
def test_no_character_can_steer_a_screen(payload: str, *, indent: bool) -> None:
    text = write(hostile(payload), "json", WriteOptions(indent=indent))
    assert not STEERS.search(text)
    assert text.encode("utf-8")
    assert len(text.splitlines()) == text.count("\n")


@given(ANY_TEXT)
def test_any_text_comes_back_but_for_lone_surrogates(words: str) -> None:
    said = "".join("\ufffd" if "\ud800" <= mark <= "\udfff" else mark for mark in words)
    text = write(replace(bridge(), headline=words, metadata={words: words}))
    assert "\\ud" not in text.replace("\\\\", "").lower() or "\\ud" in said.lower()
    assert json.loads(text.encode("utf-8"))["headline"] == said


@pytest.mark.parametrize("payload", HTML)
def test_a_record_comes_back_from_its_json(payload: str) -> None:
    assert read(write(hostile(payload))) == hostile(payload)
    assert Record.from_dict(bridge().to_dict()) == bridge()
