"""A file -> its decoded source, as the batch and the command line take files in."""

from dataclasses import dataclass
from pathlib import Path

from newsparse.decode import MAX_BYTES, decode, read_bytes
from newsparse.model import Source


@dataclass(frozen=True)
class Reading:
    """How inputs are read: the reader (None: look), the language and the encoding (None: find out), the size limit."""

    form: str | None = None
    language: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES


def read_source(path: str, reading: Reading, *, name: str | None = None) -> Source:
    """The decoded source of a file; its name (the path, if no other is given) has no lone surrogates.

    Raises OSError where the file cannot be read, and what decoding raises.
    """
    data = read_bytes(Path(path), max_bytes=reading.max_bytes)
    return decode(data, name=printable_name(name or path), encoding=reading.encoding)


def printable_name(path: str) -> str:
    """The path as valid Unicode: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
