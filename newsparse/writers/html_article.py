"""Record -> its <article>: header, key points, body with the quotations marked, who said what, the rest folded."""

from collections.abc import Iterator, Sequence

from newsparse.colophon import HTML, colophon
from newsparse.model import Caption, Kind, Record
from newsparse.writers.clean import one_line
from newsparse.writers.date_words import in_words
from newsparse.writers.html_about import about
from newsparse.writers.html_quotes import Article, colours, marked, said
from newsparse.writers.language_tag import direction, lang
from newsparse.writers.marks import blocks_of, escaped, pieces_of_blocks, safe_html
from newsparse.writers.order import Placed, runs
from newsparse.writers.picture_text import credit_line


def article(record: Record, number: int, *, signed: bool = True) -> str:
    """The article as HTML; ``number`` is its place on the page, from 1. ``signed`` with its colophon."""
    made = Article(record, f"a{number}", pieces_of_blocks(record), colours(record))
    tag = f'<article{lang(record.language)}{direction(record.language)} aria-labelledby="{made.key}-title">'
    page = "\n".join((tag, *_header(made), *_bullets(made), *_body(made), *said(made), *about(record, made.labels)))
    return f"{page}\n{colophon(record, page + chr(10), HTML) + chr(10) if signed else ''}</article>\n"


def plain_article_body(record: Record) -> str:
    """The body as HTML, with its captions and without any mark."""
    return "\n".join(_in_order(Article(record, "", {}, {})))


def _header(made: Article) -> Iterator[str]:
    record = made.record
    yield "<header>"
    headline, deck = _head_lines(made, Kind.HEADLINE, [record.headline]), _head_lines(made, Kind.DECK, [record.deck])
    if headline:
        yield f'<h1 id="{made.key}-title">{headline[0]}</h1>'
    else:
        yield f'<h1 id="{made.key}-title" class="untitled">{_line(record.source.name) or "Article"}</h1>'
    if deck:
        yield f'<p class="deck">{deck[0]}</p>'
    if record.byline and one_line(record.byline.text):
        yield f'<p class="byline">{_line(record.byline.text)}</p>'
    dates = [_date(word, date) for word, date in (("Published", record.published), ("Updated", record.updated)) if date]
    if dates:
        yield f'<p class="dates"{made.labels}>{" · ".join(dates)}</p>'
    yield "</header>"


def _head_lines(made: Article, kind: Kind, texts: Sequence[str | None]) -> list[str]:
    """The texts of a kind, their quotations marked; those that say nothing left out."""
    blocks = blocks_of(made.record, kind)
    pieces = [made.pieces.get(blocks[number]) if number < len(blocks) else None for number in range(len(texts))]
    lines = (marked(made, found) if found else _line(text) for text, found in zip(texts, pieces, strict=True))
    return [line for line in lines if line.strip()]


def _line(text: str | None) -> str:
    return escaped(one_line(text))


def _date(word: str, date: str) -> str:
    return f'{word} <time datetime="{escaped(date)}">{escaped(in_words(date))}</time>'


def _bullets(made: Article) -> Iterator[str]:
    bullets = _head_lines(made, Kind.BULLET, made.record.bullets)
    if bullets:
        yield from ('<ul class="bullets">', *(f"<li>{bullet}</li>" for bullet in bullets), "</ul>")


def _body(made: Article) -> Iterator[str]:
    yield from ('<div class="body">', *_in_order(made), "</div>")


def _in_order(made: Article) -> Iterator[str]:
    for kind, run in runs(made.record):
        if kind is Kind.LIST_ITEM:
            yield from ("<ul>", *(f"<li>{_content(made, placed)}</li>" for placed in run), "</ul>")
        elif kind is Kind.BLOCKQUOTE:
            yield from ("<blockquote>", *(_block(made, placed) for placed in run), "</blockquote>")
        else:
            yield from (_block(made, placed) for placed in run)


def _block(made: Article, placed: Placed) -> str:
    content = _content(made, placed)
    if placed.kind is Kind.CAPTION:  # the picture itself is not ours to load: a figure of words
        return f"<figure><figcaption>{content}</figcaption></figure>"
    if placed.kind is Kind.HEADING:
        return f"<h2>{content}</h2>"
    # A table ends a <p>; in a box of its own it can be scrolled where the screen is narrow.
    return f'<div class="table">{content}</div>' if "<table>" in content else f"<p>{content}</p>"


def _content(made: Article, placed: Placed) -> str:
    if isinstance(placed.item, Caption):
        return _caption(placed.item)
    pieces = made.pieces.get(placed.block) if placed.block is not None else None
    content = marked(made, pieces) if pieces else safe_html(placed.item)
    return _datelined(made.record, placed, content.replace("\n", "<br>"))


def _datelined(record: Record, placed: Placed, content: str) -> str:
    """The paragraph with the dateline that it opens with set apart."""
    words = _line(record.dateline.text) if record.dateline and placed.kind is Kind.PARAGRAPH else ""
    if not words or not content.startswith(words):
        return content
    return f'<span class="dateline">{words}</span>{content[len(words) :]}'


def _caption(caption: Caption) -> str:
    credit = credit_line(caption)
    credited = f'<span class="credit">{escaped(credit)}</span>' if credit else ""
    return " ".join(part for part in (_line(caption.text), credited) if part)
