"""Inline markup as Markdown: links, emphasis and tables stay, the words always do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import write
from newsparse.formats import WriteOptions
from newsparse.model import Kind
from newsparse.writers.rich_markdown import rich
from tests.writers.factories import record
from tests.writers.payloads import MARKDOWN
from tests.writers.rendered import markdown, words_of

CASES = {
    "a <b>b</b> <em>c</em> <code>d*e</code>": "a **b** *c* `d*e`",
    '<a href="https://example.org/a_(b)">li_nk [1]_</a>': r"[li_nk \[1\]\_](https://example.org/a\_%28b%29)",
    "<a>no address</a>": "no address",
    "<a href='x'><b>both</b></a>": "[**both**](x)",
    "!<a href='x'>y</a>": r"\![y](x)",
    "one<br>- two<br>": "one\\\n\\- two",
    "<span>1</span>. one": r"1\. one",
    "<b>one</b><i>two</i>": "onetwo",
    "say<b>“no”</b>now": "say“no”now",
    "<b></b>": "",
    "<a href='x'>foo<br></a>bar": "[foo](x)\\\nbar",
    "<a href='x'><br></a>": "",
    "<b>back\\ </b>slash": "**back\\\\** slash",
    "one<br><br><table><tr><td>a<td>b</table><br>two": "one\n\n| a | b |\n| --- | --- |\n\ntwo",
    "<table><tr><th>a|b<tr><td>c<td><code>d|e</code></table>": "| a\\|b | |\n| --- | --- |\n| c | d\\|e |",
}


@pytest.mark.parametrize("markup", CASES)
def test_markup_becomes_markdown(markup: str) -> None:
    assert rich(markup) == CASES[markup]


@pytest.mark.parametrize("payload", MARKDOWN)
def test_text_within_markup_is_read_literally(payload: str) -> None:
    text = payload.replace("&", "&amp;").replace("<", "&lt;")
    words, marks = markdown(write(record([(Kind.PARAGRAPH, "-")], html=f"<span>{text}</span> <b>x</b>"), "markdown"))
    assert words_of(words) == words_of(payload) + "x"
    assert marks == {"strong_open": 1}


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "-",
                "1",
                ".",
                "*",
                "_",
                "[",
                "](",
                ")",
                "!",
                "#",
                "&amp;",
                "lt;",
                "&lt;",
                "b>",
                "`",
                "|",
                "\\",
                " ",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<span>",
                "</span>",
                "<a href='x'>",
                "</a>",
                "<br>",
            ]
        ),
        max_size=14,
    )
)
def test_any_text_between_any_tags_is_kept(pieces: list[str]) -> None:
    source = "".join(pieces)
    meant = "".join(piece for piece in pieces if not piece.startswith("<")).replace("&lt;", "<").replace("&amp;", "&")
    words, marks = markdown(write(record([(Kind.PARAGRAPH, meant)], html=source), "markdown"))
    assert "image" not in marks
    assert "html_inline" not in marks
    assert words_of(words).replace("*", "") == words_of(meant.replace("*", ""))


def test_a_table_in_an_article_is_a_block_of_its_own() -> None:
    rows = "<tr><th>Year</th><th>Ferry</th></tr><tr><td>1986</td><td>4</td></tr>"
    table = f"<table><caption>Crossings</caption>{rows}</table>"
    text = write(record([(Kind.PARAGRAPH, "x")], html=table), "markdown", WriteOptions(fragment=True))
    assert text == "Crossings\n\n| Year | Ferry |\n| --- | --- |\n| 1986 | 4 |\n"
