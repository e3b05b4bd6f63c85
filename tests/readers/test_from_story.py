"""A .story file is known by its highlights; its text stays verbatim in the source."""

import pytest

from newsparse.decode import from_text
from newsparse.model import Block, Document, Kind
from newsparse.readers.from_story import fits, read

STORY = """The last steam ferry of the isles was sold for one crown on Thursday.

Two museums had declined.

@highlight

Ferry sold for one crown

@highlight

Two museums declined
"""


def _document(text: str) -> Document:
    return next(iter(read(from_text(text, name="a.story"))))


def _kinds(document: Document) -> list[tuple[Kind | None, str]]:
    return [(block.hint.kind if block.hint else None, block.text) for block in document.blocks]


def _cut(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def test_the_body_comes_first_and_the_highlights_are_bullets() -> None:
    assert _kinds(_document(STORY)) == [
        (Kind.PARAGRAPH, "The last steam ferry of the isles was sold for one crown on Thursday."),
        (None, "Two museums had declined."),
        (Kind.METADATA, "@highlight"),
        (Kind.BULLET, "Ferry sold for one crown"),
        (Kind.METADATA, "@highlight"),
        (Kind.BULLET, "Two museums declined"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_no_character_is_lost_whatever_the_line_ends(end: str) -> None:
    document = _document(STORY.replace("\n", end))
    cut = "".join(_cut(document, block) for block in document.blocks)
    assert "".join(cut.split()) == "".join(STORY.split())
    assert [block.line for block in document.blocks] == [1, 3, 5, 7, 9, 11]
    assert [block.text for block in document.blocks] == [_cut(document, block) for block in document.blocks]


def test_a_byline_above_the_body_keeps_no_hint_and_the_first_prose_is_no_headline() -> None:
    document = _document("By\nDella Crane\n\nA beekeeper moved his bees by tram.\n\n@highlight\n\nBees by tram\n")
    assert _kinds(document)[:3] == [
        (None, "By"),
        (None, "Della Crane"),
        (Kind.PARAGRAPH, "A beekeeper moved his bees by tram."),
    ]


def test_a_highlight_at_the_very_top_leaves_no_body() -> None:
    assert _kinds(_document("@highlight\n\nBees by tram\n")) == [
        (Kind.METADATA, "@highlight"),
        (Kind.BULLET, "Bees by tram"),
    ]


@pytest.mark.parametrize("line", ["@highlight", "  @Highlight ", "\t@HIGHLIGHT\r"])
def test_a_line_of_its_own_makes_it_a_story(line: str) -> None:
    assert fits(from_text(f"Body.\n{line}\nBullet\n")) == "a line '@highlight'"


@pytest.mark.parametrize("text", ["Follow @highlight for more.\n", "@highlights\n", "me@highlight\n", "No mark\n"])
def test_the_word_within_a_line_is_no_mark(text: str) -> None:
    assert fits(from_text(text)) is None


def test_the_reader_asked_for_by_name_reads_a_text_without_marks_as_a_body() -> None:
    assert _kinds(_document("Just prose.")) == [(Kind.PARAGRAPH, "Just prose.")]
