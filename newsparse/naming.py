"""The name of an input -> the name of its output."""

import hashlib
import os
from dataclasses import dataclass

from newsparse.unpack import COMPRESSED

_MAX_NAME = 255  # bytes: the limit of nearly every file system
_ROOM = len("-000000")  # for the number of a document
_DIGITS = 3  # that the number of a document is padded to


def numbered(output: str, number: int) -> str:
    """The output of the ``number``-th document of a file with several.

    >>> numbered("out/a.json", 7)
    'out/a-007.json'
    """
    stem, suffix = os.path.splitext(output)  # noqa: PTH122  a path or a URL
    return f"{stem}-{number:0{_DIGITS}}{suffix}"


@dataclass(frozen=True, slots=True)
class Naming:
    """How the outputs are called: under which folder, with which ending, and whether the input's own stays."""

    output_dir: str
    suffix: str
    keep_suffix: bool = False

    def folder(self, below: str) -> str:
        """The folder of the outputs whose inputs lie in the folder ``below``."""
        return f"{self.output_dir}/{below}" if below else self.output_dir

    def name(self, name: str) -> str:
        """The output's name in its folder; one that is too long is cut and told apart by a hash."""
        stem = name if self.keep_suffix else _stem(name)
        if len(os.fsencode(stem)) + _ROOM + len(self.suffix) > _MAX_NAME:
            mark = "-" + hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
            room = _MAX_NAME - _ROOM - len(self.suffix) - len(mark)
            stem = os.fsencode(stem)[:room].decode("utf-8", "ignore") + mark
        return stem + self.suffix

    def path(self, relative: str) -> str:
        """The output of an input by its place below the path that was given."""
        below, _, name = relative.rpartition("/")
        return f"{self.folder(below)}/{self.name(name)}"


def _stem(name: str) -> str:
    """The name without its ending, and without that of a compressed file behind it."""
    for ending in COMPRESSED:
        if name.lower().endswith(ending) and len(name) > len(ending):
            name = name[: -len(ending)]
    stem, _, ending = name.rpartition(".")
    return stem if stem and ending else name
