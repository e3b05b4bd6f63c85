"""Rules for bylines: behind a by-word, beside the date, between headline and text, below the last paragraph."""

from collections.abc import Callable

from newsparse.finders.bylines import (
    LEAST_NAME,
    ends_with_by_word,
    find_byline,
    is_role,
    is_signature,
    read_names,
    speaks_of_the_page,
)
from newsparse.finders.credits import is_credit
from newsparse.finders.datelines import find_dateline
from newsparse.finders.names import has_first_name, is_caseless, is_full_name
from newsparse.language import Language
from newsparse.model import Block, Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene, ends_sentence, kind_of

LONGEST_BARE_NAMES = 120  # characters
LONGEST_NAME = 40  # characters
LONGEST_TITLED = 80  # characters of a name with a job and a house behind it
MOST_NAME_WORDS = 4
MOST_BARE_WORDS = 8  # of a name with its role or "7 hours" behind it
LONGEST_JOINER = 4  # characters
SIGNS_BETWEEN = 2  # lines that say nothing between a name and its date
NAME_BELOW = 14  # blocks below the headline in which an author stands: sections, share bars between
HEAD_IN_TEXT = 5  # blocks below the first paragraph in which the date may stand, and the reporter beside it
_SAYS_NOTHING = ("has_no_words", "is_a_reading_time")
LINES_BELOW_SIGNATURE = 2  # short lines that may stand below it: a section, an address


@rule(Kind.BYLINE, shortest=LEAST_NAME)
def opens_with_a_by_word(scene: Scene) -> str | None:
    """A line that opens with a by-word ("By", "Von", "Story by") and goes on with names says who wrote it.

    Look-alike: "By Monday the ferry was back.", which does not read as names.
    """
    byline = find_byline(scene.text, scene.language)
    if byline is None:
        return None
    return "a by-word and " + ", ".join(author.name for author in byline.authors)


@rule(Kind.BYLINE, longest=LONGEST_NAME)
def is_a_by_word_alone(scene: Scene) -> str | None:
    """Pages break "By" and the name into two lines; the by-word alone is the byline's head.

    Look-alike: "By and by", which is not a by-word.
    """
    return "a by-word alone" if scene.text.lower().rstrip(":. ") in scene.language.byline else None


@rule(Kind.BYLINE, longest=LONGEST_BARE_NAMES)
def stands_under_a_by_word(scene: Scene) -> str | None:
    """Pages break "By" (or "3 May 2024 by") and the name into two lines: what stands below names somebody.

    Look-alike: a sentence, or a paragraph, below a line that ends in such a word.
    """
    above, text = scene.above(), scene.text
    if above is None or scene.kind not in (None, Kind.PARAGRAPH):
        return None
    alone = above.verdict is not None and above.verdict.rule == "is_a_by_word_alone"
    broken = kind_of(above) is Kind.TIMESTAMP and ends_with_by_word(above.text, scene.language)
    if not (alone or broken):
        return None
    short = len(text) <= LONGEST_NAME and text.count(" ") < MOST_NAME_WORDS
    return "a name under a by-word" if short or read_names(text, scene.language) else None


@rule(Kind.BYLINE, shortest=LEAST_NAME, longest=LONGEST_BARE_NAMES)
def names_somebody_in_the_head(scene: Scene) -> str | None:
    """A bare name is a byline only beside the date or another, or right under headline or deck.

    Look-alike: a bare name as a heading in an interview.
    """
    if not _may_name(scene):
        return None
    above, text, language = scene.above(), scene.text, scene.language
    first, goes_on = read_names(text, language), kind_of(above) is Kind.BYLINE
    if not (first or goes_on) or _is_made_of_buttons(text, language):
        return None
    if goes_on and is_role(text, language):
        return "the role of the one named above"
    if not first or speaks_of_the_page(text, language) or (len(first) == 1 and text.count(" ") >= MOST_BARE_WORDS):
        return None  # a sentence that begins with a name
    if (
        not (goes_on or _is_beside_the_date_or_headline(scene))
        or not is_full_name(first[0].name, language)
        or find_dateline(text, language)
    ):
        return None
    return "a bare name in the head of the article"


def _is_made_of_buttons(text: str, language: Language) -> bool:
    """Whether every word is a stock phrase of its own, or the label of a date: "Twitter Facebook Email"."""
    words, labels = text.lower(), language.published | language.updated
    return words in labels or all(word in language.boilerplate_whole for word in words.split())


def _may_name(scene: Scene) -> bool:
    """Whether a line stands in the head and is no sentence; a name may have "7 hours" behind it, but no "2026"."""
    text = scene.text
    above_text = scene.at < scene.page.first or _is_near_the_date(scene)
    if scene.kind not in (None, Kind.PARAGRAPH) or not above_text:
        return False
    return not ends_sentence(text) and (text[-1].isalpha() or not any(map(str.isdigit, text)))


def _is_near_the_date(scene: Scene) -> bool:
    """Whether the date line stands right by, below the first paragraphs, as where a deck was taken for the text."""
    near = (scene.above(), scene.below(), scene.below(2))
    return scene.at < scene.page.first + HEAD_IN_TEXT and any(kind_of(block) is Kind.TIMESTAMP for block in near)


