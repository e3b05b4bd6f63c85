"""Document -> Record: every block goes to exactly one field."""

from collections.abc import Iterator, Sequence

from newsparse.finders.bylines import by_word, find_byline, read_names
from newsparse.finders.credits import agencies_of, find_credit, photographer_of
from newsparse.finders.datelines import find_dateline
from newsparse.finders.speakers import find_speech
from newsparse.finders.speech import Attributed
from newsparse.finders.timestamps import Timestamp, find_timestamp
from newsparse.language import Language, load
from newsparse.model import (
    BODY_KINDS,
    Author,
    Block,
    BlockPlace,
    BodyItem,
    Byline,
    Caption,
    Cue,
    Dateline,
    Document,
    Kind,
    Note,
    Quote,
    Record,
    SourceInfo,
    Speaker,
)
from newsparse.signs import NUMBERED_SIGN, bullet_sign

QUOTED_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.BLOCKQUOTE})


def assemble(document: Document) -> Record:
    """The record of a labelled document."""
    blocks, stated = document.blocks, document.stated
    language = load(document.language)
    stamp = _timestamp(blocks, language)
    quotes = tuple(_quotes(blocks, language))
    return Record(
        source=_source_info(document),
        language=document.language,
        headline=_first(blocks, Kind.HEADLINE) or stated.headline,
        deck=_joined(blocks, Kind.DECK) or stated.deck,
        bullets=tuple(_unsigned(block.text) for block in _of(blocks, Kind.BULLET)),
        byline=_byline(document, language),
        dateline=_dateline(blocks, language),
        published=stated.published or stamp.published,
        updated=stated.updated or stamp.updated,
        captions=tuple(_captions(blocks, language)),
        quotes=quotes,
        body=tuple(_body(blocks)),
        boilerplate=tuple(block.text for block in _of(blocks, Kind.BOILERPLATE)),
        unclassified=tuple(block.text for block in _of(blocks, Kind.UNCLASSIFIED)),
        metadata=_metadata(document),
        notes=tuple(_notes(document, stamp)),
        blocks=tuple(
            BlockPlace(_kind(b), b.start, b.end, b.line, b.verdict.rule if b.verdict else None) for b in blocks
        ),
        text=document.text,
    )


def _kind(block: Block) -> Kind:
    return block.verdict.kind if block.verdict else Kind.UNCLASSIFIED


def _of(blocks: Sequence[Block], *kinds: Kind) -> Iterator[Block]:
    return (block for block in blocks if _kind(block) in kinds)


def _first(blocks: Sequence[Block], kind: Kind) -> str | None:
    return next((block.text for block in _of(blocks, kind)), None)


def _joined(blocks: Sequence[Block], kind: Kind) -> str | None:
    return "\n".join(block.text for block in _of(blocks, kind)) or None


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


def _unsigned(text: str) -> str:
    return text[bullet_sign(text) :]


def _byline(document: Document, language: Language) -> Byline | None:
    """All byline blocks as one; what the form states counts where the words name nobody."""
    lines = [block.text for block in _of(document.blocks, Kind.BYLINE)]
    text = "\n".join(lines)
    found = [find_byline(line, language) for line in lines]
    named = [
        byline.authors if byline else read_names(line[by_word(line, language) :], language)
        for line, byline in zip(lines, found, strict=True)
    ]
    authors = tuple(Author(name) for name in document.stated.authors) or tuple(
        dict.fromkeys(a for names in named for a in names)
    )
    if not lines and not authors:
        return None
    return Byline(text or ", ".join(author.name for author in authors), authors)


def _dateline(blocks: Sequence[Block], language: Language) -> Dateline | None:
    """Of the first paragraph of the body that opens with one; the first three are looked at."""
    paragraphs = [block.text for block in _of(blocks, Kind.PARAGRAPH)][:3]
    return next((dateline for dateline in (find_dateline(text, language) for text in paragraphs) if dateline), None)


def _timestamp(blocks: Sequence[Block], language: Language) -> Timestamp:
    """The first published and the first updated of all date lines."""
    stamps = [
        stamp for stamp in (find_timestamp(block.text, language) for block in _of(blocks, Kind.TIMESTAMP)) if stamp
    ]
    return Timestamp(
        next((stamp.published for stamp in stamps if stamp.published), None),
        next((stamp.updated for stamp in stamps if stamp.updated), None),
        is_relative=any(stamp.is_relative for stamp in stamps),
    )


