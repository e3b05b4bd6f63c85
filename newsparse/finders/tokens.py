"""Text -> words and signs with their places: enough grammar for clauses of attribution."""

import re
from typing import NamedTuple

from newsparse.language import Language

_TOKEN = re.compile(r"[^\W_](?:[\w’'&./-]*[^\W_.])?|[,;:()—–―.!?…]|--|(?<=\s)-(?=\s)")
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


def tokens_of(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The words and signs of text[start:end]; the point of an abbreviation belongs to it ("Sen.", "J.", "U.S.")."""
    found: list[Token] = []
    make = tuple.__new__  # what Token(...) calls: this is where most of the time of a quotation goes
    for match in _TOKEN.finditer(text, start, end):
        word, (since, until) = match[0], match.span()
        if word == "." and found and found[-1].end == since and _is_abbreviated(text, found[-1].text, until, language):
            last = found[-1]
            found[-1] = Token(last.text + ".", last.lower + ".", last.start, until)
        else:
            lower = word.lower()
            if "’" in lower:
                lower = lower.replace("’", "'")
            if ("'" in lower or "-" in lower) and (language.elisions or language.clitics):
                found += _apart(Token(word, lower, since, until), language)
            else:
                found.append(make(Token, (word, lower, since, until)))
    return found


def _apart(token: Token, language: Language) -> list[Token]:
    """The words that are written as one: "l'avocat" -> "l'", "avocat"; "dit-il" -> "dit", "il"."""
    parts: list[Token] = []
    text, lower, start, end = token
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
    bare = word.lower()
    if text[until : until + 1] in (",", ")", ";"):
        return True
    return (len(word) == 1 and word.isupper()) or "." in word or (bare in language.abbreviations and bare != "no")
