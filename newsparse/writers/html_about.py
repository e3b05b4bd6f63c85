"""Record -> the folded part at the foot of its article: where it comes from, and what was left out of it."""

from collections.abc import Iterator

from newsparse.model import Record
from newsparse.writers.clean import one_line
from newsparse.writers.marks import escaped


def about(record: Record, labels: str) -> Iterator[str]:
    """The lines of a <details>; ``labels`` are the attributes of our own, English words."""
    yield '<details class="left-out">'
    yield f"<summary{labels}>About this text</summary>\n<dl>"
    for word, value in _facts(record):
        yield f"<dt{labels}>{word}</dt><dd>{_plain(value)}</dd>"
    for key, stated in record.metadata.items():
        yield f"<dt>{_plain(key)}</dt><dd>{_plain(stated if isinstance(stated, str) else ', '.join(stated))}</dd>"
    yield "</dl>"
    if record.notes:
        yield f"<h2{labels}>Notes</h2>"
        yield from (f"<p{labels}>{_plain(note.message)}</p>" for note in record.notes)
    if record.boilerplate:
        yield f"<h2{labels}>Left out of the article</h2>"
        yield from (f"<p>{_plain(text)}</p>" for text in record.boilerplate)
    yield "</details>"


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    source = record.source
    yield "Source", source.name
    yield "Form", source.form
    yield "Language", record.language or "not known"
    yield "SHA-256", source.sha256


def _plain(text: str) -> str:
    return escaped(one_line(text))
