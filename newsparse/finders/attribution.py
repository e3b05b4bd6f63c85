"""A quotation and the words around it -> the clause that says whose it is. The rules stand in one ordered table."""

from collections.abc import Callable

from newsparse.finders.names import is_name_word
from newsparse.finders.speech import LONGEST_REACH, Clause, Surroundings
from newsparse.finders.subjects import (
    Phrase,
    subject_before,
    subject_behind,
    subject_of_sentence,
    subject_opening,
)
from newsparse.finders.tokens import Token, sentence_end, sentence_start, tokens_of
from newsparse.language import Language

MOST_WORDS_TO_THE_CUE = 32  # behind a quotation: a name, its apposition, the verb
_ATTACHED = ",?!—–-…"

ClauseRule = Callable[[Surroundings], Clause | None]


def said_behind(scene: Surroundings) -> Clause | None:
    """The clause behind: “…,” she said; “…,” Ann Lee, the harbour master, told reporters.

    Look-alike: “… .” Then the mayor said that …, a new sentence.
    """
    tokens = scene.right
    skip = 1 if tokens and tokens[0].text in ",—–" else 0
    until = sentence_end(tokens, skip)
    if not _is_attached(scene, tokens, skip, until):
        return None
    for n in range(skip, min(until, skip + MOST_WORDS_TO_THE_CUE)):
        if not _reports(tokens, n, skip, scene.language):
            continue
        if n == skip:
            return _clause(
                scene, (tokens, subject_behind(tokens, n, scene.language, until), n), "the inverted clause behind"
            )
        return _clause(scene, (tokens, subject_opening(tokens, skip, n, scene.language), n), "the clause behind")
    return None


def _reports(tokens: list[Token], n: int, skip: int, language: Language) -> bool:
    """Whether the word is the clause's verb: a verb of speech anywhere, another reporting verb right behind a subject.

    Behind a pronoun any word that is a cue at all will do: “…,” he wondered.
    """
    word = tokens[n].lower
    if word in language.cues_of_speech:
        return True
    if word not in language.cues or n == skip:
        return False
    return all(is_name_word(token.text) for token in tokens[skip:n]) or tokens[n - 1].lower in language.pronouns


def _is_attached(scene: Surroundings, tokens: list[Token], skip: int, until: int) -> bool:
    """Whether what follows goes on with the quotation's sentence: a comma inside or outside, or lower case."""
    if until <= skip:
        return False
    if skip or scene.words.rstrip("'’»›")[-1:] in _ATTACHED:
        return True
    first = tokens[skip].text
    return first[0].islower() or (until - skip <= 4 and until == len(tokens) - 1)


def according_to(scene: Surroundings) -> Clause | None:
    """A phrase that names the source: according to the report, …; laut Ann Lee.

    Look-alike: "according to plan", which names nobody.
    """
    for tokens, since in ((scene.right, 0), (scene.left, sentence_start(scene.left, len(scene.left)))):
        until = sentence_end(tokens, since)
        for phrase in scene.language.cue_phrases:
            words = phrase.split()
            for n in range(since, until - len(words)):
                if [token.lower for token in tokens[n : n + len(words)]] == words:
                    source = subject_behind(tokens, n + len(words) - 1, scene.language, until)
                    if source:
                        cue = (tokens[n].start, tokens[n + len(words) - 1].end)
                        mention = (tokens[source.first].start, tokens[source.last - 1].end)
                        return Clause(mention, cue, f"the phrase {phrase!r}")
    return None


def said_before(scene: Surroundings) -> Clause | None:
    """The clause before, in the same sentence: Ann Lee said, “…”; she told reporters: “…”; while Lee warned of “…”.

    Look-alike: a sentence that ended before the quotation begins.
    """
    tokens, language = scene.left, scene.language
    since = sentence_start(tokens, len(tokens))
    if not tokens or tokens[-1].text in ".!?":
        return None
    for n in range(len(tokens) - 1, since - 1, -1):
        if tokens[n].lower in language.cues:
            if tokens[n].lower in language.participles:
                phrase = subject_of_sentence(tokens, since, n, language)
                return _clause(scene, (tokens, phrase, n), "the participle before")
            phrase = subject_before(tokens, n, language, since)
            if phrase:
                return _clause(scene, (tokens, phrase, n), "the clause before")
            behind = (
                subject_behind(tokens, n, language, len(tokens)) if tokens[n].lower in language.cues_of_speech else None
            )
            if behind and n == since:
                return _clause(scene, (tokens, behind, n), "the inverted clause before")
    return None


