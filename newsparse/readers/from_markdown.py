"""Markdown: what newsparse wrote gives its record back; any other is read by its headings, lists and quotations.

The base text is what the Markdown renders to, block by block. The first # heading is the headline; YAML above it states
what it states.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath
from typing import Any

from newsparse.colophon import MARKDOWN, is_in
from newsparse.errors import EmptyInputError
from newsparse.model import Block, Document, Hint, Kind, Source
from newsparse.offsets import Offsets
from newsparse.readers import front_matter, written

SUFFIXES = frozenset({".md", ".markdown"})

_PLAIN = frozenset({"text", "text_special", "softbreak", "hardbreak"})
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def fits(source: Source) -> str | None:
    """A colophon of ours is in it, or it is named like Markdown."""
    if is_in(source.text, MARKDOWN):
        return "a colophon of newsparse is in it"
    ending = PurePath(source.name).suffix.lower()
    return f"named {ending}" if ending in SUFFIXES else None


def read(source: Source) -> Iterator[Document]:
    """The records that it was written from, or one document; raises EmptyInputError."""
    ours, notes = written.documents(source, MARKDOWN)
    return iter(ours) if ours else written.anew(_found(source), notes)


def _found(source: Source) -> Iterator[Document]:
    stated, start = front_matter.read(source.text)
    pieces = list(_pieces(source.text[start:]))
    if not pieces:
        raise EmptyInputError(path=source.name)
    line = source.text.count("\n", 0, start)
    blocks, texts, at = [], [], 0
    for piece in pieces:
        place = Offsets.verbatim(at)
        end = at + len(piece.text)
        blocks.append(Block(piece.text, at, end, place, piece.line + line, hint=piece.hint, html=piece.html))
        texts.append(piece.text)
        at = end + 2
    shown = any(block.hint and block.hint.kind is Kind.HEADLINE for block in blocks)
    yield Document(
        source=source,
        form="markdown",
        text="\n\n".join(texts),
        blocks=tuple(blocks),
        start=0,
        end=len(source.text),
        offsets="extracted",
        because=f"{len(blocks)} blocks",
        language=stated.language,
        stated=replace(stated, headline=None) if shown else stated,
        notes=source.notes,
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block as it renders; ``line`` is counted from 1 at the beginning of the Markdown."""

    text: str
    line: int
    hint: Hint | None = None
    html: str | None = None


def _pieces(text: str) -> Iterator[_Piece]:
    tokens = _parser().parse(text)
    kinds: list[Kind] = []  # of the lists and quotations that are open
    headed = False
    number = 0
    while number < len(tokens):
        token = tokens[number]
        piece = None
        if token.type in ("list_item_open", "blockquote_open"):
            kinds.append(Kind.LIST_ITEM if token.type == "list_item_open" else Kind.BLOCKQUOTE)
        elif token.type in ("list_item_close", "blockquote_close"):
            kinds.pop()
        elif token.type == "table_open":
            close = next(n for n in range(number, len(tokens)) if tokens[n].type == "table_close")
            piece, number = _table(tokens[number : close + 1]), close
        elif token.type == "inline":
            hint = _hint(tokens[number - 1], kinds, headed=headed)
            headed = headed or (hint is not None and hint.kind is Kind.HEADLINE)
            piece = replace(_inline(token), hint=hint)
        elif token.content.strip():  # code, raw HTML: text as it stands
            piece = _Piece(token.content.strip(), _line(token))
        if piece is not None and piece.text.strip():
            yield piece
        number += 1


def _hint(opening: Any, kinds: list[Kind], *, headed: bool) -> Hint | None:
    """What the Markdown says that a block is: the first # is the headline."""
    if opening.type == "heading_open":
        return Hint(Kind.HEADING if headed or opening.tag != "h1" else Kind.HEADLINE, opening.markup)
    if not kinds:
        return None
    return Hint(kinds[-1], "list" if kinds[-1] is Kind.LIST_ITEM else ">")


def _inline(token: Any) -> _Piece:
    children = token.children or ()
    text = "".join(_BREAKS.get(child.type, child.content) for child in children).strip()
    if all(child.type in _PLAIN for child in children):
        return _Piece(text, _line(token))
    parser = _parser()
    return _Piece(text, _line(token), html=parser.renderer.render(children, parser.options, {}).replace("\n", " "))


def _table(tokens: list[Any]) -> _Piece:
    parser = _parser()
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token).text)
    html = parser.renderer.render(tokens, parser.options, {})
    return _Piece("\n".join(" ".join(row) for row in rows), _line(tokens[0]), html=html.replace("\n", ""))


def _line(token: Any) -> int:
    return (token.map[0] if token.map else 0) + 1


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
