"""The people of an article: full names behind surnames, and the roles that stand beside them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.finders.names import is_name_word
from newsparse.language import Language

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_SEQUENCE = re.compile(
    rf"""(?<![\w’'-])
    (?:[{_UPPER}][\w’'-]*|[{_UPPER}][\w’'-]{{0,4}}\.|(?:[{_UPPER}]\.){{1,3}})  # a capitalised word, "Sen.", initials
    (?:\ (?:(?:de|del|della|la|van|von|der|den|di|da|dos|du|al|el|bin|ibn|ter|ten|zu|zum|zur|y|“[^”]{{2,15}}”)\ ){{0,3}}
       (?:[{_UPPER}][\w’'-]*\.?|(?:[{_UPPER}]\.){{1,3}})){{1,5}}""",
    re.VERBOSE,
)
_APPOSITION = re.compile(r",(?:\s\d{1,3},)?\s(?P<role>[^,;:.!?“”\"()]{3,90})[,.;:—]")
LONGEST_ROLE_WORDS = 14
LONGEST_NAME = 60  # characters on either side of a surname in which its name stands
MOST_NAMES = 500  # of an article that are looked for: beyond, a name is what the mention says
MOST_MENTIONS = 12  # of one surname that are looked at: the first say who it is


class Name(NamedTuple):
    """A mention taken apart: the person's name, and the role or title that stood before it."""

    name: str
    role: str | None


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
        self._named: dict[str, bool] = {}
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

    def is_named(self, name: str) -> bool:
        """Whether the name is written out somewhere, with a first name."""
        if name not in self._named and len(self._named) < MOST_NAMES:
            self._named[name] = " " in name and name in self._text
        return self._named.get(name, False)

    def gender(self, full_name: str) -> str | None:
        """ "m" or "f" by the titles before the name ("Ms. Lee") or the first name, None where neither tells."""
        if full_name not in self._genders and len(self._genders) < MOST_NAMES:
            self._genders[full_name] = self._find_gender(full_name)
        return self._genders.get(full_name)

    def _find_gender(self, full_name: str) -> str | None:
        for found in self._mentions(full_name.rsplit(maxsplit=1)[-1]):
            for word in found.words.split()[:-1]:
                gender = self._language.genders.get(word.lower().rstrip("."))
                if gender:
                    return gender
        return self._language.genders.get(full_name.split(maxsplit=1)[0].lower())

    def _find_full(self, name: str) -> str:
        full = name
        for found in self._mentions(name.rsplit(maxsplit=1)[-1]):
            parted = found.parted
            if parted is None or " " not in parted.name or self._text[max(0, found.start - 3) : found.start] == "of ":
                continue  # Secretary of | State Ann Lee: the run begins in the role
            if parted.name.endswith(full) and (parted.name == full or parted.name[-len(full) - 1] == " "):
                full = parted.name
        return full

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
                _Mention(found[0], found.start(), found.end(), part_name(found[0], self._language))
                for found in self._find_mentions(surname)
            ]
        return self._runs[surname]

    def _find_mentions(self, surname: str) -> Iterator[re.Match[str]]:
        text, at, since = self._text, -1, 0
        for _ in range(MOST_MENTIONS):
            at = text.find(surname, at + 1)
            if at < 0:
                return
            if at < since or text[at - 1 : at].isalnum() or text[at + len(surname) : at + len(surname) + 1].isalnum():
                continue
            window = max(since, text.rfind("\n", 0, at) + 1, at - LONGEST_NAME)
            for found in _SEQUENCE.finditer(text, window, at + len(surname) + LONGEST_NAME):
                if found.end() > at:
                    if found.start() <= at:
                        yield found
                        since = found.end()
                    break


def part_name(words: str, language: Language) -> Name | None:
    """A run of words that ends in a name -> the name without titles, and the role before it; None: there is no name.

    >>> from newsparse.language import load
    >>> part_name("U.S. Secretary of State Ann Lee", load("en"))
    Name(name='Ann Lee', role='U.S. Secretary of State')
    >>> part_name("Mr. Lee", load("en"))
    Name(name='Lee', role=None)
    """
    parts = _head_of(_without_full_stop(_possessed(words), language).split(), language)
    while parts and parts[0].lower() in language.not_names:
        parts = parts[1:]
    cut = 0
    for n, part in enumerate(parts):
        bare = part.lower().rstrip(".")
        if n < len(parts) - 1 and _is_role(bare, language):
            cut = n + 1
        elif not is_name_word(part) and bare not in language.particles:
            cut = n + 1 if n < len(parts) - 1 else cut
    name, before = parts[cut:], parts[:cut]
    if cut and before[-1].lower() in ("of", "for") and len(name) > 2:
        keep = 3 if len(name) > 3 and (len(name[-2].rstrip(".")) == 1 or name[-2].lower() in language.particles) else 2
        before, name = before + name[:-keep], name[-keep:]
    begins = bool(name) and (is_name_word(name[0]) or (name[0] in language.particles and len(name) > 1))
    if not begins or not is_name_word(name[-1]):
        return None
    titles_only = all(
        (part.lower().rstrip(".") in language.titles and "." in part) or part.lower() in language.honorifics
        for part in before
    )
    role = " ".join(before) if before and not titles_only else None
    return Name(" ".join(name), _plain_role(role, language))


def _head_of(parts: list[str], language: Language) -> list[str]:
    """A phrase without what a preposition adds: "Hedda Moe of the Forest Watch" -> "Hedda Moe"; [] for "a man from X".

    "Secretary of State Ann Lee" keeps its "of": a role stands before it.
    """
    if len(parts) > 2 and parts[0].lower() in language.determiners and parts[1].lower() in language.roles:
        role, name = parts[:2], _head_of(parts[2:], language)
        return role + name if name and is_name_word(name[0]) else _without_links(parts, language)
    return _without_links(parts, language)


def _without_links(parts: list[str], language: Language) -> list[str]:
    known = language.roles | language.titles | language.group_speakers
    for n, part in enumerate(parts[1:], 1):
        if part.lower() not in language.noun_links:
            continue
        before = parts[:n]
        if len(before) > 1 and all(is_name_word(word) and word.lower().rstrip(".") not in known for word in before):
            return before
        article = parts[0].lower() in language.determiners
        inner = part.lower() != "of" or (parts[n + 1 : n + 2] and parts[n + 1].lower() in language.determiners)
        if (article or inner) and any(word.lower() in known for word in before):
            return []
    return parts


def name_behind(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """The place of the name in apposition behind a role: "the owner, Ann Lee, said"; None where there is none."""
    if text[end : end + 2] != ", ":
        return None
    found = _SEQUENCE.match(text, end + 2)
    if found is None:
        return None
    name = _without_full_stop(found[0], language)
    return (found.start(), found.start() + len(name)) if part_name(name, language) == Name(name, None) else None


def _without_full_stop(name: str, language: Language) -> str:
    """The name without the point that ends its sentence; "Jr." keeps its own."""
    last = name.rsplit(maxsplit=1)[-1]
    is_abbreviation = len(last) <= 2 or last.lower().rstrip(".") in language.abbreviations or "." in last[:-1]
    return name if is_abbreviation else name.removesuffix(".")


def role_in_front(text: str, start: int, language: Language) -> str | None:
    """The role that a name stands behind in apposition: "The city’s market manager, Ann Lee"."""
    if text[max(0, start - 2) : start] != ", ":
        return None
    words = text[max(0, start - 82) : start - 2].split()
    if not words or words[-1].lower() not in language.roles | language.titles:
        return None
    for n in range(len(words) - 1, max(-1, len(words) - LONGEST_ROLE_WORDS), -1):
        if words[n].lower() in language.determiners:
            return " ".join(words[n:])
        if words[n][-1] in ',.;:!?”"':
            return None
    return None


def _is_role(word: str, language: Language) -> bool:
    """Whether a word in lower case is a role or a title, or a compound that ends in one."""
    return word in language.roles or word in language.titles or word.endswith(language.role_endings)


def _possessed(words: str) -> str:
    return re.sub(r"['’]s?$", "", words.strip(" ,"))


def _plain_role(role: str | None, language: Language) -> str | None:
    """The role without an article in front ("the Kremlin spokesman"), and None where no word of it is a role."""
    if role is None:
        return None
    words = role.split()
    if words and words[0].lower() in language.determiners:
        words = words[1:]
    bare = [word.lower().strip(".,") for word in words]
    known = any(_is_role(word, language) or _is_role(word.removesuffix("s"), language) for word in bare)
    return " ".join(words) if known else None


def role_behind(text: str, end: int, language: Language) -> str | None:
    """The role in apposition behind a name: ", the alliance’s secretary general, said"."""
    found = _APPOSITION.match(text, end)
    if found is None or len(found["role"].split()) > LONGEST_ROLE_WORDS:
        return None
    role = found["role"].strip()
    first = role.split()[0].lower()
    words = role.lower().replace("-", " ").split()
    has_role = any(_is_role(word.strip("’'s."), language) or _is_role(word, language) for word in words)
    return (
        role
        if has_role
        and (first in language.determiners or first not in language.not_names)
        and first not in language.relatives
        else None
    )


def role_before(text: str, start: int, language: Language) -> str | None:
    """The role right before a name: "Kremlin spokesman", "foreign minister"."""
    words = text[max(0, start - 80) : start].split()
    if not words or text[start - 1 : start] != " ":
        return None
    taken: list[str] = []
    for word in reversed(words):
        bare = word.lower().rstrip(".")
        is_role = _is_role(bare, language)
        if not taken and not is_role:
            return None
        if not is_role and not (is_name_word(word) and bare not in language.not_names) and bare != "of":
            break
        if word[-1] in ',;:!?”"':
            break
        taken.insert(0, word)
    while taken and taken[0].lower() == "of":
        taken = taken[1:]
    return " ".join(taken) or None
