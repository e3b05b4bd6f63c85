"""Labelled blocks -> the head of the record: byline, dateline, published and updated.

On a page paste bylines and dates stand in menus and teasers, too: those nearest the headline are the article's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsparse.assemble.blocks import kind_of, of
from newsparse.finders.bylines import by_word, find_byline, is_house, is_role, read_names, speaks_of_the_page
from newsparse.finders.dated_bylines import find_byline_beside_date, find_inner_byline
from newsparse.finders.datelines import find_dateline
from newsparse.finders.dates import Date, find_dates
from newsparse.finders.end_credits import find_end_credit, find_portrait
from newsparse.finders.timestamps import Timestamp, find_timestamp, is_date_label
from newsparse.language import Language
from newsparse.model import BODY_KINDS, Author, Block, Byline, Dateline, Document, Kind

DATELINE_IN = 3  # paragraphs from the top; an editor's note may stand before the one with the dateline
MOST_OF_A_HEAD = 200  # blocks below the headline; a list without paragraphs has no end of its own
HEAD_ABOVE = 6  # blocks above the headline that still belong to the head
HEAD_BELOW = 3  # paragraphs of some length below the headline, up to which the head may reach
LEAST_PARAGRAPH = 80  # characters
LONGEST_DATE_OPENING = 80  # characters at the head of such a line in which its date stands
_MAY_DATE = (Kind.BOILERPLATE, Kind.DECK, Kind.BYLINE)
LINES_BELOW = 10  # blocks below the text in which a line may still say who wrote it, and when
LAST_LINES = 3  # of the text, in which a portrait of the reporter may stand
_BARE = (
    "names_somebody_in_the_head",
    "names_somebody_above_the_picture",
    "names_a_person_below_the_headline",
)
_AGENCY = "names_an_agency_in_the_head"  # the weakest: names without a label under the headline credit pictures, too
_UNDER_A_BY_WORD = "stands_under_a_by_word"  # rules that gave the byline


@dataclass(frozen=True, slots=True)
class Head:
    """The labelled blocks, those of each kind, and which of them are the head: the headline, and what is around it.

    ``top`` is the index of the headline, else of the first paragraph of some length, else 0; ``end`` that of the block
    below it where the text has surely begun.
    """

    blocks: Sequence[Block]
    kinds: Mapping[Kind, Sequence[Block]]
    top: int
    end: int

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Head":
        """The head of these blocks."""
        kinds: dict[Kind, list[Block]] = {}
        for block in blocks:
            kinds.setdefault(kind_of(block), []).append(block)
        top = _top(blocks)
        return cls(blocks, kinds, top, _end_of_head(blocks, top))

    def all(self, kind: Kind) -> Sequence[Block]:
        """The blocks of the kind, wherever they stand."""
        return self.kinds.get(kind, ())

    def inside(self, kind: Kind) -> list[Block]:
        """The blocks of the kind in the head; of date lines the nearest, best below the headline."""
        if kind not in self.kinds:
            return []
        above, below = self.blocks[max(0, self.top - HEAD_ABOVE) : self.top], self.blocks[self.top : self.end]
        head = list(of(below, kind))
        if kind is Kind.TIMESTAMP:
            return head or _together(above[::-1], kind)[::-1]
        return [*of(above, kind), *head]

    def nearest(self, kind: Kind) -> list[Block]:
        """The blocks of the kind in the head, else the next below it, else the last above it."""
        if kind not in self.kinds:
            return []
        above, below = self.blocks[: self.top], self.blocks[self.top :]
        return self.inside(kind) or _together(below, kind) or _together(above[::-1], kind)[::-1]


def byline(document: Document, head: Head, language: Language) -> Byline | None:
    """All byline blocks as one text, the names of those in the head; names that the form states win over those read.

    Where no block of the head is a byline, the one that stands in its date line; else those below the text.
    """
    text = "\n".join(block.text for block in head.all(Kind.BYLINE))
    lines = head.inside(Kind.BYLINE)
    sure = _sure(lines, language)
    read = _authors(sure, language)
    if read and all(is_house(author.name, language) for author in read):  # "By The Alder Post", the reporters below
        read = _authors([block for block in lines if block not in sure], language) or read
    beside = None if read or document.stated.authors else _beside_date(head, language, find_inner_byline)
    if beside is None:
        read = read or _authors(lines, language)
        beside = None if read or document.stated.authors else _beside_date(head, language, find_byline_beside_date)
    if beside is None:
        read = read or _authors(head.nearest(Kind.BYLINE), language) or _at_the_end(head, language)
    authors = tuple(Author(name) for name in document.stated.authors) or (beside.authors if beside else read)
    if not text and not authors:
        return None
    return Byline(text or (beside.text if beside else ", ".join(author.name for author in authors)), authors)


def _top(blocks: Sequence[Block]) -> int:
    headline = (n for n, block in enumerate(blocks) if kind_of(block) is Kind.HEADLINE)
    prose = (n for n, block in enumerate(blocks) if _is_long(block))
    return next(headline, next(prose, 0))


def _is_long(block: Block) -> bool:
    return kind_of(block) is Kind.PARAGRAPH and len(block.text) >= LEAST_PARAGRAPH


def _end_of_head(blocks: Sequence[Block], top: int) -> int:
    paragraphs = 0
    body = next((n for n in range(len(blocks) - 1, top, -1) if kind_of(blocks[n]) in BODY_KINDS), len(blocks))
    last = min(len(blocks), top + 1 + MOST_OF_A_HEAD, body + 1 + HEAD_ABOVE)
    for n in range(top + 1, last):
        paragraphs += _is_long(blocks[n])
        if paragraphs == HEAD_BELOW:
            return n
    return last


def _together(blocks: Sequence[Block], kind: Kind) -> list[Block]:
    """The first run of blocks of the kind."""
    found: list[Block] = []
    for block in blocks:
        if kind_of(block) is kind:
            found.append(block)
        elif found:
            break
    return found


def _beside_date(
    head: Head, language: Language, look: Callable[[str, range, Language], Byline | None]
) -> Byline | None:
    """The byline that stands in the same line as the date of the head."""
    found = (look(line, dated, language) for line, dated in _dated(head, language))
    return next((byline for byline in found if byline), None)


def _dated(head: Head, language: Language) -> Iterator[tuple[str, range]]:
    """The date lines of the head, then its other lines with a date; each with where the dates stand in it."""
    for block in head.inside(Kind.TIMESTAMP):
        dates = find_dates(block.text, language)
        figure = next((n for n, char in enumerate(block.text) if char.isdigit()), 0)
        yield block.text, range(dates[0].start, dates[-1].end) if dates else range(figure, len(block.text))
    for block, date in _dated_besides(head, language):
        yield block.text[:LONGEST_DATE_OPENING], range(date.start, date.end)


def _at_the_end(head: Head, language: Language) -> tuple[Author, ...]:
    """The reporters of an agency's last line: "(Reporting by …; Editing by …)"."""
    found = (find_end_credit(block.text, language) for block in head.all(Kind.BOILERPLATE))
    credited = next((byline.authors for byline in found if byline), ())
    return credited or _portrayed(head.blocks, language)


