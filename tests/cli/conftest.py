"""Two ways to run newsparse: a real process (streams, signals, terminals), or in this one (all that is about words)."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsparse.cli.boundary import run

ARTICLE = """\
Harbour bridge to close for repairs

By Ada Quill

June 3, 2024

PORT ELLERY — The old harbour bridge will close for six weeks in July, the city said on Monday.

“We waited for the dry season,” said Mara Lindqvist, the city engineer.

“It will be a long summer for the ferries,” said Tom Weld, who runs two of them.

The harbour bridge in Port Ellery. Photographer: Ina Storm/Harbour Pictures

Read more: What the ferries carry
"""
UNCLOSED = ARTICLE.replace("ferries,” said", "ferries, said")
COMMAND = (sys.executable, "-m", "newsparse")


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


Here = Callable[..., Ended]
Process = Callable[..., Ended]


def names_in(folder: str | Path) -> list[str]:
    """What lies in the folder, sorted."""
    return sorted(path.name for path in Path(folder).iterdir())


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our own environment without what tells a program how to look."""
    names = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAGER", "LESS", "PYTHONUNBUFFERED")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return {**kept, "TERM": "xterm", **(extra or {})}


@pytest.fixture
def process() -> Process:
    """Run ``python -m newsparse`` with these words."""

    def start(
        *words: str | Path, stdin: bytes | None = None, env: Mapping[str, str] | None = None, **more: Any
    ) -> Ended:
        source: dict[str, Any] = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
        more.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run(
            [*COMMAND, *map(str, words)],
            stderr=subprocess.PIPE,
            env=environment(env),
            timeout=60,
            check=False,
            **source,
            **more,
        )
        return Ended(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    return start


@pytest.fixture
def here(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Here:
    """Run the command line in this process."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def start(*words: str | Path, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return start


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(folder: Path) -> Path:
    """``article.txt`` in the working directory."""
    path = folder / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
