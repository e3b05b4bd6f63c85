"""Paragraphs -> attributed quotations: which words are quoted, how, by whom, with which cue."""

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.finders.attribution import CLAUSES, SENTENCE_BEFORE, Clause, Rule, Surroundings, led_in_by_the_paragraph_before, surroundings
from newsparse.finders.people import People, meet_people, part_name, role_behind
from newsparse.finders.quotations import Quotation, find_quotations
from newsparse.language import Language
from newsparse.model import QuoteKind

LEAST_CLAUSE_WORDS = 4  # a run of fewer words inside somebody's sentence is a phrase, not a clause
LEAST_PHRASE_WORDS = 3  # of quoted words that nobody is named for


class Source(NamedTuple):
    """Who is behind a quotation: the mention at start:end of a paragraph, the resolved name, the role."""

    paragraph: int
    start: int
    end: int
    mention: str
    name: str | None
    role: str | None


class Attributed(NamedTuple):
    """A quotation with its kind, source and cue (a span of the source's paragraph), and how that was found."""

    quotation: Quotation
    kind: QuoteKind
    source: Source | None
    cue: tuple[int, int, int] | None
    utterance: int
    rule: str
    because: str


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
    people = meet_people(paragraphs, language)
    found: list[Attributed] = []
    for n, quotation in enumerate(quotations):
        before = quotations[n - 1] if n and quotations[n - 1].paragraph == quotation.paragraph else None
        after = quotations[n + 1] if n + 1 < len(quotations) and quotations[n + 1].paragraph == quotation.paragraph else None
        text = paragraphs[quotation.paragraph]
        edges = before.close_at if before else 0, after.open_at if after else len(text)
        scene = surroundings(text, quotation, edges, language)
        above = paragraphs[quotation.paragraph - 1] if quotation.paragraph and quotation.open_at == 0 else ""
        said = _attribute(scene, above, found, people)
        if said:
            found.append(said)
    return found


def _attribute(scene: Surroundings, above: str, found: list[Attributed], people: People) -> Attributed | None:
    quotation, last = scene.quotation, found[-1] if found else None
    near = last if last and last.quotation.paragraph == quotation.paragraph else None
    is_clause = _is_clause(scene, near)
    if quotation.continues and last and last.quotation.paragraph == quotation.paragraph - 1:
        return _carried(scene, last, "goes_on_from_the_paragraph_before", "its paragraph opens the quotation again")
    clause, rule = _ask(CLAUSES, scene)
    if near and _goes_on(scene, near, clause):
        return _carried(scene, near, "goes_on_in_the_paragraph", "it goes on with the utterance before it")
    if clause is None and is_clause:
        clause, rule = _ask(SENTENCE_BEFORE, scene)
    if clause is None and is_clause and above:
        led_in = led_in_by_the_paragraph_before(above, scene.language)
        if led_in:
            return _led_in(scene, led_in, above, found, people)
    if clause:
        kind: QuoteKind = "direct" if is_clause else "partial"
        source = _source(scene.text, quotation.paragraph, clause, scene.language, found, people)
        cue = (quotation.paragraph, *clause.cue) if clause.cue else None
        return Attributed(quotation, kind, source, cue, _next_utterance(found), rule, clause.because)
    if not is_clause and scene.words.count(" ") + 1 < LEAST_PHRASE_WORDS:
        return None  # a label, a title, a word held at arm's length
    if not is_clause:
        return Attributed(quotation, "partial", None, None, _next_utterance(found), "no_source", "nobody is named")
    if last and last.source and _stands_alone(scene) and last.quotation.paragraph == quotation.paragraph - 1 and last.kind == "direct":
        return _carried(scene, last, "carried_from_the_paragraph_before", "a paragraph of speech after a paragraph of speech")
    return Attributed(quotation, "direct", None, None, _next_utterance(found), "no_source", "nobody is named")


def _led_in(scene: Surroundings, clause: Clause, above: str, found: list[Attributed], people: People) -> Attributed:
    paragraph = scene.quotation.paragraph - 1
    source = _source(above, paragraph, clause, scene.language, found, people)
    cue = (paragraph, *clause.cue) if clause.cue else None
    return Attributed(scene.quotation, "direct", source, cue, _next_utterance(found), led_in_by_the_paragraph_before.__name__, clause.because)


def _next_utterance(found: list[Attributed]) -> int:
    return found[-1].utterance + 1 if found else 1


def _ask(rules: tuple[Rule, ...], scene: Surroundings) -> tuple[Clause | None, str]:
    for rule in rules:
        clause = rule(scene)
        if clause:
            return clause, rule.__name__
    return None, ""


def _goes_on(scene: Surroundings, near: Attributed, clause: Clause | None) -> bool:
    """Whether a later piece in a paragraph belongs to the utterance before it: “…,” she said. “…”"""
    if clause and clause.because.startswith("the clause before") and scene.left and near.cue and clause.cue == near.cue[1:]:
        return True
    if clause:
        return False
    return near.kind == "direct" and _opens_sentence(scene)


def _opens_sentence(scene: Surroundings) -> bool:
    return not scene.left or scene.left[-1].text in ".!?,:—–…"


def _stands_alone(scene: Surroundings) -> bool:
    """Whether the paragraph begins with the quotation."""
    return scene.quotation.open_at == 0


def _carried(scene: Surroundings, last: Attributed, rule: str, because: str) -> Attributed:
    return Attributed(scene.quotation, "direct", last.source, last.cue, last.utterance, rule, because)


def _is_clause(scene: Surroundings, near: Attributed | None) -> bool:
    """Direct speech, a clause or more, as against a few words inside the reporter's own sentence."""
    words, quotation = scene.words, scene.quotation
    count = words.count(" ") + 1
    if quotation.continues or any(f"{end} " in words[:-1] for end in ".!?"):
        return True
    behind = scene.text[quotation.close_at : quotation.close_at + 1]
    ended = words[-1] in ".!?…,—–-" or behind in ",."
    first = next((char for char in words if char.isalnum()), "a")
    opens = not scene.left or scene.left[-1].text in ".!?:,"
    if opens and ended and (first.isupper() or not first.isalpha()):
        return count > 1 or words[-1] in ".!?,"
    if opens and ended and near and near.kind == "direct" and words[-1] in ",.?!":
        return True
    after_cue = bool(scene.left) and scene.left[-1].lower in scene.language.cues_of_speech | {"that"}
    return (opens or after_cue) and count >= LEAST_CLAUSE_WORDS and (ended or first.isupper())


def _source(text: str, paragraph: int, clause: Clause, language: Language, found: list[Attributed], people: People) -> Source:  # noqa: PLR0913
    start, end = clause.mention
    mention = text[start:end]
    if mention.lower() in language.pronouns:
        last = next((said.source for said in reversed(found) if said.source and said.source.name), None)
        same = last if language.pronouns[mention.lower()] in "mf" else None
        return Source(paragraph, start, end, mention, same.name if same else None, same.role if same else None)
    parted = part_name(mention, language)
    if parted is None:
        return Source(paragraph, start, end, mention, mention, None)
    name = parted.name if " " in parted.name else people.full.get(parted.name, parted.name)
    role = parted.role or role_behind(text, end, language) or people.roles.get(name)
    return Source(paragraph, start, end, mention, name, role)
