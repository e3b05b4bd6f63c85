"""Text -> words and signs with their places, and where sentences begin: enough grammar for clauses of attribution."""

import re
from typing import NamedTuple

from newsparse.language import Language

_TOKEN = re.compile(r"[^\W_](?:[\w’'&./-]*[^\W_.])?|[,;:()—–―.!?…]|--")


class Token(NamedTuple):
    """A word or a sign at start:end of its paragraph."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case, a straight apostrophe for a curly one."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a sign."""
        return self.text[0].isalnum()


def tokens_of(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The words and signs of text[start:end]; the point of an abbreviation belongs to it ("Sen.", "J.", "U.S.")."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word == "." and found and found[-1].end == match.start() and _is_abbreviation(found[-1].text, language):
            found[-1] = Token(found[-1].text + ".", found[-1].start, match.end())
        else:
            found.append(Token(word, match.start(), match.end()))
    return found


def _is_abbreviation(word: str, language: Language) -> bool:
    bare = word.lower()
    return (len(word) == 1 and word.isupper()) or "." in word or (bare in language.abbreviations and bare != "no")


def sentence_start(tokens: list[Token], before: int) -> int:
    """The index of the first token of the sentence that runs up to index ``before``."""
    for n in range(before - 1, -1, -1):
        if tokens[n].text in (".", "!", "?", "…") and n + 1 < before and tokens[n + 1].text[0].isupper():
            return n + 1
    return 0


def sentence_end(tokens: list[Token], since: int = 0) -> int:
    """The index just behind the last token of the sentence that begins at index ``since``, its full stop left out."""
    for n in range(since, len(tokens)):
        if tokens[n].text in (".", "!", "?"):
            return n
    return len(tokens)
