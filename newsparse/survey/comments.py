"""The likeliest chain of a page -> the same, ended where readers begin to speak: "12 comments", "Kommentare (3)".

Comments are prose about the same matter, in hundreds of blocks; line by line a chain cannot tell them from the text.
Of some 60 pages with such a heading below their text none went on behind it.
"""

import re
from collections.abc import Sequence

from newsparse.language import page_subjects
from newsparse.model import Block
from newsparse.rules.scene import LEAST_PROSE, TEXT, Role
from newsparse.survey.chain import Chain

SUBJECT = "comments"
LONGEST = 80  # characters of the heading: "3 comments on “Ferry returns”"
LEAST_TEXT, LEAST_PROSE_ABOVE = 10, 3  # blocks of the text above it, or paragraphs of some length among them
_COUNTED = re.compile(r"\(?\s*\d[\d.,]*\s*\)?\s*(?P<word>[^\W\d_]{2,})(?=\W|$)(?!\s*\.)")  # 12 comments
_COUNTED_BEHIND = re.compile(r"(?P<word>[^\W\d_]{2,})\s?[(（:：\[]?\s?\d[\d.,]*\s?[)）\]]?")  # Comments (12)


def ended(blocks: Sequence[Block], chain: Chain) -> Chain:
    """The chain without what it took for text below the heading of the comments."""
    roles = chain.roles
    text = prose = 0
    for n, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        enough = prose >= LEAST_PROSE_ABOVE or text >= LEAST_TEXT
        if enough and role is not Role.AFTER and _heads_comments(block.text):
            return chain._replace(roles=(*roles[:n], *[Role.AFTER] * (len(roles) - n)))
        text += role in TEXT
        prose += role in TEXT and len(block.text) >= LEAST_PROSE
    return chain


def _heads_comments(line: str) -> bool:
    if len(line) > LONGEST or not any(map(str.isdigit, line)):
        return False
    found = _COUNTED.match(line) or _COUNTED_BEHIND.fullmatch(line)
    return found is not None and SUBJECT in page_subjects(found["word"])
