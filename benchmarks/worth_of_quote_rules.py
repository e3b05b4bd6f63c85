"""What each rule of speech is worth: the end-to-end F1 of quotations and speakers with that rule left out.

    python benchmarks/worth_of_quote_rules.py GOLD.jsonl... [--limit N]

A line of a gold file is {"text", "quotes": [{"start", "end", "speaker", "kind"}]}: offsets are code points, "kind" is
"direct" or anything else (which is neither right nor wrong). A quotation is found when its span shares half of the
union with the gold's; right, when in addition a word of its speaker's name, or its mention, is the gold's last word.
That is rougher than a scorer's reading of names, and only the differences count.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsparse.finders import speakers
from newsparse.model import Record
from newsparse.pipeline import parse

TABLES = ("IN_THE_SENTENCE", "IN_THE_QUOTATION", "BESIDE", "BEFORE_THE_SENTENCE", "LAST")
LEAST_SHARE = 0.5  # of the union of two spans that are the same quotation
Doc = dict[str, Any]


def last_word(name: str | None) -> str | None:
    words = re.findall(r"\w+", (name or "").split(",")[0].lower())
    return words[-1] if words else None


def is_right(quote: Any, gold: Doc) -> bool:
    """Whether the speaker is the gold's, by name or by mention."""
    wanted = last_word(gold["speaker"])
    if quote.speaker is None or wanted is None:
        return quote.speaker is None and wanted is None
    said = f"{quote.speaker.name or ''} {quote.speaker.mention}".lower()
    return wanted in re.findall(r"\w+", said)


def share(quote: Any, gold: Doc) -> float:
    inner = min(quote.end, gold["end"]) - max(quote.start, gold["start"])
    return inner / (max(quote.end, gold["end"]) - min(quote.start, gold["start"])) if inner > 0 else 0.0


def counts(record: Record, golds: list[Doc], kinds: tuple[str, ...]) -> tuple[int, int, int]:
    """How many pieces are right, how many were given that count, how many are wanted."""
    wanted = [gold for gold in golds if gold["kind"] == "direct"]
    free = [gold for gold in golds if gold["kind"] != "direct"]
    given = [quote for quote in record.quotes if quote.kind in kinds]
    right, taken = 0, set()
    for gold in wanted:
        found = [n for n, quote in enumerate(given) if n not in taken and share(quote, gold) >= LEAST_SHARE]
        if found:
            taken.add(found[0])
            right += is_right(given[found[0]], gold)
    false = [
        quote
        for n, quote in enumerate(given)
        if n not in taken and not any(gold["start"] <= quote.start < gold["end"] for gold in free)
    ]
    return right, len(taken) + len(false), len(wanted)


def f1(docs: list[Doc]) -> float:
    """Percent, end to end, of all articles together."""
    right = given = wanted = 0
    for doc in docs:
        kinds = ("direct",) if doc["lang"] == "en" else ("direct", "partial")
        found = counts(parse(doc["text"]), doc["quotes"], kinds)
        right, given, wanted = right + found[0], given + found[1], wanted + found[2]
    return 200 * right / max(given + wanted, 1)


@contextmanager
def without(owner: Any, name: str, value: Any) -> Iterator[None]:
    """A name of a module that stands for something else for a while."""
    kept = getattr(owner, name)
    setattr(owner, name, value)
    yield
    setattr(owner, name, kept)


def rules() -> Iterator[tuple[str, Any, str, Any]]:
    """Each rule by its name, and what leaves it out: the owner, the name there, what stands there instead."""
    for table in TABLES:
        owner = speakers
        of = getattr(owner, table)
        for rule in of:
            yield rule.__name__, owner, table, tuple(other for other in of if other is not rule)
    never: Callable[..., bool] = lambda *_: False  # noqa: E731
    yield "is_title", speakers, "is_title", never
    yield "is_nearly_all", speakers, "is_nearly_all", never
    yield "turns_of", speakers, "turns_of", lambda _: {}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="the first N articles of each file")
    args = parser.parse_args()
    sets = {
        path.name: [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[: args.limit] if line]
        for path in args.gold
    }
    whole = {name: f1(docs) for name, docs in sets.items()}
    print(f"{'all rules':36}", *(f"{name} {value:.1f}" for name, value in whole.items()))
    for rule, owner, name, value in rules():
        with without(owner, name, value):
            print(f"{rule:36}", *(f"{f1(docs) - whole[of]:+9.2f}" for of, docs in sets.items()), flush=True)


if __name__ == "__main__":
    main()
