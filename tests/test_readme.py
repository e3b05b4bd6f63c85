"""What the README shows is what the program does."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsparse.cli.group import group as command

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ newsparse ([^|\n]+?)(?: \| ([^\n]+))?\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
PYTHON = re.search(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("words", "filtered", "shown"), SHOWN)
def test_the_readme_shows_what_the_program_prints(words: str, filtered: str, shown: str, monkeypatch: Any) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(command, shlex.split(words))
    assert result.exit_code == 0
    printed = json.loads(result.stdout)
    if filtered:  # jq -c '.quotes[N] | {keys}'
        index, keys = re.findall(r"\.quotes\[(\d+)\] \| \{([^}]+)\}", filtered)[0]
        quote = printed["quotes"][int(index)]
        printed = {key: quote[key] for key in keys.split(", ")}
    assert printed == json.loads(shown)


def test_the_python_of_the_readme_does_what_its_comments_say(monkeypatch: Any, capsys: Any) -> None:
    assert PYTHON is not None
    monkeypatch.chdir(ROOT)
    space: dict[str, Any] = {}
    exec(PYTHON[1], space)
    for line in PYTHON[1].splitlines():
        shown = re.match(r"(\S.*?)  # (\S.*)$", line)
        if shown and not line.startswith("for "):
            assert repr(eval(shown[1], {"record": FIRST, "quote": FIRST.quotes[0]})) == shown[2].split(":")[0]
    assert "“It will do,” said Ann Lee" in capsys.readouterr().out


def _first() -> Any:
    import newsparse

    assert PYTHON is not None
    text = re.search(r'parse\((".*?")\)', PYTHON[1])
    assert text is not None
    return newsparse.parse(json.loads(text[1]))


FIRST = _first()