def _portrayed(blocks: Sequence[Block], language: Language) -> tuple[Author, ...]:
    """The reporters whom the page portrays below the text, or in its last lines."""
    if not language.portraits:
        return ()
    text = [n for n, block in enumerate(blocks) if kind_of(block) in BODY_KINDS]
    below = blocks[text[-LAST_LINES] :] if len(text) > LAST_LINES else blocks
    portraits = (find_portrait(block.text, language) for block in below)
    return next((byline.authors for byline in portraits if byline), ())


def _authors(blocks: Sequence[Block], language: Language) -> tuple[Author, ...]:
    """The names of all bylines, each once; bare names count only where no by-word names anybody, roles never beside."""
    named = [block for block in blocks if not is_role(block.text, language)] or blocks
    lines = _sure(named, language) or _likely(named)
    return tuple(dict.fromkeys(author for block in lines for author in _names(block, language)))


def _sure(blocks: Sequence[Block], language: Language) -> list[Block]:
    """The bylines with a by-word, and the bare names in the lines right below them, but for that of a house."""
    sure: list[Block] = []
    for block in blocks:
        rule, above = _rule_of(block), sure[-1] if sure else None
        goes_on = above is not None and block.line == above.line + 1 and not _is_beside(block, above, language)
        if rule != _AGENCY and (goes_on or rule not in _BARE):
            sure.append(block)
    return sure


def _is_beside(block: Block, above: Block, language: Language) -> bool:
    """Whether a line below a byline names the house or a button of the page, and nobody."""
    in_capitals = block.text.isupper() and not above.text.isupper()
    return in_capitals or speaks_of_the_page(block.text, language) or is_house(block.text, language)


