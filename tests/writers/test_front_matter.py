"""YAML front matter: one mapping, always the same keys, strings that stay strings."""

from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Author, Byline, Kind
from newsparse.writers.clean import one_line
from newsparse.writers.front_matter import front_matter
from tests.writers.factories import bridge, hostile, record
from tests.writers.payloads import HTML, MARKDOWN, UNSEEN

YAML = (
    "Budget: a war",
    "- dash",
    "? ask",
    "!!python/name:os.system",
    "&a *a",
    "{a: b}",
    "[x",
    "%YAML 1.2",
    "@x",
    "no",
    "null",
    "~",
    "1e3",
    "0x1F",
    "1:30",
    "2001-01-01",
    "---",
    "...",
    "a # b",
    "| pipe",
    "> fold",
    "<<: *x",
    '"',
    "'",
    'ends "',
    "back\\slash \\n \\",
    "😀",
    "colon:",
    "x " * 500,
)


def _loaded(text: str) -> Any:
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    return yaml.safe_load(text.removesuffix("---\n"))


def test_it_says_what_the_record_says() -> None:
    assert _loaded(front_matter(bridge())) == {
        "title": "Harbour bridge to close for repairs",
        "subtitle": "Six weeks of ferries begin in June",
        "date": "2024-06-03",
        "author": ["Ada Quill"],
        "description": "Ferries to run every ten minutes; Cost put at $4 million",
        "lang": "en",
        "source": "bridge.txt",
    }


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2024-06-03T11:04+02:00", "2024-06-03T11:04:00+02:00"),
        ("2024-06-03T11:04", "2024-06-03T11:04:00"),
        ("2024-06", None),
    ],
)
def test_a_date_is_one_that_site_makers_read(published: str, date: str | None) -> None:
    assert _loaded(front_matter(replace(bridge(), published=published)))["date"] == date


def test_what_is_not_there_is_null_or_an_empty_list() -> None:
    data = _loaded(front_matter(replace(record(()), language=None)))
    keys = ("title", "subtitle", "date", "author", "description", "lang", "source")
    assert data == {**dict.fromkeys(keys), "author": [], "source": "bridge.txt"}


@pytest.mark.parametrize("payload", [*YAML, *HTML, *MARKDOWN, *UNSEEN])
def test_a_headline_comes_back_as_the_same_string(payload: str) -> None:
    data = _loaded(front_matter(hostile(payload)))
    assert data.keys() == _loaded(front_matter(bridge())).keys()
    assert data["title"] == one_line(payload) == data["subtitle"]


@given(st.text(max_size=60))
def test_any_text_comes_back_as_the_same_string(text: str) -> None:
    named = replace(record([(Kind.HEADLINE, text)]), byline=Byline(text, (Author(text), Author("Ada Quill"))))
    data = _loaded(front_matter(named))
    assert (data["title"] or "") == one_line(text)
    assert [name or "" for name in data["author"]] == [one_line(text), "Ada Quill"]
