"""Signs that mean the same in every language: what opens a list item, what is a quotation mark."""

import re

BULLET_SIGN = re.compile(r"(?:[•◦‣▪▫■□●○►▶▸✔✓➤➢✦·∙⁃]|[-*–—]{1,2}(?=[ \t\u00a0]))[ \t\u00a0]*")
NUMBERED_SIGN = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t\u00a0]+(?=\S)")

# opening mark -> the marks that may close it
DOUBLE_PAIRS = {
    "“": '”“"',
    "„": '“”‟"',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    '"': '"”',
    "＂": "＂",
    "「": "」",
    "『": "』",
    "‹": "›",
    "›": "‹",
    "``": "''",
    "''": "''",
}
SINGLE_PAIRS = {"‘": "’", "‚": "‘’", "'": "'", "`": "'"}


def bullet_sign(text: str) -> int:
    """The length of the bullet sign and the space behind it at the head of the text; 0 where there is none.

    >>> bullet_sign("• Tolls to rise"), bullet_sign("-40 degrees")
    (2, 0)
    """
    found = BULLET_SIGN.match(text)
    return found.end() if found and found.end() < len(text) else 0
