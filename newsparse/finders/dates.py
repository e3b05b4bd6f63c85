"""(text, Language) -> the dates in a line, as ISO 8601; never guessed from a clock."""

import re
from typing import NamedTuple

from newsparse.language import Language

LONGEST = 240  # characters of a line that may be a date line
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
    r"(?:T(?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_CJK = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_NUMERIC = re.compile(
    r"(?<![\d.,:/])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.hH時시]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?分?)"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?(?:\s?(?:Uhr|uur|Z\b|\(?(?P<zone>[A-Z]{2,5})\b\)?))?",
    re.IGNORECASE,
)
_HOUR_ONLY = re.compile(
    r"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])\s?(?P<half>[ap]\.?\s?m\b\.?)(?:\s(?P<zone>[A-Z]{2,5})\b)?", re.IGNORECASE
)
FIRST_YEAR, LAST_YEAR = 1900, 2099
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
TIME_BEHIND, TIME_BEFORE = 40, 24  # characters beside a date in which its time stands
# Zones with one meaning in newsrooms' date lines (IANA's abbreviations; IST, CST in China and the like are left out).
ZONES = {
    zone: offset
    for offset, zones in {
        "+00:00": "UTC GMT Z",
        "+01:00": "BST CET MEZ",
        "+02:00": "CEST MESZ EET",
        "+03:00": "EEST",
        "-05:00": "EST CDT",
        "-04:00": "EDT",
        "-06:00": "CST MDT",
        "-07:00": "MST PDT",
        "-08:00": "PST",
        "-09:00": "AKST",
        "-10:00": "HST",
        "+08:00": "MYT SGT HKT AWST",
        "+09:00": "JST KST",
        "+10:00": "AEST",
        "+11:00": "AEDT",
        "+12:00": "NZST",
        "+13:00": "NZDT",
    }.items()
    for zone in zones.split()
}


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
    if len(text) > LONGEST or not any(char.isdigit() for char in text):
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
            dates.append(_with_time(text, item, edge, until))
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
    found = [_day(m.span(), m["year"], m["month"], m["day"]) for m in _CJK.finditer(text)]
    found += [_numeric(m, language) for m in _NUMERIC.finditer(text)]
    found += _named(text, language)
    return [day for day in found if day]


def _numeric(match: re.Match[str], language: Language) -> _Day | None:
    """Day first, except with slashes where the language puts the month first, unless it cannot be one."""
    a, b = int(match["a"]), int(match["b"])
    month_first = match["sep"] == "/" and language.month_first and a <= len(_DAYS_IN)
    day, month = (b, a) if month_first else (a, b)
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    return _day(match.span(), year, month, str(day))


def _named(text: str, language: Language) -> list[_Day | None]:
    """A month's name with a day and a year around it: "April 25, 2023", "25 avril 2023", "Apr 28 20232:23 PM"."""
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    months = [n for n, (word, _, _) in enumerate(tokens) if word.lower() in language.months]
    return [_day_before(tokens, n, language) or _day_behind(tokens, n, language) for n in months]


def _day_before(tokens: list[tuple[str, int, int]], n: int, language: Language) -> _Day | None:
    """25 April 2023, 25. April 2023, 25 de abril de 2023: at most one short word between the parts."""
    days = [token for token in tokens[max(0, n - 2) : n] if token[0].isdigit() or len(token[0]) > 2]
    years = [token for token in tokens[n + 1 : n + 3] if token[0].isdigit()]
    if not days or not years or not days[-1][0].isdigit() or len(days[-1][0]) > 2 or len(years[0][0]) < 4:
        return None
    (day, start, _), (year, year_at, _) = days[-1], years[0]
    return _day((start, year_at + 4), year[:4], language.months[tokens[n][0].lower()], day)


def _day_behind(tokens: list[tuple[str, int, int]], n: int, language: Language) -> _Day | None:
    """April 25, 2023: figures right behind each other."""
    if n + 2 >= len(tokens) or not (tokens[n + 1][0].isdigit() and tokens[n + 2][0].isdigit()):
        return None
    (name, start, _), (day, _, _), (year, year_at, _) = tokens[n : n + 3]
    return _day((start, year_at + 4), year[:4], language.months[name.lower()], day) if len(day) <= 2 else None


def _day(span: tuple[int, int], year: str, month: str | int, day: str) -> _Day | None:
    found = _Day(*span, int(year), int(month), int(day))
    known = 1 <= found.month <= len(_DAYS_IN) and 1 <= found.day <= _DAYS_IN[found.month - 1]
    return found if known and FIRST_YEAR <= found.year <= LAST_YEAR else None


def _iso_day(day: _Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _with_time(text: str, day: _Day, since: int, until: int) -> Date:
    """The day with its time: the one right before it ("15:57 BST, 27 April"), else the first behind it."""
    before = _time_in(text, max(since, day.start - TIME_BEFORE), day.start)
    behind = _time_in(text, day.end, min(until, day.end + TIME_BEHIND))
    glued = before is not None and day.start - before[1] <= len(", ")
    found = before if glued or behind is None else behind
    if found is None:
        return Date(day.start, day.end, _iso_day(day))
    return Date(min(day.start, found[0]), max(day.end, found[1]), f"{_iso_day(day)}T{found[2]}")


def _time_in(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first time in the stretch, which may be glued to a year before it: "20232:23 PM" -> place and ISO form."""
    stretch = text[start:end]
    match = _TIME.search(stretch) or _HOUR_ONLY.search(stretch)
    return (start + match.start(), start + match.end(), _clock(match)) if match else None


def _clock(match: re.Match[str]) -> str:
    parts = match.groupdict()
    hour = int(parts["hour"])
    half = (parts.get("half") or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    second = f":{parts['second']}" if parts.get("second") else ""
    zone = ZONES.get((parts.get("zone") or "").upper(), "")
    return f"{hour:02d}:{parts.get('minute') or '00'}{second}{zone}"
