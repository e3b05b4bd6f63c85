"""A record -> the lines of its page: head, text with names, who says how much, notes, and what stands around it."""

from collections.abc import Iterator, Sequence

from newsparse.cli.screens.cells import Line, Piece
from newsparse.cli.screens.frames import Signs, beside, boxed, rule, shifted
from newsparse.cli.views.cast import Cast, Player
from newsparse.cli.views.head import head, joined
from newsparse.cli.views.legend import legend
from newsparse.cli.views.parts import AROUND, HEAD_KINDS, Part, parts
from newsparse.cli.views.prose import flowed, spoken
from newsparse.cli.views.sheet import GAP, Sheet
from newsparse.model import Caption, Kind, Quote, Record
from newsparse.writers.picture_text import credit_line

_ALWAYS_HEAD = frozenset({Kind.HEADLINE, Kind.DECK})
_SHORT = 48  # characters: boilerplate up to here is a button or an entry of a menu; neighbours share a line


def page(record: Record, sheet: Sheet) -> Iterator[Line]:
    """The lines of one article."""
    return shifted(_page(record, sheet), sheet.margin)


def _page(record: Record, sheet: Sheet) -> Iterator[Line]:
    above, text, around = _divided(list(parts(record)))
    cast = Cast(record.quotes)
    flow = _Flow(record, sheet, cast)
    yield from head(record, above, sheet, flow.headed)
    yield from flow.lines(text)
    if sheet.marks.quotes and record.quotes:
        yield from ([], *legend(record, cast, sheet))
    yield from _notes(record, sheet)
    if around:
        yield from ([], rule(sheet.width, "Around the article", sheet.signs))
        yield from flow.lines(around, gap=False)


