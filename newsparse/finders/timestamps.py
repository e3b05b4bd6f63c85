"""(text, Language) -> what a date line states: published, updated, or a time that no date can be told from."""

import re
from typing import NamedTuple

from newsparse.finders.dates import Date, find_dates
from newsparse.language import Language

_WORD = re.compile(r"[^\W\d_]+")
MOST_RELATIVE_WORDS = 4  # "about 2 minutes ago"
MOST_OTHER_WORDS = 4  # a date line has a label, a weekday, a zone, a section beside the date; prose has more


class Timestamp(NamedTuple):
    """What a date line says; both ISO 8601 or None. ``is_relative``: "2 minutes ago", from which no date follows."""

    published: str | None
    updated: str | None
    is_relative: bool = False


def find_timestamp(text: str, language: Language) -> Timestamp | None:
    """The reading of a line that is a date line and nothing else, or None.

    >>> from newsparse.language import load
    >>> find_timestamp("Updated: 15:57 BST, 27 April 2024", load("en"))
    Timestamp(published=None, updated='2024-04-27T15:57+01:00', is_relative=False)
    >>> find_timestamp("He was born on April 27, 1924 in a small house above the harbour", load("en")) is None
    True
    """
    dates = find_dates(text, language)
    if not dates:
        return _relative(text, language)
    if _other_words(text, dates, language) > MOST_OTHER_WORDS:
        return None
    published = updated = None
    edge = 0
    for date in dates:
        label = text[edge : date.start].lower()
        if _says(label, language.updated):
            updated = updated or date.iso
        else:
            published = published or date.iso
        edge = date.end
    return Timestamp(published, updated)


def is_date_label(text: str, language: Language) -> bool:
    """Whether a line is the label of a date on the next line: "PUBLISHED:".

    >>> from newsparse.language import load
    >>> is_date_label("UPDATED:", load("en")), is_date_label("Updated ferry plan", load("en"))
    (True, False)
    """
    return text.endswith(":") and text[:-1].strip().lower() in language.published | language.updated


def _says(label: str, phrases: frozenset[str]) -> bool:
    return any(phrase in label for phrase in phrases)


def _other_words(text: str, dates: list[Date], language: Language) -> int:
    """How many words stand in the line beside its dates, their labels and single letters."""
    edge, count = 0, 0
    known = {word for phrase in language.published | language.updated for word in phrase.split()}
    for start, end in [*((date.start, date.end) for date in dates), (len(text), len(text))]:
        count += sum(len(word) > 2 and word.lower() not in known for word in _WORD.findall(text[edge:start]))
        edge = end
    return count


def _relative(text: str, language: Language) -> Timestamp | None:
    words = text.lower().split()
    if (
        1 < len(words) <= MOST_RELATIVE_WORDS
        and any(map(str.isdigit, text))
        and language.relative & {words[-1], words[0]}
    ):
        return Timestamp(None, None, is_relative=True)
    return None
