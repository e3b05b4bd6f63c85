"""Records <-> text for the library: write with any writer, read back what they wrote."""

import json

from newsparse.colophon import HTML, MARKDOWN, records
from newsparse.errors import BadRecordError, UnknownFormatError
from newsparse.formats import WriteOptions, writer
from newsparse.model import Record

_CARRIERS = {"markdown": MARKDOWN, "html": HTML}


def write(record: Record, to: str = "json", options: WriteOptions | None = None) -> str:
    """The record as text in the format ``to`` ("json", "markdown", "html"); raises UnknownFormatError."""
    return "".join(writer(to).write([record], options or WriteOptions()))


def read(text: str, form: str = "json") -> Record:
    """The record that such a text was written from ("json", "markdown" or "html").

    JSON gives it exactly; Markdown and HTML give the same fields, and ``source.offsets`` is "extracted": the places
    count in ``Record.text``. Raises BadRecordError where the text was not ours or was changed, or holds not one record.
    """
    if form in _CARRIERS:
        found = list(records(text, _CARRIERS[form]))
        if len(found) != 1:
            raise BadRecordError(f"{len(found)} records of newsparse in it, not one")
        return found[0]
    if form != "json":
        raise UnknownFormatError("way back", form, ("json", *_CARRIERS))
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadRecordError(f"not JSON: {error}") from error
    return Record.from_dict(data)
