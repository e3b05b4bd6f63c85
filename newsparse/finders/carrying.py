"""A quotation without a clause of its own -> why it belongs to the utterance before it. One ordered table."""

from collections.abc import Callable

from newsparse.finders.speech import Scene

MOST_WORDS_BEFORE = 2  # before speech that goes on: But “…”; Now, “…”

CarryingRule = Callable[[Scene], str | None]


def goes_on_from_the_paragraph_before(scene: Scene) -> str | None:
    """A quotation of several paragraphs opens again at each and closes once.

    Look-alike: a paragraph that opens a new quotation after one that was closed.
    """
    last = scene.last
    goes_on = scene.quotation.continues and last and last.quotation.paragraph == scene.quotation.paragraph - 1
    return "its paragraph opens the quotation again" if goes_on else None


def goes_on_in_the_paragraph(scene: Scene) -> str | None:
    """A sentence of nothing but speech goes on with the utterance before it: “…,” she said. “…”

    Look-alike: quoted words inside a sentence of the reporter's that follows.
    """
    near = scene.near
    if near is None or near.source is None or scene.at > MOST_WORDS_BEFORE or scene.in_sentence:
        return None
    opens = scene.opens_sentence or scene.left is None or scene.left.lower in scene.language.conjunctions
    if not opens or not scene.language.cues.isdisjoint(scene.sentence.words):
        return None
    return "it goes on with the piece before it"


def goes_on_with_a_participle(scene: Scene) -> str | None:
    """A sentence without a subject goes on with the speech before it: Lee called it vital. Adding, “…”

    Look-alike: “…,” said Lee. Adding to the noise, the crane broke down.
    """
    near, tokens = scene.near, scene.tokens
    if near is None or near.source is None or not 0 < scene.at <= MOST_WORDS_BEFORE:
        return None
    return "a participle without a subject" if tokens[0].lower in scene.language.participles else None


def goes_on_in_the_reported_mood(scene: Scene) -> str | None:
    """A sentence in the mood of reported speech goes on with the quotation before it: „…“, so Moe. Sie habe „genug“.

    Look-alike: a sentence in the indicative, which the reporter vouches for.
    """
    last, mood = scene.last, scene.language.reported_mood
    if last is None or last.source is None or last.quotation.paragraph < scene.quotation.paragraph - 1:
        return None
    return "the mood of reported speech goes on" if not mood.isdisjoint(scene.sentence.words) else None


def carried_from_the_paragraph_before(scene: Scene) -> str | None:
    """A paragraph of nothing but speech after a paragraph of speech is the same person's.

    Look-alike: a paragraph of speech after one that reports, where nobody is named.
    """
    last = scene.last
    if last is None or last.source is None or scene.quotation.open_at or not scene.sentence.is_speech:
        return None
    above = last.quotation.paragraph == scene.quotation.paragraph - 1
    ends_it = scene.before is not None and last.quotation.open_at >= scene.before.start
    return "a paragraph of speech after a paragraph of speech" if above and (last.kind == "direct" or ends_it) else None


# Asked after the clauses of the sentence, and when nothing else has spoken.
BESIDE: tuple[CarryingRule, ...] = (
    goes_on_from_the_paragraph_before,
    goes_on_in_the_paragraph,
    goes_on_with_a_participle,
    goes_on_in_the_reported_mood,
)
LAST: tuple[CarryingRule, ...] = (carried_from_the_paragraph_before,)
