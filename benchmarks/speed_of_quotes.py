"""What speech costs: the whole parse and its stages beside reading and decoding the same files, interleaved in one run.

    python benchmarks/speed_of_quotes.py [FOLDER] [--rounds N]

FOLDER holds .txt files; without it, articles are made here.

Every round goes through all rows; the least CPU time of each row is printed, as microseconds an article and as a
multiple of reading and decoding. On a shared machine the multiples are the figures to trust. No row is a test.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newsparse.assemble import assemble
from newsparse.assemble.quotes import quotes_and_notes
from newsparse.classify import classify
from newsparse.decode import decode
from newsparse.formats import reader
from newsparse.language import load
from newsparse.pipeline import parse

MANY = 200  # articles made here
NAMES = ["Ada Quill", "Bo Moe", "Mara Lindqvist", "Tova Lindgaard", "Jan Reth", "Hedda Storm", "Tom Reed", "Ina Weld"]
ROLES = ["the harbour master", "the city engineer", "a spokeswoman for the port", "mayor of Vantry", "a fisherman"]
SAID = [
    "“We waited for calm water, and it never came,” said {full}, {role}. “Now we sail.”",
    "{full}, {role}, told reporters on Monday that the plan was “a gift to the few and a bill for the many.”",
    "“Who pays for it?” {last} asked. “Nobody has told us.”",
    "According to {full}, the pier is “in no state to carry a queue.”",
    "The council met again on Tuesday. He said the vote had been “a mistake from the first day,” and left the hall.",
    "{last} shook her head. “It will not hold,” she said, “and everybody on this quay knows that it will not hold.”",
    "The report called the repair “the most expensive patch in the history of the harbour.”",
]
TOLD = [
    "The ferry has been away for a year, and the boats that took its place leave from the old quay at low water.",
    "The budget, which the council passed in June, pays for two engines, a crane and the dredging of the channel.",
    "Storms closed the harbour for nine days last winter, more than in any year since the records were first kept.",
]


def article(number: int) -> str:
    """A news story of some 30 paragraphs, every second of which has somebody's words in it."""
    paragraphs = [f"Harbour plan {number} returns to the council", f"By {NAMES[number % len(NAMES)]}"]
    for n in range(number, number + 15):
        full = NAMES[n * 3 % len(NAMES)]
        said = SAID[n % len(SAID)].format(full=full, last=full.split()[-1], role=ROLES[n % len(ROLES)])
        paragraphs += [said, f"{TOLD[n % len(TOLD)]} {TOLD[(n + 1) % len(TOLD)]}"]
    return "\n\n".join(paragraphs) + "\n"


def made_in(folder: Path) -> list[Path]:
    """The files of the articles made here."""
    paths = [folder / f"{number:04}.txt" for number in range(MANY)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    return paths


def rows_for(paths: list[Path]) -> dict[str, Callable[[], object]]:
    """What is measured, by name; each stage is handed what the one before it made."""
    data = [path.read_bytes() for path in paths]
    sources = [decode(each, name="x.txt") for each in data]
    bare = [document for source in sources for document in reader("plain").read(source)]
    documents = [classify(document) for document in bare]
    return {
        "read and decode": lambda: [path.read_bytes().decode() for path in paths],
        "decode alone": lambda: [each.decode() for each in data],
        "reader": lambda: [list(reader("plain").read(source)) for source in sources],
        "both looks": lambda: [classify(document) for document in bare],
        "speech": lambda: [quotes_and_notes(document, load(document.language)) for document in documents],
        "assemble, speech in it": lambda: [assemble(document) for document in documents],
        "the whole parse": lambda: [parse(path.read_bytes(), path.name) for path in paths],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        paths = sorted(args.folder.glob("**/*.txt")) if args.folder else made_in(Path(made))
        rows = rows_for(paths)
        best = dict.fromkeys(rows, float("inf"))
        for _ in range(args.rounds):
            for name, row in rows.items():
                began = time.process_time()
                row()
                best[name] = min(best[name], time.process_time() - began)
    base = best["read and decode"]
    for name, seconds in best.items():
        each = seconds / len(paths)
        print(f"{name:24} {each * 1e6:8.1f} µs  x{seconds / base:7.1f}  {1 / each:9.0f} articles a second")


if __name__ == "__main__":
    main()
