"""Inline HTML of any origin -> the little of it that may stand in an article, well nested; the text is always kept.

Writers do not trust ``BodyItem.html``: a record may come from anywhere. Nothing of the input is passed on but text
(unescaped, cleaned, escaped again), names on the list, and addresses that are safe; so it does not matter whether a
browser would have read broken markup as we do. One pass, no recursion, no parser to outwit.
"""

import re
from html import escape, unescape

from newsparse.writers.clean import for_people
from newsparse.writers.urls import safe_url

_ALLOWED = frozenset({
    "a", "abbr", "b", "caption", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u",
})  # fmt: skip
_SILENT = frozenset({"script", "style"})  # their text is no text of the article
_APART = frozenset({
    "blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section",
    "ul",
})  # fmt: skip  # refused, but their text does not run into the next
# A cell or a row that opens ends the open one, as in HTML; a link or a table does not stand within its like.
_CELL, _ROW = frozenset({"td", "th"}), frozenset({"td", "th", "tr"})
_PART = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot", "caption"})
_ENDS = {"td": _CELL, "th": _CELL, "tr": _ROW, "thead": _PART, "tbody": _PART, "tfoot": _PART}
_ONCE = frozenset({"a", "table"})
_DEEPEST = 24  # elements within each other: beyond any article, and a bound for what reads this further
_TAG = re.compile(r"(/?)([A-Za-z][^\s/>]{0,20})")
_HREF = re.compile(r"""(?<![\w-])href[ \t\n]{0,8}=[ \t\n]{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def sanitised(html: str) -> str:
    """The allowed markup of ``html``, without attributes but ``href``.

    >>> sanitised('It <b onclick="x()">grew<script>x()</script> <a href="javascript:x()">fast</a>')
    'It <b>grew <a>fast</a></b>'
    """
    return _Scan().run(html)


class _Scan:
    """One pass over the markup: what came out, the elements that are open, the refused ones that are yet to close."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.open: list[str] = []
        self.refused: dict[str, int] = {}
        self.silent = ""

    def run(self, html: str) -> str:
        head, *pieces = html.split("<")
        self._say(head)
        for piece in pieces:
            tag, end, text = piece.partition(">")
            if end and piece[:1] in "!?":
                self._say(text)
            elif end and (found := _TAG.match(piece)):
                self._meet(found[2].lower(), tag, closing=bool(found[1]))
                self._say(text)
            else:
                self._say("<" + piece)
        self._close_to(0)
        return "".join(self.out)

    def _say(self, text: str) -> None:
        if text and not self.silent:
            self.out.append(escape(for_people(unescape(text)).replace("\n", " ")))

    def _meet(self, name: str, tag: str, *, closing: bool) -> None:
        if self.silent:
            self.silent = "" if closing and name == self.silent else self.silent
        elif name in _SILENT:
            self.silent = "" if closing else name
        elif name == "br":
            self.out.append("<br>")
        elif name in _ALLOWED:
            self._end(name) if closing else self._begin(name, tag)
        elif name in _APART:
            self._say(" ")

    def _begin(self, name: str, tag: str) -> None:
        self._end_implied(name)
        if len(self.open) >= _DEEPEST or (name in _ONCE and name in self.open):
            self.refused[name] = self.refused.get(name, 0) + 1
            return
        self.open.append(name)
        self.out.append(f"<{name}{_link(tag) if name == 'a' else ''}>")

    def _end(self, name: str) -> None:
        if self.refused.get(name):
            self.refused[name] -= 1
        elif name in self.open:
            self._close_to(len(self.open) - 1 - self.open[::-1].index(name))

    def _end_implied(self, name: str) -> None:
        ended = _ENDS.get(name, frozenset())
        first = next((place for place, opened in enumerate(self.open) if opened in ended), len(self.open))
        self._close_to(first)

    def _close_to(self, depth: int) -> None:
        while len(self.open) > depth:
            self.out.append(f"</{self.open.pop()}>")


def _link(tag: str) -> str:
    found = _HREF.search(tag)
    url = safe_url(unescape(found[1] or found[2] or found[3] or "")) if found else None
    return f' href="{escape(url)}"' if url else ""
