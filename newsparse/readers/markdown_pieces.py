"""Markdown -> its blocks as they render, each with its line and what the Markdown says that it is."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from newsparse.model import Hint, Kind

_PROSE = 80  # characters: a longer paragraph is text, not a deck, a byline or a date
_PLAIN = frozenset({"text", "text_special", "softbreak", "hardbreak"})
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


class Piece(NamedTuple):
    """A block; ``line`` is counted from 1 at the beginning of the Markdown, ``html`` is there where it has markup."""

    text: str
    line: int
    hint: Hint | None = None
    html: str | None = None


def pieces_of(text: str) -> Iterator[Piece]:
    """The blocks that hold text, in order."""
    walk = _Walk()
    tokens = iter(_parser().parse(text))
    opening = piece = None
    for token in tokens:
        if token.type == "table_open":
            piece = _table([token, *_until(tokens, "table_close")])
        else:
            piece = walk.step(token, opening)
        if piece is not None and piece.text.strip():
            yield piece
        opening = token


class _Walk:
    """Which lists and quotations are open, and whether the headline and the text have begun."""

    def __init__(self) -> None:
        self._open: list[Kind] = []
        self._headed = False
        self._begun = False

    def step(self, token: Any, opening: Any) -> Piece | None:
        """The piece that a token is; ``opening`` is the token before it, which tells of what."""
        if token.type in ("list_item_open", "blockquote_open"):
            self._open.append(Kind.LIST_ITEM if token.type == "list_item_open" else Kind.BLOCKQUOTE)
        elif token.type in ("list_item_close", "blockquote_close"):
            self._open.pop()
        elif token.type == "inline":
            return self._seen(_inline(token)._replace(hint=self._hint(opening)))
        elif token.content.strip():  # code, raw HTML: text as it stands
            return Piece(token.content.strip(), _line(token), Hint(Kind.PARAGRAPH, token.type))
        return None

    def _hint(self, opening: Any) -> Hint | None:
        """The first # is the headline; a list above the text has the key points."""
        if opening.type == "heading_open":
            named = self._headed or opening.tag != "h1"
            return Hint(Kind.HEADING if named else Kind.HEADLINE, opening.markup)
        if not self._open:
            return None
        if self._open[-1] is Kind.BLOCKQUOTE:
            return Hint(Kind.BLOCKQUOTE, ">")
        return Hint(Kind.LIST_ITEM if self._begun else Kind.BULLET, "list")

    def _seen(self, piece: Piece) -> Piece:
        self._headed = self._headed or (piece.hint is not None and piece.hint.kind is Kind.HEADLINE)
        self._begun = self._begun or (piece.hint is None and len(piece.text) >= _PROSE)
        return piece


def _until(tokens: Iterator[Any], kind: str) -> Iterator[Any]:
    for token in tokens:
        yield token
        if token.type == kind:
            return


def _inline(token: Any) -> Piece:
    children = token.children or ()
    text = "".join(_BREAKS.get(child.type, child.content) for child in children).strip()
    if all(child.type in _PLAIN for child in children):
        return Piece(text, _line(token))
    return Piece(text, _line(token), html=_rendered(children).replace("\n", " "))


def _table(tokens: list[Any]) -> Piece:
    """The rows as lines, and the whole as markup."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token).text)
    text = "\n".join(" ".join(row) for row in rows)
    return Piece(text, _line(tokens[0]), Hint(Kind.PARAGRAPH, "table"), _rendered(tokens).replace("\n", ""))


def _rendered(tokens: Any) -> str:
    return str(_parser().renderer.render(tokens, _parser().options, {}))


def _line(token: Any) -> int:
    return (token.map[0] if token.map else 0) + 1


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
