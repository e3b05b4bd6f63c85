"""(text, Language) -> what a date line states: published, updated, or a time that no date can be told from."""

import re
from typing import NamedTuple

from newsparse.finders.dates import Date, find_dates
from newsparse.language import Language, words_of

_WORD = re.compile(r"[^\W\d_]+")
MOST_RELATIVE_WORDS = 5  # "about 2 minutes ago", "il y a 2 minutes"
LONGEST_READING_TIME = 60  # characters
MOST_WORDS_BESIDE = 1  # "4 Minuten Lesezeit"; known words do not count
LONGEST_RELATIVE = 40  # characters
_CASELESS = "\u2e80"  # from here on stand the scripts that put no blanks between words
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
    labels = _labels(text, dates, language)
    if len(dates) == 2 and not any(_says(label, language.published | language.updated) for label in labels):
        return _first_and_last(*dates)
    published = updated = None
    for date, label in zip(dates, labels, strict=True):
        if _says(label, language.updated):
            updated = updated or date.iso
        else:
            published = published or date.iso
    return Timestamp(published, updated)


def _first_and_last(one: Date, two: Date) -> Timestamp:
    """Of two days without a label the earlier is that of publication, however the page orders them."""
    early, late = sorted((one, two), key=lambda date: date.iso[: len("2024-05-03")])
    return Timestamp(early.iso, late.iso if late.iso > early.iso else None)


def _labels(text: str, dates: list[Date], language: Language) -> list[str]:
    """The words that say what each date is: those before it, else behind it: "3 May (updated)"."""
    ends, starts = [0, *(date.end for date in dates)], [*(date.start for date in dates), len(text)]
    stretches = [text[end:start].lower() for end, start in zip(ends, starts, strict=True)]
    before, behind = stretches[:-1], stretches[1:]
    known = language.published | language.updated
    return before if any(_says(label, known) for label in before) else behind


def is_date_label(text: str, language: Language) -> bool:
    """Whether a line is the label of a date on the next line: "PUBLISHED:".

    >>> from newsparse.language import load
    >>> is_date_label("UPDATED:", load("en")), is_date_label("Updated ferry plan", load("en"))
    (True, False)
    """
    return text.endswith(":") and text[:-1].strip().lower() in language.published | language.updated


def says_reading_time(text: str, language: Language) -> bool:
    """Whether a line says how long it takes to read, and hardly anything else.

    >>> from newsparse.language import load
    >>> says_reading_time("4 min read", load("en")), says_reading_time("4 minutes that changed the ferry", load("en"))
    (True, False)
    """
    if len(text) > LONGEST_READING_TIME or not any(map(str.isdigit, text)):
        return False
    return _says(text.lower(), language.reading) and _other_words(text, [], language) <= MOST_WORDS_BESIDE


def _says(label: str, phrases: frozenset[str]) -> bool:
    return any(phrase in label for phrase in phrases)


def _other_words(text: str, dates: list[Date], language: Language) -> int:
    """How many words stand in the line beside its dates, their labels and single letters."""
    edge, count = 0, 0
    known = words_of(language.published | language.updated | language.reading | language.clock_words)
    for start, end in [*((date.start, date.end) for date in dates), (len(text), len(text))]:
        count += sum(len(word) > 2 and word.lower() not in known for word in _WORD.findall(text[edge:start]))
        edge = end
    return count


def _relative(text: str, language: Language) -> Timestamp | None:
    """ "2 minutes ago", "hace 2 horas", "3時間前": a figure, and a word for now at one end of the line."""
    if len(text) > LONGEST_RELATIVE or not any(map(str.isdigit, text)):
        return None
    words = f" {text.lower()} "
    if not 1 < text.count(" ") + 1 <= MOST_RELATIVE_WORDS and text.isascii():
        return None
    for phrase in language.relative:
        spaced = f" {phrase} " if phrase[0] < _CASELESS else f"{phrase} "
        if words.endswith(spaced) or words.startswith(f" {phrase} "):
            return Timestamp(None, None, is_relative=True)
    return None
