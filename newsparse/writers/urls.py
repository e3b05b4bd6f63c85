"""A link's address -> the same, fit for an attribute or a Markdown link, or None where it should be no link."""

import re

_SCHEMES = frozenset({"http", "https", "mailto"})
_BEFORE_PATH = re.compile(r"[^/?#]*")
_AWKWARD = re.compile(r"""[ "'()<>\[\\\]^`{|}]""")  # would end a link in Markdown or an attribute in HTML


def safe_url(url: str) -> str | None:
    """The address, percent-encoded where needed; None if it could run code, hides something, or leads nowhere.

    A link to a place in the page it was cut from (``#notes``) leads nowhere in ours.

    >>> safe_url("https://example.org/a (b)"), safe_url("java\\tscript:alert(1)"), safe_url("#notes")
    ('https://example.org/a%20%28b%29', None, None)
    """
    url = url.strip()
    if not url or url.startswith("#") or not url.isprintable():
        return None
    before_path = _BEFORE_PATH.match(url)
    scheme, colon, _ = before_path[0].partition(":") if before_path else ("", "", "")
    if colon and scheme.lower() not in _SCHEMES:
        return None
    return _AWKWARD.sub(lambda found: f"%{ord(found[0]):02X}", url)
