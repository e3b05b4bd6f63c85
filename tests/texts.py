"""Hypothesis strategies for texts: pieces of articles put together at random, and anything else that is text."""

from textwrap import fill

from hypothesis import strategies as st

PIECES = (
    "Harbour bridge to close for repairs",
    "By Ada Quill and Bo van Dam",
    "By",
    "June 3, 2024",
    "Updated 2 minutes ago",
    "KEY POINTS",
    "  • Tolls to rise",
    "- Tolls to rise",
    "PORT ELLERY (AP) — The old bridge will close on Monday, the city said, for the first time in ninety years.",
    "“We waited for the dry season,” said Mara Lind, the engineer. “It came.",
    "“It will be a long summer,” Lind said, adding that it was “hardly a surprise.”",
    'He said, "It is 6\'2" tall," and left.',
    "‘It’s late,’ she said.",
    "``It will do,'' he wrote.",
    "„Es muss reichen“, sagte er.",
    "「それで十分だ」と述べた。",
    "The bridge at dawn. (AP Photo/Ada Quill)",
    "Photographer: Ada Quill/AFP via Getty Images",
    "The bridge at dawn",
    "> Do not sell the piano.",
    "1) What the ferries carry",
    "Share this article",
    "Advertisement",
    "###",
    "___",
    "said",
    "”",
    "“",
    "a line that goes on with-",
    "out its hyphen and then goes on for a while as",
    "   An indented line of the sort that old wires used to send by",
    "\u2028",
    "\u0085",
    "\x0c",
    "\ufeff",
    "e\u0301",
    "\U0001f409",
)
BREAKS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "\n   ", "\x0c", "\u2029")

articles = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), min_size=1, max_size=25).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


def _wrap(paragraphs: list[list[str]], width: int, indent: str) -> str:
    filled = [fill(" ".join(words), width, initial_indent=indent) for words in paragraphs]
    return ("\n" if indent else "\n\n").join(filled) + "\n"


_words = st.lists(st.sampled_from(tuple(" ".join(PIECES[8:14]).split())), min_size=20, max_size=120)
wrapped = st.tuples(st.lists(_words, min_size=2, max_size=4), st.integers(32, 80), st.sampled_from(("", "   "))).map(
    lambda parts: _wrap(*parts)
)
pages = st.lists(st.sampled_from(("Home", "News", "Share", "Log in", *PIECES[:12])), min_size=20, max_size=40).map(
    "\n".join
)
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=400)
signs = st.text("“”\"'‘’`„«»()—-.,:;!?•* \n\tAaBbé said1", min_size=1, max_size=300)
texts = st.one_of(articles, wrapped, pages, anything, signs).filter(lambda text: bool(text.strip("\ufeff").strip()))
