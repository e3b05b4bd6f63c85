"""A quotation in its sentence -> the clause that says whose it is. The rules stand in one ordered table."""

from collections.abc import Callable

from newsparse.finders.clause_parts import subject_behind, subject_opening
from newsparse.finders.lead_ins import lead_in, led_in_by_a_colon
from newsparse.finders.phrases import Phrase, is_part_of_name
from newsparse.finders.reported import clause_of, said_in_the_sentence_before, told_on_in_the_reported_mood
from newsparse.finders.reporting import is_bare_insertion, is_cue, is_only_expected, is_passive, reports
from newsparse.finders.sentences import Sentence
from newsparse.finders.source_phrases import according_to, stands_in_a_document
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.subjects import subject_of, subject_of_sentence
from newsparse.finders.tokens import COMMAS, DASHES, QUOTED, Token
from newsparse.finders.verb_second import is_finite, nominative_behind
from newsparse.language import Language

MOST_WORDS_TO_THE_CUE = 32  # behind a quotation: a name, its apposition, the verb
MOST_WORDS_AT_THE_END = 10  # of a sentence, from the comma to the verb of the clause that ends it
MOST_SIGNATURE_WORDS = 6
LONGEST_NAME_IN_MARKS = 40  # characters of the name of a paper or a broadcast
LAST_COMMAS = 3  # of a sentence, behind which its last clause is looked for

MOST_WORDS_AROUND = 6  # behind a quotation, up to the verb that ends its clause
MOST_CUES = 4  # before a quotation that are tried for a subject

_CLAUSE_ENDS = frozenset((QUOTED, ";", ".", "!", "?"))
ClauseRule = Callable[[Scene], Clause | None]


def signed_with_a_dash(scene: Scene) -> Clause | None:
    """A name behind a dash signs the quotation: “It will do.” — Ann Lee.

    Look-alike: “It will do” — or so the mayor hopes.
    """
    tokens, first = scene.tokens, scene.at + 2
    if len(tokens) <= first or tokens[first - 1].text not in DASHES:
        return None
    last = first
    while last < len(tokens) and tokens[last].is_word and is_part_of_name(tokens[last], scene.language):
        last += 1
    ends = last == len(tokens) or tokens[last].text in ",.;(" or "\n" in _between(scene.sentence, last - 1, last)
    if last == first or last - first > MOST_SIGNATURE_WORDS or not ends:
        return None
    mention = (tokens[first].start, tokens[last - 1].end)
    return Clause(scene.sentence.paragraph, mention, None, "the signature behind a dash")


def said_behind(scene: Scene) -> Clause | None:
    """The clause behind: “…,” she said; “…,” Ann Lee, the harbour master, told reporters; “…,” said Ann Lee.

    Look-alike: “… .” Then the mayor said that …, a new sentence.
    """
    tokens, language = scene.tokens, scene.language
    first = scene.at + 1
    if first >= len(tokens):
        return None
    if tokens[first].text in COMMAS:
        first += 1
    until = _clause_end(tokens, first)
    if not _is_attached(scene, first, until) or _is_led_in(scene):
        return None
    helped = _said_behind_its_auxiliary(scene, first)
    if helped:
        return helped
    for n in range(first, min(until, first + MOST_WORDS_TO_THE_CUE)):
        if not reports(tokens, n, first, language):
            continue
        inverted = all(tokens[k].lower in language.auxiliaries for k in range(first, n))
        named = _name_in_marks(scene, n) if inverted else None
        if named:
            return named
        phrase = subject_behind(tokens, n, language, until) if inverted else None
        phrase = phrase or subject_opening(tokens, first, n, language)
        if phrase:
            return clause_of(scene.sentence, _cited(tokens, phrase, n, language) or phrase, n, "the clause behind")
    return None


def _name_in_marks(scene: Scene, verb: int) -> Clause | None:
    """A name between marks right behind the verb is its subject: „…“, schrieb „Die Woche“."""
    name = scene.sentence.quotations.get(verb + 1)
    if name is None or name.end - name.start > LONGEST_NAME_IN_MARKS:
        return None
    words, cue = scene.sentence.text[name.start : name.end], scene.tokens[verb]
    if not (words[0].isupper() and words[-1].isalnum()):
        return None
    because = f"the clause behind: {words!r}, {cue.text!r}"
    return Clause(scene.sentence.paragraph, (name.start, name.end), (cue.start, cue.end), because)


def _cited(tokens: list[Token], subject: Phrase, verb: int, language: Language) -> Phrase | None:
    """Whose words are cited, where the verb says that somebody cites: zitiert die Zeitung | den Minister."""
    if tokens[verb].lower not in language.cues_of_citing:
        return None
    return subject_behind(tokens, max(verb, subject.last - 1), language, len(tokens))


