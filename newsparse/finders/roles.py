"""The words beside a name -> the role that its bearer has."""

import re

from newsparse.finders.names import is_name_word
from newsparse.language import Language

_APPOSITION = re.compile(r",(?:\s\d{1,3},)?\s(?P<role>[^,;:.!?“”\"()]{3,90})[,.;:—]")
LONGEST_ROLE_WORDS = 14


def role_behind(text: str, end: int, language: Language) -> str | None:
    """The role in apposition behind a name: ", the alliance’s secretary general, said"."""
    found = _APPOSITION.match(text, end)
    if found is None or len(found["role"].split()) > LONGEST_ROLE_WORDS:
        return None
    role = found["role"].strip()
    first = role.split()[0].lower()
    words = [*role.lower().split(), *role.lower().replace("-", " ").split()]
    has_role = any(is_role(word.strip("’'s."), language) or is_role(word, language) for word in words)
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
        known = is_role(bare, language)
        if not taken and not known:
            return None
        if not known and not (is_name_word(word) and bare not in language.not_names) and bare != "of":
            break
        if word[-1] in ',;:!?”"':
            break
        taken.insert(0, word)
    while taken and taken[0].lower() == "of":
        taken = taken[1:]
    return " ".join(taken) or None


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


def plain_role(role: str | None, language: Language) -> str | None:
    """The role without an article in front ("the Kremlin spokesman"), and None where no word of it is a role."""
    if role is None:
        return None
    words = role.split()
    if words and words[0].lower() in language.determiners:
        words = words[1:]
    bare = [word.lower().strip(".,") for word in words]
    known = any(is_role(word, language) or is_role(word.removesuffix("s"), language) for word in bare)
    return " ".join(words) if known else None


def is_role(word: str, language: Language) -> bool:
    """Whether a word in lower case is a role or a title, or a compound that ends in one."""
    return word in language.roles or word in language.titles or word.endswith(language.role_endings)
