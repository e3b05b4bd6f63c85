"""What an article costs: the whole parse and its stages beside reading and decoding the same files, in one run.

    python benchmarks/speed.py [PATH] [--rounds N] [--most N]

PATH is a folder of .txt files, or a .jsonl file whose objects have a "text"; without it, articles are made here.

Every round goes through all rows; the least CPU time of each row is printed, as microseconds an article and as a
multiple of reading and decoding. On a shared machine the multiples are the figures to trust. No row is a test.
"""

import argparse
import gc
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from newsparse.assemble import assemble
from newsparse.assemble.quotes import quotes_and_notes
from newsparse.classify import classify, first_look
from newsparse.decode import decode
from newsparse.formats import choose_reader, reader
from newsparse.language import guess, load
from newsparse.pipeline import parse_all

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


def texts(path: Path | None) -> Iterator[str]:
    """The texts of a .jsonl file, or those made here."""
    if path is None:
        yield from map(article, range(MANY))
        return
    with path.open(encoding="utf-8", newline="") as file:
        for line in file:
            yield json.loads(line)["text"]


def files(path: Path | None, folder: Path) -> Iterator[Path]:
    """The files of the folder that is given; else the texts, each written to a file of its own in ``folder``."""
    if path is not None and path.is_dir():
        yield from sorted(path.glob("**/*.txt"))
        return
    for number, text in enumerate(texts(path)):
        file = folder / f"{number:05}.txt"
        file.write_text(text, encoding="utf-8", newline="")
        yield file


def read(path: Path) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  what is cheapest: the measure of all else
        return file.read()


def rows_for(paths: list[Path]) -> dict[str, Callable[[], object]]:
    """What is measured, by name; each stage is handed what the one before it made."""
    data = [read(path) for path in paths]
    sources = [decode(each, name="x.txt") for each in data]
    bare = [document for source in sources for document in reader("plain").read(source)]
    documents = [classify(document) for document in bare]
    return {
        "open, read, decode": lambda: [read(path).decode() for path in paths],
        "decode": lambda: [decode(each, name="x.txt") for each in data],
        "choose a reader": lambda: [choose_reader(source) for source in sources],
        "read": lambda: [list(reader("plain").read(source)) for source in sources],
        "guess the language": lambda: [guess(document.text) for document in bare],
        "first look": lambda: [
            first_look(each.blocks, load(of.language)) for each, of in zip(bare, documents, strict=True)
        ],
        "guess, survey, both looks": lambda: [classify(document) for document in bare],
        "speech": lambda: [quotes_and_notes(document, load(document.language)) for document in documents],
        "assemble, speech in it": lambda: [assemble(document) for document in documents],
        "the whole parse": lambda: [list(parse_all(read(path), path.name)) for path in paths],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--most", type=int, help="articles")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        paths = list(islice(files(args.path, Path(made)), args.most))
        rows = rows_for(paths)
        best = dict.fromkeys(rows, float("inf"))
        gc.freeze()  # what is held here for the rows would be looked through again and again
        for _ in range(args.rounds):
            for name, row in rows.items():
                began = time.process_time()
                row()
                best[name] = min(best[name], time.process_time() - began)
    base, whole = best["open, read, decode"], best["the whole parse"]
    for name, seconds in best.items():
        print(f"{name:26} {seconds / len(paths) * 1e6:8.1f} µs  x{seconds / base:6.1f}  {seconds / whole:4.0%}")
    print(f"{len(paths) / whole:.0f} articles a second, at {whole / base:.0f} times what it costs to read them")


if __name__ == "__main__":
    main()
