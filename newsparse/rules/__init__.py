"""What a block is. The two tuples are the precedence: the first rule that speaks wins, in each look.

The first look sees a block by itself; the second sees it among its neighbours and may overrule the first. A rule that
needs a neighbour's kind stands below the rules that give that kind.
"""

from newsparse.rules import bylines, captions, decks, furniture, heads, pictures, prose, readers_notes
from newsparse.rules.rule import Rule, Table
from newsparse.rules.scene import Page, Scene

__all__ = [
    "FIRST_LOOK",
    "FIRST_LOOK_AT_LINES",
    "FIRST_LOOK_AT_PROSE",
    "SECOND_LOOK",
    "SECOND_LOOK_AT_ARTICLE",
    "SECOND_LOOK_AT_PASTE",
    "Page",
    "Rule",
    "Scene",
    "Table",
]


def _form_says(scene: Scene) -> str | None:
    hint = scene.block.hint
    return f"the form calls it {hint.word!r}" if hint else None


FORM_SAYS = Rule("form_says", None, _form_says, "What the form itself says of a block wins: a tag, a label, a code.")

FIRST_LOOK: tuple[Rule, ...] = (
    FORM_SAYS,
    furniture.is_end_mark,
    furniture.has_no_words,
    heads.is_date_line,
    heads.is_the_label_of_a_date,
    readers_notes.is_a_reading_time,
    bylines.is_a_by_word_alone,
    bylines.opens_with_a_by_word,
    pictures.is_a_credit_alone,
    readers_notes.is_a_correction,
    furniture.is_stock_phrase,
    heads.carries_a_bullet_sign,
    prose.carries_a_quote_sign,
    captions.opens_like_a_caption,
    pictures.ends_with_a_credit,
    captions.says_who_stands_where,
    captions.says_that_it_is_a_picture,
    captions.dates_what_it_shows,
    captions.ends_with_a_name_of_others,
    prose.reads_as_prose,
)
# A long block that ends like a sentence is no date line, no byline and no credit.
_OF_LINES = (
    furniture.is_end_mark,
    furniture.has_no_words,
    heads.is_date_line,
    heads.is_the_label_of_a_date,
    readers_notes.is_a_reading_time,
    bylines.is_a_by_word_alone,
    bylines.opens_with_a_by_word,
    pictures.is_a_credit_alone,
    pictures.ends_with_a_credit,
    captions.ends_with_a_name_of_others,
)
FIRST_LOOK_AT_LINES = Table.of(FIRST_LOOK)
FIRST_LOOK_AT_PROSE = Table.of(rule for rule in FIRST_LOOK if rule not in _OF_LINES)

SECOND_LOOK: tuple[Rule, ...] = (
    heads.opens_the_page,
    furniture.stands_outside_the_article,
    heads.names_the_section,
    furniture.repeats_the_headline,
    heads.heads_the_bullets,
    heads.stands_under_a_bullet_label,
    heads.is_a_list_in_the_body,
    heads.is_a_numbered_item,
    bylines.names_an_agency_in_the_head,
    captions.names_whom_it_shows,
    pictures.breaks_off_before_a_label,
    pictures.is_the_label_of_a_credit,
    pictures.stands_above_a_credit,
    pictures.stands_below_a_credit,
    pictures.stands_above_a_bare_credit,
    pictures.is_a_bare_credit,
    bylines.stands_under_a_by_word,
    bylines.stands_between_two_names,
    bylines.names_somebody_in_the_head,
    bylines.names_a_person_below_the_headline,
    decks.stands_under_the_headline,
    bylines.names_somebody_above_the_picture,
    bylines.signs_the_text,
    decks.leads_a_longer_paragraph,
    pictures.tops_the_text_below_a_deck,
    furniture.stands_in_the_head,
    furniture.stands_among_the_text,
    prose.heads_a_part_of_the_page,
    prose.stands_in_the_text_of_the_page,
    prose.stands_alone_above_prose,
    prose.belongs_to_the_text,
)
# On a page paste the parts of the page say what text and heading is; an article alone has no such parts. Each page is
# asked only the rules that can speak of it.
_OF_PASTES = (
    bylines.names_a_person_below_the_headline,
    furniture.stands_outside_the_article,
    furniture.stands_in_the_head,
    furniture.stands_among_the_text,
    prose.heads_a_part_of_the_page,
    prose.stands_in_the_text_of_the_page,
)
_OF_ARTICLES = (heads.names_the_section, prose.stands_alone_above_prose, prose.belongs_to_the_text)
SECOND_LOOK_AT_PASTE = Table.of(rule for rule in SECOND_LOOK if rule not in _OF_ARTICLES)
SECOND_LOOK_AT_ARTICLE = Table.of(rule for rule in SECOND_LOOK if rule not in _OF_PASTES)
