"""Zip and tar archives, read as folders without unpacking: the names first, then the contents, a member at a time.

Nothing of an archive is ever written. What it may cost is bounded: each member by the limit that a file has, all of it
by a multiple of the archive's own size (text packs to a tenth, hardly to a hundredth; a bomb to less than a
thousandth).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from posixpath import normpath
from stat import S_ISLNK
from typing import IO, TYPE_CHECKING, cast

from newsparse.errors import ArchiveError, NewsparseError, TooLargeError
from newsparse.unpack import broken, opened

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ZIP = (".zip",)
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst")
_MOST = 300  # times its own size that an archive may unpack to ...
_ROOM = 256 * 1024 * 1024  # ... and the bytes that even the smallest may
_STEP = 1024 * 1024  # bytes read at a time
_HIDDEN = re.compile(r"(?:^|/)\.")

Entry = tuple[str, Callable[[], IO[bytes] | None]]  # the member's name, and what opens it


def is_archive(path: str) -> bool:
    """Whether the name is an archive's; a .docx or .epub is a document, though it is a zip inside."""
    return path.lower().endswith((*_ZIP, *_TAR))


def members(path: str) -> Iterator[tuple[str, NewsparseError | None]]:
    """The regular files in an archive, in its order, each with what speaks against reading it.

    Hidden files, links and devices are passed over, as in a folder. Raises OSError and ArchiveError.
    """
    seen: set[str] = set()
    for name, _ in _entries(path):
        if _leads_out(name):
            yield name, ArchiveError("its name leads out of the archive")
        elif name in seen:
            yield name, ArchiveError("stands in the archive twice; the first is read")
        elif not _HIDDEN.search(name):
            seen.add(name)
            yield name, None


def contents(path: str, names: Iterable[str], *, max_bytes: int) -> Iterator[tuple[str, bytes | NewsparseError]]:
    """The bytes of these members, or why there are none; each name comes once, in the archive's order."""
    waiting = dict.fromkeys(names)
    why: NewsparseError = ArchiveError("is no longer in the archive")
    try:
        for name, open_member in _entries(path):
            if name in waiting:
                del waiting[name]
                yield name, _bytes_of(open_member, max_bytes)
    except ArchiveError as error:
        why = error
    except OSError as error:
        why = ArchiveError(f"the archive cannot be read: {error.strerror or error}")
    yield from ((name, why) for name in waiting)


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return not parts[0] or parts[0][1:2] == ":" or ".." in parts


def _bytes_of(open_member: Callable[[], IO[bytes] | None], max_bytes: int) -> bytes | NewsparseError:
    try:
        stream = open_member()
        if stream is None:
            return ArchiveError("is no file")
        with stream:
            data = stream.read(max_bytes + 1)
    except RuntimeError as error:  # what zipfile says of a password, and of a method that it does not know
        return ArchiveError(str(error))
    except broken() as error:
        return ArchiveError(f"damaged in the archive ({error})")
    return TooLargeError(max_bytes) if len(data) > max_bytes else data


def _entries(path: str) -> Iterator[Entry]:
    """Every regular file of the archive. Raises OSError and ArchiveError."""
    try:
        yield from _of_zip(path) if path.lower().endswith(_ZIP) else _of_tar(path)
    except broken() as error:
        if getattr(error, "errno", None) is not None:  # the system's word, not the archive's
            raise
        raise ArchiveError(f"damaged, or no archive ({error})") from error


def _of_zip(path: str) -> Iterator[Entry]:
    import zipfile

    bound = Bound(path)
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and not S_ISLNK(entry.external_attr >> 16):
                yield _plain(entry.filename), partial(_open_counted, archive, entry, bound)


def _open_counted(archive: "ZipFile", entry: "ZipInfo", bound: "Bound") -> IO[bytes]:
    return bound.count(archive.open(entry))


def _of_tar(path: str) -> Iterator[Entry]:
    import tarfile

    bound = Bound(path)
    with opened(path) as stream, tarfile.open(fileobj=bound.count(stream), mode="r|") as archive:
        while (entry := archive.next()) is not None:
            if entry.isreg():
                yield _plain(entry.name), partial(archive.extractfile, entry)
            archive.members.clear()  # type: ignore[attr-defined]  # or it would remember every one


def _plain(name: str) -> str:
    """The name without "./" and the like; one that leads out stays as it is."""
    return name if _leads_out(name) else normpath(name)


class Bound:
    """Counts what is unpacked of one archive, over all of its streams."""

    def __init__(self, path: str) -> None:
        self.left = max(_ROOM, _MOST * Path(path).stat().st_size)

    def count(self, stream: IO[bytes]) -> IO[bytes]:
        """The stream, with a `read` that raises ArchiveError where the archive has given more than it may."""
        return cast("IO[bytes]", _Counted(stream, self))  # as much of a stream as is read here


class _Counted:
    """A stream that ends in an error where the archive has given more than it may."""

    def __init__(self, stream: IO[bytes], bound: Bound) -> None:
        self._stream = stream
        self._bound = bound

    def __enter__(self) -> "_Counted":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes, fewer only at the end."""
        data = bytearray()
        while len(data) < size and (piece := self._stream.read(min(_STEP, size - len(data)))):
            data += piece
            self._bound.left -= len(piece)
            if self._bound.left < 0:
                raise ArchiveError(f"unpacks to more than {_MOST} times its size; the rest is not read")
        return bytes(data)
