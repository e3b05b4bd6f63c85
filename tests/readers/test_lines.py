"""Text -> lines -> blocks: the five prose layouts, hyphens, page breaks, line numbers."""

from itertools import pairwise

import pytest

from newsparse.readers.lines import blocks_of, infer_layout, lines_of

GAPS = "The ferry is late\n\nIt was to leave at nine. It did not.\n\nNobody said why.\n"
A_LINE_EACH = (
    "The ferry is late\nIt was to leave at nine. It did not.\nNobody said why.\nThe crew had gone to look at a whale.\n"
)
WRAPPED = """\
The ferry that was to leave Port Sellick at nine on Monday was still at the
quay at noon, because the crew had gone to look at a whale that lay in the
shallows north of the light and would not be hurried.

The line said that the whale had been there first and that the ferry would
leave as soon as the animal did, which nobody on the quay took for a promise.
"""
INDENTED = """\
   The ferry that was to leave Port Sellick at nine on Monday was still at
the quay at noon, because the crew had gone to look at a whale that lay in
the shallows north of the light.
   The line said that the whale had been there first and that the ferry
would leave as soon as the animal did, which nobody took for a promise.
   The whale had other plans, and the crew, who had brought sandwiches, had
none at all.
"""
FRAGMENTS = """\
The ferry that was to leave the quay on the morning of the
annual regatta
was still there at noon, because the crew had gone to look at a whale, according to the
harbour office
, which had counted them and found that there was only one.

It was, said the master of the ship, a very
large whale
, and it had not been seen on this coast before.
"""


def _texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)[0]]


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("blank line between paragraphs", GAPS, 3),
        ("one paragraph a line", A_LINE_EACH, 4),
        ("hard-wrapped with blank lines", WRAPPED, 2),
        ("hard-wrapped with indents", INDENTED, 3),
        ("fragments", FRAGMENTS, 2),
    ],
)
def test_the_layout_is_inferred_from_the_text_itself(name: str, text: str, count: int) -> None:
    blocks, layout = blocks_of(text)
    assert layout.name == name
    assert len(blocks) == count


def test_the_lines_of_a_wrapped_paragraph_become_one_text() -> None:
    first, second = _texts(WRAPPED)
    assert first.startswith("The ferry that")
    assert first.endswith("would not be hurried.")
    assert not {"\n", "\t"} & set(first + second)
    assert "  " not in first + second


def test_an_indent_begins_a_paragraph() -> None:
    assert [text.split()[1] for text in _texts(INDENTED)] == ["ferry", "line", "whale"]


def test_a_line_that_could_have_held_the_next_word_ends_its_paragraph() -> None:
    headed = "Ferry late again\n" + WRAPPED
    assert _texts(headed)[0] == "Ferry late again"


@pytest.mark.xfail(
    strict=True, reason="a line that is a word short of the wrap ends its paragraph, whatever it ends in"
)
def test_a_ragged_line_in_the_middle_of_a_sentence_goes_on() -> None:
    ragged = "\n“Now comes the hard part,” said Gail Trudeau, the founder of\nFriends of the Whale, on Monday.\n"
    assert len(_texts(WRAPPED + ragged)) == 3


def test_short_lines_are_no_wrapped_text() -> None:
    menu = "Home\nNews\nSport\nabout us\ncontact\nhelp\n" * 3
    assert blocks_of(menu)[1].name == "one paragraph a line"
    assert len(blocks_of(menu)[0]) == 18


def test_long_lines_are_paragraphs() -> None:
    text = "\n".join(["The ferry was late again, and nobody on the quay could say why it was. " * 3] * 5)
    assert len(blocks_of(text)[0]) == 5


def test_bullets_of_a_wrapped_text_stay_apart() -> None:
    text = WRAPPED + "\n- the whale\n- the ferry\n"
    assert _texts(text)[-2:] == ["- the whale", "- the ferry"]


def test_a_bullet_may_run_over_lines() -> None:
    text = (
        WRAPPED
        + "\n- the whale, which had come up from the south in the night and was not\nunderstandably in any hurry\n"
    )
    assert _texts(text)[-1].endswith("was not understandably in any hurry")


HYPHENS = """\
The state has opened an inquiry into the colli-
sion of two ferries on the well-known route off
the bay, in which a crew member was hurt, a new-
ly painted funnel was lost and a state-of-the-
art radar was not. One pilot, who is also well-
known, said that the collision was years in the
making, and that the end of both crews' silent
feud would settle the matter.
"""


def test_a_hyphen_that_wrapping_made_is_taken_out() -> None:
    [text] = _texts(HYPHENS)
    assert "the collision of two" in text
    assert "a newly painted" in text


