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
    """The caption with its credit in brackets behind it; the credit alone where there is no more.

    >>> caption_line(Caption("The pier at dusk.", "Ann Lee/AFP", None, None, (), 0, 0))
    'The pier at dusk. (Ann Lee/AFP)'
    """
    text, credit = one_line(caption.text), credit_line(caption)
    return f"{text} ({credit})" if text and credit else text or credit
