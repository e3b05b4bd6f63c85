"""Words of a clause -> its parts around the verb: the subject behind it or at the head, what stands in between."""

from newsparse.finders.names import is_name_word
from newsparse.finders.phrases import (
    MOST_SUBJECT_WORDS,
    Phrase,
    is_noun_phrase,
    is_part_of_name,
    name_end,
    noun_start,
    phrase_ending,
)
from newsparse.finders.tokens import COMMAS, DASHES, QUOTED, Token
from newsparse.language import Language

A_PERSON = "mf1"  # kinds of pronoun that can stand behind their verb
MOST_HEAD_WORDS = 5
LEAST_PLACE, MOST_DATELINE_WORDS = 3, 9


def subject_behind(tokens: list[Token], verb: int, language: Language, until: int) -> Phrase | None:
    """The subject that follows an inverted verb: "said Ann E. Lee, director of …", "said former Gov. Bo Moe"."""
    first = _behind_asides(tokens, verb + 1, language, until)
    last = first
    while last < until and last - first < MOST_SUBJECT_WORDS:
        token = tokens[last]
        if not token.is_word or (last > first and token.lower in language.ends_subject):
            break
        last += 1
    if last == first:
        return None
    if last == until < len(tokens) and tokens[last].text == QUOTED and tokens[last - 1].lower in language.articles:
        return Phrase(first, last + 1)  # schreibt die „Küstenpost“
    is_article = last - first > 1 and tokens[first].lower in language.determiners  # het ministerie
    if tokens[first].lower in language.pronouns and not is_article:
        return Phrase(first, first + 1) if language.pronouns[tokens[first].lower] in A_PERSON else None
    last = name_end(tokens, first, last, language)
    return Phrase(first, last) if is_noun_phrase(tokens, first, last, language) else None


def _behind_asides(tokens: list[Token], first: int, language: Language, until: int) -> int:
    """The index behind the adverbs and asides that part a verb from its subject: regrette | de son côté | Ann Lee."""
    first = _behind_inserted_adverb(tokens, first, language, until)
    while first < until:
        aside = next(
            (words for words in language.asides.get(tokens[first].lower, ()) if _stand_at(tokens, first, words)), ()
        )
        if not aside and not is_adverb(tokens[first], language):
            break
        first += len(aside) or 1
    return first


def _behind_inserted_adverb(tokens: list[Token], first: int, language: Language, until: int) -> int:
    """The index behind an adverb between commas: a lancé, | mardi, | le directeur."""
    if first + 2 < until and tokens[first].text == tokens[first + 2].text == ",":
        word = tokens[first + 1].lower
        if word in language.sentence_adverbs or word in language.ends_subject:
            return first + 3
    return first


def _stand_at(tokens: list[Token], first: int, words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in tokens[first : first + len(words)]) == words


def subject_opening(tokens: list[Token], since: int, verb: int, language: Language) -> Phrase | None:
    """The subject that opens a clause: "Tulsa Rep. Ann Lee (D-Okla.), a critic, told …" -> "Tulsa Rep. Ann Lee".

    It ends at the first comma or bracket, behind a name at the first small word that joins nothing, or at the verb;
    what opens a subordinate clause or an adverbial is none.
    """
    end = without_adverbs(tokens, verb, language, since)
    last = next((n for n in range(since, end) if not tokens[n].is_word), end)
    if last - since > 1 and tokens[since].lower in language.conjunctions:
        since += 1
    if last <= since or last - since > MOST_SUBJECT_WORDS:
        return None
    if tokens[since].lower in language.pronouns:
        return Phrase(since, since + 1)
    if _opens_no_subject(tokens, since, last, language):
        return None
    last = name_end(tokens, since, last, language)
    return Phrase(since, last) if is_noun_phrase(tokens, since, last, language) else None


def _opens_no_subject(tokens: list[Token], since: int, last: int, language: Language) -> bool:
    """Whether the words are an article alone, or begin with a participle and its object: citing a report."""
    opener = tokens[since]
    if last - since == 1:
        return opener.lower in language.noun_openers
    after = tokens[since + 1].lower
    goes_on = after in language.determiners or after in language.prepositions or after in language.pronouns
    return goes_on and opener.lower.endswith(language.participle_endings) and opener.text[0].islower()


def before_apposition(tokens: list[Token], comma: int, language: Language, since: int) -> Phrase | None:
    """ "Ann Lee, a spokeswoman for the port, said": the phrase before the apposition that the comma closes.

    The apposition begins at the first comma behind a name or noun, looking from the start of the clause.
    """
    since = behind_adverbials(tokens, since, comma, language)
    opens = [n for n in range(since, comma) if tokens[n].text in COMMAS]
    for n in opens:
        phrase = phrase_ending(tokens, n, language, since)
        if phrase and is_somebody(tokens, phrase, language):
            return phrase
    return phrase_ending(tokens, comma, language, since) if not opens else None


