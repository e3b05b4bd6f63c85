"""The subject of a verb in a language whose finite verb stands second: German, Dutch."""

from newsparse.finders.clause_parts import (
    before_apposition,
    before_bracket,
    behind_adverbials,
    behind_dateline,
    first_named,
    subject_behind,
    subject_opening,
    without_adverbs,
)
from newsparse.finders.phrases import Phrase, is_noun_phrase, phrase_ending
from newsparse.finders.tokens import QUOTED, Token
from newsparse.language import Language

MOST_OPENING_WORDS = 8  # of a subject that opens its sentence and reaches up to the verb


def subject_of(tokens: list[Token], verb: int, language: Language, within: tuple[int, int]) -> Phrase | None:
    """The subject in a language whose finite verb stands second, or last in a subordinate clause.

    Ada Moe hatte es betont; am Montag sagte Ada Moe; wie Ada Moe am Montag sagte.
    """
    since, until = within
    start = verb
    while start > since and tokens[start - 1].is_word:
        start -= 1
    opener = tokens[start]
    if opener.lower in language.clause_openers and opener.lower not in language.prepositions and start < verb:
        return subject_opening(tokens, start + 1, verb, language)
    if start < verb and opener.lower in language.conjunctions:
        start += 1
    finite = next((n for n in range(start, verb) if _is_finite(tokens[n], language)), verb)
    behind = subject_behind(tokens, finite, language, until)
    if finite == start:
        return _before_its_comma(tokens, start, language, since) or behind
    opening = Phrase(start, finite)
    if behind and (
        _opens_with_another(tokens, start, finite, language) or _is_person(tokens, behind, language, than=opening)
    ):
        return behind
    return _opening_subject(tokens, opening, language, since)


def _opening_subject(tokens: list[Token], opening: Phrase, language: Language, since: int) -> Phrase | None:
    """The subject among the words that stand before the finite verb."""
    start, finite = opening
    if tokens[start].lower in language.pronouns:
        return Phrase(start, start + 1)
    if tokens[finite - 1].lower in language.conjunctions:
        return subject_of_sentence(tokens, since, finite - 1, language)
    end = without_adverbs(tokens, finite, language, start)
    if end - start <= MOST_OPENING_WORDS and is_noun_phrase(tokens, start, end, language):
        return Phrase(start, end)
    return phrase_ending(tokens, finite, language, start)


def _before_its_comma(tokens: list[Token], verb: int, language: Language, since: int) -> Phrase | None:
    """The subject before the apposition or bracket before the verb: Ada Moe, die Leiterin, sagte; Moe (SPD) sagte.

    None where the comma ends a clause that opens the sentence: "Als sie kam, sagte Ada Moe".
    """
    if verb <= since or tokens[verb - 1].text not in (",", ")"):
        return None
    opener = tokens[since].lower
    if opener in language.clause_openers or opener in language.prepositions or tokens[since].text == QUOTED:
        return None
    if tokens[verb - 1].text == ")":
        return phrase_ending(tokens, before_bracket(tokens, verb, since), language, since)
    return before_apposition(tokens, verb - 1, language, since)


def _is_person(tokens: list[Token], phrase: Phrase, language: Language, *, than: Phrase) -> bool:
    """Whether the phrase has the word for a person or body and the other one has none: an object may stand first."""

    def names_a_source(words: list[Token]) -> bool:
        return any(word.lower.endswith(language.source_endings) for word in words)

    return names_a_source(tokens[phrase.first : phrase.last]) and not names_a_source(tokens[than.first : than.last])


def _is_finite(word: Token, language: Language) -> bool:
    """Whether the word can be the clause's finite verb: an auxiliary that is no adverb, or a verb that reports."""
    return word.text[0].islower() and (word.lower in language.finite_auxiliaries or word.lower in language.cues)


def _opens_with_another(tokens: list[Token], start: int, verb: int, language: Language) -> bool:
    """Whether a clause begins with something that cannot be its subject: "In Berlin", "Am Montag", "Dazu"."""
    opener = tokens[start]
    is_alone = verb <= start + 1
    return opener.lower in language.prepositions or (is_alone and opener.lower in language.sentence_adverbs)


def _behind_first_verb(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The subject behind the first verb: "In der Fraktion sprach | Ada Moe | von …"."""
    for n in range(since, until):
        word = tokens[n]
        is_verb = word.lower in language.cues or word.lower in language.auxiliaries
        if is_verb or (word.text[0].islower() and word.lower.endswith(language.verb_endings)):
            return subject_behind(tokens, n, language, until)
    return None


def subject_of_sentence(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the sentence names as its subject."""
    since = behind_dateline(tokens, since)
    if _opens_with_another(tokens, since, since + 1, language):
        return _behind_first_verb(tokens, since, until, language)
    return first_named(tokens, behind_adverbials(tokens, since, until, language), until, language)
