"""Rules for the head of an article: headline, deck, byline, date line, bullets."""

from newsparse.finders.bylines import by_word, find_byline, read_names
from newsparse.finders.credits import agency_of
from newsparse.finders.datelines import find_dateline
from newsparse.finders.names import is_name
from newsparse.finders.timestamps import find_timestamp, is_date_label
from newsparse.model import Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene, ends_sentence, kind_of
from newsparse.signs import NUMBERED_SIGN, bullet_sign

LONGEST_DECK = 600  # characters; the longest standfirsts of some 120 publishers are about 500
LEAST_DECK_WORDS = 5
LONGEST_BULLET = 350
LONGEST_BARE_NAMES = 120  # characters
LONGEST_DATE_LINE = 160  # characters: two dates with times and zones, glued together
LONGEST_WITH_FULL_STOP = 40  # characters of a date line that ends in a point ("a.m."); a sentence is longer
LONGEST_SIGNATURE = 30  # characters behind a dash that are a name, not an item of a list


@rule(Kind.TIMESTAMP)
def is_date_line(scene: Scene) -> str | None:
    """A short line with a full date and hardly a word besides says when the article was published or updated.

    Look-alike: "On April 27, 1924, the first ferry left the harbour."
    """
    if len(scene.text) > LONGEST_DATE_LINE:
        return None
    stamp = find_timestamp(scene.text, scene.language)
    if stamp is None or (ends_sentence(scene.text[-2:]) and len(scene.text) >= LONGEST_WITH_FULL_STOP):
        return None
    if stamp.is_relative:
        return "it gives a time that no date follows from"
    return f"it is the date {stamp.published or stamp.updated}"


@rule(Kind.TIMESTAMP)
def is_the_label_of_a_date(scene: Scene) -> str | None:
    """Pages break "Published:" and the date into two lines; the label alone belongs to the date line.

    Look-alike: a heading "Updated plan".
    """
    return "the label of a date line" if is_date_label(scene.text, scene.language) else None


@rule(Kind.BYLINE)
def opens_with_a_by_word(scene: Scene) -> str | None:
    """A line that opens with a by-word ("By", "Von", "Story by") and goes on with names says who wrote it.

    Look-alike: "By Monday the ferry was back.", which does not read as names.
    """
    byline = find_byline(scene.text, scene.language)
    if byline is None:
        return None
    return "a by-word and " + ", ".join(author.name for author in byline.authors)


@rule(Kind.BYLINE)
def is_a_by_word_alone(scene: Scene) -> str | None:
    """Pages break "By" and the name into two lines; the by-word alone is the byline's head.

    Look-alike: "By and by", which is not a by-word.
    """
    return "a by-word alone" if scene.text.lower().rstrip(":. ") in scene.language.byline else None


@rule(Kind.BULLET)
def carries_a_bullet_sign(scene: Scene) -> str | None:
    """A line that opens with a bullet sign is an item of a list.

    Look-alike: "— Ann Lee", a signature; "-40 degrees", a number.
    """
    sign = bullet_sign(scene.text)
    if not sign or (scene.text[0] in "–—" and len(scene.text) < LONGEST_SIGNATURE):
        return None
    return f"it carries the sign {scene.text[:sign].strip()!r}"


@rule(Kind.HEADLINE)
def opens_the_page(scene: Scene) -> str | None:
    """The headline is the first line that is no furniture; on a page paste, the line that heads byline, date and text.

    Look-alike: a first paragraph with a dateline, or of several sentences.
    """
    return "it heads the page" if scene.at == scene.page.headline else None


@rule(Kind.METADATA)
def heads_the_bullets(scene: Scene) -> str | None:
    """ "Key points", "Story highlights": a known label of the summary below it, itself no part of the article.

    Look-alike: a heading "Highlights of the season" in the body.
    """
    label = scene.text.lower().strip(" :")
    return (
        f"the label {scene.text!r} stands above a summary"
        if label in scene.language.bullet_headings and scene.below()
        else None
    )


@rule(Kind.BULLET)
def stands_under_a_bullet_label(scene: Scene) -> str | None:
    """Below "Key points" the summary's lines are bullets although a browser's copy drops their signs.

    They stand without a blank line between them, or are no sentences; the first gap before prose ends them.
    Look-alike: the first paragraph after the summary.
    """
    above, text = scene.above(), scene.text
    if (
        above is None
        or above.verdict is None
        or len(text) > LONGEST_BULLET
        or scene.kind in (Kind.BYLINE, Kind.TIMESTAMP)
    ):
        return None
    if above.verdict.rule == "heads_the_bullets":
        return "it is the first line under the label of a summary"
    if above.verdict.rule == "stands_under_a_bullet_label" and scene.kind not in (Kind.CAPTION, Kind.CREDIT):
        below = scene.below()
        together = not scene.block.gap or (
            below is not None and not ends_sentence(text) and not ends_sentence(above.text)
        )
        return "it goes on with the summary" if together else None
    return None


