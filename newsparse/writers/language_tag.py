"""Language tag -> the attributes lang and dir of an element."""

from newsparse.writers.marks import escaped

# Languages written from right to left unless the tag names a script; the scripts that are.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def lang(tag: str | None) -> str:
    """``lang`` as an attribute; "" where the language is not known."""
    return f' lang="{escaped(tag)}"' if tag else ""


def direction(tag: str | None) -> str:
    """``dir`` as an attribute: from the script, else the language; left to the text where neither is known.

    >>> direction("ar-EG"), direction("az-Arab"), direction("pa-Latn"), direction(None)
    (' dir="rtl"', ' dir="rtl"', ' dir="ltr"', ' dir="auto"')
    """
    if not tag:
        return ' dir="auto"'
    language, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    backwards = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return f' dir="{"rtl" if backwards else "ltr"}"'