def _is_beside_the_date_or_headline(scene: Scene) -> bool:
    """Whether date, headline or deck stand right by; signs ("•") and reading times between them say nothing."""
    if scene.page.headline is None or scene.at < scene.page.headline:
        return False
    above, below = _next_with_words(scene, scene.above), _next_with_words(scene, scene.below)
    if below is not None and kind_of(below) is None and is_full_name(below.text, scene.language):
        below = scene.below(2)  # another name, and the date below that
    return kind_of(above) in (Kind.HEADLINE, Kind.DECK, Kind.TIMESTAMP) or kind_of(below) is Kind.TIMESTAMP


def _next_with_words(scene: Scene, look: Callable[[int], Block | None]) -> Block | None:
    near = (look(steps) for steps in range(1, SIGNS_BETWEEN + 2))
    return next((block for block in near if block is None or _rule_of(block) not in _SAYS_NOTHING), scene.block)


def _rule_of(block: Block | None) -> str:
    return block.verdict.rule if block and block.verdict else ""


@rule(Kind.BYLINE, longest=LONGEST_JOINER)
def stands_between_two_names(scene: Scene) -> str | None:
    """ "and" alone between a byline and a name: the page broke "Ann Lee and Bo Ray" into three lines.

    Look-alike: such a word elsewhere.
    """
    if scene.text.lower() not in scene.language.joiners:
        return None
    below = scene.below()
    if below is None or kind_of(scene.above()) is not Kind.BYLINE:
        return None
    return "it joins two names" if is_full_name(below.text, scene.language) else None


@rule(Kind.BYLINE)
def names_a_person_below_the_headline(scene: Scene) -> str | None:
    """On a page paste, a full name with a known first name between headline and text is the author's.

    Share bars and labels may part it from headline and date.

    Look-alikes: "Barack Obama" as the label of what the article is about; "Deep Dive", the label of a section.
    """
    page, top = scene.page, scene.page.headline
    if top is None or not top < scene.at < min(page.first, top + NAME_BELOW) or not _is_a_person_unspoken_of(scene):
        return None
    return "a person below the headline, of whom the text does not speak"


def _is_a_person_unspoken_of(scene: Scene) -> bool:
    if scene.kind is not None or len(scene.text) > LONGEST_TITLED:
        return False
    names = [author.name for author in read_names(scene.text.rstrip(" /|,"), scene.language)]
    return len(names) == 1 and has_first_name(names[0], scene.language) and not _is_spoken_of(names[0], scene)


def _is_spoken_of(name: str, scene: Scene) -> bool:
    """Whether the last name stands in the headline or in the text."""
    page, last = scene.page, name.rsplit(maxsplit=1)[-1]
    told = scene.blocks[page.first : page.last + 1]
    return any(last in block.text for block in told) or last in scene.blocks[page.headline or 0].text


@rule(Kind.BYLINE, shortest=LEAST_NAME, longest=LONGEST_NAME)
def names_somebody_above_the_picture(scene: Scene) -> str | None:
    """A bare name between the first paragraph, which is the deck, and a picture or the bullets is the byline.

    Look-alike: a person's name as the first heading of a portrait, with prose below it.
    """
    if scene.at != scene.page.first + 1 or scene.kind not in (None, Kind.PARAGRAPH):
        return None
    below, after = scene.below(), scene.below(2)
    glued = after is not None and not after.gap and kind_of(after) is Kind.CREDIT
    headed = below is not None and below.text.lower().strip(" :") in scene.language.bullet_headings
    under_deck = kind_of(scene.above()) is Kind.DECK
    pictured = kind_of(below) in (Kind.CAPTION, Kind.CREDIT, Kind.BULLET) or glued or headed or under_deck
    named = pictured and is_full_name(scene.text, scene.language) and not is_caseless(scene.text)
    return "a bare name between the deck and the text" if named else None


@rule(Kind.BYLINE, shortest=LEAST_NAME, longest=LONGEST_BARE_NAMES)
def signs_the_text(scene: Scene) -> str | None:
    """Where the head names nobody, a name, a desk or an agency alone below the last paragraph signs the text.

    Look-alike: the last line of a list; a name below an article with a byline, whose portrait begins there.
    """
    if scene.below(LINES_BELOW_SIGNATURE + 1) or scene.kind not in (None, Kind.PARAGRAPH) or scene.page.is_paste:
        return None
    above, below = scene.above(), scene.blocks[scene.at + 1 :]
    if any(len(block.text) > LONGEST_NAME for block in below):
        return None
    goes_on = above is not None and above.verdict is not None and above.verdict.rule == "signs_the_text"
    if above is None or not (goes_on or ends_sentence(above.text)) or not is_signature(scene.text, scene.language):
        return None
    named = not goes_on and any(kind_of(block) is Kind.BYLINE for block in scene.blocks)
    return None if named else "a name alone below the last paragraph"


@rule(Kind.BYLINE)
def names_an_agency_in_the_head(scene: Scene) -> str | None:
    """An agency ("AFP, PORT ALDER") or two names ("A/B") between headline and text wrote it: there is no picture.

    Look-alike: an agency's name under a caption.
    """
    if scene.kind is not Kind.CREDIT or not is_credit(scene.text, scene.language):
        return None
    page, above = scene.page, kind_of(scene.above())
    pair = above is not Kind.CAPTION and all(is_full_name(name, scene.language) for name in scene.text.split("/"))
    under = pair or above in (Kind.HEADLINE, Kind.DECK, Kind.TIMESTAMP)
    in_head = page.headline is not None and page.headline < scene.at < page.first
    return "names under the headline" if under and in_head else None
