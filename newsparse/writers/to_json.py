"""Records -> JSON: one object after another, each ending in a newline; strict UTF-8 that is safe to print."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsparse.errors import UnknownFieldError
from newsparse.exchange import KEYS, plain
from newsparse.formats import WriteOptions
from newsparse.model import Record

TEXT = "+text"
_MANY = 4096  # blocks of a record that is written at once, and items written at once of a larger one
# json escapes C0 itself. DEL, C1 and bidirectional overrides steer terminals, U+2028 and U+2029 end lines in
# JavaScript and in Python's splitlines, U+FEFF is taken for a byte order mark, lone surrogates are no UTF-8 at all.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A chunk a record, several where it is very large; raises UnknownFieldError before anything is written."""
    return as_objects(records, options, indent=2 if options.indent else None)


def as_objects(records: Iterable[Record], options: WriteOptions, *, indent: int | None) -> Iterator[str]:
    """The chunks of `write`, over several lines where ``indent`` is given."""
    keys = _chosen(options.fields)
    return (chunk for record in records for chunk in _chunks(record, keys, indent))


def _chunks(record: Record, keys: tuple[str, ...], indent: int | None) -> Iterator[str]:
    if len(record.blocks) <= _MANY:
        yield as_json({key: plain(getattr(record, key)) for key in keys}, indent)
    else:
        yield from _in_pieces(record, keys, indent)


def _in_pieces(record: Record, keys: tuple[str, ...], indent: int | None) -> Iterator[str]:
    """The same text, without ever having all of it: a page of short lines is a hundred times its size as objects."""
    parting = "," + (_end(indent) or " ")
    for n, key in enumerate(keys):
        yield f"{parting if n else '{' + _end(indent)}{json.dumps(key)}: "
        value = getattr(record, key)
        if isinstance(value, tuple) and value:
            yield from _list_in_pieces(value, indent)
        else:
            yield _nested(value, indent)
    yield "\n}\n" if indent else "}\n"


def _list_in_pieces(items: tuple[Any, ...], indent: int | None) -> Iterator[str]:
    for first in range(0, len(items), _MANY):
        opened_and_closed = _nested(items[first : first + _MANY], indent)
        yield ("[" if not first else "," if indent else ", ") + opened_and_closed[1:-1].removesuffix(_end(indent))
    yield _end(indent) + "]"


def _end(indent: int | None) -> str:
    """What stands between the last item of a list that is the value of a key, and its bracket."""
    return "\n" + " " * indent if indent else ""


def _nested(value: Any, indent: int | None) -> str:
    """The value of a key as JSON; a line end is only ever between its parts."""
    return as_json(plain(value), indent).removesuffix("\n").replace("\n", _end(indent) or "\n")


def as_json(value: Any, indent: int | None = None) -> str:
    r"""A value as JSON with a newline behind it; what would harm a reader or a screen is escaped.

    >>> as_json({"a": "Café \x9b2J"})
    '{"a": "Café \\u009b2J"}\n'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not text.isprintable():  # a quick look first: it takes half the time of the search
        text = _UNSAFE.sub(_escape, text)
    return text + "\n"


def _escape(found: re.Match[str]) -> str:
    """All these can only stand inside a string, so an escape is right anywhere."""
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else f"\\u{ord(found[0]):04x}"


def _chosen(fields: tuple[str, ...]) -> tuple[str, ...]:
    wanted = [name for name in fields if name != TEXT]
    for name in wanted:
        if name not in KEYS:
            raise UnknownFieldError(name, (*KEYS, TEXT))
    return tuple(key for key in KEYS if key in wanted or not wanted) + (("text",) if TEXT in fields else ())
