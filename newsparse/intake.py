"""A file -> its decoded source, as the batch and the command line take files in."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from newsparse import remote
from newsparse.decode import MAX_BYTES, decode, read_bytes
from newsparse.model import Source
from newsparse.unpack import unpacked


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
    if remote.is_url(path):
        data = remote.read(path, max_bytes=reading.max_bytes)
    else:
        data = read_bytes(Path(path), max_bytes=reading.max_bytes)
    return source_of(data, reading, name=name or path)


def source_of(data: bytes, reading: Reading, *, name: str) -> Source:
    """The decoded source of a file's bytes, compressed or not; the hash is that of the bytes as they are given."""
    text = unpacked(data, reading.max_bytes)
    source = decode(text, name=printable_name(name), encoding=reading.encoding)
    return source if text is data else replace(source, sha256=hashlib.sha256(data).hexdigest())


def printable_name(path: str) -> str:
    """The path as valid Unicode: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
