"""A clause and the quotation it reports -> how much of what is reported stands between the marks."""

from newsparse.finders.clauses import LEAST_CLAUSE_WORDS, length
from newsparse.finders.speech import Clause, Scene
from newsparse.finders.tokens import QUOTED, Token

LEAST_SHARE = 0.85  # of the characters reported: a subject or a helping verb may stand outside
SPACE = 1  # character that goes with a word


def is_nearly_all(scene: Scene, clause: Clause) -> bool:
    """Whether nearly all of what the clause reports stands between marks: she said the port “is in need of a friend.”

    Look-alike: she said the port of the island “needs a friend”, where the reporter tells part of it.
    """
    if clause.cue is None or clause.paragraph != scene.sentence.paragraph or length(scene.words) < LEAST_CLAUSE_WORDS:
        return False
    reported = _reported(scene, clause.cue, clause.mention)
    quoted = sum(token.end - token.start for token in reported if token.text == QUOTED)
    told = sum(len(token.text) + SPACE for token in reported if token.is_word)
    return quoted >= LEAST_SHARE * (quoted + told)


def is_a_name_given(scene: Scene) -> bool:
    """Whether the words are all that something is called, by nobody named: it is called the “longest joke of all.”"""
    tokens, language, at = scene.tokens, scene.language, scene.at
    if at and tokens[at - 1].lower in language.noun_openers:
        at -= 1
    named = at > 0 and tokens[at - 1].lower in language.cues_of_naming
    ends = scene.right is None or not scene.right.is_word
    return named and ends and length(scene.words) >= LEAST_CLAUSE_WORDS


def _reported(scene: Scene, cue: tuple[int, int], mention: tuple[int, int]) -> list[Token]:
    """The tokens that say what is reported: from the verb to the end of its clause, or all before the clause."""
    tokens, at = scene.tokens, scene.at
    if cue[0] >= scene.quotation.close_at:
        clause_at = min(cue[0], mention[0])
        return [token for token in tokens if token.end <= clause_at]
    ends = (n for n in range(at + 1, len(tokens)) if not tokens[n].is_word and tokens[n].text != QUOTED)
    until = next(ends, len(tokens))
    told = [token for token in tokens[:until] if token.start >= max(cue[1], mention[1])]
    return told[1:] if told and told[0].lower in scene.language.complementizers else told
