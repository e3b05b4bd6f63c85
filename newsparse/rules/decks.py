"""Rules for the deck: the standfirst under the headline, or the short paragraph that leads a longer one."""

from itertools import zip_longest

from newsparse.finders.bylines import by_word, is_signature
from newsparse.finders.datelines import find_dateline
from newsparse.finders.dates import find_dates
from newsparse.model import Block, Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene, ends_sentence, kind_of

LONGEST_DECK = 600  # characters; the longest standfirsts of some 120 publishers are about 500
LEAST_DECK, LEAST_DECK_WORDS = 9, 5  # characters, words
LONGEST_LEAD = 265  # characters of a deck that stands below byline and date, where only its length tells it
LEAST_LEAD = 60
LONGER = 1.4  # times its length has the paragraph below it; the first paragraphs of a text are about alike
LOOK_BELOW = 5  # blocks below it in which that paragraph stands: a picture, a byline between
_QUOTE_MARKS = frozenset('“”„«»"「」『』')
_HEAD = (Kind.BYLINE, Kind.TIMESTAMP)


@rule(Kind.DECK, shortest=LEAST_DECK, longest=LONGEST_DECK)
def stands_under_the_headline(scene: Scene) -> str | None:
    """The deck stands right under the headline: no sentence end, or byline, date or picture between it and the text.

    Look-alike: the first paragraph, which stands there when an article has no deck.
    """
    headline, text = scene.page.headline, scene.text
    if headline is None or not headline < scene.at < scene.page.first or not _reads_as_a_deck(scene):
        return None
    sentence = ends_sentence(text)
    if not sentence and kind_of(scene.above()) not in (Kind.HEADLINE, *_HEAD):
        return None
    if has_a_deck(scene):
        return None
    if sentence:
        return "it stands between the headline and the byline or date"
    return "a line without a full stop between headline and text"


@rule(Kind.DECK, shortest=LEAST_LEAD, longest=LONGEST_LEAD)
def leads_a_longer_paragraph(scene: Scene) -> str | None:
    """Where byline or date stand above it, a first paragraph much shorter than the next two is the deck.

    Many sites set the standfirst below byline and picture. Look-alikes: the first paragraph of a report, about as long
    as the second, or one with a dateline or a quotation; a text without byline and date.
    """
    page, length = scene.page, len(scene.text)
    if scene.at != page.first or scene.kind is not Kind.PARAGRAPH:
        return None
    if not _QUOTE_MARKS.isdisjoint(scene.text) or not _is_below_a_head(scene) or has_a_deck(scene):
        return None
    below = [len(block.text) for block in next_paragraphs(scene)[:2]]
    if find_dates(scene.text, scene.language):
        return None  # "Ada Quill on the pier, April 14, 2024.": a caption
    longer = below and below[0] >= LONGER * length and sum(below) >= LONGER * length * len(below)
    if not longer or find_dateline(scene.text, scene.language):
        return None
    return f"{length} characters below the head, above a paragraph of {below[0]}"


def _is_below_a_head(scene: Scene) -> bool:
    """Whether byline or date stand between the headline and the block, and the headline was found by rules."""
    top = scene.page.headline
    if top is None or top >= scene.at or scene.blocks[top].hint:
        return False
    return any(kind_of(block) in _HEAD for block in scene.blocks[top + 1 : scene.at])


def has_a_deck(scene: Scene) -> bool:
    """Whether a deck stands between the headline and the block."""
    top = scene.page.headline or 0
    return any(kind_of(scene.blocks[n]) is Kind.DECK for n in range(top, scene.at))


def next_paragraphs(scene: Scene) -> list[Block]:
    """The next paragraphs below, a few blocks off at most; pictures and lines of the head between them are left out."""
    below = (scene.below(steps) for steps in range(1, LOOK_BELOW + 1))
    found = [block for block in below if block is not None]
    pairs = zip_longest(found, found[1:])
    return [block for block, after in pairs if kind_of(block) is Kind.PARAGRAPH and not _is_glued_credit(after)]


def _is_glued_credit(block: Block | None) -> bool:
    return block is not None and kind_of(block) is Kind.CREDIT and not block.gap


def _reads_as_a_deck(scene: Scene) -> bool:
    """Some words that are neither names behind a by-word nor the opening of the text."""
    text = scene.text
    if scene.kind not in (None, Kind.PARAGRAPH) or scene.below() is None:
        return False
    if text.count(" ") + 1 < LEAST_DECK_WORDS or (scene.kind is None and by_word(text, scene.language)):
        return False
    label, _, names = text.partition(": ")
    signed = is_signature(names, scene.language) and label.count(" ") < LEAST_DECK_WORDS
    return not signed and find_dateline(text, scene.language) is None