def _said_behind_its_auxiliary(scene: Scene, first: int) -> Clause | None:
    """A clause behind whose verb ends it: „…“, hatte Ada Moe am Montag gesagt; „…“, wird Ada Moe zitiert."""
    tokens, language = scene.tokens, scene.language
    if not language.verb_second or tokens[first].lower not in language.finite_auxiliaries:
        return None
    last = next((n for n in range(len(tokens) - 1, first, -1) if tokens[n].is_word), first)
    if tokens[last].lower not in language.cues:
        return None
    phrase = nominative_behind(tokens, first, language, last)
    return clause_of(scene.sentence, phrase, last, "the clause behind") if phrase else None


def _is_led_in(scene: Scene) -> bool:
    """Whether the clause before already introduces the words, which end it: Lee asked, “Why?” Moe nodded."""
    left = scene.left
    if left is None or left.text not in ",:" or scene.words.rstrip("'’»›")[-1:] == ",":
        return False
    right = scene.right
    return right is not None and right.is_word and not right.text[0].islower()


def _is_attached(scene: Scene, first: int, until: int) -> bool:
    """Whether what follows goes on with the quotation's sentence: a comma inside or outside, or lower case."""
    tokens = scene.tokens
    if until <= first:
        return False
    if first > scene.at + 1 or scene.ends_attached:
        return True
    if scene.language.verb_second:
        return False  # a clause behind begins with its comma
    return tokens[first].text[0].islower() or until - first <= MOST_SIGNATURE_WORDS


def told_in_the_opening_clause(scene: Scene) -> Clause | None:
    """The sentence opens with whose report it is: As Ann Lee wrote in May, the port is “a folly”.

    Look-alike: As the ferry left, Tom Reed said “…”, where the opening clause says when.
    """
    tokens, language = scene.tokens, scene.language
    if not scene.at or tokens[0].lower not in language.as_words:
        return None
    for n in range(1, scene.at):
        if tokens[n].text in COMMAS or tokens[n].text == QUOTED:
            return None
        if tokens[n].lower in language.cues_of_speech:
            since = 0 if language.verb_second else 1  # where the verb comes last, the first word says so
            phrase = subject_of(tokens, n, language, (since, scene.at))
            return clause_of(scene.sentence, phrase, n, "the clause that opens the sentence") if phrase else None
    return None


def said_before(scene: Scene) -> Clause | None:
    """The clause before, in the same sentence: Ann Lee said, “…”; she told reporters: “…”; while Lee warned of “…”.

    Look-alike: a sentence that ended before the quotation begins.
    """
    tokens, language = scene.tokens, scene.language
    if not scene.at:
        return None
    tried, may_report = 0, language.may_report
    for n in range(scene.at - 1, -1, -1):
        if tokens[n].text == ";" or tried == MOST_CUES:
            return None
        if (tokens[n].lower not in may_report and n != scene.at - 2) or not is_cue(scene, n):
            continue
        tried += 1
        if is_passive(tokens, n, language):
            return _asked_by(scene, n)
        phrase = _subject_before_quotation(tokens, n, scene.at, language)
        phrase = (phrase and _cited(tokens, phrase, n, language)) or phrase
        if phrase and not is_only_expected(tokens, n, phrase, language):
            return clause_of(scene.sentence, phrase, n, "the clause before")
    return None


def _asked_by(scene: Scene, verb: int) -> Clause | None:
    """Who asks where somebody is asked: Lee was asked by the mayor, “…”."""
    tokens, language = scene.tokens, scene.language
    if verb + 1 < scene.at and tokens[verb + 1].lower in language.agents:
        phrase = subject_behind(tokens, verb + 1, language, scene.at)
        if phrase:
            return clause_of(scene.sentence, phrase, verb, "the clause before, in the passive voice")
    return None


def _subject_before_quotation(tokens: list[Token], verb: int, until: int, language: Language) -> Phrase | None:
    if is_bare_insertion(tokens, verb, language):
        return subject_behind(tokens, verb, language, until)
    if tokens[verb].lower not in language.participles or not verb:
        return subject_of(tokens, verb, language, (0, until))
    if tokens[verb - 1].is_word and tokens[verb - 1].lower not in language.auxiliaries:
        of_its_own = any(tokens[k].lower in language.absolutes for k in range(max(0, verb - 8), verb))
        if of_its_own:  # with one of her ads asking, “…”
            return subject_opening(tokens, _behind_absolute(tokens, verb, language), verb, language)
    return subject_of_sentence(tokens, 0, verb, language)


