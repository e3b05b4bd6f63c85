"""A verb that reports, and the words around it -> who is its subject."""

from newsparse.finders import verb_second
from newsparse.finders.clause_parts import (
    before_apposition,
    before_bracket,
    behind_adverbials,
    behind_dateline,
    first_named,
    is_somebody,
    subject_behind,
    without_adverbs,
)
from newsparse.finders.phrases import Phrase, phrase_ending
from newsparse.finders.tokens import COMMAS, QUOTED, Token
from newsparse.language import Language


def subject_of(tokens: list[Token], verb: int, language: Language, within: tuple[int, int]) -> Phrase | None:
    """The subject of the verb at index ``verb``: before it, or behind it if inverted; ``within`` bounds its clause.

    Inverted is a verb that opens its clause and whose subject ends it: "…, said Ann Lee." A language whose verb comes
    second has its subject behind it wherever something else stands before it.
    """
    if language.verb_second:
        return verb_second.subject_of(tokens, verb, language, within)
    since, until = within
    before = without_adverbs(tokens, verb, language, since)
    opens = before <= since or tokens[before - 1].text in COMMAS or tokens[before - 1].text == QUOTED
    if opens and tokens[verb].lower not in language.cues_with_listener:
        behind = subject_behind(tokens, verb, language, until)
        if behind and _closes(tokens, behind.last):
            return behind
    return subject_before(tokens, verb, language, since)


def _closes(tokens: list[Token], last: int) -> bool:
    """Whether the clause ends there; in front of a quotation stands an object: called the plan “a folly”."""
    return last >= len(tokens) or (not tokens[last].is_word and tokens[last].text != QUOTED)


def subject_before(tokens: list[Token], verb: int, language: Language, since: int = 0) -> Phrase | None:
    """The subject that ends before the verb at index ``verb``; adverbs and appositions between them are passed over.

    A verb behind "and" shares the subject of the verb before it: "Ann Lee smiled and said".
    """
    end = without_adverbs(tokens, verb, language, since)
    if end <= since:
        return None
    before = tokens[end - 1]
    if before.lower in language.infinitives or before.lower in language.conjunctions:
        return subject_of_sentence(tokens, since, end - 1, language)
    if before.text == ")":
        return phrase_ending(tokens, before_bracket(tokens, end, since), language, since)
    if before.text in COMMAS:
        return _before_comma(tokens, end - 1, language, since)
    if before.lower in language.relatives:
        return phrase_ending(tokens, _behind_antecedent(tokens, end - 1, since), language, since)
    return _before_adverbials(tokens, end, language, since)


def _before_comma(tokens: list[Token], comma: int, language: Language, since: int) -> Phrase | None:
    """The subject before an apposition, or before a bracket: Ann Lee, the mayor, | said; Ann Lee (D-Okla.), | said."""
    if comma > since and tokens[comma - 1].text == ")":
        return phrase_ending(tokens, before_bracket(tokens, comma, since), language, since)
    return before_apposition(tokens, comma, language, since)


def _before_adverbials(tokens: list[Token], end: int, language: Language, since: int) -> Phrase | None:
    """The subject that ends before index ``end``, or before the when and where there: Ann Lee | in a note | said."""
    phrase = phrase_ending(tokens, end, language, since)
    if phrase is None or phrase.first - 1 <= since:
        return phrase
    if tokens[phrase.first - 1].lower not in language.adverbial_prepositions:
        return phrase
    found = subject_before(tokens, phrase.first - 1, language, since)
    return found if found and _may_be_a_subject(tokens, found, language) else None


def _behind_antecedent(tokens: list[Token], relative: int, since: int) -> int:
    """The index behind the noun that a relative pronoun goes on with: Ann Lee (D-Okla.), | who."""
    end = relative - 1 if relative > since and tokens[relative - 1].text == "," else relative
    return before_bracket(tokens, end, since) if end > since and tokens[end - 1].text == ")" else end


def _may_be_a_subject(tokens: list[Token], phrase: Phrase, language: Language) -> bool:
    """Whether a phrase before an adverbial is somebody, not the noun it belongs to: no comment | in a statement."""
    first = tokens[phrase.first].lower
    return first in language.pronouns or first in language.determiners or is_somebody(tokens, phrase, language)


def subject_of_sentence(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the sentence names as its subject: a pronoun, a name, "the report".

    A phrase at the head that is no subject ("On Tuesday", "Asked about the port", "Hours later") is passed over.
    """
    if language.verb_second:
        return verb_second.subject_of_sentence(tokens, since, until, language)
    since = behind_dateline(tokens, since)
    return first_named(tokens, behind_adverbials(tokens, since, until, language), until, language)
