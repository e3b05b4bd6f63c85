"""Paragraphs -> attributed quotations: which words are quoted, how, by whom, with which cue."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from newsparse.finders.attribution import BEFORE_THE_SENTENCE, IN_THE_SENTENCE
from newsparse.finders.carrying import BESIDE, FIRST, LAST
from newsparse.finders.people import People, meet_people, name_behind, part_name, role_behind
from newsparse.finders.quotations import Quotation, find_quotations
from newsparse.finders.speech import Attributed, Clause, Source, Surroundings, surroundings
from newsparse.finders.subjects import subject_before, subject_of_sentence
from newsparse.finders.tokens import sentence_start, tokens_of
from newsparse.language import Language
from newsparse.model import QuoteKind

_Found = TypeVar("_Found")
LEAST_CLAUSE_WORDS = 4  # a run of fewer words inside somebody's sentence is a phrase, not a clause
REACH, MOST_SENTENCES = 400, 3  # code points and sentences before a pronoun in which its person is looked for
LEAST_PHRASE_WORDS = 3  # of quoted words that nobody is named for: fewer are a label, a title, a word in scorn


def find_speech(paragraphs: Sequence[str], language: Language, beside: Sequence[str] = ()) -> list[Attributed]:
    """Every quotation of an article's paragraphs, in order; scare quotes and labels are left out.

    ``beside`` are other texts of the article in which people are introduced (captions).

    >>> from newsparse.language import load
    >>> [said] = find_speech(["“It will do,” said Ann Lee, the mayor."], load("en"))
    >>> said.source.name, said.source.role, said.kind
    ('Ann Lee', 'the mayor', 'direct')
    """
    quotations = find_quotations(paragraphs)
    if not quotations:
        return []
    listener = _Listener(list(paragraphs), language, meet_people([*paragraphs, *beside], language))
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
            scene = surroundings(self.paragraphs, quotation, (end, start), last=last, language=self.language)
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
        if not is_clause and _length(scene.words) < LEAST_PHRASE_WORDS:
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
        return self._source_of(paragraph, start, end)

    def _source_of(self, paragraph: int, start: int, end: int) -> Source:
        """The source that a noun phrase names."""
        text = self.paragraphs[paragraph]
        mention = text[start:end]
        parted = part_name(mention, self.language)
        if parted is None:
            return self._body_or_role(Source(paragraph, start, end, mention, mention, None))
        name = self._full(parted.name)
        role = parted.role or role_behind(text, end, self.language) or self.people.roles.get(name)
        return Source(paragraph, start, end, mention, name, role)

    def _full(self, name: str) -> str:
        """The fullest form of the name: by its last word, where that form ends in what was said ("van Loon")."""
        if " " in name and name[0].isupper():
            return name
        full = self.people.full.get(name.rsplit(maxsplit=1)[-1], name)
        return full if full.endswith(name) else name

    def _body_or_role(self, source: Source) -> Source:
        """A phrase without a name: a role with its name behind it ("the owner, Ann Lee"), or a body, a document."""
        text = self.paragraphs[source.paragraph]
        named = name_behind(text, source.end, self.language)
        if named is None:
            return source
        name = text[named[0] : named[1]]
        full = self._full(name)
        return Source(source.paragraph, *named, name, full, self.people.roles.get(full, source.mention))

    def _person_behind(self, pronoun: Source) -> Source:
        """A pronoun for one person stands for the subject of the sentences before it, else for the last speaker."""
        if self.language.pronouns[pronoun.mention.lower()] not in "mf":
            return pronoun
        found = (
            self._subject_above(pronoun.paragraph, pronoun.start) or self._last_speaker() or self._introduced(pronoun)
        )
        return pronoun._replace(name=found[0], role=found[1]) if found else pronoun

    def _subject_above(self, paragraph: int, end: int) -> tuple[str, str | None] | None:
        """The person that the nearest sentence before that place of the paragraph has for a subject."""
        text = self.paragraphs[paragraph]
        tokens = tokens_of(text, max(0, end - REACH), end, self.language)
        last = len(tokens)
        for _ in range(MOST_SENTENCES):
            since = sentence_start(tokens, last)
            phrase = subject_of_sentence(tokens, since, last, self.language)
            if phrase:
                source = self._source_of(paragraph, tokens[phrase.first].start, tokens[phrase.last - 1].end)
                if source.name in self.people.full.values():
                    return str(source.name), source.role
            last = since - 1
            if last <= 0:
                break
        return None

    def _introduced(self, pronoun: Source) -> tuple[str, str | None] | None:
        """Whoever the paragraphs above are about, where nobody has spoken yet."""
        above = range(pronoun.paragraph - 1, max(-1, pronoun.paragraph - 1 - MOST_SENTENCES), -1)
        found = (self._subject_above(n, len(self.paragraphs[n])) for n in above)
        return next((person for person in found if person), None)

    def _last_speaker(self) -> tuple[str, str | None] | None:
        sources = (said.source for said in reversed(self.heard) if said.source and said.source.name)
        return next(((source.name, source.role) for source in sources if source.name), None)


def _ask(rules: Sequence[Callable[[Surroundings], _Found | None]], scene: Surroundings) -> tuple[_Found, str] | None:
    """What the first rule that speaks says, and its name."""
    for rule in rules:
        found = rule(scene)
        if found:
            return found, rule.__name__
    return None


def _length(words: str) -> int:
    """How many words; two signs for one where a script writes none apart.

    >>> _length("it will do"), _length("港は開く")
    (3, 2)
    """
    unspaced = sum("\u3040" <= char <= "\u9fff" for char in words[:200])
    return max(words.count(" ") + 1, unspaced // 2)


def _is_clause(scene: Surroundings) -> bool:
    """Direct speech, a clause or more, as against a few words inside the reporter's own sentence.

    Several sentences are; so is what begins and ends like a sentence where a sentence may begin, or goes on with the
    piece before it; behind a verb of speech some words that run up to a stop are enough.
    """
    words, quotation = scene.words, scene.quotation
    if quotation.continues or any(f"{stop} " in words[:-1] for stop in ".!?"):
        return True
    count = _length(words)
    ended = words[-1] in ".!?…,—–-。" or scene.text[quotation.close_at : quotation.close_at + 1] in ",."
    first = next((char for char in words if char.isalnum()), "a")
    opens = not scene.left or scene.left[-1].text in ".!?:,"
    if opens and not scene.left and count > 1 and not (first.isupper() or first.islower()):
        return True  # a script without capitals: a paragraph that begins with its quotation
    if opens and ended and not first.islower():
        return count > 1 or words[-1] in ".!?,"
    near = scene.near
    if opens and ended and near and near.kind == "direct" and words[-1] in ",.?!":
        return True
    after_cue = bool(scene.left) and scene.left[-1].lower in scene.language.before_speech
    return (
        (opens or after_cue) and count >= LEAST_CLAUSE_WORDS and (ended or first.isupper()) and not _is_inserted(scene)
    )


def _is_inserted(scene: Surroundings) -> bool:
    """Whether the verb of speech is only inserted in a sentence that began before: The boy, Lee added, “has a job.”"""
    left = scene.left
    if len(left) < 3 or left[-1].text != "," or left[-2].lower not in scene.language.cues:
        return False
    since = sentence_start(left, len(left))
    subject = subject_before(left, len(left) - 2, scene.language, since)
    if subject is None or subject.first <= since + 1 or left[subject.first - 1].text != ",":
        return False
    return left[since].lower in scene.language.determiners | frozenset(scene.language.pronouns)
