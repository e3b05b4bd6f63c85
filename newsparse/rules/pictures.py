"""Rules for captions and credits."""

from newsparse.finders.credits import find_credit
from newsparse.model import Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene, ends_sentence, kind_of

LONGEST_CAPTION = 700  # characters; agencies' captions run to some 600
LONGEST_UNCREDITED = 350


@rule(Kind.CREDIT)
def is_a_credit_alone(scene: Scene) -> str | None:
    """A line that is a picture credit from end to end: "Photographer: Ann Lee/AFP via Getty Images".

    Look-alike: "Source: the ministry's own figures", too long or not names.
    """
    credit = find_credit(scene.text, scene.language) if len(scene.text) < 200 else None
    return f"it is the credit {credit.text!r}" if credit and credit.start == 0 else None


@rule(Kind.CAPTION)
def ends_with_a_credit(scene: Scene) -> str | None:
    """A short block that ends with a picture credit is a caption.

    Look-alike: a sentence that names an agency: "… , the minister told Reuters."
    """
    if len(scene.text) > LONGEST_CAPTION:
        return None
    credit = find_credit(scene.text, scene.language)
    return f"it ends with the credit {credit.text!r}" if credit and credit.start > 0 else None


@rule(Kind.CAPTION)
def opens_like_a_caption(scene: Scene) -> str | None:
    """Agencies open captions with set words: "FILE - …", "Pictured: …", "From left: …".

    Look-alike: "Pictured on the wall, the old mayor smiles", which has no mark behind the word.
    """
    if len(scene.text) > LONGEST_CAPTION:
        return None
    head = scene.text[:40].lower()
    if not head.startswith(scene.language.caption_openers):
        return None
    for opener in scene.language.caption_openers:
        if head.startswith(opener) and (opener[-1] in ":-–—)" or scene.text[len(opener) : len(opener) + 1] in ":,"):
            return f"it opens with {scene.text[: len(opener)]!r}"
    return None


@rule(Kind.CAPTION)
def stands_above_a_credit(scene: Scene) -> str | None:
    """The line above a credit that stands alone is its caption, when it is no paragraph of the text.

    A sentence counts only when no blank line parts it from the credit. Look-alike: the paragraph above a credit whose
    picture has no caption.
    """
    below = scene.below()
    if below is None or kind_of(below) is not Kind.CREDIT or scene.kind not in (None, Kind.PARAGRAPH):
        return None
    if len(scene.text) > LONGEST_UNCREDITED or scene.at == scene.page.headline:
        return None
    close = scene.page.has_gaps and not below.gap and scene.block.gap
    return "it stands above a credit" if not ends_sentence(scene.text) or close else None


@rule(Kind.CAPTION)
def stands_below_a_credit(scene: Scene) -> str | None:
    """Some pages set the credit first; the short line right below it, glued to it, is the caption.

    Look-alike: the paragraph after a picture, which a blank line parts from the credit.
    """
    above = scene.above()
    if above is None or above.verdict is None or above.verdict.kind is not Kind.CREDIT or scene.block.gap:
        return None
    if len(scene.text) > LONGEST_UNCREDITED or scene.kind not in (None, Kind.PARAGRAPH) or not scene.page.has_gaps:
        return None
    before = scene.above(2)
    alone = kind_of(before) is not Kind.CAPTION
    below = scene.below()
    return "it is glued to the credit above" if alone and (below is None or below.gap) else None
