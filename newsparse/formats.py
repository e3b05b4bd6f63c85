"""What a Reader and a Writer are, and how one is picked: by name, by file name, or by looking at the text.

A reader is a module ``newsparse.readers.from_x`` with ``fits`` and ``read``; a writer is a module
``newsparse.writers.to_x`` with ``write``. Third parties register the like of them under the entry-point groups
``newsparse.readers`` and ``newsparse.writers``; those are loaded only when a name is not ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Any, Literal, NamedTuple, Protocol, cast

from newsparse.errors import UnknownFormatError
from newsparse.model import Document, Record, Source


class Reader(Protocol):
    """Source -> documents with bare blocks (a module or an object)."""

    def fits(self, source: Source) -> str | None:
        """Why the source is of this form ("a line '@highlight'"), or None."""
        ...

    def read(self, source: Source) -> Iterator[Document]:
        """The documents, in order; bare blocks, every non-space character of the base text in exactly one."""
        ...


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What a writer may be asked for; each takes what concerns it.

    ``fields``: the JSON keys to keep, "+text" added; ``indent``: JSON over several lines; ``front_matter``: YAML
    before Markdown; ``fragment``: the article alone, without a page around it and without a colophon; ``quotes``: a
    list of the quotations behind it; ``table``: the rows of CSV; ``template``: the path of a template.
    """

    fields: tuple[str, ...] = ()
    indent: bool = False
    front_matter: bool = False
    fragment: bool = False
    quotes: bool = False
    table: Literal["quotes", "articles"] = "quotes"
    template: str | None = None


class Writer(Protocol):
    """Records -> text, in chunks that may be written as they come."""

    def write(self, records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
        """The text of all records as one output."""
        ...


class Format(NamedTuple):
    """A row of the tables below: the name, the module, the file name endings, the first of which outputs get.

    ``sign`` stands in every text of the form that is not named like one: without it the module need not be loaded.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    sign: str = ""


# The order is the precedence of looking: the most telling form first, plain is the floor.
READERS = (
    Format("story", "newsparse.readers.from_story", (".story",), "@"),
    Format("markdown", "newsparse.readers.from_markdown", (".md", ".markdown"), "[newsparse]:"),
    Format("html", "newsparse.readers.from_html", (".html", ".htm", ".xhtml"), "<"),
    Format("json", "newsparse.readers.from_json", (".json", ".jsonl", ".ndjson"), "{"),
    Format("plain", "newsparse.readers.from_plain", (".txt", ".text")),
)
WRITERS = (
    Format("json", "newsparse.writers.to_json", (".json",)),
    Format("jsonl", "newsparse.writers.to_jsonl", (".jsonl", ".ndjson")),
    Format("markdown", "newsparse.writers.to_markdown", (".md", ".markdown")),
    Format("html", "newsparse.writers.to_html", (".html", ".htm")),
    Format("jsonld", "newsparse.writers.to_jsonld", (".jsonld",)),
    Format("ninjs", "newsparse.writers.to_ninjs", (".json", ".ninjs.json")),
    Format("annotations", "newsparse.writers.to_annotations", (".jsonl", ".annotations.jsonl")),
    Format("csv", "newsparse.writers.to_csv", (".csv",)),
    Format("template", "newsparse.writers.to_template", ()),
)


def names(table: tuple[Format, ...]) -> tuple[str, ...]:
    """The names in a table, in its order."""
    return tuple(row.name for row in table)


def reader(name: str) -> Reader:
    """The reader of that name: ours, then entry points; raises UnknownFormatError.

    "json:story" is the reader of JSON with the text under the key "story".
    """
    name, _, key = name.partition(":")
    module: Any = _module(READERS, "reader", name)
    return cast("Reader", module.keyed(key) if key and hasattr(module, "keyed") else module)


def writer(name: str) -> Writer:
    """The writer of that name: ours, then entry points; raises UnknownFormatError."""
    return cast("Writer", _module(WRITERS, "writer", name))


def choose_reader(source: Source) -> tuple[str, str]:
    """-> (name, why): the first form whose marks are in the text. The file name only breaks ties.

    A form is known by its marks, not by its ending: HTML named .txt is HTML, and a .html without a tag is plain.
    """
    name = source.name.lower()
    for row in READERS[:-1]:
        may_fit = row.sign in source.text or name.endswith(row.suffixes)
        why = reader(row.name).fits(source) if may_fit else None
        if why:
            return row.name, why
    return "plain", "no other form's marks are in it"


def writer_for(path: str) -> str | None:
    """The name of the writer that a file name's ending stands for, or None: the longest ending, then the first row."""
    name = PurePath(path).name.lower()
    fitting = [(ending, row.name) for row in WRITERS for ending in row.suffixes if name.endswith(ending)]
    return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else None


def suffix_of(name: str) -> str:
    """The ending that outputs of the writer get: ".json", ".md"; ".<name>" for a third party's."""
    return next((row.suffixes[0] for row in WRITERS if row.name == name), f".{name}")


def _module(table: tuple[Format, ...], role: str, name: str) -> object:
    for row in table:
        if row.name == name:
            return import_module(row.module)
    from importlib.metadata import entry_points

    for point in entry_points(group=f"newsparse.{role}s"):
        if point.name == name:
            return point.load()
    raise UnknownFormatError(role, name, names(table))
