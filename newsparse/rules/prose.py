"""Rules for the body: paragraphs, headings, and what is left."""

from newsparse.model import Block, Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Role, Scene, is_prose, kind_of
from newsparse.signs import NUMBERED_SIGN

LONGEST_HEADING = 120  # characters
MOST_HEADING_WORDS = 16
LEAST_QUESTION_SPACES = 2  # "And then?" is speech, "Who pays for it?" may be a heading
LEAST_LEAD_IN_SPACES = 3  # of a line that leads a list in: "The council wants to help by:"
MOST_LINES_BELOW = 2  # a part, a chapter, the caption of a picture between them
_CLOSING_QUOTES = "\"'”»"
_NO_HEADING_END = ".,;:…!\"'”»"
_INNER_STOPS = ("? ", "! ", ". ")  # "Free, you say. Who pays, then?" is somebody speaking
_QUOTE_MARKS = "“”\"„«»‘「'"


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


@rule(Kind.HEADING, longest=LONGEST_HEADING)
def stands_alone_above_prose(scene: Scene) -> str | None:
    """A short line without a full stop, parted from its neighbours and followed by prose, is a heading.

    Look-alikes: an interview's question; a live blog's clock time; somebody's sentence between marks; a label like
    "THE FACTS:", or one that stands in the text again and again.
    """
    text, below = scene.text, scene.below()
    question = (
        scene.kind is Kind.PARAGRAPH
        and text[-1] in "?？"
        and text.count(" ") >= LEAST_QUESTION_SPACES
        and not any(stop in text for stop in _INNER_STOPS)
        and not scene.page.is_interview
    )
    if not (question or scene.kind is None) or below is None or not scene.is_in_body or scene.at > scene.page.last:
        return None
    spoken = text.lstrip("–— ") if scene.language.dash_is_speech else text
    if not _reads_as_a_heading(spoken) or (NUMBERED_SIGN.match(text) and not scene.block.gap):
        return None  # a number glued to the line above: an item, not a numbered heading
    if scene.page.has_gaps and not (scene.block.gap and below.gap):
        return None
    if below.text.startswith(f"{text} ") or text in scene.page.recurring:
        return None  # a name above the portrait that opens with it; "Image" above every picture
    if _is_text(below):
        return "a short line without a full stop above prose"
    return "a short line above another, and that above prose" if _heads_a_heading(scene) else None


def _reads_as_a_heading(text: str) -> bool:
    """Whether a line is short, has no end of its own, and is no address; it may end in a phrase that it quotes."""
    if not text or len(text) > LONGEST_HEADING or text.count(" ") + 1 > MOST_HEADING_WORDS:
        return False
    # A phrase alone between marks is a heading, too; with a stop inside of them it is somebody's sentence.
    ends_in_a_phrase = text[-1] in _CLOSING_QUOTES and text[-2:-1] not in _NO_HEADING_END + "?"
    if text[-1] in _NO_HEADING_END and not ends_in_a_phrase:
        return False
    if not text[0].isalnum() and text[0] not in _QUOTE_MARKS:
        return False
    address = " " not in text and ("@" in text or "." in text)
    return any(map(str.isalpha, text)) and not address


def _is_text(block: Block) -> bool:
    """Whether a block is text below a heading: prose, an item, a picture, or the words that lead a list in."""
    leads_in = block.text[-1] in ":：" and block.text.count(" ") >= LEAST_LEAD_IN_SPACES
    return leads_in or kind_of(block) in (Kind.PARAGRAPH, Kind.BULLET, Kind.CAPTION, Kind.CREDIT)


def _heads_a_heading(scene: Scene) -> bool:
    """Whether the line stands below text and above one more such line, or two, with text below: part and chapter."""
    above = kind_of(scene.above())
    if not scene.page.has_gaps or above in (None, Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.TIMESTAMP):
        return False
    for steps in range(1, MOST_LINES_BELOW + 1):
        line, below = scene.below(steps), scene.below(steps + 1)
        if line is None or below is None or kind_of(line) is not None or not (line.gap and below.gap):
            return False
        if not _reads_as_a_heading(line.text):
            return False
        if _is_text(below):
            return True
    return False


@rule(Kind.PARAGRAPH)
def belongs_to_the_text(scene: Scene) -> str | None:
    """What stands inside the article and is nothing else is text: an interview's question, a line of a poem.

    Look-alike: on a page paste, a line outside the article.
    """
    return "it stands in the text" if scene.kind is None else None
