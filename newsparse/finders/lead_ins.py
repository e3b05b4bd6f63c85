"""The words before a colon -> who speaks behind it."""

from newsparse.finders.phrases import Phrase, is_part_of_name, mention_of
from newsparse.finders.sentences import Sentence
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.subjects import subject_of_sentence
from newsparse.finders.tokens import DASHES, Token
from newsparse.language import Language

LEAST_NAME_WORDS = 2  # of a person that a lead-in ends with


def led_in_by_a_colon(scene: Scene) -> Clause | None:
    """A lead-in that ends in a colon and whose subject is somebody: Lee gave the plan a push on Tuesday: “…”; Lee: “…”.

    Look-alike: a label like "THE FACTS:", which names nobody.
    """
    return lead_in(scene.sentence, scene.at, scene.language) if scene.at > 1 else None


def lead_in(sentence: Sentence, until: int, language: Language) -> Clause | None:
    """The clause of the words before index ``until``, if they end in a colon."""
    tokens = sentence.tokens
    colon = until - 1
    if colon < 1 or tokens[colon].text != ":":
        return None
    phrase = (
        _name_before_colon(tokens, colon, language)
        or _origin_before_colon(tokens, colon, language)
        or subject_of_sentence(tokens, 0, colon, language)
    )
    if phrase is None:
        return None
    mention = mention_of(tokens, phrase)
    words = sentence.text[mention[0] : mention[1]]
    if words.isupper() and " " in sentence.text[tokens[0].start : tokens[colon].start].strip():
        return None  # THE FACTS: a label; a transcript's name stands alone
    return Clause(sentence.paragraph, mention, None, f"the lead-in that ends in a colon: {words!r}")


def _origin_before_colon(tokens: list[Token], colon: int, language: Language) -> Phrase | None:
    """The person that something comes from: Scharfe Kritik kam von | Ada Moe: „…“; a statement by Ann Lee: “…”."""
    first = colon
    while first and tokens[first - 1].is_word and is_part_of_name(tokens[first - 1], language):
        first -= 1
        if tokens[first].lower in language.agents:
            return Phrase(first + 1, colon) if colon - first > LEAST_NAME_WORDS else None
    is_name = colon - first >= LEAST_NAME_WORDS and first and tokens[first - 1].lower in language.agents
    return Phrase(first, colon) if is_name else None


def _name_before_colon(tokens: list[Token], colon: int, language: Language) -> Phrase | None:
    """The name that stands between a dash and the colon, or alone: Tolls to rise - Ann Lee: “…”."""
    first = colon
    while first and tokens[first - 1].is_word:
        first -= 1
    is_name = all(
        is_part_of_name(tokens[n], language) or (first < n and tokens[n].lower in language.conjunctions)
        for n in range(first, colon)
    )
    behind_dash = first and tokens[first - 1].text in DASHES
    return Phrase(first, colon) if first < colon and is_name and (behind_dash or first == 0) else None
