"""Records -> JSON-LD: a schema.org NewsArticle, or a graph of several."""

from collections.abc import Iterable, Iterator

from newsparse.formats import WriteOptions
from newsparse.model import Record
from newsparse.writers.schema_org import CONTEXT, news_article
from newsparse.writers.to_json import as_json


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """One JSON document whatever the number of records: the second tells that it is a graph."""
    indent = 2 if options.indent else None
    items = iter(records)
    first = next(items, None)
    if first is None:
        return
    second = next(items, None)
    if second is None:
        yield as_json({"@context": CONTEXT, **news_article(first)}, indent)
        return
    yield f'{{"@context": "{CONTEXT}", "@graph": [\n{_item(first, indent)},\n{_item(second, indent)}'
    for record in items:
        yield f",\n{_item(record, indent)}"
    yield "\n]}\n"


def _item(record: Record, indent: int | None) -> str:
    return as_json(news_article(record), indent).removesuffix("\n")
