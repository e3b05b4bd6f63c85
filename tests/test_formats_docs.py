"""docs/formats.md shows what the program prints; ``pytest --accept`` writes it anew."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse.cli.group import group
from newsparse.formats import WRITERS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "formats.md"
BLOCK = re.compile(r"^```console\n\$ newsparse ([^\n]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SHOWN = BLOCK.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("words", "shown"), SHOWN, ids=[words for words, _ in SHOWN])
def test_the_page_shows_what_the_program_prints(
    words: str, shown: str, monkeypatch: pytest.MonkeyPatch, *, accept: bool
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(group, shlex.split(words))
    assert result.exit_code == 0
    if accept:
        before = f"$ newsparse {words}\n"
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(page.replace(before + shown + "```", before + result.stdout + "```"), encoding="utf-8")
        shown = result.stdout
    assert shown == result.stdout


def test_every_format_is_shown() -> None:
    told = " ".join(words for words, _ in SHOWN)
    unshown = {"json", "jsonl", "template"}  # docs/record.md has the record; a template is no -t
    assert [row.name for row in WRITERS if row.name not in unshown and f"-t {row.name}" not in told] == []
    assert "--template" in told
