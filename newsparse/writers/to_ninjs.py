"""Records -> ninjs 3.1, the IPTC's News in JSON (https://iptc.org/standards/ninjs/): an object a record.

ninjs has full date-times with a zone only; a date that is less exact goes into the descriptions, as it is.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsparse.formats import WriteOptions
from newsparse.model import Caption, Record
from newsparse.writers.clean import one_line
from newsparse.writers.date_words import with_seconds
from newsparse.writers.html_article import plain_article_body
from newsparse.writers.identifier import uri
from newsparse.writers.people import authors, name_and_role, speaker_name, voices
from newsparse.writers.picture_text import credit_line
from newsparse.writers.plain_body import body_text, word_count
from newsparse.writers.to_json import as_json

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
_FULL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)")


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A chunk a record, one object after another."""
    return (as_json(item(record), 2 if options.indent else None) for record in records)


def item(record: Record) -> dict[str, Any]:
    """The record as a news object; what the record lacks is left out."""
    return _filled(
        {
            "uri": uri(record),
            "standard": STANDARD,
            "type": "text",
            "representationType": "full",
            "language": record.language,
            "firstCreated": _moment(record.published),
            "versionCreated": _moment(record.updated),
            "headlines": [*_valued("main", record.headline), *_valued("subhead", record.deck)],
            "by": record.byline and one_line(record.byline.text),
            "located": record.dateline and one_line(record.dateline.place),
            "descriptions": _descriptions(record),
            "bodies": _bodies(record),
            "people": _people(record),
            "infoSources": _sources(record),
            "associations": [*_pictures(record), *_quotations(record)],
            "altIds": _valued("url", _stated(record, "url")),
        }
    )


def _descriptions(record: Record) -> list[dict[str, str]]:
    dates = (("published", record.published), ("updated", record.updated))
    said = [
        *(("summary", bullet) for bullet in record.bullets),
        ("dateline", record.dateline.text if record.dateline else None),
        *((role, date) for role, date in dates if not _moment(date)),
    ]
    return [described for role, value in said for described in _valued(role, value)]


def _bodies(record: Record) -> list[dict[str, Any]]:
    text = body_text(record)
    if not text:
        return []
    counted = _filled({"charCount": len(text), "wordCount": word_count(record)})
    return [
        {"role": "main", "contentType": "text/plain", **counted, "value": text},
        {"role": "main", "contentType": "text/html", **counted, "value": plain_article_body(record)},
    ]


def _people(record: Record) -> list[dict[str, str]]:
    wrote = [{"name": name, "rel": "author"} for name, _, is_organisation in authors(record) if not is_organisation]
    return [*wrote, *({"name": voice.name, "rel": "quoted"} for voice in voices(record))]


def _sources(record: Record) -> list[dict[str, str]]:
    agencies = [name for name, _, is_organisation in authors(record) if is_organisation]
    dateline = one_line(record.dateline.agency) if record.dateline else ""
    return [{"name": name, "role": "agency"} for name in dict.fromkeys([*agencies, dateline]) if name]


def _pictures(record: Record) -> Iterator[dict[str, Any]]:
    for number, caption in enumerate(record.captions, 1):
        yield _filled(
            {
                "name": f"Picture {number}",
                "rel": "picture",
                "uri": uri(record, f"picture-{number}"),
                "type": "picture",
                "by": one_line(caption.photographer) or credit_line(caption),
                "descriptions": [*_valued("caption", caption.text), *_valued("credit", credit_line(caption))],
                "infoSources": _agencies(caption),
            }
        )


def _agencies(caption: Caption) -> list[dict[str, str]]:
    return [{"name": one_line(agency), "role": "agency"} for agency in caption.agencies if one_line(agency)]


def _quotations(record: Record) -> Iterator[dict[str, Any]]:
    for number, quote in enumerate(record.quotes, 1):
        yield _filled(
            {
                "name": f"Quotation {number}",
                "rel": "quotation",
                "uri": uri(record, f"quotation-{number}"),
                "type": "text",
                "by": name_and_role(quote),
                "bodies": _valued("quotation", quote.text),
                "descriptions": [*_valued("kind", quote.kind), *_valued("cue", quote.cue.text if quote.cue else None)],
                "people": [{"name": speaker_name(quote), "rel": "speaker"}] if speaker_name(quote) else [],
            }
        )


def _valued(role: str, value: str | None) -> list[dict[str, str]]:
    return [{"role": role, "value": one_line(value)}] if one_line(value) else []


def _stated(record: Record, key: str) -> str | None:
    value = record.metadata.get(key)
    return value if isinstance(value, str) else None


def _moment(date: str | None) -> str | None:
    """A date-time as JSON Schema has it (RFC 3339: seconds and a zone), or None where ours is less exact."""
    if not date or not _FULL.fullmatch(date):
        return None
    return with_seconds(date)


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in members.items() if value not in (None, "", [])}
