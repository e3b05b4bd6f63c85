"""Labelled blocks -> captions: the words, the credit inside, below or above them, its label, people and agencies."""

from collections.abc import Iterator, Sequence

from newsparse.assemble.blocks import kind_of
from newsparse.finders.agencies import agencies_of, photographer_of
from newsparse.finders.credits import find_credit
from newsparse.language import Language
from newsparse.model import Block, Caption, Kind

LABELLED_APART = 2  # blocks below a caption whose credit has its label in a line of its own
_PICTURE = (Kind.CAPTION, Kind.CREDIT)


def captions(blocks: Sequence[Block], language: Language) -> Iterator[Caption]:
    """Captions with the credit inside, right below, or right above them; a credit without caption stands alone."""
    n = 0
    while n < len(blocks):
        if kind_of(blocks[n]) in _PICTURE:
            pair = LABELLED_APART if _is_label_apart(blocks, n) else int(_are_one(blocks, n, language))
            yield _caption(blocks[n : n + 1 + pair], language)
            n += pair
        n += 1


def _is_label_apart(blocks: Sequence[Block], n: int) -> bool:
    """Whether block ``n`` is a caption, the one below the label of its credit, and the one below that the credit."""
    kinds = [kind_of(block) for block in blocks[n : n + LABELLED_APART + 1]]
    return kinds == [Kind.CAPTION, Kind.CREDIT, Kind.CREDIT] and blocks[n + 1].text[-1] in ":："


def _are_one(blocks: Sequence[Block], n: int, language: Language) -> bool:
    """Whether block ``n`` and the one below are the caption and the credit of one picture."""
    if n + 1 == len(blocks) or {kind_of(blocks[n]), kind_of(blocks[n + 1])} != set(_PICTURE):
        return False
    caption = blocks[n] if kind_of(blocks[n]) is Kind.CAPTION else blocks[n + 1]
    inside = find_credit(caption.text, language)
    if inside:
        again = find_credit(blocks[n + 1].text, language) if caption is blocks[n] else None
        return again is not None and again.text == inside.text  # the page gives the credit twice
    below = blocks[n + 2] if n + 2 < len(blocks) else None
    return caption is blocks[n] or below is None or kind_of(below) is not Kind.CREDIT


def _caption(blocks: Sequence[Block], language: Language) -> Caption:
    words, credit, label = None, None, None
    for block in blocks:
        found = find_credit(block.text, language)
        if kind_of(block) is Kind.CREDIT or found:
            own = block.text.rstrip(" :：") if block.text[-1:] in ":：" else None  # the label in a line of its own
            credit, label = (found.text, found.label or label) if found else (block.text.strip(" ()（）"), own or label)
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
