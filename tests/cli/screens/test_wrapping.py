"""Lines of a width in cells: words of every script stay whole, nothing is lost, and long lines take their share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.cli.screens.cells import cell_len, clipped, clusters, for_screen, most_cells
from newsparse.cli.screens.screen import Screen
from newsparse.cli.screens.wrapping import wrap
from tests.pace import grows_in_proportion

_HARD = (
    "ferries 田中さん「港」、 👩‍👩‍👧‍👦 👩🏽‍🍳 ❤️ 🇩🇪🇫🇷 e\u0301\u0302 "
    "العبّارة המעבורת ｆｕｌｌ — “it” a-word-that-fills-more-than-a-line "
)
hard = st.text(st.one_of(st.sampled_from(_HARD), st.characters(exclude_categories=["Cs"])), max_size=200)


def lines(text: str, width: int) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in wrap([(text, "")], width)]


@given(hard, st.integers(2, 60))
def test_no_line_is_wider_than_its_cells(text: str, width: int) -> None:
    for line in lines(for_screen(text), width):
        assert cell_len(line) <= width
        assert most_cells(line) <= width or len(list(clusters(line))) == 1


@given(hard, st.integers(2, 60))
def test_nothing_is_lost_and_nothing_added(text: str, width: int) -> None:
    shown = for_screen(text)
    assert "".join("".join(lines(shown, width)).split()) == "".join(shown.split())


@given(st.lists(st.tuples(hard, st.sampled_from(["", "headline", "speaker0"])), max_size=6), st.integers(4, 40))
def test_every_character_keeps_its_style(pieces: list[tuple[str, str]], width: int) -> None:
    shown = [(for_screen(text), style) for text, style in pieces]
    before = [(c, style) for text, style in shown for c in text if not c.isspace()]
    after = [(c, style) for line in wrap(shown, width) for text, style in line for c in text if not c.isspace()]
    assert before == after


@given(hard)
def test_characters_as_people_take_them_make_up_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_joined_emoji_flags_and_marks_are_not_parted() -> None:
    assert list(clusters("👩🏽‍🍳e\u0301🇩🇪🇫🇷田")) == ["👩🏽‍🍳", "e\u0301", "🇩🇪", "🇫🇷", "田"]


def test_japanese_is_broken_between_characters_but_not_before_a_stop_or_behind_a_bracket() -> None:
    assert lines("店主は「時計は直せる。」と話した", 8) == ["店主は", "「時計は", "直せ", "る。」と", "話した"]


def test_words_and_characters_stand_on_one_line() -> None:
    assert lines("In 東京 the boats", 8) == ["In 東京", "the", "boats"]


def test_no_line_ends_at_a_no_break_space() -> None:
    assert lines("il dit\u202f: «\u00a0oui\u00a0» et part", 9) == ["il dit :", "« oui »", "et part"]
    assert lines("a\u00a0 b \u00a0c\u00a0\u00a0d", 9) == ["a b c d"]


def test_a_text_that_is_cut_says_so() -> None:
    assert clipped("港町の時計店", 7) == "港町の…"
    assert clipped("quay", 4) == "quay"


@pytest.mark.parametrize(
    "filler", ["w", "word ", "e\u0301", "田", "「", "」", "\u0301", "👩‍", "🏽", "\u00a0", "x\u00a0", "العبّارة "]
)
def test_a_long_line_takes_its_share_and_is_kept(filler: str) -> None:
    text = filler * (20_000 // len(filler))
    assert "".join("".join(lines(text, 80)).split()) == "".join(text.split())
    assert grows_in_proportion(lambda size: lines(filler * (size // len(filler)), 80), 120_000)


def test_a_style_may_change_inside_a_word() -> None:
    screen = Screen(80, colour=True)
    wrapped = wrap([("“", ""), ("bold words", "headline"), ("”, he", "")], 80)
    assert list(screen.written(wrapped)) == ["“\x1b[1mbold words\x1b[0m”, he\n"]
    assert Screen(80).paint([("a", ""), ("b", "headline")]) == "ab"
