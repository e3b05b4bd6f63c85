"""The elements of a page -> its furniture: menus, share bars, teasers, comments; and what weighs as prose."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsparse.readers.html_pieces import Piece
from newsparse.readers.html_tree import Element

LEAST_PROSE = 40  # characters: a shorter piece is a menu entry, a label, a caption
REGION_SHARE = 0.3  # of the prose: what has more is no side show, whatever its class says ("has-paywall")
COMMENTS_SHARE = 0.9  # but readers may well write more than the reporter

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
_TEASERS = frozenset({"teaser", "teasers"})
_NONE: frozenset[str] = frozenset()


def prose_of(piece: Piece) -> int:
    """How much a piece weighs in the search for the article: its characters, links counted against it."""
    wide = 2 if _WIDE.search(piece.text, 0, 100) else 1
    if wide * len(piece.text) < LEAST_PROSE or piece.box not in ("", "blockquote"):
        return 0
    return max(0, wide * (len(piece.text) - 2 * piece.shares["a"]))


def sums_of(elements: list[Element], pieces: list[Piece], weights: Iterable[int]) -> list[int]:
    """For each element the weight of all pieces in it."""
    sums = [0] * len(elements)
    for piece, weight in zip(pieces, weights, strict=True):
        sums[piece.element.order] += weight
    for element in reversed(elements):
        if element.parent:
            sums[element.parent.order] += sums[element.order]
    return sums


def regions_of(elements: list[Element], pieces: list[Piece]) -> list[str | None]:
    """For each element the furniture that it is or stands in; a word that would take the article means nothing."""
    weights = sums_of(elements, pieces, map(prose_of, pieces))
    words = _words(elements, pieces)
    taken: Counter[str] = Counter()
    for element in elements:
        above = words[element.parent.order] if element.parent else _NONE
        for word in words[element.order] - above:
            taken[word] += weights[element.order]
    void = {word for word, weight in taken.items() if weight > _most_of(word) * weights[0]}
    regions: list[str | None] = []
    for element in elements:
        around = regions[element.parent.order] if element.parent else None
        regions.append(around or min(words[element.order] - void, default=None))
    return regions


def _most_of(word: str) -> float:
    return COMMENTS_SHARE if word.startswith("comment") else REGION_SHARE


def _words(elements: list[Element], pieces: list[Piece]) -> list[frozenset[str]]:
    """For each element the words that call it page furniture."""
    texts = sums_of(elements, pieces, (len(piece.text) for piece in pieces))
    links = sums_of(elements, pieces, (piece.shares["a"] for piece in pieces))
    found: list[frozenset[str]] = []
    article: Element | None = None
    for element in elements:
        words = frozenset(_furniture(element)) if element.attributes or element.name in _REGIONS else _NONE
        if 2 * links[element.order] <= texts[element.order]:
            words -= _TEASERS  # in Germany the "teaser" is the standfirst as well
        if element.name == "article":
            if article and article.holds(element):
                words |= {"article"}
            else:
                article = element
        found.append(words)
    return found


def _furniture(element: Element) -> Iterator[str]:
    if element.name in _REGIONS:
        yield element.name
    if element.name in ("html", "body", "#page"):
        return
    if (role := element.get("role").lower()) in _ROLES:
        yield role
    for found in _FURNITURE.finditer(f"{element.get('class')} {element.get('id')}"):
        yield found["word"].lower()
