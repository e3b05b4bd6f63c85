"""Quoted words in their sentence -> whether they are a title or a name, which nobody says."""

from newsparse.finders.clause_parts import subject_behind
from newsparse.finders.clauses import LEAST_CLAUSE_WORDS, length
from newsparse.finders.names import is_name_word
from newsparse.finders.speech import Scene
from newsparse.finders.tokens import QUOTED, Token
from newsparse.language import Language

MOST_TITLE_WORDS = 10
MOST_NAME_WORDS = 6  # of a house or a work whose name begins with a capital
ENDS_OF_SENTENCES = ".!?…"
LEAST_TITLE_LETTERS = 4  # of a word that a title writes with a capital


def is_title(scene: Scene) -> bool:
    """Whether the words are the title of a work, or a name: the film “Night Ferry”; on the station's “Harbour Talk”.

    Look-alike: “Stay Away,” she yelled, with a verb of speech beside it.
    """
    words, left = scene.words.rstrip(",."), scene.left
    if _is_credited(scene) or _is_speaker_before(scene) or (left is not None and _is_named_so(scene, left, words)):
        return True
    parts = words.split()
    if len(parts) > MOST_TITLE_WORDS or words[-1:] in "!?…" or not _is_in_title_case(parts, scene):
        return False
    if _has_verb_beside(scene) or _is_what_it_is_called(scene) or _is_said(scene, len(parts)):
        return False
    if not scene.language.title_case:
        return bool(scene.language.cues) and _is_name_of_its_own(scene)
    return _opens_as_title(scene, len(parts)) if left is None else _is_introduced_as_title(scene, left)


def _is_said(scene: Scene, count: int) -> bool:
    """Whether a verb of speech and somebody follow without a comma: «El puerto está cerrado» ha dicho Ada Moe.

    Look-alike: «La Hoja del Puerto» ha escrito que …, where the name in marks says something.
    """
    tokens, language, verb = scene.tokens, scene.language, scene.at + 1
    if scene.at or count < LEAST_CLAUSE_WORDS or verb >= len(tokens):
        return False
    verb += tokens[verb].lower in language.auxiliaries
    if verb + 1 >= len(tokens) or tokens[verb].lower not in language.cues_of_speech:
        return False
    return subject_behind(tokens, verb, language, len(tokens)) is not None


def _is_speaker_before(scene: Scene) -> bool:
    """Whether the words are the name of whoever said the quotation before: „…“, schrieb „Die Woche“."""
    last = scene.in_sentence
    if last is None or last.source is None or last.source.paragraph != scene.quotation.paragraph:
        return False
    return last.source.start <= scene.quotation.start < last.source.end


def _is_named_so(scene: Scene, left: Token, words: str) -> bool:
    """Whether the words are a name however they are written: die Zeitschrift „auto und boot“; „Morgenstern“ heißt."""
    language, right = scene.language, scene.right
    if left.lower in language.so_called:
        return True
    if language.title_case or words[-1:] in ENDS_OF_SENTENCES:
        return False
    if words.split(maxsplit=1)[0] in language.opens_apposition:
        return False  # die Boote „in einem elenden Zustand“
    if _is_work(left.lower, language) or _goes_on_with_names(scene, left):
        return True
    return right is not None and right.lower in language.named_before and len(words.split()) <= MOST_NAME_WORDS


def _goes_on_with_names(scene: Scene, left: Token) -> bool:
    """Whether a name between marks stands before, of which nothing was heard: die Boote „Möwe“ und | „Alk“."""
    joins = left.text == "," or left.lower in scene.language.conjunctions
    return joins and scene.at > 1 and scene.tokens[scene.at - 2].text == QUOTED and scene.in_sentence is None


def _is_work(word: str, language: Language) -> bool:
    """Whether the word is one for a work, a house or a thing with a name, or a compound or a case of one."""
    return word.endswith(language.work_nouns) or word.removesuffix("s").removesuffix("e").endswith(language.work_nouns)


