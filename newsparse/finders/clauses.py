"""Quoted words in their sentence -> a clause of speech, or a phrase of somebody's."""

from newsparse.finders.speech import Scene

FIRST_UNSPACED, LAST_UNSPACED = "\u3040", "\u9fff"  # kana and the signs of Chinese
MOST_UNSPACED = 10  # runs of signs in a text whose script writes no words apart: its spaces stand between sentences
LEAST_CLAUSE_WORDS = 4  # a run of fewer words inside somebody's sentence is a phrase, not a clause
MOST_OBJECT_WORDS = 9  # between a verb of naming and the words: called the plan to widen the port “…”


def length(words: str) -> int:
    """How many words, if they are few; two signs for one where a script writes none apart.

    >>> length("it will do"), length("港は開く")
    (3, 2)
    """
    spaced = words.count(" ") + 1
    if spaced > MOST_UNSPACED or words.isascii():
        return spaced
    unspaced = sum(FIRST_UNSPACED <= char <= LAST_UNSPACED for char in words[:200])
    return max(spaced, unspaced // 2)


def is_clause(scene: Scene) -> bool:
    """Direct speech, a clause or more, as against a few words inside the reporter's own sentence.

    Several sentences are; so is what begins and ends like a sentence where a sentence may begin, or goes on with the
    piece before it; behind a verb of speech some words that run up to a stop are enough.
    """
    words, quotation = scene.words, scene.quotation
    if quotation.continues or ". " in words or "! " in words or "? " in words:
        return True
    count = length(words)
    ended = words[-1] in ".!?…,—–-。" or scene.sentence.text[quotation.close_at : quotation.close_at + 1] in ",."
    first = next((char for char in words if char.isalnum()), "a")
    opens = scene.opens_sentence
    if opens and scene.left is None and count > 1 and not (first.isupper() or first.islower()):
        return True  # a script without capitals: a paragraph that begins with its quotation
    if opens and ended and not first.islower():
        return count > 1 or words[-1] in ".!?,"
    last = scene.in_sentence
    if opens and ended and last and last.kind == "direct" and words[-1] in ",.?!":
        return True
    if _is_all_that_is_said(scene, count) or _is_reported_clause(scene, count, ended=ended):
        return True
    after_cue = scene.left is not None and scene.left.lower in scene.language.before_speech
    return (opens or after_cue) and count >= LEAST_CLAUSE_WORDS and (ended or first.isupper())


def _is_all_that_is_said(scene: Scene, count: int) -> bool:
    """Whether the marks hold all that a verb reports: she yelled “Go home”; he called it “the best of news”."""
    left, language, tokens = scene.left, scene.language, scene.tokens
    if left is None:
        return False
    if left.lower in language.cues_of_speech and left.text[0].islower():
        return True
    if count < LEAST_CLAUSE_WORDS or left.lower in language.determiners:
        return False
    for n in range(scene.at - 1, max(-1, scene.at - 2 - MOST_OBJECT_WORDS), -1):
        if tokens[n].lower in language.cues_of_naming:
            return True
        if not tokens[n].is_word or tokens[n].lower in language.cues:
            return False
    return False


def _is_reported_clause(scene: Scene, count: int, *, ended: bool) -> bool:
    """Whether the words begin with a pronoun for a subject: Lee said that now “it will ruin the port.”"""
    if count < LEAST_CLAUSE_WORDS or not ended:
        return False
    first = scene.words.split(maxsplit=1)[0].lower().replace("’", "'")
    if first not in scene.language.pronouns:
        return False
    return not scene.language.cues_of_speech.isdisjoint(scene.sentence.words)