def _behind_absolute(tokens: list[Token], verb: int, language: Language) -> int:
    return next(k + 1 for k in range(verb - 1, -1, -1) if tokens[k].lower in language.absolutes)


def said_around(scene: Scene) -> Clause | None:
    """The verb that reports ends a clause that began before: Ada Moe hatte den Plan „ohne Bedenken“ gelobt.

    Or the words open the sentence, and the verb comes second: Von einem „Irrtum“ sprach Ada Moe. Look-alike: a
    sentence whose last verb reports nothing. Only where the finite verb stands second.
    """
    tokens, language = scene.tokens, scene.language
    if not language.verb_second or not scene.at:
        return None
    opens = _said_of_the_opening(scene)
    if opens:
        return opens
    for n in range(scene.at + 1, min(scene.at + 1 + MOST_WORDS_AROUND, len(tokens))):
        if not tokens[n].is_word:
            return None
        if tokens[n].lower in language.cues:
            phrase = subject_of(tokens, scene.at, language, (0, scene.at))
            return clause_of(scene.sentence, phrase, n, "the clause around the words") if phrase else None
    return None


def _said_of_the_opening(scene: Scene) -> Clause | None:
    """The verb in the second place behind an opening with the words: Mit den Worten „Es reicht“ ging Ada Moe."""
    tokens, language, at = scene.tokens, scene.language, scene.at
    if any(is_finite(token, language) for token in tokens[:at]):
        return None
    verb = at + 2 if scene.right is not None and scene.right.text == "," else at + 1
    if verb >= len(tokens) or not tokens[verb].text[0].islower():
        return None
    of_speech = tokens[at - 1].lower in language.speech_nouns
    if tokens[verb].lower not in language.cues and not of_speech:
        return None
    phrase = nominative_behind(tokens, verb, language, len(tokens))
    cue = at - 1 if of_speech else verb
    return clause_of(scene.sentence, phrase, cue, "the verb behind an opening with the words") if phrase else None


def said_at_the_end(scene: Scene) -> Clause | None:
    """The clause that ends the sentence in which quoted words stand: The plan is “a folly” for the port, Ann Lee said.

    Look-alike: another sentence's clause.
    """
    tokens, language = scene.tokens, scene.language
    if scene.right is None or language.may_report.isdisjoint(scene.sentence.words):
        return None
    commas = [n for n in range(scene.at + 1, len(tokens)) if tokens[n].text in COMMAS or tokens[n].text == QUOTED]
    for comma in reversed(commas[-LAST_COMMAS:]):
        for n in range(comma + 1, min(len(tokens), comma + MOST_WORDS_AT_THE_END)):
            if not tokens[n].is_word:
                break
            if tokens[n].lower in language.cues_of_speech or (n == comma + 1 and tokens[n].lower in language.cues_bare):
                phrase = subject_of(tokens, n, language, (comma + 1, len(tokens)))
                if phrase and (phrase.first == comma + 1 or n == comma + 1):
                    return clause_of(scene.sentence, phrase, n, "the clause that ends the sentence")
    return None


def led_in_by_the_paragraph_before(scene: Scene) -> Clause | None:
    """The paragraph above ends in a colon and says who speaks: In a speech that year he declared: ⏎ “…”

    Look-alike: "Transcript as follows:", which names nobody.
    """
    before = scene.before
    if before is None or scene.quotation.open_at or before.tokens[-1].text != ":":
        return None
    end = len(before.tokens)
    above = Scene(before, end, scene.quotation, None)
    return said_before(above) or lead_in(before, end, scene.language)


# The order is the precedence. Quoted words inside somebody's sentence are asked only for a clause of that sentence;
# a whole clause of speech also for what stands before it.
IN_THE_SENTENCE: tuple[ClauseRule, ...] = (
    signed_with_a_dash,
    stands_in_a_document,
    said_behind,
    according_to,
    told_in_the_opening_clause,
    said_before,
    said_around,
    led_in_by_a_colon,
    said_at_the_end,
    told_on_in_the_reported_mood,
)
BEFORE_THE_SENTENCE: tuple[ClauseRule, ...] = (
    led_in_by_the_paragraph_before,
    said_in_the_sentence_before,
)


def _clause_end(tokens: list[Token], first: int) -> int:
    """The index of the next quotation, semicolon or stop behind ``first``."""
    for n in range(first, len(tokens)):
        if tokens[n].text in _CLAUSE_ENDS:
            return n
    return len(tokens)


def _between(sentence: Sentence, first: int, last: int) -> str:
    return sentence.text[sentence.tokens[first].end : sentence.tokens[last].start]
