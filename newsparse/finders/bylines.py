"""(text, Language) -> who wrote it: the names of a line that opens with a by-word, or that is nothing but names."""

import re
from functools import cache

from newsparse.finders.credits import agency_of
from newsparse.finders.names import is_name
from newsparse.language import Language
from newsparse.model import Author, Byline

LONGEST = 200  # characters of a byline; the longest lists of reporters are about 150
_DATE_TAIL = re.compile(r"\s*[|•·]\s*|\s+-\s+|\s{2,}|\t|\n")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]+ [A-Z])")  # Ann LeeNews Reporter
_EMAIL = re.compile(r"\S+@\S+|@\w+")


def find_byline(text: str, language: Language) -> Byline | None:
    """The byline that opens with a by-word, or None.

    >>> from newsparse.language import load
    >>> [author.name for author in find_byline("By Ann Lee and Bo van Dam, Harbour Desk", load("en")).authors]
    ['Ann Lee', 'Bo van Dam']
    """
    opener = by_word(text, language)
    if not opener or len(text) > LONGEST:
        return None
    authors = read_names(text[opener:], language)
    return Byline(text, authors) if authors else None


def by_word(text: str, language: Language) -> int:
    """The length of the by-word at the head of the text with what parts it from the name; 0 where there is none."""
    head = text[:40].lower()
    for phrase in _longest_first(language.byline):
        if not head.startswith(phrase):
            continue
        rest = text[len(phrase) :]
        behind = rest.lstrip(" :\u00a0\t\n")
        if behind and ((behind is not rest and len(behind) < len(rest)) or rest[:1].isupper()):
            return len(text) - len(behind)
    return 0


@cache
def _longest_first(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=len, reverse=True))


def read_names(text: str, language: Language) -> tuple[Author, ...]:
    """The people (or the agency, the desk) of a list of names; empty where it does not read as one."""
    first, *rest = _DATE_TAIL.split(_EMAIL.sub("", text).strip(" .,"))
    parts = _parts(first, language)
    authors: list[Author] = []
    for part in parts:
        name = _trim(part, language)
        if is_name(name, language, least=2) and not _is_desk(name, language):
            authors.append(Author(name))
        elif agency_of(name, language) or _is_desk(name, language):
            if authors and authors[-1].affiliation is None and not agency_of(name, language):
                authors[-1] = Author(authors[-1].name, name)
            elif not authors:
                authors.append(Author(name))
        elif authors and authors[-1].affiliation is None and is_name(name, language):
            authors[-1] = Author(authors[-1].name, name)
        elif not authors and not (is_name(name, language) and len(parts) == 1):
            return ()
        elif not authors:
            authors.append(Author(name))
    if authors and rest and authors[-1].affiliation is None and is_name(rest[0], language):
        authors[-1] = Author(authors[-1].name, rest[0])
    return tuple(authors)


def _parts(text: str, language: Language) -> list[str]:
    return [piece.strip() for piece in _between_names(language.joiners).split(text) if piece.strip()]


@cache
def _between_names(joiners: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(joiners))
    return re.compile(rf"\s*[,;/]\s*(?:(?:{words})\s)?|\s(?:{words})\s")


def _trim(part: str, language: Language) -> str:
    """The name without "for Dailymail" behind it, and without the role that a page glued on."""
    words = _GLUED.split(part)[0].split()
    for n, word in enumerate(words[1:], 1):
        if word.lower() in language.ends_byline:
            return " ".join(words[:n])
    return " ".join(words)


def _is_desk(name: str, language: Language) -> bool:
    """Whether a name is that of a desk or a job: "Harbour Staff", "News Reporter"."""
    words = name.lower().split()
    return any(" ".join(words[n:]) in language.desks for n in range(len(words)))
