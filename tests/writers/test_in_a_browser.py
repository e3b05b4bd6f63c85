"""Our pages in a real browser: no fault that axe knows, no request, no word on the console, no page wider than it is.

Skipped where Chromium, Node or axe is missing; CI has them and sets NEWSPARSE_BROWSER, so that it cannot skip.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.formats import WriteOptions, writer
from newsparse.model import Kind, Record
from tests.writers.factories import bridge, hostile, record

BROWSER = Path(__file__).parent.parent / "browser"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NODE = shutil.which("node")
HAS_ALL = bool(CHROMIUM and NODE and (BROWSER / "node_modules" / "axe-core").is_dir())

pytestmark = pytest.mark.skipif(
    not HAS_ALL and not os.environ.get("NEWSPARSE_BROWSER"),
    reason="needs Chromium, Node and: npm install --prefix tests/browser",
)

ARABIC = "إغلاق الجسر القديم\n\nقالت المدينة يوم الاثنين إن الجسر القديم سيغلق لمدة ستة أسابيع في الصيف.\n"
TABLE = "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1986</td><td>4</td></tr></table>"
PAGES: dict[str, list[Record]] = {
    "all": [bridge()],
    "two": [bridge(), bridge()],
    "arabic": [newsparse.parse(ARABIC)],
    "no-headline": [record([(Kind.PARAGRAPH, "The toll will rise on Monday, the city said.")])],
    "no-language": [newsparse.parse("Tolls\n\n123 456")],
    "hostile": [hostile("\"><img src=x onerror='alert(1)'><script>alert(2)</script>")],
    "table": [record([(Kind.HEADLINE, "Boats"), (Kind.PARAGRAPH, "x")], html=TABLE)],
    "long-word": [record([(Kind.HEADLINE, "W" * 90), (Kind.PARAGRAPH, "w" * 400)])],
}


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("pages")
    paths = []
    for name, records in PAGES.items():
        paths.append(folder / f"{name}.html")
        paths[-1].write_text("".join(writer("html").write(records, WriteOptions())), encoding="utf-8")
    assert HAS_ALL, "Chromium, Node or axe is missing"
    done = subprocess.run(
        [str(NODE), "look.mjs", str(CHROMIUM), *map(str, paths)],
        cwd=BROWSER,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _found(looks: list[dict[str, Any]], key: str) -> list[tuple[str, str, Any]]:
    return [(Path(look["page"]).stem, look["look"], look[key]) for look in looks if look[key]]


def test_every_page_is_looked_at_in_every_light(looks: list[dict[str, Any]]) -> None:
    assert len(looks) == 4 * len(PAGES)
    assert all(look["rules"] > 10 for look in looks)


def test_axe_finds_no_fault(looks: list[dict[str, Any]]) -> None:
    assert _found(looks, "violations") == []


def test_nothing_is_asked_of_the_network_and_nothing_runs(looks: list[dict[str, Any]]) -> None:
    assert _found(looks, "asked") == []
    assert _found(looks, "said") == []


def test_no_page_is_wider_than_its_window(looks: list[dict[str, Any]]) -> None:
    assert [found for found in _found(looks, "wide") if found[2] > 0] == []
