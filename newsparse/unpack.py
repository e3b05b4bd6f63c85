"""Compressed files -> their bytes: gzip and zstd single files, and the streams that archives come in; bounded."""

import io
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, cast

from newsparse.errors import ArchiveError, MissingExtraError, TooLargeError

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BZIP2 = b"BZh"
_XZ = b"\xfd7zXZ\x00"
_LONGEST = max(map(len, (_GZIP, _ZSTD, _BZIP2, _XZ)))
_STEP = 1024 * 1024  # bytes unpacked at a time
COMPRESSED = (".gz", ".zst")  # endings that stand behind the ending of what is in it


def unpacked(data: bytes, limit: int) -> bytes:
    """The bytes in a .gz or .zst file, told by its first bytes; other data as they are.

    Raises TooLargeError before more than ``limit`` bytes are unpacked, ArchiveError, MissingExtraError.
    """
    if not data.startswith((_GZIP, _ZSTD)):
        return data
    found = bytearray()
    try:
        with _opener(data)(io.BytesIO(data)) as stream:
            while piece := stream.read(_STEP):
                found += piece
                if len(found) > limit:
                    raise TooLargeError(limit)
    except broken() as error:
        raise ArchiveError(f"damaged compressed file ({error})") from error
    return bytes(found)


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The unpacked stream of a file, whether it is compressed or not. Raises OSError and MissingExtraError."""
    with open(path, "rb") as file:  # noqa: PTH123  a path of any kind
        head = file.read(_LONGEST)
        file.seek(0)
        with _opener(head)(file) as stream:
            yield stream


def broken() -> tuple[type[Exception], ...]:
    """What the readers of compressed data and archives raise where these are damaged; asked for once one is raised."""
    import lzma
    import tarfile
    import zipfile
    import zlib

    kinds = [
        *(tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error, struct.error),
        *(EOFError, ValueError, OverflowError, RuntimeError, OSError, MemoryError),
    ]
    if "zstandard" in sys.modules:
        kinds.append(sys.modules["zstandard"].ZstdError)
    return tuple(kinds)


def _opener(head: bytes) -> Callable[[IO[bytes]], IO[bytes]]:
    if head.startswith(_GZIP):
        import gzip

        return lambda file: cast("IO[bytes]", gzip.GzipFile(fileobj=file))
    if head.startswith(_BZIP2):
        import bz2

        return lambda file: cast("IO[bytes]", bz2.BZ2File(file))
    if head.startswith(_XZ):
        import lzma

        return lambda file: cast("IO[bytes]", lzma.LZMAFile(file))
    return _zstd if head.startswith(_ZSTD) else lambda file: file


def _zstd(file: IO[bytes]) -> IO[bytes]:
    try:
        import zstandard
    except ImportError:
        raise MissingExtraError("a .zst file", "zstd") from None
    return cast("IO[bytes]", zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True))