def test_a_hyphen_of_the_word_itself_stays_where_the_text_has_it_elsewhere() -> None:
    [text] = _texts(HYPHENS)
    assert "who is also well-known, said" in text


def test_every_character_of_a_joined_block_leads_back_to_the_source() -> None:
    [block] = blocks_of(HYPHENS)[0]
    for n, char in enumerate(block.text):
        assert char in (" ", HYPHENS[block.offsets.to_base(n)])


def test_a_span_over_a_joined_line_cuts_the_lines_as_they_stand() -> None:
    [block] = blocks_of(HYPHENS)[0]
    at = block.text.index("collision")
    start, end = block.offsets.span(at, at + len("collision"))
    assert HYPHENS[start:end] == "colli-\nsion"


def test_torn_sentences_are_joined_with_one_space_and_none_before_a_comma() -> None:
    first, second = _texts(FRAGMENTS)
    assert "the annual regatta was still" in first
    assert "harbour office, which" in first
    assert "a very large whale, and" in second


@pytest.mark.xfail(strict=True, reason="two short pieces are left apart, even where one begins with a comma")
def test_a_line_that_begins_with_a_comma_goes_on() -> None:
    assert len(_texts(FRAGMENTS.replace(" on this coast before", ""))) == 2


@pytest.mark.xfail(strict=True, reason="a name that was a link is taken for the head of a new paragraph")
def test_a_torn_sentence_is_joined_around_a_name() -> None:
    capitals = FRAGMENTS.replace("annual regatta", "Sellick Regatta").replace("large whale", "Queen Maud")
    assert len(_texts(capitals)) == 2


def test_a_byline_right_below_a_headline_is_no_torn_half_of_it() -> None:
    text = "The price of a sack of salt from the pans at Marrow Flats\nby Ada Quill\n\nIt has doubled since spring.\n"
    assert _texts(text)[1] == "by Ada Quill"


def test_the_end_of_a_torn_sentence_is_joined_be_it_short() -> None:
    text = "The price of a sack of salt from the pans at Marrow Flats\nhas doubled.\n\nIt had been low for years.\n"
    assert _texts(text)[0].endswith("Marrow Flats has doubled.")


def test_a_page_break_does_not_end_a_paragraph() -> None:
    lines = WRAPPED.splitlines(keepends=True)
    broken = lines[0] + "\f" + "".join(lines[1:])
    assert _texts(broken) == _texts(WRAPPED)


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    text = "港町の老舗時計店が三月末で店を閉じることになり、町の人々は名残を惜しみながら店主\n" * 5
    [joined] = _texts(text)
    assert " " not in joined


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_numbers_are_those_of_editors(end: str) -> None:
    text = end.join(["one", "", "three", "four", "", "", "seven"])
    assert [(line.text, line.number) for line in lines_of(text)] == [
        ("one", 1),
        ("three", 3),
        ("four", 4),
        ("seven", 7),
    ]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\u0085", "\x0c"])
def test_other_line_ends_part_lines_but_do_not_count(end: str) -> None:
    assert [line.number for line in lines_of(f"one{end}two\nthree")] == [1, 1, 2]


@pytest.mark.parametrize("control", ["\x0b", "\x1c", "\x1d", "\x1e"])
def test_controls_that_only_python_takes_for_line_ends_stay_in_their_line(control: str) -> None:
    assert [line.text for line in lines_of(f"one{control}two\nthree")] == [f"one{control}two", "three"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_place_of_a_line_is_in_code_points_of_the_text_as_it_stands(end: str) -> None:
    text = f"  dragon 🐉{end}{end}\t second{end}"
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text


def test_the_numbers_go_on_from_where_the_reader_begins() -> None:
    text = "Head: x\n\none\n\ntwo\n"
    blocks, _ = blocks_of(text, start=9, line=3)
    assert [(block.text, block.line, text[block.start : block.end]) for block in blocks] == [
        ("one", 3, "one"),
        ("two", 5, "two"),
    ]


def test_a_stretch_of_a_text_is_read_as_if_there_were_nothing_else() -> None:
    blocks, _ = blocks_of("one\n\ntwo\n\nthree\n", start=5, end=8)
    assert [(block.text, block.start) for block in blocks] == [("two", 5)]


def test_a_blank_line_above_is_a_gap() -> None:
    assert [block.gap for block in blocks_of("one\ntwo\n\nthree\n \t\nfour\n")[0]] == [True, False, True, True]


def test_blocks_do_not_overlap() -> None:
    for text in (GAPS, A_LINE_EACH, WRAPPED, INDENTED, FRAGMENTS, HYPHENS):
        assert all(a.end <= b.start for a, b in pairwise(blocks_of(text)[0]))


def test_a_text_without_lines_has_no_blocks() -> None:
    assert blocks_of(" \n\t\n")[0] == ()
    assert infer_layout([]).width is None
