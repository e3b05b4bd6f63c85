"""Paths -> a plan: which files a batch reads, and under which name each result is written. Nothing is written here."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from newsparse import archives, feeds, remote
from newsparse.clashes import check
from newsparse.errors import NewsparseError
from newsparse.feeds import Part
from newsparse.formats import WriteOptions, suffix_of
from newsparse.intake import Reading
from newsparse.naming import Naming, numbered
from newsparse.walk import Search, Shelf, find_inputs, merged


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch reads, writes and names; ``existing`` outputs refuse the run, are skipped, or are replaced.

    ``glob``: patterns, of which an input must fit one. ``summary``: outcomes tell what was found in the records.
    ``table``: which rows a Parquet file gets.
    """

    reading: Reading = field(default_factory=Reading)
    write: WriteOptions = field(default_factory=WriteOptions)
    glob: tuple[str, ...] = ()
    keep_suffix: bool = False
    existing: Literal["refuse", "skip", "replace"] = "refuse"
    summary: bool = False
    table: Literal["records", "quotes"] = "records"


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read and the name of what it becomes ("" in a stream).

    ``name`` is what the record calls the source: the path below the folder that was given, so that the same files
    give the same outputs wherever they lie. ``reserved`` are numbered names that other jobs will take. ``content`` is
    there for a member of an archive: its bytes, or why there are none. With ``part`` it is that block of the input.
    """

    input: str
    output: str
    name: str
    reserved: frozenset[str] = frozenset()
    content: bytes | NewsparseError | None = None
    part: Part | None = None

    def numbered(self, number: int) -> str:
        """The output of the ``number``-th document of a file with several: a-001.json."""
        return numbered(self.output, number)

    def is_done(self) -> bool:
        """Whether an earlier run wrote it (the first of several documents is written last, see batch)."""
        there = remote.exists if remote.is_url(self.output) else os.path.lexists
        return there(self.output) or there(self.numbered(1))


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do; iterating gives the jobs, those of archives with their content.

    ``naming`` None: one stream, no output of their own. ``unreadable``: the paths that cannot be read at all, and why.
    Shelves are kept, not jobs: a million files take some 30 MB.
    """

    shelves: tuple[Shelf, ...]
    unreadable: tuple[tuple[str, str], ...]
    max_bytes: int
    naming: Naming | None = None
    reserved: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(map(len, self.shelves))

    def __iter__(self) -> Iterator[Job]:
        for shelf in self.shelves:
            if shelf.is_archive:
                for name, content in archives.contents(shelf.base, shelf.names, max_bytes=self.max_bytes):
                    yield self._job(shelf, name, content)
            else:
                for name in shelf.names:
                    yield from self._jobs_of_file(shelf, name)

    def _jobs_of_file(self, shelf: Shelf, name: str) -> Iterator[Job]:
        """One job; several for a large file of JSON lines, where all goes into one output."""
        job, part = self._job(shelf, name), None
        if self.naming is None and feeds.is_feed(name) and not remote.is_url(job.input):
            for content, part in feeds.parts(job.input, max_bytes=self.max_bytes):
                yield replace(job, content=content, part=part)
        if part is None:
            yield job

    def has_a_large_feed(self) -> bool:
        """Whether it has a file that is read in many parts."""
        return self.naming is None and any(
            feeds.is_large(shelf.path(name)) for shelf in self.shelves if not shelf.is_archive for name in shelf.names
        )

    def without_content(self) -> Iterator[Job]:
        """The jobs as a list for a person: archives are not read."""
        return (self._job(shelf, name) for shelf in self.shelves for name in shelf.names)

    def folders(self) -> set[str]:
        """Every folder of outputs."""
        if self.naming is None:
            return set()
        return {self.naming.folder(below) for shelf in self.shelves for below in shelf.parts()}

    def _job(self, shelf: Shelf, name: str, content: bytes | NewsparseError | None = None) -> Job:
        path = shelf.path(name)
        if self.naming is None:
            return Job(path, "", path, content=content)
        relative = shelf.relative(name)
        output = self.naming.path(relative)
        return Job(path, output, relative, self.reserved.get(output, frozenset()), content)


def make_plan(paths: Iterable[str], *, to: str, output_dir: str | Path, options: BatchOptions) -> Plan:
    """Every file under ``paths`` with its output, sorted under each path.

    Raises OutputClashError, OutputExistsError, OutputPlaceError; nothing has been written then.
    """
    output_dir = remote.local(str(output_dir)).rstrip("/") or "/"
    plan = plan_stream(paths, options, leave_out=output_dir)
    naming = Naming(output_dir, _suffix(to, options.write.template), options.keep_suffix)
    checked = check(plan.shelves, naming, refuse=options.existing == "refuse")
    return replace(plan, naming=naming, shelves=checked.shelves, reserved=checked.reserved)


def plan_stream(paths: Iterable[str], options: BatchOptions, *, leave_out: str | None = None) -> Plan:
    """Every file under ``paths``, for one output that takes them all."""
    search = Search([], options.glob, leave_out)
    shelves = tuple(merged(find_inputs(map(remote.local, paths), search)))
    return Plan(shelves, tuple(search.troubles), options.reading.max_bytes)


def _suffix(to: str, template: str | None) -> str:
    """The ending of the outputs; that of a template's is before its .j2: page.html.j2 writes .html."""
    if template is None:
        return suffix_of(to)
    return Path(Path(template).name.lower().removesuffix(".j2")).suffix or ".txt"
