"""The people of an article: full names behind surnames, and the roles that stand beside them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.finders.mentions import NAME_RUN, SMALL_IN_NAMES, Name, part_name
from newsparse.finders.names import is_name_word
from newsparse.finders.roles import role_before, role_behind, role_in_front
from newsparse.language import Language

LONGEST_NAME = 60  # characters on either side of a surname in which its name stands
LONGEST_ARTICLE = 5  # characters, with its space
_STOP = re.compile(r"(\w{3,})\.\s")  # the end of a sentence inside a run of names, unless it is an abbreviation
MOST_NAMES = 500  # of an article that are looked for: beyond, a name is what the mention says
MOST_MENTIONS = 12  # of one surname that are looked at: the first say who it is


class _Mention(NamedTuple):
    """A run of capitalised words at start:end of the article's text, and the name that is in it."""

    words: str
    start: int
    end: int
    parted: Name | None


class People:
    """Who is named in an article: the full name behind a surname, the role and the gender of a full name.

    Each is looked for when it is asked, in the order of the text, and remembered.
    """

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self._text = "\n".join(texts)
        self._language = language
        self._full: dict[str, str] = {}
        self._roles: dict[str, str | None] = {}
        self._genders: dict[str, str | None] = {}
        self._runs: dict[str, list[_Mention]] = {}

    def full(self, name: str) -> str:
        """The fullest form of a name: the first full name that ends in it, or a longer form of that one."""
        if name not in self._full and len(self._full) < MOST_NAMES:
            self._full[name] = self._find_full(name)
        return self._full.get(name, name)

    def role(self, full_name: str) -> str | None:
        """The first role that stands beside the full name, or before its surname ("Mayor Lee")."""
        if full_name not in self._roles and len(self._roles) < MOST_NAMES:
            self._roles[full_name] = next((role for role in self._roles_beside(full_name) if role), None)
        return self._roles.get(full_name)

    def is_person(self, name: str) -> bool:
        """Whether the name is a person's: a first name or a title stands before the surname, and no article."""
        words, language = name.split(), self._language
        if not all(is_name_word(word) or word in language.particles for word in words):
            return False
        if self.gender(name) is not None:
            return True
        if len(words) == 1:
            return any(found.words.lower().split()[0].rstrip(".") in language.titles for found in self._mentions(name))
        is_body = words[-1].lower() in language.sources or name.isupper() or self._has_article(name)
        return not is_body and not any(word.lower() in language.pronouns for word in words)

    def _has_article(self, name: str) -> bool:
        """Whether the name stands behind an article where it is first written: the Tax Foundation."""
        at = self._text.find(name)
        before = self._text[max(0, at - LONGEST_ARTICLE) : at].split()
        return bool(before) and before[-1].lower() in self._language.articles

    def gender(self, full_name: str) -> str | None:
        """ "m" or "f" by the titles before the name ("Ms. Lee") or the first name, None where neither tells."""
        if full_name not in self._genders and len(self._genders) < MOST_NAMES:
            self._genders[full_name] = self._find_gender(full_name)
        return self._genders.get(full_name)

    def _find_gender(self, full_name: str) -> str | None:
        genders = self._language.genders
        first, *others = full_name.split()
        by_name = genders.get(first.lower().rstrip("."))
        if by_name:
            return by_name
        for found in self._mentions(others[-1] if others else first):
            if found.parted and full_name.endswith(found.parted.name):
                by_title = (genders.get(word.lower().rstrip(".")) for word in found.words.split()[:-1])
                if gender := next(filter(None, by_title), None):
                    return gender
        role = self.role(full_name) or ""
        return next(filter(None, (genders.get(word.lower()) for word in reversed(role.split()))), None)

    def _find_full(self, name: str) -> str:
        full = name = name.title() if name.isupper() and name.title() in self._text else name
        if " " in full and self._language.capital_nouns:
            return full  # den Worten von | Ada Moe: what has a capital before it need not be a name
        for found in self._mentions(name.rsplit(maxsplit=1)[-1]):
            parted = found.parted
            if parted is None or " " not in parted.name or self._text[max(0, found.start - 3) : found.start] == "of ":
                continue  # Secretary of | State Ann Lee: the run begins in the role
            if self._has_an_opener(parted.name, found.start):
                continue
            if parted.name.endswith(full) and (parted.name == full or parted.name[-len(full) - 1] == " "):
                full = parted.name
        return full

    def _has_an_opener(self, name: str, start: int) -> bool:
        """Whether a name begins with a word that only opens its sentence: Inside | Ann Lee took notes."""
        opener, _, rest = name.partition(" ")
        if " " not in rest or not is_name_word(rest) or opener.lower() in self._language.genders:
            return False
        before = self._text[:start].rstrip()
        opens = not before or before[-1] in '.!?“”"' or "\n" in self._text[len(before) : start]
        return opens and self._text.count(rest) > 1

    def _roles_beside(self, full_name: str) -> Iterator[str | None]:
        text, language = self._text, self._language
        for found in self._mentions(full_name.rsplit(maxsplit=1)[-1]):
            if found.parted is None or not full_name.endswith(found.parted.name):
                continue
            yield role_behind(text, found.end, language)
            yield found.parted.role
            yield role_before(text, found.start, language)
            yield role_in_front(text, found.start, language)

    def _mentions(self, surname: str) -> list["_Mention"]:
        """The runs of capitalised words that hold the surname, in the order of the text."""
        if surname not in self._runs:
            self._runs[surname] = [
                _Mention(self._text[start:end], start, end, part_name(self._text[start:end], self._language))
                for start, end in self._find_mentions(surname)
            ]
        return self._runs[surname]

    def _find_mentions(self, surname: str) -> Iterator[tuple[int, int]]:
        text, at, since = self._text, -1, 0
        for _ in range(MOST_MENTIONS):
            at = text.find(surname, at + 1)
            if at < 0:
                return
            if at < since or text[at - 1 : at].isalnum() or text[at + len(surname) : at + len(surname) + 1].isalnum():
                continue
            found = self._run_at(at, since, at + len(surname) + LONGEST_NAME)
            if found:
                yield self._in_one_sentence(found, at)
                since = found.end()

    def _run_at(self, at: int, since: int, until: int) -> re.Match[str] | None:
        """The run of capitalised words that holds the place ``at``; a small word before it does not belong to it."""
        text = self._text
        if text[at - 1 : at] not in "’'-":
            words = text[max(since, at - LONGEST_NAME) : at].split() if text[at - 1] == " " else []
            if not words or (words[-1][0].islower() and words[-1] not in SMALL_IN_NAMES):
                return NAME_RUN.match(text, at, until)
        window = max(since, text.rfind("\n", 0, at) + 1, at - LONGEST_NAME)
        runs = NAME_RUN.finditer(text, window, until)
        found = next((run for run in runs if run.end() > at), None)
        return found if found and found.start() <= at else None

    def _in_one_sentence(self, run: re.Match[str], at: int) -> tuple[int, int]:
        """The part of a run that holds the name at that place: "… for Moe. | Ann Lee" ends a sentence in between."""
        start, end = run.span()
        for stop in _STOP.finditer(self._text, start, end):
            if stop[1].lower() in self._language.abbreviations:
                continue
            if stop.end() <= at:
                start = stop.end()
            else:
                return start, stop.end(1)
        return start, end
