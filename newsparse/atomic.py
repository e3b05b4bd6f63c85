"""A file is there whole or not at all: a temporary neighbour is written, then takes the name.

Temporary names are ``.newsparse-<pid>-<n>.tmp``. While one is written it is locked, so the next run can tell what a
killed run left behind (the kernel drops the locks of the dead) from what another run is writing this moment.
"""

import itertools
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: an open file cannot be removed there, which is lock enough
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = ".newsparse-", ".tmp"
_numbers = itertools.count()


def write_whole(target: Path, chunks: Iterable[str]) -> None:
    """Write ``chunks`` as UTF-8 under the name ``target``; see `whole_file`."""
    with whole_file(target) as file:
        file.writelines(chunk.encode("utf-8", "replace") for chunk in chunks)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file that gets the name ``target`` when the block ends; whatever goes wrong in it, no part of it stays.

    A file or link that has the name is replaced, never written through; a file's permissions are kept.
    """
    temporary, descriptor = _fresh(target.parent)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  a descriptor has no Path
            yield file
            _keep_permissions(descriptor, target)
            file.flush()
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed run left in ``folder``; what a living run writes stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX):
                _remove_if_orphan(Path(entry.path))


def _fresh(folder: Path) -> tuple[Path, int]:
    """A new, locked temporary file. A sweeper may take it between its birth and its lock: then another one."""
    while True:
        path = folder / f"{_PREFIX}{os.getpid()}-{next(_numbers)}{_SUFFIX}"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o666)
        except FileExistsError:
            continue
        if _lock(descriptor, wait=True) and os.fstat(descriptor).st_nlink:
            return path, descriptor
        os.close(descriptor)


def _lock(descriptor: int, *, wait: bool) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: write all the same, but never call anything an orphan
        return wait
    return True


def _remove_if_orphan(path: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            if _lock(descriptor, wait=False):
                path.unlink()
        finally:
            os.close(descriptor)


def _keep_permissions(descriptor: int, target: Path) -> None:
    with suppress(OSError):
        mode = target.lstat().st_mode
        if stat.S_ISREG(mode) and hasattr(os, "fchmod"):
            os.fchmod(descriptor, stat.S_IMODE(mode))
