"""Rules for what the publication tells its readers about the article: how long it takes, what was put right."""

from newsparse.finders.timestamps import says_reading_time
from newsparse.model import Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import Scene

LONGEST_OPENING = 60  # characters in which a stock phrase at the head ends
LONGEST_CORRECTION = 800  # characters; an article about a correction does not open with the word and a colon


@rule(Kind.BOILERPLATE)
def is_a_reading_time(scene: Scene) -> str | None:
    """ "4 min read", "Lesedauer: 4 Minuten": how long it takes, perhaps with the time of day, is the page's own.

    Look-alike: "4 minutes that changed the ferry".
    """
    return "it says how long reading takes" if says_reading_time(scene.text, scene.language) else None


@rule(Kind.BOILERPLATE, longest=LONGEST_CORRECTION)
def is_a_correction(scene: Scene) -> str | None:
    """A correction or an editor's note is no part of the text; the record's notes name it, so that it is not missed.

    Look-alike: "Corrections officers found the gate open.", prose.
    """
    text = scene.text
    if not text[:LONGEST_OPENING].lower().startswith(scene.language.corrections):
        return None
    return "it tells readers what was put right"
