"""Records -> rows of Arrow tables: one a document, nested and typed as the dataclasses are, or one a quotation.

pyarrow is an optional part of newsparse: what needs it says so with a MissingExtraError.
"""

import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, Literal

from newsparse.errors import MissingExtraError, UnknownFieldError
from newsparse.exchange import KEYS, keys_of, plain, types_of
from newsparse.model import Quote, Record

TableName = Literal["records", "quotes"]
TEXT = "+text"
_OF_THE_SOURCE = ("name", "document", "sha256")  # what tells, of each quotation, where it comes from


def arrow() -> Any:
    """The module pyarrow; raises MissingExtraError."""
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("Parquet", "parquet") from None
    return pa


@dataclass(frozen=True, slots=True)
class Table:
    """Which rows: those of the records with these ``fields`` (as ``--fields`` has them; none: all), or the quotes."""

    name: TableName = "records"
    fields: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; raises UnknownFieldError."""
        if self.name == "quotes":
            return tuple(_quote_types())
        wanted = [field for field in self.fields if field != TEXT]
        for field in wanted:
            if field not in KEYS:
                raise UnknownFieldError(field, (*KEYS, TEXT))
        return tuple(key for key in KEYS if key in wanted or not wanted) + (("text",) if TEXT in self.fields else ())

    def schema(self) -> Any:
        """The pyarrow.Schema."""
        known = _quote_types() if self.name == "quotes" else types_of(Record)
        return arrow().schema([(column, _type(known[column])) for column in self.columns])

    def rows(self, record: Record) -> Iterator[dict[str, Any]]:
        """The rows that a record gives."""
        if self.name == "quotes":
            yield from _quote_rows(record)
        else:
            yield {column: _cell(getattr(record, column)) for column in self.columns}

    def packed(self, rows: Sequence[dict[str, Any]]) -> bytes:
        """The rows as bytes that `unpacked` takes (an Arrow record batch)."""
        return bytes(arrow().RecordBatch.from_pylist(rows, schema=_schema(self)).serialize())

    def unpacked(self, piece: bytes) -> Any:
        """The pyarrow.RecordBatch."""
        return arrow().ipc.read_record_batch(arrow().py_buffer(piece), _schema(self))


@cache
def _schema(table: Table) -> Any:
    return table.schema()


def _type(hint: Any) -> Any:
    """The Arrow type of an annotation of the model."""
    pa = arrow()
    origin, options = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _type(next(option for option in options if option is not type(None)))
    if origin is tuple:
        return pa.list_(_type(options[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return pa.map_(pa.string(), pa.list_(pa.string()))
    if isinstance(hint, type) and is_dataclass(hint):
        return pa.struct([(key, _type(types_of(hint)[key])) for key in keys_of(hint)])
    return pa.int64() if hint is int else pa.string()


def _cell(value: Any) -> Any:
    """The value of a column: plain, and metadata with a list for each key."""
    if isinstance(value, Mapping):
        return [(key, [item] if isinstance(item, str) else list(item)) for key, item in value.items()]
    return plain(value)


def _quote_types() -> dict[str, Any]:
    """The columns of the quotes: where each comes from, then its own, speaker and cue spread out."""
    known = types_of(Record)
    found: dict[str, Any] = {key: types_of(known["source"])[key] for key in _OF_THE_SOURCE}
    found |= {key: known[key] for key in ("language", "headline", "published")}
    for key in keys_of(Quote):
        hint = types_of(Quote)[key]
        inner: Any = next((option for option in typing.get_args(hint) if is_dataclass(option)), None)
        if inner is None:
            found[key] = hint
        else:
            found |= {f"{key}_{part}": types_of(inner)[part] for part in keys_of(inner)}
    return found


def _quote_rows(record: Record) -> Iterator[dict[str, Any]]:
    of_all = {key: getattr(record.source, key) for key in _OF_THE_SOURCE}
    of_all |= {key: getattr(record, key) for key in ("language", "headline", "published")}
    for quote in record.quotes:
        row = dict(of_all)
        for key, value in plain(quote).items():
            row |= {f"{key}_{part}": item for part, item in value.items()} if isinstance(value, dict) else {key: value}
        yield row


def as_table(records: Iterable[Record], table: Table | None = None) -> Any:
    """The records as a pyarrow.Table, for those who go on in memory."""
    table = table or Table()
    rows = [row for record in records for row in table.rows(record)]
    return arrow().Table.from_pylist(rows, schema=table.schema())
