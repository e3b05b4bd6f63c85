"""The weights of newsparse/survey from pages whose articles are known, and the figures on publishers held out.

    python -m pip install -e '.[train]'
    python benchmarks/train_survey.py PASTES.jsonl ARTICLES.jsonl [--folds 5] [--write]

Both have a page a line: {"publisher", "input_kind", "input": the text, "gold": {headline, paragraphs, section_headings,
bullets}, "meta": {must, mustnt, headings_in_paragraphs}}; a field of null is not known. Of an article alone (input_kind
"clean") only the text below its head is learnt from, for its headings. No text is stored, only the weights. --folds
trains without each fold of publishers in turn and prints what is found on it; --write trains on all and writes
newsparse/survey/weights.toml.

Train again whenever a rule of the first look or a feature changes: the weights stand for what those say.
"""

import argparse
import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from chain_training import Page, Trained, train
from rapidfuzz import fuzz

from newsparse.classify import first_look
from newsparse.decode import from_text
from newsparse.formats import choose_reader, reader
from newsparse.language import common_words, guess, load
from newsparse.model import Block, Kind
from newsparse.rules.scene import Role, kind_of
from newsparse.survey import chain
from newsparse.survey.features import Features

WEIGHTS = Path(chain.__file__).parent / "weights.toml"
STRENGTH, ROUNDS = 10.0, 110  # among the best on publishers held out, of 3 to 60 and 60 to 300
FOR_HEADINGS = 0.7  # likelihood prefers paragraphs; on publishers held out, headings' F1 is best with this much more
ALIKE = 0.9  # likeness of a block and a paragraph of the gold that are the same
PLAUSIBLE = 0.7  # of the longer's length has the shorter of two texts that may be the same
LEAST_PIECE = 30  # characters of a text that is known by standing in another
FULL_PROSE, FULL_WIDE_PROSE = 160, 60  # characters of a paragraph that is no deck; of a wide script
HEAD = 40  # blocks below the headline in which the first such paragraph opens the text
LONGEST_HEADING = 120
NO_HEADING_END = '.!?。"”,;:'
ALL, TEXT = frozenset(Role), frozenset((Role.PARAGRAPH, Role.HEADING))
ABOVE = frozenset((Role.BEFORE, Role.HEADLINE, Role.HEAD))
SPACES, SIGNS = re.compile(r"\s+"), re.compile(r"[\W_]+")
PLAIN = str.maketrans({**dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("–—−‐‑", "-")})


class Sample(NamedTuple):
    """A page of the gold, read as newsparse reads it, with what is known of each block."""

    is_paste: bool
    publisher: str
    gold: Mapping[str, Any]
    texts: Sequence[str]
    page: Page


def normal(text: str) -> str:
    return SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(PLAIN)).strip()


def folded(text: str) -> str:
    return SIGNS.sub(" ", normal(text).casefold()).strip()


def sample(line: str) -> Sample:
    entry = json.loads(line)
    source = from_text(entry["input"].removeprefix("\ufeff"), name="page.txt")
    document = next(iter(reader(choose_reader(source)[0]).read(source)))
    tag = guess(document.text)
    blocks = first_look(document.blocks, load(tag))
    page = Page(list(Features(blocks, common_words(tag))), *_known(entry["gold"], entry.get("meta") or {}, blocks))
    is_paste = entry["input_kind"] != "clean"
    texts = [block.text for block in blocks]
    return Sample(is_paste, entry["publisher"], entry["gold"], texts, page if is_paste else _below_head(page))


def _below_head(page: Page) -> Page:
    start = next((n for n, one in enumerate(page.allowed) if one <= TEXT), 0)
    return Page(page.features[start:], page.allowed[start:], is_headed=False)


# ---- what is known of each block


def _known(
    gold: Mapping[str, Any], meta: Mapping[str, Any], blocks: Sequence[Block]
) -> tuple[list[frozenset[Role]], bool]:
    """The roles that each block may have, and whether the headline stands above the text."""
    texts = [block.text for block in blocks]
    body = _body(gold, [folded(text) for text in texts])
    allowed = _around_body(body, len(texts)) if body else [ALL] * len(texts)
    if meta.get("headings_in_paragraphs"):
        for n in _headings_among(sorted(body), texts):
            allowed[n] = frozenset({Role.HEADING})
    start = min(body, default=len(texts))
    head = _head(gold["headline"], blocks, start, is_followed=bool(body))
    if head is not None:
        allowed[:start] = [one - {Role.HEADLINE} for one in allowed[:start]]
        allowed[head] = frozenset({Role.HEADLINE})
    if not body:
        _hold_prose(allowed, blocks, head, meta)
    if _is_possible(allowed, is_headed=head is not None):
        return allowed, head is not None
    return [ALL] * len(texts), False


