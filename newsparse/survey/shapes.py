"""A block -> its shape: what it looks like by itself, in the few words that the features of a page are made of."""

import re
from itertools import pairwise
from typing import NamedTuple

from newsparse.language import page_subjects
from newsparse.model import Block, Kind
from newsparse.rules.scene import CLOSING_MARKS, LEAST_PROSE, SENTENCE_ENDS, kind_of

WIDE = "\u1100"  # from here on scripts write a word in one to three signs
SHORT = 60  # characters of a line that is no prose: a link, a label
LEAST_WORD = 4  # letters of a word that says what a text is about
LEAST_SENTENCE = 40  # characters of a paragraph that counts as prose of the page
LONGEST_LINE = 250  # columns of a block whose words are looked at one by one
FULL_PARAGRAPH = 800  # characters; a longer paragraph counts no more
SIGNS_OF_A_WORD = 4  # columns that a word takes in a script without spaces
_HEADLINE_SIZES = range(26, 141)
_OPEN_ENDS = ("none", "quote", "digit", "question")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS = {
    **dict.fromkeys(".!。！", "stop"),
    **dict.fromkeys("?？", "question"),
    **dict.fromkeys(":：", "colon"),
    "…": "dots",
    ",": "comma",
    **dict.fromkeys(CLOSING_MARKS, "quote"),
    **dict.fromkeys("“„", "quote"),
    **dict.fromkeys("0123456789", "digit"),
}


class Shape(NamedTuple):
    """What a block looks like.

    ``kind``: that of the first look, for furniture the rule; ``size``: columns, a sign of a wide script takes two;
    ``sort``: prose, sentence, line or short; ``end``: what it ends with; ``words``: those that say what it is about;
    ``length``: how many words it has; ``prose``: columns that count as prose; ``coarse``: its kind, or how long it is;
    ``page``: the subjects of pages that a line of it speaks of (sharing, comments …).
    """

    kind: str
    size: int
    sort: str
    end: str
    words: frozenset[str]
    length: int
    prose: int
    coarse: str
    page: tuple[str, ...]

    @property
    def is_link(self) -> bool:
        """Whether it is short and no sentence."""
        return self.size <= SHORT and self.end not in ("stop", "question")

    @property
    def is_headline(self) -> bool:
        """Whether it could be the headline of a teaser."""
        return self.kind == "none" and self.size in _HEADLINE_SIZES and self.end in _OPEN_ENDS


def shape_of(block: Block) -> Shape:
    """The shape of a block after the first look."""
    text = block.text
    size = columns(text)
    wide = size > len(text)
    kind = _kind(block)
    sort = _sort(kind, size)
    return Shape(
        kind=kind,
        size=size,
        sort=sort,
        end=_end(text),
        words=_words(text),
        length=size // SIGNS_OF_A_WORD if wide else text.count(" ") + 1,
        prose=min(size, FULL_PARAGRAPH) if kind == "paragraph" and size > LEAST_SENTENCE else 0,
        coarse="prose" if sort == "prose" else kind if kind != "none" else "short" if size <= SHORT // 2 else "line",
        page=page_subjects(text) if size < LONGEST_LINE else (),
    )


def columns(text: str) -> int:
    """How many columns a line takes; a sign of a wide script takes two, and one sign tells for all."""
    return len(text) * 2 if text[len(text) // 2] >= WIDE or text[0] >= WIDE else len(text)


def _kind(block: Block) -> str:
    kind = kind_of(block)
    if kind is None or block.verdict is None:
        return "none"
    return block.verdict.rule if kind is Kind.BOILERPLATE else kind.value


def _sort(kind: str, size: int) -> str:
    if kind == "paragraph":
        return "prose" if size >= LEAST_PROSE else "sentence"
    return "short" if size <= SHORT else "line"


def _end(text: str) -> str:
    bare = text.rstrip(CLOSING_MARKS)
    if bare and bare[-1] in SENTENCE_ENDS:
        return _ENDS.get(bare[-1], "stop")
    return _ENDS.get(text[-1], "none")


def _words(text: str) -> frozenset[str]:
    """The words long enough to say what the text is about; of wide scripts every two neighbouring signs."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if word[0] >= WIDE:
            found.update(map("".join, pairwise(word)))
        elif len(word) >= LEAST_WORD:
            found.add(word)
    return frozenset(found)
