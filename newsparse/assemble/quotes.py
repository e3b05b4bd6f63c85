"""Labelled blocks -> quotes: the finders' paragraphs become places in the base text."""

from collections.abc import Iterator, Sequence

from newsparse.assemble.blocks import kind_of
from newsparse.finders.speakers import find_speech
from newsparse.finders.speech import Attributed, Source
from newsparse.language import Language
from newsparse.model import Block, Cue, Document, Kind, Note, Quote, Speaker

HEAD_KINDS = frozenset({Kind.HEADLINE, Kind.DECK, Kind.BULLET, Kind.HEADING, Kind.CAPTION})
HEARD_KINDS = HEAD_KINDS | {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.BLOCKQUOTE}


def quotes_and_notes(document: Document, language: Language) -> tuple[tuple[Quote, ...], tuple[Note, ...]]:
    """The quotations of the body in order, and a note for each that is never closed."""
    kinds = [kind_of(block) for block in document.blocks]
    indexes = [n for n, kind in enumerate(kinds) if kind in HEARD_KINDS]
    blocks = [document.blocks[n] for n in indexes]
    heads = frozenset(n for n, of in enumerate(indexes) if kinds[of] in HEAD_KINDS)
    heard = find_speech([block.text for block in blocks], language, heads)
    quotes = tuple(_quote(said, blocks, indexes) for said in heard)
    return quotes, tuple(_unclosed(document, blocks, heard))


def _quote(said: Attributed, blocks: Sequence[Block], indexes: Sequence[int]) -> Quote:
    quotation = said.quotation
    block = blocks[quotation.paragraph]
    start, end = block.offsets.span(quotation.start, quotation.end)
    return Quote(
        text=block.text[quotation.start : quotation.end],
        start=start,
        end=end,
        kind=said.kind,
        speaker=_speaker(said.source, blocks) if said.source else None,
        cue=_cue(*said.cue, blocks) if said.cue else None,
        utterance=said.utterance,
        block=indexes[quotation.paragraph],
        rule=said.rule,
        because=said.because,
    )


def _speaker(source: Source, blocks: Sequence[Block]) -> Speaker:
    start, end = blocks[source.paragraph].offsets.span(source.start, source.end)
    return Speaker(source.name, source.mention, source.role, start, end)


def _cue(paragraph: int, start: int, end: int, blocks: Sequence[Block]) -> Cue:
    block = blocks[paragraph]
    return Cue(block.text[start:end], *block.offsets.span(start, end))


def _unclosed(document: Document, blocks: Sequence[Block], heard: Sequence[Attributed]) -> Iterator[Note]:
    """A note a quotation that is never closed; the text is gone through once to count lines and columns."""
    text, at, line, line_start = document.text, -1, 1, 0
    for said in heard:
        if said.quotation.closed:
            continue
        block = blocks[said.quotation.paragraph]
        place = block.offsets.to_base(said.quotation.open_at)
        if at < block.start:
            at, line, line_start = block.start, block.line, text.rfind("\n", max(at, 0), block.start) + 1 or line_start
        line += text.count("\n", at, place)
        line_start = text.rfind("\n", at, place) + 1 or line_start
        at = place
        yield Note("unclosed-quotation", "quotation is never closed", line, place - line_start + 1)
