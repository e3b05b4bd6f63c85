"""(text, Language) -> who wrote it, named in the line that gives the date: "3 May 2024 by Ann Lee"."""

import re
from functools import cache

from newsparse.finders.bylines import read_names, speaks_of_the_page
from newsparse.finders.names import has_first_name, is_full_name
from newsparse.language import Language
from newsparse.model import Author, Byline


def find_byline_beside_date(text: str, dated: range, language: Language) -> Byline | None:
    """Who wrote it, in a line that also gives the date, which stands at ``dated``; None where nobody is named.

    A by-word may stand anywhere in it; without one, what stands before the date, or behind it, must read as full names.

    >>> from newsparse.language import load
    >>> find_byline_beside_date("3 May 2024 by Ann Lee", range(0, 10), load("en")).authors
    (Author(name='Ann Lee', affiliation=None),)
    >>> find_byline_beside_date("3 May 2024 / Ann Lee", range(0, 10), load("en")).authors
    (Author(name='Ann Lee', affiliation=None),)
    >>> find_byline_beside_date("Updated 3 May 2024", range(8, 18), load("en")) is None
    True
    """
    named = find_inner_byline(text, dated, language)
    if named:
        return named
    authors = _before(text[: dated.start], language) or _behind(text[dated.stop :], language)
    return Byline(text, authors) if authors else None


def _before(head: str, language: Language) -> tuple[Author, ...]:
    head = _without_label(head, language)
    if head.lower().startswith(tuple(language.published | language.updated)):
        return ()  # "Published Fri, Apr 28"
    name, _, last = head.rpartition(" ")
    if last.lower() in language.ends_byline and not has_first_name(name, language):
        return ()  # "Quill Systems Inc on Jan 30"
    return _people(head, language)


def _behind(tail: str, language: Language) -> tuple[Author, ...]:
    """Those behind the date, where nothing else stands there: "3. Mai 2024, 14:26 Uhr, Ann Lee"."""
    words = tail.split(maxsplit=1)
    if words and words[0].strip(" ,/|•·–-").lower() in language.clock_words:
        tail = words[-1] if len(words) > 1 else ""
    authors = _people(tail.strip(" ,/|•·–-"), language)
    return authors if not any(author.affiliation for author in authors) else ()  # "Ann Ferries, Harbours, Tides"


def _people(names: str, language: Language) -> tuple[Author, ...]:
    authors = read_names(names, language)
    name = authors[0].name if authors else ""
    return authors if is_full_name(name, language) and not speaks_of_the_page(name, language) else ()


def find_inner_byline(text: str, dated: range, language: Language) -> Byline | None:
    """Who wrote it, behind a by-word inside a line with a date, which stands at ``dated``."""
    for found in _inner_openers(language.byline).finditer(text):
        rest = text[found.end() : dated.start if found.end() < dated.start else None]
        rest = rest.rstrip(" )") if "(" not in rest else rest
        authors = read_names(rest, language) or read_names(rest.split(",", 1)[0], language)
        if authors and authors[0].name[0].isupper():
            return Byline(text, authors)
    return None


@cache
def _inner_openers(phrases: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    glued = r"(?-i:(?<=[a-z])(?=[A-ZÀ-Þ][a-zß-ÿ]+ [A-ZÀ-Þ]))"  # vonAnn Lee
    return re.compile(rf"(?:^|(?<=[\s\d|•·–-]))(?:{words})(?:[:\s]\s*(?=\S)|{glued})", re.IGNORECASE)


def _without_label(head: str, language: Language) -> str:
    """What stands before a date without the date's own label at its end: "Ann Lee, updated:"."""
    head = head.strip(" ,:|•·–-(")
    for phrase in sorted(language.published | language.updated, key=len, reverse=True):
        if head.lower().endswith(phrase):
            return head[: -len(phrase)].strip(" ,:|•·–-(")
    return head
