"""HTML tokens -> a tree of elements, with the end tags that authors leave out; linear, and no recursion on the depth.

Why not BeautifulSoup: 16,000 nested <div> with a word behind each, or as many <br> and stray end tags, take it
seconds, and twice as many take four times as long; and it nests a <p> that is never closed into the one before.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsparse.readers.html_tokens import Close, Open, Text, tokens

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "math", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr", "br",
})  # fmt: skip
_IN_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_ENDS_PARAGRAPH = frozenset({
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "dd", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
})  # fmt: skip
# A start tag of the key ends the nearest of the first names, unless one of the second stands nearer.
_ENDS_SIBLING = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("td", "th", "tr"), ("table",)),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (("td", "th", "tr", "thead", "tbody", "tfoot"), ("table",))),
    "option": (("option",), ("select",)),
}
MOST_NESTED = 64  # inline elements of one name in one another; more say nothing, and take memory by the million
_CELLS = ("td", "th", "caption")
_ALWAYS_ENDS = frozenset({*_CELLS, "table", "tr", "tbody", "thead", "tfoot", "svg", "math"})  # whatever is open in it


@dataclass(slots=True, eq=False)
class Element:
    """An element, not frozen since the tree grows. ``order`` counts start tags; ``last`` is that of its last heir."""

    name: str
    attributes: Mapping[str, str]
    at: int
    order: int
    parent: "Element | None"
    children: "list[Element | Text]" = field(default_factory=list)
    last: int = 0

    def holds(self, other: "Element") -> bool:
        """Whether the other stands in this one, or is it."""
        return self.order <= other.order <= self.last

    def get(self, attribute: str) -> str:
        """The attribute's value, stripped; "" where there is none."""
        return self.attributes.get(attribute, "").strip()

    def classes(self) -> list[str]:
        """The class names, in lower case."""
        return self.get("class").lower().split()


class _Builder:
    """The open elements. ``opened`` has the places of each name in the stack, so that no question walks the stack."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.stack: list[Element] = []
        self.opened: dict[str, list[int]] = defaultdict(list)
        self.blocks: list[int] = []
        self.passed_over: Counter[str] = Counter()  # inline elements that were nested too deep, by name
        self.push(Open("#page", {}, 0))

    def nearest(self, *names: str) -> int:
        return max((places[-1] for name in names if (places := self.opened.get(name))), default=-1)

    def push(self, tag: Open) -> None:
        parent = self.stack[-1] if self.stack else None
        element = Element(tag.name, tag.attributes, tag.at, len(self.elements), parent)
        element.last = element.order
        self.elements.append(element)
        if parent:
            parent.children.append(element)
        if tag.name in VOID or (tag.closed and (self.opened["svg"] or self.opened["math"])):
            return
        self.opened[tag.name].append(len(self.stack))
        if tag.name not in INLINE:
            self.blocks.append(len(self.stack))
        self.stack.append(element)

    def cut(self, place: int) -> None:
        """Closes the element at that place of the stack and all in it."""
        while len(self.stack) > place:
            name = self.stack.pop().name
            self.opened[name].pop()
            if name in INLINE:
                self.passed_over[name] = 0
            else:
                self.blocks.pop()

    def open(self, tag: Open) -> None:
        if tag.name in ("html", "body") and self.opened[tag.name]:
            return
        if tag.name in INLINE and len(self.opened[tag.name]) >= MOST_NESTED:
            self.passed_over[tag.name] += 1
            return
        if self.opened["head"] and tag.name not in _IN_HEAD:
            self.cut(self.nearest("head"))
        paragraph = self.nearest("p")
        if tag.name in _ENDS_PARAGRAPH and paragraph > self.nearest(*_CELLS):
            self.cut(paragraph)
        siblings, bounds = _ENDS_SIBLING.get(tag.name, ((), ()))
        while siblings and (place := self.nearest(*siblings)) > self.nearest(*bounds):
            self.cut(place)
        self.push(tag)

    def close(self, name: str) -> None:
        if name == "br":
            self.push(Open("br", {}, self.stack[-1].at))
        if name in ("html", "body"):
            return
        if self.passed_over[name]:
            self.passed_over[name] -= 1
            return
        place = self.nearest(name)
        bound = self.blocks[-1] if name in INLINE else self.nearest(*_CELLS)
        if place > bound or (place > 0 and name in _ALWAYS_ENDS):
            self.cut(place)


def elements_of(text: str) -> list[Element]:
    """All elements of the page in document order; the first is the page itself."""
    builder = _Builder()
    for token in tokens(text):
        if isinstance(token, Text):
            builder.stack[-1].children.append(token)
        elif isinstance(token, Close):
            builder.close(token.name)
        else:
            builder.open(token)
    for element in reversed(builder.elements):
        if element.parent:
            element.parent.last = max(element.parent.last, element.last)
    return builder.elements


def walk(root: Element) -> Iterator[tuple[bool, "Element | Text"]]:
    """(True, node) where a node begins, (False, element) where an element ends."""
    yield True, root
    ways = [(root, iter(root.children))]
    while ways:
        element, rest = ways[-1]
        child = next(rest, None)
        if child is None:
            ways.pop()
            yield False, element
        else:
            yield True, child
            if isinstance(child, Element):
                ways.append((child, iter(child.children)))


def text_of(element: Element) -> str:
    """All text in the element, white space folded."""
    parts = [node.value for _, node in walk(element) if isinstance(node, Text)]
    return " ".join("".join(parts).split())
