"""A record <-> the colophon of a page of ours: what the page cannot show, so that the page can be read back.

A colophon is a line of JSON that stands in a Markdown or HTML page where no reader sees it. It holds the whole record
and its text, but words that the page shows are only pointed at: in a list of numbers and strings, two numbers are the
start and the length of a run of the page. A digest of the page tells whether somebody has changed it since; then its
words count, and the colophon does not.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from newsparse.errors import BadRecordError
from newsparse.exchange import from_dict, to_dict
from newsparse.model import Record


class Carrier(NamedTuple):
    """What stands before and behind a colophon in a page."""

    before: str
    after: str


# A link definition that nothing links to: every Markdown renderer shows nothing, whatever it does with HTML.
MARKDOWN = Carrier("\n[newsparse]: # '", "'\n")
HTML = Carrier('<data class="colophon" value=\'', "'></data>")

_VERSION = "1.0"
_LEAST = 16  # characters: for fewer a pointer is no shorter
_AHEAD = 4096  # characters behind the words found last in which the next are looked for: a bound for what is not there
_AS_IT_IS = frozenset({"schema_version", "source", "metadata"})  # short, or with values that are lists themselves
_KEYS = "keys"  # no object of a record but metadata has such a key
_ESCAPED = frozenset("<>&'`")  # would end an attribute, a title or a tag; in JSON they can only stand within strings


def colophon(record: Record, page: str, carrier: Carrier) -> str:
    """What goes behind ``page``, which shows the record; printable, on one line."""
    folded = {key: value if key in _AS_IT_IS else _Folding(page).value(value) for key, value in to_dict(record).items()}
    folded["text"] = _Folding(page).lines(record.text)
    whole = {"newsparse": _VERSION, "page": [len(page), _digest(page)], "record": folded}
    return carrier.before + _printable(json.dumps(whole, ensure_ascii=False, separators=(",", ":"))) + carrier.after


def records(text: str, carrier: Carrier) -> Iterator[Record]:
    """The records that pages of ours in ``text`` were written from; their offsets count in ``Record.text``.

    Raises BadRecordError where a page was changed, or a colophon is none; nothing comes where there is no colophon.
    """
    text = text.replace("\r\n", "\n")
    done = end = 0
    while (start := text.find(carrier.before, end)) >= 0:
        begin = start + len(carrier.before)
        end = text.find(carrier.after, begin)
        if end < 0:
            raise BadRecordError("the colophon has no end")
        yield _record(text[begin:end], text[done:start])
        done = end


def is_in(text: str, carrier: Carrier) -> bool:
    """Whether there is a colophon in the text, whatever it says."""
    return carrier.before.replace("\n", "", 1) in text


def _record(said: str, above: str) -> Record:
    """``said`` is a colophon, and the page that it speaks of is at the end of what stands ``above``."""
    try:
        whole = json.loads(said)
        length, digest = whole["page"]
        page = above[max(0, len(above) - length) :]
        if _digest(page) != digest:
            raise BadRecordError("the page was changed since newsparse wrote it")
        data = {key: value if key in _AS_IT_IS else _unfolded(value, page) for key, value in whole["record"].items()}
        data["text"] = "".join(_parts(whole["record"]["text"], page))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadRecordError(f"the colophon is not newsparse's: {error!r}") from error
    record = from_dict(data)
    return replace(record, source=replace(record.source, offsets="extracted"))


class _Folding:
    """Turns words into pointers, going through the page once."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._done = 0

    def value(self, value: Any) -> Any:
        """The value, its longer strings as pointers where the page has them, its lists of objects as tables."""
        if isinstance(value, str):
            return self._pointer(value) or value
        if isinstance(value, list):
            if value and isinstance(value[0], dict):
                return {_KEYS: list(value[0]), "rows": [[self.value(cell) for cell in item.values()] for item in value]}
            return [self.value(item) for item in value]
        return {key: self.value(item) for key, item in value.items()} if isinstance(value, dict) else value

    def lines(self, text: str) -> list[int | str]:
        """The text, line by line, as pointers and what stands between."""
        parts: list[int | str] = []
        between: list[str] = []
        for number, line in enumerate(text.split("\n")):
            words = line.strip()
            pointer = self._pointer(words)
            between.append("\n" if number else "")
            if pointer is None:
                between.append(line)
                continue
            lead, _, rest = line.partition(words)
            parts += ["".join((*between, lead)), *pointer]
            between = [rest]
        return [*parts, "".join(between)]

    def _pointer(self, words: str) -> list[int] | None:
        if len(words) < _LEAST:
            return None
        at = self._page.find(words, self._done, self._done + len(words) + _AHEAD)
        if at < 0:
            return None
        self._done = at
        return [at, len(words)]


def _unfolded(value: Any, page: str) -> Any:
    if isinstance(value, list):
        if any(type(item) is int for item in value):
            return "".join(_parts(value, page))
        return [_unfolded(item, page) for item in value]
    if isinstance(value, dict) and _KEYS in value:
        return [dict(zip(value[_KEYS], (_unfolded(cell, page) for cell in row), strict=True)) for row in value["rows"]]
    return {key: _unfolded(item, page) for key, item in value.items()} if isinstance(value, dict) else value


def _parts(folded: list[int | str], page: str) -> Iterator[str]:
    items = iter(folded)
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            length = next(items, None)
            if not isinstance(length, int) or not 0 <= item <= item + length <= len(page):
                raise BadRecordError("the colophon points beside the page")
            yield page[item : item + length]


def _digest(page: str) -> str:
    from hashlib import sha256

    return sha256(page.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _printable(text: str) -> str:
    odd = {sign for sign in set(text) if sign in _ESCAPED or not sign.isprintable()}
    return text.translate(
        {ord(sign): json.dumps(sign)[1:-1] if ord(sign) > 126 else f"\\u{ord(sign):04x}" for sign in odd}
    )
