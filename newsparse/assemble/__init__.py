"""Document -> Record: every block goes to exactly one field."""

from collections.abc import Iterator, Sequence

from newsparse.assemble.blocks import first, kind_of, of, unsigned
from newsparse.assemble.captions import captions
from newsparse.assemble.head import Head, byline, dateline, timestamp
from newsparse.assemble.quotes import quotes_and_notes
from newsparse.finders.timestamps import Timestamp
from newsparse.language import Language, load
from newsparse.model import BODY_KINDS, Block, BlockPlace, BodyItem, Document, Kind, Note, Record, SourceInfo
from newsparse.signs import NUMBERED_SIGN

DAY = len("2024-05-03")


def assemble(document: Document) -> Record:
    """The record of a labelled document."""
    blocks, stated, language = document.blocks, document.stated, load(document.language)
    head = Head.of(blocks)
    headline, decks = first(blocks, Kind.HEADLINE), [block.text for block in head.all(Kind.DECK)]
    stamp = timestamp(head, language)
    published, updated = stated.published or stamp.published, stated.updated or stamp.updated
    corrected = _corrections(head, language)
    quotes, notes = quotes_and_notes(document, language)
    return Record(
        source=_source_info(document),
        language=document.language,
        headline=headline.text if headline else stated.headline,
        deck="\n".join(decks) or stated.deck,
        bullets=tuple(unsigned(block.text) for block in head.all(Kind.BULLET)),
        byline=byline(document, head, language),
        dateline=dateline(head, language),
        published=published or (updated or "")[:DAY] or None,
        updated=updated,
        captions=tuple(captions(blocks, language)),
        quotes=quotes,
        body=tuple(_body_item(block) for block in of(blocks, *BODY_KINDS)),
        boilerplate=tuple(block.text for block in head.all(Kind.BOILERPLATE)),
        unclassified=tuple(block.text for block in head.all(Kind.UNCLASSIFIED)),
        metadata=_metadata(document),
        notes=(
            *document.notes,
            *_oddities(head, stamp),
            *_dated_by_update(blocks, published, updated),
            *corrected,
            *notes,
        ),
        blocks=tuple(_place(block) for block in blocks),
        text=document.text,
    )


def _source_info(document: Document) -> SourceInfo:
    source = document.source
    return SourceInfo(
        name=source.name,
        form=document.form,
        encoding=source.encoding,
        sha256=source.sha256,
        document=document.ordinal,
        start=document.start,
        end=document.end,
        offsets=document.offsets,
    )


def _body_item(block: Block) -> BodyItem:
    """The block without its bullet or quote sign; a number is part of an item's words."""
    kind = kind_of(block)
    if kind is Kind.BLOCKQUOTE:
        return BodyItem(kind, block.text.removeprefix("> "), block.html)
    signed = kind is Kind.LIST_ITEM and not NUMBERED_SIGN.match(block.text)
    return BodyItem(kind, unsigned(block.text) if signed else block.text, block.html)


def _place(block: Block) -> BlockPlace:
    return BlockPlace(kind_of(block), block.start, block.end, block.line, block.verdict.rule if block.verdict else None)


def _metadata(document: Document) -> dict[str, str | tuple[str, ...]]:
    labels = tuple(block.text for block in of(document.blocks, Kind.METADATA))
    return {**document.stated.metadata, **({"labels": labels} if labels else {})}


def _dated_by_update(blocks: Sequence[Block], published: str | None, updated: str | None) -> Iterator[Note]:
    """Where only an update is dated, its day stands for that of publication, which was then or before."""
    if updated and not published:
        dated = first(blocks, Kind.TIMESTAMP)
        message = "the article dates only its update; that day is given for its publication, too"
        yield Note("dated-by-update", message, dated.line if dated else None)


def _corrections(head: Head, language: Language) -> Iterator[Note]:
    """What the publication says that it got wrong: boilerplate, but a reader wants to know."""
    for block in head.all(Kind.BOILERPLATE):
        if block.text.lower().startswith(language.corrections):
            yield Note("correction", block.text, block.line)


def _oddities(head: Head, stamp: Timestamp) -> Iterator[Note]:
    if BODY_KINDS.isdisjoint(head.kinds):
        yield Note("no-body", "there is no body, only a head", head.blocks[0].line if head.blocks else None)
    for block in head.all(Kind.UNCLASSIFIED):
        yield Note("unclassified", f"no rule claims {block.text[:60]!r}", block.line)
    dated = head.all(Kind.TIMESTAMP)
    if stamp.is_relative and not stamp.published and dated:
        yield Note("relative-date", "the date line gives no date, only a time from now", dated[0].line)
