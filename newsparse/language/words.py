"""The words of one language: what the finders and rules read, made of a language's file and what all share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from newsparse.language.lists import by_word, listed, with_plurals

LEAST_ENDING = 5  # letters of a noun for a person that a compound may end in: Haushaltspolitikerin


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # one object a language: itself, not its words, counts
class Language:
    """The words that the finders and rules read. All sets are lower case unless the comment in the file says so."""

    tag: str
    months: Mapping[str, int]
    month_first: bool
    published: frozenset[str]
    updated: frozenset[str]
    relative: frozenset[str]
    reading: frozenset[str]
    day_marks: tuple[str, ...]
    hour_marks: frozenset[str]
    minute_marks: frozenset[str]
    before_noon: frozenset[str]
    after_noon: frozenset[str]
    clock_words: frozenset[str]
    byline: frozenset[str]
    joiners: frozenset[str]
    desks: frozenset[str]
    teams: frozenset[str]
    houses: frozenset[str]
    ends_byline: frozenset[str]
    byline_suffixes: tuple[str, ...]
    end_credits: tuple[str, ...]
    portraits: frozenset[str]
    credit_labels: frozenset[str]
    weak_credit_labels: frozenset[str]
    credit_by: frozenset[str]
    credit_suffixes: tuple[str, ...]
    pointers: frozenset[str]
    picture_houses: frozenset[str]
    agencies: frozenset[str]
    caption_openers: tuple[str, ...]
    shows: tuple[str, ...]
    past_words: frozenset[str]
    past_endings: tuple[str, ...]
    date_links: frozenset[str]
    credit_openers: tuple[str, ...]
    bullet_headings: frozenset[str]
    dash_is_speech: bool
    boilerplate_whole: frozenset[str]
    boilerplate_starts: tuple[str, ...]
    boilerplate_contains: tuple[str, ...]
    corrections: tuple[str, ...]
    end_marks: frozenset[str]
    cues: frozenset[str]
    cues_of_speech: frozenset[str]
    before_speech: frozenset[str]
    complementizers: frozenset[str]
    cue_phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    opens_cue_phrase: frozenset[str]
    may_report: frozenset[str]
    cues_behind_source: frozenset[str]
    cues_bare: frozenset[str]
    cues_of_naming: frozenset[str]
    infinitives: frozenset[str]
    passives: frozenset[str]
    agents: frozenset[str]
    work_nouns: tuple[str, ...]
    so_called: frozenset[str]
    finite_auxiliaries: frozenset[str]
    articles: frozenset[str]
    reported_mood: frozenset[str]
    cues_with_listener: frozenset[str]
    verb_endings: tuple[str, ...]
    perfect_endings: tuple[str, ...]
    verb_second: bool
    capital_nouns: bool
    oblique: frozenset[str]
    oblique_adjectives: Mapping[str, str]
    objects: frozenset[str]
    adjective_endings: tuple[str, ...]
    subject_pronouns: frozenset[str]
    cues_of_writing: frozenset[str]
    cues_of_citing: frozenset[str]
    writing_links: frozenset[str]
    speech_nouns: frozenset[str]
    named_before: frozenset[str]
    naming_links: frozenset[str]
    cue_openers: frozenset[str]
    asides: Mapping[str, tuple[tuple[str, ...], ...]]
    asides_by_end: Mapping[str, tuple[tuple[str, ...], ...]]
    adverbial_prepositions: frozenset[str]
    noun_openers: frozenset[str]
    plural_endings: tuple[str, ...]
    clauses_inside: bool
    elisions: tuple[str, ...]
    clitics: tuple[str, ...]
    title_case: bool
    pronouns: Mapping[str, str]
    titles: frozenset[str]
    roles: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    name_openers: frozenset[str]
    abbreviations: frozenset[str]
    determiners: frozenset[str]
    group_speakers: frozenset[str]
    clause_openers: frozenset[str]
    auxiliaries: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    adverb_endings: tuple[str, ...]
    honorifics: frozenset[str]
    participles: frozenset[str]
    prepositions: frozenset[str]
    noun_links: frozenset[str]
    ends_subject: frozenset[str]
    name_links: frozenset[str]
    noun_stops: frozenset[str]
    opens_apposition: frozenset[str]
    sources: frozenset[str]
    source_endings: tuple[str, ...]
    role_endings: tuple[str, ...]
    beside_names: frozenset[str]
    as_words: frozenset[str]
    sentence_adverbs: frozenset[str]
    participle_endings: tuple[str, ...]
    absolutes: frozenset[str]
    genders: Mapping[str, str]


def language_of(tag: str, shared: Mapping[str, Any], own: Mapping[str, Any]) -> Language:
    """The language of a file's sections and of those that all languages share."""

    def words(section: str, key: str) -> list[str]:
        return [*listed(shared, section, key), *listed(own, section, key)]

    def whole(section: str, key: str) -> frozenset[str]:
        return frozenset(words(section, key))

    def longest_first(section: str, key: str) -> tuple[str, ...]:
        return tuple(sorted(words(section, key), key=len, reverse=True))

    dates = own.get("dates", {})
    return Language(
        tag=tag,
        months={name: n for n, names in enumerate(dates.get("months", ()), 1) for name in names.split()},
        month_first=dates.get("month_first", False),
        published=whole("dates", "published"),
        updated=whole("dates", "updated"),
        relative=whole("dates", "relative"),
        reading=whole("dates", "reading"),
        day_marks=tuple(shared["dates"]["day_marks"]),
        hour_marks=whole("dates", "hour_marks"),
        minute_marks=whole("dates", "minute_marks"),
        before_noon=whole("dates", "before_noon"),
        after_noon=whole("dates", "after_noon"),
        clock_words=whole("dates", "clock_words"),
        byline=whole("bylines", "openers"),
        joiners=whole("bylines", "joiners"),
        desks=whole("bylines", "desks"),
        teams=whole("bylines", "teams"),
        houses=whole("bylines", "houses"),
        ends_byline=whole("bylines", "ends"),
        byline_suffixes=longest_first("bylines", "suffixes"),
        end_credits=longest_first("bylines", "end_credits"),
        portraits=whole("bylines", "portraits"),
        credit_labels=whole("captions", "labels"),
        weak_credit_labels=whole("captions", "weak_labels"),
        credit_by=whole("captions", "by"),
        credit_suffixes=longest_first("captions", "suffixes"),
        pointers=whole("captions", "pointers"),
        picture_houses=whole("captions", "picture_houses"),
        agencies=whole("captions", "agencies"),
        credit_openers=tuple(words("captions", "credit_openers")),
        caption_openers=tuple(words("captions", "openers")),
        shows=tuple(words("captions", "shows")),
        past_words=whole("captions", "past"),
        past_endings=tuple(words("captions", "past_endings")),
        date_links=whole("captions", "date_links"),
        bullet_headings=whole("bullets", "headings"),
        dash_is_speech=own.get("bullets", {}).get("dash_is_speech", False),
        boilerplate_whole=whole("boilerplate", "whole"),
        boilerplate_starts=tuple(words("boilerplate", "starts")),
        boilerplate_contains=tuple(words("boilerplate", "contains")),
        corrections=tuple(words("boilerplate", "corrections")),
        end_marks=whole("boilerplate", "end_marks"),
        cues=whole("quotes", "cues") | whole("quotes", "cues_of_speech"),
        cues_of_speech=whole("quotes", "cues_of_speech"),
        before_speech=whole("quotes", "cues_of_speech") | whole("quotes", "complementizers"),
        complementizers=whole("quotes", "complementizers"),
        cue_phrases=by_word(words("quotes", "cue_phrases"), 0),
        opens_cue_phrase=whole("quotes", "cues_behind_source")
        | whole("quotes", "cue_openers")
        | {phrase.split()[0] for phrase in words("quotes", "cue_phrases")},
        may_report=whole("quotes", "cues") | whole("quotes", "cues_of_speech") | whole("quotes", "cues_bare"),
        cues_behind_source=whole("quotes", "cues_behind_source"),
        cues_with_listener=whole("quotes", "cues_with_listener"),
        cues_bare=whole("quotes", "cues_bare"),
        cues_of_naming=whole("quotes", "cues_of_naming"),
        infinitives=whole("quotes", "infinitives"),
        passives=whole("quotes", "passives"),
        agents=whole("quotes", "agents"),
        work_nouns=tuple(words("quotes", "work_nouns")),
        finite_auxiliaries=whole("quotes", "finite_auxiliaries"),
        so_called=whole("quotes", "so_called"),
        articles=whole("names", "articles"),
        reported_mood=whole("quotes", "reported_mood"),
        perfect_endings=tuple(words("quotes", "perfect_endings")),
        verb_endings=tuple(words("quotes", "verb_endings")),
        elisions=longest_first("quotes", "elisions"),
        clitics=longest_first("quotes", "clitics"),
        verb_second=own.get("quotes", {}).get("verb_second", False),
        title_case=own.get("quotes", {}).get("title_case", False),
        capital_nouns=own.get("quotes", {}).get("capital_nouns", False),
        oblique=whole("quotes", "oblique"),
        oblique_adjectives=own.get("quotes", {}).get("oblique_adjectives", {}),
        objects=whole("quotes", "objects"),
        adjective_endings=tuple(words("quotes", "adjective_endings")),
        subject_pronouns=whole("quotes", "subject_pronouns"),
        cues_of_writing=whole("quotes", "cues_of_writing"),
        cues_of_citing=whole("quotes", "cues_of_citing"),
        writing_links=whole("quotes", "writing_links"),
        speech_nouns=whole("quotes", "speech_nouns"),
        named_before=whole("quotes", "named_before"),
        naming_links=whole("quotes", "naming_links"),
        cue_openers=whole("quotes", "cue_openers"),
        asides=by_word(words("quotes", "asides"), 0),
        asides_by_end=by_word(words("quotes", "asides"), -1),
        adverbial_prepositions=whole("quotes", "adverbial_prepositions"),
        noun_openers=whole("quotes", "noun_openers"),
        plural_endings=tuple(words("quotes", "plural_endings")),
        clauses_inside=own.get("quotes", {}).get("clauses_inside", False),
        pronouns=own.get("quotes", {}).get("pronouns", {}),
        titles=whole("names", "titles"),
        roles=whole("names", "roles"),
        particles=whole("names", "particles"),
        not_names=whole("names", "not_names"),
        name_openers=whole("names", "name_openers"),
        abbreviations=whole("names", "abbreviations"),
        determiners=whole("names", "determiners"),
        group_speakers=whole("names", "groups"),
        clause_openers=whole("quotes", "clause_openers"),
        auxiliaries=whole("quotes", "auxiliaries"),
        conjunctions=whole("quotes", "conjunctions"),
        relatives=whole("quotes", "relatives"),
        adverb_endings=tuple(words("quotes", "adverb_endings")),
        honorifics=whole("names", "honorifics"),
        participles=whole("quotes", "participles"),
        prepositions=whole("quotes", "prepositions"),
        noun_links=whole("names", "links"),
        ends_subject=whole("quotes", "after_subject") | whole("quotes", "clause_openers"),
        name_links=whole("names", "name_links"),
        noun_stops=_noun_stops(whole),
        opens_apposition=whole("names", "determiners").union(
            *(whole("quotes", key) for key in ("prepositions", "conjunctions", "relatives", "clause_openers"))
        ),
        sources=with_plurals(whole("names", "roles") | whole("names", "titles") | whole("names", "groups")),
        source_endings=tuple(
            word for word in words("names", "roles") + words("names", "groups") if len(word) >= LEAST_ENDING
        ),
        role_endings=tuple(words("names", "role_endings")),
        beside_names=_beside_names(whole),
        as_words=whole("quotes", "as_words"),
        sentence_adverbs=whole("quotes", "sentence_adverbs"),
        participle_endings=tuple(words("quotes", "participle_endings")),
        absolutes=whole("quotes", "absolutes"),
        genders={word: gender for gender, key in (("m", "male"), ("f", "female")) for word in words("names", key)},
    )


def _noun_stops(whole: Callable[[str, str], frozenset[str]]) -> frozenset[str]:
    """The words that are no part of a noun phrase: what opens clauses, joins, reports, helps verbs."""
    keys = ("clause_openers", "cues", "cues_of_speech", "prepositions", "auxiliaries", "conjunctions", "relatives")
    return whole("names", "links").union(*(whole("quotes", key) for key in keys))


def _beside_names(whole: Callable[[str, str], frozenset[str]]) -> frozenset[str]:
    """The words that can stand in a run of capitalised words and are no part of the name in it."""
    names = (
        "titles",
        "roles",
        "honorifics",
        "not_names",
        "name_openers",
        "links",
        "determiners",
        "groups",
        "particles",
    )
    quotes = ("prepositions", "sentence_adverbs", "clause_openers")
    return frozenset().union(*(whole("names", key) for key in names), *(whole("quotes", key) for key in quotes))
