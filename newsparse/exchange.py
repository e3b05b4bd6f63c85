"""Record <-> plain dicts and lists: the published JSON, key for key (the fields of the dataclasses give the keys)."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from newsparse import model
from newsparse.errors import BadRecordError

# The published order; `text` is added on demand (--fields +text), rule and because of a quote belong to explain.
KEYS = (
    "schema_version",
    "source",
    "language",
    "headline",
    "deck",
    "bullets",
    "byline",
    "dateline",
    "published",
    "updated",
    "captions",
    "quotes",
    "body",
    "boilerplate",
    "unclassified",
    "metadata",
    "notes",
    "blocks",
)
_PRIVATE = {model.Quote: ("rule", "because"), model.Note: ("column",)}


def to_dict(record: model.Record) -> dict[str, Any]:
    """Exactly the JSON of ``-t json``."""
    return {key: plain(getattr(record, key)) for key in KEYS}


def from_dict(data: Mapping[str, Any]) -> model.Record:
    """The way back; unknown keys are an error, ``text`` may be there."""
    missing = [key for key in KEYS if key not in data]
    unknown = [key for key in data if key not in KEYS and key != "text"]
    if missing or unknown:
        said = [f"{key!r} is missing" for key in missing] + [f"{key!r} is unknown" for key in unknown]
        raise BadRecordError(f"not a record of newsparse: {', '.join(said)}")
    record: model.Record = _object(model.Record, data, "record")
    return record


@cache
def keys_of(kind: Any) -> tuple[str, ...]:
    """The published keys of a dataclass of the model, in order."""
    return tuple(item.name for item in fields(kind) if item.name not in _PRIVATE.get(kind, ()))


@cache
def _values(kind: Any) -> Any:
    return attrgetter(*keys_of(kind))


def plain(value: Any) -> Any:
    """A value of the model as the JSON has it."""
    if value is None or isinstance(value, str | int):
        return value.value if isinstance(value, model.Kind) else value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    kind: Any = type(value)
    return dict(zip(keys_of(kind), map(plain, _values(kind)(value)), strict=True))


@cache
def types_of(kind: Any) -> dict[str, Any]:
    """The annotation of each field, resolved."""
    return typing.get_type_hints(kind)


def _object(kind: Any, data: Any, place: str) -> Any:
    if not isinstance(data, Mapping):
        raise BadRecordError(f"{place}: {type(data).__name__} instead of an object")
    known = types_of(kind)
    needed = set(keys_of(kind)) - ({"text"} if kind is model.Record else set())
    if not needed <= set(data) or not set(data) <= set(known):
        raise BadRecordError(f"{place}: the keys must be {', '.join(keys_of(kind))}")
    return kind(**{key: _typed(known[key], item, f"{place}.{key}") for key, item in data.items()})


def _typed(hint: Any, value: Any, place: str) -> Any:  # noqa: PLR0911  a return a kind of annotation
    """``value`` as the annotation ``hint`` wants it, or BadRecordError at ``place``."""
    origin, options = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _union(options, value, place)
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_typed(options[0], item, f"{place}[{n}]") for n, item in enumerate(value))
    if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, Mapping):
        return {str(key): _typed(options[1], item, f"{place}.{key}") for key, item in value.items()}
    if origin is typing.Literal and value in options:
        return value
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return _object(hint, value, place)
    if hint is model.Kind and value in tuple(model.Kind):
        return model.Kind(value)
    if hint in (str, int) and type(value) is hint:
        return value
    raise BadRecordError(f"{place}: {value!r} is not {getattr(hint, '__name__', hint)}")


def _union(options: tuple[Any, ...], value: Any, place: str) -> Any:
    if value is None and type(None) in options:
        return None
    choices = [option for option in options if option is not type(None)]
    if len(choices) == 1:
        return _typed(choices[0], value, place)
    fitting = choices[0] if isinstance(value, str) else choices[1]  # str | tuple[str, ...]: metadata
    return _typed(fitting, value, place)
