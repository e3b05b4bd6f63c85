"""A body item and its quotations -> safe HTML cut at the quotations, so that each can be marked where it stands."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import chain

from newsparse.model import BodyItem, Kind, Quote, Record
from newsparse.writers.clean import for_people
from newsparse.writers.markup import sanitised
from newsparse.writers.order import in_order

Numbered = tuple[int, Quote]  # the quotation's index in the record
Piece = tuple[str, int | None]  # safe HTML and the index of the quotation that it is, None beside quotations
_Place = Callable[[Quote, int], tuple[int, int] | None]
_TAG = re.compile(r"(<[^<>]*>)")  # in escaped text < and > stand for nothing else
_MISSES = 8  # quotations not found in an item before the search is given up: each costs a look through the text


def pieces_of_blocks(record: Record) -> dict[int, list[Piece]]:
    """For each block of the head or the body with quotations, its item in pieces; several a quotation in markup.

    What is not found in the item stays unmarked.
    """
    quotes: dict[int, list[Numbered]] = {}
    for number, quote in enumerate(record.quotes):
        quotes.setdefault(quote.block, []).append((number, quote))
    placed = chain(_head(record), ((piece.item, piece.block) for piece in in_order(record))) if quotes else ()
    return {
        block: list(_pieces(item, record.blocks[block].start, quotes[block]))
        for item, block in placed
        if isinstance(item, BodyItem) and block in quotes
    }


def _head(record: Record) -> Iterator[tuple[BodyItem, int]]:
    """Headline, deck and bullets as items, each with the index of its block."""
    texts: dict[Kind, list[str]] = {
        Kind.HEADLINE: [record.headline or ""],
        Kind.DECK: [record.deck or ""],
        Kind.BULLET: list(record.bullets),
    }
    for kind, found in texts.items():
        for text, index in zip(found, blocks_of(record, kind), strict=False):
            yield BodyItem(kind, text), index


def blocks_of(record: Record, kind: Kind) -> list[int]:
    """The indices of the blocks of a kind."""
    return [index for index, block in enumerate(record.blocks) if block.kind is kind]


def safe_html(item: BodyItem) -> str:
    """All of a body item as safe HTML: its markup where it has any, else its text."""
    return (sanitised(item.html) if item.html else "") or escaped(item.text)


def escaped(text: str) -> str:
    """Text as HTML, in an element or an attribute; its line ends are spaces there."""
    return escape(for_people(text))


def _pieces(item: BodyItem, start: int, quotes: Sequence[Numbered]) -> Iterator[Piece]:
    markup = sanitised(item.html) if item.html else ""
    if markup:
        return _markup_pieces(_TAG.split(markup), quotes)
    cut = _cut(item.text, quotes, _in_text(item.text, start))
    return ((escaped(piece), number) for piece, number in cut)


def _cut(text: str, quotes: Sequence[Numbered], place: _Place) -> Iterator[Piece]:
    """The text in pieces, none of them empty; together they are the text."""
    done, misses = 0, 0
    for number, quote in quotes:
        found = place(quote, done) if quote.text.strip() else None
        if found:
            if found[0] > done:
                yield text[done : found[0]], None
            yield text[found[0] : found[1]], number
            done = found[1]
        elif (misses := misses + 1) == _MISSES:
            break
    if done < len(text):
        yield text[done:], None


def _in_text(text: str, start: int) -> _Place:
    """By its offset, from the block's; where the text was cleaned (lines joined), by its words from left to right."""

    def place(quote: Quote, done: int) -> tuple[int, int] | None:
        at = quote.start - start
        if at < done or not text.startswith(quote.text, at):
            at = text.find(quote.text, done)
        return (at, at + len(quote.text)) if at >= 0 else None

    return place


def _markup_pieces(parts: list[str], quotes: Sequence[Numbered]) -> Iterator[Piece]:
    """Markup (text and tags by turns) in pieces: cut as text without tags, then the tags put back between."""
    texts = [" " if part == "<br>" else "" if part.startswith("<") else part for part in parts]
    plain = "".join(texts)

    def place(quote: Quote, done: int) -> tuple[int, int] | None:
        words = escaped(quote.text)
        at = plain.find(words, done)
        near = plain[max(0, at - 6) : max(0, at)]
        within = near.rfind("&") > near.rfind(";")  # "amp" in "&amp;"
        return (at, at + len(words)) if at >= 0 and not within else None

    cut = _cut(plain, quotes, place)
    piece, number, used = "", None, 0
    for part, text in zip(parts, texts, strict=True):
        if part.startswith("<"):
            yield part, None
        wanted = len(text)
        while wanted:
            if used == len(piece):
                (piece, number), used = next(cut), 0
            taken = piece[used : used + wanted]
            used += len(taken)
            wanted -= len(taken)
            if part == text:
                yield taken, number
