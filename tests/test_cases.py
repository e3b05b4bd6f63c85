"""Cases as data: what each rule claims and leaves, what each finder finds, and whole articles with traps in them."""

from collections.abc import Callable
from typing import Any

import pytest

from newsparse.decode import from_text
from newsparse.finders.agencies import agencies_of, photographer_of
from newsparse.finders.attribution import BEFORE_THE_SENTENCE, IN_THE_QUOTATION, IN_THE_SENTENCE
from newsparse.finders.bylines import find_byline
from newsparse.finders.carrying import BESIDE, LAST
from newsparse.finders.credits import find_credit
from newsparse.finders.dated_bylines import find_byline_beside_date
from newsparse.finders.datelines import find_dateline
from newsparse.finders.dates import find_dates
from newsparse.finders.mentions import part_name
from newsparse.finders.people import People
from newsparse.finders.quotations import find_quotations
from newsparse.finders.speakers import find_speech
from newsparse.finders.speech import Attributed
from newsparse.finders.timestamps import find_timestamp
from newsparse.language import Language, load
from newsparse.model import Block
from newsparse.pipeline import documents, parse
from newsparse.rules import FIRST_LOOK, SECOND_LOOK
from tests.cases import FIXTURES, Case, load_cases, parameters

RULES = tuple(rule.name for rule in FIRST_LOOK + SECOND_LOOK)
SPEECH_RULES = (
    *(rule.__name__ for rule in IN_THE_SENTENCE + IN_THE_QUOTATION + BEFORE_THE_SENTENCE),
    *(rule.__name__ for rule in BESIDE + LAST),
)


def _block(case: Case) -> Block:
    """The block of the case's text that it is about."""
    source = from_text(case["text"], name="case")
    blocks = [block for doc in documents(source, form=case.get("form", "plain")) for block in doc.blocks]
    found = [block for block in blocks if block.text == case["line"]]
    assert len(found) == 1, f"no one block reads {case['line']!r}: {[block.text for block in blocks]}"
    return found[0]


def _rule(case: Case) -> None:
    verdict = _block(case).verdict
    assert verdict is not None
    if "expect" in case:
        assert verdict.rule == case["expect"], verdict.because
    else:
        assert verdict.rule != case["not"], verdict.because


def _credit(text: str, language: Language) -> Any:
    found = find_credit(text, language)
    if found is None:
        return None
    person, agencies = photographer_of(found.text, language), agencies_of(found.text, language)
    rest = {"photographer": person, "agencies": list(agencies)}
    return {"before": text[: found.start].strip(), "credit": found.text, "label": found.label, **rest}


def _byline(text: str, language: Language) -> Any:
    found = find_byline(text, language)
    return found and [[author.name, author.affiliation] for author in found.authors]


def _dated_byline(text: str, language: Language) -> Any:
    dates = find_dates(text, language)
    found = find_byline_beside_date(text, range(dates[0].start, dates[-1].end), language)
    return found and [author.name for author in found.authors]


def _parts(found: object, *names: str) -> Any:
    return None if found is None else {name: getattr(found, name) for name in names}


def _dateline(text: str, language: Language) -> Any:
    return _parts(find_dateline(text, language), "text", "place", "agency", "date")


def _timestamp(text: str, language: Language) -> Any:
    return _parts(find_timestamp(text, language), "published", "updated", "is_relative")


def _dates(text: str, language: Language) -> Any:
    return [date.iso for date in find_dates(text, language)]


def _name(text: str, language: Language) -> Any:
    return _parts(part_name(text, language), "name", "role")


LINE_FINDERS: dict[str, Callable[[str, Language], Any]] = {
    "bylines": _byline,
    "credits": _credit,
    "dated_bylines": _dated_byline,
    "datelines": _dateline,
    "dates": _dates,
    "names": _name,
    "timestamps": _timestamp,
}


def _quotations(case: Case) -> None:
    found = find_quotations(case["paragraphs"])
    words = [case["paragraphs"][piece.paragraph][piece.start : piece.end] for piece in found]
    assert words == case["expect"]
    if "closed" in case:
        assert [piece.closed for piece in found] == case["closed"]
    if "continues" in case:
        assert [piece.continues for piece in found] == case["continues"]


