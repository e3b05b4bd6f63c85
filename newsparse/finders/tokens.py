"""Text -> words and signs with their places: enough grammar for clauses of attribution."""

import re
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from newsparse.language import Language

# The group repeats without a "+" of its own: before 3.11.5 (gh-106052) such a one kept what a failed round had read.
_TOKEN = re.compile(
    r"""([^\W_]\w*+(?:[’'&./-]++\w++)*(?<!_)  # a word, with what joins its parts: U.S, o'clock, 3/4, ferry-boat
      | [,;:()—–―.!?…] | --
      | (?<=\s)-(?=\s))""",
    re.VERBOSE,
)
_SIGN = re.compile(r"[^\W_]|[,;:()—–―.!?…]|--|(?<=\s)-(?=\s)")  # what a token begins with
_OPENERS = "“”„‟«»‹›\"'‘’`([{—–―-…/"  # what may stand right before a word
LONGEST_ABBREVIATION = 12  # characters before a point that are looked at: what is longer has its point from a sentence
QUOTED = "“"  # the text of a token that stands for a whole quotation
STOPS = frozenset(".!?…")
DASHES = frozenset(("—", "–", "―", "--", "-"))
COMMAS = DASHES | {",", "(", ")"}


class Token(NamedTuple):
    """A word, a sign, or a whole quotation (text ``QUOTED``) at start:end of its paragraph.

    ``lower`` is the word in lower case, a straight apostrophe for a curly one.
    """

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a sign."""
        return self.text[0].isalnum()


_make = partial(tuple.__new__, Token)  # what Token(...) calls


def tokens_of(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The words and signs of text[start:end]; the point of an abbreviation belongs to it ("Sen.", "J.", "U.S.").

    What stands between the words comes along, and the lengths give the places: no loop of ours goes over the words.
    """
    parts = _TOKEN.split(text[start:end])
    if len(parts) == 1:
        return []
    places = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    lowers = list(map(str.lower, words))
    if "’" in text:
        lowers = [lower.replace("’", "'") for lower in lowers]
    tokens: list[Token] = list(map(_make, zip(words, lowers, places[1::2], places[2::2], strict=False)))
    if "." in words:
        _join_abbreviations(text, tokens, [n for n, word in enumerate(words) if word == "."], language)
    if language.elisions or language.clitics:
        tokens = [part for token in tokens for part in _apart(token, language)]
    return tokens


def _join_abbreviations(text: str, tokens: list[Token], points: list[int], language: Language) -> None:
    """Give the abbreviations among the words their points, which stand at these indexes."""
    joined = 0
    for point in points:
        n = point - joined
        before, at = tokens[n - 1], tokens[n].start
        if n and before.end == at and _is_abbreviated(text, before.text, at + 1, language):
            tokens[n - 1 : n + 1] = [Token(before.text + ".", before.lower + ".", before.start, at + 1)]
            joined += 1


def _apart(token: Token, language: Language) -> list[Token]:
    """The words that are written as one: "l'avocat" -> "l'", "avocat"; "dit-il" -> "dit", "il"."""
    text, lower, start, end = token
    if "'" not in lower and "-" not in lower:
        return [token]
    parts: list[Token] = []
    for elision in language.elisions:
        if lower.startswith(elision) and len(lower) > len(elision):
            cut = len(elision)
            parts.append(Token(text[:cut], elision, start, start + cut))
            text, lower, start = text[cut:], lower[cut:], start + cut
            break
    for clitic in language.clitics:
        if lower.endswith(clitic) and len(lower) > len(clitic):
            pronoun = clitic.rsplit("-", 1)[1]
            parts.append(Token(text[: -len(clitic)], lower[: -len(clitic)], start, end - len(clitic)))
            return [*parts, Token(text[-len(pronoun) :], pronoun, end - len(pronoun), end)]
    return [*parts, Token(text, lower, start, end)]


def _is_abbreviated(text: str, word: str, until: int, language: Language) -> bool:
    """Whether the point at ``until`` - 1 belongs to the word: a known abbreviation, an initial, or no sentence ends."""
    bare, behind = word.lower(), text[until : until + 1]
    if behind in (",", ";") or (behind == ")" and not word[:1].islower()):
        return True  # (D-Okla.); in (“…,” she said.) a sentence ends
    return (len(word) == 1 and word.isupper()) or "." in word or (bare in language.abbreviations and bare != "no")


def is_abbreviation_before(text: str, point: int, language: Language) -> bool:
    """Whether the point at that place belongs to an abbreviation and ends no sentence.

    >>> from newsparse.language import load
    >>> [is_abbreviation_before("Sen. Lee slept. Moe", point, load("en")) for point in (3, 14)]
    [True, False]
    """
    before = text[max(0, point - LONGEST_ABBREVIATION) : point]
    words = before.split()
    if not words or not before[-1].isalnum():
        return False
    return _is_abbreviated(text, words[-1].lstrip(_OPENERS), point + 1, language)


def sign_behind(text: str, at: int, end: int) -> str:
    """The first character of the token that begins at or behind ``at``, before ``end``; "" if there is none."""
    found = _SIGN.search(text, at, end)
    return found[0][0] if found else ""
