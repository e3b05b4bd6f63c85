"""The likeliest chain of a page -> the same, with the headline on the line that an editor would point at.

Two slips of a chain that weighs each line by itself are put right: a trail of links or the page's title reads as the
headline and more ("Home » Harbours » Ferry returns", "Ferry returns | Harbour Post"); a deck reads like a headline.
"""

from collections.abc import Sequence

from newsparse.model import Block
from newsparse.rules.scene import TEXT, Role, ends_sentence, kind_of
from newsparse.survey.chain import Chain, lead

CLOSE = 8  # blocks: how far the headline alone stands from a line that holds it
LEAST = 16  # characters of a line that may be the headline instead
LEAST_SHARE = 0.4  # of the longer line, that the headline is
IN_DOUBT = 1.0  # a lead below which two lines right below each other read alike: the upper one is the headline
_ENDS_A_KICKER = (":", "：")  # what stands before it is part of the headline: "Harbours: Ferry returns"
_OPENS_A_SITE = "|-–—•·»›<"
_OF_TRAILS = (">", "»", "›", "•", "·", " / ")


def settled(blocks: Sequence[Block], chain: Chain) -> Chain:
    """The chain with the headline where it stands alone, and above its deck; its sums stay those that were found."""
    if Role.HEADLINE not in chain.roles:
        return chain
    taken = chain.roles.index(Role.HEADLINE)
    close = range(max(0, taken - CLOSE), min(len(blocks), taken + CLOSE + 1))
    line = _plain(blocks[taken])
    bare = [n for n in close if _holds(line, _plain(blocks[n]))]
    if bare:
        return chain._replace(roles=_moved(chain.roles, taken, max(bare, key=lambda n: len(blocks[n].text))))
    if taken and _is_a_deck(blocks, chain, taken):
        return chain._replace(roles=_moved(chain.roles, taken, taken - 1))
    return chain


def _moved(roles: tuple[Role, ...], taken: int, at: int) -> tuple[Role, ...]:
    """The roles with another headline; unchanged where no text would be left below it."""
    if not any(role in TEXT for role in roles[at + 1 :]):
        return roles
    above, below = sorted((taken, at))
    between = Role.HEAD if at < taken else Role.BEFORE
    return (
        *roles[:above],
        *(Role.HEADLINE if n == at else between for n in range(above, below + 1)),
        *roles[below + 1 :],
    )


def _plain(block: Block) -> str:
    return " ".join(block.text.split())


def _holds(long: str, short: str) -> bool:
    """Whether a line is another, and links before it or the name of the site behind it."""
    if len(short) < LEAST or not LEAST_SHARE * len(long) <= len(short) < len(long):
        return False
    if long.endswith(short):
        return not long[: -len(short)].rstrip().endswith(_ENDS_A_KICKER)
    return long.startswith(short) and long[len(short) :].lstrip()[0] in _OPENS_A_SITE


def _is_a_deck(blocks: Sequence[Block], chain: Chain, taken: int) -> bool:
    """Whether the line right above could as well be the headline: then the one taken for it is the deck."""
    above, text = blocks[taken - 1], blocks[taken - 1].text
    if kind_of(above) is not None or len(text) < LEAST or text == blocks[taken].text or ends_sentence(text):
        return False
    trail = _plain(blocks[taken]) in _plain(above) or any(sign in text for sign in _OF_TRAILS)
    return not trail and lead(chain, [(taken - 1, Role.HEADLINE)]) < IN_DOUBT
