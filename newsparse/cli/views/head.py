"""The head of a page: headline, deck, who and when, how much of what there is, and the key points."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsparse.cli.screens.cells import Line, Piece
from newsparse.cli.screens.frames import Signs
from newsparse.cli.views.parts import Part
from newsparse.cli.views.prose import flowed
from newsparse.cli.views.sheet import Sheet
from newsparse.model import Kind, Record
from newsparse.writers.clean import one_line
from newsparse.writers.plain_body import unit_of, words_in

_NO_BREAK = "\u00a0"
_BULLETS = "•▪●‣·*-–—"

Speak = Callable[[Part, str], list[Piece]]  # a part and the style of what is not quoted -> its pieces


def head(record: Record, found: Sequence[Part], sheet: Sheet, speak: Speak) -> Iterator[Line]:
    """The lines of the head. ``found`` are the parts that belong to it; what only the form states is added."""
    width, signs = sheet.measure, sheet.signs
    for kind, stated in ((Kind.HEADLINE, record.headline), (Kind.DECK, record.deck)):
        parts = [part for part in found if part.kind is kind and part.text.strip()]
        for part in parts or ([Part(kind, stated)] if stated else []):
            yield from flowed(speak(part, kind.value), width, signs)
    origin = [
        *_texts(found, Kind.BYLINE, record.byline.text if record.byline else None),
        *_texts(found, Kind.TIMESTAMP, None),
    ]
    if origin:
        yield from ([], *flowed([(joined(map(one_line, origin), signs), "byline")], width, signs))
    yield from flowed([(joined(facts(record), signs), "facts")], width, signs)
    bullets = [text.lstrip().lstrip(_BULLETS) for text in _texts(found, Kind.BULLET, None)]
    for number, bullet in enumerate(bullets or record.bullets):
        if not number:
            yield []
        yield from flowed([(bullet, "")], width, signs, f"  {signs.bullet} ")


def _texts(found: Sequence[Part], kind: Kind, stated: str | None) -> list[str]:
    texts = [part.text for part in found if part.kind is kind and part.text.strip()]
    return texts or ([stated] if stated else [])


def facts(record: Record) -> Iterator[str]:
    """What newsparse found, in a few words each, which stay on one line."""
    for fact in _facts(record):
        yield fact.replace(" ", _NO_BREAK)


def _facts(record: Record) -> Iterator[str]:
    if record.published:
        yield f"published {record.published}"
    if record.updated:
        yield f"updated {record.updated}"
    yield counted(sum(words_in(item.text) for item in record.body), unit_of(record))
    if record.quotes:
        yield counted(len(record.quotes), "quotation")
    if record.captions:
        yield counted(len(record.captions), "picture")
    if record.notes:
        yield counted(len(record.notes), "note")
    if record.language:
        yield record.language


def joined(parts: Iterable[str], signs: Signs) -> str:
    """The parts on one line, a dot between them; where the line breaks, the dot ends it."""
    return f"{_NO_BREAK}{signs.dot} ".join(parts)


def counted(number: int, thing: str) -> str:
    """The number and the thing, in the plural where there are several.

    >>> counted(1, "word"), counted(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
