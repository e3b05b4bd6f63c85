"""Records <-> text for the library: write with any writer, read our own JSON back."""

import json

from newsparse.errors import BadRecordError, UnknownFormatError
from newsparse.formats import WriteOptions, writer
from newsparse.model import Record


def write(record: Record, to: str = "json", options: WriteOptions | None = None) -> str:
    """The record as text in the format ``to`` ("json", "markdown", "html"); raises UnknownFormatError."""
    return "".join(writer(to).write([record], options or WriteOptions()))


def read(text: str, form: str = "json") -> Record:
    """The record that such a text was written from; raises BadRecordError where it was not ours."""
    if form != "json":
        raise UnknownFormatError("way back", form, ("json",))
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadRecordError(f"not JSON: {error}") from error
    return Record.from_dict(data)
