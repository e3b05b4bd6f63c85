"""A quotation in its sentence -> the clause that says whose it is. The rules stand in one ordered table."""

from collections.abc import Callable

from newsparse.finders.around import said_around, said_inside
from newsparse.finders.before import said_before
from newsparse.finders.behind import said_behind
from newsparse.finders.lead_ins import lead_in, led_in_by_a_colon
from newsparse.finders.phrases import is_part_of_name
from newsparse.finders.reported import clause_of, said_in_the_sentence_before, told_on_in_the_reported_mood
from newsparse.finders.sentences import Sentence
from newsparse.finders.source_phrases import according_to, stands_in_a_document
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.subjects import subject_of
from newsparse.finders.tokens import COMMAS, DASHES, QUOTED

MOST_WORDS_AT_THE_END = 10  # of a sentence, from the comma to the verb of the clause that ends it
MOST_SIGNATURE_WORDS = 6
LAST_COMMAS = 3  # of a sentence, behind which its last clause is looked for


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


def told_in_the_opening_clause(scene: Scene) -> Clause | None:
    """The sentence opens with whose report it is: As Ann Lee wrote in May, the port is “a folly”.

    Look-alike: As the ferry left, Tom Reed said “…”, where the opening clause says when.
    """
    tokens, language = scene.tokens, scene.language
    if not scene.at or tokens[0].lower not in language.as_words:
        return None
    since = 0 if language.verb_second else 1  # where the verb comes last, the first word says so
    for n in range(1, scene.at):
        if tokens[n].lower not in language.cues_of_speech:
            continue
        phrase = subject_of(tokens, n, language, (since, scene.at))
        parted = any(not token.is_word or token.text == QUOTED for token in tokens[1:n])
        opens = phrase is not None and (not parted or (phrase.first == 1 and tokens[n - 1].text in COMMAS))
        return clause_of(scene.sentence, phrase, n, "the clause that opens the sentence") if phrase and opens else None
    return None


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


IN_THE_QUOTATION: tuple[ClauseRule, ...] = (said_inside,)


BEFORE_THE_SENTENCE: tuple[ClauseRule, ...] = (
    led_in_by_the_paragraph_before,
    said_in_the_sentence_before,
)


def _between(sentence: Sentence, first: int, last: int) -> str:
    return sentence.text[sentence.tokens[first].end : sentence.tokens[last].start]
