"""A page as found in the wild -> the same page for BeautifulSoup: tags balanced, no traps, every line where it was.

BeautifulSoup with html.parser takes quadratic time on text in deep nesting, on <br> among stray end tags, on "<!--"
that nothing closes; it nests a <p> without an end tag into the one before; and releases of Python differ in what they
make of broken comments, references and raw text. One scan, linear in the page, leaves none of that to it.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from html import unescape

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "math", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr", "br",
})  # fmt: skip
DEEPEST = 512  # levels, as in Blink; tags below are left out, their text stays
MOST_PIECES = 1_000_000  # tags, comments and texts; later tags are left out: each takes BeautifulSoup up to a kilobyte
MOST_ATTRIBUTES = 20_000  # words and slashes of a tag; with more it has none: html.parser takes 200 bytes for each

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
_CELLS = ("td", "th", "caption")
_DRAWINGS = ("svg", "math")  # in these <path/> is closed
_ALWAYS_ENDS = frozenset({*_CELLS, *_DRAWINGS, "table", "tr", "tbody", "thead", "tfoot"})  # whatever is open in it

# What stands in these is no markup, whatever it looks like: text that counts, or nothing that anyone reads.
_TEXT_ONLY = frozenset({"title", "textarea"})
_UNREAD = frozenset({"script", "style", "iframe", "noembed", "noframes"})
_RAW = _TEXT_ONLY | _UNREAD
_HIDES_THE_REST = frozenset({"script", "style"})  # a browser shows nothing behind one that is never closed
_RENAMED = {"xmp": "pre", "plaintext": "pre"}  # raw text to some releases of html.parser only

_MARKUP = re.compile(r"<(?:(?P<comment>!--)|[!?]|/(?![a-zA-Z])|(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>\x00]*+))")
_COMMENT_END = re.compile(r"--!?>")
_DECLARATION_END = re.compile(r">(?:\s*+\]>)?")  # or that of a document type's own declarations
_TAG_END = re.compile(r">")
# No round of the group fails behind its first sign: before Python 3.11.5 (gh-106052) it kept what it had read.
_ATTRIBUTES = re.compile(
    r"""
    ( (?: [^>=]++
        | = \s*+ (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | (?!["']) )
      )*+ ) >
    """,
    re.VERBOSE,
)
_JSON_LD = re.compile(r"application/ld\+json", re.IGNORECASE)
_LONG_REFERENCE = re.compile(r"&#[0-9]{9,};?")  # no character; int() refuses the longest

_Look = Callable[[str, int], "re.Match[str] | None"]


def guarded(text: str) -> str:
    """The page in markup on which html.parser and BeautifulSoup are linear, and agree with browsers."""
    return _Scan(_LONG_REFERENCE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))).markup()


class _Tags:
    """Writes tags and text. ``opened`` has each name's places in the stack, so that no question walks the stack."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.stack: list[tuple[str, bool]] = []  # the open elements, and whether their start tag was written
        self.opened: dict[str, list[int]] = defaultdict(list)
        self.blocks: list[int] = []

    def nearest(self, *names: str) -> int:
        return max((places[-1] for name in names if (places := self.opened.get(name))), default=-1)

    def text(self, raw: str) -> None:
        if "&" in raw:
            raw = unescape(raw).replace("&", "&amp;")
        if raw:
            self.written.append(raw.replace("<", "&lt;"))

    def comment(self, lines: int) -> None:
        """What is not read, reduced to its line ends: html.parser counts them."""
        comment = "<!--" + "\n" * lines + "-->"
        if (lines or self.written[-1:] != [comment]) and len(self.written) < MOST_PIECES:
            self.written.append(comment)

    def open(self, name: str, attributes: str) -> None:
        if name in ("html", "body") and self.opened.get(name):
            return
        if self.opened.get("head") and name not in _IN_HEAD:
            self.cut(self.nearest("head"))
        paragraph = self.nearest("p")
        if name in _ENDS_PARAGRAPH and paragraph > self.nearest(*_CELLS):
            self.cut(paragraph)
        siblings, bounds = _ENDS_SIBLING.get(name, ((), ()))
        while siblings and (place := self.nearest(*siblings)) > self.nearest(*bounds):
            self.cut(place)
        self.push(name, attributes)

    def push(self, name: str, attributes: str) -> None:
        drawn = name in _DRAWINGS or self.nearest(*_DRAWINGS) >= 0
        empty = name in VOID or (drawn and attributes.endswith("/"))
        shown = len(self.written) < MOST_PIECES and (empty or len(self.stack) < DEEPEST)
        if shown:  # the blank before ">": <a href=x/> has an end, <a href=x /> is no <a/>
            self.written.append(f"<{name} {attributes} {'/' if empty else ''}>")
        if empty:
            return
        self.opened[name].append(len(self.stack))
        if name not in INLINE:
            self.blocks.append(len(self.stack))
        self.stack.append((name, shown))

    def close(self, name: str) -> None:
        if name == "br":
            self.push("br", "")
        if name in ("html", "body"):
            return
        place = self.nearest(name)
        bound = (self.blocks or [-1])[-1] if name in INLINE else self.nearest(*_CELLS)
        if place > bound or (place >= 0 and name in _ALWAYS_ENDS):
            self.cut(place)

    def cut(self, place: int) -> None:
        """Closes the element at that place of the stack and all in it."""
        while len(self.stack) > place:
            name, shown = self.stack.pop()
            self.opened[name].pop()
            if name not in INLINE:
                self.blocks.pop()
            if shown:
                self.written.append(f"</{name}>")


class _Scan:
    """One way through the text; what was once looked for in vain is not looked for again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tags = _Tags()
        self.missing: set[_Look] = set()

    def find(self, look: _Look, start: int) -> re.Match[str] | None:
        found = None if look in self.missing else look(self.text, start)
        if found is None:
            self.missing.add(look)
        return found

    def markup(self) -> str:
        position = 0
        while found := _MARKUP.search(self.text, position):
            self.tags.text(self.text[position : found.start()])
            position = self.tag(found) if found["name"] else self.no_tag(found)
        self.tags.text(self.text[position:])
        self.tags.cut(0)
        return "".join(self.tags.written)

    def no_tag(self, found: re.Match[str]) -> int:
        """Passes over a comment or declaration; a comment that is never closed hides nothing but its own mark."""
        look = _COMMENT_END.search if found["comment"] else _DECLARATION_END.search
        end = self.find(look, found.start() + 2) or found
        if end is found and not found["comment"]:
            self.tags.text(found[0])
        else:
            self.tags.comment(self.text.count("\n", found.start(), end.end()))
        return end.end()

    def tag(self, found: re.Match[str]) -> int:
        """Writes a start or end tag; one that is cut off is text. Quotation marks that do not pair cost attributes."""
        name = _RENAMED.get(found["name"].lower(), found["name"].lower())
        whole = None if found["slash"] else self.find(_ATTRIBUTES.match, found.end())
        end = whole or self.find(_TAG_END.search, found.end())
        if end is None:
            self.tags.text(found[0])
            return found.end()
        attributes = " ".join(whole[1].split()) if whole else ""
        if attributes.count(" ") + attributes.count("/") > MOST_ATTRIBUTES:
            attributes = ""
        if found["slash"]:
            self.tags.close(name)
        else:
            self.tags.open(name, attributes)
        if lines := self.text.count("\n", found.end(), end.end()):
            self.tags.comment(lines)
        opens_raw = name in _RAW and not found["slash"]
        return self.raw(name, attributes, end.end()) if opens_raw else end.end()

    def raw(self, name: str, attributes: str, start: int) -> int:
        """What stands up to the end tag: text, data of the article, or nothing to read."""
        end = self.find(re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search, start)
        if end is None:
            return len(self.text) if name in _HIDES_THE_REST else start
        content = self.text[start : end.start()]
        if name in _TEXT_ONLY:
            self.tags.text(content)
        elif name == "script" and _JSON_LD.search(attributes):
            self.tags.written.append(content.replace("</", "<\\/"))  # the same to JSON, and no end tag to anyone
        else:
            self.tags.written.append("\n" * content.count("\n"))
        return end.start()
