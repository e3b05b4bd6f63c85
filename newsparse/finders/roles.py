"""The words beside a name -> the role that its bearer has."""

import re

from newsparse.finders.names import is_name_word
from newsparse.finders.tokens import is_abbreviation_before
from newsparse.language import Language

_APPOSITION = re.compile(r",(?:\s\d{1,3},)?\s(?P<role>[^,;:!?“”\"()—]{3,110})(?P<end>[,;:—]?)")
_POINT = re.compile(r"\.(?=\s|\Z)")
LONGEST_ROLE_WORDS = 14


def role_behind(text: str, end: int, language: Language) -> str | None:
    """The role in apposition behind a name: ", the alliance’s secretary general, said"."""
    role = _apposition(text, end, language)
    if role is None or len(role.split()) > LONGEST_ROLE_WORDS:
        return None
    if _tells_what_one_does(role.split(), language) or role.split()[0].lower() in language.relatives:
        return None
    first = role.split()[0].lower()
    words = [*role.lower().split(), *role.lower().replace("-", " ").split()]
    has_role = any(_is_office(word.strip("’'s."), language) or _is_office(word, language) for word in words)
    return role if has_role and (first in language.determiners or first not in language.not_names) else None


def _is_office(word: str, language: Language) -> bool:
    """Whether a word tells what somebody is; "Mr." does not."""
    return is_role(word, language) and word not in language.honorifics


def _tells_what_one_does(words: list[str], language: Language) -> bool:
    """Whether a participle opens the words: ", recalling breakfasts with the mayor,"; or they name somebody else."""
    first = words[0].lower()
    after = words[1].lower() if len(words) > 1 else ""
    goes_on = after in language.determiners or after in language.prepositions or after in language.pronouns
    acts = first in language.participles or (goes_on and first.endswith(language.participle_endings))
    named = first in language.titles and all(map(is_name_word, words)) and not is_role(words[-1].lower(), language)
    return acts or (named and len(words) > 1)


def _apposition(text: str, end: int, language: Language) -> str | None:
    """The words behind the comma there, to the next one, a stop, or "who": ", an aide to Mr. Moe who left,"."""
    found = _APPOSITION.match(text, end)
    if found is None:
        return None
    start = found.start("role")
    points = (point.start() for point in _POINT.finditer(text, start, found.end("role")))
    stop = next((point for point in points if not is_abbreviation_before(text, point, language)), None)
    if stop is None and not found["end"]:
        return None
    words = text[start : found.end("role") if stop is None else stop].split()
    last = next((n for n, word in enumerate(words) if n and word.lower() in language.relatives), len(words))
    return " ".join(words[:last]) or None


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
        if _ends_a_phrase(word, language):
            break
        taken.insert(0, word)
    while taken and taken[0].lower() == "of":
        taken = taken[1:]
    return " ".join(_without_honorific(taken, language)) or None


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
        if _ends_a_phrase(words[n], language):
            return None
    return None


def _ends_a_phrase(word: str, language: Language) -> bool:
    """Whether a comma or a stop ends a phrase with the word, quotation marks left aside: job,''; no Reps."""
    bare = word.rstrip("'’”\"")
    if bare[-1:] == ".":
        short = bare[:-1].lower()
        return len(short) > 1 and short not in language.abbreviations and not is_role(short, language)
    return bare[-1:] in tuple(",;:!?") or word[-1] in '”"'


def plain_role(role: str | None, language: Language) -> str | None:
    """The role without an article in front ("the Kremlin spokesman"), and None where no word of it is a role."""
    if role is None:
        return None
    words = role.split()
    if words and words[0].lower() in language.determiners:
        words = words[1:]
    words = _without_honorific(words, language)
    bare = [word.lower().strip(".,") for word in words]
    known = any(_is_office(word, language) or _is_office(word.removesuffix("s"), language) for word in bare)
    return " ".join(words) if known else None


def _without_honorific(words: list[str], language: Language) -> list[str]:
    """The words without the "Mr." at their end, which belongs to the name behind them."""
    while words and words[-1].lower().rstrip(".") in language.honorifics:
        words = words[:-1]
    return words


def is_role(word: str, language: Language) -> bool:
    """Whether a word in lower case is a role or a title, or a compound that ends in one."""
    return word in language.roles or word in language.titles or word.endswith(language.role_endings)
