"""A verb that reports, and the words around it -> who is its subject."""

from typing import NamedTuple

from newsparse.finders.names import is_name_word
from newsparse.finders.tokens import Token
from newsparse.language import Language

MOST_SUBJECT_WORDS = 14
_COMMAS = frozenset({",", "—", "–", "--", "(", ")"})


class Phrase(NamedTuple):
    """A noun phrase: tokens[first:last]."""

    first: int
    last: int


def subject_before(tokens: list[Token], verb: int, language: Language, since: int = 0) -> Phrase | None:
    """The subject that ends before the verb at index ``verb``; adverbs and appositions between them are passed over."""
    end = verb
    while end > since and _is_adverb(tokens[end - 1], language):
        end -= 1
    if end <= since:
        return None
    if tokens[end - 1].text in _COMMAS:
        return _before_apposition(tokens, end - 1, language, since)
    if tokens[end - 1].lower in language.relatives:
        end -= 1
        if end > since and tokens[end - 1].text == ",":
            end -= 1
    return _phrase_ending(tokens, end, language, since)


def subject_opening(tokens: list[Token], since: int, verb: int, language: Language) -> Phrase | None:
    """The subject that opens a clause: "Tulsa Rep. Ann Lee (D-Okla.), a critic, told …" -> "Tulsa Rep. Ann Lee".

    It ends at the first comma or bracket, or at the verb and its adverbs; what opens a subordinate clause is none.
    """
    end = verb
    while end > since and _is_adverb(tokens[end - 1], language):
        end -= 1
    last = next((n for n in range(since, end) if not tokens[n].is_word), end)
    if last == since or last - since > MOST_SUBJECT_WORDS:
        return None
    opener = tokens[since]
    if opener.lower in language.conjunctions and last - since > 1:
        since += 1
        opener = tokens[since]
    if opener.lower in language.pronouns:
        return Phrase(since, since + 1) if last == since + 1 else None
    known = language.determiners | language.roles | language.group_speakers
    particle = opener.lower in language.particles and last > since + 1 and is_name_word(tokens[since + 1].text)
    named = is_name_word(opener.text) or opener.lower in known or particle
    subordinate = any(tokens[n].lower in language.clause_openers for n in range(since, last))
    return Phrase(since, last) if named and not subordinate else None


def subject_of_sentence(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the sentence names as its subject: a pronoun, a name, "the report".

    A phrase behind a preposition at the head ("On Tuesday", "In a letter to Ann Lee") is passed over up to its comma.
    """
    n = since
    if n < until and tokens[n].lower in language.prepositions:
        comma = next((k for k in range(n, until) if tokens[k].text == ","), None)
        n = comma + 1 if comma is not None else n
    while n < until:
        token = tokens[n]
        if token.lower in language.pronouns:
            return Phrase(n, n + 1)
        if token.is_word and is_name_word(token.text) and (token.lower not in language.not_names):
            last = n
            while (
                last < until
                and tokens[last].is_word
                and (
                    is_name_word(tokens[last].text)
                    or tokens[last].lower in language.particles | language.roles
                    or (tokens[last].lower == "of" and last + 1 < until and is_name_word(tokens[last + 1].text))
                )
            ):
                last += 1
            return Phrase(n, last)
        if token.lower.removesuffix("'s") in language.group_speakers | language.roles:
            return Phrase(n - 1 if n > since and tokens[n - 1].lower in language.determiners else n, n + 1)
        if token.lower in language.cues:
            return None
        n += 1
    return None


def _is_adverb(token: Token, language: Language) -> bool:
    return token.lower in language.auxiliaries or (
        token.lower.endswith(language.adverb_endings) and token.text[0].islower()
    )


def _before_apposition(tokens: list[Token], comma: int, language: Language, since: int) -> Phrase | None:
    """ "Ann Lee, a spokeswoman for the port, said": the phrase before the apposition that the comma closes.

    The apposition begins at the first comma behind a name or noun, looking from the start of the clause.
    """
    opens = [n for n in range(since, comma) if tokens[n].text in _COMMAS]
    for n in opens:
        phrase = _phrase_ending(tokens, n, language, since)
        if phrase and (is_name_word(tokens[phrase.last - 1].text) or tokens[phrase.last - 1].lower in language.roles):
            return phrase
    return _phrase_ending(tokens, comma, language, since) if not opens else None


def _phrase_ending(tokens: list[Token], end: int, language: Language, since: int) -> Phrase | None:
    if end <= since or not tokens[end - 1].is_word:
        return None
    head = tokens[end - 1]
    if head.lower in language.pronouns:
        return Phrase(end - 1, end)
    if head.lower in language.clause_openers or head.lower in language.cues_of_speech:
        return None
    first = (
        _name_start(tokens, end, language, since)
        if is_name_word(head.text)
        else _noun_start(tokens, end, language, since)
    )
    first = _with_its_head(tokens, first, language, since)
    return Phrase(first, end) if end - first <= MOST_SUBJECT_WORDS else None


def _name_start(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """Back over capitalised words, particles, roles and "of": "Secretary of State Ann Lee"."""
    first = end - 1
    while first > since:
        token = tokens[first - 1]
        lower = token.lower.rstrip(".")
        joined = is_name_word(token.text) and lower not in language.not_names
        role = lower in language.roles or lower in language.titles or lower in language.particles
        inner = (
            token.lower in ("of", "&")
            and first - 1 > since
            and tokens[first - 2].is_word
            and (is_name_word(tokens[first - 2].text) or tokens[first - 2].lower in language.roles)
        )
        if not (token.is_word and (joined or role or inner)):
            break
        first -= 1
    return first


def _noun_start(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """Back to the determiner of a common noun: "a senior official", or to the clause's start."""
    first = end - 1
    while first > since and end - first < 6:
        token = tokens[first - 1]
        if (
            not token.is_word
            or token.lower in language.clause_openers
            or token.lower in language.cues
            or token.lower in language.noun_links | language.prepositions
        ):
            break
        first -= 1
        if token.lower in language.determiners:
            break
    return first


def _with_its_head(tokens: list[Token], first: int, language: Language, since: int) -> int:
    """ "a spokesman for Ann Lee": what stands before the preposition is the head, and belongs to the phrase."""
    while first - 1 > since and tokens[first - 1].lower in language.noun_links:
        noun = tokens[first - 2]
        if not noun.is_word or noun.lower not in language.roles | language.group_speakers:
            break
        first = _noun_start(tokens, first - 1, language, since)
    return first


def subject_behind(tokens: list[Token], verb: int, language: Language, until: int) -> Phrase | None:
    """The subject that follows an inverted verb: "said Ann E. Lee, director of …"."""
    first = verb + 1
    while first < until and _is_adverb(tokens[first], language):
        first += 1
    last = first
    while last < until and last - first < MOST_SUBJECT_WORDS:
        token = tokens[last]
        if not token.is_word or (last > first and token.lower in language.clause_openers | language.after_subject):
            break
        last += 1
    if last == first:
        return None
    opener = tokens[first]
    if opener.lower in language.pronouns:
        return Phrase(first, first + 1)
    named = is_name_word(opener.text) or opener.lower in language.determiners or opener.lower in language.roles
    return Phrase(first, last) if named or opener.lower in language.group_speakers else None
