"""Markdown and HTML as a reader of them sees it."""

import re
from collections import Counter
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BLOCKS = {
    "heading_open",
    "hr",
    "table_open",
    "html_block",
    "fence",
    "code_block",
    "bullet_list_open",
    "ordered_list_open",
}
_BREAKS = {"softbreak", "hardbreak"}


def markdown(source: str) -> tuple[str, Counter[str]]:
    """The words as rendered, a line a block, and the markup that made them."""
    words: list[str] = []
    marks: Counter[str] = Counter()
    for token in _MARKDOWN.parse(source):
        if token.type in _BLOCKS or token.type == "blockquote_open":
            marks[token.type] += 1
        for child in token.children or ():
            words.append("\n" if child.type in _BREAKS else child.content)
            if child.type not in {"text", "text_special", *_BREAKS} and not child.type.endswith("_close"):
                marks[child.type] += 1
        words.append("\n" if token.type == "inline" else token.content)
    return "".join(words), marks


def html(source: str) -> Element:
    """The page as a browser builds it."""
    tree = html5lib.parse(source, namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def words_of(text: str) -> str:
    """The text without white space: what must be the same before and after."""
    return re.sub(r"\s", "", text)
