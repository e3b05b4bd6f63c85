"""Record -> YAML front matter: always the same keys, every text a double-quoted string.

Written by hand: the shape never varies, and a YAML library would cost every start. JSON's escapes would not do (YAML
reads no pairs of surrogates and refuses DEL and C1), so what YAML cannot hold raw is cleaned away or escaped here.
"""

import re

from newsparse.model import Record
from newsparse.writers.clean import one_line
from newsparse.writers.date_words import with_seconds

_ESCAPED = re.compile(r'["\\]')
_RULE = "---\n"
_DAY = len("2024-06-03")


def front_matter(record: Record) -> str:
    """The front matter with its two rules; what the record lacks is null or []."""
    authors = [author.name for author in record.byline.authors] if record.byline else []
    return _RULE + "".join(
        (
            _line("title", record.headline),
            _line("subtitle", record.deck),
            _line("date", _date(record.published)),
            _list("author", authors),
            _line("description", _description(record)),
            _line("lang", record.language),
            _line("source", record.source.name),
            _RULE,
        )
    )


def _date(published: str | None) -> str | None:
    """A day, with its time where that is known: Hugo stops at a date without a day, or a time without seconds."""
    return with_seconds(published) if published and len(published) >= _DAY else None


def _description(record: Record) -> str:
    """What a site shows of the page where it only names it: the key points, else the deck."""
    return "; ".join(one_line(bullet).rstrip(".;") for bullet in record.bullets) or one_line(record.deck)


def _line(key: str, value: str | None) -> str:
    return f"{key}: {_quoted(value) if value else 'null'}\n"


def _list(key: str, values: list[str]) -> str:
    return f"{key}:\n" + "".join(f"  - {_quoted(value)}\n" for value in values) if values else f"{key}: []\n"


def _quoted(text: str) -> str:
    r"""Text for people as a YAML double-quoted scalar; quoted always, so that ``no`` and ``1e3`` stay strings.

    >>> print(_quoted('The "no" vote: \\o/'))
    "The \"no\" vote: \\o/"
    """
    return '"' + _ESCAPED.sub(r"\\\g<0>", one_line(text)) + '"'
