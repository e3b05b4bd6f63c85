"""Words -> the noun phrases among them: where the name of a person or body, or a role, begins and ends."""

from typing import NamedTuple

from newsparse.finders.names import is_name_word
from newsparse.finders.tokens import Token
from newsparse.language import Language

MOST_SUBJECT_WORDS = 18
MOST_NOUN_WORDS = 6  # of a common noun with its adjectives: "a senior official of the port"
MOST_ADJECTIVES = 4  # before a role: "former deputy press secretary"


class Phrase(NamedTuple):
    """A noun phrase: tokens[first:last]."""

    first: int
    last: int


def is_noun_phrase(tokens: list[Token], first: int, last: int, language: Language) -> bool:
    """Whether the words can be somebody: an article, a name or a role among them, nothing that opens a clause."""
    opener = tokens[first]
    if opener.lower in language.cues_of_speech:
        return False
    if opener.lower in language.prepositions and opener.lower not in language.determiners:
        return False
    if opener.lower in language.noun_links and opener.lower not in language.determiners:
        return False
    openers = language.clause_openers - language.conjunctions
    if any(tokens[n].lower in openers for n in range(first, last)):
        return False
    return opener.lower in language.determiners or any(
        (is_name_word(tokens[n].text) and tokens[n].lower not in language.not_names)
        or tokens[n].lower in language.sources
        for n in range(first, last)
    )


def is_nobody(tokens: list[Token], phrase: Phrase, language: Language) -> bool:
    """Whether the words are no subject of speech: small words without an article that are no role and no plural."""
    words = tokens[phrase.first : phrase.last]
    if not language.plural_endings or words[0].lower in language.determiners or words[0].lower in language.pronouns:
        return False
    if any(is_name_word(word.text) or word.lower in language.sources for word in words):
        return False
    return not words[-1].lower.endswith(language.plural_endings)


def name_end(tokens: list[Token], first: int, last: int, language: Language) -> int:
    """Where the phrase that begins with or leads to a name ends: the first small word behind it that joins nothing."""
    named = False
    for n in range(first, last):
        word = tokens[n]
        if is_name_word(word.text):
            named = named or word.lower not in language.not_names
        elif named and not _joins(tokens, n, last, language) and not _leads_to_role(tokens, n, last, language):
            return n
    return last


def _leads_to_role(tokens: list[Token], n: int, last: int, language: Language) -> bool:
    """Whether a role follows within a few adjectives: the Republican | presidential | candidate."""
    for k, token in enumerate(tokens[n : min(n + MOST_ADJECTIVES, last)], n + 1):
        if token.lower in language.sources:
            return k == last or is_name_word(tokens[k].text) or tokens[k].lower in language.sources
        if (
            token.lower in language.noun_stops
            or token.lower in language.determiners
            or token.lower.endswith(language.adverb_endings)
        ):
            return False
    return False


def _joins(tokens: list[Token], n: int, last: int, language: Language) -> bool:
    """Whether a small word goes on with a name: "Ann Lee of Tulsa", "Lee and Moe", "Ludwig van Loon", a role."""
    word = tokens[n].lower
    if word in language.objects:
        return tokens[n - 1].lower in language.particles  # Ludwig van den Berg; Ada Moe | den Plan
    if word in language.sources:
        return True
    if word in language.particles and word not in language.determiners:
        return n + 1 < last and (is_name_word(tokens[n + 1].text) or tokens[n + 1].lower in language.particles)
    links = word in language.noun_links or word in language.conjunctions
    behind = n + 2 if n + 1 < last and tokens[n + 1].lower in language.determiners else n + 1
    while behind + 1 < last and _is_adjective(tokens[behind], language):
        behind += 1
    inside = _is_adjective(tokens[n], language) and not is_name_word(tokens[n - 1].text)
    return (links or inside or word in language.determiners) and behind < last and not tokens[behind].text[0].islower()


def _is_adjective(token: Token, language: Language) -> bool:
    """Whether it is a small word before a noun, where nouns have capitals: Vertreter der | deutschen | Häfen."""
    if not language.adjective_endings or not token.text[0].islower() or token.lower in language.noun_stops:
        return False
    return token.lower.endswith(language.adjective_endings)


