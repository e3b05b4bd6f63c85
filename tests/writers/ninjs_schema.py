"""JSON Schema of the members of ninjs 3.1 that a text with pictures and quotations may have.

Written out from the facts of the standard (https://iptc.org/standards/ninjs/, ninjs-schema_3.1.json): names, types,
what must be there, and nothing else may be.

NEWSPARSE_NINJS_SCHEMA=FILE tests against IPTC's own file instead.
"""

import json
import os
from pathlib import Path
from typing import Any

_TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}
_MOMENT = {"type": "string", "format": "date-time"}
_COUNT = {"type": "integer"}


def _object(members: dict[str, Any], *, needs: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(needs), "properties": members}


def _list(members: dict[str, Any], *, needs: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"type": "array", "items": _object(members, needs=needs)}


_VALUED = {"role": _TEXT, "contentType": _TEXT, "value": _TEXT}
_CONCEPT = {"name": _TEXT, "rel": _TEXT, "uri": _URI, "literal": _TEXT}
_TYPES = ("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning")
_MEMBERS: dict[str, Any] = {
    "uri": _URI,
    "type": {"enum": list(_TYPES)},
    "representationType": {"enum": ["full", "partial"]},
    "profile": _TEXT,
    "version": _TEXT,
    "firstCreated": _MOMENT,
    "versionCreated": _MOMENT,
    "contentCreated": _MOMENT,
    "embargoedUntil": _MOMENT,
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    "copyrightHolder": _TEXT,
    "copyrightNotice": _TEXT,
    "usageTerms": _TEXT,
    "edNote": _TEXT,
    "language": _TEXT,
    "descriptions": _list(_VALUED, needs=("value",)),
    "bodies": _list({**_VALUED, "charCount": _COUNT, "wordCount": _COUNT}, needs=("value",)),
    "headlines": _list(_VALUED, needs=("value",)),
    "people": _list(_CONCEPT),
    "organisations": _list(_CONCEPT),
    "places": _list(_CONCEPT),
    "infoSources": _list({"name": _TEXT, "role": _TEXT, "uri": _URI, "literal": _TEXT}),
    "title": _TEXT,
    "by": _TEXT,
    "slugline": _TEXT,
    "located": _TEXT,
    "associations": {"type": "array", "items": {"$ref": "#/$defs/associated"}},
    "altIds": _list({"role": _TEXT, "value": _TEXT}),
    "standard": _object({"name": _TEXT, "version": _TEXT, "schema": _URI}),
    "genres": _list({"name": _TEXT, "uri": _TEXT, "literal": _TEXT}),
    "expires": _MOMENT,
}
_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {"associated": _object({**_MEMBERS, "name": _TEXT, "rel": _TEXT}, needs=("name", "uri"))},
    **_object(_MEMBERS, needs=("uri",)),
}


def schema() -> dict[str, Any]:
    """Ours, or the file that NEWSPARSE_NINJS_SCHEMA names."""
    theirs = os.environ.get("NEWSPARSE_NINJS_SCHEMA")
    loaded: dict[str, Any] = json.loads(Path(theirs).read_text(encoding="utf-8")) if theirs else _SCHEMA
    return loaded
