"""What the finders of speech hand to each other: a quotation in its sentence, a clause, an attributed quotation."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsparse.finders.quotations import Quotation
from newsparse.finders.sentences import Sentence
from newsparse.finders.tokens import COMMAS, STOPS
from newsparse.model import QuoteKind

_OPENERS = STOPS | COMMAS | {":"}  # what stands before a sentence, or before speech that goes on with one
MOST_SIGNS_ALONE = 3  # tokens of a sentence that is a quotation between stops and dashes


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


class Scene:
    """A quotation as a rule sees it: the token at index ``at`` of its sentence.

    ``last`` is the attributed quotation before this one (in any paragraph); ``near`` is that in the same paragraph,
    ``in_sentence`` in the same sentence. ``left`` and ``right`` are the tokens beside the quotation in its sentence,
    ``words`` what it says.
    """

    __slots__ = (
        "_above",
        "_earlier",
        "at",
        "in_sentence",
        "language",
        "last",
        "left",
        "near",
        "quotation",
        "right",
        "sentence",
        "tokens",
        "words",
    )

    def __init__(self, sentence: Sentence, at: int, quotation: Quotation, last: Attributed | None) -> None:
        self.sentence = sentence
        self.at = at
        self.quotation = quotation
        self.last = last
        self.language = sentence.language
        self.tokens = tokens = sentence.tokens
        self.words = sentence.text[quotation.start : quotation.end]
        self.left = tokens[at - 1] if at else None
        self.right = tokens[at + 1] if at + 1 < len(tokens) else None
        self.near = last if last and last.quotation.paragraph == quotation.paragraph else None
        self.in_sentence = self.near if self.near and self.near.quotation.open_at >= sentence.start else None
        self._earlier: Sequence[Sentence] = ()
        self._above: Callable[[], Sequence[Sentence]] | None = None

    def among(self, earlier: Sequence[Sentence], above: Callable[[], Sequence[Sentence]]) -> "Scene":
        """The scene with the sentences before it in its paragraph; ``above`` gives those that end the one above it."""
        self._earlier, self._above = earlier, above
        return self

    @property
    def is_alone(self) -> bool:
        """Whether the sentence has no words but the quotation's: no clause of it can be asked."""
        return len(self.tokens) <= MOST_SIGNS_ALONE and self.sentence.is_speech

    @property
    def earlier(self) -> Sequence[Sentence]:
        """The sentences before it in its paragraph, or those above it."""
        return self._earlier or (self._above() if self._above else ())

    @property
    def before(self) -> Sentence | None:
        """The sentence before, if there is one."""
        earlier = self.earlier
        return earlier[-1] if earlier else None

    @property
    def ends_attached(self) -> bool:
        """Whether the quoted words end so that a clause may follow: a comma, a question, a dash."""
        return self.words.rstrip("'’»›")[-1:] in ",?!—–-…"

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing of a sentence stands right before the quotation."""
        left = self.left
        return left is None or left.text in _OPENERS
