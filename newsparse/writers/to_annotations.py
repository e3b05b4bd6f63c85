"""Records -> W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one a line: what stands where in the text.

Each block, each caption and each quotation is an annotation, pointed at by its place and by its words. The places count
Unicode code points, as the model asks, in the text that ``source.offsets`` names.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from newsparse.formats import WriteOptions
from newsparse.model import Kind, Quote, Record
from newsparse.writers.clean import one_line
from newsparse.writers.identifier import uri
from newsparse.writers.people import speaker_name
from newsparse.writers.to_json import as_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and behind that tell equal words apart
_OF_CAPTIONS = frozenset({Kind.CAPTION, Kind.CREDIT})  # shown by the caption that they make up
Body = dict[str, str]


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:  # noqa: ARG001  there is one shape
    """A line an annotation."""
    return (as_json(annotation) for record in records for annotation in annotations(record))


def annotations(record: Record) -> Iterator[dict[str, Any]]:
    """The blocks in order, then the captions, then the quotations."""
    for number, block in enumerate(record.blocks):
        if block.kind not in _OF_CAPTIONS and block.end > block.start:
            yield _annotation(record, f"block-{number}", (block.start, block.end), [_tag(block.kind.value)])
    for number, caption in enumerate(record.captions, 1):
        credited = [_said("describing", caption.credit)] if one_line(caption.credit) else []
        yield _annotation(record, f"picture-{number}", (caption.start, caption.end), [_tag("caption"), *credited])
    for number, quote in enumerate(record.quotes, 1):
        yield _annotation(record, f"quotation-{number}", (quote.start, quote.end), list(_of_quote(quote)))


def _of_quote(quote: Quote) -> Iterator[Body]:
    yield _tag("quotation")
    yield _tag(quote.kind)
    if speaker_name(quote):
        yield _said("identifying", speaker_name(quote))
    if quote.speaker and one_line(quote.speaker.role):
        yield _said("describing", quote.speaker.role)


def _tag(value: str) -> Body:
    return _said("tagging", value)


def _said(purpose: str, value: str | None) -> Body:
    return {"type": "TextualBody", "purpose": purpose, "value": one_line(value)}


def _annotation(record: Record, part: str, span: tuple[int, int], bodies: list[Body]) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "id": uri(record, part),
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": {"source": uri(record), "selector": list(_selectors(record.text, *span))},
    }


def _selectors(text: str, start: int, end: int) -> Iterator[dict[str, Any]]:
    """By place; by words, too, where the record has its text (one read from bare JSON has not)."""
    yield {"type": "TextPositionSelector", "start": start, "end": end}
    if end <= len(text):
        yield {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        }
