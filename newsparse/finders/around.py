"""A quotation inside of its clause, or a clause inside of its quotation -> who said it."""

from newsparse.finders.clause_parts import subject_behind
from newsparse.finders.phrases import Phrase, mention_of
from newsparse.finders.reported import clause_of
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.subjects import subject_of
from newsparse.finders.tokens import COMMAS, Token, tokens_of
from newsparse.finders.verb_second import is_finite, nominative_behind
from newsparse.language import Language

MOST_WORDS_AROUND = 6  # behind a quotation, up to the verb that ends its clause


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
            if _is_of_nobody(tokens, n, scene.at, language):
                return None
            phrase = subject_of(tokens, scene.at, language, (0, scene.at))
            return clause_of(scene.sentence, phrase, n, "the clause around the words") if phrase else None
    return None


def _is_of_nobody(tokens: list[Token], verb: int, at: int, language: Language) -> bool:
    """Whether the clause is in the passive voice and names no agent: wird der Plan als „Irrtum“ bezeichnet."""
    if tokens[verb].lower in language.cues_of_citing:
        return False  # wird Ada Moe „…“ zitiert
    around = [*tokens[:at], *tokens[verb + 1 : verb + 2]]
    passive = any(token.lower in language.passives for token in around)
    return passive and not any(token.lower in language.agents for token in tokens[:at])


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


def said_inside(scene: Scene) -> Clause | None:
    """The clause stands inside of the marks: « Le port, explique Ada Moe, rouvrira lundi. »

    Look-alike: a verb that somebody is said to have said. Only where a language writes so.
    """
    language, quotation = scene.language, scene.quotation
    if not language.clauses_inside:
        return None
    tokens = tokens_of(scene.sentence.text, quotation.start, quotation.end, language)
    commas = (n for n, token in enumerate(tokens[:-1]) if n and token.text in COMMAS)
    for phrase, verb in filter(None, (_clause_behind(tokens, comma, language) for comma in commas)):
        last = max(phrase.last, verb + 1)
        if last < len(tokens) and not tokens[last].is_word:
            mention, cue = mention_of(tokens, phrase), tokens[verb]
            because = f"the clause inside of the marks: {scene.sentence.text[mention[0] : mention[1]]!r}, {cue.text!r}"
            return Clause(scene.sentence.paragraph, mention, (cue.start, cue.end), because)
    return None


def _clause_behind(tokens: list[Token], comma: int, language: Language) -> tuple[Phrase, int] | None:
    """The subject and the verb of an inverted clause behind a comma: explique Ada Moe; a-t-il dit; a dit Ada Moe."""
    verb = comma + 1
    if tokens[verb].lower in language.auxiliaries:
        verb += 1
        if verb + 1 < len(tokens) and tokens[verb].lower in language.pronouns:
            inside = tokens[verb + 1].lower in language.cues_of_speech
            return (Phrase(verb, verb + 1), verb + 1) if inside else None
    if verb >= len(tokens) or tokens[verb].lower not in language.cues_of_speech:
        return None
    phrase = subject_behind(tokens, verb, language, len(tokens))
    return (phrase, verb) if phrase else None
