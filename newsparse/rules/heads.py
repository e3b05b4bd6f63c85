"""Rules for the head of an article: headline, date line, bullets."""

from newsparse.finders.timestamps import find_timestamp, is_date_label
from newsparse.language import is_section
from newsparse.model import Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Role, Scene, ends_sentence
from newsparse.signs import NUMBERED_SIGN, bullet_sign

LEAST_NUMBERED = 4  # characters: "1. a"
LONGEST_BULLET = 350
LONGEST_LABEL = 60  # characters of the label of a summary
LEAST_DATE_LINE = 3  # characters: 3日前
LONGEST_DATE_LINE = 160  # characters: two dates with times and zones, glued together
LONGEST_WITH_FULL_STOP = 40  # characters of a date line that ends in a point ("a.m."); a sentence is longer
_SUMMARY = ("heads_the_bullets", "stands_under_a_bullet_label")
LONGEST_SIGNATURE = 30  # characters behind a dash that are a name, not an item of a list


@rule(Kind.TIMESTAMP, shortest=LEAST_DATE_LINE, longest=LONGEST_DATE_LINE)
def is_date_line(scene: Scene) -> str | None:
    """A short line with a full date and hardly a word besides says when the article was published or updated.

    Look-alikes: "On April 27, 1924, the first ferry left the harbour."; the last line of a post that the text shows.
    """
    stamp = find_timestamp(scene.text, scene.language)
    if stamp is None or _signs_a_post(scene.text):
        return None
    if len(scene.text) >= LONGEST_WITH_FULL_STOP and _is_a_sentence(scene):
        return None
    if stamp.is_relative:
        return "it gives a time that no date follows from"
    return f"it is the date {stamp.published or stamp.updated}"


def _signs_a_post(text: str) -> bool:
    """Whether a line says who wrote a post that the text shows, and when: "— Ann Lee (@annlee) May 3, 2024"."""
    return text[0] in "—–-" and "(@" in text


def _is_a_sentence(scene: Scene) -> bool:
    """Whether the line ends in a full stop that is no abbreviation's of a reading time: "4 Min."."""
    last = scene.text.rsplit(maxsplit=1)[-1]
    return ends_sentence(last) and last.rstrip(".").lower() not in scene.language.reading


@rule(Kind.TIMESTAMP)
def is_the_label_of_a_date(scene: Scene) -> str | None:
    """Pages break "Published:" and the date into two lines; the label alone belongs to the date line.

    Look-alike: a heading "Updated plan".
    """
    return "the label of a date line" if is_date_label(scene.text, scene.language) else None


@rule(Kind.BULLET)
def carries_a_bullet_sign(scene: Scene) -> str | None:
    """A line that opens with a bullet sign is an item of a list.

    Look-alikes: "— Ann Lee", a signature; "-40 degrees", a number; "– Vi kommer, sier han.", where a dash opens speech.
    """
    sign, dash = bullet_sign(scene.text), scene.text[0] in "–—"
    if not sign or (dash and (len(scene.text) < LONGEST_SIGNATURE or scene.language.dash_is_speech)):
        return None
    return f"it carries the sign {scene.text[:sign].strip()!r}"


@rule(Kind.HEADLINE)
def opens_the_page(scene: Scene) -> str | None:
    """The headline is the first line that is no furniture; on a page paste, the line that heads byline, date and text.

    Look-alike: a first paragraph with a dateline, or of several sentences.
    """
    if scene.at != scene.page.headline:
        return None
    return f"it heads the page: {scene.deciders}" if scene.deciders else "it heads the page"


@rule(Kind.METADATA, longest=LONGEST_LABEL)
def names_the_section(scene: Scene) -> str | None:
    """ "Politics", "World & Business": pages set the section above the headline; it is a label of the article.

    Look-alike: a headline of one word; the name of a section as a heading in a round-up.
    """
    above = scene.page.headline is not None and scene.at < scene.page.headline and scene.kind is None
    return "the name of a section above the headline" if above and is_section(scene.text) else None


@rule(Kind.METADATA, longest=LONGEST_LABEL)
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


@rule(Kind.BULLET, longest=LONGEST_BULLET)
def stands_under_a_bullet_label(scene: Scene) -> str | None:
    """Below "Key points" the summary's lines are bullets although a browser's copy drops their signs.

    They stand without a blank line between them, or are no sentences; the first gap before prose ends them.
    Look-alike: the first paragraph after the summary.
    """
    above, text = scene.above(), scene.text
    if above is None or above.verdict is None or above.verdict.rule not in _SUMMARY:
        return None
    if scene.role not in (None, Role.HEAD, Role.INSIDE) and not (scene.role is Role.PARAGRAPH and scene.page.has_gaps):
        return None
    if scene.kind in (Kind.BYLINE, Kind.TIMESTAMP):
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
    if scene.kind is Kind.BULLET and scene.block.hint is None and scene.is_in_body and scene.role is not Role.INSIDE:
        return "a bullet sign inside the body"
    return None


@rule(Kind.LIST_ITEM, shortest=LEAST_NUMBERED)
def is_a_numbered_item(scene: Scene) -> str | None:
    """Numbered lines right below each other are a list.

    Look-alike: "1) Informal trading plans" above prose, a heading.
    """
    if scene.kind not in (None, Kind.PARAGRAPH) or not NUMBERED_SIGN.match(scene.text):
        return None
    if scene.role not in (None, Role.PARAGRAPH):
        return None
    above, below = scene.above(), scene.below()
    after = above is not None and not scene.block.gap and NUMBERED_SIGN.match(above.text)
    before = below is not None and not below.gap and NUMBERED_SIGN.match(below.text)
    return "a number like the line next to it" if (after or before) and scene.is_in_body else None
