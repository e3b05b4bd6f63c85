"""(text, Language) -> the dates in a line, as ISO 8601; never guessed from a clock."""

import re
from functools import cache
from typing import NamedTuple

from newsparse.finders.clocks import find_clock
from newsparse.language import Language

LONGEST = 240  # characters of a line that may be a date line
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
    r"(?:T(?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
# A line without any of these holds no full date. One set of characters opens it: the search runs to them at once.
_YEAR = re.compile(r"[\d./-](?:(?<=\d)\d{3}|(?<=[./-])\s?\d\d(?!\d))")
_NUMERIC = re.compile(
    r"(?<![\d.,:/])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d|(?P=sep)\d)"
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
LONGEST_LINK = 2  # characters of a word that may stand inside a date; also the digits of a day
YEAR = 4  # digits
LEAST_MONTH = 3  # letters of a month's short name
FIRST_YEAR, LAST_YEAR = 1900, 2099
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
TIME_BEHIND, TIME_BEFORE = 40, 24  # characters beside a date in which its time stands


class Date(NamedTuple):
    """A date in the text at start:end (half-open, the time included) and its ISO 8601 form."""

    start: int
    end: int
    iso: str


class _Day(NamedTuple):
    start: int
    end: int
    year: int
    month: int
    day: int


def find_dates(text: str, language: Language) -> list[Date]:
    """Every full date of a line (day, month and year), in order, each with the time that stands beside it.

    >>> from newsparse.language import load
    >>> [date.iso for date in find_dates("Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 9, 2024", load("en"))]
    ['2024-08-08T04:00-04:00', '2024-08-09']
    """
    if len(text) > LONGEST or not _YEAR.search(text):
        return []
    found = sorted(_iso(text) + _days(text, language), key=lambda item: item.start)
    dates: list[Date] = []
    edge = 0
    for n, item in enumerate(found):
        if item.start < edge:
            continue
        if isinstance(item, Date):
            dates.append(item)
        else:
            until = next((other.start for other in found[n + 1 :] if other.start >= item.end), len(text))
            dates.append(_with_time(text, item, (edge, until), language))
        edge = dates[-1].end
    return dates


def _iso(text: str) -> list["Date | _Day"]:
    found: list[Date | _Day] = []
    for match in _ISO.finditer(text):
        day = _day(match.span(), match["year"], match["month"], match["day"])
        if day and match["time"]:
            zone = (match["zone"] or "").replace("Z", "+00:00")
            zone = f"{zone[:3]}:{zone[-2:]}" if zone else ""
            found.append(Date(day.start, day.end, f"{_iso_day(day)}T{match['time']}{zone}"))
        elif day:
            found.append(day)
    return found


def _days(text: str, language: Language) -> list["Date | _Day"]:
    marked = _marked(language.day_marks).finditer(text)
    found = [_day(m.span(), m["year"], m["month"], m["day"]) for m in marked]
    found += [_numeric(m, language) for m in _NUMERIC.finditer(text)]
    found += _named(text, language)
    return [day for day in found if day]


@cache
def _marked(marks: tuple[str, ...]) -> re.Pattern[str]:
    """2025年1月13日, 2025년 1월 13일: a sign behind each figure."""
    year, month, day = (f"[{''.join(signs)}]" for signs in zip(*(mark.split() for mark in marks), strict=True))
    return re.compile(
        rf"(?P<year>(?:19|20)\d\d)\s?{year}\s?(?P<month>\d{{1,2}})\s?{month}\s?(?P<day>\d{{1,2}})\s?{day}"
    )


def _numeric(match: re.Match[str], language: Language) -> _Day | None:
    """Day first, except with slashes where the language puts the month first; else what alone can be."""
    a, b = int(match["a"]), int(match["b"])
    months = len(_DAYS_IN)
    month_first = language.month_first and a <= months and (match["sep"] == "/" or b > months)
    day, month = (b, a) if month_first else (a, b)
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    return _day(match.span(), year, month, str(day))


def _named(text: str, language: Language) -> list[_Day | None]:
    """A month's name with a day and a year around it: "April 25, 2023", "25 avril 2023", "Apr 28 20232:23 PM".

    Words of one or two letters count for nothing there: "1st", "1er", "25 de abril de 2023".
    """
    tokens = [_unglued(m, language) for m in _TOKEN.finditer(text)]
    tokens = [token for token in tokens if token[0].isdigit() or len(token[0]) > LONGEST_LINK]
    months = [n for n, (word, _, _) in enumerate(tokens) if word.lower() in language.months]
    return [_day_before(tokens, n, language) or _day_behind(tokens, n, language) for n in months]


def _unglued(found: re.Match[str], language: Language) -> tuple[str, int, int]:
    """A word with its place; of a word glued to a month only the month: "PoliticsNov", "BUSINESSNOV", "readApril"."""
    word, start, end = found[0], found.start(), found.end()
    if len(word) > LEAST_MONTH + 1 and word.lower() not in language.months:
        capital = next((n for n in range(len(word) - LEAST_MONTH, 0, -1) if word[n].isupper()), 0)
        for at in (len(word) - LEAST_MONTH, capital):
            glued = word.isupper() or (word[at].isupper() and word[at - 1].islower())
            if at and glued and word[at:].lower() in language.months:
                start = end - len(word) + at
                break
    return found.string[start:end], start, end


def _day_before(tokens: list[tuple[str, int, int]], n: int, language: Language) -> _Day | None:
    """25 April 2023, 25. April 2023, 25 de abril de 2023."""
    if not 0 < n < len(tokens) - 1:
        return None
    (day, start, _), (name, _, _), (year, year_at, _) = tokens[n - 1 : n + 2]
    if not (day.isdigit() and year.isdigit()) or len(day) > LONGEST_LINK or len(year) < YEAR:
        return None
    return _day((start, year_at + YEAR), year[:YEAR], language.months[name.lower()], day)


def _day_behind(tokens: list[tuple[str, int, int]], n: int, language: Language) -> _Day | None:
    """April 25, 2023: figures right behind each other."""
    if n + 2 >= len(tokens) or not (tokens[n + 1][0].isdigit() and tokens[n + 2][0].isdigit()):
        return None
    (name, start, _), (day, _, _), (year, year_at, _) = tokens[n : n + 3]
    if len(day) > LONGEST_LINK or len(year) < YEAR:
        return None
    return _day((start, year_at + YEAR), year[:YEAR], language.months[name.lower()], day)


def _day(span: tuple[int, int], year: str, month: str | int, day: str) -> _Day | None:
    found = _Day(*span, int(year), int(month), int(day))
    known = 1 <= found.month <= len(_DAYS_IN) and 1 <= found.day <= _DAYS_IN[found.month - 1]
    return found if known and FIRST_YEAR <= found.year <= LAST_YEAR else None


def _iso_day(day: _Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _with_time(text: str, day: _Day, free: tuple[int, int], language: Language) -> Date:
    """The day with its time: the one right before it ("15:57 BST, 27 April"), else the first behind it.

    ``free`` is the stretch of the text that belongs to no other date.
    """
    before = find_clock(text, max(free[0], day.start - TIME_BEFORE), day.start, language)
    behind = find_clock(text, day.end, min(free[1], day.end + TIME_BEHIND), language)
    glued = before is not None and day.start - before.end <= len(", ")
    found = before if glued or behind is None else behind
    if found is None:
        return Date(day.start, day.end, _iso_day(day))
    return Date(min(day.start, found.start), max(day.end, found.end), f"{_iso_day(day)}T{found.iso}")