def _body(gold: Mapping[str, Any], blocks: Sequence[str]) -> dict[int, Role]:
    """The blocks that are the gold's paragraphs and headings: equal ones first, then those that are alike."""
    wanted = [(folded(text), Role.PARAGRAPH) for text in (gold["paragraphs"] or []) + (gold["bullets"] or [])]
    if not gold["paragraphs"]:
        return {}
    wanted += [(folded(text), Role.HEADING) for text in gold["section_headings"] or []]
    places = defaultdict(list)
    for n, text in enumerate(blocks):
        places[text].append(n)
    anchors = [places[text][0] for text, _ in wanted if len(places[text]) == 1 and len(text) > LEAST_PIECE] or [0]
    top, bottom = min(anchors), max(anchors)
    found: dict[int, Role] = {}
    for text, role in wanted:
        free = [n for n in places[text] if text and n not in found]
        if free:
            found[min(free, key=lambda n: (max(top - n, n - bottom, 0), n))] = role
    missing = [(text, role) for text, role in wanted if text and not places[text]]
    for text, role in missing:
        for n in _alike(text, blocks, found):
            found[n] = role
    return found


def _headings_among(body: Sequence[int], texts: Sequence[str]) -> Iterator[int]:
    """Where the gold does not tell headings from paragraphs: short lines without an end, alone between long ones."""
    for above, n, below in zip(body, body[1:], body[2:], strict=False):
        alone = len(texts[above]) >= LONGEST_HEADING <= len(texts[below])
        if alone and len(texts[n]) < LONGEST_HEADING and texts[n][-1] not in NO_HEADING_END:
            yield n


def _alike(text: str, blocks: Sequence[str], taken: Mapping[int, Role]) -> list[int]:
    """The block that is most like a text, or else those that it is part of, or that are parts of it."""
    free = [n for n, block in enumerate(blocks) if block and n not in taken]
    best = max(((_likeness(text, blocks[n]), n) for n in free), default=(0.0, -1))
    if best[0] >= ALIKE:
        return [best[1]]
    long = [n for n in free if len(blocks[n]) > LEAST_PIECE]
    return [n for n in long if blocks[n] in text or (len(text) > LEAST_PIECE and text in blocks[n])]


def _likeness(one: str, two: str) -> float:
    if min(len(one), len(two)) < PLAUSIBLE * max(len(one), len(two)):
        return 0.0
    return fuzz.ratio(one, two) / 100


def _around_body(body: Mapping[int, Role], count: int) -> list[frozenset[Role]]:
    first, last = min(body), max(body)
    return [
        ABOVE if n < first else frozenset({Role.AFTER if n > last else body.get(n, Role.INSIDE)}) for n in range(count)
    ]


def _head(headline: str | None, blocks: Sequence[Block], start: int, *, is_followed: bool) -> int | None:
    """The block above ``start`` that is the headline; equal texts go before those that are alike.

    Of several it is the last, or where the text is not known, the one that prose follows closest.
    """
    if headline is None:
        return None
    texts = [block.text for block in blocks[:start]]
    places = [n for n, text in enumerate(texts) if normal(text) == normal(headline)]
    places = places or [n for n, text in enumerate(texts) if _likeness(folded(headline), folded(text)) >= ALIKE]
    if is_followed or len(places) < 2:
        return max(places, default=None)
    full = [n for n, block in enumerate(blocks) if _is_full_prose(block)]
    return min(places, key=lambda at: (next((n - at for n in full if n > at), len(blocks)), at))


def _hold_prose(
    allowed: list[frozenset[Role]], blocks: Sequence[Block], headline: int | None, meta: Mapping[str, Any]
) -> None:
    """Where the body is not known: a full paragraph is no deck, and the first below the headline opens the text.

    What must stand in the body is text, what must not is none.
    """
    must, never = ([normal(text).casefold() for text in meta.get(key) or ()] for key in ("must", "mustnt"))
    full = [n for n, block in enumerate(blocks) if _is_full_prose(block)]
    for n in full:
        allowed[n] = allowed[n] - {Role.HEAD} or allowed[n]
    for n, block in enumerate(blocks) if must else ():
        text = normal(block.text).casefold()
        if len(text) > LEAST_PIECE and any(piece in text for piece in must):
            if headline is None or n >= headline:
                allowed[n] = allowed[n] & {*TEXT, Role.HEADLINE, Role.HEAD} or allowed[n]
        elif any(piece in text for piece in never):
            allowed[n] -= TEXT
    opening = next((n for n in full if headline is not None and headline < n < headline + HEAD), None)
    if opening is not None and not must:
        allowed[opening] = frozenset({Role.PARAGRAPH})


