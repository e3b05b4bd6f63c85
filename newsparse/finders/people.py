"""The people of an article: full names behind surnames, and the roles that stand beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
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


class Name(NamedTuple):
    """A mention taken apart: the person's name, and the role or title that stood before it."""

    name: str
    role: str | None


@dataclass(slots=True)
class People:
    """Who has been named so far: surname -> full name, full name -> role."""

    full: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)


def meet_people(paragraphs: Sequence[str], language: Language) -> People:
    """The people of the whole article; the first full name of a surname counts, and the first role."""
    people = People()
    for text in paragraphs:
        for found in _SEQUENCE.finditer(text):
            parted = part_name(found[0], language)
            if parted is None or " " not in parted.name or text[max(0, found.start() - 3) : found.start()] == "of ":
                continue  # Secretary of | State Ann Lee: the run begins in the role
            surname = parted.name.split()[-1]
            full = people.full.setdefault(surname, parted.name)
            if full != parted.name and parted.name.endswith(full):
                people.full[surname] = parted.name
            role = (
                role_behind(text, found.end(), language)
                or parted.role
                or role_before(text, found.start(), language)
                or role_in_front(text, found.start(), language)
            )
            if role:
                people.roles.setdefault(parted.name, role)
    return people


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
        if n < len(parts) - 1 and (bare in language.titles or bare in language.roles):
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


def _possessed(words: str) -> str:
    return re.sub(r"['’]s?$", "", words.strip(" ,"))


def _plain_role(role: str | None, language: Language) -> str | None:
    """The role without an article in front ("the Kremlin spokesman"), and None where no word of it is a role."""
    if role is None:
        return None
    words = role.split()
    if words and words[0].lower() in language.determiners:
        words = words[1:]
    known = language.roles | language.titles
    if not any(
        word.lower().strip(".,").removesuffix("s") in known or word.lower().strip(".,") in known for word in words
    ):
        return None
    return " ".join(words)


def role_behind(text: str, end: int, language: Language) -> str | None:
    """The role in apposition behind a name: ", the alliance’s secretary general, said"."""
    found = _APPOSITION.match(text, end)
    if found is None or len(found["role"].split()) > LONGEST_ROLE_WORDS:
        return None
    role = found["role"].strip()
    first = role.split()[0].lower()
    known = language.roles | language.titles
    has_role = any(
        word.lower().strip("’'s.") in known or word.lower() in known for word in role.replace("-", " ").split()
    )
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
        is_role = bare in language.roles or bare in language.titles
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
