"""Phrases that name a source without a verb of its own: according to the report; laut Ann Lee; so steht es im Brief."""

from newsparse.finders.clause_parts import subject_behind, subject_opening
from newsparse.finders.phrases import Phrase, is_part_of_name, mention_of, phrase_ending, speaker_in
from newsparse.finders.sentences import Sentence
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.tokens import QUOTED, Token
from newsparse.finders.verb_second import is_finite
from newsparse.language import Language

MOST_WORDS_TO_THE_DOCUMENT = 6  # from the verb: heißt es daher am Ende in dem Brief


def according_to(scene: Scene) -> Clause | None:
    """A phrase that names the source: according to the report, …; laut Ann Lee; Ann Lee zufolge.

    Look-alike: "according to plan", which names nobody; laut der Post sagte Ann Lee: “…”, where somebody else speaks.
    """
    if (
        scene.left is not None
        and scene.left.text == ":"
        and not scene.language.cues_of_speech.isdisjoint(token.lower for token in scene.tokens[: scene.at])
    ):
        return None
    return source_of(scene.sentence)


def source_of(sentence: Sentence) -> Clause | None:
    """The clause of the first phrase of a sentence that names a source."""
    tokens, language = sentence.tokens, sentence.language
    if language.opens_cue_phrase.isdisjoint(sentence.words):
        return None
    if tokens[0].lower in language.cue_openers:
        return _opens_with(sentence)
    for n, token in enumerate(tokens):
        for words in language.cue_phrases.get(token.lower, ()):
            last = n + len(words)
            if tuple(other.lower for other in tokens[n:last]) != words:
                continue
            link = last if last < len(tokens) and tokens[last].lower in language.agents else last - 1
            phrase = subject_behind(tokens, link, language, len(tokens))
            if phrase:
                cue = (token.start, tokens[last - 1].end)
                return Clause(sentence.paragraph, mention_of(tokens, phrase), cue, f"the phrase {' '.join(words)!r}")
        if token.lower in language.cues_behind_source:
            phrase = _before_its_word(tokens, n, language)
            if phrase:
                cue = (token.start, token.end)
                return Clause(sentence.paragraph, mention_of(tokens, phrase), cue, f"the word {token.text!r}")
    return None


def _opens_with(sentence: Sentence) -> Clause | None:
    """The name behind a preposition that opens the sentence: Pour Ann Lee, le quai est « un danger »."""
    tokens, language = sentence.tokens, sentence.language
    phrase = subject_behind(tokens, 0, language, len(tokens))
    if phrase is None or not all(is_part_of_name(token, language) for token in tokens[phrase.first : phrase.last]):
        return None
    cue = (tokens[0].start, tokens[0].end)
    return Clause(sentence.paragraph, mention_of(tokens, phrase), cue, f"the sentence opens with {tokens[0].text!r}")


def _before_its_word(tokens: list[Token], n: int, language: Language) -> Phrase | None:
    """The source before the word that says so: all of the words before it, or those behind the verb."""
    since = n
    while since and tokens[since - 1].is_word:
        since -= 1
    verb = next((k for k in range(n - 1, since - 1, -1) if is_finite(tokens[k], language)), None)
    if verb is None:
        verb = since - 1
    phrase = subject_opening(tokens, verb + 1, n, language) or phrase_ending(tokens, n, language, verb + 1)
    return speaker_in(tokens, phrase, language) if phrase else None


def stands_in_a_document(scene: Scene) -> Clause | None:
    """What is written somewhere is said by what it stands in: „…“, heißt es in dem Brief; in dem Brief steht: „…“.

    Look-alike: "heißt es" with nothing behind it.
    """
    tokens, language = scene.tokens, scene.language
    if language.cues_of_writing.isdisjoint(scene.sentence.words):
        return None
    for verb, token in enumerate(tokens):
        if token.lower not in language.cues_of_writing:
            continue
        phrase = _document_before(tokens, verb, language) or _document_behind(tokens, verb, language)
        if phrase:
            mention = mention_of(tokens, phrase)
            because = f"it stands in {scene.sentence.text[mention[0] : mention[1]]!r}"
            return Clause(scene.sentence.paragraph, mention, (token.start, token.end), because)
    return None


def _document_behind(tokens: list[Token], verb: int, language: Language) -> Phrase | None:
    for n in range(verb + 1, min(verb + 1 + MOST_WORDS_TO_THE_DOCUMENT, len(tokens))):
        if not tokens[n].is_word:
            return None
        if tokens[n].lower in language.writing_links:
            named = n + 1 < len(tokens) and tokens[n + 1].is_word  # nella nota: the article is in the preposition
            return subject_behind(tokens, n, language, len(tokens)) or (Phrase(n + 1, n + 2) if named else None)
    return None


def _document_before(tokens: list[Token], verb: int, language: Language) -> Phrase | None:
    """The document in the phrase that opens the clause: In dem Brief heißt es."""
    since = verb
    while since and tokens[since - 1].is_word and tokens[since - 1].text != QUOTED:
        since -= 1
    if since == verb or tokens[since].lower not in language.writing_links:
        return None
    return subject_behind(tokens, since, language, verb)