def _people(case: Case) -> None:
    people = People(case["paragraphs"], load(case.get("language", "en")))
    found = {"full": people.full, "roles": people.role}
    for part, wanted in case["expect"].items():
        assert {name: found[part](name) for name in wanted} == wanted


def _told(said: Attributed, paragraphs: list[str], wanted: Case) -> Case:
    """Of a quotation, the keys that the case names."""
    quotation, cue = said.quotation, said.cue
    known = {
        "text": paragraphs[quotation.paragraph][quotation.start : quotation.end],
        "kind": said.kind,
        "speaker": said.source and said.source.name,
        "mention": said.source and said.source.mention,
        "role": said.source and said.source.role,
        "cue": cue and paragraphs[cue[0]][cue[1] : cue[2]],
        "utterance": said.utterance,
        "rule": said.rule,
    }
    return {key: known[key] for key in wanted if key != "not"}


def _attribution(case: Case) -> None:
    paragraphs, wanted = case["paragraphs"], case["expect"]
    heads = frozenset(case.get("heads", ()))
    found = find_speech(paragraphs, load(case.get("language", "en")), heads=heads)
    assert len(found) == len(wanted), [paragraphs[s.quotation.paragraph][s.quotation.start :][:30] for s in found]
    for said, expected in zip(found, wanted, strict=True):
        assert _told(said, paragraphs, expected) == {key: expected[key] for key in expected if key != "not"}
        assert said.rule != expected.get("not")


def _article(case: Case) -> None:
    record = parse(case["text"], form=case.get("form", "plain"), language=case.get("language")).to_dict()
    for key, wanted in case["expect"].items():
        assert record[key] == wanted, key


def _line(kind: str, case: Case) -> None:
    assert LINE_FINDERS[kind](case["text"], load(case.get("language", "en"))) == case["expect"]


OTHERS: dict[str, Callable[[Case], None]] = {
    "attribution": _attribution,
    "negative": _article,
    "people": _people,
    "quotations": _quotations,
    "rules": _rule,
}


def _check(kind: str, case: Case) -> None:
    if kind in LINE_FINDERS:
        _line(kind, case)
    else:
        OTHERS[kind](case)


@pytest.mark.parametrize(("name", "case"), parameters("rules"))
def test_a_rule_claims_its_case_and_leaves_the_look_alike(name: str, case: Case) -> None:
    assert name in (case.get("expect"), case.get("not"))
    _check("rules", case)


@pytest.mark.parametrize(("kind", "case"), parameters("finders"))
def test_a_finder_finds_what_is_there_and_no_more(kind: str, case: Case) -> None:
    _check(kind, case)


@pytest.mark.parametrize(("name", "case"), parameters("negative"))
def test_an_article_with_a_trap_in_it_is_read_right(name: str, case: Case) -> None:
    _check("negative", case)


@pytest.mark.parametrize(("kind", "case"), parameters("known-failures"))
def test_what_is_known_to_fail_still_does(kind: str, case: Case) -> None:
    """Strict: once the program gets one right, the case moves to its place among the others."""
    _check(kind, case)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_and_a_look_alike(rule: str) -> None:
    path = FIXTURES / "rules" / f"{rule}.json"
    assert path.is_file(), f"{rule} has no cases"
    cases = load_cases(path)
    assert any("expect" in case for case in cases), f"{rule} has no case that it claims"
    assert any("not" in case for case in cases), f"{rule} has no look-alike"


@pytest.mark.parametrize("rule", SPEECH_RULES)
def test_every_rule_of_attribution_has_a_case_and_a_look_alike(rule: str) -> None:
    quotes = [quote for case in load_cases(FIXTURES / "finders" / "attribution.json") for quote in case["expect"]]
    assert any(quote.get("rule") == rule for quote in quotes), f"{rule} has no case that it claims"
    assert any(quote.get("not") == rule for quote in quotes), f"{rule} has no look-alike"
