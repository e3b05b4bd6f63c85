"""A template of one's own: it sees the record, cannot leave its sandbox, and is told where it is wrong."""

from pathlib import Path

import pytest

from newsparse import write
from newsparse.errors import TemplateFaultError
from newsparse.formats import WriteOptions
from newsparse.model import Record
from tests.writers.factories import bridge, hostile


def filled(folder: Path, text: str, of: Record | None = None, name: str = "page.txt.j2") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return write(of or bridge(), "template", WriteOptions(template=str(path)))


def test_a_template_sees_the_keys_of_the_record(tmp_path: Path) -> None:
    text = "{{ headline }}\n{% for quote in quotes %}\n{{ quote.speaker.name }}: {{ quote.text }}\n{% endfor %}\n"
    assert filled(tmp_path, text) == (
        "Harbour bridge to close for repairs\n"
        "Mara Lindqvist: We waited for the dry season,\nMara Lindqvist: Now we can’t wait.\n"
    )
    assert filled(tmp_path, "{{ record.source.name }} {{ text|length }}") == f"bridge.txt {len(bridge().text)}"


def test_html_is_escaped_by_the_name_of_the_template(tmp_path: Path) -> None:
    of = hostile("<script>alert(1)</script>")
    assert filled(tmp_path, "{{ headline }}", of, "page.html.j2") == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert filled(tmp_path, "{{ headline }}", of) == "<script>alert(1)</script>"


def test_control_characters_do_not_reach_it(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ headline }}", hostile("a\x1b[2J\u202eb")) == "a[2Jb"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n{{ headline", 2),
        ("{% for %}", 1),
        ("one\ntwo\n{{ slug }}", 3),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("\n{{ 1 / 0 }}", 2),
        ("{% include '../../etc/passwd' %}", 1),
        ("{{ quotes.append(1) }}", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(TemplateFaultError) as told:
        filled(tmp_path, text)
    assert told.value.line == line
    assert (told.value.path or "").endswith("page.txt.j2")
