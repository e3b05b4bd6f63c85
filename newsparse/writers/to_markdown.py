"""Records -> CommonMark: text is text, a paragraph a line, nothing hard-wrapped.

The headline is the one ``#``; the deck is a paragraph of its own, plain, for Markdown has no word for it and its place
says what it is. A caption, which has no picture to stand under, is a paragraph where it stood, its credit in brackets;
it is not emphasised, so that all emphasis is the article's own. Boilerplate is left out: it is no part of the article.
A line at the end, which no renderer shows, holds what the Markdown does not say, so that it can be read back.
"""

from collections.abc import Iterable, Iterator

from newsparse.colophon import MARKDOWN, colophon
from newsparse.formats import WriteOptions
from newsparse.model import BodyItem, Kind, Quote, Record
from newsparse.writers.clean import one_line
from newsparse.writers.commonmark import heading, literal, prefixed
from newsparse.writers.front_matter import front_matter
from newsparse.writers.order import Placed, runs
from newsparse.writers.people import name_and_role
from newsparse.writers.picture_text import caption_line

_BETWEEN = "\n* * *\n\n"


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A chunk a record, parted by ``* * *``; the front matter is the first's: it counts only at the head of a file."""
    for number, record in enumerate(records):
        above = _BETWEEN if number else front_matter(record) + "\n" if options.front_matter else ""
        page = _article(record, quotes=options.quotes)
        yield above + page + ("" if options.fragment else colophon(record, page, MARKDOWN))


def _article(record: Record, *, quotes: bool) -> str:
    said = _said(record) if quotes else ()
    blocks = [*_head(record), *(_run(kind, pieces) for kind, pieces in runs(record)), *said]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _said(record: Record) -> Iterator[str]:
    """All quotations with their speakers, in a list of their own."""
    if record.quotes:
        yield heading("Quotations", 2)
        yield _list([literal(f"“{one_line(quote.text)}”{_by(quote)}") for quote in record.quotes])


def _by(quote: Quote) -> str:
    named = name_and_role(quote)
    return f" — {named}" if named else ""


def _head(record: Record) -> Iterator[str]:
    """What stands above the body: headline, deck, byline, dates, bullets."""
    if record.headline and record.headline.strip():
        yield heading(record.headline, 1)
    yield literal(record.deck or "")
    yield literal(record.byline.text if record.byline else "")
    dates = (("Published", record.published), ("Updated", record.updated))
    yield literal(" · ".join(f"{word} {date.replace('T', ' ')}" for word, date in dates if date))
    yield _list([literal(bullet) for bullet in record.bullets])


def _run(kind: Kind, pieces: list[Placed]) -> str:
    """Neighbours of one kind as blocks: one list, one quoted passage, else each by itself."""
    contents = [content for content in map(_content, pieces) if content]
    if kind is Kind.LIST_ITEM:
        return _list(contents)
    if kind is Kind.BLOCKQUOTE:
        return "\n>\n".join(prefixed(content, "> ", "> ") for content in contents)
    return "\n\n".join(contents)


def _content(placed: Placed) -> str:
    item = placed.item
    if not isinstance(item, BodyItem):
        return literal(caption_line(item))
    if item.kind is Kind.HEADING:
        return heading(item.text, 2) if item.text.strip() else ""
    return _rich(item.html) or literal(item.text)


def _rich(html: str | None) -> str:
    """Inline markup as Markdown; what turns it is loaded by the first article that has any."""
    if not html:
        return ""
    from newsparse.writers.rich_markdown import rich

    return rich(html)


def _list(items: list[str]) -> str:
    return "\n".join(prefixed(item, "- ", "  ") for item in items if item)
