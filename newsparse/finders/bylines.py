"""(text, Language) -> who wrote it: the names of a line that opens with a by-word, or that is nothing but names."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsparse.finders.agencies import agency_of
from newsparse.finders.names import has_first_name, is_caseless, is_full_name, is_name
from newsparse.language import Language, page_subjects, words_of
from newsparse.model import Author, Byline

LONGEST = 200  # characters of a byline; the longest lists of reporters are about 150
LEAST_ENDING = 6  # letters of a desk's word that a role may end in
MOST_ROLE_WORDS = 2
MOST_NAME_WORDS = 3  # of a name with a role glued on: "Ann Lee Harbour editor"
LEAST_IN_CAPITALS = 3  # letters of an affiliation in capitals; two are initials
_TAIL = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{2,}|\t|\n")
_FIGURES = re.compile(r"\s*[(,]?\s*(?<![^\W\d_]-)(?:(?<=\s)|(?<=[a-zß-ÿ]))\d")  # what follows is a date, a reading time
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]+ [A-Z])")  # Ann LeeNews Reporter
_LAST_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z][a-z]+$|[A-Z]{2,4}$)")  # Ann LeeFollow, Ann LeeCEO
_EMAIL = re.compile(r"\S+@\S+\.\S+|@\w+")
_SITE = re.compile(r"\w[\w-]*\.[A-Za-z]{2,6}\Z")
_OPENERS_END = re.compile(r"[\s:：|｜/／・]+(?=\S)")
_GLUED_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+ \S")


def find_byline(text: str, language: Language) -> Byline | None:
    """The byline that opens with a by-word (or closes with a reporter's title behind the name), or None.

    >>> from newsparse.language import load
    >>> [author.name for author in find_byline("By Ann Lee and Bo van Dam, Harbour Desk", load("en")).authors]
    ['Ann Lee', 'Bo van Dam']
    """
    if len(text) > LONGEST:
        return None
    opener = by_word(text, language)
    if not opener and not (language.byline_suffixes and _reads_as_titled(text, language)):
        return None
    authors = read_names(text[opener:], language) or _first_known(text[opener:], language)
    return Byline(text, authors) if authors else None


def _first_known(name: str, language: Language) -> tuple[Author, ...]:
    """Behind a by-word a known first name makes the name, however the last one is written: "Cindy quillworth"."""
    words = name.split()
    known = len(words) == 2 and words[0][0].isupper() and words[0].lower() in language.genders and words[1].isalpha()
    return (Author(name.strip()),) if known and words[1].lower() not in language.not_names else ()


def by_word(text: str, language: Language) -> int:
    """The length of the by-word at the head of the text with what parts it from the name; 0 where there is none.

    A by-word glued to the name is one in small letters before two words: "byAnn Lee", but no menu's "DIGITAL".
    """
    found = _openers(language.byline).match(text)
    if found is None:
        return 0
    behind = _OPENERS_END.match(text, found.end())
    if behind:
        return behind.end()
    return found.end() if text[found.end() - 1].islower() and _GLUED_NAME.match(text, found.end()) else 0


@cache
def _openers(phrases: frozenset[str]) -> re.Pattern[str]:
    """The phrases, the longest first, as one pattern that fails at the first letter of most texts."""
    words = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    # Two: a page that writes its own "By" before "by Ann Lee", or a word for each gender with a slash between them.
    return re.compile(f"(?:{words})(?:/?(?:{words}))?", re.IGNORECASE)


def _reads_as_titled(text: str, language: Language) -> bool:
    """Whether a line is a name and a reporter's title behind it: "山田花子記者"."""
    words = _EMAIL.sub("", text).strip(" .,=＝()（）[]【】")
    titles = (title for title in language.byline_suffixes if words.endswith(title))
    return any(is_full_name(words.removesuffix(title).rstrip(), language) for title in titles)


LEAST_NAME = 2  # characters: 王明


def read_names(text: str, language: Language) -> tuple[Author, ...]:
    """The people (or the agency, the desk) of a list of names; empty where it does not read as one."""
    if len(text) < LEAST_NAME:
        return ()
    words = _EMAIL.sub("", text).strip(" .,;=＝")
    first, *rest = _TAIL.split(_without_figures(words, language))
    parts = _parts(first, language)
    authors: list[Author] = []
    for part in parts:
        if not _take(part, authors, alone=len(parts) == 1, language=language):
            return ()
    for beside in rest if authors else ():
        if has_first_name(beside, language):
            authors.append(Author(beside))
        elif beside is rest[0] and authors[-1].affiliation is None and is_name(beside, language):
            authors[-1] = Author(authors[-1].name, beside)
        else:
            break
    return tuple(authors)


def _take(part: "_Part", authors: list[Author], *, alone: bool, language: Language) -> bool:
    """Put one part of the list to the authors: a name, or the affiliation of the one before; False: it is neither."""
    name = _trim(part.text, language)
    agency = agency_of(name, language) is not None
    group = agency or _is_desk(name, language) or is_house(name, language)
    last = authors[-1] if authors else None
    beside = last is not None and (_is_in_capitals(name, last.name) or _is_a_job(name, language))
    person = is_full_name(name, language) and not group and not beside
    if person or (last and agency and part.joined):
        authors.append(Author(name))
    elif last is None:
        if not (group or (alone and is_name(name, language) and not is_caseless(name)) or _SITE.match(name)):
            return False
        authors.append(Author(name))
    elif last.affiliation is None and (group or is_name(name, language)):
        authors[-1] = Author(last.name, name)
    return True


def is_house(name: str, language: Language) -> bool:
    """Whether a name is a house's: an article before it, which people have not, or the last word of a newspaper's.

    >>> from newsparse.language import load
    >>> is_house("The Alder Ferry", load("en")), is_house("Harbour Post", load("en")), is_house("Ann Lee", load("en"))
    (True, True, False)
    """
    article, _, rest = name.partition(" ")
    if article.lower() in language.articles and is_name(rest, language):
        return True
    last = name.lower().rsplit(maxsplit=1)[-1:]
    return bool(last) and " " in name and last[0] in language.houses and not has_first_name(name, language)


def _is_a_job(name: str, language: Language) -> bool:
    """Whether a list goes on with a job, not with somebody: "HN Senior Supreme Court Analyst"."""
    words = name.lower().split()
    return len(words) > 2 and words[-1] in language.roles and words[0] not in language.genders


def _is_in_capitals(name: str, above: str) -> bool:
    """Whether a name is a house's behind a person's: "Ann Lee, HARBOUR NEWS"."""
    letters = sum(map(str.isalpha, name.split(maxsplit=1)[0]))
    return name.isupper() and not above.isupper() and letters >= LEAST_IN_CAPITALS


def _without_figures(words: str, language: Language) -> str:
    """What stands before the first figure, without the name of a month: "Ann Lee, March 3, 2024", "Ann Lee 7 hours"."""
    figures = _FIGURES.search(words)
    if figures is None:
        return words
    head = words[: figures.start()].rstrip(" ,.")
    before, _, last = head.rpartition(" ")
    return before.rstrip(" ,|•·-–—") if last.lower() in language.months else head


class _Part(NamedTuple):
    text: str
    joined: bool  # by "and" to the one before


def _parts(text: str, language: Language) -> list[_Part]:
    parts, edge, joined = [], 0, False
    for between in [*_between_names(language.joiners).finditer(text), None]:
        piece = text[edge : between.start() if between else len(text)].strip(" .()（）[]【】")
        if piece:
            parts.append(_Part(piece, joined))
        if between:
            edge, joined = between.end(), between["joiner"] is not None or between["both"] is not None
    return parts


@cache
def _between_names(joiners: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(joiners))
    return re.compile(rf"\s*[,;/、，；／]\s*(?:(?P<both>{words})\s)?|\s(?P<joiner>{words})\s|\s+(?=\()")


def _trim(part: str, language: Language) -> str:
    """The name without "for Dailymail" behind it, and without the role or the button that a page glued on."""
    if agency_of(part, language):
        return part
    for title in language.byline_suffixes:
        part = part.removesuffix(title).rstrip()
    part = _GLUED.split(part)[0]
    tail = _LAST_GLUED.search(part)
    glued = part[tail.start() :].lower() if tail else ""
    if tail and (glued in language.boilerplate_whole or glued in language.titles):
        part = part[: tail.start()]
    words = _once(part.split())
    if len(words) > MOST_NAME_WORDS and words[-1].islower() and words[-1] in language.desks:
        return " ".join(words[:2])  # Ann Lee Harbour editor
    for n, word in enumerate(words[1:], 1):
        behind = " ".join(words[n:]).lower()
        cut = word.lower() in language.ends_byline or behind in language.boilerplate_whole
        if cut or (n > 1 and _is_a_glued_job(words, n, language)):
            return " ".join(words[:n])
    return " ".join(words)


def _once(words: list[str]) -> list[str]:
    """A name that stands twice, once as the words of the portrait: "Ann Lee Ann Lee"."""
    half = len(words) // 2
    return words[:half] if half > 1 and words[:half] == words[half:] else words


def _is_a_glued_job(words: Sequence[str], n: int, language: Language) -> bool:
    """Whether from its word ``n`` on a name is a job: "Ann Lee Senior Harbour Editor"; a team's name ends in one.

    Look-alikes: "Ada Bishop Baker"; "Smart Shopping Team".
    """
    behind, one, last = " ".join(words[n:]).lower(), words[n].lower(), words[-1].lower()
    known = words[0].lower() in language.genders
    if behind in language.desks:
        return behind not in language.teams or known
    if last in language.teams and known:
        return True  # "Ann Lee Gear Team"
    jobs = words_of(language.desks)
    return n + 1 < len(words) and all(
        word in jobs or word in language.titles or word in language.roles for word in (one, last)
    )


def _is_desk(name: str, language: Language) -> bool:
    """Whether a name is that of a desk or a job: "Harbour Staff", "News Reporter", "HN-Redaktion"."""
    words = name.lower().split()
    if not words:
        return False
    return words[-1].rsplit("-", 1)[-1] in language.desks or any(
        " ".join(words[n:]) in language.desks for n in range(len(words))
    )


def ends_with_by_word(text: str, language: Language) -> bool:
    """Whether a line breaks off behind a by-word, so that the name stands in the next one: "3 May 2024 by".

    >>> from newsparse.language import load
    >>> ends_with_by_word("3 May 2024 by", load("en")), ends_with_by_word("By:", load("en"))
    (True, True)
    """
    last = text[-LONGEST:].rstrip(":. ").rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0].lower() in language.byline


