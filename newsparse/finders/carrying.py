"""A quotation without a clause of its own -> why it belongs to the utterance before it. One ordered table."""

from collections.abc import Callable

from newsparse.finders.speech import Surroundings

CarryingRule = Callable[[Surroundings], str | None]


def goes_on_from_the_paragraph_before(scene: Surroundings) -> str | None:
    """A quotation of several paragraphs opens again at each and closes once.

    Look-alike: a paragraph that opens a new quotation after one that was closed.
    """
    last = scene.last
    goes_on = scene.quotation.continues and last and last.quotation.paragraph == scene.quotation.paragraph - 1
    return "its paragraph opens the quotation again" if goes_on else None


def goes_on_behind_the_clause(scene: Surroundings) -> str | None:
    """Between two pieces of one sentence stands only their clause: “The dredger,” she went on, “leaves in March.”

    Look-alike: “It will do,” said Lee, adding that the plan was “sound”, with a clause of its own.
    """
    near = scene.near
    if near is None or near.cue is None or near.cue[0] != scene.quotation.paragraph or near.kind != "direct":
        return None
    if not scene.left:
        return None
    cues = [token for token in scene.left if token.lower in scene.language.cues]
    between = near.cue[1] >= near.quotation.close_at and len(cues) == 1 and cues[0].start == near.cue[1]
    open_sentence = scene.left[-1].text in ",—–" and all(token.text not in ".!?" for token in scene.left)
    return "only the clause stands between it and the piece before" if between and open_sentence else None


def goes_on_in_the_paragraph(scene: Surroundings) -> str | None:
    """A later piece of a paragraph goes on with the utterance before it: “…,” she said. “…”

    Look-alike: quoted words inside a sentence of the reporter's that follows.
    """
    near = scene.near
    return "it goes on with the piece before it" if near and near.kind == "direct" and scene.opens_sentence else None


def carried_from_the_paragraph_before(scene: Surroundings) -> str | None:
    """A paragraph of nothing but speech after a paragraph of speech is the same person's.

    Look-alike: a paragraph of speech after one that reports, where nobody is named.
    """
    last = scene.last
    if last is None or last.source is None or last.kind != "direct" or scene.quotation.open_at:
        return None
    below = last.quotation.paragraph == scene.quotation.paragraph - 1
    return "a paragraph of speech after a paragraph of speech" if below else None


# Asked before the clauses of the sentence, after them, and when nothing else has spoken.
FIRST: tuple[CarryingRule, ...] = (goes_on_from_the_paragraph_before, goes_on_behind_the_clause)
BESIDE: tuple[CarryingRule, ...] = (goes_on_in_the_paragraph,)
LAST: tuple[CarryingRule, ...] = (carried_from_the_paragraph_before,)
