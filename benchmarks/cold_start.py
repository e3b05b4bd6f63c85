"""The cold start of the command line, as a ratio to ``import click``, all rows interleaved in one run.

    python benchmarks/cold_start.py [ROUNDS]

Prints the least CPU time of each row: on a shared machine that is the figure to trust. No row is a test.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLE = """Ferry returns to Port Alder

The ferry is back, the council said on Monday. It had been away for a long time.

“It will do,” said Ann Lee, the mayor.
"""


def cpu_of(command: list[str]) -> float:
    """Seconds of CPU that a command takes, itself and the kernel for it."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime


def main(rounds: int) -> None:
    script = str(Path(sys.executable).parent / "newsparse")
    with tempfile.TemporaryDirectory() as folder:
        tiny = Path(folder) / "tiny.txt"
        tiny.write_text(ARTICLE, encoding="utf-8")
        rows = {
            "python -c 'import click'": [sys.executable, "-c", "import click"],
            "newsparse --help": [script, "--help"],
            "newsparse tiny.txt": [script, str(tiny)],
            "newsparse -t markdown tiny.txt": [script, "-t", "markdown", str(tiny)],
        }
        best = dict.fromkeys(rows, 9.0)
        for _ in range(rounds):
            for name, command in rows.items():
                best[name] = min(best[name], cpu_of(command))
    base = best["python -c 'import click'"]
    for name, seconds in best.items():
        print(f"{name:32} {seconds * 1000:6.1f} ms  x{seconds / base:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
