"""Rules for captions and credits."""

from newsparse.finders.bylines import by_word, read_names
from newsparse.finders.credits import LEAST_CREDIT, find_credit, is_credit
from newsparse.finders.names import is_full_name, is_name_word
from newsparse.language import Language
from newsparse.model import Block, Kind
from newsparse.rules.decks import has_a_deck, next_paragraphs
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene, ends_sentence, kind_of

LONGEST_ALONE = 200  # characters of a credit with its label
MOST_WORDS_ALONE = 20
LONGEST_CAPTION = 700  # characters; agencies' captions run to some 600
LONGEST_LABEL = 20  # characters of a label; two captions may be the same
MOST_OF_A_NAME = 0.6  # of a line that says who wrote the article are names
LONGEST_UNCREDITED = 350
LONGEST_SENTENCE = 200
SHORTER = 1.3
LEAST_CAPTION = 10  # characters of a line above a credit; "1 min" and "more" are labels of the page
LONGEST_TOP_CAPTION = 130  # characters of a caption without credit at the top of a text, where only its length tells it
LONGER = 3  # times its length has the paragraph below it
LONGEST_BARE_CREDIT = 60


@rule(Kind.CREDIT, shortest=LEAST_CREDIT)
def is_a_credit_alone(scene: Scene) -> str | None:
    """A line that is a picture credit from end to end: "Photographer: Ann Lee/AFP via Getty Images".

    Look-alike: "Source: the ministry's own figures", too long or not names.
    """
    short = len(scene.text) < LONGEST_ALONE and scene.text.count(" ") < MOST_WORDS_ALONE
    credit = find_credit(scene.text, scene.language) if short else None
    return f"it is the credit {credit.text!r}" if credit and credit.start == 0 else None


@rule(Kind.CAPTION, shortest=LEAST_CREDIT, longest=LONGEST_CAPTION)
def ends_with_a_credit(scene: Scene) -> str | None:
    """A short block that ends with a picture credit is a caption.

    Look-alike: a sentence that names an agency: "… , the minister told Reuters."
    """
    credit = find_credit(scene.text, scene.language)
    return f"it ends with the credit {credit.text!r}" if credit and credit.start > 0 else None


@rule(Kind.CAPTION, shortest=LEAST_CAPTION, longest=LONGEST_CAPTION)
def stands_above_a_credit(scene: Scene) -> str | None:
    """The line above a credit that stands alone is its caption, when it is no paragraph of the text.

    A sentence counts only when no blank line parts it from the credit, or the next paragraph is much longer.
    Look-alike: the paragraph above a credit whose picture has no caption.
    """
    below = scene.below()
    if below is None or kind_of(below) is not Kind.CREDIT or scene.kind not in (None, Kind.PARAGRAPH):
        return None
    if " " not in scene.text or _may_sign_the_head(scene, below) or _names_a_reporter(scene):
        return None
    if scene.page.has_gaps and below.gap and _is_glued_caption(scene.below(2)):
        return None
    close = scene.page.has_gaps and not below.gap and scene.block.gap
    if len(scene.text) > (LONGEST_CAPTION if close else LONGEST_UNCREDITED) or scene.at == scene.page.headline:
        return None
    fits = not ends_sentence(scene.text) or close or _is_one_apart(scene)
    return "it stands above a credit" if fits else None


def _is_glued_caption(after: Block | None) -> bool:
    """Whether the block behind a credit is glued to it and short: the caption, then, stands below."""
    return after is not None and not after.gap and len(after.text) <= LONGEST_UNCREDITED


def _is_one_apart(scene: Scene) -> bool:
    """Whether a block is a single sentence, shorter than the paragraph behind the credit."""
    after = scene.below(2)
    if after is None or kind_of(after) is not Kind.PARAGRAPH or len(scene.text) > LONGEST_SENTENCE:
        return False
    return ". " not in scene.text and len(after.text) > SHORTER * len(scene.text) and scene.is_in_body


def _may_sign_the_head(scene: Scene, credit: Block) -> bool:
    """Whether names without a label, parted from the line above, stand between headline and text: a byline."""
    top = scene.page.headline
    in_head = top is not None and top < scene.at < scene.page.first
    return in_head and credit.gap and is_credit(credit.text, scene.language)


