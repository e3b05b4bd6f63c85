"""What each rule is worth: the figures of annotated articles without it, against those with all.

    python benchmarks/worth_of_rules.py ARTICLES.jsonl SCORER.py [--rule NAME …] [--every]

ARTICLES has one a line: {"id", "input": the text, "gold", …}, as for train_survey.py. SCORER is a Python file with
score_one(document, found) -> figures of one document and total([figures]) -> figures of all by name; ``found`` has the
keys headline, authors, date, deck, bullets, section_headings, captions, paragraphs. Printed are the points lost by
leaving a rule out (negative: it costs more than it brings); --every prints rules without any effect, too.
"""

import argparse
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import newsparse
from newsparse import classify, rules

TABLES = ("FIRST_LOOK_AT_LINES", "FIRST_LOOK_AT_PROSE", "SECOND_LOOK_AT_ARTICLE", "SECOND_LOOK_AT_PASTE")
FIGURES = {
    "headline_exact": "headline",
    "authors_f": "authors",
    "date": "date",
    "deck_ok": "deck",
    "sh_f": "4-gram",
    "block_f": "block",
    "captions_f": "captions",
    "credit": "credit",
    "bullets_f": "bullets",
    "headings_f": "headings",
}
LEAST = 0.05  # points that are shown


def found(record: newsparse.Record) -> dict[str, Any]:
    body = [(item.kind.value, item.text) for item in record.body]
    return {
        "headline": record.headline,
        "authors": [author.name for author in record.byline.authors] if record.byline else [],
        "date": record.published,
        "deck": record.deck,
        "bullets": [*record.bullets, *(text for kind, text in body if kind == "list_item")],
        "section_headings": [text for kind, text in body if kind == "heading"],
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in record.captions],
        "paragraphs": [text for kind, text in body if kind in ("paragraph", "blockquote")],
    }


def measure(articles: Sequence[Mapping[str, Any]], scorer: ModuleType) -> dict[str, float]:
    """The figures of all articles, in percent."""
    rows = []
    for article in articles:
        record = next(iter(newsparse.parse_all(article["input"].removeprefix("\ufeff"), name="article.txt")))
        rows.append(scorer.score_one(article, found(record)))
    total = scorer.total(rows)
    return {short: 100 * (total.get(name) or 0.0) for name, short in FIGURES.items()}


def without(name: str, articles: Sequence[Mapping[str, Any]], scorer: ModuleType) -> dict[str, float]:
    """The figures where no table holds the rule."""
    tables = {table: getattr(classify, table) for table in TABLES}
    for table, held in tables.items():
        setattr(classify, table, rules.Table.of(rule for rule in held.rules if rule.name != name))
    try:
        return measure(articles, scorer)
    finally:
        for table, held in tables.items():
            setattr(classify, table, held)


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--rule", nargs="*")
    parser.add_argument("--every", action="store_true")
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").split("\n") if line]
    scorer = load(options.scorer)
    whole = measure(articles, scorer)
    print("all rules:", ", ".join(f"{name} {value:.1f}" for name, value in whole.items()), flush=True)
    names = dict.fromkeys(rule.name for rule in (*rules.FIRST_LOOK, *rules.SECOND_LOOK))
    for name in options.rule or names:
        rest = without(name, articles, scorer)
        lost = {figure: value - rest[figure] for figure, value in whole.items()}
        said = ", ".join(f"{figure} {points:+.1f}" for figure, points in lost.items() if abs(points) >= LEAST)
        if said or options.every:
            print(f"{name}: {said or 'nothing'}", flush=True)


if __name__ == "__main__":
    main()
