"""Labelled blocks -> captions: the words, the credit inside, below or above them, its label, people and agencies."""

from collections.abc import Iterator, Sequence

from newsparse.assemble.blocks import kind_of
from newsparse.finders.agencies import agencies_of, photographer_of
from newsparse.finders.credits import find_credit
from newsparse.language import Language
from newsparse.model import Block, Caption, Kind

_PICTURE = (Kind.CAPTION, Kind.CREDIT)


def captions(blocks: Sequence[Block], language: Language) -> Iterator[Caption]:
    """Captions with the credit inside, right below, or right above them; a credit without caption stands alone."""
    n = 0
    while n < len(blocks):
        if kind_of(blocks[n]) in _PICTURE:
            pair = _are_one(blocks, n, language)
            yield _caption(blocks[n : n + 1 + pair], language)
            n += pair
        n += 1


def _are_one(blocks: Sequence[Block], n: int, language: Language) -> bool:
    """Whether block ``n`` and the one below are the caption and the credit of one picture."""
    if n + 1 == len(blocks) or {kind_of(blocks[n]), kind_of(blocks[n + 1])} != set(_PICTURE):
        return False
    caption = blocks[n] if kind_of(blocks[n]) is Kind.CAPTION else blocks[n + 1]
    if find_credit(caption.text, language):
        return False
    below = blocks[n + 2] if n + 2 < len(blocks) else None
    return caption is blocks[n] or below is None or kind_of(below) is not Kind.CREDIT


def _caption(blocks: Sequence[Block], language: Language) -> Caption:
    words, credit, label = None, None, None
    for block in blocks:
        found = find_credit(block.text, language)
        if kind_of(block) is Kind.CREDIT or found:
            credit, label = (found.text, found.label) if found else (block.text, None)
        if kind_of(block) is Kind.CAPTION:
            words = block.text[: found.start].rstrip(" |–—-(") if found else block.text
    return Caption(
        text=words or None,
        credit=credit,
        credit_label=label,
        photographer=photographer_of(credit, language) if credit else None,
        agencies=agencies_of(credit, language) if credit else (),
        start=blocks[0].start,
        end=blocks[-1].end,
    )
