"""Paragraphs -> attributed quotations: which words are quoted, how, by whom, with which cue."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar

from newsparse.finders.attribution import BEFORE_THE_SENTENCE, IN_THE_QUOTATION, IN_THE_SENTENCE
from newsparse.finders.carrying import BESIDE, LAST
from newsparse.finders.clauses import is_clause, length
from newsparse.finders.quotations import Quotation, find_quotations
from newsparse.finders.sentences import Sentence, sentences_of
from newsparse.finders.shares import is_a_name_given, is_nearly_all
from newsparse.finders.sources import Sources
from newsparse.finders.speech import Attributed, Clause, Scene, Source
from newsparse.finders.titles import is_title
from newsparse.finders.transcripts import Turn, turns_of
from newsparse.language import Language
from newsparse.model import QuoteKind

_Found = TypeVar("_Found")
APPOSITION = 2  # characters between a role and its name: ", "
MOST_EARLIER = 5  # sentences before a quotation in which its source is looked for
LEAST_PHRASE_WORDS = 3  # of quoted words that nobody is named for: fewer are a label, a title, a word in scorn


def find_speech(paragraphs: Sequence[str], language: Language, heads: frozenset[int] = frozenset()) -> list[Attributed]:
    """Every quotation of an article's paragraphs, in order; scare quotes and labels are left out.

    ``heads`` are the indexes of the paragraphs that are headlines, bullets, captions and the like: single marks count
    there, and nobody's speech goes on in them.

    >>> from newsparse.language import load
    >>> [said] = find_speech(["“It will do,” said Ann Lee, the mayor."], load("en"))
    >>> said.source.name, said.source.role, said.kind
    ('Ann Lee', 'the mayor', 'direct')
    """
    turns = turns_of(paragraphs)
    spoken = [text if n not in turns else "" for n, text in enumerate(paragraphs)] if turns else paragraphs
    marked = groupby(find_quotations(spoken, heads), key=lambda quotation: quotation.paragraph)
    quotations = {paragraph: list(group) for paragraph, group in marked}
    if not quotations and not turns:
        return []
    listener = _Listener(list(paragraphs), language, heads)
    for paragraph in sorted({*quotations, *turns}):
        if paragraph in turns:
            listener.hear_turn(paragraph, turns[paragraph])
        else:
            listener.hear(paragraph, quotations[paragraph])
    return listener.heard


class _Listener:
    """Goes through an article's quotations in order and remembers who spoke."""

    def __init__(self, paragraphs: list[str], language: Language, heads: frozenset[int]) -> None:
        self.heads = heads
        self.paragraphs = paragraphs
        self.language = language
        self.sources = Sources(paragraphs, language)
        self.heard: list[Attributed] = []

    def hear(self, paragraph: int, quotations: list[Quotation]) -> None:
        """Attribute the quotations of one paragraph."""
        sentences = sentences_of(paragraph, self.paragraphs[paragraph], quotations, self.language)
        self.sources.know(paragraph, sentences)
        for n, sentence in enumerate(sentences):
            if not sentence.quotations:
                continue
            earlier = sentences[max(0, n - MOST_EARLIER) : n]
            above = partial(self._paragraph_above, sentence)
            for at, quotation in sentence.quotations.items():
                last = self.heard[-1] if self.heard else None
                if last and last.quotation.paragraph != paragraph and self._is_apart(paragraph):
                    last = None
                said = self._attribute(Scene(sentence, at, quotation, last).among(earlier, above))
                if said:
                    self.heard.append(said)

    def hear_turn(self, paragraph: int, turn: Turn) -> None:
        """Take down one turn of a transcript."""
        quotation = Quotation(paragraph, turn.start, turn.end, turn.start, turn.end)
        source = self.sources.behind(Clause(paragraph, turn[:2], None, ""), self.heard)
        because = "a turn of a transcript begins with the name"
        said = Attributed(quotation, "direct", source, None, self._next_utterance(), "speaks_in_turn", because)
        self.heard.append(said)

    def _paragraph_above(self, sentence: Sentence) -> list[Sentence]:
        """The sentences above a paragraph that opens with speech; other sentences have no use for them."""
        paragraph = sentence.paragraph
        if not paragraph or 0 not in sentence.quotations or self._is_apart(paragraph):
            return []
        return self.sources.sentences(paragraph - 1)[-MOST_EARLIER:]

    def _is_apart(self, paragraph: int) -> bool:
        """Whether the paragraph does not go on from the one above: a headline, a bullet, the text below one."""
        return paragraph in self.heads or paragraph - 1 in self.heads

    def _attribute(self, scene: Scene) -> Attributed | None:
        if is_title(scene):
            return None
        clause = is_clause(scene)
        found, carried = self._find(scene, clause=clause)
        if found:
            is_direct = clause or is_nearly_all(scene, found[0])
            return self._said(scene, *found, kind="direct" if is_direct else "partial")
        if carried:
            return self._carried(scene, *carried)
        is_label = not clause and length(scene.words) < LEAST_PHRASE_WORDS
        return None if is_label else self._unsaid(scene, "direct" if clause or is_a_name_given(scene) else "partial")

    def _find(self, scene: Scene, *, clause: bool) -> tuple[tuple[Clause, str] | None, tuple[str, str] | None]:
        """The clause that says whose the words are, or why they are the last speaker's."""
        found = (None if scene.is_alone else _ask(IN_THE_SENTENCE, scene)) or _ask(IN_THE_QUOTATION, scene)
        if found:
            return found, None
        beside = _ask(BESIDE, scene)
        if beside or not clause:
            return None, beside
        found = _ask(BEFORE_THE_SENTENCE, scene)
        return found, None if found else _ask(LAST, scene)

    def _carried(self, scene: Scene, because: str, rule: str) -> Attributed | None:
        last = scene.last
        if last is None:
            return None
        kind: QuoteKind = "direct" if scene.sentence.is_speech or is_clause(scene) else "partial"
        return Attributed(scene.quotation, kind, last.source, last.cue, last.utterance, rule, because)

    def _said(self, scene: Scene, clause: Clause, rule: str, *, kind: QuoteKind) -> Attributed:
        cue = (clause.paragraph, *clause.cue) if clause.cue else None
        last = scene.last
        if last and cue and last.cue == cue and last.source and _is_same(last.source, clause):
            source, utterance = last.source, last.utterance
        else:
            source, utterance = self.sources.behind(clause, self.heard), self._next_utterance()
        return Attributed(scene.quotation, kind, source, cue, utterance, rule, clause.because)

    def _unsaid(self, scene: Scene, kind: QuoteKind) -> Attributed:
        return Attributed(scene.quotation, kind, None, None, self._next_utterance(), "no_source", "nobody is named")

    def _next_utterance(self) -> int:
        return self.heard[-1].utterance + 1 if self.heard else 1


def _is_same(source: Source, clause: Clause) -> bool:
    """Whether the clause's subject is that source, or the role in front of its name: the treasurer, | Bill Ransome."""
    end = clause.mention[1]
    return source.end == end or (source.start > end and source.role is not None and source.start - end <= APPOSITION)


def _ask(rules: Sequence[Callable[[Scene], _Found | None]], scene: Scene) -> tuple[_Found, str] | None:
    """What the first rule that speaks says, and its name."""
    for rule in rules:
        found = rule(scene)
        if found:
            return found, rule.__name__
    return None