def led_in_by_a_colon(scene: Surroundings) -> Clause | None:
    """A lead-in that ends in a colon and whose subject is somebody: Lee gave the plan a push on Tuesday: “…”; Lee: “…”.

    Look-alike: a label like "THE FACTS:", which names nobody.
    """
    tokens = scene.left
    if not tokens or tokens[-1].text != ":":
        return None
    since = sentence_start(tokens, len(tokens) - 1)
    phrase = subject_of_sentence(tokens, since, len(tokens) - 1, scene.language)
    if phrase is None:
        return None
    mention = _mention(tokens, phrase)
    words = scene.text[mention[0] : mention[1]]
    if words.isupper() and " " in scene.text[tokens[since].start : tokens[-1].start].strip():
        return None  # THE FACTS: a label; a transcript's name stands alone
    return Clause(mention, None, f"the lead-in that ends in a colon: {words!r}")


def said_at_the_end(scene: Surroundings) -> Clause | None:
    """The clause that ends the sentence in which quoted words stand: The plan is “a folly” for the port, Ann Lee said.

    Look-alike: another sentence's clause.
    """
    tokens, language = scene.right, scene.language
    until = sentence_end(tokens)
    commas = [n for n in range(until) if tokens[n].text == ","]
    for comma in reversed(commas[-3:]):
        for n in range(comma + 1, min(until, comma + 8)):
            if tokens[n].lower in language.cues_of_speech:
                found = subject_before(tokens, n, language, comma + 1) or subject_behind(tokens, n, language, until)
                if found and (found.first == comma + 1 or n == comma + 1):
                    return _clause(scene, (tokens, found, n), "the clause that ends the sentence")
    return None


def said_in_the_sentence_before(scene: Surroundings) -> Clause | None:
    """The sentence before reports the same person's speech: Ann Lee said she was glad. “It will do.”

    Look-alike: a sentence before that only mentions somebody.
    """
    tokens, language = scene.left, scene.language
    if not tokens or tokens[-1].text not in ".!?:":
        return None
    since = sentence_start(tokens, len(tokens) - 1)
    for n in range(since, len(tokens)):
        if tokens[n].lower in language.cues_of_speech:
            phrase = subject_before(tokens, n, language, since)
            if phrase:
                return _clause(scene, (tokens, phrase, n), "the speech reported in the sentence before")
    return None


def signed_with_a_dash(scene: Surroundings) -> Clause | None:
    """A name behind a dash signs the quotation: “It will do.” — Ann Lee.

    Look-alike: “It will do” — or so the mayor hopes.
    """
    tokens = scene.right
    if len(tokens) < 2 or tokens[0].text not in ("—", "–", "--", "―"):
        return None
    last = 1
    while last < len(tokens) and tokens[last].is_word and _is_part_of_name(tokens[last], scene.language):
        last += 1
    ends = (
        last == len(tokens)
        or tokens[last].text in ",.;("
        or "\n" in scene.text[tokens[last - 1].end : tokens[last].start]
    )
    if last == 1 or last > 6 or not ends:
        return None
    return Clause((tokens[1].start, tokens[last - 1].end), None, "the signature behind a dash")


def _is_part_of_name(token: Token, language: Language) -> bool:
    return (is_name_word(token.text) and token.lower not in language.not_names) or token.lower in language.particles


def led_in_by_the_paragraph_before(scene: Surroundings) -> Clause | None:
    """The paragraph above ends in a colon and says who speaks: In a speech that year he declared: ⏎ “…”

    Look-alike: "Transcript as follows:", which names nobody.
    """
    above = scene.above
    if scene.quotation.open_at or not above.endswith(":"):
        return None
    tokens = tokens_of(above, max(0, len(above) - LONGEST_REACH), len(above), scene.language)
    lead_in = scene._replace(text=above, left=tokens, right=[])
    clause = said_before(lead_in) or led_in_by_a_colon(lead_in)
    return clause._replace(paragraphs_above=1) if clause else None


# The order is the precedence. Quoted words inside somebody's sentence are asked only for a clause of that sentence;
# a whole clause of speech also for what stands before it.
IN_THE_SENTENCE: tuple[ClauseRule, ...] = (
    signed_with_a_dash,
    said_behind,
    according_to,
    said_before,
    led_in_by_a_colon,
    said_at_the_end,
)
BEFORE_THE_SENTENCE: tuple[ClauseRule, ...] = (
    said_in_the_sentence_before,
    led_in_by_the_paragraph_before,
)


def _clause(scene: Surroundings, found: tuple[list[Token], Phrase | None, int], where: str) -> Clause | None:
    """The clause of a subject and a verb (the index of its token)."""
    tokens, phrase, verb = found
    if phrase is None:
        return None
    mention, cue = _mention(tokens, phrase), tokens[verb]
    because = f"{where}: {scene.text[mention[0] : mention[1]]!r}, {cue.text!r}"
    return Clause(mention, (cue.start, cue.end), because)


def _mention(tokens: list[Token], phrase: Phrase) -> tuple[int, int]:
    """The place of the phrase's words, a possessive ending left out: "the mayor’s answer" -> "the mayor"."""
    last = tokens[phrase.last - 1]
    return tokens[phrase.first].start, last.end - (2 if last.lower.endswith("'s") else 0)
