"""The batch in figures, all rows in one run: throughput of -j 1 and -j 2, the ceiling of two bare forks, CPU, memory.

    python benchmarks/batch.py [FILES] [--rounds N]        (10,000 files and 3 rounds without them)

The files are articles made here. Rows of a round follow each other at once, and ratios are taken within a round, so
that a busy machine disturbs all alike; the best round of each ratio is printed. The ceiling: two processes, each a
serial run of ours over one half of the files, with nothing between them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

NEWSPARSE = str(Path(sys.executable).parent / "newsparse")
FEW, MANY = 1000, 8000  # files whose peak memory is compared
WORDS = [
    "council",
    "harbour",
    "bridge",
    "ferry",
    "engineer",
    "season",
    "water",
    "budget",
    "school",
    "vote",
    "minister",
    "storm",
    "repair",
    "market",
    "rail",
]


@dataclass(frozen=True)
class Row:
    """What a run took: seconds of the clock and of CPU (all processes of it), and MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


def article(number: int) -> str:
    """Some 4 KB in the shape of a news story, another one for each number."""
    pick = lambda step: WORDS[(number * 7 + step * 5) % len(WORDS)]  # noqa: E731
    name = f"{pick(1).title()} {pick(2).title()}son"
    paragraphs = [
        f"{pick(3).title()} and {pick(4)} plans for {pick(5)} number {number}",
        f"By {name}",
        "June 3, 2031",
    ]
    for part in range(12):
        paragraphs.append(
            f"PORT ELLERY — The {pick(part)} of the {pick(part + 1)} will close for {part + 2} weeks, the city said on "
            f"Monday, and the {pick(part + 3)} will follow in the {pick(part + 2)} season with the {pick(part + 4)}."
        )
        paragraphs.append(f"“We waited for the {pick(part + 6)} and the {pick(part)},” said {name}, the city engineer.")
    paragraphs.append(f"The {pick(8)} in Port Ellery. Photographer: Ina Storm/Harbour Pictures")
    return "\n\n".join(paragraphs) + "\n"


def make(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(article(number), encoding="utf-8")
    return folder


def run(*commands: list[str]) -> Row:
    """Run the commands side by side; each leads a group, and what its children used is counted with it."""
    began = time.monotonic()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    processes = [subprocess.Popen(command, **quiet) for command in commands]
    cpu, peak = 0.0, 0.0
    for process in processes:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, process.args
        cpu += used.ru_utime + used.ru_stime
        peak = max(peak, used.ru_maxrss / 1024)
    return Row(time.monotonic() - began, cpu, peak)


def batch(folder: Path, jobs: int) -> list[str]:
    out = folder.parent / f"{folder.name}.out"
    shutil.rmtree(out, ignore_errors=True)
    return [NEWSPARSE, "batch", str(folder), "-o", str(out), "-j", str(jobs)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="?", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        whole = make(top / "whole", asked.files)
        halves = [top / "first", top / "second"]
        for number, half in enumerate(halves):
            half.mkdir()
            for path in sorted(whole.iterdir())[number::2]:
                os.link(path, half / path.name)
        rounds = []
        for _ in range(asked.rounds):
            one = run(batch(whole, 1))
            forks = run(*(batch(half, 1) for half in halves))
            two = run(batch(whole, 2))
            rounds.append((one, forks, two))
            for name, row in (("-j 1", one), ("forks", forks), ("-j 2", two)):
                print(f"{name:6} {row.wall:6.1f} s {row.cpu:6.1f} s CPU", end="   ")
            print()
        few, many = make(top / "few", FEW), make(top / "many", MANY)
        memory = {jobs: (run(batch(few, jobs)).peak, run(batch(many, jobs)).peak) for jobs in (1, 2)}
    tell(asked.files, rounds, memory)


def tell(files: int, rounds: list[tuple[Row, Row, Row]], memory: dict[int, tuple[float, float]]) -> None:
    print(f"\n{files} files, the best of {len(rounds)} rounds, ratios within a round")
    for name, walls in (
        ("-j 1", [one.wall for one, _, _ in rounds]),
        ("-j 2", [two.wall for _, _, two in rounds]),
        ("two bare forks", [forks.wall for _, forks, _ in rounds]),
    ):
        print(f"{name:22} {files / min(walls):7.0f} files/s")
    reached = max(forks.wall / two.wall for _, forks, two in rounds)
    cpu = min(two.cpu / one.cpu for one, _, two in rounds)
    print(f"-j 2 to the two forks  {reached:7.2f}    wanted: at least 0.9")
    print(f"CPU of -j 2 to -j 1    {cpu:7.2f}    wanted: at most 1.1")
    for jobs, (small, large) in memory.items():
        peaks = f"{small:.1f} MiB, of {MANY} {large:.1f} MiB: x{large / small:.3f}"
        print(f"-j {jobs}, peak of {FEW} files {peaks}, wanted: at most 1.1")


if __name__ == "__main__":
    main()
