"""Why each block is what it is, for people and for programs."""

from pathlib import Path

import pytest

from newsparse.finders.attribution import BEFORE_THE_SENTENCE, IN_THE_SENTENCE
from newsparse.finders.carrying import BESIDE, LAST
from newsparse.rules import FIRST_LOOK, SECOND_LOOK
from tests.cli.conftest import Here


def test_plain_has_a_line_a_block_parted_by_tabs(here: Here, article: Path) -> None:
    head, *lines = here("explain", "--plain", "article.txt").out.splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert head == "# form: plain"
    assert {len(row) for row in rows} == {5}
    assert rows[0][:2] == ["1", "headline"]
    assert rows[0][4] == "Harbour bridge to close for repairs"


def test_a_quotation_has_a_line_with_its_speaker(here: Here, article: Path) -> None:
    lines = here("explain", "--plain", "article.txt").out.split("# quotes\n")[1].splitlines()
    kind, speaker, rule, because, text = lines[0].split("\t")
    assert (kind, speaker, text) == ("direct", "Mara Lindqvist", "We waited for the dry season,")
    assert rule
    assert because


def test_people_get_columns(here: Here, article: Path) -> None:
    lines = here("explain", "article.txt").out.splitlines()
    assert lines[0] == "# form: plain"
    assert lines[3].startswith("1      headline      ")
    assert "\x1b" not in here("explain", "article.txt").out
    assert "\x1b[" in here("explain", "article.txt", "--color", "always").out


def test_the_text_is_cut_where_the_terminal_ends(here: Here, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.cli.explain.is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "100")
    lines = here("explain", "article.txt", "--color", "never").out.splitlines()
    assert any(line.endswith("…") for line in lines)


def test_a_missing_file_is_told(here: Here, folder: Path) -> None:
    ended = here("explain", "nope.txt")
    assert (ended.code, ended.out, ended.err) == (1, "", "newsparse: nope.txt: no such file\n")


def test_the_manual_has_every_rule_in_order(here: Here) -> None:
    text = here("explain", "--rules").out
    places = [text.index(f"\n{rule.name} (") for rule in (*FIRST_LOOK, *SECOND_LOOK)]
    assert places == sorted(places)


def test_the_manual_has_the_rules_of_quotations(here: Here) -> None:
    text = here("explain", "--rules").out
    names = [rule.__name__ for rule in (*IN_THE_SENTENCE, *BESIDE, *BEFORE_THE_SENTENCE, *LAST)]
    places = [text.index(f"\n{name} (speaker)\n") for name in names]
    assert places == sorted(places)
    assert "Look-alike:" in here("explain", "--rules", "said_behind").out


def test_the_manual_of_one_rule(here: Here) -> None:
    rule = FIRST_LOOK[1]
    assert here("explain", "--rules", rule.name).out.startswith(f"{rule.name} ({rule.kind})\n    ")
    ended = here("explain", "--rules", rule.name[:-1])
    assert ended.err == f"newsparse: no rule is called {rule.name[:-1]!r}; did you mean {rule.name!r}?\n"
    assert here("explain", "--rules", "zzzzz").code == 2
