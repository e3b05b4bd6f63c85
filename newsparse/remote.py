"""URLs (s3://, gs://, memory:// ...) -> names and bytes, through fsspec, if it is there. file:// is the local disk."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import IO, Any

from newsparse.errors import MissingExtraError, NewsparseError, RemoteError, TooLargeError

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://")
_FILE = "file://"
_MEMORY = "memory://"
_STEP = 4 * 1024 * 1024  # bytes sent at a time
# There an object appears whole under its name; elsewhere a temporary neighbour is written first and takes the name.
_WHOLE_BY_NATURE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "oci", "memory"})


def is_url(path: str) -> bool:
    """Whether ``path`` is a URL that fsspec reads."""
    return bool(_URL.match(path)) and not path.startswith(_FILE)


def local(path: str) -> str:
    """A file:// URL as the path that it is; anything else as it stands.

    >>> local("file:///srv/a%20b.txt"), local("s3://bucket/a.txt")
    ('/srv/a b.txt', 's3://bucket/a.txt')
    """
    if not path.startswith(_FILE):
        return path
    from urllib.parse import unquote

    return unquote(path.removeprefix(_FILE))


def lives_here(path: str) -> bool:
    """Whether it is to be found in this process only, so that no other can do the work."""
    return path.startswith(_MEMORY)


def listing(url: str, *, leave_out: str | None = None) -> Iterator[tuple[str, str, list[str]]]:
    """The files under ``url`` as (folder's URL, its place below ``url``, names): files before folders, sorted."""
    with _told(url):
        system, root = _system(url)
        root = root.rstrip("/")
        if system.isfile(root):
            base, _, name = url.rpartition("/")
            yield base, "", [name]
            return
        if not system.exists(root):
            raise FileNotFoundError(2, "No such file", url)
        left = _system(leave_out)[1].rstrip("/") + "/" if leave_out and is_url(leave_out) else None
        paths = [path for path in system.find(root) if left is None or not path.startswith(left)]
    below = sorted((path[len(root) :].lstrip("/") for path in paths), key=_files_first)
    shown = (path for path in below if path and not any(part.startswith(".") for part in path.split("/")))
    for folder, group in groupby(shown, key=lambda path: path.rpartition("/")[0]):
        yield (
            "/".join(part for part in (url.rstrip("/"), folder) if part),
            folder,
            [p.rpartition("/")[2] for p in group],
        )


def _files_first(path: str) -> list[tuple[bool, str]]:
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]


def read(url: str, *, max_bytes: int) -> bytes:
    """The bytes of a file; raises TooLargeError before more than ``max_bytes`` are taken, OSError, RemoteError."""
    with _told(url):
        system, path = _system(url)
        with system.open(path, "rb") as file:
            data: bytes = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise TooLargeError(max_bytes, path=url)
    return data


def write_whole(url: str, chunks: Iterable[str]) -> None:
    """Write ``chunks`` as UTF-8; the name appears with the whole text or not at all."""
    data = b"".join(chunk.encode("utf-8", "replace") for chunk in chunks)
    with _told(url):
        system, path = _system(url)
        if not _WHOLE_BY_NATURE.isdisjoint([system.protocol] if isinstance(system.protocol, str) else system.protocol):
            system.pipe_file(path, data)
            return
        folder, _, name = path.rpartition("/")
        system.makedirs(folder, exist_ok=True)
        temporary = f"{folder}/.newsparse-{name}.tmp"
        try:
            system.pipe_file(temporary, data)
            system.mv(temporary, path)
        except BaseException:
            if system.exists(temporary):
                system.rm_file(temporary)
            raise


def upload(file: IO[bytes], url: str) -> None:
    """Write what is in ``file``, from where it stands, under the name ``url``."""
    with _told(url):
        system, path = _system(url)
        with system.transaction, system.open(path, "wb") as target:
            while piece := file.read(_STEP):
                target.write(piece)


def exists(url: str) -> bool:
    """Whether there is a file of that name."""
    with _told(url):
        system, path = _system(url)
        return bool(system.exists(path))


def names_in(folder: str) -> set[str]:
    """The names of the files in a folder; none where there is no such folder."""
    with _told(folder):
        system, path = _system(folder)
        if not system.exists(path):
            return set()
        return {found.rstrip("/").rpartition("/")[2] for found in system.ls(path, detail=False)}


def _system(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtraError(f"{url.partition('://')[0]}://", "remote") from None
    system, path = url_to_fs(url)
    return system, path


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Each file system has errors of its own: one kind goes out of here."""
    try:
        yield
    except (OSError, NewsparseError):
        raise
    except Exception as error:
        raise RemoteError(f"{type(error).__name__}: {error}", path=url) from error
