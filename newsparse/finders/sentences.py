"""A paragraph with quotations -> its sentences as the reporter wrote them: every quotation is one token of them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsparse.finders.quotations import Quotation
from newsparse.finders.tokens import QUOTED, STOPS, Token, tokens_of
from newsparse.language import Language

MOST_WORDS_TO_THE_VERB = 7  # behind a quotation that ends like a sentence: “Is it?” Ann Lee of the port asked.
MOST_TOKENS = 160  # of a sentence; a longer one is cut, so that the time stays linear
LONGEST_REACH = 500  # code points of a paragraph above in which a source is looked for
_MAY_END = STOPS | {QUOTED}
_CLOSERS = "”’\"'»›)]}"


class Sentence(NamedTuple):
    """A sentence of the paragraph at index ``paragraph``; ``quotations`` by the index of their token."""

    paragraph: int
    text: str
    tokens: list[Token]
    quotations: dict[int, Quotation]

    @property
    def is_speech(self) -> bool:
        """Whether it is nothing but quoted words."""
        return bool(self.quotations) and not any(token.is_word for token in self.tokens)


class _Paragraph(NamedTuple):
    """A paragraph's tokens, its quotations by the index of their token."""

    text: str
    tokens: list[Token]
    quotations: dict[int, Quotation]
    language: Language


def sentences_of(paragraph: int, text: str, quotations: Sequence[Quotation], language: Language) -> list[Sentence]:
    """The sentences of one paragraph; the end of a quotation ends its sentence only where nothing goes on with it.

    >>> from newsparse.finders.quotations import find_quotations
    >>> from newsparse.language import load
    >>> text = "“It will do,” she said. “It must.” Nobody asked “why”."
    >>> [len(s.tokens) for s in sentences_of(0, text, find_quotations([text]), load("en"))]
    [4, 1, 4]
    """
    tokens: list[Token] = []
    quoted: dict[int, Quotation] = {}
    since = 0
    for quotation in quotations:
        tokens += tokens_of(text, since, quotation.open_at, language)
        quoted[len(tokens)] = quotation
        tokens.append(Token(QUOTED, QUOTED, quotation.open_at, quotation.close_at))
        since = quotation.close_at
    tokens += tokens_of(text, since, len(text), language)
    return _parted(paragraph, _Paragraph(text, tokens, quoted, language))


def last_sentences_of(paragraph: int, text: str, language: Language) -> list[Sentence]:
    """The sentences at the end of a paragraph without quotations, as far as anything below refers to them."""
    since = text.find(" ", len(text) - LONGEST_REACH) + 1 if len(text) > LONGEST_REACH else 0
    tokens = tokens_of(text, since, len(text), language)
    return _parted(paragraph, _Paragraph(text, tokens, {}, language))


def _parted(number: int, paragraph: _Paragraph) -> list[Sentence]:
    tokens = paragraph.tokens
    ends = [n + 1 for n, token in enumerate(tokens) if token.text in _MAY_END and _ends(paragraph, n)]
    if tokens and (not ends or ends[-1] != len(tokens)):
        ends.append(len(tokens))
    ends = _cut(ends)
    sentences = [Sentence(number, paragraph.text, tokens[a:b], {}) for a, b in pairwise([0, *ends])]
    for n, quotation in paragraph.quotations.items():
        of = bisect_right(ends, n)
        sentences[of].quotations[n - (ends[of - 1] if of else 0)] = quotation
    return sentences


def _cut(ends: list[int]) -> list[int]:
    """The ends of the sentences, with more of them where a sentence is endless: the rules look at all of its words."""
    cut: list[int] = []
    since = 0
    for end in ends:
        cut += range(since + MOST_TOKENS, end, MOST_TOKENS)
        cut.append(end)
        since = end
    return cut


def _ends(paragraph: _Paragraph, n: int) -> bool:
    """Whether a sentence ends with the stop or the quotation at index ``n``."""
    tokens = paragraph.tokens
    if n + 1 == len(tokens):
        return True
    token, behind = tokens[n], tokens[n + 1]
    begins = behind.is_word and not behind.text[0].islower()
    if token.text != QUOTED:
        return begins or behind.text in (QUOTED, "(")
    quotation = paragraph.quotations[n]
    last = paragraph.text[quotation.start : quotation.end].rstrip(_CLOSERS)[-1:]
    if behind.text == QUOTED:
        return last in STOPS or last not in ",:;"
    asks = last != "."  # “Is it?” Ann Lee asked.
    return last in STOPS and begins and not (asks and _says(tokens, n + 1, paragraph.language))


def _says(tokens: list[Token], since: int, language: Language) -> bool:
    """Whether a name and a verb of speech stand there: “Is it?” Ann Lee asked."""
    for n, token in enumerate(tokens[since : since + MOST_WORDS_TO_THE_VERB], since):
        if not token.is_word:
            return False
        if token.text[0].islower() and n > since:
            ends = n + 1 == len(tokens) or tokens[n + 1].text in ".,"
            if token.lower in language.cues_of_speech or (ends and token.lower.endswith(language.verb_endings)):
                return True
    return False
