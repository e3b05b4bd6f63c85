"""Several files: a card each, side by side where there is room."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsparse.cli.screens.screen import Screen
from newsparse.cli.views.cards import cards_of
from newsparse.cli.views.sheet import Marks, sheet_on
from newsparse.pipeline import parse
from tests.cli.conftest import ARTICLE, Here, Process

LONG = ARTICLE.replace("We waited for the dry season", "We waited for the dry season and " * 20 + "so on")


def cards(columns: int, *articles: str, drawn: bool = True, marks: Marks | None = None) -> str:
    records = [parse(text, name=f"{n}.txt") for n, text in enumerate(articles)]
    return "".join(Screen().written(cards_of(records, sheet_on(columns, marks or Marks(), drawn=drawn))))


def test_a_card_tells_what_the_article_is() -> None:
    assert cards(60, ARTICLE) == (
        "╭─ 0.txt ──────────────────────────────────────────────────╮\n"
        "│ Harbour bridge to close for repairs                      │\n"
        "│ By Ada Quill                                             │\n"
        "│                                                          │\n"
        "│ “We waited for the dry season,”                          │\n"
        "│ — Mara Lindqvist, the city engineer                      │\n"
        "│                                                          │\n"
        "│ published 2024-06-03 · 47 words · 2 quotations ·         │\n"
        "│ 1 picture · en                                           │\n"
        "╰──────────────────────────────────────────────────────────╯\n"
    )


@pytest.mark.parametrize(("columns", "across"), [(40, 1), (80, 1), (120, 2), (200, 3)])
def test_cards_stand_side_by_side_where_there_is_room(columns: int, across: int) -> None:
    lines = cards(columns, *[ARTICLE] * 4).splitlines()
    assert lines[0].count("╭") == across
    assert max(map(len, lines)) <= columns
    assert {line.count("│") % 2 for line in lines} == {0}


def test_cards_side_by_side_are_equally_high() -> None:
    lines = cards(120, ARTICLE, LONG).splitlines()
    assert lines[-1].count("╰") == 2


def test_a_long_quotation_is_cut() -> None:
    assert " …" in cards(80, LONG)
    assert cards(80, LONG).count("We waited") < 10


def test_without_marks_or_quotations_the_opening_stands_there() -> None:
    for shown in (cards(80, ARTICLE, marks=Marks(quotes=False)), cards(80, ARTICLE.replace("“", "").replace("”", ""))):
        assert "PORT ELLERY — The old harbour bridge" in shown


def test_an_article_without_a_headline_says_so() -> None:
    record = replace(parse(ARTICLE), headline=None)
    assert "(no headline)" in "".join(Screen().written(cards_of([record], sheet_on(80, Marks(), drawn=True))))


def test_in_a_pipe_cards_are_text(here: Here, article: Path) -> None:
    Path("other.txt").write_text(ARTICLE.replace("Harbour", "Other"), encoding="utf-8")
    shown = here("preview", "article.txt", "other.txt").out
    assert shown.startswith("article.txt\nHarbour bridge to close for repairs\nBy Ada Quill\n\n“We waited")
    assert "\n\nother.txt\nOther bridge" in shown
    assert not set(shown) & set("╭│╰\x1b")


def test_one_that_fails_stops_no_other(process: Process, article: Path) -> None:
    ended = process("preview", "nope.txt", "article.txt")
    assert (ended.code, ended.err) == (1, "newsparse: nope.txt: no such file\n")
    assert "Harbour bridge" in ended.out


def test_the_standard_input_stands_alone(process: Process, article: Path) -> None:
    assert process("preview", "-", "article.txt", stdin=b"x").code == 2
