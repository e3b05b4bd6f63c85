"""A word near a quotation -> whether it is the verb that reports it."""

from newsparse.finders.names import is_name_word
from newsparse.finders.phrases import Phrase
from newsparse.finders.speech import Scene
from newsparse.finders.tokens import COMMAS, QUOTED, Token
from newsparse.language import Language

_BEFORE_A_VERB = COMMAS | {QUOTED}  # what stands before the verb that opens a clause
A_THING = "n"  # the kind of its pronoun
MOST_BEFORE_NAME = 3  # words: an angry old Ann Lee
LONGEST_ELISION = 2  # characters: s'exclame


def reports(tokens: list[Token], n: int, first: int, language: Language) -> bool:
    """Whether the word is the clause's verb: a verb of speech anywhere, another one right behind a subject.

    Behind a name or a pronoun any word will do that looks like a verb: “…,” Ann Lee bellowed.
    """
    word = tokens[n]
    if word.text[0].isupper() and n > first:
        return False  # the Secretary of State
    if n == first and word.lower in language.participles:
        return False  # “…,” blaming Ann Lee
    if word.lower in language.cues_of_speech or word.lower in language.cues_bare:
        return not is_noun(tokens, n, language)
    if n == first:
        return word.lower in language.cues or _opens_like_a_verb(tokens, n, language)
    if n == first + 1 and tokens[first].lower in language.auxiliaries and _opens_like_a_verb(tokens, n, language):
        return True  # « … », a bougonné Ann Lee
    looks_like_a_verb = word.lower.endswith(language.verb_endings) and not _helps(word, language)
    return (word.lower in language.cues or looks_like_a_verb) and _stands_behind_a_name(tokens, n, first, language)


def is_noun(tokens: list[Token], n: int, language: Language) -> bool:
    """Whether a word that may report is a noun where it stands: the | report; her | remarks; the mayor's | comments."""
    if not n:
        return False
    before = tokens[n - 1].lower
    if before in language.noun_openers:
        return True
    owns = before.endswith(("'s", "s'")) and before.split("'")[0] not in language.pronouns  # he's asked
    return owns and len(before) > LONGEST_ELISION and tokens[n].lower not in language.participles


def _helps(word: Token, language: Language) -> bool:
    """Whether the word is an auxiliary, or an adverb that is written like a verb."""
    return word.lower in language.auxiliaries or word.lower in language.finite_auxiliaries


def _stands_behind_a_name(tokens: list[Token], n: int, first: int, language: Language) -> bool:
    """Whether nothing but a pronoun, or a name and small words before it, stands before it: an angry Lee | roared."""
    word, before = tokens[n], tokens[n - 1]
    if before.lower in language.pronouns:
        return True
    if not is_name_word(before.text) or not word.text[0].islower():
        return False
    named = next(k for k in range(first, n) if is_name_word(tokens[k].text))
    if named > first and (language.capital_nouns or not _leads_to_name(tokens[first:named], language)):
        return False
    return all(
        tokens[k].is_word and (k < named or is_name_word(tokens[k].text) or tokens[k].lower in language.particles)
        for k in range(first, n)
    )


def _leads_to_name(words: list[Token], language: Language) -> bool:
    return len(words) <= MOST_BEFORE_NAME and words[0].lower in language.determiners


def _opens_like_a_verb(tokens: list[Token], n: int, language: Language) -> bool:
    """Whether the word right behind a quotation is its verb: “…!” beamed Ann Lee."""
    word = tokens[n]
    if not word.text[0].islower() or n + 1 >= len(tokens) or _helps(word, language):
        return False
    follows = is_name_word(tokens[n + 1].text) or tokens[n + 1].lower in language.determiners
    endings = language.verb_endings if not n or tokens[n - 1].text in _BEFORE_A_VERB else language.perfect_endings
    return bool(endings) and word.lower.endswith(endings) and follows


def is_cue(scene: Scene, n: int) -> bool:
    """Whether the word before the quotation reports; right before its comma any word that looks like a verb will do."""
    tokens, language, word = scene.tokens, scene.language, scene.tokens[n]
    if word.text[0].isupper() and n:
        return False  # the United States
    if word.lower in language.cues:
        return not is_noun(tokens, n, language)
    if word.lower in language.cues_bare:
        behind_subject = tokens[n - 1].lower in language.pronouns or tokens[n - 1].lower in language.infinitives
        return n > 0 and (behind_subject or is_bare_insertion(tokens, n, language))
    opens = n == scene.at - 2 and tokens[n + 1].text == "," and scene.words[:1].isupper()
    if opens and (tokens[n - 1].text[0].isdigit() or _says_before(tokens, n, language)):
        return False  # 10,000 times; wrote to her followers
    return opens and word.lower.endswith(language.verb_endings) and not _helps(word, language)


def _says_before(tokens: list[Token], n: int, language: Language) -> bool:
    return any(token.lower in language.cues_of_speech for token in tokens[:n])


def is_bare_insertion(tokens: list[Token], n: int, language: Language) -> bool:
    """Whether a word that reports only beside a name is inserted with it: Der Kai werde, so Ada Moe, „bald“ gebaut."""
    if not n or tokens[n].lower not in language.cues_bare or tokens[n - 1].text not in COMMAS or n + 1 >= len(tokens):
        return False
    return is_name_word(tokens[n + 1].text) or tokens[n + 1].lower in language.determiners


def is_passive(tokens: list[Token], n: int, language: Language) -> bool:
    """Whether the verb's subject does not speak: Lee was asked; the plan was called “a folly”."""
    return bool(n) and tokens[n - 1].lower in language.passives and tokens[n].lower not in language.participles


def is_only_expected(tokens: list[Token], n: int, phrase: Phrase, language: Language) -> bool:
    """Whether a thing's pronoun stands before a verb that is none of speech: Lee said it expected a fall “by May”."""
    is_speech = tokens[n].lower in language.cues_of_speech
    return not is_speech and language.pronouns.get(tokens[phrase.first].lower) == A_THING
