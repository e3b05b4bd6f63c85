"""Laws of the page, for any article: nothing is lost, nothing acts, nothing sticks out."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.cli.screens.cells import Line, for_screen, line_len
from newsparse.cli.screens.screen import Screen
from newsparse.cli.views.cards import cards_of
from newsparse.cli.views.page import page
from newsparse.cli.views.sheet import Marks, Sheet, sheet_of, sheet_on
from newsparse.model import Kind, Record
from newsparse.pipeline import parse, parse_all
from tests.cases import FIXTURES
from tests.cli.conftest import ARTICLE
from tests.texts import texts

PLAIN = Marks(quotes=False, captions=False)
ARTICLES = sorted(path for path in FIXTURES.glob("articles/*/*") if not path.name.endswith(".golden.json"))
_JOINERS = "\u200c\u200d"
_AROUND_NUMBERS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"  # visible, though called formats
_DIRECTIONS = "\u200e\u200f"  # ours, around text that runs from right to left


def written(lines: Iterator[Line]) -> str:
    return "".join(Screen().written(lines))


def letters(text: str) -> str:
    return "".join(c for c in for_screen(text) if c.isalnum())


def check_that_nothing_is_lost(record: Record) -> None:
    shown = letters(written(page(record, sheet_of(60, PLAIN, drawn=False))))
    for block in record.blocks:
        text = record.text[block.start : block.end]
        if block.kind in (Kind.CAPTION, Kind.CREDIT):  # text and credit stand apart
            assert all(letters(word) in shown for word in text.split())
        else:
            assert letters(text) in shown, block.kind


@settings(deadline=None)
@given(texts)
def test_every_block_is_shown(text: str) -> None:
    for record in parse_all(text, form="plain"):
        check_that_nothing_is_lost(record)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_block_of_our_articles_is_shown(path: object) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    for record in parse_all(path.read_bytes(), form=path.parent.name):
        check_that_nothing_is_lost(record)


@settings(deadline=None)
@given(text=texts, columns=st.sampled_from([10, 11, 24, 40, 80, 103, 200]), drawn=st.booleans())
def test_no_line_is_wider_than_the_screen(text: str, columns: int, *, drawn: bool) -> None:
    record = parse(text, form="plain")
    sheet = sheet_on(columns, Marks(), drawn=drawn)
    for line in (*page(record, sheet), *cards_of([record, record], sheet)):
        assert line_len(line) <= columns


@settings(deadline=None)
@given(text=texts, drawn=st.booleans())
def test_nothing_of_the_article_acts_on_a_terminal(text: str, *, drawn: bool) -> None:
    record = parse(text, form="plain")
    allowed = "\n" + _JOINERS + (_DIRECTIONS if drawn else "")
    shown = written(page(record, sheet_on(80, Marks(), drawn=drawn)))
    acting = [c for c in shown if not c.isprintable() and c not in allowed and not c.isspace()]
    assert [c for c in acting if unicodedata.category(c) != "Co" and c not in _AROUND_NUMBERS] == []
    assert "\x1b" not in shown


def test_a_record_without_its_text_or_blocks_is_shown_all_the_same() -> None:
    from dataclasses import replace

    whole = parse(ARTICLE)
    for record in (replace(whole, text=""), replace(whole, blocks=(), text="")):
        shown = " ".join(written(page(record, sheet_of(200, PLAIN, drawn=False))).split())
        for part in (
            "Harbour bridge to close",
            "By Ada Quill",
            "2024-06-03",
            "for six weeks",
            "Ina Storm",
            "Read more",
        ):
            assert part in shown


def test_what_stood_around_the_article_stands_at_its_end() -> None:
    shown = written(page(parse(ARTICLE), sheet_of(80, Marks(), drawn=False)))
    assert shown.endswith("\n\nAround the article\nRead more: What the ferries carry\n")


def test_short_boilerplate_shares_a_line() -> None:
    path = FIXTURES / "articles" / "plain" / "page_paste_with_menus.txt"
    shown = written(page(parse(path.read_bytes()), sheet_of(200, Marks(), drawn=True)))
    assert "Home · News · Sport · Opinion" in shown


def test_names_stand_beside_the_text_where_there_is_room() -> None:
    shown = written(page(parse(ARTICLE), sheet_on(140, Marks(), drawn=True))).splitlines()
    lines = [line for line in shown if "said M" in line]
    assert lines[0].rstrip().endswith("Mara Lindqvist, the city engineer")
    assert "— Mara" not in lines[0]


def test_the_role_is_told_once() -> None:
    again = ARTICLE.replace("Read more", "“We wait,” said Lindqvist.\n\nRead more")
    shown = written(page(parse(again), sheet_of(80, Marks(), drawn=False)))
    assert shown.count("    — Mara Lindqvist, the city engineer\n") == 1
    assert shown.count("    — Mara Lindqvist\n") == 1


def test_notes_stand_at_the_foot() -> None:
    text = ARTICLE.replace("ferries,” said", "ferries, said")
    shown = written(page(parse(text), sheet_of(80, Marks(), drawn=False)))
    assert "\n\nNotes\n* line " in shown
    assert "never closed" in shown


def test_arabic_is_flush_right_and_only_where_signs_are_drawn() -> None:
    record = parse((FIXTURES / "preview" / "arabic.txt").read_bytes())
    first = next(iter(page(record, Sheet(40, 40, signs=sheet_on(80, PLAIN, drawn=True).signs, marks=PLAIN))))
    assert line_len(first) == 40
    assert first[1] == ("\u200f", "")
    plain = written(page(record, sheet_of(40, PLAIN, drawn=False)))
    assert plain.startswith("العبّارة")
    assert not set(plain) & set(_DIRECTIONS)


def test_what_a_headline_quotes_is_bold_in_the_colour_of_the_speaker() -> None:
    text = "‘We will wait,’ says mayor Edda Norheim\n\nBy Ada Quill\n\n“We will wait,” said Edda Norheim, the mayor.\n"
    first = next(iter(page(parse(text), sheet_of(80, Marks(), drawn=False))))
    assert ("We will wait,", "name0") in [("".join(t for t, _ in run), style) for style, run in _runs(first)]
    assert {style for _, style in next(iter(page(parse(text), sheet_of(80, PLAIN, drawn=False))))} == {"headline"}


def _runs(line: Line) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(style, list(run)) for style, run in groupby(line, key=lambda piece: piece[1])]
