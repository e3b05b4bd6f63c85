"""A paragraph with quotations -> its sentences as the reporter wrote them: every quotation is one token of them."""

import re
from collections.abc import Iterator, Sequence

from newsparse.finders.quotations import Quotation
from newsparse.finders.tokens import QUOTED, STOPS, Token, is_abbreviation_before, sign_behind, tokens_of
from newsparse.language import Language

MOST_WORDS_TO_THE_VERB = 7  # behind a quotation that ends like a sentence: “Is it?” Ann Lee of the port asked.
LONGEST_WAY_TO_THE_VERB = 120  # characters in which those words stand
LONGEST_SENTENCE = 1000  # characters outside of quotations; a longer one is cut, so that the time stays linear
QUOTATION_COUNTS = 6  # characters that a quotation counts for there
_CLOSERS = "”’\"'»›)]}"
_STOP = re.compile(
    r"""(?:[!?…] | \.(?![\w’'&./-]{0,20}[^\W_.]))  # not the points of U.S and 3.5
        (?=[^\w,;:()—–―.!?…-]{0,9}+(\Z|[^a-z]))  # what begins behind, if no small letter does""",
    re.VERBOSE,
)


class Sentence:
    """The sentence at start:end of the paragraph at index ``paragraph``, whose words are looked for when asked.

    ``tokens``: its words and signs, each quotation one; ``quotations``: those, by the index of their token.
    """

    __slots__ = ("_quotations", "_quoted", "_tokens", "_words", "end", "language", "paragraph", "start", "text")

    def __init__(self, paragraph: int, text: str, place: tuple[int, int], language: Language) -> None:
        self.paragraph = paragraph
        self.text = text
        self.start, self.end = place
        self.language = language
        self._quoted: list[Quotation] = []
        self._tokens: list[Token] | None = None
        self._words: frozenset[str] | None = None
        self._quotations: dict[int, Quotation] = {}

    def quote(self, quotation: Quotation) -> None:
        """Take up a quotation; those of a sentence come in order, before its words are asked for."""
        self._quoted.append(quotation)

    @property
    def tokens(self) -> list[Token]:
        """Its words and signs."""
        if self._tokens is None:
            self._tokens = self._read()
        return self._tokens

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case: what a rule asks before it goes through them."""
        if self._words is None:
            self._words = frozenset([token.lower for token in self.tokens])
        return self._words

    @property
    def quotations(self) -> dict[int, Quotation]:
        """Its quotations, by the index of their token."""
        if self._quoted and self._tokens is None:
            self._tokens = self._read()
        return self._quotations

    def _read(self) -> list[Token]:
        tokens: list[Token] = []
        since = self.start
        for quotation in self._quoted:
            if quotation.open_at > since:
                tokens += tokens_of(self.text, since, quotation.open_at, self.language)
            self._quotations[len(tokens)] = quotation
            tokens.append(Token(QUOTED, QUOTED, quotation.open_at, quotation.close_at))
            since = quotation.close_at
        return tokens + tokens_of(self.text, since, self.end, self.language) if since < self.end else tokens

    @property
    def is_speech(self) -> bool:
        """Whether it is nothing but quoted words."""
        return bool(self._quoted) and not any(token.is_word for token in self.tokens)


def sentences_of(paragraph: int, text: str, quotations: Sequence[Quotation], language: Language) -> list[Sentence]:
    """The sentences of one paragraph; the end of a quotation ends its sentence only where nothing goes on with it.

    >>> from newsparse.finders.quotations import find_quotations
    >>> from newsparse.language import load
    >>> text = "“It will do,” she said. “It must.” Nobody asked “why”."
    >>> [len(s.tokens) for s in sentences_of(0, text, find_quotations([text]), load("en"))]
    [4, 1, 4]
    """
    ends = _ends(text, quotations, language)
    if len(text) > LONGEST_SENTENCE:
        ends = list(_short_enough(ends, quotations))
    sentences: list[Sentence] = []
    since = looked = left = 0
    for end in ends:
        has_quotation = left < len(quotations) and quotations[left].open_at < end
        if not has_quotation and not sign_behind(text, looked, end):
            looked = end  # no token so far: nothing is looked at twice
            continue
        sentence = Sentence(paragraph, text, (since, end), language)
        while left < len(quotations) and quotations[left].open_at < end:
            sentence.quote(quotations[left])
            left += 1
        sentences.append(sentence)
        since = looked = end
    return sentences


def _ends(text: str, quotations: Sequence[Quotation], language: Language) -> list[int]:
    """The places behind the last character of each sentence; the last one is the end of the text."""
    ends: list[int] = []
    since = 0
    for n, quotation in enumerate(quotations):
        ends += _stops(text, since, quotation.open_at, language)
        since = quotation.close_at
        until = quotations[n + 1].open_at if n + 1 < len(quotations) else len(text)
        if _ends_sentence(text, quotation, until, language):
            ends.append(since)
    ends += _stops(text, since, len(text), language)
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    return ends


def _stops(text: str, since: int, until: int, language: Language) -> Iterator[int]:
    """The places behind the stops between two quotations that end a sentence."""
    for stop in _STOP.finditer(text, since, until):
        end = stop.end()
        behind = stop[1]
        if not behind.isalpha():
            behind = sign_behind(text, end, until)
        if behind == ")" == text[end]:
            end += 1
            behind = sign_behind(text, end, until)
        begins = behind in ("", "(") or (behind.isalnum() and not behind.islower())
        if begins and not (stop[0] == "." and is_abbreviation_before(text, stop.start(), language)):
            yield end


def _ends_sentence(text: str, quotation: Quotation, until: int, language: Language) -> bool:
    """Whether a sentence ends with the quotation; the next one begins at ``until``."""
    behind = sign_behind(text, quotation.close_at, until)
    last = text[quotation.start : quotation.end].rstrip(_CLOSERS)[-1:]
    if not behind:
        return last in STOPS or last not in ",:;"
    if last not in STOPS or not behind.isalnum() or behind.islower():
        return False
    asks = last != "."  # “Is it?” Ann Lee asked.
    return not (asks and _says(text, quotation.close_at, until, language))


def _says(text: str, since: int, until: int, language: Language) -> bool:
    """Whether a name and a verb of speech stand there: “Is it?” Ann Lee asked."""
    tokens = tokens_of(text, since, min(until, since + LONGEST_WAY_TO_THE_VERB), language)
    for n, token in enumerate(tokens[:MOST_WORDS_TO_THE_VERB]):
        if not token.is_word:
            return False
        if token.text[0].islower() and n:
            ends = n + 1 == len(tokens) or tokens[n + 1].text in ".,"
            if token.lower in language.cues_of_speech or (ends and token.lower.endswith(language.verb_endings)):
                return True
    return False


def _short_enough(ends: Sequence[int], quotations: Sequence[Quotation]) -> Iterator[int]:
    """The ends of the sentences, with more of them where a sentence is endless: the rules look at all of its words."""
    since, left = 0, list(reversed(quotations))
    for end in ends:
        while end - since > LONGEST_SENTENCE:
            cut = _cut(since, end, left)
            if cut >= end:
                break
            yield cut
            since = cut
        yield end
        since = end


def _cut(since: int, end: int, left: list[Quotation]) -> int:
    """Where an endless sentence is cut, outside of its quotations; ``left`` are those from there on, the last first."""
    outside = 0
    while left and left[-1].open_at < end:
        quotation = left[-1]
        outside += max(0, quotation.open_at - since)
        if outside > LONGEST_SENTENCE:
            return quotation.open_at - (outside - LONGEST_SENTENCE)
        left.pop()
        since = max(since, quotation.close_at)
        outside += QUOTATION_COUNTS
    return min(end, since + max(1, LONGEST_SENTENCE - outside))
