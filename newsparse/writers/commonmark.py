r"""Text -> CommonMark that renders as that very text: as few backslashes as are safe.

What is escaped would be markup in CommonMark 0.31 or in GitHub's dialect (tables, strikethrough, task lists). Left
alone is what only looks like it: an underscore within a word, ``5 < 6``, ``AT&T``, ``1986 was``.
"""

import re

from newsparse.writers.clean import lines_of

_SPECIAL = re.compile(
    r"""
      [*`~|\[\]]                            # emphasis, code, strikethrough, tables, links, notes, tasks
    | \\ (?= [!-/:-@\[-`{-~] | [ ]*\Z )     # a backslash that would escape, or break the line
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )      # an underscore at the edge of a word
    | < (?= [A-Za-z/!?] | \Z )              # a tag, a comment, an autolink
    | & (?= \#?[0-9A-Za-z]{1,32}; | \Z )    # a character reference
    | ! (?= \Z )                            # may come to stand before a link of ours: an image
    """,
    re.VERBOSE,
)
_BLOCK_SIGN = re.compile(r"[#>=]|[-+](?=[\s-]|\Z)|[.)](?=\s|\Z)")
_ORDINAL = re.compile(r"\d{1,9}(?=[.)](?:\s|\Z))")
_CLOSING_HASH = re.compile(r"(?<!\S)#")


def inline(text: str) -> str:
    r"""A run of text without line ends, literal within a line.

    >>> print(inline("snake_case, 2*3, [he] and &copy; but AT&T"))
    snake_case, 2\*3, \[he\] and \&copy; but AT&T
    """
    return _SPECIAL.sub(r"\\\g<0>", text)


def opening(line: str) -> str:
    r"""An `inline` run that begins a line: not a heading, list, quotation, rule or underline.

    >>> print(opening("1986. A great year"), opening("- 5 degrees"), opening("-5 degrees"))
    1986\. A great year \- 5 degrees -5 degrees
    """
    if _BLOCK_SIGN.match(line):
        return "\\" + line
    ordinal = _ORDINAL.match(line)
    return f"{ordinal[0]}\\{line[ordinal.end() :]}" if ordinal else line


def literal(text: str) -> str:
    """Text as the content of a paragraph; its own line ends, if any, become hard breaks."""
    return "\\\n".join(opening(inline(line)) for line in lines_of(text))


def heading(text: str, level: int) -> str:
    """A heading that says the text on one line; a # at its end is no closing sequence."""
    said = _CLOSING_HASH.sub(r"\#", inline(" ".join(lines_of(text))))
    return f"{'#' * level} {said}"


def prefixed(block: str, first: str, rest: str) -> str:
    """A block as the content of a container: ``first`` before its first line, ``rest`` before the others."""
    return first + block.replace("\n", "\n" + rest)
