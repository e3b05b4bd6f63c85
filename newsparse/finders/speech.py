"""What the finders of speech hand to each other: a quotation's neighbourhood, a clause, an attributed quotation."""

from typing import NamedTuple

from newsparse.finders.quotations import Quotation
from newsparse.finders.tokens import Token, tokens_of
from newsparse.language import Language
from newsparse.model import QuoteKind

LONGEST_REACH = 500  # code points on either side of a quotation in which its clause is looked for


class Surroundings(NamedTuple):
    """A quotation in its paragraph: ``left`` are the tokens since the quotation before, ``right`` up to the next.

    ``above`` is the paragraph above, ``last`` the attributed quotation before this one (in any paragraph).
    """

    text: str
    quotation: Quotation
    left: list[Token]
    right: list[Token]
    above: str
    last: "Attributed | None"
    language: Language

    @property
    def words(self) -> str:
        """The quoted words."""
        return self.text[self.quotation.start : self.quotation.end]

    @property
    def near(self) -> "Attributed | None":
        """The quotation before this one in the same paragraph."""
        return self.last if self.last and self.last.quotation.paragraph == self.quotation.paragraph else None

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing of a sentence stands right before the quotation."""
        return not self.left or self.left[-1].text in ".!?,:—–…"


class Clause(NamedTuple):
    """Who and how: half-open spans in the paragraph; the cue may be missing (a lead-in that ends in a colon).

    ``paragraphs_above``: 0 for the quotation's own paragraph, 1 for the one above it.
    """

    mention: tuple[int, int]
    cue: tuple[int, int] | None
    because: str
    paragraphs_above: int = 0


class Source(NamedTuple):
    """Who is behind a quotation: the mention at start:end of a paragraph, the resolved name, the role."""

    paragraph: int
    start: int
    end: int
    mention: str
    name: str | None
    role: str | None


class Attributed(NamedTuple):
    """A quotation with its kind, source and cue (paragraph, start, end), and the rule that found them and why."""

    quotation: Quotation
    kind: QuoteKind
    source: Source | None
    cue: tuple[int, int, int] | None
    utterance: int
    rule: str
    because: str


def surroundings(  # noqa: PLR0913  what a quotation stands in
    paragraphs: list[str], quotation: Quotation, edges: tuple[int, int], *, last: Attributed | None, language: Language
) -> Surroundings:
    """The quotation with its neighbourhood; ``edges`` are the end of the quotation before and the start of the next."""
    text = paragraphs[quotation.paragraph]
    above = paragraphs[quotation.paragraph - 1] if quotation.paragraph else ""
    left = tokens_of(text, max(edges[0], quotation.open_at - LONGEST_REACH), quotation.open_at, language)
    right = tokens_of(text, quotation.close_at, min(edges[1], quotation.close_at + LONGEST_REACH), language)
    return Surroundings(text, quotation, left, right, above, last, language)
