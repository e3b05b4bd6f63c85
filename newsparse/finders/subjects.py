"""A verb that reports, and the words around it -> who is its subject."""

from newsparse.finders.names import is_name_word
from newsparse.finders.phrases import MOST_SUBJECT_WORDS, Phrase, is_noun_phrase, name_end, noun_start, phrase_ending
from newsparse.finders.tokens import COMMAS, DASHES, QUOTED, Token
from newsparse.language import Language

A_PERSON = "mf1"  # kinds of pronoun that can stand behind their verb
MOST_OPENING_WORDS = 8  # of a subject that opens its sentence and reaches up to the verb
LEAST_PLACE, MOST_DATELINE_WORDS = 3, 9


def subject_of(tokens: list[Token], verb: int, language: Language, within: tuple[int, int]) -> Phrase | None:
    """The subject of the verb at index ``verb``: before it, or behind it if inverted; ``within`` bounds its clause.

    Inverted is a verb that opens its clause and whose subject ends it: "…, said Ann Lee." A language whose verb comes
    second has its subject behind it wherever something else stands before it.
    """
    if language.verb_second:
        return _subject_of_verb_second(tokens, verb, language, within)
    since, until = within
    before = _without_adverbs(tokens, verb, language, since)
    opens = before <= since or tokens[before - 1].text in COMMAS or tokens[before - 1].text == QUOTED
    if opens and tokens[verb].lower not in language.cues_with_listener:
        behind = subject_behind(tokens, verb, language, until)
        if behind and _closes(tokens, behind.last):
            return behind
    return subject_before(tokens, verb, language, since)


def _subject_of_verb_second(
    tokens: list[Token], verb: int, language: Language, within: tuple[int, int]
) -> Phrase | None:
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
    end = _without_adverbs(tokens, finite, language, start)
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
        return phrase_ending(tokens, _before_bracket(tokens, verb, since), language, since)
    return _before_apposition(tokens, verb - 1, language, since)


def _is_person(tokens: list[Token], phrase: Phrase, language: Language, *, than: Phrase) -> bool:
    """Whether the phrase has the word for a person or body and the other one has none: an object may stand first."""

    def names_a_source(words: list[Token]) -> bool:
        return any(word.lower.endswith(language.source_endings) for word in words)

    return names_a_source(tokens[phrase.first : phrase.last]) and not names_a_source(tokens[than.first : than.last])


def _is_finite(word: Token, language: Language) -> bool:
    """Whether the word can be the clause's finite verb: an auxiliary that is no adverb, or a verb that reports."""
    return word.text[0].islower() and (word.lower in language.finite_auxiliaries or word.lower in language.cues)


def _closes(tokens: list[Token], last: int) -> bool:
    """Whether the clause ends there; in front of a quotation stands an object: called the plan “a folly”."""
    return last >= len(tokens) or (not tokens[last].is_word and tokens[last].text != QUOTED)


def _opens_with_another(tokens: list[Token], start: int, verb: int, language: Language) -> bool:
    """Whether a clause begins with something that cannot be its subject: "In Berlin", "Am Montag", "Dazu"."""
    opener = tokens[start]
    is_alone = verb <= start + 1
    return opener.lower in language.prepositions or (is_alone and opener.lower in language.sentence_adverbs)


def subject_before(tokens: list[Token], verb: int, language: Language, since: int = 0) -> Phrase | None:
    """The subject that ends before the verb at index ``verb``; adverbs and appositions between them are passed over.

    A verb behind "and" shares the subject of the verb before it: "Ann Lee smiled and said".
    """
    end = _without_adverbs(tokens, verb, language, since)
    if end <= since:
        return None
    before = tokens[end - 1]
    if before.lower in language.infinitives:
        return subject_of_sentence(tokens, since, end - 1, language)
    if before.lower in language.conjunctions:
        return subject_of_sentence(tokens, since, end - 1, language)
    if before.text in COMMAS:
        return _before_apposition(tokens, end - 1, language, since)
    if before.lower in language.relatives:
        end -= 1
        if end > since and tokens[end - 1].text == ",":
            end -= 1
        if end > since and tokens[end - 1].text == ")":
            end = _before_bracket(tokens, end, since)
    return phrase_ending(tokens, end, language, since)


def _before_bracket(tokens: list[Token], end: int, since: int) -> int:
    """The index before the bracket that closes at ``end``: "Ann Lee (D-Okla.)" -> behind "Lee"."""
    return next((n for n in range(end - 1, since, -1) if tokens[n].text == "("), end)


