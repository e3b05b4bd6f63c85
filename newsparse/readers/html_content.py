"""The pieces of a page -> which of them are the article: the main element, its headline, the furniture around it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsparse.readers.html_pieces import Piece
from newsparse.readers.html_tree import Element

LEAST_PROSE = 40  # characters: a shorter piece is a menu entry, a label, a caption
MAIN_SHARE = 0.4  # of the page's prose must stand in an <article> or <main>, or it is a teaser and no article
NARROW_SHARE = 0.7  # where nothing is marked, the smallest element with this share of the prose is the article
REGION_SHARE = 0.3  # of the prose: what has more is no side show, whatever its class says ("has-paywall")
COMMENTS_SHARE = 0.9  # but readers may well write more than the reporter
PARAGRAPHS_OF_AN_ARTICLE = 3

_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")  # scripts that say as much in half the characters
_REGIONS = frozenset({"nav", "footer", "aside", "form", "address"})
_ROLES = frozenset({
    "alert", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search",
    "toolbar",
})  # fmt: skip
# Class and id words of page furniture, seen across publishers; each stands between hyphens, underscores or spaces.
_FURNITURE = re.compile(
    r"""
    (?<! [^-_\s] )
    (?P<word> ad s? | advert (?:isement|s)? | banner | breadcrumbs? | ccpa | comments? | consent | cookies? | didomi
      | disclaimer | donate | donation | follow | footer | gdpr | login | menu
      | (?: most | also | read ) [-_]? (?: read | more | also | popular ) | more [-_] (?: from | on | stories | news )
      | newsletters? | onetrust | outbrain | popular | promos? | recirc | recirculation | recommend (?:ed|ations?)?
      | registration | related (?: [-_]? (?: articles? | content | links? | posts? | stories | topics ) )?
      | share (?:bar|tools)? | sharing | sidebar | social | sponsored | subscribe | subscription | taboola | tags?
      | teasers? | toolbar | topics | trending | widgets? )
    (?! [^-_\s] )
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Content:
    """The pieces of one article in order. ``regions`` names for each the furniture that it stands in, or None."""

    pieces: tuple[Piece, ...]
    regions: tuple[str | None, ...]
    headline: int | None
    because: str


def prose_of(piece: Piece) -> int:
    """How much a piece weighs in the search for the article: its characters, links counted against it."""
    wide = 2 if _WIDE.search(piece.text, 0, 100) else 1
    if wide * len(piece.text) < LEAST_PROSE or piece.box not in ("", "blockquote"):
        return 0
    return max(0, wide * (len(piece.text) - 2 * piece.shares["a"]))


class Page:
    """The elements and pieces of a page, and sums over them that every question needs."""

    def __init__(self, elements: list[Element], pieces: list[Piece]) -> None:
        """All elements in document order, all pieces in document order."""
        self.elements = elements
        self.pieces = pieces
        weights = self._sums([prose_of(piece) for piece in pieces])
        self.regions = self._find_regions(weights)
        self.piece_regions = [self.regions[piece.element.order] for piece in pieces]
        within = zip(pieces, self.piece_regions, strict=True)
        self.prose = [0 if region else prose_of(piece) for piece, region in within]
        self.weights = self._sums(self.prose)

    def _sums(self, weights: Iterable[int]) -> list[int]:
        """For each element the weight of all pieces in it."""
        sums = [0] * len(self.elements)
        for piece, weight in zip(self.pieces, weights, strict=True):
            sums[piece.element.order] += weight
        for element in reversed(self.elements):
            if element.parent:
                sums[element.parent.order] += sums[element.order]
        return sums

    def _within(self, name: str) -> list[bool]:
        """For each element whether it stands in one of that name."""
        within: list[bool] = []
        for element in self.elements:
            above = element.parent
            within.append(above is not None and (above.name == name or within[above.order]))
        return within

    def _find_regions(self, weights: list[int]) -> list[str | None]:
        """For each element the furniture that it is or stands in; a word that would take the article means nothing."""
        texts, linked = (
            self._sums(len(piece.text) for piece in self.pieces),
            self._sums(piece.shares["a"] for piece in self.pieces),
        )
        links = [2 * links > text for links, text in zip(linked, texts, strict=True)]
        articles = self._within("article")
        words = [
            frozenset(_furniture(element, most_is_links=links[element.order], in_article=articles[element.order]))
            for element in self.elements
        ]
        taken: Counter[str] = Counter()
        for element in self.elements:
            above = words[element.parent.order] if element.parent else frozenset()
            for word in words[element.order] - above:
                taken[word] += weights[element.order]
        void = {word for word, weight in taken.items() if weight > _most_of(word) * weights[0]}
        regions: list[str | None] = []
        for element in self.elements:
            above_region = regions[element.parent.order] if element.parent else None
            regions.append(above_region or min(words[element.order] - void, default=None))
        return regions

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
        """The index of the headline's piece: the h1 that the page's data name, else in the article, else above it."""
        shown = [i for i, piece in enumerate(self.pieces) if piece.box == "h1" and not self.piece_regions[i]]
        for i in shown:
            if stated and alike(self.pieces[i].text, stated):
                return i
        inside = [i for i in shown if main.holds(self.pieces[i].element)]
        above = [i for i in shown if self.pieces[i].element.order < main.order]
        return next(iter(inside or above[-1:]), None)

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
    """Whether two headlines are the same but for marks, case and the site's name at the end."""
    one, other = _fold(shown), _fold(stated)
    return bool(one) and (one == other or (len(one) > 15 and (other.startswith(one) or one.startswith(other))))


def _fold(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _most_of(word: str) -> float:
    return COMMENTS_SHARE if word.startswith("comment") else REGION_SHARE


def _furniture(element: Element, *, most_is_links: bool, in_article: bool) -> Iterator[str]:
    """The words that call the element page furniture."""
    if element.name in _REGIONS or (element.name == "article" and in_article):
        yield element.name
    if not element.attributes or element.name in ("html", "body", "#page"):
        return
    if (role := element.get("role").lower()) in _ROLES:
        yield role
    for found in _FURNITURE.finditer(f"{element.get('class')} {element.get('id')}"):
        word = found["word"].lower()
        if most_is_links or not word.startswith("teaser"):  # in Germany the "teaser" is the standfirst as well
            yield word


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