def is_role(text: str, language: Language) -> bool:
    """Whether a line is a reporter's role and nothing else: "News Reporter", "Leitender Wirtschaftsredakteur"."""
    words = text.lower().strip(" .,:")
    if words in language.desks:
        return True
    last = words.rsplit(maxsplit=1)[-1:] or [""]
    compound = any(last[0].endswith(desk) and last[0] != desk for desk in language.desks if len(desk) >= LEAST_ENDING)
    return compound and words.count(" ") < MOST_ROLE_WORDS and "-" not in words


def is_signature(text: str, language: Language) -> bool:
    """Whether a line at the end of a text says who wrote it: full names, an agency, a desk, a site.

    >>> from newsparse.language import load
    >>> is_signature("Ann Lee", load("en")), is_signature("Harbour Desk", load("en")), is_signature("Paris", load("en"))
    (True, True, False)
    """
    if len(text) > LONGEST or _SITE.match(text):
        return bool(_SITE.match(text))
    if any(map(str.isdigit, text)):
        return False
    authors = read_names(text, language)
    return bool(authors) and all(
        is_full_name(author.name, language) or agency_of(author.name, language) or _is_desk(author.name, language)
        for author in authors
    )


def speaks_of_the_page(text: str, language: Language) -> bool:
    """Whether a line that reads as a name speaks of the page instead: "Latest News", "Link zum Artikel".

    >>> from newsparse.language import load
    >>> speaks_of_the_page("Latest News", load("en")), speaks_of_the_page("Ann Weather", load("en"))
    (True, False)
    """
    return not has_first_name(text, language) and bool(page_subjects(text))
