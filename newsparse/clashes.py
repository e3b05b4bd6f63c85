"""Shelves and the names of their outputs -> what stands against writing, found before anything is written.

A folder of outputs is looked at by itself, so the check takes as much memory as the largest folder.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsparse import remote
from newsparse.errors import OutputClashError, OutputExistsError, OutputPlaceError
from newsparse.naming import Naming, numbered
from newsparse.walk import Shelf


@dataclass(frozen=True, slots=True)
class Checked:
    """The shelves without what was named twice, and of outputs the names that a numbered document may not take."""

    shelves: tuple[Shelf, ...]
    reserved: dict[str, frozenset[str]]


@dataclass(slots=True)
class _Found:
    """What is found on the way through the folders."""

    clashes: list[tuple[str, str, str]] = field(default_factory=list)
    existing: list[str] = field(default_factory=list)
    elsewhere: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))  # read from another shelf
    doubled: set[int] = field(default_factory=set)  # shelves that have a name twice
    reserved: dict[str, frozenset[str]] = field(default_factory=dict)


def check(shelves: tuple[Shelf, ...], naming: Naming, *, refuse: bool) -> Checked:
    """Raises OutputClashError, OutputPlaceError and, where ``refuse``, OutputExistsError."""
    found = _Found()
    inputs = _by_place(shelves)
    for below, parts in _by_output_folder(shelves).items():
        outputs = _outputs(shelves, parts, (naming, below), found)
        folder = naming.folder(below)
        _check_inputs_are_safe(folder, outputs, (shelves[number] for number in inputs.get(_place(folder), ())))
        _reserve(folder, outputs, found.reserved)
        if refuse:
            there = _names_in(folder)
            found.existing += [f"{folder}/{name}" for name in outputs if name in there or numbered(name, 1) in there]
    if found.clashes:
        raise OutputClashError(tuple(found.clashes))
    if found.existing:
        raise OutputExistsError(tuple(found.existing))
    return Checked(tuple(_without_doubles(shelves, found)), found.reserved)


Part = tuple[int, str | None]  # a shelf's number, and of an archive the names in one folder, packed


def _by_output_folder(shelves: Iterable[Shelf]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for number, shelf in enumerate(shelves):
        if shelf.is_archive:
            for folder, names in shelf.parts().items():
                found[folder].append((number, "\0".join(names)))
        else:
            found[shelf.folder].append((number, None))
    return found


def _by_place(shelves: Iterable[Shelf]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, shelf in enumerate(shelves):
        if not shelf.is_archive:
            found[_place(shelf.base)].append(number)
    return found


def _place(folder: str) -> str:
    return folder if remote.is_url(folder) else os.path.abspath(folder)  # noqa: PTH100  no look at the disk


def _outputs(shelves: tuple[Shelf, ...], parts: list[Part], where: tuple[Naming, str], found: _Found) -> dict[str, int]:
    """The outputs of one folder, each with the number of its shelf; clashes go to ``found``."""
    naming, below = where
    taken: dict[str, int] = {}
    for number, packed in parts:
        shelf = shelves[number]
        for name in shelf.names if packed is None else packed.split("\0"):
            output = naming.name(name.rpartition("/")[2])
            if output not in taken:
                taken[output] = number
                continue
            first, mine = _path_of(shelves[taken[output]], output, (naming, below)), shelf.path(name)
            if Path(first) != Path(mine):
                found.clashes.append((first, mine, f"{naming.folder(below)}/{output}"))
            elif taken[output] == number:
                found.doubled.add(number)
            else:
                found.elsewhere[number].add(name)
    return taken


def _path_of(shelf: Shelf, output: str, where: tuple[Naming, str]) -> str:
    """The path of the input of that output: looked for, since it is hardly ever asked."""
    naming, below = where
    wanted = f"{naming.folder(below)}/{output}"
    return next(shelf.path(name) for name in shelf.names if naming.path(shelf.relative(name)) == wanted)


def _check_inputs_are_safe(folder: str, outputs: Iterable[str], shelves: Iterator[Shelf]) -> None:
    inputs = {name for shelf in shelves for name in shelf.names}
    for output in outputs:
        if output in inputs:
            raise OutputPlaceError(
                f"{folder}/{output} is an input and would be overwritten; choose another --output-dir"
            )


def _reserve(folder: str, outputs: dict[str, int], reserved: dict[str, frozenset[str]]) -> None:
    """Remember the outputs that look like a numbered document of another one."""
    for output in outputs:
        stem, suffix = os.path.splitext(output)  # noqa: PTH122
        base, _, number = stem.rpartition("-")
        if base and number.isdecimal() and base + suffix in outputs:
            key = f"{folder}/{base}{suffix}"
            reserved[key] = reserved.get(key, frozenset()) | {output}


def _names_in(folder: str) -> set[str]:
    if remote.is_url(folder):
        return remote.names_in(folder)
    try:
        return set(os.listdir(folder))  # noqa: PTH208
    except OSError:
        return set()


def _without_doubles(shelves: tuple[Shelf, ...], found: _Found) -> Iterator[Shelf]:
    for number, shelf in enumerate(shelves):
        if number not in found.elsewhere and number not in found.doubled:
            yield shelf
        else:
            names = [name for name in dict.fromkeys(shelf.names) if name not in found.elsewhere.get(number, ())]
            if names:
                yield Shelf.of(shelf.base, shelf.folder, names, is_archive=shelf.is_archive)