@rule(Kind.LIST_ITEM)
def is_a_list_in_the_body(scene: Scene) -> str | None:
    """Bullets before the body sum the article up; after its first paragraph they are items of a list.

    Look-alike: bullets between headline and text.
    """
    if scene.kind is Kind.BULLET and scene.block.hint is None and scene.is_in_body:
        return "a bullet sign inside the body"
    return None


@rule(Kind.LIST_ITEM)
def is_a_numbered_item(scene: Scene) -> str | None:
    """Numbered lines right below each other are a list.

    Look-alike: "1) Informal trading plans" above prose, a heading.
    """
    if scene.kind not in (None, Kind.PARAGRAPH) or not NUMBERED_SIGN.match(scene.text):
        return None
    above, below = scene.above(), scene.below()
    after = above is not None and not scene.block.gap and NUMBERED_SIGN.match(above.text)
    before = below is not None and not below.gap and NUMBERED_SIGN.match(below.text)
    return "a number like the line next to it" if (after or before) and scene.is_in_body else None


@rule(Kind.BYLINE)
def names_somebody_in_the_head(scene: Scene) -> str | None:
    """A bare name is a byline only beside the date, or right under headline, deck or a by-word alone.

    Look-alike: a bare name as a heading in an interview.
    """
    if scene.kind not in (None, Kind.PARAGRAPH) or scene.at >= scene.page.first:
        return None
    if len(scene.text) > LONGEST_BARE_NAMES or ends_sentence(scene.text) or any(map(str.isdigit, scene.text)):
        return None
    above = scene.above()
    after_by = above is not None and above.verdict is not None and above.verdict.rule == "is_a_by_word_alone"
    if not after_by and not _is_beside_the_date_or_headline(scene):
        return None
    first = read_names(scene.text, scene.language)
    if after_by:
        return "a name under a by-word" if first else None
    if not first or not is_name(first[0].name, scene.language, least=2) or find_dateline(scene.text, scene.language):
        return None
    return "a bare name in the head of the article"


def _is_beside_the_date_or_headline(scene: Scene) -> bool:
    if scene.page.headline is None or scene.at < scene.page.headline:
        return False
    above = kind_of(scene.above())
    return above in (Kind.HEADLINE, Kind.DECK, Kind.TIMESTAMP) or kind_of(scene.below()) is Kind.TIMESTAMP


@rule(Kind.BYLINE)
def names_an_agency_in_the_head(scene: Scene) -> str | None:
    """An agency's name alone between headline and text says who wrote it; there is no picture for it to be credit of.

    Look-alike: an agency's name under a caption.
    """
    if scene.kind is not Kind.CREDIT or not agency_of(scene.text, scene.language):
        return None
    page = scene.page
    under = kind_of(scene.above()) in (Kind.HEADLINE, Kind.DECK, Kind.TIMESTAMP)
    in_head = page.headline is not None and page.headline < scene.at < page.first
    return "an agency's name under the headline" if under and in_head else None


@rule(Kind.DECK)
def stands_under_the_headline(scene: Scene) -> str | None:
    """The deck stands right under the headline: no sentence end, or byline, date or picture between it and the text.

    Look-alike: the first paragraph, which stands there when an article has no deck.
    """
    headline, text = scene.page.headline, scene.text
    if headline is None or not headline < scene.at < scene.page.first or not _reads_as_a_deck(scene):
        return None
    sentence = ends_sentence(text)
    if not sentence and kind_of(scene.above()) not in (Kind.HEADLINE, Kind.BYLINE, Kind.TIMESTAMP):
        return None
    if any(kind_of(scene.blocks[n]) is Kind.DECK for n in range(headline, scene.at)):
        return None
    if sentence:
        return "it stands between the headline and the byline or date"
    return "a line without a full stop between headline and text"


def _reads_as_a_deck(scene: Scene) -> bool:
    """Some words, and not too many, that are neither names behind a by-word nor the opening of the text."""
    text = scene.text
    if scene.kind not in (None, Kind.PARAGRAPH) or len(text) > LONGEST_DECK or scene.below() is None:
        return False
    if text.count(" ") + 1 < LEAST_DECK_WORDS or (scene.kind is None and by_word(text, scene.language)):
        return False
    return find_dateline(text, scene.language) is None
