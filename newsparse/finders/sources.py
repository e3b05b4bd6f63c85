"""A mention beside a quotation -> the person or body behind it: full name, role, whom a pronoun stands for."""

from collections.abc import Iterator, Sequence

from newsparse.finders.people import People, name_behind, part_name, role_behind
from newsparse.finders.sentences import Sentence, last_sentences_of
from newsparse.finders.speech import Attributed, Clause, Source
from newsparse.finders.subjects import subject_of_sentence
from newsparse.language import Language

MOST_SENTENCES, MOST_PARAGRAPHS = 3, 3  # before a pronoun in which its person is looked for
MOST_SPEAKERS = 12  # before a pronoun that are asked for
ONE_PERSON = "mf"


class Sources:
    """The people of an article, as they are mentioned beside its quotations."""

    def __init__(self, paragraphs: list[str], language: Language, beside: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._language = language
        self._people = People([*paragraphs, *beside], language)
        self._sentences: dict[int, list[Sentence]] = {}

    def know(self, paragraph: int, sentences: list[Sentence]) -> None:
        """Remember the sentences of a paragraph with quotations."""
        self._sentences[paragraph] = sentences

    def sentences(self, paragraph: int) -> list[Sentence]:
        """The sentences of a paragraph; the last ones of one without quotations."""
        if paragraph not in self._sentences:
            text = self._paragraphs[paragraph]
            self._sentences[paragraph] = last_sentences_of(paragraph, text, self._language)
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
        yield from self._subjects_above(pronoun.paragraph, pronoun.start)
        for said in reversed(heard[-MOST_SPEAKERS:]):
            if said.source and said.source.name and self._people.is_named(said.source.name):
                yield said.source.name, said.source.role
        for paragraph in range(pronoun.paragraph - 1, max(-1, pronoun.paragraph - 1 - MOST_PARAGRAPHS), -1):
            yield from self._subjects_above(paragraph, len(self._paragraphs[paragraph]))

    def _subjects_above(self, paragraph: int, end: int) -> Iterator[tuple[str, str | None]]:
        """The people that the sentences before that place of the paragraph have for subjects, the nearest first."""
        before = [sentence for sentence in self.sentences(paragraph) if sentence.tokens[0].start < end]
        for sentence in reversed(before[-MOST_SENTENCES:]):
            tokens = sentence.tokens
            until = sum(token.start < end for token in tokens)
            phrase = subject_of_sentence(tokens, 0, until, self._language)
            if phrase:
                source = self._named(paragraph, tokens[phrase.first].start, tokens[phrase.last - 1].end)
                if source.name and self._people.is_named(source.name):
                    yield source.name, source.role
