"""HTML text -> tokens (tags, text), in one left-to-right scan that is linear whatever stands in the text.

Why not the standard library's parser: on a run of "<!--" or "<script " it takes quadratic time, and patch releases of
Python differ in what they make of open comments, so that one page would give two records. This scan follows the
HTML standard's tokenizer, with one kindness: a comment that is never closed hides nothing but its own "<!--".
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

# What stands in these is text up to their end tag, whatever it looks like.
RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_HIDES_THE_REST = frozenset({"script", "style"})  # a browser shows nothing behind one that is never closed

_MARKUP = re.compile(r"<([a-z/!?])", re.IGNORECASE | re.ASCII)  # any other "<" is text
_NO_TAG = frozenset("/!?")
_NAME = re.compile(r"[a-z][^\s/>]*", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""
    [\s/]*
    (?P<name> [^\s/>] [^\s/>=]* )
    (?: \s*=\s* (?: "(?P<double>[^"]*)"      # an open quotation mark pairs with the next or, once a page, with none
                |   '(?P<single>[^']*)'
                |   (?P<bare>[^\s"'>][^\s>]*) )? )?
    """,
    re.VERBOSE,
)
_TAG_END = re.compile(r"(?P<gap>[\s/]*)(?P<end>>?)")


_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})  # shared: a page may have a million elements


class Open(NamedTuple):
    """A start tag. ``at`` is the code point of its "<"; ``closed`` says that it ends in "/>" (<path/> in a drawing)."""

    name: str
    attributes: Mapping[str, str]
    at: int
    closed: bool = False


class Close(NamedTuple):
    """An end tag."""

    name: str


class Text(NamedTuple):
    """A piece of text, character references resolved."""

    value: str
    at: int


Token = Open | Close | Text


class _Ahead:
    """Looks for what closes a construct, and remembers what was not found: no needle is looked for in vain twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.missing: set[str] = set()

    def find(self, needle: str, start: int) -> int:
        if needle in self.missing:
            return -1
        found = self.text.find(needle, start)
        if found < 0:
            self.missing.add(needle)
        return found

    def end_tag(self, name: str, start: int) -> int:
        if name in self.missing:
            return -1
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.text, start)
        if found is None:
            self.missing.add(name)
        return found.start() if found else -1


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a page in order, without comments, declarations and a tag that the end of the text cuts off."""
    ahead = _Ahead(text)
    position = 0
    while markup := _MARKUP.search(text, position):
        at = markup.start()
        if at > position:
            yield _text(text[position:at], position)
        if markup[1] in _NO_TAG:
            closed, position = _other(text, at, ahead)
            yield from (closed,) if closed else ()
            continue
        tag, position = _open(text, at)
        if tag is None:
            return
        yield tag
        if tag.name in RAW:
            content, position = _raw(tag.name, position, ahead)
            yield from (content,) if content else ()
    if position < len(text):
        yield _text(text[position:], position)


def _text(raw: str, at: int) -> Text:
    return Text(unescape(raw) if "&" in raw else raw, at)


def _open(text: str, at: int) -> tuple[Open | None, int]:
    """The start tag at ``at`` and the place behind it; (None, _) where the text ends in it."""
    name = _NAME.match(text, at + 1)
    position = name.end() if name else at + 1
    attributes: dict[str, str] = {}
    if text.startswith(">", position):
        return Open(intern(text[at + 1 : position].lower()), _NO_ATTRIBUTES, at), position + 1
    while found := _ATTRIBUTE.match(text, position):
        position = found.end()
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), unescape(value) if "&" in value else value)
    end = _TAG_END.match(text, position)
    if name is None or end is None or not end["end"]:
        return None, len(text)
    return Open(name[0].lower(), attributes, at, "/" in end["gap"]), end.end()


def _raw(name: str, start: int, ahead: _Ahead) -> tuple[Text | None, int]:
    """What stands between the tags of a raw element (None where nothing closes it) and where to go on."""
    end = ahead.end_tag(name, start)
    if end < 0:
        return None, len(ahead.text) if name in _HIDES_THE_REST else start
    raw = ahead.text[start:end]
    return (_text(raw, start) if name in ("title", "textarea") else Text(raw, start)), end


def _other(text: str, at: int, ahead: _Ahead) -> tuple[Close | None, int]:
    """An end tag, or a comment or declaration to pass over."""
    if text.startswith("<!--", at):
        return None, _behind_comment(at, ahead)
    if text[at + 1] == "/":
        name = _NAME.match(text, at + 2)
        end = ahead.find(">", at + 2)
        return (Close(name[0].lower()) if name and end >= 0 else None), end + 1 if end >= 0 else len(text)
    end = ahead.find(">", at)
    subset = text.find("[", at, end) if text[at + 2 : at + 9].lower() == "doctype" else -1
    if subset >= 0:  # a document type with declarations of its own
        end = max(end, ahead.find("]>", subset) + 1)
    return None, end + 1 if end >= 0 else len(text)


def _behind_comment(at: int, ahead: _Ahead) -> int:
    for empty in ("<!-->", "<!--->"):
        if ahead.text.startswith(empty, at):
            return at + len(empty)
    ends = [end + len(mark) for mark in ("-->", "--!>") if (end := ahead.find(mark, at + 4)) >= 0]
    return min(ends, default=at + 4)
