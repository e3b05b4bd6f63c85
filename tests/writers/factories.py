"""Records made by hand, from the text they would have been read from."""

from collections.abc import Sequence
from dataclasses import replace

from newsparse.model import (
    BODY_KINDS,
    Author,
    BlockPlace,
    BodyItem,
    Byline,
    Caption,
    Cue,
    Dateline,
    Kind,
    Note,
    Quote,
    Record,
    SourceInfo,
    Speaker,
)

Piece = tuple[Kind, str]
SOURCE = SourceInfo("bridge.txt", "plain", "utf-8", "0" * 64, 1, 0, 0, "source")
BRIDGE: tuple[Piece, ...] = (
    (Kind.HEADLINE, "Harbour bridge to close for repairs"),
    (Kind.DECK, "Six weeks of ferries begin in June"),
    (Kind.BYLINE, "By Ada Quill, Staff Writer"),
    (Kind.TIMESTAMP, "June 3, 2024"),
    (Kind.BULLET, "Ferries to run every ten minutes"),
    (Kind.BULLET, "Cost put at $4 million"),
    (Kind.PARAGRAPH, "PORT ELLERY — The old harbour bridge will close for six weeks, the city said."),
    (Kind.CAPTION, "The bridge at dusk. Photographer: Tom Weld/Harbour Pictures"),
    (Kind.PARAGRAPH, "“We waited for the dry season,” said Mara Lindqvist, the city engineer. “Now we can’t wait.”"),
    (Kind.HEADING, "What comes next"),
    (Kind.LIST_ITEM, "Steel arrives on Monday"),
    (Kind.LIST_ITEM, "Work begins on Tuesday"),
    (Kind.BLOCKQUOTE, "It is older than all of us."),
    (Kind.UNCLASSIFIED, "x 7 x"),
    (Kind.PARAGRAPH, "The last repair was in 1986."),
    (Kind.BOILERPLATE, "Read more about bridges"),
)


def record(pieces: Sequence[Piece], *, html: str | None = None) -> Record:
    """The record of blocks parted by blank lines; ``html`` is that of every body item."""
    text = "\n\n".join(words for _, words in pieces)
    return Record(
        source=replace(SOURCE, end=len(text)),
        language="en",
        headline=_first(pieces, Kind.HEADLINE),
        deck=_first(pieces, Kind.DECK),
        byline=_byline(_first(pieces, Kind.BYLINE)),
        bullets=_all(pieces, Kind.BULLET),
        captions=tuple(_captions(pieces)),
        body=tuple(BodyItem(kind, words, html) for kind, words in pieces if kind in BODY_KINDS),
        boilerplate=_all(pieces, Kind.BOILERPLATE),
        unclassified=_all(pieces, Kind.UNCLASSIFIED),
        blocks=tuple(_places(pieces)),
        text=text,
    )


def bridge() -> Record:
    """A record with something in every field."""
    bare = record(BRIDGE)
    first = quote(bare, "We waited for the dry season,", "Mara Lindqvist")
    second = quote(bare, "Now we can’t wait.", "Mara Lindqvist")
    return replace(
        bare,
        dateline=Dateline("PORT ELLERY —", "PORT ELLERY", None, None),
        published="2024-06-03",
        updated="2024-06-04T08:15:00+02:00",
        quotes=(first, second),
        metadata={"section": "City", "tickers": ("HRB", "BRG")},
        notes=(Note("unclassified", "no rule claimed this block", 27),),
    )


def quote(of: Record, words: str, speaker: str, cue: str = "said") -> Quote:
    """The first quotation of ``words`` in a record's text, with its speaker's and cue's first mentions."""
    start, mention, said = of.text.index(words), of.text.index(speaker), of.text.index(cue)
    block = next(index for index, place in enumerate(of.blocks) if place.start <= start < place.end)
    return Quote(
        text=words,
        start=start,
        end=start + len(words),
        kind="direct",
        speaker=Speaker(speaker, speaker, "city engineer", mention, mention + len(speaker)),
        cue=Cue(cue, said, said + len(cue)),
        utterance=0,
        block=block,
    )


def hostile(payload: str) -> Record:
    """A record with the payload in every place where a text can stand."""
    kinds = (Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.BULLET, *sorted(BODY_KINDS), Kind.UNCLASSIFIED)
    caption = Caption(payload, payload, payload, payload, (payload,), 0, 0)
    return replace(record([(kind, payload) for kind in kinds]), captions=(caption,), metadata={payload: payload})


def _first(pieces: Sequence[Piece], kind: Kind) -> str | None:
    return next(iter(_all(pieces, kind)), None)


def _all(pieces: Sequence[Piece], kind: Kind) -> tuple[str, ...]:
    return tuple(words for found, words in pieces if found is kind)


def _byline(words: str | None) -> Byline | None:
    return Byline(words, (Author("Ada Quill", "Staff Writer"),)) if words else None


def _places(pieces: Sequence[Piece]) -> list[BlockPlace]:
    places, start = [], 0
    for number, (kind, words) in enumerate(pieces):
        places.append(BlockPlace(kind, start, start + len(words), 2 * number + 1, "by_hand"))
        start += len(words) + 2
    return places


def _captions(pieces: Sequence[Piece]) -> list[Caption]:
    found = []
    for place in _places(pieces):
        words = pieces[(place.line - 1) // 2][1]
        if place.kind is Kind.CAPTION:
            text, _, credit = words.partition(" Photographer: ")
            found.append(
                Caption(text, credit, "Photographer", "Tom Weld", ("Harbour Pictures",), place.start, place.end)
            )
    return found