def is_somebody(tokens: list[Token], phrase: Phrase, language: Language) -> bool:
    """Whether a phrase ends in a name, or has a word for a person or body: le directeur du port."""
    return is_name_word(tokens[phrase.last - 1].text) or any(
        tokens[n].lower in language.sources for n in range(phrase.first, phrase.last)
    )


def before_bracket(tokens: list[Token], end: int, since: int) -> int:
    """The index before the bracket that closes at ``end``: "Ann Lee (D-Okla.)" -> behind "Lee"."""
    return next((n for n in range(end - 1, since, -1) if tokens[n].text == "("), end)


def first_named(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the words name: a pronoun, a name, "the report"; none behind a verb of speech."""
    opening = _noun_at_the_head(tokens, since, until, language)
    if opening:
        return opening
    for n in range(since, until):
        token = tokens[n]
        if token.lower in language.pronouns:
            return Phrase(n, n + 1)
        if token.is_word and is_name_word(token.text) and token.lower not in language.not_names:
            return Phrase(n, name_end(tokens, n, _chunk_end(tokens, n, until, language), language))
        if token.lower.removesuffix("'s") in language.sources:
            last = name_end(tokens, n, _chunk_end(tokens, n, until, language), language)
            named = n + 1 < last and is_part_of_name(tokens[n + 1], language)  # La sindaca | Ada Moe; a note Monday
            return Phrase(noun_start(tokens, n + 1, language, since), last if named else n + 1)
        if token.lower in language.cues:
            return None
    return None


def _noun_at_the_head(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """A noun behind its article and before its verb: The town released a statement. No name, no role."""
    if since >= until or tokens[since].lower not in language.noun_openers:
        return None
    for n in range(since + 2, min(since + MOST_HEAD_WORDS, until)):
        word, before = tokens[n], tokens[n - 1]
        if not word.is_word or is_name_word(before.text) or before.lower in language.sources:
            return None
        if word.lower in language.prepositions or word.lower in language.sentence_adverbs:
            return None
        if word.lower in language.auxiliaries or word.lower.endswith(language.participle_endings):
            return Phrase(since, n)
    return None


def behind_dateline(tokens: list[Token], since: int) -> int:
    """The index behind "WASHINGTON (AP) —", where the sentence begins with that."""
    if since >= len(tokens) or not tokens[since].text.isupper() or len(tokens[since].text) < LEAST_PLACE:
        return since
    head = range(since, min(since + MOST_DATELINE_WORDS, len(tokens)))
    return next((n + 1 for n in head if tokens[n].text in DASHES), since)


def behind_adverbials(tokens: list[Token], since: int, until: int, language: Language) -> int:
    """The index where the sentence proper begins: behind the comma of an opening that has no subject of its own."""
    n = since
    while n < until:
        word = tokens[n]
        if word.lower in language.conjunctions and n + 1 < until:
            n += 1
            continue
        opens = (
            word.lower in language.prepositions
            or word.lower in language.clause_openers
            or word.lower in language.sentence_adverbs
            or (word.lower.endswith(language.participle_endings) and len(word.text) > 4 and n == since)
            or word.lower.endswith(language.adverb_endings)
        )
        comma = next((k + 1 for k in range(n, until) if tokens[k].text == ","), None) if opens else None
        if comma is None:
            return n
        n = comma
    return since


def _chunk_end(tokens: list[Token], n: int, until: int, language: Language) -> int:
    while n < until and tokens[n].is_word and tokens[n].lower not in language.cues_of_speech:
        n += 1
    return n


def without_adverbs(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """The index behind the last word before ``end`` that is no adverb, no auxiliary and no aside."""
    while end > since:
        aside = 1 if is_adverb(tokens[end - 1], language) else _aside_ending(tokens, end, language, since)
        if not aside:
            break
        end -= aside
    return end


def _aside_ending(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """How many words has the aside that ends before index ``end``: Lee | last week | said; 0 if there is none."""
    for words in language.asides_by_end.get(tokens[end - 1].lower, ()):
        if end - len(words) >= since and _stand_at(tokens, end - len(words), words):
            return len(words)
    return 0


def is_adverb(token: Token, language: Language) -> bool:
    """Whether the word can stand between a subject and its verb: an adverb, or a verb that only helps."""
    return token.lower in language.auxiliaries or (
        token.lower.endswith(language.adverb_endings) and token.text[0].islower() and token.is_word
    )
