"""A page's markup -> its elements in document order, numbered: BeautifulSoup with html.parser, behind a guard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsparse.readers.html_guard import guarded

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})  # shared: a page may have a million elements


class Text(NamedTuple):
    """A piece of text and the line where it begins."""

    value: str
    line: int


@dataclass(slots=True, eq=False)
class Element:
    """An element, not frozen since the tree grows. ``order`` counts start tags; ``last`` is that of its last heir."""

    name: str
    attributes: Mapping[str, str]
    line: int
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


def elements_of(text: str) -> list[Element]:
    """All elements of the page in document order; the first is the page itself."""
    from bs4 import BeautifulSoup, Tag
    from bs4.element import NavigableString, PageElement, PreformattedString

    soup = BeautifulSoup(
        f"<page>{guarded(text)}</page>",
        "html.parser",
        multi_valued_attributes=None,
        on_duplicate_attribute="ignore",
        preserve_whitespace_tags={"page"},  # or blank lines are folded, and the lines below cannot be counted
    )
    elements = [Element("#page", _NO_ATTRIBUTES, 1, 0, None)]
    inside: list[tuple[PageElement, Element]] = [(soup.contents[0], elements[0])]
    line = 1
    for node in islice(soup.descendants, 1, None):
        while inside[-1][0] is not node.parent:
            inside.pop()
        parent = inside[-1][1]
        if isinstance(node, Tag):
            line = node.sourceline or line
            attributes = {name: str(value) for name, value in node.attrs.items()} if node.attrs else _NO_ATTRIBUTES
            element = Element(node.name, attributes, line, len(elements), parent)
            parent.children.append(element)
            elements.append(element)
            inside.append((node, element))
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):  # a comment
                parent.children.append(Text(str(node), line))
            line += node.count("\n")
    for element in reversed(elements):
        element.last = max(element.last, element.order)
        if element.parent:
            element.parent.last = max(element.parent.last, element.last)
    return elements


def text_of(element: Element) -> str:
    """All text in the element, white space folded."""
    parts: list[str] = []
    waiting: list[Element | Text] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Element):
            waiting.extend(reversed(node.children))
        else:
            parts.append(node.value)
    return " ".join("".join(parts).split())
