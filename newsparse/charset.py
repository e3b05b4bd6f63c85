"""Bytes that are not UTF-8 -> the name of their encoding, as Python calls it: what a page declares, else a guess.

The guess is charset-normalizer's where the script is not Latin: those encodings differ enough. The Latin ones differ
in some letters only, so they are told apart by how well the result reads: letters in words, marks between them.
"""

import re

SAMPLE = 32 * 1024  # bytes around the first that is not UTF-8: enough to tell an encoding, and a bound on the time
LEAST_EVIDENCE = 6  # bytes beyond ASCII; fewer fit many an encoding of eastern Asia by chance

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s?=\s?["']?([\w-]{2,40})""", re.IGNORECASE)
# The first fits where several read equally well: nearly all files in a Latin script that are no UTF-8 are Windows-1252.
_LATIN = ("cp1252", "cp1250", "iso8859_2", "mac_roman")
# What is read as what: the larger set of the same family, as browsers do (the WHATWG encoding standard).
_LARGER = {
    **dict.fromkeys(("ascii", "iso8859_1", "latin_1"), "cp1252"),
    **dict.fromkeys(("shift_jis", "shift_jis_2004", "shift_jisx0213"), "cp932"),
    **dict.fromkeys(("euc_jis_2004", "euc_jisx0213"), "euc_jp"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("euc_kr", "johab"), "cp949"),
    **dict.fromkeys(("iso8859_11", "tis_620"), "cp874"),
    "iso8859_9": "cp1254",
}
_OTHER_SCRIPTS = frozenset({
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "mac_cyrillic", "cp866",  # Cyrillic
    "cp1253", "iso8859_7", "mac_greek", "cp1255", "iso8859_8", "cp1256", "iso8859_6", "cp874",
    "cp932", "euc_jp", "iso2022_jp", "gb18030", "hz", "big5", "big5hkscs", "cp950", "cp949",
})  # fmt: skip
# Declared in letters that can be read, so they cannot be true; and codecs of Python's that are no encodings of pages.
_UNLIKELY = re.compile(r"utf_?(?:7|16|32)|idna|punycode|unicode_escape|raw_unicode_escape|undefined|mbcs|oem")

_LETTERS = frozenset(
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšžŸŠŽŒÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"  # western Europe
    "ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřťůČĎĚŇŘŤŮőűŐŰășțşţĂŞŢđĐĺľŕĹĽŔ"  # central Europe
)
_MARKS = frozenset("“”‘’„‚‹›«»–—…·•€£§°©®™½¿¡\u00a0\u00ad")
_IN_WORDS = frozenset("’–—…·\u00ad")


def charset_of(data: bytes, bad: int) -> str:
    """The encoding of bytes whose first that is not UTF-8 stands at ``bad``; "utf-8" where just some are broken."""
    found = _DECLARED.search(data[:2048])
    declared = known(found[1].decode("ascii")) if found else None
    if declared and declared != "utf-8":
        return declared
    sample = data[max(0, bad - SAMPLE // 2) : bad + SAMPLE // 2]
    beyond = sum(byte > 0x7F for byte in sample)
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    if broken * 4 <= beyond:  # most of what is not ASCII is good UTF-8: a cut or a stray byte, not another encoding
        return "utf-8"
    return (_other_script(sample) if beyond >= LEAST_EVIDENCE else None) or _latin(sample)


def known(name: str) -> str | None:
    """Python's name for a declared encoding, or None where it cannot be that of a page."""
    import codecs

    try:
        plain = codecs.lookup(name).name.replace("-", "_").lower()
        b"A".decode(name)
    except (LookupError, UnicodeError):  # no such codec, or one that makes no text ("hex", "zlib")
        return None
    if plain == "utf_8":
        return "utf-8"
    return None if _UNLIKELY.match(plain) else _LARGER.get(plain, plain)


def _other_script(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_7"]).best()
    name = _LARGER.get(best.encoding, best.encoding) if best else ""
    return name if name in _OTHER_SCRIPTS else None


def _latin(sample: bytes) -> str:
    return max(_LATIN, key=lambda encoding: _likeness(sample.decode(encoding, "replace")))


def _likeness(text: str) -> int:
    """How much a text reads like one in a Latin script: a point for what fits, one off for what does not.

    >>> _likeness("Café") > _likeness("CafŽ")
    True
    """
    score = 0
    for found in re.finditer(r"[^\x00-\x7f]", text):
        sign = found[0]
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        inside = before.isalpha() and after.isalpha()
        if sign in _MARKS:
            score += -1 if inside and sign not in _IN_WORDS else 1
        elif sign in _LETTERS:
            score += -1 if sign.isupper() and before.islower() else 1
        else:
            score -= 1
    return score
