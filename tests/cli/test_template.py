"""--template on the command line: what it writes, and what it says where it cannot."""

from pathlib import Path

import pytest

from tests.cli.conftest import Here


def test_a_template_on_the_command_line(here: Here, article: Path) -> None:
    Path("line.txt.j2").write_text("{{ headline }}\n", encoding="utf-8")
    ended = here("article.txt", "article.txt", "--template", "line.txt.j2")
    assert (ended.code, ended.out) == (0, "Harbour bridge to close for repairs\n" * 2)
    assert here("batch", "article.txt", "-o", "out", "--template", "line.txt.j2").code == 0
    assert Path("out/article.txt").read_text(encoding="utf-8") == "Harbour bridge to close for repairs\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--template", "none.j2"), "newsparse: none.j2"),
        (("-t", "template"), "newsparse: --template FILE.j2"),
        (("-t", "json", "--template", "bad.txt.j2"), "newsparse: --template FILE.j2"),
        (("--template", "bad.txt.j2"), "newsparse: bad.txt.j2:1: "),
    ],
)
def test_a_template_that_cannot_be_used_is_told_before_anything_is_read(
    here: Here, article: Path, words: tuple[str, ...], told: str
) -> None:
    Path("bad.txt.j2").write_text("{{ headline", encoding="utf-8")
    ended = here("article.txt", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(told)
    assert ended.err.count("\n") == 1
