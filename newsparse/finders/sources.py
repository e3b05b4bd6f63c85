"""A mention beside a quotation -> the person or body behind it: full name, role, whom a pronoun stands for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsparse.finders.mentions import name_behind, part_name
from newsparse.finders.names import is_name_word
from newsparse.finders.people import People
from newsparse.finders.reported import reported
from newsparse.finders.roles import role_behind
from newsparse.finders.sentences import Sentence, sentences_of
from newsparse.finders.speech import Attributed, Clause, Source
from newsparse.finders.subjects import subject_of_sentence
from newsparse.language import Language

MOST_SENTENCES, MOST_PARAGRAPHS = 3, 3  # before a pronoun in which its person is looked for
MOST_SPEAKERS = 12  # before a pronoun that are asked for
ONE_PERSON = "mf"
LONGEST_HEADLINE, LEAST_TITLE_WORDS, LEAST_TITLE_LETTERS = 200, 4, 5


class Sources:
    """The people of an article, as they are mentioned beside its quotations."""

    def __init__(self, paragraphs: list[str], language: Language) -> None:
        self._paragraphs = paragraphs
        self._language = language
        self._people = People([text for text in paragraphs if not _is_in_title_case(text, language)], language)
        self._sentences: dict[int, list[Sentence]] = {}

    def know(self, paragraph: int, sentences: list[Sentence]) -> None:
        """Remember the sentences of a paragraph with quotations."""
        self._sentences[paragraph] = sentences

    def sentences(self, paragraph: int) -> list[Sentence]:
        """The sentences of a paragraph."""
        if paragraph not in self._sentences:
            self._sentences[paragraph] = sentences_of(paragraph, self._paragraphs[paragraph], (), self._language)
        return self._sentences[paragraph]

    def behind(self, clause: Clause, heard: Sequence[Attributed]) -> Source:
        """Who the clause's subject is; ``heard`` are the quotations before it."""
        start, end = clause.mention
        mention = self._paragraphs[clause.paragraph][start:end]
        if mention.lower() in self._language.pronouns:
            return self._person_behind(Source(clause.paragraph, start, end, mention, None, None), heard)
        return self._named(clause.paragraph, start, end)

    def _named(self, paragraph: int, start: int, end: int) -> Source:
        """The source that a noun phrase names."""
        text = self._paragraphs[paragraph]
        mention = text[start:end]
        parted = part_name(mention, self._language)
        if parted is None:
            return self._body_or_role(Source(paragraph, start, end, mention, mention, None))
        name = self._people.full(parted.name)
        role = parted.role or role_behind(text, end, self._language) or self._people.role(name)
        return Source(paragraph, start, end, mention, name, role)

    def _body_or_role(self, source: Source) -> Source:
        """A phrase without a name: a role with its name behind it ("the owner, Ann Lee"), or a body, a document."""
        text = self._paragraphs[source.paragraph]
        named = name_behind(text, source.end, self._language)
        if named is None:
            return source
        name = text[named[0] : named[1]]
        full = self._people.full(name)
        return Source(source.paragraph, *named, name, full, self._people.role(full) or source.mention)

    def _person_behind(self, pronoun: Source, heard: Sequence[Attributed]) -> Source:
        """A pronoun for one person stands for the nearest subject or speaker before it of its gender."""
        gender = self._language.pronouns[pronoun.mention.lower()]
        if gender not in ONE_PERSON:
            return pronoun
        for name, role in self._candidates(pronoun, heard):
            if self._people.gender(name) in (gender, None):
                return pronoun._replace(name=name, role=role)
        return pronoun

    def _candidates(self, pronoun: Source, heard: Sequence[Attributed]) -> Iterator[tuple[str, str | None]]:
        """The people that the sentences before the pronoun report of, the nearest first.

        Whoever speaks or does what a verb of speech or judgement says comes first; a mere subject counts in the
        pronoun's own paragraph, and elsewhere where nobody speaks.
        """
        speakers = list(heard[-MOST_SPEAKERS:])
        passed: list[tuple[Sentence, int]] = []
        end = pronoun.start
        for paragraph in range(pronoun.paragraph, max(-1, pronoun.paragraph - 1 - MOST_PARAGRAPHS), -1):
            sentences = self.sentences(paragraph)
            before = bisect_left(sentences, end, key=lambda sentence: sentence.start)
            for sentence in reversed(sentences[max(0, before - MOST_SENTENCES) : before]):
                place = (paragraph, sentence.start)
                while speakers and (speakers[-1].quotation.paragraph, speakers[-1].quotation.open_at) >= place:
                    yield from self._person(speakers.pop().source)
                yield from self._person(self._reporter(sentence, end))
                passed.append((sentence, end))
            if paragraph == pronoun.paragraph:
                for sentence, until in passed:
                    yield from self._person(self._subject(sentence, until))
            end = len(self._paragraphs[paragraph - 1]) if paragraph else 0
        for said in reversed(speakers):
            yield from self._person(said.source)
        for sentence, until in passed:
            yield from self._person(self._subject(sentence, until))

    def _reporter(self, sentence: Sentence, end: int) -> Source | None:
        """Whose speech the sentence reports before that place of its paragraph."""
        clause = reported(sentence, self._language)
        return self._named(sentence.paragraph, *clause.mention) if clause and clause.mention[1] < end else None

    def _subject(self, sentence: Sentence, end: int) -> Source | None:
        """What the sentence has for a subject before that place of its paragraph."""
        tokens = sentence.tokens
        until = sum(token.start < end for token in tokens)
        phrase = subject_of_sentence(tokens, 0, until, self._language)
        if phrase is None or tokens[phrase.first].lower in self._language.pronouns:
            return None
        return self._named(sentence.paragraph, tokens[phrase.first].start, tokens[phrase.last - 1].end)

    def _person(self, source: Source | None) -> Iterator[tuple[str, str | None]]:
        """The name and role of a source that is a person."""
        if source and source.name and self._people.is_person(source.name):
            yield source.name, source.role


def _is_in_title_case(text: str, language: Language) -> bool:
    """Whether a line is a headline that gives every longer word a capital: no name begins or ends in it."""
    if not language.title_case or len(text) > LONGEST_HEADLINE or text[-1:] in (".", "”"):
        return False
    words = [word for word in text.split() if len(word) >= LEAST_TITLE_LETTERS]
    return len(words) >= LEAST_TITLE_WORDS and all(map(is_name_word, words))
