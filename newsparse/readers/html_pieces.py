"""A tree of elements -> pieces: every run of visible text that stands by itself, in document order."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsparse.readers.html_guard import INLINE
from newsparse.readers.html_markup import ALLOWED, TABLE_PARTS, Inline, Run
from newsparse.readers.html_tree import Element, Text

HIDDEN = frozenset({
    "audio", "base", "button", "canvas", "col", "colgroup", "datalist", "dialog", "head", "iframe", "input", "link",
    "math", "meta", "noembed", "noframes", "noscript", "object", "option", "picture", "script", "select", "source",
    "style", "svg", "template", "textarea", "title", "track", "video",
})  # fmt: skip
_FOR_SCREEN_READERS = frozenset({
    "screen-reader-text", "sr-only", "u-visually-hidden", "visually-hidden", "visuallyhidden",
})  # fmt: skip
_NOT_SHOWN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
# In these an element that HTML does not know is inline: <p>a word of <x-link>a name</x-link></p>
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "dd", "dt"})
_KNOWN_BLOCKS = frozenset({
    "#page", "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
# What is said in one breath although it stands in boxes: <figcaption><div>Text</div><div>Credit</div></figcaption>
_WHOLE = frozenset({"figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})
_BOXES = _WHOLE | {"blockquote", "figure", "li"}
_CAPTION = re.compile(r"(?:^|[-_ ])(?:fig)?caption(?:$|[-_ ]|text)", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:^|[-_ ])(?:byline|authors?|autor(?:e|en|in)?|auteurs?)(?:$|[-_ ]|name)", re.IGNORECASE)
_APART = frozenset({"a", "label", "span", "time"})
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, the block element that it stands in, and the box (figcaption, li, h2) that tells what it is.

    ``shares`` as in Run; ``line`` is that of the page where the text begins.
    """

    text: str
    html: str | None
    line: int
    element: Element
    box: str
    shares: Counter[str]


def is_hidden(element: Element) -> bool:
    """Whether a browser would not show the element as text."""
    return (
        element.name in HIDDEN
        or "hidden" in element.attributes
        or element.get("aria-hidden").lower() == "true"
        or ("style" in element.attributes and _NOT_SHOWN.search(element.attributes["style"]) is not None)
        or ("class" in element.attributes and not _FOR_SCREEN_READERS.isdisjoint(element.classes()))
    )


def pieces_of(elements: list[Element]) -> Iterator[Piece]:
    """All visible text of the page."""
    return _Walk(_data_tables(elements)).pieces(elements[0])


def _data_tables(elements: list[Element]) -> frozenset[Element]:
    """The tables that hold facts, not the layout of the page: rows and columns, and no paragraphs in them."""
    inside: list[Element] = []
    cells: Counter[int] = Counter()
    rows: Counter[int] = Counter()
    laid_out: set[int] = set()
    for element in elements:
        while inside and not inside[-1].holds(element):
            inside.pop()
        if inside:
            order = inside[-1].order
            cells[order] += element.name in ("td", "th")
            rows[order] += element.name == "tr"
            if element.name not in INLINE and element.name not in TABLE_PARTS and element.name not in HIDDEN:
                laid_out.add(order)
        if element.name == "table":
            inside.append(element)
    tables = (element for element in elements if element.name == "table" and element.order not in laid_out)
    return frozenset(table for table in tables if rows[table.order] > 1 and cells[table.order] > rows[table.order])


class _Walk:
    """One way through the tree, with what stands open at the moment."""

    def __init__(self, data_tables: frozenset[Element]) -> None:
        self.data_tables = data_tables
        self.inline = Inline()
        self.blocks: list[Element] = []
        self.boxes: list[tuple[str, Element]] = []
        self.open: Counter[str] = Counter()  # "author", "time", "pre", "table", "paragraph": in how many of them we are

    def pieces(self, root: Element) -> Iterator[Piece]:
        self.blocks.append(root)
        ways = [(root, iter(root.children))]
        while ways:
            element, rest = ways[-1]
            child = next(rest, None)
            if child is None:
                ways.pop()
                yield from self.leave(element)
            elif isinstance(child, Text):
                yield from self.read(child)
            elif not is_hidden(child):
                yield from self.enter(child)
                ways.append((child, iter(child.children)))

    def read(self, text: Text) -> Iterator[Piece]:
        parts = _BLANK_LINE.split(text.value) if self.open["pre"] else [text.value]
        inside = frozenset(kind for kind in ("author", "time") if self.open[kind])
        for number, part in enumerate(parts):
            if number or (self.inline.breaks > 1 and not part.isspace() and not self.open["table"]):
                yield from self.flush()
            self.inline.text(part, text.line, inside)

    def enter(self, element: Element) -> Iterator[Piece]:
        name = element.name
        if name == "br":
            self.inline.line_break()
        elif self.open["table"] and name in TABLE_PARTS:
            self.inline.table_part(f"<{name}>")
        elif self.is_inline(element):
            self.enter_inline(element)
        else:
            yield from self.flush()
            self.blocks.append(element)
            if box := _box(element, self.data_tables):
                self.boxes.append((box, element))
            if box == "table":
                self.inline.table_part("<table>")
        for kind in _kinds(element, self.data_tables):
            self.open[kind] += 1

    def enter_inline(self, element: Element) -> None:
        if element.name == "q":
            self.inline.text("“", element.line)
        elif element.name in ALLOWED:
            self.inline.open(element.name, element.get("href"))
        if element.name not in INLINE or (element.name in _APART and not self.open["paragraph"]):
            self.inline.space = True  # side by side in a box they are apart on the screen: "By A. Name" "3 May"

    def leave(self, element: Element) -> Iterator[Piece]:
        name = element.name
        for kind in _kinds(element, self.data_tables):
            self.open[kind] -= 1
        if element in self.data_tables:
            self.inline.table_part("</table>")
        if self.blocks[-1] is element:
            yield from self.flush()
            self.blocks.pop()
            if self.boxes and self.boxes[-1][1] is element:
                self.boxes.pop()
        elif self.open["table"] and name in TABLE_PARTS:
            self.inline.table_part(f"</{name}>")
        elif name == "q":
            self.inline.text("”", element.line)
        elif name in ALLOWED:
            self.inline.close(name)
        elif name not in INLINE:
            self.inline.space = True

    def is_inline(self, element: Element) -> bool:
        if element.name in INLINE or self.open["whole"]:
            return True
        return element.name not in _KNOWN_BLOCKS and self.blocks[-1].name in _PARAGRAPHS

    def flush(self) -> Iterator[Piece]:
        run: Run | None = self.inline.take()
        if run:
            box = self.boxes[-1][0] if self.boxes else ""
            yield Piece(run.text, run.html, run.line, self.blocks[-1], box, run.shares)


def _box(element: Element, data_tables: frozenset[Element]) -> str:
    """What the element makes of the text in it, in HTML's word; "" where it is just a box."""
    if element.name in _BOXES:
        return element.name
    if element in data_tables:
        return "table"
    return "figcaption" if element.attributes and _CAPTION.search(element.get("class")) else ""


def _kinds(element: Element, data_tables: frozenset[Element]) -> Iterator[str]:
    if element.name in ("time", "pre"):
        yield element.name
    if element.name in _PARAGRAPHS:
        yield "paragraph"
    if element.name in _WHOLE:
        yield "whole"
    if element in data_tables:
        yield "table"
    names = f"{element.get('rel')} {element.get('itemprop')} {element.get('class')}" if element.attributes else ""
    if names and _AUTHOR.search(names):
        yield "author"