def _captions(blocks: Sequence[Block], language: Language) -> Iterator[Caption]:
    """Captions with the credit inside, right below, or right above them; a credit without caption stands alone."""
    pictures = [(n, block) for n, block in enumerate(blocks) if _kind(block) in (Kind.CAPTION, Kind.CREDIT)]
    taken: set[int] = set()
    for n, block in pictures:
        if n in taken:
            continue
        after = blocks[n + 1] if n + 1 < len(blocks) and n + 1 not in taken else None
        pair = (
            after
            if after is not None and _kind(after) in (Kind.CAPTION, Kind.CREDIT) and _kind(after) is not _kind(block)
            else None
        )
        if pair and (
            find_credit(block.text, language) if _kind(block) is Kind.CAPTION else _whole_caption(pair, language)
        ):
            pair = None
        if pair:
            taken.add(n + 1)
        yield _caption([block, *([pair] if pair else [])], language)


def _whole_caption(block: Block, language: Language) -> bool:
    """Whether a caption has its own credit, or its credit follows: then the credit above is another picture's."""
    return find_credit(block.text, language) is not None or (
        block.verdict is not None and block.verdict.rule == "stands_above_a_credit"
    )


def _caption(blocks: list[Block], language: Language) -> Caption:
    words, credit, label = None, None, None
    for block in blocks:
        found = find_credit(block.text, language)
        if _kind(block) is Kind.CREDIT or found:
            credit, label = (found.text, found.label) if found else (block.text, None)
        if _kind(block) is Kind.CAPTION:
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


def _body(blocks: Sequence[Block]) -> Iterator[BodyItem]:
    for block in blocks:
        kind = _kind(block)
        if kind in BODY_KINDS:
            listed = kind is Kind.LIST_ITEM and not NUMBERED_SIGN.match(block.text)
            yield BodyItem(kind, _unsigned(block.text) if listed else block.text, block.html)


def _quotes(blocks: Sequence[Block], language: Language) -> Iterator[Quote]:
    quoted = [n for n, block in enumerate(blocks) if _kind(block) in QUOTED_KINDS]
    for said in find_speech([blocks[n].text for n in quoted], language):
        yield _quote(said, blocks, quoted)


def _quote(said: Attributed, blocks: Sequence[Block], quoted: list[int]) -> Quote:
    at = quoted[said.quotation.paragraph]
    block = blocks[at]
    start, end = block.offsets.span(said.quotation.start, said.quotation.end)
    speaker, cue = None, None
    if said.source:
        home = blocks[quoted[said.source.paragraph]]
        speaker = Speaker(
            said.source.name,
            said.source.mention,
            said.source.role,
            *home.offsets.span(said.source.start, said.source.end),
        )
    if said.cue:
        home = blocks[quoted[said.cue[0]]]
        cue = Cue(home.text[said.cue[1] : said.cue[2]], *home.offsets.span(said.cue[1], said.cue[2]))
    return Quote(
        text=block.text[said.quotation.start : said.quotation.end],
        start=start,
        end=end,
        kind=said.kind,
        speaker=speaker,
        cue=cue,
        utterance=said.utterance,
        block=at,
        rule=said.rule,
        because=said.because,
    )


def _metadata(document: Document) -> dict[str, str | tuple[str, ...]]:
    labels = tuple(block.text for block in _of(document.blocks, Kind.METADATA))
    return {**document.stated.metadata, **({"labels": labels} if labels else {})}


def _notes(document: Document, stamp: Timestamp) -> Iterator[Note]:
    yield from document.notes
    blocks = document.blocks
    if not any(_kind(block) in BODY_KINDS for block in blocks):
        yield Note("no-body", "there is no body, only a head", blocks[0].line if blocks else None)
    for block in _of(blocks, Kind.UNCLASSIFIED):
        yield Note("unclassified", f"no rule claims {block.text[:60]!r}", block.line)
    if stamp.is_relative and not stamp.published:
        line = next(block.line for block in _of(blocks, Kind.TIMESTAMP))
        yield Note("relative-date", "the date line gives no date, only a time from now", line)
