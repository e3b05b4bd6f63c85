"""Sentences before a quotation -> the clause that reports the same person's speech."""

from newsparse.finders.phrases import Phrase, mention_of
from newsparse.finders.sentences import Sentence
from newsparse.finders.source_phrases import source_of
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.subjects import subject_of
from newsparse.language import Language

MOST_SENTENCES_TOLD_ON = 4  # in the mood of reported speech, between its verb and the quotation


def told_on_in_the_reported_mood(scene: Scene) -> Clause | None:
    """A sentence in the mood of reported speech goes on with the one before: Lee sagte ab. Sie habe „keine Zeit“.

    Look-alike: a sentence in the indicative, which the reporter vouches for.
    """
    mood = scene.language.reported_mood
    if not mood or mood.isdisjoint(scene.sentence.words):
        return None
    for sentence in reversed(scene.earlier[-MOST_SENTENCES_TOLD_ON:]):
        clause = reported(sentence, scene.language)
        if clause:
            return clause
        if mood.isdisjoint(sentence.words):
            return None
    return None


def said_in_the_sentence_before(scene: Scene) -> Clause | None:
    """The sentence before reports the same person's speech: Ann Lee said she was glad. “It will do.”

    Look-alike: a sentence before that only mentions somebody.
    """
    before = scene.before
    if before is None or not scene.sentence.is_speech or before.quotations or before.tokens[-1].text == ":":
        return None
    return reported(before, scene.language) or source_of(before)


def reported(sentence: Sentence, language: Language) -> Clause | None:
    """The first clause of speech of a sentence."""
    tokens, cues = sentence.tokens, language.cues
    if cues.isdisjoint(sentence.words):
        return None
    for n, token in enumerate(tokens):
        if token.lower in cues and token.text[0].islower():
            phrase = subject_of(tokens, n, language, (0, len(tokens)))
            if phrase:
                return clause_of(sentence, phrase, n, "the speech reported in the sentence before")
    return None


def clause_of(sentence: Sentence, phrase: Phrase, verb: int, where: str) -> Clause:
    """The clause of a subject and a verb (the index of its token)."""
    mention, cue = mention_of(sentence.tokens, phrase), sentence.tokens[verb]
    because = f"{where}: {sentence.text[mention[0] : mention[1]]!r}, {cue.text!r}"
    return Clause(sentence.paragraph, mention, (cue.start, cue.end), because)
