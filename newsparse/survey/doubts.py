"""A chain of roles -> notes on what is in doubt: where another headline, or another text, is almost as likely."""

from collections.abc import Iterator, Sequence

from newsparse.model import Block, Note
from newsparse.rules.scene import TEXT, Role
from newsparse.survey.chain import Chain, lead

# Below these leads about half of the headlines, and of the texts, are right; above them five of six, and two of three.
LEAST_LEAD_OF_HEADLINE = 1.0
LEAST_LEAD_OF_TEXT = 0.5
SHOWN = 60  # characters of a line in a note


def doubts(blocks: Sequence[Block], chain: Chain, *, headline_is_stated: bool) -> Iterator[Note]:
    """A note each on the headline and the extent of the text, where the evidence for them is thin."""
    roles = chain.roles
    text = [n for n, role in enumerate(roles) if role in TEXT]
    if not headline_is_stated:
        yield from _of_headline(blocks, chain)
    if not text:
        return
    first, last = text[0], text[-1]
    further = [(n, role) for n in range(len(roles)) if not first <= n <= last for role in TEXT]
    less = [(n, role) for n in range(first, last + 1) for role in (Role.BEFORE, Role.HEAD, Role.AFTER)]
    if lead(chain, further + less) < LEAST_LEAD_OF_TEXT:
        message = "where the article begins and ends is in doubt: it was taken to begin with"
        yield Note("text-in-doubt", f"{message} {blocks[first].text[:SHOWN]!r}", blocks[first].line)


def _of_headline(blocks: Sequence[Block], chain: Chain) -> Iterator[Note]:
    if Role.HEADLINE not in chain.roles:
        yield Note("no-headline", "no line of the page reads as the headline", blocks[0].line)
        return
    mine = chain.roles.index(Role.HEADLINE)
    rivals = [(mine, role) for role in Role if role is not Role.HEADLINE]
    if lead(chain, rivals) < LEAST_LEAD_OF_HEADLINE:
        message = "another line may be the headline; it was taken to be"
        yield Note("headline-in-doubt", f"{message} {blocks[mine].text[:SHOWN]!r}", blocks[mine].line)
