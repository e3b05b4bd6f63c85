"""docs/cli.md tells of every command, every option and every exit code."""

from pathlib import Path

import click
import pytest

from newsparse.cli.codes import EPILOG
from newsparse.cli.group import COMMANDS, group

MANUAL = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
SHARED = MANUAL.split("## Options that most commands share")[1].split("\n## ")[0]


def section(name: str) -> str:
    return MANUAL.split(f"\n## {name}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    told = section(name) + SHARED
    options = [
        option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts
    ]
    assert [option for option in options if f"`{option}" not in told] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


def test_every_exit_code_is_told() -> None:
    codes = [line.split()[0] for line in EPILOG.splitlines() if line.startswith("  ")]
    assert [code for code in codes if f"| {code} |" not in MANUAL] == []
