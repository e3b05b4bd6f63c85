"""Blocks after the first look -> Page: where the article begins and ends, and which block heads it.

Two kinds of text: an article alone (articles.py: its first line heads it, all of it is the article) and a page paste,
where menus, teasers and comments stand around it (a chain of roles over named features: features.py, chain.py).
"""

from collections.abc import Iterable, Sequence

from newsparse.model import Block, Kind
from newsparse.rules.scene import LEAST_PROSE, OUTSIDE, TEXT, Page, Role, kind_of
from newsparse.survey.articles import is_interview, is_prose, recurring, survey_article
from newsparse.survey.shapes import columns

MOST_BLOCKS = 20_000  # of a page; whatever is longer is none
SHORT = 40  # characters of a menu's line
MENU_ABOVE = 8  # short lines that nobody claims above the first prose: a page paste
MENU = 6  # such lines right below each other, anywhere: the same
MENU_OF_MANY = 4  # and this is enough where so large a share of all lines is short
SHARE_OF_MANY = 0.35


def survey(blocks: Sequence[Block], common: frozenset[str], *, headline_is_stated: bool = False) -> Page:
    """The facts of the page that the second look needs; ``common`` are the commonest words of its language."""
    if not blocks:
        return Page()
    if _is_paste(blocks):
        return _survey_paste(blocks, common, headline_is_stated=headline_is_stated)
    return survey_article(blocks, headline_is_stated=headline_is_stated)


def _is_paste(blocks: Sequence[Block]) -> bool:
    """Whether menus and teasers stand around the article: many short lines that nobody claims."""
    if len(blocks) > MOST_BLOCKS or any(block.hint for block in blocks):
        return False
    short = [kind_of(block) in (None, Kind.BOILERPLATE) and len(block.text) <= SHORT for block in blocks]
    if sum(short) < MENU_OF_MANY:
        return False
    top = next((n for n, block in enumerate(blocks) if _is_long_prose(block)), None)
    menu = _longest(is_short and not block.gap for is_short, block in zip(short, blocks, strict=True))
    if top is None:
        return False
    many = sum(short) > SHARE_OF_MANY * len(blocks)
    return menu >= MENU or sum(short[:top]) >= MENU_ABOVE or (many and menu >= MENU_OF_MANY)


def _is_long_prose(block: Block) -> bool:
    """Whether it is a paragraph of some length; a line of a wide script is as long without the end of a sentence."""
    size = columns(block.text)
    return size > LEAST_PROSE and (is_prose(block) or size > len(block.text))


def _longest(flags: Iterable[bool]) -> int:
    """The length of the longest run of true values."""
    longest = here = 0
    for flag in flags:
        here = here + 1 if flag else 0
        longest = max(longest, here)
    return longest


def _survey_paste(blocks: Sequence[Block], common: frozenset[str], *, headline_is_stated: bool) -> Page:
    from newsparse.survey.chain import deciders, likeliest, load_weights
    from newsparse.survey.comments import ended
    from newsparse.survey.doubts import doubts
    from newsparse.survey.features import Features
    from newsparse.survey.headline import settled

    names, weights = Features(blocks, common), load_weights()
    chain = ended(blocks, settled(blocks, likeliest(names, weights)))
    roles = chain.roles
    text = [n for n, role in enumerate(roles) if role in TEXT] or [len(blocks)]
    first, last = text[0], text[-1]
    headline = roles.index(Role.HEADLINE) if Role.HEADLINE in roles and not headline_is_stated else None
    return Page(
        headline,
        first,
        last,
        is_paste=True,
        has_gaps=sum(block.gap for block in blocks[first : last + 1]) * 2 > last - first,
        is_interview=is_interview(blocks[first : last + 1]),
        recurring=recurring(blocks[first : last + 1]),
        roles=roles,
        deciders=tuple(
            "" if role in OUTSIDE else deciders(names[n], chain.sums[n], role, weights) for n, role in enumerate(roles)
        ),
        notes=tuple(doubts(blocks, chain, headline_is_stated=headline_is_stated)),
    )
