"""(text, Language) -> the dateline at the head of a paragraph: place, agency, date."""

import re

from newsparse.finders.dates import find_dates
from newsparse.language import Language
from newsparse.model import Dateline

LONGEST = 90  # characters up to the dash
MOST_PLACE_WORDS = 7
_DASHES = frozenset("-–—")
_HEAD = re.compile(
    r"""(?P<place>[A-ZÀ-Þ][\w.'’ ,/&–-]{1,60}?)?          # BEIRUT/THE HAGUE, LA CROSSE, Wis.
        (?P<date>,\s[A-ZÀ-Þ]?[a-zà-ÿ]{2,9}\.?\s\d{1,2}(?:,\s\d{4})?)?      # , March 7
        \s?(?:\((?P<agency>[A-Z][\w. /-]{1,30})\)|/(?P<wire>[\w-]{4,30})/)?     # (Reuters)   /PRNewswire/
        \s?(?:--|[-–—])(?P<gap>\s?)(?=\S)""",
    re.VERBOSE,
)
_BRACKETED = re.compile(r"【(?P<place>[^】＝=]{1,20})[＝=][^】]{1,20}】")


def find_dateline(text: str, language: Language) -> Dateline | None:
    """The dateline that the text opens with, or None.

    >>> from newsparse.language import load
    >>> find_dateline("LA CROSSE, Wis. (AP) — The ferry is back.", load("en"))
    Dateline(text='LA CROSSE, Wis. (AP) —', place='LA CROSSE, Wis.', agency='AP', date=None)
    >>> find_dateline("Long-awaited tolls — at last — came.", load("en")) is None
    True
    """
    bracketed = _BRACKETED.match(text)
    if bracketed:
        return Dateline(bracketed[0], bracketed["place"])
    head = text[: LONGEST + 2]
    found = _HEAD.match(head) if not _DASHES.isdisjoint(head) else None
    if found is None:
        return None
    place, agency = (found["place"] or "").strip(" ,") or None, found["agency"] or found["wire"]
    if place is None and agency is None:
        return None
    if place is not None and not _is_place(place, found, with_agency=agency is not None):
        return None
    dates = find_dates(found["date"] or "", language)
    return Dateline(found[0].rstrip(), place, agency, dates[0].iso if dates else None)


def _is_place(place: str, found: re.Match[str], *, with_agency: bool) -> bool:
    """Capital letters, or an agency beside it: "Washington (AFP) –". A dash glued to the word needs capitals, too."""
    words = place.split()
    if len(words) > MOST_PLACE_WORDS or not words[0][0].isupper():
        return False
    head = place.split(",", maxsplit=1)[0]
    capitals = head.upper() == head and sum(char.isalpha() for char in head) > 2
    spaced = (bool(found["gap"]) or "—" in found[0]) and not found.string[found.end()].islower()
    return (capitals and spaced) or (with_agency and all(word[0].isupper() or not word[0].isalpha() for word in words))
