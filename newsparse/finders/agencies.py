"""(words of a credit, Language) -> the agencies and the people that it names."""

import re
from functools import cache

from newsparse.finders.names import is_name
from newsparse.language import Language

_SEPARATOR = re.compile(
    r"\s*(?:/|\||\bvia\b|\bfor\b|\bund\b|\band\b|;|,|\s[-–—]\s|\bthrough\b|\bon\b|\(|\)|／|＝|、|\u200b)\s*"
)


def parted(credit: str) -> list[str]:
    """The names of a credit, parted at strokes, commas, brackets and "via"."""
    return _SEPARATOR.split(credit)


def agency_of(piece: str, language: Language) -> str | None:
    """The agency that a piece of a credit names ("AP Photo" -> "AP"), or None.

    >>> from newsparse.language import load
    >>> agency_of("AP Photo", load("en"))
    'AP'
    """
    name = piece.strip(" .@()")
    for suffix in (" Photo", " Photos", " Foto", " FILE"):
        name = name.removesuffix(suffix)
    if name in language.agencies or (name.isupper() and name in _in_capitals(language.agencies)):
        return name
    return None


@cache
def _in_capitals(agencies: frozenset[str]) -> frozenset[str]:
    return frozenset(name.upper() for name in agencies)


def agencies_of(credit: str, language: Language) -> tuple[str, ...]:
    """The agencies in a credit, in order.

    >>> from newsparse.language import load
    >>> agencies_of("Ann Lee/AFP via Getty Images", load("en"))
    ('AFP', 'Getty Images')
    """
    found = (agency_of(piece, language) for piece in parted(credit))
    return tuple(dict.fromkeys(agency for agency in found if agency))


def photographer_of(credit: str, language: Language) -> str | None:
    """The person in a credit, or None.

    >>> from newsparse.language import load
    >>> photographer_of("AP Photo/Ann Lee", load("en"))
    'Ann Lee'
    """
    for piece in parted(credit):
        name = piece.strip(" .©")
        if agency_of(name, language) is None and is_name(name, language, least=2) and not _is_house(name, language):
            return name
    return None


def _is_house(name: str, language: Language) -> bool:
    """Whether a name is that of a picture house: "Moment Images", "Nordlicht Press"."""
    return name.rsplit(maxsplit=1)[-1].lower() in language.picture_houses


@cache
def small_agencies(agencies: frozenset[str]) -> frozenset[str]:
    """The last words of agencies that write themselves small: "dpa", "picture alliance"."""
    return frozenset(name.split()[-1] for name in agencies if name.split()[-1].islower())
