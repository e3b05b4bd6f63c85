"""Paragraphs -> attributed quotations: which words are quoted, how, by whom, with which cue."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from newsparse.finders.attribution import BEFORE_THE_SENTENCE, IN_THE_SENTENCE
from newsparse.finders.carrying import BESIDE, FIRST, LAST
from newsparse.finders.people import People, meet_people, part_name, role_behind
from newsparse.finders.quotations import Quotation, find_quotations
from newsparse.finders.speech import Attributed, Clause, Source, Surroundings, surroundings
from newsparse.language import Language
from newsparse.model import QuoteKind

_Found = TypeVar("_Found")
LEAST_CLAUSE_WORDS = 4  # a run of fewer words inside somebody's sentence is a phrase, not a clause
LEAST_PHRASE_WORDS = 3  # of quoted words that nobody is named for: fewer are a label, a title, a word in scorn


def find_speech(paragraphs: Sequence[str], language: Language) -> list[Attributed]:
    """Every quotation of an article's paragraphs, in order; scare quotes and labels are left out.

    >>> from newsparse.language import load
    >>> [said] = find_speech(["“It will do,” said Ann Lee, the mayor."], load("en"))
    >>> said.source.name, said.source.role, said.kind
    ('Ann Lee', 'the mayor', 'direct')
    """
    quotations = find_quotations(paragraphs)
    if not quotations:
        return []
    listener = _Listener(list(paragraphs), language, meet_people(paragraphs, language))
    for _, group in groupby(quotations, key=lambda quotation: quotation.paragraph):
        listener.hear(list(group))
    return listener.heard


class _Listener:
    """Goes through an article's quotations in order and remembers who spoke."""

    def __init__(self, paragraphs: list[str], language: Language, people: People) -> None:
        self.paragraphs = paragraphs
        self.language = language
        self.people = people
        self.heard: list[Attributed] = []

    def hear(self, quotations: list[Quotation]) -> None:
        """Attribute the quotations of one paragraph."""
        ends = [0, *(quotation.close_at for quotation in quotations)]
        starts = [*(quotation.open_at for quotation in quotations[1:]), len(self.paragraphs[quotations[0].paragraph])]
        for quotation, end, start in zip(quotations, ends, starts, strict=False):
            last = self.heard[-1] if self.heard else None
            scene = surroundings(self.paragraphs, quotation, (end, start), last, self.language)
            said = self._attribute(scene)
            if said:
                self.heard.append(said)

    def _attribute(self, scene: Surroundings) -> Attributed | None:
        is_clause = _is_clause(scene)
        carried = _ask(FIRST, scene)
        if carried:
            return self._carried(scene, *carried)
        found = _ask(IN_THE_SENTENCE, scene)
        beside = _ask(BESIDE, scene) if found is None else None
        if beside:
            return self._carried(scene, *beside)
        if found is None and is_clause:
            found = _ask(BEFORE_THE_SENTENCE, scene)
        if found:
            return self._said(scene, *found, kind="direct" if is_clause else "partial")
        carried = _ask(LAST, scene) if is_clause else None
        if carried:
            return self._carried(scene, *carried)
        if not is_clause and scene.words.count(" ") + 1 < LEAST_PHRASE_WORDS:
            return None
        return self._unsaid(scene, "direct" if is_clause else "partial")

    def _carried(self, scene: Surroundings, because: str, rule: str) -> Attributed | None:
        last = scene.last
        if last is None:
            return None
        return Attributed(scene.quotation, "direct", last.source, last.cue, last.utterance, rule, because)

    def _said(self, scene: Surroundings, clause: Clause, rule: str, *, kind: QuoteKind) -> Attributed:
        paragraph = scene.quotation.paragraph - clause.paragraphs_above
        cue = (paragraph, *clause.cue) if clause.cue else None
        source = self._source(paragraph, *clause.mention)
        return Attributed(scene.quotation, kind, source, cue, self._next_utterance(), rule, clause.because)

    def _unsaid(self, scene: Surroundings, kind: QuoteKind) -> Attributed:
        return Attributed(scene.quotation, kind, None, None, self._next_utterance(), "no_source", "nobody is named")

    def _next_utterance(self) -> int:
        return self.heard[-1].utterance + 1 if self.heard else 1

    def _source(self, paragraph: int, start: int, end: int) -> Source:
        text = self.paragraphs[paragraph]
        mention = text[start:end]
        if mention.lower() in self.language.pronouns:
            return self._person_behind(Source(paragraph, start, end, mention, None, None))
        parted = part_name(mention, self.language)
        if parted is None:
            return Source(paragraph, start, end, mention, mention, None)
        name = parted.name if " " in parted.name else self.people.full.get(parted.name, parted.name)
        role = parted.role or role_behind(text, end, self.language) or self.people.roles.get(name)
        return Source(paragraph, start, end, mention, name, role)

    def _person_behind(self, pronoun: Source) -> Source:
        """A pronoun stands for the last speaker that had a name, when it stands for one person."""
        if self.language.pronouns[pronoun.mention.lower()] not in "mf":
            return pronoun
        sources = (said.source for said in reversed(self.heard) if said.source and said.source.name)
        last = next(sources, None)
        return pronoun._replace(name=last.name, role=last.role) if last else pronoun


def _ask(rules: Sequence[Callable[[Surroundings], _Found | None]], scene: Surroundings) -> tuple[_Found, str] | None:
    """What the first rule that speaks says, and its name."""
    for rule in rules:
        found = rule(scene)
        if found:
            return found, rule.__name__
    return None


def _is_clause(scene: Surroundings) -> bool:
    """Direct speech, a clause or more, as against a few words inside the reporter's own sentence.

    Several sentences are; so is what begins and ends like a sentence where a sentence may begin, or goes on with the
    piece before it; behind a verb of speech some words that run up to a stop are enough.
    """
    words, quotation = scene.words, scene.quotation
    if quotation.continues or any(f"{stop} " in words[:-1] for stop in ".!?"):
        return True
    count = words.count(" ") + 1
    ended = words[-1] in ".!?…,—–-" or scene.text[quotation.close_at : quotation.close_at + 1] in ",."
    first = next((char for char in words if char.isalnum()), "a")
    opens = not scene.left or scene.left[-1].text in ".!?:,"
    if opens and ended and (first.isupper() or not first.isalpha()):
        return count > 1 or words[-1] in ".!?,"
    near = scene.near
    if opens and ended and near and near.kind == "direct" and words[-1] in ",.?!":
        return True
    after_cue = bool(scene.left) and scene.left[-1].lower in scene.language.before_speech
    return (opens or after_cue) and count >= LEAST_CLAUSE_WORDS and (ended or first.isupper())
