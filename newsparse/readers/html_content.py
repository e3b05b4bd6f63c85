"""The pieces of a page -> which of them are the article: the main element, its headline, the furniture around it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from newsparse.readers.html_furniture import prose_of, regions_of, sums_of
from newsparse.readers.html_pieces import Piece
from newsparse.readers.html_tree import Element

MAIN_SHARE = 0.4  # of the page's prose must stand in an <article> or <main>, or it is a teaser and no article
NARROW_SHARE = 0.7  # where nothing is marked, the smallest element with this share of the prose is the article
SAME_BY_CHANCE = 15  # letters: a shorter text may well begin or end another ("Sport")
PARAGRAPHS_OF_AN_ARTICLE = 3


@dataclass(frozen=True, slots=True)
class Content:
    """The pieces of one article in order. ``regions`` names for each the furniture that it stands in, or None."""

    pieces: tuple[Piece, ...]
    regions: tuple[str | None, ...]
    headline: int | None
    because: str


class Page:
    """The elements and pieces of a page, and sums over them that every question needs."""

    def __init__(self, elements: list[Element], pieces: list[Piece]) -> None:
        """All elements in document order, all pieces in document order."""
        self.elements = elements
        self.pieces = pieces
        self.regions = regions_of(elements, pieces)
        self.piece_regions = [self.regions[piece.element.order] for piece in pieces]
        within = zip(pieces, self.piece_regions, strict=True)
        self.prose = [0 if region else prose_of(piece) for piece, region in within]
        self.weights = sums_of(elements, pieces, self.prose)

    def main(self) -> tuple[Element, str]:
        """The element that holds the article, and why that one."""
        total = self.weights[0]
        for wanted, why in ((_is_article, "<article>"), (_is_article_body, "articleBody"), (_is_main, "<main>")):
            found = [element for element in self.elements if wanted(element) and not self.regions[element.order]]
            best = max(found, key=lambda element: self.weights[element.order], default=None)
            if best and self.weights[best.order] > MAIN_SHARE * total:
                return (self._narrow(best), why) if wanted is _is_main else (best, why)
        return self._narrow(self.elements[0]), "the element with most of the prose"

    def _narrow(self, element: Element) -> Element:
        enough = NARROW_SHARE * self.weights[element.order]
        while enough:
            inner = (child for child in element.children if isinstance(child, Element))
            heir = next((child for child in inner if self.weights[child.order] >= enough), None)
            if heir is None:
                return element
            element = heir
        return element

    def articles(self) -> list[Element]:
        """The <article>s side by side that are articles each: with a heading and paragraphs of prose."""
        found: list[Element] = []
        for element in self.elements:
            outside = not found or not found[-1].holds(element)
            if element.name == "article" and outside and not self.regions[element.order]:
                found.append(element)
        whole = set(_whole_articles(found, self.pieces, self.prose))
        return [element for element in found if element.order in whole]

    def headline(self, main: Element, stated: str | None) -> int | None:
        """The index of the headline's piece: the h1 that the page's data name, else one in the article, else above it.

        Without an h1 it is what reads as the data say, a heading first.
        """
        shown = [i for i, region in enumerate(self.piece_regions) if region is None]
        tops = [i for i in shown if self.pieces[i].box == "h1"]
        named = [i for i in shown if stated and alike(self.pieces[i].text, stated)]
        inside = [i for i in tops if main.holds(self.pieces[i].element)]
        above = [i for i in tops if self.pieces[i].element.order < main.order]
        headings = [i for i in named if self.pieces[i].box in ("h2", "h3", "h4")]
        named_tops = [i for i in named if self.pieces[i].box == "h1"]
        return next(iter(named_tops or inside or above[-1:] or headings or named), None)

    def content(self, main: Element, because: str, stated: str | None) -> Content:
        """The page as one article: what stands outside the main element and is not its head is furniture."""
        headline = self.headline(main, stated)
        head = self.pieces[headline].element.order if headline is not None else main.order
        regions = [
            region or (None if main.holds(piece.element) or head <= piece.element.order < main.order else "outside")
            for piece, region in zip(self.pieces, self.piece_regions, strict=True)
        ]
        return Content(tuple(self.pieces), tuple(regions), headline, because)

    def first_piece(self, order: int) -> int:
        """The index of the first piece in the element of that order, or behind it."""
        return bisect_left(self.pieces, order, key=lambda piece: piece.element.order)

    def part(self, article: Element, start: int, end: int) -> Content:
        """One of several articles: the pieces from ``start`` to ``end``, its first heading the headline."""
        pieces = self.pieces[start:end]
        regions = [
            region or (None if article.holds(piece.element) else "outside")
            for piece, region in zip(pieces, self.piece_regions[start:end], strict=True)
        ]
        headings = (i for i, piece in enumerate(pieces) if piece.box in ("h1", "h2", "h3") and not regions[i])
        return Content(tuple(pieces), tuple(regions), next(headings, None), "one of several <article>s")


def alike(shown: str, stated: str) -> bool:
    """Whether two headlines are the same but for marks, case, and the site's name before or behind.

    >>> alike("Council closes the old bridge", "The Gazette: Council Closes the Old Bridge")
    True
    """
    one, other = sorted((_fold(shown), _fold(stated)), key=len)
    return one == other != "" or (len(one) > SAME_BY_CHANCE and (other.startswith(one) or other.endswith(one)))


def _fold(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _whole_articles(articles: list[Element], pieces: list[Piece], prose: list[int]) -> Iterator[int]:
    at = 0
    for article in articles:
        while at < len(pieces) and pieces[at].element.order < article.order:
            at += 1
        headed = paragraphs = 0
        while at < len(pieces) and article.holds(pieces[at].element):
            headed += pieces[at].box in ("h1", "h2", "h3")
            paragraphs += prose[at] > 0
            at += 1
        if headed and paragraphs >= PARAGRAPHS_OF_AN_ARTICLE:
            yield article.order


def _is_article(element: Element) -> bool:
    return element.name == "article" or element.get("role").lower() == "article"


def _is_article_body(element: Element) -> bool:
    return element.get("itemprop").lower() == "articlebody"


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.get("role").lower() == "main"
