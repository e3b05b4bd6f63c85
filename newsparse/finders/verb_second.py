"""The subject of a verb in a language whose finite verb stands second: German, Dutch."""

from itertools import takewhile

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
from newsparse.finders.phrases import Phrase, is_noun_phrase, is_part_of_name, phrase_ending
from newsparse.finders.tokens import QUOTED, Token
from newsparse.language import Language

LEAST_NAME_WORDS = 2
MOST_OPENING_WORDS = 8  # of a subject that opens its sentence and reaches up to the verb


def subject_of(tokens: list[Token], verb: int, language: Language, within: tuple[int, int]) -> Phrase | None:
    """The subject in a language whose finite verb stands second, or last in a subordinate clause.

    Ada Moe hatte es betont; am Montag sagte Ada Moe; den Plan nannte sie; wie Ada Moe am Montag sagte.
    """
    since, until = within
    start = _clause_start(tokens, verb, language, since)
    opener = tokens[start]
    if opener.lower in language.clause_openers and opener.lower not in language.prepositions and start < verb:
        return subject_opening(tokens, start + 1, verb, language)
    if start < verb and opener.lower in language.conjunctions:
        start += 1
    finite = next((n for n in range(start, verb) if is_finite(tokens[n], language)), verb)
    agent = _agent(tokens, Phrase(finite, until), language)
    if agent and tokens[verb].lower not in language.cues_of_citing:
        return agent
    behind = nominative_behind(tokens, finite, language, until)
    if finite == start:
        return _before_its_comma(tokens, start, language, since) or behind
    opening = Phrase(start, finite)
    if behind and _stands_behind(tokens, opening, behind, language):
        return behind
    return _opening_subject(tokens, opening, language, since)


def _agent(tokens: list[Token], within: Phrase, language: Language) -> Phrase | None:
    """Who does what is done in the passive voice: wird von Ada Moe als „Irrtum“ bezeichnet."""
    finite, until = within
    if tokens[finite].lower not in language.passives:
        return None
    for n in range(finite + 1, min(until, finite + MOST_OPENING_WORDS)):
        if tokens[n].lower in language.agents:
            return subject_behind(tokens, n, language, until)
    return None


def _clause_start(tokens: list[Token], verb: int, language: Language, since: int) -> int:
    """The index where the words up to the verb begin; a name in marks is one of them: die „Küstenpost“ zitierte."""
    start = verb
    while start > since:
        before = tokens[start - 1]
        in_marks = before.text == QUOTED and start - 1 > since and tokens[start - 2].lower in language.determiners
        if not (before.is_word or in_marks):
            break
        start -= 1
    return start


def _stands_behind(tokens: list[Token], opening: Phrase, behind: Phrase, language: Language) -> bool:
    """Whether the phrase behind the verb is its subject, not what opens the clause."""
    first, finite = opening
    if tokens[first].lower in language.pronouns and finite == first + 1:
        return False
    if _opens_with_another(tokens, first, finite, language) or is_oblique(tokens, first, language):
        return True
    return tokens[behind.first].lower in language.subject_pronouns or _is_person(tokens, behind, language, than=opening)


def nominative_behind(tokens: list[Token], verb: int, language: Language, until: int) -> Phrase | None:
    """The subject behind the verb; an object that stands there is none: "warf dem Minister vor"."""
    phrase = subject_behind(tokens, verb, language, until)
    return None if phrase and is_oblique(tokens, phrase.first, language) else phrase


def is_oblique(tokens: list[Token], first: int, language: Language) -> bool:
    """Whether a phrase has the article of an object: "dem Minister", "einen Fehler", "der kleinen Zeitung"."""
    word = tokens[first].lower
    if word in language.oblique:
        return True
    ending = language.oblique_adjectives.get(word)
    if ending is None or first + 1 >= len(tokens):
        return False
    adjective = tokens[first + 1]
    return adjective.text[0].islower() and adjective.lower.endswith(ending)


def _opening_subject(tokens: list[Token], opening: Phrase, language: Language, since: int) -> Phrase | None:
    """The subject among the words that stand before the finite verb."""
    start, finite = opening
    if tokens[start].lower in language.pronouns:
        return Phrase(start, start + 1)
    if finite == start + 1 and tokens[start].lower in language.sentence_adverbs:
        return None
    if tokens[finite - 1].lower in language.conjunctions:
        return subject_of_sentence(tokens, since, finite - 1, language)
    end = without_adverbs(tokens, finite, language, start)
    if end - start <= MOST_OPENING_WORDS and is_noun_phrase(tokens, start, end, language):
        return None if is_oblique(tokens, start, language) else Phrase(start, end)
    phrase = phrase_ending(tokens, finite, language, start)
    return None if phrase and _is_governed(tokens, phrase, language, since) else phrase


