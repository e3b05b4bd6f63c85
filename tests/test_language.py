"""The words of languages: what a text is guessed to be in, what the files hold, and that no code names a language."""

import ast
import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from newsparse import language
from newsparse.errors import UnknownLanguageError
from newsparse.language import check_tag, files, guess, guessing, load
from newsparse.pipeline import parse
from tests.cases import FIXTURES

FOLDER = Path(language.__file__).parent
HOUSE = FOLDER.parent
NOT_LANGUAGES = ("any", "guess", "page")  # what all share; the commonest words; the words of pages
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem not in NOT_LANGUAGES)

_SAMPLES = json.loads((FIXTURES / "language" / "samples.json").read_text(encoding="utf-8"))
SAMPLES: dict[str, str] = _SAMPLES["told apart"]
CLOSE: dict[str, str] = _SAMPLES["too close to tell"]


@pytest.mark.parametrize(("tag", "text"), SAMPLES.items(), ids=SAMPLES)
def test_the_language_of_a_sentence_is_guessed(tag: str, text: str) -> None:
    assert guess(text) == tag


@pytest.mark.parametrize(
    "text", ["", "Bridge closes", "1984 – 2024", "Lorem ipsum dolor", "Ada Quill Bo van Dam " * 10]
)
def test_what_says_nothing_is_no_language(text: str) -> None:
    assert guess(text) is None


def test_a_foreign_name_does_not_turn_the_language() -> None:
    assert guess(SAMPLES["en"] + " Its name is 橋.") == "en"


def test_a_guess_looks_at_the_head_of_a_long_text_only() -> None:
    assert guess(SAMPLES["en"] * 200 + SAMPLES["de"] * 2000) == "en"


def test_a_page_whose_head_is_all_menus_is_guessed_from_its_middle() -> None:
    assert guess("Politik Sport Kultur Wetter Anmelden\n" * 200 + (SAMPLES["de"] + "\n") * 200) == "de"


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_language_holds_the_sections_of_english_but_speech_and_names_may_come_later(name: str) -> None:
    own, english = (tomllib.loads((FOLDER / f"{n}.toml").read_text(encoding="utf-8")) for n in (name, "en"))
    assert own.keys() | {"quotes", "names"} == english.keys()


NEEDED = (
    *("agencies", "boilerplate_starts", "boilerplate_whole", "bullet_headings", "byline", "caption_openers", "desks"),
    *("credit_labels", "joiners", "particles", "pointers", "published", "reading", "relative", "updated"),
)
NEEDED_FOR_SPEECH = ("cues_of_speech", "determiners", "not_names", "pronouns", "roles")


def _sections(name: str) -> set[str]:
    return set(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_language_loads_with_something_in_every_field_that_needs_it(name: str) -> None:
    words = load(name)
    assert words.tag == name
    assert set(words.months.values()) == set(range(1, 13))
    for field in NEEDED + (NEEDED_FOR_SPEECH if _sections(name) >= {"quotes", "names"} else ()):
        assert getattr(words, field), field


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_words_of_a_language_are_lower_case_where_they_are_compared_so(name: str) -> None:
    words = load(name)
    named = [
        item.name for item in fields(words) if item.name != "agencies"
    ]  # those are written as they write themselves
    sets = [getattr(words, field) for field in named if isinstance(getattr(words, field), frozenset)]
    assert not [word for found in sets for word in found if word != word.lower()]
    assert not [word for word in (*words.caption_openers, *words.boilerplate_starts) if word != word.lower()]


def test_a_language_that_we_have_no_words_for_reads_with_those_of_english() -> None:
    assert load("fi-FI").cues_of_speech == load("en").cues_of_speech
    assert load("fi-FI").tag == "fi-FI"


def test_a_region_reads_with_the_words_of_its_language() -> None:
    assert load("de-AT").months["jänner"] == 1


def _forget() -> None:
    for module in (language, files, guessing):
        for found in vars(module).values():
            getattr(found, "cache_clear", lambda: None)()


def test_a_new_language_needs_a_file_and_a_line_but_no_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for path in FOLDER.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "en.toml").rename(tmp_path / "xq.toml")
    (tmp_path / "en.toml").write_bytes((FOLDER / "en.toml").read_bytes())
    with (tmp_path / "guess.toml").open("a", encoding="utf-8") as file:
        file.write('xq = "zib zab zob zub zeb"\n')
    monkeypatch.setattr(files, "_HERE", tmp_path)
    _forget()
    try:
        assert guess("zib zab zob zub zeb " * 5) == "xq"
        assert load("xq").tag == "xq"
    finally:
        _forget()


@pytest.mark.parametrize("tag", ["", "e", "english language", "en_GB", "en-", "12", "de\n"])
def test_a_tag_that_is_formed_wrong_is_refused(tag: str) -> None:
    with pytest.raises(UnknownLanguageError):
        check_tag(tag)


@pytest.mark.parametrize("tag", ["en", "de-AT", "pt-BR", "zh-Hant-TW", "fil"])
def test_a_well_formed_tag_is_taken(tag: str) -> None:
    check_tag(tag)


def test_a_language_without_words_for_speech_and_names_still_reads_a_text() -> None:
    text = "Le bac revient\n\nPar Ada Quill\n\n« Il suffira », a dit Bo van Dam, lundi soir, devant le conseil."
    record = parse(text, form="plain", language="tr")
    assert record.quotes[0].text == "Il suffira"


@pytest.mark.parametrize("tag", ["no", "nn-NO", "nb"])
def test_a_tag_may_read_with_the_words_of_another(tag: str) -> None:
    assert load(tag).months["desember"] == len(set(load(tag).months.values()))


ARTICLES: dict[str, dict[str, Any]] = json.loads((FIXTURES / "language" / "articles.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("tag", "article"), ARTICLES.items(), ids=ARTICLES)
def test_the_head_captions_and_stock_phrases_of_an_article_are_read(tag: str, article: dict[str, Any]) -> None:
    record = parse(article["text"], form="plain")
    found = {
        "authors": [author.name for author in record.byline.authors] if record.byline else [],
        "published": record.published,
        "updated": record.updated,
        "credits": [caption.credit for caption in record.captions],
        "boilerplate": list(record.boilerplate),
    }
    assert record.language == tag
    assert {key: found[key] for key in article["expect"]} == article["expect"]


def test_every_language_has_an_article() -> None:
    assert {*ARTICLES, "de", "en"} == set(LANGUAGES)  # those two are all over fixtures/articles


IN_CODE = [path for path in HOUSE.rglob("*.py") if "readers" not in path.parts]  # readers know "tr" as an element


@pytest.mark.parametrize("path", sorted(IN_CODE), ids=lambda path: path.name)
def test_no_decision_in_code_names_a_language(path: Path) -> None:
    """Comparisons with a language's tag; the fallback to English is a default, no decision."""
    compared = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Compare)]
    parts = [part for node in compared for part in (node.left, *node.comparators)]
    assert not [part.value for part in parts if isinstance(part, ast.Constant) and part.value in LANGUAGES]
