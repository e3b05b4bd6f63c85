"""YAML front matter above a text -> what it states, and where the text begins."""

from typing import Any

from newsparse.model import Stated
from newsparse.readers.html_structured_data import iso_date

_RULE = "---\n"
_MOST = 65_536  # characters: more is no front matter
_TITLE = ("title", "headline")
_DECK = ("subtitle", "deck", "description")
_AUTHORS = ("author", "authors")
_DATE = ("date", "published")
_LANGUAGE = ("lang", "language")


def read(text: str) -> tuple[Stated, int]:
    """What the front matter states and the code point behind it; nothing and 0 where there is none."""
    opened = text.startswith(_RULE)
    end = text.find("\n" + _RULE, 0, _MOST) if opened else -1
    values = _values(text[len(_RULE) : end + 1]) if end >= 0 else None
    if values is None:
        return Stated(), 0
    used: set[str] = set()

    def first(keys: tuple[str, ...]) -> str | None:
        found = next((key for key in keys if isinstance(values.get(key), str) and values[key].strip()), None)
        used.update([found] if found else [])
        return values[found].strip() if found else None

    title, deck, date, language = first(_TITLE), first(_DECK), first(_DATE), first(_LANGUAGE)
    authors = next((names for key in _AUTHORS if (names := _names(values.get(key)))), ())
    used.update(_AUTHORS)
    stated = Stated(
        headline=title,
        deck=deck,
        authors=authors,
        published=iso_date(date) if date else None,
        language=language,
        metadata={key: value for key, value in values.items() if key not in used and isinstance(value, str) and value},
    )
    return stated, end + 1 + len(_RULE)


def _values(text: str) -> dict[str, Any] | None:
    """The mapping, every scalar as the string that was written; None where it is none."""
    import yaml

    try:
        values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  it makes strings, lists and mappings only
    except (yaml.YAMLError, RecursionError):
        return None
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else None


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(name.strip() for name in values if isinstance(name, str) and name.strip() not in ("", "null"))
