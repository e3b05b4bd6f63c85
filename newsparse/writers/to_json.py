"""Records -> JSON: one object after another, each ending in a newline; strict UTF-8 that is safe to print."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsparse.errors import UnknownFieldError
from newsparse.exchange import KEYS
from newsparse.formats import WriteOptions
from newsparse.model import Record

TEXT = "+text"
# json escapes C0 itself. DEL, C1 and bidirectional overrides steer terminals, U+2028 and U+2029 end lines in
# JavaScript and in Python's splitlines, U+FEFF is taken for a byte order mark, lone surrogates are no UTF-8 at all.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A chunk a record; raises UnknownFieldError, before anything is written, for a field that no record has."""
    return as_objects(records, options, indent=2 if options.indent else None)


def as_objects(records: Iterable[Record], options: WriteOptions, *, indent: int | None) -> Iterator[str]:
    """The chunks of `write`, over several lines where ``indent`` is given."""
    keys, with_text = _chosen(options.fields)
    return (as_json(_picked(record, keys, with_text=with_text), indent) for record in records)


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


def _chosen(fields: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    wanted = [name for name in fields if name != TEXT]
    for name in wanted:
        if name not in KEYS:
            raise UnknownFieldError(name, (*KEYS, TEXT))
    return tuple(key for key in KEYS if key in wanted or not wanted), TEXT in fields


def _picked(record: Record, keys: tuple[str, ...], *, with_text: bool) -> dict[str, Any]:
    whole = record.to_dict()
    kept = whole if keys == KEYS else {key: whole[key] for key in keys}
    return {**kept, "text": record.text} if with_text else kept
