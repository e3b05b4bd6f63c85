"""Markdown that is not ours: headings, lists, quotations and front matter say what they say."""

import pytest

import newsparse
from newsparse.errors import EmptyInputError
from newsparse.model import Kind, Record

ARTICLE = """\
---
title: Harbour bridge to close
subtitle: Six weeks of ferries
author: [Ada Quill]
date: 2024-06-03
lang: en
section: City
---

# Harbour bridge to close

- Ferries to run every ten minutes
- Cost put at $4 million

The old *harbour* bridge will close for six weeks in July, the [city](https://example.org/) said on Monday.

## What comes next

“We waited for the dry season,” said Mara Lindqvist, the city engineer.\\
Then she left.

> It is older than all of us.

| Year | Boats |
| --- | --- |
| 1986 | 4 |

    one = 1
"""


def parsed(text: str, **more: str) -> Record:
    return newsparse.parse(text, name="page.md", **more)


def test_markdown_says_what_its_blocks_are() -> None:
    record = parsed(ARTICLE)
    assert record.source.form == "markdown"
    assert record.headline == "Harbour bridge to close"
    assert record.bullets == ("Ferries to run every ten minutes", "Cost put at $4 million")
    assert [block.kind for block in record.blocks if block.kind in (Kind.HEADING, Kind.BLOCKQUOTE)] == [
        Kind.HEADING,
        Kind.BLOCKQUOTE,
    ]
    assert record.quotes[0].speaker is not None
    assert record.quotes[0].speaker.name == "Mara Lindqvist"
    assert "one = 1" in record.text


def test_front_matter_states_what_it_states() -> None:
    record = parsed(ARTICLE)
    assert (record.deck, record.published, record.language) == ("Six weeks of ferries", "2024-06-03", "en")
    assert record.byline is not None
    assert [author.name for author in record.byline.authors] == ["Ada Quill"]
    assert record.metadata["section"] == "City"


def test_markup_is_kept_and_text_is_plain() -> None:
    [first] = [item for item in parsed(ARTICLE).body if "<em>" in (item.html or "")]
    assert first.text.startswith("The old harbour bridge will close")
    assert '<a href="https://example.org/">city</a>' in (first.html or "")


def test_a_table_is_one_block() -> None:
    [table] = [item for item in parsed(ARTICLE).body if "<table>" in (item.html or "")]
    assert table.text == "Year Boats\n1986 4"


@pytest.mark.parametrize(
    "text", ["---\ntitle: [\n---\n\nThe toll will rise.", "---\nno mapping\n---\n\nThe toll will rise."]
)
def test_front_matter_that_is_none_is_text(text: str) -> None:
    assert "The toll will rise." in parsed(text).text


def test_nothing_but_signs_is_no_article() -> None:
    with pytest.raises(EmptyInputError):
        parsed("---\n\n***\n")


def test_any_text_may_be_asked_for_as_markdown() -> None:
    assert newsparse.parse("# Tolls\n\nThe toll will rise.", form="markdown").headline == "Tolls"
    assert newsparse.parse("# Tolls\n\nThe toll will rise.", name="a.txt").source.form == "plain"
