"""A run of words that names somebody -> the person's name and the role or title before it."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.finders.names import is_name_word
from newsparse.finders.roles import is_role, plain_role
from newsparse.language import Language

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_SMALL = "de|del|della|la|van|von|der|den|di|da|dos|du|al|el|bin|ibn|ter|ten|zu|zum|zur|y"
SMALL_IN_NAMES = frozenset(_SMALL.split("|"))
NAME_RUN = re.compile(
    rf"""(?<![\w’'-])
    (?:[{_UPPER}][\w’'-]*|[{_UPPER}][\w’'-]{{0,4}}\.|(?:[{_UPPER}]\.){{1,3}})  # a capitalised word, "Sen.", initials
    (?:\ (?:(?:{_SMALL}|“[^”]{{2,15}}”)\ ){{0,3}}
       (?:[{_UPPER}][\w’'-]*\.?|(?:[{_UPPER}]\.){{1,3}})){{1,5}}""",
    re.VERBOSE,
)

_PLAIN = frozenset(".,'’\xa0\n\t")  # signs of more than a name, or of an end that does not belong to it


class Name(NamedTuple):
    """A mention taken apart: the person's name, and the role or title that stood before it."""

    name: str
    role: str | None


@lru_cache(maxsize=4096)
def part_name(words: str, language: Language) -> Name | None:
    """A run of words that ends in a name -> the name without titles, and the role before it; None: there is no name.

    >>> from newsparse.language import load
    >>> part_name("U.S. Secretary of State Ann Lee", load("en"))
    Name(name='Ann Lee', role='U.S. Secretary of State')
    >>> part_name("Mr. Lee", load("en"))
    Name(name='Lee', role=None)
    """
    if _is_plain(words, language):
        return Name(words, None)
    parts = _head_of(_without_full_stop(_possessed(words), language).split(), language)
    while parts and _only_opens(parts[0].lower().replace("’", "'"), language):
        parts = parts[1:]
    cut = 0
    for n, part in enumerate(parts):
        bare = part.lower().rstrip(".")
        owns = bare.endswith(("'s", "’s"))  # the Post’s Ann Lee
        if n < len(parts) - 1 and (owns or is_role(bare, language)):
            cut = n + 1
        elif not is_name_word(part) and bare not in language.particles:
            cut = n + 1 if n < len(parts) - 1 else cut
    name, before = parts[cut:], parts[:cut]
    if cut and len(name) > 3 and name[0].lower() in language.determiners:
        before, name = before + name[:-2], name[-2:]  # Vorsitzende der Gewerkschaft Ada Moe
    elif cut and before[-1].lower() in ("of", "for") and len(name) > 2:
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
    return Name(" ".join(name), plain_role(role, language))


def _is_plain(words: str, language: Language) -> bool:
    """Whether it is a name and nothing else: capitalised words, none of which means anything beside a name."""
    if not _PLAIN.isdisjoint(words):
        return False
    parts = words.split(" ")
    if not all(part[:1].isupper() for part in parts):
        return False
    lowers = words.lower().split(" ")
    if not language.beside_names.isdisjoint(lowers):
        return False
    endings = language.role_endings
    return not endings or not any(lower.endswith(endings) for lower in lowers)


def name_behind(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """The place of the name in apposition behind a role: "the owner, Ann Lee, said"; None where there is none."""
    if text[end : end + 2] != ", ":
        return None
    found = NAME_RUN.match(text, end + 2)
    if found is None:
        return None
    name = _without_full_stop(found[0], language)
    return (found.start(), found.start() + len(name)) if part_name(name, language) == Name(name, None) else None


def _head_of(parts: list[str], language: Language) -> list[str]:
    """A phrase without what a preposition adds: "Hedda Moe of the Forest Watch" -> "Hedda Moe"; [] for "a man from X".

    "Secretary of State Ann Lee" keeps its "of": a role stands before it.
    """
    if language.capital_nouns and len(parts) > 3 and parts[-2].lower() in language.genders and is_name_word(parts[-1]):
        return parts  # die Vorsitzende der Gewerkschaft Anna Moe: a first name says where the name begins
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
        titles = (k for k, word in enumerate(before) if word.lower().rstrip(".") in known)
        title = max((k + 1 for k in titles if not _is_surname(before, k, language)), default=0)
        if (len(before) - title > 1 or len(before) > title > 0) and all(map(is_name_word, before)):
            return before
        article = parts[0].lower() in language.determiners
        inner = part.lower() != "of" or (parts[n + 1 : n + 2] and parts[n + 1].lower() in language.determiners)
        if part.lower() == "of" and inner and _goes_on_with_a_title(parts[n + 2 :], language):
            return parts
        if (article or inner) and any(word.lower() in known for word in before):
            return []
        if article and language.noun_openers and before[-1].islower():
            return []  # a review of the Post; the sister of Ann Lee
    return parts


def _is_surname(parts: list[str], n: int, language: Language) -> bool:
    """Whether a word for a title ends a name: Peter T. | King; Mary | Bishop."""
    if not n or n != len(parts) - 1:
        return False
    before = parts[n - 1].lower().rstrip(".")
    return len(before) == 1 or (before in language.genders and not is_role(before, language))


def _goes_on_with_a_title(parts: list[str], language: Language) -> bool:
    """Whether a title stands behind a capitalised word: Speaker of the | House Rep. Bo Moe; no aide of the Sen. Moe."""
    titled = (n for n, part in enumerate(parts[:-1]) if n and part.lower().rstrip(".") in language.titles)
    return any(is_name_word(parts[n - 1]) for n in titled)


def _only_opens(word: str, language: Language) -> bool:
    """Whether a word before a name has its capital from the sentence: "Like Ann Lee", "Then Ann Lee"."""
    if word.startswith(language.elisions):
        word = word.split("'", 1)[-1]  # D'après Ann Lee
    opens = word in language.not_names or word in language.name_openers or word in language.prepositions
    return opens or word in language.sentence_adverbs or word in language.clause_openers


def _without_full_stop(name: str, language: Language) -> str:
    """The name without the point that ends its sentence; "Jr." keeps its own."""
    last = name.rsplit(maxsplit=1)[-1] if name.strip() else ""
    is_abbreviation = len(last) <= 2 or last.lower().rstrip(".") in language.abbreviations or "." in last[:-1]
    return name if is_abbreviation else name.removesuffix(".")


def _possessed(words: str) -> str:
    return re.sub(r"['’]s?$", "", words.strip(" ,"))
