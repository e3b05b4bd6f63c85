"""Markdown: every text renders as itself, in its place, and makes no markup of its own."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import write
from newsparse.formats import WriteOptions
from newsparse.model import BodyItem, Caption, Kind, Record
from newsparse.writers import to_markdown
from newsparse.writers.clean import for_people
from tests.writers.factories import bridge, hostile, record
from tests.writers.payloads import HTML, MARKDOWN, UNSEEN
from tests.writers.rendered import markdown, words_of

SIGNS = st.text(st.sampled_from("ab1 \n\t-+*_#>=~`|[]()<&!\\.:;'\"“é\u00a0"), max_size=30)
BRIDGE = """\
# Harbour bridge to close for repairs

Six weeks of ferries begin in June

By Ada Quill, Staff Writer

Published 2024-06-03 · Updated 2024-06-04 08:15:00+02:00

- Ferries to run every ten minutes
- Cost put at $4 million

PORT ELLERY — The old harbour bridge will close for six weeks, the city said.

The bridge at dusk. (Photographer: Tom Weld/Harbour Pictures)

“We waited for the dry season,” said Mara Lindqvist, the city engineer. “Now we can’t wait.”

## What comes next

- Steel arrives on Monday
- Work begins on Tuesday

> It is older than all of us.

x 7 x

The last repair was in 1986.
"""


def shown(of: Record) -> str:
    """The Markdown of the article alone."""
    return write(of, "markdown", WriteOptions(fragment=True))


def test_an_article_reads_in_the_order_in_which_it_stood() -> None:
    assert shown(bridge()) == BRIDGE


def test_boilerplate_is_left_out() -> None:
    assert "Read more" not in shown(bridge())


def test_the_colophon_is_one_line_that_renders_to_nothing() -> None:
    text = write(bridge(), "markdown")
    assert text.startswith(BRIDGE + "\n[newsparse]: # '{")
    assert text.count("\n") == BRIDGE.count("\n") + 2
    assert markdown(text) == markdown(BRIDGE)


def test_the_list_of_quotations_names_the_speakers() -> None:
    text = write(bridge(), "markdown", WriteOptions(quotes=True, fragment=True))
    said = "- “We waited for the dry season,” — Mara Lindqvist, city engineer\n- “Now we can’t wait.” — Mara Lindqvist"
    assert text == f"{BRIDGE}\n## Quotations\n\n{said}, city engineer\n"


def test_there_is_no_list_where_nobody_is_quoted() -> None:
    assert write(record([(Kind.PARAGRAPH, "One.")]), "markdown", WriteOptions(quotes=True, fragment=True)) == "One.\n"


def test_several_records_are_parted_by_a_rule() -> None:
    text = "".join(to_markdown.write([bridge()] * 2, WriteOptions(front_matter=True, fragment=True)))
    assert text.endswith(f"{BRIDGE}\n* * *\n\n{BRIDGE}")
    assert text.count("\ntitle:") == 1


def test_a_caption_that_no_block_tells_of_comes_at_the_end() -> None:
    caption = Caption("A pier", None, None, None, (), 99, 105)
    assert shown(replace(record(()), captions=(caption,))) == "(A pier)\n"


def test_a_body_without_blocks_is_kept_in_order() -> None:
    body = (BodyItem(Kind.PARAGRAPH, "One."), BodyItem(Kind.HEADING, "Two"), BodyItem(Kind.PARAGRAPH, "Three."))
    assert shown(replace(record(()), body=body)) == "One.\n\n## Two\n\nThree.\n"


def test_quoted_paragraphs_are_one_passage() -> None:
    said = record([(Kind.BLOCKQUOTE, "One."), (Kind.BLOCKQUOTE, "Two.\nThree.")])
    assert shown(said) == "> One.\n>\n> Two.\\\n> Three.\n"


def test_an_empty_record_is_an_empty_line() -> None:
    assert shown(record([(Kind.PARAGRAPH, " "), (Kind.HEADLINE, "\u2028")])) == "\n"


@pytest.mark.parametrize("payload", [*MARKDOWN, *HTML])
def test_text_that_looks_like_markup_is_read_literally(payload: str) -> None:
    words, marks = markdown(write(hostile(payload), "markdown"))
    plain_words, plain_marks = markdown(write(hostile("plain words"), "markdown"))
    assert marks - Counter(hardbreak=100) <= plain_marks
    meant = words_of(plain_words).replace("plainwords", words_of(payload))
    assert words_of(words).replace(":", "") == meant.replace(":", "")  # a credit's label may end in a sign of its own


@given(SIGNS)
def test_any_signs_are_read_literally_wherever_they_stand(signs: str) -> None:
    for kind in (Kind.HEADLINE, Kind.DECK, Kind.BULLET, Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.BLOCKQUOTE):
        words, marks = markdown(write(record([(kind, signs)]), "markdown"))
        assert words_of(words) == words_of(signs)
        assert sum(marks.values()) <= 1


@given(st.text(max_size=60))
def test_any_text_is_read_literally(text: str) -> None:
    words, _ = markdown(write(record([(Kind.HEADLINE, text), (Kind.PARAGRAPH, text)]), "markdown"))
    assert words_of(words) == 2 * words_of(for_people(text))


@pytest.mark.parametrize("payload", UNSEEN)
def test_no_control_character_is_written(payload: str) -> None:
    text = write(hostile(payload), "markdown", WriteOptions(front_matter=True))
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]", text
    )


def test_words_parted_by_a_control_character_are_not_glued() -> None:
    assert shown(record([(Kind.PARAGRAPH, "one\x85two\x0cthree\u2028four")])) == "one two three\\\nfour\n"


@pytest.mark.parametrize(
    "text",
    [
        "AT&T",
        "5 < 6 > 4",
        "snake_case_name",
        "1986 was fine",
        "-5 degrees",
        "$4 million",
        "C:\\new",
        "Q: why?",
        "a #tag",
    ],
)
def test_what_only_looks_like_markup_is_not_escaped(text: str) -> None:
    assert shown(record([(Kind.PARAGRAPH, text)])) == f"{text}\n"
