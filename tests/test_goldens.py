"""Every article of fixtures/articles gives the record that stands beside it, checked against the published schema."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsparse.decode import decode
from newsparse.formats import choose_reader
from newsparse.model import Record
from newsparse.pipeline import parse_all
from newsparse.schema import text as schema_text
from tests.cases import FIXTURES, load_cases

NOTHING = "(nothing)"
ARTICLES = FIXTURES / "articles"
INPUTS = sorted(
    path
    for path in ARTICLES.glob("*/*")
    if path.is_file() and not path.name.endswith(".golden.json") and not path.name.startswith(".")
)

KNOWN = {case["article"]: case["reason"] for case in load_cases(FIXTURES / "known-failures" / "goldens.json")}


def _golden(path: Path) -> Path:
    """The golden of an article: its name up to the last ending, and ".golden.json"."""
    return path.with_name(f"{path.stem}.golden.json")


def articles_of(path: Path) -> list[Record]:
    """The folder of an article is the form that it is read in."""
    return list(parse_all(path.read_bytes(), name=path.name, form=path.parent.name))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text()))


def _as_json(records: list[Record]) -> str:
    return json.dumps([record.to_dict() for record in records], ensure_ascii=False, indent=1) + "\n"


def _parameter(path: Path) -> Any:
    """An article whose golden says what should be, not what is, is marked with the reason."""
    name = f"{path.parent.name}/{path.name}"
    mark = pytest.mark.xfail(strict=True, raises=AssertionError, reason=KNOWN.get(name, ""))
    return pytest.param(path, id=name, marks=mark if name in KNOWN else ())


@pytest.mark.parametrize("path", [_parameter(path) for path in INPUTS])
def test_an_article_gives_its_golden(path: Path, *, accept: bool) -> None:
    found = _as_json(articles_of(path))
    golden = _golden(path)
    if accept:
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert golden.is_file(), f"{golden.name} is missing: read what newsparse gives, then pytest --accept"
    told = "\n".join(_differences(json.loads(found), json.loads(golden.read_text(encoding="utf-8")), ""))
    assert not told, f"{path.name}\n{told}"


def _differences(found: Any, wanted: Any, place: str) -> Iterator[str]:
    """A line a value that is not as it should be, with its place in the record."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for key in {**wanted, **found}:
            yield from _differences(found.get(key, NOTHING), wanted.get(key, NOTHING), f"{place}.{key}")
    elif isinstance(found, list) and isinstance(wanted, list):
        for n, (one, other) in enumerate(zip_longest(found, wanted, fillvalue=NOTHING)):
            yield from _differences(one, other, f"{place}[{n}]")
    elif found != wanted:
        yield f"  {place.removeprefix('[0].')}: {found!r} should be {wanted!r}"


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_record_fits_the_published_schema(path: Path) -> None:
    for record in articles_of(path):
        _validator().validate(record.to_dict())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_form_is_found_by_looking(path: Path) -> None:
    assert choose_reader(decode(path.read_bytes(), name=path.name))[0] == path.parent.name


def test_no_two_articles_share_a_golden() -> None:
    goldens = [_golden(path) for path in INPUTS]
    assert len(goldens) == len(set(goldens))


def test_no_golden_is_left_without_its_article() -> None:
    assert set(ARTICLES.glob("*/*.golden.json")) <= {_golden(path) for path in INPUTS}
