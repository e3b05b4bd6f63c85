"""Time is linear in the input: four times the text takes less than eight times the CPU, whatever the text."""

from collections.abc import Callable

import pytest

from newsparse.pipeline import parse
from tests.pace import grows_in_proportion

SIZE = 60_000  # code points: large enough that the fixed costs (language data, imports) do not count

UNITS: dict[str, str] = {
    "unclosed quotations, a paragraph each": "“It will do, she said and went on to the next one.\n\n",
    "unclosed quotations in one paragraph": "“It will do, she said and went on. ",
    "opening marks only": "“",
    "closing marks only": "”",
    "straight marks": '" ',
    "single marks": "‘a ’b ",
    "marks of TeX": "`` ''",
    "quotations without a source in one paragraph": "“It will have to do for now.” ",
    "bullets": "• Tolls to rise\n",
    "bullet signs": "• ",
    "pronouns behind quotations in one paragraph": "“It will have to do for now,” he said. The gate was open. ",
    "one verb of speech": "said ",
    "verbs behind a quotation": "“It will do,” said said said said ",
    "capitalised words": "Ada Quill Harbour ",
    "capitals in one word": "A.B.",
    "commas": "Ada, ",
    "a comma before a verb that never comes": "“It will do,” Ada, the mayor, of, the, ",
    "one long word": "a",
    "short lines": "the ferry is late\n",
    "short lines with gaps": "the ferry is late\n\n",
    "menus and paragraphs": "Home\nNews\nSport\nJobs\nShop\nArchive\nLetters\n"
    + "The ferry is late again. " * 8
    + "\n",
    "wrapped lines": "the ferry leaves the harbour at dawn and comes back in the inves-\n",
    "dates": "June 3, 2024 ",
    "date lines": "June 3, 2024\n\n",
    "digits": "1/2/",
    "open parentheses": "(",
    "parentheses": "(AP) ",
    "credits": "Photo: Ada Quill/AFP\n\n",
    "credits in one line": "Photo: Ada Quill/AFP ",
    "bylines": "By Ada Quill and ",
    "blanks": " \t",
    "blank lines": " \n",
    "full stops": "Dr. ",
    "dashes": "— ",
    "colons": "THE FACTS: ",
    "roles": "mayor of the ",
    "hyphens at line ends": "the ferry is la-\n",
}


def _parsed(text: str) -> object:
    return parse("x\n\n" + text, form="plain")


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_is_linear_in_the_text(unit: str) -> None:
    assert grows_in_proportion(lambda size: _parsed(unit * (size // len(unit))), 4 * SIZE)


CLUE_FAR_AWAY: dict[str, Callable[[int], str]] = {
    "the verb behind": lambda n: "“" + "a " * n + "said",
    "the subject before": lambda n: "Ada " * n + "said “it.”",
    "a deck that never comes": lambda n: (
        "a word\n\nanother\n\n" + "some words that are enough for a deck, without a stop\n\n" * (n // 12)
    ),
}


@pytest.mark.parametrize("build", CLUE_FAR_AWAY.values(), ids=CLUE_FAR_AWAY)
def test_time_is_linear_where_the_clue_stands_at_the_far_end(build: Callable[[int], str]) -> None:
    assert grows_in_proportion(lambda size: _parsed(build(size)), SIZE)


@pytest.mark.parametrize("odd", [0, 1])
def test_time_is_linear_in_marks_nested_in_each_other(odd: int) -> None:
    def nested(size: int) -> str:
        pairs = size // 8 * 2 + odd
        return "“‘" * pairs + "x" + "’”" * pairs

    assert grows_in_proportion(lambda size: _parsed(nested(size)), 4 * SIZE)
