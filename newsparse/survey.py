"""Blocks after the first look -> Page: where the article begins and ends, and which block heads it."""

import re
from collections.abc import Sequence

from newsparse.model import Block, Kind
from newsparse.rules.scene import LEAST_PROSE, Page, ends_sentence, kind_of

LONGEST_HEADLINE = 250  # characters
LEAST_HEADLINE_WORDS = 3
MENU_LINES = 8  # short lines that nobody claims above the first prose, or this share of all lines: a page paste
MENU_SHARE = 0.35
LEAST_TURNS = 2
_TURN = re.compile(r"[A-ZÀ-Þ][\w.’' -]{1,30}:\s")  # Haddad: It was forty minutes.
SHORT = 40  # characters of a menu's line
HEAD_BELOW_DECK = 5  # blocks below a deck in which byline or date line stand: name, pictures, share bar
LOOK_UP = 30  # blocks above the text in which a headline is looked for
LOOK_DOWN = 12  # blocks from the top in which a text without menus must show its headline
# What speaks for a line as headline of a page paste: its words (up to a full headline), a byline or date close below;
# against it: each block between it and the text, and that it is a sentence. Set on pastes of half of the publishers.
FULL_HEADLINE, BESIDE_BYLINE, A_BLOCK_AWAY, A_SENTENCE = 9, 4, 0.35, 3
# The article is the run of blocks with the greatest sum: prose counts for its length, up to a full paragraph;
# what nobody claims counts against it, a teaser's headline more than a share bar's word.
FULL_PARAGRAPH = 400
_GLUED = (None, Kind.PARAGRAPH, Kind.BULLET, Kind.BLOCKQUOTE, Kind.BOILERPLATE, Kind.TIMESTAMP, Kind.CAPTION)
_COST = {None: -0.9, Kind.BOILERPLATE: -0.5, Kind.BULLET: -0.2, Kind.TIMESTAMP: -0.5, Kind.BYLINE: -0.5}


def survey(blocks: Sequence[Block], *, headline_is_stated: bool = False) -> Page:
    """The facts of the page that the second look needs."""
    if not blocks:
        return Page()
    is_paste = _is_paste(blocks)
    first, last = _article(blocks) if is_paste else _whole(blocks)
    gaps = sum(block.gap for block in blocks[first : last + 1])
    has_gaps = gaps * 2 > last - first
    headline = _stated(blocks)
    if headline is None and not headline_is_stated:
        headline = _headline_of_paste(blocks, first) if is_paste else _headline_of_text(blocks)
    if headline is not None and not is_paste:
        first, last = _body_start(blocks, headline), len(blocks) - 1
    return Page(headline, first, last, is_paste, has_gaps, is_interview=_is_interview(blocks[first : last + 1]))


def _body_start(blocks: Sequence[Block], headline: int) -> int:
    """The first paragraph of the text: a paragraph with a byline or a date line right below it is the deck."""
    first = _next_prose(blocks, headline + 1)
    for n in range(first + 1, min(first + HEAD_BELOW_DECK, len(blocks))):
        if kind_of(blocks[n]) in (Kind.BYLINE, Kind.TIMESTAMP):
            return _next_prose(blocks, n + 1)
        if _is_prose(blocks[n]):
            break
    return first


def _next_prose(blocks: Sequence[Block], since: int) -> int:
    return next((n for n in range(since, len(blocks)) if _is_prose(blocks[n])), len(blocks))


def _is_interview(blocks: Sequence[Block]) -> bool:
    """Whether short questions and answers alternate, or turns bear names: then a question is text, not a heading."""
    prose = [block for block in blocks if kind_of(block) is Kind.PARAGRAPH]
    questions = sum(block.text[-1] in "?？" and len(block.text) <= 2 * LEAST_PROSE for block in prose)
    turns = sum(_TURN.match(block.text) is not None for block in prose)
    return questions * 2 >= len(prose) - questions or turns >= LEAST_TURNS


def _is_prose(block: Block) -> bool:
    return kind_of(block) is Kind.PARAGRAPH and (len(block.text) >= LEAST_PROSE // 2 or ends_sentence(block.text))


def _is_paste(blocks: Sequence[Block]) -> bool:
    """Whether menus and teasers stand around the article: many short lines that nobody claims."""
    if any(block.hint for block in blocks):
        return False
    short = [kind_of(block) in (None, Kind.BOILERPLATE) and len(block.text) <= SHORT for block in blocks]
    top = next((n for n, block in enumerate(blocks) if _is_prose(block) and len(block.text) > LEAST_PROSE), len(blocks))
    crowded = sum(short[:top]) >= MENU_LINES or sum(short) > max(MENU_LINES, MENU_SHARE * len(blocks))
    return crowded and top < len(blocks)


def _whole(blocks: Sequence[Block]) -> tuple[int, int]:
    return next((n for n, block in enumerate(blocks) if _is_prose(block)), len(blocks)), len(blocks) - 1


def _article(blocks: Sequence[Block]) -> tuple[int, int]:
    """The run of blocks with the greatest sum of prose over furniture: (first, last)."""
    best, span = 0.0, (0, len(blocks) - 1)
    total, start = 0.0, 0
    for n, block in enumerate(blocks):
        if total <= 0:
            total, start = 0.0, n
        total += _weight(block)
        if total > best:
            best, span = total, (start, n)
    return span


def _weight(block: Block) -> float:
    kind = kind_of(block)
    if kind is Kind.PARAGRAPH:
        return min(len(block.text), FULL_PARAGRAPH) / 100
    return _COST.get(kind, 0.0)


def _stated(blocks: Sequence[Block]) -> int | None:
    return next((n for n, block in enumerate(blocks) if block.hint and block.hint.kind is Kind.HEADLINE), None)


def _headline_of_text(blocks: Sequence[Block]) -> int | None:
    """The first block that is no furniture, where it can be a headline; or whatever is glued to the byline below."""
    if len(blocks) > 2 and kind_of(blocks[1]) is Kind.BYLINE and not blocks[1].gap and kind_of(blocks[0]) in _GLUED:
        return 0
    for n, block in enumerate(blocks[:LOOK_DOWN]):
        if kind_of(block) in (Kind.BOILERPLATE, Kind.TIMESTAMP, Kind.METADATA, Kind.BYLINE, Kind.CREDIT):
            continue
        above = blocks[n - 1].verdict if n else None
        if above and above.rule == "is_a_by_word_alone":
            continue  # the name that the by-word was parted from
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


def _headline_of_paste(blocks: Sequence[Block], first: int) -> int | None:
    """The nearest line above byline, date and text that is long enough and no sentence."""
    best, score = None, 0.0
    for n in range(first - 1, max(-1, first - LOOK_UP), -1):
        block = blocks[n]
        words = block.text.count(" ") + 1
        if not _can_head(block) or words < LEAST_HEADLINE_WORDS:
            continue
        near = [kind_of(other) for other in blocks[n + 1 : n + 6]]
        points = (
            min(words, FULL_HEADLINE)
            + BESIDE_BYLINE * (Kind.BYLINE in near or Kind.TIMESTAMP in near)
            - A_BLOCK_AWAY * (first - n)
            - A_SENTENCE * ends_sentence(block.text)
        )
        if points > score:
            best, score = n, points
    return best
