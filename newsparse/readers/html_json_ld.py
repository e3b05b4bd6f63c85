"""schema.org data in a page's JSON-LD scripts -> the nodes of articles; broken scripts are passed over."""

from collections.abc import Iterator, Mapping
from typing import Any

from newsparse.readers.html_tree import Element, Text

Node = Mapping[str, Any]

MOST_NODES = 10_000  # of one page; more is no description of an article
_TYPES = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
_BRANCHES = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_WRAPPERS = ("//<![CDATA[", "<![CDATA[", "<!--", "//]]>", "]]>", "//-->", "-->", ";")


def article_nodes(elements: list[Element]) -> list[Node]:
    """The nodes of type NewsArticle and kin, in the order of the page; those with a headline first."""
    found = [node for script in _scripts(elements) for node in _nodes(script) if _is_article(node)]
    return sorted(found, key=lambda node: not names(node.get("headline")))


def names(value: Any) -> tuple[str, ...]:
    """The names in a value that may be a string, a node with a name, or a list of such.

    >>> names([{"@type": "Person", "name": "Ada Quill"}, "Bo Reed"])
    ('Ada Quill', 'Bo Reed')
    """
    items = value if isinstance(value, list) else [value]
    flat = (item.get("name") if isinstance(item, Mapping) else item for item in items)
    texts = (part for item in flat for part in (item if isinstance(item, list) else [item]))
    return tuple(" ".join(text.split()) for text in texts if isinstance(text, str) and text.strip())


def _scripts(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        if element.name == "script" and element.get("type").lower().split(";")[0].strip() == "application/ld+json":
            yield "".join(child.value for child in element.children if isinstance(child, Text))


def _nodes(script: str) -> Iterator[Node]:
    """The node of a script and those below it that may be the article."""
    waiting, seen = [_value(script)], 0
    while waiting and seen < MOST_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting[:0] = value[:MOST_NODES]
        elif isinstance(value, dict):
            yield value
            waiting[:0] = [value[key] for key in _BRANCHES if isinstance(value.get(key), list | dict)]


def _value(script: str) -> Any:
    import json

    text = script.strip()
    for mark in _WRAPPERS:
        text = text.removeprefix(mark).removesuffix(mark).strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and (kind.rsplit("/", 1)[-1] in _TYPES or kind.endswith("Article"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