def _is_full_prose(block: Block) -> bool:
    least = FULL_WIDE_PROSE if block.text[0] >= "\u1100" else FULL_PROSE
    return kind_of(block) is Kind.PARAGRAPH and len(block.text) >= least


def _is_possible(allowed: Sequence[frozenset[Role]], *, is_headed: bool) -> bool:
    """Whether any chain of roles keeps to what is known."""
    here = {role for role in chain.MAY_OPEN if not (is_headed and role in TEXT)} & allowed[0]
    for one in allowed[1:]:
        steps = {(role, after) for role in here for after in chain.FOLLOWS[role]}
        here = {after for role, after in steps if not (is_headed and role is Role.BEFORE and after in TEXT)} & one
    return bool(here & set(chain.MAY_CLOSE))


# ---- weights and figures


def tables(trained: Trained) -> dict[str, dict[str, str]]:
    """The two tables of the weights file: thousandths, in one string a row, which loads in a fifth of the time."""
    more = np.array([FOR_HEADINGS if role is Role.HEADING else 0.0 for role in chain.ROLES])
    rows = trained.features | {"always": trained.features["always"] + more}
    steps = {role.value: _thousandths(row) for role, row in zip(chain.ROLES, trained.steps, strict=True)}
    return {"steps": steps, "features": {name: _thousandths(row) for name, row in sorted(rows.items())}}


def _thousandths(row: Iterable[float]) -> str:
    return " ".join(str(round(chain.SCALE * weight)) for weight in row)


def written(weights: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield "# Made by benchmarks/train_survey.py; do not edit. Thousandths, one for each role:\n"
    yield f"# {' '.join(chain.ROLES)}\n"
    yield "# [steps] is from one role to each; [features] is what a feature of a block says for each.\n"
    for title, rows in weights.items():
        yield f"\n[{title}]\n"
        yield from (f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(row)}\n" for name, row in rows.items())


def fold_of(publisher: str, folds: int) -> int:
    return int(hashlib.md5(publisher.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def measure(samples: Iterable[Sample], weights: chain.Weights) -> Counter[str]:
    """Right, found and wanted headlines and blocks of the page pastes."""
    count: Counter[str] = Counter()
    for one in (one for one in samples if one.is_paste):
        roles = chain.likeliest(one.page.features, weights).roles
        if one.gold["headline"] is not None:
            said = next((text for text, role in zip(one.texts, roles, strict=True) if role is Role.HEADLINE), "")
            count["headline wanted"] += 1
            count["headline right"] += normal(said) == normal(one.gold["headline"])
        if one.gold["paragraphs"]:
            for role, known in zip(roles, one.page.allowed, strict=True):
                for name, part in (("text", TEXT), ("heading", {Role.HEADING})):
                    count[f"{name} found"] += role in part
                    count[f"{name} wanted"] += known <= part
                    count[f"{name} right"] += role in part and known <= part
    return count


def show(count: Mapping[str, int]) -> str:
    headline = count["headline right"] / max(1, count["headline wanted"])
    parts = [f"headline {headline:.1%}"]
    for name in ("text", "heading"):
        both = count[f"{name} found"] + count[f"{name} wanted"]
        parts.append(f"{name} blocks F1 {2 * count[f'{name} right'] / max(1, both):.1%}")
    return ", ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    samples = [sample(line) for path in options.gold for line in path.read_text(encoding="utf-8").split("\n") if line]
    total: Counter[str] = Counter()
    for fold in range(options.folds):
        held = [one for one in samples if fold_of(one.publisher, options.folds) == fold]
        seen = [one.page for one in samples if fold_of(one.publisher, options.folds) != fold]
        trained = train(seen, strength=STRENGTH, rounds=ROUNDS)
        total += measure(held, chain.as_weights(tables(trained)))
        print(f"fold {fold}: {show(measure(held, chain.as_weights(tables(trained))))}", flush=True)
    if options.folds:
        print(f"publishers held out: {show(total)}")
    if options.write:
        trained = train([one.page for one in samples], strength=STRENGTH, rounds=ROUNDS)
        WEIGHTS.write_text("".join(written(tables(trained))), encoding="utf-8")
        print(f"on what was trained on: {show(measure(samples, chain.as_weights(tables(trained))))}")


if __name__ == "__main__":
    main()