def _divided(found: list[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """What goes to the head; the text, with all that stands in it; what stands before or behind the text."""
    content = [n for n, part in enumerate(found) if part.kind not in HEAD_KINDS and part.kind not in AROUND]
    first, last = (content[0], content[-1]) if content else (len(found), -1)
    above: list[Part] = []
    text: list[Part] = []
    around: list[Part] = []
    for n, part in enumerate(found):
        if part.kind in _ALWAYS_HEAD or (part.kind in HEAD_KINDS and n < first):
            above.append(part)
        elif part.kind in AROUND and not first < n < last:
            around.append(part)
        else:
            text.append(part)
    return above, text, around


def _notes(record: Record, sheet: Sheet) -> Iterator[Line]:
    if not record.notes:
        return
    yield from ([], rule(sheet.width, "Notes", sheet.signs))
    for note in record.notes:
        place = "" if note.line is None else f"line {note.line}: "
        yield from flowed([(place + note.message, "note")], sheet.measure, sheet.signs, f"{sheet.signs.bullet} ")


class _Flow:
    """Lays out parts one below the other."""

    def __init__(self, record: Record, sheet: Sheet, cast: Cast) -> None:
        self._record, self._sheet, self._cast = record, sheet, cast
        self._quotes: dict[int, list[Quote]] = {}
        for quote in record.quotes if sheet.marks.quotes else ():
            self._quotes.setdefault(quote.block, []).append(quote)
        self._introduced: set[Player] = set()
        item = f"  {sheet.signs.bullet} "
        self._leads = {Kind.LIST_ITEM: item, Kind.BULLET: item, Kind.BLOCKQUOTE: "    "}

    def lines(self, found: Sequence[Part], *, gap: bool = True) -> Iterator[Line]:
        """The lines of the parts; a blank line above each, but for the items of a list and what runs together."""
        before: Kind | None = None
        for part in _run_together(found, self._sheet.signs):
            lines = self._part(part)
            together = before is part.kind is Kind.LIST_ITEM or (not gap and part.kind in AROUND)
            for number, line in enumerate(lines):
                if not number and not together:
                    yield []
                yield line
            before = part.kind

    def headed(self, part: Part, style: str) -> list[Piece]:
        """The pieces of a headline or a heading, which has a style of its own: what is quoted is bold and coloured."""
        quotes = self._quotes.get(part.block, [])
        if not quotes:
            return [(part.text, style)]

        def style_of(quote: Quote) -> str:
            player = self._cast.of(quote)
            return player.name_style if player.known else style

        pieces = spoken(part, quotes, self._record.blocks[part.block].start, style_of)
        return [(text, own or style) for text, own in pieces]

    def _part(self, part: Part) -> Iterator[Line]:
        sheet = self._sheet
        if part.kind in (Kind.CAPTION, Kind.CREDIT):
            return self._picture(part)
        if part.kind in AROUND:
            return flowed([(part.text, "boilerplate")], sheet.measure, sheet.signs)
        if part.kind is Kind.HEADING:
            return flowed(self.headed(part, "heading"), sheet.measure, sheet.signs)
        if part.kind in (Kind.BYLINE, Kind.TIMESTAMP):
            return flowed([(part.text, "credit")], sheet.measure, sheet.signs)
        return self._prose(part)

    def _picture(self, part: Part) -> Iterator[Line]:
        sheet = self._sheet
        pieces = _caption(part.caption) if part.caption else [(part.text, "caption")]
        if not sheet.marks.captions:
            return flowed([(" ".join(text for text, _ in pieces), "")], sheet.measure, sheet.signs)
        if not sheet.signs.boxes:
            return flowed([("[Caption] ", ""), *_spaced(pieces)], sheet.measure, sheet.signs)
        inner = sheet.measure - 4
        lines = (line for piece in pieces for line in flowed([piece], inner, sheet.signs))
        return boxed(lines, sheet.measure, "Picture")

    def _prose(self, part: Part) -> Iterator[Line]:
        sheet, lead = self._sheet, self._leads.get(part.kind, "")
        quotes = self._quotes.get(part.block)
        if not quotes:
            return flowed([(part.text, "")], sheet.measure, sheet.signs, lead)
        pieces = spoken(part, quotes, self._record.blocks[part.block].start, lambda quote: self._cast.of(quote).style)
        text = flowed(pieces, sheet.measure, sheet.signs, lead)
        names = [self._name(player) for player in dict.fromkeys(map(self._cast.of, quotes))]
        if sheet.side:
            notes = (line for name in names for line in flowed(name, sheet.side, sheet.signs))
            return beside(text, notes, sheet.measure + GAP)
        return self._with_names(text, names)

    def _with_names(self, text: Iterator[Line], names: list[list[Piece]]) -> Iterator[Line]:
        yield from text
        for name in names:
            dash = ("    — ", name[0][1])
            yield from flowed(name, self._sheet.measure, self._sheet.signs, dash)

    def _name(self, player: Player) -> list[Piece]:
        """The name; the first time with what the person is."""
        if player.role is None or player in self._introduced:
            return [(player.name, player.name_style)]
        self._introduced.add(player)
        return [(player.name, player.name_style), (f", {player.role}", "role")]


def _run_together(found: Sequence[Part], signs: Signs) -> Iterator[Part]:
    """The parts; neighbours that are short boilerplate as one."""
    run: list[str] = []
    for part in found:
        if part.kind in AROUND and len(part.text) <= _SHORT:
            run.append(part.text)
            continue
        if run:
            yield Part(Kind.BOILERPLATE, joined(run, signs))
            run = []
        yield part
    if run:
        yield Part(Kind.BOILERPLATE, joined(run, signs))


def _caption(caption: Caption) -> list[Piece]:
    pieces = [(caption.text, "caption")] if caption.text else []
    credit = credit_line(caption)
    return [*pieces, (credit, "credit")] if credit else pieces


def _spaced(pieces: list[Piece]) -> list[Piece]:
    return [(f" ({text})" if style == "credit" else text, style) for text, style in pieces]
