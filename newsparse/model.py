"""The nouns: what a source, a document, a block and a record are. Frozen, typed, picklable; no behaviour but views.

Every ``start`` and ``end`` is a half-open span in Unicode code points into the *base text*: the decoded source
(BOM removed) where ``offsets`` is "source", else the text that the form's reader extracted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from newsparse.offsets import Offsets

SCHEMA_VERSION = "1.0"

OffsetsInto = Literal["source", "extracted"]
QuoteKind = Literal["direct", "partial", "indirect"]


class Kind(StrEnum):
    """What a block is. The newsroom's own words."""

    HEADLINE = "headline"
    DECK = "deck"
    BULLET = "bullet"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"
    BOILERPLATE = "boilerplate"
    METADATA = "metadata"
    UNCLASSIFIED = "unclassified"


BODY_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.BLOCKQUOTE})


# ---- before the record: source, blocks, document


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd that a person may want to look at. ``line`` and ``column`` are 1-based places in the source."""

    code: str
    message: str
    line: int | None = None
    column: int | None = field(default=None, compare=False)  # for messages; the record's JSON has no column

    @property
    def is_warning(self) -> bool:
        """Whether it tells of a fault in the input (and counts for --strict), not of a choice that was made."""
        return self.code in WARNINGS


WARNINGS = frozenset(
    ("bad-line", "control-characters", "encoding", "lone-surrogates", "no-body", "unclosed-quotation"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded input. ``sha256`` is that of the bytes; ``notes`` tell what decoding met."""

    name: str
    text: str
    encoding: str | None
    sha256: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """What the form itself says that a block is: ours (``kind``) and the form's own word (``word``, "h2")."""

    kind: Kind
    word: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a block was found to be, by which rule, because of what."""

    kind: Kind
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the base text that stands for itself: a paragraph, a heading, a line of a list.

    ``text`` is clean (soft line breaks joined), ``offsets`` leads back from it to the base text, ``line`` is the
    1-based line of the source, ``gap`` says whether a blank line stands above, ``html`` is cleaned inline markup.
    """

    text: str
    start: int
    end: int
    offsets: Offsets
    line: int
    gap: bool = True
    hint: Hint | None = None
    html: str | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a form says outright beyond its blocks (schema.org data, a field code, front matter)."""

    headline: str | None = None
    deck: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    metadata: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One article of a source. ``text`` is the base text; ``start``/``end`` its place in the source.

    ``because`` tells how the form was recognised and read (the layout found); ``language`` is a BCP 47 tag or None.
    ``record`` is there where the source holds a record of ours: then nothing is left to find.
    """

    source: Source
    form: str
    text: str
    blocks: tuple[Block, ...]
    start: int
    end: int
    ordinal: int = 1
    offsets: OffsetsInto = "source"
    because: str = ""
    language: str | None = None
    stated: Stated = field(default_factory=Stated)
    notes: tuple[Note, ...] = ()
    record: "Record | None" = None


# ---- the record: RECORD.md, key for key


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where a record came from. ``document`` is the 1-based ordinal in the file; start/end are in the source."""

    name: str
    form: str
    encoding: str | None
    sha256: str
    document: int
    start: int
    end: int
    offsets: OffsetsInto


@dataclass(frozen=True, slots=True)
class Author:
    """One name of a byline: a person, an agency or a desk."""

    name: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    """The line that says who wrote it, and the names in it."""

    text: str
    authors: tuple[Author, ...]


@dataclass(frozen=True, slots=True)
class Dateline:
    """The reading of "BRUSSELS (Reuters) —" at the head of the body; the words stay in the body, too."""

    text: str
    place: str | None = None
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a picture. ``text`` is None for a credit that stands alone."""

    text: str | None
    credit: str | None
    credit_label: str | None
    photographer: str | None
    agencies: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: ``mention`` is the words at start:end, ``name`` the fullest form that the article gives."""

    name: str | None
    mention: str
    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """The verb or phrase that reports: "said", "according to"."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One contiguous quotation without its outer marks. ``utterance`` is shared by the pieces of one utterance.

    ``rule`` and ``because`` say how the speaker was found; they are for ``explain`` and not in the JSON.
    """

    text: str
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    cue: Cue | None
    utterance: int
    block: int
    rule: str = field(default="", compare=False)
    because: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class BodyItem:
    """A piece of the body. ``html`` is cleaned inline markup where the form had any."""

    kind: Kind
    text: str
    html: str | None = None


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block stands and what took it."""

    kind: Kind
    start: int
    end: int
    line: int
    rule: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """An article read into its parts; ``to_dict`` is the JSON of RECORD.md. ``text`` is what the offsets index."""

    source: SourceInfo
    language: str | None = None
    headline: str | None = None
    deck: str | None = None
    bullets: tuple[str, ...] = ()
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: str | None = None
    updated: str | None = None
    captions: tuple[Caption, ...] = ()
    quotes: tuple[Quote, ...] = ()
    body: tuple[BodyItem, ...] = ()
    boilerplate: tuple[str, ...] = ()
    unclassified: tuple[str, ...] = ()
    metadata: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    blocks: tuple[BlockPlace, ...] = ()
    text: str = field(default="", repr=False, compare=False)
    schema_version: str = SCHEMA_VERSION

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists: exactly the JSON of ``-t json``, keys in the published order."""
        from newsparse.exchange import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Record":
        """The record of such a dict; raises BadRecordError where a key is missing or has the wrong type."""
        from newsparse.exchange import from_dict

        return from_dict(data)
