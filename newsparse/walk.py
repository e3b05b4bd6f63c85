"""Paths -> shelves: which files lie under them, a folder at a time, sorted. Names are read and nothing else.

A path may be a file, a folder, a pattern (``articles/*/a*.txt``), an archive, or a URL where fsspec is there.
"""

import glob as globs
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from newsparse import archives, remote
from newsparse.errors import NewsparseError
from newsparse.reasons import in_words

_NUL = "\0"  # stands in no file name


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one folder; packed, so that a million names take little memory.

    ``base`` is the folder as its path was given, or an archive; ``folder`` its place below the path that was given,
    "" at the top; ``packed`` the names in it, parted by NUL. The names in an archive are paths with slashes.
    """

    base: str
    folder: str
    packed: str
    is_archive: bool = False

    @classmethod
    def of(cls, base: str, folder: str, names: Iterable[str], *, is_archive: bool = False) -> "Shelf":
        """A shelf of these names."""
        return cls(base, folder, _NUL.join(names), is_archive)

    @property
    def names(self) -> list[str]:
        """The names, in order."""
        return self.packed.split(_NUL) if self.packed else []

    def __len__(self) -> int:
        return self.packed.count(_NUL) + 1 if self.packed else 0

    def parts(self) -> dict[str, list[str]]:
        """The names by the folder that each lies in, below the path that was given; one folder but in archives."""
        if not self.is_archive:
            return {self.folder: self.names}
        found: dict[str, list[str]] = {}
        for name in self.names:
            found.setdefault(self.relative(name).rpartition("/")[0], []).append(name)
        return found

    def path(self, name: str) -> str:
        """The path of a file of the shelf, as it is opened and as it is told."""
        return f"{self.base.rstrip('/')}/{name}" if self.base and self.base != "/" else self.base + name

    def relative(self, name: str) -> str:
        """Its place below the path that was given."""
        return f"{self.folder}/{name}" if self.folder else name


@dataclass(frozen=True, slots=True)
class Search:
    """How to look: patterns of which one must fit (none: all), a place that is left out, what troubles were met."""

    troubles: list[tuple[str, str]]
    patterns: tuple[str, ...] = ()
    leave_out: str | None = None

    def fits(self, relative: str) -> bool:
        """A pattern with a slash is held against the path under the folder, one without against the name."""
        name = relative.rsplit("/", 1)[-1]
        return not self.patterns or any(
            fnmatchcase(relative if "/" in pattern else name, pattern) for pattern in self.patterns
        )

    def failed(self, path: str, error: BaseException) -> None:
        """Remember that ``path`` cannot be read, and why."""
        self.troubles.append((path, in_words(error)))


def find_inputs(paths: Iterable[str], search: Search) -> Iterator[Shelf]:
    """The files under each path. What cannot be read is added to ``search.troubles`` as (path, why).

    Hidden files, links to folders and all that is no regular file (after following links) are passed over, unless
    they are named themselves.
    """
    for path in paths:
        if remote.is_url(path):
            yield from _remote(path, search)
        else:
            yield from _local(path, search)


def merged(shelves: Iterable[Shelf]) -> Iterator[Shelf]:
    """Neighbours of one folder as one shelf: a list of a million paths has them a name at a time."""
    for (base, folder, is_archive), group in groupby(shelves, key=lambda s: (s.base, s.folder, s.is_archive)):
        same = list(group)
        if len(same) == 1:
            yield same[0]
        else:
            yield Shelf.of(base, folder, (name for shelf in same for name in shelf.names), is_archive=is_archive)


def _local(path: str, search: Search) -> Iterator[Shelf]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and globs.has_magic(path):
            yield from _matching(path, search)
        else:
            search.failed(path, error)
        return
    if S_ISDIR(mode):
        yield from _walk(path, search)
    elif not S_ISREG(mode):
        search.troubles.append((path, "no regular file"))
    elif archives.is_archive(path):
        yield from _inside(path, "", search)
    else:
        base, name = os.path.split(path)
        yield Shelf.of(base, "", [name])


def _matching(pattern: str, search: Search) -> Iterator[Shelf]:
    """The files that fit a pattern, each placed below the part of it that has no sign of a pattern."""
    root = pattern
    while globs.has_magic(root):
        root = os.path.dirname(root)  # noqa: PTH120  keeps the path as it was given
    found = sorted(path for path in globs.iglob(pattern, recursive=True) if Path(path).is_file())  # noqa: PTH207
    if not found:
        search.troubles.append((pattern, "no file fits the pattern"))
    for path in found:
        folder, name = os.path.split(path)
        below = os.path.relpath(folder or ".", root or ".")
        if not archives.is_archive(path):
            yield Shelf.of(folder, "" if below == "." else below, [name])
        else:
            yield from _inside(path, os.path.normpath(f"{below}/{name}"), search)


def _walk(root: str, search: Search) -> Iterator[Shelf]:
    own = _look(search.leave_out)
    waiting = [""]
    while waiting:
        below = waiting.pop()
        base = os.path.join(root, below) if below else root  # noqa: PTH118  keeps the path as it was given
        try:
            folders, files = _in_folder(base, own)
        except OSError as error:
            search.failed(base, error)
            continue
        yield from _shelves(base, below, files, search)
        prefix = f"{below}/" if below else ""
        waiting.extend(prefix + name for name in reversed(folders))


def _in_folder(base: str, own: os.stat_result | None) -> tuple[list[str], list[str]]:
    """The names of the folders and of the files, sorted; names only, for there may be a million."""
    folders: list[str] = []
    files: list[str] = []
    with os.scandir(base) as entries:
        for entry in entries:
            if entry.name.startswith(".") or _is_own(entry, own):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif _is_file(entry):
                files.append(entry.name)
    return sorted(folders), sorted(files)


def _shelves(base: str, folder: str, names: list[str], search: Search) -> Iterator[Shelf]:
    """The files of one folder, the archives among them opened behind the others."""
    prefix = f"{folder}/" if folder else ""
    plain = [name for name in names if not archives.is_archive(name) and search.fits(prefix + name)]
    if plain:
        yield Shelf.of(base, folder, plain)
    for name in names:
        if archives.is_archive(name):
            yield from _inside(Shelf.of(base, "", []).path(name), prefix + name, search)


def _inside(archive: str, folder: str, search: Search) -> Iterator[Shelf]:
    """An archive is a folder; what was listed before it broke off is read all the same."""
    members: list[str] = []
    try:
        for member, trouble in archives.members(archive):
            if trouble is not None:
                search.failed(f"{archive}/{member}", trouble)
            elif search.fits(f"{folder}/{member}" if folder else member):
                members.append(member)
    except (OSError, NewsparseError) as error:
        search.failed(archive, error)
    if members:
        yield Shelf.of(archive, folder, members, is_archive=True)


def _remote(url: str, search: Search) -> Iterator[Shelf]:
    try:
        for base, folder, names in remote.listing(url, leave_out=search.leave_out):
            fitting = [name for name in names if search.fits(f"{folder}/{name}" if folder else name)]
            if fitting:
                yield Shelf.of(base, folder, fitting)
    except (OSError, NewsparseError) as error:
        search.failed(url, error)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return False


def _is_own(entry: os.DirEntry[str], own: os.stat_result | None) -> bool:
    """Whether it is the output itself; the number in the folder's list spares a look at each file."""
    if own is None or (entry.inode() != own.st_ino and not entry.is_symlink()):
        return False
    found = _look(entry.path)
    return found is not None and (found.st_dev, found.st_ino) == (own.st_dev, own.st_ino)


def _look(path: str | None) -> os.stat_result | None:
    try:
        return None if path is None else Path(path).stat()
    except (OSError, ValueError):
        return None
