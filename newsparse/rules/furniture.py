"""Rules for what stands around an article: stock phrases, end marks, what is outside of it."""

from functools import cache

from newsparse.language import Language
from newsparse.model import BODY_KINDS, Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import OUTSIDE, Role, Scene

LONGEST_STOCK = 400  # characters: a paragraph of prose that happens to begin with a stock phrase is longer


MOST_OF_A_HEADLINE = 2  # times its length has a line that says the headline again, and little more
LONGEST_HEADLINE = 250  # characters
CLOSE_ABOVE = 6  # blocks above the headline in which its byline and picture may stand
CLOSE_BELOW = 4  # blocks below the text
_UNCLAIMED = (None, *BODY_KINDS, Kind.BULLET)
_OF_TEASERS = (Kind.BYLINE, Kind.CAPTION, Kind.CREDIT)  # a date is kept: many pages state it at the very top or end


@rule(Kind.BOILERPLATE)
def is_end_mark(scene: Scene) -> str | None:
    """A line that is nothing but an end mark ("###", "-30-", "ENDS") closes the text and is not part of it.

    Look-alike: a heading "The end of the line".
    """
    return f"it is the end mark {scene.text!r}" if scene.text.lower() in scene.language.end_marks else None


@rule(Kind.BOILERPLATE, longest=LONGEST_STOCK)
def is_stock_phrase(scene: Scene) -> str | None:
    """Share bars, promos, contact lines and copyright notices say the same on every page.

    They are known by their words (language data): the whole line ("Most Popular"), its head ("Sign up for …"), or
    words that no article uses ("all rights reserved"). Look-alike: "Share prices fell …", a sentence.
    """
    language, text = scene.language, scene.text.lower().strip(" :»›→|—–•*")
    if text in language.boilerplate_whole:
        return f"{scene.text!r} is a stock phrase"
    heads = _heads_by_letter(language).get(text[:1], ())
    if text.startswith(heads):
        head = next(head for head in heads if text.startswith(head))
        return f"it begins with the stock phrase {head!r}"
    for words in language.boilerplate_contains:
        if words in text:
            return f"it contains {words!r}"
    return None


@cache
def _heads_by_letter(language: Language) -> dict[str, tuple[str, ...]]:
    """The heads of stock phrases by their first letter, in their order: most texts begin like few of them, or none."""
    heads: dict[str, tuple[str, ...]] = {}
    for head in language.boilerplate_starts:
        heads[head[0]] = (*heads.get(head[0], ()), head)
    return heads


@rule(Kind.BOILERPLATE)
def has_no_words(scene: Scene) -> str | None:
    """A line of rules, arrows or other signs without a letter or digit is decoration.

    Look-alike: "…" never stands alone in prose, but "1984" may be a heading.
    """
    return None if any(map(str.isalnum, scene.text[:200])) else "it has no letter and no digit"


@rule(Kind.BOILERPLATE)
def stands_outside_the_article(scene: Scene) -> str | None:
    """On a page paste, what stands above the headline or below the last prose belongs to the page.

    So do pictures and bylines further off: they are those of teasers. Look-alike: on a text without menus and teasers,
    a short last paragraph.
    """
    if scene.role not in OUTSIDE or not (scene.kind in _UNCLAIMED or (scene.kind in _OF_TEASERS and _is_far(scene))):
        return None
    if scene.role is Role.BEFORE:
        return "it stands above the article"
    return "it stands below the article's last paragraph"


def _is_far(scene: Scene) -> bool:
    """Whether it stands so far off that a byline or picture is a teaser's; closer by it may be the article's own."""
    page = scene.page
    if scene.role is Role.AFTER:
        return scene.at - page.last > CLOSE_BELOW
    top = page.first if page.headline is None else page.headline
    return top - scene.at > CLOSE_ABOVE


@rule(Kind.BOILERPLATE, longest=LONGEST_HEADLINE)
def repeats_the_headline(scene: Scene) -> str | None:
    """Between headline and text the headline again, as a link or with a kicker glued on, is no deck.

    Look-alike: a deck that quotes the headline and goes on.
    """
    top = scene.page.headline
    if top is None or not top < scene.at < scene.page.first or scene.kind not in (None, Kind.PARAGRAPH):
        return None
    line, headline = _letters(scene.text), _letters(scene.blocks[top].text)
    again = len(line) < MOST_OF_A_HEADLINE * len(headline) and headline in line
    return "the headline again" if again else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


@rule(Kind.BOILERPLATE)
def stands_in_the_head(scene: Scene) -> str | None:
    """On a page paste, lines between headline and text are share bars, labels, and offers.

    Look-alike: the deck, which has been taken before this rule looks.
    """
    if scene.role is Role.HEAD and scene.kind in (None, Kind.PARAGRAPH):
        return f"between headline and text: {scene.deciders}"
    return None


@rule(Kind.BOILERPLATE)
def stands_among_the_text(scene: Scene) -> str | None:
    """On a page paste, teasers, offers and labels stand between the paragraphs of the article.

    Look-alike: a heading, and a short paragraph.
    """
    if scene.role is Role.INSIDE and scene.kind in (None, *BODY_KINDS, Kind.BULLET):
        return f"no part of the text around it: {scene.deciders}"
    return None
