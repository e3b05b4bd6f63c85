"""Rules for the body: paragraphs, headings, and what is left."""

from newsparse.model import Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Role, Scene, is_prose, kind_of
from newsparse.signs import NUMBERED_SIGN

LONGEST_HEADING = 120  # characters
MOST_HEADING_WORDS = 16
LEAST_QUESTION_SPACES = 2  # "And then?" is speech, "Who pays for it?" may be a heading
_NO_HEADING_END = ".,;:…!\"'”»"
_QUOTE_MARKS = '“”"„«»‘「'


@rule(Kind.PARAGRAPH)
def reads_as_prose(scene: Scene) -> str | None:
    """A block that ends like a sentence and has some words, or is long, is a paragraph.

    Look-alike: a headline without a full stop.
    """
    return f"prose of {len(scene.text)} characters" if is_prose(scene.text) else None


@rule(Kind.BLOCKQUOTE)
def carries_a_quote_sign(scene: Scene) -> str | None:
    """A line behind ">" is quoted, as in mail and Markdown.

    Look-alike: ">50 boats", a figure.
    """
    return "it stands behind the sign '>'" if scene.text.startswith("> ") else None


@rule(Kind.HEADING)
def heads_a_part_of_the_page(scene: Scene) -> str | None:
    """On a page paste, what heads a part of the text is told from teasers and labels by what stands around it.

    Look-alike: the headline of another article, set between two paragraphs.
    """
    if scene.role is Role.HEADING and scene.kind in (None, Kind.PARAGRAPH):
        return f"a heading in the text: {scene.deciders}"
    return None


@rule(Kind.PARAGRAPH)
def stands_in_the_text_of_the_page(scene: Scene) -> str | None:
    """On a page paste, what reads like the text around it belongs to it, be it short.

    Look-alike: a share bar's line between two paragraphs.
    """
    if scene.role is Role.PARAGRAPH and scene.kind in (None, Kind.PARAGRAPH):
        return f"text among text: {scene.deciders}"
    return None


@rule(Kind.HEADING)
def stands_alone_above_prose(scene: Scene) -> str | None:
    """A short line without a full stop, parted from its neighbours and followed by prose, is a heading.

    Look-alikes: an interview's question; a live blog's clock time; a one-line quotation; a label like "THE FACTS:".
    """
    text, below = scene.text, scene.below()
    question = (
        scene.kind is Kind.PARAGRAPH
        and text[-1] in "?？"
        and text.count(" ") >= LEAST_QUESTION_SPACES
        and not scene.page.is_interview
    )
    if not (question or scene.kind is None) or below is None or not scene.is_in_body or scene.at > scene.page.last:
        return None
    if len(text) > LONGEST_HEADING or text.count(" ") + 1 > MOST_HEADING_WORDS or text[-1] in _NO_HEADING_END:
        return None
    if not text[0].isalnum() and text[0] not in _QUOTE_MARKS:
        return None
    if NUMBERED_SIGN.match(text) and not scene.block.gap:
        return None  # glued to the line above: an item, not a numbered heading
    if not any(map(str.isalpha, text)) or (scene.page.has_gaps and not (scene.block.gap and below.gap)):
        return None
    followed = kind_of(below) in (Kind.PARAGRAPH, Kind.BULLET, Kind.CAPTION, Kind.CREDIT)
    return "a short line without a full stop above prose" if followed else None


@rule(Kind.PARAGRAPH)
def belongs_to_the_text(scene: Scene) -> str | None:
    """What stands inside the article and is nothing else is text: an interview's question, a line of a poem.

    Look-alike: on a page paste, a line outside the article.
    """
    return "it stands in the text" if scene.kind is None else None
