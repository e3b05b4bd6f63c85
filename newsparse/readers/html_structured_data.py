"""What a page states about its article beside the visible text: JSON-LD, meta elements, microdata -> Stated."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, time

from newsparse.model import Stated
from newsparse.readers.html_json_ld import Node, article_nodes, names
from newsparse.readers.html_tree import Element, text_of

# Names of <meta name|property|itemprop>, in the order of trust; "itemprop:" ones may stand on any element.
_HEADLINE = "og:title twitter:title parsely-title sailthru.title citation_title dc.title dcterms.title headline"
_AUTHOR = "author article:author parsely-author sailthru.author citation_author dc.creator dcterms.creator byl"
_PUBLISHED = (
    "article:published_time datepublished og:published_time parsely-pub-date sailthru.date dc.date.issued "
    "dcterms.issued dcterms.created dc.date citation_publication_date publish-date publication_date pubdate date"
)
_UPDATED = "article:modified_time datemodified og:updated_time dcterms.modified dc.date.modified last-modified lastmod"
_SECTION = "article:section articlesection parsely-section sailthru.section section"
_KEYWORDS = "article:tag news_keywords parsely-tags sailthru.tags keywords"
_PUBLICATION = "og:site_name citation_journal_title application-name dc.publisher dcterms.publisher"
_DESCRIPTION = "og:description description twitter:description dc.description"
_IMAGE = "og:image og:image:url twitter:image"

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")
_SITE_MARK = re.compile(r" [|\-–—•:·»] ")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r", | and | und | et | & ")
_NO_NAME = re.compile(r"https?://|www\.|@|^\d+$|/")
_ITEMPROPS = frozenset({"author", "datepublished", "datemodified", "headline", "articlesection"})


def stated_of(elements: list[Element]) -> Stated:
    """What the page states of its article; dates as ISO 8601, no value that is not well formed."""
    node: Node = next(iter(article_nodes(elements)), {})
    meta = _meta(elements)
    publication = _first(meta, _PUBLICATION) or next(iter(names(node.get("publisher"))), None)
    title = next((text_of(element) for element in elements if element.name == "title"), None)
    headline = next(iter(names(node.get("headline"))), None) or _first(meta, _HEADLINE) or title
    return Stated(
        headline=without_site(headline, publication) if headline else None,
        authors=_authors(node, meta),
        published=_date([*names(node.get("datePublished")), *_all(meta, _PUBLISHED)]),
        updated=_date([*names(node.get("dateModified")), *_all(meta, _UPDATED)]),
        language=_language(elements, node, meta),
        metadata=_metadata(elements, node, meta, publication),
    )


def without_site(title: str, publication: str | None) -> str:
    """The title without the site's name at its end.

    >>> without_site("Ferry runs again | The Quay Post", "Quay Post")
    'Ferry runs again'
    """
    marks = list(_SITE_MARK.finditer(title))
    if not marks or not publication:
        return title
    tail, site = title[marks[-1].end() :].casefold(), publication.casefold()
    return title[: marks[-1].start()].strip() if tail.removeprefix("the ") == site.removeprefix("the ") else title


def iso_date(value: str) -> str | None:
    """The date or date-time in ISO 8601, zone with a colon, no fraction of a second; None where it is none.

    >>> iso_date("2031-05-04T09:30:00.000+0200"), iso_date("yesterday")
    ('2031-05-04T09:30:00+02:00', None)
    """
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return None
    day, clock, zone = found.groups()
    try:
        date.fromisoformat(day)
        time.fromisoformat(clock or "00:00")
    except ValueError:
        return None
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{clock}{zone or ''}" if clock else day


def _meta(elements: list[Element]) -> Mapping[str, list[str]]:
    """All values by name, lower case: meta elements, and microdata of any element."""
    found: dict[str, list[str]] = defaultdict(list)
    for element in elements:
        content = element.get("content")
        if element.name == "meta" and content:
            keys = {element.get(key).lower() for key in ("property", "name", "itemprop", "http-equiv")} - {""}
            for key in keys:
                found[key].append(content)
        elif "itemprop" in element.attributes and element.get("itemprop").lower() in _ITEMPROPS:
            found[element.get("itemprop").lower()].append(
                content or element.get("datetime") or _short_text(element, elements)
            )
        elif element.name == "time" and "pubdate" in element.attributes:
            found["pubdate"].append(element.get("datetime"))
    return found


def _short_text(element: Element, elements: list[Element]) -> str:
    """The text of a small element, or of the name in it; nested large ones would cost their text over and over."""
    if element.last - element.order >= 20:
        return ""
    heirs = elements[element.order : element.last + 1]
    return text_of(next((heir for heir in heirs if heir.get("itemprop").lower() == "name"), element))


def _all(meta: Mapping[str, list[str]], keys: str) -> list[str]:
    return [" ".join(value.split()) for key in keys.split() for value in meta.get(key, ()) if value.strip()]


def _first(meta: Mapping[str, list[str]], keys: str) -> str | None:
    return next(iter(_all(meta, keys)), None)


def _date(values: list[str]) -> str | None:
    return next((iso for value in values if (iso := iso_date(value))), None)


def _authors(node: Node, meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The names of the first place that has any; addresses are no names."""
    for values in (
        names(node.get("author")) or names(node.get("creator")),
        *([*meta.get(key, ())] for key in _AUTHOR.split()),
    ):
        split = [part for value in values for part in _people(_BY.sub("", " ".join(value.split()), count=1))]
        people = dict.fromkeys(part for part in split if part and not _NO_NAME.search(part))
        if people:
            return tuple(people)
    return ()


def _people(value: str) -> list[str]:
    """Several names in one string: parted by commas or "and" where each part has a first and a last name."""
    parts = [part.strip() for part in _BETWEEN_NAMES.split(value)]
    return parts if all(" " in part for part in parts) else [value]


def _language(elements: list[Element], node: Node, meta: Mapping[str, list[str]]) -> str | None:
    html = next((element.get("lang") or element.get("xml:lang") for element in elements if element.name == "html"), "")
    for value in (html, *names(node.get("inLanguage")), *_all(meta, "og:locale content-language dc.language")):
        found = _TAG.fullmatch(value.strip())
        if found:
            script, region = (found[2] or "").title(), (found[3] or "").upper()
            return "-".join(part for part in (found[1].lower(), script, region) if part)
    return None


def _metadata(
    elements: list[Element], node: Node, meta: Mapping[str, list[str]], publication: str | None
) -> dict[str, str | tuple[str, ...]]:
    links = (element for element in elements if element.name == "link" and "canonical" in element.get("rel").lower())
    words = names(node.get("keywords")) or tuple(_all(meta, _KEYWORDS))
    parted = (word.strip() for value in words for word in value.split(","))
    found: dict[str, str | tuple[str, ...] | None] = {
        "publication": publication,
        "url": next((link.get("href") for link in links if link.get("href")), None) or _first(meta, "og:url"),
        "section": next(iter(names(node.get("articleSection"))), None) or _first(meta, _SECTION),
        "description": _first(meta, _DESCRIPTION) or next(iter(names(node.get("description"))), None),
        "image": _first(meta, _IMAGE),
        "keywords": tuple(dict.fromkeys(word for word in parted if word)),
    }
    return {key: value for key, value in found.items() if value}
