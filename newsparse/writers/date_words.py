"""ISO 8601 -> a date as an English page prints it, or as strict programs want it."""

import re

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MINUTES = re.compile(r"T\d\d:\d\d(?=[Z+-]|$)")
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)?)?")


def in_words(date: str) -> str:
    """The date in words, with its time and zone where it has them; what is no such date stays as it is.

    >>> in_words("2024-06"), in_words("2024-06-03"), in_words("2024-06-03T11:04-04:00")
    ('June 2024', 'June 3, 2024', 'June 3, 2024, 11:04 UTC−04:00')
    """
    found = _DATE.fullmatch(date)
    if not found:
        return date
    year, month, day, clock, zone = found.groups()
    said = f"{_MONTHS[int(month) - 1]} {f'{int(day)}, ' if day else ''}{year}"
    if not clock:
        return said
    return f"{said}, {clock}" + ("" if not zone else " UTC" if zone == "Z" else f" UTC{zone.replace('-', '−')}")


def with_seconds(date: str) -> str:
    """The date-time with the seconds that many programs will not do without.

    >>> with_seconds("2024-06-03T11:04-04:00"), with_seconds("2024-06-03")
    ('2024-06-03T11:04:00-04:00', '2024-06-03')
    """
    return _MINUTES.sub(lambda found: f"{found[0]}:00", date)
