"""Paths -> jobs: which files a batch reads, and under which name each result is written. Nothing is written here."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import Literal

from newsparse.errors import OutputClashError, OutputExistsError, OutputPlaceError
from newsparse.formats import WriteOptions, suffix_of
from newsparse.intake import Reading
from newsparse.reasons import in_words

_MAX_NAME = 255  # bytes: the limit of nearly every file system
_ROOM = len("-000000")  # for the number of a document
_MANY = 3  # digits that the number of a document is padded to


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch reads, writes and names; ``existing`` outputs refuse the run, are skipped, or are replaced."""

    reading: Reading = field(default_factory=Reading)
    write: WriteOptions = field(default_factory=WriteOptions)
    glob: str | None = None
    keep_suffix: bool = False
    existing: Literal["refuse", "skip", "replace"] = "refuse"


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read and the name of what it becomes.

    ``name`` is what the record calls the source: the path below the folder that was given, so that the same files
    give the same outputs wherever they lie. ``reserved`` are numbered names that other jobs will take.
    """

    input: str
    output: Path
    name: str
    reserved: frozenset[str] = frozenset()

    def numbered(self, number: int) -> Path:
        """The output of the ``number``-th document of a file with several: a-001.json."""
        return self.output.with_name(f"{self.output.stem}-{number:0{_MANY}}{self.output.suffix}")

    def is_done(self) -> bool:
        """Whether an earlier run wrote it (the first of several documents is written last, see batch)."""
        return os.path.lexists(self.output) or os.path.lexists(self.numbered(1))


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was found: its path, and what of it the name of the output is made of."""

    path: str
    relative: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do, and which paths cannot be read at all (path, why)."""

    jobs: tuple[Job, ...]
    unreadable: tuple[tuple[str, str], ...] = ()


def make_plan(paths: Iterable[str], *, to: str, output_dir: Path, options: BatchOptions) -> Plan:
    """Every file under ``paths`` with its output, sorted under each path.

    Raises OutputClashError, OutputExistsError, OutputPlaceError; nothing has been written then.
    """
    troubles: list[tuple[str, str]] = []
    found = find_inputs(paths, troubles, glob=options.glob, leave_out=output_dir)
    jobs = _without_clashes(found, output_dir, suffix_of(to), options)
    _check_inputs_are_safe(jobs)
    if options.existing == "refuse":
        existing = tuple(str(job.output) for job in jobs if job.is_done())
        if existing:
            raise OutputExistsError(existing)
    return Plan(tuple(_with_reserved(jobs)), tuple(troubles))


def find_inputs(
    paths: Iterable[str], troubles: list[tuple[str, str]], *, glob: str | None = None, leave_out: Path | None = None
) -> Iterator[Found]:
    """The files under each path, sorted. What cannot be read is added to ``troubles`` as (path, why).

    Hidden files, links to folders and all that is no regular file (after following links) are passed over, unless
    they are named themselves.
    """
    own = _identity(leave_out) if leave_out else None
    for path in paths:
        try:
            mode = Path(path).stat().st_mode
        except (OSError, ValueError) as error:
            troubles.append((path, in_words(error)))
            continue
        if S_ISDIR(mode):
            yield from _walk(path, troubles, glob, own)
        elif S_ISREG(mode):
            yield Found(path, PurePath(path).name)
        else:
            troubles.append((path, "no regular file"))


def _walk(root: str, troubles: list[tuple[str, str]], glob: str | None, own: tuple[int, int] | None) -> Iterator[Found]:
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(os.path.join(root, below)) as entries:  # noqa: PTH118  keeps the path as it was given
                here = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
        except OSError as error:
            troubles.append((f"{root}/{below}" if below else root, in_words(error)))
            continue
        folders = []
        for entry in here:
            relative = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                if own is None or _identity(Path(entry.path)) != own:
                    folders.append(relative)
            elif _is_file(entry) and fits_glob(relative, glob):
                yield Found(entry.path, relative)
        waiting.extend(reversed(folders))


def fits_glob(relative: str, glob: str | None) -> bool:
    """A pattern with a slash is held against the path under the folder, one without against the name."""
    return glob is None or fnmatchcase(relative if "/" in glob else relative.rsplit("/", 1)[-1], glob)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return False


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat(follow_symlinks=True)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _output_name(relative: str, suffix: str, *, keep_suffix: bool) -> str:
    """The name of the output under the output folder; one that is too long is cut and told apart by a hash."""
    folder, _, name = relative.rpartition("/")
    stem = name if keep_suffix else PurePath(name).stem
    if len(os.fsencode(stem)) + _ROOM + len(suffix) > _MAX_NAME:
        mark = "-" + hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
        room = _MAX_NAME - _ROOM - len(suffix) - len(mark)
        stem = os.fsencode(stem)[:room].decode("utf-8", "ignore") + mark
    return f"{folder}/{stem}{suffix}" if folder else stem + suffix


def _without_clashes(found: Iterable[Found], output_dir: Path, suffix: str, options: BatchOptions) -> list[Job]:
    taken: dict[Path, Found] = {}
    clashes = []
    for item in found:
        output = output_dir / _output_name(item.relative, suffix, keep_suffix=options.keep_suffix)
        other = taken.setdefault(output, item)
        if Path(other.path) != Path(item.path):
            clashes.append((other.path, item.path, str(output)))
    if clashes:
        raise OutputClashError(tuple(clashes))
    return [Job(item.path, output, item.relative) for output, item in taken.items()]


def _check_inputs_are_safe(jobs: list[Job]) -> None:
    inputs = {Path(job.input).absolute() for job in jobs}
    for job in jobs:
        if job.output.absolute() in inputs:
            raise OutputPlaceError(f"{job.output} is an input and would be overwritten; choose another --output-dir")


def _with_reserved(jobs: list[Job]) -> Iterator[Job]:
    """Tell a job of the outputs of others that look like a numbered document of its own."""
    outputs = {job.output for job in jobs}
    reserved: dict[Path, set[str]] = {}
    for output in outputs:
        base, _, number = output.stem.rpartition("-")
        if base and number.isdecimal() and output.with_name(base + output.suffix) in outputs:
            reserved.setdefault(output.with_name(base + output.suffix), set()).add(output.name)
    for job in jobs:
        names = reserved.get(job.output)
        yield replace(job, reserved=frozenset(names)) if names else job
