"""Document -> Document: every block gets a Verdict(kind, rule, because)."""

from dataclasses import replace

from newsparse.language import Language, common_words, guess, load
from newsparse.model import Block, Document, Kind, Verdict
from newsparse.rules import (
    FIRST_LOOK_AT_LINES,
    FIRST_LOOK_AT_PROSE,
    SECOND_LOOK_AT_ARTICLE,
    SECOND_LOOK_AT_PASTE,
    Page,
    Scene,
    Table,
)
from newsparse.rules.scene import is_plain_prose
from newsparse.survey import survey

NOTHING_FITS = Verdict(Kind.UNCLASSIFIED, "no_rule", "no rule claims it")


def classify(document: Document) -> Document:
    """The document with a verdict on every block, and its language where that was not known."""
    tag = document.language or document.stated.language or guess(document.text)
    language = load(tag)
    blocks = first_look(document.blocks, language)
    page = survey(blocks, common_words(tag), headline_is_stated=document.stated.headline is not None)
    notes = (*document.notes, *page.notes)
    return replace(document, blocks=_second_look(blocks, language, page), language=tag, notes=notes)


def first_look(blocks: tuple[Block, ...], language: Language) -> list[Block]:
    """The blocks with what each is by itself; those that no rule claims have no verdict."""
    page = Page()
    return [
        _labelled(block, _ask(_for_a_first_look(block), Scene.of(blocks, n, language, page)))
        for n, block in enumerate(blocks)
    ]


def _for_a_first_look(block: Block) -> Table:
    return FIRST_LOOK_AT_PROSE if is_plain_prose(block.text) else FIRST_LOOK_AT_LINES


def _second_look(blocks: list[Block], language: Language, page: Page) -> tuple[Block, ...]:
    table = SECOND_LOOK_AT_PASTE if page.is_paste else SECOND_LOOK_AT_ARTICLE
    for n, block in enumerate(blocks):
        verdict = block.verdict if block.hint else _ask(table, Scene.of(blocks, n, language, page)) or block.verdict
        blocks[n] = _labelled(block, verdict or NOTHING_FITS)
    return tuple(blocks)


def _ask(table: Table, scene: Scene) -> Verdict | None:
    for rule in table.for_length(len(scene.text)):
        because = rule.look(scene)
        if because:
            return Verdict(rule.kind or _kind_of_form(scene), rule.name, because)
    return None


def _kind_of_form(scene: Scene) -> Kind:
    """The kind that the form itself gives: of the one rule that has none of its own."""
    hint = scene.block.hint
    return hint.kind if hint else Kind.UNCLASSIFIED


def _labelled(block: Block, verdict: Verdict | None) -> Block:
    if verdict is block.verdict:
        return block
    return Block(  # written out: dataclasses.replace takes four times as long
        block.text, block.start, block.end, block.offsets, block.line, block.gap, block.hint, block.html, verdict
    )
