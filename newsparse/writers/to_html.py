"""Records -> one page of HTML that needs nothing else: nothing that runs, no network; for light, dark and paper."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from newsparse.formats import WriteOptions
from newsparse.model import Record
from newsparse.writers.clean import one_line
from newsparse.writers.html_article import article
from newsparse.writers.language_tag import direction, lang
from newsparse.writers.marks import escaped
from newsparse.writers.schema_org import CONTEXT, news_article
from newsparse.writers.to_json import as_json

_STYLE = Path(__file__).with_name("page.css")
_UNDETERMINED = "und"  # BCP 47's word for a language that is not known: a page has to state one
_FOOT = "</main>\n</body>\n</html>\n"


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A chunk an article, in one page that the first record names; with ``fragment`` the articles alone."""
    number = 0
    for number, record in enumerate(records, 1):
        if number == 1 and not options.fragment:
            yield _head(record)
        yield article(record, number, signed=not options.fragment) + ("" if options.fragment else _for_machines(record))
    if number and not options.fragment:
        yield _FOOT


def _for_machines(record: Record) -> str:
    """The article as schema.org has it, in a script that is data: nothing runs, and nothing in it can end it."""
    said = as_json({"@context": CONTEXT, **news_article(record)}).removesuffix("\n")
    inert = said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{inert}</script>\n'


def _head(record: Record) -> str:
    """Everything above the first article; the policy lets nothing load or run but the one style."""
    style, digest = _style()
    title = escaped(one_line(record.headline) or one_line(record.source.name)) or "Article"
    return f"""<!DOCTYPE html>
<html{lang(record.language or _UNDETERMINED)}{direction(record.language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; \
base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="newsparse">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
"""


@cache
def _style() -> tuple[str, str]:
    """The style sheet and the base64 of its SHA-256, by which the policy knows it."""
    from base64 import b64encode
    from hashlib import sha256

    style = "\n" + _STYLE.read_text(encoding="utf-8")
    return style, b64encode(sha256(style.encode()).digest()).decode("ascii")
