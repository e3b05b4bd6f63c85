"""The laws, for any text: nothing is lost, every span cuts its text, the same bytes give the same record."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings

from newsparse.decode import from_text
from newsparse.model import BODY_KINDS, Block, Document, Kind, Record
from newsparse.pipeline import documents, parse
from newsparse.signs import bullet_sign
from tests.texts import texts

# derandomize: the same examples on every machine, so that a red run means a change of ours
laws = settings(deadline=None, max_examples=100, derandomize=True, database=None)


def _document(text: str) -> Document:
    [document] = documents(from_text(text, name="law"), form="plain")
    return document


def _record(text: str) -> Record:
    return parse(text, form="plain")


def _visible(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


def _folded(text: str) -> str:
    """What is left of a text when the line breaks and hyphens of wrapping are taken out."""
    return "".join(char for char in text if not char.isspace() and char != "-")


@laws
@given(texts)
def test_every_character_stands_in_exactly_one_block(text: str) -> None:
    document = _document(text)
    covered: Counter[str] = Counter()
    for block in document.blocks:
        covered += _visible(document.text[block.start : block.end])
    assert covered == _visible(document.text)


@laws
@given(texts)
def test_blocks_are_in_order_and_disjoint(text: str) -> None:
    blocks = _document(text).blocks
    assert all(block.start < block.end for block in blocks)
    assert all(a.end <= b.start and a.line <= b.line for a, b in pairwise(blocks))


@laws
@given(texts)
def test_the_text_of_a_block_folds_to_what_its_span_cuts(text: str) -> None:
    document = _document(text)
    for block in document.blocks:
        assert _folded(document.text[block.start : block.end]) == _folded(block.text)


@laws
@given(texts)
def test_every_position_of_a_block_leads_back_to_its_own_character(text: str) -> None:
    document = _document(text)
    for block in document.blocks:
        wrong = [n for n, char in enumerate(block.text) if not char.isspace() and _at(document, block, n) != char]
        assert not wrong, (block.text, wrong)


def _at(document: Document, block: Block, position: int) -> str:
    return document.text[block.offsets.to_base(position)]


@laws
@given(texts)
def test_the_line_of_a_block_is_the_line_that_editors_count(text: str) -> None:
    document = _document(text)
    for block in document.blocks:
        above = document.text[: block.start].replace("\r\n", "\n").replace("\r", "\n")
        assert block.line == above.count("\n") + 1


def _of(document: Document, kind: Kind) -> list[str]:
    return [block.text for block in document.blocks if block.verdict and block.verdict.kind is kind]


def _unsigned(text: str) -> str:
    return text[bullet_sign(text) :]


@laws
@given(texts)
def test_no_block_is_lost_or_doubled(text: str) -> None:
    document, record = _document(text), _record(text)
    assert (record.headline or "") == "\n".join(_of(document, Kind.HEADLINE))
    assert (record.deck or "") == "\n".join(_of(document, Kind.DECK))
    assert list(record.bullets) == [_unsigned(words) for words in _of(document, Kind.BULLET)]
    beside = _of(document, Kind.TIMESTAMP) if not _of(document, Kind.BYLINE) else []  # a date line may name the author
    assert (record.byline.text if record.byline else "") in ("\n".join(_of(document, Kind.BYLINE)), *beside)
    assert list(record.boilerplate) == _of(document, Kind.BOILERPLATE)
    assert list(record.unclassified) == _of(document, Kind.UNCLASSIFIED)
    assert list(record.metadata.get("labels", ())) == _of(document, Kind.METADATA)
    assert [place.kind for place in record.blocks] == [
        block.verdict and block.verdict.kind for block in document.blocks
    ]


@laws
@given(texts)
def test_every_body_block_is_one_item_of_the_body_in_order(text: str) -> None:
    document, record = _document(text), _record(text)
    blocks = [block for block in document.blocks if block.verdict and block.verdict.kind in BODY_KINDS]
    assert [item.kind for item in record.body] == [block.verdict and block.verdict.kind for block in blocks]
    assert all(item.text in (b.text, _unsigned(b.text)) for item, b in zip(record.body, blocks, strict=True))


@laws
@given(texts)
def test_every_picture_is_in_one_caption(text: str) -> None:
    record = _record(text)
    pictures = [place for place in record.blocks if place.kind in (Kind.CAPTION, Kind.CREDIT)]
    for place in pictures:
        assert sum(caption.start <= place.start and place.end <= caption.end for caption in record.captions) == 1
    assert all(a.end <= b.start for a, b in pairwise(record.captions))


@laws
@given(texts)
def test_every_span_cuts_its_text(text: str) -> None:
    record = _record(text)
    for quote in record.quotes:
        assert _folded(record.text[quote.start : quote.end]) == _folded(quote.text)
        assert record.blocks[quote.block].start <= quote.start < quote.end <= record.blocks[quote.block].end
        if quote.speaker:
            cut = record.text[quote.speaker.start : quote.speaker.end]
            assert _folded(cut) == _folded(quote.speaker.mention)
        if quote.cue:
            assert _folded(record.text[quote.cue.start : quote.cue.end]) == _folded(quote.cue.text)


@laws
@given(texts)
def test_quotes_are_in_order_and_their_utterances_count_up(text: str) -> None:
    quotes = _record(text).quotes
    assert all(a.end <= b.start for a, b in pairwise(quotes))
    assert all(b.utterance - a.utterance in (0, 1) for a, b in pairwise(quotes))


@laws
@given(texts)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    assert _record(text).to_dict() == _record(text).to_dict()


@laws
@given(texts)
def test_a_record_comes_back_from_its_dict(text: str) -> None:
    record = _record(text)
    assert Record.from_dict(record.to_dict()) == record