def _is_what_it_is_called(scene: Scene) -> bool:
    """Whether somebody calls a thing so: bezeichnete den Plan als „Irrtum“."""
    left, language = scene.left, scene.language
    return (
        left is not None
        and left.lower in language.naming_links
        and not language.cues_of_naming.isdisjoint(scene.sentence.words)
    )


def _is_credited(scene: Scene) -> bool:
    """Whether an author follows: “Night Ferry,” by Ann Lee."""
    tokens, by = scene.tokens, scene.at + 1
    if by < len(tokens) and tokens[by].text == ",":
        by += 1
    if by + 1 >= len(tokens) or tokens[by].lower not in scene.language.agents:
        return False
    return is_name_word(tokens[by + 1].text) and not scene.in_sentence


def _opens_as_title(scene: Scene, count: int) -> bool:
    """Whether a title opens its sentence, or is a heading of its own: “Night Ferry” is a film of 1931."""
    if scene.right is None:
        return count > 1 and scene.quotation.open_at == 0 and not scene.quotation.continues
    return not (scene.ends_attached and _says_soon(scene))


def _is_name_of_its_own(scene: Scene) -> bool:
    """Whether words that begin with a capital are a name where titles have no capitals of their own."""
    left, language = scene.left, scene.language
    if scene.sentence.is_speech:
        return False
    if _is_set_off(scene, left):
        return False
    if language.may_report.isdisjoint(scene.sentence.words):
        return not scene.ends_attached
    if left is None:
        return not scene.ends_attached and scene.right is not None and scene.right.text != ","
    return left.lower in language.articles or _is_introduced_as_title(scene, left)


def _is_set_off(scene: Scene, left: Token | None) -> bool:
    """Whether the words stand as speech does: behind a colon, or at the head and with a clause behind their comma."""
    if left is not None:
        return left.text == ":" and length(scene.words) >= LEAST_CLAUSE_WORDS
    tokens, behind, language = scene.tokens, scene.at + 2, scene.language
    if scene.right is None or scene.right.text != "," or behind >= len(tokens):
        return False
    follows = tokens[behind]  # a verb; an apposition begins otherwise: „Seeschwalbe“, ein Kutter, …
    return follows.text[0].islower() and follows.lower not in language.opens_apposition


def _is_introduced_as_title(scene: Scene, left: Token) -> bool:
    """Whether what stands before leads to a title: a word for a work, a possessive, a preposition, another title."""
    language = scene.language
    before = scene.tokens[scene.at - 2].lower if left.text == "," and scene.at > 1 else left.lower
    return (
        before.endswith(language.work_nouns)
        or before in language.cues_with_listener
        or before.rstrip("s").endswith("'")
        or before in language.prepositions
        or before in language.noun_links
        or left.text in (QUOTED, "(")
        or (left.lower in language.conjunctions and bool(scene.in_sentence))
    )


def _is_in_title_case(parts: list[str], scene: Scene) -> bool:
    """Whether every longer word has a capital; where titles are not written so, whether it begins like a name."""
    if not scene.language.title_case:
        return len(parts) <= MOST_NAME_WORDS and not parts[0][0].islower() and scene.words[-1] not in ".!?,"
    if not is_name_word(parts[0]):
        return False
    if not all(len(part) < LEAST_TITLE_LETTERS or is_name_word(part) for part in parts if part[0].isalpha()):
        return False
    return sum(map(is_name_word, parts)) * 2 > len(parts)


def _has_verb_beside(scene: Scene) -> bool:
    language = scene.language
    left = scene.tokens[scene.at - 2] if scene.left and scene.left.text in ",:" and scene.at > 1 else scene.left
    if left is None or left.lower.endswith(language.work_nouns):
        return False
    if left is scene.left and left.lower in language.cues_with_listener:
        return False  # told “Harbour Talk” that …
    return left.lower in language.cues


def _says_soon(scene: Scene) -> bool:
    return any(token.lower in scene.language.cues_of_speech for token in scene.tokens[scene.at + 1 : scene.at + 8])
