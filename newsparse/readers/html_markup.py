"""Inline content -> a block's text and its cleaned markup: an allow-list, written anew, never the page's own source."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape

# Attributes are dropped, but for the address of a link. <q> is not here: its marks are written into the text.
ALLOWED = frozenset({
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "s", "small", "strong", "sub", "sup", "time", "u",
})  # fmt: skip
TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"})
_SCHEMES = frozenset({"http", "https", "mailto"})
_UNSEEN = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]")
_SCHEME = re.compile(r"([^/?#:]*):")


def safe_address(href: str) -> str | None:
    """The address of a link that may be kept: http, https, mailto or relative; None for all else.

    >>> safe_address("java\\tscript:alert(1)"), safe_address("/sport?id=1")
    (None, '/sport?id=1')
    """
    clean = _UNSEEN.sub("", href)
    scheme = _SCHEME.match(clean)
    return clean if clean and (scheme is None or scheme[1].lower() in _SCHEMES) else None


@dataclass(frozen=True, slots=True)
class Run:
    """What stood in one block: ``html`` is None without markup; ``shares`` counts characters by what they stand in."""

    text: str
    html: str | None
    line: int
    shares: Counter[str]


@dataclass(slots=True)
class Inline:
    """Gathers the text and markup of a block, white space folded to single spaces.

    Tags are written when text comes, so that empty ones vanish; a tag within its like is left out, so that a page of
    a million <b> in one another has one. Tags still open when a block ends go on in the next.
    """

    tags: list[tuple[str, str]] = field(default_factory=list)  # the open ones: name, start tag
    written: int = 0  # how many of these are in the markup already
    depth: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    line: int = 0
    space: bool = False
    breaks: int = 0
    fresh: bool = False  # a part of a table has just been opened or closed: no space behind it
    marked: bool = False
    shares: Counter[str] = field(default_factory=Counter)

    def open(self, name: str, href: str = "") -> None:
        """An inline element begins."""
        self.depth[name] += 1
        if self.depth[name] > 1:
            return
        address = safe_address(href) if name == "a" else None
        start = f'<a href="{escape(address)}">' if address else f"<{name}>"
        if name != "a" or address:
            self.tags.append((name, start))

    def close(self, name: str) -> None:
        """An inline element ends."""
        self.depth[name] -= 1
        if self.depth[name] or not self.tags or self.tags[-1][0] != name:
            return
        self.tags.pop()
        if self.written > len(self.tags):
            self.html.append(f"</{name}>")
            self.written -= 1

    def table_part(self, tag: str) -> None:
        """The start or end tag of a part of a table: written at once, empty cells keep their place."""
        self._end_tags()
        self.html.append(tag)
        self.space = self.fresh = self.marked = True

    def line_break(self) -> None:
        """A <br>; what two of them mean is the caller's business."""
        self.breaks += 1

    def text(self, value: str, line: int, inside: frozenset[str] = frozenset()) -> None:
        """Text that stands in elements of the kinds ``inside`` ("author", "time")."""
        words = " ".join(value.split())
        if not words:
            self.space = self.space or bool(value)
            return
        if self.texts:
            self._gap(value)
        else:
            self.line = line
        for name, start in self.tags[self.written :]:
            self.html.append(start)
            self.marked = self.marked or name != "time"
        self.written = len(self.tags)
        self.texts.append(words)
        self.html.append(escape(words, quote=False))
        self.shares.update(dict.fromkeys(inside | ({"a"} if self.depth["a"] else set()), len(words)))
        self.space, self.breaks, self.fresh = value[-1].isspace(), 0, False

    def _gap(self, value: str) -> None:
        if self.breaks:
            self.html.append("<br>")
            self.marked = True
        if self.breaks or self.space or value[0].isspace():
            self.texts.append(" ")
            self.html.append("" if self.fresh or self.breaks else " ")

    def _end_tags(self) -> None:
        self.html.extend(f"</{name}>" for name, _ in reversed(self.tags[: self.written]))
        self.written = 0

    def take(self) -> Run | None:
        """What was gathered, and a new beginning; None where there was no text."""
        self._end_tags()
        run = None
        if self.texts:
            run = Run("".join(self.texts), "".join(self.html) if self.marked else None, self.line, self.shares)
        self.texts, self.html, self.shares = [], [], Counter()
        self.space, self.breaks, self.fresh, self.marked = False, 0, False, False
        return run