def _likely(blocks: Sequence[Block]) -> Sequence[Block]:
    """Of bare names those that are people's: agencies, and lines in capitals beside others, only where none is."""
    people = [block for block in blocks if _rule_of(block) != _AGENCY] or blocks
    return [block for block in people if not block.text.isupper()] or people


def _rule_of(block: Block) -> str:
    return block.verdict.rule if block.verdict else ""


def _names(block: Block, language: Language) -> tuple[Author, ...]:
    """The names of a byline; of a line under a by-word that does not read as names, the line itself."""
    line = block.text
    if line.lower().rstrip(":. ") in language.byline:
        return ()
    found = find_byline(line, language)
    names = found.authors if found else read_names(line[by_word(line, language) :], language)
    return names or ((Author(line),) if _rule_of(block) == _UNDER_A_BY_WORD else ())


def dateline(head: Head, language: Language) -> Dateline | None:
    """That of the first paragraph of the body that opens with one."""
    paragraphs = (block.text for block in head.all(Kind.PARAGRAPH)[:DATELINE_IN])
    return next((found for found in (find_dateline(text, language) for text in paragraphs) if found), None)


def timestamp(head: Head, language: Language) -> Timestamp:
    """The first published and the first updated date of the head: its date lines, else what other lines say besides.

    Where the head gives none, those of the date lines nearest to it, else of the bylines.
    """
    stamps = _stamps(head.inside(Kind.TIMESTAMP), language)
    if not any(stamp.published or stamp.updated for stamp in stamps):
        stamps += _beside_others(head, language)
    stamps = stamps or _below_the_text(head, language) or _stamps(head.nearest(Kind.TIMESTAMP), language)
    if not stamps:
        lines = (find_dates(block.text, language) for block in head.nearest(Kind.BYLINE))
        stamps = [Timestamp(date.iso, None) for dates in lines for date in dates]
    return Timestamp(
        published=next((stamp.published for stamp in stamps if stamp.published), None),
        updated=next((stamp.updated for stamp in stamps if stamp.updated), None),
        is_relative=any(stamp.is_relative for stamp in stamps),
    )


def _beside_others(head: Head, language: Language) -> list[Timestamp]:
    """The date in the lines of the head that say more than a date: "By Ela on 3 May 2024 | 18 comments"."""
    return [Timestamp(date.iso, None) for _, date in _dated_besides(head, language)][:1]


def _below_the_text(head: Head, language: Language) -> list[Timestamp]:
    """The first date right below the text: a date line, or "By Ann Lee on 3 May 2024. Filed under …"."""
    text = [n for n, block in enumerate(head.blocks) if kind_of(block) in BODY_KINDS]
    for block in head.blocks[text[-1] + 1 : text[-1] + 1 + LINES_BELOW] if text else ():
        stamp = find_timestamp(block.text, language) if kind_of(block) is Kind.TIMESTAMP else None
        if stamp and (stamp.published or stamp.updated):
            return [stamp]
        opening = block.text[:LONGEST_DATE_OPENING] if kind_of(block) is Kind.BOILERPLATE else ""
        dates = find_dates(opening, language) if by_word(opening, language) else []
        if dates:
            return [Timestamp(dates[0].iso, None)]
    return []


def _dated_besides(head: Head, language: Language) -> Iterator[tuple[Block, Date]]:
    """The lines of the head, down to the first paragraphs, that have a date near their opening and say more."""
    paragraphs, labels = 0, tuple(language.published)
    for block in head.blocks[max(0, head.top - HEAD_ABOVE) : head.end]:
        paragraphs += _is_long(block)
        if paragraphs == HEAD_BELOW - 1:
            break
        opening, may_date = block.text[:LONGEST_DATE_OPENING], kind_of(block) in _MAY_DATE
        if may_date or opening.lower().startswith(labels):
            dates = find_dates(opening, language)
            if dates and (may_date or opening[: dates[0].start].strip(" :").lower() in labels):
                yield block, dates[0]


def _stamps(blocks: Sequence[Block], language: Language) -> list[Timestamp]:
    """What the date lines say."""
    found = (find_timestamp(line, language) for line in _date_lines(blocks, language))
    return [stamp for stamp in found if stamp]


def _date_lines(blocks: Sequence[Block], language: Language) -> Iterator[str]:
    """The date lines, each behind its label where that stood on a line of its own."""
    label = ""
    for block in blocks:
        if is_date_label(block.text, language):
            label = f"{block.text} "
        else:
            yield label + block.text
            label = ""
