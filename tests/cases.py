"""Where the cases live, and how a file of cases becomes test parameters. A case with a "reason" is known to fail."""

import json
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
Case = dict[str, Any]


def load_cases(path: Path) -> list[Case]:
    """The cases of one file: a list of objects, each with a "why"."""
    found: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return found


def parameters(folder: str) -> list[Any]:
    """(kind, case) for every case of a folder; the kind is the file's name, the id adds why the case is there."""
    paths = sorted(path for path in (FIXTURES / folder).glob("*.json") if path.stem != "goldens")
    return [_parameter(path.stem, case) for path in paths for case in load_cases(path)]


def _parameter(kind: str, case: Case) -> Any:
    marks = pytest.mark.xfail(strict=True, raises=AssertionError, reason=case["reason"]) if "reason" in case else ()
    return pytest.param(kind, case, id=f"{kind}: {case['why']}", marks=marks)
