"""(text, Language) -> who wrote it, from the last lines: an agency's end credit, a portrait of the reporter."""

import re
from functools import cache

from newsparse.finders.bylines import read_names
from newsparse.finders.names import is_full_name
from newsparse.language import Language
from newsparse.model import Author, Byline

LONGEST_PORTRAYED = 60  # characters in which a portrait's name and its verb stand
LONGEST_JOB = 60  # characters behind the verb in which the job is named
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_CREDITS = re.compile(r"[;)\]]")


def find_end_credit(text: str, language: Language) -> Byline | None:
    """The reporters that an agency's last line names, the editors left out, or None.

    >>> from newsparse.language import load
    >>> find_end_credit("(Reporting by Ann Lee and Bo Ray; Editing by Cy Moe)", load("en")).authors
    (Author(name='Ann Lee', affiliation=None), Author(name='Bo Ray', affiliation=None))
    """
    line = text.lstrip("([ ")
    opener = next((words for words in language.end_credits if line.lower().startswith(f"{words} ")), None)
    if opener is None:
        return None
    authors = read_names(_BETWEEN_CREDITS.split(line[len(opener) :], maxsplit=1)[0], language)
    return Byline(text, authors) if authors else None


def find_portrait(text: str, language: Language) -> Byline | None:
    """Whom a line at the end of a page portrays as its reporter, or None.

    >>> from newsparse.language import load
    >>> find_portrait("Ann Lee is a staff writer at the Harbour News.", load("en")).authors
    (Author(name='Ann Lee', affiliation=None),)
    >>> find_portrait("Ann Lee is a stoker on the ferry.", load("en")) is None
    True
    """
    verb = _portraying(language.portraits).search(text[:LONGEST_PORTRAYED]) if language.portraits else None
    if verb is None or not is_full_name(text[: verb.start()], language):
        return None
    job = set(_WORD.findall(text[verb.end() : verb.end() + LONGEST_JOB].lower()))
    return Byline(text, (Author(text[: verb.start()]),)) if job & language.desks else None


@cache
def _portraying(verbs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, verbs))})\s")