def _is_governed(tokens: list[Token], phrase: Phrase, language: Language, since: int) -> bool:
    """Whether a preposition stands before the phrase: mit | den Worten."""
    before = phrase.first - 1
    return is_oblique(tokens, phrase.first, language) or (
        before >= since and tokens[before].lower in language.prepositions
    )


def _before_its_comma(tokens: list[Token], verb: int, language: Language, since: int) -> Phrase | None:
    """The subject before the apposition or bracket before the verb: Ada Moe, die Leiterin, sagte; Moe (SPD) sagte.

    None where the comma ends a clause that opens the sentence: "Als sie kam, sagte Ada Moe".
    """
    if verb <= since or tokens[verb - 1].text not in (",", ")"):
        return None
    opener = tokens[since].lower
    ends_a_clause = language.capital_nouns and tokens[verb - 2].text[0].islower()
    if ends_a_clause and not _opens_with_a_name(tokens, since, language):
        return None  # Danach gefragt, antwortete Ada Moe
    if opener in language.clause_openers or opener in language.prepositions or tokens[since].text == QUOTED:
        return None
    if tokens[verb - 1].text == ")":
        return phrase_ending(tokens, before_bracket(tokens, verb, since), language, since)
    return before_apposition(tokens, verb - 1, language, since)


def _opens_with_a_name(tokens: list[Token], since: int, language: Language) -> bool:
    """Whether a name and its comma open the clause: Ada Moe, | deren Kutter sank, sagte."""
    last = since
    while last < len(tokens) and tokens[last].is_word and is_part_of_name(tokens[last], language):
        last += 1
    return last - since >= LEAST_NAME_WORDS and last < len(tokens) and tokens[last].text == ","


def _is_person(tokens: list[Token], phrase: Phrase, language: Language, *, than: Phrase) -> bool:
    """Whether the phrase is a word for a person or body and the other one has none: an object may stand first."""

    def names_a_source(words: list[Token]) -> bool:
        return any(word.lower.endswith(language.source_endings) for word in words)

    head = list(takewhile(lambda word: not _belongs(word, language), tokens[phrase.first + 1 : phrase.last]))
    return names_a_source([tokens[phrase.first], *head]) and not names_a_source(tokens[than.first : than.last])


def _belongs(word: Token, language: Language) -> bool:
    """Whether the word leads to what belongs to a noun: die Aussage | der Gewerkschaft."""
    return word.lower in language.determiners or word.lower in language.noun_links


def is_finite(word: Token, language: Language) -> bool:
    """Whether the word can be the clause's finite verb: an auxiliary that is no adverb, or a verb that reports."""
    return word.text[0].islower() and (word.lower in language.finite_auxiliaries or word.lower in language.cues)


def _opens_with_another(tokens: list[Token], start: int, verb: int, language: Language) -> bool:
    """Whether a clause begins with something that cannot be its subject: "In Berlin", "Am Montag", "Dazu"."""
    opener = tokens[start]
    is_alone = verb <= start + 1
    return opener.lower in language.prepositions or (is_alone and opener.lower in language.sentence_adverbs)


def subject_of_sentence(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the sentence names as its subject."""
    since = behind_dateline(tokens, since)
    main = _behind_subordinate(tokens, since, until, language)
    if main:
        return nominative_behind(tokens, main, language, until)
    if _opens_with_another(tokens, since, since + 1, language) or is_oblique(tokens, since, language):
        return _behind_first_verb(tokens, since, until, language)
    return first_named(tokens, behind_adverbials(tokens, since, until, language), until, language)


def _behind_subordinate(tokens: list[Token], since: int, until: int, language: Language) -> int | None:
    """The index of the verb behind a clause that opens the sentence: Als sie kam, | sagte | Ada Moe."""
    if tokens[since].lower not in language.clause_openers:
        return None
    comma = next((n for n in range(since + 2, until) if tokens[n].text == ","), until)
    if comma + 1 >= until or not tokens[comma - 1].text[0].islower() or not tokens[comma + 1].text[0].islower():
        return None
    return comma + 1


def _behind_first_verb(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The subject behind the first verb: "In der Fraktion sprach | Ada Moe | von …"."""
    for n in range(since, until):
        if _may_be_finite(tokens, n, since, language):
            phrase = nominative_behind(tokens, n, language, until)
            if phrase:
                return phrase
    return None


def _may_be_finite(tokens: list[Token], n: int, since: int, language: Language) -> bool:
    """Whether the word can be the verb in the second place: it is known, looks so, or stands right behind the first."""
    word = tokens[n]
    if not word.text[0].islower():
        return False
    if word.lower in language.cues or word.lower in language.auxiliaries or word.lower.endswith(language.verb_endings):
        return True
    if n == since or word.lower in language.noun_stops or word.lower in language.determiners:
        return False
    behind_adverb = n == since + 1 and tokens[since].lower in language.sentence_adverbs
    return behind_adverb or (language.capital_nouns and tokens[n - 1].is_word and tokens[n - 1].text[0].isupper())
