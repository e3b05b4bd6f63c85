"""Records -> JSON lines: one object a line, whatever the indentation asked for."""

from collections.abc import Iterable, Iterator

from newsparse.formats import WriteOptions
from newsparse.model import Record
from newsparse.writers.to_json import as_objects


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A line a record; raises UnknownFieldError, before anything is written, for a field that no record has."""
    return as_objects(records, options, indent=None)
