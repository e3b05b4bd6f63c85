"""Caption -> the words of its credit, and caption and credit in one, each on one line."""

from newsparse.model import Caption
from newsparse.writers.clean import one_line


def credit_line(caption: Caption) -> str:
    """The credit as a person would print it, its label before it; "" where there is none.

    >>> credit_line(Caption(None, "Ann Lee/AFP", "Photographer", None, (), 0, 0))
    'Photographer: Ann Lee/AFP'
    """
    label, credit = one_line(caption.credit_label), one_line(caption.credit)
    if not (label and credit):
        return label or credit
    # "Photo by Ann Lee", "© Ann Lee": a colon would be one mark too many.
    reads_on = label.endswith(" by") or not label[-1].isalpha()
    return f"{label} {credit}" if reads_on else f"{label}: {credit}"


def caption_line(caption: Caption) -> str:
    """Caption and credit where there is no picture to stand under: what is in brackets is no prose of the article.

    >>> caption_line(Caption("The pier at dusk.", "Ann Lee/AFP", None, None, (), 0, 0))
    'The pier at dusk. (Ann Lee/AFP)'
    >>> caption_line(Caption("The pier at dusk.", None, None, None, (), 0, 0))
    '(The pier at dusk.)'
    """
    text, credit = one_line(caption.text), credit_line(caption)
    if text and credit:
        return f"{text} ({credit})"
    return f"({text or credit})" if text or credit else ""