def _names_a_reporter(scene: Scene) -> bool:
    """Whether a line between headline and text opens with a by-word, or reads as names and little more."""
    top, text = scene.page.headline, scene.text
    if top is None or not top < scene.at < scene.page.first or len(text) > LONGEST_UNCREDITED:
        return False
    if by_word(text, scene.language):
        return True
    names = [author.name for author in read_names(text, scene.language)]
    told = sum(map(len, names)) >= MOST_OF_A_NAME * len(text) and "(" not in text
    return told and all(is_full_name(name, scene.language) for name in names)


@rule(Kind.CAPTION, longest=LONGEST_UNCREDITED)
def stands_below_a_credit(scene: Scene) -> str | None:
    """Some pages set the credit first; the short line right below it, glued to it, is the caption.

    Look-alike: the paragraph after a picture, which a blank line parts from the credit.
    """
    above = scene.above()
    if above is None or above.verdict is None or above.verdict.kind is not Kind.CREDIT or scene.block.gap:
        return None
    if scene.kind not in (None, Kind.PARAGRAPH) or not scene.page.has_gaps:
        return None
    before = scene.above(2)
    alone = kind_of(before) is not Kind.CAPTION
    below = scene.below()
    return "it is glued to the credit above" if alone and (below is None or below.gap) else None


@rule(Kind.CAPTION)
def breaks_off_before_a_label(scene: Scene) -> str | None:
    """Pages break "… at noon (Image: Ann Lee)" into three lines: what breaks off at the bracket is the caption.

    Look-alike: prose that breaks off at a bracket, with no label below.
    """
    below = scene.below()
    if below is None or scene.text[-1] not in "(（" or scene.kind not in (None, Kind.PARAGRAPH):
        return None
    return "it breaks off before the label of a credit" if _is_label(below, scene.language) else None


@rule(Kind.CREDIT)
def is_the_label_of_a_credit(scene: Scene) -> str | None:
    """ "Image:" alone between a caption and a credit is the credit's label.

    Look-alike: such a word with a colon above prose.
    """
    fits = scene.kind is None and _is_label(scene.block, scene.language)
    between = kind_of(scene.above()) is Kind.CAPTION and kind_of(scene.below()) is Kind.CREDIT
    return "the label of the credit below" if fits and between else None


def _is_label(block: Block, language: Language) -> bool:
    return block.text[-1:] in ":：" and block.text[:-1].strip().lower() in language.credit_labels


@rule(Kind.CAPTION, longest=LONGEST_UNCREDITED)
def stands_above_a_bare_credit(scene: Scene) -> str | None:
    """Two short lines glued to each other inside the text, the lower one a name: a caption and its credit.

    Look-alikes: the first two of several lines of a list or a poem; a label above a teaser, again and again.
    """
    if len(scene.text) <= LONGEST_LABEL and scene.text in scene.page.recurring:
        return None
    below, after = scene.below(), scene.below(2)
    if scene.kind is not None or not scene.is_in_body or not scene.page.has_gaps or not scene.block.gap:
        return None
    if below is None or below.gap or kind_of(below) is not None or (after is not None and not after.gap):
        return None
    if is_full_name(scene.text, scene.language) and is_full_name(below.text, scene.language):
        return None  # two names sign the text
    named = len(below.text) <= LONGEST_BARE_CREDIT and all(map(is_name_word, below.text.split()))
    return "a line above a name that is glued to it" if named else None


@rule(Kind.CREDIT)
def is_a_bare_credit(scene: Scene) -> str | None:
    """The name glued to a caption from below is its credit, although no label says so.

    Look-alike: a name alone.
    """
    above = scene.above()
    glued = above is not None and above.verdict is not None and above.verdict.rule == "stands_above_a_bare_credit"
    return "a name glued to the caption above" if glued else None


@rule(Kind.CAPTION, longest=LONGEST_TOP_CAPTION)
def tops_the_text_below_a_deck(scene: Scene) -> str | None:
    """Where there is a deck, a short block between the head and a much longer paragraph captions the top picture.

    Look-alikes: the first paragraph of a report, about as long as the second; a short block where there is no deck.
    """
    if scene.kind not in (None, Kind.PARAGRAPH) or scene.page.is_paste:
        return None
    top = scene.page.headline
    in_head = top is not None and top < scene.at <= scene.page.first and scene.blocks[top].hint is None
    if not in_head or kind_of(scene.above()) not in (Kind.BYLINE, Kind.TIMESTAMP) or not has_a_deck(scene):
        return None
    below = scene.below()
    longer = below is not None and len(below.text) >= LONGER * len(scene.text)
    return "a short block between the head and a longer paragraph" if longer and next_paragraphs(scene) else None
