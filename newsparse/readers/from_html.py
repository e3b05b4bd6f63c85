"""A web page: its main content, headline and captions from the tags, its dates and names from the structured data."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsparse.colophon import HTML
from newsparse.errors import EmptyInputError
from newsparse.model import Document, Source, Stated
from newsparse.readers import written
from newsparse.readers.extracted import document_of

if TYPE_CHECKING:
    from newsparse.readers.html_content import Content, Page
    from newsparse.readers.html_tree import Element

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

# What may stand before the first tag: white space, comments, an XML declaration. Bounded: it is a look, no parse.
_BEFORE = re.compile(r"\s{0,2000}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,5}")
_PAGE = re.compile(r"<(?:!doctype\s{1,9}html|html)[\s>]", re.IGNORECASE)
_PART = re.compile(r"<(?:article|body|div|h1|h2|head|header|main|meta|p|section|table|title|ul)[\s>]", re.IGNORECASE)
_STRUCTURE = re.compile(r"</(?:article|div|h[1-6]|li|p|section|table|ul)>|<(?:br|li|p|td)>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
LEAST_STRUCTURE = 2  # tags that lay out a page; a headline about a <body> tag has none
_LOOK = 65_536
_LISTS = re.compile(r'<section class="quotes"|<details class="left-out">')  # where the lists of a page of ours begin
_COLOPHON = HTML.before[: HTML.before.index(" value")]  # what stands behind them


def fits(source: Source) -> str | None:
    """A text that opens like a page, or is named like one and has a tag. Prose that only mentions tags is no page."""
    ending = PurePath(source.name).suffix.lower()
    before = _BEFORE.match(source.text)
    start = before.end() if before else 0
    if not source.text.startswith("<", start) and ending not in SUFFIXES:
        return None
    if _PAGE.match(source.text, start):
        return "it opens with the tag of a page"
    head = source.text[start : start + _LOOK]
    if _PART.match(head) and sum(1 for _ in islice(_STRUCTURE.finditer(head), LEAST_STRUCTURE)) == LEAST_STRUCTURE:
        return "it opens with a tag, and tags lay it out"
    tag = _ANY_TAG.search(head) if ending in SUFFIXES else None
    return f"named {ending}, with the tag {tag[0][:20]}" if tag else None


def read(source: Source) -> Iterator[Document]:
    """The article of the page, or several where it has several whole <article>s; raises EmptyInputError."""
    ours, notes = written.documents(source, HTML)
    if ours or not notes:
        return iter(ours) if ours else _found(source)
    return written.anew(_found(replace(source, text=_without_lists(source.text))), notes)


def _without_lists(text: str) -> str:
    """A page of ours without what stands behind its articles: the quotations once more, and what is folded away."""
    parts, done = [], 0
    for opened in _LISTS.finditer(text):
        if opened.start() < done:
            continue
        end = text.find(_COLOPHON, opened.end())
        if end < 0:
            break
        parts += [text[done : opened.start()], "\n" * text.count("\n", opened.start(), end)]
        done = end
    return "".join((*parts, text[done:]))


def _found(source: Source) -> Iterator[Document]:
    from newsparse.readers.html_content import Page
    from newsparse.readers.html_pieces import pieces_of
    from newsparse.readers.html_structured_data import stated_of
    from newsparse.readers.html_tree import elements_of

    elements = elements_of(source.text)
    pieces = list(pieces_of(elements))
    if not pieces:
        raise EmptyInputError(path=source.name)
    stated = stated_of(elements)
    page = Page(elements, pieces)
    articles = page.articles()
    contents = [page.content(*page.main(), stated.headline)]
    if len(articles) > 1 and not (stated.published or stated.authors):  # data of one article: the others are extras
        contents = _parted(page, articles)
    said = stated if len(contents) == 1 else Stated(language=stated.language)
    for ordinal, content in enumerate(contents, 1):
        yield replace(_document(source, content, said), ordinal=ordinal)


def _document(source: Source, content: "Content", stated: Stated) -> Document:
    from newsparse.readers.html_hints import hinted

    because = f"main content: {content.because}"
    return document_of(source, hinted(content, stated), stated, form="html", because=because)


def _parted(page: "Page", articles: list["Element"]) -> list["Content"]:
    """Each article with what stands behind the one before; what follows the last goes with it."""
    orders = [article.order for article in articles]
    starts = [page.first_piece(order) for order in orders]
    bounds = [0, *starts[1:], len(page.pieces)]
    return [page.part(article, *bounds[i : i + 2]) for i, article in enumerate(articles)]
