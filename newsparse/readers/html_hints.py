"""The pieces of an article -> each with a hint: what the page's own markup says that it is, where that is sure.

A bare <p> gets none: it may be a caption, a byline or an advertisement, and the rules can tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsparse.model import Hint, Kind, Stated
from newsparse.readers.html_content import Content, alike
from newsparse.readers.html_furniture import LEAST_PROSE, prose_of
from newsparse.readers.html_pieces import Piece
from newsparse.readers.html_tree import Element

LONGEST_BYLINE = 200  # characters; more is the author's portrait
LEAST_CAPTION = 25  # characters of text that stands in a <figure> but in no <figcaption>; "Enlarge" is none
LONGEST_MENU_ENTRY = 60
SMALL_BOX = 4  # elements; a larger box holds more than the standfirst
ALL_BUT = 0.9  # of the prose must stand in <p> before other short boxes are taken for labels
MOST = 0.7  # of a piece's characters must stand in <time> or in what names the author

_SENTENCE_ENDS = ".!?…\"'”’»。"
_CREDIT_SIGNS = frozenset(":/©|()@")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOXES = {
    "blockquote": Kind.BLOCKQUOTE,
    "figcaption": Kind.CAPTION,
    "figure": Kind.CAPTION,
    "li": Kind.LIST_ITEM,
    "table": Kind.PARAGRAPH,
    **dict.fromkeys(_HEADINGS, Kind.HEADING),
}
_SUBHEADS = frozenset({"h2", "h3"})  # of some length and right below the headline
_POINTERS = {"li": "list of links", **dict.fromkeys(_HEADINGS, "linked heading")}
_DECK = re.compile(
    r"(?:^|[-_ ])(?:standfirst|deck|dek|strapline|sub-?(?:headline|head|title|heading)|chapo|chapeau|entradilla|bajada"
    r"|sommario|vorspann|ingress|intro|lead|lede|teaser)(?:$|[-_ ]|text)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hinted:
    """What a block is made of."""

    text: str
    html: str | None
    line: int
    hint: Hint | None


def hinted(content: Content, stated: Stated) -> Iterator[Hinted]:
    """The pieces in order with their hints; the entries of a menu are one."""
    menu: Hinted | None = None
    for item in _each(content, stated):
        if menu and _same_menu(menu, item):
            menu = replace(menu, text=f"{menu.text} {item.text}")
            continue
        if menu:
            yield menu
            menu = None
        if _is_menu_entry(item):
            menu = replace(item, html=None)
        else:
            yield item
    if menu:
        yield menu


def _is_menu_entry(item: Hinted) -> bool:
    return item.hint is not None and item.hint.kind is Kind.BOILERPLATE and len(item.text) < LONGEST_MENU_ENTRY


def _same_menu(menu: Hinted, item: Hinted) -> bool:
    return _is_menu_entry(item) and menu.hint == item.hint


def _each(content: Content, stated: Stated) -> Iterator[Hinted]:
    article = _Article(content, stated)
    for i, piece in enumerate(content.pieces):
        item = Hinted(piece.text, piece.html, piece.line, article.hint(i))
        if i == content.headline and stated.headline and item.text.endswith(f" {stated.headline}"):
            yield from _without_kicker(item, stated.headline)
        else:
            yield item


def _without_kicker(item: Hinted, headline: str) -> Iterator[Hinted]:
    """ "Premier League Rovers win the derby" in one <h1>: the words above the headline are the topic's name."""
    yield Hinted(item.text.removesuffix(headline).strip(), None, item.line, Hint(Kind.METADATA, "kicker"))
    yield Hinted(headline, None, item.line, item.hint)