def phrase_ending(tokens: list[Token], end: int, language: Language, since: int) -> Phrase | None:
    """The noun phrase whose last word stands before index ``end``."""
    if end <= since or not tokens[end - 1].is_word:
        return None
    head = tokens[end - 1]
    if head.lower in language.pronouns:
        return Phrase(end - 1, end)
    named = is_name_word(head.text)
    if head.lower in language.not_names or (head.lower in language.cues_of_speech and not named):
        return None
    first = _name_start(tokens, end, language, since) if named else noun_start(tokens, end, language, since)
    first = _with_its_head(tokens, first, language, since)
    return Phrase(first, end) if end - first <= MOST_SUBJECT_WORDS else None


def _name_start(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """Back over capitalised words, particles, roles, "of" and "and": "Secretary of State Ann Lee", "Lee and Moe"."""
    first = end - 1
    while first > since:
        token = tokens[first - 1]
        if not token.is_word:
            break
        lower = token.lower.rstrip(".")
        named = is_name_word(token.text) and lower not in language.not_names
        if named or lower in language.particles:
            first -= 1
        elif lower in language.sources:
            return noun_start(tokens, first, language, since)
        elif (token.lower in language.name_links or token.lower in language.conjunctions) and _is_inside_name(
            tokens, first - 1, language, since
        ):
            first -= 1
        else:
            break
    return first


def _is_inside_name(tokens: list[Token], n: int, language: Language, since: int) -> bool:
    """Whether the word before a link is a name or a role: "Secretary | of | State", "Ann Lee | and | Bo Moe"."""
    if n <= since or not tokens[n - 1].is_word:
        return False
    before = tokens[n - 1]
    named = is_name_word(before.text) and before.lower not in language.not_names
    return named or before.lower in language.sources


def noun_start(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """Back to the determiner of a common noun: "a senior official", or to the clause's start."""
    first = end - 1
    stops = language.noun_stops
    while first > since and end - first < MOST_NOUN_WORDS:
        token = tokens[first - 1]
        if not token.is_word or token.lower in stops:
            break
        first -= 1
        if token.lower in language.determiners:
            break
    return first


def _with_its_head(tokens: list[Token], first: int, language: Language, since: int) -> int:
    """ "a spokesman for Ann Lee", "Tom Reed of the Harbour Post": what stands before the preposition is the head."""
    while True:
        link = first - 1
        joins = tokens[link].lower in language.noun_links  # du is de and le
        if link > since and tokens[link].lower in language.determiners and not joins:
            link -= 1
        if link <= since or tokens[link].lower not in language.noun_links:
            return first
        noun = tokens[link - 1]
        if noun.is_word and noun.lower in language.sources:
            first = noun_start(tokens, link, language, since)
        elif tokens[link].lower in language.name_links and _is_inside_name(tokens, link, language, since):
            first = _name_start(tokens, link, language, since)
        else:
            return first


def speaker_in(tokens: list[Token], phrase: Phrase, language: Language) -> Phrase:
    """Whose the words are, where the phrase is a noun for them: die Antwort von | Ada Moe; else the phrase."""
    for n in range(phrase.first, phrase.last - 2):
        if tokens[n].lower in language.speech_nouns and tokens[n + 1].lower in language.agents:
            return Phrase(n + 2, phrase.last)
    return phrase


def is_part_of_name(token: Token, language: Language) -> bool:
    """Whether a word can stand in a name: a capital, and no word that only begins a sentence; or a particle."""
    return (is_name_word(token.text) and token.lower not in language.not_names) or token.lower in language.particles


def mention_of(tokens: list[Token], phrase: Phrase) -> tuple[int, int]:
    """The place of the phrase's words, a possessive ending left out: "the mayor’s answer" -> "the mayor"."""
    last = tokens[phrase.last - 1]
    return tokens[phrase.first].start, last.end - (2 if last.lower.endswith("'s") else 0)
