"""What a rule may see: the block, its language, what stands above and below it, and the page as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newsparse.language import Language
from newsparse.model import Block, Kind, Note

SENTENCE_ENDS = ".!?…。！？"
CLOSING_MARKS = "\"'”’»«“)］]」』"
_FULL_ENDS = SENTENCE_ENDS + '"”»'  # of a sentence, or of one that ends in speech
LEAST_PROSE = 80  # characters of a paragraph that is prose by its length; headings and decks are shorter
CREDIT_TAIL = 70  # characters at the end of a block in which the label or the sign of a credit would stand
LEAST_SENTENCE = 4  # words of a short paragraph that is a sentence


class Role(StrEnum):
    """What part a block has on a page paste, whatever its own kind: a caption may stand before, inside or after."""

    BEFORE = "before"
    HEADLINE = "headline"
    HEAD = "head"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    INSIDE = "inside"
    AFTER = "after"


TEXT = (Role.PARAGRAPH, Role.HEADING)
OUTSIDE = (Role.BEFORE, Role.AFTER)


@dataclass(frozen=True, slots=True)
class Page:
    """Facts of the whole document, found between the two looks.

    ``headline`` is the index of the block that heads the article or None; the article's prose runs from block
    ``first`` to block ``last`` (both included; first > last: there is none). ``is_paste``: menus and teasers stand
    around the article. ``has_gaps``: blank lines part its paragraphs, so that a gap, or none, says something.
    ``is_interview``: questions and answers alternate. ``recurring``: short lines that stand in the text more than
    once: labels, not headings. ``roles``: on a page paste, the part of every block;
    ``deciders``: the features that decided it (empty outside of the article). ``notes`` tell what of this is in doubt.
    """

    headline: int | None = None
    first: int = 0
    last: int = -1
    is_paste: bool = False
    has_gaps: bool = True
    is_interview: bool = False
    recurring: frozenset[str] = frozenset()
    roles: tuple[Role, ...] = ()
    deciders: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class Scene(NamedTuple):
    """One block among the others. Those above have been looked at for the second time, those below for the first.

    ``block``, its clean ``text`` and the ``kind`` that it has been taken for so far are that of ``blocks[at]``: every
    rule asks for them.
    """

    blocks: Sequence[Block]
    at: int
    language: Language
    page: Page
    block: Block
    text: str
    kind: Kind | None

    @classmethod
    def of(cls, blocks: Sequence[Block], at: int, language: Language, page: Page) -> "Scene":
        """The scene of the block with this index."""
        block = blocks[at]
        return cls(blocks, at, language, page, block, block.text, block.verdict.kind if block.verdict else None)

    def above(self, steps: int = 1) -> Block | None:
        """The block so many steps above, or None at the top."""
        return self.blocks[self.at - steps] if self.at >= steps else None

    def below(self, steps: int = 1) -> Block | None:
        """The block so many steps below, or None at the bottom."""
        return self.blocks[self.at + steps] if self.at + steps < len(self.blocks) else None

    @property
    def role(self) -> Role | None:
        """Its part on a page paste; None on a text without menus and teasers."""
        return self.page.roles[self.at] if self.page.roles else None

    @property
    def deciders(self) -> str:
        """The features that decided its part on a page paste."""
        return self.page.deciders[self.at] if self.page.deciders else ""

    @property
    def is_in_body(self) -> bool:
        """Whether prose of the article stands above it."""
        return self.at > self.page.first <= self.page.last


def kind_of(block: Block | None) -> Kind | None:
    """The kind of a block's verdict; None where there is no block or no verdict."""
    return block.verdict.kind if block and block.verdict else None


def ends_sentence(text: str) -> bool:
    """Whether the text ends like a sentence, closing marks left aside.

    >>> ends_sentence("“It will do.”"), ends_sentence("What the port costs")
    (True, False)
    """
    return text.rstrip(CLOSING_MARKS)[-1:] in SENTENCE_ENDS and bool(text.rstrip(CLOSING_MARKS))


def is_plain_prose(text: str) -> bool:
    """Whether a text is long, ends with a stop of its own, and has no mark near its end that opens a credit.

    >>> is_plain_prose("The ferry is late again. " * 4 + "So be it.")
    True
    >>> is_plain_prose("The ferry is late again. " * 4 + "(Ann Lee/AP).")
    False
    """
    if len(text) < LEAST_PROSE or text[-1] not in _FULL_ENDS or text[-2] in ")]）］":
        return False
    tail = text[-CREDIT_TAIL:]
    return ":" not in tail and "©" not in tail


def is_prose(text: str) -> bool:
    """Whether a text reads as a sentence or more: its end is a sentence's and it has some words, or it is long."""
    if len(text) >= LEAST_PROSE and ends_sentence(text):
        return True
    if len(text) >= 2 * LEAST_PROSE:
        return True
    spaced = text.count(" ") + 1 >= LEAST_SENTENCE
    return ends_sentence(text) and (spaced or text[-1] in "。！？")
