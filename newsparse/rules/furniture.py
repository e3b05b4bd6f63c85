"""Rules for what stands around an article: stock phrases, end marks, what is outside of it."""

from newsparse.model import BODY_KINDS, Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene

LONGEST_STOCK = 400  # characters: a paragraph of prose that happens to begin with a stock phrase is longer


@rule(Kind.BOILERPLATE)
def is_end_mark(scene: Scene) -> str | None:
    """A line that is nothing but an end mark ("###", "-30-", "ENDS") closes the text and is not part of it.

    Look-alike: a heading "The end of the line".
    """
    return f"it is the end mark {scene.text!r}" if scene.text.lower() in scene.language.end_marks else None


@rule(Kind.BOILERPLATE)
def is_stock_phrase(scene: Scene) -> str | None:
    """Share bars, promos, contact lines and copyright notices say the same on every page.

    They are known by their words (language data): the whole line ("Most Popular"), its head ("Sign up for …"), or
    words that no article uses ("all rights reserved"). Look-alike: "Share prices fell …", a sentence.
    """
    text = scene.text.lower().strip(" :»›→|—–•*")
    if len(text) > LONGEST_STOCK:
        return None
    if text in scene.language.boilerplate_whole:
        return f"{scene.text!r} is a stock phrase"
    if text.startswith(scene.language.boilerplate_starts):
        head = next(head for head in scene.language.boilerplate_starts if text.startswith(head))
        return f"it begins with the stock phrase {head!r}"
    return next((f"it contains {words!r}" for words in scene.language.boilerplate_contains if words in text), None)


@rule(Kind.BOILERPLATE)
def has_no_words(scene: Scene) -> str | None:
    """A line of rules, arrows or other signs without a letter or digit is decoration.

    Look-alike: "…" never stands alone in prose, but "1984" may be a heading.
    """
    return None if any(map(str.isalnum, scene.text[:200])) else "it has no letter and no digit"


@rule(Kind.BOILERPLATE)
def stands_outside_the_article(scene: Scene) -> str | None:
    """On a page paste, what stands above the headline or below the last prose belongs to the page.

    Look-alike: on a text without menus and teasers, a short last paragraph.
    """
    page = scene.page
    if not page.is_paste or scene.kind not in (None, *BODY_KINDS, Kind.BULLET):
        return None
    top = page.headline if page.headline is not None else page.first
    if scene.at < top:
        return "it stands above the article"
    return "it stands below the article's last paragraph" if scene.at > page.last else None


@rule(Kind.BOILERPLATE)
def stands_in_the_head(scene: Scene) -> str | None:
    """On a page paste, short lines between headline and text are share bars and labels.

    Look-alike: the deck, which has been taken before this rule looks.
    """
    page = scene.page
    if page.is_paste and page.headline is not None and page.headline < scene.at < page.first and scene.kind is None:
        return "a short line between headline and text"
    return None
