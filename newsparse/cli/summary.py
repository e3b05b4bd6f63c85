"""What was counted of the records of a batch -> a small table: forms, languages, fields, notes."""

from collections.abc import Iterator, Mapping

_ALL = "documents:all"


def table(found: Mapping[str, int]) -> Iterator[str]:
    """The lines; of each kind the most frequent first, with the share of the documents.

    >>> print("".join(table({"documents:all": 4, "form:html": 1, "form:plain": 3})), end="")
    4 documents
    form      plain                        3    75 %
              html                         1    25 %
    """
    documents = found.get(_ALL, 0)
    yield "1 document\n" if documents == 1 else f"{documents} documents\n"
    above = ""
    order = ("form", "language", "field", "note")
    rows = [(*trait.partition(":")[::2], count) for trait, count in found.items() if trait != _ALL]
    for kind, name, count in sorted(rows, key=lambda row: (order.index(row[0]), -row[2], row[1])):
        yield (
            f"{'' if kind == above else kind:9} {name:22} {count:7} {count / documents:6.0%}".replace("%", " %") + "\n"
        )
        above = kind
