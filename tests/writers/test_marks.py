"""Quotations are found in the text of their block, or left unmarked; never lost, never marked twice."""

from dataclasses import replace

from newsparse.model import Kind, Quote, Record
from newsparse.writers.marks import Piece, pieces_of_blocks
from tests.pace import grows_in_proportion
from tests.writers.factories import quote, record


def _pieces(made: Record, *quotes: Quote) -> list[Piece]:
    [pieces] = pieces_of_blocks(replace(made, quotes=quotes)).values()
    return [piece for piece in pieces if piece[0]]


def test_the_offset_tells_a_quotation_from_the_same_words_before_it() -> None:
    made = record([(Kind.PARAGRAPH, "Peace, said Bo Falk, is not “peace”. Not peace.")])
    start = made.text.index("“peace") + 1
    meant = replace(quote(made, "peace", "Bo Falk"), start=start, end=start + 5)
    assert _pieces(made, meant)[1] == ("peace", 0)
    assert _pieces(made, meant)[0][0].endswith("“")


def test_where_lines_were_joined_the_words_are_looked_for() -> None:
    made = record([(Kind.PARAGRAPH, "“One,” said Bo Falk. “Two.”")])
    shifted = [replace(quote(made, words, "Bo Falk"), start=0, end=0) for words in ("One,", "Two.")]
    assert [number for _, number in _pieces(made, *shifted)] == [None, 0, None, 1, None]


def test_a_quotation_that_is_not_in_the_text_leaves_it_whole() -> None:
    made = record([(Kind.PARAGRAPH, "“One,” said Bo Falk.")])
    other = replace(quote(made, "One,", "Bo Falk"), text="Three")
    assert _pieces(made, other) == [("“One,” said Bo Falk.", None)]


def test_overlapping_quotations_are_marked_once() -> None:
    made = record([(Kind.PARAGRAPH, "“One two,” said Bo Falk.")])
    twice = (quote(made, "One two,", "Bo Falk"), quote(made, "two,", "Bo Falk"))
    assert [number for _, number in _pieces(made, *twice)] == [None, 0, None]


def test_a_quotation_is_not_found_within_a_character_reference() -> None:
    made = record([(Kind.PARAGRAPH, "Q&A: “amp,” said Bo Falk.")], html="Q&amp;A: <b>“amp,”</b> said Bo Falk.")
    meant = replace(quote(made, "amp,", "Bo Falk"), text="amp")
    assert "".join(piece for piece, _ in _pieces(made, meant)) == "Q&amp;A: <b>“amp,”</b> said Bo Falk."


def test_quotations_in_the_head_are_marked_there() -> None:
    made = record([(Kind.HEADLINE, "“One,” said Bo Falk"), (Kind.BULLET, "• “Two,” said Bo Falk")])
    made = replace(made, bullets=("“Two,” said Bo Falk",))
    found = pieces_of_blocks(replace(made, quotes=(quote(made, "One,", "Bo Falk"), quote(made, "Two,", "Bo Falk"))))
    assert found == {
        0: [("“", None), ("One,", 0), ("” said Bo Falk", None)],
        1: [("“", None), ("Two,", 1), ("” said Bo Falk", None)],
    }


def test_a_quotation_in_a_block_that_is_not_shown_has_no_place() -> None:
    made = record([(Kind.BOILERPLATE, "“One,” said Bo Falk")])
    assert not pieces_of_blocks(replace(made, quotes=(quote(made, "One,", "Bo Falk"),)))


def test_quotations_that_are_nowhere_cost_no_more_than_a_few_looks() -> None:
    def pieces(size: int) -> list[Piece]:
        made = record([(Kind.PARAGRAPH, "“a” said Bo Falk. " + "a " * size)])
        first = quote(made, "a", "Bo Falk")
        return _pieces(made, *(replace(first, text=f"b{number}") for number in range(size // 10)))

    assert len(pieces(1_000)) == 1
    assert grows_in_proportion(pieces, 200_000)


def test_many_tags_and_quotations_take_time_in_proportion() -> None:
    def pieces(size: int) -> list[Piece]:
        made = record([(Kind.PARAGRAPH, "“a” said Bo Falk. " * size)], html="“<b>a</b>” said <i>Bo</i> Falk. " * size)
        first = quote(made, "a", "Bo Falk")
        return _pieces(made, *(replace(first, text="a” said", start=1) for _ in range(size * 9 // 10)))

    assert sum(number is not None for _, number in pieces(1_000)) == 1_800
    assert grows_in_proportion(pieces, 10_000)
