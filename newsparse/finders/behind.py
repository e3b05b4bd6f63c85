"""A quotation with its clause behind it -> who said it."""

from newsparse.finders.clause_parts import subject_behind, subject_opening
from newsparse.finders.phrases import Phrase, speaker_in
from newsparse.finders.reported import clause_of
from newsparse.finders.reporting import reports
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.tokens import COMMAS, QUOTED, Token
from newsparse.finders.verb_second import nominative_behind
from newsparse.language import Language

MOST_WORDS_TO_THE_CUE = 32  # behind a quotation: a name, its apposition, the verb
MOST_ATTACHED_WORDS = 6  # of a clause behind without its comma that begins with a capital
LONGEST_NAME_IN_MARKS = 40  # characters of the name of a paper or a broadcast
_CLAUSE_ENDS = frozenset((QUOTED, ";", ".", "!", "?"))


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
    attached = first > scene.at + 1 or scene.ends_attached
    if not (attached or _goes_on(scene, first, until)) or until <= first or _is_led_in(scene):
        return None
    helped = _said_behind_its_auxiliary(scene, first)
    if helped:
        return helped
    for n in range(first, min(until, first + MOST_WORDS_TO_THE_CUE)):
        if not reports(tokens, n, first, language) or not (attached or tokens[n].lower in language.may_report):
            continue
        inverted = all(tokens[k].lower in language.auxiliaries for k in range(first, n))
        named = _name_in_marks(scene, n) if inverted else None
        if named:
            return named
        phrase = subject_behind(tokens, n, language, until) if inverted else None
        phrase = phrase or _opening(tokens, first, n, language)
        if phrase:
            speaker = cited(tokens, phrase, n, language) or speaker_in(tokens, phrase, language)
            return clause_of(scene.sentence, speaker, n, "the clause behind")
    return None


def _opening(tokens: list[Token], first: int, verb: int, language: Language) -> Phrase | None:
    """The subject between the quotation and its verb; the pronoun behind an auxiliary: « … », a-t-elle ajouté."""
    if tokens[first].lower in language.auxiliaries and tokens[first + 1].lower in language.pronouns:
        return Phrase(first + 1, first + 2)
    return subject_opening(tokens, first, verb, language)


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


def cited(tokens: list[Token], subject: Phrase, verb: int, language: Language) -> Phrase | None:
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
    left, language = scene.left, scene.language
    if (
        left is not None
        and scene.at > 1
        and (left.lower in language.cues_of_naming or left.lower in language.participles)
    ):
        return True  # what the mayor called “the old way,” …; Lee, citing “the weather,” said …
    if left is None or left.text not in ",:" or scene.words.rstrip("'’»›")[-1:] == ",":
        return False
    right = scene.right
    return right is not None and right.is_word and not right.text[0].islower()


def _goes_on(scene: Scene, first: int, until: int) -> bool:
    """Whether a clause follows a quotation although no comma says so: “…” the mayor said; “… .” Ann Lee said."""
    tokens, language = scene.tokens, scene.language
    if first >= until or language.verb_second:
        return False  # where the verb comes second, a clause behind begins with its comma
    if tokens[first].text[0].islower():
        return _opens_a_clause(tokens, first, language)
    return until - first <= MOST_ATTACHED_WORDS


def _opens_a_clause(tokens: list[Token], first: int, language: Language) -> bool:
    """Whether a small word right behind a quotation can begin its clause: “…” the mayor said; no “bitter” process."""
    word = tokens[first].lower
    if word in language.relatives:
        return False
    if word in language.sources:
        return first + 1 < len(tokens) and tokens[first + 1].lower in language.may_report
    return any(
        word in words for words in (language.pronouns, language.determiners, language.may_report, language.auxiliaries)
    )


def _clause_end(tokens: list[Token], first: int) -> int:
    """The index of the next quotation, semicolon or stop behind ``first``."""
    for n in range(first, len(tokens)):
        if tokens[n].text in _CLAUSE_ENDS:
            return n
    return len(tokens)
