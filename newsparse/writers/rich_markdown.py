"""Inline HTML -> CommonMark (tables in GitHub's dialect), by markdownify with our own escaping."""

from functools import cache
from typing import Any

from newsparse.writers.commonmark import inline, opening
from newsparse.writers.markup import sanitised

_EMPHASIS = {"b": "**", "strong": "**", "em": "*", "i": "*", "s": "~~"}
_BREAK = "\v"  # a <br> on its way: white space to `strip`, and in no text, for it is cleaned


def rich(html: str) -> str:
    """The markup as Markdown on one line, but for hard breaks and tables; "" where it holds no text."""
    text = str(_converter_class()(autolinks=False).convert(sanitised(html)))
    first, *others = (part for part in text.split(_BREAK) if part.strip()) if text.strip() else ("",)
    said, above = [first.strip()], first
    for part in others:
        by_a_table = above.endswith("\n") or part.startswith("\n")
        said += ["\n\n" if by_a_table else "\\\n", part.strip()]
        above = part
    return "".join(said)


@cache
def _converter_class() -> Any:
    """The converter; made when it is first needed, since it pulls in Beautiful Soup."""
    from markdownify import MarkdownConverter

    as_code = vars(MarkdownConverter)["convert_code"]

    class Converter(MarkdownConverter):
        """markdownify with literal text, safe links, whole tables, and emphasis only where CommonMark sees it."""

        def escape(self, text: str, _parent_tags: set[str]) -> str:
            said = text.lstrip()
            return text[: len(text) - len(said)] + opening(inline(said))

        def convert_a(self, el: Any, text: str, **_: Any) -> str:
            said, url = text.strip(), el.get("href")
            return text.replace(said, f"[{said}]({inline(url)})", 1) if said and url else text

        def convert_br(self, _el: Any, text: str, parent_tags: set[str]) -> str:
            return text + (" " if "_inline" in parent_tags else _BREAK)

        def convert_code(self, el: Any, text: str, parent_tags: set[str]) -> str:
            if "_inline" in parent_tags:  # a | in it would end the cell
                return self.escape(text, parent_tags)
            return str(as_code(self, el, text, parent_tags))

        def convert_tr(self, _el: Any, text: str, **_: Any) -> str:
            return f"|{text}\n"

        def convert_table(self, _el: Any, text: str, **_: Any) -> str:
            return f"\n\n{_table(text)}\n\n"

    for name, sign in _EMPHASIS.items():
        setattr(Converter, f"convert_{name}", _emphasis(sign))
    return Converter


def _table(rows_and_caption: str) -> str:
    """All rows as wide as the widest (cells beyond the head's are dropped by renderers), the first as the head."""
    lines = [line for line in rows_and_caption.split("\n") if line.strip()]
    above = [line for line in lines if not line.startswith("|")]
    rows = [line for line in lines if line.startswith("|")]
    width = max((_bars(row) for row in rows), default=0)
    rows = [row + " |" * (width - _bars(row)) for row in rows]
    head = [*rows[:1], "|" + " --- |" * (width - 1)] if width > 1 else []
    return "\n".join([*above, *([""] if above else []), *head, *rows[1:]])


def _bars(row: str) -> int:
    return row.count("|") - row.count("\\|")


def _emphasis(sign: str) -> Any:
    """Emphasis where CommonMark sees it: not glued to a letter with its quotation mark, nor to other emphasis."""

    def converted(_: Any, el: Any, text: str, parent_tags: set[str]) -> str:
        said = text.strip()
        if not said or "_noformat" in parent_tags:
            return text
        before, after = el.previous_sibling, el.next_sibling
        glued = _touches(before, -1, text[0]) or _touches(after, 0, text[-1])
        return text if glued else text.replace(said, f"{sign}{said}{sign}", 1)

    return converted


def _touches(neighbour: Any, edge: int, mark: str) -> bool:
    if neighbour is None:
        return False
    if neighbour.name is not None:
        return neighbour.name in _EMPHASIS
    return bool(neighbour) and neighbour[edge].isalnum() and not (mark.isalnum() or mark.isspace())
