"""Record -> schema.org's NewsArticle, as plain dicts and lists; what the record lacks is left out."""

from typing import Any

from newsparse.model import Caption, Quote, Record
from newsparse.writers.clean import for_people, one_line
from newsparse.writers.people import authors, speaker_name
from newsparse.writers.plain_body import body_text, word_count

CONTEXT = "https://schema.org"


def news_article(record: Record) -> dict[str, Any]:
    """The article without ``@context``."""
    text = body_text(record)
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": one_line(record.headline),
            "alternativeHeadline": one_line(record.deck),
            "author": [_author(*author) for author in authors(record)],
            "dateline": record.dateline and one_line(record.dateline.text),
            "locationCreated": _place(record),
            "datePublished": record.published,
            "dateModified": record.updated,
            "inLanguage": record.language,
            "abstract": "\n".join(one_line(bullet) for bullet in record.bullets),
            "articleBody": text,
            "wordCount": word_count(record) if text else None,
            "image": [_image(caption) for caption in record.captions],
            "hasPart": [_quotation(quote) for quote in record.quotes],
        }
    )


def _author(name: str, affiliation: str | None, is_organisation: bool) -> dict[str, Any]:  # noqa: FBT001  a tuple's parts
    said = {"@type": "Organization" if is_organisation else "Person", "name": name}
    return _filled({**said, "affiliation": affiliation and {"@type": "Organization", "name": affiliation}})


def _place(record: Record) -> dict[str, Any] | None:
    place = one_line(record.dateline.place) if record.dateline else ""
    return {"@type": "Place", "name": place} if place else None


def _image(caption: Caption) -> dict[str, Any]:
    photographer = one_line(caption.photographer)
    return _filled(
        {
            "@type": "ImageObject",
            "caption": one_line(caption.text),
            "creditText": one_line(caption.credit),
            "creator": photographer and {"@type": "Person", "name": photographer},
        }
    )


def _quotation(quote: Quote) -> dict[str, Any]:
    name, role = speaker_name(quote), one_line(quote.speaker.role) if quote.speaker else ""
    spoken_by = _filled({"@type": "Person", "name": name, "jobTitle": role}) if name else None
    return _filled({"@type": "Quotation", "text": for_people(quote.text), "spokenByCharacter": spoken_by})


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in members.items() if value not in (None, "", [])}