def subject_opening(tokens: list[Token], since: int, verb: int, language: Language) -> Phrase | None:
    """The subject that opens a clause: "Tulsa Rep. Ann Lee (D-Okla.), a critic, told …" -> "Tulsa Rep. Ann Lee".

    It ends at the first comma or bracket, behind a name at the first small word that joins nothing, or at the verb;
    what opens a subordinate clause or an adverbial is none.
    """
    end = _without_adverbs(tokens, verb, language, since)
    last = next((n for n in range(since, end) if not tokens[n].is_word), end)
    if last - since > 1 and tokens[since].lower in language.conjunctions:
        since += 1
    if last <= since or last - since > MOST_SUBJECT_WORDS:
        return None
    if tokens[since].lower in language.pronouns:
        return Phrase(since, since + 1)
    last = name_end(tokens, since, last, language)
    return Phrase(since, last) if is_noun_phrase(tokens, since, last, language) else None


def subject_of_sentence(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The first person or body that the sentence names as its subject: a pronoun, a name, "the report".

    A phrase at the head that is no subject ("On Tuesday", "Asked about the port", "Hours later") is passed over.
    """
    since = _behind_dateline(tokens, since)
    if language.verb_second and _opens_with_another(tokens, since, since + 1, language):
        return _behind_first_verb(tokens, since, until, language)
    n = _behind_adverbials(tokens, since, until, language)
    while n < until:
        token = tokens[n]
        if token.lower in language.pronouns:
            return Phrase(n, n + 1)
        if token.is_word and is_name_word(token.text) and token.lower not in language.not_names:
            return Phrase(n, name_end(tokens, n, _chunk_end(tokens, n, until, language), language))
        if token.lower.removesuffix("'s") in language.sources:
            return Phrase(noun_start(tokens, n + 1, language, since), n + 1)
        if token.lower in language.cues:
            return None
        n += 1
    return None


def _behind_first_verb(tokens: list[Token], since: int, until: int, language: Language) -> Phrase | None:
    """The subject behind the first verb: "In der Fraktion sprach | Ada Moe | von …"."""
    for n in range(since, until):
        word = tokens[n]
        is_verb = word.lower in language.cues or word.lower in language.auxiliaries
        if is_verb or (word.text[0].islower() and word.lower.endswith(language.verb_endings)):
            return subject_behind(tokens, n, language, until)
    return None


def _behind_dateline(tokens: list[Token], since: int) -> int:
    """The index behind "WASHINGTON (AP) —", where the sentence begins with that."""
    if since >= len(tokens) or not tokens[since].text.isupper() or len(tokens[since].text) < LEAST_PLACE:
        return since
    head = range(since, min(since + MOST_DATELINE_WORDS, len(tokens)))
    return next((n + 1 for n in head if tokens[n].text in DASHES), since)


def _chunk_end(tokens: list[Token], n: int, until: int, language: Language) -> int:
    while n < until and tokens[n].is_word and tokens[n].lower not in language.cues_of_speech:
        n += 1
    return n


def _behind_adverbials(tokens: list[Token], since: int, until: int, language: Language) -> int:
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


def _without_adverbs(tokens: list[Token], end: int, language: Language, since: int) -> int:
    """The index behind the last word before ``end`` that is no adverb or auxiliary."""
    while end > since and _is_adverb(tokens[end - 1], language):
        end -= 1
    return end


def _is_adverb(token: Token, language: Language) -> bool:
    return token.lower in language.auxiliaries or (
        token.lower.endswith(language.adverb_endings) and token.text[0].islower() and token.is_word
    )


def _before_apposition(tokens: list[Token], comma: int, language: Language, since: int) -> Phrase | None:
    """ "Ann Lee, a spokeswoman for the port, said": the phrase before the apposition that the comma closes.

    The apposition begins at the first comma behind a name or noun, looking from the start of the clause.
    """
    since = _behind_adverbials(tokens, since, comma, language)
    opens = [n for n in range(since, comma) if tokens[n].text in COMMAS]
    for n in opens:
        phrase = phrase_ending(tokens, n, language, since)
        if phrase and (is_name_word(tokens[phrase.last - 1].text) or tokens[phrase.last - 1].lower in language.sources):
            return phrase
    return phrase_ending(tokens, comma, language, since) if not opens else None


def subject_behind(tokens: list[Token], verb: int, language: Language, until: int) -> Phrase | None:
    """The subject that follows an inverted verb: "said Ann E. Lee, director of …", "said former Gov. Bo Moe"."""
    first = verb + 1
    while first < until and _is_adverb(tokens[first], language):
        first += 1
    last = first
    while last < until and last - first < MOST_SUBJECT_WORDS:
        token = tokens[last]
        if not token.is_word or (last > first and token.lower in language.ends_subject):
            break
        last += 1
    if last == first:
        return None
    if last == until < len(tokens) and tokens[last].text == QUOTED and tokens[last - 1].lower in language.determiners:
        return Phrase(first, last + 1)  # schreibt die „Küstenpost“
    if tokens[first].lower in language.pronouns:
        return Phrase(first, first + 1) if language.pronouns[tokens[first].lower] in A_PERSON else None
    last = name_end(tokens, first, last, language)
    return Phrase(first, last) if is_noun_phrase(tokens, first, last, language) else None
