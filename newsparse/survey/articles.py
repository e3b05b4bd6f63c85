"""The blocks of an article alone -> Page: its first line that is no furniture heads it, and all of it is text."""

import re
from collections import Counter
from collections.abc import Sequence

from newsparse.language import is_section
from newsparse.model import Block, Kind
from newsparse.rules.scene import LEAST_PROSE, Page, ends_sentence, kind_of

LONGEST_HEADLINE = 250  # characters
LONGEST_LABEL = 60  # characters of a line that is a label where it stands in the text more than once
LEAST_TURNS = 2
LONGEST_TURN = 33  # characters of a name and its colon
_TURN = re.compile(r"[A-ZÀ-Þ][\w.’' -]{1,30}:\s")  # Haddad: It was forty minutes.
HEAD_BELOW_DECK = 7  # blocks below a deck in which byline or date line stand: name, pictures, share bar
LOOK_DOWN = 12  # blocks from the top in which a text without menus must show its headline
_GLUED = (None, Kind.PARAGRAPH, Kind.BULLET, Kind.BLOCKQUOTE, Kind.BOILERPLATE, Kind.TIMESTAMP, Kind.CAPTION)


def survey_article(blocks: Sequence[Block], *, headline_is_stated: bool = False) -> Page:
    """The facts of a text that is an article and nothing else; there is at least one block."""
    first, last = _next_prose(blocks, 0), len(blocks) - 1
    has_gaps = sum(block.gap for block in blocks[first : last + 1]) * 2 > last - first
    headline = _stated(blocks)
    if headline is None and not headline_is_stated:
        headline = _headline(blocks)
    if headline is not None:
        first = _body_start(blocks, headline)
    return Page(
        headline,
        first,
        last,
        has_gaps=has_gaps,
        is_interview=is_interview(blocks[first : last + 1]),
        recurring=recurring(blocks[first:]),
    )


def recurring(blocks: Sequence[Block]) -> frozenset[str]:
    """The short lines that stand there more than once."""
    times = Counter(block.text for block in blocks if len(block.text) <= LONGEST_LABEL)
    return frozenset(text for text, count in times.items() if count > 1)


def _body_start(blocks: Sequence[Block], headline: int) -> int:
    """The first paragraph of the text: a paragraph with a byline or a date line right below it is the deck."""
    first = _next_prose(blocks, headline + 1)
    for n in range(first + 1, min(first + HEAD_BELOW_DECK, len(blocks))):
        if kind_of(blocks[n]) in (Kind.BYLINE, Kind.TIMESTAMP):
            return _next_prose(blocks, n + 1)
        if is_prose(blocks[n]):
            break
    return first


def _next_prose(blocks: Sequence[Block], since: int) -> int:
    return next((n for n in range(since, len(blocks)) if is_prose(blocks[n])), len(blocks))


def is_interview(blocks: Sequence[Block]) -> bool:
    """Whether short questions and answers alternate, or turns bear names: then a question is text, not a heading."""
    prose = [block for block in blocks if kind_of(block) is Kind.PARAGRAPH]
    questions = sum(block.text[-1] in "?？" and len(block.text) <= 2 * LEAST_PROSE for block in prose)
    turns = sum(":" in block.text[:LONGEST_TURN] and _TURN.match(block.text) is not None for block in prose)
    return questions * 2 >= len(prose) - questions or turns >= LEAST_TURNS


def is_prose(block: Block) -> bool:
    """Whether the first look took it for a paragraph, and it is long or ends like a sentence."""
    return kind_of(block) is Kind.PARAGRAPH and (len(block.text) >= LEAST_PROSE // 2 or ends_sentence(block.text))


def _stated(blocks: Sequence[Block]) -> int | None:
    return next((n for n, block in enumerate(blocks) if block.hint and block.hint.kind is Kind.HEADLINE), None)


def _headline(blocks: Sequence[Block]) -> int | None:
    """The first block that is no furniture, where it can be a headline; or whatever is glued to the byline below."""
    if len(blocks) > 2 and kind_of(blocks[1]) is Kind.BYLINE and not blocks[1].gap and kind_of(blocks[0]) in _GLUED:
        return 0
    for n, block in enumerate(blocks[:LOOK_DOWN]):
        if kind_of(block) in (Kind.BOILERPLATE, Kind.TIMESTAMP, Kind.METADATA, Kind.BYLINE, Kind.CREDIT):
            continue
        above = blocks[n - 1].verdict if n else None
        if above and above.rule == "is_a_by_word_alone":
            continue  # the name that the by-word was parted from
        if n + 1 < len(blocks) and is_section(block.text) and not is_section(blocks[n + 1].text):
            continue
        below = blocks[n + 1] if n + 1 < len(blocks) else None
        return n if _can_head(block, stands_in_list=kind_of(below) is Kind.BULLET) else None
    return None


def _can_head(block: Block, *, stands_in_list: bool = False) -> bool:
    text = block.text
    if block.hint or len(text) > LONGEST_HEADLINE or not any(map(str.isalpha, text)):
        return False
    if kind_of(block) in (Kind.CAPTION, Kind.BULLET):  # of its own: a list or a caption does not open a page
        return len(text) < LEAST_PROSE and not stands_in_list
    if kind_of(block) not in (None, Kind.PARAGRAPH):
        return False
    sentences = sum(text.count(f"{end} ") for end in ".!?")
    return not ends_sentence(text) or (sentences <= 1 and len(text) < 2 * LEAST_PROSE)
