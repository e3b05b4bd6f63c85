"""A verb that reports, and the words around it -> who is its subject."""

from newsparse.finders import verb_second
from newsparse.finders.clause_parts import (
    before_apposition,
    before_bracket,
    behind_adverbials,
    behind_dateline,
    first_named,
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
    if before.lower in language.infinitives:
        return subject_of_sentence(tokens, since, end - 1, language)
    if before.lower in language.conjunctions:
        return subject_of_sentence(tokens, since, end - 1, language)
    if before.text in COMMAS:
        return before_apposition(tokens, end - 1, language, since)
    if before.lower in language.relatives:
        end -= 1
        if end > since and tokens[end - 1].text == ",":
            end -= 1
        if end > since and tokens[end - 1].text == ")":
            end = before_bracket(tokens, end, since)
    return phrase_ending(tokens, end, language, since)


def subject_of_sentence(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the sentence names as its subject: a pronoun, a name, "the report".

    A phrase at the head that is no subject ("On Tuesday", "Asked about the port", "Hours later") is passed over.
    """
    if language.verb_second:
        return verb_second.subject_of_sentence(tokens, since, until, language)
    since = behind_dateline(tokens, since)
    return first_named(tokens, behind_adverbials(tokens, since, until, language), until, language)
