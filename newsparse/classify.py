"""Document -> Document: every block gets a Verdict(kind, rule, because)."""

from dataclasses import replace

from newsparse.language import Language, guess, load
from newsparse.model import Block, Document, Kind, Verdict
from newsparse.rules import FIRST_LOOK, SECOND_LOOK, Page, Rule, Scene
from newsparse.survey import survey

NOTHING_FITS = Verdict(Kind.UNCLASSIFIED, "no_rule", "no rule claims it")


def classify(document: Document) -> Document:
    """The document with a verdict on every block, and its language where that was not known."""
    tag = document.language or document.stated.language or guess(document.text)
    language = load(tag)
    blocks = _first_look(document.blocks, language)
    page = survey(blocks, headline_is_stated=document.stated.headline is not None)
    return replace(document, blocks=_second_look(blocks, language, page), language=tag)


def _first_look(blocks: tuple[Block, ...], language: Language) -> list[Block]:
    page = Page()
    return [_labelled(block, _ask(FIRST_LOOK, Scene(blocks, n, language, page))) for n, block in enumerate(blocks)]


def _second_look(blocks: list[Block], language: Language, page: Page) -> tuple[Block, ...]:
    for n, block in enumerate(blocks):
        verdict = block.verdict if block.hint else _ask(SECOND_LOOK, Scene(blocks, n, language, page)) or block.verdict
        blocks[n] = _labelled(block, verdict or NOTHING_FITS)
    return tuple(blocks)


def _ask(rules: tuple[Rule, ...], scene: Scene) -> Verdict | None:
    for rule in rules:
        verdict = rule.look(scene)
        if verdict:
            return verdict
    return None


def _labelled(block: Block, verdict: Verdict | None) -> Block:
    return block if verdict is block.verdict else replace(block, verdict=verdict)
