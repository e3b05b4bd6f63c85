"""The same bytes give the same record: whatever the hash seed, the locale, the time zone, the folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases import FIXTURES

PROGRAM = """
import hashlib, pathlib, sys
from newsparse.pipeline import parse_all
folder = pathlib.Path(sys.argv[1])
for path in sorted(p for p in folder.glob("*/*") if p.suffix in (".txt", ".html", ".story")):
    for record in parse_all(path.read_bytes(), path.name, form=path.parent.name):
        print(path.name, hashlib.sha256(repr(record.to_dict()).encode("utf-8", "replace")).hexdigest())
"""


def _prints(folder: Path, **settings: str) -> str:
    """A line an article: its name and a print of its records, from a process of its own."""
    command = [sys.executable, "-c", PROGRAM, str(FIXTURES / "articles")]
    surroundings = {**os.environ, **settings}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=True)
    return done.stdout.decode("ascii")


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "2"},
        {"PYTHONHASHSEED": "77"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
        {"PYTHONHASHSEED": "1", "PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    ],
    ids=lambda settings: " ".join(f"{key}={value}" for key, value in settings.items()),
)
def test_no_setting_of_the_machine_changes_a_record(settings: dict[str, str], tmp_path: Path) -> None:
    here = _prints(FIXTURES, PYTHONHASHSEED="1")
    assert here.count("\n") > 40
    assert _prints(tmp_path, **settings) == here
