"""CSV: one head, right quoting, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import Record
from newsparse.formats import WriteOptions
from newsparse.model import Kind
from newsparse.writers import to_csv
from newsparse.writers.clean import one_line
from newsparse.writers.to_csv import ARTICLES, QUOTES
from tests.writers.factories import bridge, hostile, record


def rows(*records: Record, options: WriteOptions | None = None) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(to_csv.write(records, options or WriteOptions())))))


ROW_AN_ARTICLE = WriteOptions(table="articles")


def test_a_row_a_quotation_below_one_head() -> None:
    head, first, second, *others = rows(bridge(), bridge())
    assert head == list(QUOTES)
    assert first[:4] == ["bridge.txt", "Harbour bridge to close for repairs", "2024-06-03", "Mara Lindqvist"]
    assert first[4:8] == ["city engineer", "said", "direct", "We waited for the dry season,"]
    assert second[7] == "Now we can’t wait."
    assert len(others) == 2


def test_a_row_an_article() -> None:
    head, row = rows(bridge(), options=ROW_AN_ARTICLE)
    assert head == list(ARTICLES)
    found = dict(zip(head, row, strict=True))
    assert (found["authors"], found["dateline"], found["quotations"]) == ("Ada Quill", "PORT ELLERY", "2")
    assert (found["speakers"], found["captions"], found["document"]) == ("Mara Lindqvist", "1", "1")


@pytest.mark.parametrize("options", [WriteOptions(), ROW_AN_ARTICLE])
def test_the_head_stands_where_nothing_else_does(options: WriteOptions) -> None:
    assert len(rows(options=options)) == 1
    assert len(rows(record(()))) == 1


def test_a_quotation_that_nobody_says_has_empty_cells() -> None:
    quote = replace(bridge().quotes[0], speaker=None, cue=None)
    assert rows(replace(bridge(), quotes=(quote,)))[1][3:6] == ["", "", ""]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r@", "\n+", " ="])
def test_a_cell_that_a_spreadsheet_would_run_is_inert(sign: str) -> None:
    cell = rows(hostile(f"{sign}cmd|' /C calc'!A0"), options=ROW_AN_ARTICLE)[1][2]
    assert cell.startswith("'")


@given(st.text(max_size=60))
def test_any_text_is_one_cell_on_one_line(text: str) -> None:
    written = "".join(to_csv.write([record([(Kind.HEADLINE, text)])], ROW_AN_ARTICLE))
    [_, row] = csv.reader(io.StringIO(written))
    assert row[2].removeprefix("'") == one_line(text).removeprefix("'")
    assert written.count("\n") == 2
