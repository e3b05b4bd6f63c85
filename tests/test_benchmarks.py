"""A benchmark that nobody runs for a while still runs: the one of what each rule is worth, on an article of our own."""

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
PARAGRAPHS = (
    "The old bridge will close to lorries from Monday, the county said.",
    "Drivers will be sent by way of Lower Tamsin, which adds nineteen minutes to the journey.",
)
ARTICLE = {"input": "\n\n".join(("Bridge closes to lorries", "By Ada Quill", *PARAGRAPHS))}


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _score_one(_article: Mapping[str, Any], found: Mapping[str, Any]) -> float:
    return float(found["authors"] == ["Ada Quill"])


def _total(rows: Sequence[float]) -> dict[str, float]:
    return {"authors_f": sum(rows) / len(rows)}


def test_the_worth_of_a_rule_is_what_is_lost_without_it() -> None:
    worth, scorer = _load("worth_of_rules"), SimpleNamespace(score_one=_score_one, total=_total)
    assert worth.measure([ARTICLE], scorer)["authors"] == 100
    assert worth.without("opens_with_a_by_word", [ARTICLE], scorer)["authors"] == 0
    assert worth.measure([ARTICLE], scorer)["authors"] == 100
