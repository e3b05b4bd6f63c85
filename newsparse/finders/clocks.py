"""(text, Language) -> the time of day in a stretch of a date line, with its zone, in ISO 8601."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsparse.language import Language

# Zones with one meaning in newsrooms' date lines (IANA's abbreviations; IST, CST in China and the like are left out).
ZONES = {
    zone: offset
    for offset, zones in {
        "+00:00": "UTC GMT Z WET",
        "+01:00": "BST CET MEZ WEST WAT",
        "+02:00": "CEST MESZ EET CAT SAST",
        "+03:00": "EEST MSK TRT EAT",
        "+05:00": "PKT",
        "+07:00": "WIB ICT",
        "+08:00": "MYT SGT HKT AWST PHT",
        "+09:00": "JST KST",
        "+09:30": "ACST",
        "+10:00": "AEST",
        "+10:30": "ACDT",
        "+11:00": "AEDT",
        "+12:00": "NZST",
        "+13:00": "NZDT",
        "-02:30": "NDT",
        "-03:00": "ADT",
        "-03:30": "NST",
        "-04:00": "EDT",
        "-05:00": "EST CDT",
        "-06:00": "CST MDT",
        "-07:00": "MST PDT",
        "-08:00": "PST AKDT",
        "-09:00": "AKST",
        "-10:00": "HST",
    }.items()
    for zone in zones.split()
}
NOON = 12
_ZONE = r"""(?:\s?\(?(?:
    (?P<offset>(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?(?!\d)|[+-]\d{4}(?!\d)|\+\d\d:\d\d)  # GMT+2, -0500, +02:00
    |(?P<zone>(?-i:[A-Z]{1,5}))\b)\)?)?"""
_HOUR_ONLY = re.compile(
    rf"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])\s?(?P<half>[ap]\.?\s?m\b\.?){_ZONE}",
    re.IGNORECASE | re.VERBOSE,
)


class Clock(NamedTuple):
    """A time of day at start:end (half-open) and its ISO 8601 form: "16:11", "16:11:05+02:00"."""

    start: int
    end: int
    iso: str


def find_clock(text: str, start: int, end: int, language: Language) -> Clock | None:
    """The first time in text[start:end], which may be glued to a year before it: "20232:23 PM".

    >>> from newsparse.language import load
    >>> find_clock("at 4:55 PM MYT", 0, 14, load("en"))
    Clock(start=3, end=14, iso='16:55+08:00')
    """
    stretch = text[start:end]
    if not any(map(str.isdigit, stretch)):
        return None
    found = _pattern(language.hour_marks, language.minute_marks, language.before_noon, language.after_noon)
    match = found.search(stretch) or _HOUR_ONLY.search(stretch)
    return Clock(start + match.start(), start + match.end(), _iso(match, language)) if match else None


@cache
def _pattern(
    hours: frozenset[str], minutes: frozenset[str], before: frozenset[str], after: frozenset[str]
) -> re.Pattern[str]:
    """16:11, 16.11, 16h11, 20時01分, 오후 4:55, 4:55 p.m.; with seconds, and the zone behind."""
    halves = _any_of(mark for mark in before | after if not mark.isascii())
    return re.compile(
        rf"""(?:(?P<early>{halves})\s?)?
        (?<![\d:.])(?P<hour>[01]?\d|2[0-3])
        (?:[:.]\s?|\s?h\s?|{_any_of(hours)}\s?)
        (?P<minute>[0-5]\d|\d(?={_any_of(minutes)}))(?:{_any_of(minutes)})?
        (?::(?P<second>[0-5]\d)(?!\d))?
        \s?(?P<half>[ap]\.?\s?m\b\.?)?{_ZONE}""",
        re.IGNORECASE | re.VERBOSE,
    )


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _iso(match: re.Match[str], language: Language) -> str:
    parts = match.groupdict()
    hour = int(parts["hour"])
    half = (parts.get("half") or parts.get("early") or "").lower()
    if half:
        late = half[0] == "p" or half in language.after_noon
        hour = hour % NOON + (NOON if late else 0)
    second = f":{parts['second']}" if parts.get("second") else ""
    return f"{hour:02d}:{int(parts.get('minute') or 0):02d}{second}{_zone(parts)}"


def _zone(parts: dict[str, str | None]) -> str:
    """The offset of a zone's name or of "GMT+2"; nothing where it has none or more than one meaning."""
    if not parts.get("offset"):
        return ZONES.get((parts.get("zone") or "").upper(), "")
    digits = re.sub(r"[^\d+-]", "", parts["offset"] or "")
    sign, figures = digits[0], digits[1:]
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "00")
    return f"{sign}{int(hours):02d}:{minutes}" if int(hours) <= NOON + 2 else ""