class _Article:
    """Where the parts of the article stand among its pieces."""

    def __init__(self, content: Content, stated: Stated) -> None:
        self.content = content
        self.pieces = content.pieces
        inside = [i for i, region in enumerate(content.regions) if region is None]
        self.headline = content.headline
        top = -1 if self.headline is None else self.headline
        below = [i for i in inside if i > top]
        self.deck = self._find_deck(below, stated)
        prose = (i for i in below if prose_of(self.pieces[i]) and i != self.deck)
        self.first_prose = next(prose, len(self.pieces))
        self.top = top
        prose_in_p = sum(prose_of(self.pieces[i]) for i in below if self.pieces[i].element.name == "p")
        self.text_is_in_p = prose_in_p > ALL_BUT * sum(prose_of(self.pieces[i]) for i in below)

    def hint(self, i: int) -> Hint | None:
        """What the markup says of the piece."""
        region = self.content.regions[i]
        if i == self.headline:
            return Hint(Kind.HEADLINE, self.pieces[i].box or "the headline that the page states")
        if region:
            return Hint(Kind.BOILERPLATE, region)
        if i == self.deck:
            return Hint(Kind.DECK, "deck")
        return self._by_share(i, self.pieces[i]) or self._by_box(i, self.pieces[i])

    def _by_share(self, i: int, piece: Piece) -> Hint | None:
        """What stands in a link, in <time> or in what names the author, most of it."""
        size = len(piece.text)
        if piece.shares["author"] >= MOST * size and size < LONGEST_BYLINE and i < self.first_prose:
            return Hint(Kind.BYLINE, "author")
        if piece.shares["time"] >= MOST * size and piece.box not in _BOXES:
            return Hint(Kind.TIMESTAMP, "time")
        if piece.shares["a"] >= MOST * size and piece.box in _POINTERS:
            return Hint(Kind.BOILERPLATE, _POINTERS[piece.box])
        if piece.box or i < self.first_prose:
            return None
        if _is_pointer(piece):
            return Hint(Kind.BOILERPLATE, "link")
        return Hint(Kind.BOILERPLATE, "label") if self.text_is_in_p and _is_label(piece) else None

    def _by_box(self, i: int, piece: Piece) -> Hint | None:
        """What stands in a heading, a list, a caption, a quotation or a table."""
        kind = _BOXES.get(piece.box)
        above_text = i < self.first_prose
        if kind is Kind.HEADING and i < self.top:
            return None
        if kind is Kind.LIST_ITEM and above_text:
            kind = Kind.BULLET
        if piece.box == "figure" and (len(piece.text) < LEAST_CAPTION or _is_pointer(piece)):
            return None
        if piece.box == "figcaption" and piece.shares["time"] and above_text:  # "By Ann Lee, 3 May" below a portrait
            return None
        return Hint(kind, piece.box) if kind else None

    def _find_deck(self, below: list[int], stated: Stated) -> int | None:
        """The standfirst: by its class, or the page's description where it is not set like the text."""
        description = str(stated.metadata.get("description", ""))
        for place, i in enumerate(below[:8]):
            piece = self.pieces[i]
            following = next((self.pieces[j] for j in below[place + 1 :] if prose_of(self.pieces[j])), None)
            apart = following is None or _setting(following.element) != _setting(piece.element)
            if len(piece.text) < LEAST_PROSE or piece.box not in ("", *_HEADINGS):
                continue
            if not place and piece.box in _SUBHEADS:
                return i
            if apart and (alike(piece.text, description) or _DECK.search(" ".join(_setting(piece.element)))):
                return i
            if prose_of(piece) and not apart:
                return None
        return None


def _is_pointer(piece: Piece) -> bool:
    """Whether a piece among the prose is a link to another story: mostly a link, and no sentence."""
    return piece.shares["a"] >= MOST * len(piece.text) and piece.text[-1] not in _SENTENCE_ENDS


def _is_label(piece: Piece) -> bool:
    """Whether a piece that is no <p>, among text that is, is a button's or a chart's; a credit is not ("Photo: AP")."""
    short = len(piece.text) < LEAST_PROSE and piece.text[-1] not in _SENTENCE_ENDS
    return piece.element.name != "p" and short and _CREDIT_SIGNS.isdisjoint(piece.text)


def _setting(element: Element) -> tuple[str, ...]:
    """What a paragraph looks like: its name and classes, and those of small boxes around it."""
    names: list[str] = []
    here: Element | None = element
    while here and here.last - element.order < SMALL_BOX and len(names) < 6:
        names += [here.name, here.get("class"), here.get("itemprop")]
        here = here.parent
    return tuple(names)
