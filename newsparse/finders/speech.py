"""What the finders of speech hand to each other: a quotation in its sentence, a clause, an attributed quotation."""

from collections.abc import Callable
from typing import NamedTuple

from newsparse.finders.quotations import Quotation
from newsparse.finders.sentences import Sentence
from newsparse.finders.tokens import COMMAS, STOPS, Token
from newsparse.language import Language
from newsparse.model import QuoteKind


class Clause(NamedTuple):
    """Who and how: half-open spans in the paragraph at that index; a lead-in that ends in a colon may have no cue."""

    paragraph: int
    mention: tuple[int, int]
    cue: tuple[int, int] | None
    because: str


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


class Scene(NamedTuple):
    """A quotation as a rule sees it: the token at index ``at`` of its sentence.

    ``above`` gives the sentences at the end of the paragraph above where it opens its own; ``last`` is the attributed
    quotation before this one (in any paragraph).
    """

    sentence: Sentence
    at: int
    quotation: Quotation
    earlier_in_paragraph: list[Sentence]
    above: Callable[[], list[Sentence]]
    last: Attributed | None
    language: Language

    @property
    def earlier(self) -> list[Sentence]:
        """The sentences before it in its paragraph, or those above it."""
        return self.earlier_in_paragraph or self.above()

    @property
    def before(self) -> Sentence | None:
        """The sentence before, if there is one."""
        earlier = self.earlier
        return earlier[-1] if earlier else None

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the sentence, each of its quotations one."""
        return self.sentence.tokens

    @property
    def words(self) -> str:
        """The quoted words."""
        return self.sentence.text[self.quotation.start : self.quotation.end]

    @property
    def ends_attached(self) -> bool:
        """Whether the quoted words end so that a clause may follow: a comma, a question, a dash."""
        return self.words.rstrip("'’»›")[-1:] in ",?!—–-…"

    @property
    def left(self) -> Token | None:
        """The token before the quotation in its sentence."""
        return self.tokens[self.at - 1] if self.at else None

    @property
    def right(self) -> Token | None:
        """The token behind the quotation in its sentence."""
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None

    @property
    def near(self) -> Attributed | None:
        """The quotation before this one in the same paragraph."""
        return self.last if self.last and self.last.quotation.paragraph == self.quotation.paragraph else None

    @property
    def in_sentence(self) -> Attributed | None:
        """The quotation before this one in the same sentence."""
        return self.near if self.near and self.near.quotation.open_at >= self.tokens[0].start else None

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing of a sentence stands right before the quotation."""
        return self.left is None or self.left.text in STOPS or self.left.text in COMMAS or self.left.text == ":"
