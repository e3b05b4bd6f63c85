"""A quotation with its clause before it -> who said it, be it inside of what somebody else says."""

from newsparse.finders.behind import cited
from newsparse.finders.clause_parts import subject_behind, subject_opening
from newsparse.finders.phrases import Phrase, is_nobody
from newsparse.finders.reported import clause_of
from newsparse.finders.reporting import is_bare_insertion, is_cue, is_noun, is_only_expected, is_passive
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.subjects import subject_of, subject_of_sentence
from newsparse.finders.tokens import QUOTED, Token
from newsparse.language import Language

MOST_LISTENER_WORDS = 6  # between a verb of speech and its "that": told the council on Monday that
MOST_CUES = 4  # before a quotation that are tried for a subject
LEAST_MAIN_CLAUSE = 2  # words between the comma and the quotation
NEAR_ABSOLUTE = 8  # words before a participle in which what gives it a subject of its own stands


def said_before(scene: Scene) -> Clause | None:
    """The clause before, in the same sentence: Ann Lee said, “…”; she told reporters: “…”; while Lee warned of “…”.

    Look-alike: a sentence that ended before the quotation begins.
    """
    tokens, language = scene.tokens, scene.language
    if not scene.at:
        return None
    inner, tried, may_report = None, 0, language.may_report
    for n in range(scene.at - 1, -1, -1):
        if tokens[n].text == ";" or tried == MOST_CUES:
            break
        if (tokens[n].lower not in may_report and n != scene.at - 2) or not is_cue(scene, n):
            continue
        if _opens_the_sentence(tokens, n, scene.at, language):
            break
        tried += 1
        if is_passive(tokens, n, language):
            asked = _asked_by(scene, n)
            if asked or tokens[n].lower in language.cues_with_listener:
                return asked
            continue
        phrase = _subject_before_quotation(tokens, n, scene.at, language)
        phrase = (phrase and cited(tokens, phrase, n, language)) or phrase
        if phrase is None or is_nobody(tokens, phrase, language) or is_only_expected(tokens, n, phrase, language):
            continue
        clause = clause_of(scene.sentence, phrase, n, "the clause before")
        if not (_is_told_by_another(scene, phrase) or _is_inside_speech(scene, n)):
            return clause
        inner = inner or clause
    return inner


def _opens_the_sentence(tokens: list[Token], verb: int, until: int, language: Language) -> bool:
    """Whether a verb stands in the clause before the sentence proper: When Moe | said so, Lee fired back: “…”"""
    opener = tokens[0].lower
    if language.verb_second or not (opener in language.clause_openers or opener in language.prepositions):
        return False
    commas = [n for n in range(1, until) if tokens[n].text == ","]
    return bool(commas) and verb < commas[0] < until - LEAST_MAIN_CLAUSE


def _is_told_by_another(scene: Scene, phrase: Phrase) -> bool:
    """Whether the clause is what somebody says: Lee said | (that) Moe called the plan “a folly.”"""
    tokens, n, language = scene.tokens, phrase.first - 1, scene.language
    if n < 1 or language.verb_second or not (scene.left and scene.left.is_word):
        return False
    if tokens[n].lower in language.complementizers:
        n -= 1
    return n > 0 and tokens[n].lower in language.cues_of_speech and not is_noun(tokens, n, language)


def _is_inside_speech(scene: Scene, verb: int) -> bool:
    """Whether a verb that only judges stands in what somebody says: Lee promised that if they | supported her, …"""
    tokens, language = scene.tokens, scene.language
    if language.verb_second or not (scene.left and scene.left.is_word) or tokens[verb].lower in language.cues_of_speech:
        return False
    if tokens[verb - 1].lower in language.conjunctions:
        return False  # Lee said she was glad and | called the plan “a folly”: her own verb
    for n in range(verb - 1, 0, -1):
        if tokens[n].text in (QUOTED, ";"):
            return False
        if tokens[n].lower in language.cues_of_speech and not is_noun(tokens, n, language):
            return _governs(tokens, n, verb, language) and not is_passive(tokens, n, language)
    return False


def _governs(tokens: list[Token], speech: int, verb: int, language: Language) -> bool:
    """Whether a verb of speech reports all up to that verb: no comma ends what it says, or "that" opens it."""
    between = tokens[speech + 1 : verb]
    inserted = between[:1] and between[0].text == ","  # The plan, Lee said, | was called “a folly”
    return (
        bool(inserted)
        or all(token.text != "," for token in between)
        or _has_that(between[:MOST_LISTENER_WORDS], language)
    )


def _has_that(tokens: list[Token], language: Language) -> bool:
    return any(token.lower in language.complementizers for token in tokens)


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
    if verb and tokens[verb - 1].lower in language.as_words:
        whom = _cited_as(tokens, verb, language)
        if whom:
            return whom
    if tokens[verb].lower not in language.participles or not verb:
        return subject_of(tokens, verb, language, (0, until))
    helped = tokens[verb - 1].lower in language.auxiliaries and not tokens[verb - 1].lower.endswith(
        language.adverb_endings
    )
    if tokens[verb - 1].is_word and not helped:
        of_its_own = any(tokens[k].lower in language.absolutes for k in range(max(0, verb - NEAR_ABSOLUTE), verb))
        if of_its_own:  # with one of her ads asking, “…”
            return subject_opening(tokens, _behind_absolute(tokens, verb, language), verb, language)
    return subject_of_sentence(tokens, 0, verb, language)


def _cited_as(tokens: list[Token], verb: int, language: Language) -> Phrase | None:
    """Whose words are cited: the Post quoted | Ann Lee | as saying, “…”."""
    for n in range(verb - 2, -1, -1):
        if tokens[n].lower in language.cues_of_citing:
            passive = n and tokens[n - 1].lower in language.passives
            return None if passive else subject_behind(tokens, n, language, verb - 1)
    return None


def _behind_absolute(tokens: list[Token], verb: int, language: Language) -> int:
    return next(k + 1 for k in range(verb - 1, -1, -1) if tokens[k].lower in language.absolutes)
